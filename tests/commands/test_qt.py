"""The first import of Qt leaves Python's `import` alone, and says what is wrong where there is no Qt."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from hamstring_gui.commands.qt import explaining_qt
from hamstring_gui.storage.errors import StorageError

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("first", ["from hamstring_gui.commands.qt import import_qt; import_qt()", ""])
def test_python_imports_as_it_did_before(first: str) -> None:
    """Without our import PySide6 puts its own in place of Python's: once it doesn't any more, ours can go."""
    code = f"import builtins; before = builtins.__import__; {first}\nfrom PySide6.QtWidgets import QWidget"
    code += "; print(builtins.__import__ is before)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=25)
    assert (done.stdout.strip(), done.stderr) == (str(bool(first)), "")


def test_what_is_missing_of_qt_is_said() -> None:
    with pytest.raises(StorageError, match=r"no window: libEGL\.so\.1 is missing"), explaining_qt("no window"):
        raise ImportError("libEGL.so.1 is missing", name="PySide6.QtGui")
    with pytest.raises(ImportError, match="ours"), explaining_qt("no window"):
        raise ImportError("ours", name="hamstring_gui")
