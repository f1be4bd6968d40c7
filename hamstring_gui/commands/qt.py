"""Qt, imported for the first time: what is wrong with it is said, and Python's `import` stays as it is."""

from __future__ import annotations

import builtins
import linecache
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.machinery import ModuleSpec
from types import ModuleType, SimpleNamespace
from typing import Any

from hamstring_gui.storage.errors import StorageError

WRITES_STUBS = "pyi_generator"


def import_qt() -> None:
    """Import PySide6 before anybody else does, and without two things that nobody here uses.

    PySide6 puts an `__import__` of its own in place of Python's: it reads and searches the source of every module that
    is imported afterwards, for a `from __feature__ import …` that nobody here writes. That would be a twentieth of the
    program's start, so what was there is put back, and the sources that it read are let go. A tenth would be what
    PySide6 writes its stubs (`.pyi`) with: an empty module stands in for that.
    """
    before = builtins.__import__

    def without_stubs(
        name: str, globals: Any = None, locals: Any = None, fromlist: Sequence[str] | None = (), level: int = 0
    ) -> Any:
        if name == "shibokensupport.signature.lib" and fromlist == (WRITES_STUBS,):
            empty = ModuleType(f"{name}.{WRITES_STUBS}")
            empty.__spec__ = ModuleSpec(empty.__name__, None)
            return SimpleNamespace(**{WRITES_STUBS: empty})
        return before(name, globals, locals, fromlist, level)

    builtins.__import__ = without_stubs
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
