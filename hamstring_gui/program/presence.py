"""Nobody is here any more, or nobody hears: the session stands still, and says why when somebody is back."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Signal

from hamstring_gui.desktop.bus import Bus
from hamstring_gui.program.conductor import Conductor
from hamstring_gui.program.preferences import Preferences

Why = Literal["", "slept", "locked", "unplugged"]


class Presence(QObject):
    """`told` carries the sentence that says why the session is paused. It never goes on by itself."""

    told = Signal(str)

    def __init__(self, conductor: Conductor, preferences: Preferences, bus: Bus) -> None:
        super().__init__(bus)
        self._player, self._preferences, self._bus = conductor.player, preferences, bus
        self._locked = False
        self._why: Why = ""
        bus.happened.connect(self._on_happened)
        conductor.session_begins.connect(lambda _: self._forget())

    def _forget(self) -> None:
        self._locked, self._why = False, ""

    def _on_happened(self, happened: str) -> None:
        match happened:
            case "sleep":
                self._pause("slept")
                self._bus.let_sleep()
            case "locked":
                self._locked = True
                self._pause("locked")
            case "unplugged":
                if self._preferences.settings.pause_unplugged:
                    self._pause("unplugged")
                    self._tell()
            case "woke":
                if not self._locked:
                    self._tell()
            case "unlocked":
                self._locked = False
                self._tell()

    def _pause(self, why: Why) -> None:
        """Before it happens. A session that stands still already, or waits, has nothing to say about it."""
        self._player.look()
        session = self._player.session
        if session is not None and session.state == "running":
            self._player.command("pause")
            if self._player.session is not None and self._player.session.state == "paused":
                self._why = why

    def _tell(self) -> None:
        why, self._why = self._why, ""
        session = self._player.session
        if why and session is not None and session.state == "paused":
            self.told.emit(self._sentence(why))

    def _sentence(self, why: Why) -> str:
        match why:
            case "slept":
                return self.tr("Paused while the computer slept. Press Space to go on.")
            case "locked":
                return self.tr("Paused while the screen was locked. Press Space to go on.")
            case _:
                return self.tr("Paused: the headphones were unplugged. Press Space to go on.")
