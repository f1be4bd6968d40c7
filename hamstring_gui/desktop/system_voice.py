"""The system's voice, for what no clip says: own exercises, other languages. In a process beside the program."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from enum import StrEnum

from hamstring_gui.desktop.helper import Helper
from hamstring_gui.desktop.sound import gain

log = logging.getLogger(__name__)


class Unspoken(StrEnum):
    """Why the system doesn't speak."""

    NOT_INSTALLED = "not installed"
    """On Linux: neither does Speech Dispatcher run nor is it there to be started."""
    NO_ANSWER = "no answer"
    NO_VOICE = "no voice"
    """Not in this language."""


class SystemVoice:
    """What it can is known a moment after `prepare` (on Windows and macOS five seconds), and told by `on_known`."""

    def __init__(self, on_known: Callable[[], None]) -> None:
        script = "speech_helper.py" if sys.platform == "linux" else "qt_speech_helper.py"
        self._helper = Helper(script)
        self._helper.line_read.connect(self._on_line_read)
        self._helper.failed.connect(lambda: self._lose(Unspoken.NO_ANSWER))
        self._helper.ended.connect(self._on_ended)
        self._on_known = on_known
        self._standing: dict[str, str] = {}
        self._number = 0
        self.heard: Callable[[str], None] = lambda line: None
        """Hears `saying N`, `said N` and `dropped N` of each number that was to be said."""
        self.can_speak = False
        self.why_not: Unspoken | None = None
        """Why it can't speak, once that is known."""

    def prepare(self) -> None:
        if self._helper.is_running:
            if not self.can_speak:
                self._helper.send("prepare")
        else:
            self._helper.start()
            for command, argument in self._standing.items():
                self._helper.send(f"{command} {argument}")

    def say(self, number: int, latest: float, text: str) -> None:
        self.prepare()
        self._number = number
        self._helper.send(f"say {number} {latest:.3f} {' '.join(text.split())}")

    def hush(self) -> None:
        self._helper.send("hush")

    def set_volume(self, volume: float) -> None:
        self._stand("volume", f"{gain(volume):.6f}")

    def set_rate(self, rate: float) -> None:
        self._stand("rate", f"{rate:.3f}")

    def set_language(self, language: str) -> None:
        self._stand("language", language)

    def close(self) -> None:
        self._helper.close()

    def _stand(self, command: str, argument: str) -> None:
        self._standing[command] = argument
        self._helper.send(f"{command} {argument}")

    def _on_line_read(self, line: str) -> None:
        word, _, rest = line.partition(" ")
        if word == "speaks":
            self.can_speak, self.why_not = True, None
            self._on_known()
        elif word == "speechless:":
            self._lose(Unspoken(rest))
        else:
            self.heard(line)

    def _on_ended(self) -> None:
        """By itself: whoever waits for an answer gets one."""
        self.heard(f"dropped {self._number}")
        self._lose(Unspoken.NO_ANSWER)

    def _lose(self, why: Unspoken) -> None:
        if why != self.why_not:
            self.can_speak, self.why_not = False, why
            log.info("The system's voice doesn't speak: %s", why)
            self._on_known()
