"""Backups that are made by themselves: one for a day, when something is other than in all that are there.

Something is what a backup holds: history, settings, exercises and routines of the user's own, byte for byte. Neither
the time of a file nor a clock is believed; of a day there is one at most, and of days that are still to come (a clock
went wrong) none is ever deleted, or takes the place of another.
"""

from __future__ import annotations

import os
import re
import shutil
import zlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from hamstring_gui.domain.values import dataclass
from hamstring_gui.storage.alone import alone
from hamstring_gui.storage.backup import GoOn, always, gathered, is_backup, pack
from hamstring_gui.storage.errors import StorageError, plain
from hamstring_gui.storage.on_disk import sync
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.unused import put_new

DAILY, WEEKLY = 7, 8
"""How many are kept: the newest of each of the last days and weeks that have any."""
ROOM = 50_000_000
"""Bytes that stay free on the disk: what is held needs them more."""
_NAME = re.compile(r"automatic-(\d{4}-\d\d-\d\d)-(\d{6})(-\d+)?\.zip")
_PART = ".automatic"
"""A folder for what is not whole yet; the next one clears away what is left of one that was killed."""

Sums = Mapping[str, tuple[int, int]]
"""Size and CRC-32 of every file in a backup."""


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made by itself: where it is, and when it was made by the clock of that time."""

    path: Path
    at: datetime


def made(folder: Path) -> tuple[Made, ...]:
    """Those that are whole, the newest first. What has such a name and is none, is not looked at. Raises nothing."""
    found = []
    with suppress(OSError):
        for name in os.listdir(folder):
            at = _time_in(name)
            if at is not None and is_backup(folder / name):
                found.append(Made(folder / name, at))
    return tuple(sorted(found, key=lambda one: (one.at, len(one.path.name), one.path.name), reverse=True))


def _time_in(name: str) -> datetime | None:
    match = _NAME.fullmatch(name)
    with suppress(ValueError):
        return datetime.strptime(f"{match[1]}-{match[2]}", "%Y-%m-%d-%H%M%S") if match else None
    return None


def superfluous(there: Sequence[Made], today: date) -> tuple[Made, ...]:
    """Those of days that have been, newest first, that are neither of the last days nor of the last weeks."""
    been = [one for one in there if one.at.date() <= today]
    by_day = {one.at.date(): one for one in reversed(been)}  # the newest of each
    by_week = {one.at.isocalendar()[:2]: one for one in reversed(been)}
    kept = [*list(by_day.values())[-DAILY:], *list(by_week.values())[-WEEKLY:]]
    return tuple(one for one in been if one not in kept)


def back_up(paths: Paths, now: datetime, go_on: GoOn = always) -> Path | None:
    """Make the backup of this day where there is none and something has changed, and delete what is superfluous.

    Gives the backup that was made. `go_on` is asked again and again; what it raises ends it, and nothing is left of it.
    Raises `StorageError`: there is no room, something is damaged or in use, or nothing can be written there.
    """
    folder = paths.backups
    if not paths.database.is_file() or _has_one_of(now.date(), folder):
        return None
    try:
        with alone(paths.data, 0.0):
            folder.mkdir(mode=0o700, exist_ok=True)
            new = _make(paths, folder / f"automatic-{now:%Y-%m-%d-%H%M%S}.zip", go_on)
            if new is not None:
                for one in superfluous(made(folder), now.date()):
                    with suppress(OSError):
                        one.path.unlink()
            return new
    except OSError as error:
        raise StorageError(f"{folder}: no backup was made: {plain(error)}") from error


def _has_one_of(day: date, folder: Path) -> bool:
    return any(one.at.date() == day for one in made(folder))


def _make(paths: Paths, out: Path, go_on: GoOn) -> Path | None:
    part = out.with_name(_PART)
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(mode=0o700)
    before, new = _stamps(paths), part / "new.zip"
    try:
        with gathered(paths, go_on, within=part) as files:
            sums = {name: _sum(path, go_on) for name, path in files.items()}
            if any(_holds(one.path, sums) for one in made(out.parent)):
                return None
            if shutil.disk_usage(out.parent).free < ROOM + sum(size for size, _ in sums.values()):
                raise StorageError(f"{out.parent}: no backup was made: there is too little room on the disk")
            with new.open("wb") as file:
                pack(files, file, go_on)
        sync(new)
        if _stamps(paths) != before:
            raise StorageError(f"{out.parent}: no backup was made: something was changed meanwhile")
        return put_new(new, out)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _stamps(paths: Paths) -> list[tuple[str, int, int]]:
    """Times and sizes of the user's files but for the history, which is copied as it was at one moment."""
    folders = (paths.exercises, paths.routines)
    found = [paths.settings, *(path for folder in folders if folder.is_dir() for path in folder.rglob("*"))]
    stats = [(str(path), path.stat()) for path in sorted(found) if path.exists()]
    return [(name, stat.st_mtime_ns, stat.st_size) for name, stat in stats]


def _sum(path: Path, go_on: GoOn) -> tuple[int, int]:
    size = crc = 0
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            go_on()
            size, crc = size + len(piece), zlib.crc32(piece, crc)
    return size, crc


def _holds(path: Path, sums: Sums) -> bool:
    """Whether a backup holds just these files, and they can be read there."""
    with suppress(OSError, BadZipFile, zlib.error, ValueError), ZipFile(path) as archive:
        if {entry.filename: (entry.file_size, entry.CRC) for entry in archive.infolist()} == sums:
            return archive.testzip() is None
    return False
