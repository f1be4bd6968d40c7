"""Sessions from the tables of a document or spreadsheet that a person may have made: generous in what may be missing.

Every getter of `Table` says what is wrong with its place (`session 7, holds 2, held_s: must be …`).
"""

from __future__ import annotations

import math
from collections import Counter
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import cast, get_args

from hamstring_gui.domain.consistency import week_start
from hamstring_gui.domain.exercise import KINDS, Side
from hamstring_gui.domain.history import HoldOutcome, HoldRecord, SessionOutcome, SessionRecord, Tightness, day_of
from hamstring_gui.domain.reading import YEARS, ReadingError, Table, day_from, in_range
from hamstring_gui.domain.values import replace
from hamstring_gui.storage.digests import sha256
from hamstring_gui.storage.history_rows import (
    LONGEST_HOLD_S,
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_SESSION_S,
    MOST_SET,
    storable,
)

NOON = time(12)
_NO_KIND = ", kind='', region=''"


def read_start(table: Table) -> datetime:
    """When a session started. Needed is `started_at`, or `day` alone: then it was at noon. Raises `ReadingError`."""
    if "started_at" not in table and "day" in table:
        return datetime.combine(read_day(table, "day"), NOON).astimezone()
    return read_instant(table, "started_at")


def read_session(table: Table, holds: tuple[HoldRecord, ...]) -> SessionRecord:
    """The session of a table, with its holds. Raises `ReadingError`.

    What is missing is sensible: `day` by the rule of 04:00, `ended_at` the end of the last hold, `planned_s` the sum of
    the holds', `routine_name` the routine's id, `outcome` "finished"; `id` is then empty. Without holds, a `held_s` is
    one hold of both legs.
    """
    started_at = read_start(table)
    held_s = table.number("held_s", 0.0, least=0, most=math.inf if holds else LONGEST_HOLD_S)  # with holds, their sum
    if not holds and held_s:
        holds = (HoldRecord(0, "", "both", 1, held_s, held_s, "held", started_at),)
    routine = _text(table, "routine")
    planned_s = math.fsum(hold.planned_s for hold in holds)
    return SessionRecord(
        id=_text(table, "id"),
        routine=routine,
        routine_name=_text(table, "routine_name", routine),
        started_at=started_at,
        ended_at=read_instant(table, "ended_at") if "ended_at" in table else _end(holds, started_at),
        day=read_day(table, "day") if "day" in table else day_of(started_at),
        outcome=cast(SessionOutcome, table.choice("outcome", get_args(SessionOutcome), "finished")),
        planned_s=table.number("planned_s", planned_s, least=0, most=LONGEST_SESSION_S),
        holds=holds,
        tightness=_tightness(table),
        note=storable(table.text("note", "", longest=LONGEST_NOTE)),
        source=_text(table, "source"),
    )


class HoldReader:
    """Reads the holds of one session, one after the other, and counts the sets of each exercise and side."""

    def __init__(self, started_at: datetime) -> None:
        self._started_at = started_at
        self._sets: Counter[tuple[str, str]] = Counter()

    def read(self, table: Table, position: int) -> HoldRecord:
        """The hold of a table. Needed is `side`, and `planned_s` or `held_s`. Raises `ReadingError`."""
        exercise = _text(table, "exercise")
        side = cast(Side, table.choice("side", get_args(Side)))
        self._sets[exercise, side] += 1
        planned_s, held_s, outcome = _dose(table)
        kind, region = _kind(table)
        return HoldRecord(
            position=position,
            exercise=exercise,
            side=side,
            set=table.whole("set", self._sets[exercise, side], least=1, most=MOST_SET),
            planned_s=planned_s,
            held_s=held_s,
            outcome=outcome,
            started_at=read_instant(table, "started_at") if "started_at" in table else self._started_at,
            kind=kind,
            region=region,
        )


def id_from(session: SessionRecord) -> str:
    """An id for a session that came without one: the same for the same content.

    Offsets are left out of it: what is read as local time has another one when the machine has travelled.
    So are kinds of exercises, which files did not have once.
    """
    instants = (session.started_at, session.ended_at, *(hold.started_at for hold in session.holds))
    walls = [instant.replace(tzinfo=None).isoformat() for instant in instants]
    other = [replace(hold, started_at=datetime.min, kind="", region="") for hold in session.holds]
    rest = replace(session, started_at=datetime.min, ended_at=datetime.min, holds=())
    content = repr((walls, other, rest)).replace(_NO_KIND, "")
    return "import-" + sha256(content.encode("utf-8", "backslashreplace")).hexdigest()[:32]


def read_day(table: Table, key: str) -> date:
    text = table.text(key, longest=LONGEST_NAME)
    try:
        return day_from(text)
    except ValueError:
        table.refuse(key, f'must be a date like 2026-11-22, {YEARS}; it is "{text[:60]}"')


def read_day_of_week(table: Table, key: str) -> date:
    """Any date of a week, Monday to Sunday, of which a day is of the known years: the first one began in 1969."""
    with suppress(ReadingError, ValueError, OverflowError):
        day = date.fromisoformat(table.text(key, longest=LONGEST_NAME).strip())
        in_range(week_start(day, 0) + timedelta(days=6))
        return day
    return read_day(table, key)


def read_instant(table: Table, key: str) -> datetime:
    """An instant; without an offset in the local time of this machine, without a time at noon."""
    text = table.text(key, longest=LONGEST_NAME).strip()
    try:
        if len(text) == len("2026-11-22"):
            return datetime.combine(day_from(text), NOON).astimezone()
        instant = datetime.fromisoformat(text)
        in_range(instant)
        return instant.astimezone() if instant.utcoffset() is None else instant
    except (ValueError, OverflowError):
        table.refuse(key, f'must be an instant like 2026-11-22T19:42:05+01:00, {YEARS}; it is "{text[:60]}"')


def _dose(table: Table) -> tuple[float, float, HoldOutcome]:
    """Planned and held seconds and the outcome: what is missing follows from the others."""
    outcomes = get_args(HoldOutcome)
    outcome = table.choice("outcome", outcomes) if "outcome" in table else ""
    if "planned_s" not in table and "held_s" not in table:
        table.refuse("held_s", "is missing")
    if "held_s" in table:
        held_s = table.number("held_s", least=0, most=LONGEST_HOLD_S)
        planned_s = table.number("planned_s", held_s, least=0, most=LONGEST_HOLD_S)
    else:
        planned_s = table.number("planned_s", least=0, most=LONGEST_HOLD_S)
        held_s = planned_s if outcome in ("", "held") else 0.0
    if not outcome:
        outcome = "held" if held_s >= planned_s else "ended early" if held_s else "skipped"
    return planned_s, held_s, cast(HoldOutcome, outcome)


def _kind(table: Table) -> tuple[str, str]:
    """The kind and region of the exercise, where both are told and the kind is known here; else they are left out."""
    kind, region = table.told("kind"), table.told("region")
    if kind not in KINDS or not isinstance(region, str) or not region.strip():
        return "", ""
    return table.choice("kind", KINDS), _text(table, "region")


def _tightness(table: Table) -> Tightness | None:
    if "tightness" not in table:
        table.may_hold("tightness")
        return None
    legs = table.table("tightness")
    left, right = (legs.whole(leg, least=0, most=10) if leg in legs else None for leg in ("left", "right"))
    return None if left is None and right is None else Tightness(left, right)


def _text(table: Table, key: str, usual: str = "") -> str:
    return storable(table.text(key, usual, longest=LONGEST_NAME))


def _end(holds: tuple[HoldRecord, ...], started_at: datetime) -> datetime:
    return max((hold.started_at + timedelta(seconds=hold.held_s) for hold in holds), default=started_at)
