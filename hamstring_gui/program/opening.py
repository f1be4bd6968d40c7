"""What the window is opened with: a value that the command line hands to `app`, made before Qt is imported."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from hamstring_gui.domain.routine import Routine
from hamstring_gui.domain.values import dataclass
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.shelf import Shelf

if TYPE_CHECKING:
    from PySide6.QtCore import QLockFile

    from hamstring_gui.storage.changeover import Mended
    from hamstring_gui.storage.history import HistoryStore

LOCK = ".open"
"""In the data folder, while a window is open with it."""


@dataclass(frozen=True, slots=True)
class Opening:
    """`start_requested` without a `start` means the routine that Today offers. `theme` is for this run only; `None`
    leaves it to the settings. `mended` is what was found half done, and ended."""

    paths: Paths
    shelf: Shelf
    start: Routine | None = None
    start_requested: bool = False
    fullscreen: bool = False
    theme: str | None = None
    mended: Mended | None = None


def open_history(paths: Paths, *, used: bool) -> HistoryStore:
    """`used`: see `HistoryStore`. Raises `StorageError`, also where the history is gone and there are backups of it."""
    from hamstring_gui.storage.history import HistoryStore

    if not paths.database.exists():
        from hamstring_gui.storage.missing import refuse_missing

        refuse_missing(paths.database)
    return HistoryStore.open(paths.database, busy_s=0.2, used=used)


def is_open_elsewhere(lock: QLockFile, paths: Paths) -> bool:
    """Whether another window has these data; where no lock can be made, nobody knows, and nothing is lost by that."""
    with suppress(OSError):
        paths.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock.setStaleLockTime(0)  # only that of a program which is gone is broken
    return not lock.tryLock(0) and lock.error() == type(lock).LockError.LockFailedError
