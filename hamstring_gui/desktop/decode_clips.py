"""The process that decodes clips with Qt where nothing else can. Run by `clip_samples`.

Pairs of files come in, as JSON; the second of each is written, as WAV.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import wave
from pathlib import Path

RATE = 48_000
LONGEST_MS = 5000
"""One clip takes 8 ms to decode; one that never ends is left out."""


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is the program's to answer
    from PySide6.QtCore import QCoreApplication

    application = QCoreApplication(["hamstring-gui"])
    for clip, place in json.load(sys.stdin):
        if samples := decoded(clip):
            write(Path(place), samples)
    del application


def decoded(clip: str) -> bytes:
    from PySide6.QtCore import QEventLoop, QTimer, QUrl
    from PySide6.QtMultimedia import QAudioDecoder, QAudioFormat

    format_ = QAudioFormat()
    format_.setSampleRate(RATE)
    format_.setChannelCount(1)
    format_.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    decoder, loop, watchdog, samples = QAudioDecoder(), QEventLoop(), QTimer(), bytearray()
    decoder.setAudioFormat(format_)
    decoder.setSource(QUrl.fromLocalFile(clip))
    decoder.bufferReady.connect(lambda: samples.extend(decoder.read().data()))
    decoder.finished.connect(loop.quit)
    for wrong in (decoder.error, watchdog.timeout):
        wrong.connect(lambda *_: samples.clear())
        wrong.connect(loop.quit)
    watchdog.start(LONGEST_MS)
    decoder.start()
    loop.exec()
    return bytes(samples)


def write(place: Path, samples: bytes) -> None:
    """All of it or nothing."""
    unfinished = place.with_suffix(f".{os.getpid()}")
    try:
        with wave.open(str(unfinished), "wb") as file:
            file.setparams((1, 2, RATE, 0, "NONE", "not compressed"))
            file.writeframes(samples)
        os.replace(unfinished, place)
    except OSError:
        unfinished.unlink(missing_ok=True)


if __name__ == "__main__":
    main()
