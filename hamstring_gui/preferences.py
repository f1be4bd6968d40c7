"""The user's settings while the program runs: what they are now, and their way to the disk."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from hamstring_gui.domain.settings import Settings
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.settings import SettingsStore


class Preferences(QObject):
    """Holds the settings. `changed` carries them after every change, `troubled` why they could not be saved."""

    changed = Signal(object)
    troubled = Signal(str)

    def __init__(self, store: SettingsStore, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.settings = settings

    def change(self, **changes: object) -> None:
        """Change some of them; they hold from now on, also where they can't be saved."""
        settings = replace(self.settings, **changes)  # type: ignore[arg-type]
        if settings == self.settings:
            return
        self.settings = settings
        try:
            problems = self._store.save(settings)
        except StorageError as error:
            problems = (str(error),)
        self.changed.emit(settings)
        if problems:
            self.troubled.emit("\n".join(problems))
