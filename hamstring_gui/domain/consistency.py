"""The week's arithmetic: which days were active, what was held, and whether one keeps at it.

Everything goes by the day that was stamped on a session when it started, never by its instants: daylight saving time
and travelling move nothing.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.history import HoldRecord, SessionRecord, in_ms
from hamstring_gui.domain.values import dataclass

GOAL = 3
"""Active days wanted per week, until the user says otherwise."""
DAYS = 7
WEEKS_COUNTED = 12
"""Complete weeks that the consistency is the mean of."""

Kinds = Mapping[str, tuple[str, str]]
"""The kind and the region of exercises, by their ids."""


@dataclass(frozen=True, slots=True)
class Day:
    """`active`: a session that counts; `partial`: only sessions too short to count.

    `held_s` is everything held on it; `sessions` are all with something to show for it: they count, or something was
    held. `planned_s` is the plan of each of its routines once.
    """

    date: date
    active: bool
    partial: bool
    held_s: float = 0.0
    sessions: int = 0
    planned_s: float = 0.0

    @property
    def more(self) -> bool:
        """Whether more was held than planned, by a second at least."""
        return self.active and 0 < self.planned_s <= self.held_s - 1


@dataclass(frozen=True, slots=True)
class Legs:
    """Seconds per leg."""

    left: float = 0.0
    right: float = 0.0


@dataclass(frozen=True, slots=True)
class Goal:
    """`days` active days a week (1 to 7), in force from the week that holds `since` on."""

    since: date
    days: int


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days from the week's first day, and what was held in them; seconds are those of partial sessions too.

    `held_s` is everything. `stretched` is what stretches of the hamstring held; a hold of both sides counts for each
    leg, and `both_s` is how much of each leg's that was. `strength_s`, `massage_s`, `resting_s` (rest poses),
    `other_stretches_s` (of other regions) and `unknown_s` (of exercises that nobody knows any more) are lines of their
    own, in seconds on the clock.
    `sessions` are those that count, `partial` those with something held that don't. `rest`: marked as a rest week.
    `running`: the week that today lies in. `tightness` is the mean of the week's check-ins, left and right.

    `goal` is what the week is measured by. In the week of the first session it is at most the days that there still
    were from that session's day on; `spared` is how many days less than wanted that makes it.
    """

    days: tuple[Day, ...]
    held_s: float
    goal: int = GOAL
    rest: bool = False
    running: bool = False
    sessions: int = 0
    partial: int = 0
    stretched: Legs = Legs()
    strength_s: float = 0.0
    massage_s: float = 0.0
    resting_s: float = 0.0
    tightness: tuple[float | None, float | None] = (None, None)
    spared: int = 0
    both_s: float = 0.0
    other_stretches_s: float = 0.0
    unknown_s: float = 0.0

    @property
    def start(self) -> date:
        return self.days[0].date

    @property
    def active_days(self) -> int:
        return sum(day.active for day in self.days)

    @property
    def met(self) -> bool:
        return self.active_days >= self.goal

    @property
    def wanted(self) -> int:
        """The goal as the user set it."""
        return self.goal + self.spared


def week_start(day: date, first_weekday: int) -> date:
    """The first day of the week that `day` lies in; `first_weekday` is 0 for Monday … 6 for Sunday."""
    return day - timedelta(days=(day.weekday() - first_weekday) % 7)


def kinds_of(exercises: Mapping[str, Exercise], put_away: Kinds | None = None) -> Kinds:
    """Kind and region of every exercise that the history may name: of those that are there, and of those `put_away`.

    Time added by hand has no exercise: it is stretching.
    """
    by_hand = {"": ("stretch", "hamstring")}
    return {**by_hand, **(put_away or {}), **{known.id: (known.kind, known.region) for known in exercises.values()}}


def weeks_until(
    today: date,
    sessions: Iterable[SessionRecord],
    *,
    first_weekday: int = 0,
    goals: Sequence[Goal] = (),
    rest_weeks: Collection[date] = frozenset(),
    kinds: Kinds | None = None,
    count: int | None = None,
    since: date | None = None,
) -> tuple[Week, ...]:
    """The last `count` weeks, oldest first, the running one last; without `count`, from the first session's week on.

    `since` is the day of the first session of all, whether it counts or not; it has to be told where `sessions` are
    only some of them. Any date of `rest_weeks` marks the week that it lies in. An exercise that `kinds` doesn't know
    counts in `held_s` alone. A session of a day after `today` (the clock was wrong, or one has travelled west over the
    date line) is left out of everything until its day has come.
    """
    known = [session for session in sessions if session.day <= today]
    last = week_start(today, first_weekday)
    since = since or first_day(today, known)
    if count is None:
        count = (last - week_start(since or today, first_weekday)).days // 7 + 1
    first = last - timedelta(weeks=count - 1)
    sums = [_Sums() for _ in range(count)]
    for session in known:
        if session.day >= first:
            sums[(session.day - first).days // 7].add(session, kinds or {})
    resting = {week_start(day, first_weekday) for day in rest_weeks}
    starts = [first + timedelta(weeks=n) for n in range(count)]
    wanted = _goals_of(starts, goals)
    return tuple(
        week.closed(start, goal, _spared(goal, start, since), start in resting, start == last)
        for start, goal, week in zip(starts, wanted, sums, strict=True)
    )


def first_day(today: date, sessions: Iterable[SessionRecord]) -> date | None:
    """The day of the first session, whether it counts or not; one of a day still to come is none yet."""
    return min((session.day for session in sessions if session.day <= today), default=None)


def _spared(goal: int, start: date, since: date | None) -> int:
    """By how much the goal of a week is more than the days that it still had when one began, if that was in it."""
    if since is None or not 0 <= (since - start).days < DAYS:
        return 0
    return max(0, goal - (DAYS - (since - start).days))


def streak(weeks: Sequence[Week]) -> int:
    """Weeks in a row, up to the last one, that met their goal.

    The running week adds to it once met and never breaks it; rest weeks are stepped over.
    """
    met = 0
    for week in reversed(weeks):
        if week.rest:
            continue
        if week.met:
            met += 1
        elif not week.running:
            break
    return met


def consistency(weeks: Sequence[Week], since: date | None, count: int = WEEKS_COUNTED) -> float | None:
    """The mean of min(1, active days ÷ goal) over the last `count` complete weeks, 0 to 1.

    `since` is the day of the first session: weeks before its own are left out, and so are rest weeks. `None` where no
    week is left.
    """
    shares = [min(1.0, week.active_days / week.goal) for week in weeks_counted(weeks, since, count)]
    return math.fsum(shares) / len(shares) if shares else None


def goals_met(weeks: Sequence[Week], since: date | None) -> tuple[int, int]:
    """How many of the weeks that `consistency` counts met their goal, and how many those are."""
    counted = weeks_counted(weeks, since)
    return sum(week.met for week in counted), len(counted)


def weeks_counted(weeks: Sequence[Week], since: date | None, count: int = WEEKS_COUNTED) -> list[Week]:
    """The weeks that `consistency` is the mean of, oldest first."""
    complete = [week for week in weeks if not week.running][-count:]
    return [week for week in complete if since is not None and week.days[-1].date >= since and not week.rest]


def left_share(weeks: Sequence[Week]) -> float | None:
    """The left leg's share (0 to 1) of what both legs stretched in the last 12 weeks and the running one."""
    recent = weeks[-WEEKS_COUNTED - 1 :]
    left = math.fsum(week.stretched.left for week in recent)
    both = left + math.fsum(week.stretched.right for week in recent)
    return left / both if both > 0 else None


def _goals_of(starts: Sequence[date], goals: Sequence[Goal]) -> list[int]:
    """The goal of each week; of several within one week the last. Weeks before the first goal have that one."""
    ahead = sorted({goal.since: goal for goal in goals}.values(), key=lambda goal: goal.since)
    days = ahead[0].days if ahead else GOAL
    ahead.reverse()
    found = []
    for start in starts:
        while ahead and ahead[-1].since < start + timedelta(days=7):
            days = ahead.pop().days
        found.append(days)
    return found


class _Sums:
    """What comes together for one week while the sessions pass by."""

    def __init__(self) -> None:
        self.by_day: dict[date, list[SessionRecord]] = {}
        self.by_part: defaultdict[str, list[float]] = defaultdict(list)

    def add(self, session: SessionRecord, kinds: Kinds) -> None:
        self.by_day.setdefault(session.day, []).append(session)
        for hold in session.holds:
            self.by_part[_part(hold, kinds)].append(in_ms(hold.held_s))

    def closed(self, start: date, wanted: int, spared: int, rest: bool, running: bool) -> Week:
        within = [session for sessions in self.by_day.values() for session in sessions]
        days = tuple(_day(start + timedelta(days=n), self.by_day) for n in range(7))
        counting = sum(session.counts for session in within)
        return Week(
            days=days,
            held_s=math.fsum(session.held_s for session in within),
            goal=wanted - spared,
            rest=rest,
            running=running,
            sessions=counting,
            partial=sum(day.sessions for day in days) - counting,
            stretched=Legs(self._sum("left", "both"), self._sum("right", "both")),
            strength_s=self._sum("strength"),
            massage_s=self._sum("massage"),
            resting_s=self._sum("rest pose"),
            tightness=_mean_tightness(within),
            spared=spared,
            both_s=self._sum("both"),
            other_stretches_s=self._sum("stretch"),
            unknown_s=self._sum(""),
        )

    def _sum(self, *parts: str) -> float:
        return math.fsum(seconds for part in parts for seconds in self.by_part[part])


def _part(hold: HoldRecord, kinds: Kinds) -> str:
    """Which of a week's lines it belongs to: a leg's, or its kind's; "" for an exercise that nobody knows any more."""
    kind, region = (hold.kind, hold.region) if hold.kind else kinds.get(hold.exercise, ("", ""))
    return hold.side if (kind, region) == ("stretch", "hamstring") else kind


def _day(day: date, by_day: Mapping[date, Sequence[SessionRecord]]) -> Day:
    shown = [session for session in by_day.get(day, ()) if session.counts or session.held_s > 0]
    active = any(session.counts for session in shown)
    held_s = math.fsum(session.held_s for session in shown)
    return Day(day, active, bool(shown) and not active, held_s, len(shown), _planned_s(shown))


def _planned_s(sessions: Iterable[SessionRecord]) -> float:
    """The plan of each routine once: to begin one again is not to plan it twice. Nobody planned what was added without
    a routine, unless there was nothing else."""
    longest: dict[str, float] = {}
    for session in sessions:
        longest[session.routine] = max(in_ms(session.planned_s), longest.get(session.routine, 0.0))
    without = longest.pop("", 0.0)
    return math.fsum(longest.values()) or without


def _mean_tightness(sessions: Sequence[SessionRecord]) -> tuple[float | None, float | None]:
    rated = [session.tightness for session in sessions if session.tightness is not None]
    left = [leg for leg in (rating.left for rating in rated) if leg is not None]
    right = [leg for leg in (rating.right for rating in rated) if leg is not None]
    return sum(left) / len(left) if left else None, sum(right) / len(right) if right else None
