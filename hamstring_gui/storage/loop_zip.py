"""The zip that Loop Habit Tracker writes: `Habits.csv`, and a folder with a `Checkmarks.csv` for each habit.

The folders come first: in some versions the one file for all habits has lost days, or can't be told apart at commas.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from io import StringIO
from pathlib import Path, PurePosixPath

from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.found import Found
from hamstring_gui.storage.loop import LoopReader, delimiter_of_loop
from hamstring_gui.storage.paths import HISTORY
from hamstring_gui.storage.pulse import paced
from hamstring_gui.storage.spread import encoding_of
from hamstring_gui.storage.zips import Limits, unpack

Unpacked = Callable[[Path], Iterable[tuple[str, bytes]]]
LIMITS = Limits(packed=20_000_000, files=20_000, unpacked=64_000_000, ratio=1000, small=1_000_000)
MOST_OF_ONE = 16_000_000
CHECKMARKS, HABITS = "Checkmarks.csv", "Habits.csv"


def is_zip(beginning: bytes) -> bool:
    return beginning.startswith(b"PK")


def loop_files(path: Path) -> Iterator[tuple[str, bytes]]:
    """The files of a zip of Loop's, those of them that are read. Raises `StorageError` (`PATH: …`)."""
    kind = "an export of Loop Habit Tracker"
    for name, pieces in unpack(path, kind, LIMITS, lambda _: MOST_OF_ONE, left_out=_is_none_of_ours):
        if PurePosixPath(name).name == HISTORY:
            raise StorageError(f"{path}: this is a backup of Hamstring; it is restored on the page Settings")
        yield name, b"".join(pieces)


def read_loop_zip(path: Path, found: Found, unpacked: Unpacked) -> None:
    """Find the habits in a zip of Loop's, which is `unpacked` here or elsewhere.

    Raises `StorageError` (`PATH: …`), `csv.Error`, `UnicodeDecodeError`.
    """
    files: dict[str, str] = {}
    for name, raw in paced(unpacked(path), found.pulse):
        files[name] = raw.decode(encoding_of(raw))
    checkmarks = [name for name in files if PurePosixPath(name).name == CHECKMARKS]
    if not checkmarks:
        raise StorageError(f"{path}: there is no {CHECKMARKS} of Loop Habit Tracker in this zip")
    depth = max(len(PurePosixPath(name).parts) for name in checkmarks)
    named = _names(next((text for name, text in files.items() if PurePosixPath(name).name == HABITS), ""))
    reader = LoopReader(found)
    for name in sorted(name for name in checkmarks if len(PurePosixPath(name).parts) == depth):
        number, habit = habit_of_folder(PurePosixPath(name).parent.name)
        text = files[name]
        reader.read(StringIO(text, newline=""), _delimiter(text, f"{path}: {name}"), named.get(number, habit), name)
    reader.finish()


def habit_of_folder(folder: str) -> tuple[int, str]:
    """Position and name of the habit that a folder is called after: `001 Stretch`."""
    match = re.fullmatch(r"(\d{3,5}) ?(.*)", folder, re.ASCII)
    return (int(match[1]), match[2] or folder) if match else (0, folder)


def _is_none_of_ours(name: str) -> bool:
    """Scores, folders, and what a file manager adds when it packs a zip."""
    path = PurePosixPath(name)
    return "__MACOSX" in path.parts or path.name not in (CHECKMARKS, HABITS, HISTORY) or name.endswith("/")


def _delimiter(text: str, place: str) -> str:
    first = next((line for line in text.splitlines() if line.strip()), "Date,")
    delimiter = delimiter_of_loop(first)
    if not delimiter:
        raise StorageError(f"{place}: this is no {CHECKMARKS} of Loop Habit Tracker")
    return delimiter


def _names(habits: str) -> dict[int, str]:
    """The habits' names by their positions; a folder's name has lost all letters but a to z."""
    names = {}
    for row in csv.DictReader(StringIO(habits, newline="")):
        position, name = (row.get("Position") or "").strip(), " ".join((row.get("Name") or "").split())
        if position.isascii() and position.isdigit() and len(position) < 6 and name:
            names[int(position)] = name
    return names
