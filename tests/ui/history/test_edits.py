"""Walks: sessions deleted, changed and added on the History page, and taken back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hamstring_gui.domain.history import HoldRecord, SessionRecord, Tightness
from hamstring_gui.ui.history.sessions_table import SessionsTable
from tests.domain.samples import START
from tests.ui.cases import one_after_another
from tests.ui.conftest import Desk
from tests.ui.history.histories import begin_again

Key = Qt.Key
Open = Callable[..., Desk]
TODAY = START.date()


def past(days: int) -> SessionRecord:
    at = START - timedelta(days=days)
    holds = tuple(
        HoldRecord(n, "band-hamstring-stretch", "right", n + 1, 30.0, 30.0, "held", at + timedelta(seconds=40 * n))
        for n in range(2)
    )
    return SessionRecord(
        f"day{days}", "daily", "Daily", at, at + timedelta(minutes=2), at.date(), "finished", 60, holds
    )


@pytest.fixture
def desk(open_desk: Open) -> Desk:
    return open_desk()


def as_it_opens(desk: Desk) -> None:
    """The History page with sessions of 2, 3 and 9 days ago."""
    begin_again(desk, past(9), past(3), past(2))
    for _ in range(6):
        QApplication.processEvents()


def table_of(desk: Desk) -> SessionsTable:
    return desk.window.findChild(SessionsTable)


def shown(desk: Desk) -> list[str]:
    model = table_of(desk).model
    return [model.session_at(row).id for row in range(model.rowCount())]


def on_disk(desk: Desk) -> dict[str, SessionRecord]:
    return {session.id: session for session in desk.store.sessions()}


@contextmanager
def locked(desk: Desk) -> Iterator[None]:
    """Another program writes to the history all the while."""
    other = sqlite3.connect(desk.paths.database, isolation_level=None)
    desk.store._connection.execute("PRAGMA busy_timeout = 0")
    other.execute("BEGIN IMMEDIATE")
    yield
    other.execute("ROLLBACK")
    other.close()


def delete_and_undo(desk: Desk) -> None:
    before = on_disk(desk)
    table_of(desk).go_to("day3")
    desk.click("Delete")
    assert list(on_disk(desk)) == ["day9", "day2"]
    assert shown(desk) == ["day2", "day9"]
    assert "Daily" in desk.text("notice")
    desk.click("Undo")
    assert on_disk(desk) == before
    assert shown(desk) == ["day2", "day3", "day9"]


def an_undo_that_fails_can_be_pressed_again(desk: Desk) -> None:
    before = on_disk(desk)
    table_of(desk).go_to("day3")
    desk.click("Delete")
    for _ in range(2):
        with locked(desk):
            desk.click("Undo")
        assert "day3" not in on_disk(desk)
        assert "database" in desk.text("notice")
    desk.click("Undo")
    assert on_disk(desk) == before
    assert shown(desk) == ["day2", "day3", "day9"]
    assert not desk.shows("Undo")


def deletions_in_a_row_come_back_together(desk: Desk) -> None:
    before = on_disk(desk)
    for one in ("day3", "day2"):
        table_of(desk).go_to(one)
        desk.click("Delete")
    assert desk.text("notice") == "2 sessions deleted."
    desk.click("Undo")
    assert on_disk(desk) == before
    table_of(desk).go_to("day9")
    desk.click("Delete")
    assert desk.text("notice").startswith("Deleted: Daily")
    desk.click("Close notice")
    table_of(desk).go_to("day3")
    desk.click("Delete")
    desk.click("Undo")
    assert list(on_disk(desk)) == ["day3", "day2"]


def edit_and_undo(desk: Desk, qtbot) -> None:
    before = on_disk(desk)
    table_of(desk).go_to("day2")
    desk.click("Edit")
    desk.input("Note").setPlainText("felt fine\nlater stiff")
    qtbot.keyClicks(desk.input("Tightness left"), "6")
    desk.press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    after = on_disk(desk)["day2"]
    assert after == replace(before["day2"], note="felt fine\nlater stiff", tightness=Tightness(6, None))
    desk.click("Undo")
    assert on_disk(desk) == before


def what_can_not_be_saved_stays_on_the_card(desk: Desk) -> None:
    table_of(desk).edit_requested.emit("day2")
    desk.input("Note").setPlainText("took minutes to write")
    with locked(desk):
        desk.click("Save")
    assert desk.window.asking == "edit session"
    assert "database" in desk.text("card_problem")
    desk.click("Save")
    assert not desk.window.asking
    assert on_disk(desk)["day2"].note == "took minutes to write"


def the_note_of_a_session_of_a_day_to_come_can_be_changed(desk: Desk) -> None:
    ahead = replace(past(-8), id="ahead")
    desk.store.put_session(ahead)
    table_of(desk).edit_requested.emit("ahead")
    assert "still to come" in desk.text("day_said")
    date_field = desk.input("Date")
    typed = date_field.text()
    date_field.setText((ahead.day + timedelta(days=1)).isoformat())
    desk.click("Save")
    assert "still to come" in desk.text("card_problem")
    date_field.setText(typed)
    desk.input("Note").setPlainText("the clock was wrong")
    desk.click("Save")
    assert on_disk(desk)["ahead"] == replace(ahead, note="the clock was wrong")


def dates_are_told_from_the_day_that_the_program_knows(desk: Desk) -> None:
    desk.clock.wall = desk.clock.wall.replace(year=2031)
    desk.parts.history.refresh()
    model = table_of(desk).model
    assert "2026" in str(model.data(model.index(0, 0)))


def changing_the_date_moves_the_session(desk: Desk) -> None:
    before = on_disk(desk)["day2"]
    desk.parts.records.known.sessions  # noqa: B018
    table_of(desk).edit_requested.emit("day2")
    date_field = desk.input("Date")
    date_field.setText("soon")
    desk.click("Save")
    assert "no date" in desk.text("card_problem")
    date_field.setText((TODAY + timedelta(days=1)).isoformat())
    desk.click("Save")
    assert "still to come" in desk.text("card_problem")
    date_field.setText((before.day - timedelta(days=2)).isoformat())
    desk.press(Key.Key_Return)
    after = on_disk(desk)["day2"]
    assert after.day == before.day - timedelta(days=2)
    assert after.started_at == before.started_at - timedelta(days=2)
    assert shown(desk) == ["day3", "day2", "day9"]


def leaving_the_card_changes_nothing(desk: Desk) -> None:
    before = on_disk(desk)
    table_of(desk).edit_requested.emit("day2")
    desk.input("Note").setPlainText("never mind")
    desk.press(Key.Key_Escape)
    assert not desk.window.asking
    assert on_disk(desk) == before
    assert not desk.shows("Undo")


def a_note_that_nobody_touched_is_not_shortened(desk: Desk, qtbot) -> None:
    long = replace(past(2), note="x" * 20_000)
    desk.store.put_session(long)
    table_of(desk).edit_requested.emit("day2")
    qtbot.keyClicks(desk.input("Tightness right"), "3")
    desk.click("Save")
    assert on_disk(desk)["day2"] == replace(long, tightness=Tightness(None, 3))


def add_past_session(desk: Desk) -> None:
    desk.click("Add past session")
    desk.click("Save")
    assert desk.text("card_problem") == "Say how many minutes, for one leg at least."
    assert len(on_disk(desk)) == 3
    desk.input("Date").setFocus()
    desk.press(Key.Key_Down)
    assert "yesterday" in desk.text("day_said")
    desk.input("Minutes right").setText("two")
    desk.click("Save")
    assert "600" in desk.text("card_problem")
    desk.input("Minutes right").setText("2")
    desk.input("Minutes left").setText("1:30")
    desk.click("Daily band stretch")
    desk.click("Save")
    added = next(one for one in desk.store.sessions() if one.source == "by hand")
    assert added.day == TODAY - timedelta(days=1)
    assert added.routine == "daily-band-stretch"
    assert [(h.side, h.held_s, h.exercise) for h in added.holds] == [
        ("left", 90, "band-hamstring-stretch"),
        ("right", 120, "band-hamstring-stretch"),
    ]
    assert shown(desk)[0] == added.id
    desk.click("Undo")
    assert len(on_disk(desk)) == 3


def a_chosen_week_shows_its_sessions_alone(desk: Desk) -> None:
    page = desk.pages.history()
    monday = past(9).day - timedelta(days=past(9).day.weekday())
    page.choose((monday, monday + timedelta(days=6)))
    assert shown(desk) == ["day9"]
    table_of(desk).days_chip.click()
    assert len(shown(desk)) == 3
    assert page.chart._chosen is None


def a_session_of_another_day_than_the_chosen_one_is_shown(desk: Desk) -> None:
    page = desk.pages.history()
    for chosen, found in ((past(3).day, ["day3"]), (past(4).day, [])):
        page.choose((chosen, chosen))
        assert shown(desk) == found
        page.table.add_requested.emit()
        desk.input("Date").setText(TODAY.isoformat())
        desk.input("Minutes left").setText("3")
        desk.click("Save")
        assert len(shown(desk)) == len(on_disk(desk))
        assert page.calendar.chosen is None


test_sessions_are_deleted_changed_and_added = one_after_another(
    delete_and_undo,
    an_undo_that_fails_can_be_pressed_again,
    deletions_in_a_row_come_back_together,
    edit_and_undo,
    what_can_not_be_saved_stays_on_the_card,
    the_note_of_a_session_of_a_day_to_come_can_be_changed,
    changing_the_date_moves_the_session,
    leaving_the_card_changes_nothing,
    a_note_that_nobody_touched_is_not_shortened,
    add_past_session,
    a_chosen_week_shows_its_sessions_alone,
    a_session_of_another_day_than_the_chosen_one_is_shown,
    dates_are_told_from_the_day_that_the_program_knows,
    first=as_it_opens,
)
