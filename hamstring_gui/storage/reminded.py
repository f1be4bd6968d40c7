"""Which days had their reminder: a folder with an empty file for each, so that of two programs one makes it."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import date
from pathlib import Path

from hamstring_gui.storage.errors import StorageError, plain

MOST_DAYS = 60
"""That are kept: a clock may be set back."""


def days_told(folder: Path) -> frozenset[date]:
    """The days; none where the folder isn't there or can't be read."""
    days = set()
    with suppress(OSError):
        for name in os.listdir(folder):
            with suppress(ValueError):
                days.add(date.fromisoformat(name))
    return frozenset(days)


def take(folder: Path, day: date) -> bool:
    """Note that the day has its reminder; whether nobody had done so before. Raises `StorageError`."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(folder / day.isoformat(), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        return False
    except OSError as error:
        raise StorageError(f"{folder}: {plain(error)}") from error
    for old in sorted(days_told(folder))[:-MOST_DAYS]:
        give_back(folder, old)
    return True


def give_back(folder: Path, day: date) -> None:
    """The reminder could not be shown."""
    with suppress(OSError):
        (folder / day.isoformat()).unlink()
