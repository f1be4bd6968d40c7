"""Files that people exchange: an exercise, or a routine with the exercises of its own, on their way in.

What is here already, word for word, is not added again.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hamstring_gui.domain import routine_edit
from hamstring_gui.domain.routine import Routine
from hamstring_gui.domain.values import replace
from hamstring_gui.program.deeds import Deeds
from hamstring_gui.program.exercises import ExerciseKeeper
from hamstring_gui.program.history import HistoryKeeper
from hamstring_gui.program.library import KeptAside, Library
from hamstring_gui.program.routines import RoutineKeeper
from hamstring_gui.program.stage import Stage
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.library import load_routine
from hamstring_gui.storage.paths import BUNDLE
from hamstring_gui.storage.routine_files import ENDING as ROUTINE
from hamstring_gui.ui import wording

if TYPE_CHECKING:
    from hamstring_gui.storage.bundle import SharedExercise


class Sharing(QObject):
    """Takes a file in, from whatever page, and has it shown where it belongs."""

    def __init__(
        self, stage: Stage, library: Library, deeds: Deeds, exercises: ExerciseKeeper, routines: RoutineKeeper
    ) -> None:  # fmt: skip
        super().__init__(library)
        self._stage = stage
        self._library, self._deeds, self._exercises, self._routines = library, deeds, exercises, routines

    def take_all(self, names: list[str], history: HistoryKeeper) -> None:
        """Take files that were dropped on the window: exercises, routines, pictures, histories."""
        from hamstring_gui.program.waiting import is_waiting

        if is_waiting():
            self._deeds.say(self.tr("Another file is being looked at. Drop this here again afterwards."))
            return
        for path in map(Path, names):
            if path.suffix.casefold() in (BUNDLE, ROUTINE):
                self.bring(path)
            elif not any(part.takes(path) for part in (self._exercises, history)):
                self._deeds.say(self.tr("{file}: nothing here can be done with this.").format(file=path))

    def bring(self, path: Path) -> None:
        """Add what is in a file, unless it is here; say so, or what is wrong with it."""
        try:
            if path.suffix.casefold() == ROUTINE:
                self._bring_routine(load_routine(path, self._library.exercises), ())
            else:
                self._bring_shared(path)
        except StorageError as error:
            self._deeds.say(str(error))

    def _bring_shared(self, path: Path) -> None:
        from hamstring_gui.program.foreign import shared_in
        from hamstring_gui.program.waiting import waiting

        with waiting(self._stage, self.tr("Looking at {file} …").format(file=path.name)) as pulse:
            routine, shared = shared_in(path, self._library.exercises, pulse)
        if routine is None:
            self._bring_exercise(shared[0])
        else:
            self._bring_routine(routine, shared)

    # -- an exercise -------------------------------------------------------------------------------------------------
    def _bring_exercise(self, shared: SharedExercise) -> None:
        known = self._known(shared)
        if not known:
            self._exercises.show_added(self._add(shared))
            return
        self._exercises.show_one(known)
        name = self._library.exercises[known].name
        self._deeds.say(self.tr("“{name}” is among your exercises already, just as in this file.").format(name=name))

    def _known(self, shared: SharedExercise) -> str:
        """The id of the own exercise that a shared one is, or nothing."""
        own = (one for one in self._library.exercises.values() if one.own)
        return next((one.id for one in own if shared.is_same_as(one)), "")

    def _add(self, shared: SharedExercise) -> str:
        return self._library.add_exercise(KeptAside(shared.exercise, shared.pictures)).id

    # -- a routine ---------------------------------------------------------------------------------------------------
    def _bring_routine(self, routine: Routine, shared: tuple[SharedExercise, ...]) -> None:
        """Add a routine, and those of its exercises that aren't here; all of it or nothing."""
        ids = {one.id: self._known(one) for one in shared}
        if all(ids.values()) and (twin := self._twin(_with_ids(routine, ids))):
            self._routines.show(twin.id)
            sentence = self.tr("“{routine}” is among your routines already, just as in this file.")
            self._deeds.say(sentence.format(routine=wording.of_file(twin.name)))
            return
        added: list[str] = []
        try:
            for one in shared:
                if not ids[one.id]:
                    ids[one.id] = self._add(one)
                    added.append(ids[one.id])
        except StorageError:
            for exercise_id in added:
                self._library.delete_exercise(exercise_id)
            raise
        self._routines.show_added(_with_ids(routine, ids), tuple(added))

    def _twin(self, routine: Routine) -> Routine | None:
        known = self._library.known_routines.values()
        return next((one for one in known if routine_edit.is_same(routine, one)), None)


def _with_ids(routine: Routine, ids: dict[str, str]) -> Routine:
    """The routine with its exercises by the ids that they have here."""
    items = (replace(item, exercise=ids.get(item.exercise, item.exercise)) for item in routine.items)
    return replace(routine, items=tuple(items))
