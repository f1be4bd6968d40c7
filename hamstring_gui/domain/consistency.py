"""The week's arithmetic: which days were active, and what was held."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from hamstring_gui.domain.history import SessionRecord

GOAL = 3
"""Active days wanted per week, until the user says otherwise."""


@dataclass(frozen=True, slots=True)
class Day:
    """`active`: a session that counts; `partial`: only sessions too short to count."""

    date: date
    active: bool
    partial: bool


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days from the week's first day, and the seconds held in them."""

    days: tuple[Day, ...]
    held_s: float
    goal: int = GOAL

    @property
    def active_days(self) -> int:
        return sum(day.active for day in self.days)

    @property
    def met(self) -> bool:
        return self.active_days >= self.goal


def week_start(day: date, first_weekday: int) -> date:
    """The first day of the week that `day` lies in; `first_weekday` is 0 for Monday … 6 for Sunday."""
    return day - timedelta(days=(day.weekday() - first_weekday) % 7)


def week_of(day: date, sessions: Iterable[SessionRecord], first_weekday: int = 0, goal: int = GOAL) -> Week:
    """The week that `day` lies in."""
    start = week_start(day, first_weekday)
    dates = tuple(start + timedelta(days=n) for n in range(7))
    within = [session for session in sessions if session.day in dates]
    active = {session.day for session in within if session.counts}
    shown = {session.day for session in within if session.held_s > 0}
    days = tuple(Day(date, date in active, date in shown - active) for date in dates)
    return Week(days, math.fsum(session.held_s for session in within), goal)
