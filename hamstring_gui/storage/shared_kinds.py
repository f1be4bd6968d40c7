"""What devices share, as fields of entries: sessions, goals, rest weeks. Read as strictly as the history's rows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any, Protocol

from hamstring_gui.domain.consistency import Kinds
from hamstring_gui.domain.exercise import KINDS as EXERCISE_KINDS
from hamstring_gui.domain.history import HoldRecord, SessionRecord
from hamstring_gui.domain.registers import HERE, Entry, Value
from hamstring_gui.storage.exchange import kind_of
from hamstring_gui.storage.history_rows import (
    LONGEST_NAME,
    MISFITS,
    Row,
    Unfit,
    goal_of,
    hold_row,
    rest_week_of,
    session_of,
)

SESSION, GOAL, REST_WEEK = "session", "goal", "rest week"
READS = 2
"""Raised whenever a kind or field is added: journals are then read again from their beginning."""
_INSTANT = "2000-01-01T00:00:00+00:00"
_SESSION: dict[str, Value] = {
    "routine": "", "routine_name": "", "started_at": _INSTANT, "day": "2000-01-01", "planned_s": 0.0,
    "ended_at": _INSTANT, "outcome": "finished", "tightness_left": None, "tightness_right": None, "note": "",
    "source": "", "holds": [],
}  # fmt: skip
"""A session that fits: whatever is put into it fits where the session still does."""
_HOLD = ("exercise", "side", "set", "planned_s", "held_s", "outcome", "started_at")
_OF_EXERCISE = ("kind", "region")
"""What a hold says of its exercise where that doesn't come with the program; older programs pass over it, and say
nothing of it once they change the session."""
MOST_HOLDS = 20_000


class Kind(Protocol):
    """How things of a kind are read. What does not fit raises one of `MISFITS`."""

    FIELDS: frozenset[str]

    def check_id(self, thing: str) -> None: ...

    def checked(self, fields: Mapping[str, Value]) -> dict[str, Value]:
        """These fields, whether or not they are all that there are: what fits alone fits with whatever else does."""


class _Sessions:
    FIELDS = frozenset({HERE, *_SESSION})

    def check_id(self, thing: str) -> None:
        if not thing.strip() or len(thing) > LONGEST_NAME or "\ufffd" in thing:
            raise Unfit("no id")

    def checked(self, fields: Mapping[str, Value]) -> dict[str, Value]:
        _, rest = _here_and_rest(fields)
        if rest.get("ended_at", "") is None or rest.get("outcome", "") is None:
            raise Unfit("it has no end")
        whole = rest if len(rest) == len(_SESSION) else {**_SESSION, **rest}
        row, hold_rows = session_rows("x", whole)
        session_of(row, (one[1:] for one in hold_rows))
        return dict(fields)


class _Goals:
    FIELDS = frozenset({HERE, "days"})

    def check_id(self, thing: str) -> None:
        goal_of((_plain_day(thing), 1))

    def checked(self, fields: Mapping[str, Value]) -> dict[str, Value]:
        _, rest = _here_and_rest(fields)
        if rest:
            goal_of(("2000-01-01", rest["days"]))
        return dict(fields)


class _RestWeeks:
    FIELDS = frozenset({HERE})

    def check_id(self, thing: str) -> None:
        if rest_week_of((_plain_day(thing),)).weekday():
            raise Unfit("this is no Monday")

    def checked(self, fields: Mapping[str, Value]) -> dict[str, Value]:
        return _here_and_rest(fields)[0]


KINDS: Mapping[str, Kind] = {SESSION: _Sessions(), GOAL: _Goals(), REST_WEEK: _RestWeeks()}


def _here_and_rest(fields: Mapping[str, Value]) -> tuple[dict[str, Value], dict[str, Value]]:
    rest = dict(fields)
    here = {HERE: rest.pop(HERE)} if HERE in rest else {}
    if any(type(value) is not bool for value in here.values()):
        raise Unfit("it is neither here nor deleted")
    return here, rest


def _plain_day(text: str) -> str:
    if date.fromisoformat(text).isoformat() != text:
        raise Unfit("this is no date")
    return text


def known_fields(kind: Kind, fields: Mapping[str, Value]) -> dict[str, Value]:
    """Of the fields that this program knows those that fit."""
    known = {field: value for field, value in fields.items() if field in kind.FIELDS}
    try:
        return kind.checked(known)
    except MISFITS:
        fitting: dict[str, Value] = {}
        for field, value in known.items():
            try:
                fitting |= kind.checked({field: value})
            except MISFITS:
                continue
        return fitting


# -- values of the domain ----------------------------------------------------------------------------------------------
def session_fields(session: SessionRecord, kinds: Kinds) -> dict[str, Value]:
    """A session that is here; `kinds` are those of the user's own exercises."""
    rated = session.tightness
    return {
        HERE: True,
        "routine": session.routine, "routine_name": session.routine_name,
        "started_at": session.started_at.isoformat(), "day": session.day.isoformat(), "planned_s": session.planned_s,
        "ended_at": session.ended_at.isoformat(), "outcome": session.outcome,
        "tightness_left": rated.left if rated else None, "tightness_right": rated.right if rated else None,
        "note": session.note, "source": session.source, "holds": [_hold_fields(hold, kinds) for hold in session.holds],
    }  # fmt: skip


def _hold_fields(hold: HoldRecord, kinds: Kinds) -> dict[str, Value]:
    of_exercise = kind_of(hold, kinds)
    fields = dict(zip(_HOLD, hold_row("", hold)[2:], strict=False))
    return {**fields, **dict(zip(_OF_EXERCISE, of_exercise, strict=True))} if of_exercise[0] else fields


def with_kinds_of(before: Entry, fields: Mapping[str, Value]) -> Mapping[str, Value]:
    """A session's fields with what is known already of the exercises of its holds: not to know that is no change."""
    there = before["holds"][1] if "holds" in before else ()
    known = {hold["exercise"]: hold for hold in there if any(_of_exercise(hold))}
    if not known or "holds" not in fields:
        return fields
    holds = [
        hold if hold.get("kind") or hold["exercise"] not in known
        else {**hold, **{name: known[hold["exercise"]][name] for name in _OF_EXERCISE}}
        for hold in fields["holds"]
    ]  # fmt: skip
    return {**fields, "holds": holds}


def session_rows(session_id: str, fields: Mapping[str, Value]) -> tuple[Row, list[Row]]:
    """What `PUT_SESSION` and `PUT_HOLD` take. Raises one of `MISFITS`."""
    holds = fields["holds"]
    if type(holds) is not list or len(holds) > MOST_HOLDS:
        raise Unfit("its holds are no list, or too long a one")
    return _row(session_id, fields), [
        (
            session_id, position, hold["exercise"], hold["side"], hold["set"], _number(hold["planned_s"]),
            _number(hold["held_s"]), hold["outcome"], hold["started_at"],
            *_of_exercise(hold),
        )
        for position, hold in enumerate(holds)
    ]  # fmt: skip


def _of_exercise(hold: Mapping[str, Value]) -> tuple[str, str]:
    """Kind and region, where both are told and the kind is known here."""
    kind, region = (hold.get(name) for name in _OF_EXERCISE)
    return (str(kind), region) if kind in EXERCISE_KINDS and isinstance(region, str) and region.strip() else ("", "")


def _row(session_id: str, fields: Mapping[str, Value]) -> Row:
    return (
        session_id, fields["routine"], fields["routine_name"], fields["started_at"], fields["day"],
        _number(fields["planned_s"]), fields["ended_at"], fields["outcome"], fields["tightness_left"],
        fields["tightness_right"], fields["note"], fields["source"],
    )  # fmt: skip


def _number(value: Any) -> Any:
    return float(value) if type(value) is int else value


def fields_of_goal(row: Row) -> dict[str, Value] | None:
    """The goal of a row of the history; `None` for one that can't be read."""
    try:
        goal = goal_of(row)
    except MISFITS:
        return None
    return {HERE: True, "days": goal.days}


def fields_of_rest_week(row: Row) -> dict[str, Value] | None:
    """The rest week of a row of the history; `None` for one that can't be read."""
    try:
        rest_week_of(row)
    except MISFITS:
        return None
    return {HERE: True}


def is_whole(kind: str, fields: Mapping[str, Value]) -> bool:
    """Whether these fields are all that a thing needs to be in the history."""
    return fields.keys() >= KINDS[kind].FIELDS


def began_ms(kind: str, thing: str, fields: Mapping[str, Value]) -> int:
    """When a thing began to be as it is, as far as it says so itself."""
    text = fields["ended_at"] if kind == SESSION else thing
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        instant = datetime.combine(instant.date(), time(12), UTC)
    return int(instant.timestamp() * 1000)
