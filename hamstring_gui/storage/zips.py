"""Reading a zip that may come from anybody: only plain files of the names that belong, and of sizes that are meant.

Nothing is believed that a header says: bytes are counted while they are unpacked. Where they go is the reader's matter.
"""

from __future__ import annotations

import stat
import struct
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from hamstring_gui.storage.database_file import opened
from hamstring_gui.storage.errors import StorageError, plain

USUAL_ENTRY, SHORT_LIST = 300, 64_000
"""Bytes of one entry in the list of what is in the zip, and of a list that is read in any case."""
_PIECE = 1 << 20
_END = 22
"""Bytes at the end of a zip that say how long the list is. We take none with a comment behind them."""
_LONGEST_COMMENT = 0xFFFF
_HEADER, _UTF_8 = 30, 0x800
"""Bytes before the name of a file; and the flag that says that more than one byte may be a letter of it."""
_DAMAGED = (BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError, OverflowError)
"""What `zipfile` raises for headers that lie; `NotImplementedError` is a `RuntimeError`."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a zip may be: bytes of the file, how many files in it, their bytes, and how well they may be packed.

    `ratio` are unpacked bytes for one packed byte, for files of more than `small` bytes, but the one of the name
    `any_ratio`.
    """

    packed: int
    files: int
    unpacked: int
    ratio: int
    small: int
    any_ratio: str = ""


def nothing(_: str) -> bool:
    return False


def unpack(
    path: Path, what: str, limits: Limits, room_for: Callable[[str], int], left_out: Callable[[str], bool] = nothing
) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Each file in the zip: its name, and its bytes piece by piece, to be taken before the next file.

    `what` it should be is said when it is something else. `room_for` says how many bytes a file of that name may have;
    0 if it doesn't belong here. Files whose names are `left_out` are not looked at. Raises `StorageError`:
    `PATH: reason` or `PATH: ENTRY: reason`; all names are looked at before the first file comes.
    """
    with _explained(path), _opened(path, limits) as file:
        _check_end(file, path, what, limits)
        with ZipFile(file) as archive:
            entries = archive.infolist()
            if len(entries) > limits.files:
                raise StorageError(f"{path}: holds {len(entries)} files; at most {limits.files} are read")
            entries = [entry for entry in entries if not left_out(entry.filename)]
            names: set[str] = set()
            for entry in entries:
                _check_entry(entry, names, path, room_for)
                names.add(entry.filename.casefold())
            _check_places(archive, path)
            left = limits.unpacked
            for entry in entries:
                most = min(left, room_for(entry.filename))
                if entry.filename != limits.any_ratio:
                    most = min(most, max(limits.small, limits.ratio * entry.compress_size))
                counted = _Counted(most)
                yield entry.filename, _pieces(archive, entry, counted, path)
                left -= counted.size


@dataclass(slots=True)
class _Counted:
    most: int
    size: int = 0


def _pieces(archive: ZipFile, entry: ZipInfo, counted: _Counted, path: Path) -> Iterator[bytes]:
    with _explained(path), archive.open(entry) as packed:
        while piece := packed.read(min(_PIECE, counted.most - counted.size + 1)):
            counted.size += len(piece)
            if counted.size > counted.most:
                raise StorageError(f"{path}: {entry.filename}: this grows too large when it is unpacked")
            yield piece


@contextmanager
def _opened(path: Path, limits: Limits) -> Iterator[BinaryIO]:
    if path.exists() and not path.is_file():
        raise StorageError(f"{path}: this is not a file")
    with ExitStack() as stack:
        try:
            file = stack.enter_context(opened(path))
        except OSError as error:
            raise StorageError(f"{path}: {plain(error)}") from error
        if file.seek(0, 2) > limits.packed:
            raise StorageError(f"{path}: this is too large; at most {limits.packed // 1_000_000} MB are read")
        yield file


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except _DAMAGED as error:
        raise StorageError(f"{path}: this file is damaged: {error}") from error


def _check_end(file: BinaryIO, path: Path, what: str, limits: Limits) -> None:
    """Look at the end of the zip before its list of entries is read, which could be endless."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _END - 20))
    locator, end = (tail := file.read())[:-_END], tail[-_END:]
    file.seek(0)
    if not end.startswith(b"PK\5\6") or len(end) < _END or end[20:] != b"\0\0" or file.read(4) != b"PK\3\4":
        if _is_cut_short(file, size):
            raise StorageError(
                f"{path}: this is not {what}, or not all of one: the file is cut short or damaged; copy it here again"
            )
        raise StorageError(f"{path}: this is not {what}")
    disk, first_disk, here, count, length, begin = struct.unpack("<HHHHLL", end[4:20])
    if not locator.startswith(b"PK\6\7") and (disk or first_disk or here != count or begin + length != size - _END):
        raise StorageError(f"{path}: this file is damaged: its list of files is not where it should be")
    if not count:
        raise StorageError(f"{path}: this is not {what}: there is nothing in it")
    if length > max(SHORT_LIST, limits.files * USUAL_ENTRY) or locator.startswith(b"PK\6\7"):
        raise StorageError(f"{path}: holds too many files; at most {limits.files} are read")
    if count > limits.files:
        raise StorageError(f"{path}: holds {count} files; at most {limits.files} are read")


def _is_cut_short(file: BinaryIO, size: int) -> bool:
    """Whether it begins as a zip does, or with nothing, and has no end: there, a comment may stand behind it."""
    file.seek(0)
    if file.read(4) not in (b"PK\3\4", b""):
        return False
    file.seek(max(0, size - _END - _LONGEST_COMMENT))
    tail = file.read()
    at = tail.rfind(b"PK\5\6")
    end = tail[at:] if at >= 0 else b""
    return len(end) < _END or len(end) < _END + int.from_bytes(end[20:22], "little")


def _check_places(archive: ZipFile, path: Path) -> None:
    """Refuse files that lie on each other, or in the list of files: what is small could come out again and again."""
    end = 0
    for entry in sorted(archive.infolist(), key=lambda one: one.header_offset):
        if entry.header_offset < end:
            raise StorageError(f"{path}: this file is damaged: the files in it lie on each other")
        name = entry.orig_filename.encode() if entry.flag_bits & _UTF_8 else entry.orig_filename
        end = entry.header_offset + _HEADER + len(name) + entry.compress_size
    if end > archive.start_dir:
        raise StorageError(f"{path}: this file is damaged: the files in it lie on each other")


def _check_entry(entry: ZipInfo, names: set[str], path: Path, room_for: Callable[[str], int]) -> None:
    """Refuse everything but a plain file with a name that may be there, once."""
    name, kind = entry.orig_filename, stat.S_IFMT(entry.external_attr >> 16)
    shown = ascii(name if len(name) <= 60 else name[:59] + "…")[1:-1]
    if name != entry.filename or not room_for(name):
        raise StorageError(f"{path}: {shown}: this is no name of a file that belongs here")
    if name.casefold() in names:
        raise StorageError(f"{path}: {shown}: is there twice")
    if kind not in (0, stat.S_IFREG) or entry.is_dir():
        raise StorageError(f"{path}: {shown}: is a link, or something else that is not a file")
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise StorageError(f"{path}: {shown}: is packed in a way that is not read here")
    if entry.flag_bits & 0x1:
        raise StorageError(f"{path}: {shown}: is locked with a password")
