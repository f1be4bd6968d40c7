"""Walks: histories and charts exported, and histories imported, on the History page."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from hamstring_gui.ui import file_dialogs
from hamstring_gui.ui.history.weeks_drawn import ChartShown
from tests.ui.cases import one_after_another
from tests.ui.conftest import Desk
from tests.ui.history.histories import said
from tests.ui.history.test_edits import TODAY, as_it_opens, on_disk

Key = Qt.Key


@pytest.fixture
def desk(open_desk: Callable[..., Desk]) -> Desk:
    return open_desk()


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
