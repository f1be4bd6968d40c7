"""Dates that are searched for: every way in which the user's language, and people, write a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from PySide6.QtCore import QLocale

from hamstring_gui.domain.days_asked import DAY, SHORT_YEAR, YEAR, DayForms, Form, Token, tokens
from hamstring_gui.ui.dates import month_names, typed_order, written, written_out

SAMPLE_YEAR = 2087
"""Its last two digits are neither a day's nor a month's."""
WEEKDAY_FORMS = ("dddd d MMMM", "dddd d MMM", "ddd d MMM")
FORMS = ("d MMMM", "d MMM", "MMM")


def day_forms() -> DayForms:
    """Every way in which a day is written here, and a few in which people write one anyway."""
    locale = QLocale()
    formats = (locale.dateFormat(form) for form in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat))
    return _day_forms(locale.name(), *formats)


@lru_cache(maxsize=2)
def _day_forms(*_language: str) -> DayForms:
    names, order = month_names(), typed_order()
    forms = [form for month in range(1, 13) for form in _numeric_forms(month, order)]
    for number, name in enumerate(names):
        words = tokens(name)
        for form in ((DAY, *words, YEAR), (*words, DAY, YEAR), (*words, YEAR), (DAY, *words, SHORT_YEAR)):
            forms.append(Form(form, number % 12 + 1))
    for month in range(1, 13):
        sample = date(SAMPLE_YEAR, month, 20)
        forms += [Form(_of_any_day(text, sample), month) for text in _written_in(sample, FORMS)]
        for day in range(20, 27):  # each day of the week, with a number that is no month's
            sample = date(SAMPLE_YEAR, month, day)
            with_weekday = (written_out(sample), *_written_in(sample, WEEKDAY_FORMS))
            forms += [Form(_of_any_day(text, sample), month, sample.isoweekday()) for text in with_weekday]
    return DayForms(forms)


def _numeric_forms(month: int, order: str) -> Iterator[Form]:
    """In the language's order, as ISO, and in the other order where the day can't be a month."""
    yield Form((YEAR, month, DAY), month)
    yield Form((month, YEAR), month)
    for year in (YEAR, SHORT_YEAR):
        parts: dict[str, Token] = {"d": DAY, "m": month, "y": year}
        yield Form(tuple(parts[part] for part in order), month)
        yield Form(tuple(parts[part] for part in order if part != "y"), month)
        for other in {"dmy", "mdy"} - {order}:
            yield Form(tuple(parts[part] for part in other), month, least_day=13)


def _written_in(day: date, forms: tuple[str, ...]) -> Iterator[str]:
    for fields in forms:
        yield written(day, fields)
        yield written(day, f"{fields} yyyy")


def _of_any_day(text: str, sample: date) -> tuple[Token, ...]:
    """A sample's tokens with the numbers that are its own replaced."""
    own: dict[Token, Token] = {sample.day: DAY, sample.year: YEAR, sample.year % 100: SHORT_YEAR}
    return tuple(own.get(word, word) for word in tokens(text))
