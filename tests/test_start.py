"""A start imports little: what the first picture doesn't need comes after it (docs/architecture.md, "The start")."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.measuring import data_folder
from tests.conftest import ROOT

MOST_MODULES = 99
"""Of ours, imported when Today is painted for the first time. More are a reason to look at who needs the new one."""
MOST_MODULES_OF_A_SESSION = 121
"""The same with `--start`."""
AFTER_A_SESSION_SHOWS = (
    "hamstring_gui.desktop.child", "hamstring_gui.desktop.clips", "hamstring_gui.desktop.screen_reader",
    "hamstring_gui.desktop.system_voice", "hamstring_gui.desktop.voice", "hamstring_gui.domain.spoken",
    "hamstring_gui.program.announcing", "hamstring_gui.program.speaker", "hashlib", "numpy",
)  # fmt: skip
AFTERWARDS = (
    "hamstring_gui.domain.days_asked", "hamstring_gui.domain.moment", "hamstring_gui.domain.routine_edit",
    "hamstring_gui.storage.exercise_text", "hamstring_gui.ui.controls.question",
    "hamstring_gui.desktop", "hamstring_gui.paper",
    "hamstring_gui.program.conductor", "hamstring_gui.program.data", "hamstring_gui.program.devices",
    "hamstring_gui.storage.sharing", "hamstring_gui.program.exercises",
    "hamstring_gui.program.history", "hamstring_gui.program.introduction", "hamstring_gui.program.routines",
    "hamstring_gui.program.settings", "hamstring_gui.storage.backup", "hamstring_gui.storage.bundle",
    "hamstring_gui.storage.importing", "hamstring_gui.storage.pictures", "hamstring_gui.ui.exercises",
    "hamstring_gui.ui.first_run", "hamstring_gui.ui.history", "hamstring_gui.ui.routines", "hamstring_gui.ui.session",
    "hamstring_gui.ui.settings", "numpy", "pyqtgraph", "tomlkit",
)  # fmt: skip
PAINTED = """
import os, sys
from PySide6.QtCore import QEvent, QObject
from hamstring_gui.ui.window import Window
class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print(*sys.modules, flush=True)
            os._exit(0)
        return False
def show(window):
    window.painted = Painted()
    window.installEventFilter(window.painted)
    window.setVisible(True)
Window.show = show
from hamstring_gui.commands.command_line import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture(scope="module")
def modules() -> set[str]:
    """The names of everything that is imported when Today is painted for the first time, with a year of history."""
    return imported()


def imported(*arguments: str) -> set[str]:
    with data_folder() as folder:
        done = subprocess.run(
            [sys.executable, "-c", PAINTED, "--data-dir", str(folder), *arguments], cwd=ROOT, capture_output=True,
            text=True, timeout=60, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_few_of_our_modules_are_imported_before_the_first_picture(modules: set[str]) -> None:
    ours = sorted(name for name in modules if name.startswith("hamstring_gui"))
    assert "hamstring_gui.ui.today.page" in ours
    assert len(ours) <= MOST_MODULES, ours


def test_a_session_that_begins_with_the_window_shows_before_it_speaks() -> None:
    there = imported("--start", "daily-band-stretch")
    assert "hamstring_gui.ui.session.page" in there
    assert [name for name in AFTER_A_SESSION_SHOWS if name in there] == []
    assert sum(name.startswith("hamstring_gui") for name in there) <= MOST_MODULES_OF_A_SESSION


def test_what_it_does_not_need_comes_after_the_first_picture(modules: set[str]) -> None:
    too_early = [name for name in AFTERWARDS if any(f"{one}.".startswith(f"{name}.") for one in modules)]
    assert too_early == []


def test_what_comes_afterwards_is_there_to_come() -> None:
    ours = [name for name in AFTERWARDS if name.startswith("hamstring_gui")]
    places = [ROOT / Path(*name.split(".")) for name in ours]
    assert [str(place) for place in places if not (place.is_dir() or place.with_suffix(".py").is_file())] == []
