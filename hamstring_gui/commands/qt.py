"""Qt, imported for the first time: what is wrong with it is said, and Python's `import` stays as it is."""

from __future__ import annotations

import builtins
import linecache
from collections.abc import Iterator
from contextlib import contextmanager

from hamstring_gui.storage.errors import StorageError


def import_qt() -> None:
    """Import PySide6 before anybody else does.

    PySide6 puts an `__import__` of its own in place of Python's: it reads and searches the source of every module that
    is imported afterwards, for a `from __feature__ import …` that nobody here writes. That would be a twentieth of the
    program's start, so what was there is put back, and the sources that it read are let go.
    """
    before = builtins.__import__
    try:
        import PySide6.QtCore  # noqa: F401
    finally:
        builtins.__import__ = before
        linecache.clearcache()


@contextmanager
def explaining_qt(what: str) -> Iterator[None]:
    """Import PySide6, and say what it means when it, or what of it the block imports, can't be: `StorageError`."""
    try:
        import_qt()
        yield
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in ("PySide6", "shiboken6"):
            raise
        raise StorageError(f"{what}: {error}") from error
