"""Weeks, streak and consistency: small histories with answers found by hand, and the edges of the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamstring_gui.domain.consistency import (
    GOAL,
    Day,
    Goal,
    Legs,
    Week,
    consistency,
    goals_met,
    kinds_of,
    left_share,
    streak,
    week_start,
    weeks_until,
)
from hamstring_gui.domain.history import HoldRecord, SessionRecord, Tightness, by_hand, day_of
from tests.domain.samples import exercise

MONDAY = date(2026, 11, 16)
KINDS = {
    "band": ("stretch", "hamstring"),
    "calf": ("stretch", "calf"),
    "bridge": ("strength", "glutes"),
    "ball": ("massage", "hamstring"),
    "wall": ("rest pose", "hamstring"),
}


def session(
    day: date, *holds: tuple[str, str, float], planned_s: float = 180.0, tightness: Tightness | None = None
) -> SessionRecord:
    """A session of holds (exercise, side, held seconds); usually one that counts."""
    instant = datetime.combine(day, time(19), UTC)
    held = holds or (("band", "both", 180.0),)
    records = tuple(
        HoldRecord(n, name, side, 1, 30.0, held_s, "held", instant)  # type: ignore[arg-type]
        for n, (name, side, held_s) in enumerate(held)
    )
    return SessionRecord("id", "daily", "Daily", instant, instant, day, "finished", planned_s, records, tightness)


def history(weeks: Iterable[int], until: date = MONDAY) -> list[SessionRecord]:
    """So many active days in each week, the last week being the one that `until` begins."""
    counts = list(weeks)
    starts = [until - timedelta(weeks=len(counts) - 1 - n) for n in range(len(counts))]
    return [session(start + timedelta(days=n)) for start, days in zip(starts, counts, strict=True) for n in range(days)]


def shown(active_days: int, goal: int = 3, *, rest: bool = False, running: bool = False, start: date = MONDAY) -> Week:
    days = tuple(Day(start + timedelta(days=n), n < active_days, False) for n in range(7))
    return Week(days, 0.0, goal, rest, running)


# -- what a week holds -----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("first_weekday", "start"), [(0, 16), (6, 22), (5, 21)])
def test_weeks_start_where_they_are_told(first_weekday: int, start: int) -> None:
    assert week_start(date(2026, 11, 22), first_weekday) == date(2026, 11, start)


def test_a_week_counts_days_and_not_sessions() -> None:
    sessions = [
        session(MONDAY),
        session(MONDAY),
        session(MONDAY + timedelta(days=3), ("band", "left", 89)),
        session(MONDAY + timedelta(days=4), ("band", "left", 0)),
        session(date(2026, 11, 9)),
    ]
    (week,) = weeks_until(date(2026, 11, 20), sessions, count=1)
    assert week.start == MONDAY
    assert [day.active for day in week.days] == [True, *[False] * 6]
    assert [day.partial for day in week.days] == [False] * 3 + [True] + [False] * 3
    assert [(day.held_s, day.sessions) for day in week.days] == [(360, 2), (0, 0), (0, 0), (89, 1), *[(0, 0)] * 3]
    assert (week.active_days, week.met, week.held_s, week.sessions, week.partial) == (1, False, 449, 2, 1)
    assert replace(week, goal=1).met


@pytest.mark.parametrize(
    ("sessions", "more"),
    [
        ("daily 180/180, desk 120/120", False), ("daily 180/180, desk 120/125", True),
        ("daily 180/180, daily 180/180", True), ("daily 180/60, daily 180/180", True),
        ("daily 180/180, desk 120/120, daily 180/90", True), ("daily 180/90, desk 120/60", False),
        ("weekly 1200/60, daily 180/180, desk 120/120", False), ("daily 180/180, daily 120/120", True),
        ("daily 180/180, - 60/60", True), ("- 60/60", False), ("- 60/60, - 90/90", True), ("daily 180/181", True),
        ("daily 180/180.4", False), ("- 0/0, - 0/0", False),
    ],
)  # fmt: skip
def test_the_plan_of_a_day_is_each_of_its_routines_once(sessions: str, more: bool) -> None:
    done = []
    for one in sessions.split(", "):
        routine, planned, held = re.split("[ /]", one)
        made = session(MONDAY, ("band", "both", float(held)), planned_s=float(planned))
        done.append(replace(made, routine=routine.strip("-"), source="" if float(planned) else "import:loop"))
    (week,) = weeks_until(MONDAY, done, kinds=KINDS, count=1)
    assert week.days[0].active
    assert week.days[0].more == more


def test_only_stretches_of_the_hamstring_count_for_a_leg() -> None:
    holds = [
        ("band", "left", 30.0), ("band", "right", 25.5), ("band", "both", 10.0), ("calf", "left", 7.0),
        ("bridge", "both", 40.0), ("ball", "right", 60.0), ("wall", "both", 120.0), ("unknown", "left", 5.0),
    ]  # fmt: skip
    (week,) = weeks_until(MONDAY, [session(MONDAY, *holds)], kinds=KINDS, count=1)
    assert week.stretched == Legs(40.0, 35.5)
    assert (week.both_s, week.other_stretches_s, week.unknown_s) == (10.0, 7.0, 5.0)
    assert (week.strength_s, week.massage_s, week.resting_s) == (40.0, 60.0, 120.0)
    assert week.held_s == 297.5
    (unknown,) = weeks_until(MONDAY, [session(MONDAY, *holds)], count=1)
    assert (unknown.stretched, unknown.held_s) == (Legs(), 297.5)


def test_time_added_by_hand_is_stretching() -> None:
    added = by_hand("id", datetime(2026, 11, 16, 12, tzinfo=UTC), MONDAY, left_s=90, right_s=60)
    (week,) = weeks_until(MONDAY, [added], kinds=kinds_of({"band": exercise()}), count=1)
    assert (week.stretched, week.active_days) == (Legs(90, 60), 1)
    assert kinds_of({"band": exercise()})["band"] == ("stretch", "hamstring")


def test_what_a_partial_session_held_is_shown_too() -> None:
    (week,) = weeks_until(MONDAY, [session(MONDAY, ("band", "left", 30.0))], kinds=KINDS, count=1)
    assert (week.stretched.left, week.active_days, week.partial) == (30.0, 0, 1)


def test_the_tightness_of_a_week_is_the_mean_of_its_check_ins() -> None:
    rated = [Tightness(6, 3), Tightness(4, None), Tightness(), None]
    (week,) = weeks_until(MONDAY, [session(MONDAY, tightness=rating) for rating in rated], count=1)
    assert week.tightness == (5.0, 3.0)
    (week,) = weeks_until(MONDAY, [session(MONDAY, tightness=Tightness(None, 8))], count=1)
    assert week.tightness == (None, 8.0), "either leg may be rated alone"
    assert weeks_until(MONDAY, [], count=1)[0].tightness == (None, None)


# -- which weeks there are ---------------------------------------------------------------------------------------------
def test_an_empty_history_is_the_running_week() -> None:
    (week,) = weeks_until(date(2026, 11, 18), [])
    assert (week.start, week.running, week.active_days, week.goal) == (MONDAY, True, 0, GOAL)
    assert (streak((week,)), consistency((week,), None)) == (0, None)


def test_weeks_begin_with_the_first_sessions_own() -> None:
    weeks = weeks_until(date(2026, 11, 22), [session(date(2026, 11, 8))])
    assert [week.start for week in weeks] == [date(2026, 11, 2), date(2026, 11, 9), MONDAY]
    assert [week.running for week in weeks] == [False, False, True]


def test_as_many_weeks_as_are_asked_for() -> None:
    sessions = history([1, 2, 3])
    assert [week.active_days for week in weeks_until(date(2026, 11, 22), sessions, count=2)] == [2, 3]
    assert [week.active_days for week in weeks_until(date(2026, 11, 22), sessions, count=5)] == [0, 0, 1, 2, 3]


@pytest.mark.parametrize("days_ahead", [1, 3, 400])
def test_a_clock_that_was_wrong_adds_nothing(days_ahead: int) -> None:
    today = date(2026, 11, 18)
    (week,) = weeks_until(today, [session(today + timedelta(days=days_ahead))], goals=[Goal(today, 1)])
    assert (week.start, week.active_days, week.sessions, week.held_s, streak((week,))) == (MONDAY, 0, 0, 0, 0)


def test_the_order_of_sessions_does_not_matter() -> None:
    sessions = history([1, 2, 3])
    assert weeks_until(MONDAY, reversed(sessions)) == weeks_until(MONDAY, sessions)


@pytest.mark.parametrize(("first_weekday", "active"), [(0, [1, 2]), (6, [1, 2, 0]), (5, [2, 1])])
def test_the_same_days_in_weeks_that_start_otherwise(first_weekday: int, active: list[int]) -> None:
    saturday, monday, next_saturday, today = (date(2026, 11, day) for day in (14, 16, 21, 22))
    sessions = [session(day) for day in (saturday, monday, next_saturday)]
    weeks = weeks_until(today, sessions, first_weekday=first_weekday)
    assert [week.active_days for week in weeks] == active


# -- the calendar's edges ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("today", "first", "weeks"),
    [
        (date(2027, 1, 4), date(2026, 12, 21), 3),  # 2026 has a week 53
        (date(2021, 1, 4), date(2020, 12, 27), 3),
        (date(2024, 3, 1), date(2024, 2, 26), 1),  # with a leap day
        (date(2028, 2, 29), date(2028, 2, 20), 3),
        (date(2026, 3, 30), date(2026, 3, 23), 2),  # clocks go forward in between
        (date(2026, 10, 26), date(2026, 10, 19), 2),  # and back
    ],
)
def test_weeks_follow_on_each_other(today: date, first: date, weeks: int) -> None:
    found = weeks_until(today, [session(first), session(today)])
    assert len(found) == weeks
    assert sum(week.active_days for week in found) == len({first, today})
    days = [day.date for week in found for day in week.days]
    assert days == [days[0] + timedelta(days=n) for n in range(7 * weeks)]


def test_a_leap_day_is_a_day() -> None:
    (week,) = weeks_until(date(2024, 3, 3), [session(date(2024, 2, 28 + n)) for n in range(2)], count=1)
    assert [day.date.day for day in week.days if day.active] == [28, 29]


def test_a_session_after_midnight_belongs_to_the_week_before() -> None:
    day = day_of(datetime(2026, 11, 23, 0, 30, tzinfo=UTC))  # a Monday
    weeks = weeks_until(date(2026, 11, 23), [session(day)])
    assert [(week.active_days, week.running) for week in weeks] == [(1, False), (0, True)]


def test_ten_years_of_daily_sessions() -> None:
    today = date(2026, 11, 22)
    sessions = [session(today - timedelta(days=n)) for n in range(3650)]
    weeks = weeks_until(today, sessions, goals=[Goal(today, 7)], kinds=KINDS)
    assert len(weeks) == 522
    assert (weeks[0].goal, weeks[0].active_days) == (3, 3), "it began on a Friday"
    assert (streak(weeks), consistency(weeks, sessions[-1].day)) == (522, 1.0)
    assert sum(week.held_s for week in weeks) == 3650 * 180


# -- goals and rest weeks ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("goals", "wanted"),
    [
        ([], [3, 3, 3]),
        ([Goal(date(2026, 11, 11), 5)], [5, 5, 5]),  # the first one ever set holds for the weeks before too
        ([Goal(date(2026, 1, 1), 2), Goal(date(2026, 11, 11), 5)], [2, 5, 5]),  # changed mid-week
        ([Goal(date(2026, 11, 11), 5), Goal(date(2026, 1, 1), 2)], [2, 5, 5]),
        ([Goal(date(2026, 1, 1), 2), Goal(date(2026, 11, 9), 5), Goal(date(2026, 11, 15), 6)], [2, 6, 6]),
        ([Goal(date(2026, 1, 1), 2), Goal(date(2026, 11, 9), 5), Goal(date(2026, 11, 9), 4)], [2, 4, 4]),
        ([Goal(date(2026, 1, 1), 2), Goal(date(2026, 11, 23), 7)], [2, 2, 2]),  # from next week on
    ],
)
def test_a_week_keeps_the_goal_that_was_in_force(goals: list[Goal], wanted: list[int]) -> None:
    assert [week.goal for week in weeks_until(date(2026, 11, 18), [], goals=goals, count=3)] == wanted


def test_a_goal_is_in_force_from_the_week_as_weeks_start_here() -> None:
    goals = [Goal(date(2026, 1, 1), 2), Goal(date(2026, 11, 22), 5)]  # a Sunday
    monday, sunday = (weeks_until(date(2026, 11, 22), [], goals=goals, first_weekday=n, count=2) for n in (0, 6))
    assert [week.goal for week in monday] == [2, 5]
    assert [week.goal for week in sunday] == [2, 5]
    assert [week.start.day for week in sunday] == [15, 22]


@pytest.mark.parametrize("marked", [date(2026, 11, 9), date(2026, 11, 12), date(2026, 11, 15)])
def test_any_date_marks_its_rest_week(marked: date) -> None:
    weeks = weeks_until(MONDAY, history([1, 2, 3]), kinds=KINDS, rest_weeks={marked})
    assert [week.rest for week in weeks] == [False, True, False]
    assert weeks[1].stretched == Legs(360, 360)


# -- streak and consistency --------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("weeks", "expected"),
    [
        ([], 0),
        ([shown(3)], 1),
        ([shown(2)], 0),
        ([shown(3), shown(2), shown(4)], 1),
        ([shown(3), shown(3), shown(0, running=True)], 2),  # the running week breaks nothing
        ([shown(3), shown(3), shown(3, running=True)], 3),  # and adds once met
        ([shown(2), shown(0, running=True)], 0),
        ([shown(3), shown(0, rest=True), shown(3)], 2),  # a rest week is stepped over
        ([shown(3), shown(3, rest=True), shown(3)], 2),  # also one that would have met the goal
        ([shown(3), shown(3, rest=True, running=True)], 1),
        ([shown(0, rest=True), shown(0, rest=True, running=True)], 0),
        ([shown(3), shown(5, goal=6), shown(2, goal=2)], 1),  # each by its own goal
    ],
)
def test_the_streak(weeks: list[Week], expected: int) -> None:
    assert streak(weeks) == expected


@pytest.mark.parametrize(
    ("weeks", "expected"),
    [
        ([shown(3, running=True)], None),
        ([shown(2)], 2 / 3),
        ([shown(7)], 1.0),  # more than the goal is no more than all
        ([shown(0), shown(3)], 0.5),
        ([shown(3), shown(0, running=True)], 1.0),
        ([shown(3), shown(0, rest=True)], 1.0),
        ([shown(0, rest=True)], None),
        ([shown(1, goal=1), shown(1, goal=4)], 0.625),
        ([shown(0)] * 5 + [shown(3)] * 12, 1.0),
        ([shown(0)] + [shown(3)] * 11 + [shown(3, running=True)], 11 / 12),
        ([shown(0)] + [shown(3, rest=True)] + [shown(3)] * 11, 1.0),  # twelve weeks back, not twelve of no rest
    ],
)
def test_consistency_is_the_mean_of_the_last_twelve_complete_weeks(weeks: list[Week], expected: float | None) -> None:
    found = consistency(weeks, date(2020, 1, 1))
    assert found == (None if expected is None else pytest.approx(expected))


@pytest.mark.parametrize(
    ("since", "expected"), [(date(2026, 11, 9), 1.0), (date(2026, 11, 15), 1.0), (date(2026, 11, 8), 0.5), (None, None)]
)
def test_weeks_before_the_first_session_do_not_count(since: date | None, expected: float | None) -> None:
    weeks = [shown(0, start=date(2026, 11, 2)), shown(3, start=date(2026, 11, 9)), shown(0, running=True)]
    assert consistency(weeks, since) == expected


def test_half_a_year_by_hand() -> None:
    """Twelve complete weeks: 3 3 2 3 0(rest) 3 3 1 3 3 3 2, and 1 in the running one; goal 3."""
    counts = [3, 3, 2, 3, 0, 3, 3, 1, 3, 3, 3, 2, 1]
    weeks = weeks_until(date(2026, 11, 18), history(counts), rest_weeks={MONDAY - timedelta(weeks=8)})
    assert [week.active_days for week in weeks] == counts
    assert consistency(weeks, weeks[0].start) == pytest.approx((8 + 2 / 3 + 1 / 3 + 2 / 3) / 11)
    assert streak(weeks) == 0
    assert streak(weeks[:-2]) == 3


@given(
    days=st.lists(st.dates(date(2020, 1, 1), date(2030, 1, 1)), max_size=30),
    today=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    first_weekday=st.integers(0, 6),
    goal=st.integers(1, 7),
)
def test_every_session_up_to_today_is_in_exactly_one_week(
    days: list[date], today: date, first_weekday: int, goal: int
) -> None:
    sessions = [session(day) for day in days]
    weeks = weeks_until(today, sessions, first_weekday=first_weekday, goals=[Goal(today, goal)])
    past = [day for day in days if day <= today]
    assert sum(week.sessions for week in weeks) == len(past)
    assert sum(week.active_days for week in weeks) == len(set(past))
    assert [week.running for week in weeks] == [False] * (len(weeks) - 1) + [True]
    assert all(week.start.weekday() == first_weekday for week in weeks)
    assert 0 <= streak(weeks) <= len(weeks)
    share = consistency(weeks, min(past, default=None))
    assert (share is None) == (not past or len(weeks) == 1)
    assert share is None or 0 <= share <= 1


# -- left and right --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("stretched", "share"),
    [
        ([], None),
        ([(0, 0)], None),
        ([(60, 60)], 0.5),
        ([(90, 30), (0, 0)], 0.75),
        ([(0, 60)], 0.0),
        ([(600, 0)] + 13 * [(10, 10)], 0.5),
        ([(600, 0)] + 12 * [(10, 10)], 720 / 840),
    ],
)
def test_the_left_legs_share_of_the_last_weeks(stretched: list[tuple[float, float]], share: float | None) -> None:
    weeks = [replace(shown(3), stretched=Legs(*legs)) for legs in stretched]
    assert left_share(weeks) == (None if share is None else pytest.approx(share))


def test_how_many_weeks_met_their_goal() -> None:
    weeks = (shown(3), shown(2), shown(0, rest=True), shown(4, goal=4), shown(1, running=True))
    assert goals_met(weeks, MONDAY) == (2, 3)
    assert goals_met(weeks, None) == (0, 0)
    assert goals_met((shown(3, running=True),), MONDAY) == (0, 0)
    assert goals_met((shown(3),) * 20, MONDAY) == (12, 12)
