"""Dates as spreadsheet programs write them: which of their three numbers is the year, which the month, which the day.

Nobody guesses: an order holds for all dates of a file or for none, and where several would give other days, none does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Literal

from hamstring_gui.domain.reading import day_from, in_range

Order = Literal["ymd", "dmy", "mdy"]
ORDERS: tuple[Order, ...] = ("ymd", "dmy", "mdy")
LONGEST = 40
"""Characters of a date with its time; more is none."""
_TIME = r"(?:[T ,]+(\d{1,2}):(\d\d)(?::(\d\d))?(?:[.,]\d+)? ?(?:([ap])\.?m\.?)?)?"
_DATE = re.compile(rf" *(\d{{1,4}})([-/.]) ?(\d{{1,2}})\2 ?(\d{{1,4}})\.?{_TIME} *", re.IGNORECASE | re.ASCII)


def is_date(text: str) -> bool:
    """Whether it may be a date, with a time or without, in some order; an instant with its offset is none."""
    return len(text) <= LONGEST and _DATE.fullmatch(text) is not None


def is_foreign(text: str) -> bool:
    """Whether it may be a date that isn't written like 2026-11-22."""
    if not is_date(text):
        return False
    try:
        day_from(text[:10])
    except ValueError:
        return True
    return False


def day_in(order: Order, text: str) -> date | None:
    """The day that a text names when its numbers come in that order."""
    match = _DATE.fullmatch(text) if len(text) <= LONGEST else None
    if match is None:
        return None
    parts = dict(zip(order, match.group(1, 3, 4), strict=True))
    year, month, day = parts["y"], parts["m"], parts["d"]
    if (
        len(month) > 2
        or len(day) > 2
        or not (len(year) == 4 or (len(year) == 2 and (order != "ymd" or match[2] == "-")))
    ):
        return None  # nobody writes 26.11.22 or 26/11/22 for a day of November 2026
    try:
        return in_range(date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day)))
    except ValueError:
        return None


def iso_in(order: Order, text: str) -> str:
    """The text as an ISO date, or date and time; as it is, where it is no date in that order."""
    match, day = _DATE.fullmatch(text), day_in(order, text)
    if match is None or day is None:
        return text
    hour, minute, second, half = match.group(5, 6, 7, 8)
    if hour is None:
        return day.isoformat()
    hours = int(hour) % 12 + (12 if half.lower() == "p" else 0) if half else int(hour)
    return f"{day.isoformat()}T{hours:02}:{minute}:{second or '00'}"


def orders_of(texts: Iterable[str], fits: Callable[[Order], bool] = lambda _: True) -> tuple[Order, ...]:
    """The orders in which all of these texts are days; of several that give the same days, one.

    Where there are some that `fits` speaks for, only these.
    """
    known = set(texts)
    possible: dict[tuple[date | None, ...], Order] = {}
    for order in sorted(ORDERS, key=fits, reverse=True):
        days = tuple(day_in(order, text) for text in known)
        if None not in days:
            possible.setdefault(days, order)
    return tuple(order for order in possible.values() if fits(order)) or tuple(possible.values())


def undecided(text: str, orders: Iterable[Order]) -> str:
    """The reason to refuse a date that several orders would read differently."""
    days = " or ".join(sorted({str(day_in(order, text)) for order in orders}))
    return f'"{text[:60]}" may be {days}, and nothing in the file tells which; write dates like 2026-11-22'
