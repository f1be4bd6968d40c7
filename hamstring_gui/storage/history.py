"""The history of sessions in SQLite: every hold is on disk as soon as it is handed over."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any

from hamstring_gui.domain.history import HoldRecord, SessionOutcome, SessionRecord, Tightness
from hamstring_gui.domain.routine import Routine
from hamstring_gui.storage.database import open_database, open_to_read
from hamstring_gui.storage.errors import StorageError, explained

_SESSIONS = """
    SELECT id, routine, routine_name, started_at, day, planned_s, ended_at, outcome,
           tightness_left, tightness_right, note
    FROM session
"""
_OLDEST_FIRST = "ORDER BY julianday(started_at), rowid"
_HOLDS = """
    SELECT position, exercise, side, set_number, planned_s, held_s, outcome, started_at
    FROM hold WHERE session = ? ORDER BY position
"""
_PUT_HOLD = """
    INSERT INTO hold (session, position, exercise, side, set_number, planned_s, held_s, outcome, started_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (session, position) DO UPDATE SET
        exercise = excluded.exercise, side = excluded.side, set_number = excluded.set_number,
        planned_s = excluded.planned_s, held_s = excluded.held_s, outcome = excluded.outcome,
        started_at = excluded.started_at
"""


class HistoryStore:
    """The sessions in one database file, written and read by the thread that opened it.

    Every method raises `StorageError` with a sentence when the file can't be read or written, and `ValueError` for an
    instant without an offset.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    @classmethod
    def open(cls, path: Path, *, busy_s: float = 2.0) -> HistoryStore:
        """Open or make the database, to write and read. `busy_s`: seconds to wait for another program's lock."""
        return cls(open_database(path, busy_s=busy_s), path)

    @classmethod
    def open_to_read(cls, path: Path) -> HistoryStore:
        """Open the database to read only; where there is none, the history is empty and no file is made."""
        return cls(open_to_read(path), path)

    def close(self) -> None:
        with explained(self._path):
            self._connection.close()

    def __enter__(self) -> HistoryStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def begin_session(
        self, session_id: str, routine: Routine, *, started_at: datetime, day: date, planned_s: float
    ) -> None:
        """Put a session without holds and without an end on record. `planned_s`: seconds of all its holds."""
        self._write(
            "INSERT INTO session (id, routine, routine_name, started_at, day, planned_s) VALUES (?, ?, ?, ?, ?, ?)",
            (session_id, routine.id, routine.name, _stamp(started_at), day.isoformat(), planned_s),
        )

    def put_hold(self, session_id: str, hold: HoldRecord) -> None:
        """Put a hold on record, in place of the one at its position. It is on disk when this returns."""
        self.put_holds(session_id, (hold,))

    def put_holds(self, session_id: str, holds: Sequence[HoldRecord]) -> None:
        """Put several on record, all of them or none. They are on disk when this returns."""
        rows = [
            (session_id, hold.position, hold.exercise, hold.side, hold.set, hold.planned_s, hold.held_s, hold.outcome,
             _stamp(hold.started_at))
            for hold in holds
        ]  # fmt: skip
        with explained(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                self._connection.executemany(_PUT_HOLD, rows)
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def end_session(self, session_id: str, *, ended_at: datetime, outcome: SessionOutcome) -> None:
        self._change(session_id, "ended_at = ?, outcome = ?", (_stamp(ended_at), outcome))

    def rate_session(self, session_id: str, tightness: Tightness | None, note: str) -> None:
        """Keep how tight the legs feel and a note; both replace what was there."""
        rated = tightness or Tightness()
        text = note.encode("utf-8", "replace").decode("utf-8")  # half of a surrogate pair can't be stored
        self._change(session_id, "tightness_left = ?, tightness_right = ?, note = ?", (rated.left, rated.right, text))

    def each_session(self) -> Generator[SessionRecord, None, None]:
        """Every session, oldest first, one at a time and all from one state of the file. Read to the end, or close."""
        with explained(self._path):
            self._connection.execute("BEGIN")
            try:
                yield from self._read(_OLDEST_FIRST, ())
            finally:
                self._connection.execute("COMMIT")

    def sessions(self) -> tuple[SessionRecord, ...]:
        """Every session, oldest first."""
        return tuple(self.each_session())

    def sessions_since(self, day: date) -> tuple[SessionRecord, ...]:
        """The sessions of `day` and later, oldest first."""
        with explained(self._path):
            return tuple(self._read(f"WHERE day >= ? {_OLDEST_FIRST}", (day.isoformat(),)))

    def session(self, session_id: str) -> SessionRecord | None:
        with explained(self._path):
            return _only(self._read("WHERE id = ?", (session_id,)))

    def last_session(self, routine_id: str | None = None) -> SessionRecord | None:
        """The session that started last, of one routine or of any."""
        latest = "ORDER BY julianday(started_at) DESC, rowid DESC LIMIT 1"
        with explained(self._path):
            if routine_id is None:
                return _only(self._read(latest, ()))
            return _only(self._read(f"WHERE routine = ? {latest}", (routine_id,)))

    def _write(self, statement: str, values: tuple[object, ...]) -> int:
        with explained(self._path):
            return self._connection.execute(statement, values).rowcount

    def _change(self, session_id: str, assignments: str, values: tuple[object, ...]) -> None:
        if self._write(f"UPDATE session SET {assignments} WHERE id = ?", (*values, session_id)) == 0:
            raise StorageError(f"{self._path}: there is no session {session_id}")

    def _read(self, which: str, values: tuple[object, ...]) -> Iterator[SessionRecord]:
        for row in self._connection.execute(_SESSIONS + which, values):
            try:
                yield _session_of(row, self._connection.execute(_HOLDS, (row[0],)))
            except (TypeError, ValueError) as error:
                raise StorageError(f"{self._path}: session {row[0]} can't be read: {error}") from error


def _only(records: Iterator[SessionRecord]) -> SessionRecord | None:
    for record in tuple(records):  # to the end, so that no statement stays open
        return record
    return None


def _session_of(row: tuple[Any, ...], hold_rows: Iterable[tuple[Any, ...]]) -> SessionRecord:
    session_id, routine, name, started, day, planned_s, ended, outcome, left, right, note = row
    holds = tuple(
        HoldRecord(position, exercise, side, number, planned, held, became, datetime.fromisoformat(instant))
        for position, exercise, side, number, planned, held, became, instant in hold_rows
    )
    started_at = datetime.fromisoformat(started)
    return SessionRecord(
        id=session_id,
        routine=routine,
        routine_name=name,
        started_at=started_at,
        ended_at=datetime.fromisoformat(ended) if ended else _end_of_last(holds, started_at),
        day=date.fromisoformat(day),
        outcome=outcome or "interrupted",
        planned_s=planned_s,
        holds=holds,
        tightness=None if left is None and right is None else Tightness(left, right),
        note=note,
    )


def _end_of_last(holds: tuple[HoldRecord, ...], started_at: datetime) -> datetime:
    ends = (hold.started_at + timedelta(seconds=hold.held_s) for hold in holds)
    return max(ends, default=started_at)


def _stamp(instant: datetime) -> str:
    if instant.utcoffset() is None:
        raise ValueError(f"{instant} has no offset from UTC")
    return instant.isoformat()
