"""The Routines page in the real window: hold times by mouse, keys and screen reader, undo on every page, files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hamstring_gui import routine_keeper
from hamstring_gui.domain.routine import Routine
from hamstring_gui.storage.library import load_routine
from hamstring_gui.ui.pages.routines import RoutinesPage
from hamstring_gui.ui.widgets.stepper import Stepper
from tests.ui.conftest import Desk

Key, Open = Qt.Key, Callable[..., Desk]
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
DAILY, HABITS, WALL = "daily-band-stretch", "three-daily-habits", "legs-up-the-wall"


@pytest.fixture
def desk(open_desk: Open) -> Desk:
    """The page open, on Daily band stretch."""
    desk = open_desk()
    desk.click("Routines")
    return desk


def page(desk: Desk) -> RoutinesPage:
    return desk.window.routines


def stepper(desk: Desk, name: str) -> Stepper:
    found = [one for one in desk.window.findChildren(Stepper) if one.accessibleName() == name and one.isVisible()]
    assert len(found) == 1, f"{len(found)} steppers named {name!r} show"
    return found[0]


def routine(desk: Desk, routine_id: str = DAILY) -> Routine:
    return desk.hamstring._options.routines[routine_id]


def hold_s(desk: Desk, routine_id: str = DAILY, item: int = 0) -> float:
    return routine(desk, routine_id).items[item].dose.hold_s


def order(desk: Desk, routine_id: str = HABITS) -> list[str]:
    return [item.exercise for item in routine(desk, routine_id).items]


def on_disk(desk: Desk, routine_id: str = DAILY) -> Routine | None:
    path = desk.hamstring._options.paths.routines / f"{routine_id}.toml"
    return load_routine(path, desk.hamstring._options.exercises, least_items=0) if path.exists() else None


def first_hold_s(desk: Desk) -> float | None:
    session = desk.hamstring.conductor.player.session
    assert session is not None
    return next(phase.seconds for phase in session.moment().phases if phase.is_hold)


# -- three ways to 45 seconds ----------------------------------------------------------------------------------------
def test_by_mouse_alone(open_desk: Open) -> None:
    desk = open_desk()
    desk.click("Routines")
    for _ in range(3):
        QTest.mouseClick(stepper(desk, "Hold").more, Qt.MouseButton.LeftButton)
    assert desk.text("total_time") == "5 min 42 s in all"
    assert desk.text("leg_time") == "2 min 15 s of it held, each leg"
    assert on_disk(desk) == routine(desk)
    desk.click("Start this routine")
    assert first_hold_s(desk) == 45


def test_by_keyboard_alone(open_desk: Open) -> None:
    desk = open_desk()

    def tab_to(name: str) -> None:
        for _ in range(40):
            desk.press(Key.Key_Tab)
            if desk.window.focusWidget().accessibleName() == name:
                return
        raise AssertionError(f"Tab never came to {name!r}")

    tab_to("Routines")
    desk.press(Key.Key_Return)
    tab_to("Hold")
    for key in (Key.Key_4, Key.Key_5, Key.Key_Return):
        desk.press(key)
    assert hold_s(desk) == 45
    tab_to("Start this routine")
    desk.press(Key.Key_Return)
    assert first_hold_s(desk) == 45


def test_through_a_screen_reader(desk: Desk) -> None:
    def inside(node, name: str, role: QAccessible.Role):
        if node.text(QAccessible.Text.Name) == name and node.role() == role and not node.state().invisible:
            return node
        children = (inside(node.child(number), name, role) for number in range(node.childCount()))
        return next((found for found in children if found is not None), None)

    window = QAccessible.queryAccessibleInterface(desk.window)
    hold = inside(window, "Hold", QAccessible.Role.SpinBox)
    assert hold.text(QAccessible.Text.Value) == "30 s"
    hold.valueInterface().setCurrentValue(45.0)
    assert hold_s(desk) == 45
    assert inside(window, "Start this routine", QAccessible.Role.Button) is not None
    assert inside(window, "Sides", QAccessible.Role.Button) is not None


# -- changing --------------------------------------------------------------------------------------------------------
def test_controls_are_named_with_their_exercise_where_there_are_several(desk: Desk) -> None:
    desk.click("Three daily habits")
    stepper(desk, "Reps, Hip extension (bridge)").step(2, fine=True)
    stepper(desk, "Hold, Supine band hamstring stretch").step(1, fine=False)
    assert (routine(desk, HABITS).items[0].dose.reps, hold_s(desk, HABITS, 4)) == (12, 35)


def test_rest_counts_only_between_sets(desk: Desk) -> None:
    assert stepper(desk, "Rest").isEnabled()
    desk.click("Legs up the wall")
    assert (stepper(desk, "Rest").isEnabled(), stepper(desk, "Rest").text()) == (False, "–")
    stepper(desk, "Sets").step(1, fine=False)
    assert (stepper(desk, "Rest").isEnabled(), stepper(desk, "Rest").text()) == (True, "10 s")


def test_sides_and_gaps(desk: Desk) -> None:
    desk.press(Key.Key_Tab)
    item, between = page(desk).editor.items.items[0], page(desk).editor.between
    QTest.keyClicks(item.order, "I")
    assert routine(desk).items[0].order == "in turn"
    desk.click("Between holds…")
    QTest.keyClicks(between.switches.kind, "U")
    QTest.keyClicks(between.setup.kind, "N")
    QTest.keyClicks(between.first_side, "L")
    assert (routine(desk).items[0].switch_s, routine(desk).setup_s) == (None, 0)
    assert routine(desk).first_side == "left"
    assert desk.text("total_time") == "3 min 0 s, and your waits"
    QTest.keyClicks(between.switches.kind, "S")
    between.switches.seconds.step(1, fine=True)
    assert routine(desk).items[0].switch_s == 13
    assert on_disk(desk) == routine(desk)


def test_gaps_that_differ_say_so(desk: Desk) -> None:
    desk.click("Weekly release")
    rests = page(desk).editor.between.rests
    assert rests.kind.value == "seconds"
    stepper(desk, "Rest, Wall calf stretch").step(1, fine=False)
    assert rests.kind.value == "several"
    assert rests.seconds.isHidden()


def test_reordering_by_keys_keeps_the_control_in_hand(desk: Desk) -> None:
    desk.click("Three daily habits")
    before = order(desk)
    page(desk).editor.items.items[0].reps.setFocus()
    desk.press(Key.Key_Down, ALT)
    assert order(desk) == [before[1], before[0], *before[2:]]
    assert desk.window.focusWidget().accessibleName() == "Reps, Hip extension (bridge)"
    desk.press(Key.Key_Up, ALT)
    desk.press(Key.Key_Up, ALT)
    assert order(desk) == before


def test_reordering_by_the_handle(desk: Desk) -> None:
    desk.click("Three daily habits")
    before, items = order(desk), page(desk).editor.items.items
    items[0].handle.setFocus()
    desk.press(Key.Key_Down)
    assert order(desk)[1] == before[0]
    assert desk.window.focusWidget() is items[1].handle
    desk.press(Key.Key_Z, CONTROL)
    handle = items[0].handle
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    way = items[2].y() - items[0].y()
    for step in (way // 2, way):
        handle.dragged.emit(step)
    assert items[0].lifted
    handle.dropped.emit()
    assert order(desk) == [before[1], before[2], before[0], *before[3:]]
    assert not items[0].lifted


def test_a_drag_with_the_real_mouse(desk: Desk) -> None:
    desk.click("Three daily habits")
    QApplication.processEvents()
    before, handle = order(desk), page(desk).editor.items.items[0].handle
    down = QPoint(5, page(desk).editor.items.items[1].y() + 12)
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    QTest.mouseMove(handle, down)
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=down)
    assert order(desk)[:2] == [before[1], before[0]]


def test_add_and_remove_an_exercise(desk: Desk) -> None:
    desk.click("Add exercise")
    assert desk.text("chooser_title") == "Add to Daily band stretch"
    for key in (Key.Key_C, Key.Key_A, Key.Key_L, Key.Key_F):
        desk.press(key)
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    assert order(desk, DAILY) == ["band-hamstring-stretch", "wall-calf-stretch"]
    desk.click("Remove Supine band hamstring stretch")
    assert order(desk, DAILY) == ["wall-calf-stretch"]
    desk.click("Add exercise")
    desk.press(Key.Key_Escape)
    assert desk.shows("Start this routine")


def test_an_empty_routine_says_what_it_needs_and_cannot_be_started(desk: Desk) -> None:
    desk.click("Remove Supine band hamstring stretch")
    assert "Add an exercise" in desk.text("empty_routine")
    assert not desk.button("Start this routine").isEnabled()
    assert DAILY not in desk.hamstring._options.routines
    assert on_disk(desk).items == ()
    desk.click("Today")
    assert desk.text("routine") != "Daily band stretch"
    desk.press(Key.Key_Z, CONTROL)
    assert DAILY in desk.hamstring._options.routines


def test_where_all_are_empty_today_offers_those_that_came_with_the_program(desk: Desk) -> None:
    for routine_id in list(desk.hamstring._options.routines):
        page(desk).choose(routine_id)
        for _ in range(len(page(desk).editor.items.items)):
            page(desk).editor.items.items[0].remove.click()
    desk.click("Today")
    assert desk.text("routine") == "Daily band stretch"


# -- new, duplicate, rename, delete, reset ---------------------------------------------------------------------------
def test_a_new_routine_from_its_name_to_its_session(desk: Desk) -> None:
    desk.click("New routine")
    QTest.keyClicks(desk.window.focusWidget(), "Evening")
    desk.press(Key.Key_Return)
    assert desk.button("Evening").isVisible()
    desk.click("Add exercise")
    desk.click("Supine band hamstring stretch")
    assert on_disk(desk, "new-routine").name == "Evening"
    desk.click("Start this routine")
    desk.pass_time(1)
    assert desk.store.last_session().routine_name == "Evening"


def test_duplicate_rename_delete_and_undo(desk: Desk) -> None:
    assert not desk.shows("Delete")
    desk.click("Duplicate")
    mine = page(desk).chosen_id
    assert routine(desk, mine).items == routine(desk).items
    desk.click("Rename")
    QTest.keyClicks(desk.window.focusWidget(), "Mine")
    desk.press(Key.Key_Return)
    assert (routine(desk, mine).name, on_disk(desk, mine).name) == ("Mine", "Mine")
    desk.click("Delete")
    assert not desk.shows("Mine")
    assert on_disk(desk, mine) is None
    desk.click("Undo")
    assert on_disk(desk, mine) == routine(desk, mine)
    assert page(desk).chosen_id == mine


def test_escape_and_an_empty_name_leave_the_name(desk: Desk) -> None:
    for last in (Key.Key_Escape, Key.Key_Return):
        desk.click("Rename")
        desk.press(Key.Key_Delete)
        desk.press(last)
        page(desk).setFocus()
        assert page(desk).editor.name.text() == "Daily band stretch"
    assert on_disk(desk) is None


def test_reset_to_the_original(desk: Desk) -> None:
    assert not desk.button("Reset to original").isEnabled()
    stepper(desk, "Hold").step(1, fine=False)
    stepper(desk, "Sets").step(1, fine=False)
    desk.click("Reset to original")
    assert (hold_s(desk), on_disk(desk)) == (30, None)
    assert not desk.button("Reset to original").isEnabled()
    desk.click("Undo")
    assert (hold_s(desk), routine(desk).items[0].dose.sets) == (35, 4)


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
@pytest.mark.parametrize("content", ["name = ", 'name = "Mine"\nitems = [{exercise = "gone"}]'])
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
    monkeypatch.setattr(routine_keeper, "ask_where_to", lambda *_: file)
    monkeypatch.setattr(routine_keeper, "ask_for_file", lambda *_: file)
    stepper(desk, "Hold").step(3, fine=False)
    desk.click("Export…")
    assert str(file) in desk.text("notice")
    desk.click("Close notice")
    desk.click("Import…")
    assert page(desk).chosen_id == "daily-band-stretch-2"
    assert routine(desk, "daily-band-stretch-2").name == "Daily band stretch 2"
    assert routine(desk, "daily-band-stretch-2").items == routine(desk).items


def test_files_that_are_dropped(desk: Desk, tmp_path: Path) -> None:
    fine, broken, other = tmp_path / "fine.toml", tmp_path / "broken.toml", tmp_path / "notes.txt"
    fine.write_text('name = "From a friend"\nitems = [{exercise = "leg-curl"}]', "utf-8")
    broken.write_text("name = 3\nitems = []", "utf-8")
    other.write_text("nothing", "utf-8")
    desk.click("Today")
    desk.window.files_dropped.emit([str(fine), str(broken), str(other)])
    assert desk.window.page is page(desk)
    assert routine(desk, "from-a-friend").name == "From a friend"
    assert str(broken) in desk.text("notice")
    assert str(other) not in desk.text("notice")


def test_a_routine_whose_exercise_is_gone_is_not_offered(desk: Desk) -> None:
    exercises = desk.hamstring._options.exercises
    leg_curl = exercises.pop("leg-curl")
    desk.hamstring.keeper.exercises_changed()
    assert HABITS not in desk.hamstring._options.routines
    assert not desk.shows("Three daily habits")
    exercises["leg-curl"] = leg_curl
    desk.hamstring.keeper.exercises_changed()
    desk.click("Three daily habits")
    assert len(page(desk).editor.items.items) == 5


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
    QTest.keyClick(desk.window.today.hero.hold.which, Key.Key_Down)
    stepper(desk, "Hold, Supine band hamstring stretch").step(1, fine=False)
    assert hold_s(desk, HABITS, 4) == 35
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
    assert desk.window.page is desk.window.finish
    assert desk.text("offer").startswith("You added 10 s twice to Supine band hamstring stretch.")
    assert desk.shows("Keep 30 s")
    assert hold_s(desk) == 30, "never by itself"
    desk.click("Make it 40 s")
    assert (hold_s(desk), on_disk(desk)) == (40, routine(desk))
    assert not desk.shows("Keep 30 s")
    desk.press(Key.Key_Z, CONTROL)
    assert hold_s(desk) == 30


def test_an_offer_can_be_left_and_an_ordinary_session_has_none(open_desk: Open) -> None:
    desk = open_desk()
    run_with_more(desk)
    desk.click("Keep 30 s")
    assert not desk.window.finish.offer.isVisible()
    desk.click("Done")
    desk.click("Start")
    desk.pass_time(300)
    assert desk.window.page is desk.window.finish
    assert not desk.window.finish.offer.isVisible()
    assert hold_s(desk) == 30
