"""The JSON document read again, also one that a person or another program made."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any, TextIO

from hamstring_gui.domain.consistency import Goal
from hamstring_gui.domain.reading import ReadingError, Table
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.exchange import FORMAT, VERSION
from hamstring_gui.storage.found import MOST_HOLDS, Found
from hamstring_gui.storage.pulse import paced
from hamstring_gui.storage.session_reading import HoldReader, read_day, read_day_of_week, read_session, read_start


def read_json(file: TextIO, found: Found) -> None:
    """Find the sessions, goals and rest weeks of a document.

    Raises `StorageError` when it is no JSON, or another kind of document.
    """
    document = _document(file, found)
    if document.get("format", FORMAT) != FORMAT:
        raise StorageError(f'this is not a Hamstring history; its format is "{str(document["format"])[:60]}"')
    version = document.get("version", VERSION)
    if type(version) is not int or version > VERSION:
        raise StorageError(f"this is of a newer program (version {str(version)[:60]}, known is {VERSION})")
    if not document.keys() & {"sessions", "goals", "rest_weeks"}:
        raise StorageError("this is no Hamstring history: it has no list of sessions")
    entries = _entries(document, "sessions")
    for number, entry in enumerate(paced(entries, found.pulse, len(entries)), start=1):
        _session(entry, f"session {number}", found)
    if "goals" in document:
        _goals(document["goals"], found)
    _rest_weeks(_entries(document, "rest_weeks"), found)
    found.leave_out(sorted(document.keys() - {"format", "version", "sessions", "goals", "rest_weeks"}))


MOST_COMMAS, MOST_BRACKETS = 2_500_000, 1_200_000
"""Of the most holds and sessions that are read; empty lists and objects without end would fill the memory."""


def _document(file: TextIO, found: Found) -> dict[str, Any]:
    text = file.read()
    found.check(0, text.count('"side"'))
    if text.count(",") > MOST_COMMAS or text.count("{") + text.count("[") > MOST_BRACKETS:
        raise StorageError("this holds more than a history ever does")

    def table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found.pulse(None)
        return _table(pairs)

    try:
        document = json.loads(text, object_pairs_hook=table, parse_int=_whole_number)
    except json.JSONDecodeError as error:
        raise StorageError(f"line {error.lineno}: this is not JSON: {error.msg}") from error
    return document if isinstance(document, dict) else {}


def _table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object, in which null is as good as nothing. One that says two things under one name can't be understood."""
    table = dict(pairs)
    if len(table) < len(pairs):
        twice, _ = Counter(key for key, _ in pairs).most_common(1)[0]
        raise StorageError(f'"{twice[:60]}" is there twice in one object')
    return {key: value for key, value in pairs if value is not None}


def _whole_number(text: str) -> int | float:
    """One of hundreds of digits, which Python may refuse to read, is an endless one: no place takes that."""
    return int(text) if len(text) < 300 else float(text)


def _entries(document: dict[str, Any], key: str) -> list[Any]:
    entries = document.get(key, [])
    return entries if isinstance(entries, list) else [entries]


def _session(entry: Any, place: str, found: Found) -> None:
    if not isinstance(entry, dict):
        return found.refuse(f"{place}: must be an object")
    table = Table(entry, place)
    try:
        reader = HoldReader(read_start(table))
        tables = list(table.tables("holds", least=0, most=MOST_HOLDS)) if "holds" in table else []
        holds = tuple(reader.read(hold, position) for position, hold in enumerate(tables))
        session = read_session(table, holds)
    except ReadingError as error:
        return found.refuse(str(error))
    for part in (table, *tables):
        found.leave_out(part.unknown())
    return found.add(session, place)


def _goals(entries: Any, found: Found) -> None:
    try:
        for table in Table({"goals": entries}).tables("goals", least=0, most=100_000):
            found.goals.append(Goal(read_day(table, "since"), table.whole("days", least=1, most=7)))
    except ReadingError as error:
        found.refuse(str(error))


def _rest_weeks(entries: list[Any], found: Found) -> None:
    try:
        for number, text in enumerate(entries, start=1):
            place = f"rest_weeks {number}"
            found.rest_weeks.add(read_day_of_week(Table({place: text}), place))
    except ReadingError as error:
        found.refuse(str(error))
