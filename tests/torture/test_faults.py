"""The disk fails at every call that changes a file: see `faulty.py`, which this runs, and `faults.c` beneath it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

COMPILER = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
FEWEST = {"a_session": 5, "a_migration": 4, "a_restore": 15}
"""Calls that may fail; of fewer, the faults would not have come through."""

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="LD_PRELOAD and /proc are Linux's"),
    pytest.mark.skipif(COMPILER is None, reason="there is no C compiler for the disk that fails"),
]


@pytest.fixture(scope="module")
def failing_disk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    library = tmp_path_factory.mktemp("faults") / "faults.so"
    command = [str(COMPILER), "-shared", "-fPIC", "-o", str(library), str(Path(__file__).with_name("faults.c")), "-ldl"]
    subprocess.run(command, check=True, timeout=60)
    return library


@pytest.fixture
def memory() -> Iterator[Path]:
    """A folder in memory, where there is one: thousands of files are on disk at once there."""
    shared = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=shared if os.access(shared, os.W_OK) else None) as folder:
        yield Path(folder)


def all_calls(library: Path, memory: Path, scenario: str, kind: str, every: int = 1) -> int:
    (root := memory / "root").mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "tests.torture.faulty", scenario, kind, str(root), str(every)],
        cwd=ROOT, capture_output=True, text=True, env=os.environ | {"LD_PRELOAD": str(library), "TMPDIR": str(memory)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return min(int(calls) for calls in done.stdout.split())


def test_nothing_is_lost_at_any_call(failing_disk: Path, memory: Path) -> None:
    """At every seventh, a number that meets each kind of call sooner or later; at all of them by night."""
    assert all_calls(failing_disk, memory, "a_session,settings,a_routine,an_export", "broken once", every=7) >= 3


@pytest.mark.nightly
@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    "kind", ["full", "no room once", "broken", "broken once", "cut short", "never synced", "read-only"]
)
@pytest.mark.parametrize(
    "scenario", ["a_session", "closing_it", "opening_a_new_one", "a_migration", "settings", "a_routine", "a_restore",
                 "a_rescue", "an_export"]
)  # fmt: skip
def test_nothing_is_lost_at_any_call_of_anything(failing_disk: Path, memory: Path, scenario: str, kind: str) -> None:
    assert all_calls(failing_disk, memory, scenario, kind) >= (FEWEST.get(scenario, 1) if kind != "never synced" else 0)


@pytest.mark.nightly
@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    "scenario", ["opening_a_new_one", "a_migration", "settings", "a_routine", "a_restore", "an_export"]
)
def test_a_kill_at_any_call_leaves_the_old_or_the_new(failing_disk: Path, memory: Path, scenario: str) -> None:
    assert all_calls(failing_disk, memory, scenario, "killed") >= FEWEST.get(scenario, 1)
