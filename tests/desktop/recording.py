"""What a sound server without a sound card would have sent to the speakers."""

from __future__ import annotations

import array
import os
import select
import shutil
import subprocess
import time

import pytest

RATE = 48_000


class Recorder:
    """What the sound server would have sent to the speakers."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self.samples = array.array("h")
        self._ends_at = 0.0

    def _listen(self) -> None:
        assert self._process.stdout is not None
        while select.select([self._process.stdout], [], [], 0)[0]:
            heard = os.read(self._process.stdout.fileno(), 1 << 16)
            self.samples.frombytes(heard[: len(heard) // 2 * 2])

    def listen_for(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        assert self._process.stdout is not None
        while (left := end - time.monotonic()) > 0:
            if select.select([self._process.stdout], [], [], left)[0]:
                self._listen()
                self._ends_at = time.monotonic()

    def loud_at(self, since: float, last: bool = False) -> float:
        """When the first (or last) sample after a moment was heard that isn't silent, in seconds after that moment."""
        begun = self._ends_at - len(self.samples) / RATE
        loud = [n for n in range(max(0, round((since - begun) * RATE)), len(self.samples)) if abs(self.samples[n]) > 30]
        return begun + loud[-1 if last else 0] / RATE - since

    def hears(self) -> bool:
        self._listen()
        return max(self.samples, default=0) > 3000

    def hears_silence_again(self) -> bool:
        self._listen()
        return len(self.samples) > 14_400 and not any(self.samples[-14_400:])

    @property
    def seconds_of_sound(self) -> float:
        """Without the silence in which the server waited for more, as it does on a busy machine."""
        return sum(map(bool, self.samples)) / RATE


needs_a_server = pytest.mark.skipif(
    not (shutil.which("pulseaudio") and shutil.which("parec")), reason="there is no PulseAudio here"
)
