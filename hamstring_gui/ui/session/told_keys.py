"""Every key there is, in words: what the list that F1 shows says, and README's tables."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt

from hamstring_gui.ui.controls.pressed_keys import key_name
from hamstring_gui.ui.session.commands import COMMANDS, SessionCommand

Key = Qt.Key
translate = QCoreApplication.translate


Rows = tuple[tuple[str, str], ...]
"""What is printed on keys, and what these do."""


def told() -> tuple[tuple[str, Rows], ...]:
    """Where they do it, and which those are."""
    session = tuple((_keys_of(command), command.does()) for command in COMMANDS)
    return (
        (translate("session", "In a session"), session),
        (translate("session", "After a session, and over a question"), afterwards()),
        (translate("session", "Everywhere else"), elsewhere()),
    )


def _keys_of(command: SessionCommand) -> str:
    """What is printed on its keys, the usual one first."""
    names = {
        Key.Key_Space: translate("session", "Space"), Key.Key_Escape: translate("session", "Esc"),
        Key.Key_PageDown: translate("session", "Page Down"), Key.Key_PageUp: translate("session", "Page Up"),
        Key.Key_Right: "→", Key.Key_Left: "←", Key.Key_Plus: "+", Key.Key_Equal: "+",
        Key.Key_MediaTogglePlayPause: translate("session", "play/pause"),
        Key.Key_MediaPlay: translate("session", "play/pause"), Key.Key_MediaPause: translate("session", "play/pause"),
        Key.Key_MediaNext: translate("session", "next"), Key.Key_MediaPrevious: translate("session", "previous"),
        Key.Key_MediaStop: translate("session", "stop"),
    }  # fmt: skip
    return ", ".join(dict.fromkeys(names.get(key) or key_name(key) for key in command.keys))


def afterwards() -> Rows:
    return (
        (
            translate("session", "Enter, Esc, Page Down, F5, play/pause, stop"),
            translate("session", "done: what you rated and wrote is kept"),
        ),
        (
            translate("session", "0 to 9"),
            translate("session", "how tight a leg feels: the left one, then the right; 1 and then 0 is ten"),
        ),
        (translate("session", "Backspace"), translate("session", "take back what was typed last")),
        (translate("session", "L, R"), translate("session", "go to the left or the right leg: ← and → change it, too")),
        (translate("session", "N"), translate("session", "write a note")),
        (
            translate("session", "Y, K"),
            translate("session", "where another hold time is offered: yes, or keep yours"),
        ),
        (
            translate("session", "the number of an answer"),
            translate(
                "session",
                "over a question that you brought up: give it, unless that throws something away for good",
            ),
        ),
        (
            translate("session", "Esc"),
            translate(
                "session",
                "over a question: keep things as they are; after a stop for pain, ask whether to end, or finish where "
                "nothing is left",
            ),
        ),
    )


def elsewhere() -> Rows:
    return (
        (translate("session", "Enter, Page Down, F5, play/pause"), translate("session", "start what Today offers")),
        (translate("session", "Ctrl+1 to Ctrl+5"), translate("session", "choose the page")),
        (translate("session", "Esc, Alt+←"), translate("session", "go back")),
        (translate("session", "Ctrl+Z, Ctrl+Shift+Z"), translate("session", "undo, and do it again")),
        (translate("session", "F11"), translate("session", "full screen, and out of it again")),
        (translate("session", "F1"), translate("session", "this list; a session waits meanwhile")),
        (translate("session", "Ctrl+Q"), translate("session", "quit")),
    )
