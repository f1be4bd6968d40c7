"""One of the program's own commands, run in a process beside it: it may hang or take its time, and nobody waits."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

log = logging.getLogger(__name__)

LOOK_MS = 50
LAST_MOMENTS_S = 0.3
_PARENT = str(Path(__file__).resolve().parent.parent.parent)


class Errand(QObject):
    """Runs `arguments` of the command line for `most_s` seconds at most. `done` carries what was printed, nothing where
    it came to nothing. One that was told to end and doesn't, as where a disk doesn't answer, is still running."""

    done = Signal(bytes)

    def __init__(self, most_s: float, parent: QObject) -> None:
        super().__init__(parent)
        self._most_s, self._end = most_s, 0.0
        self._process: subprocess.Popen[bytes] | None = None
        self._out: IO[bytes] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)

    @property
    def is_running(self) -> bool:
        return self._process is not None

    def start(self, arguments: Sequence[str]) -> None:
        """Does nothing while one is running."""
        if self._process is not None:
            return
        self._out = tempfile.TemporaryFile()  # noqa: SIM115 -- closed when the process is over
        try:
            self._process = subprocess.Popen(
                _command(arguments), stdin=subprocess.DEVNULL, stdout=self._out, stderr=subprocess.DEVNULL,
                env=os.environ | {"PYTHONPATH": _PARENT}, creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )  # fmt: skip
        except OSError as error:
            log.warning("%s can't be run: %s", arguments, error)
            self._out.close()
            self._out = None
            self.done.emit(b"")
            return
        self._end = time.monotonic() + self._most_s
        self._timer.start()

    def _look(self) -> None:
        process, out = self._process, self._out
        if process is None or out is None:
            return
        if process.poll() is None:
            if time.monotonic() > self._end:
                process.kill()
            return
        self._timer.stop()
        self._process = self._out = None
        with out:
            out.seek(0)
            printed = out.read()
        self.done.emit(printed if process.returncode == 0 else b"")

    def close(self) -> None:
        """End it, if it lets itself be ended."""
        self._timer.stop()
        process, out, self._process, self._out = self._process, self._out, None, None
        if process is not None and out is not None:
            with out, suppress(subprocess.TimeoutExpired):
                process.kill()
                process.wait(LAST_MOMENTS_S)

    @staticmethod
    def leave_behind(arguments: Sequence[str]) -> None:
        """Start one that goes on when the program is gone, if it can be started."""
        process = QProcess()
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONPATH", _PARENT)
        process.setProcessEnvironment(environment)
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        program, *rest = _command(arguments)
        process.setProgram(program)
        process.setArguments(rest)
        process.startDetached()


def _command(arguments: Sequence[str]) -> list[str]:
    return [sys.executable, "-P", "-m", "hamstring_gui", *arguments]
