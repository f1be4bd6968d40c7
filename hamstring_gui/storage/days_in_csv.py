"""The dates of our own CSV after a spreadsheet program has saved it in its own way: 11/25/2026, 25.11.2026.

The instants keep their form there, since they have an offset: so `started_at` tells which number is the month.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from hamstring_gui.domain.reading import ReadingError
from hamstring_gui.storage.day_order import Order, day_in, is_date, is_foreign, iso_in, orders_of, undecided

COLUMNS = ("day", "started_at", "ended_at", "hold_started_at")
_EVE = timedelta(days=1)
"""After midnight a session belongs to the evening before."""
_WITH_TIME = len("2026-11-22 00:00:00")


class OtherDates(Exception):
    """The table has dates that aren't written in our way."""


class OurDates:
    """Leaves rows as they are; raises `OtherDates` where that won't do."""

    def __init__(self, names: Sequence[str]) -> None:
        self._columns = [n for n, name in enumerate(names) if name in COLUMNS]
        self._day = names.index("day") if "day" in names else -1

    def in_iso(self, row: list[str]) -> list[str]:
        for n in self._columns:
            if row[n][4:5] not in ("-", ""):
                raise OtherDates
        if self._day >= 0 and len(row[self._day]) > len("2026-11-22"):
            raise OtherDates
        return row


class DaysInCsv:
    """Finds out how a table writes its dates. Raises `ReadingError` where nobody can tell, and `csv.Error`."""

    def __init__(self, names: Sequence[str], rows: Iterable[tuple[int, list[str]]]) -> None:
        self._columns = [(n, name) for n, name in enumerate(names) if name in COLUMNS]
        self._texts: dict[str, dict[str, int]] = {name: {} for _, name in self._columns}
        self._told: set[tuple[str, str]] = set()
        self._look_at(rows)
        self._order = self._found_order()

    def _look_at(self, rows: Iterable[tuple[int, list[str]]]) -> None:
        """Keep each text that isn't written in our way, and one that is, with its line; they are many, so quickly."""
        columns = [(n, self._texts[name]) for n, name in self._columns]
        places = {name: n for n, name in self._columns}
        day, start = places.get("day"), places.get("started_at")
        seen = {n: False for n, _ in self._columns}
        for line, row in rows:
            for n, texts in columns:
                if n < len(row) and (text := row[n]) and not (text[4:5] == "-" and seen[n] and len(text) != _WITH_TIME):
                    seen[n] = seen[n] or text[4:5] == "-"
                    texts.setdefault(text, line)
            if day is not None and start is not None and max(day, start) < len(row) and row[day][4:5] != "-":
                self._told.add((row[day], row[start][:10]))

    def _found_order(self) -> Order | None:
        """The order of the dates that are not written in our way; nothing where all are, or where no order fits."""
        foreign = {name: texts for name, texts in self._texts.items() if any(map(is_foreign, texts))}
        if not foreign:
            return "ymd" if any(len(text) > len("2026-11-22") for text in self._texts.get("day", ())) else None
        lines = {text: line for texts in foreign.values() for text, line in texts.items() if is_date(text)}
        orders = orders_of(lines, self._is_told)
        if len(orders) > 1:
            text = next(text for text in lines if len({day_in(order, text) for order in orders}) > 1)
            column = next(name for name, texts in foreign.items() if text in texts)
            raise ReadingError(f"line {lines[text]}, {column}", undecided(text, orders))
        return orders[0] if orders else None

    def _is_told(self, order: Order) -> bool:
        """Whether the days are those of the instants, in that order."""
        for text, started in self._told:
            try:
                start = date.fromisoformat(started)
                days = (start, start - _EVE)
            except (ValueError, OverflowError):
                continue
            if day_in(order, text) not in days:
                return False
        return True

    def in_iso(self, row: list[str]) -> list[str]:
        """The row with its dates as we write them."""
        if self._order is not None:
            for n, name in self._columns:
                if is_date(row[n]):
                    text = iso_in(self._order, row[n])
                    row[n] = text[:10] if name == "day" else text
        return row
