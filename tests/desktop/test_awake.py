"""The screen is held awake by a helper process, and let go however the program ends."""

from __future__ import annotations

import gc
import logging
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hamstring_gui.desktop.awake import Awake
from tests.desktop.conftest import Journal

PROGRAM = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from hamstring_gui.desktop.awake import Awake
application = QCoreApplication(sys.argv)
awake = Awake()
awake.hold()
if "quit" in sys.argv:
    awake._helper.line_read.connect(application.quit)
application.exec()
"""


def entered_and_left(journal: Journal) -> list[str]:
    return [line.split()[0] for line in journal.lines]


def test_held_once_and_let_go(qtbot: QtBot, journal: Journal) -> None:
    awake = Awake()
    awake.hold()
    awake.hold()
    qtbot.waitUntil(lambda: entered_and_left(journal) == ["entered"])
    awake.release()
    awake.release()
    qtbot.waitUntil(lambda: journal.lines[1:] == ["left by None"])


def test_can_be_held_again_at_once(qtbot: QtBot, journal: Journal) -> None:
    awake = Awake()
    awake.hold()
    qtbot.waitUntil(lambda: len(journal.lines) == 1)
    awake.release()
    awake.hold()
    qtbot.waitUntil(lambda: sorted(entered_and_left(journal)) == ["entered", "entered", "left"])
    awake.release()
    qtbot.waitUntil(lambda: sorted(entered_and_left(journal)) == ["entered", "entered", "left", "left"])


def test_let_go_when_nobody_has_it_any_more(qtbot: QtBot, journal: Journal) -> None:
    awake = Awake()
    awake.hold()
    qtbot.waitUntil(lambda: entered_and_left(journal) == ["entered"])
    del awake
    gc.collect()
    qtbot.waitUntil(lambda: entered_and_left(journal) == ["entered", "left"])


def test_released_before_the_helper_is_up(qtbot: QtBot, journal: Journal) -> None:
    awake = Awake()
    awake.hold()
    awake.release()
    qtbot.waitUntil(lambda: entered_and_left(journal) == ["entered", "left"])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT to send")
def test_ctrl_c_is_not_for_the_helper(qtbot: QtBot, journal: Journal) -> None:
    awake = Awake()
    awake.hold()
    qtbot.waitUntil(lambda: len(journal.lines) == 1)
    os.kill(journal.pid, signal.SIGINT)
    awake.release()
    qtbot.waitUntil(lambda: journal.lines[1:] == ["left by None"])


def test_a_killed_program_lets_go(qtbot: QtBot, journal: Journal) -> None:
    with subprocess.Popen([sys.executable, "-c", PROGRAM]) as program:
        qtbot.waitUntil(lambda: len(journal.lines) == 1, timeout=15_000)
        program.kill()
    qtbot.waitUntil(lambda: journal.lines[1:] == ["left by None"])


def test_a_program_that_ends_lets_go_and_says_nothing(journal: Journal) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, "quit"], capture_output=True, text=True, check=True, timeout=20
    )
    assert (done.stdout, done.stderr) == ("", "")
    assert journal.lines[1:] == ["left by None"]


def test_a_helper_that_fails_is_no_more_than_a_line_for_developers(
    qtbot: QtBot, journal: Journal, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "wakepy.py").write_text("raise ImportError('broken')")
    awake = Awake()
    with caplog.at_level(logging.DEBUG):
        awake.hold()
        qtbot.waitUntil(lambda: not awake._helper.is_running)
        awake.release()
    assert [record for record in caplog.records if record.levelno > logging.DEBUG] == []


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A session bus of the test's own."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        assert daemon.stdout is not None
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", daemon.stdout.readline().strip())
        yield
        daemon.terminate()


@pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="there is no dbus-daemon here")
def test_a_real_desktop_is_asked_and_told_when_it_is_over(qtbot: QtBot, bus: None, tmp_path: Path) -> None:
    calls = tmp_path / "calls.txt"
    service = Path(__file__).with_name("screensaver_service.py")
    with subprocess.Popen([sys.executable, str(service), str(calls)], stdout=subprocess.PIPE) as screensaver:
        assert screensaver.stdout is not None
        screensaver.stdout.readline()
        awake = Awake()
        awake.hold()
        qtbot.waitUntil(lambda: calls.read_text().split() == ["Inhibit"], timeout=15_000)
        awake.release()
        qtbot.waitUntil(lambda: calls.read_text().split() == ["Inhibit", "UnInhibit"], timeout=15_000)
        screensaver.terminate()
