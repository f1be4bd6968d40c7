"""What the calendar of a year shows: its cells, shades and month names. No colours, no pixels."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

from hamstring_gui.domain.consistency import Day, Week
from hamstring_gui.domain.values import dataclass

WEEKS = 53
"""Of the last 12 months."""
MOST_COLUMNS = 54
"""A leap year can begin on the last day of a week."""
MONTH_APART = 3
"""Columns that a month's name takes at least."""

Shade = Literal[0, 1, 2, 3]
NOTHING: Shade = 0
PARTIAL: Shade = 1
DONE: Shade = 2
MORE: Shade = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """A day. `column` and `row` are its place: a week and a day of it. `rest`: it lies in a rest week."""

    day: Day
    column: int
    row: int
    shade: Shade
    rest: bool = False


def last_months(start: date, today: date) -> tuple[date, date]:
    """The first and the last day of the last 12 months; today's week begins on `start`."""
    return start - timedelta(weeks=WEEKS - 1), today


def year_of(year: int, today: date) -> tuple[date, date]:
    return date(year, 1, 1), min(date(year, 12, 31), today)


def cells_of(weeks: Sequence[Week], first: date, last: date) -> tuple[Cell, ...]:
    """A cell for each day from `first` to `last`. `weeks` are oldest first and at least one; days that lie in none of
    them are empty."""
    corner = first - timedelta(days=(first - weeks[0].start).days % 7)
    known = {week.start: week for week in weeks if week.start <= last and week.days[-1].date >= first}
    cells = []
    for column in range((last - corner).days // 7 + 1):
        start = corner + timedelta(weeks=column)
        week = known.get(start)
        days = week.days if week else [Day(start + timedelta(days=row), False, False) for row in range(7)]
        rest = week is not None and week.rest
        cells += [
            Cell(day, column, row, shade_of(day), rest)
            for row, day in enumerate(days)
            if first <= day.date <= last
        ]  # fmt: skip
    return tuple(cells)


def shade_of(day: Day) -> Shade:
    """By the share of what was planned that was held: under half, half and more, more than all."""
    if not day.active:
        return PARTIAL if day.partial else NOTHING
    return MORE if day.more else DONE


def months_over(cells: Sequence[Cell]) -> tuple[tuple[int, date], ...]:
    """The columns that a month's name stands over, with a day of that month: where its first day lies.

    The first column gets the name of its own month where there is room before the next one.
    """
    names = [(cells[0].column, cells[0].day.date)]
    names += [(cell.column, cell.day.date) for cell in cells[1:] if cell.day.date.day == 1]
    if len(names) > 1 and names[1][0] - names[0][0] < MONTH_APART:
        del names[0]
    columns = cells[-1].column + 1
    return tuple(name for name in names if columns - name[0] >= MONTH_APART - 1)
