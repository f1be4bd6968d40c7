"""The pictures in a backup: read as those of an exercise that somebody shared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from hamstring_gui.domain.exercise_file import is_picture_name
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.own_exercises import OwnExercises, draw_nothing

Take = Callable[[Path], object]
"""Takes in the picture of a file, here or in another process, or raises `StorageError`: `FILE: reason`."""


def take_here(picture: Path) -> object:
    """What takes in pictures where nobody brings anything else; SVGs are none for it."""
    from hamstring_gui.storage.pictures import take_in

    return take_in(picture, draw_nothing)


def check_pictures(exercises: Path, file: Path, take: Take) -> None:
    """Raise `StorageError` (`FILE: ENTRY: reason`) for one that could not be taken in, and for too much of them.

    They stay as they are: writing them anew would make them worse. Drawings that lie there from earlier versions
    are not shown, but drawn in a process of their own, and from then on are pictures like others.
    """
    from hamstring_gui.storage.bundle import check_pixels

    pictures = [path for path in _shown(exercises) if path.suffix.lower() != ".svg"]
    check_pixels(_large(pictures), file)
    for path in pictures:
        try:
            take(path)
        except StorageError as error:
            name = path.relative_to(exercises.parent).as_posix()
            raise StorageError(str(error).replace(str(path), f"{file}: {name}")) from error


def _shown(exercises: Path) -> Iterator[Path]:
    """What exercises show, and all pictures of one that can't be read: once it is mended, it shows some of them."""
    found, _ = OwnExercises(exercises).load()
    for exercise in found.values():
        yield from map(Path, exercise.pictures)
    if exercises.is_dir():
        for folder in sorted(exercises.iterdir()):
            if folder.is_dir() and not folder.name.startswith(".") and folder.name not in found:
                yield from sorted(path for path in folder.iterdir() if is_picture_name(path.name))


def _large(pictures: list[Path]) -> Iterator[tuple[str, bytes]]:
    """Those that are larger than what is stored here, of which there may be as many as somebody has."""
    from hamstring_gui.storage.pictures import LONGEST_SIDE, pixels_in, read_bytes

    for path in pictures:
        with suppress(StorageError):
            data = read_bytes(path)
            if pixels_in(data) > LONGEST_SIDE * LONGEST_SIDE:
                yield path.name, data
