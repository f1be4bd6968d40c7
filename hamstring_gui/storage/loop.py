"""The `Checkmarks.csv` of Loop Habit Tracker: on which days each habit was done.

Loop writes one for all habits (`Date,Meditate,Stretch,`, no name in quotation marks) and one for each
(`Date,Value,Notes`, or no names at all). Newer versions write words, older ones numbers: 2 YES_MANUAL (done),
1 YES_AUTO (not done, and needn't have been), 0 NO, -1 UNKNOWN, 3 SKIP (-3 for a while); version 2.0 wrote
`Entry(timestamp=2026-11-02, value=2)`. A habit that is measured has its amount in thousandths; any is taken for done.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from hamstring_gui.domain.reading import ReadingError, Table
from hamstring_gui.storage.day_order import ORDERS, day_in, is_date, is_foreign, orders_of, undecided
from hamstring_gui.storage.found import Found, TooMuch
from hamstring_gui.storage.history_rows import storable
from hamstring_gui.storage.pulse import paced
from hamstring_gui.storage.session_reading import read_day
from hamstring_gui.storage.spread import of_few_columns

MOST_CELLS, MOST_HABITS = 3_000_000, 500
"""Of all files together; thirty habits over ten years have 110,000 checkmarks."""
LONGEST_HABIT = 200
_WORDS = {"YES_MANUAL": True} | dict.fromkeys(("YES_AUTO", "NO", "UNKNOWN", "SKIP", ""), False)
_DONE, _SKIP = 2, 3
_ENTRY = re.compile(r"Entry\(timestamp=[^,;()\t]{0,40}[,;\t] ?value=(-?\d{1,12})(?:[,;\t] ?notes=[^()]{0,2000})?\)")
_FIRST_CELL = re.compile(r'"?(Date|\d[^,;\t"]{5,30})"?([,;\t])', re.IGNORECASE | re.ASCII)
_OF_ONE_HABIT = (["value"], ["value", "notes"])


def delimiter_of_loop(header: str) -> str:
    """What separates the columns of a Checkmarks.csv with that first line; nothing where it is another file's."""
    first = _FIRST_CELL.match(header)
    return first[2] if first and (first[1].casefold() == "date" or is_date(first[1])) else ""


@dataclass(slots=True)
class _Day:
    """A row: which habits were done, by their columns, how many values there are (but for empty ones at the end), and
    how many cells."""

    place: str
    text: str
    names: Sequence[str]
    done: list[int]
    values: int
    cells: int


@dataclass(slots=True)
class LoopReader:
    """Reads one file after the other; `finish` tells what was found in all of them."""

    found: Found
    _habits: dict[str, set[date]] = field(default_factory=dict)
    _days: list[_Day] = field(default_factory=list)
    _cells: int = 0

    def read(self, lines: Iterable[str], delimiter: str, name: str, file: str = "") -> None:
        """Read a file's lines; raises `csv.Error`. `name` is what the habit is called where the file doesn't say it."""
        where = f"{file}, line" if file else "line"
        lines = of_few_columns(paced(lines, self.found.pulse), delimiter, MOST_CELLS)
        known: Iterator[str] = (_ENTRY.sub(r"\1", line) for line in lines)
        header, before = "", 0
        while not header.strip(" \t\r\n,;"):
            header, before = next(known, "Date"), before + 1
        names, cells = _names(header, delimiter)
        if not header.lstrip(' "').casefold().startswith("date"):
            known, before = chain([header], known), before - 1
        days = []
        for number, row in _numbered(known, delimiter, before):
            days.append(self._day(row, names or [name], f"{where} {number}", alone=not names))
        for habit in names or [name]:
            self._habits.setdefault(habit, set())
        if len(self._habits) > MOST_HABITS:
            raise TooMuch(f"this is too large; at most {MOST_HABITS} habits are read")
        self._days += self._fitting(days, f"{where} {before}", cells) if names else days

    def _day(self, row: Sequence[str], names: Sequence[str], place: str, *, alone: bool) -> _Day:
        self._cells += len(row)
        if self._cells > MOST_CELLS:
            raise TooMuch(f"this is too large; at most {MOST_CELLS} checkmarks are read")
        cells = row[1:2] if alone else row[1:]
        values = len(cells)
        while values and not cells[values - 1].strip():
            values -= 1
        done = []
        try:
            if not cells:
                raise ReadingError(place, "has no value beside the date")
            done = [n for n, habit in enumerate(names[:values]) if _is_done(cells[n], place, habit)]
        except ReadingError as error:
            self.found.refuse(str(error))
        return _Day(place, row[0], names, done, values, len(cells))

    def _fitting(self, days: list[_Day], header: str, cells: int) -> list[_Day]:
        """The days that have a value for each name of the header, which has so many cells beside the date.

        Nobody can tell whose a value is otherwise.
        """
        valued = [day for day in days if day.values]
        if not valued:
            return days
        names, most = valued[0].names, max(day.values for day in valued)
        if most < len(names) or all(day.values > len(names) for day in valued):
            listed = ", ".join(f'"{name[:60]}"' for name in names[:12])
            self.found.refuse(
                f"{header}: names {_counted(len(names), 'habit')} ({listed}), but {valued[0].place} has "
                f"{_counted(valued[0].values, 'value')}; a comma in a habit's name does that, and then nobody can tell "
                "whose a value is: import the zip that Loop wrote instead"
            )
            return []
        for day in days:
            if day.values > len(names) or (day.values < len(names) and day.cells < cells):
                count, wanted = _counted(day.values, "value"), _counted(len(names), "habit")
                self.found.refuse(f"{day.place}: has {count}; {header} names {wanted}")
        return days

    def finish(self) -> None:
        """Tell the habits, in the order of the files, each with the days on which it was done."""
        texts = {day.text for day in self._days if is_date(day.text)}
        orders = orders_of(texts) if any(is_foreign(text) for text in texts) else ORDERS[:1]
        if len(orders) > 1:
            first = next(day for day in self._days if len({day_in(order, day.text) for order in orders}) > 1)
            self.found.refuse(f"{first.place}, Date: {undecided(first.text, orders)}")
            return
        order = (
            orders[0] if orders else max(ORDERS, key=lambda one: sum(day_in(one, text) is not None for text in texts))
        )
        for day in self._days:
            try:
                read = day_in(order, day.text) or read_day(Table({"Date": day.text}, day.place), "Date")
            except ReadingError as error:
                self.found.refuse(str(error))
                continue
            for number in day.done:
                self._habits[day.names[number]].add(read)
        self.found.habits = {name: frozenset(days) for name, days in self._habits.items()}


def _names(header: str, delimiter: str) -> tuple[list[str], int]:
    """The habits' names, in the order of the columns after the date, none in a file of one habit; and how many columns.

    Loop puts no name in quotation marks, also where one stands in it; spreadsheet programs do.
    """
    try:
        cells = next(csv.reader([header], delimiter=delimiter, strict=True))
    except csv.Error:
        cells = header.rstrip("\r\n").split(delimiter)
    names = [storable(" ".join(name.split())[:LONGEST_HABIT]) for name in cells[1:]]
    while names and not names[-1]:
        names.pop()
    is_header = cells[0].strip(' "').casefold() == "date"
    of_one = not is_header or [name.casefold() for name in names] in _OF_ONE_HABIT
    return ([] if of_one else names), len(cells) - 1


def _numbered(lines: Iterable[str], delimiter: str, before: int) -> Iterator[tuple[int, list[str]]]:
    """The rows that aren't empty, each with the number of the line that it begins in."""
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    line = before + 1
    for row in reader:
        if any(row):
            yield line, row
        line = before + reader.line_num + 1


def _is_done(value: str, place: str, habit: str) -> bool:
    text = value.strip()
    if text in _WORDS:
        return _WORDS[text]
    try:
        number = int(text) if len(text) < 20 else None
    except ValueError:
        number = None
    if number is None:
        raise ReadingError(
            f"{place}, {habit[:60]}", f'"{text[:60]}" is no checkmark; the file to import is Checkmarks.csv'
        )
    return number == _DONE or number > _SKIP


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
