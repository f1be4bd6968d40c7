"""The house rules of docs/adr/0001 and CONTRIBUTING, checked. A message says what to do instead."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "hamstring_gui"
NOT_OURS = re.compile(r"(\.git|\.venv.*|\.\w+_cache|\.hypothesis|__pycache__|dist|build|htmlcov)")
LONGEST_FILE = 400

ARROWS = {
    "domain": set[str](),
    "figure": {"domain"},
    "storage": {"domain"},
    "desktop": {"domain"},
    "ui": {"domain", "figure"},
}
LIBRARIES = {
    "domain": set[str](),
    "figure": {"PySide6"},
    "storage": {"platformdirs", "tomlkit", "PIL"},  # PIL: pictures.py writes pictures anew
    "desktop": {"PySide6", "shiboken6", "wakepy", "jeepney"},
    "ui": {"PySide6", "pyqtgraph", "numpy"},
}
INSTEAD = {
    "domain": "take the value as an argument: domain is standard library only, and app passes it in",
    "figure": "a pose and a palette are all a figure needs; take them as arguments",
    "storage": "return values of domain; app hands them to the page",
    "desktop": "take what is to be done as an argument; app is the one who knows both",
    "ui": "emit a signal and let app do it, or take the value in show_...(): ui knows domain and figure",
}
HEAVY = {
    "pyqtgraph": "import it in the function that builds the chart (half a second)",
    "numpy": "import it in the function that needs it, or use statistics and lists",
    "PIL": "only figure_command.py (animations) and storage/pictures.py (pictures taken in) need it, late",
    "wakepy": "only desktop/awake_helper.py needs it, inside main()",
    "PySide6.QtMultimedia": "use desktop.sound: QtMultimedia in the program can freeze it (docs/adr/0007)",
    "PySide6.QtTextToSpeech": "its constructor blocks for seconds: it belongs into a helper process",
    "PySide6.QtDBus": "use jeepney: QtDBus sends every number as int32",
}


@dataclass(frozen=True)
class Import:
    """One imported module: by which file, in which line, and whether that happens when the file is imported."""

    path: Path
    line: int
    module: str
    at_once: bool

    @property
    def layer(self) -> str:
        """The folder in the package; '' for app, command line and the like."""
        parts = self.path.relative_to(PACKAGE).parts
        return parts[0] if len(parts) > 1 else ""

    def __str__(self) -> str:
        return f"{self.path.relative_to(ROOT).as_posix()}:{self.line} imports {self.module}"


def imports_of(path: Path, text: str) -> Iterator[Import]:
    inside = [path.parent.relative_to(ROOT).as_posix().replace("/", ".")]

    def walk(node: ast.AST, at_once: bool) -> Iterator[Import]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Import):
                yield from (Import(path, child.lineno, name.name, at_once) for name in child.names)
            elif isinstance(child, ast.ImportFrom):
                up = inside[0].split(".")[: len(inside[0].split(".")) - child.level + 1] if child.level else []
                base = ".".join([*up, *([child.module] if child.module else [])])
                yield from (Import(path, child.lineno, f"{base}.{name.name}", at_once) for name in child.names)
            else:
                later = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
                only_types = isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test)
                yield from walk(child, at_once and not later and not only_types)

    yield from walk(ast.parse(text), True)


def broken_arrow(found: Import) -> str:
    """What is wrong with an import, or ''."""
    if not found.layer:
        return ""
    top, *rest = found.module.split(".")
    if top == "hamstring_gui":
        target = rest[0] if rest and (PACKAGE / rest[0]).is_dir() else "app"
        fine = target in ARROWS[found.layer] | {found.layer} or found.module == "hamstring_gui.__version__"
    else:
        fine = top in LIBRARIES[found.layer] or top in sys.stdlib_module_names
    return "" if fine else f"{found}: {INSTEAD[found.layer]}"


def too_early(found: Import) -> str:
    for heavy, instead in HEAVY.items():
        if found.at_once and f"{found.module}.".startswith(f"{heavy}."):
            return f"{found} when it is imported itself: {instead}"
    return ""


def python_files() -> list[Path]:
    return [path for path in our_files() if path.suffix == ".py"]


def our_files() -> list[Path]:
    files = (path for path in sorted(ROOT.rglob("*")) if path.is_file())
    return [path for path in files if not any(map(NOT_OURS.fullmatch, path.relative_to(ROOT).parts))]


def package_imports() -> list[Import]:
    return [found for path in sorted(PACKAGE.rglob("*.py")) for found in imports_of(path, path.read_text("utf-8"))]


def test_arrows_point_inwards() -> None:
    assert [wrong for found in package_imports() if (wrong := broken_arrow(found))] == []


def test_nothing_heavy_on_the_way_to_the_first_window() -> None:
    assert [wrong for found in package_imports() if (wrong := too_early(found))] == []


@pytest.mark.parametrize(
    ("file", "text", "complaint"),
    [
        ("domain/session.py", "import time, dataclasses", ""),
        ("domain/session.py", "from PySide6.QtCore import QTimer", "app passes it in"),
        ("domain/session.py", "def late():\n    from ..storage import history", "app passes it in"),
        ("storage/history.py", "from hamstring_gui.ui.pages import today", "app hands them to the page"),
        ("storage/history.py", "import msgspec", "app hands them to the page"),
        ("ui/pages/today.py", "from hamstring_gui.storage.history import History", "emit a signal"),
        ("ui/pages/today.py", "from hamstring_gui.app import run", "emit a signal"),
        ("ui/pages/today.py", "from ..widgets import ring\nfrom hamstring_gui.domain import session", ""),
        ("desktop/sound.py", "from hamstring_gui.figure import body", "app is the one"),
        ("app.py", "from hamstring_gui.storage import history", ""),
    ],
)
def test_the_arrow_rule_sees(file: str, text: str, complaint: str) -> None:
    wrong = [found for one in imports_of(PACKAGE / file, text) if (found := broken_arrow(one))]
    assert complaint in "".join(wrong)
    assert bool(wrong) == bool(complaint)


@pytest.mark.parametrize(
    ("text", "heavy"),
    [
        ("import pyqtgraph as pg", True),
        ("try:\n    from PySide6 import QtMultimedia\nexcept ImportError: pass", True),
        ("class A:\n    import numpy", True),
        ("from PySide6.QtMultimedia import QSoundEffect", True),
        ("def chart():\n    import pyqtgraph", False),
        ("from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import pyqtgraph", False),
        ("from PySide6.QtWidgets import QWidget", False),
    ],
)
def test_the_heavy_rule_sees(text: str, heavy: bool) -> None:
    assert any(too_early(found) for found in imports_of(PACKAGE / "ui" / "page.py", text)) == heavy


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [
        ("hamstring_gui.__main__", {"PySide6", "numpy", "pyqtgraph", "wakepy"}),
        ("hamstring_gui.app", set(HEAVY)),
    ],
)
def test_importing_brings_in_no_more_than_needed(module: str, unwanted: set[str]) -> None:
    code = f"import {module}, sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=25, check=True
    )
    assert unwanted.intersection(done.stdout.split()) == set()


def test_every_module_says_what_it_is_about() -> None:
    texts = {path: path.read_text("utf-8") for path in python_files()}
    silent = [
        str(path.relative_to(ROOT)) for path, text in texts.items() if text and not ast.get_docstring(ast.parse(text))
    ]
    assert silent == [], "begin each file with a docstring: what it is about"


def test_no_file_is_too_long() -> None:
    lengths = {str(path.relative_to(ROOT)): path.read_text("utf-8").count("\n") for path in python_files()}
    assert {path: lines for path, lines in lengths.items() if lines >= LONGEST_FILE} == {}, (
        "split it by what it is about"
    )


def test_nothing_of_one_machine_is_in_the_files() -> None:
    marks = [
        r"/wo" r"rk/(main|shared)",
        r"/ro" r"ot/",
        r"/ho" r"me/\w",
        r"/Us" r"ers/\w",
        r"/op" r"t/pypi",
        r"py" r"pi\.org",
    ]
    pattern = re.compile("|".join(marks))
    found = []
    for path in our_files():
        try:
            lines = path.read_text("utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        found += [
            f"{path.relative_to(ROOT)}:{n}: {line.strip()}" for n, line in enumerate(lines, 1) if pattern.search(line)
        ]
    assert found == [], "a path or host of one machine; say it relative to the repository, or leave it out"
