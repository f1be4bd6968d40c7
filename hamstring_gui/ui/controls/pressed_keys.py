"""What a key is called in the settings, also one that Qt has no name for."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

Key = Qt.Key
Modifier = Qt.KeyboardModifier
TOGETHER = Modifier.ShiftModifier | Modifier.ControlModifier | Modifier.AltModifier | Modifier.MetaModifier
ONLY_WITH_OTHERS = (
    Key.Key_Shift, Key.Key_Control, Key.Key_Alt, Key.Key_AltGr, Key.Key_Meta, Key.Key_Super_L, Key.Key_Super_R,
    Key.Key_CapsLock, Key.Key_NumLock, Key.Key_ScrollLock,
)  # fmt: skip
"""Keys that change others, and are no press of their own."""
CODE = "Code {0}"
"""A key without a name, by its place on the keyboard."""


def name_of(event: QKeyEvent, printed: int | None = None) -> str:
    """As it stands in the settings: "F13", "Shift+F5", "Media Next", "Code 248"; "" for one that changes others.

    What is `printed` on it, `Hands` has put in already where it comes to a widget.
    """
    key = event.key() if printed is None else printed
    if key in ONLY_WITH_OTHERS:
        return ""
    if key in (0, Key.Key_unknown):
        return CODE.format(event.nativeScanCode() or event.nativeVirtualKey())
    return key_name(key, event.modifiers() & TOGETHER)


def key_name(key: int, modifiers: Qt.KeyboardModifier = Modifier.NoModifier) -> str:
    name = QKeySequence(QKeyCombination(modifiers, Key(key))).toString(QKeySequence.SequenceFormat.PortableText)
    return name if name.isprintable() and name.strip() else CODE.format(key)
