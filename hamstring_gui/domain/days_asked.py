"""Days that are asked for in a search, as people write them: `November`, `24/11/2026`, `24.11.`, `29 February 2020`.

How a language writes days is handed in as forms: every way in which a day may be written, for every month and day of
the week. A part of the query that fits a piece of one asks for the days that are written so; it may as well be words
that have nothing to do with a day, and so it is also looked for as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property

from hamstring_gui.domain.finding import folded
from hamstring_gui.domain.values import dataclass

Token = str | int
"""A word in one case without accents, or a number; or what stands in a form for the numbers that are a day's own."""
DAY, YEAR, SHORT_YEAR = "{day}", "{year}", "{short year}"
EVERY = frozenset((month, weekday) for month in range(1, 13) for weekday in range(1, 8))
LONGEST_NUMBER = 4
BEGINNING = 3
"""So many letters stand for a word that begins with them."""
_WORD = re.compile(r"\d+|[\u3040-\u30ff\u3400-\u9fff]|[^\W\d_\u3040-\u30ff\u3400-\u9fff]+")
_YEARS = range(1000, 10_000)


def tokens(text: str) -> tuple[Token, ...]:
    """Words and numbers without the signs between them: `Tue, 24.11.` becomes `tue`, 24, 11."""
    words = _WORD.findall(folded(text))
    return tuple(int(word) if word.isdecimal() and len(word) <= LONGEST_NUMBER else word for word in words)


@dataclass(frozen=True, slots=True)
class Form:
    """How a day of a month (1–12) and a day of the week (1–7, 0 for any) is written; for days from `least_day` on."""

    tokens: tuple[Token, ...]
    month: int
    weekday: int = 0
    least_day: int = 1

    @property
    def days(self) -> frozenset[tuple[int, int]]:
        return frozenset((self.month, weekday) for weekday in ((self.weekday,) if self.weekday else range(1, 8)))


@dataclass(frozen=True, slots=True)
class Asked:
    """Days of these months and days of the week; 0 is any day, any year."""

    days: frozenset[tuple[int, int]] = EVERY
    day: int = 0
    year: int = 0
    least_day: int = 1

    def has(self, day: date) -> bool:
        return (
            self.day in (0, day.day)
            and self.year in (0, day.year)
            and day.day >= self.least_day
            and (day.month, day.isoweekday()) in self.days
        )


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a query: as it was typed, in one case and without accents, and the days that it may mean."""

    words: str
    asked: tuple[Asked, ...] = ()

    def fits(self, days: Iterable[date], text: str) -> bool:
        """Whether one of the days is meant, or the words stand in a folded text, a number not inside another one."""
        return any(asked.has(day) for asked in self.asked for day in days) or self._stands_in(text)

    def _stands_in(self, text: str) -> bool:
        at = text.find(self.words)
        while at >= 0:
            end = at + len(self.words)
            within = at > 0 and self.words[0].isdecimal() and text[at - 1].isdecimal()
            if not (within or (text[end : end + 1].isdecimal() and self.words[-1].isdecimal())):
                return True
            at = text.find(self.words, at + 1)
        return False


class DayForms:
    """The forms of a language, and what is asked for in them."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._forms = tuple(dict.fromkeys(forms))

    @cached_property
    def _words(self) -> dict[str, frozenset[tuple[int, int]]]:
        """The words of the forms, with the months and days of the week that they are written for."""
        words: dict[str, set[tuple[int, int]]] = {}
        for form in self._forms:
            for token in form.tokens:
                if isinstance(token, str) and token not in (DAY, YEAR, SHORT_YEAR):
                    words.setdefault(token, set()).update(form.days)
        return {word: frozenset(days) for word, days in words.items()}

    def parts(self, query: str) -> tuple[Part, ...]:
        """What a session has to fit, each of them: words that belong to one day stay together."""
        return tuple(part for run in self._runs(folded(query).split()) for part in self._read(run))

    def _runs(self, words: Sequence[str]) -> Iterator[list[str]]:
        """Words that may be one day, together; every other word by itself."""
        run: list[str] = []
        for word in words:
            goes_on = run and self._of_a_day(word) and not (run[-1][-1].isdecimal() and word[0].isdecimal())
            if run and not goes_on:
                yield run
                run = []
            run.append(word)
            if not self._of_a_day(word):
                yield run
                run = []
        if run:
            yield run

    def _of_a_day(self, word: str) -> bool:
        found = tokens(word)
        return bool(found) and ":" not in word and all(isinstance(one, int) or self._days_of(one) for one in found)

    def _days_of(self, word: str) -> frozenset[tuple[int, int]]:
        """The months and days of the week that a word, or its beginning, is written for."""
        if len(word) < BEGINNING:
            return self._words.get(word, frozenset())
        return frozenset().union(*(days for known, days in self._words.items() if known.startswith(word)))

    def _read(self, run: list[str]) -> list[Part]:
        """A run is one day, or else each of its words is something of its own."""
        words = " ".join(run)
        asked = (tuple(_unfinished(words)) or self._asked(tokens(words))) if self._of_a_day(run[0]) else ()
        if asked or len(run) == 1:
            return [Part(words, asked)]
        return [part for word in run for part in self._read([word])]

    def _asked(self, wanted: tuple[Token, ...]) -> tuple[Asked, ...]:
        if len(wanted) == 1 and isinstance(wanted[0], int):
            number = wanted[0]
            return (Asked(year=number),) if number in _YEARS else (Asked(day=number),) if 0 < number < 32 else ()
        if not any(isinstance(one, int) for one in wanted):
            days = EVERY.intersection(*(self._days_of(str(one)) for one in wanted))
            return () if days == EVERY else (Asked(days),)
        found: dict[tuple[int, int, int], set[tuple[int, int]]] = {}
        for form in self._forms:
            for key in _fitting(wanted, form):
                found.setdefault(key, set()).update(form.days)
        return tuple(Asked(frozenset(days), *key) for key, days in found.items())


def _fitting(wanted: tuple[Token, ...], form: Form) -> Iterator[tuple[int, int, int]]:
    """The day, year and least day with which what is wanted is a piece of a form; the beginning, where that is a year:
    what follows may be another language's order."""
    last = 0 if form.tokens[0] == YEAR else len(form.tokens) - len(wanted)
    for first in range(last + 1 if len(wanted) <= len(form.tokens) else 0):
        day = year = 0
        for token, written in zip(wanted, form.tokens[first:], strict=False):
            if isinstance(token, str):
                fits = isinstance(written, str) and (token == written or _begins(token, written))
            elif written == DAY:
                fits, day = 0 < token < 32, token
            elif written == YEAR:
                fits, year = token in _YEARS, token
            elif written == SHORT_YEAR:
                fits, year = token < 100 and len(wanted) > 2, 2000 + token
            else:
                fits = token == written
            if not fits:
                break
        else:
            if not (day and year) or len(wanted) > 2:  # the month stands between them, or it is something else
                yield day, year, form.least_day


def _unfinished(words: str) -> Iterator[Asked]:
    """The days of an ISO date whose last digit is still to be typed: `2026-1`, `2026-11-2`."""
    if found := re.fullmatch(r"(\d{4})-(?:([01])|([01]\d)-([0-3]))", words):
        year, tens_of_month, month, tens_of_day = (int(digits or 0) for digits in found.groups())
        days, months = range(10 * tens_of_day, 10 * tens_of_day + 10), range(month, month + 1)
        if not found[3]:
            days, months = range(1), range(10 * tens_of_month, 10 * tens_of_month + 10)
        pairs = frozenset(pair for pair in EVERY if pair[0] in months)
        yield from (Asked(pairs, day, year) for day in days if day or not found[3])


def _begins(token: str, written: str) -> bool:
    return len(token) >= BEGINNING and written.startswith(token)
