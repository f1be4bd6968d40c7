"""What hands can wish for in a session: each wish with what its button says, the cap painted on it, and its keys.

Another key is another entry in `keys` here, and in README's table, which a test holds against this one. The list that
F1 shows is made of it, too (`told_keys`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QCoreApplication, Qt

from hamstring_gui.domain.values import dataclass
from hamstring_gui.ui.controls.keys import CLICKER, STOPS

Wish = Literal["toggle", "on", "back", "extend", "stop_for_pain", "mute", "breathing_words", "full_screen", "end"]
Key = Qt.Key
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class SessionCommand:
    """One wish; `words` and `cap` say theirs in the language of the moment. What has no words has no button. `pedal` is
    the key that is pressed by one that the user gave this command: of several, the one that questions understand, too.
    `does` is what the list of keys says of it.
    """

    wish: Wish
    words: Callable[[], str]
    cap: Callable[[], str]
    keys: tuple[Qt.Key, ...]
    pedal: Qt.Key
    does: Callable[[], str]


COMMANDS = (
    SessionCommand(
        "toggle", lambda: translate("session", "Pause"), lambda: translate("session", "Space"),
        (Key.Key_Space, *CLICKER), Key.Key_MediaTogglePlayPause,
        lambda: translate("session", "pause, go on, or begin a phase that waits for you"),
    ),
    SessionCommand(
        "on", lambda: translate("session", "Skip"), lambda: "→",
        (Key.Key_Right, Key.Key_MediaNext), Key.Key_MediaNext,
        lambda: translate("session", "end a hold early and keep its seconds, or end a gap or a lead-in"),
    ),
    SessionCommand(
        "back", lambda: translate("session", "Back"), lambda: "←",
        (Key.Key_Left, Key.Key_PageUp, Key.Key_MediaPrevious), Key.Key_MediaPrevious,
        lambda: translate("session", "start this phase again; in its first 3 seconds, go back to the previous hold"),
    ),
    SessionCommand(
        "extend", lambda: translate("session", "+10 s"), lambda: "+",
        (Key.Key_Plus, Key.Key_Equal), Key.Key_Plus,
        lambda: translate("session", "ten seconds more, also where it is started again; of reps, as many whole ones"),
    ),
    SessionCommand(
        "stop_for_pain", lambda: translate("session", "Stop for pain"), lambda: "P",
        STOPS, Key.Key_P,
        lambda: translate("session", "stop for pain: ends this leg of this exercise, and is written down as just that"),
    ),
    SessionCommand(
        "mute", lambda: translate("session", "Mute"), lambda: "M",
        (Key.Key_M,), Key.Key_M,
        lambda: translate("session", "mute tones and voice"),
    ),
    SessionCommand(
        "breathing_words", str, lambda: "B",
        (Key.Key_B,), Key.Key_B,
        lambda: translate("session", "show or hide the breathing guide, “Breathe in” and “Breathe out” while you hold"),
    ),
    SessionCommand(
        "full_screen", lambda: translate("session", "Full screen"), lambda: "F11",
        (Key.Key_F11,), Key.Key_F11,
        lambda: translate("session", "full screen: the distance view, with digits nearly half as high as the screen"),
    ),
    SessionCommand(
        "end", lambda: translate("session", "End"), lambda: "Esc",
        (Key.Key_Escape, Key.Key_MediaStop), Key.Key_MediaStop,
        lambda: translate(
            "session", "end (asks once; what you held is kept, and where that is nothing, nothing is asked)"
        ),
    ),
)  # fmt: skip
"""In the order in which README tells them."""

BY_WISH = {command.wish: command for command in COMMANDS}
BY_KEY = {key: command for command in COMMANDS for key in command.keys}
