"""The tones that a session is led by. Where there is no sound, there is silence and one line in the log."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from hamstring_gui.desktop.helper import Helper

log = logging.getLogger(__name__)

QUIETEST_DB = -30.0
"""The gain just above no sound at all. An ear takes equal steps of decibels for equal steps of loudness."""


class Sounds:
    """Plays `folder`/NAME.wav in a helper process, so that a sound server that hangs can't stop the count.

    The volume is 0 to 1 as an ear counts it; see `gain`.
    """

    def __init__(
        self, folder: Path, volume: float, muted: bool, on_silence: Callable[[], None] = lambda: None,
        on_sound: Callable[[], None] = lambda: None,
    ) -> None:  # fmt: skip
        """`on_silence` is called when it turns out that nothing can be heard here, and something is wanted to be;
        `on_sound` when it can again."""
        self._helper = Helper("sound_helper.py", [str(folder)], bare=True)
        self._helper.line_read.connect(self._on_line_read)
        self._helper.failed.connect(lambda: self._be_silent("the helper process can't be started"))
        self._volume = volume
        self._muted = muted
        self._standing = {"gain": f"{gain(volume):.6f}"}
        self._reason, self._told = "", False
        self._on_silence, self._on_sound = on_silence, on_sound

    def prepare(self) -> None:
        """A tone asked for 100 ms later comes at once. Harmless when done twice; `play` does it when nobody did."""
        if not self._helper.is_running:
            self._helper.start()
            for command, argument in self._standing.items():
                self._helper.send(f"{command} {argument}")
            self._tell()

    def play(self, name: str) -> None:
        if not self._muted:
            self.prepare()
            self._helper.send(f"play {name}")

    def set_volume(self, volume: float) -> None:
        self._volume = volume
        self.stand("gain", f"{gain(volume):.6f}")
        self._tell()

    def set_muted(self, muted: bool) -> None:
        """Muting also ends what sounds at the moment."""
        self._muted = muted
        if muted:
            self._helper.send("silence")
        self._tell()

    @property
    def helper(self) -> Helper:
        """For speech, which the same process says: it goes down under the tones."""
        return self._helper

    def stand(self, command: str, argument: str) -> None:
        """Say it to this helper, and to each one that comes after it."""
        self._standing[command] = argument
        self._helper.send(f"{command} {argument}")

    def close(self) -> None:
        """Ends the helper, and with it what sounds; the next tone starts another."""
        self._helper.close()

    def _on_line_read(self, line: str) -> None:
        if line.startswith("silent: "):
            self._be_silent(line.removeprefix("silent: "))
        elif line == "sounding":
            told, self._reason, self._told = self._told, "", False
            if told:
                log.info("Tones again.")
                self._on_sound()

    def _be_silent(self, reason: str) -> None:
        self._reason = self._reason or reason
        self._tell()

    def _tell(self) -> None:
        """Say once that nothing can be heard, and why, to somebody who wants to hear something."""
        if self._reason and not (self._told or self._muted) and self._volume > 0:
            self._told = True
            log.warning("No tones: %s", self._reason)
            self._on_silence()


def gain(volume: float) -> float:
    """What samples are multiplied by at a volume from 0 to 1: nothing at 0, then evenly in decibels up to 0 dB."""
    return 10 ** (QUIETEST_DB * (1 - min(1.0, volume)) / 20) if volume > 0 else 0.0
