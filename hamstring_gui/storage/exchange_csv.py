"""The history as a spreadsheet, one row per hold, and such a spreadsheet read again.

UTF-8 with a byte order mark, commas, CRLF: as spreadsheet programs open it. Seconds are rounded to milliseconds. Goals
and rest weeks are in the JSON document alone. What spreadsheet programs make of it when they save it is read as well:
`spread` and `days_in_csv`. A text that a spreadsheet program would take for a formula begins with an
apostrophe, and so does what stands in it after a line break or a semicolon, where some programs begin another cell;
reading takes the apostrophes away again.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TextIO

from hamstring_gui.domain.consistency import Kinds
from hamstring_gui.domain.history import HoldRecord, SessionRecord, Tightness
from hamstring_gui.domain.reading import ReadingError, Table
from hamstring_gui.domain.values import replace
from hamstring_gui.storage.days_in_csv import DaysInCsv, OtherDates, OurDates
from hamstring_gui.storage.exchange import instant_text, kind_of
from hamstring_gui.storage.found import Found
from hamstring_gui.storage.history_rows import LONGEST_NOTE
from hamstring_gui.storage.pulse import paced
from hamstring_gui.storage.session_reading import HoldReader, read_session, read_start
from hamstring_gui.storage.spread import lines_of, of_few_columns

BYTE_ORDER_MARK = "\ufeff"
SESSION_COLUMNS = {
    "session": "id",
    "day": "day",
    "time": "",
    "started_at": "started_at",
    "ended_at": "ended_at",
    "routine": "routine",
    "routine_name": "routine_name",
    "session_outcome": "outcome",
    "session_planned_s": "planned_s",
    "tightness_left": "left",
    "tightness_right": "right",
    "note": "note",
    "source": "source",
}
"""The columns that are the same in all rows of a session, and what the JSON document calls them ("" nothing)."""
HOLD_COLUMNS = {
    "hold": "hold",
    "exercise": "exercise",
    "side": "side",
    "set": "set",
    "planned_s": "planned_s",
    "held_s": "held_s",
    "outcome": "outcome",
    "hold_started_at": "started_at",
    "kind": "kind",
    "region": "region",
}
_NUMBERS = {"hold", "set", "planned_s", "held_s", "session_planned_s", "tightness_left", "tightness_right"}
_CELL = r"\A|[\r\n;][ \"]*"
_FORMULA = r"(?=[=+\-@\t＝＋－＠'])"
_BREAK = r"(?=[\r\n])"
_DANGER = re.compile(rf"\A{_BREAK}|({_CELL}){_FORMULA}")
_DEFUSED = re.compile(rf"\A'{_BREAK}|({_CELL})'{_FORMULA}")
_WHOLE = 1e15
csv.field_size_limit(LONGEST_NOTE * 3 // 2 + 1)
"""The longest note, in which an apostrophe stands before every second character; whoever reads CSV here reads so."""
_DECIMAL_COMMA = re.compile(r" *-?\d*,\d+ *", re.ASCII)


def write_csv(sessions: Iterable[SessionRecord], out: TextIO, kinds: Kinds | None = None) -> None:
    """`kinds` are those of the user's own exercises."""
    out.write(BYTE_ORDER_MARK)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow((*SESSION_COLUMNS, *HOLD_COLUMNS))
    for session in sessions:
        head = _head(session)
        writer.writerows((*head, *_tail(hold, kinds or {})) for hold in session.holds)
        if not session.holds:
            writer.writerow((*head, *("" for _ in HOLD_COLUMNS)))


def _head(session: SessionRecord) -> tuple[object, ...]:
    rated = session.tightness or Tightness()
    return (
        _harmless(session.id), session.day.isoformat(), f"{session.started_at:%H:%M}",
        instant_text(session.started_at), instant_text(session.ended_at),
        _harmless(session.routine), _harmless(session.routine_name), session.outcome, round(session.planned_s, 3),
        rated.left, rated.right, _harmless(session.note), _harmless(session.source),
    )  # fmt: skip


def _tail(hold: HoldRecord, kinds: Kinds) -> tuple[object, ...]:
    return (
        hold.position + 1, _harmless(hold.exercise), hold.side, hold.set, round(hold.planned_s, 3),
        round(hold.held_s, 3), hold.outcome, instant_text(hold.started_at), *map(_harmless, kind_of(hold, kinds)),
    )  # fmt: skip


def _harmless(text: str) -> str:
    return _DANGER.sub(r"\1'", text)


def _as_it_was(text: str) -> str:
    return _DEFUSED.sub(r"\1", text) if "'" in text else text


def is_ours(columns: Iterable[str]) -> bool:
    names = {name.strip().casefold() for name in columns}
    return bool(names & {"day", "started_at"}) and bool(names & {"session", "exercise", "held_s", "planned_s"})


class _Columns:
    """Which columns a spreadsheet has, and the values of a row in them."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = [name.strip().casefold() for name in names]
        self._session = [(n, name) for n, name in enumerate(self.names) if name in SESSION_COLUMNS]
        self._hold = [(n, name) for n, name in enumerate(self.names) if name in HOLD_COLUMNS]

    @property
    def unknown(self) -> list[str]:
        return [name for name in self.names if name and name not in SESSION_COLUMNS | HOLD_COLUMNS]

    def of_session(self, row: Sequence[str]) -> dict[str, str]:
        """The cells that are the same in all rows of a session, by the names of their columns; without empty ones."""
        return {name: row[n] for n, name in self._session if row[n]}

    def session_values(self, row: Sequence[str]) -> dict[str, Any]:
        """The session's part as the JSON document has it."""
        values = {SESSION_COLUMNS[name]: self._value(row[n], name) for n, name in self._session if row[n]}
        values.pop("", None)
        legs = {leg: values.pop(leg) for leg in ("left", "right") if leg in values}
        return values | ({"tightness": legs} if legs else {})

    def hold_values(self, row: Sequence[str]) -> dict[str, Any]:
        """The hold's part as the JSON document has it; empty where there is none."""
        return {HOLD_COLUMNS[name]: self._value(row[n], name) for n, name in self._hold if row[n]}

    def _value(self, cell: str, name: str) -> float | str:
        if name not in _NUMBERS:
            return _as_it_was(cell)
        try:
            number = float(cell.replace(",", ".") if "," in cell and _DECIMAL_COMMA.fullmatch(cell) else cell)
        except ValueError:
            return cell
        return int(number) if number.is_integer() and abs(number) < _WHOLE else number


@dataclass(slots=True)
class _Session:
    """A session while its rows come in; they need not follow on each other."""

    line: int
    cells: dict[str, str]
    table: Table
    reader: HoldReader
    holds: list[tuple[float, HoldRecord]] = field(default_factory=list)

    def record(self) -> SessionRecord:
        self.holds.sort(key=lambda numbered: numbered[0])
        holds = (hold if hold.position == n else replace(hold, position=n) for n, (_, hold) in enumerate(self.holds))
        return read_session(self.table, tuple(holds))


def read_csv(file: TextIO, found: Found, delimiter: str) -> None:
    """Find the sessions of a spreadsheet, whatever the order of its rows and columns. Raises `csv.Error`.

    Rows with the same `session`, or without one with the same start and routine, are holds of one session.
    """
    names, rows = _table(file, delimiter)
    found.leave_out(_Columns(names).unknown)
    _count_holds(names, rows, found)
    names, rows = _table(file, delimiter)
    before = len(found.problems)
    try:
        sessions = _sessions(names, rows, OurDates(names), found)
    except OtherDates:
        del found.problems[before:]
        try:
            days = DaysInCsv(*_table(file, delimiter))
        except ReadingError as error:
            return found.refuse(str(error))
        sessions = _sessions(*_table(file, delimiter), days, found)
    for session in paced(sessions, found.pulse, len(sessions)):
        try:
            found.add(session.record(), f"line {session.line}")
        except ReadingError as error:
            found.refuse(str(error))
    return None


def _count_holds(names: list[str], rows: Iterable[tuple[int, list[str]]], found: Found) -> None:
    """Refuse a spreadsheet of more holds than are read before anything is made of it."""
    side = names.index("side") if "side" in names else len(names)
    holds = 0
    for _, row in paced(rows, found.pulse):
        if side < len(row) and row[side]:
            holds += 1
            found.check(0, holds)


def _sessions(
    names: list[str], rows: Iterable[tuple[int, list[str]]], dates: OurDates | DaysInCsv, found: Found
) -> Collection[_Session]:
    columns = _Columns(names)
    sessions: dict[object, _Session] = {}
    for line, row in paced(rows, found.pulse):
        found.check(len(sessions), 0)
        try:
            _take(line, dates.in_iso(_fitting(line, row, len(names))), columns, sessions)
        except ReadingError as error:
            found.refuse(str(error))
    return sessions.values()


def _table(file: TextIO, delimiter: str) -> tuple[list[str], Iterator[tuple[int, list[str]]]]:
    """The names of the columns, and every row that isn't empty, with the line that it begins in."""
    rows = _rows(csv.reader(of_few_columns(lines_of(file), delimiter), delimiter=delimiter, strict=True))
    return [name.strip().casefold() for name in next(rows)[1]], rows


def _rows(reader: Any) -> Iterator[tuple[int, list[str]]]:
    line = 1
    for row in reader:
        if any(map(str.strip, row)):
            yield line, row
        line = reader.line_num + 1


def _fitting(line: int, row: list[str], width: int) -> list[str]:
    """The row, as long as the first one."""
    if any(row[width:]):
        raise ReadingError(f"line {line}", f"has {len(row)} columns; the first line names {width}")
    return row if len(row) >= width else row + [""] * (width - len(row))


def _take(line: int, row: Sequence[str], columns: _Columns, sessions: dict[object, _Session]) -> None:
    cells = columns.of_session(row)
    key = cells.get("session") or tuple(cells.get(name) for name in ("started_at", "day", "routine"))
    session = sessions.get(key)
    if session is None:
        table = Table(columns.session_values(row), f"line {line}, session")
        session = sessions[key] = _Session(line, cells, table, HoldReader(read_start(table)))
    elif cells != session.cells:
        other = next(name for name in SESSION_COLUMNS if cells.get(name) != session.cells.get(name))
        raise ReadingError(f"line {line}, {other}", f"differs from line {session.line}, which is the same session")
    values = columns.hold_values(row)
    if values:
        table = Table(values, f"line {line}")
        number = table.number("hold", len(session.holds) + 1)
        session.holds.append((number, session.reader.read(table, len(session.holds))))
