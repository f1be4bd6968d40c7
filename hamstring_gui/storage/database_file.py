"""The file of a database, beside the SQLite that has it open here.

Where locks belong to a process (POSIX), closing any descriptor of a file lets go of every lock that the process has on
it, SQLite's own too (sqlite.org/howtocorrupt.html, 2.2). Another program that opens and closes the database then takes
itself for the last one, and deletes the log under us: with all that is written later. So nobody here opens a database
but through `connected`, nobody reads the file of one but through `opened`, and what was opened while there are
connections is closed when there are none any more.
"""

from __future__ import annotations

import os
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import BinaryIO

LOGS = ("-wal", "-shm", "-journal")
"""What SQLite has beside a database, by what is added to its name."""
File = tuple[int, int]
"""Which file, on which disk."""
_OF_PROCESSES = os.name == "posix"
_lock = Lock()
_connections: Counter[File] = Counter()
_spare: defaultdict[File, list[int]] = defaultdict(list)
"""Descriptors that may not be closed yet, and are read from again."""


def file_at(path: Path) -> File | None:
    """Which file it is on which disk; nothing where there is none."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino


class _Connection(sqlite3.Connection):
    file: File | None = None

    def close(self) -> None:
        super().close()
        with _lock:
            file, self.file = self.file, None
            if file is not None:
                _connections[file] -= 1
                if not _connections[file]:
                    del _connections[file]
                    for handle in _spare.pop(file, ()):
                        os.close(handle)


def connected(path: Path, how: str = "", *, timeout: float = 0.0, check_same_thread: bool = True) -> sqlite3.Connection:
    """A connection to the database at `path`, whose every statement is a transaction of its own; `how` are SQLite's
    words for a URI: `mode=rw`. `timeout` in seconds. Raises `sqlite3.Error`."""
    where = f"{path.absolute().as_uri()}?{how}" if how else path
    with _lock:  # nothing is locked yet
        connection = sqlite3.connect(
            where, timeout=timeout, uri=bool(how), isolation_level=None, factory=_Connection,
            check_same_thread=check_same_thread,
        )  # fmt: skip
        connection.file = file_at(path) if _OF_PROCESSES else None
        if connection.file is not None:
            _connections[connection.file] += 1
    return connection


@contextmanager
def opened(path: Path) -> Generator[BinaryIO, None, None]:
    """A file to read from, which may be a database that is open here. Raises `OSError`."""
    with _lock:
        spare = _spare.get(file_at(path) or (0, 0))
        handle = spare.pop() if spare else None
    if handle is None:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        with open(handle, "rb", closefd=False) as file:
            file.seek(0)
            yield file
    finally:
        _give_back(handle)


def _give_back(handle: int) -> None:
    with _lock:
        found = os.fstat(handle)
        if (found.st_dev, found.st_ino) in _connections and _OF_PROCESSES:
            _spare[found.st_dev, found.st_ino].append(handle)
        else:
            os.close(handle)


def is_open_here(path: Path) -> bool:
    """Whether this program has a connection to it, where locks belong to the process."""
    with _lock:
        return file_at(path) in _connections


def may_be_written(path: Path) -> bool:
    """Whether rights and disk let the program write a file. It isn't opened for that."""
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


class Whereabouts:
    """Which file a connection was opened to, and which of SQLite's logs lie beside it and belong to it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = file_at(path)
        self._logs: dict[Path, File] = {}
        self.note_logs()

    def note_logs(self) -> None:
        beside = (self._path.with_name(f"{self._path.name}-{log}") for log in ("wal", "shm"))
        self._logs = {path: file for path in beside if (file := file_at(path)) is not None}

    def leads_elsewhere(self) -> bool:
        """Whether there is no file any more, or another one. A disk that doesn't answer says nothing of that."""
        try:
            found = os.stat(self._path)
        except (FileNotFoundError, NotADirectoryError):
            return True
        except OSError:
            return False
        return (found.st_dev, found.st_ino) != self._file

    def forsaken(self) -> dict[Path, File]:
        """Logs that lie beside another file than their own, or beside none; SQLite would take them for that one's."""
        if not self.leads_elsewhere():
            return {}
        return {path: file for path, file in self._logs.items() if file_at(path) == file}

    def remove(self, forsaken: dict[Path, File]) -> None:
        with suppress(OSError):
            for path, file in forsaken.items():
                if file_at(path) == file:
                    path.unlink()
