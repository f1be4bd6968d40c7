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
from PySide6.QtCore import QObject
print(builtins.__import__ is before, hasattr(sys.modules["PySide6.support.signature.lib.pyi_generator"], "main"))
try:
    QObject().setObjectName(QObject())
except TypeError as error:
    print(str(error).splitlines()[-1].strip())
"""


@pytest.mark.parametrize("first", ["from hamstring_gui.commands.qt import import_qt; import_qt()", ""])
def test_python_imports_as_it_did_before_and_nothing_that_writes_stubs(first: str) -> None:
    """Without our import PySide6 puts its own in place of Python's, and imports what writes its stubs: once it doesn't
    any more, ours can go. What PySide6 says of a wrong call is the same."""
    program = PROGRAM.format(first=first)
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=60)
    said = "PySide6.QtCore.QObject.setObjectName(name: str, /)"
    assert (done.stdout.splitlines(), done.stderr) == ([f"{bool(first)} {not first}", said], "")


def test_what_is_missing_of_qt_is_said() -> None:
    with pytest.raises(StorageError, match=r"no window: libEGL\.so\.1 is missing"), explaining_qt("no window"):
        raise ImportError("libEGL.so.1 is missing", name="PySide6.QtGui")
    with pytest.raises(ImportError, match="ours"), explaining_qt("no window"):
        raise ImportError("ours", name="hamstring_gui")
