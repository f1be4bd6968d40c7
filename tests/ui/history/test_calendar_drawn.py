"""The cells, shades and month names of a year, for weeks that start on any day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from hamstring_gui.domain.consistency import Day, week_start, weeks_until
from hamstring_gui.domain.history import HoldRecord, SessionRecord
from hamstring_gui.ui.history.calendar_drawn import (
    DONE,
    MORE,
    NOTHING,
    PARTIAL,
    WEEKS,
    Cell,
    Shade,
    cells_of,
    last_months,
    months_over,
    shade_of,
    year_of,
)
from hamstring_gui.ui.history.calendar_face import NAMED_ROWS, Face
from hamstring_gui.ui.theme import DARK, LIGHT, Theme
from tests.ui.contrast import contrast

DAY = date(2026, 11, 18)
AT = datetime(2026, 11, 18, 19, tzinfo=UTC)


def done(planned_s: float, held_s: float, number: int = 0) -> SessionRecord:
    hold = HoldRecord(0, "band-hamstring-stretch", "both", 1, planned_s, held_s, "held", AT)
    return SessionRecord(f"s{number}", "daily", "Daily", AT, AT, DAY, "finished", planned_s, (hold,))


@pytest.mark.parametrize(
    ("sessions", "shade"),
    [
        ([], NOTHING),
        ([(180, 0)], NOTHING),
        ([(180, 89)], PARTIAL),
        ([(1800, 600)], PARTIAL),
        ([(180, 90)], DONE),
        ([(180, 180)], DONE),
        ([(60, 60)], DONE),
        ([(3600, 3600)], DONE),
        ([(180, 90), (180, 90)], DONE),
        ([(180, 190)], MORE),
        ([(180, 180), (180, 180)], MORE),
        ([(60, 60), (60, 10)], MORE),
    ],
)
def test_a_day_s_shade_is_the_share_of_its_plan(sessions: list[tuple[float, float]], shade: Shade) -> None:
    records = [done(planned, held, number) for number, (planned, held) in enumerate(sessions)]
    (week,) = weeks_until(DAY, records, count=1)
    assert shade_of(next(day for day in week.days if day.date == DAY)) == shade


def test_a_day_of_which_no_plan_is_known_was_done() -> None:
    assert shade_of(Day(DAY, True, False, 0.0, 1)) == DONE


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_shades_can_be_told_from_nothing_and_from_each_other(theme: Theme) -> None:
    nothing, *shades = theme.day_shades
    assert all(contrast(shade, nothing) >= 3 for shade in shades)
    assert all(contrast(one, other) >= 1.6 for one, other in pairwise(shades))


@pytest.mark.parametrize("first_weekday", [0, 5, 6])
@pytest.mark.parametrize("count", [1, 20, 53, 80])
def test_the_last_12_months_end_today(first_weekday: int, count: int) -> None:
    weeks = weeks_until(DAY, (), first_weekday=first_weekday, count=count)
    cells = cells_of(weeks, *last_months(weeks[-1].start, DAY))
    assert cells[0].day.date.weekday() == first_weekday
    assert (cells[0].column, cells[0].row) == (0, 0)
    assert cells[-1].day.date == DAY
    assert cells[-1].column == WEEKS - 1
    assert cells[0].day.date <= date(2026, 1, 1), "this year so far is in it"
    assert_in_a_row(cells)


@pytest.mark.parametrize("first_weekday", range(7))
def test_they_begin_with_the_week_that_is_a_year_ago(first_weekday: int) -> None:
    for today in (DAY + timedelta(days=n) for n in range(7)):
        first, last = last_months(week_start(today, first_weekday), today)
        assert first <= today - timedelta(weeks=52) < first + timedelta(weeks=1)
        assert last == today


def assert_in_a_row(cells: tuple[Cell, ...]) -> None:
    for one, other in pairwise(cells):
        assert other.day.date - one.day.date == timedelta(days=1)
        assert 7 * other.column + other.row == 7 * one.column + one.row + 1


@pytest.mark.parametrize("first_weekday", [0, 5, 6])
@pytest.mark.parametrize("year", [1996, 2012, 2024, 2025])
def test_a_year_has_all_its_days_and_no_others(first_weekday: int, year: int) -> None:
    sessions = [done(60, 60)]
    weeks = weeks_until(DAY, sessions, first_weekday=first_weekday, count=120)
    cells = cells_of(weeks, *year_of(year, DAY))
    assert (cells[0].day.date, cells[-1].day.date) == (date(year, 1, 1), date(year, 12, 31))
    assert cells[-1].column < 54
    assert all((cell.day.date.weekday() - first_weekday) % 7 == cell.row for cell in cells)
    assert_in_a_row(cells)


def test_days_know_their_sessions_and_rest_weeks() -> None:
    weeks = weeks_until(DAY, [done(60, 60)], rest_weeks=[DAY], count=2)
    shown = {cell.day.date: cell for cell in cells_of(weeks, *last_months(weeks[-1].start, DAY))}
    assert (shown[DAY].shade, shown[DAY].rest) == (DONE, True)
    assert (shown[DAY - timedelta(days=7)].shade, shown[DAY - timedelta(days=7)].rest) == (NOTHING, False)


@pytest.mark.parametrize("first_weekday", [0, 5, 6])
@pytest.mark.parametrize("ends", [DAY, date(2024, 2, 29), date(2025, 12, 31), date(2026, 1, 1)])
def test_a_month_is_named_where_its_first_day_lies(first_weekday: int, ends: date) -> None:
    weeks = weeks_until(ends, (), first_weekday=first_weekday)
    cells = cells_of(weeks, *last_months(weeks[-1].start, ends))
    places = {cell.day.date: cell.column for cell in cells}
    names = months_over(cells)
    for column, day in names[1:]:
        assert places[day.replace(day=1)] == column
    assert all(other - one >= 3 for (one, _), (other, _) in pairwise(names))
    assert len({(day.year, day.month) for _, day in names}) == len(names) >= 11


def test_a_year_names_all_twelve_months() -> None:
    weeks = weeks_until(DAY, ())
    assert [day.month for _, day in months_over(cells_of(weeks, *year_of(2023, DAY)))] == list(range(1, 13))


@pytest.mark.parametrize(("first_weekday", "named"), [(0, "Mon Wed Fri"), (6, "Sun Tue Thu"), (5, "Sat Mon Wed")])
def test_rows_are_named_as_weeks_start_here(application, first_weekday: int, named: str) -> None:
    weeks = weeks_until(DAY, [], first_weekday=first_weekday, count=60)
    for year in (DAY.year, DAY.year - 1):  # a year may begin in the midst of a week
        cells = {cell.day.date: cell for cell in cells_of(weeks, *year_of(year, DAY))}
        face = Face(cells, 13.0, 1.0, 700.0)
        assert " ".join(map(face._weekday, NAMED_ROWS)) == named
