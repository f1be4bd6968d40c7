"""The tones that a session is led by. Where there is no sound, there is silence and one line in the log."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from hamstring_gui.desktop.helper import Helper

log = logging.getLogger(__name__)


class Sounds:
    """Plays `folder`/NAME.wav in a helper process, so that a sound server that hangs can't stop the count.

    The volume is 0 to 1 as an ear counts it: the samples are multiplied by its cube, as sliders of desktops do.
    """

    def __init__(self, folder: Path, volume: float, muted: bool, on_silence: Callable[[], None] = lambda: None) -> None:
        """`on_silence` is called once, when it turns out that nothing can be heard here."""
        self._helper = Helper("sound_helper.py", [str(folder)])
        self._helper.line_read.connect(self._on_line_read)
        self._volume = volume
        self._muted = muted
        self._told = False
        self._on_silence = on_silence

    def prepare(self) -> None:
        """A tone asked for 100 ms later comes at once. Harmless when done twice; `play` does it when nobody did."""
        if not self._helper.is_running:
            self._helper.start()
            self.set_volume(self._volume)

    def play(self, name: str) -> None:
        if not self._muted:
            self.prepare()
            self._helper.send(f"play {name}")

    def set_volume(self, volume: float) -> None:
        self._volume = min(1.0, max(0.0, volume))
        self._helper.send(f"gain {self._volume**3:.6f}")

    def set_muted(self, muted: bool) -> None:
        """Muting also ends what sounds at the moment."""
        self._muted = muted
        if muted:
            self._helper.send("silence")

    def close(self) -> None:
        """Ends the helper, and with it what sounds; the next tone starts another."""
        self._helper.close()

    def _on_line_read(self, line: str) -> None:
        if not self._told:
            self._told = True
            log.warning("No tones: %s", line.removeprefix("silent: "))
            self._on_silence()
