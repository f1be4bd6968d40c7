"""The JSON document read again, also one that a person or another program made."""

from __future__ import annotations

from typing import Any, TextIO

from hamstring_gui.domain.consistency import Goal
from hamstring_gui.domain.reading import ReadingError, Table
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.exchange import FORMAT, VERSION
from hamstring_gui.storage.found import MOST_HOLDS, Found
from hamstring_gui.storage.json_stream import JsonStream
from hamstring_gui.storage.session_reading import HoldReader, read_day, read_day_of_week, read_session, read_start


def read_json(file: TextIO, found: Found) -> None:
    """Find the sessions, goals and rest weeks of a document.

    Raises `StorageError` when it is another kind of document, and `JsonStreamError`.
    """
    sessions = 0
    document = JsonStream(file)
    for key, value in document.members("sessions"):
        match key:
            case "format":
                if value != FORMAT:
                    raise StorageError(f'this is not a Hamstring history; its format is "{str(value)[:60]}"')
            case "version":
                if type(value) is not int or value > VERSION:
                    raise StorageError(f"this is of a newer program (version {str(value)[:60]}, known is {VERSION})")
            case "sessions":
                sessions += 1
                _session(value, f"session {sessions}", found)
            case "goals":
                _goals(value, found)
            case "rest_weeks":
                _rest_weeks(value, found)
            case _:
                found.unknown[key] = None
    if not document.keys & {"sessions", "goals", "rest_weeks"}:
        raise StorageError("this is no Hamstring history: it has no list of sessions")


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
        for key in part.unknown():
            found.unknown[key] = None
    return found.add(session, place)


def _goals(entries: Any, found: Found) -> None:
    try:
        for table in Table({"goals": entries}).tables("goals", least=0, most=100_000):
            found.goals.append(Goal(read_day(table, "since"), table.whole("days", least=1, most=7)))
    except ReadingError as error:
        found.refuse(str(error))


def _rest_weeks(entries: Any, found: Found) -> None:
    try:
        for number, text in enumerate(entries if isinstance(entries, list) else [entries], start=1):
            place = f"rest_weeks {number}"
            found.rest_weeks.add(read_day_of_week(Table({place: text}), place))
    except ReadingError as error:
        found.refuse(str(error))
