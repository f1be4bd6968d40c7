"""Opening the SQLite file of the history: whose it is, which version, and the way to the newest one."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

from hamstring_gui.storage.database_file import connected, may_be_written, opened
from hamstring_gui.storage.errors import NotWritable, StorageError, explained, plain
from hamstring_gui.storage.schema import APPLICATION_ID, MIGRATIONS

Migrations = tuple[tuple[str, ...], ...]


def open_database(
    path: Path, *, busy_s: float = 2.0, migrations: Migrations = MIGRATIONS, keep_older: bool = True, used: bool = False
) -> sqlite3.Connection:
    """Open (or make) the database at `path` for writing, brought to the newest version; an older one is kept as it was
    among the backups.

    Every statement is its own transaction unless one is begun. Each commit is on disk when it returns. `busy_s` is how
    long to wait for another program's lock. Where the program was `used` before, a file with nothing in it is damaged,
    not new. Raises `StorageError` and leaves a file that isn't ours as it is.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(f"{path.parent}: the folder can't be made: {plain(error)}") from error
    _refuse_what_is_no_file(path)
    _refuse_what_would_be_harmed(path, to_write=True)
    if (torn := _is_torn(path)) and keep_older:
        _keep_torn(path)
    not_new = used and os.path.exists(path)
    with explained(path):
        connection = connected(path, timeout=busy_s)
        try:
            _check(connection, path, len(migrations), used=not_new)
            for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
                connection.execute(f"PRAGMA {pragma}")
            if torn:  # what was left out must not lie behind what is written next
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            if keep_older and 0 < _number(connection, "user_version") < len(migrations):
                from hamstring_gui.storage.older import keep

                keep(connection, path, _number(connection, "user_version"))
            _migrate(connection, migrations)
        except BaseException:
            connection.close()
            raise
    return connection


def new_in_memory() -> sqlite3.Connection:
    """An empty database of the newest version that is on no disk."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    _migrate(connection, MIGRATIONS)
    return connection


def open_to_read(path: Path, *, busy_s: float = 2.0) -> sqlite3.Connection:
    """Open the database at `path` for reading, also while the program is writing to it.

    Leaves no files behind; where there is no database yet, gives an empty one in memory, and of one of an older version
    a copy in memory that was brought to the newest; a copy, too, where the disk is full or read-only, and of what
    another program keeps locked for longer than `busy_s`. Raises `StorageError`.
    """
    _refuse_what_is_no_file(path)
    try:
        if path.parent.exists() and not path.parent.is_dir():
            raise StorageError(f"{path.parent}: this is not a folder")
        empty = not path.exists() or path.stat().st_size == 0
    except OSError as error:
        raise StorageError(f"{path}: the history can't be opened: {plain(error)}") from error
    if empty:
        return new_in_memory()
    _refuse_what_would_be_harmed(path, to_write=False)
    torn = _is_torn(path)
    with explained(path):
        try:
            if torn:
                return _to_read(_copied(path), path)
            # SQLite clears its logs away only when it may write
            return _to_read(connected(path, "mode=rw", timeout=busy_s), path)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in OF_THE_PLACE:
                raise
            return _to_read(_copied(path), path)


OF_THE_PLACE = frozenset(
    (
        sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL,
    )
)  # fmt: skip
"""What is wrong then is the disk, the rights or a lock, not what the file holds: its bytes can be read all the same."""


def _copied(path: Path) -> sqlite3.Connection:
    from hamstring_gui.storage.database_image import read_image

    try:
        return read_image(path).opened()
    except OSError as error:
        raise StorageError(f"{path}: the history can't be read: {plain(error)}") from error


def copy_in_memory(path: Path) -> sqlite3.Connection:
    """What the database at `path` holds, in memory, to be changed there. Raises `StorageError`."""
    with explained(path), closing(open_to_read(path, busy_s=0)) as here:
        copy = sqlite3.connect(":memory:", isolation_level=None)
        here.backup(copy)
        return copy


def _refuse_what_is_no_file(path: Path) -> None:
    """A pipe or a device would keep us waiting for ever; and where only the log is left, SQLite deletes that."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return  # whoever opens it says why
    if not stat.S_ISREG(found.st_mode):
        raise StorageError(f"{path}: this is not a file; the history can't be opened")
    if found.st_size == 0 and _has_log(path):
        raise StorageError(f"{path}: the history is damaged: it is empty, and its log is not")


def _refuse_what_would_be_harmed(path: Path, *, to_write: bool) -> None:
    """Where the header is damaged, SQLite writes what is in the log over it; and that a file can't be written, it says
    when something is."""
    try:
        with opened(path) as file:
            head = file.read(16)
    except OSError:
        return  # there is none yet, or SQLite says why
    if head not in (b"", b"SQLite format 3\0"):
        raise StorageError(f"{path}: this is not a Hamstring history; it was left as it is")
    if to_write and not may_be_written(path):
        raise NotWritable(f"{path}: the history can be read but not written; check the rights of the file")


def _has_log(path: Path) -> bool:
    real = os.path.realpath(path)
    try:
        return os.path.getsize(f"{real}-wal") > 0
    except OSError:
        return False


def _is_torn(path: Path) -> bool:
    """Whether more of the log is missing than SQLite should leave out without a word, after a power cut in a session;
    of one that is damaged, it would delete all that comes after the damage: `StorageError`.

    There is a log only after a crash, or while another program has the history open.
    """
    if not _has_log(path):
        return False
    from hamstring_gui.storage.torn_log import state_of_log

    state = state_of_log(path)
    if state == "damaged":
        raise StorageError(f"{path}: the history is damaged: its log is")
    return state == "torn"


def _keep_torn(path: Path) -> None:
    from hamstring_gui.storage.torn_log import keep_torn

    try:
        folder = keep_torn(path)
    except OSError as error:
        raise StorageError(f"{path}: the log of the history is torn, and can't be kept: {plain(error)}") from error
    import logging

    logging.getLogger(__name__).warning("%s: a power cut tore its log, which is kept as it was in %s", path, folder)


def _to_read(connection: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    try:
        _check(connection, path, len(MIGRATIONS))
        if _number(connection, "user_version") < len(MIGRATIONS):
            connection = newest_copy(connection)
        connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def newest_copy(older: sqlite3.Connection) -> sqlite3.Connection:
    """What an older program wrote, in memory and brought to the newest version; the connection to it is closed."""
    copy = sqlite3.connect(":memory:", isolation_level=None)
    with closing(older):
        older.backup(copy)
    _migrate(copy, MIGRATIONS)
    return copy


def _check(connection: sqlite3.Connection, path: Path, newest: int, *, used: bool = False) -> None:
    owner, version = _number(connection, "application_id"), _number(connection, "user_version")
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if owner != APPLICATION_ID and (owner or version or tables):
        raise StorageError(f"{path}: this is another program's database; it was left as it is")
    if used and not tables:
        raise StorageError(f"{path}: the history is damaged: there is nothing in it")
    if version > newest:
        raise StorageError(
            f"{path}: this history is from a newer program (version {version}; this one reads up to {newest})"
        )


def _migrate(connection: sqlite3.Connection, migrations: Migrations) -> None:
    """Run the migrations that are missing, each in one transaction together with its version number."""
    for version, statements in enumerate(migrations, start=1):
        if _number(connection, "user_version") >= version:
            continue
        connection.execute("BEGIN IMMEDIATE")
        try:
            if _number(connection, "user_version") < version:  # another program may have been faster
                for statement in statements:
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {version}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])
