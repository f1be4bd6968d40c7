"""The whole program runs where no socket but a local one can be made: it never reaches out, whatever a file names."""

from __future__ import annotations

import os
import platform
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from hamstring_gui.storage.exercise_text import write_exercise
from tests.conftest import ROOT
from tests.fuzz import local_only
from tests.storage.making import own_exercise

NAME = "Calf <img src='http://127.0.0.1:9/x'>"

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(
        not sys.platform.startswith("linux") or platform.machine() not in local_only.CALLS,
        reason="only Linux ends a process for a system call, and only on these machines we know its number",
    ),
]


def _run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, local_only.__file__, *words], cwd=ROOT, capture_output=True, text=True, timeout=110,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


def test_a_socket_to_elsewhere_would_be_seen() -> None:
    done = _run("probe")
    if "no such filter" in done.stderr:
        pytest.skip("this kernel has no such filter")
    assert done.returncode == -signal.SIGSYS


@pytest.mark.timeout(120)
@pytest.mark.parametrize(
    "pages",
    [
        ["Exercises", NAME],
        pytest.param(["History", "Routines", "Settings", "Today", "Start"], marks=pytest.mark.nightly),
    ],
)
def test_the_whole_program_makes_none(tmp_path: Path, pages: list[str]) -> None:
    (tmp_path / "settings.toml").write_text("[first_run]\nsafety_understood = true\n")
    exercise = tmp_path / "exercises" / "own-calf" / "exercise.toml"
    exercise.parent.mkdir(parents=True)
    exercise.write_text(write_exercise(own_exercise(NAME)))
    done = _run("|".join(pages), "--data-dir", str(tmp_path))
    if "no such filter" in done.stderr:
        pytest.skip("this kernel has no such filter")
    assert (done.returncode, done.stdout.splitlines()[-1:]) == (0, ["walked"]), done.stderr
