"""The doctor's report on the clipboard: another process puts it together, since that takes a moment."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from hamstring_gui.program.deeds import Deeds
from hamstring_gui.storage.paths import Paths

_AS_A_COMMAND = "import sys; sys.path.insert(0, sys.argv.pop(1)); from hamstring_gui.__main__ import main; main()"
LOOK_MS = 100
MOST_LOOKS = 600


class Reporter(QObject):
    """Asks the command `doctor`, so that it is the same text there and here."""

    def __init__(self, paths: Paths, deeds: Deeds) -> None:
        super().__init__(deeds)
        under = paths == Paths.under(paths.data)
        self._arguments = [*(["--data-dir", str(paths.data)] if under else []), "doctor"]
        self._deeds = deeds
        self._process: subprocess.Popen[bytes] | None = None
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)

    def copy(self) -> None:
        """Put the report on the clipboard once it is there, and say so. Harmless while one is on its way."""
        if self._process is not None:
            return
        root = str(Path(__file__).resolve().parent.parent.parent)
        command = [sys.executable, "-P", "-c", _AS_A_COMMAND, root, *self._arguments]
        try:
            self._process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        except OSError:
            self._deeds.say(self.tr("The report could not be put together."))
            return
        self._looks = 0
        self._timer.start()
        self._deeds.say(self.tr("The report is being put together."))

    def _look(self) -> None:
        self._looks += 1
        if self._process is None or (self._process.poll() is None and self._looks < MOST_LOOKS):
            return
        text = self.stop()
        if text:
            QGuiApplication.clipboard().setText(text)
            self._deeds.say(self.tr("The report is on the clipboard: paste it where you ask for help."))
        else:
            self._deeds.say(self.tr("The report could not be put together."))

    def stop(self) -> str:
        """Leave nothing behind; gives what was put together until now. Harmless when done twice."""
        self._timer.stop()
        process, self._process = self._process, None
        if process is None:
            return ""
        process.kill()
        return process.communicate()[0].decode("utf-8", "replace")
