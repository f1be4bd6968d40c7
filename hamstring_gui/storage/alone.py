"""One program at a time changes the user's data as a whole: a lock that goes with the process that holds it."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from hamstring_gui.storage.errors import StorageError, plain

PATIENCE_S = 2.0
LOCK = ".changeover.lock"
"""In the data folder, where a folder can't be locked itself (Windows)."""
_TAKEN = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES}


@contextmanager
def alone(folder: Path, patience_s: float = PATIENCE_S) -> Iterator[None]:
    """No other program is in such a block for this folder, which is made if need be.

    Raises `StorageError` when another one still is after `patience_s`. Where the file system knows no locks, nothing
    keeps another program out.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(f"{folder}: {plain(error)}") from error
    if (found := _to_lock(folder)) is None:
        yield
        return
    handle, lock = found
    try:
        _take(folder, partial(lock, handle), time.monotonic() + patience_s)
        yield
    finally:
        os.close(handle)


def _to_lock(folder: Path) -> tuple[int, Callable[[int], None]] | None:
    """What is to be locked, opened, and how; the lock goes when it is closed. Nothing where there are no locks."""
    with suppress(ImportError, OSError):
        from fcntl import LOCK_EX, LOCK_NB, flock

        return os.open(folder, os.O_RDONLY), lambda handle: flock(handle, LOCK_EX | LOCK_NB)
    with suppress(ImportError, OSError):
        from msvcrt import LK_NBLCK, locking  # type: ignore[attr-defined]

        return os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600), lambda handle: locking(handle, LK_NBLCK, 1)
    return None


def _take(folder: Path, lock: Callable[[], None], end: float) -> None:
    while True:
        try:
            return lock()
        except OSError as error:
            if error.errno not in _TAKEN:
                return None  # as on network drives: there are no locks here
            if time.monotonic() >= end:
                raise StorageError(
                    f"{folder}: another program is restoring a backup, making one, or importing there; try again when "
                    "it is done"
                ) from error
        time.sleep(0.05)
