"""What really happens to disks, clocks and programs, caused for real where that can be done."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hamstring_gui.program.recorder import Recorder, Run
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.examining import examine
from hamstring_gui.storage.exchange import write_history
from hamstring_gui.storage.exchange_json import read_json
from hamstring_gui.storage.found import Found
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.rescue import rescued, take_in
from tests.conftest import ROOT
from tests.domain import samples
from tests.torture.test_kills import ROUTINE

root = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may mount a disk")


def mount(*words: str) -> bool:
    return subprocess.run(["mount", *words], capture_output=True).returncode == 0


class Disk:
    """A small disk in memory."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def fill(self) -> None:
        (self.place / "filling").touch()
        with suppress(OSError), (self.place / "filling").open("wb", buffering=0) as out:
            while out.write(bytes(4096)):
                pass

    def clear(self) -> None:
        (self.place / "filling").unlink()

    def allow_writing(self, yes: bool) -> None:
        assert mount("-o", f"remount,{'rw' if yes else 'ro'}", str(self.place))


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    (place := tmp_path / "disk").mkdir()
    if not mount("-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)):
        pytest.skip("nothing can be mounted here")
    yield Disk(place)
    subprocess.run(["umount", "--lazy", str(place)], check=True)


class Playing:
    """A session with the program's own recorder and store, and a clock that is moved by hand."""

    def __init__(self, database: Path, busy_s: float = 0.2) -> None:
        self.clock, self.routine = samples.HandClock(), samples.routine(sets=3)
        self.session = samples.session(self.routine, self.clock)
        self.store = HistoryStore.open(database, busy_s=busy_s)
        self.recorder = Recorder(self.store)
        self.run = Run("new", self.routine, self.session, self.session.started_at.date(), 180.0)

    def hold(self, count: int) -> None:
        """Until so many more holds are over."""
        over = len(self.session.records) + count
        while len(self.session.records) < over and self.session.state == "running":
            before = len(self.session.records)
            samples.play(self.session, self.clock, 1, 1.0)
            if len(self.session.records) > before:
                self.recorder.put(self.run, self.clock.wall)

    def end(self) -> None:
        self.recorder.end(self.run, "finished", self.clock.wall)


@pytest.fixture
def play(qapp: object) -> Iterator[Callable[[Path], Playing]]:
    made: list[Playing] = []

    def begin(database: Path) -> Playing:
        made.append(Playing(database))
        return made[-1]

    yield begin
    for one in made:
        one.recorder._timer.stop()
        one.store.close()


def holds(database: Path) -> int:
    with HistoryStore.open_to_read(database) as store:
        session = store.session("new")
    return len([hold for hold in session.holds if hold.outcome == "held"]) if session else 0


@root
def test_a_disk_that_is_full_for_a_while(disk: Disk, play: Callable[[Path], Playing]) -> None:
    playing = play(disk.place / "history.sqlite3")
    playing.hold(2)
    disk.fill()
    playing.hold(3)
    playing.end()
    assert "the disk is full" in playing.recorder.problem
    assert holds(disk.place / "history.sqlite3") >= 2
    disk.clear()
    playing.recorder.try_again()
    assert (playing.recorder.problem, holds(disk.place / "history.sqlite3")) == ("", 5)


@root
def test_a_disk_that_can_only_be_read(disk: Disk) -> None:
    database = disk.place / "history.sqlite3"
    playing = Playing(database)
    playing.hold(2)
    playing.store.close()
    disk.allow_writing(False)
    assert holds(database) == 2
    with pytest.raises(StorageError, match="history"):
        HistoryStore.open(database)
    assert examine(database).sessions == 1
    disk.allow_writing(True)
    with HistoryStore.open(database) as store:
        assert len(store.sessions()) == 1


def test_a_note_that_fails_is_in_the_log(
    tmp_path: Path, play: Callable[[Path], Playing], caplog: pytest.LogCaptureFixture
) -> None:
    playing = play(tmp_path / "history.sqlite3")
    playing.hold(1)
    with closing(sqlite3.connect(tmp_path / "history.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        playing.recorder.note(playing.run, playing.clock.wall)
    (line,) = (record for record in caplog.records if "was not noted" in record.message)
    assert line.levelname == "WARNING"


def test_a_session_that_is_deleted_while_it_runs_is_put_whole_again(
    tmp_path: Path, play: Callable[[Path], Playing]
) -> None:
    playing = play(tmp_path / "history.sqlite3")
    playing.hold(2)
    playing.store.delete_session("new")
    playing.recorder.hear_of("new", None)
    for _ in range(2):
        playing.recorder.note(playing.run, playing.clock.wall)
    assert (holds(tmp_path / "history.sqlite3"), playing.recorder.waiting) == (2, ())


def test_a_lock_over_the_end_of_a_session_and_then_a_kill(tmp_path: Path, play: Callable[[Path], Playing]) -> None:
    """The timer's turns are taken by hand. Killed is what holds nothing more than the disk has."""
    database = tmp_path / "history.sqlite3"
    playing = play(database)
    playing.hold(2)
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        playing.hold(4)
        playing.end()
        assert "another program is using the history" in playing.recorder.problem
        assert holds(database) == 2
        other.execute("ROLLBACK")
    playing.recorder._timer.timeout.emit()
    assert holds(database) == 6


@pytest.mark.nightly
@pytest.mark.timeout(60)
def test_the_same_by_the_timer(tmp_path: Path, play: Callable[[Path], Playing], qtbot: QtBot) -> None:
    database = tmp_path / "history.sqlite3"
    playing = play(database)
    playing.hold(2)
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        playing.hold(4)
        playing.end()
        qtbot.wait(7000)
        other.execute("ROLLBACK")
    qtbot.waitUntil(lambda: holds(database) == 6)


@pytest.mark.parametrize("replaced", [False, True])
def test_a_history_that_goes_while_it_is_written(
    tmp_path: Path, play: Callable[[Path], Playing], replaced: bool
) -> None:
    database = tmp_path / "history.sqlite3"
    playing = play(database)
    playing.hold(2)
    database.unlink()
    if replaced:
        HistoryStore.open(tmp_path / "other.sqlite3").close()
        (tmp_path / "other.sqlite3").replace(database)
    playing.hold(1)
    assert (playing.recorder.problem, holds(database)) == ("", 3)


def test_two_programs_write_at_once(tmp_path: Path, play: Callable[[Path], Playing]) -> None:
    database = tmp_path / "history.sqlite3"
    one, other = play(database), play(database)
    other.run = Run("other", other.routine, other.session, other.run.day, 180.0)
    for _ in range(6):
        one.hold(1)
        other.hold(1)
    with HistoryStore.open_to_read(database) as store:
        assert {session.id: len(session.holds) for session in store.sessions()} == {"new": 6, "other": 6}


@pytest.mark.parametrize("seconds", [-3600.0, -86_400.0, 7200.0])
def test_a_clock_that_is_set_changes_nothing_that_was_held(
    tmp_path: Path, play: Callable[[Path], Playing], seconds: float
) -> None:
    database = tmp_path / "history.sqlite3"
    playing = play(database)
    playing.hold(2)
    playing.clock.be_set(seconds)
    playing.hold(4)
    playing.end()
    with HistoryStore.open_to_read(database) as store:
        session = store.session("new")
    assert session is not None
    assert [hold.held_s for hold in session.holds] == [30.0] * 6
    starts = [hold.started_at for hold in session.holds]
    assert starts == sorted(starts)
    assert session.holds[-1].started_at - session.started_at < timedelta(minutes=5)


@root
@pytest.mark.nightly
@pytest.mark.timeout(90)
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_while_the_disk_is_full(
    disk: Disk, tmp_path: Path, number: signal.Signals, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of the user's data are on it, the log too: what was held goes into the folder for temporary files."""
    if signal.getsignal(number) is signal.SIG_IGN:
        pytest.skip(f"{number.name} is ignored here, as under nohup")
    (shared := tmp_path / "shared").mkdir()
    (tmp_path / "short.toml").write_text(ROUTINE)
    paths = Paths.under(disk.place)
    paths.settings.write_text("[first_run]\nsafety_understood = true\n")
    words = ["--data-dir", str(disk.place), "--start", str(tmp_path / "short.toml")]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(shared)}
    program = subprocess.Popen(
        [sys.executable, "-m", "hamstring_gui", *words], cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True
    )
    try:
        assert program.stderr is not None
        while not paths.database.exists():
            assert program.poll() is None
            time.sleep(0.05)
        time.sleep(1)
        disk.fill()
        while "is not on disk yet" not in program.stderr.readline():
            assert program.poll() is None
        program.send_signal(number)
        program.send_signal(signal.SIGHUP)  # who logs out sends several
        _, said = program.communicate(timeout=60)
    finally:
        program.kill()
        program.communicate()
    assert program.returncode == 1
    assert "what was held is in" in said
    disk.clear()
    monkeypatch.setattr("tempfile.tempdir", str(shared))
    (file,) = rescued(paths)
    with HistoryStore.open(paths.database) as store:
        assert take_in(file, store) == 1
        (session,) = store.sessions()
    assert session.holds[0].held_s == 1.0
    out = tmp_path / "again.json"
    with out.open("w", encoding="utf-8") as opened:
        write_history([session], opened)
    with out.open(encoding="utf-8") as opened:
        read_json(opened, found := Found(frozenset()))
    assert found.problems == []
