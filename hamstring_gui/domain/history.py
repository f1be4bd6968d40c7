"""What is remembered of sessions: hold records, check-ins, and the day that a session belongs to.

Instants are aware `datetime`s: they carry the offset of the place where they were stamped, so that travelling never
moves a session to another day.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from hamstring_gui.domain.exercise import Side

HoldOutcome = Literal["held", "ended early", "skipped", "stopped for pain"]
SessionOutcome = Literal["finished", "ended early", "interrupted"]

DAY_STARTS_AT = time(4, 0)
COUNTS_FROM = 0.5
"""A session counts when at least this share of its planned hold seconds was held."""


@dataclass(frozen=True, slots=True)
class HoldRecord:
    """What became of one set. `position` is its number (from 0) in the session; seconds are not rounded."""

    position: int
    exercise: str
    side: Side
    set: int
    planned_s: float
    held_s: float
    outcome: HoldOutcome
    started_at: datetime


@dataclass(frozen=True, slots=True)
class Tightness:
    """How tight each leg feels, 0 (loose) to 10; `None` where it was not rated."""

    left: int | None = None
    right: int | None = None


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One run through a routine, as it is remembered.

    `outcome` is "interrupted" while no end is on record, after a crash for instance; `ended_at` is then the end of the
    last hold on record, or the start.
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

    @property
    def held_s(self) -> float:
        return math.fsum(hold.held_s for hold in self.holds)

    @property
    def counts(self) -> bool:
        return self.held_s >= COUNTS_FROM * self.planned_s


def day_of(instant: datetime, day_starts_at: time = DAY_STARTS_AT) -> date:
    """The day that a session started at `instant` (local wall time) belongs to."""
    starts = timedelta(hours=day_starts_at.hour, minutes=day_starts_at.minute)
    return (instant.replace(tzinfo=None) - starts).date()
