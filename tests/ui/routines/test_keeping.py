"""Changes to routines are taken back on every page, outlive the program, and come and go as files; offers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hamstring_gui.ui import file_dialogs
from tests.spread import late
from tests.ui.conftest import Desk
from tests.ui.routines.desk import DAILY, HABITS, first_hold_s, hold_s, on_disk, page, routine, stepper

pytestmark = pytest.mark.thorough

Key, Open = Qt.Key, Callable[..., Desk]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(open_desk: Open) -> Desk:
    """The page open, on Daily band stretch."""
    desk = open_desk()
    desk.click("Routines")
    return desk


def test_a_copy_of_a_copy_has_a_name_of_its_own_and_stands_below_what_came(desk: Desk) -> None:
    for _ in range(2):
        desk.click("Legs up the wall")
        desk.click("Duplicate")
    shown = [one.name for one in page(desk)._shown.routines]
    assert shown[-2:] == ["Legs up the wall, copy", "Legs up the wall, copy 2"]


# -- undo ------------------------------------------------------------------------------------------------------------
def test_undo_across_pages(desk: Desk) -> None:
    stepper(desk, "Hold").step(3, fine=False)
    desk.click("Exercises")
    desk.press(Key.Key_Z, CONTROL)
    assert (hold_s(desk), on_disk(desk)) == (30, None)
    assert desk.text("notice") == "Taken back: Change to Daily band stretch"
    desk.press(Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert hold_s(desk) == 45
    desk.press(Key.Key_Z, CONTROL)
    desk.press(Key.Key_Y, CONTROL)
    assert hold_s(desk) == 45
    desk.click("Today")
    assert stepper(desk, "Hold").value() == 45
    desk.press(Key.Key_Z, CONTROL)
    assert stepper(desk, "Hold").value() == 30


def test_what_was_held_down_is_taken_back_as_one(desk: Desk) -> None:
    hold = stepper(desk, "Hold")
    hold.setFocus()
    hold.begin_gesture()
    for _ in range(4):
        hold.step(1, fine=False)
    hold.begin_gesture()
    hold.step(1, fine=False)
    assert hold_s(desk) == 55
    desk.press(Key.Key_Z, CONTROL)
    assert hold_s(desk) == 50
    desk.press(Key.Key_Z, CONTROL)
    assert hold_s(desk) == 30
    assert not desk.button("Undo").isEnabled()


def test_a_text_that_is_half_typed_has_an_undo_of_its_own(desk: Desk) -> None:
    stepper(desk, "Sets").step(1, fine=False)
    hold = stepper(desk, "Hold")
    hold.setFocus()
    QTest.keyClicks(hold, "7")
    desk.press(Key.Key_Z, CONTROL)
    assert routine(desk).items[0].dose.sets == 4
    desk.press(Key.Key_Escape)
    desk.press(Key.Key_Z, CONTROL)
    assert routine(desk).items[0].dose.sets == 3


def test_no_undo_in_a_session(desk: Desk) -> None:
    stepper(desk, "Hold").step(1, fine=False)
    desk.click("Start this routine")
    desk.press(Key.Key_Z, CONTROL)
    assert hold_s(desk) == 35


def test_changes_outlive_the_program(open_desk: Open) -> None:
    desk = open_desk()
    desk.click("Routines")
    stepper(desk, "Hold").step(3, fine=False)
    desk.click("Duplicate")
    desk.hamstring.close()
    again = open_desk()
    assert hold_s(again) == 45
    again.click("Routines")
    again.click("Daily band stretch, copy")
    again.click("Daily band stretch")
    again.click("Reset to original")
    assert hold_s(again) == 30


# -- files -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("content", [late("name = "), 'name = "Mine"\nitems = [{exercise = "gone"}]'])
def test_a_broken_file_is_left_out_with_a_sentence(open_desk: Open, tmp_path: Path, content: str) -> None:
    file = tmp_path / "routines" / f"{DAILY}.toml"
    file.parent.mkdir()
    file.write_text(content, "utf-8")
    desk = open_desk()
    assert str(file) in desk.text("notice")
    assert hold_s(desk) == 30
    assert file.read_text("utf-8") == content
    desk.click("Close notice")
    desk.click("Routines")
    stepper(desk, "Hold").step(1, fine=False)
    assert file.with_name(f"{DAILY}.toml.kept-1").read_text("utf-8") == content
    assert "kept-1" in desk.text("notice")


def test_what_can_t_be_saved_says_so_and_holds(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "routines").write_text("in the way")
    stepper(desk, "Hold").step(1, fine=False)
    assert "can't be saved" in desk.text("notice")
    assert hold_s(desk) == 35


def test_export_and_import(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "out.toml"
    monkeypatch.setattr(file_dialogs, "ask_where_to", lambda *_: file)
    monkeypatch.setattr(file_dialogs, "ask_for_file", lambda *_: file)
    stepper(desk, "Hold").step(3, fine=False)
    desk.click("Export…")
    assert str(file) in desk.text("notice")
    desk.click("Close notice")
    stepper(desk, "Hold").step(1, fine=False)
    desk.click("Import…")
    assert page(desk)._chosen == "daily-band-stretch-2"
    assert routine(desk, "daily-band-stretch-2").name == "Daily band stretch 2"
    assert routine(desk, "daily-band-stretch-2").items != routine(desk).items
    desk.click("Import…")
    assert desk.text("notice") == "“Daily band stretch 2” is among your routines already, just as in this file."
    assert page(desk)._chosen == "daily-band-stretch-2"
    assert "daily-band-stretch-3" not in desk.parts.library.known_routines


def test_files_that_are_dropped(desk: Desk, tmp_path: Path) -> None:
    fine, broken = tmp_path / "fine.toml", tmp_path / "broken.toml"
    fine.write_text('name = "From a friend"\nitems = [{exercise = "leg-curl"}]', "utf-8")
    broken.write_text("name = 3\nitems = []", "utf-8")
    desk.click("Today")
    desk.window.files_dropped.emit([str(fine), str(broken)])
    assert desk.window.page is page(desk)
    assert routine(desk, "from-a-friend").name == "From a friend"
    assert str(broken) in desk.text("notice")


def test_a_routine_whose_exercise_is_gone_is_not_offered(desk: Desk) -> None:
    desk.pages.routines()
    library = desk.parts.library
    own = library.save_exercise(replace(library.exercises["leg-curl"], id="", own=True))
    habits = library.routines[HABITS]
    items = tuple(replace(item, exercise=own.id) if item.exercise == "leg-curl" else item for item in habits.items)
    library.put_routine(HABITS, replace(habits, items=items))
    assert HABITS in desk.parts.library.routines
    library.delete_exercise(own.id)
    assert HABITS not in desk.parts.library.routines
    assert not desk.shows("Three daily habits")
    library.bring_back(own.id)
    desk.click("Three daily habits")
    assert len(page(desk).editor.items.items) == 6


# -- today and afterwards --------------------------------------------------------------------------------------------
def test_the_hold_changes_on_today_and_enter_there_starts_nothing(open_desk: Open) -> None:
    desk = open_desk()
    hold = stepper(desk, "Hold")
    hold.setFocus()
    for key in (Key.Key_4, Key.Key_5, Key.Key_Return):
        desk.press(key)
    assert (hold_s(desk), on_disk(desk)) == (45, routine(desk))
    assert desk.text("what_it_takes").startswith("Each leg · 3 × 45 s")
    desk.click("Start")
    assert first_hold_s(desk) == 45


def test_on_today_each_of_several_holds_can_be_chosen(open_desk: Open) -> None:
    desk = open_desk()
    desk.click("Three daily habits")
    assert stepper(desk, "Hold, Lacrosse-ball hamstring release").value() == 60
    QTest.keyClick(desk.pages.today().hero.hold.which, Key.Key_Down)
    stepper(desk, "Hold, Supine band hamstring stretch").step(1, fine=False)
    assert hold_s(desk, HABITS, 5) == 35
    assert desk.text("routine") == "Three daily habits"


def run_with_more(desk: Desk) -> None:
    """Daily band stretch, with +10 s in the first hold of each leg."""
    desk.click("Start")
    for _ in range(2):
        desk.pass_time(21)
        desk.click("+10 s")
        desk.pass_time(30 + 10 + 80 + (12 - 21 + 20 - 20))
    desk.pass_time(60)


def test_an_offer_after_a_session_is_taken_and_taken_back(open_desk: Open) -> None:
    desk = open_desk()
    run_with_more(desk)
    assert desk.window.page is desk.pages.finish()
    assert desk.text("offer").startswith("You added 10 s twice to Supine band hamstring stretch.")
    assert desk.shows("Keep 30 s")
    assert hold_s(desk) == 30, "never by itself"
    desk.click("Make it 40 s")
    assert (hold_s(desk), on_disk(desk)) == (40, routine(desk))
    assert not desk.shows("Keep 30 s")
    assert desk.text("offer") == "From now on you hold 40 s. Ctrl+Z takes that back."
    desk.press(Key.Key_Z, CONTROL)
    assert hold_s(desk) == 30
    assert desk.text("offer") == "That was taken back: you hold 30 s, as before."
    assert desk.text("notice") == "Taken back: Change to Daily band stretch"
    desk.press(Key.Key_Y, CONTROL)
    assert desk.text("offer") == "From now on you hold 40 s. Ctrl+Z takes that back."
    assert desk.text("notice") == "Made again: Change to Daily band stretch"


def test_an_offer_that_nobody_took_says_nothing_of_what_becomes_of_its_routine(open_desk: Open) -> None:
    desk = open_desk()
    run_with_more(desk)
    asked = desk.text("offer")
    desk.parts.routines.change_hold(DAILY, 0, 40.0)
    assert desk.text("offer") == asked


def test_an_offer_can_be_left_and_an_ordinary_session_has_none(open_desk: Open) -> None:
    desk = open_desk()
    run_with_more(desk)
    desk.click("Keep 30 s")
    assert not desk.pages.finish().offer.isVisible()
    desk.click("Done")
    desk.click("Start")
    desk.pass_time(300)
    assert desk.window.page is desk.pages.finish()
    assert not desk.pages.finish().offer.isVisible()
    assert hold_s(desk) == 30
