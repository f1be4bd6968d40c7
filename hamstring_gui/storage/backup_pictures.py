"""The pictures in a backup: read as those of an exercise that somebody shared."""

from __future__ import annotations

from pathlib import Path

from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.own_exercises import OwnExercises, draw_nothing


def check_pictures(exercises: Path, file: Path) -> None:
    """Raise `StorageError` (`FILE: ENTRY: reason`) for one that an exercise shows and that could not be taken in.

    They stay as they are: writing them anew would make them worse. Drawings that lie there from earlier versions
    are not shown, but drawn in a process of their own, and from then on are pictures like others.
    """
    found, _ = OwnExercises(exercises).load()
    for path in (path for exercise in found.values() for path in exercise.pictures):
        from hamstring_gui.storage import pictures

        name = Path(path).relative_to(exercises.parent).as_posix()
        data = pictures.read_bytes(Path(path))
        if Path(path).suffix.lower() == ".svg" and len(data) <= pictures.MOST_BYTES_DRAWN:
            continue
        try:
            pictures.take_in_bytes(data, f"{file}: {name}", draw_nothing)
        except StorageError as error:
            raise StorageError(f"{error}; nothing was changed") from error
