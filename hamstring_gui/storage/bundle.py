"""One exercise as a file to share: a zip (`NAME.hamstring`) of `exercise.toml` and the pictures that it names.

What is read may come from anybody. Sizes are counted while unpacking, whatever the headers say; each picture is taken
in like one from outside; nothing is unpacked to the disk.
"""

from __future__ import annotations

import stat
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePath
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.exercise_file import is_picture_name, read_exercise
from hamstring_gui.storage import pictures, toml_file
from hamstring_gui.storage.errors import StorageError, plain
from hamstring_gui.storage.exercise_text import write_exercise
from hamstring_gui.storage.own_exercises import FILE
from hamstring_gui.storage.replacing import replacing

ENDING = ".hamstring"
MOST_BYTES = 50_000_000
"""Of the file."""
MOST_UNPACKED = 100_000_000
"""Bytes of everything in it."""
MOST_TEXT = 200_000
"""Bytes of the exercise's text; those that come with the program have 3,000."""
MOST_ENTRIES = 40
MOST_RATIO = 100
"""Unpacked bytes for one packed byte, beyond the first `SMALL`."""
SMALL = 100_000
LONGEST_LIST = 64_000
"""Bytes of a zip's list of entries."""
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_DAMAGED = (BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError, OverflowError)
"""What `zipfile` raises for headers that lie; `NotImplementedError` is a `RuntimeError`."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A shared exercise, and its pictures by the names that its steps have for them."""

    exercise: Exercise
    pictures: Mapping[str, pictures.Picture]


def write_bundle(exercise: Exercise, out: Path) -> None:
    """Write an exercise, and its pictures as they are stored, whole or not at all.

    The same exercise gives the same bytes. Raises `StorageError`.
    """
    entries = {FILE: write_exercise(exercise).encode()}
    if len(entries[FILE]) > MOST_TEXT:
        raise StorageError(f"{out}: this exercise has too many words to be shared: at most {MOST_TEXT // 1000} kB")
    entries |= {PurePath(path).name: pictures.read_bytes(Path(path)) for path in sorted(exercise.pictures)}
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_STORED) as archive:
        for name, data in entries.items():
            entry = ZipInfo(name, _LONG_AGO)
            entry.create_system, entry.external_attr = 3, (stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, data)
    try:
        with replacing(out) as file:
            file.buffer.write(packed.getvalue())
    except OSError as error:
        raise StorageError(f"{out}: {plain(error)}") from error


def read_bundle(path: Path) -> Bundle:
    """The exercise of a shared file. Raises `StorageError`: `FILE: reason` or `FILE: ENTRY: reason`."""
    data = pictures.read_bytes(path, MOST_BYTES)
    _check_end(data, path)
    try:
        with ZipFile(BytesIO(data)) as archive:
            return _unpacked(archive, path)
    except _DAMAGED as error:
        raise StorageError(f"{path}: this file is damaged: {error}") from error


def _check_end(data: bytes, path: Path) -> None:
    """Look at the end of the zip before its list of entries is read, which could be endless."""
    end = data[-22:]
    if len(end) < 22 or not data.startswith(b"PK\3\4") or not end.startswith(b"PK\5\6"):
        raise StorageError(f"{path}: this is not a shared exercise of Hamstring")
    (length,) = struct.unpack("<L", end[12:16])
    if length > LONGEST_LIST or data[-42:-38] == b"PK\6\7":
        raise StorageError(f"{path}: holds too many files; at most {MOST_ENTRIES} are read")


def _unpacked(archive: ZipFile, path: Path) -> Bundle:
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise StorageError(f"{path}: holds {len(entries)} files; at most {MOST_ENTRIES} are read")
    names: set[str] = set()
    for entry in entries:
        _check_entry(entry, names, path)
        names.add(entry.filename.casefold())
    files: dict[str, bytes] = {}
    for entry in entries:
        files[entry.filename] = _inflated(archive, entry, MOST_UNPACKED - sum(map(len, files.values())), path)
    if FILE not in files:
        raise StorageError(f"{path}: holds no {FILE}")
    exercise = _exercise(files.pop(FILE), f"{path}: {FILE}")
    for name in exercise.pictures:
        if name not in files:
            raise StorageError(f"{path}: {FILE}: names the picture {name}, which is not there")
    for name in files.keys() - set(exercise.pictures):
        raise StorageError(f"{path}: {name}: no step shows this picture")
    taken = {name: pictures.take_in_bytes(files[name], f"{path}: {name}") for name in exercise.pictures}
    return Bundle(exercise, taken)


def _check_entry(entry: ZipInfo, names: set[str], path: Path) -> None:
    """Refuse everything but a plain file with a name that may be there, once."""
    name, kind = entry.orig_filename, stat.S_IFMT(entry.external_attr >> 16)
    shown = ascii(name if len(name) <= 60 else name[:59] + "…")[1:-1]
    if name != entry.filename or (name != FILE and not is_picture_name(name)):
        raise StorageError(f"{path}: {shown}: this is no name of a file that belongs here")
    if name.casefold() in names:
        raise StorageError(f"{path}: {shown}: is there twice")
    if kind not in (0, stat.S_IFREG) or entry.is_dir():
        raise StorageError(f"{path}: {shown}: is a link, or something else that is not a file")
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise StorageError(f"{path}: {shown}: is packed in a way that is not read here")
    if entry.flag_bits & 0x1:
        raise StorageError(f"{path}: {shown}: is locked with a password")


def _inflated(archive: ZipFile, entry: ZipInfo, room: int, path: Path) -> bytes:
    """An entry's bytes, as far as they are few enough."""
    most = min(room, MOST_TEXT if entry.filename == FILE else pictures.MOST_BYTES)
    most_for_its_size = max(SMALL, MOST_RATIO * entry.compress_size)
    with archive.open(entry) as packed:
        data = packed.read(min(most, most_for_its_size) + 1)
    if len(data) > min(most, most_for_its_size):
        raise StorageError(f"{path}: {entry.filename}: this grows too large when it is unpacked")
    return data


def _exercise(raw: bytes, name: str) -> Exercise:
    tables = toml_file.parse(toml_file.decoded(raw, name), name)
    with toml_file.explained_reading(name):
        return read_exercise("", tables)
