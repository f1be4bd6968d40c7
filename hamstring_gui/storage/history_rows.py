"""Between the rows of the history database and the values of the domain."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from sys import intern
from typing import Any

from hamstring_gui.domain.history import HoldRecord, SessionRecord, Tightness

Row = tuple[Any, ...]

SESSIONS = """
    SELECT id, routine, routine_name, started_at, day, planned_s, ended_at, outcome,
           tightness_left, tightness_right, note, source
    FROM session
"""
HOLDS = """
    SELECT position, exercise, side, set_number, planned_s, held_s, outcome, started_at
    FROM hold WHERE session = ? ORDER BY position
"""
MARKS = """
    SELECT session.*, held.* FROM session LEFT JOIN (
        SELECT session AS of_session, group_concat(exercise || side || outcome || started_at),
               total(held_s * (position + 1)), total(planned_s * (position + set_number))
        FROM hold GROUP BY session
    ) AS held ON of_session = session.id
"""
"""A row for each session, its id first, that is another one after any change of the session or its holds."""
WATCH = """
    CREATE TEMP TABLE touched (session TEXT PRIMARY KEY);
    CREATE TEMP TRIGGER session_put AFTER INSERT ON main.session
        BEGIN INSERT OR IGNORE INTO touched VALUES (new.id); END;
    CREATE TEMP TRIGGER session_changed AFTER UPDATE ON main.session
        BEGIN INSERT OR IGNORE INTO touched VALUES (new.id); END;
    CREATE TEMP TRIGGER session_removed AFTER DELETE ON main.session
        BEGIN INSERT OR IGNORE INTO touched VALUES (old.id); END;
    CREATE TEMP TRIGGER hold_put AFTER INSERT ON main.hold
        BEGIN INSERT OR IGNORE INTO touched VALUES (new.session); END;
    CREATE TEMP TRIGGER hold_changed AFTER UPDATE ON main.hold
        BEGIN INSERT OR IGNORE INTO touched VALUES (new.session); END;
    CREATE TEMP TRIGGER hold_removed AFTER DELETE ON main.hold
        BEGIN INSERT OR IGNORE INTO touched VALUES (old.session); END;
"""
"""Has this connection take note of the sessions that it changes, whoever of the program's parts does it."""
PUT_SESSION = """
    INSERT INTO session (id, routine, routine_name, started_at, day, planned_s, ended_at, outcome,
                         tightness_left, tightness_right, note, source)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
PUT_HOLD = """
    INSERT INTO hold (session, position, exercise, side, set_number, planned_s, held_s, outcome, started_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (session, position) DO UPDATE SET
        exercise = excluded.exercise, side = excluded.side, set_number = excluded.set_number,
        planned_s = excluded.planned_s, held_s = excluded.held_s, outcome = excluded.outcome,
        started_at = excluded.started_at
"""


def same(word: Any) -> Any:
    """A word that recurs in thousands of rows, kept in memory once."""
    return intern(word)


def session_of(row: Row, hold_rows: Iterable[Row]) -> SessionRecord:
    """The session of a row of `SESSIONS` and its rows of `HOLDS`."""
    session_id, routine, name, started, day, planned_s, ended, outcome, left, right, note, source = row
    holds = tuple(
        HoldRecord(
            position, same(exercise), same(side), number, planned, held, same(became), datetime.fromisoformat(instant)
        )
        for position, exercise, side, number, planned, held, became, instant in hold_rows
    )
    started_at = datetime.fromisoformat(started)
    return SessionRecord(
        id=session_id,
        routine=same(routine),
        routine_name=same(name),
        started_at=started_at,
        ended_at=datetime.fromisoformat(ended) if ended else _end_of_last(holds, started_at),
        day=date.fromisoformat(day),
        outcome=outcome or "interrupted",
        planned_s=planned_s,
        holds=holds,
        tightness=None if left is None and right is None else Tightness(left, right),
        note=note,
        source=source,
    )


def session_row(session: SessionRecord) -> Row:
    """What `PUT_SESSION` takes."""
    rated = session.tightness or Tightness()
    return (
        session.id, session.routine, session.routine_name, stamp(session.started_at), session.day.isoformat(),
        session.planned_s, stamp(session.ended_at), session.outcome, rated.left, rated.right,
        storable(session.note), session.source,
    )  # fmt: skip


def hold_row(session_id: str, hold: HoldRecord) -> Row:
    """What `PUT_HOLD` takes."""
    return (
        session_id, hold.position, hold.exercise, hold.side, hold.set, hold.planned_s, hold.held_s, hold.outcome,
        stamp(hold.started_at),
    )  # fmt: skip


def stamp(instant: datetime) -> str:
    if instant.utcoffset() is None:
        raise ValueError(f"{instant} has no offset from UTC")
    return instant.isoformat()


def storable(text: str) -> str:
    """The text with a question mark for half of a surrogate pair, which can't be stored."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _end_of_last(holds: tuple[HoldRecord, ...], started_at: datetime) -> datetime:
    ends = (hold.started_at + timedelta(seconds=hold.held_s) for hold in holds)
    return max(ends, default=started_at)
