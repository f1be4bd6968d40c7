"""The history in a backup: copied out of the one in use, and looked through where it comes from somebody."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from hamstring_gui.storage.damage import damage_of
from hamstring_gui.storage.database import new_in_memory, open_database, open_to_read
from hamstring_gui.storage.database_file import connected
from hamstring_gui.storage.errors import Damaged, StorageError, explained
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.history_rows import forget_all_underway
from hamstring_gui.storage.paths import HISTORY
from hamstring_gui.storage.pulse import Cancelled, Pulse
from hamstring_gui.storage.schema import APPLICATION_ID, MIGRATIONS

PAGES = 1000
"""Of a history that are copied in one go."""
STEPS = 20_000
"""Of SQLite's machine from one pulse to the next."""
MOST_DAYS = 100_000
"""Goals and rest weeks that there can be: no more days are known."""
MOST_HOLDS = 200_000
"""Of one session, which is read in one go."""
_FOREIGN = "this is not a history as Hamstring makes it"
_DROPPED = ("trigger", "view", "index", "table")

Entry = tuple[str, str, str, str | None]


def copy_history(database: Path, copy: Path, go_on: Callable[[], object], *, underway: bool) -> None:
    """Copy it as it is at one moment, in use or not: our tables, in which nothing is `underway` unless that is wanted.
    Raises `StorageError`, also where it is damaged: such a copy could not be restored."""
    with explained(database), closing(open_to_read(database)) as here, closing(connected(copy)) as there:
        here.backup(there, pages=PAGES, progress=lambda *_: go_on())
        if not underway:
            forget_all_underway(there)
        _drop_what_is_not_ours(there)
        if damage_of(there, rows=False):
            raise Damaged(f"{database}: no backup was made: the history is damaged")
        there.execute("PRAGMA journal_mode = DELETE")


def _drop_what_is_not_ours(connection: sqlite3.Connection) -> None:
    """What another program added, to search or count: a backup with it would be refused."""
    found = schema_in(connection) - _schema_of(len(MIGRATIONS))
    for kind, name, _, _ in sorted(found, key=lambda one: _DROPPED.index(one[0])):
        with suppress(sqlite3.Error):  # an index of what was dropped before, or what SQLite keeps to itself
            quoted = name.replace('"', '""')
            if not any(name == ours[1] for ours in _schema_of(len(MIGRATIONS))):
                connection.execute(f'DROP {kind} "{quoted}"')


def check_history(history: Path, file: Path, *, ours: bool, pulse: Pulse) -> None:
    """Whether it is a whole history of ours that this program can read; an older one is brought up to date.

    What it is made of is compared before anything in it is evaluated, which may take for ever. A row that doesn't fit
    is refused, as in every import; what is `ours`, put away here before something else took its place, comes back as it
    was. `file` is named in what is wrong. Raises `StorageError`.
    """
    try:
        with (
            explained(history),
            closing(connected(history)) as connection,  # read only, CHECKs are left out
            heeding(connection, pulse),
        ):
            _check_file(connection, history, ours=ours)
        with closing(open_database(history, keep_older=False)) as connection, explained(history):
            if schema_in(connection) != _schema_of(len(MIGRATIONS)):
                raise StorageError(f"{history}: {_FOREIGN}")
            if not ours:
                forget_all_underway(connection)
        if not ours:
            _check_rows(history, pulse)
    except Cancelled:
        raise
    except StorageError as error:
        raise StorageError(str(error).replace(str(history), f"{file}: {HISTORY}")) from error


def _check_file(connection: sqlite3.Connection, history: Path, *, ours: bool) -> None:
    """What is another program's, or a newer one's, is left to `open_database`, which says so."""
    (owner,), (version,) = (connection.execute(f"PRAGMA {of}").fetchone() for of in ("application_id", "user_version"))
    if owner != APPLICATION_ID or version > len(MIGRATIONS):
        return
    if schema_in(connection) != _schema_of(version):
        raise StorageError(f"{history}: {_FOREIGN}")
    if not ours:
        for table, most in (("goal", MOST_DAYS), ("rest_week", MOST_DAYS)) if version > 1 else ():
            if _counted(connection, f"SELECT count(*) FROM {table}") > most:
                raise StorageError(f"{history}: holds too much; at most {most} rows of {table} are read")
        if _counted(connection, "SELECT max(n) FROM (SELECT count(*) AS n FROM hold GROUP BY session)") > MOST_HOLDS:
            raise StorageError(f"{history}: holds too much; at most {MOST_HOLDS} holds of one session are read")
    if found := damage_of(connection, rows=not ours):
        raise StorageError(f"{history}: the history is damaged: {found}")


def _counted(connection: sqlite3.Connection, statement: str) -> int:
    return int(connection.execute(statement).fetchone()[0] or 0)


def _check_rows(history: Path, pulse: Pulse) -> None:
    """Read every row as an import does, one session at a time, to the first that doesn't fit."""
    with HistoryStore.open_to_read(history) as store:
        with closing(store.each_session()) as every:
            for _ in every:
                pulse(None)
                if store.unfit:
                    break
        store.goals(), store.rest_weeks()
        for what, why in store.unfit.items():
            raise StorageError(f"{history}: {what} can't be read: {why}")


def schema_in(connection: sqlite3.Connection) -> frozenset[Entry]:
    return frozenset(connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master"))


def _schema_of(version: int) -> frozenset[Entry]:
    """As this program makes it."""
    with closing(new_in_memory() if version == len(MIGRATIONS) else sqlite3.connect(":memory:")) as fresh:
        if version < len(MIGRATIONS):
            for statement in (statement for some in MIGRATIONS[: max(version, 0)] for statement in some):
                fresh.execute(statement)
        return schema_in(fresh)


@contextmanager
def heeding(connection: sqlite3.Connection, pulse: Pulse) -> Iterator[None]:
    """While SQLite works, there are pulses; what comes out of one ends its work, and comes out here."""
    raised: list[BaseException] = []

    def ask() -> int:
        try:
            pulse(None)
        except BaseException as error:
            raised.append(error)
        return len(raised)

    connection.set_progress_handler(ask, STEPS)
    try:
        yield
    except sqlite3.Error:
        for error in raised:
            raise error from None
        raise
    finally:
        connection.set_progress_handler(None, 0)
