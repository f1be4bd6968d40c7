"""Reading a large JSON document piece by piece, so that it never lies in memory as a whole."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NoReturn, TextIO

_CHUNK = 1 << 16
_SPACE = re.compile(r"[ \t\n\r]*")
_LONGEST_SHOWN = 60
_LONGEST_WORD = 16
"""Characters of `false`, `-Infinity` or an escaped letter, and some more."""
_UNDECIDED = 2
"""Characters that may belong to a number when its next one is there: 12 may be the beginning of 123, 1e+ of 1e+3."""
_LONGEST_TEXT = 1 << 22


class JsonStreamError(ValueError):
    """The text is no JSON; says in which line and why."""


class JsonStream:
    """The members of the object that a text file holds; `keys` are those that were met so far.

    A key whose value is null is as if it weren't there. Whatever is wrong with the text is a `JsonStreamError`; a file
    that isn't UTF-8 stays a `UnicodeDecodeError`.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self.keys: set[str] = set()
        self._text = ""
        self._at = 0
        self._lines_before = 0
        self._decode = json.JSONDecoder(object_pairs_hook=_without_nulls).raw_decode

    def members(self, streamed: str) -> Iterator[tuple[str, Any]]:
        """Every key with its value, in order; of the list called `streamed`, once for each of its entries.

        Where `streamed` is no list, it comes whole like the others.
        """
        if self._next() != "{":
            self._refuse("a document begins with {")
        self._at += 1
        if self._next() == "}":
            self._at += 1
        else:
            yield from self._all_members(streamed)
        if self._next():
            self._refuse("there is more after the end")

    def _all_members(self, streamed: str) -> Iterator[tuple[str, Any]]:
        while True:
            if self._next() != '"':
                self._refuse("a key in quotes is missing")
            key = self._value()
            if self._next() != ":":
                self._refuse("a colon is missing")
            self._at += 1
            self.keys.add(key)
            if key == streamed and self._next() == "[":
                for entry in self._entries():
                    yield key, entry
            else:
                yield key, self._value()
            if not self._goes_on("}"):
                return

    def _entries(self) -> Iterator[Any]:
        self._at += 1
        if self._next() == "]":
            self._at += 1
            return
        while True:
            yield self._value()
            if not self._goes_on("]"):
                return

    def _goes_on(self, end: str) -> bool:
        """Whether a comma follows; otherwise it must be the end."""
        found = self._next()
        if found not in (",", end):
            self._refuse(f"a comma or {end} is missing")
        self._at += 1
        return found == ","

    def _next(self) -> str:
        """The next character that isn't blank, without taking it; "" at the end."""
        while True:
            blank = _SPACE.match(self._text, self._at)
            self._at = blank.end() if blank else self._at
            if self._at < len(self._text) or not self._read_on():
                return self._text[self._at : self._at + 1]

    def _value(self) -> Any:
        """The value that comes next. It may be larger than what was read: then more is, twice as much each time."""
        self._next()
        chunk = _CHUNK
        while True:
            try:
                value, end = self._decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if self._is_whole_up_to(error) or not self._read_on(chunk):
                    self._at = error.pos
                    self._refuse(error.msg)
            except RecursionError:
                self._refuse("this is nested too deeply")
            except ValueError as error:  # a number of more digits than Python reads
                self._refuse(str(error)[:_LONGEST_SHOWN])
            else:
                if end + _UNDECIDED < len(self._text) or not self._read_on(chunk):
                    self._at = end
                    return value
            chunk *= 2

    def _is_whole_up_to(self, error: json.JSONDecodeError) -> bool:
        """Whether the error is one, and not just the end of what was read."""
        text_goes_on = error.msg.startswith("Unterminated string") and len(self._text) - error.pos < _LONGEST_TEXT
        return not text_goes_on and error.pos < len(self._text) - _LONGEST_WORD

    def _read_on(self, size: int = _CHUNK) -> bool:
        """Drop what was understood and read more; whether there was more. If not, everything stays where it is."""
        more = self._file.read(size)
        if more:
            self._lines_before += self._text.count("\n", 0, self._at)
            self._text, self._at = self._text[self._at :] + more, 0
        return bool(more)

    def _refuse(self, reason: str) -> NoReturn:
        line = self._lines_before + self._text.count("\n", 0, self._at) + 1
        raise JsonStreamError(f"line {line}: this is not JSON: {reason}") from None


def _without_nulls(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return {key: value for key, value in pairs if value is not None}
