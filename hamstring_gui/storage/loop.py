"""The `Checkmarks.csv` of Loop Habit Tracker: days on which a habit was done, as active days of this history.

Loop writes one for all habits (`Date,Meditate,Stretch,`) and one for each (`Date,Value,Notes`, or no names at all).
Newer versions write words, older ones numbers: 2 YES_MANUAL (done), 1 YES_AUTO (not done, and needn't have been), 0 NO,
-1 UNKNOWN, 3 SKIP. A habit that is measured has its amount in thousandths; any is taken for done.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence, Set
from datetime import date, datetime
from typing import TextIO

from hamstring_gui.domain.history import SessionRecord
from hamstring_gui.domain.reading import ReadingError, Table
from hamstring_gui.storage.found import Found
from hamstring_gui.storage.history_rows import LONGEST_NAME, storable
from hamstring_gui.storage.session_reading import NOON, read_day

SOURCE = "import:loop"
_WORDS = {"YES_MANUAL": True} | dict.fromkeys(("YES_AUTO", "NO", "UNKNOWN", "SKIP", ""), False)
_DONE, _SKIP = 2, 3


def is_loops(columns: Sequence[str]) -> bool:
    first = columns[0].strip() if columns else ""
    return len(columns) > 1 and (first == "Date" or re.fullmatch(r"\d{4}-\d\d-\d\d", first) is not None)


def read_loop(file: TextIO, found: Found, name: str, active: Set[date]) -> None:
    """Find the days on which any habit was done. Raises `csv.Error`.

    `name` is what the habit is called where the file doesn't say it. Days in `active` are already here: their sessions
    are likely the very same.
    """
    habits: tuple[str, ...] = ()
    reader = csv.reader(file)
    done_at_all: dict[str, None] = {}
    for row in reader:
        if not habits:
            habits = _habits(row, name)
            if row[0].strip() == "Date":
                continue
        if not any(row):
            continue
        place = f"line {reader.line_num}"
        try:
            day = read_day(Table({"Date": row[0]}, place), "Date")
            done = [habit for habit, value in zip(habits, row[1:], strict=False) if _is_done(value, place, habit)]
        except ReadingError as error:
            found.refuse(str(error))
            continue
        done_at_all |= dict.fromkeys(done)
        if done and day in active:
            found.already_here += 1
        elif done:
            found.add(_session(day, done), place)
    found.habits = tuple(done_at_all)


def _habits(first_row: Sequence[str], name: str) -> tuple[str, ...]:
    """The habits' names, in the order of the columns after the date. The last column is empty."""
    if first_row[0].strip() != "Date" or first_row[1].strip() == "Value":
        return (name,)
    return tuple(storable(habit.strip()) for habit in first_row[1:] if habit.strip())


def _is_done(value: str, place: str, habit: str) -> bool:
    text = value.strip()
    if text in _WORDS:
        return _WORDS[text]
    try:
        number = int(text)
    except ValueError:
        raise ReadingError(
            f"{place}, {habit[:60]}", f'"{text[:60]}" is no checkmark; the file to import is Checkmarks.csv'
        ) from None
    return number == _DONE or number > _SKIP


def _session(day: date, habits: Sequence[str]) -> SessionRecord:
    noon = datetime.combine(day, NOON).astimezone()
    name = ", ".join(habits)[:LONGEST_NAME]
    return SessionRecord(f"loop-{day.isoformat()}", "", name, noon, noon, day, "finished", 0.0, (), source=SOURCE)
