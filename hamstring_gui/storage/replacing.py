"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

LONGEST_NAME = 100
"""Bytes, of which a few more for what is beside it are within every file system's limit."""


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """A text file (UTF-8, `\\n`) that takes the place of `path`, on disk, when the block ends without an error.

    Rights are kept and links followed; a device or pipe is written to as it is. Raises `OSError`.
    """
    path = Path(os.path.realpath(path))
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", newline="\n") as out:
            yield out
        return
    beside = path.with_name(f".{shortened(path.name)}.{os.getpid()}.tmp")
    try:
        with beside.open("w", encoding="utf-8", newline="\n") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        if path.exists():
            beside.chmod(stat.S_IMODE(path.stat().st_mode))
        beside.replace(path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def shortened(name: str) -> str:
    """Of a name as much as leaves room for something beside it."""
    while len(os.fsencode(name)) > LONGEST_NAME:
        name = name[:-1]
    return name
