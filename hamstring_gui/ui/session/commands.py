"""What hands can wish for in a session: each wish with what its button says, the cap painted on it, and its keys.

Another key is another entry in `keys` here, and in README's table, which a test holds against this one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QCoreApplication, Qt

from hamstring_gui.domain.values import dataclass
from hamstring_gui.ui.controls.keys import CLICKER

Wish = Literal["toggle", "on", "back", "extend", "stop_for_pain", "mute", "breathing_words", "full_screen", "end"]
Key = Qt.Key
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class SessionCommand:
    """One wish; `words` and `cap` say theirs in the language of the moment. What has no words has no button. `pedal` is
    the key that is pressed by one that the user gave this command: of several, the one that questions understand, too.
    """

    wish: Wish
    words: Callable[[], str]
    cap: Callable[[], str]
    keys: tuple[Qt.Key, ...]
    pedal: Qt.Key


COMMANDS = (
    SessionCommand(
        "toggle", lambda: translate("session", "Pause"), lambda: translate("session", "Space"),
        (Key.Key_Space, *CLICKER), Key.Key_MediaTogglePlayPause,
    ),
    SessionCommand(
        "on", lambda: translate("session", "Skip"), lambda: "→",
        (Key.Key_Right, Key.Key_MediaNext), Key.Key_MediaNext,
    ),
    SessionCommand(
        "back", lambda: translate("session", "Back"), lambda: "←",
        (Key.Key_Left, Key.Key_PageUp, Key.Key_MediaPrevious), Key.Key_MediaPrevious,
    ),
    SessionCommand(
        "extend", lambda: translate("session", "+10 s"), lambda: "+",
        (Key.Key_Plus, Key.Key_Equal), Key.Key_Plus,
    ),
    SessionCommand(
        "stop_for_pain", lambda: translate("session", "Stop for pain"), lambda: "P",
        (Key.Key_P, Key.Key_Period), Key.Key_P,
    ),
    SessionCommand(
        "mute", lambda: translate("session", "Mute"), lambda: "M",
        (Key.Key_M,), Key.Key_M,
    ),
    SessionCommand(
        "breathing_words", str, lambda: "B",
        (Key.Key_B,), Key.Key_B,
    ),
    SessionCommand(
        "full_screen", lambda: translate("session", "Full screen"), lambda: "F11",
        (Key.Key_F11,), Key.Key_F11,
    ),
    SessionCommand(
        "end", lambda: translate("session", "End"), lambda: "Esc",
        (Key.Key_Escape, Key.Key_MediaStop), Key.Key_MediaStop,
    ),
)  # fmt: skip
"""In the order in which README tells them."""

BY_WISH = {command.wish: command for command in COMMANDS}
BY_KEY = {key: command for command in COMMANDS for key in command.keys}
