"""What weeks say when one looks back on them: how tightness moves, the longest streak, this time against the time
before, weekdays that are skipped, and what a session did for its week.

Where weeks are too few to say something, nothing is said. Rest weeks are left out of everything.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from hamstring_gui.domain.consistency import DAYS, WEEKS_COUNTED, Week, consistency, streak, weeks_counted
from hamstring_gui.domain.history import SessionRecord
from hamstring_gui.domain.values import dataclass

TREND_WEEKS = 26
"""Weeks, the running one with them, that tightness is looked back on."""
TREND_ENDS = 4
"""Rated weeks at most at either end of a trend, whose means are compared; a trend has twice as many at least as 2."""
LEAST_STREAK = 2
PERIODS = (52, 26, 12, 4)
"""Weeks of the periods that are compared."""
LEAST_WEEKS = 4
"""Fewer weeks say nothing about weekdays."""


# -- at a glance -------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Trend:
    """How tight a leg felt, 0 to 10: `before`, in the first rated weeks from `since` on, and `now`, in the last."""

    before: float
    now: float
    since: date


@dataclass(frozen=True, slots=True)
class Keeping:
    """Whether one keeps at it: `in_a_row` weeks met their goal, `share` is the consistency, over so many `weeks`."""

    in_a_row: int
    share: float | None
    weeks: int
    left: Trend | None
    right: Trend | None


def keeping(weeks: Sequence[Week], since: date | None) -> Keeping:
    """Of all weeks, oldest first, the running one last; `since` is the day of the first session."""
    left, right = (trend([(week.start, week.tightness[leg]) for week in weeks]) for leg in (0, 1))
    return Keeping(streak(weeks), consistency(weeks, since), len(weeks_counted(weeks, since)), left, right)


def trend(rated: Sequence[tuple[date, float | None]]) -> Trend | None:
    """How a leg's weekly tightness moved; nothing of fewer than four rated weeks."""
    known = [(start, value) for start, value in rated[-TREND_WEEKS:] if value is not None]
    ends = min(TREND_ENDS, len(known) // 2)
    if ends < 2:
        return None
    first, last = known[:ends], known[-ends:]
    return Trend(_mean(value for _, value in first), _mean(value for _, value in last), known[0][0])


# -- the longest streak ------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Run:
    """Weeks in a row that met their goal: how many, the first and the last of them; `goes_on`: it is not broken."""

    weeks: int
    first: Week
    last: Week
    goes_on: bool


def longest_run(weeks: Sequence[Week]) -> Run | None:
    """The longest streak there was, of several the last; `None` where none was longer than a week."""
    runs: list[list[Week]] = [[]]
    for week in weeks:
        if week.rest or (week.running and not week.met):
            continue
        if week.met:
            runs[-1].append(week)
        else:
            runs.append([])
    longest = max(reversed(runs), key=len)
    if len(longest) < LEAST_STREAK:
        return None
    return Run(len(longest), longest[0], longest[-1], longest is runs[-1])


# -- this time and the time before -------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Compared:
    """Active days a week in the last so many complete `weeks`, and in as many before them."""

    weeks: int
    now: float
    before: float


def compared(weeks: Sequence[Week], since: date | None, most: int) -> Compared | None:
    """The longest period of `PERIODS` that is no longer than `most` weeks and has a whole one before it.

    Of each at least half of the weeks have to be no rest weeks.
    """
    whole = _whole(weeks, since)
    for n in PERIODS:
        if n > most or len(whole) < 2 * n:
            continue
        now, before = ([week for week in part if not week.rest] for part in (whole[-n:], whole[-2 * n : -n]))
        if 2 * min(len(now), len(before)) >= n:
            days = (_mean(float(week.active_days) for week in part) for part in (now, before))
            return Compared(n, *days)
    return None


# -- weekdays ----------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Skipped:
    """The weekdays (0 for Monday) that are skipped most: each was `active` in so many of so many `weeks`."""

    weekdays: tuple[int, ...]
    active: int
    weeks: int


def skipped_weekdays(weeks: Sequence[Week], since: date | None) -> Skipped | None:
    """The weekdays with the fewest active days in the last 12 complete weeks; `None` where none stands out.

    They stand out when they were active in a quarter of the weeks at most, there are no more than four of them, and the
    others were active twice as often, and in two weeks more.
    """
    counted = [week for week in _whole(weeks, since)[-WEEKS_COUNTED:] if not week.rest]
    if len(counted) < LEAST_WEEKS:
        return None
    times = [sum(week.days[place].active for week in counted) for place in range(DAYS)]
    fewest = min(times)
    others = [number for number in times if number > fewest]
    places = [place for place in range(DAYS) if times[place] == fewest]
    if len(places) > 4 or 4 * fewest > len(counted) or _mean(map(float, others)) < max(2 * fewest, fewest + 2):
        return None
    return Skipped(tuple(counted[0].days[place].date.weekday() for place in places), fewest, len(counted))


def _whole(weeks: Sequence[Week], since: date | None) -> list[Week]:
    """The complete weeks that one could have been active in from their first day on."""
    return [week for week in weeks if not week.running and since is not None and week.start >= since]


# -- what a session did ------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class WeekSoFar:
    """A session's week, and the streak that ends in it. `met_now`: with this session the week has met its goal."""

    week: Week
    in_a_row: int
    met_now: bool


def week_so_far(session: SessionRecord, sessions: Iterable[SessionRecord], weeks: Sequence[Week]) -> WeekSoFar | None:
    """What this session, one of `sessions`, did for its week; `None` where that isn't among the weeks."""
    for number, week in enumerate(weeks):
        if week.start <= session.day < week.start + timedelta(days=DAYS):
            alone = not any(one.day == session.day and one.counts and one.id != session.id for one in sessions)
            met_now = session.counts and alone and week.active_days == week.goal and not week.rest
            return WeekSoFar(week, streak(weeks[: number + 1]), met_now)
    return None


def _mean(values: Iterable[float]) -> float:
    known = list(values)
    return math.fsum(known) / len(known)
