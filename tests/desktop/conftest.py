"""Stand-ins for what is outside: a sound server without a card, the tones' helper, and wakepy, which writes down what
happens to it, in a place the helper process finds first."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.desktop.recording import Recorder

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


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What goes to the helper, which is never started."""
    lines: list[str] = []
    monkeypatch.setattr("hamstring_gui.desktop.helper.Helper.start", lambda helper: lines.append("start"))
    monkeypatch.setattr("hamstring_gui.desktop.helper.Helper.is_running", property(lambda helper: "start" in lines))
    monkeypatch.setattr("hamstring_gui.desktop.helper.Helper.send", lambda helper, line: lines.append(line))
    return lines


@pytest.fixture
def sound_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A PulseAudio without a sound card, at the rate that makes it change its mind when it hears 48 kHz."""
    socket = tmp_path / "sound"
    monkeypatch.setenv("PULSE_SERVER", f"unix:{socket}")
    modules = [f"module-native-protocol-unix auth-anonymous=1 socket={socket}", "module-null-sink sink_name=nul"]
    command = ["pulseaudio", "-n", "--exit-idle-time=-1", *(word for module in modules for word in ("-L", module))]
    environment = {**os.environ, "PULSE_RUNTIME_PATH": str(tmp_path), "PULSE_SERVER": ""}
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet) as server:
        yield
        server.terminate()


@pytest.fixture
def recorder(qtbot: QtBot, sound_server: None, tmp_path: Path) -> Iterator[Recorder]:
    qtbot.waitUntil((tmp_path / "sound").exists)
    command = ["parec", "-d", "nul.monitor", "--format=s16le", "--channels=1", "--rate=48000", "--latency-msec=10"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        yield Recorder(process)
        process.terminate()
