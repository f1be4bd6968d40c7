"""Typed reading of a table that a person wrote (TOML): what is wrong is said with its key and a reason.

Nothing here opens a file. A `Table` wraps the dictionary that a TOML parser returned; every getter checks one key, and
`done()` refuses the keys that nobody asked for, so that a misspelt key is an error and not a silent default.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NoReturn

FIRST_YEAR, LAST_YEAR = 1970, 2200
YEARS = f"of the years {FIRST_YEAR} to {LAST_YEAR}"

LONGEST_TEXT, MOST_TEXTS = 2000, 100
"""Characters of a text, and texts of a list, where nothing else is said."""


class ReadingError(ValueError):
    """A value that can't be used: where it stands (`items 2, hold_s`) and why."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}" if where else reason)
        self.where = where
        self.reason = reason


class Table:
    """One table of a file, read key by key.

    `where` names the table inside its file (empty for the top level). Every getter raises `ReadingError`.
    """

    def __init__(self, data: Mapping[str, Any], where: str = "") -> None:
        self._data = data
        self._where = where
        self._asked: set[str] = set()

    def __contains__(self, key: str) -> bool:
        return key in self._data

    def place(self, key: str) -> str:
        """The key as a person would look for it: `items 2, hold_s`."""
        return f"{self._where}, {key}" if self._where else key

    def refuse(self, key: str, reason: str) -> NoReturn:
        raise ReadingError(self.place(key), reason)

    def value(self, key: str, default: Any = ...) -> Any:
        """The raw value; without a default, a missing key is an error."""
        self._asked.add(key)
        if key in self._data:
            return self._data[key]
        if default is ...:
            self.refuse(key, "is missing")
        return default

    def told(self, key: str) -> Any:
        """The raw value, or nothing, without asking for it."""
        return self._data.get(key)

    def text(self, key: str, default: str | None = None, *, longest: int = LONGEST_TEXT) -> str:
        value = self.value(key, ... if default is None else default)
        if not isinstance(value, str):
            self.refuse(key, f"must be text in quotes; it is {_shown(value)}")
        if default is None and not value.strip():
            self.refuse(key, "must not be empty")
        if len(value) > longest:
            self.refuse(key, f"must be at most {longest} characters; it has {len(value)}")
        return value

    def choice(self, key: str, allowed: Sequence[str], default: str | None = None) -> str:
        value = self.value(key, ... if default is None else default)
        if value not in allowed:
            names = ", ".join(f'"{name}"' for name in allowed)
            self.refuse(key, f"must be one of {names}; it is {_shown(value)}")
        return str(value)

    def number(
        self,
        key: str,
        default: float | None = None,
        *,
        least: float = -math.inf,
        most: float = math.inf,
        above: float = -math.inf,
    ) -> float:
        """A finite number, `above` < number ≤ `most` and ≥ `least`."""
        value = self.value(key, ... if default is None else default)
        if not _is_number(value):
            self.refuse(key, f"must be a number; it is {_shown(value)}")
        if not (value > above and least <= value <= most):
            self.refuse(key, f"must be {_range_in_words(least, most, above)}; it is {value:g}")
        return float(value)

    def whole(self, key: str, default: int | None = None, *, least: int, most: int) -> int:
        value = self.value(key, ... if default is None else default)
        if isinstance(value, bool) or not isinstance(value, int):
            self.refuse(key, f"must be a whole number; it is {_shown(value)}")
        if not least <= value <= most:
            self.refuse(key, f"must be {_range_in_words(least, most, -math.inf)}; it is {_shown(value)}")
        return value

    def flag(self, key: str, default: bool) -> bool:
        value = self.value(key, default)
        if not isinstance(value, bool):
            self.refuse(key, f"must be true or false; it is {_shown(value)}")
        return value

    def numbers(self, key: str, lengths: tuple[int, ...], *, within: float = math.inf) -> tuple[float, ...]:
        """A list of finite numbers, from -`within` to `within`, whose length is one of `lengths`."""
        value = self.value(key)
        if not isinstance(value, list) or not all(map(_is_number, value)) or len(value) not in lengths:
            count = " or ".join(str(n) for n in lengths)
            self.refuse(key, f"must be a list of {count} numbers; it is {_shown(value)}")
        for n in value:
            if abs(n) > within:
                self.refuse(key, f"may hold numbers from {-within:g} to {within:g}; it holds {_shown(n)}")
        return tuple(map(float, value))

    def texts(
        self, key: str, allowed: Sequence[str] | None = None, *, most: int = MOST_TEXTS, longest: int = LONGEST_TEXT
    ) -> tuple[str, ...]:
        """A list of at most `most` texts of at most `longest` characters (empty when the key is missing)."""
        value = self.value(key, [])
        if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
            self.refuse(key, f"must be a list of texts; it is {_shown(value)}")
        if len(value) > most:
            self.refuse(key, f"must hold at most {most} texts; it holds {len(value)}")
        for text in value:
            if len(text) > longest:
                self.refuse(key, f"may hold texts of at most {longest} characters; one has {len(text)}")
            if allowed is not None and text not in allowed:
                names = ", ".join(f'"{name}"' for name in allowed)
                self.refuse(key, f"may hold {names}; it holds {_shown(text)}")
        return tuple(value)

    def table(self, key: str) -> Table:
        value = self.value(key)
        if not isinstance(value, Mapping):
            self.refuse(key, f"must be a table; it is {_shown(value)}")
        return Table(value, self.place(key))

    def tables(self, key: str, *, most: int, least: int = 1) -> Iterator[Table]:
        """The tables of a list, named by their number from 1; at least `least`, at most `most`."""
        value = self.value(key)
        if not isinstance(value, list) or not all(isinstance(entry, Mapping) for entry in value):
            self.refuse(key, f"must be a list of tables; it is {_shown(value)}")
        if not least <= len(value) <= most:
            self.refuse(key, f"must hold {least} to {most} tables; it holds {len(value)}")
        for number, entry in enumerate(value, start=1):
            yield Table(entry, f"{self.place(key)} {number}")

    def may_hold(self, *keys: str) -> None:
        """Keys that are known here although they may not be read."""
        self._asked.update(keys)

    def names(self) -> tuple[str, ...]:
        return tuple(self._data)

    def unknown(self) -> tuple[str, ...]:
        """The keys that were not asked for."""
        if self._asked.issuperset(self._data):
            return ()
        return tuple(key for key in self._data if key not in self._asked)

    def done(self) -> None:
        """Refuse the keys that were not asked for."""
        for key in self.unknown():
            known = ", ".join(sorted(self._asked))
            self.refuse(key, f"is not known here; known: {known}")


def day_from(text: str) -> date:
    """The date that an ISO text names, of the years `FIRST_YEAR` to `LAST_YEAR`. Raises `ValueError`."""
    return in_range(date.fromisoformat(text.strip()))


def in_range(day: date) -> date:
    """The date or instant itself. Raises `ValueError` when it is of another age."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"{day:%F} is not {YEARS}")
    return day


def _is_number(value: object) -> bool:
    """Whether it is a number that a float can hold."""
    try:
        return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
    except OverflowError:
        return False


def _shown(value: object) -> str:
    try:
        text = (
            f'"{value}"' if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else repr(value)
        )
    except ValueError:
        return "a number of thousands of digits"
    return text if len(text) <= 60 else text[:57] + "…"


def _range_in_words(least: float, most: float, above: float) -> str:
    low = f"more than {above:g}" if above > -math.inf else f"at least {least:g}" if least > -math.inf else ""
    high = f"at most {most:g}" if most < math.inf else ""
    return " and ".join(part for part in (low, high) if part)
