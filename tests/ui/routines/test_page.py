"""The Routines page in the real window: hold times by mouse, keys and screen reader, and every other change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hamstring_gui.ui import file_dialogs
from tests.ui.conftest import Desk
from tests.ui.routines.desk import DAILY, HABITS, first_hold_s, hold_s, on_disk, order, page, routine, stepper

Key, Open = Qt.Key, Callable[..., Desk]
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def desk(open_desk: Open) -> Desk:
    """The page open, on Daily band stretch."""
    desk = open_desk()
    desk.click("Routines")
    return desk


# -- three ways to 45 seconds ----------------------------------------------------------------------------------------
def test_by_mouse_alone(open_desk: Open) -> None:
    desk = open_desk()
    desk.click("Routines")
    for _ in range(3):
        QTest.mouseClick(stepper(desk, "Hold").more, Qt.MouseButton.LeftButton)
    assert desk.text("total_time") == "5 min 42 s in all"
    assert desk.text("leg_time") == "2 min 15 s of stretching a leg"
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
    assert (routine(desk, HABITS).items[0].dose.reps, hold_s(desk, HABITS, 5)) == (12, 35)


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


def test_a_screen_reader_finds_them_in_the_new_order(desk: Desk) -> None:
    desk.click("Three daily habits")
    items = page(desk).editor.items
    for number, way in ((0, 300), (2, -400)):
        handle = items.items[number].handle
        handle.dragged.emit(way)
        handle.dropped.emit()
    items.items[0].handle.setFocus()
    desk.press(Key.Key_Down)
    found = QAccessible.queryAccessibleInterface(items)
    read = [found.child(n).object() for n in range(found.childCount())]
    exercises = desk.parts.library.exercises
    assert [one.title.text() for one in read if one.isVisible()] == [exercises[one].name for one in order(desk)]


def test_add_and_remove_an_exercise(desk: Desk) -> None:
    desk.click("Add exercise")
    assert desk.text("chooser_title") == "Add to Daily band stretch"
    for key in "WALL CALF":
        desk.press(Key(ord(key)))
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
    assert DAILY not in desk.parts.library.routines
    assert on_disk(desk).items == ()
    desk.click("Today")
    assert desk.text("routine") != "Daily band stretch"
    desk.press(Key.Key_Z, CONTROL)
    assert DAILY in desk.parts.library.routines


def test_where_all_are_empty_today_offers_those_that_came_with_the_program(desk: Desk) -> None:
    library = desk.parts.library
    for one in tuple(library.routines.values()):
        library.put_routine(one.id, replace(one, items=()))
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
    desk.press(Key.Key_Right)
    desk.pass_time(1)
    desk.press(Key.Key_Right)
    assert desk.store.last_session().routine_name == "Evening"


def test_duplicate_rename_delete_and_undo(desk: Desk) -> None:
    assert not desk.shows("Delete")
    desk.click("Duplicate")
    mine = page(desk)._chosen
    assert routine(desk, mine).items == routine(desk).items
    desk.click("Rename")
    QTest.keyClicks(desk.window.focusWidget(), "Mine")
    desk.press(Key.Key_Return)
    assert (routine(desk, mine).name, on_disk(desk, mine).name) == ("Mine", "Mine")
    desk.click("Delete")
    assert not desk.shows("Mine")
    assert on_disk(desk, mine) is None
    assert desk.text("notice").startswith("“Mine” was deleted.")
    desk.window.notice.undo.click()
    assert on_disk(desk, mine) == routine(desk, mine)
    assert page(desk)._chosen == mine


def test_the_first_click_on_another_routine_leaves_a_name_that_was_typed(desk: Desk, qtbot) -> None:
    """The list has the new name in another place, but not before the mouse button is up again."""
    desk.window.activateWindow()
    assert QTest.qWaitForWindowActive(desk.window, 30_000)
    QTest.mouseClick(page(desk).editor.name, Qt.MouseButton.LeftButton)
    QTest.keyClicks(page(desk).editor.name, "Zz, a name so long that it takes a second line")
    QApplication.processEvents()
    wanted = desk.button("Legs up the wall")
    spot, window = wanted.mapTo(desk.window, wanted.rect().center()), desk.window.windowHandle()
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=spot)
    QApplication.processEvents()
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=spot)
    assert page(desk)._chosen == "legs-up-the-wall"
    assert "Zz" in routine(desk).name
    qtbot.waitUntil(lambda: desk.shows(routine(desk).name))


def test_while_a_mouse_button_is_down_the_list_waits_once(desk: Desk, qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    shown, show = [], page(desk).list.show_routines
    monkeypatch.setattr(page(desk).list, "show_routines", lambda *given: (shown.append(given), show(*given)))
    title = page(desk).title
    QTest.mousePress(title, Qt.MouseButton.LeftButton)
    for _ in range(3):
        page(desk).choose("weekly-release")
    qtbot.wait(80)
    assert shown == []
    QTest.mouseRelease(title, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(shown))
    qtbot.wait(80)
    assert len(shown) == 1


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


# -- between two things ------------------------------------------------------------------------------------------------
def test_what_is_half_typed_belongs_to_the_exercise_it_was_typed_for(desk: Desk) -> None:
    desk.click("Three daily habits")
    before = {item.exercise: item.dose for item in routine(desk, HABITS).items}
    first = routine(desk, HABITS).items[0].exercise
    reps = page(desk).editor.items.items[0].reps
    reps.setFocus()
    QTest.keyClicks(reps, "15")
    QTest.keyClick(reps, Key.Key_Down, ALT)
    after = {item.exercise: item.dose for item in routine(desk, HABITS).items}
    assert routine(desk, HABITS).items[1].exercise == first
    assert after[first].reps == 15
    assert {name: dose for name, dose in after.items() if name != first} == {
        name: dose for name, dose in before.items() if name != first
    }


def test_an_exercise_is_added_to_the_routine_it_was_wanted_for(desk: Desk) -> None:
    desk.click("Duplicate")
    desk.click("Add exercise")
    desk.press(Key.Key_Z, CONTROL)
    before = [item.exercise for item in routine(desk).items]
    desk.click("Glute bridge" if desk.shows("Glute bridge") else "Hip extension (bridge)")
    assert [item.exercise for item in routine(desk).items] == before


def test_enter_settles_a_number_and_then_starts(open_desk: Open) -> None:
    desk = open_desk()
    hold = stepper(desk, "Hold")
    hold.setFocus()
    QTest.keyClicks(hold, "40")
    desk.press(Key.Key_Return)
    assert desk.window.page is desk.pages.today()
    desk.press(Key.Key_Return)
    assert desk.window.page is desk.pages.session()
    assert first_hold_s(desk) == 40


def test_what_a_screen_reader_presses_is_in_the_editor(desk: Desk) -> None:
    desk.click("Routines")
    entries = page(desk).list.entries
    interface = QAccessible.queryAccessibleInterface(entries[1])
    action = interface.actionInterface()
    action.doAction(action.actionNames()[0])
    assert page(desk)._chosen == entries[1].routine_id
    assert page(desk).editor.name.text() == entries[1].text()


def test_a_renamed_routine_is_offered_to_be_exported_under_its_name(open_desk: Open, monkeypatch) -> None:
    offered: list[str] = []
    monkeypatch.setattr(file_dialogs, "ask_where_to", lambda *asked: offered.extend(map(str, asked)))
    desk = open_desk()
    desk.click("Routines")
    desk.click("New routine")
    library = desk.parts.library
    library.put_routine("new-routine", replace(library.known_routines["new-routine"], name="Évening: legs/back"))
    desk.parts.routines.export("new-routine")
    assert "evening-legs-back.toml" in offered


# -- what it is for --------------------------------------------------------------------------------------------------
def test_what_a_routine_is_for_is_changed_saved_and_taken_back(desk: Desk) -> None:
    as_it_came = routine(desk).about
    area = page(desk).editor.about.area
    assert area.text == as_it_came != ""
    area.edit.setPlainText("For\n the   evening.")
    QTest.keyClick(area.edit, Key.Key_Return)
    assert routine(desk).about == "For the evening."
    assert on_disk(desk) == routine(desk)
    assert "For the evening." in page(desk).list.entries[0].accessibleDescription()
    desk.click("Today")
    assert desk.text("routine_about") == "For the evening."
    desk.click("Routines")
    desk.press(Key.Key_Z, CONTROL)
    assert (routine(desk).about, area.text, on_disk(desk)) == (as_it_came, as_it_came, None)
    area.edit.setPlainText("Gone with Escape")
    QTest.keyClick(area.edit, Key.Key_Escape)
    assert (routine(desk).about, area.text) == (as_it_came, as_it_came)


def test_a_sentence_that_is_too_long_is_said_so_and_cut(desk: Desk) -> None:
    field = page(desk).editor.about
    field.area.edit.setPlainText("x" * 200)
    assert field.limit.isHidden()
    field.area.edit.setPlainText("y" * 201)
    assert "200 letters" in desk.text("about_limit")
    QApplication.sendEvent(field.area.edit, QFocusEvent(QEvent.Type.FocusOut))
    assert routine(desk).about == "y" * 200
    assert field.limit.isHidden()


def test_what_a_routine_needs_is_told_before_it_starts(desk: Desk) -> None:
    page(desk).choose(HABITS)
    needs = "You need: mat, firm chair, lacrosse ball, band or strap. If you like: ankle band, folded towel."
    assert desk.text("what_it_needs") == needs
    desk.parts.today.choose(HABITS)
    assert desk.text("what_it_needs") == needs
