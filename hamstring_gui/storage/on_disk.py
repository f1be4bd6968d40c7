"""What was written is on disk, and stays there when the power fails."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def sync(path: Path) -> None:
    """Have a file's bytes, or the names in a folder, on disk, where the system lets it be opened for that."""
    with suppress(OSError):
        handle = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sync_all(path: Path) -> None:
    """Have a file, or a folder with everything in it, on disk."""
    for one in (*path.rglob("*"), path):
        if not one.is_symlink():
            sync(one)


def logs_of(database: Path) -> dict[Path, tuple[int, int] | None]:
    """What SQLite keeps beside a database, which is as much a part of it."""
    beside = (database.with_name(f"{database.name}-{log}") for log in ("wal", "shm"))
    return {path: file_at(path) for path in beside}


def file_at(path: Path) -> tuple[int, int] | None:
    """Which file it is on which disk; nothing where there is none."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino
