"""The house rules of docs/adr/0001 and CONTRIBUTING, checked. A message says what to do instead."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.source import PACKAGE, ROOT, Import, imports_of, modules, source_of, text_of

NOT_OURS = re.compile(r"(\.git|\.venv.*|\.\w+_cache|\.hypothesis|__pycache__|dist|build|htmlcov)")
LONGEST_FILE = 400
LONGEST_FUNCTION = 40
AT_THE_ROOT = {"__init__.py", "__main__.py", "app.py"}

SUBJECTS = ("today", "session", "history", "routines", "exercises", "hamstrings", "settings", "first_run")
EVERYTHING_SHOWN = {"ui", "ui/controls", *(f"ui/{subject}" for subject in SUBJECTS)}
ARROWS = {
    "commands": {"app", "program", "paper", *EVERYTHING_SHOWN, "storage", "figure", "domain"},
    "app": {"program", *EVERYTHING_SHOWN, "storage", "desktop", "domain"},
    "program": {"paper", *EVERYTHING_SHOWN, "storage", "desktop", "domain"},
    "paper": {"ui", "ui/history", "domain"},
    "ui": {"ui/controls", "figure", "domain"},
    "ui/controls": {"ui", "figure", "domain"},
    **{f"ui/{subject}": {"ui", "ui/controls", "figure", "domain"} for subject in SUBJECTS},
    "figure": {"domain"},
    "storage": {"domain"},
    "desktop": {"domain"},
    "domain": set[str](),
}
GUESTS = {("ui/routines/page.py", "hamstring_gui.ui.exercises.chooser")}
"""One subject in another's room: a routine gets its exercises from the exercises' chooser."""
GROUND = {"theme", "icons", "wording", "moment_words", "dates", "durations"}
"""What lies loose in ui and is for controls and pages; the rest of it (window, questions, …) is for program and app."""
LIBRARIES = {
    "commands": {"PySide6", "PIL"},
    "app": {"PySide6"},
    "program": {"PySide6"},
    "paper": {"PySide6"},
    "ui": {"PySide6", "shiboken6", "pyqtgraph", "numpy"},
    "figure": {"PySide6"},
    "storage": {"platformdirs", "tomlkit", "PIL"},  # PIL: pictures.py writes pictures anew
    "desktop": {"PySide6", "shiboken6", "wakepy", "jeepney", "numpy", "hibari"},  # the last two: clip_making.py
    "domain": set[str](),
}
STANDARD = sys.stdlib_module_names | {"_sha2"}
"""The standard library; `_sha2` is its from Python 3.12 on."""
INSTEAD = {
    "commands": "commands know all but the desktop",
    "app": "app puts together: what a terminal asks belongs into commands, which hand it over as a value",
    "program": "program is handed what it needs by app; it knows neither app nor the command line",
    "paper": "take the values as arguments; program and commands read them from storage",
    "ui": "emit a signal and let program do it, or take the value in show_...(): ui knows domain and figure",
    "figure": "a pose and a palette are all a figure needs; take them as arguments",
    "storage": "return values of domain; program hands them to the page",
    "desktop": "take what is to be done as an argument; program is the one who knows both",
    "domain": "take the value as an argument: domain is standard library only, and program passes it in",
}
HEAVY = {
    "pyqtgraph": "import it in the function that builds the chart (half a second)",
    "numpy": "import it in the function that needs it, or use statistics and lists",
    "PIL": "only commands/figure.py (animations) and storage/pictures.py (pictures taken in) need it, late",
    "wakepy": "only desktop/awake_helper.py needs it, inside main()",
    "PySide6.QtMultimedia": "use desktop.sound: QtMultimedia in the program can freeze it (docs/adr/0007)",
    "PySide6.QtTextToSpeech": "its constructor blocks for seconds: it belongs into a helper process",
    "PySide6.QtDBus": "use jeepney: QtDBus sends every number as int32",
}


@cache
def room_of(parts: tuple[str, ...]) -> str:
    """The room of a file or module, given as its way from the package on."""
    if not parts or not (PACKAGE / parts[0]).is_dir():
        return "app"
    if parts[0] == "ui" and len(parts) > 1 and (PACKAGE / "ui" / parts[1]).is_dir():
        return f"ui/{parts[1]}"
    return parts[0]


def room_with(path: Path) -> str:
    """Where a file of the program lies: "ui/history", "storage"; "app" for what lies at the root."""
    return room_of(path.relative_to(PACKAGE).parts)


def broken_arrow(found: Import) -> str:
    """What is wrong with an import, or ''."""
    room, (top, *rest) = room_with(found.path), found.module.split(".")
    if found.path.name == "__main__.py":
        return ""
    if top != "hamstring_gui":
        fine = top in LIBRARIES[room.partition("/")[0]] or top in STANDARD
    elif found.module == "hamstring_gui.__version__":
        fine = True
    else:
        target = room_of(tuple(rest))
        fine = (
            target in ARROWS[room] | {room}
            or (found.path.relative_to(PACKAGE).as_posix(), ".".join(found.module.split(".")[:4])) in GUESTS
        )
        if target == "ui" and room.startswith("ui/"):
            fine = len(rest) > 1 and rest[1] in GROUND
    return "" if fine else f"{found}: {INSTEAD[room.partition('/')[0]]}"


def too_early(found: Import) -> str:
    for heavy, instead in HEAVY.items():
        if found.at_once and f"{found.module}.".startswith(f"{heavy}."):
            return f"{found} when it is imported itself: {instead}"
    return ""


def python_files() -> list[Path]:
    return [path for path in our_files() if path.suffix == ".py"]


@cache
def our_files() -> list[Path]:
    files = []
    for folder, names, here in os.walk(ROOT):
        names[:] = [name for name in names if not NOT_OURS.fullmatch(name)]
        files += [Path(folder) / name for name in here if not NOT_OURS.fullmatch(name)]
    return sorted(files)


@cache
def package_imports() -> list[Import]:
    return [found for source in modules().values() for found in source.imports]


def test_arrows_point_inwards() -> None:
    assert [wrong for found in package_imports() if (wrong := broken_arrow(found))] == []


def test_the_root_holds_what_puts_together_and_no_more() -> None:
    assert {path.name for path in PACKAGE.glob("*.py")} == AT_THE_ROOT, "it belongs into the folder of its subject"


def test_no_module_needs_itself() -> None:
    """Imports go one way, the late ones too: whoever is in a circle can't be understood or tested by itself."""
    needs: dict[str, set[str]] = {name_of(path): set() for path in modules()}
    for found in package_imports():
        module = found.module if found.module in needs else found.module.rpartition(".")[0]
        if module in needs and module.count("."):
            needs[name_of(found.path)].add(module)
    assert circle_in(needs) == []


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def circle_in(needs: dict[str, set[str]]) -> list[str]:
    """The names that are in a circle or lead into one, once all that need nothing unsettled are settled."""
    left = dict(needs)
    while settled := [name for name, needed in left.items() if not needed & left.keys()]:
        for name in settled:
            del left[name]
    needed_by_circle = {one for needed in left.values() for one in needed}
    return sorted(name for name in left if name in needed_by_circle)


def test_a_circle_is_seen() -> None:
    assert circle_in({"a": {"b"}, "b": {"c"}, "c": set()}) == []
    assert circle_in({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c"]


def test_no_function_is_too_long() -> None:
    functions = {path: source.functions for path, source in modules().items()}
    dev = ROOT / "dev.py"
    functions[dev] = source_of(dev, ast.parse(text_of(dev))).functions
    lengths = {f"{path.relative_to(ROOT)}: {name}": n for path, there in functions.items() for name, n in there}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FUNCTION} == {}, (
        "give its parts names of their own"
    )


def test_nothing_heavy_on_the_way_to_the_first_window() -> None:
    assert [wrong for found in package_imports() if (wrong := too_early(found))] == []


@pytest.mark.parametrize(
    ("file", "text", "complaint"),
    [
        ("domain/session.py", "import time, dataclasses", ""),
        ("domain/session.py", "from PySide6.QtCore import QTimer", "program passes it in"),
        ("domain/session.py", "def late():\n    from ..storage import history", "program passes it in"),
        ("storage/history.py", "from hamstring_gui.ui.today import page", "program hands them to the page"),
        ("storage/history.py", "import msgspec", "program hands them to the page"),
        ("ui/today/page.py", "from hamstring_gui.storage.history import History", "emit a signal"),
        ("ui/today/page.py", "from hamstring_gui.app import run", "emit a signal"),
        ("ui/today/page.py", "from hamstring_gui.ui.window import Window", "emit a signal"),
        ("ui/today/page.py", "from hamstring_gui.ui.routines.wording import gap", "emit a signal"),
        ("ui/today/page.py", "from ..controls import ring\nfrom hamstring_gui.domain import session", ""),
        ("ui/routines/page.py", "from hamstring_gui.ui.exercises.chooser import Chooser", ""),
        ("ui/controls/card.py", "from hamstring_gui.ui.history.wording import week", "emit a signal"),
        ("ui/window.py", "from hamstring_gui.ui.today.page import TodayPage", "emit a signal"),
        ("paper/summary.py", "from hamstring_gui.storage.history import HistoryStore", "as arguments"),
        ("desktop/sound.py", "from hamstring_gui.figure import body", "program is the one"),
        ("program/today.py", "from hamstring_gui.commands.command_line import main", "neither app"),
        ("app.py", "from hamstring_gui.storage import history", ""),
        ("app.py", "from hamstring_gui.commands.command_line import main", "hand it over"),
    ],
)
def test_the_arrow_rule_sees(file: str, text: str, complaint: str) -> None:
    wrong = [found for one in imports_of(PACKAGE / file, ast.parse(text)) if (found := broken_arrow(one))]
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
    assert any(too_early(found) for found in imports_of(PACKAGE / "ui" / "today" / "page.py", ast.parse(text))) == heavy


UNWANTED = {
    "hamstring_gui.__main__": {"PySide6", "numpy", "pyqtgraph", "wakepy"},
    "hamstring_gui.app": set(HEAVY),
}
"""What importing a module, after those before it, must not bring in."""


def test_importing_brings_in_no_more_than_needed() -> None:
    code = "; ".join(["import sys", *(f"import {module}; print(*sys.modules)" for module in UNWANTED)])
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    for (module, unwanted), there in zip(UNWANTED.items(), done.stdout.splitlines(), strict=True):
        assert unwanted.intersection(there.split()) == set(), module


DOCSTRING = re.compile(r'(#.*\n|\n)*"""(?!""")\S[\s\S]*?"""$', re.MULTILINE)
"""How a file begins, perhaps after comments."""


def test_every_module_says_what_it_is_about() -> None:
    texts = {str(path.relative_to(ROOT)): text_of(path) for path in python_files()}
    silent = [name for name, text in texts.items() if text and not DOCSTRING.match(text)]
    assert silent == [], "begin each file with a docstring: what it is about"


MANY = 30


def test_a_large_folder_says_which_of_its_files_belong_together() -> None:
    """To find a place, `ls` and one text are enough; where files are many, the folder's own `__init__` is that text."""
    lost = {}
    for guide in PACKAGE.rglob("__init__.py"):
        here = {path.stem for path in guide.parent.glob("*.py")} - {"__init__"}
        if len(here) > MANY:
            told = re.findall(r"`(\w+)`", modules()[guide].docstring)
            lost[guide.parent.name] = here.symmetric_difference(told), [name for name in told if told.count(name) > 1]
    assert lost, "no folder is large"
    assert {folder: names for folder, names in lost.items() if names != (set(), [])} == {}, "say where they belong"


def test_no_file_is_too_long() -> None:
    lengths = {str(path.relative_to(ROOT)): text_of(path).count("\n") for path in python_files()}
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
