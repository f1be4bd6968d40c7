"""One exercise as a file to share: a zip (`NAME.hamstring`) of `exercise.toml` and the pictures that it names.

What is read may come from anybody (`zips`); each picture is taken in like one from outside; nothing is unpacked to the
disk.
"""

from __future__ import annotations

import stat
from io import BytesIO
from pathlib import Path, PurePath
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.exercise_file import is_picture_name, read_exercise
from hamstring_gui.storage import pictures, toml_file
from hamstring_gui.storage.errors import StorageError, plain
from hamstring_gui.storage.exercise_text import write_exercise
from hamstring_gui.storage.own_exercises import FILE
from hamstring_gui.storage.replacing import replacing
from hamstring_gui.storage.zips import Limits, unpack

ENDING = ".hamstring"
LIMITS = Limits(packed=50_000_000, files=40, unpacked=100_000_000, ratio=100, small=100_000)
MOST_TEXT = 200_000
"""Bytes of the exercise's text; those that come with the program have 3,000."""
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


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


def read_bundle(path: Path, draw: pictures.Draw) -> tuple[Exercise, dict[str, pictures.Picture]]:
    """The exercise of a shared file, and its pictures, taken in, by the names that its steps have for them.

    Raises `StorageError`: `FILE: reason` or `FILE: ENTRY: reason`.
    """
    packed = unpack(path, "a shared exercise of Hamstring", LIMITS, _room_for)
    files = {name: b"".join(pieces) for name, pieces in packed}
    if FILE not in files:
        raise StorageError(f"{path}: holds no {FILE}")
    exercise = _exercise(files.pop(FILE), f"{path}: {FILE}")
    for name in exercise.pictures:
        if name not in files:
            raise StorageError(f"{path}: {FILE}: names the picture {name}, which is not there")
    for name in files.keys() - set(exercise.pictures):
        raise StorageError(f"{path}: {name}: no step shows this picture")
    return exercise, {name: pictures.take_in_bytes(files[name], f"{path}: {name}", draw) for name in exercise.pictures}


def _room_for(name: str) -> int:
    return MOST_TEXT if name == FILE else pictures.MOST_BYTES if is_picture_name(name) else 0


def _exercise(raw: bytes, name: str) -> Exercise:
    tables = toml_file.parse(toml_file.decoded(raw, name), name)
    with toml_file.explained_reading(name):
        return read_exercise("", tables)
