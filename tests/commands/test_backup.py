"""`hamstring-gui backup` and `restore`."""

from __future__ import annotations

import io
import os
import random
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLockFile

from hamstring_gui.commands import backup
from hamstring_gui.commands.command_line import PROBLEM, USAGE, main
from hamstring_gui.domain.consistency import Goal
from hamstring_gui.program.opening import LOCK
from hamstring_gui.storage import backup as storage_backup
from hamstring_gui.storage.alone import alone
from hamstring_gui.storage.backup import is_backup, suggested_name, write_backup
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.paths import Paths
from tests.conftest import ROOT
from tests.storage.damaging import sound_history
from tests.storage.making import listing

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """A folder of data with a goal of five days; `b.zip` beside it is its backup; the working folder is around both."""
    monkeypatch.chdir(tmp_path)
    paths = Paths.under(tmp_path / "data")
    want(paths, 5)
    write_backup(paths, tmp_path / "b.zip")
    return paths


def want(paths: Paths, days: int) -> None:
    with HistoryStore.open(paths.database) as store:
        store.set_goal(Goal(date(2026, 11, 23), days))


def wanted(paths: Paths) -> int:
    with HistoryStore.open_to_read(paths.database) as store:
        return store.goals()[-1].days


def run(*words: object) -> int:
    return main(["--data-dir", "data", *map(str, words)])


@pytest.mark.parametrize("words", [("backup",), ("backup", "-o", "c.zip")])
def test_what_could_not_be_restored_is_no_backup(paths: Paths, capsys: Capture, words: tuple[str, ...]) -> None:
    middle = len(whole := sound_history()) // 2
    paths.database.write_bytes(whole[: middle - 10_000] + bytes(20_000) + whole[middle + 10_000 :])
    assert run(*words) == PROBLEM
    out, err = capsys.readouterr()
    assert not out
    assert "the history is damaged" in err
    assert "hamstring-gui offers what can be done" in err
    assert not Path("c.zip").exists()
    assert not list(paths.backups.glob("*.zip"))


# -- backup ------------------------------------------------------------------------------------------------------------
def test_without_a_name_it_lies_among_the_backups_and_is_printed(paths: Paths, capsys: Capture) -> None:
    assert [run("backup"), run("backup")] == [0, 0]
    first, second = (Path(line) for line in capsys.readouterr().out.splitlines())
    assert {first, second} == set(paths.backups.iterdir())
    assert first.name.startswith("hamstring-20")
    assert is_backup(first)


@pytest.mark.parametrize(("name", "file"), [("mine", "mine.zip"), ("mine.ZIP", "mine.ZIP"), ("a.b", "a.b.zip")])
def test_the_ending_is_added(paths: Paths, capsys: Capture, name: str, file: str) -> None:
    assert run("backup", "-o", name) == 0
    assert capsys.readouterr().out == f"{file}\n"
    assert is_backup(Path(file))
    before = Path(file).read_bytes()
    assert run("backup", "-o", name) == USAGE
    assert capsys.readouterr().err.startswith(f"hamstring-gui: {file}: this is there already")
    assert Path(file).read_bytes() == before


@pytest.mark.parametrize("name", ["", "-", "data", "data/", "new/"])
def test_what_is_no_name_of_a_file_is_refused(paths: Paths, tmp_path: Path, capsys: Capture, name: str) -> None:
    before = listing(tmp_path)
    assert run("backup", "-o", name) == USAGE
    assert "this is no name of a file" in capsys.readouterr().err
    assert listing(tmp_path) == before


def test_what_can_not_be_written_is_told(paths: Paths, capsys: Capture) -> None:
    assert run("backup", "-o", "no/where") == PROBLEM
    assert capsys.readouterr().err.startswith("hamstring-gui: no/where.zip: the backup can't be written")
    assert main(["--data-dir", "nope", "backup"]) == PROBLEM
    assert "there is no such folder, so there is nothing to back up" in capsys.readouterr().err
    assert not Path("nope").exists()
    paths.database.write_text("Dear diary, today I stretched.\n" * 100)
    assert run("backup") == PROBLEM
    assert "history.sqlite3: " in capsys.readouterr().err
    assert list(paths.backups.iterdir()) == []


def test_what_is_left_out_is_said(paths: Paths, capsys: Capture) -> None:
    paths.routines.mkdir()
    (paths.routines / "notes.txt").write_text("mine")
    assert run("backup", "-o", "c") == 0
    out, err = capsys.readouterr()
    assert out == "c.zip\n"
    assert err == f"hamstring-gui: {paths.routines / 'notes.txt'}: Hamstring doesn't know this, so it is left out\n"


def test_while_another_program_changes_the_data_over_nothing_is_backed_up(
    paths: Paths, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The history may be aside just then, and would seem to be empty."""
    pytest.importorskip("fcntl")
    monkeypatch.setattr(alone.__wrapped__, "__defaults__", (0.0,))
    with alone(paths.data):
        assert [run("backup"), run("backup", "-o", "mine")] == [PROBLEM, PROBLEM]
    assert "another program" in capsys.readouterr().err
    assert not paths.backups.exists()
    assert not Path("mine.zip").exists()


def test_that_there_is_no_history_is_said(paths: Paths, capsys: Capture) -> None:
    paths.database.unlink()
    assert run("backup", "-o", "mine") == 0
    assert "there is no history here" in capsys.readouterr().err


@pytest.mark.parametrize("links", [True, False])
def test_what_comes_to_be_there_meanwhile_is_not_written_over(
    paths: Paths, capsys: Capture, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    real = storage_backup.gathered

    def no(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    def meanwhile(*given: Any, **named: Any) -> Any:
        for file in (Path("mine.zip"), paths.backups / suggested_name(NOW)):
            file.parent.mkdir(exist_ok=True)
            file.write_text("precious")
        return real(*given, **named)

    class Clock(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Clock:
            return NOW

    NOW = Clock(2026, 11, 23, 12)
    monkeypatch.setattr(backup, "datetime", Clock)
    monkeypatch.setattr(storage_backup, "gathered", meanwhile)
    if not links:
        monkeypatch.setattr(os, "link", no)
    assert run("backup", "-o", "mine") == PROBLEM
    assert capsys.readouterr().err == "hamstring-gui: mine.zip: the backup can't be written: File exists\n"
    assert run("backup") == 0
    made = Path(capsys.readouterr().out.strip())
    assert (made.name, is_backup(made)) == ("hamstring-2026-11-23-1200-2.zip", True)
    assert {Path("mine.zip").read_text(), (paths.backups / suggested_name(NOW)).read_text()} == {"precious"}
    assert not [name for folder in (Path(), paths.backups) for name in os.listdir(folder) if name.startswith(".")]


# -- restore -----------------------------------------------------------------------------------------------------------
def test_it_is_restored_and_taken_back(paths: Paths, capsys: Capture) -> None:
    want(paths, 2)
    assert run("restore", "b.zip", "--yes") == 0
    assert wanted(paths) == 5
    (kept,) = paths.backups.iterdir()
    restored, was, back = capsys.readouterr().out.splitlines()
    assert restored == "restored: 0 sessions, 0 own exercises, 0 own routines"
    assert was == f"what was here before is in {kept}"
    assert back == f"to take this back: hamstring-gui --data-dir {paths.data} restore {kept}"
    assert run("restore", "--yes", kept) == 0
    assert wanted(paths) == 2


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """What is typed at a terminal."""
    typed = io.StringIO()
    monkeypatch.setattr(backup, "can_ask", lambda: True)
    monkeypatch.setattr(sys, "stdin", typed)
    return typed


@pytest.mark.parametrize(
    ("answer", "done"),
    [
        ("y\n", True),
        ("", False),
        pytest.param("Yes\n", True, marks=pytest.mark.nightly),
        pytest.param("n\n", False, marks=pytest.mark.nightly),
        pytest.param("\n", False, marks=pytest.mark.nightly),
    ],
)
def test_at_a_terminal_it_asks(paths: Paths, terminal: io.StringIO, capsys: Capture, answer: str, done: bool) -> None:
    want(paths, 2)
    terminal.write(answer)
    terminal.seek(0)
    assert run("restore", "b.zip") == (0 if done else PROBLEM)
    assert wanted(paths) == (5 if done else 2)
    asked = capsys.readouterr().err
    assert asked.startswith(
        "This replaces everything here (0 sessions, 0 own exercises, 0 own routines) by b.zip (0 sessions, 0 own "
        f"exercises, 0 own routines); a safety copy is kept in {paths.backups}.\nRestore it? [y/N] "
    )
    assert ("nothing was changed" in asked) is not done


def test_where_nobody_can_be_asked_it_is_refused(paths: Paths, capsys: Capture) -> None:
    before = listing(paths.data)
    assert run("restore", "b.zip") == USAGE
    assert "say so with --yes" in capsys.readouterr().err
    assert listing(paths.data) == before


def test_not_while_a_window_has_the_data(paths: Paths, capsys: Capture) -> None:
    window = QLockFile(str(paths.data / LOCK))
    assert window.tryLock(0)
    want(paths, 2)
    assert run("restore", "b.zip", "--yes") == PROBLEM
    assert "Hamstring is open with these data; close its window" in capsys.readouterr().err
    assert wanted(paths) == 2
    window.unlock()
    assert run("restore", "b.zip", "--yes") == 0
    assert not (paths.data / LOCK).exists()


def test_not_while_another_program_is_at_it(paths: Paths, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("fcntl")
    monkeypatch.setattr("hamstring_gui.storage.backup.alone", lambda folder: alone(folder, 0.0))
    with alone(paths.data):
        assert run("restore", "b.zip", "--yes") == PROBLEM
    assert "another program is restoring a backup" in capsys.readouterr().err


@pytest.mark.parametrize("raw", [None, b"", b"hello"])
def test_what_is_no_backup_changes_nothing(paths: Paths, capsys: Capture, raw: bytes | None) -> None:
    if raw is not None:
        Path("c.zip").write_bytes(raw)
    before = listing(paths.data)
    assert run("restore", "c.zip", "--yes") == PROBLEM
    assert capsys.readouterr().err.startswith("hamstring-gui: c.zip: ")
    assert listing(paths.data) == before


def test_a_bare_history_replaces_the_history_alone(paths: Paths, capsys: Capture) -> None:
    paths.settings.write_text("")
    other = Paths.under(Path("other"))
    want(other, 3)
    assert run("restore", "other/history.sqlite3", "--yes") == 0
    assert wanted(paths) == 3
    assert paths.settings.exists()
    assert "settings" not in capsys.readouterr().out


def test_into_a_folder_that_is_new(paths: Paths) -> None:
    assert main(["--data-dir", "new", "restore", "b.zip", "--yes"]) == 0
    assert wanted(Paths.under(Path("new"))) == 5


@pytest.mark.nightly
def test_as_a_program(paths: Paths) -> None:
    def program(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "hamstring_gui", "--data-dir", "data", *words]
        return subprocess.run(
            command, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )  # fmt: skip

    done = program("backup")
    assert (done.returncode, done.stderr) == (0, "")
    want(paths, 2)
    assert program("restore", done.stdout.strip()).returncode == USAGE
    assert program("restore", done.stdout.strip(), "--yes").returncode == 0
    assert wanted(paths) == 5


@pytest.mark.nightly
def test_killed_at_any_moment_it_ends_as_before_or_as_after(paths: Paths) -> None:
    rng = random.Random(7)
    want(paths, 2)
    write_backup(paths, Path("c.zip"))
    command = [sys.executable, "-m", "hamstring_gui", "--data-dir", "data", "restore", "--yes"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    seen = set()
    for number in range(30):
        file = ("b.zip", "c.zip")[number % 2]
        with subprocess.Popen(
            [*command, file], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as one:
            try:
                one.wait(rng.uniform(0.1, 1.5))
            except subprocess.TimeoutExpired:
                one.kill()
        assert run("stats") == 0, "the next one ends what was begun"
        seen.add(wanted(paths))
        assert [name for name in os.listdir(paths.data) if name.startswith((".restoring", ".changeover.json"))] == []
    assert seen == {2, 5}
    assert all(is_backup(one) for one in paths.backups.glob("*.zip"))
