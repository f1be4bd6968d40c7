"""The user's settings while the program runs: what they are now, and their way to the disk."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from hamstring_gui.domain.settings import AS_THE_SYSTEM, Settings, usable
from hamstring_gui.domain.values import replace
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.settings import SettingsStore

SAID_IN_FULL = 2


class Preferences(QObject):
    """Holds the settings. `changed` carries them after every change, `troubled` why they could not be saved."""

    changed = Signal(object)
    troubled = Signal(str)

    def __init__(self, store: SettingsStore, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.settings = settings

    def change(self, **changes: object) -> None:
        """Change some of them; they hold from now on, also where they can't be saved. Where the settings file could
        never hold what is wished, nothing changes."""
        settings, refused = usable(replace(self.settings, **changes))  # type: ignore[arg-type]
        if refused:
            problems = tuple(self.tr("This setting stays as it was: {problem}").format(problem=one) for one in refused)
        elif settings == self.settings:
            return
        else:
            problems = self._keep(settings)
        self.changed.emit(self.settings)
        if problems:
            self.troubled.emit("\n".join(problems))

    def _keep(self, settings: Settings) -> tuple[str, ...]:
        self.settings = settings
        try:
            return self._store.save(settings)
        except StorageError as error:
            return (str(error),)


def unknown_language(language: str, known: Sequence[str], file: Path) -> tuple[str, ...]:
    """What is wrong with a language that there is no translation for, as reading the settings would say it."""
    if language in (AS_THE_SYSTEM, *known):
        return ()
    names = ", ".join(f'"{name}"' for name in (AS_THE_SYSTEM, *known))
    return (f'{file}: look, language: must be one of {names}; it is "{language}"',)


def in_one_notice(problems: Sequence[str], file: Path, log_file: Path) -> str:
    """What was wrong with the settings file, short enough for a line or two; the log has all of it.

    Each problem reads `FILE: TABLE, KEY: reason`.
    """
    if len(problems) <= SAID_IN_FULL:
        return "\n".join(problems)
    places = (problem.removeprefix(f"{file}: ").partition(": ")[0].replace(", ", ".") for problem in problems)
    n = len(problems)
    sentence = QCoreApplication.translate(
        "settings",
        "{file}: %n setting(s) can’t be used and is/are as usual: {names}. The reasons are in {log}.",
        None,
        n,
    )
    return sentence.format(file=file, names=", ".join(places), log=log_file)
