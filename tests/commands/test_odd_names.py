"""Folders and files whose names are not UTF-8, and a terminal that takes nothing but ASCII."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from hamstring_gui.commands.command_line import main
from tests.conftest import ROOT

ODD = os.fsdecode(b"fold\xff\xe9r")
LONG = 240 * "a"
Said = Callable[[list[str]], tuple[int, str]]
WORDS = [
    ["stats"],
    ["stats", "--json"],
    ["export"],
    ["export", "-o", f"{ODD}/new.csv"],
    ["export", "-o", f"{ODD}/none/{ODD}.json"],
    ["import", f"{ODD}/{ODD}.csv"],
    ["import", f"{ODD}/all.json"],
    ["import", f"{ODD}/{ODD}.zip"],
    ["figure", "nothing", "-o", "x.png"],
    ["say", "--list", "-o", f"{ODD}/none/{ODD}.txt"],
    ["say", "Do a cartwheel.", "-o", f"{ODD}/{ODD}.wav"],
    ["doctor"],
    ["--start", f"{ODD}/{ODD}.toml"],
    [ODD],
]

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are text there"),
]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which much is wrong, each in a file that has to be named."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / ODD
    (folder / "exercises" / ODD).mkdir(parents=True)
    (folder / "routines").mkdir()
    for name in ("settings.toml", f"exercises/{ODD}/exercise.toml", f"routines/{ODD}.toml", f"{ODD}.toml"):
        (folder / name).write_text("x = [")
    (folder / f"{ODD}.csv").write_text("no,history\n1,2\n")
    (folder / "all.json").write_text('{"format": "hamstring-history", "version": 1, "sessions": []}')
    return folder


@pytest.fixture
def said(data: Path, monkeypatch: pytest.MonkeyPatch) -> Said:
    """The status, and what a command says, where standard output is ASCII and strict."""

    def ask(words: list[str]) -> tuple[int, str]:
        out, err = BytesIO(), BytesIO()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", TextIOWrapper(out, "ascii"))
            patch.setattr(sys, "stderr", TextIOWrapper(err, "ascii", "backslashreplace"))
            status = main(["--data-dir", str(data), *words])
            for stream in (sys.stdout, sys.stderr):
                stream.flush()
            return status, (out.getvalue() + err.getvalue()).decode()

    return ask


@pytest.mark.parametrize("words", WORDS, ids=lambda words: " ".join(words).replace(ODD, "ODD"))
def test_a_command_says_what_it_has_to_say(said: Said, words: list[str]) -> None:
    status, text = said(words)
    assert status in (0, 1, 2)
    assert "Traceback" not in text


@pytest.mark.nightly
@pytest.mark.parametrize(
    "words", [*WORDS, ["--start"]], ids=lambda words: " ".join(words).replace(ODD, "ODD") or "the window"
)
def test_so_does_the_program(data: Path, capfd: pytest.CaptureFixture[str], words: list[str]) -> None:
    command = [sys.executable, "-m", "hamstring_gui", "--data-dir", str(data), *words]
    more = {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii", "LC_ALL": "C", "QT_QPA_PLATFORM": "offscreen"}
    program = subprocess.Popen(command, env=os.environ | more)
    try:
        status = program.wait(timeout=5 if words == ["--start"] else 60)
    except subprocess.TimeoutExpired:
        program.terminate()
        status = program.wait(timeout=60)
    said = "".join(capfd.readouterr())
    assert status in (0, 1, 2, -signal.SIGTERM), said
    assert "Traceback" not in said
    assert "Logging error" not in said


@pytest.mark.parametrize("name", [f"{LONG}.json", f"{LONG}{10 * 'b'}.json", f"{125 * 'ä'}.json", f"{62 * '🦵'}.csv"])
def test_an_export_may_have_a_name_as_long_as_names_are(said: Said, tmp_path: Path, name: str) -> None:
    assert said(["export", "-o", name]) == (0, "")
    assert os.listdir(tmp_path).count(name) == 1


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("ending", [".png", ".svg", pytest.param(".webp", marks=pytest.mark.nightly)])
def test_a_figure_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str) -> None:
    monkeypatch.chdir(tmp_path)
    name = "a" * (255 - len(ending)) + ending
    size = ["--size", "64x64", *(["--step", "1"] if ending == ".webp" else [])]
    assert main(["figure", "band-hamstring-stretch", "-o", name, *size]) == 0
    assert os.listdir(tmp_path) == [name]
