"""Today says whether one keeps at it: the streak, the consistency, and how tightness moves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from hamstring_gui.domain.history import SessionRecord, Tightness, by_hand
from hamstring_gui.domain.looking_back import Keeping, Trend
from hamstring_gui.ui.controls.sheet import scale_all
from hamstring_gui.ui.today.keeping import KeepingFigures, tightness_moves
from hamstring_gui.ui.today.page import _KeepingCard
from tests.domain.samples import START
from tests.ui.conftest import Desk

Open = Callable[..., Desk]
TODAY = date(2026, 11, 22)
AUGUST = date(2026, 8, 3)


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        (None, None, ""),
        (Trend(6, 4, AUGUST), Trend(6.2, 3.9, AUGUST), "Tightness 6 → 4 since August"),
        (Trend(6, 4, AUGUST), Trend(5, 4.5, AUGUST), "Tightness L 6 → 4 · R 5 → 5 since August"),
        (Trend(6, 4, AUGUST), None, "Tightness L 6 → 4 since August"),
        (None, Trend(6, 7.5, date(2025, 8, 4)), "Tightness R 6 → 8 since August 2025"),
        (Trend(6, 4, date(2026, 11, 2)), None, "Tightness L 6 → 4 since 2 November"),
        (Trend(6, 4, date(2025, 11, 3)), None, "Tightness L 6 → 4 since November 2025"),
    ],
)
def test_how_tightness_moves(application, left: Trend | None, right: Trend | None, told: str) -> None:
    assert tightness_moves(left, right, TODAY) == told


class Polish(QTranslator):
    """Has three forms, of which none is that of one alone."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        few = n % 10 in (2, 3, 4) and n not in (12, 13, 14)
        return f"%n {'tydzień' if n == 1 else 'tygodnie' if few else 'tygodni'} z rzędu" if "in a row" in source else ""


@pytest.mark.parametrize(
    ("weeks", "words"),
    [(1, "tydzień z rzędu"), (3, "tygodnie z rzędu"), (5, "tygodni z rzędu")],
)
def test_each_number_of_weeks_has_its_form(application, weeks: int, words: str) -> None:
    polish = Polish()
    application.installTranslator(polish)
    figures = KeepingFigures()
    figures.show_keeping(Keeping(weeks, None, 0, None, None), TODAY)
    application.removeTranslator(polish)
    assert (figures.streak.text(), figures.streak_words.text()) == (str(weeks), words)


def past(days: int) -> SessionRecord:
    at = START - timedelta(days=days)
    rated = Tightness(6, 5) if days > 20 else Tightness(4, 5)
    return by_hand(f"day{days}", at, at.date(), left_s=60, right_s=60, tightness=rated)


def test_keeping_is_shown_once_the_history_was_read(open_desk: Open, qtbot) -> None:
    """After the first picture; a new history promises nothing."""
    desk = open_desk()
    desk.go_on_after_the_first_picture()
    qtbot.waitUntil(lambda: desk.text("streak") == "0")
    assert (desk.text("consistency"), desk.text("consistency_words")) == ("–", "no full week yet")
    assert not desk.shows("tightness_moves")
    desk.store.put_all([past(7 * week + day) for week in range(1, 6) for day in range(2 if week == 2 else 3)])
    desk.parts.today.show()
    assert (desk.text("streak"), desk.text("streak_words")) == ("1", "week in a row")
    assert (desk.text("consistency"), desk.text("consistency_words")) == ("93 %", "over 5 weeks")
    assert desk.text("tightness_moves") == "Tightness L 6 → 4 · R 5 → 5 since October"
    desk.parts.records.mark_rest(date(2026, 11, 2), True)
    assert (desk.text("streak"), desk.text("consistency_words")) == ("4", "over 4 weeks")


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.2])
def test_there_is_room_for_the_figures_before_they_are_known(qtbot, application: QApplication, scale: float) -> None:
    card = _KeepingCard()
    qtbot.addWidget(card)
    scale_all(card.findChildren(QWidget), scale)
    card.resize(600, 400)
    card.show()
    qtbot.wait(20)
    before = card._room.height()
    card.show_keeping(Keeping(3, 0.8, 5, None, None), TODAY)
    qtbot.wait(20)
    assert card._figures is not None
    assert abs(card._figures.height() - before) <= 2
    assert card._room.isHidden()


def test_a_rest_week_looks_like_one(open_desk: Open) -> None:
    desk = open_desk()
    desk.store.put_session(past(1))
    desk.parts.records.mark_rest(date(2026, 11, 16), True)
    assert desk.text("date_line") == "Sunday 22 November · this is a rest week"
    assert desk.text("week_line") == "Rest week · 1 day · 2 min 0 s held"
    dots = desk.pages.today().week.dots
    assert dots.accessibleDescription() == "A rest week. Active days: Saturday."
    drawn = dots.grab().toImage()
    dots.show_week(replace(desk.parts.records.this_week(), rest=False), TODAY)
    assert dots.grab().toImage() != drawn


def test_a_first_week_asks_for_the_days_that_it_had(open_desk: Open) -> None:
    desk = open_desk()
    desk.store.put_session(past(1))
    desk.parts.today.show()
    assert desk.text("week_line").startswith("1 of 2 days")
    assert desk.text("date_line").endswith("one more day meets this week’s goal")
    assert desk.pages.today().week.dots.accessibleDescription().endswith("Goal of this first week: 2.")
    assert desk.parts.history.goal == 3
    # Today's week is put together from its own sessions, the first of which may have been late in it.
    desk.store.put_session(past(20))
    desk.parts.today.show()
    assert desk.text("week_line").startswith("1 of 3 days")
