"""What is there throughout a session imports little: each module takes memory."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import pytest

from benchmarks.measuring import Program, data_folder, routine_file
from benchmarks.memory import family
from hamstring_gui.desktop.bus import _where_jeepney_lies
from tests.conftest import ROOT

DESKTOP = ROOT / "hamstring_gui" / "desktop"
HEAVY = {
    "PySide6", "numpy", "wakepy", "site", "logging", "dataclasses", "inspect", "asyncio", "subprocess", "hashlib",
    "tempfile", "html", "signal", "importlib.util",
}  # fmt: skip
NEVER = {"tones": HEAVY | {"typing", "jeepney", "socket"}, "bus": HEAVY | {"pathlib", "urllib"}}


@pytest.mark.parametrize("which", NEVER)
def test_a_helper_imports_little(which: str) -> None:
    script = DESKTOP / {"tones": "sound_helper.py", "bus": "bus_helper.py"}[which]
    found = find_spec("jeepney") if which == "bus" else None
    arguments = [str(Path(found.origin).parent.parent)] if found and found.origin else [str(ROOT / "no-such-folder")]
    bare = [sys.executable, "-I", "-S", "-X", "importtime", str(script), *arguments]
    done = subprocess.run(bare, input="", capture_output=True, text=True, check=True, timeout=60)
    modules = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "threading" in modules
    assert sorted(modules & NEVER[which]) == []


def test_the_process_of_tones_imports_little_with_the_bus_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """As it is all through a session."""
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    monkeypatch.setenv("PULSE_SERVER", "unix:/nowhere")
    bare = [sys.executable, "-I", "-S", "-X", "importtime", DESKTOP / "sound_helper.py", ROOT / "no-such-folder"]
    piped = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(bare, text=True, **piped) as helper:
        assert helper.stdin is not None
        assert helper.stdout is not None
        assert helper.stderr is not None
        begin = {"do": "begin", "lodging": 1, "jeepney": _where_jeepney_lies()}
        for asked in (begin, {"do": "light", "on": True}):
            helper.stdin.write(f"{json.dumps(asked)}\n")
        helper.stdin.flush()
        assert any(line.startswith('{"lit"') for line in helper.stdout)
        helper.stdin.close()
        modules = {line.rpartition("|")[2].strip() for line in helper.stderr}
    assert modules > {"jeepney", "hamstring_gui.desktop.speech"}
    assert sorted(modules & (HEAVY | {"queue"})) == []


@pytest.mark.nightly
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("begun", ["from the command line", "from Today"])
def test_a_session_has_one_process_beside_it(monkeypatch: pytest.MonkeyPatch, begun: str) -> None:
    """Once it has begun, and what comes afterwards has come."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    with data_folder(sessions=3) as folder:
        start = ("--start", routine_file(folder, sets=2, hold_s=3, gap_s=2)) if "line" in begun else ()
        with Program("program", "--data-dir", str(folder), *start) as program:
            program.wait_for("hold" if start else "painted")
            time.sleep(5)
            if not start:
                program.obey("Start")
            end = time.monotonic() + 20
            while len(family(program.pid)) == 1 and time.monotonic() < end:
                time.sleep(0.1)
            time.sleep(5)
            assert len(family(program.pid)) == 2
