"""Qt, imported for the first time: what is wrong with it is said, and Python's `import` stays as it is."""

from __future__ import annotations

import builtins
import linecache
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Any

from hamstring_gui.storage.errors import StorageError

WAITING = frozenset(
    f"shibokensupport.signature.{name}"
    for name in ("errorhandler", "layout", "parser", "lib.enum_sig", "lib.pyi_generator", "lib.tool")
)
"""Modules of PySide6 that say what is wrong with a call, show help, and write stubs (`.pyi`)."""


def import_qt() -> None:
    """Import PySide6 before anybody else does, and without what nobody needs here, or hardly ever.

    PySide6 puts an `__import__` of its own in place of Python's: it reads and searches the source of every module that
    is imported afterwards, for a `from __feature__ import …` that nobody here writes. That would be a twentieth of the
    program's start, so what was there is put back, and the sources that it read are let go. A fifth of the start would
    be to compile modules that come as source: those that are `WAITING` are compiled once something of them is wanted.
    """
    before = builtins.__import__

    def sparing(
        name: str, globals: Any = None, locals: Any = None, fromlist: Sequence[str] | None = (), level: int = 0
    ) -> Any:
        for part in fromlist or ():
            if (whole := f"{name}.{part}") in WAITING and whole not in sys.modules:
                _let_wait(before(name, globals, locals, ("__name__",), level), part)
        return before(name, globals, locals, fromlist, level)

    builtins.__import__ = sparing
    try:
        import PySide6.QtCore  # noqa: F401
    finally:
        builtins.__import__ = before
        linecache.clearcache()


def _let_wait(package: ModuleType, part: str) -> None:
    """Have a module be there, which runs once something is looked for in it."""
    name = f"{package.__name__}.{part}"
    if (spec := find_spec(name)) is None or spec.loader is None:
        return
    module, loader = module_from_spec(spec), spec.loader

    def run(wanted: str) -> Any:
        del module.__getattr__
        called, spec.name = spec.name, name  # PySide6 has given it another one, by which its loader doesn't know it
        loader.exec_module(module)
        spec.name = called
        return getattr(module, wanted)

    module.__getattr__ = run  # type: ignore[method-assign]
    sys.modules[name] = module
    setattr(package, part, module)


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
