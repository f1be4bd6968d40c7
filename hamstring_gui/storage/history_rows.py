"""Between the rows of the history database and the values of the domain."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Iterable
from contextlib import closing
from datetime import date, datetime, timedelta
from sys import intern
from typing import Any, get_args

from hamstring_gui.domain.consistency import Goal
from hamstring_gui.domain.exercise import Side
from hamstring_gui.domain.history import HoldOutcome, HoldRecord, SessionOutcome, SessionRecord, Tightness
from hamstring_gui.domain.reading import FIRST_YEAR, LAST_YEAR, YEARS, in_range

Row = tuple[Any, ...]

MOST_SET = 1_000_000
LONGEST_HOLD_S, LONGEST_SESSION_S = 1e6, 1e9
LONGEST_NAME, LONGEST_NOTE = 500, 100_000
"""What the history can hold."""
_SESSION_OUTCOMES = get_args(SessionOutcome)

SESSION_COLUMNS = (
    "id", "routine", "routine_name", "started_at", "day", "planned_s", "ended_at", "outcome",
    "tightness_left", "tightness_right", "note", "source",
)  # fmt: skip
HOLD_COLUMNS = (
    "session", "position", "exercise", "side", "set_number", "planned_s", "held_s", "outcome", "started_at",
    "kind", "region",
)  # fmt: skip
"""In the order of a session's row and a hold's: of `session_of` and `session_row`, `hold_of` and `hold_row`."""
SESSIONS = f"SELECT {', '.join(SESSION_COLUMNS)} FROM session"
HOLDS = f"SELECT {', '.join(HOLD_COLUMNS[1:])} FROM hold WHERE session = ? ORDER BY position"
PUT_GOAL = "INSERT INTO goal (since, days) VALUES (?, ?) ON CONFLICT DO UPDATE SET days = excluded.days"
MARK_REST = "INSERT INTO rest_week (monday) VALUES (?) ON CONFLICT DO NOTHING"
UNMARK_REST = "DELETE FROM rest_week WHERE monday = ?"
TIMES_HELD = """
    SELECT exercise, count(DISTINCT session) FROM hold WHERE held_s > 0 AND session != ? GROUP BY exercise
"""
_MARKS = """
    SELECT session.*, held.* FROM session LEFT JOIN (
        SELECT session AS of_session, group_concat(exercise || side || outcome || started_at || kind || region),
               total(held_s * (position + 1)), total(planned_s * (position + set_number))
        FROM hold {holds} GROUP BY session
    ) AS held ON of_session = session.id {sessions}
"""


def marks_of(some: int | None = None) -> str:
    """A row for each session, its id first, that is another one after any change of the session or its holds.

    For `some` of them, the statement takes their ids, twice.
    """
    if some is None:
        return _MARKS.format(holds="", sessions="")
    ids = ",".join("?" * some)
    return _MARKS.format(holds=f"WHERE session IN ({ids})", sessions=f"WHERE session.id IN ({ids})")


WATCH = """
    CREATE TEMP TABLE touched (session TEXT PRIMARY KEY);
    CREATE TEMP TRIGGER session_put AFTER INSERT ON main.session
        BEGIN INSERT OR IGNORE INTO touched VALUES (new.id); END;
    CREATE TEMP TRIGGER session_removed AFTER DELETE ON main.session
        BEGIN INSERT OR IGNORE INTO touched VALUES (old.id); END;
"""
"""Has this connection take note of the sessions that it puts (always whole) or removes, whichever part does it."""
PUT_SESSION, PUT_HOLD = (
    f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
    for table, columns in (("session", SESSION_COLUMNS), ("hold", HOLD_COLUMNS))
)
HOLD_AS_IT_IS = """
    ON CONFLICT (session, position) DO UPDATE
    SET held_s = excluded.held_s, outcome = excluded.outcome, started_at = excluded.started_at
"""
UNDERWAY = ("session", "machine", "first_leg", "routine", "noted_at", "hold", "held_s", "length_s")
"""What it takes to go on with a session, in a row (see `underway`): the first four are of `run`, put with every whole
write, the others of `reached`, which is noted in between."""
PUT_RUN = "INSERT OR REPLACE INTO run (session, machine, first_leg, routine) VALUES (?, ?, ?, ?)"
PUT_REACHED = "INSERT OR REPLACE INTO reached (session, noted_at, hold, held_s, length_s) VALUES (?, ?, ?, ?, ?)"
NOTE_REACHED = "UPDATE reached SET noted_at = ?, hold = ?, held_s = ?, length_s = ? WHERE session = ?"
ON_RECORD = "IN (SELECT id FROM session)"
FIND_UNDERWAY = f"SELECT {', '.join(UNDERWAY)} FROM run JOIN reached USING (session) WHERE session = ?"
TABLES = (
    f"{SESSIONS} LIMIT 0", "SELECT typeof(note) FROM session ORDER BY rowid DESC LIMIT 1", HOLDS.replace("?", "''"),
    "SELECT typeof(since), typeof(days) FROM goal LIMIT 1", "SELECT typeof(monday) FROM rest_week LIMIT 1",
    FIND_UNDERWAY.replace("?", "''"),
)  # fmt: skip
"""What fails where a table or a column is missing, or where a table begins on a damaged page."""


class Unfit(ValueError):
    """What stands in a row is nothing that this program would have written; the text says which value it is."""


MISFITS = (Unfit, TypeError, ValueError, OverflowError, KeyError)
"""What a row of anything can raise when it is read."""

_SIDES = {side: side for side in get_args(Side)}
_OUTCOMES = {outcome: outcome for outcome in get_args(HoldOutcome)}


def session_of(row: Row, hold_rows: Iterable[Row]) -> SessionRecord:
    """The session of a row of `SESSIONS` and its rows of `HOLDS`. What is no session of ours raises one of `MISFITS`.

    The limits are those of an import (`session_reading`).
    """
    session_id, routine, name, started, day, planned_s, ended, outcome, left, right, note, source = row
    texts = ((session_id, LONGEST_NAME), (routine, LONGEST_NAME), (name, LONGEST_NAME), (source, LONGEST_NAME))
    for text, longest in (*texts, (note, LONGEST_NOTE)):
        if type(text) is not str or len(text) > longest:
            raise Unfit("a text is none, or too long")
    if "\ufffd" in session_id:
        raise Unfit("its id is no text")
    if type(planned_s) is not float or not 0.0 <= planned_s <= LONGEST_SESSION_S:
        raise Unfit(f"{planned_s!r} planned seconds")
    if not (outcome is None or outcome in _SESSION_OUTCOMES):
        raise Unfit(f"{outcome!r} is no outcome")
    for leg in (left, right):
        if leg is not None and (type(leg) is not int or not 0 <= leg <= 10):
            raise Unfit(f"{leg!r} is no tightness")
    started_at, holds = _instant(started), tuple(map(hold_of, hold_rows))
    return SessionRecord(
        id=session_id,
        routine=intern(routine),
        routine_name=intern(name),
        started_at=started_at,
        ended_at=_instant(ended) if ended is not None else end_of_last(holds, started_at),
        day=in_range(date.fromisoformat(day)),
        outcome=outcome or "interrupted",
        planned_s=planned_s,
        holds=holds,
        tightness=None if left is None and right is None else Tightness(left, right),
        note=note,
        source=source,
    )


def hold_of(row: Row) -> HoldRecord:
    """Words that recur in thousands of rows are in memory once."""
    position, exercise, side, number, planned_s, held_s, outcome, started, kind, region = row
    if not (
        type(position) is int is type(number) and type(planned_s) is float is type(held_s)
        and position >= 0 and 1 <= number <= MOST_SET and 0.0 <= planned_s <= LONGEST_HOLD_S
        and 0.0 <= held_s <= LONGEST_HOLD_S and len(exercise) <= LONGEST_NAME
        and len(kind) <= LONGEST_NAME and len(region) <= LONGEST_NAME
    ):  # fmt: skip
        raise Unfit("a hold of numbers that can't be")
    return HoldRecord(
        position, intern(exercise), _SIDES[side], number, planned_s, held_s, _OUTCOMES[outcome], _instant(started),
        intern(kind), intern(region),
    )  # fmt: skip


def _instant(text: str) -> datetime:
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        raise Unfit(f"{text[:40]} has no offset from UTC")
    if not FIRST_YEAR <= instant.year <= LAST_YEAR:
        raise Unfit(f"{text[:40]} is not {YEARS}")
    return instant


def goal_of(row: Row) -> Goal:
    """The goal of a row of `goal`. What is none raises one of `MISFITS`."""
    since, days = row
    if type(days) is not int or not 1 <= days <= 7:
        raise Unfit(f"{days!r} active days a week")
    return Goal(in_range(date.fromisoformat(since)), days)


def rest_week_of(row: Row) -> date:
    """The Monday of a row of `rest_week`; a day of it is of the known years. What is none raises one of `MISFITS`."""
    (monday,) = row
    day = date.fromisoformat(monday)
    in_range(day if day.year >= FIRST_YEAR else day + timedelta(days=6))
    return day


def session_row(session: SessionRecord, *, running: bool = False) -> Row:
    """What `PUT_SESSION` takes; a `running` session has neither end nor outcome."""
    ended_at, outcome = (None, None) if running else (_stamp(session.ended_at), session.outcome)
    rated = session.tightness or Tightness()
    return (
        session.id, storable(session.routine), storable(session.routine_name), _stamp(session.started_at),
        session.day.isoformat(), session.planned_s, ended_at, outcome, rated.left, rated.right,
        storable(session.note), storable(session.source),
    )  # fmt: skip


def hold_row(session_id: str, hold: HoldRecord) -> Row:
    """What `PUT_HOLD` takes."""
    return (
        session_id, hold.position, storable(hold.exercise), hold.side, hold.set, hold.planned_s, hold.held_s,
        hold.outcome, _stamp(hold.started_at), storable(hold.kind), storable(hold.region),
    )  # fmt: skip


def _stamp(instant: datetime) -> str:
    if instant.utcoffset() is None:
        raise ValueError(f"{instant} has no offset from UTC")
    return instant.isoformat()


def storable(text: str) -> str:
    """The text with a question mark for half of a surrogate pair, which can't be stored."""
    return text.encode("utf-8", "replace").decode("utf-8")


def end_of_last(holds: tuple[HoldRecord, ...], started_at: datetime) -> datetime:
    ends = (hold.started_at + timedelta(seconds=hold.held_s) for hold in holds)
    return max(ends, default=started_at)


def put_underway(connection: sqlite3.Connection, row: Row) -> None:
    """Also forgets what was under way and is deleted by now; until then, taking that back brought all of it back."""
    for table in ("run", "reached"):
        connection.execute(f"DELETE FROM {table} WHERE session NOT {ON_RECORD}")
    connection.execute(PUT_RUN, row[:4])
    connection.execute(PUT_REACHED, (row[0], *row[4:]))


def forget_underway(connection: sqlite3.Connection, session_id: str) -> None:
    for table in ("run", "reached"):
        connection.execute(f"DELETE FROM {table} WHERE session = ?", (session_id,))


def forget_all_underway(connection: sqlite3.Connection) -> None:
    """A copy of a history goes its own way: nothing is under way in it, nor in one of an earlier version."""
    named = "SELECT name FROM sqlite_master WHERE type = 'table' AND name IN ('run', 'reached')"
    for (table,) in connection.execute(named).fetchall():
        connection.execute(f"DELETE FROM {table}")


def put_record(connection: sqlite3.Connection, record: SessionRecord, *, running: bool = False) -> None:
    connection.execute("DELETE FROM session WHERE id = ?", (record.id,))
    connection.execute(PUT_SESSION, session_row(record, running=running))
    connection.executemany(PUT_HOLD, [hold_row(record.id, hold) for hold in record.holds])


def with_question_marks(text: bytes) -> str:
    """What can be read of a text that isn't UTF-8."""
    return text.decode("utf-8", "replace")


def first_of(records: Generator[SessionRecord, None, None]) -> SessionRecord | None:
    with closing(records):  # so that no statement stays open
        return next(records, None)
