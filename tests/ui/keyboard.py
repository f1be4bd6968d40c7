"""A keyboard and a mouse as the window system hands them on: with times, places of keys, and repeats that leak."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

Key = Qt.Key
Modifier = Qt.KeyboardModifier
Kind = QEvent.Type
LEAKS = (True, False, True, True, False, False, True)
"""Which of the repeats of a held key say that they are repeats, on an X server."""


class Hand:
    """Presses keys and buttons in a window; time passes with each."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._now_ms = 10_000

    def key(
        self, key: Key | int, text: str = "", *, held: Sequence[bool] = (), modifiers: Modifier = Modifier.NoModifier,
        place: int = 36, after_ms: int = 700,
    ) -> None:  # fmt: skip
        """Press a key; `held`, it goes on once for each that is named there, and says whether that is a repeat."""
        self._now_ms += after_ms
        self._send(Kind.KeyPress, key, text, modifiers, place, False)
        for admitted in held:
            self._now_ms += 40
            self._send(Kind.KeyRelease, key, text, modifiers, place, admitted)
            self._send(Kind.KeyPress, key, text, modifiers, place, admitted)
        self._now_ms += 60
        self._send(Kind.KeyRelease, key, text, modifiers, place, False)

    def tap(self, key: Key, text: str, down_ms: int, *, admitted: bool, place: int = 36) -> None:
        """Press a key for so long, in the very millisecond in which it was let go of the last time."""
        self._send(Kind.KeyPress, key, text, Modifier.NoModifier, place, admitted)
        self._now_ms += down_ms
        self._send(Kind.KeyRelease, key, text, Modifier.NoModifier, place, False)

    def _send(self, kind: Kind, key: Key | int, text: str, modifiers: Modifier, place: int, again: bool) -> None:
        event = QKeyEvent(kind, key, modifiers, place, 0, 0, text, again)
        event.setTimestamp(self._now_ms)
        QApplication.sendEvent(self._window.windowHandle(), event)

    def click(
        self, on: QWidget, button: Qt.MouseButton = Qt.MouseButton.LeftButton, times: int = 1, apart_ms: int = 120
    ) -> None:  # fmt: skip
        """Click where something lies, once or several times in a row, without moving."""
        at = QPointF(on.mapTo(self._window, on.rect().center()))
        self._now_ms += 1000
        for number in range(times):
            QApplication.sendPostedEvents()  # what came by the click before takes its place
            self._now_ms += apart_ms
            kinds = [
                Kind.MouseButtonPress,
                *([Kind.MouseButtonDblClick] if number % 2 else []),
                Kind.MouseButtonRelease,
            ]
            for kind in kinds:
                held = Qt.MouseButton.NoButton if kind == Kind.MouseButtonRelease else button
                event = QMouseEvent(kind, at, self._window.mapToGlobal(at), button, held, Modifier.NoModifier)
                event.setTimestamp(self._now_ms)
                QApplication.sendEvent(self._window.windowHandle(), event)
