"""What there is to do, as it lies on disk: exercises and routines, those of the program and the user's own."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from hamstring_gui.domain.consistency import Kinds, kinds_of
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.routine import Routine
from hamstring_gui.domain.values import dataclass
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.kept_tables import KeptTables, Read
from hamstring_gui.storage.library import load_all, load_routines
from hamstring_gui.storage.own_exercises import OwnExercises
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.routine_files import OwnRoutines
from hamstring_gui.storage.toml_file import read_toml


@dataclass(frozen=True, slots=True)
class Shelf:
    """Everything by its id. `own` are the routines that have a file of the user's, a built-in that was changed too.

    `problems` are sentences about files of the user's that can't be used. `own_exercises` and `own_routines` are the
    places where changes go; `kinds` are kind and region of every exercise, the deleted ones too. `tables` are what was
    read, to be kept for the next start.
    """

    exercises: Mapping[str, Exercise]
    built_in: Mapping[str, Routine]
    own: Mapping[str, Routine]
    own_exercises: OwnExercises
    own_routines: OwnRoutines
    kinds: Kinds
    tables: KeptTables
    problems: tuple[str, ...] = ()

    @property
    def routines(self) -> dict[str, Routine]:
        """Every routine as it is now, those that came with the program first."""
        return {**self.built_in, **self.own}


def read_shelf(paths: Paths) -> Shelf:
    """Read all of it. Raises `StorageError` for what comes with the program.

    What was kept of the files' tables is used, but where something is wrong, the files themselves have the last word.
    """
    tables = KeptTables(paths.kept_tables)
    with suppress(StorageError):
        shelf = _shelf(paths, tables, tables.read)
        if not (shelf.problems and tables.helped):
            return shelf
    return _shelf(paths, tables, read_toml)


def _shelf(paths: Paths, tables: KeptTables, read: Read) -> Shelf:
    own_exercises, own_routines = OwnExercises(paths.exercises), OwnRoutines(paths.routines)
    exercises, wrong_exercises = load_all(paths.assets, own_exercises, read)
    built_in = load_routines(paths.assets, exercises, read)
    own, wrong_routines = own_routines.load(exercises, read, built_in)
    kinds = kinds_of(exercises, own_exercises.known_kinds(read, but=exercises))
    problems = (*wrong_exercises, *wrong_routines)
    return Shelf(exercises, built_in, own, own_exercises, own_routines, kinds, tables, problems)
