"""What spreadsheet programs make of a CSV: another encoding, another separator, a first line that names it."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TextIO

from hamstring_gui.domain.values import dataclass
from hamstring_gui.storage.errors import StorageError

MOST_COLUMNS = 1_000
DELIMITERS = (",", ";", "\t")
_SAYS = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def encoding_of(beginning: bytes) -> str:
    """UTF-8, or UTF-16 where a mark says so."""
    return "utf-16" if beginning.startswith(_UTF_16) else "utf-8-sig"


@dataclass(frozen=True, slots=True)
class Head:
    """The first line that says something, and what separates the columns, where a line `sep=;` before it says so."""

    line: str
    said: str = ""

    @property
    def delimiter(self) -> str:
        """Spreadsheet programs of many countries write semicolons."""
        return self.said or max(DELIMITERS, key=self.line.count)

    @property
    def columns(self) -> Sequence[str]:
        return next(csv.reader([self.line], delimiter=self.delimiter), [])


def head_of(beginning: str) -> Head:
    lines = [line for line in beginning.splitlines() if line.strip(" \t,;\"'")]
    said = _SAYS.fullmatch(lines[0]) if lines else None
    if said is None:
        return Head(lines[0] if lines else "")
    return Head(lines[1] if len(lines) > 1 else "", said[1])


def of_few_columns(lines: Iterable[str], delimiter: str, most: int = MOST_COLUMNS) -> Iterator[str]:
    """The lines; one of more than `most` columns is refused before anybody makes cells of it. Raises `StorageError`.

    What stands in quotation marks, where a text may go on for lines, is no column.
    """
    quoted = 0
    for line in lines:
        if line.count(delimiter) >= most:
            outside = line.split('"')[quoted::2]
            if sum(part.count(delimiter) for part in outside) >= most:
                raise StorageError(f"this has too many columns; at most {most} are read")
        quoted ^= line.count('"') & 1
        yield line


def lines_of(file: TextIO) -> Iterator[str]:
    """The lines from the first one on; one that names the separator is empty, so that the others keep their numbers."""
    file.seek(0)
    first = file.readline()
    return chain(["\n" if _SAYS.fullmatch(first) else first], file)
