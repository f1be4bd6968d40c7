"""A small Python process beside the program, for calls that may hang, crash or take their time.

Lines go in on its standard input and come out of its standard output. It ends when its input does, so it never
outlives the program, whatever ended that.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from shiboken6 import isValid

if TYPE_CHECKING:
    from hamstring_gui.desktop.child import Child

log = logging.getLogger(__name__)


class Helper(QObject):
    """Runs a script of this folder with the program's own Python. Nothing here waits for it. `failed` says that it
    could not be started, `ended` that it has ended unasked, `closed` that it was closed."""

    line_read = Signal(str)
    failed = Signal()
    ended = Signal()
    closed = Signal()

    def __init__(self, script: str, arguments: Sequence[str] = (), *, bare: bool = False) -> None:
        """`bare`: without Python's `site`, so that only the standard library is there and what the script finds itself:
        less memory, for a process that is there throughout a session."""
        super().__init__()
        flags = ("-I", "-S") if bare else ("-P",)
        self._command = [*flags, str(Path(__file__).with_name(script)), *arguments]
        self._child: Child | None = None
        if (application := QCoreApplication.instance()) is not None:
            application.aboutToQuit.connect(self._on_about_to_quit)

    @property
    def is_running(self) -> bool:
        return self._child is not None

    def start(self) -> None:
        if self._child is not None:
            return
        from hamstring_gui.desktop.child import Child

        self._child = child = Child(QCoreApplication.instance())
        child.readyReadStandardOutput.connect(self._on_output_ready)
        child.gone.connect(self._on_child_gone)
        child.failed.connect(self.failed)
        child.start(sys.executable, self._command)

    def send(self, line: str) -> None:
        """Goes out once the process listens; nowhere if there is none."""
        if self._child is not None:
            self._child.write(f"{line}\n".encode())

    def close(self) -> None:
        """Ends its input; the process ends by itself a moment later."""
        child, self._child = self._child, None
        if child is not None:
            child.closeWriteChannel()
            self.closed.emit()

    def _on_about_to_quit(self) -> None:
        """Also a process that was started by what the end of the program made somebody do."""
        if self._child is not None:
            self._child.end()

    def __del__(self) -> None:
        if self._child is not None and isValid(self._child):
            self._child.closeWriteChannel()

    def _on_output_ready(self) -> None:
        while self._child is not None and self._child.canReadLine():
            self.line_read.emit(bytes(self._child.readLine().data()).decode(errors="replace").strip())

    def _on_child_gone(self, child: QObject) -> None:
        if child is self._child:
            self._child = None
            self.ended.emit()
