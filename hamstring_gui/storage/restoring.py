"""Restoring a backup from beginning to end: what it holds is counted, what is here is kept, and then gives way."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from hamstring_gui.domain.values import dataclass
from hamstring_gui.storage.backup import (
    EXERCISES,
    ROUTINES,
    SETTINGS,
    history_is_whole,
    put_in_place,
    suggested_name,
    unpacked,
    write_backup,
)
from hamstring_gui.storage.backup_pictures import Take, take_here
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.own_exercises import FILE
from hamstring_gui.storage.paths import HISTORY, Paths
from hamstring_gui.storage.replacing import is_history
from hamstring_gui.storage.routine_files import ENDING
from hamstring_gui.storage.unused import free


@dataclass(frozen=True, slots=True)
class Contents:
    """How much there is of the user's; of a history that can't be read, `sessions` is `None`."""

    sessions: int | None
    exercises: int
    routines: int
    settings: bool


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored; the backup of what was `before` in its place, and the folder of what no backup takes, if there
    was any. `whole` says that `before` holds the history that was here, so that restoring it takes this one back."""

    now: Contents
    before: Path
    aside: Path | None
    whole: bool


def here(paths: Paths) -> Contents:
    return _contents(paths.database, paths.exercises, paths.routines, paths.settings)


def look(file: Path, paths: Paths, take: Take = take_here) -> Contents:
    """What a backup holds, once all of it is looked through. Raises `StorageError`; nothing is changed."""
    with unpacked(file, paths, take) as folder:
        return _of(folder)


def restore(file: Path, paths: Paths, now: datetime, take: Take = take_here) -> Restored:
    """Put a backup in the place of everything, or a bare history in that of the history. The history must not be open.

    Raises `StorageError`, and nothing is changed; or `HalfDone`.
    """
    before = free(paths.backups / f"before-{suggested_name(now)}")
    with unpacked(file, paths, take) as folder:
        whole = history_is_whole(paths)
        try:
            before.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise StorageError(f"{before.parent}: nothing was changed: {error.strerror}") from error
        write_backup(paths, before, history_too=whole, underway=True)
        found = _of(folder)
        aside = put_in_place(folder, paths, before, only_history=is_history(file))
        return Restored(found, before, aside, whole)


def _of(folder: Path) -> Contents:
    return _contents(folder / HISTORY, folder / EXERCISES, folder / ROUTINES, folder / SETTINGS)


def _contents(database: Path, exercises: Path, routines: Path, settings: Path) -> Contents:
    sessions = None
    with suppress(StorageError), HistoryStore.open_to_read(database) as store:
        sessions = len(store.session_ids())
    return Contents(
        sessions, sum(1 for _ in exercises.glob(f"*/{FILE}")), sum(1 for _ in routines.glob(f"*{ENDING}")),
        settings.is_file(),
    )  # fmt: skip
