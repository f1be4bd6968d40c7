"""One of a few: Tab, arrows, screen readers; and that what is made later is as large as what it is made in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QVBoxLayout, QWidget

from hamstring_gui.ui.controls.buttons import FilterChip, KeyButton
from hamstring_gui.ui.controls.field import Field
from hamstring_gui.ui.controls.options import Options
from hamstring_gui.ui.controls.sheet import Sheet
from hamstring_gui.ui.controls.stepper import Stepper
from hamstring_gui.ui.theme import LIGHT, WINDOW_SIZE

Key = Qt.Key


@pytest.fixture
def page(qtbot, application: QApplication) -> QWidget:
    """A button, four options of which the third one shows, and another button."""
    page = QWidget()
    page.before, page.after = KeyButton("Before"), KeyButton("After")
    page.options = Options("Days", [(days, f"{days} days") for days in (1, 2, 3, 4)])
    page.options.show_value(3)
    column = QVBoxLayout(page)
    for part in (page.before, page.options, page.after):
        column.addWidget(part)
    qtbot.addWidget(page)
    page.show()
    assert QTest.qWaitForWindowExposed(page, 30_000)
    return page


def words(page: QWidget) -> str:
    focused = page.focusWidget()
    assert isinstance(focused, QPushButton)
    return focused.text()


def test_tab_enters_at_the_chosen_one_and_leaves_at_once(page) -> None:
    page.before.setFocus()
    seen = []
    for key in (Key.Key_Tab, Key.Key_Tab, Key.Key_Backtab):
        QTest.keyClick(page.focusWidget(), key)
        seen.append(words(page))
    assert seen == ["3 days", "After", "3 days"]


def test_arrows_choose_and_go_round(page, qtbot) -> None:
    page.options.setFocus()
    chosen = []
    page.options.chosen.connect(chosen.append)
    for key in (Key.Key_Right, Key.Key_Down, Key.Key_Left):
        QTest.keyClick(page.focusWidget(), key)
    assert chosen == [4, 1, 4]
    assert (words(page), page.options.value) == ("4 days", 4)


def test_what_is_shown_is_not_reported(page) -> None:
    chosen = []
    page.options.chosen.connect(chosen.append)
    page.options.show_value(2)
    page.options.show_value(9, "9 days")
    assert (chosen, page.options.value, len(page.options.buttons)) == ([], 9, 5)
    assert [button.isChecked() for button in page.options.buttons] == [False, False, False, False, True]


def test_a_screen_reader_hears_radio_buttons(page) -> None:
    roles = {QAccessible.queryAccessibleInterface(button).role() for button in page.options.buttons}
    assert roles == {QAccessible.Role.RadioButton}
    assert page.options.buttons[0].accessibleDescription() == "Days"


def test_other_options_can_take_the_place(page) -> None:
    page.options.set_options([("a", "A"), ("b", "B")])
    assert page.options.value is None
    page.before.setFocus()
    QTest.keyClick(page.before, Key.Key_Tab)
    assert words(page) == "A"


def test_what_is_made_later_is_as_large_as_what_it_is_made_in(qtbot, application: QApplication) -> None:
    content = QWidget()
    column = QVBoxLayout(content)
    options = Options("Days", [(1, "One")])
    column.addWidget(options)
    sheet = Sheet(content, 400)
    qtbot.addWidget(sheet)
    sheet.resize(WINDOW_SIZE[0] * 2, WINDOW_SIZE[1] * 2)
    sheet.show()
    assert QTest.qWaitForWindowExposed(sheet, 30_000)
    assert options.scale == 2.0
    options.show_value(2, "Two")
    one, two = options.buttons
    assert two.font() == one.font()
    assert two.sizeHint().height() == one.sizeHint().height() == 88


@pytest.mark.parametrize("kind", [Field, lambda: Stepper("Days", 1, 9)])
def test_what_can_be_done_with_text_is_offered_in_our_look(qtbot, application: QApplication, kind) -> None:
    field = kind()
    qtbot.addWidget(field)
    field.show()
    middle = field.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, field.mapToGlobal(middle))
    QApplication.sendEvent(field, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert LIGHT.raised.name() in menu.styleSheet()
    assert len(menu.actions()) > 4
    menu.close()


def test_a_filter_stays_a_filter(qtbot, application: QApplication) -> None:
    chip = FilterChip("Calf", "calf")
    qtbot.addWidget(chip)
    assert QAccessible.queryAccessibleInterface(chip).role() == QAccessible.Role.CheckBox
    chip.click()
    assert chip.lit
