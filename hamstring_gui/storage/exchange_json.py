"""The JSON document read again, also one that a person or another program made."""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import chain
from json.encoder import encode_basestring_ascii
from typing import Any, TextIO

from hamstring_gui.domain.consistency import Goal
from hamstring_gui.domain.reading import ReadingError, Table
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.exchange import FORMAT, VERSION
from hamstring_gui.storage.found import MOST_HOLDS, Found
from hamstring_gui.storage.history_rows import LONGEST_NOTE
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


MOST_COMMAS, MOST_BRACKETS = 2_500_000, 700_000
"""Between the values of the most holds and sessions that are read; empty lists and objects without end would fill the
memory."""
FREE_MARKS, COMMAS_EACH, BRACKETS_EACH = 150_000, 20, 3
"""What may be there beside holds, sessions and goals, for other programs write more than is known here, and in each."""
MOST_CHARACTERS = 100_000_000
FREE_CHARACTERS, CHARACTERS_EACH = 20_000_000, 400
"""Where a letter needs four bytes, so does each of the text that it is in."""
LONGEST_TEXT = 12 * LONGEST_NOTE
"""A note of nothing but escapes."""
AT_ONCE = 1 << 16
TOO_MUCH = "this holds more than a history ever does"
_PARTS = ('"side"', '"started_at"', '"day"', '"since"')
"""One of these is in every hold, session and goal."""
_NOT_ASCII, _WIDE = re.compile(r"[^\x00-\x7f]+"), re.compile(r"[^\x00-\xff]|\\u")
_STRING = re.compile(r'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)  # one try for each, also where it has no end


def _text_of(file: TextIO) -> tuple[str, bool]:
    """The text in ASCII, which JSON can do: a single letter of another script has Python take up to four times the
    memory for all of it. Also whether there are such letters."""
    parts: list[str] = []
    length = unquoted = 0
    wide = False
    while part := file.read(AT_ONCE):
        unquoted = 0 if '"' in part else unquoted + len(part)
        wide = wide or _WIDE.search(part) is not None
        part = _NOT_ASCII.sub(lambda found: encode_basestring_ascii(found[0])[1:-1], part)
        length += len(part)
        if length > MOST_CHARACTERS or unquoted > LONGEST_TEXT:
            raise StorageError(TOO_MUCH)
        parts.append(part)
    return "".join(parts), wide


def _check_size(text: str, wide: bool, found: Found) -> None:
    holds, *others = map(text.count, _PARTS)
    found.check(0, holds)
    known = holds + sum(others)
    commas = min(MOST_COMMAS, FREE_MARKS + COMMAS_EACH * known)
    brackets = min(MOST_BRACKETS, FREE_MARKS + BRACKETS_EACH * known)
    if wide and len(text) > FREE_CHARACTERS + CHARACTERS_EACH * known:
        raise StorageError(TOO_MUCH)
    if text.count(",") > commas or text.count("{") + text.count("[") > brackets:
        _check_outside_texts(text, commas, brackets)


def _check_outside_texts(text: str, commas: int, brackets: int) -> None:
    end = 0
    for string in chain(_STRING.finditer(text), (None,)):
        between = text[end : string.start() if string is not None else None]
        commas -= between.count(",")
        brackets -= between.count("{") + between.count("[")
        if commas < 0 or brackets < 0:
            raise StorageError(TOO_MUCH)
        end = string.end() if string is not None else end


def _document(file: TextIO, found: Found) -> dict[str, Any]:
    text, wide = _text_of(file)
    _check_size(text, wide, found)

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
