"""The one owner of what there is to do: exercises, routines, and the kinds of all that the history may name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hamstring_gui.domain.consistency import Kinds
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.routine import Routine, can_be_done
from hamstring_gui.domain.values import dataclass
from hamstring_gui.storage.shelf import Shelf

if TYPE_CHECKING:
    from hamstring_gui.storage.pictures import Draw, Picture, Take


@dataclass(frozen=True, slots=True)
class KeptAside:
    """An exercise as it was once, or as somebody shared it, with its pictures by their paths."""

    exercise: Exercise
    pictures: Mapping[str, Picture]


class Library(QObject):
    """Everybody reads it, nobody else writes: each mapping is a value that never changes; a change makes a new one and
    says `changed`.

    What changes it raises `StorageError` where the disk refuses. An exercise is then as it was; a routine is as it was
    wanted, until the program closes.
    """

    changed = Signal()

    def __init__(self, shelf: Shelf, draw: Draw, parent: QObject | None = None) -> None:
        """Drawings that people bring are made pixels by `draw`."""
        super().__init__(parent)
        self.draw = draw
        self._own_exercises, self._own_routines = shelf.own_exercises, shelf.own_routines
        self.kinds: Kinds = MappingProxyType(dict(shelf.kinds))
        """Of every exercise that the history may name, the deleted ones too."""
        self.exercises: Mapping[str, Exercise] = MappingProxyType(dict(shelf.exercises))
        self.built_in: Mapping[str, Routine] = MappingProxyType(dict(shelf.built_in))
        self._keep_routines(shelf.routines)

    @property
    def exercises_folder(self) -> Path:
        """Where the user's own exercises and their pictures lie."""
        return self._own_exercises.folder

    # -- what there is -----------------------------------------------------------------------------------------------
    def users_of(self, exercise_id: str) -> tuple[Routine, ...]:
        """The routines that lead through an exercise."""
        return tuple(one for one in self.routines.values() if exercise_id in {item.exercise for item in one.items})

    @property
    def own_kinds(self) -> Kinds:
        """Those of exercises that don't come with the program: another computer can't know them."""
        built_in = {"", *(key for key, one in self.exercises.items() if not one.own)}
        return {key: kind for key, kind in self.kinds.items() if key not in built_in}

    def taken_ids(self) -> set[str]:
        """The ids that a new routine can't have: those of routines, of files that can't be used, and of exercises."""
        return self.known_routines.keys() | self._own_routines.ids() | self.exercises.keys()

    # -- exercises ---------------------------------------------------------------------------------------------------
    def save_exercise(self, exercise: Exercise, take: Take | None = None) -> Exercise:
        """Keep an own exercise, as it is then given back: a new one under an id of its own. `take` brings pictures."""
        return self._keep_exercise(self._own_exercises.save(exercise, self.draw, take))

    def add_exercise(self, shared: KeptAside) -> Exercise:
        """Keep an exercise that somebody shared, as a new one."""
        return self._keep_exercise(self._own_exercises.add(shared.exercise, shared.pictures))

    def kept_aside(self, exercise_id: str) -> KeptAside:
        """An own exercise with all its pictures in memory, for `put_back`."""
        exercise = self.exercises[exercise_id]
        pictures = self._own_exercises.pictures_of(exercise)
        return KeptAside(exercise.with_pictures({path: path for path in pictures}), pictures)

    def put_back(self, kept: KeptAside) -> Exercise:
        """Have an own exercise as it was."""
        return self._keep_exercise(self._own_exercises.put(kept.exercise, kept.pictures))

    def delete_exercise(self, exercise_id: str) -> None:
        self._own_exercises.delete(exercise_id)
        self._keep_exercises({key: one for key, one in self.exercises.items() if key != exercise_id})

    def bring_back(self, exercise_id: str) -> Exercise:
        """Undo a deletion."""
        return self._keep_exercise(self._own_exercises.undelete(exercise_id))

    def forget_deleted_pictures(self) -> None:
        """Remove the pictures of what was deleted in a run of the program before this one."""
        self._own_exercises.forget_deleted_pictures()

    def _keep_exercise(self, exercise: Exercise) -> Exercise:
        self.kinds = MappingProxyType({**self.kinds, exercise.id: (exercise.kind, exercise.region)})
        self._keep_exercises({**self.exercises, exercise.id: exercise})
        return exercise

    def _keep_exercises(self, exercises: dict[str, Exercise]) -> None:
        self.exercises = MappingProxyType(exercises)
        self._keep_routines(dict(self.known_routines))
        self.changed.emit()

    # -- routines ----------------------------------------------------------------------------------------------------
    def put_routine(self, routine_id: str, routine: Routine | None) -> str:
        """Have a routine, or none, under an id. Gives a sentence about a foreign file that was kept, or nothing."""
        others = {key: one for key, one in self.known_routines.items() if key != routine_id or routine is not None}
        self._keep_routines(others if routine is None else {**others, routine_id: routine})
        try:
            if routine is None or routine == self.built_in.get(routine_id):
                return self._own_routines.remove(routine_id)
            return self._own_routines.save(routine)
        finally:
            self.changed.emit()

    def _keep_routines(self, known: dict[str, Routine]) -> None:
        """`known_routines` are all; `routines` those that can be started, and never nothing."""
        self.known_routines: Mapping[str, Routine] = MappingProxyType(known)
        startable = {key: one for key, one in known.items() if can_be_done(one, self.exercises)}
        self.routines: Mapping[str, Routine] = MappingProxyType(startable or dict(self.built_in))
