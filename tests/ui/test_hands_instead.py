"""What comes to a widget of a key that means another one, that types, or that has a numpad's place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from hamstring_gui.ui import hands, printed_keys
from tests.spread import late
from tests.ui.conftest import Desk
from tests.ui.keyboard import Hand

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

    def __init__(self) -> None:
        super().__init__()
        self.came: list[int] = []
        self.inside = QWidget(QWidget(QWidget(self)))

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
    open_desk()
    asked: list[int] = []
    monkeypatch.setattr(printed_keys, "_x11_signs", lambda code: asked.append(code) or ())
    around = Around()
    event = QKeyEvent(hands.Kind.KeyPress, key, modifiers, 33, 0, 0, "")
    event.setTimestamp(5_000)
    QApplication.sendEvent(around.inside, event)
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
