"""The history in SQLite: whole sessions, which are on disk as soon as they are handed over."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime, timedelta
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from hamstring_gui.domain.consistency import Goal, week_start
from hamstring_gui.domain.history import HoldRecord, SessionRecord
from hamstring_gui.storage.database import open_database, open_to_read
from hamstring_gui.storage.database_file import Whereabouts
from hamstring_gui.storage.errors import StorageError, explained
from hamstring_gui.storage.history_rows import (
    FIND_UNDERWAY,
    HOLD_AS_IT_IS,
    HOLDS,
    MARK_REST,
    MISFITS,
    NOTE_REACHED,
    ON_RECORD,
    PUT_GOAL,
    PUT_HOLD,
    SESSIONS,
    TABLES,
    TIMES_HELD,
    UNMARK_REST,
    WATCH,
    Row,
    first_of,
    forget_underway,
    goal_of,
    hold_row,
    marks_of,
    put_record,
    put_underway,
    rest_week_of,
    session_of,
    with_question_marks,
)  # fmt: skip

_Value = TypeVar("_Value")
_OLDEST_FIRST = "ORDER BY julianday(started_at), id"


class HistoryStore:
    """The sessions in one database file, written and read by the thread that opened it.

    A row that this program would not have written hides only itself: it is left out of what is read, and kept. `unfit`
    says of those that were met what they are and why. Of texts that are not UTF-8, what can be read is.

    Where the file was deleted, or another one lies in its place (a program that syncs folders does that), what is there
    now is opened before anything is written, or the weeks are read; `renewals` counts that.

    Every method raises `StorageError` with a sentence when the file can't be read or written, and `ValueError` for an
    instant without an offset.
    """

    lasting = True
    """Whether what is put on record is on disk, and the `reason` where it isn't, as `trouble` names it."""
    reason = ""

    def __init__(self, connection: sqlite3.Connection, path: Path, busy_s: float | None = None) -> None:
        """`busy_s` is for a connection that writes, too: only that one looks whether its file is still there."""
        self._opened = connection
        self._path = path
        self._busy_s, self._where = busy_s, Whereabouts(path)
        self._watched = self._is_closed = False
        self.renewals, self.was_put_back = 0, False
        self.unfit: dict[str, str] = {}

    @classmethod
    def open(cls, path: Path, *, busy_s: float = 2.0, used: bool = False) -> HistoryStore:
        """Open or make the database, to write and read. `busy_s`: seconds to wait for another program's lock. Where
        the program was `used` before, a file with nothing in it is no new history but a damaged one."""
        return cls._looked_at(cls(open_database(path, busy_s=busy_s, used=used), path, busy_s))

    @classmethod
    def open_to_read(cls, path: Path) -> HistoryStore:
        """Open the database to read only; where there is none, the history is empty and no file is made."""
        return cls._looked_at(cls(open_to_read(path), path))

    @staticmethod
    def _looked_at(store: HistoryStore) -> HistoryStore:
        """The store, if its tables are as this program makes them; that takes a ten-thousandth of a second."""
        try:
            with explained(store._path):
                for statement in TABLES:
                    store._connection.execute(statement).fetchone()
        except BaseException:
            store.close()
            raise
        return store

    def hurry(self, yes: bool) -> None:
        """Wait for no other program's lock from now on, or as long as before."""
        with explained(self._path):
            self._connection.execute(f"PRAGMA busy_timeout = {0 if yes else round(1000 * (self._busy_s or 0.0))}")

    def unsaved(self) -> tuple[SessionRecord, ...]:
        """The sessions that are on no disk, nor in a file of the user's: only of a store that is not `lasting`."""
        return ()

    def note_saved(self, sessions: Iterable[SessionRecord]) -> None:
        """They are in a file of the user's, as they are now."""

    def try_to_save(self) -> None:
        """Put what is `unsaved` in the history on disk, if it can be opened by now. Raises `StorageError`."""

    @property
    def _connection(self) -> sqlite3.Connection:
        if self._is_closed:
            self._renew_if_exchanged()
        return self._opened

    def _renew_if_exchanged(self) -> None:
        """Open what is there now, where that is not the file which was opened; where it can't be, the next one who asks
        tries again."""
        if self._busy_s is None or not (self._is_closed or self._where.leads_elsewhere()):
            return
        if not self._is_closed:
            self.was_put_back = self._put_back()
            forsaken, self._is_closed = self._where.forsaken(), True
            with suppress(sqlite3.Error):
                self._opened.close()
            self._where.remove(forsaken)
        self._opened = open_database(self._path, busy_s=self._busy_s)
        self._where, self._watched, self._is_closed = Whereabouts(self._path), False, False
        self.renewals += 1

    def _put_back(self) -> bool:
        """Whether the file was deleted, and what was in it lies there again."""
        from hamstring_gui.storage.gone import put_back

        return self._busy_s is not None and not self._is_closed and put_back(self._opened, self._path)

    def close(self) -> None:
        with explained(self._path):
            self._opened.close()

    def __enter__(self) -> HistoryStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def put_session(
        self, record: SessionRecord, *, running: bool = False, underway: Row | None = None, over: bool = False
    ) -> None:
        """Put a whole session on record, in place of the one with its id. While it is `running` it has no end.

        `underway` is what it takes to go on with it (`underway.row_of`); nobody goes on with one that is `over`.
        """
        with self._all_or_nothing() as connection:
            put_record(connection, record, running=running)
            if over or underway is not None:
                forget_underway(connection, record.id)
            if underway is not None:
                put_underway(connection, underway)

    def note(self, session_id: str, holds: Iterable[HoldRecord], reached: Row) -> bool:
        """Note how far a session has come that is on record: these of its holds, and `underway.reached_row`.

        Waits neither for another program nor for the disk, so that no tick waits for it: it outlives the program, and
        a power cut once the system has written it. Gives whether such a session is there.
        """
        with self._unwaiting(), self._all_or_nothing() as connection:
            if connection.execute(NOTE_REACHED, (*reached, session_id)).rowcount == 0:
                return False
            connection.executemany(PUT_HOLD + HOLD_AS_IT_IS, [hold_row(session_id, hold) for hold in holds])
            return True

    def underway_ids(self) -> tuple[str, ...]:
        """The sessions that never came to their end, and could be gone on with."""
        with explained(self._path):
            return tuple(one for (one,) in self._rows(f"SELECT session FROM run WHERE session {ON_RECORD}"))

    def underway(self, session_id: str) -> Row | None:
        """What it takes to go on with a session (for `underway.underway_of`); nothing where that isn't known."""
        with explained(self._path):
            return next(iter(list(self._rows(FIND_UNDERWAY, (session_id,)))), None)

    def put_all(
        self,
        records: Iterable[SessionRecord],
        goals: Iterable[Goal] = (),
        rest_weeks: Iterable[date] = (),
        underway: Iterable[Row] = (),
    ) -> None:
        """Put whole sessions, goals and rest weeks (any date in each, Monday to Sunday) on record: all or nothing.

        With `underway` rows (`underway.row_of`), sessions that are on record can be gone on with.
        """
        with self._all_or_nothing() as connection:
            for record in records:
                put_record(connection, record)
                forget_underway(connection, record.id)
            for row in underway:
                put_underway(connection, row)
            connection.executemany(PUT_GOAL, [(goal.since.isoformat(), goal.days) for goal in goals])
            connection.executemany(MARK_REST, [(week_start(day, 0).isoformat(),) for day in rest_weeks])

    def remove_all(self, session_ids: Iterable[str], goals: Iterable[Goal], rest_weeks: Iterable[date]) -> None:
        """Take sessions, goals (by their day) and rest weeks off the record: all or nothing."""
        with self._all_or_nothing() as connection:
            connection.executemany("DELETE FROM session WHERE id = ?", [(one,) for one in session_ids])
            connection.executemany("DELETE FROM goal WHERE since = ?", [(goal.since.isoformat(),) for goal in goals])
            mondays = [(week_start(day, 0).isoformat(),) for day in rest_weeks]
            connection.executemany(UNMARK_REST, mondays)

    def delete_session(self, session_id: str) -> SessionRecord:
        """Take a session off the record; gives it, so that `put_session` can bring it back."""
        with self._all_or_nothing() as connection:
            record = self.session(session_id)
            if record is None:
                raise StorageError(f"{self._path}: there is no session {session_id}")
            connection.execute("DELETE FROM session WHERE id = ?", (session_id,))
        return record

    def goals(self) -> tuple[Goal, ...]:
        """Every goal that was ever set, oldest first."""
        with explained(self._path):
            rows = self._rows("SELECT since, days FROM goal ORDER BY since")
            return tuple(self._fitting(rows, goal_of, "the goal of {}"))

    def set_goal(self, goal: Goal) -> None:
        """Put a goal on record, in place of the one of the same day."""
        self.put_all((), goals=(goal,))

    def replace_goals(self, goals: Iterable[Goal]) -> None:
        """Have these goals on record and no others: all or nothing."""
        with self._all_or_nothing() as connection:
            connection.execute("DELETE FROM goal")
            connection.executemany(PUT_GOAL, [(goal.since.isoformat(), goal.days) for goal in goals])

    def rest_weeks(self) -> frozenset[date]:
        """The Monday of every rest week."""
        with explained(self._path):
            return frozenset(
                self._fitting(self._rows("SELECT monday FROM rest_week"), rest_week_of, "the rest week {}")
            )

    def mark_rest(self, start: date, rest: bool) -> None:
        """Make the week whose *first day* is `start` a rest week, or an ordinary one again.

        Weeks may start on any weekday; on record is the Monday in the week, which lies in one week only when the user
        changes the day that weeks start on.
        """
        monday = start + timedelta(days=-start.weekday() % 7)
        with self._all_or_nothing() as connection:
            connection.execute(MARK_REST if rest else UNMARK_REST, (monday.isoformat(),))

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
        self._renew_if_exchanged()
        with explained(self._path):
            return tuple(self._read(f"WHERE day >= ? {_OLDEST_FIRST}", (day.isoformat(),)))

    def first_day(self, until: date) -> date | None:
        """The day of the first session, of those up to a day."""
        with explained(self._path):
            first = first_of(self._read("WHERE day <= ? ORDER BY day", (until.isoformat(),)))
            return first.day if first is not None else None

    def session_ids(self) -> frozenset[str]:
        with explained(self._path):
            return frozenset(found for (found,) in self._rows("SELECT id FROM session"))

    def state(self) -> tuple[int, int]:
        """Another pair of numbers whenever anything may have changed, by this store or by another program."""
        self._renew_if_exchanged()
        with explained(self._path):
            (version,) = self._connection.execute("PRAGMA data_version").fetchone()
            return version + (self.renewals << 32), self._connection.total_changes

    def marks(self) -> dict[str, int]:
        """A mark for each session's id that is another one once the session has changed; far quicker than reading."""
        with explained(self._path):
            return {row[0]: hash(row) for row in self._rows(marks_of())}

    def touched(self) -> tuple[str, ...] | None:
        """The ids of the sessions that this store has put or removed since it was asked last, in that order.

        `None` when it is asked for the first time: only from then on it takes note of them.
        """
        with explained(self._path):
            if not self._watched:
                self._connection.executescript(WATCH)
                self._watched = True
                return None
            ids = tuple(one for (one,) in self._connection.execute("SELECT session FROM touched ORDER BY rowid"))
            self._connection.execute("DELETE FROM touched")
            return ids

    def session(self, session_id: str) -> SessionRecord | None:
        with explained(self._path):
            return first_of(self._read("WHERE id = ?", (session_id,)))

    def last_session(self) -> SessionRecord | None:
        """The session that started last."""
        return self._last("")

    def times_held(self, but: str) -> dict[str, int]:
        """In how many sessions each exercise was held, one of them left out."""
        with explained(self._path):
            return {str(exercise): int(times) for exercise, times in self._rows(TIMES_HELD, (but,))}

    def last_session_until(self, now: datetime, today: date) -> SessionRecord | None:
        """The session that started last of those that have been: clocks go wrong, and files bring what is to come.

        Of what this program didn't lead, only the day is known.
        """
        been = "WHERE day <= ? AND (source != '' OR julianday(started_at) <= julianday(?))"
        return self._last(been, (today.isoformat(), now.isoformat()))

    def _last(self, which: str, values: tuple[object, ...] = ()) -> SessionRecord | None:
        latest = f"{which} ORDER BY julianday(started_at) DESC, rowid DESC"
        with explained(self._path):
            last = first_of(self._read(f"{latest} LIMIT 1", values))
            return last or first_of(self._read(latest, values))  # the very last one may be unfit

    @contextmanager
    def _unwaiting(self) -> Generator[None, None, None]:
        """Not waiting for locks, nor for what is written to be on the disk."""
        self._renew_if_exchanged()
        with explained(self._path):
            self._connection.execute("PRAGMA synchronous = NORMAL")
            self._connection.execute("PRAGMA busy_timeout = 0")
            try:
                yield
            finally:
                self._connection.execute(f"PRAGMA busy_timeout = {round(1000 * (self._busy_s or 0.0))}")
                self._connection.execute("PRAGMA synchronous = FULL")

    @contextmanager
    def _all_or_nothing(self) -> Generator[sqlite3.Connection, None, None]:
        self._renew_if_exchanged()
        with explained(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
                self._where.note_logs()
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def _read(self, which: str, values: tuple[object, ...]) -> Generator[SessionRecord, None, None]:
        return self._fitting(self._rows(f"{SESSIONS} {which}", values), self._session_of, "session {}")

    def _session_of(self, row: Row) -> SessionRecord:
        return session_of(row, self._rows(HOLDS, (row[0],)))

    def _fitting(
        self, rows: Iterable[Row], understand: Callable[[Row], _Value], what: str
    ) -> Generator[_Value, None, None]:
        """What is in the rows that fit."""
        for row in rows:
            try:
                value = understand(row)
            except MISFITS as error:
                self.unfit[what.format(str(row[0])[:40])] = str(error)
                continue
            yield value

    def _rows(self, statement: str, values: tuple[object, ...] = ()) -> Iterator[Row]:
        """The rows; texts that are not UTF-8, which Python refuses at once, have question marks from there on."""
        given = 0
        try:
            for row in self._connection.execute(statement, values):
                given += 1
                yield row
        except sqlite3.OperationalError as error:
            if "decode" not in str(error).lower():
                raise
            self._connection.text_factory = with_question_marks
            yield from islice(self._connection.execute(statement, values), given, None)
