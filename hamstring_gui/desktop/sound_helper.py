"""The process that plays the tones and says the clips: lines in, sound out, until its standard input ends.

Run by `sound.Sounds`. Lines:
- `play NAME` a tone; `gain FACTOR` (0 to 1, on the samples), `silence` (cuts short the tones that sound now);
- `say NUMBER LATEST CLIPS` (a moment of the monotonic clock by which it has begun, or is dropped; a JSON list of
  paths, said with a short gap between them): cuts what is being said; `hush`; `speech FACTOR` (its own gain);
- `keep on` and `keep off`: the way to the loudspeaker stays open, as long as a session may need it;
- a JSON object is for `bus_helper.Desk`, and what it says back is one, too;
- `decoded FOLDERS`: a JSON list: where decoded clips may be kept, and which folders hold clips that are wanted soon.

It answers `silent: REASON` when a tone could not be played, tries again from then on, unheard, and answers `sounding`
when one could. What it answers of speech: `speech.Speech`. Tones are never dropped or delayed by speech, which goes
down under them. Standard library only, run by Python with -I -S: what isn't imported takes no memory, all through a
session.
"""

from __future__ import annotations

import _signal  # type: ignore[import-not-found]
import json
import sys
import threading
import time
import wave
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

if __name__ == "__main__":  # whatever Python it is, and wherever it was started
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from hamstring_gui.desktop import players
from hamstring_gui.desktop.clip_samples import ClipReader
from hamstring_gui.desktop.mixing import peaks_of
from hamstring_gui.desktop.players import Open, Play, samples_of
from hamstring_gui.desktop.speech import Speech, Utterance, tell

AT_ONCE = 4
"""More tones than this at the same time only come of a sound server that hangs."""
AGAIN_S = 3.0
"""While nothing can be heard, so often an unheard tone is tried."""
LOOK_S = 0.05
"""A tone is as loud as it is within so much of now."""


UNHEARD = "count"
"""The tone that is played at no gain, to see whether that is possible."""


class Speaker:
    """Does what the lines say.

    Each tone has a thread of its own: they overlap, none restarts another, and a hanging one holds up nobody.
    """

    def __init__(self, folder: Path, play: Play, again_s: float = AGAIN_S, open_stream: Open = players.OPEN) -> None:
        self._folder = folder
        self._play = play
        self._again_s = again_s
        self._gain = 0.0
        self._clips = ClipReader()
        self._speech = Speech(open_stream, self._clips.read, lambda: self.peak)
        self._sounding: dict[threading.Event, Callable[[], float]] = {}
        self._said = threading.Lock()
        self._silent = False

    def obey(self, lines: Iterable[str]) -> None:
        for line in lines:
            command, _, argument = line.strip().partition(" ")
            if command == "play":
                self.sound(argument, self._gain)
            elif command == "gain":
                self._gain = float(argument)
            elif command == "silence":
                self.silence()
            else:
                self._obey_of_speech(command, argument)

    def _obey_of_speech(self, command: str, argument: str) -> None:
        if command == "say":
            number, latest, clips = argument.split(" ", 2)
            self._speech.say(Utterance(int(number), float(latest), tuple(map(Path, json.loads(clips)))))
        elif command == "hush":
            self._speech.hush()
        elif command == "speech":
            self._speech.gain = float(argument)
        elif command == "keep":
            self._speech.keep(argument == "on")
        elif command == "decoded":
            folder, *wanted = map(Path, json.loads(argument))
            self._clips.keep_in(folder, wanted)

    @property
    def peak(self) -> float:
        """How loud the tones are now, 0 to 1."""
        return max((peak() for peak in tuple(self._sounding.values())), default=0.0)

    def sound(self, name: str, gain: float) -> None:
        if len(self._sounding) < AT_ONCE:
            stopped = threading.Event()
            self._sounding[stopped] = _peak_now(self._folder / f"{name}.wav", gain)
            threading.Thread(target=self._sound, args=(name, gain, stopped), daemon=True).start()
        else:
            self._say_silent("the sound server doesn't answer")

    def close(self) -> None:
        self.silence()
        self._speech.close()

    def silence(self) -> None:
        for stopped in tuple(self._sounding):
            stopped.set()

    def _sound(self, name: str, gain: float, stopped: threading.Event) -> None:
        try:
            self._play(self._folder / f"{name}.wav", gain, stopped)
        except OSError as error:
            self._say_silent(str(error))
        else:
            self._say_sounding()
        finally:
            self._sounding.pop(stopped, None)

    def _say_silent(self, reason: str) -> None:
        with self._said:
            if self._silent:
                return
            self._silent = True
            tell(f"silent: {reason}")
        threading.Thread(target=self._try_again, daemon=True).start()

    def _say_sounding(self) -> None:
        with self._said:
            if self._silent:
                self._silent = False
                tell("sounding")

    def _try_again(self) -> None:
        """Until something can be heard; one at a time, also where it hangs."""
        while self._silent:
            time.sleep(self._again_s)
            try:
                self._play(self._folder / f"{UNHEARD}.wav", 0.0, threading.Event())
            except OSError:
                continue
            self._say_sounding()


@cache
def peaks(tone: Path) -> tuple[float, ...]:
    """Of each `LOOK_S` of a tone."""
    try:
        samples, rate = samples_of(tone)
    except (OSError, wave.Error, EOFError):
        return ()
    return peaks_of(samples, round(rate * LOOK_S))


def _peak_now(tone: Path, gain: float) -> Callable[[], float]:
    """Tells how loud a tone is that begins now, about: it may be heard a little later, and is over when it is over."""
    begun = time.monotonic()

    def peak() -> float:
        now = int((time.monotonic() - begun) / LOOK_S)
        return gain * max(peaks(tone)[max(0, now - 2) : now + 3], default=0.0)

    return peak


def without_those_for_the_bus(lines: Iterable[str]) -> Iterator[str]:
    beside = None
    for line in lines:
        if line.startswith("{"):
            if beside is None:
                from hamstring_gui.desktop.bus_beside import BusBeside

                beside = BusBeside()
            beside.take(line)
        else:
            yield line
    if beside is not None:
        beside.close()


def main(folder: Path) -> None:
    _signal.signal(_signal.SIGINT, _signal.SIG_IGN)  # Ctrl+C in the terminal is the program's to answer
    speaker = Speaker(folder, players.PLAY)
    speaker.sound(UNHEARD, gain=0.0)  # unheard: a sound card that sleeps takes its time over the first tone
    speaker.obey(without_those_for_the_bus(sys.stdin))
    speaker.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
