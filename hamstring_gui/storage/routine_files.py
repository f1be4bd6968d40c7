"""The user's own routines, one TOML file each; a file with a built-in routine's id is that routine, changed."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.routine import REST_S, SWITCH_S, Gap, Item, Routine
from hamstring_gui.storage.errors import StorageError, not_written, plain
from hamstring_gui.storage.kept_tables import Read
from hamstring_gui.storage.library import load_routine
from hamstring_gui.storage.replacing import replacing, shortened
from hamstring_gui.storage.toml_file import plain_number, read_text, read_toml, toml_text

ENDING = ".toml"


def write_routine(routine: Routine) -> str:
    """The text of a routine's file. `read_routine` gives the same routine back."""
    return toml_text(routine_tables(routine))


def routine_tables(routine: Routine) -> dict[str, Any]:
    """What stands in a routine's file, in its order."""
    rest_s = _common([item.rest_s for item in routine.items], REST_S)
    switch_s = _common([item.switch_s for item in routine.items], SWITCH_S)
    return {
        "name": routine.name,
        "about": routine.about,
        "first_side": routine.first_side,
        "setup_s": _gap(routine.setup_s),
        "rest_s": _gap(rest_s),
        "switch_s": _gap(switch_s),
        "items": [_item(item, rest_s, switch_s) for item in routine.items],
    }


def export_routine(routine: Routine, path: Path) -> None:
    """Write a routine's file where the user wants it, whole or not at all. Raises `StorageError`."""
    try:
        with replacing(path) as out:
            out.write(write_routine(routine))
    except OSError as error:
        raise StorageError(not_written(path, error)) from error


class OwnRoutines:
    """The routine files of one folder, which need not be there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[str, str] = {}

    def load(
        self, exercises: Mapping[str, Exercise], read: Read = read_toml, built_in: Mapping[str, Routine] | None = None
    ) -> tuple[dict[str, Routine], tuple[str, ...]]:
        """The routines by id, and a sentence for each file that can't be used. Such a file is left as it is.

        What a `built_in` one is about is so too where it was changed before it said so.
        """
        abouts = {key: one.about for key, one in (built_in or {}).items()}
        routines: dict[str, Routine] = {}
        problems: list[str] = []
        try:
            paths = sorted(self._folder.glob(f"*{ENDING}")) if self._folder.is_dir() else []
        except OSError as error:
            return {}, (f"{self._folder}: {plain(error)}",)
        for path in paths:
            try:
                self._known[path.stem] = read_text(path)
                routines[path.stem] = load_routine(
                    path, exercises, least_items=0, read=read, about=abouts.get(path.stem, "")
                )
            except StorageError as error:
                self._known.pop(path.stem, None)
                problems.append(f"{error}; this routine was left out")
        return routines, tuple(problems)

    def ids(self) -> set[str]:
        """The ids that have a file, whether it can be used or not."""
        try:
            return {path.stem for path in self._folder.glob(f"*{ENDING}")}
        except OSError:
            return set()

    def save(self, routine: Routine) -> str:
        """Write a routine's file. A file there that isn't the one we know is kept beside it.

        Gives a sentence about a file that was kept, or nothing. Raises `StorageError`.
        """
        path, text = self._path(routine.id), write_routine(routine)
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            kept = self._keep_aside(path)
            with replacing(path) as out:
                out.write(text)
        except OSError as error:
            raise StorageError(f"{path}: the routine can't be saved: {plain(error)}") from error
        self._known[routine.id] = text
        return kept

    def remove(self, routine_id: str) -> str:
        """Take a routine's file away, if there is one. Gives and raises what `save` does."""
        path = self._path(routine_id)
        try:
            kept = self._keep_aside(path)
            path.unlink(missing_ok=True)
        except OSError as error:
            raise StorageError(f"{path}: the routine can't be removed: {plain(error)}") from error
        self._known.pop(routine_id, None)
        return kept

    def _path(self, routine_id: str) -> Path:
        return self._folder / f"{routine_id}{ENDING}"

    def _keep_aside(self, path: Path) -> str:
        """Move a file that somebody else wrote, or that could not be read, out of the way."""
        if not path.exists():
            return ""
        with suppress(StorageError):
            if read_text(path) == self._known.get(path.stem):
                return ""
        number = 1
        while (aside := path.with_name(f"{shortened(path.name)}.kept-{number}")).exists():
            number += 1
        path.rename(aside)
        return f"{path}: this file was not written here; it was kept as {aside.name}"


def _item(item: Item, rest_s: Gap, switch_s: Gap) -> dict[str, Any]:
    from hamstring_gui.storage.exercise_text import dose_table

    written: dict[str, Any] = {"exercise": item.exercise, **dose_table(item.dose)}
    if item.rest_s != rest_s:
        written["rest_s"] = _gap(item.rest_s)
    if item.switch_s != switch_s:
        written["switch_s"] = _gap(item.switch_s)
    return written | {"order": item.order}


def _common(gaps: list[Gap], usual: float) -> Gap:
    """The gap that all of them have, or the usual one."""
    return gaps[0] if len(set(gaps)) == 1 else usual


def _gap(seconds: Gap) -> float | str:
    return "wait" if seconds is None else plain_number(seconds)
