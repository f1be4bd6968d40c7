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
SHARING = ".sharing.lock"
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
    with _locked(*found, time.monotonic() + patience_s, f"{folder}: {_OTHERS}"):
        yield


_OTHERS = (
    "another program is restoring a backup, making one, importing, or sharing the history there; try again when it is "
    "done"
)


@contextmanager
def sharing_alone(folder: Path, patience_s: float = 5 * PATIENCE_S) -> Iterator[None]:
    """As `alone`, but of those that share the history only, who may wait long for the shared folder: nobody else does.

    The lock file stays; what is locked is never another file of that name.
    """
    try:
        handle = os.open(folder / SHARING, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise StorageError(f"{folder / SHARING}: {plain(error)}") from error
    said = f"{folder}: another program is sharing this history already; try again when it is done"
    with _locked(handle, _way_to_lock(), time.monotonic() + patience_s, said):
        yield


@contextmanager
def _locked(handle: int, lock: Callable[[int], None] | None, end: float, said: str) -> Iterator[None]:
    try:
        if lock is not None:
            _take(partial(lock, handle), end, said)
        yield
    finally:
        os.close(handle)


def _to_lock(folder: Path) -> tuple[int, Callable[[int], None]] | None:
    """What is to be locked, opened, and how; the lock goes when it is closed. Nothing where there are no locks."""
    lock = _way_to_lock()
    for name, flags in ((".", os.O_RDONLY), (LOCK, os.O_RDWR | os.O_CREAT)):
        with suppress(OSError):
            return (os.open(folder / name, flags, 0o600), lock) if lock is not None else None
    return None


def _way_to_lock() -> Callable[[int], None] | None:
    with suppress(ImportError):
        from fcntl import LOCK_EX, LOCK_NB, flock

        return lambda handle: flock(handle, LOCK_EX | LOCK_NB)
    with suppress(ImportError):
        from msvcrt import LK_NBLCK, locking  # type: ignore[attr-defined]

        return lambda handle: locking(handle, LK_NBLCK, 1)
    return None


def _take(lock: Callable[[], None], end: float, said: str) -> None:
    while True:
        try:
            return lock()
        except OSError as error:
            if error.errno not in _TAKEN:
                return None  # as on network drives: there are no locks here
            if time.monotonic() >= end:
                raise StorageError(said) from error
        time.sleep(0.05)
