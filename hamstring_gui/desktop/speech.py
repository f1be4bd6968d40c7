"""Says clips, one utterance at a time, in a thread of its own. Standard library only: the sound helper's.

A new utterance cuts the one before, a late one is dropped, and nothing here waits for the sound server but that thread.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from hamstring_gui.desktop import mixing, players
from hamstring_gui.desktop.mixing import Samples

PIECE_S = 0.01
LEAD_S = 0.2
"""Silence ahead of speech on a stream that was not running: a Bluetooth headset swallows as much while it wakes up."""
LINGER_S = 3.0
"""So long after it spoke, a stream that is not to be kept open stays open."""
OPUS_RATE = 48_000
"""What clips come in; a stream that is opened ahead of them is of that rate."""
CLOSING_S = 0.3
STUCK_S = 2.0
"""A sound server that takes no more samples for so long is told of as one that doesn't answer."""


def tell(line: str) -> None:
    """Answer the program. In one piece, since several threads do."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


class Utterance:
    """`latest` is a moment of the monotonic clock, which processes share."""

    __slots__ = ("clips", "latest", "number")

    def __init__(self, number: int, latest: float, clips: tuple[Path, ...]) -> None:
        self.number, self.latest, self.clips = number, latest, clips


Load = Callable[[Path], tuple[Samples, int]]
"""The samples of a clip, and how many there are in a second; raises OSError."""


class Speech:
    """Answers each utterance by `saying N` and `said N` (also when it was cut short), or by `dropped N`; and
    `speechless: REASON` when it turns out that nothing can be said, `speaking` when something can again."""

    gain = 0.0

    def __init__(
        self, open_stream: players.Open, load: Load, tone_peak: Callable[[], float],
        now: Callable[[], float] = time.monotonic,
    ) -> None:  # fmt: skip
        """`tone_peak` tells how loud the tones are that sound now, 0 to 1."""
        self._open, self._load, self._tone_peak, self._now = open_stream, load, tone_peak, now
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._next: Utterance | None = None
        self._cut = threading.Event()
        self._keep = self._over = False
        self._stream: players.Stream | None = None
        self._rate = 0
        self._busy_since: float | None = None
        self._speechless = False

    def say(self, utterance: Utterance) -> None:
        with self._changed:
            self._replace(utterance)
        since = self._busy_since
        if since is not None and self._now() - since > STUCK_S:
            self._tell_speechless("the sound server doesn't answer")

    def hush(self) -> None:
        with self._changed:
            self._replace(None)

    def keep(self, on: bool) -> None:
        """Whether the stream stays open, and is open at once."""
        with self._changed:
            self._keep = on
            if on or self._thread is not None:
                self._wake()

    def close(self) -> None:
        """Say no more; what is being said fades."""
        with self._changed:
            self._over, thread = True, self._thread
            self._replace(None)
            self._changed.notify()
        if thread is not None:
            thread.join(CLOSING_S)

    def _replace(self, utterance: Utterance | None) -> None:
        if self._next is not None:
            tell(f"dropped {self._next.number}")
        self._next = utterance
        self._cut.set()
        if utterance is not None:
            self._wake()

    def _wake(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._live, daemon=True)
            self._thread.start()
        self._changed.notify()

    # -- in the thread -------------------------------------------------------------------------------------------------
    def _live(self) -> None:
        while not self._over:
            with self._changed:
                while not self._over and self._next is None and self._is_as_wished():
                    if not self._changed.wait(None if self._keep or self._stream is None else LINGER_S):
                        break
                utterance, self._next = self._next, None
                self._cut.clear()
            try:
                if utterance is not None:
                    self._say(utterance)
                elif self._keep:
                    self._running(self._rate or OPUS_RATE)
                else:
                    self._close()
            except Exception as error:  # whatever a library or a damaged clip may do: the next one may be said again
                self._close()
                self._tell_speechless(str(error) or type(error).__name__)
                if utterance is None:
                    self._keep = False
        if self._stream is not None:
            time.sleep(players.AHEAD_S)  # what fades is still under way
        self._close()

    def _is_as_wished(self) -> bool:
        return not self._keep or self._stream is not None

    def _say(self, utterance: Utterance) -> None:
        said = "dropped"
        try:
            if self._now() > utterance.latest:
                return
            samples, rate = mixing.joined([self._load(clip) for clip in utterance.clips])
            opened = self._running(rate)
            if opened:
                self._write(mixing.silence(rate, min(LEAD_S, max(0.0, utterance.latest - self._now()))))
            if self._now() <= utterance.latest and not self._cut.is_set():
                said = "said"
                tell(f"saying {utterance.number}")
                self._speak(samples)
                self._tell_speaking()
        finally:
            tell(f"{said} {utterance.number}")

    def _speak(self, samples: Samples) -> None:
        """A piece at a time, as loud as it may be by then; the last one fades where it is cut."""
        piece = round(self._rate * PIECE_S)
        peaks = (*mixing.peaks_of(samples, piece), 0.0)
        gain = mixing.needed(self.gain, peaks[0], self._tone_peak())
        for number, start in enumerate(range(0, len(samples), piece)):
            tone = self._tone_peak()
            here, there = (mixing.needed(self.gain, peak, tone) for peak in peaks[number : number + 2])
            end = 0.0 if self._cut.is_set() else mixing.next_gain(gain, here, there)
            self._write(mixing.faded(samples[start : start + piece], gain, end))
            if self._cut.is_set() and end == 0:
                return
            gain = end
        self._cut.wait(players.AHEAD_S)

    def _running(self, rate: int) -> bool:
        """Have a stream of that rate; whether it had to be opened."""
        if self._stream is not None and self._rate == rate:
            return False
        self._close()
        self._busy_since = self._now()
        self._stream, self._rate = self._open(rate), rate
        self._busy_since = None
        return True

    def _write(self, samples: Samples) -> None:
        """PulseAudio takes none at all for an error."""
        if not samples:
            return
        assert self._stream is not None
        self._busy_since = self._now()
        self._stream.write(samples)
        self._busy_since = None

    def _close(self) -> None:
        stream, self._stream = self._stream, None
        self._busy_since = None
        if stream is not None:
            stream.close()

    def _tell_speechless(self, reason: str) -> None:
        if not self._speechless:
            self._speechless = True
            tell(f"speechless: {reason}")

    def _tell_speaking(self) -> None:
        if self._speechless:
            self._speechless = False
            tell("speaking")
