"""Days, weeks and the leg to begin with."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from hamstring_gui.domain.consistency import week_of, week_start
from hamstring_gui.domain.first_leg import first_leg
from hamstring_gui.domain.history import HoldRecord, SessionRecord, Tightness, day_of
from tests.domain.samples import routine

NOON = datetime(2026, 11, 18, 12, tzinfo=UTC)


def record(day: date, held_s: float = 180.0, first: str = "right", tightness: Tightness | None = None):
    hold = HoldRecord(0, "band", first, 1, 180.0, held_s, "held", NOON)
    return SessionRecord("id", "sample", "Sample", NOON, NOON, day, "finished", 180.0, (hold,), tightness)


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        (datetime(2026, 11, 22, 19, 42, tzinfo=UTC), date(2026, 11, 22)),
        (datetime(2026, 11, 23, 0, 30, tzinfo=UTC), date(2026, 11, 22)),
        (datetime(2026, 11, 23, 3, 59, 59, tzinfo=UTC), date(2026, 11, 22)),
        (datetime(2026, 11, 23, 4, 0, tzinfo=UTC), date(2026, 11, 23)),
        (datetime(2026, 1, 1, 1, 0, tzinfo=timezone(timedelta(hours=13))), date(2025, 12, 31)),
    ],
)
def test_a_day_begins_at_four(instant: datetime, day: date) -> None:
    assert day_of(instant) == day


@pytest.mark.parametrize(("first_weekday", "start"), [(0, 16), (6, 22), (5, 21)])
def test_weeks_start_where_they_are_told(first_weekday: int, start: int) -> None:
    assert week_start(date(2026, 11, 22), first_weekday) == date(2026, 11, start)


def test_a_week_counts_days_and_not_sessions() -> None:
    monday = date(2026, 11, 16)
    sessions = [
        record(monday),
        record(monday),
        record(monday + timedelta(days=3), held_s=89),
        record(date(2026, 11, 9)),
    ]
    week = week_of(date(2026, 11, 20), sessions)
    assert [day.active for day in week.days] == [True, *[False] * 6]
    assert [day.partial for day in week.days] == [False] * 3 + [True] + [False] * 3
    assert (week.active_days, week.met, week.held_s) == (1, False, 449)
    assert replace(week, goal=1).met


def test_half_of_the_planned_time_counts() -> None:
    assert record(NOON.date(), held_s=90).counts
    assert not record(NOON.date(), held_s=89.9).counts


@pytest.mark.parametrize(
    ("rule", "sessions", "leg"),
    [
        ("left", [], "left"),
        ("alternate", [], "right"),
        ("alternate", [record(NOON.date())], "left"),
        ("alternate", [record(NOON.date()), record(NOON.date(), first="left")], "right"),
        ("tighter", [record(NOON.date(), tightness=Tightness(6, 5))], "left"),
        ("tighter", [record(NOON.date(), tightness=Tightness(6, 5)), record(NOON.date())], "left"),
        ("tighter", [record(NOON.date(), tightness=Tightness(5, 5))], "right"),
        ("tighter", [record(NOON.date(), tightness=Tightness(9, None))], "right"),
    ],
)
def test_the_leg_to_begin_with(rule: str, sessions: list, leg: str) -> None:
    assert first_leg(replace(routine(), first_side=rule), sessions) == leg
