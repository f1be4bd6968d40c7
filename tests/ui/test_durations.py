"""Lengths of time in words, and read back by the same program."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from hamstring_gui.domain.durations import read_seconds
from hamstring_gui.ui.durations import LONGEST_UNBROKEN, duration, length, unbroken

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
        ("3 × 30 s · about 4 min", "3_×_30_s · about 4_min"), ("1 min 30 s of stretching", "1_min_30_s of stretching"),
        ("2 sets", "2_sets"), ("1 h 5 min", "1_h_5_min"), ("83 %", "83_%"), ("7 of 10 days", "7_of_10_days"),
        ("6 of 6 holds, 1 cut short", "6_of_6_holds, 1_cut short"), ("2 × 10 reps", "2_×_10_reps"),
        ("12 s of 30 s", "12_s of 30_s"), ("L 0.7 · R 0.7", "L_0.7 · R_0.7"),
        ("Tightness L 5 → 5 · R 10 → 4", "Tightness L_5_→_5 · R_10_→_4"), ("6 → 4", "6_→_4"), ("2 → ", "2 → "),
        ("3 Sätze zu 1,5 s", "3_Sätze zu 1,5_s"),
        ("3 × 1 min 30 s, L 4", "3_×_1_min_30_s, L_4"), ("Dead bug × 3", "Dead bug ×_3"), ("4. Then 5", "4. Then 5"),
        ("from 12 von 100 Wiederholungen", "from 12 von 100_Wiederholungen"), ("123456789012 s", "123456789012_s"),
        ("3 von 7 Tagen", "3_von_7_Tagen"), ("goal met in week 4: fine", "goal met in week 4: fine"), ("", ""),
        ("2 active days so far, goal 4", "2_active days so far, goal_4"),
        ("1 active day, goal 3, below it", "1_active day, goal_3, below it"),
        ("kept; Ziel 4 · gut", "kept; Ziel_4 · gut"),
        ("held, rest 10 s", "held, rest 10_s"),
    ],
)  # fmt: skip
def test_no_line_ends_within_an_amount(text: str, painted: str) -> None:
    assert unbroken(text).replace("\N{NO-BREAK SPACE}", "_") == painted


@pytest.mark.parametrize(
    "words",
    ["in 4 out 6 ", "3 × ", "A 1 ", "1 h 5 min 30 s ", "hold 30 s, rest 10 s ", "1 a b 2 ", "12 von 100 Sätzen à 5 "],
)
def test_what_others_write_is_never_one_piece(words: str) -> None:
    text = unbroken(words * 8)
    assert max(map(len, text.split(" "))) <= LONGEST_UNBROKEN + 1, text
    assert "\N{NO-BREAK SPACE}" in text


@pytest.mark.parametrize(
    ("text", "painted"),
    [
        ("Donaudampfschiff", "Donaudampfschiff"), ("x" * 24, "x" * 24), ("x" * 24 + ".", "x" * 24 + "|."),
        ("a " + "x" * 50, "a " + "x" * 24 + "|" + "x" * 24 + "|xx"), ("a day " * 10, "a day " * 10),
        ("é" * 50, "é" * 24 + "|" + "é" * 24 + "|éé"), ("ж" * 25, "ж" * 24 + "|ж"), ("_-" * 13, "_-" * 12 + "|_-"),
        ("e\u0301" * 26, "e\u0301" * 24 + "|" + "e\u0301" * 2), ("ש" * 25, "ש" * 24 + "|ש"),
    ],
)  # fmt: skip
def test_a_word_without_an_end_goes_on_in_the_next_line(text: str, painted: str) -> None:
    assert unbroken(text).replace("\N{ZERO WIDTH SPACE}", "|") == painted


@pytest.mark.parametrize(
    "letters",
    [
        "กำลัง", "ນ້ຳ", "ក្រុម", "नमस्ते", "مرحبا", "拉伸腿筋", "다리", "x\u20e3", "1\ufe0f\u20e3", "❤\ufe0f", "👩\u200d🦰",
        "👍🏽", "x\u200d", "x\u0903", "\u05d1\u05bc",
    ],
)  # fmt: skip
def test_no_letter_is_broken_and_none_that_joins_another(letters: str) -> None:
    for before in range(25):
        word = "x" * before + letters * 30
        pieces = unbroken(word).split("\N{ZERO WIDTH SPACE}")
        assert "".join(pieces) == word
        assert all(piece.isascii() for piece in pieces[:-1])
