"""Dates as people type them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from hamstring_gui.domain.finding import folded

EARLIEST = date(1970, 1, 1)


def understood_date(text: str, today: date, order: str, months: Sequence[str]) -> date | None:
    """The day that was typed, or `None` where it is no date.

    `order` is the locale's, such as "dmy"; a year in front always leads. `months` are names, January first, any number
    of rounds (long names, then short ones). Years may have two digits (of this century) or be left out: it is then the
    last such day up to `today`.
    """
    words, named = _numbered(folded(text), months)
    if re.search(r"[^\W\d]", words):
        return None
    numbers = [int(number) for number in re.findall(r"\d{1,4}", words)]
    if re.search(r"\d{5}", words) or len(numbers) not in (2, 3):
        return None
    if re.match(r"\D*\d{4}", words):
        order = "ymd"
    if named:
        order = _around_the_month(words, order)
    parts = dict(zip(order if len(numbers) == 3 else order.replace("y", ""), numbers, strict=True))
    if "y" in parts:
        year = parts["y"]
        return _day(year + 2000 if year < 100 else year, parts)
    return next(
        (day for year in range(today.year, today.year - 9, -1) if _is_past(day := _day(year, parts), today)), None
    )


def _numbered(text: str, months: Sequence[str]) -> tuple[str, bool]:
    """The text with a month's name replaced by its number, and whether there was one."""
    names = sorted(
        ((folded(name).strip("."), n % 12 + 1) for n, name in enumerate(months)), key=lambda one: -len(one[0])
    )
    for name, number in names:
        found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)\.?", text) if name else None
        if found:
            return f"{text[: found.start()]} {MARK}{number} {text[found.end() :]}", True
    return text, False


MARK = "#"


def _around_the_month(words: str, order: str) -> str:
    """The order of day, month and year where the month was named: the year is what stands last, or has four digits."""
    before = re.findall(r"\d+", words.partition(MARK)[0])
    if order.startswith("y") and before:
        return "ymd"
    return "dmy" if before else "mdy"


def _day(year: int, parts: dict[str, int]) -> date | None:
    with suppress(ValueError):
        return date(year, parts["m"], parts["d"])
    return None


def _is_past(day: date | None, today: date) -> bool:
    return day is not None and day <= today
