"""Ctrl+Z walks back through everything that was done in the window; Ctrl+Y walks forth."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from hamstring_gui.domain.history import by_hand
from hamstring_gui.domain.routine import Routine
from hamstring_gui.program.deeds import Deed
from hamstring_gui.storage.errors import StorageError
from tests.domain.samples import START
from tests.spread import late
from tests.ui.conftest import Desk
from tests.ui.routines.desk import hold_s, stepper

pytestmark = pytest.mark.thorough

Open = Callable[..., Desk]
Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(open_desk: Open) -> Desk:
    desk = open_desk()
    for days in (1, 2):
        at = START - timedelta(days=days)
        desk.store.put_session(by_hand(f"day{days}", at, at.date(), left_s=60, right_s=60))
    desk.click("History")
    return desk


def delete(desk: Desk, session_id: str) -> None:
    desk.pages.history().table.delete_requested.emit(session_id)


def ids(desk: Desk) -> set[str]:
    return set(desk.store.session_ids())


def undo(desk: Desk) -> None:
    desk.press(Key.Key_Z, CONTROL)


def redo(desk: Desk) -> None:
    desk.press(Key.Key_Z, CONTROL | SHIFT)


def test_a_deleted_session_comes_back_whatever_was_done_since(desk: Desk) -> None:
    delete(desk, "day1")
    desk.click("Today")
    stepper(desk, "Hold").more.click()
    desk.click("Settings")
    assert hold_s(desk) == 35
    undo(desk)
    assert (hold_s(desk), ids(desk)) == (30, {"day2"})
    assert desk.text("notice").startswith("Taken back: Change to Daily band stretch")
    undo(desk)
    assert ids(desk) == {"day1", "day2"}
    assert "Taken back: Deletion of" in desk.text("notice")
    redo(desk)
    assert ids(desk) == {"day2"}
    desk.press(Key.Key_Y, CONTROL)
    assert hold_s(desk) == 35


def test_nothing_is_taken_back_under_a_question_nor_in_a_session(desk: Desk, quick: Routine) -> None:
    delete(desk, "day1")
    desk.click("Export…")
    undo(desk)
    assert (ids(desk), desk.window.asking) == ({"day2"}, "export")
    desk.press(Key.Key_Escape)
    desk.parts.begin(quick)
    undo(desk)
    assert (ids(desk), desk.text("phase")) == ({"day2"}, "GET READY")


def test_the_notice_offers_the_newest_and_no_older_one(desk: Desk) -> None:
    delete(desk, "day1")
    assert desk.shows("Undo")
    desk.click("Today")
    stepper(desk, "Hold").more.click()
    assert not desk.shows("Undo")
    assert ids(desk) == {"day2"}


def test_all_kinds_of_deeds_stand_in_one_line(desk: Desk) -> None:
    goals, rests = desk.store.goals(), desk.store.rest_weeks()
    curl = desk.parts.library.exercises["leg-curl"]
    desk.pages.history().goal_requested.emit(5)
    desk.pages.history().rest_week_requested.emit(desk.pages.history().chart.weeks[-1].start, True)
    desk.click("Routines")
    desk.click("New routine")
    desk.click("Exercises")
    desk.pages.exercises().editor.save_requested.emit(replace(curl, id="", name="Mine", own=True))
    own = next(key for key, one in desk.parts.library.exercises.items() if one.name == "Mine")
    mine = desk.parts.library.exercises[own]
    desk.pages.exercises().editor.save_requested.emit(replace(mine, name="Other"))
    desk.pages.exercises().delete_requested.emit(own)
    assert own not in desk.parts.library.exercises
    desk.click("Today")
    undo(desk)
    assert desk.parts.library.exercises[own].name == "Other"
    undo(desk)
    assert desk.parts.library.exercises[own].name == "Mine"
    undo(desk)
    assert own not in desk.parts.library.exercises
    routines = len(desk.parts.library.known_routines)
    undo(desk)
    assert len(desk.parts.library.known_routines) == routines - 1
    undo(desk)
    assert desk.store.rest_weeks() == rests
    undo(desk)
    assert desk.store.goals() == goals
    for _ in range(6):
        redo(desk)
    assert own not in desk.parts.library.exercises
    assert (desk.store.goals()[-1].days, len(desk.store.rest_weeks())) == (5, 1)


def test_one_that_fails_stays_and_can_be_tried_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    delete(desk, "day1")
    desk.click("Today")

    def full(*_: object) -> None:
        raise StorageError("the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(desk.store, "put_session", full)
        undo(desk)
        assert desk.text("notice") == "the disk is full"
        undo(desk)
        assert ids(desk) == {"day2"}
    desk.click("Undo")
    assert ids(desk) == {"day1", "day2"}


def write_one(desk: Desk) -> str:
    """Save an exercise of one's own, and begin to write in it again; gives its id."""
    curl = desk.parts.library.exercises["leg-curl"]
    desk.click("Exercises")
    desk.pages.exercises().editor.save_requested.emit(replace(curl, id="", name="Mine", own=True))
    own = next(key for key, one in desk.parts.library.exercises.items() if one.name == "Mine")
    desk.pages.exercises().edit_requested.emit(own)
    name = desk.input("Name")
    assert isinstance(name, QLineEdit)
    name.setText("Half written")
    return own


def test_what_is_written_is_not_taken_away_meanwhile(desk: Desk) -> None:
    own = write_one(desk)
    desk.window.undo_requested.emit()
    assert own in desk.parts.library.exercises
    desk.click("Routines")
    desk.click("Undo")
    assert own in desk.parts.library.exercises
    assert "Save or leave" in desk.text("notice")


def test_what_is_done_elsewhere_meanwhile_can_be_taken_back(desk: Desk) -> None:
    write_one(desk)
    desk.click("History")
    delete(desk, "day1")
    desk.click("Undo")
    assert ids(desk) == {"day1", "day2"}


def test_two_deleted_together_can_be_deleted_again_after_a_failure(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    delete(desk, "day1")
    delete(desk, "day2")
    undo(desk)
    real, calls = desk.store.remove_all, []

    def fails_the_second_time(*values: Any) -> None:
        calls.append(values)
        if len(calls) == 2:
            raise StorageError("locked")
        real(*values)

    with monkeypatch.context() as patched:
        patched.setattr(desk.store, "remove_all", fails_the_second_time)
        redo(desk)
    assert desk.text("notice") == "locked"
    redo(desk)
    assert ids(desk) == set()


def test_the_history_that_shows_hears_of_an_exercise_that_changes(desk: Desk) -> None:
    library = desk.parts.library
    own = library.save_exercise(replace(library.exercises["ball-hamstring-release"], id="", name="Mine", own=True))
    desk.store.put_session(by_hand("mine", START, START.date(), left_s=60, right_s=60, exercise=own.id))
    desk.parts.history.refresh()
    before = desk.text("minutes_per_leg")
    library.save_exercise(replace(own, kind="stretch"))
    assert desk.text("minutes_per_leg") != before


def test_the_notices_undo_takes_back_what_it_speaks_of_and_no_more(desk: Desk) -> None:
    notice = desk.window.notice
    delete(desk, "day1")
    notice.hide()
    delete(desk, "day2")
    desk.click("Undo")
    assert ids(desk) == {"day2"}, "they were not deleted together"
    delete(desk, "day2")
    assert notice.undo.isVisible()
    desk.parts.deeds.do(Deed("What shows by itself", list, list))
    assert (notice.isVisible(), notice.undo.isVisible()) == (True, False), "something newer would be taken back"


def to_session(desk: Desk) -> None:
    desk.parts.begin(desk.parts.today.routine())


def to_finish(desk: Desk) -> None:
    to_session(desk)
    desk.pass_time(30)
    desk.parts.conductor.end()
    desk.pages.finish().note.setFocus()


def to_introduction(desk: Desk) -> None:
    desk.parts.introduction.show()
    desk.click("I understand")


def to_search(desk: Desk) -> None:
    desk.click("Exercises")
    desk.press(Key.Key_F, CONTROL)


def to_path(desk: Desk) -> None:
    desk.click("Settings")
    desk.pages.settings().rows["folder"].path.setFocus()


def to_new_exercise(desk: Desk) -> None:
    desk.click("Exercises")
    desk.pages.exercises().new_requested.emit()


def to_written_exercise(desk: Desk) -> None:
    write_one(desk)
    desk.pages.exercises().editor.setFocus()


def to_safety(desk: Desk) -> None:
    desk.pages.today().safety.click()


def to_routines(desk: Desk) -> None:
    desk.click("Routines")
    desk.click("New routine")


@pytest.mark.parametrize("go", [
    late(to_session), late(to_finish), late(to_introduction), to_search, late(to_path), late(to_new_exercise),
    late(to_written_exercise), late(to_safety), late(to_routines),
])  # fmt: skip
def test_what_a_notice_offers_to_take_back_is_taken_back(desk: Desk, go: Callable[[Desk], None]) -> None:
    """Whatever page shows, whatever has the keyboard: by the key that is printed. Nothing is offered in a session."""
    done: list[str] = []
    desk.click("Today")
    go(desk)
    desk.parts.deeds.do(Deed("It", lambda: done.append("done"), lambda: done.append("undone"), "It is done."))
    offered = desk.window.notice.offers_undo
    undo(desk)
    assert done == (["done", "undone"] if offered else ["done"])
    assert offered == (go is not to_session)


@pytest.mark.nightly
def test_what_is_typed_is_taken_back_by_its_field_alone(desk: Desk) -> None:
    to_search(desk)
    desk.press(Key.Key_A)
    delete(desk, "day1")
    for _ in range(3):
        undo(desk)
    assert ids(desk) == {"day2"}, "nor what was done before, by one press too many"
    assert desk.window.focusWidget().text() == ""


def test_the_introduction_shows_the_goal_that_was_taken_back(desk: Desk) -> None:
    goal = desk.parts.settings.goal
    to_introduction(desk)
    desk.pages.introduction().setting_changed.emit("goal", goal + 1)
    undo(desk)
    assert desk.parts.settings.goal == goal
    chosen = [one.text() for one in desk.pages.introduction().habit.goal.buttons if one.isChecked()]
    assert chosen == [str(goal)]
