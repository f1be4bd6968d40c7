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
