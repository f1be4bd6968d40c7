"""A history that is held in memory while its file can't be opened: to look at what there is, and to stretch."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path

from hamstring_gui.domain.consistency import Goal
from hamstring_gui.domain.history import SessionRecord
from hamstring_gui.storage.database import copy_in_memory, new_in_memory
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.recovery import Recovered
from hamstring_gui.storage.trouble import Trouble


class UnsavedStore(HistoryStore):
    """Sessions that are added are on no disk: see `unsaved`. What was there before is refused to be changed."""

    lasting = False
    reason = "unknown"
    _there: frozenset[str] = frozenset()

    @classmethod
    def of(cls, path: Path, trouble: Trouble) -> UnsavedStore:
        """With everything that can be read of the history at `path`."""
        store: UnsavedStore | None = None
        if trouble.reason in ("locked", "full", "read-only"):
            with suppress(StorageError):
                store = cls(copy_in_memory(path), path)
        if store is None:  # row by row, then
            store = cls(new_in_memory(), path)
            put_recovered(store, trouble.found)
        store._there = store.session_ids()
        store.reason = trouble.reason
        return store

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        super().__init__(connection, path)
        connection.execute("PRAGMA foreign_keys = ON")
        self._elsewhere: dict[str, SessionRecord] = {}

    def unsaved(self) -> tuple[SessionRecord, ...]:
        added = self.session_ids() - self._there
        records = (self.session(one) for one in sorted(added))
        return tuple(one for one in records if one is not None and self._elsewhere.get(one.id) != one)

    def note_saved(self, sessions: Iterable[SessionRecord]) -> None:
        self._elsewhere |= {one.id: one for one in sessions}

    def try_to_save(self) -> None:
        if waiting := self.unsaved():
            with HistoryStore.open(self._path, busy_s=0.2) as history:
                history.put_all(waiting)
            self.note_saved(waiting)

    # -- what can't be done ------------------------------------------------------------------------------------------
    def _refuse(self, ids: Iterable[str] = (), *others: object) -> None:
        if any(others) or not self._there.isdisjoint(ids):
            raise StorageError(f"{self._path}: nothing of this can be changed while nothing is saved")

    def put_session(self, record: SessionRecord, *, running: bool = False) -> None:
        self._refuse((record.id,))
        super().put_session(record, running=running)

    def put_all(
        self, records: Iterable[SessionRecord], goals: Iterable[Goal] = (), rest_weeks: Iterable[date] = ()
    ) -> None:
        records = tuple(records)
        self._refuse((one.id for one in records), tuple(goals), tuple(rest_weeks))
        super().put_all(records)

    def remove_all(self, session_ids: Iterable[str], goals: Iterable[Goal], rest_weeks: Iterable[date]) -> None:
        session_ids = tuple(session_ids)
        self._refuse(session_ids, tuple(goals), tuple(rest_weeks))
        super().remove_all(session_ids, (), ())

    def delete_session(self, session_id: str) -> SessionRecord:
        self._refuse((session_id,))
        return super().delete_session(session_id)

    def replace_goals(self, goals: Iterable[Goal]) -> None:
        self._refuse((), True)

    def mark_rest(self, start: date, rest: bool) -> None:
        self._refuse((), True)


def put_recovered(store: HistoryStore, found: Recovered) -> None:
    """Put all that was recovered on record, but for what even now does not fit."""
    try:
        HistoryStore.put_all(store, found.sessions, found.goals, found.rest_weeks)
    except StorageError:
        for session in found.sessions:
            with suppress(StorageError):
                HistoryStore.put_all(store, (session,))
