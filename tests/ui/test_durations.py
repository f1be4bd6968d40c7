"""Lengths of time in words, and read back by the same program."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from hamstring_gui.domain.durations import read_seconds
from hamstring_gui.ui.durations import duration, length, unbroken

pytestmark = pytest.mark.usefixtures("application")


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0 s"), (59.6, "1 min 0 s"), (221, "3 min 41 s"), (3600, "1 h 0 min"), (3900, "1 h 5 min")],
)
def test_what_was_held(seconds: float, words: str) -> None:
    assert duration(seconds) == words


@pytest.mark.parametrize("language", ["en_GB", "de_DE"])
@pytest.mark.parametrize(
    ("seconds", "words"),
    [(1.5, "1.5 s"), (45, "45 s"), (60, "60 s"), (61.5, "1 min 1.5 s"), (90, "1 min 30 s"), (120, "2 min")],
)
def test_what_is_planned_is_read_back(seconds: float, words: str, language: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(language))
    written = length(seconds)
    QLocale.setDefault(before)
    assert written == (words.replace(".", ",") if language == "de_DE" else words)
    assert read_seconds(written) == seconds


@pytest.mark.parametrize(
    ("text", "painted"),
    [
        ("3 × 30 s · about 4 min", "3 × 30_s · about 4_min"), ("1 min 30 s of stretching", "1_min 30_s of stretching"),
        ("6 exercises", "6 exercises"), ("2 sets", "2 sets"), ("1 h 5 min", "1_h 5_min"), ("83 %", "83_%"),
    ],
)  # fmt: skip
def test_no_line_ends_between_a_number_and_its_unit(text: str, painted: str) -> None:
    assert unbroken(text).replace("\N{NO-BREAK SPACE}", "_") == painted
