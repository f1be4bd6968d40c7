"""What the calendar of the last 12 months shows: its cells, shades and month names. No colours, no pixels."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from hamstring_gui.domain.consistency import Day, Week
from hamstring_gui.domain.values import dataclass

WEEKS = 53
SHADES_MIN = (2.0, 5.0, 10.0)
"""Minutes held from which a day is a shade darker; any session at all is the first shade."""
MONTH_APART = 3
"""Columns that a month's name takes at least."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A day. `shade` is 0 for no session that counts, then 1 to 4; `partial`: sessions that don't count."""

    day: Day
    shade: int
    partial: bool
    rest: bool


def columns_of(weeks: Sequence[Week], today: date) -> tuple[tuple[Cell, ...], ...]:
    """A column for each of the last 53 weeks up to today's, a cell for each of its days up to today.

    `weeks` are oldest first, the running one last; weeks before them are empty.
    """
    if not weeks:
        return ()
    shown = weeks[-WEEKS:]
    first = shown[0].start - timedelta(weeks=WEEKS - len(shown))
    empty = [first + timedelta(days=number) for number in range(7 * (WEEKS - len(shown)))]
    cells = [Cell(Day(day, False, False), 0, False, False) for day in empty]
    cells += [Cell(day, shade_of(day), day.partial, week.rest) for week in shown for day in week.days]
    cells = [cell for cell in cells if cell.day.date <= today]
    return tuple(tuple(cells[number : number + 7]) for number in range(0, len(cells), 7))


def shade_of(day: Day) -> int:
    if not day.active:
        return 0
    return 1 + sum(day.held_s >= 60 * minutes for minutes in SHADES_MIN)


def months_over(starts: Sequence[date]) -> tuple[tuple[int, date], ...]:
    """The columns that a month's name stands over, with a day of that month: where its first day lies.

    The first column gets the name of its own month where there is room before the next one.
    """
    names = [(0, starts[0])] if starts else []
    for column, start in enumerate(starts[1:], 1):
        last = date.fromordinal(start.toordinal() + 6)
        if last.day <= 7:
            names.append((column, last))
    if len(names) > 1 and names[1][0] - names[0][0] < MONTH_APART:
        del names[0]
    return tuple(name for name in names if len(starts) - name[0] >= MONTH_APART - 1)
