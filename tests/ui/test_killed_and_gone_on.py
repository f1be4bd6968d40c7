"""The program as it is started, killed in the middle of a session, and started again: nothing is moved by hand."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from hamstring_gui.commands import command_line as cli
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.ui.session.finish import FinishPage
from hamstring_gui.ui.window import Window
from tests.conftest import ROOT
from tests.ui.conftest import Services

pytestmark = pytest.mark.thorough

ROUTINE = """
name = "Short"
setup_s = 0.1
rest_s = 0.5
switch_s = 0.5
[[items]]
exercise = "band-hamstring-stretch"
sets = 2
hold_s = {hold}
"""
KILLED_WHEN = """
import os, signal, sys
from hamstring_gui import app
from hamstring_gui.commands.command_line import main
def look(player, moment):
    if {condition}:
        if {pauses} and moment.state == "running":
            player.command("pause")
        else:
            os.kill(os.getpid(), signal.SIGKILL)
opened = app.Hamstring.open
def open_and_look(hamstring, *values, **named):
    opened(hamstring, *values, **named)
    player = hamstring.parts.conductor.player
    player.moved_on.connect(lambda moment: look(player, moment))
app.Hamstring.open = open_and_look
sys.exit(main(sys.argv[1:]))
"""
"""Kills itself from within, once the session has come so far."""


def begin_and_be_killed(folder: Path, condition: str, hold: float, pauses: bool) -> None:
    (folder / "settings.toml").write_text("[first_run]\nsafety_understood = true\n[session]\nlead_in_s = 0\n")
    (folder / "short.toml").write_text(ROUTINE.format(hold=hold))
    code = KILLED_WHEN.format(condition=condition, pauses=pauses)
    arguments = ["--data-dir", str(folder), "--start", str(folder / "short.toml")]
    done = subprocess.run([sys.executable, "-c", code, *arguments], cwd=ROOT, timeout=120, check=False)
    assert done.returncode == -signal.SIGKILL


@pytest.mark.timeout(120)
@pytest.mark.parametrize(("condition", "hold", "pauses", "kept"), [
    ("moment.kind == 'rest'", 0.2, False, [0.2]),
    pytest.param("moment.kind == 'hold' and moment.elapsed_s > 4.1", 6.0, False, [4.0], marks=pytest.mark.nightly),
    pytest.param("moment.kind == 'switch'", 0.2, False, [0.2, 0.2], marks=pytest.mark.nightly),
    pytest.param("moment.kind == 'hold' and moment.elapsed_s > 1.2", 4.0, True, [1.2], marks=pytest.mark.nightly),
])  # fmt: skip
def test_it_goes_on_from_there(
    application: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    condition: str, hold: float, pauses: bool, kept: list[float],
) -> None:  # fmt: skip
    begin_and_be_killed(tmp_path, condition, hold, pauses)
    with HistoryStore.open_to_read(tmp_path / "history.sqlite3") as store:
        (killed,) = store.sessions()
    last = killed.holds[-len(kept) :]  # a busy machine may let the first of such moments pass
    assert all(least <= one.held_s < least + 2.0 for one, least in zip(last, kept, strict=True))
    monkeypatch.setattr("hamstring_gui.desktop.sound.Sounds", Services())
    monkeypatch.setattr("hamstring_gui.desktop.voice.Voice", lambda *_: Services().voice)
    monkeypatch.setattr("hamstring_gui.desktop.awake.Awake", Services())
    pressed: list[str] = []

    def look() -> None:
        window = next((w for w in application.topLevelWidgets() if isinstance(w, Window) and w.isVisible()), None)
        if window is not None and isinstance(window.page, FinishPage):
            window.close()
            return
        offer = getattr(window and window.page, "offer", None)
        if offer is not None and not pressed:
            pressed.append(offer.what.text())
            offer.go_on.click()
        QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)
    assert cli.main(["--data-dir", str(tmp_path)]) == 0
    assert "Short, interrupted at" in pressed[0]
    with HistoryStore.open_to_read(tmp_path / "history.sqlite3") as store:
        (session,) = store.sessions()
        assert store.underway_ids() == ()
    assert (session.id, session.started_at, session.day) == (killed.id, killed.started_at, killed.day)
    assert session.outcome == "finished"
    assert [(one.side, one.set, one.outcome) for one in session.holds] == [
        (side, number, "held") for side in ("right", "left") for number in (1, 2)
    ]
    assert session.held_s == pytest.approx(4 * hold)
