"""The process that a `Helper` has; apart from it, since who may need one some day need not import `QProcess` now."""

from __future__ import annotations

import logging

from PySide6.QtCore import QCoreApplication, QObject, QProcess, Signal

log = logging.getLogger(__name__)

LAST_MOMENTS_MS = 400
KILLED_MS = 5000
"""As long as a busy machine may take to end what was killed."""


class Child(QProcess):
    """The process itself: the application owns it, it deletes itself when over, and the exit waits a moment at most."""

    gone = Signal(QObject)
    failed = Signal()

    def __init__(self, application: QCoreApplication | None) -> None:
        super().__init__(application)
        self.setStandardErrorFile(QProcess.nullDevice())
        self.finished.connect(self._on_over)
        self.errorOccurred.connect(self._on_error_occurred)
        if application is not None:
            application.aboutToQuit.connect(self.end)

    def _on_error_occurred(self, error: QProcess.ProcessError) -> None:
        log.debug("helper %s: %s", self.arguments(), self.errorString())
        if error == QProcess.ProcessError.FailedToStart:
            self.failed.emit()
            self._on_over()

    def _on_over(self) -> None:
        self.gone.emit(self)
        self.deleteLater()

    def end(self) -> None:
        self.closeWriteChannel()
        if self.state() != QProcess.ProcessState.NotRunning and not self.waitForFinished(LAST_MOMENTS_MS):
            self.kill()
            self.waitForFinished(KILLED_MS)
