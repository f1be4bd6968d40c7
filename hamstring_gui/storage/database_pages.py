"""The rows of a database by its pages, where SQLite gives up: each page is read for itself, and so is each row.

The format is SQLite's own (sqlite.org/fileformat2.html): tables are trees of pages. Where a branch of a tree is broken,
the pages on it are found among those that belong to no tree, and are told by what their rows look like.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Any

from hamstring_gui.storage.database_image import MAGIC, Image

Values = tuple[Any, ...]
Found = tuple[bool, Values]
"""A row, and whether it was on a page of a table; otherwise it was of an index, or of a table that is kept as one."""

TABLE_LEAF, TABLE_BRANCH, INDEX_LEAF, INDEX_BRANCH = 13, 5, 10, 2
MOST_BYTES = 1_000_000
"""Of one row: more is no row of a history."""


class Broken(ValueError):
    """Something on a page can't be."""


class Pages:
    """Walks trees, and remembers which pages it has `reached`; `torn` says that some branch could not be followed."""

    def __init__(self, image: Image) -> None:
        self._image = image
        header = image.page(1)
        self._usable = image.page_size - (header[20] if header[:16] == MAGIC else 0)
        self.reached: set[int] = set()
        self.torn = False

    def tree(self, root: int) -> list[Found]:
        """The rows of the table or index that begins on a page, as far as they can be read."""
        rows: list[Found] = []
        waiting = [root]
        while waiting:
            number = waiting.pop()
            if number in self.reached or not 1 <= number <= self._image.pages:
                self.torn = True
                continue
            self.reached.add(number)
            try:
                kind, cells, last = self._head(number)
            except Broken:
                self.torn = True
                self.reached.discard(number)
                continue
            if kind in (TABLE_BRANCH, INDEX_BRANCH):
                waiting.append(last)
            page = self._image.page(number)
            for cell in cells:
                if kind in (TABLE_BRANCH, INDEX_BRANCH):
                    waiting.append(int.from_bytes(page[cell : cell + 4], "big"))
                if kind != TABLE_BRANCH:
                    rows += self._row(page, kind, cell)
        return rows

    def stray(self) -> Iterator[Found]:
        """The rows on pages that no tree led to and that are not free."""
        left_out = self.reached | self._free()
        for number in range(1, self._image.pages + 1):
            if number in left_out:
                continue
            try:
                kind, cells, _ = self._head(number)
            except Broken:
                continue
            if kind != TABLE_BRANCH:
                page = self._image.page(number)
                for cell in cells:
                    yield from self._row(page, kind, cell)

    def _head(self, number: int) -> tuple[int, list[int], int]:
        """What kind of page it is, where its cells begin, and the last page below it."""
        page = self._image.page(number)
        at = 100 if number == 1 else 0
        if len(page) < self._image.page_size or page[at] not in (TABLE_LEAF, TABLE_BRANCH, INDEX_LEAF, INDEX_BRANCH):
            raise Broken
        kind, count = page[at], int.from_bytes(page[at + 3 : at + 5], "big")
        begin = at + (12 if kind in (TABLE_BRANCH, INDEX_BRANCH) else 8)
        if begin + 2 * count > len(page):
            raise Broken
        cells = list(struct.unpack(f">{count}H", page[begin : begin + 2 * count]))
        return kind, [cell for cell in cells if begin + 2 * count <= cell < len(page)], _number(page, at + 8)

    def _free(self) -> set[int]:
        """The pages that are not in use; what was deleted may still stand on them."""
        free: set[int] = set()
        trunk = _number(self._image.page(1), 32)
        while trunk not in free and 1 <= trunk <= self._image.pages:
            free.add(trunk)
            page = self._image.page(trunk)
            count = min(_number(page, 4), len(page) // 4 - 2)
            free.update(struct.unpack(f">{count}L", page[8 : 8 + 4 * count]))
            trunk = _number(page, 0)
        return free

    # -- rows --------------------------------------------------------------------------------------------------------
    def _row(self, page: bytes, kind: int, cell: int) -> list[Found]:
        """The row of a cell, or none where it can't be read."""
        try:
            return [(kind == TABLE_LEAF, _values(self._payload(page, kind, cell + 4 * (kind == INDEX_BRANCH))))]
        except (Broken, IndexError, struct.error):
            self.torn = True
            return []

    def _payload(self, page: bytes, kind: int, at: int) -> bytes:
        size, at = _varint(page, at)
        if size > MOST_BYTES:
            raise Broken
        if kind == TABLE_LEAF:
            _, at = _varint(page, at)
        usable = self._usable
        most = usable - 35 if kind == TABLE_LEAF else (usable - 12) * 64 // 255 - 23
        if size <= most:
            return page[at : at + size]
        least = (usable - 12) * 32 // 255 - 23
        here = least + (size - least) % (usable - 4)
        here = here if here <= most else least
        return page[at : at + here] + self._overflow(_number(page, at + here), size - here)

    def _overflow(self, number: int, size: int) -> bytes:
        found, seen = b"", set[int]()
        while len(found) < size:
            page = self._image.page(number) if number and number not in seen else b""
            if not page:
                raise Broken
            seen.add(number)
            found += page[4 : self._usable]
            number = _number(page, 0)
        return found[:size]


def _number(page: bytes, at: int) -> int:
    return int.from_bytes(page[at : at + 4], "big")


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for _ in range(8):
        value = value << 7 | data[at] & 0x7F
        at += 1
        if data[at - 1] < 0x80:
            return value, at
    return value << 8 | data[at], at + 1


_NUMBERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


def _values(payload: bytes) -> Values:
    """What a row holds."""
    end, at = _varint(payload, 0)
    values: list[Any] = []
    body = end
    while at < end:
        kind, at = _varint(payload, at)
        value, body = _value(payload, kind, body)
        values.append(value)
    return tuple(values)


def _value(payload: bytes, kind: int, at: int) -> tuple[Any, int]:
    size = _NUMBERS.get(kind, 8 if kind == 7 else (kind - 12) // 2 if kind >= 12 else 0)
    piece = payload[at : at + size]
    if len(piece) < size or kind in (10, 11):
        raise Broken
    if kind in _NUMBERS:
        return int.from_bytes(piece, "big", signed=True), at + size
    if kind == 7:
        return struct.unpack(">d", piece)[0], at + size
    if kind >= 12:
        return piece.decode("utf-8", "replace") if kind % 2 else piece, at + size
    return {0: None, 8: 0, 9: 1}[kind], at
