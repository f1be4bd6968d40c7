"""Whether the screen reader of this computer hears announcements: Orca has since its version 45."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable

from PySide6.QtCore import QObject, QProcess
from PySide6.QtGui import QAccessible

HEARS_FROM = 45


def is_deaf(version: str) -> bool:
    """Whether an Orca of that version, as it tells it, doesn't hear announcements."""
    found = re.match(r"(?:orca )?(\d+)", version.strip())
    return found is not None and int(found[1]) < HEARS_FROM


class OrcaAsked(QObject):
    """Asks once, as soon as somebody looks on: `deaf` is called where announcements come to nothing."""

    def __init__(self, deaf: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._deaf = deaf
        self._process: QProcess | None = None

    def ask(self) -> None:
        """Nobody is waited for."""
        program = None if self._process or not QAccessible.isActive() else shutil.which("orca")
        if program is not None:
            self._process = QProcess(self)
            self._process.finished.connect(self._on_told)  # no lambda: it would be told at the end, too
            self._process.start(program, ["--version"])

    def _on_told(self) -> None:
        if self._process and is_deaf(bytes(self._process.readAllStandardOutput().data()).decode(errors="replace")):
            self._deaf()
