"""What hands press, before anybody hears of it: one press is one command, and means what the hand saw when it pressed.

A filter on the windows, to which each key and click comes once, before it goes on to a widget: no page has to think of
it, and Python is called for nothing else. A screen reader's presses are no events, and always meant.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from hamstring_gui.ui.controls.keys import PLAIN, STOPS
from hamstring_gui.ui.controls.question import ENTER
from hamstring_gui.ui.controls.under_hand import CHANGED
from hamstring_gui.ui.printed_keys import commands, printed_key

Key = Qt.Key
Kind = QEvent.Type
Modifier = Qt.KeyboardModifier

DEAF_MS = 400
"""After a page or a card came by a press, nothing is pressed for so long."""
BY_A_PRESS_MS = 100
"""What comes so soon after a press was dealt with came by it."""
TAP_MS = 10
"""A key that was let go of after less was not held."""
MOVES = (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_PageUp, Key.Key_PageDown, Key.Key_Tab,
         Key.Key_Backtab)  # fmt: skip
"""Keys that go on while they are held, where nobody types: they move the focus, a page, or a number."""

Stamp = tuple[int, int, int]
"""A key, its place on the keyboard, and when it was pressed or let go of."""


class Hands(QObject):
    """Hears every key and click before the widget that it is for does, and lets through what was meant."""

    def __init__(self, application: QApplication, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._released: Stamp | None = None
        self._by_a_key = False
        self._on_x11 = application.platformName() == "xcb"
        self._pressed: tuple[Stamp, QWidget | None] = ((0, 0, 0), None)
        self._swallowed = Qt.MouseButton.NoButton
        self._under: tuple[int, QWidget | None, QWidget | None] = (0, None, None)
        self._pressing, self._deafness = QTimer(self), QTimer(self)
        for timer, ms in ((self._pressing, BY_A_PRESS_MS), (self._deafness, DEAF_MS)):
            timer.setSingleShot(True)
            timer.setInterval(ms)
        window.windowHandle().installEventFilter(self)
        application.focusChanged.connect(self._feel_others)

    def stop(self) -> None:
        """Listen no more, once what is pressed just now is done."""
        self.deleteLater()

    @property
    def deaf(self) -> bool:
        return self._deafness.isActive()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == CHANGED:
            self._on_changed()
        elif isinstance(watched, QWindow):
            if isinstance(event, QKeyEvent):
                return self._on_key(watched, event)
            if isinstance(event, QMouseEvent):
                return self._on_mouse(watched, event)
        return False

    def _feel_others(self) -> None:
        """Menus, lists and dialogs have windows of their own, which come by a press or take the focus."""
        for other in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
            if other is not None and other is not self._window and (handle := other.windowHandle()) is not None:
                handle.installEventFilter(self)

    def _begin_pressing(self) -> None:
        self._pressing.start()
        QTimer.singleShot(0, self, self._feel_others)

    # -- pages and cards ---------------------------------------------------------------------------------------------
    def _on_changed(self) -> None:
        """A page that comes, and a card that comes or goes: what is under the hand isn't what it was."""
        if self._pressing.isActive() and self._deafness.interval():
            self._deafness.start()
            QTimer.singleShot(0, self._deafness.start)  # once more when it stands: making it may have taken long

    # -- keys --------------------------------------------------------------------------------------------------------
    def _on_key(self, window: QWindow, event: QKeyEvent) -> bool:
        stamp = event.key(), event.nativeScanCode(), event.timestamp()
        if event.type() == Kind.KeyRelease:
            self._released, self._by_a_key = stamp, bool(stamp[2]) and _is_of_a_key(event)
            self._begin_pressing()
            return False
        receiver = _receiver(window)
        if event.type() != Kind.KeyPress or receiver is None:
            return False
        types = _types(receiver, event)
        if self.deaf and not (types or _names_a_page(event) or _stops(event)):
            return True
        key, modifiers = printed_key(event), event.modifiers()
        goes_back = key == Key.Key_Back or (key == Key.Key_Left and _is_alt(modifiers))
        if goes_back and not (types and sys.platform == "darwin"):
            key, modifiers = _back_key(receiver), Modifier.NoModifier
        repeated = self._is_repeated(event, stamp)
        if repeated and not (types or key in MOVES):
            return True
        if not repeated:
            if self._is_the_rest_of_a_double_press(receiver, stamp) and key not in MOVES and not types:
                return True
            self._begin_pressing()
        if (key, modifiers, repeated) == (event.key(), event.modifiers(), event.isAutoRepeat()):
            return False
        QCoreApplication.sendEvent(receiver, _as_another(event, key, modifiers, repeated))
        return True

    def _is_repeated(self, event: QKeyEvent, stamp: Stamp) -> bool:
        """Whether a key was held since it was pressed. A program may press one again within the same millisecond, which
        Qt takes for a held one on X11; on Wayland, a repeat has the time of the press."""
        (key, place, at_ms), _ = self._pressed
        tapped = stamp[:2] == (key, place) and at_ms > 0 and stamp[2] - at_ms < TAP_MS
        if event.isAutoRepeat():
            return not (tapped and self._on_x11)
        return stamp == self._released and self._by_a_key and not tapped

    def _is_the_rest_of_a_double_press(self, receiver: QWidget, stamp: Stamp) -> bool:
        """Whether a key that is pressed twice would mean something else the second time, since the focus went on."""
        (key, place, at_ms), last = self._pressed
        self._pressed = stamp, receiver
        soon = 0 < stamp[2] - at_ms < self._deafness.interval()
        return soon and stamp[:2] == (key, place) and receiver is not last

    # -- the mouse ---------------------------------------------------------------------------------------------------
    def _on_mouse(self, window: QWindow, event: QMouseEvent) -> bool:
        kind, button = event.type(), event.button()
        if kind in (Kind.MouseButtonPress, Kind.MouseButtonDblClick):
            if self.deaf or self._is_the_rest_of_a_double_click(event):
                self._swallowed |= button
                return True
            self._begin_pressing()
            if button == Qt.MouseButton.BackButton:
                if kind == Kind.MouseButtonPress:
                    _press_back(window)
                self._swallowed |= button
                return True
            self._swallowed &= ~button
        elif kind == Kind.MouseButtonRelease:
            if self._swallowed & button:
                self._swallowed &= ~button
                return True
            self._begin_pressing()
        return False

    def _is_the_rest_of_a_double_click(self, event: QMouseEvent) -> bool:
        """Whether a second click would fall on something else than the first, which took its place in between.

        Qt sends a window the press first and then the double click, both with one time.
        """
        at_ms, _, last = self._under
        if event.timestamp() != at_ms:
            under = QApplication.widgetAt(event.globalPosition().toPoint())
            self._under = event.timestamp(), last, under
        return event.type() == Kind.MouseButtonDblClick and self._under[1] is not self._under[2]


def _receiver(window: QWindow) -> QWidget | None:
    """The widget that a window gives its keys to; while a menu or a list is open, that has them."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        return popup.focusWidget() or popup
    focused = window.focusObject()
    return focused if isinstance(focused, QWidget) else None


def _is_of_a_key(event: QKeyEvent) -> bool:
    """An on-screen keyboard's keys have no place, and may be pressed and let go of twice within a millisecond."""
    return bool(event.nativeScanCode()) or not event.spontaneous()


def _types(widget: QWidget, event: QKeyEvent) -> bool:
    """Whether a key goes into a text: it may repeat, and presses nothing."""
    if not widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled) or event.key() == Key.Key_Escape:
        return False
    if event.key() in ENTER:
        return isinstance(widget, QPlainTextEdit) and not event.modifiers() & ~(
            Modifier.KeypadModifier | Modifier.ShiftModifier
        )
    text = event.text()
    return (bool(text) and text.isprintable() and not commands(event.modifiers())) or _edits(widget, event)


def _edits(widget: QWidget, event: QKeyEvent) -> bool:
    """Whether a text wants a key for itself: Qt asks so before it looks for shortcuts."""
    asked = QKeyEvent(
        Kind.ShortcutOverride, event.key(), event.modifiers(), event.nativeScanCode(), event.nativeVirtualKey(),
        event.nativeModifiers(), event.text(),
    )  # fmt: skip
    asked.ignore()
    QCoreApplication.sendEvent(widget, asked)
    return asked.isAccepted()


def _names_a_page(event: QKeyEvent) -> bool:
    """Ctrl and a digit press nothing of what just came, and mean the same on every page."""
    held = event.modifiers() & ~Modifier.KeypadModifier
    return held == Modifier.ControlModifier and Key.Key_1 <= event.key() <= Key.Key_9


def _stops(event: QKeyEvent) -> bool:
    """What stops for pain is never meant for what was there before, and must not be lost."""
    return printed_key(event) in STOPS and not event.modifiers() & ~PLAIN


def _is_alt(modifiers: Qt.KeyboardModifier) -> bool:
    """Alt alone; an arrow key of a numpad may say that it is one."""
    return modifiers & ~Modifier.KeypadModifier == Modifier.AltModifier


def _as_another(event: QKeyEvent, key: int, modifiers: Qt.KeyboardModifier, repeated: bool) -> QKeyEvent:
    """The same press as another key, or as a repeated one; what it types stays what it was."""
    text = "" if commands(modifiers) else event.text()
    instead = QKeyEvent(
        event.type(), key, modifiers, event.nativeScanCode(), event.nativeVirtualKey(), event.nativeModifiers(), text,
        repeated, event.count(),
    )  # fmt: skip
    instead.setTimestamp(event.timestamp())
    return instead


def _back_key(around: QWidget | None) -> Key:
    """Back goes where Esc does; but where a page `has_back`, Esc leaves it for good, and is another key."""
    while around is not None and not getattr(around, "has_back", False):
        around = around.parentWidget()
    return Key.Key_Escape if around is None else Key.Key_Back


def _press_back(window: QWindow) -> None:
    """As the keyboard does, to the window: whoever has the keyboard gets it."""
    key = _back_key(_receiver(window))
    for kind in (Kind.KeyPress, Kind.KeyRelease):
        QCoreApplication.sendEvent(window, QKeyEvent(kind, key, Modifier.NoModifier))
