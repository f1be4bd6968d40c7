"""The first import of Qt leaves Python's `import` alone, and says what is wrong where there is no Qt."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from hamstring_gui.commands.qt import explaining_qt
from hamstring_gui.storage.errors import StorageError

ROOT = Path(__file__).resolve().parents[2]


PROGRAM = """
import builtins, sys
before = builtins.__import__
{first}
from PySide6.QtCore import QObject, QRect
parts = "errorhandler", "layout", "parser", "lib.enum_sig", "lib.pyi_generator", "lib.tool"
waiting = [part for part in parts if "__builtins__" not in vars(sys.modules["PySide6.support.signature." + part])]
print(builtins.__import__ is before, *waiting)
for wrong in (lambda: QObject().setObjectName(QObject()), lambda: QRect(*range(6)), lambda: QObject(what=1)):
    try:
        wrong()
    except (TypeError, AttributeError) as error:
        print(error)
from PySide6.support.signature import get_signature, lib
print(get_signature(QRect.contains), QObject.startTimer.__doc__, dir(lib.pyi_generator.Writer))
print(lib.tool.__spec__.name)
"""


def test_python_imports_as_it_did_before_and_what_qt_hardly_ever_needs_waits() -> None:
    """Without our import PySide6 puts its own in place of Python's, and compiles all that it has: once it doesn't any
    more, ours can go. What it says of wrong calls, and of how to call it, is the same."""
    (waits, *said), (at_once, *said_without) = (
        subprocess.run(
            [sys.executable, "-c", PROGRAM.format(first=first)], cwd=ROOT, text=True, timeout=60,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        ).stdout.splitlines()
        for first in ("from hamstring_gui.commands.qt import import_qt; import_qt()", "")
    )  # fmt: skip
    assert waits == "True errorhandler layout parser lib.enum_sig lib.pyi_generator lib.tool"
    assert at_once == "False"
    assert said == said_without
    assert "PySide6.QtCore.QObject.setObjectName(name: str, /)" in map(str.strip, said)
    assert said[-1].endswith("PySide6.support.signature.lib.tool")


def test_what_is_missing_of_qt_is_said() -> None:
    with pytest.raises(StorageError, match=r"no window: libEGL\.so\.1 is missing"), explaining_qt("no window"):
        raise ImportError("libEGL.so.1 is missing", name="PySide6.QtGui")
    with pytest.raises(ImportError, match="ours"), explaining_qt("no window"):
        raise ImportError("ours", name="hamstring_gui")
