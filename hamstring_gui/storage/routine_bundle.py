"""A routine as a file to share, with the own exercises that it leads through.

It is a zip (`NAME.hamstring`) of `routine.toml` and a folder for each of these exercises, with `exercise.toml` and the
pictures that it names.

It is read as a single exercise is (`bundle`); nothing is unpacked to the disk.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.routine import Routine, read_routine
from hamstring_gui.domain.values import replace
from hamstring_gui.storage import toml_file
from hamstring_gui.storage.bundle import (
    MOST_TEXT,
    SharedExercise,
    check_pixels,
    entries_of,
    room_for,
    shared_exercise,
    write_zip,
)
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.own_exercises import FILE, is_own_id
from hamstring_gui.storage.pictures import MOST_PIXELS_TOGETHER, Draw, pixels_in
from hamstring_gui.storage.pulse import Pulse, no_pulse
from hamstring_gui.storage.routine_files import write_routine
from hamstring_gui.storage.zips import Limits, unpack

ROUTINE = "routine.toml"
LIMITS = Limits(packed=60_000_000, files=120, unpacked=60_000_000, ratio=100, small=100_000)
_KIND = "a shared exercise or routine of Hamstring"


def own_exercises_of(routine: Routine, exercises: Mapping[str, Exercise]) -> tuple[Exercise, ...]:
    """The own exercises that a routine leads through, each once."""
    used = dict.fromkeys(item.exercise for item in routine.items)
    return tuple(exercises[key] for key in used if key in exercises and exercises[key].own)


def write_routine_bundle(routine: Routine, exercises: Mapping[str, Exercise], out: Path) -> None:
    """Write a routine, and its own exercises as they are stored, whole or not at all. Raises `StorageError`."""
    entries = {ROUTINE: write_routine(routine).encode()}
    for exercise in own_exercises_of(routine, exercises):
        entries |= {f"{exercise.id}/{name}": data for name, data in entries_of(exercise, out).items()}
    pixels = sum(pixels_in(data) for name, data in entries.items() if not name.endswith(FILE) and name != ROUTINE)
    if pixels > MOST_PIXELS_TOGETHER or len(entries) > LIMITS.files or sum(map(len, entries.values())) > LIMITS.packed:
        raise StorageError(f"{out}: this routine has too many exercises and pictures to be shared in one file")
    write_zip(entries, out)


def is_routine_bundle(path: Path) -> bool:
    """Whether a `.hamstring` file is a routine's. Raises `StorageError` for what can be no zip of ours."""
    return any(True for _ in unpack(path, _KIND, LIMITS, lambda _: MOST_TEXT, left_out=lambda name: name != ROUTINE))


def read_routine_parts(path: Path, draw: Draw, pulse: Pulse = no_pulse) -> tuple[bytes, tuple[SharedExercise, ...]]:
    """The text of a shared routine, and the exercises that come with it. Raises `StorageError`."""
    folders: dict[str, dict[str, bytes]] = {}
    for name, pieces in unpack(path, _KIND, LIMITS, _room_for):
        folder, _, file = name.rpartition("/")
        folders.setdefault(folder, {})[file] = b"".join(pieces)
    text = folders.pop("")[ROUTINE]
    _tables(text, path)
    check_pixels(((name, data) for files in folders.values() for name, data in files.items()), path)
    shared: list[SharedExercise] = []
    for key, files in folders.items():
        part = partial(_part_of, pulse, len(shared), len(folders))
        shared.append(shared_exercise(files, f"{path}: {key}", draw, key, part))
    return text, tuple(shared)


def _part_of(pulse: Pulse, number: int, of: int, share: float | None) -> None:
    pulse((number + (share or 0.0)) / of)


def _tables(text: bytes, path: Path) -> dict[str, Any]:
    return toml_file.parse(toml_file.decoded(text, f"{path}: {ROUTINE}"), f"{path}: {ROUTINE}")


def routine_of(text: bytes, shared: Sequence[SharedExercise], exercises: Mapping[str, Exercise], path: Path) -> Routine:
    """The routine of a text that came with these exercises. Raises `StorageError`."""
    tables = _tables(text, path)
    coming = {one.id: replace(one.exercise, id=one.id, own=True) for one in shared}
    known = {key: one for key, one in exercises.items() if not one.own} | coming
    with toml_file.explained_reading(f"{path}: {ROUTINE}"):
        routine = read_routine("", tables, known)
    for key in coming.keys() - {item.exercise for item in routine.items}:
        raise StorageError(f"{path}: {key}: the routine doesn't lead through this exercise")
    return routine


def _room_for(name: str) -> int:
    parts = PurePosixPath(name).parts
    if name == ROUTINE:
        return MOST_TEXT
    return room_for(parts[1]) if len(parts) == 2 and name == "/".join(parts) and is_own_id(parts[0]) else 0
