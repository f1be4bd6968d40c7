"""A history that can't be opened is kept aside, and a new one begins with what could be read of it."""

from __future__ import annotations

import os
import tempfile
from contextlib import closing
from datetime import datetime
from pathlib import Path

from hamstring_gui.storage.alone import alone
from hamstring_gui.storage.aside import new_folder
from hamstring_gui.storage.changeover import NOTE, SCRATCH, change_over
from hamstring_gui.storage.database_file import LOGS, connected
from hamstring_gui.storage.errors import HalfDone, StorageError, explained, plain
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.on_disk import sync
from hamstring_gui.storage.recovery import Recovered
from hamstring_gui.storage.unsaved import put_recovered


def begin_anew(database: Path, found: Recovered, now: datetime) -> Path:
    """Keep what lies at `database` aside, byte for byte, and have a new history there; gives where the old one is.

    The new one is whole before the old one gives way; then both are moved as in a restore (`changeover`): killed in
    between, the next start has the old one with its logs, or the new one. Raises `StorageError`, and nothing was
    changed; or `HalfDone`.
    """
    folder, names = database.parent, [f"{database.name}{log}" for log in ("", *LOGS)]
    try:
        with (
            alone(folder),
            tempfile.TemporaryDirectory(prefix=SCRATCH, dir=folder, ignore_cleanup_errors=True) as scratch,
        ):
            if (folder / NOTE).exists():
                raise StorageError(f"{folder}: something else is half done here, and the next start ends it")
            fresh = Path(scratch, "new.sqlite3")
            with HistoryStore.open(fresh) as store:
                put_recovered(store, found)
            sync(fresh)
            aside = new_folder(database, now)
            going = [(folder / name, aside / name) for name in names if os.path.lexists(folder / name)]
            change_over(folder, going, [(fresh, database)], aside, aside)
    except HalfDone:
        raise
    except (OSError, StorageError) as error:
        why = plain(error) if isinstance(error, OSError) else str(error).rpartition(": ")[2]
        raise StorageError(f"{database}: this could not be kept aside: {why}") from error
    return aside / database.name


def keep_copy(database: Path, now: datetime) -> Path:
    """Copy aside what is on record in it, page by page, while nobody else writes; gives where the copy is. Raises
    `StorageError`."""
    try:
        copy = new_folder(database, now) / database.name
        with explained(database), closing(connected(database, "mode=rw")) as here, closing(connected(copy)) as there:
            here.backup(there)
        sync(copy)
    except OSError as error:
        raise StorageError(f"{database}: this could not be kept aside: {plain(error)}") from error
    return copy
