"""Walks: sessions deleted, changed, added, exported and imported on the History page, and taken back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hamstring_gui.domain.history import HoldRecord, SessionRecord, Tightness
from hamstring_gui.ui import file_dialogs
from hamstring_gui.ui.history.sessions_table import SessionsTable
from hamstring_gui.ui.history.weeks_drawn import ChartShown
from tests.domain.samples import START
from tests.ui.cases import one_after_another
from tests.ui.conftest import Desk
from tests.ui.history.histories import begin_again, said

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


# -- files -----------------------------------------------------------------------------------------------------------
EXPORTS = (
    ("Everything (JSON)", "json", b"{"), ("Spreadsheet (CSV)", "csv", b"\xef\xbb\xbf"), ("PDF summary", "pdf", b"%PDF"),
    ("Picture of the chart", "png", b"\x89PNG"),
)  # fmt: skip


def export(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for words, suffix, beginning in EXPORTS:
        file = tmp_path / f"out.{suffix}"
        monkeypatch.setattr(file_dialogs, "ask_where_to", lambda *_, file=file: file)
        desk.click("Export…")
        desk.click(words)
        assert str(file) in desk.text("notice")
        assert file.read_bytes().startswith(beginning), words


def chart_shown(desk: Desk) -> ChartShown:
    chart = desk.pages.history().chart
    return ChartShown(chart.weeks, chart.picture)


def the_printed_weeks_are_those_of_the_window(desk: Desk, tmp_path: Path) -> None:
    QPdfDocument = pytest.importorskip("PySide6.QtPdf", reason="not in PySide6-Addons from 6.12 on").QPdfDocument
    for first_day, number in (("monday", 1), ("sunday", 7)):
        desk.hamstring.preferences.change(first_day=first_day)
        desk.parts.history.refresh()
        desk.parts.history.exchange.write("pdf", tmp_path / "printed.pdf", chart_shown(desk))
        document = QPdfDocument()
        assert document.load(str(tmp_path / "printed.pdf")) == QPdfDocument.Error.None_
        start = desk.pages.history().chart.weeks[-1].start
        assert start.isoweekday() == number
        assert f"\n{start.day} {start:%B %Y}" in document.getAllText(0).text().replace("\r\n", "\n")


TITLES = {
    "Active days": "Active days a week", "Minutes held": "Minutes of hamstring", "Tightness": "Tightness, 0"
}  # fmt: skip


def the_picture_is_that_of_the_window(desk: Desk, tmp_path: Path) -> None:
    desk.hamstring.preferences.change(reference_lines=False)
    desk.parts.history.refresh()
    desk.click("12 weeks")
    for measure, title in TITLES.items():
        desk.click(measure)
        desk.parts.history.exchange.write("picture", tmp_path / "chart.svg", chart_shown(desk))
        drawn = (tmp_path / "chart.svg").read_text("utf-8")
        assert f"<title>{title}" in drawn
        assert "; ".join(said(desk)) in drawn
        assert "min a leg" not in drawn, "the doses of studies are put away"


def an_export_that_fails_says_why(desk: Desk, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(file_dialogs, "ask_where_to", lambda *_: tmp_path / "no" / "folder" / "x.json")
    desk.click("Export…")
    desk.click("Everything (JSON)")
    assert "no such" in desk.text("notice").lower()


def a_file(desk: Desk, tmp_path: Path) -> Path:
    """An export with everything that is there, and one session more, a goal and a rest week."""
    file = tmp_path / "other.json"
    desk.parts.history.exchange.write("json", file, chart_shown(desk))
    document = json.loads(file.read_text())
    more = dict(document["sessions"][0], id="another", day="2020-02-29", started_at="2020-02-29T10:00:00+00:00")
    document["sessions"].append(more)
    document["goals"] = [{"since": "2020-01-01", "days": 5}]
    document["rest_weeks"] = ["2020-03-02"]
    file.write_text(json.dumps(document))
    return file


def import_is_previewed_carried_out_and_taken_back(desk: Desk, tmp_path: Path, monkeypatch) -> None:
    before = on_disk(desk)
    file = a_file(desk, tmp_path)
    monkeypatch.setattr(file_dialogs, "ask_for_file", lambda *_: file)
    desk.click("Import…")
    assert "1 session is new. 3 are already here" in desk.text("question_text")
    desk.click("Cancel")
    assert on_disk(desk) == before
    desk.window.files_dropped.emit([str(file)])
    desk.click("Import")
    assert set(on_disk(desk)) == {*before, "another"}
    assert (len(desk.store.goals()), desk.store.rest_weeks()) == (1, {date(2020, 3, 2)})
    desk.click("Undo")
    assert on_disk(desk) == before
    assert (desk.store.goals(), desk.store.rest_weeks()) == ((), frozenset())


def of_files_dropped_together_the_first_is_looked_at(desk: Desk, tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.json" for name in "ab"]
    for file in files:
        file.write_text(json.dumps({"sessions": [{"id": file.stem, "day": "2026-11-16", "held_s": 60}]}))
    desk.window.files_dropped.emit([str(file) for file in files])
    assert desk.text("question_title") == "Import a.json?"
    assert "one at a time" in desk.text("notice")
    desk.click("Import")
    assert set(on_disk(desk)) == {"day9", "day3", "day2", "a"}


def sessions_of_days_to_come_are_told_before_they_are_imported(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "ahead.json"
    days = [TODAY + timedelta(days=n) for n in (0, 1, 7)]
    file.write_text(json.dumps({"sessions": [{"day": day.isoformat(), "held_s": 60} for day in days]}))
    desk.window.files_dropped.emit([str(file)])
    assert "2 of the new ones lie in the future" in desk.text("question_text")


def a_broken_file_is_refused_with_its_place(desk: Desk, tmp_path: Path) -> None:
    file = a_file(desk, tmp_path)
    document = json.loads(file.read_text())
    document["sessions"][3]["holds"][1]["held_s"] = -1
    file.write_text(json.dumps(document))
    desk.window.files_dropped.emit([str(file)])
    assert "nothing is imported" in desk.text("question_text")
    assert "held_s" in desk.text("question_text")
    assert not desk.shows("Import")
    desk.press(Key.Key_Escape)
    assert len(on_disk(desk)) == 3


def a_strange_file_is_refused(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "strange.csv"
    file.write_text("one,two\n1,2\n")
    desk.window.files_dropped.emit([str(file)])
    assert "neither" in desk.text("notice")


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
test_files_go_out_and_come_in = one_after_another(
    export,
    the_printed_weeks_are_those_of_the_window,
    the_picture_is_that_of_the_window,
    an_export_that_fails_says_why,
    import_is_previewed_carried_out_and_taken_back,
    of_files_dropped_together_the_first_is_looked_at,
    sessions_of_days_to_come_are_told_before_they_are_imported,
    a_broken_file_is_refused_with_its_place,
    a_strange_file_is_refused,
    first=as_it_opens,
)
