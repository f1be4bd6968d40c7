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
    comes_back,
    history_is_whole,
    put_in_place,
    suggested_name,
    unpacked,
    write_backup,
)
from hamstring_gui.storage.backup_pictures import Take, take_here
from hamstring_gui.storage.changeover import DATABASE
from hamstring_gui.storage.digests import sha256
from hamstring_gui.storage.errors import StorageError, plain
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.own_exercises import FILE
from hamstring_gui.storage.paths import HISTORY, Paths
from hamstring_gui.storage.pulse import Pulse, no_pulse
from hamstring_gui.storage.replacing import is_history
from hamstring_gui.storage.routine_files import ENDING
from hamstring_gui.storage.unused import put_new

NEW = ".before.zip"
"""Among the backups: what is not a safety copy yet."""


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


def look(file: Path, paths: Paths, take: Take = take_here, pulse: Pulse = no_pulse) -> Contents:
    """What a backup holds, once all of it is looked through. Raises `StorageError`; nothing is changed."""
    with unpacked(file, paths, take, pulse, only_to_look=True) as folder:
        return _of(folder)


def mark_of(file: Path, paths: Paths) -> str:
    """What tells whether a backup is still the one that was looked through; nothing where it can't be read, or is in
    use (whoever closes a file of SQLite's, takes the locks of all that the process has of it)."""
    marks = sha256()
    try:
        ours = (paths.database.with_name(name) for name in DATABASE)
        if any(one.exists() and file.samefile(one) for one in ours):
            return ""
        for path in (file, file.with_name(f"{file.name}-wal")):
            if path.is_file():
                with path.open("rb") as data:
                    while piece := data.read(1 << 20):
                        marks.update(piece)
            marks.update(b"|")
    except (OSError, ValueError):
        return ""
    return marks.hexdigest()


def restore(
    file: Path, paths: Paths, now: datetime, take: Take = take_here, pulse: Pulse = no_pulse, *, looked_at: str = ""
) -> Restored:
    """Put a backup in the place of everything, or a bare history in that of the history. The history must not be open.

    What has the mark of the one that was `looked_at` is not looked through row by row again.
    Raises `StorageError`, and nothing is changed; or `HalfDone`.
    """
    known = looked_at != "" and mark_of(file, paths) == looked_at
    with unpacked(file, paths, take, pulse, known=known) as folder:
        found = _of(folder)
        before, whole = _put_away(paths, paths.backups / f"before-{suggested_name(now)}", pulse)
        aside = put_in_place(folder, paths, before, only_history=is_history(file))
        return Restored(found, before, aside, whole)


def _put_away(paths: Paths, before: Path, pulse: Pulse) -> tuple[Path, bool]:
    """A backup of what is here, over no other one, and whether the history is in it: one that would not come back is
    kept as the file that it is."""
    new = before.with_name(NEW)
    try:
        before.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        whole = history_is_whole(paths)
        write_backup(paths, new, history_too=whole, go_on=lambda: pulse(None), underway=True)
        if whole and not comes_back(new, paths, pulse):
            whole = False
            write_backup(paths, new, history_too=False)
        return put_new(new, before), whole
    except OSError as error:
        raise StorageError(f"{before.parent}: nothing was changed: {plain(error)}") from error
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)


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
