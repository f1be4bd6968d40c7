"""A history as it was before it is brought to a newer version: a file of its own among the backups."""

from __future__ import annotations

import filecmp
import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path

from hamstring_gui.storage.errors import plain
from hamstring_gui.storage.on_disk import sync
from hamstring_gui.storage.unused import put_new


def keep(connection: sqlite3.Connection, database: Path, version: int) -> None:
    """Copy it, with what lies in SQLite's log. Where that can't be done, it stands in the log, and all goes on: the
    migration is done as a whole or not at all."""
    folder = database.parent / "backups"
    copy = folder / f".history-version-{version}.part"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        copy.unlink(missing_ok=True)
        with closing(sqlite3.connect(copy)) as there:
            connection.backup(there)
            there.execute("PRAGMA journal_mode = DELETE")
        sync(copy)
        if not any(filecmp.cmp(copy, older, shallow=False) for older in folder.glob(f"history-version-{version}-*")):
            put_new(copy, folder / f"history-version-{version}-{time.strftime('%Y-%m-%d-%H%M%S')}.sqlite3")
    except (OSError, sqlite3.Error) as error:
        import logging

        reason = plain(error) if isinstance(error, OSError) else str(error)
        logging.getLogger(__name__).warning("%s: the older history could not be kept there: %s", folder, reason)
    finally:
        with suppress(OSError):
            copy.unlink(missing_ok=True)
