"""A history that is held in memory while its file can't be opened: to look at what there is, and to stretch."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Iterable
from contextlib import contextmanager, suppress
from pathlib import Path

from hamstring_gui.domain.history import SessionRecord
from hamstring_gui.storage.database import copy_in_memory, new_in_memory
from hamstring_gui.storage.errors import Missing, StorageError
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.history_rows import forget_all_underway
from hamstring_gui.storage.recovery import Recovered
from hamstring_gui.storage.trouble import Trouble, found_now

_REFUSED = "nothing of this can be changed"


def _keep_what_is_there(connection: sqlite3.Connection) -> None:
    """Have SQLite refuse to change it, whichever part wants that."""
    connection.execute("CREATE TEMP TABLE there AS SELECT id FROM main.session")
    for table, key in (("session", "id"), ("hold", "session"), ("goal", ""), ("rest_week", "")):
        for deed, row in (("INSERT", "new"), ("UPDATE", "old"), ("DELETE", "old")):
            which = f"WHEN {row}.{key} IN (SELECT id FROM there)" if key else ""
            connection.execute(
                f"CREATE TEMP TRIGGER {table}_{deed} BEFORE {deed} ON main.{table} {which} "
                f"BEGIN SELECT RAISE(ABORT, '{_REFUSED}'); END"
            )


class UnsavedStore(HistoryStore):
    """Sessions that are added are on no disk: see `unsaved`. What was there before is refused to be changed."""

    lasting = False
    reason = "unknown"

    @classmethod
    def of(cls, path: Path, trouble: Trouble) -> UnsavedStore:
        """With everything that can be read of the history at `path`."""
        store: UnsavedStore | None = None
        if trouble.reason in ("locked", "full", "read-only"):
            with suppress(StorageError):
                store = cls(copy_in_memory(path), path)
        if store is None:  # row by row, then
            store = cls(new_in_memory(), path)
            put_recovered(store, found_now(path, trouble))
        store._there = store.session_ids()
        forget_all_underway(store._connection)
        _keep_what_is_there(store._connection)
        store.reason = trouble.reason
        return store

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        super().__init__(connection, path)
        connection.execute("PRAGMA foreign_keys = ON")
        self._there: frozenset[str] = frozenset()
        self._elsewhere: dict[str, SessionRecord] = {}

    def unsaved(self) -> tuple[SessionRecord, ...]:
        added = self.session_ids() - self._there
        records = (self.session(one) for one in sorted(added))
        return tuple(one for one in records if one is not None and self._elsewhere.get(one.id) != one)

    def note_saved(self, sessions: Iterable[SessionRecord]) -> None:
        self._elsewhere |= {one.id: one for one in sessions}

    def try_to_save(self) -> None:
        if waiting := self.unsaved():
            if self.reason == "missing" and not self._path.exists():
                raise Missing(f"{self._path}: the history is not there")
            rows = [row for one in waiting if (row := self.underway(one.id)) is not None]
            with HistoryStore.open(self._path, busy_s=0.2, used=True) as history:
                history.put_all(waiting, underway=rows)
            self.note_saved(waiting)

    @contextmanager
    def _all_or_nothing(self) -> Generator[sqlite3.Connection, None, None]:
        try:
            with super()._all_or_nothing() as connection:
                yield connection
        except StorageError as error:
            if _REFUSED in str(error):
                raise StorageError(f"{self._path}: {_REFUSED} while nothing is saved") from error
            raise


def put_recovered(store: HistoryStore, found: Recovered) -> None:
    """Put all that was recovered on record, but for what even now does not fit."""
    try:
        store.put_all(found.sessions, found.goals, found.rest_weeks, found.underway)
    except StorageError:
        for session in found.sessions:
            with suppress(StorageError):
                store.put_all((session,))
        for row in found.underway:
            with suppress(StorageError):
                store.put_all((), underway=(row,))
