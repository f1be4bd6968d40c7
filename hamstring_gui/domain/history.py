"""What is remembered of sessions: hold records, check-ins, and the day that a session belongs to.

Instants are aware `datetime`s: they carry the offset of the place where they were stamped, so that travelling never
moves a session to another day.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Literal

from hamstring_gui.domain.exercise import Side
from hamstring_gui.domain.values import dataclass

HoldOutcome = Literal["held", "ended early", "skipped", "stopped for pain"]
SessionOutcome = Literal["finished", "ended early", "interrupted"]

DAY_STARTS_AT = time(4, 0)
BY_HAND = "by hand"
HAIR_S = 1e-6
"""Less than this is a rounding of floats and not a length of time."""
COUNTS_FROM = 0.5
"""A session counts when at least this share of its planned hold seconds was held."""


@dataclass(frozen=True, slots=True)
class HoldRecord:
    """What became of one set. `position` is its number (from 0) in the session; seconds are not rounded.

    Of a session that came from another computer, `kind` and `region` are what the exercise is there; they are empty
    where what this computer knows of it holds.
    """

    position: int
    exercise: str
    side: Side
    set: int
    planned_s: float
    held_s: float
    outcome: HoldOutcome
    started_at: datetime
    kind: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True)
class Tightness:
    """How tight each leg feels, 0 (loose) to 10; `None` where it was not rated."""

    left: int | None = None
    right: int | None = None


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One run through a routine, as it is remembered.

    `outcome` is "interrupted" while no end is on record, after a crash for instance; `ended_at` is then the end of the
    last hold on record, or the start. `source` says who led it: "" this program, "by hand" (the user added it later),
    "import:loop" (a day that Loop Habit Tracker knows of).
    """

    id: str
    routine: str
    routine_name: str
    started_at: datetime
    ended_at: datetime
    day: date
    outcome: SessionOutcome
    planned_s: float
    holds: tuple[HoldRecord, ...]
    tightness: Tightness | None = None
    note: str = ""
    source: str = ""

    @property
    def held_s(self) -> float:
        return math.fsum([in_ms(seconds) if (seconds := hold.held_s) % 1 else seconds for hold in self.holds])

    @property
    def counts(self) -> bool:
        """Whether at least half of what was planned was held.

        Of what came from elsewhere it may not be known how long it was (0 of 0 s): that counts. A session that this
        program led without a second held doesn't.
        """
        held_s = self.held_s
        return held_s >= COUNTS_FROM * in_ms(self.planned_s) and (held_s > 0 or self.source != "")


def in_ms(seconds: float) -> float:
    """Seconds to the millisecond, as files have them: what is counted by them is the same wherever they are read."""
    return round(seconds, 3) if seconds % 1 else seconds  # most are whole, and to round takes its time


def happened(hold: HoldRecord) -> bool:
    """Whether it was held, or hurt; what was only planned is on record, too."""
    return hold.held_s > 0 or hold.outcome == "stopped for pain"


def anything_happened(holds: Iterable[HoldRecord]) -> bool:
    """Whether something was held, or hurt: without either, a session is none."""
    return any(map(happened, holds))


def full_dose(holds: Iterable[HoldRecord]) -> bool:
    """Whether each exercise was held as long as it was planned, on each leg: no leg makes up for the other."""
    left: dict[tuple[str, Side], float] = {}
    for hold in holds:
        of_leg = (hold.exercise, hold.side)
        left[of_leg] = left.get(of_leg, 0.0) + hold.planned_s - hold.held_s
    return bool(left) and all(seconds < HAIR_S for seconds in left.values())


def day_of(instant: datetime, day_starts_at: time = DAY_STARTS_AT) -> date:
    """The day that a session started at `instant` (local wall time) belongs to."""
    starts = timedelta(hours=day_starts_at.hour, minutes=day_starts_at.minute)
    return (instant.replace(tzinfo=None) - starts).date()


def seconds_to_next_day(instant: datetime, day_starts_at: time) -> float:
    """Seconds from `instant` (local wall time) until the next day starts, if nobody sets the clock until then."""
    starts = datetime.combine(day_of(instant, day_starts_at) + timedelta(days=1), day_starts_at)
    return (starts - instant.replace(tzinfo=None)).total_seconds()


def by_hand(
    session_id: str,
    started_at: datetime,
    day: date,
    *,
    left_s: float,
    right_s: float,
    routine: str = "",
    routine_name: str = "",
    exercise: str = "",
    done: Iterable[tuple[str, Side, float]] = (),
    tightness: Tightness | None = None,
    note: str = "",
) -> SessionRecord:
    """A session that the user adds later: one hold for each leg that was stretched, held as long as it is said.

    Without seconds for either leg, it is an active day of which no more is known. `exercise` is the id of a known one,
    or "" for stretching in general. Where more is known of it, `done` has a hold for each exercise, side and seconds.
    """
    holds: list[HoldRecord] = []
    instant = started_at
    legs: tuple[tuple[str, Side, float], ...] = ((exercise, "left", left_s), (exercise, "right", right_s))
    for known, side, held_s in tuple(done) or legs:
        if held_s > 0:
            holds.append(HoldRecord(len(holds), known, side, 1, held_s, held_s, "held", instant))
            instant += timedelta(seconds=held_s)
    return SessionRecord(
        id=session_id,
        routine=routine,
        routine_name=routine_name,
        started_at=started_at,
        ended_at=instant,
        day=day,
        outcome="finished",
        planned_s=math.fsum(hold.planned_s for hold in holds),
        holds=tuple(holds),
        tightness=tightness,
        note=note,
        source=BY_HAND,
    )
