"""The user's settings while the program runs: what they are now, and their way to the disk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from hamstring_gui.domain.settings import AS_THE_SYSTEM, Settings, usable
from hamstring_gui.domain.values import replace
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.settings import SettingsStore
from hamstring_gui.ui.wording import enumerated

SAID_IN_FULL = 2
STANDS_STILL_MS = 500


class Preferences(QObject):
    """Holds the settings. `changed` carries them after every change, `troubled` why they could not be saved."""

    changed = Signal(object)
    troubled = Signal(str)

    def __init__(self, store: SettingsStore, settings: Settings) -> None:
        super().__init__()
        self._store = store
        self.settings = settings
        self._turning = QTimer(self, singleShot=True, interval=STANDS_STILL_MS)
        self._turning.timeout.connect(lambda: self._tell(self._saved()))

    def change(self, **changes: object) -> None:
        """Change some of them; they hold from now on, also where they can't be saved. Where the settings file could
        never hold what is wished, nothing changes."""
        if self._take(changes):
            problems = self._saved()
            self.changed.emit(self.settings)
            self._tell(problems)

    def turn(self, **changes: object) -> None:
        """Change some of them in small steps, as a knob is turned: they are saved once it stands still."""
        if self._take(changes):
            self._turning.start()
            self.changed.emit(self.settings)

    def keep(self) -> None:
        """Save what was turned a moment ago."""
        if self._turning.isActive():
            self._tell(self._saved())

    def _take(self, changes: Mapping[str, object]) -> bool:
        """Whether something is another now."""
        settings, refused = usable(replace(self.settings, **changes))  # type: ignore[arg-type]
        if refused:
            self.changed.emit(self.settings)  # whoever shows what was wished shows what is
            self._tell([self.tr("This setting stays as it was: {problem}").format(problem=one) for one in refused])
            return False
        before, self.settings = self.settings, settings
        return settings != before

    def _saved(self) -> Sequence[str]:
        """Save them; what was wrong with that."""
        self._turning.stop()
        try:
            return self._store.save(self.settings)
        except StorageError as error:
            return (str(error),)

    def _tell(self, problems: Sequence[str]) -> None:
        if problems:
            self.troubled.emit("\n".join(problems))


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
    return sentence.format(file=file, names=enumerated(places), log=log_file)
