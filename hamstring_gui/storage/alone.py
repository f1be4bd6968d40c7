"""One program at a time changes the user's data as a whole: a lock that goes with the process that holds it."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
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
    handle, lock = _to_lock(folder)
    try:
        if handle is not None:
            _take(folder, lambda: lock(handle), time.monotonic() + patience_s)
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _to_lock(folder: Path) -> tuple[int | None, Callable[[int], None]]:
    """What is to be locked, if it can be opened, and how; the lock goes when it is closed."""
    handle = None
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock
    except ImportError:
        import msvcrt

        with suppress(OSError):
            handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        return handle, lambda one: msvcrt.locking(one, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
    return handle, lambda one: flock(one, LOCK_EX | LOCK_NB)


def _take(folder: Path, lock: Callable[[], None], end: float) -> None:
    while True:
        try:
            return lock()
        except OSError as error:
            if error.errno not in _TAKEN:
                return None  # as on network drives: there are no locks here
            if time.monotonic() >= end:
                raise StorageError(
                    f"{folder}: another program is restoring a backup or importing there; try again when it is done"
                ) from error
        time.sleep(0.05)
