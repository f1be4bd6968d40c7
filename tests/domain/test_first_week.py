"""The goal of a first week, and all of the weekly arithmetic against another way of doing it: slow, and day by day."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hamstring_gui.domain.consistency import (
    Goal,
    Week,
    consistency,
    first_day,
    goals_met,
    streak,
    weeks_counted,
    weeks_until,
)
from hamstring_gui.domain.history import HoldRecord, SessionRecord

MONDAY = date(2026, 11, 16)
A_DAY = timedelta(days=1)


def session(day: date, held_s: float = 180.0, planned_s: float = 180.0, source: str = "") -> SessionRecord:
    instant = datetime.combine(day, time(19), UTC)
    hold = HoldRecord(0, "band", "both", 1, planned_s, held_s, "held", instant)
    holds = (hold,) if held_s else ()
    return SessionRecord(
        f"{day} {held_s} {planned_s}", "daily", "Daily", instant, instant, day, "finished", planned_s, holds,
        source=source,
    )  # fmt: skip


def imported(day: date) -> SessionRecord:
    return session(day, 0.0, 0.0, "import:loop")


# -- the slow way --------------------------------------------------------------------------------------------------
class Slow:
    """Walks through every single day from the first session's week to today."""

    def __init__(
        self, today: date, sessions: Sequence[SessionRecord], first_weekday: int, goals: Sequence[Goal],
        rest: Collection[date],
    ) -> None:  # fmt: skip
        past = [one for one in sessions if one.day <= today]
        began = min([one.day for one in past] + [today])
        while began.weekday() != first_weekday:
            began -= A_DAY
        self.weeks: list[list[date]] = []
        day = began
        while day <= today or day.weekday() != first_weekday:
            if day.weekday() == first_weekday:
                self.weeks.append([])
            self.weeks[-1].append(day)
            day += A_DAY
        active = {one.day for one in past if self.held(one) * 2 >= one.planned_s and (self.held(one) or one.source)}
        self.active = [sum(day in active for day in week) for week in self.weeks]
        self.rest = [any(day in rest for day in week) for week in self.weeks]
        self.goal = [self.goal_of(week, goals, [one.day for one in past]) for week in self.weeks]
        self.met = [days >= goal for days, goal in zip(self.active, self.goal, strict=True)]
        self.some = bool(past)

    @staticmethod
    def held(one: SessionRecord) -> float:
        return sum(hold.held_s for hold in one.holds)

    @staticmethod
    def goal_of(week: list[date], goals: Sequence[Goal], days: list[date]) -> int:
        wanted, latest = 3, None
        if goals:
            wanted = min(goals, key=lambda goal: goal.since).days
            earliest = min(goal.since for goal in goals)
            wanted = [goal.days for goal in goals if goal.since == earliest][-1]
        for goal in goals:
            if goal.since <= week[6] and (latest is None or goal.since >= latest):
                wanted, latest = goal.days, goal.since
        left = sum(any(begun <= day for begun in days) for day in week)
        return min(wanted, left) if left else wanted

    @property
    def streak(self) -> int:
        number = 0
        for place in range(len(self.weeks) - 1, -1, -1):
            if self.met[place] and not self.rest[place]:
                number += 1
            elif not self.rest[place] and place != len(self.weeks) - 1:
                break
        return number

    @property
    def counted(self) -> list[int]:
        last = len(self.weeks) - 1
        return [place for place in range(last) if self.some and place >= last - 12 and not self.rest[place]]

    @property
    def consistency(self) -> Fraction | None:
        shares = [min(Fraction(1), Fraction(self.active[place], self.goal[place])) for place in self.counted]
        return sum(shares, Fraction(0)) / len(shares) if shares else None


def compare(
    today: date, sessions: Sequence[SessionRecord], first_weekday: int, goals: Sequence[Goal] = (),
    rest: Collection[date] = (),
) -> tuple[Week, ...]:  # fmt: skip
    slow = Slow(today, sessions, first_weekday, goals, rest)
    weeks = weeks_until(today, sessions, first_weekday=first_weekday, goals=goals, rest_weeks=rest)
    assert [[day.date for day in week.days] for week in weeks] == slow.weeks
    assert [week.active_days for week in weeks] == slow.active
    assert [week.goal for week in weeks] == slow.goal
    assert [week.met for week in weeks] == slow.met
    assert [week.rest for week in weeks] == slow.rest
    assert streak(weeks) == slow.streak
    since = first_day(today, sessions)
    found, expected = consistency(weeks, since), slow.consistency
    assert found == (None if expected is None else pytest.approx(float(expected), abs=1e-12))
    assert [week.start for week in weeks_counted(weeks, since)] == [slow.weeks[place][0] for place in slow.counted]
    assert goals_met(weeks, since) == (sum(slow.met[place] for place in slow.counted), len(slow.counted))
    return weeks


# -- every first week there is ---------------------------------------------------------------------------------------
@pytest.mark.parametrize("first_weekday", range(7))
def test_every_first_week(first_weekday: int) -> None:
    """Whatever weeks start on, whenever in it one begins, whatever the goal, and however many days are active."""
    start = MONDAY + timedelta(days=first_weekday)
    for begun, goal in product(range(7), range(1, 8)):
        left = 7 - begun
        for number in range(1, left + 1):
            days = [0, *range(left - number + 1, left)]
            sessions = [session(start + timedelta(days=begun + n)) for n in days]
            for later in (6, 7):  # on the last day of that week, and on the first of the next one
                today = start + later * A_DAY
                weeks = compare(today, sessions, first_weekday, [Goal(MONDAY, goal)])
                assert weeks[0].goal == min(goal, left)
                assert weeks[0].wanted == goal
                assert weeks[0].met == (len(days) >= min(goal, left))
                assert streak(weeks) == weeks[0].met


@pytest.mark.parametrize(
    ("first_weekday", "day", "goal"), [(0, 21, 2), (0, 22, 1), (6, 21, 1), (6, 22, 3), (5, 21, 3), (0, 20, 3)]
)
def test_what_weeks_start_on_says_how_many_days_were_left(first_weekday: int, day: int, goal: int) -> None:
    weeks = weeks_until(date(2026, 12, 1), [session(date(2026, 11, day))], first_weekday=first_weekday)
    assert [week.goal for week in weeks] == [goal] + [3] * (len(weeks) - 1)


SATURDAY, SUNDAY = date(2026, 11, 21), date(2026, 11, 22)


@pytest.mark.parametrize(
    "before",
    [session(MONDAY, 10.0), session(MONDAY, 0.0), session(MONDAY, 89.9), imported(MONDAY)],
    ids=["partial", "nothing held", "nearly half", "imported"],
)
def test_the_first_session_begins_the_history_whether_it_counts_or_not(before: SessionRecord) -> None:
    (week,) = compare(SUNDAY, [before, session(SATURDAY), session(SUNDAY)], 0)
    assert (week.goal, week.spared) == (3, 0)
    (without,) = compare(SUNDAY, [session(SATURDAY), session(SUNDAY)], 0)
    assert (without.goal, without.wanted, without.met) == (2, 3, True)


def test_a_session_of_a_day_to_come_begins_nothing() -> None:
    ahead = session(SUNDAY + 30 * A_DAY)
    (week,) = compare(SATURDAY, [session(SATURDAY), ahead], 0)
    assert week.goal == 2
    (nothing,) = compare(SATURDAY, [ahead], 0)
    assert nothing.goal == 3


def test_an_older_history_that_is_imported_moves_the_first_week() -> None:
    own = [session(SATURDAY), session(SUNDAY)]
    assert compare(SUNDAY, own, 0)[-1].met
    later = compare(SUNDAY, [*own, imported(MONDAY - 8 * A_DAY)], 0)
    assert [week.goal for week in later] == [1, 3, 3]
    assert not later[-1].met


def test_a_first_week_of_rest_is_stepped_over() -> None:
    weeks = compare(SUNDAY + 9 * A_DAY, [session(SUNDAY)], 0, rest={SUNDAY})
    assert [(week.goal, week.rest) for week in weeks] == [(1, True), (3, False), (3, False)]
    assert (streak(weeks), consistency(weeks, SUNDAY)) == (0, 0.0)


def test_weeks_before_the_first_one_keep_the_whole_goal() -> None:
    weeks = weeks_until(SUNDAY, [session(SATURDAY)], count=3)
    assert [week.goal for week in weeks] == [3, 3, 2]


def test_of_some_of_the_sessions_it_is_told_when_the_first_was() -> None:
    """A week that is put together from its own sessions alone must not be taken for the first one."""
    some = [session(SATURDAY)]
    assert [weeks_until(SUNDAY, some, count=1, since=since)[0].goal for since in (None, SATURDAY, MONDAY)] == [2, 2, 3]
    assert weeks_until(SUNDAY, some, count=1, since=MONDAY - A_DAY)[0].goal == 3


# -- any history ---------------------------------------------------------------------------------------------------
DATES = st.dates(date(2024, 2, 1), date(2024, 7, 1))
SESSIONS = st.lists(
    st.builds(
        session, DATES, st.sampled_from([0.0, 10.0, 89.9, 90.0, 180.0]), st.just(180.0),
        st.sampled_from(["", "by hand"]),
    )
    | st.builds(imported, DATES),
    max_size=60,
)  # fmt: skip


@given(
    today=DATES,
    sessions=SESSIONS,
    first_weekday=st.integers(0, 6),
    goals=st.lists(st.builds(Goal, DATES, st.integers(1, 7)), max_size=4),
    rest=st.frozensets(DATES, max_size=4),
)
@example(MONDAY, [session(MONDAY)], 0, [Goal(MONDAY, 7), Goal(MONDAY, 1)], frozenset())
def test_any_history_against_the_slow_way(
    today: date, sessions: list[SessionRecord], first_weekday: int, goals: list[Goal], rest: frozenset[date]
) -> None:
    compare(today, sessions, first_weekday, goals, rest)


@given(st.lists(st.integers(0, 7), min_size=1, max_size=30), st.integers(1, 7), st.integers(0, 6), st.integers(0, 6))
def test_regular_weeks_against_the_slow_way(counts: list[int], goal: int, first_weekday: int, today: int) -> None:
    """Weeks with many active days, in which streaks come about."""
    start = MONDAY + timedelta(days=first_weekday)
    days = [start + timedelta(weeks=week, days=6 - n) for week, count in enumerate(counts) for n in range(count)]
    last = start + timedelta(weeks=len(counts) - 1, days=today)
    compare(last, [session(day) for day in days], first_weekday, [Goal(MONDAY, goal)])


@pytest.mark.parametrize(("began", "goals"), [(0, (3, 3)), (5, (3, 2)), (6, (3, 1)), (-1, (1, 3)), (-2, (2, 3))])
def test_the_week_before_the_first_one_has_its_whole_goal(began: int, goals: tuple[int, int]) -> None:
    weeks = weeks_until(MONDAY + 6 * A_DAY, [session(MONDAY + began * A_DAY)], count=2)
    assert tuple(week.goal for week in weeks) == goals
