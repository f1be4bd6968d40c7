"""The process that plays speech on Windows and macOS: 16-bit mono samples in, sound out, until its input ends.

It writes one byte once it can be heard; without a device it ends without. Run by `players.QtStream`.
"""

from __future__ import annotations

import os
import signal
import sys

PIECE = 480
BUFFER_S = 0.04


def main(rate: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is the program's to answer
    from PySide6.QtCore import QCoreApplication, QThread
    from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices

    application = QCoreApplication(["hamstring-gui"])
    format_ = QAudioFormat()
    format_.setSampleRate(rate)
    format_.setChannelCount(1)
    format_.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    device = QMediaDevices.defaultAudioOutput()
    if device.isNull():
        return
    sink = QAudioSink(device, format_)
    sink.setBufferSize(round(rate * BUFFER_S) * 2)
    output = sink.start()
    if sink.error().name not in ("NoError", "UnderrunError"):
        return
    sys.stdout.buffer.write(b"+")
    sys.stdout.buffer.flush()
    while piece := os.read(sys.stdin.fileno(), PIECE):
        rest = piece
        while rest:
            written = output.write(rest)
            application.processEvents()
            if written < 0:
                return
            rest = rest[written:]
            if not written:
                QThread.msleep(2)
    sink.stop()


if __name__ == "__main__":
    main(int(sys.argv[1]))
