"""Where the keyboard is on the sessions of the History page, and which session the keys on an open one are for."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hamstring_gui.ui.controls.buttons import KeyButton
from tests.ui.cases import in_one_window, one_after_another
from tests.ui.conftest import Desk
from tests.ui.history.histories import begin_again
from tests.ui.history.test_edits import as_it_opens, on_disk, past, shown, table_of

Key = Qt.Key


@pytest.fixture
def desk(open_desk: Callable[..., Desk]) -> Desk:
    return open_desk()


@in_one_window("by", ["button", "key on the row", "key on the button", "key on the page"])
def test_after_a_deletion_the_keyboard_is_at_the_next_session(desk: Desk, by: str) -> None:
    as_it_opens(desk)
    table, (_, edit, delete) = table_of(desk), keys_of(desk)
    table.go_to("day3")
    if by == "button":
        delete.setFocus()
        desk.press(Key.Key_Space)
    else:
        {"key on the row": table.view, "key on the button": edit, "key on the page": desk.pages.history()}[
            by
        ].setFocus()
        desk.press(Key.Key_Delete)
    assert shown(desk) == ["day2", "day9"]
    assert table.view.at == on_disk(desk)["day9"]
    assert table.view.hasFocus() or by == "key on the page"
    table.view.setFocus()
    desk.press(Key.Key_Delete)
    assert table.view.at == on_disk(desk)["day2"], "after the last one, the one before it"


def keys_of(desk: Desk) -> tuple[QWidget, KeyButton, KeyButton]:
    """The rows, and the buttons of the one that is open; the window has the keyboard."""
    desk.window.activateWindow()
    assert QTest.qWaitForWindowActive(desk.window, 30_000)
    table = table_of(desk)
    return table.view, table.details.edit_button, table.details.delete_button


def the_buttons_of_an_open_session_come_behind_it_and_their_keys_work_there(desk: Desk) -> None:
    rows, edit, delete = keys_of(desk)
    table_of(desk).go_to("day3")
    rows.setFocus()
    for button in (edit, delete):
        desk.press(Key.Key_Tab)
        assert desk.window.focusWidget() is button
    desk.press(Key.Key_F2)
    assert desk.window.asking == "edit session"


def keys_are_printed_where_they_are_for_the_open_session(desk: Desk) -> None:
    """With the keyboard at another row, F2 and Del are for that one."""
    rows, edit, _ = keys_of(desk)
    table_of(desk).go_to("day3")
    rows.setFocus()
    for key, printed in ((Key.Key_Down, False), (Key.Key_Up, True)):
        desk.press(key)
        for _ in range(4):
            QApplication.processEvents()
        assert edit.width() == edit.width_with(printed)


def after_the_last_deletion_the_keyboard_is_where_words_are_typed(desk: Desk) -> None:
    rows, *_ = keys_of(desk)
    rows.setFocus()
    for _ in range(3):
        desk.press(Key.Key_Delete)
    assert shown(desk) == []
    assert table_of(desk).search.hasFocus()


@in_one_window("before", ["nothing", "search", "chart", "another row"])
def test_a_press_moves_nothing_and_the_first_click_opens(desk: Desk, before: str) -> None:
    """Wherever the keyboard was: what is under the mouse stays there until the button comes up."""
    desk.window.resize(900, 640)
    begin_again(desk)
    begin_again(desk, *(past(days) for days in range(2, 40)))
    history, (rows, *_) = desk.pages.history(), keys_of(desk)
    {"search": history.table.search, "chart": history.chart, "another row": rows}.get(before, history).setFocus()
    bar = history.sheet.verticalScrollBar()
    bar.setValue(bar.maximum())
    for _ in range(4):
        QApplication.processEvents()
    there, window = bar.value(), desk.window.windowHandle()
    spot = rows.viewport().mapTo(desk.window, rows.visualRect(rows.model().index(37, 1)).center())
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=spot)
    QApplication.processEvents()
    assert bar.value() == there
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=spot)
    QApplication.processEvents()
    assert rows.open_id == "day39"


test_the_keyboard_among_sessions = one_after_another(
    the_buttons_of_an_open_session_come_behind_it_and_their_keys_work_there,
    keys_are_printed_where_they_are_for_the_open_session,
    after_the_last_deletion_the_keyboard_is_where_words_are_typed,
    first=as_it_opens,
)
