"""The exercises and routines that come with the program, with those of the user's own."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from hamstring_gui.domain.consistency import Kinds
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.exercise_file import read_exercise
from hamstring_gui.domain.routine import Routine, read_routine
from hamstring_gui.storage.errors import StorageError, plain
from hamstring_gui.storage.kept_tables import Read
from hamstring_gui.storage.own_exercises import OwnExercises
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.toml_file import explained_reading, read_toml

_Value = TypeVar("_Value")


def load_exercises(assets: Path, read: Read = read_toml) -> dict[str, Exercise]:
    """Every exercise of the assets by its id, in the order of the ids. Raises `StorageError`."""
    return {path.stem: _load(path, read_exercise, read) for path in _files(assets / "exercises")}


def own_kinds(paths: Paths) -> Kinds:
    """Kind and region of every exercise that doesn't come with the program, the deleted ones too. Raises nothing."""
    with suppress(StorageError):
        return OwnExercises(paths.exercises).known_kinds(but={path.stem for path in _files(paths.assets / "exercises")})
    return {}


def load_all(assets: Path, own: OwnExercises, read: Read = read_toml) -> tuple[dict[str, Exercise], tuple[str, ...]]:
    """Every exercise by its id, the user's own after those of the assets, and a sentence for each that is left out.

    Raises `StorageError` for the assets.
    """
    exercises = load_exercises(assets, read)
    mine, problems = own.load(read)
    clashes = [key for key in mine if key in exercises]
    taken = (f"{own.folder / key}: an exercise that comes with the program has this id" for key in clashes)
    return exercises | {key: mine[key] for key in mine if key not in exercises}, (*problems, *taken)


def load_routines(assets: Path, exercises: Mapping[str, Exercise], read: Read = read_toml) -> dict[str, Routine]:
    """Every routine of the assets by its id, in the order of the ids. Raises `StorageError`."""
    return {path.stem: load_routine(path, exercises, read=read) for path in _files(assets / "routines")}


def load_routine(
    path: Path, exercises: Mapping[str, Exercise], *, least_items: int = 1, read: Read = read_toml, about: str = ""
) -> Routine:
    """The routine of one file, with at least so many items; its id is the file's name without `.toml`. It is
    `about` that where it doesn't say.

    Raises `StorageError`: `FILE: KEY: reason`.
    """

    def understand(routine_id: str, data: dict[str, Any]) -> Routine:
        return read_routine(routine_id, data, exercises, least_items=least_items, about=about)

    return _load(path, understand, read)


def find_routine(
    text: str, routines: Mapping[str, Routine], exercises: Mapping[str, Exercise], read: Read = read_toml
) -> Routine:
    """The routine that a user means by `text`: one that is known, by its id, its name or a part of it (see `named`), or
    the path of a routine file.

    Raises `StorageError`.
    """
    names = {key: (routine.name,) for key, routine in routines.items()}
    if len(whole := _called(text, names)) == 1:
        return routines[whole[0]]
    is_path = text.endswith(".toml") or "/" in text or os.sep in text or os.path.isfile(text)
    if is_path or (os.path.exists(text) and not _meant(text, names)):  # a folder may happen to be called so
        return load_routine(Path(text), exercises, read=read)
    return routines[_named("routine", text, names, "; or give the path of a routine file")]


def find_exercise(text: str, exercises: Mapping[str, Exercise]) -> Exercise:
    """The exercise that a user means by its id, a name of it, or a part of one (see `named`). Raises `StorageError`."""
    return exercises[_named("exercise", text, {key: (one.name, *one.also) for key, one in exercises.items()})]


def _called(text: str, names: Mapping[str, Sequence[str]]) -> list[str]:
    """The ids of the things whose id or first name this is; an id is one thing's only."""
    wanted = text.strip().casefold()
    if any(wanted == key.casefold() for key in names):
        return [key for key in names if wanted == key.casefold()]
    return [key for key, known in names.items() if wanted == known[0].casefold()]


def _meant(text: str, names: Mapping[str, Sequence[str]]) -> list[str]:
    from hamstring_gui.domain.naming import named

    return _called(text, names) or named(text, names)


def _named(what: str, text: str, names: Mapping[str, Sequence[str]], other_ways: str = "") -> str:
    """The id of the one that is meant. Raises `StorageError`, which lists those that could be."""
    from hamstring_gui.domain.naming import nearest

    meant = _meant(text, names)
    if len(meant) == 1:
        return meant[0]
    if meant:
        raise StorageError(f'"{text}": more than one {what} goes by that: {_listed(meant, names)}; say which')
    near = nearest(text, names)
    guess = f"did you mean {_listed(near, names, ' or ')}? known" if near else "known"
    raise StorageError(f'"{text}": there is no such {what}; {guess}: {", ".join(names)}{other_ways}')


def _listed(keys: Sequence[str], names: Mapping[str, Sequence[str]], between: str = ", ") -> str:
    return between.join(f"{key} ({names[key][0]})" for key in keys)


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == ".toml")
    except OSError as error:
        raise StorageError(f"{folder}: {plain(error)}") from error


def _load(path: Path, understand: Callable[[str, dict[str, Any]], _Value], read: Read) -> _Value:
    data = read(path)
    stem = path.stem.encode("utf-8", "replace").decode("utf-8")  # a name of other bytes can't go into the history
    with explained_reading(path):
        return understand(stem, data)
