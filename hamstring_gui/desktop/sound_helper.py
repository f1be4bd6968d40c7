"""The process that plays the tones: lines in, sound out, until its standard input ends. Run by `sound.Sounds`.

Lines: `play NAME`, `gain FACTOR` (0 to 1, on the samples), `silence` (cuts short what sounds now).
It answers `silent: REASON` when a tone could not be played, tries again from then on, unheard, and answers `sounding`
when one could. Standard library only.
"""

from __future__ import annotations

import array
import ctypes
import signal
import sys
import threading
import time
import wave
from collections.abc import Callable, Iterable
from pathlib import Path

Play = Callable[[Path, float, threading.Event], None]
"""Plays a file at a gain until it is over or the event is set; raises OSError where it can't."""

AT_ONCE = 4
"""More tones than this at the same time only come of a sound server that hangs."""
AGAIN_S = 3.0
"""While nothing can be heard, so often an unheard tone is tried."""


UNHEARD = "count"
"""The tone that is played at no gain, to see whether that is possible."""


class Speaker:
    """Each tone in a thread of its own: they overlap, none restarts another, and a hanging one holds up nobody."""

    def __init__(self, folder: Path, play: Play, again_s: float = AGAIN_S) -> None:
        self._folder = folder
        self._play = play
        self._again_s = again_s
        self._gain = 0.0
        self._sounding: set[threading.Event] = set()
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

    def sound(self, name: str, gain: float) -> None:
        if len(self._sounding) < AT_ONCE:
            stopped = threading.Event()
            self._sounding.add(stopped)
            threading.Thread(target=self._sound, args=(name, gain, stopped), daemon=True).start()
        else:
            self._say_silent("the sound server doesn't answer")

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
            self._sounding.discard(stopped)

    def _say_silent(self, reason: str) -> None:
        with self._said:
            if self._silent:
                return
            self._silent = True
            print(f"silent: {reason}", flush=True)
        threading.Thread(target=self._try_again, daemon=True).start()

    def _say_sounding(self) -> None:
        with self._said:
            if self._silent:
                self._silent = False
                print("sounding", flush=True)

    def _try_again(self) -> None:
        """Until something can be heard; one at a time, also where it hangs."""
        while self._silent:
            time.sleep(self._again_s)
            try:
                self._play(self._folder / f"{UNHEARD}.wav", 0.0, threading.Event())
            except OSError:
                continue
            self._say_sounding()


def samples_of(path: Path, gain: float) -> tuple[array.array[int], int]:
    """A mono 16-bit file's samples times the gain, and how many there are in a second."""
    with wave.open(str(path)) as file:
        samples = array.array("h", file.readframes(file.getnframes()))
        return array.array("h", (int(sample * gain) for sample in samples)), file.getframerate()


# --- PulseAudio, and PipeWire, which answers to the same library -----------------------------------------------------


class PulseFormat(ctypes.Structure):
    """pa_sample_spec."""

    _fields_ = (("format", ctypes.c_int), ("rate", ctypes.c_uint32), ("channels", ctypes.c_uint8))


class PulseBuffer(ctypes.Structure):
    """pa_buffer_attr, in bytes."""

    _fields_ = tuple((name, ctypes.c_uint32) for name in ("maximum", "target", "before_start", "request", "recorded"))


PULSE_16_BITS = 3
PULSE_PLAYBACK = 1
AS_THE_SERVER_LIKES = 0xFFFFFFFF


def play_with_pulse(path: Path, gain: float, stopped: threading.Event) -> None:
    library = ctypes.CDLL("libpulse-simple.so.0")
    library.pa_simple_new.restype = ctypes.c_void_p
    samples, rate = samples_of(path, gain)
    format_ = PulseFormat(PULSE_16_BITS, rate, 1)
    ahead = rate // 10 * samples.itemsize
    server = AS_THE_SERVER_LIKES
    buffer = PulseBuffer(maximum=server, target=ahead, before_start=server, request=server, recorded=server)
    error = ctypes.c_int()
    handle = library.pa_simple_new(
        *(None, b"Hamstring", PULSE_PLAYBACK, None, path.stem.encode()),
        *(ctypes.byref(format_), None, ctypes.byref(buffer), ctypes.byref(error)),
    )
    if not handle:
        raise OSError(f"no sound server answers (PulseAudio's error {error.value})")
    stream, failed = ctypes.c_void_p(handle), False
    piece = rate // 25
    for start in range(0, len(samples), piece):
        if stopped.is_set():
            library.pa_simple_flush(stream, None)
            break
        part = samples[start : start + piece].tobytes()
        failed = library.pa_simple_write(stream, part, ctypes.c_size_t(len(part)), ctypes.byref(error)) < 0
        if failed:
            break
    else:
        failed = library.pa_simple_drain(stream, ctypes.byref(error)) < 0
    library.pa_simple_free(stream)
    if failed:
        raise OSError(f"the sound server went away (PulseAudio's error {error.value})")


# --- Windows and macOS: what comes with the system -------------------------------------------------------------------


def play_with_winsound(path: Path, gain: float, stopped: threading.Event) -> None:
    """One tone at a time: a later one ends an earlier one."""
    if sys.platform == "win32":
        import tempfile
        import winsound

        samples, rate = samples_of(path, gain)
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            copy = Path(folder, path.name)
            with wave.open(str(copy), "wb") as file:
                file.setparams((1, 2, rate, 0, "NONE", "not compressed"))
                file.writeframes(samples.tobytes())
            try:
                winsound.PlaySound(str(copy), winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)
            except RuntimeError as error:
                raise OSError(str(error)) from error
            if stopped.wait(len(samples) / rate + 0.1):
                winsound.PlaySound(None, 0)


def play_with_afplay(path: Path, gain: float, stopped: threading.Event) -> None:
    import subprocess

    with subprocess.Popen(["afplay", "--volume", str(gain), str(path)]) as process:
        while process.poll() is None:
            if stopped.wait(0.02):
                process.terminate()
                return
    if process.returncode:
        raise OSError(f"afplay ended with {process.returncode}")


PLAYS: dict[str, Play] = {"win32": play_with_winsound, "darwin": play_with_afplay}


def main(folder: Path) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is the program's to answer
    speaker = Speaker(folder, PLAYS.get(sys.platform, play_with_pulse))
    speaker.sound(UNHEARD, gain=0.0)  # unheard: a sound card that sleeps takes its time over the first tone
    speaker.obey(sys.stdin)
    speaker.silence()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
