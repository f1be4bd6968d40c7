"""The cells, shades and month names of the last 12 months, for weeks that start on any day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from hamstring_gui.domain.consistency import Day, weeks_until
from hamstring_gui.ui.history.calendar_drawn import WEEKS, columns_of, months_over, shade_of

DAY = date(2026, 11, 18)


@pytest.mark.parametrize(
    ("day", "shade"),
    [
        (Day(DAY, False, False), 0),
        (Day(DAY, False, True, 300.0, 1), 0),
        (Day(DAY, True, False, 0.0, 1), 1),
        (Day(DAY, True, False, 119.0, 1), 1),
        (Day(DAY, True, False, 120.0, 1), 2),
        (Day(DAY, True, False, 300.0, 1), 3),
        (Day(DAY, True, False, 600.0, 3), 4),
    ],
)
def test_the_more_was_held_the_darker(day: Day, shade: int) -> None:
    assert shade_of(day) == shade


@pytest.mark.parametrize("first_weekday", [0, 5, 6])
@pytest.mark.parametrize("count", [1, 20, 53, 80])
def test_53_weeks_up_to_today(first_weekday: int, count: int) -> None:
    weeks = weeks_until(DAY, (), first_weekday=first_weekday, count=count)
    columns = columns_of(weeks, DAY)
    days = [cell.day.date for column in columns for cell in column]
    assert len(columns) == WEEKS
    assert days == [days[0] + timedelta(days=n) for n in range(len(days))]
    assert days[0].weekday() == first_weekday
    assert days[-1] == DAY


def test_no_weeks_no_columns() -> None:
    assert columns_of((), DAY) == ()


@pytest.mark.parametrize("first_weekday", [0, 5, 6])
@pytest.mark.parametrize("ends", [DAY, date(2024, 2, 29), date(2025, 12, 31), date(2026, 1, 1)])
def test_a_month_is_named_where_its_first_day_lies(first_weekday: int, ends: date) -> None:
    columns = columns_of(weeks_until(ends, (), first_weekday=first_weekday), ends)
    starts = [column[0].day.date for column in columns]
    names = months_over(starts)
    for column, day in names[1:]:
        assert starts[column] <= day.replace(day=1) <= starts[column] + timedelta(days=6)
    assert all(other - one >= 3 for (one, _), (other, _) in pairwise(names))
    assert len({(day.year, day.month) for _, day in names}) == len(names) >= 11
