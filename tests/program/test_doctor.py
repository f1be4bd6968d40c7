"""The doctor's report: right about what is there, nothing personal in it, and everything as it was afterwards."""

from __future__ import annotations

import os
import platform
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from hamstring_gui.commands.command_line import main
from hamstring_gui.desktop import probes
from hamstring_gui.domain.consistency import Goal
from hamstring_gui.domain.history import HoldRecord, SessionRecord
from hamstring_gui.domain.values import replace
from hamstring_gui.program import doctor
from hamstring_gui.program.doctor import report
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.rescue import write_rescue
from hamstring_gui.storage.scrubbing import Scrub
from hamstring_gui.storage.settings import SettingsStore
from tests.conftest import ROOT

pytestmark = pytest.mark.thorough

Prepare = Callable[[Path], object]
START = datetime(2026, 11, 22, 19, 42, tzinfo=UTC)
HOLD = HoldRecord(0, "own-jane-towel", "right", 1, 30.0, 30.0, "held", START)
SESSION = SessionRecord(
    "one", "evening-with-jane", "Evening with Jane", START, START, START.date(), "finished", 30.0, (HOLD,), note="ouch"
)


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """A session and a goal; what this computer can do is not asked."""
    monkeypatch.setattr(doctor, "abilities", lambda _: {"sound": "tones can be heard"})
    paths = Paths.under(tmp_path / "data")
    with HistoryStore.open(paths.database) as store:
        store.put_session(SESSION)
        store.set_goal(Goal(date(2026, 11, 22), 3))
    return paths


def state(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """Every file, its bytes, when it was written, and what rights it has."""
    found = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path): (path.stat().st_mtime_ns, path.stat().st_mode, path.read_bytes()) for path in found}


def said_of(paths: Paths) -> tuple[bool, str]:
    before = state(paths.data.parent)
    found = report(paths)
    assert state(paths.data.parent) == before
    return found.is_well, found.text


def execute(*statements: str) -> Prepare:
    def prepare(database: Path) -> None:
        with closing(sqlite3.connect(database, isolation_level=None)) as connection:
            for statement in statements:
                connection.execute(statement)

    return prepare


def overwrite(start: int, count: int) -> Prepare:
    def prepare(database: Path) -> None:
        with database.open("r+b") as file:
            file.seek(start)
            file.write(random.Random(start).randbytes(count))

    return prepare


@contextmanager
def in_use(database: Path, *statements: str) -> Iterator[None]:
    """Another program has it open, after these statements."""
    code = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "for statement in sys.argv[2:]: c.execute(statement).fetchall()\n"
        "print('ready', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", code, str(database), *statements]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield
        process.kill()


TOUCH = "UPDATE session SET note = 'x'"


@pytest.mark.parametrize(
    ("prepare", "line", "well"),
    [
        (lambda _: None, "integrity       ok", True),
        (lambda database: database.unlink(), "There is none yet.", True),
        (lambda database: database.write_bytes(b""), "There is none yet.", True),
        (lambda database: shutil.rmtree(database.parent), "There is none yet.", True),
        (overwrite(0, 16), "damaged (SQLITE_NOTADB)", False),
        (overwrite(2000, 90_000), "integrity       damaged", False),
        (lambda database: os.truncate(database, 9000), "integrity       damaged", False),
        (execute("DROP TABLE hold"), "damaged (SQLITE_ERROR)", False),
        (execute("PRAGMA user_version = 99"), "newer", False),
        (execute("PRAGMA application_id = 7"), "foreign", False),
        (execute("UPDATE session SET day = '0001-01-01'"), "a session: 1", False),
        (execute("UPDATE session SET note = x'ff'", "PRAGMA ignore_check_constraints = ON",
                 "UPDATE goal SET days = 0"), "a goal: 1, a session: 1", False),
        (lambda database: (database.unlink(), database.mkdir()), "unreadable (this is not a file)", False),
        (lambda database: (database.unlink(), os.mkfifo(database)), "unreadable (this is not a file)", False),
        (lambda database: (database.unlink(), database.symlink_to("nowhere")), "unreadable", False),
    ],
)  # fmt: skip
def test_it_says_how_the_history_is(paths: Paths, prepare: Prepare, line: str, well: bool) -> None:
    prepare(paths.database)
    is_well, text = said_of(paths)
    assert line in text
    assert (is_well, "Needs attention\n  nothing" in text) == (well, well)


@pytest.mark.parametrize(
    ("statements", "line", "well"),
    [
        ([TOUCH], "integrity       ok", True),
        (["BEGIN IMMEDIATE", TOUCH], "written now     yes", False),
        (["PRAGMA locking_mode = EXCLUSIVE", TOUCH], "integrity       locked", False),
    ],
)
def test_a_history_in_use_is_read_and_waited_for_by_nobody(
    paths: Paths, statements: list[str], line: str, well: bool
) -> None:
    with in_use(paths.database, *statements):
        is_well, text = said_of(paths)
    assert (line in text, is_well) == (True, well), text
    is_well, text = said_of(paths)
    assert is_well, "what a killed program left behind is read as it is"
    assert "sessions        1" in text


def test_a_log_without_its_index_is_read_from_a_copy(paths: Paths) -> None:
    with in_use(paths.database, TOUCH, "UPDATE session SET day = '0001-01-01'"):
        pass
    paths.database.with_name("history.sqlite3-shm").unlink()
    assert "a session: 1" in said_of(paths)[1]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everything")
def test_what_can_not_be_written_is_said(paths: Paths) -> None:
    paths.database.chmod(0o400)
    is_well, text = said_of(paths)
    assert not is_well
    assert "can be read but not written" in text


def test_what_else_is_wrong_is_counted_and_not_named(paths: Paths) -> None:
    paths.settings.write_text("x = [")
    paths.routines.mkdir()
    (paths.routines / "evening-with-jane.toml").write_text("x = [")
    (paths.data / ".restoring-1").mkdir()
    write_rescue([SESSION], paths)
    is_well, text = said_of(paths)
    assert not is_well
    for sentence in (
        "Something in the settings file is wrong.", "1 of your exercises and routines can't be read.",
        "A restore was interrupted", "1 files with what was held are not in the history yet",
    ):  # fmt: skip
        assert sentence in text
    assert "jane" not in text.lower()


PRIVATE = ("jane", "doe", "ouch", "lab-7", "towel", "evening", "secret")
LOG = """\
2026-11-22 19:42:01,123 WARNING hamstring_gui.app: {data}/routines/evening-with-jane.toml: items: must be a list
2026-11-22 19:42:02,123 WARNING hamstring_gui.app: {home}/My secret: things/x.toml: name: "Jane's towel" is too long
2026-11-22 19:42:03,123 WARNING hamstring_gui.program.recorder: {data}/history.sqlite3: the disk is full (database or \
disk is full): session 12 is not on disk yet
2026-11-22 19:42:04,123 WARNING qt: the routine Evening with Jane and the exercise 'Doe's towel' on lab-7.example.org
2026-11-22 19:42:05,123 ERROR hamstring_gui.app: unexpected
Traceback (most recent call last):
  File "{home}/venv/lib/hamstring_gui/program/player.py", line 12, in look
    secret = "Jane"
KeyError: 'Evening with Jane'
2026-11-22 19:42:06,123 WARNING hamstring_gui.app: C:\\Users\\Jane Doe\\secret.toml is none; /mnt/secret place/x: no
2026-11-22 19:42:07,123 INFO hamstring_gui.app: secret
"""


@pytest.fixture
def at_janes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    monkeypatch.setattr(doctor, "abilities", lambda _: {})
    home = tmp_path / "jane-doe"
    for name, value in (("HOME", str(home)), ("USER", "jane"), ("LOGNAME", "jane"), ("HOSTNAME", "lab-7.example.org")):
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(platform, "node", lambda: "lab-7")
    paths = Paths(home / "data", home / "config", home / "state")
    with HistoryStore.open(paths.database) as store:
        store.put_session(SESSION)
    paths.logs.mkdir()
    paths.log_file.write_text(LOG.format(data=paths.data, home=home))
    return paths


def test_nothing_personal_is_in_it(at_janes: Paths) -> None:
    text = report(at_janes).text
    assert [word for word in PRIVATE if word in text.lower()] == []
    assert "data            ~/data: " in text
    for line in (
        "2026-11-22 19:42:01 WARNING hamstring_gui.app: <data>/routines/…: items: must be a list",
        "<data>/history.sqlite3: the disk is full (database or disk is full): session 12 is not on disk yet",
        "ERROR hamstring_gui.app: unexpected\n      hamstring_gui/program/player.py:12 in look\n      KeyError\n",
    ):
        assert line in text


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("{home}/Knee: secret.zip: it was not written: full", "…: it was not written: full"),
        ("{home}/Knee; secret: left.zip: no", "…: no"),
        ("{data}/routines/secret: knee; left.toml: items: must be a list", "<data>/routines/…: items: must be a list"),
        ("/mnt/Physio: secret: there is no such folder; choose one that is there",
         "…: there is no such folder; choose one that is there"),
        ("/mnt/a; secret: the folder is not there; it is tried again", "…: the folder is not there; it is tried again"),
        ("/mnt/a: secret: Permission denied; {home}/b; secret.zip: No space left on device",
         "…: No space left on device"),
        ("/mnt/a: secret: Permission denied; /mnt/secret: File exists", "…: Permission denied; …: File exists"),
        ("/mnt/x.zip: secret/things: there is nothing", "…"),
        ("/mnt/knee: secret", "…"), ("C:\\knee; secret\\x: y is none", "…"), ("~/knee; secret", "…"),
        ("{data}/history.sqlite3: the disk is full; what was held is in {home}/state/knee; secret.json, and so on",
         "<data>/history.sqlite3: the disk is full; what was held is in <logs>/…"),
        ("{data}/backups/secret; 1.zip: this is damaged", "<data>/backups/…: this is damaged"),
    ],
)  # fmt: skip
def test_a_name_may_hold_what_ends_others(at_janes: Paths, said: str, told: str) -> None:
    scrub = Scrub(at_janes)
    assert scrub.text(said.format(home=at_janes.data.parent, data=at_janes.data)) == told


def test_a_log_that_is_none_is_no_matter(at_janes: Paths) -> None:
    for text in (b"\xff" * 500_000, b"\n" * 10, b"2026-11-22 19:42:01,123 ERROR x: " + b"y" * 500_000):
        at_janes.log_file.write_bytes(text)
        assert len(report(at_janes).text) < 5000


@pytest.mark.nightly
def test_the_command_tries_what_this_computer_can_do_and_leaves_no_trace(tmp_path: Path) -> None:
    (home := tmp_path / "home").mkdir()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    command = [sys.executable, "-m", "hamstring_gui", "doctor"]
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=60, cwd=ROOT,
        env=environment | {"HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert all(f"\n  {name} " in done.stdout for name in (*probes.PROBES, "locks", "Python", "Qt", "SQLite"))
    assert list(home.iterdir()) == []


def test_the_status_says_whether_all_is_well(paths: Paths, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data-dir", str(paths.data), "doctor"]) == 0
    paths.settings.write_text("x = [")
    assert main(["doctor", "--data-dir", str(paths.data)]) == 1
    assert capsys.readouterr().out.count("Versions\n") == 2


def test_an_ability_that_hangs_is_not_waited_for(monkeypatch: pytest.MonkeyPatch, assets: Path) -> None:
    monkeypatch.setattr(probes, "MOST_S", 0.0)
    assert probes._asked("sound", assets, dict(os.environ)) == "no answer within 0 s"


def test_an_emptied_history_of_somebody_who_was_here_before_needs_attention(paths: Paths) -> None:
    """As the window sees it: a file with nothing in it is a new history for newcomers only."""
    paths.database.write_bytes(b"")
    paths.settings.parent.mkdir(parents=True, exist_ok=True)
    SettingsStore(paths.settings).save(replace(SettingsStore(paths.settings).load()[0], safety_understood=True))
    is_well, _ = said_of(paths)
    assert not is_well
