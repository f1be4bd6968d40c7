"""Why a history can't be opened: found out from the file, its place and its bytes, not from a message's words."""

from __future__ import annotations

import errno
import sqlite3
import stat
from pathlib import Path
from typing import Literal

from hamstring_gui.domain.values import dataclass
from hamstring_gui.storage.database import OF_THE_PLACE
from hamstring_gui.storage.database_image import MAGIC, Image, read_image
from hamstring_gui.storage.errors import LOCKS, Missing, NotWritable, StorageError, sqlite_code
from hamstring_gui.storage.place import RIGHTS, reason_of_place
from hamstring_gui.storage.recovery import Recovered, recover
from hamstring_gui.storage.schema import APPLICATION_ID, MIGRATIONS

Reason = Literal[
    "damaged", "newer", "foreign", "locked", "full", "read-only", "forbidden", "no file", "missing", "unknown"
]

MOST_VERSIONS_AHEAD = 1000
"""A version further ahead than that was never made."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """`sentence` is the error's own; `version` that of a newer program; `found` what of the history can be read."""

    reason: Reason
    sentence: str
    version: int = 0
    found: Recovered = Recovered()


def plainly(path: Path, trouble: Trouble) -> str:
    """The sentence for a terminal."""
    if trouble.reason != "damaged":
        return trouble.sentence
    found = trouble.found
    left = (
        f"{len(found.sessions)} of {found.known} sessions can be read" if found.known else "nothing in it can be read"
    )
    return f"{path}: the history is damaged; {left}; hamstring-gui offers what can be done"


def diagnosed(path: Path, error: StorageError) -> Trouble:
    """Why the history at `path` can't be opened. Of one of a newer program, nothing is read."""
    sentence = str(error)
    if isinstance(error, Missing):
        return Trouble("missing", sentence)
    try:
        image = _read(path)
    except _Unreadable as why:
        return Trouble(why.reason, sentence)
    if (version := _version_ahead(image)) is not None:
        return Trouble("newer", sentence, version)
    found = recover(image)
    code = sqlite3.SQLITE_READONLY if isinstance(error, NotWritable) else sqlite_code(error)
    if code in LOCKS:
        return Trouble("locked", sentence, found=found)
    reason: Reason | None = _reason_of_bytes(image, found, code)
    return Trouble(reason or reason_of_place(path) or "unknown", sentence, found=found)


def found_now(path: Path, trouble: Trouble) -> Recovered:
    """What can be read of it by now: while nobody had answered yet, sessions may have been written."""
    try:
        return trouble.found if trouble.reason == "newer" else recover(_read(path))
    except _Unreadable:
        return trouble.found


class _Unreadable(Exception):
    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


def _read(path: Path) -> Image:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise _Unreadable("no file")
        return read_image(path, all_that_fits=True)
    except (OSError, ValueError) as error:
        number = getattr(error, "errno", None)
        if number in RIGHTS:
            raise _Unreadable("forbidden") from error
        if number in (errno.ENOENT, errno.ENOTDIR):
            raise _Unreadable(reason_of_place(path) or "no file") from error
        raise _Unreadable("unknown") from error


def _version_ahead(image: Image) -> int | None:
    head = image.page(1)[:100]
    if head[:16] != MAGIC or int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        return None
    version = int.from_bytes(head[60:64], "big")
    return version if len(MIGRATIONS) < version <= len(MIGRATIONS) + MOST_VERSIONS_AHEAD else None


def _reason_of_bytes(image: Image, found: Recovered, code: int | None) -> Reason | None:
    head = image.page(1)[:105]
    owner, tables = int.from_bytes(head[68:72], "big"), int.from_bytes(head[103:105], "big")
    ours = owner == APPLICATION_ID
    if head[:16] == MAGIC and not ours and (owner or tables):
        return "foreign"
    if head[:16] != MAGIC and not ours and found.is_empty and not found.known and image.data.strip(b"\0"):
        return "foreign"
    return None if code in OF_THE_PLACE else "damaged"
