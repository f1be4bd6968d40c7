"""A history that can't be opened is kept aside, and a new one begins with what could be read of it."""

from __future__ import annotations

import os
import shutil
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from hamstring_gui.storage.database_file import connected
from hamstring_gui.storage.errors import StorageError, explained, plain
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.on_disk import sync
from hamstring_gui.storage.recovery import Recovered
from hamstring_gui.storage.unsaved import put_recovered

ASIDE = "kept-aside"
"""In the data folder: a folder for each history that was kept aside, with its logs."""
_LOGS = ("-wal", "-shm", "-journal")


def begin_anew(database: Path, found: Recovered, now: datetime) -> Path:
    """Keep what lies at `database` aside, byte for byte, and have a new history there; gives where the old one is.

    The new one is whole before the old one gives way, and that has its second name before it loses the first: however
    this is interrupted, nothing is lost, and an empty history never stands where there was one that could be opened.
    Raises `StorageError`: nothing was changed, but that there may be a copy.
    """
    fresh = database.with_name(f".{database.name}.new")
    try:
        _make(fresh, found)
        aside = _folder(database.parent / ASIDE, now)
        for suffix in ("", *_LOGS):
            _give_second_name(Path(f"{database}{suffix}"), aside / f"{database.name}{suffix}")
        sync(aside)
        for suffix in _LOGS:  # SQLite would take them for those of the new one
            Path(f"{database}{suffix}").unlink(missing_ok=True)
        os.replace(fresh, database)
        sync(database.parent)
    except (OSError, StorageError) as error:
        why = plain(error) if isinstance(error, OSError) else str(error).removeprefix(f"{fresh}: ")
        raise StorageError(f"{database}: this could not be kept aside: {why}") from error
    finally:
        _remove(fresh)
    return aside / database.name


def keep_copy(database: Path, now: datetime) -> Path:
    """Copy aside what is on record in it, page by page, while nobody else writes; gives where the copy is. Raises
    `StorageError`."""
    try:
        copy = _folder(database.parent / ASIDE, now) / database.name
        with explained(database), closing(connected(database, "mode=rw")) as here, closing(connected(copy)) as there:
            here.backup(there)
        sync(copy)
    except OSError as error:
        raise StorageError(f"{database}: this could not be kept aside: {plain(error)}") from error
    return copy


def _make(fresh: Path, found: Recovered) -> None:
    fresh.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _remove(fresh)
    with HistoryStore.open(fresh) as store:
        put_recovered(store, found)
    sync(fresh)


def _folder(parent: Path, now: datetime) -> Path:
    """A new one with a name that says when."""
    parent.mkdir(mode=0o700, exist_ok=True)
    number = 1
    while True:
        folder = parent / (f"{now:%Y-%m-%d-%H%M}" + (f"-{number}" if number > 1 else ""))
        try:
            folder.mkdir(mode=0o700)
        except FileExistsError:
            number += 1
        else:
            return folder


def _give_second_name(now: Path, then: Path) -> None:
    """Two names for one file; else a copy; else it is moved, as what is no file, or can't be read."""
    if not os.path.lexists(now):
        return
    if now.is_file() and not now.is_symlink():
        with suppress(OSError):
            os.link(now, then)
            return
        try:
            shutil.copy2(now, then)
            sync(then)
        except OSError:
            then.unlink(missing_ok=True)
        else:
            return
    os.rename(now, then)


def _remove(fresh: Path) -> None:
    for suffix in ("", *_LOGS):
        with suppress(OSError):
            Path(f"{fresh}{suffix}").unlink(missing_ok=True)
