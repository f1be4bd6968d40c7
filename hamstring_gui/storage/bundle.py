"""One exercise as a file to share: a zip (`NAME.hamstring`) of `exercise.toml` and the pictures that it names.

What is read may come from anybody (`zips`); each picture is taken in like one from outside; nothing is unpacked to the
disk.
"""

from __future__ import annotations

import stat
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path, PurePath
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.exercise_file import is_picture_name, read_exercise
from hamstring_gui.domain.values import dataclass
from hamstring_gui.storage import pictures, toml_file
from hamstring_gui.storage.errors import StorageError, not_written
from hamstring_gui.storage.exercise_text import write_exercise
from hamstring_gui.storage.own_exercises import FILE
from hamstring_gui.storage.pulse import Pulse, no_pulse
from hamstring_gui.storage.replacing import replacing
from hamstring_gui.storage.zips import Limits, unpack

LIMITS = Limits(packed=50_000_000, files=40, unpacked=60_000_000, ratio=100, small=100_000)
MOST_TEXT = 200_000
"""Bytes of the exercise's text; those that come with the program have 3,000."""
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class SharedExercise:
    """An exercise of a file, with its pictures by the names that they have there, ready to be stored.

    `id` is what it was called where it comes from. `as_sent` are the names of the pictures by what is in the file:
    where they were stored before, they may not have been written anew.
    """

    id: str
    exercise: Exercise
    pictures: Mapping[str, pictures.Picture]
    as_sent: Mapping[str, str]

    def is_same_as(self, own: Exercise) -> bool:
        """Whether somebody's own exercise is this one, whatever its id: the same words, doses and pictures."""
        taken_in = {name: picture.name for name, picture in self.pictures.items()}
        here = write_exercise(own.with_pictures({path: PurePath(path).name for path in own.pictures}))
        return here in (write_exercise(self.exercise.with_pictures(names)) for names in (taken_in, self.as_sent))


def write_bundle(exercise: Exercise, out: Path) -> None:
    """Write an exercise, and its pictures as they are stored, whole or not at all.

    The same exercise gives the same bytes. Raises `StorageError`.
    """
    write_zip(entries_of(exercise, out), out)


def entries_of(exercise: Exercise, out: Path) -> dict[str, bytes]:
    """What belongs to an exercise in the file `out`, by name. Raises `StorageError`."""
    entries = {FILE: write_exercise(exercise).encode()}
    if len(entries[FILE]) > MOST_TEXT:
        raise StorageError(f"{out}: this exercise has too many words to be shared: at most {MOST_TEXT // 1000} kB")
    return entries | {PurePath(path).name: pictures.read_bytes(Path(path)) for path in sorted(exercise.pictures)}


def write_zip(entries: Mapping[str, bytes], out: Path) -> None:
    """Write a file of these entries, the same bytes for the same entries. Raises `StorageError`."""
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
        raise StorageError(not_written(out, error)) from error


def read_bundle(path: Path, draw: pictures.Draw, pulse: Pulse = no_pulse) -> SharedExercise:
    """Read an exercise and its pictures; they are ready to be stored.

    Raises `StorageError`: `FILE: reason` or `FILE: ENTRY: reason`.
    """
    packed = unpack(path, "a shared exercise of Hamstring", LIMITS, room_for)
    files = {name: b"".join(pieces) for name, pieces in packed}
    check_pixels(files.items(), path)
    return shared_exercise(files, str(path), draw, pulse=pulse)


def check_pixels(files: Iterable[tuple[str, bytes]], path: Path) -> None:
    """Refuse more pixels than are decoded of one file, before any is. Raises `StorageError`."""
    pixels = sum(pictures.pixels_in(data) for name, data in files if is_picture_name(name))
    if pixels > pictures.MOST_PIXELS_TOGETHER:
        found, most = pixels // 1_000_000, pictures.MOST_PIXELS_TOGETHER // 1_000_000
        raise StorageError(f"{path}: its pictures have {found} megapixels together; at most {most} are read")


def shared_exercise(
    files: dict[str, bytes], place: str, draw: pictures.Draw, exercise_id: str = "", pulse: Pulse = no_pulse
) -> SharedExercise:
    """The exercise of files that came together; all of them belong to it. Raises `StorageError`."""
    if FILE not in files:
        raise StorageError(f"{place}: holds no {FILE}")
    exercise = _exercise(files.pop(FILE), f"{place}: {FILE}")
    for name in exercise.pictures:
        if name not in files:
            raise StorageError(f"{place}: {FILE}: names the picture {name}, which is not there")
    for name in files.keys() - set(exercise.pictures):
        raise StorageError(f"{place}: {name}: no step shows this picture")
    taken_in: dict[str, pictures.Picture] = {}
    as_sent: dict[str, str] = {}
    for name in exercise.pictures:
        pulse(len(taken_in) / len(exercise.pictures))
        data = files.pop(name)
        as_sent[name] = pictures.Picture(data, PurePath(name).suffix).name
        taken_in[name] = pictures.take_in_bytes(data, f"{place}: {name}", draw)
    return SharedExercise(exercise_id, exercise, taken_in, as_sent)


def room_for(name: str) -> int:
    return MOST_TEXT if name == FILE else pictures.MOST_BYTES if is_picture_name(name) else 0


def _exercise(raw: bytes, name: str) -> Exercise:
    tables = toml_file.parse(toml_file.decoded(raw, name), name)
    with toml_file.explained_reading(name):
        return read_exercise("", tables)
