"""The settings while the program runs: as they are now, and written to their file when they change."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from hamstring_gui.domain.settings import Settings
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.settings import SettingsStore


class Preferences(QObject):
    """`now` is what the user chose, whether or not it could be written; `problem_met` carries a sentence."""

    problem_met = Signal(str)

    def __init__(self, store: SettingsStore, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.now = settings

    def change(self, **changes: object) -> None:
        changed = replace(self.now, **changes)  # type: ignore[arg-type]
        if changed == self.now:
            return
        self.now = changed
        try:
            problems = self._store.save(changed)
        except StorageError as error:
            problems = (str(error),)
        if problems:
            self.problem_met.emit("\n".join(problems))
