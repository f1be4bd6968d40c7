"""What is being written is kept while it is written, so that it outlives the program, however that ends."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from hamstring_gui.storage.draft_file import DraftFile, KeptDraft
from hamstring_gui.storage.errors import StorageError

log = logging.getLogger(__name__)

KEPT_AFTER_MS = 2000


class Drafts(QObject):
    """Keeps what `written` gives, as long as it is `told` that something is being written; and has what was kept by an
    earlier run, until it is taken over or thrown away."""

    def __init__(self, folder: Path, written: Callable[[], KeptDraft], parent: QObject) -> None:
        super().__init__(parent)
        self._file, self._written = DraftFile(folder), written
        self._is_ours = False
        self._problem = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEPT_AFTER_MS)
        self._timer.timeout.connect(self.keep)

    def told(self, writing: bool) -> None:
        """Whether something is being written; what no longer is was saved, or given up."""
        if not writing:
            self._timer.stop()
            if self._is_ours:
                self.forget()
        elif not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        """Keep it as it is now. What goes wrong is in the log, once."""
        self._timer.stop()
        self._is_ours = True
        try:
            self._file.keep(self._written())
        except StorageError as error:
            self._log(error)

    def waiting(self) -> KeptDraft | None:
        """What an earlier run kept; nothing where that can't be understood, which is in the log."""
        if self._is_ours:
            return None
        try:
            return self._file.kept()
        except StorageError as error:
            self._log(error)
            return None

    def take_over(self) -> None:
        """Somebody goes on with it."""
        self._is_ours = True

    def forget(self) -> None:
        self._is_ours = False
        self._file.forget()

    def _log(self, error: StorageError) -> None:
        if str(error) != self._problem:
            self._problem = str(error)
            log.warning("%s", error)
