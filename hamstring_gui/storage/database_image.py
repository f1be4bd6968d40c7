"""A database file as SQLite would see it, read without SQLite: no lock is taken, no file is made or written.

So it can be read on a disk that is full or read-only, while another program keeps it locked, and when it is damaged.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import struct
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from hamstring_gui.domain.values import dataclass
from hamstring_gui.storage.database_file import opened

MAGIC = b"SQLite format 3\0"
USUAL_PAGE = 4096
MOST_BYTES = 1 << 30
"""More is no history: a lifetime of sessions takes a tenth of it."""
_JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")
_TRIES = 5
_Stamps = tuple[tuple[int, int] | None, ...]


@dataclass(frozen=True, slots=True)
class Image:
    """The pages, with what a log or journal beside the file says of them; `page_size` in bytes."""

    data: bytes
    page_size: int

    @property
    def pages(self) -> int:
        return len(self.data) // self.page_size

    def page(self, number: int) -> bytes:
        """A page, counted from 1; what is cut off has no bytes."""
        return self.data[(number - 1) * self.page_size : number * self.page_size]

    def opened(self) -> sqlite3.Connection:
        """A database in memory with these pages. Raises `sqlite3.Error` where SQLite can't make one of them."""
        connection = sqlite3.connect(":memory:", isolation_level=None)
        try:
            if not hasattr(connection, "deserialize"):
                raise sqlite3.NotSupportedError("this SQLite opens no copies in memory")
            connection.deserialize(self.data[:18] + b"\1\1" + self.data[20:])  # one that needs no log beside it
            connection.execute("PRAGMA schema_version").fetchone()
        except BaseException:
            connection.close()
            raise
        return connection


def read_image(path: Path, *, all_that_fits: bool = False) -> Image:
    """Read it whole, though another program may be writing just now; of a damaged log as much as SQLite would, or
    `all_that_fits`. Raises `OSError`."""
    path = Path(os.path.realpath(path))  # logs lie beside the file, not beside a link to it
    names = [path, *(path.with_name(f"{path.name}-{kind}") for kind in ("journal", "wal"))]
    for _ in range(_TRIES):
        before = _stamps(names)
        data, journal, wal = (_bytes_of(name) if stamp else b"" for name, stamp in zip(names, before, strict=True))
        if before[0] is None:
            names[0].stat()
        if _stamps(names) == before:
            break
    return _put_together(data, journal, wal, all_that_fits=all_that_fits)


def _stamps(names: list[Path]) -> _Stamps:
    return tuple(map(_stamp, names))


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _bytes_of(path: Path) -> bytes:
    with opened(path) as file:
        if os.fstat(file.fileno()).st_size > MOST_BYTES:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
        return file.read()


def _put_together(data: bytes, journal: bytes, wal: bytes, *, all_that_fits: bool) -> Image:
    size = _page_size(data[16:18]) if data[:16] == MAGIC else 0
    size = size or (struct.unpack(">L", wal[8:12])[0] if len(wal) >= 32 else 0) or _page_size(data[16:18]) or USUAL_PAGE
    if not 512 <= size <= 65536:
        size = USUAL_PAGE
    pages = bytearray(data)
    most = (len(data) + len(journal) + len(wal)) // size
    for number, page in _of_journal(journal, size):
        if number <= most:
            _put(pages, number, page)
    there = len(pages)
    for number, page, count in _of_wal(wal, size, all_that_fits=all_that_fits):
        if number <= most:
            _put(pages, number, page)
        there = count * size
    return Image(bytes(pages[:there]), size)


def _page_size(field: bytes) -> int:
    """Of the header's field; 0 where that makes no sense."""
    size = int.from_bytes(field, "big")
    size = 65536 if size == 1 else size
    return size if 512 <= size <= 65536 and size & (size - 1) == 0 else 0


def _put(pages: bytearray, number: int, page: bytes) -> None:
    at = (number - 1) * len(page)
    if len(pages) < at:
        pages.extend(bytes(at - len(pages)))
    pages[at : at + len(page)] = page


def _of_journal(journal: bytes, size: int) -> Iterator[tuple[int, bytes]]:
    """The pages as they were before a transaction that was never ended."""
    at = 0
    while journal[at : at + 8] == _JOURNAL_MAGIC and len(journal) >= at + 28:
        count, _, _, sector, page_size = struct.unpack(">5L", journal[at + 8 : at + 28])
        if page_size != size or not 28 <= sector <= 65536:
            return
        room = (len(journal) - at - sector) // (size + 8)
        for record in range(min(count, room)):
            start = at + sector + record * (size + 8)
            number = int.from_bytes(journal[start : start + 4], "big")
            if number:
                yield number, journal[start + 4 : start + 4 + size]
        at = -(-(at + sector + min(count, room) * (size + 8)) // sector) * sector


def _of_wal(wal: bytes, size: int, *, all_that_fits: bool) -> Iterator[tuple[int, bytes, int]]:
    """The pages of transactions that were ended, in order, each with the number of pages that there are then.

    SQLite stops at the first frame that is damaged; with `all_that_fits`, only such a frame is left out.
    """
    waiting: list[tuple[int, bytes]] = []
    for number, page, count, sound in _frames(wal, size):
        if sound:
            waiting.append((number, page))
        elif not all_that_fits:
            return
        if count:
            yield from ((number, page, count) for number, page in waiting)
            waiting.clear()


def _frames(wal: bytes, size: int) -> Iterator[tuple[int, bytes, int, bool]]:
    """The page's number, the page, how many pages there are where a transaction ends, and whether the frame is sound,
    and not one of a log before this one. Each has a sum over itself and the sum before."""
    if len(wal) < 32 + 24 + size:
        return
    head = wal[:3] == b"\x37\x7f\x06" and wal[3] in (0x82, 0x83)
    order = ">" if head and wal[3] == 0x83 else "<"
    sums = _checksum(wal[:24], (0, 0), order)
    head = head and sums == struct.unpack(">2L", wal[24:32])
    begins = range(32, len(wal) - size - 23, size + 24)
    of_each = Counter(wal[at + 8 : at + 16] for at in begins)
    salts = wal[16:24] if head else of_each.most_common(1)[0][0]
    for at in begins:
        frame, page = wal[at : at + 24], wal[at + 24 : at + 24 + size]
        number, count, *stored = struct.unpack(">2L8x2L", frame)
        ours = frame[8:16] == salts and number > 0
        sound = head and ours and _checksum(frame[:8] + page, sums, order) == tuple(stored)
        yield number, page, count if ours else 0, sound
        head, sums = True, (stored[0], stored[1])


def left_out(wal: bytes, size: int) -> list[frozenset[int]]:
    """The transactions that are there behind the first frame that isn't sound, where SQLite stops: of each the numbers
    of its pages, as far as they are sound."""
    found: list[frozenset[int]] = []
    sound, pages = True, set[int]()
    for number, _, count, fits in _frames(wal, size):
        sound = sound and fits
        if fits:
            pages.add(number)
        if count:
            if fits and not sound:
                found.append(frozenset(pages))
            pages = set()
    return found


def _checksum(data: bytes, sums: tuple[int, int], order: str) -> tuple[int, int]:
    first, second = sums
    words = struct.unpack(f"{order}{len(data) // 4}L", data)
    for one, other in zip(words[::2], words[1::2], strict=True):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + other + first) & 0xFFFFFFFF
    return first, second
