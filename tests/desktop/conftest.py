"""A stand-in for wakepy that writes down what happens to it, in a place the helper process finds first."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

STAND_IN = """
import os, pathlib
journal = pathlib.Path(__file__).with_name("journal.txt")

def note(text):
    with journal.open("a") as file:
        file.write(text + "\\n")

class Method:
    name = "the stand-in"

class Mode:
    active = True
    method = Method()
    def __enter__(self):
        note(f"entered by {os.getpid()}")
        return self
    def __exit__(self, kind, *rest):
        note(f"left by {kind and kind.__name__}")

class keep:
    @staticmethod
    def presenting(on_fail):
        assert on_fail == "pass"
        return Mode()
"""


class Journal:
    """What the stand-in wrote."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def lines(self) -> list[str]:
        return self._path.read_text().splitlines() if self._path.exists() else []

    @property
    def pid(self) -> int:
        """Of the helper that entered last."""
        return int([line for line in self.lines if line.startswith("entered")][-1].split()[-1])


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Journal:
    (tmp_path / "wakepy.py").write_text(STAND_IN)
    monkeypatch.setenv(
        "PYTHONPATH", os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)
    )
    return Journal(tmp_path / "journal.txt")
