"""Opening the SQLite file of the history: whose it is, which version, and the way to the newest one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from hamstring_gui.storage.errors import StorageError, explained, plain
from hamstring_gui.storage.schema import APPLICATION_ID, MIGRATIONS

Migrations = tuple[tuple[str, ...], ...]


def open_database(path: Path, *, busy_s: float = 2.0, migrations: Migrations = MIGRATIONS) -> sqlite3.Connection:
    """Open (or make) the database at `path` for writing, brought to the newest version.

    Every statement is its own transaction unless one is begun. Each commit is on disk when it returns. `busy_s` is how
    long to wait for another program's lock. Raises `StorageError` and leaves a file that isn't ours as it is.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(f"{path.parent}: the folder can't be made: {plain(error)}") from error
    with explained(path):
        connection = sqlite3.connect(path, timeout=busy_s, isolation_level=None)
        try:
            _check(connection, path, len(migrations))
            for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
                connection.execute(f"PRAGMA {pragma}")
            _migrate(connection, migrations)
        except BaseException:
            connection.close()
            raise
    return connection


def open_to_read(path: Path) -> sqlite3.Connection:
    """Open the database at `path` for reading, also while the program is writing to it.

    Leaves no files behind; where there is no database yet, gives an empty one in memory, and of one of an older version
    a copy in memory that was brought to the newest. Raises `StorageError`.
    """
    try:
        if path.parent.exists() and not path.parent.is_dir():
            raise StorageError(f"{path.parent}: this is not a folder")
        if path.exists() and not path.is_file():
            raise StorageError(f"{path}: this is not a file")
        empty = not path.exists() or path.stat().st_size == 0
    except OSError as error:
        raise StorageError(f"{path}: the history can't be opened: {plain(error)}") from error
    if empty:
        connection = sqlite3.connect(":memory:", isolation_level=None)
        _migrate(connection, MIGRATIONS)
        return connection
    with explained(path):
        try:
            return _opened(path, "mode=rw")  # SQLite clears its -wal and -shm files away only when it may write
        except sqlite3.OperationalError as error:
            unwritable = error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)
            if not unwritable or path.with_name(path.name + "-wal").exists():
                raise
            return _opened(path, "mode=ro&immutable=1")  # what can't be written and has no log doesn't change


def _opened(path: Path, how: str) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True, isolation_level=None)
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


def _check(connection: sqlite3.Connection, path: Path, newest: int) -> None:
    owner, version = _number(connection, "application_id"), _number(connection, "user_version")
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if owner != APPLICATION_ID and (owner or version or tables):
        raise StorageError(f"{path}: this is another program's database; it was left as it is")
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
