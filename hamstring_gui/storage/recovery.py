"""What can be read of a history that is damaged: row by row, by the reader that every row goes through."""

from __future__ import annotations

import math
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from datetime import date
from functools import partial
from itertools import chain
from typing import TypeVar

from hamstring_gui.domain.consistency import Goal
from hamstring_gui.domain.history import SessionRecord, day_of
from hamstring_gui.domain.values import dataclass, replace
from hamstring_gui.storage.database import new_in_memory
from hamstring_gui.storage.database_image import Image
from hamstring_gui.storage.database_pages import Pages, Values
from hamstring_gui.storage.history_rows import (
    HOLD_COLUMNS,
    LONGEST_NAME,
    MISFITS,
    SESSION_COLUMNS,
    Row,
    end_of_last,
    goal_of,
    hold_of,
    rest_week_of,
    session_of,
)

_SECONDS = ("planned_s", "held_s")
_USUAL = {"note": "", "source": "", "kind": "", "region": ""}
_HOLD_HAS = HOLD_COLUMNS.index("started_at") + 1
"""Columns of a hold in the first version; rows stay as short as they were written, and a session's are longer."""
_IDS = "sqlite_autoindex_session_1"
"""The index that has every session's id once more."""
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Recovered:
    """What could be read, oldest first; `known` is how many sessions there were, as far as anything tells.

    Of the sessions `in_part`, some holds could not be read, or nothing else. `underway` is what it takes to go on with
    some of them (see `underway.underway_of`).
    """

    sessions: tuple[SessionRecord, ...] = ()
    goals: tuple[Goal, ...] = ()
    rest_weeks: frozenset[date] = frozenset()
    known: int = 0
    in_part: int = 0
    underway: tuple[Row, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.sessions or self.goals or self.rest_weeks)


def recover(image: Image) -> Recovered:
    """Whatever can be read of it."""
    roots, columns = _plan_of(image)
    pages, found = Pages(image), _Found(columns)
    trees = {name: pages.tree(root) for name, root in roots.items()}
    for of_table, row in chain(*trees.values(), pages.stray() if pages.torn else ()):
        found.take(of_table, row)
    indexed, goals, rest_weeks = ([row for _, row in trees.get(name, ())] for name in (_IDS, "goal", "rest_week"))
    found.ids.update(row[0] for row in indexed if row and _is_id(row[0]))
    runs, reached = ([row for _, row in trees.get(name, ())] for name in ("run", "reached"))
    by_day = sorted(_fitting(goals, goal_of), key=lambda goal: goal.since)
    whole = found.recovered(tuple(by_day), frozenset(_fitting(rest_weeks, rest_week_of)))
    return replace(whole, underway=_underway(runs, reached, {one.id for one in whole.sessions}))


def _underway(runs: list[Values], reached: list[Values], ids: set[str]) -> tuple[Row, ...]:
    """Rows that can be put; whoever reads them looks at what they say."""
    noted = {row[0]: row[1:] for row in reached if len(row) == 5 and None not in row[1:4]}
    texts = (row for row in runs if len(row) == 4 and all(type(value) is str for value in row))
    return tuple((*row, *noted[row[0]]) for row in texts if row[0] in ids and row[0] in noted)


def _plan_of(image: Image) -> tuple[dict[str, int], dict[str, tuple[str, ...]]]:
    """Where each table and index begins, and how the columns of tables are called; as usual where it can't be read."""
    with suppress(sqlite3.Error, UnicodeDecodeError), closing(image.opened()) as connection:
        roots, columns = _schema_of(connection)
        if "session" in roots or "hold" in roots:
            return roots, columns
    with closing(new_in_memory()) as connection:
        return _schema_of(connection)


def _schema_of(connection: sqlite3.Connection) -> tuple[dict[str, int], dict[str, tuple[str, ...]]]:
    found = connection.execute("SELECT name, rootpage FROM sqlite_master WHERE rootpage > 0")
    columns = {
        table: tuple(name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,)))
        for table in ("session", "hold")
    }
    return dict(found), columns


class _Found:
    """Rows of sessions and holds as they turn up, in whatever order; of two with one key the first one stays."""

    def __init__(self, columns: dict[str, tuple[str, ...]]) -> None:
        self._columns = {"session": columns["session"] or SESSION_COLUMNS, "hold": columns["hold"] or HOLD_COLUMNS}
        self._sessions: dict[str, Row] = {}
        self._holds: defaultdict[str, dict[int, Row]] = defaultdict(dict)
        self.ids: set[str] = set()

    def take(self, of_table: bool, row: Values) -> None:
        """A row is told by what it is like: on a damaged disk it may turn up anywhere."""
        if of_table and len(row) > _HOLD_HAS:
            values = self._named("session", SESSION_COLUMNS, row)
            if _is_id(values[0]) and type(values[3]) is str and type(values[4]) is str:
                self.ids.add(values[0])
                self._sessions.setdefault(values[0], values)
        elif not of_table and len(row) >= _HOLD_HAS:
            session, values = (named := self._named("hold", HOLD_COLUMNS, row))[0], named[1:]
            if _is_id(session) and list(_fitting([values], hold_of)):
                self.ids.add(session)
                self._holds[session].setdefault(values[0], values)

    def _named(self, table: str, wanted: tuple[str, ...], row: Values) -> Row:
        there = dict(zip(self._columns[table], row, strict=False))
        values = (there.get(name, _USUAL.get(name)) for name in wanted)
        return tuple(
            float(value) if name in _SECONDS and type(value) is int else value  # SQLite writes 30.0 as 30
            for name, value in zip(wanted, values, strict=True)
        )

    def recovered(self, goals: tuple[Goal, ...], rest_weeks: frozenset[date]) -> Recovered:
        sessions: list[SessionRecord] = []
        in_part = 0
        for key in self.ids:
            holds = [row for _, row in sorted(self._holds.get(key, {}).items())]
            rows = [self._sessions[key]] if key in self._sessions else []
            session = next(_fitting(rows, partial(session_of, hold_rows=holds)), None)
            whole = session is not None and [hold[0] for hold in holds] == list(range(len(holds)))
            session = session or _of_holds(key, holds)
            if session is not None:
                sessions.append(session)
                in_part += not whole
        sessions.sort(key=lambda one: one.started_at)
        return Recovered(tuple(sessions), goals, rest_weeks, len(self.ids), in_part)


def _of_holds(key: str, rows: list[Row]) -> SessionRecord | None:
    """A session of which nothing but holds could be read."""
    holds = tuple(map(hold_of, rows))
    if not holds:
        return None
    started_at = min(hold.started_at for hold in holds)
    return SessionRecord(
        id=key, routine="", routine_name="", started_at=started_at, ended_at=end_of_last(holds, started_at),
        day=day_of(started_at), outcome="interrupted", planned_s=math.fsum(hold.planned_s for hold in holds),
        holds=holds,
    )  # fmt: skip


def _fitting(rows: Iterable[Row], understand: Callable[[Row], _Value]) -> Iterator[_Value]:
    for row in rows:
        with suppress(*MISFITS):
            yield understand(row)


def _is_id(value: object) -> bool:
    return type(value) is str and 0 < len(value) <= LONGEST_NAME and "\ufffd" not in value
