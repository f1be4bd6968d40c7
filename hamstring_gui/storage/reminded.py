"""Which days had their reminder: a folder with a file for each, so that of two programs one makes it.

It is empty, or says that the day's reminder was passed over, so that it may come yet."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import date
from pathlib import Path

from hamstring_gui.storage.errors import StorageError, plain

PASSED_OVER = b"passed over\n"
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


def take(folder: Path, day: date, *, passes_over: bool = False) -> bool:
    """Note that the day has its reminder, or `passes_over` it; whether nobody had done so before.

    Raises `StorageError`.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(folder / day.isoformat(), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            os.write(handle, PASSED_OVER if passes_over else b"")
        finally:
            os.close(handle)
    except FileExistsError:
        return False
    except OSError as error:
        raise StorageError(f"{folder}: {plain(error)}") from error
    for old in sorted(days_told(folder))[:-MOST_DAYS]:
        give_back(folder, old)
    return True


def passed_over(folder: Path, day: date) -> bool:
    """Whether the day was taken although nobody was reminded."""
    with suppress(OSError), (folder / day.isoformat()).open("rb") as file:
        return file.read(len(PASSED_OVER)) == PASSED_OVER
    return False


def give_back(folder: Path, day: date) -> None:
    """The reminder could not be shown."""
    with suppress(OSError):
        (folder / day.isoformat()).unlink()
