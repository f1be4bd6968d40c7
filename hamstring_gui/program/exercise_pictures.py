"""Pictures for exercises of one's own: chosen, made safe, and waiting until their exercise is saved."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.program.deeds import Deeds
from hamstring_gui.program.library import Library
from hamstring_gui.program.stage import Stage
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.own_exercises import has_drawings

if TYPE_CHECKING:
    from hamstring_gui.storage.pictures import Picture

PICTURES = ("png", "jpg", "jpeg", "webp", "svg")


class ExercisePictures(QObject):
    """`taken` carries the path of a copy that is safe to show and to keep."""

    taken = Signal(str)

    def __init__(self, stage: Stage, library: Library, deeds: Deeds, parent: QObject) -> None:
        super().__init__(parent)
        self._stage, self._library, self._deeds = stage, library, deeds
        self._count = 0
        self._taken: dict[Path, Picture] = {}

    def ask(self) -> None:
        """Have one chosen, and take it in."""
        endings = " ".join(f"*.{ending} *.{ending.upper()}" for ending in PICTURES)
        path = self._stage.ask_for_file(self.tr("Choose a picture"), self.tr("Pictures ({0})").format(endings))
        if path is not None:
            self.take_in(path)

    def take_in(self, path: Path) -> None:
        """Take a picture in, when it is one."""
        try:
            picture = self.take(path)
            self._count += 1
            place = self._folder / f"{self._count}{picture.ending}"
            place.write_bytes(picture.data)
            self._taken[place] = picture
        except StorageError as error:
            self._deeds.say(str(error))
        except OSError as error:
            self._deeds.say(
                self.tr("{path}: the picture can’t be kept: {reason}").format(path=path, reason=error.strerror)
            )
        else:
            self._deeds.hush()
            self.taken.emit(str(place))

    def take(self, path: Path) -> Picture:
        """A picture of somebody's, ready to be stored; the window lives meanwhile. Raises `StorageError`."""
        from hamstring_gui.program.foreign import picture_of
        from hamstring_gui.program.waiting import waiting

        if (taken := self._taken.get(path)) is not None:
            return taken
        with waiting(self._stage, self.tr("Looking at {file} …").format(file=path.name)) as pulse:
            return picture_of(path, pulse)

    def draw_old(self) -> None:
        """Save the exercises that have SVG pictures of an earlier version, which nothing shows: saving draws them.

        One after the other, so that the window answers in between; one that can't be drawn is told, and left.
        """
        self._draw_first([exercise for exercise in self._library.exercises.values() if has_drawings(exercise)])

    def _draw_first(self, left: list[Exercise]) -> None:
        if not left:
            return
        first, *rest = left
        if self._library.exercises.get(first.id) is first:
            try:
                self._library.save_exercise(first, self.take)
            except StorageError as error:
                self._deeds.say(str(error))
        QTimer.singleShot(0, self, partial(self._draw_first, rest))

    @cached_property
    def _folder(self) -> Path:
        """Where pictures wait for the exercise to be saved; it goes with the keeper, or with the program."""
        folder = Path(tempfile.mkdtemp(prefix="hamstring-"))
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        return folder
