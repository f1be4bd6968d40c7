"""Why a history can't be opened: each cause made for real, found out, and the file left as it was."""

from __future__ import annotations

import os
import socket
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.schema import MIGRATIONS
from hamstring_gui.storage.trouble import Trouble, diagnosed, plainly
from tests.storage.damaging import (
    MANY,
    after,
    anybodys_folder,
    as_nobody,
    crashed,
    disk_of_its_own,
    index_damaged,
    locked_by_another,
    many_transactions,
    root_of,
    sound_history,
    with_bytes,
    with_page,
)

posix = pytest.mark.skipif(sys.platform == "win32", reason="rights, links and pipes are another matter there")
Make = Callable[[Path], object]


def of_bytes(data: bytes) -> Make:
    return lambda path: path.write_bytes(data)


def log_without_file(path: Path) -> None:
    crashed(path)
    path.write_bytes(b"")


def log_and_no_header(path: Path) -> None:
    crashed(path)
    path.write_bytes(bytes(100) + path.read_bytes()[100:])


def other_database(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("CREATE TABLE notes (id, routine, name, started_at)")


def bound(path: Path) -> None:
    with closing(socket.socket(socket.AF_UNIX)) as door:
        door.bind(os.path.relpath(path))


UNOPENED: dict[str, tuple[Make, str, int]] = {
    "a header of nothing": (of_bytes(with_bytes(0, bytes(100))), "damaged", MANY),
    "a first page of anything": (of_bytes(with_page(1)), "damaged", MANY),
    "a table that begins nowhere": (of_bytes(with_page(root_of("session"))), "damaged", MANY),
    "no goals": (of_bytes(with_page(root_of("goal"), bytes(4096))), "damaged", MANY),
    "nothing but zeros": (of_bytes(bytes(40_960)), "damaged", 0),
    "no byte": (of_bytes(b""), "damaged", 0),
    "a page and a bit": (of_bytes(sound_history()[:5000]), "damaged", 0),
    "a page, and no log": (of_bytes(many_transactions()[0]), "damaged", 0),
    "a log and no file": (log_without_file, "damaged", 1),
    "a log and no header": (log_and_no_header, "damaged", MANY),
    "a table is missing": (after("DROP TABLE rest_week"), "damaged", MANY),
    "what is under way is missing": (after("DROP TABLE reached"), "damaged", MANY),
    "all holds are missing": (after("DROP TABLE hold"), "damaged", MANY),
    "a column is missing": (after("ALTER TABLE session DROP COLUMN note"), "damaged", MANY),
    "a table has another name": (after("ALTER TABLE session RENAME TO sitzung"), "damaged", MANY),
    "a version that never was": (after("PRAGMA user_version = 123456789"), "damaged", MANY),
    "a newer version": (after(f"PRAGMA user_version = {len(MIGRATIONS) + 3}"), "newer", 0),
    "another program's number": (after("PRAGMA application_id = 77"), "foreign", MANY),
    "another program's database": (other_database, "foreign", 0),
    "a diary": (of_bytes(b"Dear diary, today I stretched.\n" * 1000), "foreign", 0),
    "a picture": (of_bytes(b"\x89PNG\r\n\x1a\n" + os.urandom(20_000)), "foreign", 0),
    "a folder": (Path.mkdir, "no file", 0),
}
if sys.platform != "win32":
    UNOPENED |= {
        "a pipe": (os.mkfifo, "no file", 0),
        "a device": (lambda path: path.symlink_to("/dev/zero"), "no file", 0),
        "a socket": (bound, "no file", 0),
        "a link to nowhere": (lambda path: path.symlink_to(path.parent / "not" / "there"), "no file", 0),
        "a link to itself": (lambda path: path.symlink_to(path), "unknown", 0),
    }


def trouble_with(path: Path) -> Trouble:
    with pytest.raises(StorageError) as refused:
        HistoryStore.open(path, busy_s=0, used=True)
    return diagnosed(path, refused.value)


EACH_RUN = (
    "a header of nothing", "a table that begins nowhere", "no byte", "a log and no header", "a column is missing",
    "a newer version", "another program's number", "a diary", "a folder", "a pipe",
)  # fmt: skip
"""One of each kind; the others wait for the night."""


@pytest.mark.parametrize(
    "what", [one if one in EACH_RUN else pytest.param(one, marks=pytest.mark.nightly) for one in UNOPENED]
)
def test_the_reason_is_right_and_the_file_as_it_was(tmp_path: Path, monkeypatch, what: str) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "history.sqlite3"
    make, reason, sessions = UNOPENED[what]
    make(path)
    before = path.read_bytes() if path.is_file() else None
    trouble = trouble_with(path)
    assert trouble.reason == reason
    assert len(trouble.found.sessions) >= sessions, trouble.found.known
    assert (path.read_bytes() if path.is_file() else None) == before
    assert str(path) in plainly(path, trouble)


def test_a_file_of_gigabytes_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    with path.open("wb") as file:
        file.write(b"a film")
        file.truncate(9 << 30)
    trouble = trouble_with(path)
    assert trouble.reason == "unknown"
    assert "this is not a Hamstring history" in trouble.sentence


def test_a_newer_one_says_its_version(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    after("PRAGMA user_version = 77")(path)
    assert trouble_with(path).version == 77


OPENED: dict[str, Make] = {
    "a column more": after("ALTER TABLE session ADD COLUMN mood TEXT"),
    "a table more": after("CREATE TABLE session_notes (id, note)"),
    "a damaged index": index_damaged,
    "an empty log": lambda path: [path.write_bytes(sound_history()), Path(f"{path}-wal").write_bytes(b"")],
    "a log of anything": lambda path: [path.write_bytes(sound_history()), Path(f"{path}-wal").write_bytes(b"x" * 9999)],
    "a crash": crashed,
    "a crash amid a change": lambda path: crashed(path, journal="DELETE"),
    "a link to elsewhere": lambda path: [
        (path.parent / "there").write_bytes(sound_history()), path.symlink_to(path.parent / "there")
    ],
}  # fmt: skip


@pytest.mark.parametrize("what", OPENED)
def test_what_is_only_unusual_is_opened(tmp_path: Path, what: str) -> None:
    path = tmp_path / "history.sqlite3"
    OPENED[what](path)
    with HistoryStore.open_to_read(path) as store:
        assert len(store.sessions()) == MANY
    with HistoryStore.open(path, used=True) as store:
        assert len(store.sessions()) == MANY
        assert not store.unfit
        assert ("changed" in store.sessions()[0].note) == (what == "a crash")


def test_a_first_start_after_which_the_file_was_left_empty_is_none(tmp_path: Path) -> None:
    (tmp_path / "history.sqlite3").write_bytes(b"")
    with HistoryStore.open(tmp_path / "history.sqlite3") as store:
        assert store.sessions() == ()


# -- the place, not the file -----------------------------------------------------------------------------------------
def check_that_it_can_be_read(path: Path, sessions: int = MANY) -> None:
    before = {one.name for one in path.parent.iterdir()}
    with HistoryStore.open_to_read(path) as store:
        assert len(store.sessions()) == sessions
        assert (len(store.goals()), len(store.rest_weeks())) == (1, 1)
    assert {one.name for one in path.parent.iterdir()} - before <= {f"{path.name}-wal", f"{path.name}-shm"}


def test_one_that_is_locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "history.sqlite3"
    path.write_bytes(sound_history())
    opened = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **b: opened(*a, **(b | {"timeout": 0})))  # nobody need wait
    with locked_by_another(path):
        trouble = trouble_with(path)
        assert (trouble.reason, len(trouble.found.sessions)) == ("locked", MANY)
        check_that_it_can_be_read(path)


DISKS: list[tuple[Make, bool, str]] = [
    (of_bytes(sound_history()), True, "read-only"), (crashed, True, "read-only"),
    (of_bytes(sound_history()), False, "full"),
]  # fmt: skip


@pytest.mark.parametrize(("make", "read_only", "reason"), DISKS, ids=["read-only", "with a log", "full"])
def test_a_disk_that_can_not_be_written(make: Make, read_only: bool, reason: str) -> None:
    with disk_of_its_own(lambda folder: make(folder / "history.sqlite3"), read_only=read_only) as folder:
        check_that_it_can_be_read(folder / "history.sqlite3")
        trouble = trouble_with(folder / "history.sqlite3")
        assert (trouble.reason, len(trouble.found.sessions)) == (reason, MANY)


RIGHTS: dict[str, tuple[Make, int, int, str]] = {
    "a file to be read": (of_bytes(sound_history()), 0o444, 0o777, "read-only"),
    "a folder to be read": (of_bytes(sound_history()), 0o644, 0o555, "read-only"),
    "a folder to be read, and a log": (crashed, 0o644, 0o555, "read-only"),
    "amid a change": (lambda path: crashed(path, journal="DELETE"), 0o644, 0o555, "read-only"),
    "a file of no rights": (of_bytes(sound_history()), 0, 0o777, "forbidden"),
    "a folder of no rights": (of_bytes(sound_history()), 0o644, 0, "forbidden"),
}


@posix
@pytest.mark.parametrize("what", RIGHTS)
def test_rights_that_are_missing(what: str) -> None:
    make, of_file, of_folder, reason = RIGHTS[what]
    with anybodys_folder() as folder:
        path = folder / "history.sqlite3"
        make(path)
        for one in folder.iterdir():
            one.chmod(of_file)
        folder.chmod(of_folder)
        with as_nobody():
            if reason == "read-only":
                check_that_it_can_be_read(path)
            trouble = trouble_with(path)
            assert trouble.reason == reason
            assert len(trouble.found.sessions) == (MANY if reason == "read-only" else 0)


@posix
def test_a_folder_in_which_no_history_can_be_made() -> None:
    with anybodys_folder() as folder:
        folder.chmod(0o555)
        with as_nobody():
            assert trouble_with(folder / "history.sqlite3").reason == "read-only"
            assert trouble_with(folder / "not" / "there" / "history.sqlite3").reason == "read-only"
