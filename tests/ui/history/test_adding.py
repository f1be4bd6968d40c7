"""Walks: sessions added by hand count as what they were, and the card begins with what the routine asks for."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel

from hamstring_gui.domain.consistency import Legs, Week
from hamstring_gui.domain.history import Tightness, by_hand
from hamstring_gui.ui.history.day_field import DayField
from hamstring_gui.ui.history.session_editor import Written
from hamstring_gui.ui.history.weeks_drawn import ChartShown
from hamstring_gui.ui.theme import theme_of
from tests.domain.samples import START
from tests.ui.cases import one_after_another
from tests.ui.conftest import Desk
from tests.ui.history.histories import begin_again

Open = Callable[..., Desk]


@pytest.fixture
def desk(open_desk: Open) -> Desk:
    return open_desk()


def as_it_opens(desk: Desk) -> None:
    """History open, with a session of today in it."""
    begin_again(desk, by_hand("one", START, START.date(), left_s=100, right_s=80))


def add(desk: Desk, routine: str, left: str = "", right: str = "") -> Week:
    """This week, with a session that was added by hand: of a routine, for so many minutes, or as long as it says."""
    desk.click("Add past session")
    desk.click(routine)
    for name, minutes in (("Minutes left", left), ("Minutes right", right)):
        if minutes:
            desk.input(name).setText(minutes)
    desk.click("Save")
    return desk.parts.records.weeks[-1]


def legs_up_the_wall_are_added_as_a_rest_pose(desk: Desk) -> None:
    before = desk.parts.records.weeks[-1]
    after = add(desk, "Legs up the wall", "10", "10")
    assert after.resting_s == before.resting_s + 600
    assert after.stretched == before.stretched


def a_mixed_routine_is_added_as_it_is(desk: Desk) -> None:
    before = desk.parts.records.weeks[-1]
    after = add(desk, "Three daily habits", left="5")
    assert after.stretched == Legs(before.stretched.left + 300, before.stretched.right + 90)
    assert (after.strength_s, after.massage_s) == (before.strength_s + 200, before.massage_s + 120)


def the_card_begins_with_the_routines_dose(desk: Desk) -> None:
    desk.click("Add past session")

    def minutes() -> list[str]:
        return [desk.input(name).text() for name in ("Minutes left", "Minutes right")]

    for routine, dose, said in (
        ("Daily band stretch", "1:30", "These are minutes of hamstring stretches."),
        ("Legs up the wall", "2", "These count as rest poses, not as minutes of stretching a leg."),
        ("Three daily habits", "1:30", "; 5 min 20 s of other exercises are added, as the routine has them."),
        ("Just stretched", "", "These are minutes of hamstring stretches."),
    ):
        desk.click(routine)
        assert minutes() == [dose, dose]
        assert desk.text("counted_as").endswith(said)
    desk.input("Minutes left").setText("4")
    desk.click("Desk break")
    assert minutes() == ["4", "1"], "what was typed stays"


def left_stands_before_right_on_the_card(desk: Desk) -> None:
    desk.click("Add past session")
    for one, other in (("Minutes left", "Minutes right"), ("Tightness left", "Tightness right")):
        left, right = (desk.input(name).mapTo(desk.window, QPoint()) for name in (one, other))
        assert (left.y(), left.x()) < (right.y(), right.x())


def in_a_low_window_the_card_shows_what_is_wrong_and_where(desk: Desk) -> None:
    desk.window.resize(900, 510)
    QApplication.processEvents()
    desk.click("Add past session")
    for _ in range(4):
        QApplication.processEvents()
    left, right = desk.input("Minutes left"), desk.input("Minutes right")
    left.setText("3")
    right.setText("two")
    desk.click("Save")
    for _ in range(4):
        QApplication.processEvents()
    assert desk.window.focusWidget() is right
    assert desk.text("card_problem").startswith("Minutes right:")
    (problem,) = [one for one in desk.window.findChildren(QLabel, "card_problem") if one.isVisible()]
    ink = problem.palette().color(problem.foregroundRole())
    assert ink == theme_of(problem.palette()).hold
    for widget in (right, problem, desk.button("Save"), desk.button("Cancel")):
        assert widget.visibleRegion().boundingRect() == widget.rect(), widget.objectName()


def what_is_written_is_kept_and_nothing_written_is_no_deed(desk: Desk) -> None:
    page, deeds = desk.pages.history(), desk.parts.deeds
    page.added.emit(Written(START.date(), Tightness(3, None), "in the park", 60.0, 60.0))
    (session,) = (one for one in desk.store.sessions() if one.id != "one")
    assert (session.note, session.tightness) == ("in the park", Tightness(3, None))
    newest = deeds.newest
    page.edited.emit(session, Written(session.day, session.tightness, session.note))
    assert deeds.newest == newest
    page.edited.emit(session, Written(session.day, session.tightness, "at home"))
    assert deeds.newest != newest


def what_the_window_writes_and_draws_is_what_was_set(desk: Desk, tmp_path: Path) -> None:
    records, page = desk.parts.records, desk.pages.history()
    records.mark_rest(records.this_week().start, True)
    records.put_goals(records.goals_with(5))
    desk.parts.history.exchange.write("json", tmp_path / "out.json", ChartShown((), page.chart.picture))
    written = json.loads((tmp_path / "out.json").read_text())
    assert (len(written["rest_weeks"]), [goal["days"] for goal in written["goals"]][-1]) == (1, 5)
    page.chart_card.measure.buttons[1].click()
    for lines in (False, True):
        desk.parts.preferences.change(reference_lines=lines)
        desk.parts.history.refresh()
        assert bool(page.chart.picture.doses) == lines


test_sessions_are_added_by_hand = one_after_another(
    legs_up_the_wall_are_added_as_a_rest_pose,
    a_mixed_routine_is_added_as_it_is,
    the_card_begins_with_the_routines_dose,
    left_stands_before_right_on_the_card,
    what_is_written_is_kept_and_nothing_written_is_no_deed,
    what_the_window_writes_and_draws_is_what_was_set,
    in_a_low_window_the_card_shows_what_is_wrong_and_where,
    first=as_it_opens,
)


def test_a_day_too_long_ago_is_told_the_first_one(application: QApplication) -> None:
    today = date(2026, 11, 22)
    field = DayField("Date", today, today)
    field.field.setText("1/1/1960")
    assert field.problem == "That is too long ago: the first day is 01/01/1970."
    field.field.setText("1/1/1970")
    assert field.problem == ""
