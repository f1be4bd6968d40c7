"""Where no window can be opened there is one sentence and exit status 1, and no abort with a page of Qt's."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from hamstring_gui.ui.no_window import why_no_window
from tests.conftest import ROOT
from tests.spread import late

pytestmark = pytest.mark.thorough

NO_DISPLAY = [
    "could not connect to display :9",
    "From 6.5.0, xcb-cursor0 is needed",
    "This application failed to start",
]


@pytest.mark.parametrize(
    ("said", "environment", "told"),
    [
        (NO_DISPLAY, {}, "there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)"),
        (NO_DISPLAY, {"DISPLAY": ":9"}, 'no display answers (DISPLAY is ":9")'),
        (["Failed to create wl_display", "…"], {"WAYLAND_DISPLAY": "w"}, 'no display answers (WAYLAND_DISPLAY is "w")'),
        (
            ['Could not find the Qt platform plugin "moon" in ""', "…"], {"QT_QPA_PLATFORM": "moon"},
            'QT_QPA_PLATFORM is "moon", and Qt knows no such platform',
        ),
        (["Could not initialize\n egl display"], {}, "Could not initialize egl display"),
        ([], {}, "there is no screen"),
    ],
)  # fmt: skip
def test_the_sentence(said: list[str], environment: Mapping[str, str], told: str) -> None:
    assert why_no_window(said, environment) == f"the window can't be opened: {told}"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
@pytest.mark.parametrize(
    "environment",
    [
        {}, late({"DISPLAY": ":4321"}), {"DISPLAY": "nobody.invalid:0"}, late({"QT_QPA_PLATFORM": "moon"}),
        {"QT_QPA_PLATFORM": "wayland", "WAYLAND_DISPLAY": "moon", "XDG_RUNTIME_DIR": "/tmp"},
    ],
    ids=lambda environment: " ".join(environment.values()) or "nothing",
)  # fmt: skip
def test_the_program_says_it_and_leaves(tmp_path: Path, environment: dict[str, str]) -> None:
    without = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    done = subprocess.run(
        [sys.executable, "-m", "hamstring_gui", "--data-dir", str(tmp_path / "data")], cwd=ROOT, text=True, timeout=30,
        capture_output=True, env={k: v for k, v in os.environ.items() if k not in without} | environment,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (1, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith("hamstring-gui: the window can't be opened: ")
    assert not (tmp_path / "data").exists()
