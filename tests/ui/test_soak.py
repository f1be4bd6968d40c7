"""One session after the other in one window: nothing gathers."""

from __future__ import annotations

import ctypes
import gc
import mmap
import os
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hamstring_gui.domain.routine import Routine
from tests.conftest import ROOT
from tests.ui.conftest import NEVER_MS, Desk

Open = Callable[..., Desk]

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="what a process has is told by /proc"),
]

MOST_GROWTH = 2_000_000
"""Bytes."""
HOUR_S = float(os.environ.get("HAMSTRING_SOAK_S", "3600"))


def settle() -> None:
    """Let what was deleted be gone."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def what_there_is(desk: Desk) -> Counter[str]:
    """Objects of Qt by their class, timers that run and run, open files, threads and children of this process."""
    settle()
    application = QCoreApplication.instance()
    assert application is not None
    objects = {id(one): one for root in (application, desk.window) for one in root.findChildren(QObject)}.values()
    found = Counter(type(one).__name__ for one in objects)
    found["running timers"] = sum(
        isinstance(one, QTimer) and one.isActive() and not one.isSingleShot() for one in objects
    )
    found["files"] = len(os.listdir("/proc/self/fd"))
    found["threads"] = threading.active_count()
    found["processes"] = sum(len(Path(f"/proc/self/task/{task}/children").read_text().split())
                             for task in os.listdir("/proc/self/task"))  # fmt: skip
    return found


PAGES = ("history", "routines", "exercises", "settings", "today")


def a_session(desk: Desk, quick: Routine, number: int, pages: tuple[str, ...] = PAGES) -> None:
    """Every other one is stopped for pain and ended by hand; then some pages are looked at."""
    desk.parts.begin(quick)
    desk.pass_time(5, 1.0)
    if number % 2:
        desk.press(Qt.Key.Key_Space)
        desk.press(Qt.Key.Key_Space)
        desk.press(Qt.Key.Key_P)
        desk.press(Qt.Key.Key_Return)
        desk.press(Qt.Key.Key_Escape)
        desk.press(Qt.Key.Key_Return)
    desk.pass_time(30, 2.0)
    assert desk.parts.conductor.player.session is None
    if desk.shows("Done"):
        desk.click("Done")
    for page in pages[number % len(pages) :]:
        desk.parts.show_page(page)


def memory() -> int:
    """Bytes that this process has written, with what the C library keeps for later given back."""
    settle()
    ctypes.CDLL(None).malloc_trim(0)
    return written_bytes("self")


def written_bytes(process: int | str) -> int:
    """Memory that a process has of its own, wherever it is.

    `Private_Clean` is no part of it: those are pages of libraries, which become private, some 40 MB of them, when
    another program ends that had them too.
    """
    text = Path(f"/proc/{process}/smaps_rollup").read_text()
    return sum(1024 * int(line.split()[1]) for line in text.splitlines() if line.startswith(("Private_Dirty", "Swap:")))


def test_pages_of_libraries_are_no_growth() -> None:
    libraries = (Path(PySide6.__file__).parent / "Qt" / "lib").glob("*.so*")
    with (
        max(libraries, key=lambda path: path.stat().st_size).open("rb") as library,
        mmap.mmap(library.fileno(), 0, prot=mmap.PROT_READ) as pages,
    ):
        before = written_bytes("self")
        assert sum(pages[at] for at in range(0, len(pages), mmap.PAGESIZE))
        assert written_bytes("self") - before < MOST_GROWTH / 4


def test_sessions_leave_nothing_behind(
    open_desk: Open, quick: Routine, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hamstring_gui.ui.controls.scroll.A_MOMENT_MS", 0)  # what is made late is made before it counts
    for later in ("beside.A_MOMENT_MS", "automatic.SOON_MS", "automatic.AFTER_A_SESSION_MS"):
        monkeypatch.setattr(f"hamstring_gui.program.{later}", NEVER_MS)  # or not at all, however long this takes
    desk = open_desk()
    desk.go_on_after_the_first_picture()
    qtbot.waitUntil(lambda: desk.hamstring.beside.wishes is not None)
    for number in range(2):
        a_session(desk, quick, number, ("settings", "today"))
    before = what_there_is(desk)
    for number in range(4):
        a_session(desk, quick, number, ("settings", "today"))
    assert what_there_is(desk) - before == Counter()
    assert not desk.paths.logs.exists(), "nothing was wrong"


@pytest.mark.nightly
@pytest.mark.timeout(3600)
def test_a_day_of_sessions(open_desk: Open, quick: Routine, qtbot: QtBot) -> None:
    """As long as 24 hours by the session's clock, after an hour in which it is made what is made once."""
    desk = open_desk()
    desk.go_on_after_the_first_picture()
    qtbot.waitUntil(lambda: desk.hamstring.beside.wishes is not None)
    for number in range(60):
        a_session(desk, quick, number)
    before, bytes_before, end = what_there_is(desk), memory(), desk.clock.mono + 24 * 3600
    number = 0
    while desk.clock.mono < end:
        number += 1
        a_session(desk, quick, number)
    grown = what_there_is(desk) - before
    assert all(more < number / 100 for more in grown.values()), grown  # an entry of a legend may come once
    assert memory() - bytes_before < MOST_GROWTH + growth_of_the_history(desk)
    assert not desk.paths.logs.exists()


def growth_of_the_history(desk: Desk) -> int:
    """What is known of sessions is in memory, and is to be: about a kilobyte for each."""
    return 1500 * len(desk.store.session_ids())


ROUTINE = """
name = "Hours"
setup_s = 1
[[items]]
exercise = "band-hamstring-stretch"
sets = 50
hold_s = 60
"""
"""Whatever a session does has been done once when it is measured first, and is done over and over until the end."""


@pytest.mark.nightly
@pytest.mark.timeout(round(HOUR_S) + 300)
def test_an_hour_of_the_real_program(tmp_path: Path) -> None:
    (tmp_path / "hours.toml").write_text(ROUTINE)
    (tmp_path / "settings.toml").write_text("[first_run]\nsafety_understood = true\n")
    words = ["--data-dir", str(tmp_path), "--start", str(tmp_path / "hours.toml")]
    program = subprocess.Popen(
        [sys.executable, "-m", "hamstring_gui", *words], cwd=ROOT, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    )
    try:
        time.sleep(HOUR_S / 6)
        files, before = len(os.listdir(f"/proc/{program.pid}/fd")), written_bytes(program.pid)
        time.sleep(HOUR_S * 5 / 6)
        assert program.poll() is None
        assert len(os.listdir(f"/proc/{program.pid}/fd")) <= files + 1
        assert written_bytes(program.pid) - before < MOST_GROWTH
        assert sum(path.stat().st_size for path in (tmp_path / "logs").glob("*")) < 700_000
    finally:
        program.terminate()
        assert program.wait(timeout=60) == 0
