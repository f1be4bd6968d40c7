"""The user's own exercises: a folder for each, with `exercise.toml` and the pictures that it names.

A stored picture is named after what is in it, and the text is written last, in one go. So at every moment, after a
crash or on a full disk too, either all of the old exercise is there or all of the new one. A deleted exercise waits in
`.deleted`: it can come back until the next start. Then its pictures go; its text stays, since the history may know it,
and so its id is not given to another.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from hamstring_gui.domain.exercise import Exercise, Kind
from hamstring_gui.domain.exercise_file import read_exercise
from hamstring_gui.storage.errors import StorageError, plain
from hamstring_gui.storage.replacing import replacing
from hamstring_gui.storage.toml_file import explained_reading, parse, read_toml

if TYPE_CHECKING:
    from hamstring_gui.storage.kept_tables import Read
    from hamstring_gui.storage.pictures import Draw, Picture, Take

FILE = "exercise.toml"
DELETED = ".deleted"
PREFIX = "own-"
"""No id of an exercise that comes with the program begins like this."""
LONGEST_SLUG = 40
_ID = r"[a-z0-9]+(-[a-z0-9]+)*"
_STORED_PICTURE = r"picture-[0-9a-f]{16}\.(png|jpg)"
_STORED_DRAWING = r"picture-[0-9a-f]{16}\.svg"
"""What was stored before drawings became pixels; nothing shows it, and it stays where it is."""


def draw_nothing(_: bytes, __: int) -> bytes:
    """Where nobody brings anything that draws an SVG."""
    raise ValueError("an SVG can't be taken in here")


class OwnExercises:
    """The exercises in one folder, which need not be there yet.

    What changes them raises `StorageError`: `FILE: reason` or `FILE: KEY: reason`.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._deleted = folder / DELETED

    # -- reading -----------------------------------------------------------------------------------------------------
    def load(self, read: Read = read_toml) -> tuple[dict[str, Exercise], tuple[str, ...]]:
        """Every exercise by its id, in the order of the ids, and a sentence for all that is wrong.

        A broken exercise is left out, and so is a picture that isn't there. Raises nothing.
        """
        exercises: dict[str, Exercise] = {}
        problems: list[str] = []
        try:
            folders = _folders_in(self.folder)
        except StorageError as error:
            return {}, (str(error),)
        for folder in folders:
            try:
                exercise = _read(folder, read)
            except StorageError as error:
                problems.append(str(error))
                continue
            there = {path: path for path in exercise.pictures if Path(path).is_file()}
            problems += [f"{path}: there is no such file" for path in exercise.pictures if path not in there]
            exercises[exercise.id] = exercise.with_pictures(there)
        return exercises, tuple(problems)

    def known_kinds(self, read: Read = read_toml, but: Collection[str] = ()) -> dict[str, tuple[Kind, str]]:
        """Kind and region of every exercise by its id, the deleted ones too, `but` for those. Raises nothing."""
        kinds: dict[str, tuple[Kind, str]] = {}
        for place in (self._deleted, self.folder):
            with suppress(StorageError):
                for folder in (one for one in _folders_in(place) if one.name not in but):
                    with suppress(StorageError):
                        exercise = _read(folder, read)
                        kinds[exercise.id] = exercise.kind, exercise.region
        return kinds

    def forget_deleted_pictures(self) -> None:
        """Remove the stored pictures of exercises that were deleted in a session of the program before this one.

        What else lies there stays. Raises nothing.
        """
        with suppress(StorageError):
            for folder in _folders_in(self._deleted):
                with suppress(OSError):
                    stored = (_STORED_PICTURE, _STORED_DRAWING)
                    _remove(path for path in folder.iterdir() if any(re.fullmatch(kind, path.name) for kind in stored))

    # -- changing ----------------------------------------------------------------------------------------------------
    def save(self, exercise: Exercise, draw: Draw = draw_nothing, take: Take | None = None) -> Exercise:
        """Store an exercise, and give it back as it is stored.

        An own exercise that is there is replaced; anything else becomes a new one, with an id made from its name. Each
        picture may lie anywhere: what isn't stored here yet is taken in, here or by whoever brings `take`.
        """
        known = exercise.own and self._is_here(exercise.id)
        pictures = {path: self._picture(path, draw, take) for path in exercise.pictures}
        return self._store(exercise.id if known else self._unused_id(exercise.name), exercise, pictures)

    def add(self, exercise: Exercise, pictures: Mapping[str, Picture]) -> Exercise:
        """Store an exercise that somebody shared as a new one, and give it back as it is stored."""
        return self._store(self._unused_id(exercise.name), exercise, pictures)

    def pictures_of(self, exercise: Exercise) -> dict[str, Picture]:
        """An exercise's pictures in memory, by their paths: so that `put` can bring back how it was.

        What can't be read any more is left out. Raises nothing.
        """
        from hamstring_gui.storage.pictures import Picture, read_bytes

        pictures = {}
        for path in exercise.pictures:
            with suppress(StorageError):
                pictures[path] = Picture(read_bytes(Path(path)), Path(path).suffix)
        return pictures

    def put(self, exercise: Exercise, pictures: Mapping[str, Picture]) -> Exercise:
        """Store an own exercise as it is given, in place of the one with its id."""
        return self._store(exercise.id, exercise, pictures)

    def delete(self, exercise_id: str) -> None:
        """Put an exercise away, so that `undelete` can bring it back."""
        if not self._is_here(exercise_id):
            raise StorageError(f"{self.folder}: there is no exercise {exercise_id!r}")
        away = self._deleted / exercise_id
        try:
            self._deleted.mkdir(mode=0o700, exist_ok=True)
            if away.exists():
                away.rename(self._deleted / self._unused_id(exercise_id))
            (self.folder / exercise_id).rename(away)
        except OSError as error:
            raise StorageError(f"{self.folder / exercise_id}: this can't be deleted: {plain(error)}") from error

    def undelete(self, exercise_id: str) -> Exercise:
        """Bring a deleted exercise back."""
        away, back = self._deleted / exercise_id, self.folder / exercise_id
        if not re.fullmatch(_ID, exercise_id) or not away.is_dir():
            raise StorageError(f"{self._deleted}: there is no exercise {exercise_id!r}")
        if back.exists():
            raise StorageError(f"{back}: there is such an exercise already")
        try:
            away.rename(back)
        except OSError as error:
            raise StorageError(f"{away}: this can't be brought back: {plain(error)}") from error
        return _read(back)

    # -- how ---------------------------------------------------------------------------------------------------------
    def _is_here(self, exercise_id: str) -> bool:
        return bool(re.fullmatch(_ID, exercise_id)) and (self.folder / exercise_id).is_dir()

    def _unused_id(self, name: str) -> str:
        """An id that no exercise has or had: `own-towel-stretch`, `own-towel-stretch-2`."""
        import unicodedata

        plain_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
        slug = re.sub(r"[^a-z0-9]+", "-", plain_name).strip("-").removeprefix(PREFIX)[:LONGEST_SLUG].strip("-")
        first = candidate = PREFIX + (slug or "exercise")
        number = 1
        while any((place / candidate).exists() for place in (self.folder, self._deleted)):
            number += 1
            candidate = f"{first}-{number}"
        return candidate

    def _picture(self, path: str, draw: Draw, take: Take | None) -> Picture:
        """A picture that was taken in before is stored as it is: writing it anew would make it worse."""
        from hamstring_gui.storage.pictures import Picture, read_bytes, take_in  # 10 ms that only saving pays

        file = Path(path)
        if re.fullmatch(_STORED_PICTURE, file.name) and file.parent.parent in (self.folder, self._deleted):
            return Picture(read_bytes(file), file.suffix)
        return take_in(file, draw) if take is None else take(file)

    def _store(self, exercise_id: str, exercise: Exercise, pictures: Mapping[str, Picture]) -> Exercise:
        """Nothing is written that could not be read again."""
        from hamstring_gui.storage.exercise_text import write_exercise

        folder = self.folder / exercise_id
        text = write_exercise(exercise.with_pictures({path: picture.name for path, picture in pictures.items()}))
        try:
            text.encode()
        except UnicodeEncodeError as error:
            raise StorageError(f"{folder / FILE}: holds a character that can't be written") from error
        with explained_reading(folder / FILE):
            stored = read_exercise(exercise_id, parse(text, folder / FILE), str(folder))
        try:
            _write(folder, text, pictures.values())
        except OSError as error:
            raise StorageError(f"{folder}: this exercise can't be saved: {plain(error)}") from error
        return stored


def is_own_id(text: str) -> bool:
    """Whether an own exercise may be called so."""
    return text.startswith(PREFIX) and len(text) <= 2 * LONGEST_SLUG and re.fullmatch(_ID, text) is not None


def has_drawings(exercise: Exercise) -> bool:
    """Whether an exercise has pictures as they were stored once: saving it draws them."""
    return exercise.own and any(path.lower().endswith(".svg") for path in exercise.pictures)


def _folders_in(place: Path) -> list[Path]:
    """The exercises' folders, in the order of their names; none where the place isn't there."""
    try:
        return sorted(path for path in place.iterdir() if path.is_dir() and not path.name.startswith("."))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise StorageError(f"{place}: {plain(error)}") from error


def _read(folder: Path, read: Read = read_toml) -> Exercise:
    if not re.fullmatch(_ID, folder.name):
        raise StorageError(f"{folder}: the name of an exercise's folder may hold a to z, 0 to 9 and - only")
    data = read(folder / FILE)
    with explained_reading(folder / FILE):
        return read_exercise(folder.name, data, str(folder))


def _write(folder: Path, text: str, pictures: Iterable[Picture]) -> None:
    """Write all files or none; a new folder appears when all is in it. Raises `OSError`."""
    import shutil

    is_new = not folder.exists()
    into = folder.with_name(f".{folder.name}.tmp") if is_new else folder
    if is_new:
        shutil.rmtree(into, ignore_errors=True)
    into.mkdir(mode=0o700, parents=True, exist_ok=True)
    before = {path.name for path in into.iterdir()}
    files = {picture.name: picture.data for picture in pictures}
    try:
        for name in files.keys() - before:
            with replacing(into / name) as out:
                out.buffer.write(files[name])
        with replacing(into / FILE) as out:
            out.write(text)
        if is_new:
            into.rename(folder)
    except BaseException:
        if is_new:
            shutil.rmtree(into, ignore_errors=True)
        else:
            _remove(into / name for name in files.keys() - before)
        raise
    _remove(folder / name for name in before - files.keys() if re.fullmatch(_STORED_PICTURE, name))


def _remove(files: Iterable[Path]) -> None:
    for file in files:
        with suppress(OSError):
            file.unlink()
