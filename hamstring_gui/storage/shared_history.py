"""The history together with what is known of it in a shared folder: both change in one transaction.

What was changed here is known by comparing the history with that (`note_changes`), whoever changed it. What others
changed comes into both (`take_in`). Beside them wait the lines that our own journal does not have yet.
"""

from __future__ import annotations

import json
import sqlite3
import time
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Any

from hamstring_gui.domain.consistency import Kinds
from hamstring_gui.domain.registers import HERE, Entry, Key, State, Value, changes, merged, values_of
from hamstring_gui.domain.values import dataclass
from hamstring_gui.storage.database import open_database
from hamstring_gui.storage.digests import blake2b
from hamstring_gui.storage.errors import StorageError, explained
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.history_rows import PUT_HOLD, PUT_SESSION, Row, marks_of
from hamstring_gui.storage.journal import Position, is_held_by, lines_of
from hamstring_gui.storage.shared_kinds import (
    GOAL,
    READS,
    REST_WEEK,
    SESSION,
    began_ms,
    fields_of_goal,
    fields_of_rest_week,
    is_whole,
    session_fields,
    session_rows,
    with_kinds_of,
)

AT_ONCE = 100
"""Entries that are changed in one transaction: others who write wait no longer than that."""
BREATH_S = 0.002
_OPEN = "SELECT id FROM session WHERE ended_at IS NULL AND julianday(started_at) > julianday(?) - 1"
_APART = "open"
"""The mark of a session that has not ended yet, so that it is looked at again."""
_PUT = "INSERT OR REPLACE INTO shared (kind, id, mark, own, fields) VALUES (?, ?, ?, ?, ?)"
_FILE = "name, size, mtime_ns, read_to, digest, device, owner, newer, known"

Local = Mapping[str, Value] | None
"""The fields of a thing as it is in the history; `None` where it isn't there."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of other devices: the ids of sessions that are new here, and of whatever else is new, other or gone."""

    new: frozenset[str]
    changed: frozenset[str]


class SharedHistory(HistoryStore):
    """Written and read by the thread that opened it, while the window may have the history open, too."""

    kinds: Kinds = MappingProxyType({})
    """Of the user's own exercises: other devices may not know them."""

    @classmethod
    def open(cls, path: Path, *, busy_s: float = 5.0, used: bool = False) -> SharedHistory:
        return cls(open_database(path, busy_s=busy_s, used=used), path, busy_s)

    def check_that_it_is_there(self) -> None:
        """Raises `StorageError` where another history lies there by now: what was read is of no use to that one."""
        if self._where.leads_elsewhere():
            raise StorageError(f"{self._path}: the history was exchanged while it was shared; it is tried again")

    def _renew_if_exchanged(self) -> None:
        self.check_that_it_is_there()

    # -- what was changed here ---------------------------------------------------------------------------------------
    def note_changes(self, now: datetime) -> None:
        """Find what was changed in the history since this was done last, and have it wait for our journal."""
        self._bring_together({key: {} for key in self._changed()}, now, own=True)

    def _changed(self) -> list[Key]:
        """What has another mark than the one that was kept; every thing that isn't here has the empty one."""
        with explained(self._path):
            kept = {(kind, thing): mark for kind, thing, mark in self._rows("SELECT kind, id, mark FROM shared")}
            marks = {(SESSION, str(row[0])): _mark(row) for row in self._rows(marks_of())}
        marks |= {key: _mark(row) for key, row in self._goals_and_rest_weeks().items()}
        changed = [key for key, mark in marks.items() if kept.get(key) != mark]
        return changed + [key for key, mark in kept.items() if mark and key not in marks]

    def _goals_and_rest_weeks(self) -> dict[Key, Row]:
        with explained(self._path):
            goals = {(GOAL, str(row[0])): row for row in self._rows("SELECT since, days FROM goal")}
            return goals | {(REST_WEEK, str(row[0])): row for row in self._rows("SELECT monday FROM rest_week")}

    # -- what others changed -----------------------------------------------------------------------------------------
    def take_in(self, state: State, now: datetime, *, own: bool = False) -> Taken:
        """Merge what a journal says; `own`: it is ours, and the history may be an older one."""
        return self._bring_together(state, now, own=own)

    def _bring_together(self, state: State, now: datetime, *, own: bool) -> Taken:
        new: set[str] = set()
        changed: set[str] = set()
        apart = frozenset(one for (one,) in self._rows(_OPEN, (now.isoformat(),)))
        for some in _few(state):
            with self._all_or_nothing() as connection:
                work = _Work(round(now.timestamp() * 1000), own, self.kinds)
                here, known = self._here(some, apart), self._known_of(some)
                for key in some:
                    entry, ours = known.get(key, ({}, frozenset()))
                    work.bring_together(key, here, entry, ours, state[key])
                work.write(connection)
                marks = self._marks(some) | {key: _APART for key in some if key[0] == SESSION and key[1] in apart}
                connection.executemany(_PUT, work.entries(marks))
            new |= work.new
            changed |= work.changed
            if len(some) == AT_ONCE:
                time.sleep(BREATH_S)
        return Taken(frozenset(new), frozenset(changed))

    def _here(self, keys: Sequence[Key], apart: Collection[str]) -> dict[Key, Local]:
        """Of these things those that are in the history; `None` where a thing can't be read, or is to be left alone."""
        here: dict[Key, Local] = {}
        others = self._goals_and_rest_weeks() if any(kind != SESSION for kind, _ in keys) else {}
        for key in others.keys() & set(keys):
            here[key] = fields_of_goal(others[key]) if key[0] == GOAL else fields_of_rest_week(others[key])
        ids = _sessions(keys)
        for (one,) in list(self._rows(f"SELECT id FROM session WHERE id IN ({_places(ids)})", ids)):
            session = self.session(one) if one not in apart else None
            here[SESSION, one] = session_fields(session, self.kinds) if session is not None else None
        return here

    def _marks(self, keys: Sequence[Key]) -> dict[Key, str]:
        """As it is in the history by now."""
        others = self._goals_and_rest_weeks() if any(kind != SESSION for kind, _ in keys) else {}
        ids = _sessions(keys)
        marks = {key: _mark(row) for key, row in others.items()}
        return marks | {(SESSION, row[0]): _mark(row) for row in self._rows(marks_of(len(ids)), ids + ids)}

    def _known_of(self, keys: Sequence[Key]) -> dict[Key, tuple[Entry, frozenset[str]]]:
        known: dict[Key, tuple[Entry, frozenset[str]]] = {}
        for kind in {kind for kind, _ in keys}:  # by the key, where pairs would have all rows looked at
            ids = tuple(thing for one, thing in keys if one == kind)
            known |= self._known(f"WHERE kind = ? AND id IN ({_places(ids)})", (kind, *ids))
        return known

    def _known(self, which: str = "", values: tuple[object, ...] = ()) -> dict[Key, tuple[Entry, frozenset[str]]]:
        """What is known of things, and which of it is ours."""
        with explained(self._path):
            rows = self._rows(f"SELECT kind, id, own, fields FROM shared {which}", values)
            return {(kind, thing): (_unpacked(fields), frozenset(own.split())) for kind, thing, own, fields in rows}

    # -- journals ----------------------------------------------------------------------------------------------------
    def holds(self, said: State) -> bool:
        """Whether nothing of this is news here."""
        return all(
            is_held_by({key: said[key] for key in some}, {key: one for key, (one, _) in self._known_of(some).items()})
            for some in _few(said)
        )

    def claim_all(self) -> None:
        """Have our journal say all that is known here."""
        self._claim(self._keys(), None)

    def leave_to_others(self, said: State) -> None:
        """Have our journal say nothing of what others have `said` in the folder, just as it is known here."""
        self._claim(said, said)

    def _claim(self, keys: Iterable[Key], said: State | None) -> None:
        for some in _few(keys):
            rows = []
            for key, (entry, ours) in self._known_of(some).items():
                left = {one for one in entry if said is None or (one in ours and said[key].get(one) != entry[one])}
                if left != ours:
                    rows.append((" ".join(sorted(left)), *key))
            if rows:
                with self._all_or_nothing() as connection:
                    connection.executemany("UPDATE shared SET own = ? WHERE kind = ? AND id = ?", rows)

    def own_lines(self) -> Iterator[str]:
        """Our own journal as it is to be."""
        for some in _few(self._keys("WHERE own != ''")):
            for key, (entry, own) in self._known_of(some).items():
                yield from lines_of(key, {field: register for field, register in entry.items() if field in own})

    def _keys(self, which: str = "") -> list[Key]:
        with explained(self._path):
            return list(self._rows(f"SELECT kind, id FROM shared {which}"))

    def waiting(self) -> dict[int, str]:
        """The lines that our own journal does not have yet, by their numbers."""
        with explained(self._path):
            return dict(self._rows("SELECT number, line FROM shared_line ORDER BY number"))

    def written(self, numbers: Iterable[int]) -> None:
        """These lines are in our journal."""
        with self._all_or_nothing() as connection:
            connection.executemany("DELETE FROM shared_line WHERE number = ?", [(number,) for number in numbers])

    def positions(self) -> dict[str, Position]:
        """How far each file of the folder was read, by its name; those of a program that knew less are read again."""
        with explained(self._path):
            rows = self._rows(f"SELECT {_FILE} FROM shared_file WHERE known = ?", (READS,))
            return {row[0]: Position(row[1], row[2], row[3], row[4], row[5], row[6], bool(row[7])) for row in rows}

    def keep_positions(self, positions: Mapping[str, Position], gone: Iterable[str] = ()) -> None:
        rows = [
            (name, at.size, at.mtime_ns, at.offset, at.digest, at.device, at.owner, at.newer, READS)
            for name, at in positions.items()
        ]
        with self._all_or_nothing() as connection:
            connection.executemany("DELETE FROM shared_file WHERE name = ?", [(name,) for name in gone])
            connection.executemany(f"INSERT OR REPLACE INTO shared_file ({_FILE}) VALUES (?,?,?,?,?,?,?,?,?)", rows)


class _Work:
    """What is to be done with some things in one transaction: gathered first, then written in a few statements."""

    def __init__(self, now_ms: int, own: bool, kinds: Kinds) -> None:
        self._now_ms, self._own, self._kinds = now_ms, own, kinds
        self._entries: dict[Key, tuple[Entry, frozenset[str]]] = {}
        self._lines: list[tuple[str]] = []
        self._put: dict[Key, Mapping[str, Value]] = {}
        self._gone: list[Key] = []
        self.new: set[str] = set()
        self.changed: set[str] = set()

    def bring_together(
        self, key: Key, here: Mapping[Key, Local], before: Entry, ours: frozenset[str], coming: Entry
    ) -> None:
        """Note what was changed here, merge what comes, and have the history be as the two together say."""
        fresh = self._noted(key, here, before)
        noted = {**before, **fresh}
        self._lines += [(line,) for line in lines_of(key, fresh)]
        after = merged(noted, coming)
        came = {field for field in coming if after[field] != noted.get(field)}
        if key not in here or here[key] is not None:
            self._apply(key, here.get(key), values_of(after))
        if fresh or came or not coming or key in self._put or key in self._gone:
            self._entries[key] = after, (ours | fresh.keys() | came if self._own else (ours | fresh.keys()) - came)

    def _noted(self, key: Key, here: Mapping[Key, Local], before: Entry) -> Entry:
        kind, thing = key
        if key not in here:
            was_here = HERE in before and before[HERE][1] and is_whole(kind, before)
            return changes(before, {HERE: False}, self._now_ms, 0) if was_here else {}
        fields = here[key]
        if fields is None:
            return {}
        return changes(before, with_kinds_of(before, fields), self._now_ms, began_ms(kind, thing, fields))

    def _apply(self, key: Key, here: Local, wanted: Mapping[str, Value]) -> None:
        kind, thing = key
        if wanted.get(HERE) is True and here != wanted and is_whole(kind, wanted):
            self._put[key] = wanted
            (self.new if here is None and kind == SESSION else self.changed).add(thing)
        elif wanted.get(HERE) is False and here is not None:
            self._gone.append(key)
            self.changed.add(thing)

    def write(self, connection: sqlite3.Connection) -> None:
        for kind, statement in _DELETE.items():
            connection.executemany(statement, [(thing,) for one, thing in (*self._gone, *self._put) if one == kind])
        sessions, goals, rest_weeks = (
            [(thing, fields) for (one, thing), fields in self._put.items() if one == kind] for kind in _DELETE
        )
        rows = [session_rows(thing, fields) for thing, fields in sessions]
        connection.executemany(PUT_SESSION, [row for row, _ in rows])
        connection.executemany(PUT_HOLD, [self._as_known_here(hold) for _, holds in rows for hold in holds])
        connection.executemany(_PUT_GOAL, [(thing, fields["days"]) for thing, fields in goals])
        connection.executemany(_PUT_REST_WEEK, [(thing,) for thing, _ in rest_weeks])
        connection.executemany("INSERT INTO shared_line (line) VALUES (?)", self._lines)

    def _as_known_here(self, hold: Row) -> Row:
        """What a hold's exercise is known as here goes by that exercise, also once its kind is corrected."""
        *rest, exercise_kind, region = hold
        return (*rest, "", "") if self._kinds.get(hold[2]) == (exercise_kind, region) else hold

    def entries(self, marks: Mapping[Key, str]) -> Iterator[Row]:
        """What `_PUT` takes."""
        for key, (entry, ours) in self._entries.items():
            yield *key, marks.get(key, ""), " ".join(sorted(ours)), _packed(entry)


_DELETE = {
    SESSION: "DELETE FROM session WHERE id = ?",
    GOAL: "DELETE FROM goal WHERE since = ?",
    REST_WEEK: "DELETE FROM rest_week WHERE monday = ?",
}
_PUT_GOAL = "INSERT INTO goal (since, days) VALUES (?, ?)"
_PUT_REST_WEEK = "INSERT INTO rest_week (monday) VALUES (?)"


def _few(keys: Iterable[Key]) -> Iterator[tuple[Key, ...]]:
    """At most so many that what is known of them can be held."""
    left = iter(keys)
    while some := tuple(islice(left, AT_ONCE)):
        yield some


def _sessions(keys: Iterable[Key]) -> tuple[str, ...]:
    return tuple(thing for kind, thing in keys if kind == SESSION)


def _places(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


def _mark(row: Row) -> str:
    """Another one for another row, short enough to be kept for each."""
    return blake2b(repr(row).encode("utf-8", "backslashreplace"), digest_size=9).hexdigest()


def _packed(entry: Entry) -> bytes:
    """A tenth of the room that its text takes."""
    return zlib.compress(json.dumps(entry, separators=(",", ":")).encode(), 1)


def _unpacked(fields: bytes) -> Entry:
    """Nobody else writes there; what a damaged disk makes of it counts as nothing."""
    try:
        found: dict[str, Any] = json.loads(zlib.decompress(fields))
        return {field: ((time, count), value) for field, ((time, count), value) in found.items()}
    except (ValueError, TypeError, AttributeError, zlib.error):
        return {}
