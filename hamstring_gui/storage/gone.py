"""A history whose file was deleted while it was open: what is in it can still be read, and is put where it lay."""

from __future__ import annotations

import logging
import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from hamstring_gui.storage.alone import alone
from hamstring_gui.storage.damage import damage_of
from hamstring_gui.storage.database_file import connected
from hamstring_gui.storage.on_disk import sync
from hamstring_gui.storage.unused import put_new

PATIENCE_S = 0.3


def put_back(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether all of it is in a file there again, which takes the place of nothing. Raises `StorageError` where another
    program changes the data over just now: it may be about to put something there."""
    if not _is_gone(path) or (os.path.lexists(path.parent) and not path.parent.is_dir()):
        return False
    fresh = path.with_name(f".{path.name}.back")
    with alone(path.parent, PATIENCE_S):
        try:
            fresh.unlink(missing_ok=True)
            with closing(connected(fresh)) as there:
                connection.backup(there)
                if damage_of(there, rows=False):
                    return False
                there.execute("PRAGMA journal_mode = DELETE")
            sync(fresh)
            put_new(fresh, path, just_there=True)
            return True
        except (OSError, sqlite3.Error) as error:
            logging.getLogger(__name__).warning("%s: this was deleted, and could not be put back: %s", path, error)
            return False
        finally:
            with suppress(OSError):
                fresh.unlink(missing_ok=True)


def _is_gone(path: Path) -> bool:
    """A disk that doesn't answer says nothing of that."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        pass
    return False
