"""The screen is held awake by a helper process, and let go however the program ends."""

from __future__ import annotations

import ctypes
import ctypes.util
import gc
import logging
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hamstring_gui.desktop.awake import Awake
from tests.desktop.conftest import Journal
from tests.spread import late

pytestmark = pytest.mark.thorough

PROGRAM = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from hamstring_gui.desktop import child
from hamstring_gui.desktop.awake import Awake
child.LAST_MOMENTS_MS = 60_000  # however busy the machine is
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
    """Also when nobody is there any more to be told that the screen is kept awake."""
    with subprocess.Popen([sys.executable, "-c", PROGRAM]) as program:
        qtbot.waitUntil(lambda: len(journal.lines) == 1)
        program.kill()
    qtbot.waitUntil(lambda: entered_and_left(journal) == ["entered", "left"])


def test_a_program_that_ends_lets_go_and_says_nothing(journal: Journal) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, "quit"], capture_output=True, text=True, check=True, timeout=60
    )
    assert (done.stdout, done.stderr) == ("", "")
    assert journal.lines[1:] == ["left by None"]


def test_a_helper_that_the_end_itself_has_started_ends_too(journal: Journal) -> None:
    """A session that is ended by it plays a tone, for one."""
    late = PROGRAM.replace("awake = Awake()", "application.aboutToQuit.connect(lambda: awake.hold())\nawake = Awake()")
    late = late.replace("awake.hold()\nif", "QTimer.singleShot(0, application.quit)\nif")
    done = subprocess.run([sys.executable, "-c", late], capture_output=True, text=True, check=True, timeout=60)
    assert (done.stdout, done.stderr) == ("", "")


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


class ScreenSaver(ctypes.Structure):
    """What the X server tells of its own."""

    _fields_ = (
        ("window", ctypes.c_ulong), ("state", ctypes.c_int), ("kind", ctypes.c_int), ("til_or_since", ctypes.c_ulong),
        ("idle_ms", ctypes.c_ulong), ("mask", ctypes.c_ulong),
    )  # fmt: skip
    ON = 1


@pytest.fixture
def bare_x(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], ScreenSaver]]:
    """An X server of the test's own, without any desktop, that goes dark after a second; tells of its screen saver."""
    ours, theirs = os.pipe()
    command = ["Xvfb", "-displayfd", str(theirs), "-screen", "0", "64x64x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[theirs], stderr=subprocess.DEVNULL) as server:
        os.close(theirs)
        with open(ours) as line:
            monkeypatch.setenv("DISPLAY", f":{line.readline().strip()}")
        monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
        x11, xss = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXss.so.1")
        x11.XOpenDisplay.restype, x11.XDefaultRootWindow.restype = ctypes.c_void_p, ctypes.c_ulong
        display = ctypes.c_void_p(x11.XOpenDisplay(None))
        root = ctypes.c_ulong(x11.XDefaultRootWindow(display))
        x11.XSetScreenSaver(display, 1, 0, 1, 1)

        def told() -> ScreenSaver:
            known = ScreenSaver()
            xss.XScreenSaverQueryInfo(display, root, ctypes.byref(known))
            return known

        yield told
        x11.XCloseDisplay(display)
        server.terminate()


needs_x = pytest.mark.skipif(
    shutil.which("Xvfb") is None or ctypes.util.find_library("Xss") is None, reason="there is no X server here"
)


@needs_x
def test_without_a_desktop_the_x_server_is_asked(qtbot: QtBot, bare_x: Callable[[], ScreenSaver]) -> None:
    dark: list[bool] = []
    awake = Awake(lambda: dark.append(True))
    with qtbot.waitSignal(awake._helper.line_read) as said:
        awake.hold()
    assert said.args == ["kept awake by XScreenSaverSuspend"]
    qtbot.waitUntil(lambda: bare_x().idle_ms > 1500)
    assert bare_x().state != ScreenSaver.ON
    awake.release()
    qtbot.waitUntil(lambda: bare_x().state == ScreenSaver.ON)
    assert not dark


@needs_x
@pytest.mark.parametrize(
    "lacking", [{"WAYLAND_DISPLAY": "wayland-0"}, late({"DISPLAY": ":4321"}), {"DISPLAY": ""}], ids=str
)
def test_where_nothing_keeps_it_lit_that_is_told_once(
    qtbot: QtBot, bare_x: Callable[[], ScreenSaver], monkeypatch: pytest.MonkeyPatch, lacking: dict[str, str]
) -> None:
    for name, value in lacking.items():
        monkeypatch.setenv(name, value)
    dark: list[bool] = []
    awake = Awake(lambda: dark.append(True))
    awake.hold()
    qtbot.waitUntil(lambda: bool(dark))
    awake.release()
    with qtbot.waitSignal(awake._helper.line_read):
        awake.hold()
    awake.release()
    assert dark == [True]


PATIENT = """
from jeepney.io import blocking
from wakepy.dbus_adapters.jeepney import JeepneyDBusAdapter

blocking.open_dbus_connection.__defaults__ = ("SESSION", False, 60.0)
JeepneyDBusAdapter.timeout = 60
"""
"""wakepy waits a second or two for a desktop, which is not always enough on a busy machine."""


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
def test_a_real_desktop_is_asked_and_told_when_it_is_over(
    qtbot: QtBot, bus: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sitecustomize.py").write_text(PATIENT)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    calls = tmp_path / "calls.txt"
    service = Path(__file__).with_name("screensaver_service.py")
    with subprocess.Popen([sys.executable, str(service), str(calls)], stdout=subprocess.PIPE) as screensaver:
        assert screensaver.stdout is not None
        try:
            screensaver.stdout.readline()
            awake = Awake()
            awake.hold()
            qtbot.waitUntil(lambda: calls.read_text().split() == ["Inhibit"])
            awake.release()
            qtbot.waitUntil(lambda: calls.read_text().split() == ["Inhibit", "UnInhibit"])
        finally:
            screensaver.terminate()
