"""Dates, days of the week and times of day as the user's language writes them, and what it takes to read typed ones."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

translate = QCoreApplication.translate

_FIELD = re.compile(r"('[^']*')|(d{3,4}|d{1,2}|M{1,4}|y{2,4})")
_OF_ITS_OWN = re.compile(r"\s'[^']*'\.|(?:[^\s,،']|'[^']*')*")
"""What belongs to the field before it, not to the next one: `.`, `年`, ` г.`; but neither `, ` nor ` de `."""
_CLOCK = r"\s*(\d{1,2})(?:\s*[:.h ]?\s*(\d{2}))?\s*(?:([ap])\.?m\.?)?\s*"
_MONTH = "\ue000"
"""Stands in a pattern for a month's name."""


def written(day: date, fields: str, year_unless: int | None = None) -> str:
    """A day by these fields, in the order and with the signs of the language.

    "d MMMM" is `16 November`, `16. November`, `16 de noviembre`, `11月16日`. Fields are Qt's: ddd or dddd, d, MMM or
    MMMM, yyyy. With `year_unless` the year is added where it is another one. A month without a day, as in MMM yyyy,
    has a name that stands alone.
    """
    if year_unless is not None and day.year != year_unless:
        fields += " yyyy"
    locale = QLocale()
    spoken = locale.dateFormat(QLocale.FormatType.LongFormat)
    if locale.language() in (QLocale.Language.English, QLocale.Language.C):
        spoken = spoken.replace("dddd, d ", "dddd d ")
    pattern = _pattern(spoken, tuple(fields.split()))
    if "d" not in fields:
        shown = re.search("MMMM?", pattern)
        name = month_named(day.month, whole=shown is not None and len(shown[0]) == 4)
        return locale.toString(_qdate(day), re.sub("MMMM?", _MONTH, pattern)).replace(_MONTH, name)
    return locale.toString(_qdate(day), pattern)


def written_out(day: date) -> str:
    """`Friday, 20 November 2026`."""
    return QLocale().toString(_qdate(day), QLocale.FormatType.LongFormat)


@lru_cache(maxsize=32)
def _pattern(spoken: str, fields: tuple[str, ...]) -> str:
    """The pattern of some fields, out of that of a whole date in a language.

    What stands between two wanted fields stays. Of what stands around a field that isn't wanted, only what belongs to
    the wanted one before it does.
    """
    names, between = _taken_apart(spoken)
    wanted = {_kind(field): field for field in fields}
    pattern, before = "", -1
    for number, name in enumerate(names):
        if (kind := _kind(name)) not in wanted:
            continue
        pattern += between[before + 1] if before >= 0 else between[0] if number == 0 else ""
        pattern += wanted[kind] if len(name) > 2 else name  # a month that is a number stays one
        before = number
    own = _OF_ITS_OWN.match(between[before + 1])
    return pattern + (between[-1] if before == len(names) - 1 else own.group() if own else "")


def _taken_apart(spoken: str) -> tuple[list[str], list[str]]:
    """The fields of a pattern, and what stands before, between and after them."""
    names, between, end = [], [""], 0
    for found in _FIELD.finditer(spoken):
        if found[1]:
            continue
        between[-1] += spoken[end : found.start()]
        names.append(found[2])
        between.append("")
        end = found.end()
    between[-1] += spoken[end:]
    return names, between


def _kind(field: str) -> str:
    return "weekday" if len(field) > 2 and field[0] == "d" else field[0]


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def month_named(month: int, *, whole: bool = False) -> str:
    """`Nov` or `November`, standing alone."""
    form = QLocale.FormatType.LongFormat if whole else QLocale.FormatType.ShortFormat
    return QLocale().standaloneMonthName(month, form)


def weekday_named(number: int, *, whole: bool = False) -> str:
    """`Mon` or `Monday` for 1, standing alone."""
    form = QLocale.FormatType.LongFormat if whole else QLocale.FormatType.ShortFormat
    return QLocale().standaloneDayName(number, form)


def weekday_letter(number: int) -> str:
    """`M` for 1."""
    return QLocale().dayName(number, QLocale.FormatType.NarrowFormat)


def weekdays_listed(numbers: Iterable[int]) -> str:
    """`Monday, Tuesday and Sunday`, as they stand in a sentence."""
    return QLocale().createSeparatedList([QLocale().dayName(number) for number in numbers])


# -- times -----------------------------------------------------------------------------------------------------------
def clock(at: datetime | time) -> str:
    """`19:42`, or `7:42 PM`."""
    return QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)


def when(instant: datetime, now: datetime) -> str:
    """`Today, 07:15`, `Yesterday, 19:42`, `Friday 20 November, 19:42`; with its year where that isn't this one."""
    return time_on(instant, instant.date(), now.date())


def time_on(instant: datetime, day: date, today: date) -> str:
    """The same by the days that count: after midnight, it may still be the one before."""
    if day == today:
        return translate("wording", "Today, {time}").format(time=clock(instant))
    if day == today - timedelta(days=1):
        return translate("wording", "Yesterday, {time}").format(time=clock(instant))
    words = written(day, "dddd d MMMM", today.year)
    return translate("wording", "{day}, {time}").format(day=words, time=clock(instant))


def which_day(day: date, today: date) -> str:
    """The same for something of which only the day is known."""
    if day == today:
        return translate("wording", "Today")
    if day == today - timedelta(days=1):
        return translate("wording", "Yesterday")
    return written(day, "dddd d MMMM", today.year)


def time_typed(text: str) -> float | None:
    """The minute of the day that was typed: `18:30`, `6:30 pm`, `18`, `1830`; nothing where it is none."""
    read = QLocale().toTime(text.strip(), QLocale.FormatType.ShortFormat)
    if read.isValid():
        return 60.0 * read.hour() + read.minute()
    found = re.fullmatch(_CLOCK, text, re.IGNORECASE)
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return 60.0 * hour + minute if hour < 24 and minute < 60 else None


# -- dates that are typed --------------------------------------------------------------------------------------------
def typed(day: date) -> str:
    """`20/11/2026`: the language's short form with the whole year and without words, as it is typed."""
    pattern = re.sub(r"\s*'[^']*'\.?", "", QLocale().dateFormat(QLocale.FormatType.ShortFormat))
    return QLocale().toString(_qdate(day), re.sub("y+", "yyyy", pattern))


def typed_order() -> str:
    """The language's order of day, month and year: "dmy"."""
    pattern = QLocale().dateFormat(QLocale.FormatType.ShortFormat).lower()
    return "".join(sorted("dmy", key=pattern.find))


def month_names() -> list[str]:
    """Long names, then short ones, January first; the names that stand alone after those that stand in a date."""
    locale = QLocale()
    forms = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
    names = [locale.monthName(month, form) for form in forms for month in range(1, 13)]
    return names + [locale.standaloneMonthName(month, form) for form in forms for month in range(1, 13)]
