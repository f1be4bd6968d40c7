"""An exercise that was being written when the program ended: kept in a folder of its own until somebody goes on.

`draft.json` holds the words, beside it lie the pictures, named after what is in them. The text is written last, in one
go, so that at every moment a whole draft is there, or none.
"""

from __future__ import annotations

import json
import math
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from hamstring_gui.domain.drafting import Draft, Line
from hamstring_gui.domain.exercise import KINDS, Dose
from hamstring_gui.domain.exercise_file import is_picture_name, read_pose
from hamstring_gui.domain.reading import Table
from hamstring_gui.domain.values import dataclass, replace
from hamstring_gui.storage.errors import StorageError, plain
from hamstring_gui.storage.exercise_text import pose_table
from hamstring_gui.storage.replacing import replacing

FILE = "draft.json"
MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A draft, and the id of the own exercise that it changes; of a new one, nothing."""

    draft: Draft
    base: str = ""


class DraftFile:
    """The one draft in a folder, which need not be there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names: dict[str, str] = {}

    def keep(self, kept: KeptDraft) -> None:
        """Keep this draft, in place of the one before. Raises `StorageError`."""
        draft = kept.draft
        paths = {path for path in (draft.picture, *(line.picture for line in draft.lines)) if path}
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            names = {path: name for path in paths if (name := self._taken_in(Path(path)))}
            with replacing(self._folder / FILE) as out:
                json.dump(_tables(_with_pictures(draft, lambda path: names.get(path, ""))) | {"base": kept.base}, out)
            self._remove_pictures(but=set(names.values()))
        except (OSError, ValueError) as error:
            reason = plain(error) if isinstance(error, OSError) else str(error)
            raise StorageError(f"{self._folder}: what you are writing can't be kept: {reason}") from error

    def _taken_in(self, path: Path) -> str:
        """The name of a picture here; nothing for one that isn't there any more."""
        from hamstring_gui.storage.pictures import Picture, read_bytes

        known = self._names.get(str(path))
        if known is None:
            try:
                picture = Picture(read_bytes(path), path.suffix)
            except StorageError:
                return ""
            known = self._names[str(path)] = picture.name
            if not (self._folder / known).exists():
                with replacing(self._folder / known) as out:
                    out.buffer.write(picture.data)
        return known

    def kept(self) -> KeptDraft | None:
        """The draft that waits, if one does. Raises `StorageError` where it can't be understood."""
        file = self._folder / FILE
        try:
            with file.open("rb") as opened:
                raw = opened.read(MOST_BYTES + 1)
            if len(raw) > MOST_BYTES:
                raise StorageError(f"{file}: this is too large")
            tables = json.loads(raw)
            base = _text(tables["base"])
            return KeptDraft(_with_pictures(_draft(tables), self._path), base)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StorageError(f"{file}: {plain(error)}") from error
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError, OverflowError) as error:
            raise StorageError(f"{file}: this is no draft of an exercise: {error}") from error

    def _path(self, name: str) -> str:
        path = self._folder / name
        return str(path) if is_picture_name(name) and path.is_file() else ""

    def forget(self) -> None:
        """Have no draft any more. Raises nothing."""
        self._names.clear()
        with suppress(OSError):
            (self._folder / FILE).unlink(missing_ok=True)
            self._remove_pictures(but=set())
            self._folder.rmdir()

    def _remove_pictures(self, but: set[str]) -> None:
        self._names = {path: name for path, name in self._names.items() if name in but}
        for name in os.listdir(self._folder):
            if name.startswith("picture-") and name not in but:
                (self._folder / name).unlink(missing_ok=True)


def _with_pictures(draft: Draft, path: Callable[[str], str]) -> Draft:
    lines = tuple(replace(line, picture=path(line.picture) if line.picture else "") for line in draft.lines)
    return replace(draft, lines=lines, picture=path(draft.picture) if draft.picture else "")


def _tables(draft: Draft) -> dict[str, Any]:
    dose = draft.dose
    return {
        "name": draft.name,
        "lines": [[line.text, line.pose and pose_table(line.pose), line.picture] for line in draft.lines],
        "each_side": draft.each_side,
        "dose": [dose.sets, dose.hold_s, dose.reps, dose.rep_s],
        "kind": draft.kind,
        "region": draft.region,
        "equipment": list(draft.equipment),
        "optional": list(draft.optional),
        "also": list(draft.also),
        "cautions": list(draft.cautions),
        "picture": draft.picture,
        "mirror_pictures": draft.mirror_pictures,
    }


def _draft(tables: dict[str, Any]) -> Draft:
    """The draft as it was written: whatever is wrong with it as an exercise is for the editor to say."""
    sets, hold_s, reps, rep_s = tables["dose"]
    if not all(math.isfinite(number) and 0 <= number < 1e6 for number in (sets, hold_s, reps, rep_s)):
        raise ValueError("the dose is none")
    return Draft(
        name=_text(tables["name"]),
        lines=tuple(
            Line(_text(text), read_pose(Table(pose, "pose")) if pose else None, _text(picture))
            for text, pose, picture in tables["lines"]
        ),
        each_side=tables["each_side"] is True,
        dose=Dose(int(sets), float(hold_s), int(reps), float(rep_s)),
        kind=KINDS[KINDS.index(tables["kind"])],
        region=_text(tables["region"]),
        equipment=tuple(map(_text, tables["equipment"])),
        optional=tuple(map(_text, tables.get("optional", []))),
        also=tuple(map(_text, tables.get("also", []))),
        cautions=tuple(map(_text, tables["cautions"])),
        picture=_text(tables["picture"]),
        mirror_pictures=tables["mirror_pictures"] is True,
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{str(value)[:40]!r} is no text")
    return value
