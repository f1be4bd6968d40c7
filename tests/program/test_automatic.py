"""Automatic backups beside the window: begun when it is quiet, in a thread, and stopped for whatever else is wanted."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from hamstring_gui.program import automatic
from hamstring_gui.program.automatic import AutomaticBackups
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.paths import Paths


class Program:
    """A program that is busy or not."""

    def __init__(self, folder: Path) -> None:
        self.paths, self.busy = Paths.under(folder), False
        HistoryStore.open(self.paths.database).close()
        self.parent = QObject()
        wall = datetime(2026, 11, 23, 12, tzinfo=UTC)
        self.backups = AutomaticBackups(self.paths, lambda: wall, lambda: self.busy, self.parent)

    def made(self) -> list[str]:
        return sorted(path.name for path in self.paths.backups.glob("automatic-*"))


@pytest.fixture
def program(qapp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    monkeypatch.setattr(automatic, "SOON_MS", 0)
    monkeypatch.setattr(automatic, "AFTER_A_SESSION_MS", 0)
    monkeypatch.setattr(automatic, "MOST_PATIENCE_S", 20.0)
    program = Program(tmp_path)
    yield program
    program.backups.stop()


@pytest.fixture
def waiting(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Each backup waits until this is set, asking again and again whether it may go on; then there is an error."""
    event = threading.Event()

    def back_up(paths: Paths, now: datetime, go_on: Callable[[], object]) -> None:
        while not event.wait(0.001):
            go_on()
        raise StorageError("no backup was made: it rains")

    monkeypatch.setattr(automatic, "back_up", back_up)
    return event


def running() -> list[threading.Thread]:
    return [one for one in threading.enumerate() if one.name == "backup"]


def test_it_is_made_beside_the_window(qtbot, program: Program) -> None:
    program.backups.soon()
    qtbot.waitUntil(lambda: program.made() == ["automatic-2026-11-23-120000.zip"])


def test_damage_that_keeps_it_from_being_made_is_told(qtbot, program: Program) -> None:
    with program.paths.database.open("r+b") as file:
        file.seek(36)
        file.write((7).to_bytes(4, "big"))  # only a check of the whole file finds that
    with qtbot.waitSignal(program.backups.damage_met):
        program.backups.soon()
    assert program.made() == []


def test_not_while_a_session_runs_and_it_does_not_ask_when_that_is_over(
    qtbot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[int] = []
    with monkeypatch.context() as session:
        session.setattr(program.backups, "_busy", lambda: looked.append(1) or True)
        program.backups.soon()
        qtbot.waitUntil(lambda: bool(looked))
        qtbot.wait(5)
        assert (looked, program.made()) == ([1], [])
    program.backups.after_session()
    qtbot.waitUntil(lambda: bool(program.made()))


@pytest.mark.parametrize("how", ["a session begins", "the window closes"])
def test_what_was_begun_gives_way(qtbot, program: Program, waiting: threading.Event, caplog, how: str) -> None:
    program.backups.soon()
    qtbot.waitUntil(lambda: len(running()) == 1)
    if how == "a session begins":
        program.busy = True
        qtbot.waitUntil(lambda: not running())
    else:
        program.backups.stop()
        assert not running()
    assert (program.made(), caplog.text) == ([], "")


def test_never_two_at_once_and_what_goes_wrong_is_in_the_log(
    qtbot, program: Program, waiting: threading.Event, caplog
) -> None:
    for _ in range(3):
        program.backups.soon()
        qtbot.waitUntil(lambda: bool(running()))
        qtbot.wait(1)
        assert len(running()) == 1
    waiting.set()
    qtbot.waitUntil(lambda: not running())
    assert "no backup was made: it rains" in caplog.text


def test_the_end_does_not_wait_for_a_disk_that_hangs(qtbot, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    let_go = threading.Event()
    monkeypatch.setattr(automatic, "back_up", lambda *_: let_go.wait())
    monkeypatch.setattr(automatic, "MOST_PATIENCE_S", 0.01)
    program.backups.soon()
    qtbot.waitUntil(lambda: bool(running()))
    program.backups.stop()
    (thread,) = running()
    assert thread.daemon
    let_go.set()
    thread.join()
