"""Labels whose lines don't end within an amount, though their text has its spaces."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel

from hamstring_gui.ui import wording
from hamstring_gui.ui.controls.fitted import FittedText
from hamstring_gui.ui.controls.labels import LONGEST_TIP_LINE, Facts, Text, facts_in_lines, tip_of
from hamstring_gui.ui.durations import unbroken
from hamstring_gui.ui.session.headed_text import HeadedText

pytestmark = pytest.mark.usefixtures("application")

AMOUNTS = "Each leg · 3 × 30 s · about 4 min · 1 min 30 s of stretching a leg, 7 of 10 days, 2 sets"
WIDTHS = range(60, 700, 10)


def as_laid_out(label: QLabel) -> QLabel:
    """A label of Qt's own whose text has spaces that no line ends at."""
    own = QLabel(unbroken(label.text()))
    own.setFont(label.font())
    own.setWordWrap(True)
    return own


@pytest.mark.parametrize("text", [AMOUNTS, "Nothing to count here, but words that need lines", "12 s"])
def test_a_label_takes_the_room_of_whole_amounts_and_keeps_its_text(text: str) -> None:
    label = Text(text, wrap=True)
    own = as_laid_out(label)
    assert [label.heightForWidth(width) for width in WIDTHS] == [own.heightForWidth(width) for width in WIDTHS]
    assert label.minimumSizeHint().width() == own.minimumSizeHint().width()
    assert (label.text(), label.accessibleName()) == (text, "")
    label.show_text("1 min 30 s")
    label.set_scale(2.0)
    own = as_laid_out(label)
    assert [label.heightForWidth(width) for width in WIDTHS] == [own.heightForWidth(width) for width in WIDTHS]


@pytest.mark.painted
@pytest.mark.parametrize("width", [90, 150, 260])
def test_no_painted_line_ends_within_an_amount(width: int) -> None:
    label = Text(AMOUNTS, wrap=True)
    own = as_laid_out(label)
    for one in (label, own):
        one.resize(width, label.heightForWidth(width))
    assert label.grab().toImage() == own.grab().toImage()
    own.setText(AMOUNTS)
    assert label.grab().toImage() != own.grab().toImage()


def test_what_is_read_from_the_mat_and_at_a_session_s_end_is_laid_out_so_too() -> None:
    summary, fitted = HeadedText("summary", 20, 14), FittedText("next")
    fitted.setWordWrap(True)
    for label in (summary, fitted):
        label.show_text("1 min 30 s")
        assert label.text() == "1 min 30 s"
    assert summary.minimumSizeHint().width() == summary.sizeHint().width(), "it is one piece"
    fitted.set_sizes(12, 40)
    fitted.resize(60, 400)
    assert fitted.letter_px < 20, "where it were three lines, these would be the largest letters that do"


def test_a_long_tip_is_broken_elsewhere() -> None:
    tip = tip_of("x" * (LONGEST_TIP_LINE - 6) + " 1 min 30 s of stretching a leg")
    assert tip.split("\n")[1] == "1 min 30 s of stretching a leg"


def test_a_label_is_laid_out_once_for_each_width_and_anew_with_other_words_or_letters(
    application, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    height = QLabel.heightForWidth
    monkeypatch.setattr(QLabel, "heightForWidth", lambda self, width: asked.append(width) or height(self, width))
    label = Text("Lie on your back, and put the strap round your foot.", wrap=True)
    once = [label.heightForWidth(width) for width in (90, 400, 90, 400)]
    assert once[:2] == once[2:]
    assert once[0] > once[1]
    assert asked == [90, 400]
    label.show_text("Lie down.")
    short = label.heightForWidth(90)
    assert short < once[0]
    label.set_scale(2.0)
    assert label.heightForWidth(90) > short
    assert asked == [90, 400, 90, 90]


@pytest.mark.parametrize(
    ("text", "letters", "lines"),
    [
        ("1 of 3 days · 2 min 15 s held", 29, ["1 of 3 days · 2 min 15 s held"]),
        ("1 of 3 days · 2 min 15 s held", 24, ["1 of 3 days", "2 min 15 s held"]),
        ("1 min of stretching a leg, 5 min 20 s other", 34, ["1 min of stretching a leg,", "5 min 20 s other"]),
        ("Each leg · 3 × 30 s · about 4 min · 2 min a leg", 38, ["Each leg · 3 × 30 s · about 4 min", "2 min a leg"]),
        ("Today · 6 of 6 holds · 3 min · Tightness: left 3", 30, ["Today · 6 of 6 holds · 3 min", "Tightness: left 3"]),
        ("A fact · another one here · and one · more of it", 20, ["A fact · another one here · and one · more of it"]),
    ],
)
def test_facts_begin_a_line_where_they_have_no_room_on_one(text: str, letters: int, lines: list[str]) -> None:
    facts = Facts(text, wrap=True)
    width = facts.fontMetrics().horizontalAdvance(text) * letters // len(text) + 1
    assert facts_in_lines(text, facts.fontMetrics(), width).split("\n") == lines
    assert facts.text() == text
    if len(lines) > 1:
        assert facts.heightForWidth(width) == len(lines) * facts.heightForWidth(10_000)


class _Asked(QFontMetrics):
    """Letters that take note of how often it is asked how high a text is."""

    times = 0

    def boundingRect(self, *asked: object) -> QRect:  # type: ignore[override]
        self.times += 1
        return super().boundingRect(*asked)  # type: ignore[call-overload,no-any-return]


def test_how_high_facts_are_is_asked_only_where_their_lines_end_elsewhere(qapp: QApplication) -> None:
    """A start tells some forty facts; nearly all have room on their line."""
    metrics = _Asked(qapp.font())
    assert facts_in_lines("3 sets · 2 min", metrics, 1000) == "3 sets · 2 min"
    assert metrics.times == 0
    assert facts_in_lines("3 sets · 2 min", metrics, metrics.horizontalAdvance("3 sets ·")) == "3 sets\n2 min"
    assert metrics.times == 2


def test_a_name_that_has_no_room_keeps_what_facts_are_apart_by() -> None:
    name, facts = "Stretch of mine · evening", Facts(wrap=True)
    text = f"{name} · 2 of 2 holds"
    width = facts.fontMetrics().horizontalAdvance("Stretch of mine · ")
    facts.show_facts(text, name)
    assert facts._in_lines(text, width).split("\n") == [name, "2 of 2 holds"]
    facts.show_facts(text)
    assert facts._in_lines(text, width).split("\n") == [*name.split(" · "), "2 of 2 holds"]


def test_facts_are_apart_by_what_the_language_has_between_them(
    application: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wording, "translate", lambda _context, text, *_: text.replace(" · ", " / "))
    facts = Facts(wrap=True)
    facts.show_facts(wording.facts(["3 of 3 days", "2 min held", "A · B"]))
    assert facts.text() == "3 of 3 days / 2 min held / A · B"
    width = facts.fontMetrics().horizontalAdvance("3 of 3 days /")
    assert facts._in_lines(facts.text(), width).split("\n") == ["3 of 3 days", "2 min held", "A · B"]
