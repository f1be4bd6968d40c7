"""The program as it is started, with its own clock: nothing here is moved by hand."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from hamstring_gui.commands import command_line as cli
from hamstring_gui.ui.session.finish import FinishPage
from hamstring_gui.ui.window import Window
from tests.ui.conftest import Services

ROUTINE = """
name = "Short"
setup_s = 0.1
rest_s = 0.1
switch_s = 0.1
[[items]]
exercise = "band-hamstring-stretch"
sets = 3
hold_s = 0.2
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "short.toml").write_text(ROUTINE)
    (tmp_path / "settings.toml").write_text("[first_run]\nsafety_understood = true\n")
    return tmp_path


def exported(folder: Path, capsys: pytest.CaptureFixture[str]) -> dict:
    assert cli.main(["export", "--data-dir", str(folder)]) == 0
    return json.loads(capsys.readouterr().out)["sessions"][-1]


def test_started_counted_and_closed(
    application: QApplication, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: dict[str, object] = {}
    monkeypatch.setattr("hamstring_gui.desktop.sound.Sounds", Services())
    monkeypatch.setattr("hamstring_gui.desktop.voice.Voice", lambda *_: Services().voice)
    monkeypatch.setattr("hamstring_gui.desktop.awake.Awake", Services())

    def look() -> None:
        window = next((w for w in application.topLevelWidgets() if isinstance(w, Window) and w.isVisible()), None)
        if window is None or not isinstance(window.page, FinishPage):
            QTimer.singleShot(50, look)
            return
        seen.update(full=window.isFullScreen(), dark=window.palette().window().color().lightness() < 128)
        seen.update(summary=window.page.summary.text())
        window.close()

    QTimer.singleShot(50, look)
    arguments = ["--data-dir", str(folder), "--start", str(folder / "short.toml"), "--theme", "dark", "--fullscreen"]
    assert cli.main(arguments) == 0
    assert seen["summary"].startswith("6 of 6 holds")
    assert (seen["full"], seen["dark"]) == (True, True)
    session = exported(folder, capsys)
    assert session["outcome"] == "finished"
    assert [hold["held_s"] for hold in session["holds"]] == [0.2] * 6
    length = datetime.fromisoformat(session["ended_at"]) - datetime.fromisoformat(session["started_at"])
    assert length.total_seconds() == pytest.approx(1.8, abs=0.002)


@pytest.mark.nightly  # tests/torture/test_kills.py does it in each run
def test_killed_in_the_fourth_hold(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "short.toml").write_text(ROUTINE.replace("switch_s = 0.1", "switch_s = 60"))
    arguments = ["--data-dir", str(folder), "--start", str(folder / "short.toml")]
    program = subprocess.Popen([sys.executable, "-m", "hamstring_gui", *arguments])
    try:
        while True:
            assert program.poll() is None, "it ended by itself"
            if (folder / "history.sqlite3").exists():
                status = cli.main(["export", "--data-dir", str(folder)])
                out = capsys.readouterr().out
                sessions = json.loads(out)["sessions"] if status == 0 else []  # it may be in the making
                if sessions and len(sessions[0]["holds"]) == 3:
                    break
    finally:
        program.kill()
        program.wait()
    session = exported(folder, capsys)
    assert (session["outcome"], [hold["outcome"] for hold in session["holds"]]) == ("interrupted", ["held"] * 3)
