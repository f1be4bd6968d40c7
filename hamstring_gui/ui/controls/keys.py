"""Keys that mean the same on whatever page they are pressed."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

CLICKER = (
    Qt.Key.Key_PageDown, Qt.Key.Key_F5, Qt.Key.Key_MediaTogglePlayPause, Qt.Key.Key_MediaPlay, Qt.Key.Key_MediaPause,
)  # fmt: skip
"""What the large button of a presenter clicker, a foot pedal or a headset sends: start, pause and go on, done."""

STOPS = Qt.Key.Key_P, Qt.Key.Key_Period
"""What stops for pain, at any moment of a session; it means nothing else anywhere."""

PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
"""What may be held where a digit or a letter is pressed for itself; some keyboards need Shift for digits."""


class Written(Protocol):
    """A line or lines of text with an undo of its own."""

    def isUndoAvailable(self) -> bool: ...
    def isRedoAvailable(self) -> bool: ...


def goes_back(event: QKeyEvent) -> bool:
    """Escape, and what goes back in a browser."""
    from PySide6.QtGui import QKeySequence  # whose enums only a key needs

    return event.key() == Qt.Key.Key_Escape or event.matches(QKeySequence.StandardKey.Back)


def is_left(event: QKeyEvent, text: Written) -> bool:
    """Whether a text leaves a key to the page: it asks for undo or redo, and nothing was written in it yet."""
    return takes_back(event) and not (text.isUndoAvailable() or text.isRedoAvailable())


def takes_back(event: QKeyEvent) -> bool:
    """Whether a key asks for undo or redo."""
    from PySide6.QtGui import QKeySequence  # whose enums only a key needs

    keys = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
    return any(event.matches(key) for key in keys)
