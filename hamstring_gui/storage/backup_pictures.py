"""The pictures in a backup: read as those of an exercise that somebody shared."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.own_exercises import OwnExercises, draw_nothing

Take = Callable[[Path], object]
"""Takes in the picture of a file, here or in another process, or raises `StorageError`: `FILE: reason`."""


def take_here(picture: Path) -> object:
    """What takes in pictures where nobody brings anything else; SVGs are none for it."""
    from hamstring_gui.storage.pictures import take_in

    return take_in(picture, draw_nothing)


def check_pictures(exercises: Path, file: Path, take: Take) -> None:
    """Raise `StorageError` (`FILE: ENTRY: reason`) for one that an exercise shows and that could not be taken in.

    They stay as they are: writing them anew would make them worse. Drawings that lie there from earlier versions
    are not shown, but drawn in a process of their own, and from then on are pictures like others.
    """
    found, _ = OwnExercises(exercises).load()
    for path in (path for exercise in found.values() for path in exercise.pictures):
        if not path.lower().endswith(".svg"):
            try:
                take(Path(path))
            except StorageError as error:
                name = Path(path).relative_to(exercises.parent).as_posix()
                raise StorageError(str(error).replace(path, f"{file}: {name}")) from error
