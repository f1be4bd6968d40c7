"""What comes to a widget of a key that means another one, that types, or that has a numpad's place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hamstring_gui.ui import hands, printed_keys, questions
from hamstring_gui.ui.controls.menu import Menu
from tests.spread import late
from tests.ui.conftest import Desk
from tests.ui.keyboard import Hand

pytestmark = pytest.mark.thorough

Key = Qt.Key
Open = Callable[..., Desk]
Modifier = Qt.KeyboardModifier
NONE, CONTROL, SHIFT = Modifier.NoModifier, Modifier.ControlModifier, Modifier.ShiftModifier
KEYPAD = Modifier.KeypadModifier
LONG_MS = 600_000


@pytest.mark.parametrize(
    ("key", "modifiers"), [(Key.Key_Enter, KEYPAD), (Key.Key_Return, SHIFT), (Key.Key_Return, NONE)]
)
@pytest.mark.parametrize("deaf_ms", [late(0), LONG_MS])
def test_every_enter_begins_lines_in_a_text(open_desk: Open, key: Key, modifiers: Modifier, deaf_ms: int) -> None:
    desk = open_desk(deaf_ms=deaf_ms)
    desk.click("Exercises")
    desk.button("New exercise").click()
    area = next(one for one in desk.window.findChildren(QPlainTextEdit) if one.isVisible())
    area.setFocus()
    area.setPlainText("")
    Hand(desk.window).key(key, "\r", held=(True, False), modifiers=modifiers)
    assert len(area.toPlainText().split("\n")) == 4


class Around(QWidget):
    """Counts what comes to it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.came: list[int] = []
        self.inside = QWidget(QWidget(QWidget(self)))
        self.show()
        self.inside.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.came.append(event.key())
        event.ignore()


@pytest.mark.parametrize(("key", "modifiers", "means"), [
    (0x0437, NONE, Key.Key_P), (Key.Key_Left, Modifier.AltModifier, Key.Key_Escape), (Key.Key_A, NONE, Key.Key_A),
    (Key.Key_A, CONTROL, Key.Key_A),
])  # fmt: skip
def test_what_is_around_hears_of_a_key_once_and_the_keyboard_is_asked_once(
    open_desk: Open, monkeypatch: pytest.MonkeyPatch, key: int, modifiers: Modifier, means: Key
) -> None:
    desk = open_desk()
    asked: list[int] = []
    monkeypatch.setattr(printed_keys, "_x11_signs", lambda code: asked.append(code) or ())
    around = Around(desk.window)
    Hand(desk.window).key(key, modifiers=modifiers, place=33)
    assert around.came == [means]
    assert len(asked) <= (2 if modifiers == CONTROL else 0 if key == means else 1)


@pytest.mark.parametrize("modifiers", [CONTROL, CONTROL | KEYPAD])
def test_digits_choose_a_page_from_a_numpad_too(open_desk: Open, modifiers: Modifier) -> None:
    desk = open_desk()
    Hand(desk.window).key(Key.Key_3, modifiers=modifiers)
    assert desk.window.page is desk.pages.routines()


def test_the_rest_of_a_double_press_is_noticed_on_a_keyboard_of_another_script(open_desk: Open) -> None:
    desk = open_desk(deaf_ms=400)
    heard: list[tuple[str, int]] = []

    class Once(QWidget):
        def keyPressEvent(self, event: QKeyEvent) -> None:
            heard.append((self.objectName(), event.key()))
            other.setFocus()

    one, other = Once(desk.window), Once(desk.window)
    for name, widget in (("one", one), ("other", other)):
        widget.setObjectName(name)
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        widget.show()
    one.setFocus()
    hand = Hand(desk.window)
    hand.key(0x0437, "з", place=33)
    hand.key(0x0437, "з", place=33, after_ms=90)
    assert heard == [("one", Key.Key_P)]


def test_python_hears_of_windows_only(open_desk: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of every widget, layout and timer it would take a large part of all time, and make all of Qt's classes."""
    watched: set[str] = set()
    hear = hands.Hands.eventFilter

    def note(self: hands.Hands, one: QObject, event: QEvent) -> bool:
        watched.add(one.metaObject().className())
        return hear(self, one, event)

    monkeypatch.setattr(hands.Hands, "eventFilter", note)
    desk = open_desk()
    Hand(desk.window).click(desk.button("Settings"))
    Hand(desk.window).key(Key.Key_PageDown)
    assert watched == {"QWidgetWindow"}


@pytest.mark.parametrize(("key", "text", "times"), [(Key.Key_F11, "", 1), (Key.Key_Delete, "", 3), (Key.Key_X, "x", 3)])
def test_only_what_goes_into_a_text_goes_on_there(
    open_desk: Open, monkeypatch: pytest.MonkeyPatch, key: Key, text: str, times: int
) -> None:
    desk = open_desk()
    heard: list[int] = []
    monkeypatch.setattr(desk.window, "toggle_full_screen", lambda: heard.append(Key.Key_F11))

    class Line(QLineEdit):
        def keyPressEvent(self, event: QKeyEvent) -> None:
            super().keyPressEvent(event)
            if event.isAccepted():
                heard.append(event.key())

    line = Line("some words", desk.window)
    line.show()
    line.setFocus()
    line.home(False)
    Hand(desk.window).key(key, text, held=(True, False))
    assert heard == [key] * times


def test_hands_are_felt_in_a_dialog_too(open_desk: Open, qtbot: QtBot) -> None:
    """What comes of an Enter that is held there is pressed once."""
    desk = open_desk()
    dialog = QDialog(desk.window)
    dialog.setModal(True)
    pressed: list[bool] = []
    button = QPushButton(dialog)
    button.setText("Save")
    button.clicked.connect(lambda: pressed.append(True))
    dialog.show()
    dialog.activateWindow()
    button.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is button)
    Hand(dialog).key(Key.Key_Space, " ", held=(True, False, True))
    assert len(pressed) == 1


def test_what_is_chosen_in_a_menu_is_a_press(open_desk: Open, qtbot: QtBot) -> None:
    """The rest of a double click there falls on no card that came by it."""
    desk = open_desk(deaf_ms=LONG_MS)
    menu = Menu(desk.window)
    menu.addAction("Delete everything …", lambda: desk.window.ask(questions.about_toes()))
    menu.popup(desk.window.mapToGlobal(QPoint(50, 50)))
    Hand(desk.window).key(Key.Key_Shift)  # by which it came
    qtbot.waitUntil(menu.windowHandle().isExposed)
    QApplication.processEvents()
    hands_felt = desk.hamstring.hands
    hands_felt._pressing.stop()
    at = QPointF(menu.actionGeometry(menu.actions()[0]).center())
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        held = left if kind == QEvent.Type.MouseButtonPress else none
        click = QMouseEvent(kind, at, menu.mapToGlobal(at), left, held, NONE)
        QApplication.sendEvent(menu.windowHandle(), click)
    assert desk.window.asking
    assert hands_felt.deaf
