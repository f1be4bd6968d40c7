"""The systems' own ways to make a sound. Standard library only: the sound helper's.

Linux: PulseAudio's simple library, to which PipeWire answers, too; tones and speech are streams of their own, which the
server mixes. Windows and macOS: `winsound` and `afplay` play a whole file, which can't be made quieter meanwhile
(and winsound one sound at a time: a later tone ends an earlier one). That does for tones. Speech has to go down under
them and to end without a click; so it goes to a process with Qt's sound output (`audio_sink.py`), which the system
mixes with the tones. Were that to crash or to hang, the tones would go on.
"""

from __future__ import annotations

import array
import ctypes
import sys
import threading
import time
import wave
from collections.abc import Callable
from pathlib import Path

TYPE_CHECKING = False  # as in `mixing`
if TYPE_CHECKING:
    from typing import Protocol
else:
    Protocol = object

AHEAD_S = 0.03
"""So much of speech is under way to the sound card: what is hushed or lowered is heard that much longer."""
TONE_AHEAD_S = 0.1
QT_AHEAD_S = 0.015
"""Beyond what lies in Qt's own buffer."""

Play = Callable[[Path, float, threading.Event], None]
"""Plays a file at a gain until it is over or the event is set; raises OSError where it can't."""


class Stream(Protocol):
    """Samples as they come; made by an `Open`. All of it may hang where the sound server does, and raises OSError where
    nothing can be heard."""

    def write(self, samples: array.array[int]) -> None:
        """Waits until there is room, so that no more than `AHEAD_S` is under way."""

    def close(self) -> None:
        """Ends at once what is still under way."""


Open = Callable[[int], Stream]
"""Opens a stream of so many samples a second, for speech."""


def samples_of(path: Path, gain: float = 1.0) -> tuple[array.array[int], int]:
    """A mono 16-bit file's samples times the gain, and how many there are in a second. Raises `wave.Error`."""
    with wave.open(str(path)) as file:
        if (file.getnchannels(), file.getsampwidth()) != (1, 2):
            raise wave.Error("it isn't mono with 16 bits")
        samples = array.array("h", file.readframes(file.getnframes()))
        if gain != 1:
            samples = array.array("h", (int(sample * gain) for sample in samples))
        return samples, file.getframerate()


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


class PulseStream:
    """A connection to the sound server of its own."""

    def __init__(self, name: str, rate: int, ahead_s: float) -> None:
        self._library = library = ctypes.CDLL("libpulse-simple.so.0")
        library.pa_simple_new.restype = ctypes.c_void_p
        self._error = ctypes.c_int()
        format_ = PulseFormat(PULSE_16_BITS, rate, 1)
        server = AS_THE_SERVER_LIKES
        buffer = PulseBuffer(
            server, target=round(rate * ahead_s) * 2, before_start=server, request=server, recorded=server
        )
        handle = library.pa_simple_new(
            *(None, b"Hamstring", PULSE_PLAYBACK, None, name.encode()),
            *(ctypes.byref(format_), None, ctypes.byref(buffer), ctypes.byref(self._error)),
        )
        if not handle:
            raise OSError(f"no sound server answers (PulseAudio's error {self._error.value})")
        self._handle = ctypes.c_void_p(handle)

    def write(self, samples: array.array[int]) -> None:
        data = samples.tobytes()
        self._checked(
            self._library.pa_simple_write(self._handle, data, ctypes.c_size_t(len(data)), ctypes.byref(self._error))
        )

    def drain(self) -> None:
        """Waits until all of it was heard."""
        self._checked(self._library.pa_simple_drain(self._handle, ctypes.byref(self._error)))

    def close(self) -> None:
        self._library.pa_simple_flush(self._handle, None)
        self._library.pa_simple_free(self._handle)

    def _checked(self, result: int) -> None:
        if result < 0:
            raise OSError(f"the sound server went away (PulseAudio's error {self._error.value})")


def play_with_pulse(path: Path, gain: float, stopped: threading.Event) -> None:
    samples, rate = samples_of(path, gain)
    stream = PulseStream(path.stem, rate, TONE_AHEAD_S)
    try:
        piece = rate // 25
        for start in range(0, len(samples), piece):
            if stopped.is_set():
                return
            stream.write(samples[start : start + piece])
        stream.drain()
    finally:
        stream.close()


def speak_with_pulse(rate: int) -> Stream:
    return PulseStream("speech", rate, AHEAD_S)


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


class QtStream:
    """Qt's sound output in a process of its own, which takes a second to start. It can't say how much is under way, so
    the clock does."""

    def __init__(self, rate: int) -> None:
        import subprocess

        self._rate = rate
        self._heard_until = 0.0
        self._process = subprocess.Popen(
            [sys.executable, "-P", str(Path(__file__).with_name("audio_sink.py")), str(rate)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip
        assert self._process.stdout is not None
        if not self._process.stdout.read(1):
            self.close()
            raise OSError("Qt's sound output finds no device")

    def write(self, samples: array.array[int]) -> None:
        assert self._process.stdin is not None
        time.sleep(max(0.0, self._heard_until - time.monotonic() - QT_AHEAD_S))
        self._process.stdin.write(samples.tobytes())
        self._process.stdin.flush()
        self._heard_until = max(self._heard_until, time.monotonic()) + len(samples) / self._rate

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()


PLAYS: dict[str, Play] = {"win32": play_with_winsound, "darwin": play_with_afplay}
PLAY = PLAYS.get(sys.platform, play_with_pulse)
OPEN: Open = QtStream if sys.platform in PLAYS else speak_with_pulse
