"""Whether a place can be written to: tried, since neither rights nor free bytes tell it of every disk."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path
from typing import Literal

from hamstring_gui.storage.database_file import may_be_written

NEEDED_BYTES = 1 << 17
"""What SQLite wants to put beside a history as soon as it is written to."""
FULL, RIGHTS = (errno.ENOSPC, errno.EDQUOT), (errno.EACCES, errno.EPERM)


def reason_of_place(path: Path) -> Literal["full", "read-only"] | None:
    """Whether the disk is full, or the file or its folder can't be written."""
    path = Path(os.path.realpath(path))
    folder = path.parent
    while not folder.is_dir() and folder != folder.parent:
        folder = folder.parent
    try:
        if path.is_file() and not may_be_written(path):
            return "read-only"
        if os.name == "nt" and path.is_file():  # there, rights are told only so
            os.close(os.open(path, os.O_RDWR))
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(bytes(NEEDED_BYTES))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        if error.errno in FULL:
            return "full"
        return "read-only" if error.errno in (*RIGHTS, errno.EROFS) else None
    return None
