"""Files that come and go on the History page: habits of another program, nothing new, what can't be written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from hamstring_gui.domain.history import SessionRecord, by_hand
from hamstring_gui.ui.controls.ticks import TickBox
from hamstring_gui.ui.history.questions import Preview, import_words
from hamstring_gui.ui.history.weeks_drawn import ChartShown
from tests.domain.samples import START
from tests.ui.cases import one_after_another
from tests.ui.conftest import Desk
from tests.ui.history.histories import begin_again

Key = Qt.Key
Open = Callable[..., Desk]


@pytest.fixture
def desk(open_desk: Open) -> Desk:
    return open_desk()


def as_it_opens(desk: Desk) -> None:
    """The History page with three sessions."""
    starts = [START - timedelta(days=days) for days in (2, 30, 31)]
    begin_again(desk, *(by_hand(f"{at:%d}", at, at.date(), left_s=60, right_s=60) for at in starts))


def on_disk(desk: Desk) -> dict[str, SessionRecord]:
    return {session.id: session for session in desk.store.sessions()}


def chart_shown(desk: Desk) -> ChartShown:
    chart = desk.pages.history().chart
    return ChartShown(chart.weeks, chart.picture)


LOOP = "Date,Read & rest,Evening stretch,\n2026-11-17,2,2,\n2026-11-16,2,0,\n2026-11-15,2,1,\n"


def ticks(desk: Desk) -> dict[str, TickBox]:
    return {box.accessibleName(): box for box in desk.window.findChildren(TickBox) if box.isVisible()}


def the_habits_of_loop_are_chosen_before_they_are_imported(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "Checkmarks.csv"
    file.write_text(LOOP)
    before = on_disk(desk)
    desk.window.files_dropped.emit([str(file)])
    boxes = ticks(desk)
    assert {words: box.isChecked() for words, box in boxes.items()} == {
        "Read & rest (3 days)": False,
        "Evening stretch (1 day)": True,
    }
    assert desk.text("question_text").startswith("1 session is new.")
    desk.press(Key.Key_Tab)
    desk.press(Key.Key_Space)
    assert boxes["Read & rest (3 days)"].isChecked()
    assert desk.text("question_text").startswith("3 sessions are new.")
    boxes["Evening stretch (1 day)"].click()
    boxes["Read & rest (3 days)"].click()
    assert desk.text("question_text").startswith("0 sessions are new.")
    assert not desk.button("Import").isEnabled()
    desk.press(Key.Key_Return)
    assert (desk.window.asking, on_disk(desk)) == ("import", before)
    boxes["Evening stretch (1 day)"].click()
    desk.press(Key.Key_Return)
    assert set(on_disk(desk)) - set(before) == {"loop-2026-11-17"}
    desk.click("Undo")
    assert on_disk(desk) == before


def habits_of_which_none_speaks_of_stretching_wait_to_be_chosen(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "Checkmarks.csv").write_text(LOOP.replace("Evening stretch", "Run"))
    desk.window.files_dropped.emit([str(tmp_path / "Checkmarks.csv")])
    assert not any(box.isChecked() for box in ticks(desk).values())
    assert not desk.button("Import").isEnabled()
    desk.press(Key.Key_Escape)
    assert not desk.window.asking


NOTHING_NEW = [
    ("a.json", '{"sessions": []}', "a.json brings nothing new. There are no sessions in it."),
    ("a.csv", "Date,Stretch,\n2026-11-17,0,\n", "a.csv brings nothing new. There are no sessions in it."),
    ("a.csv", "", "a.csv: there is nothing in it"),
]


def a_file_with_nothing_new_asks_nothing(desk: Desk, tmp_path: Path) -> None:
    for name, text, said in NOTHING_NEW:
        (tmp_path / name).write_text(text)
        desk.window.files_dropped.emit([str(tmp_path / name)])
        assert not desk.window.asking, text
        assert desk.text("notice").endswith(said)
        (tmp_path / name).unlink()


def the_same_import_again_asks_nothing(desk: Desk, tmp_path: Path) -> None:
    desk.parts.history.exchange.write("csv", tmp_path / "a.csv", chart_shown(desk))
    desk.window.files_dropped.emit([str(tmp_path / "a.csv")])
    (tmp_path / "a.csv").unlink()
    assert not desk.window.asking
    assert desk.text("notice") == "a.csv brings nothing new. 3 sessions in it are here already."


NOT_WRITTEN = [
    ("none/a.json", "json", "none/a.json: this was not written: there is no such folder; choose one that is there"),
    ("folder", "csv", "folder: this was not written: "),
    ("a.csv", "json", "a.csv: this was not written: what you chose has a name that ends in .json."),
    ("a.json", "pdf", "a.json: this was not written: what you chose has a name that ends in .pdf."),
    ("a.xlsx", "pdf", "a.xlsx: this was not written: what you chose has a name that ends in .pdf."),
    ("a.pdf", "picture", "a.pdf: this was not written: what you chose has a name that ends in .png."),
]


def an_export_that_fails_says_what_and_why(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for where, way, said in NOT_WRITTEN:
        desk.parts.history.exchange.write(way, tmp_path / where, chart_shown(desk))
        assert desk.text("notice").startswith(f"{tmp_path}/{said}")
        assert [path.name for path in tmp_path.glob("*a.*")] == [], where


@pytest.mark.parametrize(
    ("preview", "words"),
    [
        (Preview("f", 12, 3), "12 sessions are new. 3 are already here and stay as they are."),
        (Preview("f", 1, 1), "1 session is new. 1 is already here and stays as it is."),
        (Preview("f", 0, 0), "0 sessions are new."),
        (Preview("f", 2, 0, goals=1), "2 sessions are new.\n1 goal comes with it."),
        (Preview("f", 0, 4, rest_weeks=2), "0 sessions are new. 4 are already here and stay as they are.\n"
                                           "2 rest weeks come with it."),
        (Preview("f", 1, 0, habits={"Run": 3}),
         "1 session is new.\nA day becomes active when one of the habits that you choose was done."),
        (
            Preview("f", 1, 0, ("line 7, held_s: \x00bad",)),
            "1 session is new.\n1 thing is not understood, so nothing is imported:\n• line 7, held_s: bad",
        ),
    ],
)  # fmt: skip
def test_import_words(application, preview: Preview, words: str) -> None:
    assert import_words(preview) == words


def test_of_many_problems_a_few_are_told(application) -> None:
    words = import_words(Preview("f", 0, 0, [f"line {n}" for n in range(500)]))
    assert words.count("•") == 6
    assert words.endswith("and 494 more")


def taking_an_import_back_leaves_what_came_from_elsewhere(desk: Desk, tmp_path: Path) -> None:
    """While the question was there, another device brought the same."""
    (tmp_path / "in.json").write_text('{"sessions": [{"id": "a", "day": "2026-11-16", "held_s": 60}]}')
    desk.window.files_dropped.emit([str(tmp_path / "in.json")])
    before = on_disk(desk)
    mine = by_hand("a", START, START.date(), left_s=60, right_s=60)
    desk.store.put_session(mine)
    desk.click("Import")
    assert desk.text("notice") == "Imported: in.json.", "no session came with it"
    desk.click("Undo")
    assert on_disk(desk) == {**before, "a": mine}


def what_has_goals_alone_is_told_by_its_name(desk: Desk, tmp_path: Path) -> None:
    file, before = tmp_path / "goals.json", desk.store.goals()
    file.write_text('{"sessions": [], "goals": [{"since": "2020-01-06", "days": 5}]}')
    desk.window.files_dropped.emit([str(file)])
    desk.click("Import")
    assert desk.text("notice") == "Imported: goals.json."
    assert len(desk.store.goals()) == len(before) + 1
    desk.click("Undo")
    assert desk.text("notice") == "Taken back: Import of goals.json"
    assert desk.store.goals() == before


test_files_come_and_go = one_after_another(
    the_habits_of_loop_are_chosen_before_they_are_imported,
    habits_of_which_none_speaks_of_stretching_wait_to_be_chosen,
    a_file_with_nothing_new_asks_nothing,
    the_same_import_again_asks_nothing,
    an_export_that_fails_says_what_and_why,
    taking_an_import_back_leaves_what_came_from_elsewhere,
    what_has_goals_alone_is_told_by_its_name,
    first=as_it_opens,
)
