"""Writing a file whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from hamstring_gui.storage.database_file import LOGS, opened
from hamstring_gui.storage.schema import APPLICATION_ID

_MAGIC = b"SQLite format 3\0"
LONGEST_NAME = 100
"""Bytes, of which a few more for what is beside it are within every file system's limit."""


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """A text file (UTF-8, `\\n`) that takes the place of `path`, on disk, when the block ends without an error.

    Rights are kept and links followed; a device or pipe is written to as it is. A history of Hamstring's, anybody's,
    gives way to nothing. Raises `OSError`.
    """
    path = Path(os.path.realpath(path))
    if is_history(path) or any(is_history(path.with_name(name)) for name in _owners(path.name)):
        raise FileExistsError(errno.EEXIST, "this is a history of Hamstring", str(path))
    if path.exists() and not path.is_file():
        with open(path, "w", encoding="utf-8", newline="\n", opener=_opened) as out:
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


def is_history(path: Path) -> bool:
    """Whether it is a database of ours, by what stands at its beginning; of a young one, that is still in its log."""
    with suppress(OSError):
        if path.is_file():
            with opened(path) as file:
                head = file.read(72)
            return _is_ours(head) or (_may_be_young(head, path) and _is_ours(_with_log(path)))
    return False


def _is_ours(head: bytes) -> bool:
    return head.startswith(_MAGIC) and head[68:72] == APPLICATION_ID.to_bytes(4, "big")


def _may_be_young(head: bytes, path: Path) -> bool:
    return head[:16] in (b"", _MAGIC) and not any(head[60:72]) and os.path.exists(f"{os.path.realpath(path)}-wal")


def _with_log(path: Path) -> bytes:
    from hamstring_gui.storage.database_image import read_image

    return read_image(path).page(1)


def _owners(name: str) -> list[str]:
    """The databases to which a log of that name would belong."""
    return [name.removesuffix(log) for log in LOGS if name.endswith(log) and name != log]


def _opened(path: str, flags: int) -> int:
    """A device or pipe; one that nobody reads from, where opening it would wait for ever, is an `OSError`."""
    try:
        opened = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        if error.errno == errno.ENXIO:
            raise OSError(errno.ENXIO, "nobody reads from it", path) from error
        raise
    os.set_blocking(opened, True)
    return opened


def shortened(name: str) -> str:
    """Of a name as much as leaves room for something beside it."""
    while len(os.fsencode(name)) > LONGEST_NAME:
        name = name[:-1]
    return name
