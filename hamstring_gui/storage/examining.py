"""Looking a history over and leaving no trace of that: no file is made or changed, nobody is waited for.

Also of one that is damaged, of a newer program, locked, or on a disk that can't be written.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import tempfile
import time
from collections import Counter
from collections.abc import Generator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from hamstring_gui.domain.values import dataclass
from hamstring_gui.storage.database import newest_copy
from hamstring_gui.storage.database_file import connected, is_open_here, opened
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.schema import APPLICATION_ID, MIGRATIONS

NEWEST = len(MIGRATIONS)
MOST_S = 20.0
"""Longer than this nothing is looked over."""
State = Literal["none", "well", "damaged", "newer", "foreign", "locked", "unreadable", "too large"]
_WRITING = (120, 1)
"""Where, and how many bytes, of SQLite's -shm file are locked by who writes (walformat.html)."""
_READING = (0x4000_0002, 510)
"""Of the file itself: shared by all who have it open, or locked by one who lets in nobody else."""
_STATES: Mapping[int, State] = MappingProxyType(
    {
        sqlite3.SQLITE_BUSY: "locked",
        sqlite3.SQLITE_LOCKED: "locked",
        sqlite3.SQLITE_CANTOPEN: "unreadable",
        sqlite3.SQLITE_IOERR: "unreadable",
        sqlite3.SQLITE_PERM: "unreadable",
        sqlite3.SQLITE_AUTH: "unreadable",
        sqlite3.SQLITE_INTERRUPT: "too large",
    }
)


@dataclass(frozen=True, slots=True)
class Examined:
    """`why` is SQLite's own name of what is wrong, where it has one. What is counted is what could be read."""

    state: State
    why: str = ""
    version: int = NEWEST
    sessions: int = 0
    left_out: tuple[tuple[str, int], ...] = ()
    being_written: bool = False


def examine(path: Path) -> Examined:
    """Look over the history at `path`, row by row. Raises nothing."""
    try:
        if not os.path.lexists(path) or (path.is_file() and path.stat().st_size == 0):
            return Examined("none")
        if path.is_file() and not is_open_here(path) and _is_taken(path, _READING, shared=True):
            return Examined("locked")
        writing = not is_open_here(path) and _is_taken(path.with_name(path.name + "-shm"), _WRITING)
        with untouched(path) as connection:
            end = time.monotonic() + MOST_S
            connection.set_progress_handler(lambda: time.monotonic() > end, 10_000)
            return _looked_over(connection, path, end, writing)
    except OSError as error:
        return Examined("unreadable", error.strerror or "")
    except sqlite3.Error as error:
        return _failed(error)
    except (StorageError, UnicodeDecodeError) as error:
        cause = error.__cause__
        return _failed(cause) if isinstance(cause, sqlite3.Error) else Examined("damaged")


def _failed(error: sqlite3.Error) -> Examined:
    """Anything that SQLite stumbles over, and that is nothing around the file, is in it."""
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    return Examined(_STATES.get(code & 0xFF, "damaged"), getattr(error, "sqlite_errorname", ""))


@contextmanager
def untouched(path: Path) -> Generator[sqlite3.Connection, None, None]:
    """A connection that only reads. Raises `OSError` and `sqlite3.Error`.

    Where SQLite's log is beside the file, that is read too; where nobody can have it open, from a copy.
    """
    if not path.is_file():
        raise OSError(errno.EINVAL, "this is not a file")
    log, index = (path.with_name(path.name + ending) for ending in ("-wal", "-shm"))
    if not log.exists() or not log.stat().st_size:
        with closing(connected(path, "mode=ro&immutable=1")) as connection:
            yield connection
    elif index.exists():
        with closing(connected(path, "mode=ro&readonly_shm=1")) as connection:
            yield connection
    else:
        with tempfile.TemporaryDirectory(prefix="hamstring-", ignore_cleanup_errors=True) as folder:
            copy = Path(folder, path.name)
            for one, other in ((path, copy), (log, copy.with_name(log.name))):
                with opened(one) as file:
                    other.write_bytes(file.read())
            with closing(connected(copy, "mode=rw")) as connection:
                yield connection


def _looked_over(connection: sqlite3.Connection, path: Path, end: float, writing: bool) -> Examined:
    owner, version = (
        int(connection.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("application_id", "user_version")
    )
    if owner != APPLICATION_ID:
        return Examined("foreign", version=version)
    if version > NEWEST:
        return Examined("newer", version=version)
    (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if found != "ok":
        return Examined("damaged", "integrity_check", version)
    newest = connection if version == NEWEST else newest_copy(connection)
    with closing(newest):
        store = HistoryStore(newest, path)
        sessions = 0
        with closing(store.each_session()) as each:
            for _ in each:
                sessions += 1
                if time.monotonic() > end:
                    return Examined("too large", "", version, sessions, being_written=writing)
        store.goals(), store.rest_weeks()
    kinds = Counter("a goal" if what.startswith("the goal") else "a rest week" if what.startswith("the rest") else
                    "a session" for what in store.unfit)  # fmt: skip
    return Examined("well", "", version, sessions, tuple(sorted(kinds.items())), writing)


def _is_taken(path: Path, place: tuple[int, int], shared: bool = False) -> bool:
    """Whether another program has that part of a file locked. Where nobody can tell, none has.

    Only for what is not open here: the locks of this program on it would go.
    """
    with suppress(ImportError, OSError):
        from fcntl import LOCK_EX, LOCK_NB, LOCK_SH, lockf

        handle = os.open(path, os.O_RDONLY if shared else os.O_RDWR)
        try:
            lockf(handle, (LOCK_SH if shared else LOCK_EX) | LOCK_NB, place[1], place[0])
        except OSError as error:
            return error.errno in (errno.EACCES, errno.EAGAIN)
        finally:
            os.close(handle)
    return False
