"""The desktop by D-Bus, as the program knows it: media keys and what plays, presence, a lit screen, notifications.

A helper process does it (see `bus_helper`), in a session a thread of the one that plays the tones (`bus_beside`). Where
there is no bus, or it goes away, nothing comes and one line stands in the log; the next time that something is wanted,
it is tried anew. A process that ends in a session has one other.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from hamstring_gui.desktop.guest import Guest
from hamstring_gui.desktop.helper import Helper

if TYPE_CHECKING:
    from hamstring_gui.desktop.mpris import Playing

log = logging.getLogger(__name__)
BEGINS = ("watch", "light", "notify")
"""What a process is started for."""
UNSHOWN = "unshown"
"""What became of a notification that nobody here shows."""


class Bus(QObject):
    """`wished` carries what a media key or another program wishes of the session, and a number; `happened` one of
    "sleep", "woke", "locked", "unlocked", "unplugged". `answered` carries what became of a notification: its key, the
    action chosen ("" where it was closed without one, `UNSHOWN`), and a token for coming to the front. `lit` carries
    who keeps the screen lit, "" where nobody does; `lost` says that the process that does all that is gone.
    """

    wished = Signal(str, float)
    happened = Signal(str)
    answered = Signal(str, str, str)
    lit, lost = Signal(str), Signal()

    def __init__(self, parent: QObject | None = None, host: Callable[[], Helper] | None = None) -> None:
        """In the process of the `host`, where that runs (see `Guest`)."""
        super().__init__(parent)
        self._jeepney = _where_jeepney_lies()
        own = Helper("bus_helper.py", [self._jeepney], bare=True)
        self._helper = own if host is None else Guest(own, host, {"jeepney": self._jeepney})
        self._helper.line_read.connect(self._on_line_read)
        self._helper.failed.connect(lambda: self._on_lost("the helper process can't be started"))
        self._helper.ended.connect(self._on_ended)
        self._plays = self._told = self._keeps_lit = False
        self._headphones = self._once_more = False
        self._playing: Playing | None = None
        self._notices: set[str] = set()

    # -- a session ---------------------------------------------------------------------------------------------------
    def begin(self, *, headphones: bool) -> None:
        """A session begins: watch who is here, `headphones` too."""
        self._plays, self._told, self._once_more = True, False, True
        self._headphones, self._playing = headphones, None
        self._watch()

    def _watch(self) -> None:
        self._send("watch", headphones=self._headphones)

    def show(self, playing: Playing) -> None:
        """What plays now; between `begin` and `end`."""
        if self._plays:
            self._playing = playing
            self._send("play", **asdict(playing))

    def let_sleep(self) -> None:
        """The session stands still: the computer may sleep."""
        self._send("sleep")

    def end(self) -> None:
        """It is over: others take the media keys."""
        self._plays = False
        self._send("stop")
        self._close_if_idle()

    def keep_lit(self, on: bool) -> None:
        """Whether the screen is to stay on."""
        self._keeps_lit = on
        if on or self._helper.is_running:
            self._send("light", on=on)
        self._close_if_idle()

    # -- notifications -----------------------------------------------------------------------------------------------
    def notify(self, key: str, title: str, text: str = "", actions: tuple[tuple[str, str], ...] = ()) -> None:
        """Show a notification; one with the same key makes way. `actions` are (name, words on the button); the name
        "default" is a click on the notification itself."""
        self._notices.add(key)
        self._send("notify", key=key, title=title, text=text, actions=actions)

    def withdraw(self, key: str) -> None:
        """Take it away; nothing more becomes of it, also where the desktop says nothing of that."""
        if key in self._notices:
            self._notices.discard(key)
            self._send("withdraw", key=key)

    # -- the helper --------------------------------------------------------------------------------------------------
    def close(self) -> None:
        """End it all. Harmless when done twice."""
        self._plays = self._keeps_lit = False
        self._notices.clear()
        self._helper.close()

    def _send(self, do: str, **what: Any) -> None:
        if sys.platform in ("win32", "darwin"):
            if do == "notify":
                self._on_told({"key": what["key"], "action": UNSHOWN, "token": ""})
            return
        if not self._helper.is_running:
            if do not in BEGINS:
                return
            if not self._jeepney:
                self._on_lost("jeepney is not installed")
                return
            self._helper.start()
        self._helper.send(json.dumps({"do": do, **what}))

    def _close_if_idle(self) -> None:
        if not (self._plays or self._notices or self._keeps_lit):
            self._helper.close()

    def _on_line_read(self, line: str) -> None:
        try:
            told = json.loads(line)
        except ValueError:
            return
        self._on_told(told)

    def _on_told(self, told: dict[str, Any]) -> None:
        if "wish" in told:
            self.wished.emit(told["wish"], told["value"])
        elif "happening" in told:
            self.happened.emit(told["happening"])
        elif "key" in told:
            self._on_answered(told["key"], told["action"], told["token"])
        elif "lit" in told:
            self.lit.emit(told["lit"])
        elif "silent" in told:
            self._say_silent(told["silent"])

    def _on_answered(self, key: str, action: str, token: str) -> None:
        if action == UNSHOWN and key not in self._notices:
            return  # it was withdrawn before
        if action in ("", UNSHOWN):
            self._notices.discard(key)
        self.answered.emit(key, action, token)
        self._close_if_idle()

    def _on_ended(self) -> None:
        self._on_lost("the helper process has ended")
        if self._plays and self._once_more:
            self._once_more = False
            self._watch()
            if self._playing is not None:
                self.show(self._playing)

    def _on_lost(self, reason: str) -> None:
        self._say_silent(reason)
        self.lost.emit()
        for key in tuple(self._notices):
            self._on_answered(key, UNSHOWN, "")

    def _say_silent(self, reason: str) -> None:
        level = logging.DEBUG if self._told else logging.INFO
        self._told = True
        log.log(level, "Something of the desktop can't be reached: %s", reason)


def _where_jeepney_lies() -> str:
    """For a process that doesn't look where the program does."""
    found = find_spec("jeepney")
    return str(Path(found.origin).parent.parent) if found is not None and found.origin else ""
