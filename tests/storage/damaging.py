"""Histories of forty sessions, and what can become of their files."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

from hamstring_gui.domain.consistency import Goal
from hamstring_gui.domain.history import HoldRecord, SessionRecord
from hamstring_gui.storage.history import HistoryStore
from tests.domain.samples import START

PAGE = 4096
MANY = 40
GOAL, REST = Goal(date(2026, 11, 2), 4), date(2026, 10, 5)
NOBODY = 65534


def recorded(number: int) -> SessionRecord:
    """A session of six holds; every tenth has a note that needs pages of its own."""
    at = START - timedelta(days=2 * number)
    holds = tuple(
        HoldRecord(n, "band-hamstring-stretch", "right" if n < 3 else "left", n % 3 + 1, 30.0, 30.0 - n / 4, "held", at)
        for n in range(6)
    )
    note = "ä" * (6000 if number % 10 == 9 else number)
    return SessionRecord(f"session-{number:04}", "daily", "Daily", at, at + timedelta(minutes=4), at.date(), "finished",
                         180.0, holds, note=note)  # fmt: skip


@cache
def sound_history() -> bytes:
    """The bytes of a history with `MANY` sessions, of which one was edited, and one more that was deleted."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "history.sqlite3")
        with HistoryStore.open(path) as store:
            store.put_all(map(recorded, range(MANY + 1)), (GOAL,), (REST,))
            store.delete_session(recorded(MANY).id)
            store.put_session(recorded(3))
        return path.read_bytes()


@cache
def sessions() -> dict[str, SessionRecord]:
    return {one.id: one for one in map(recorded, range(MANY))}


@cache
def root_of(table: str) -> int:
    """The page on which a table or index begins."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(sound_history()[:18] + b"\1\1" + sound_history()[20:])
        found = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    return int(found[0])


def page_of_holds() -> int:
    """The first page after where `hold` begins that has nothing but holds on it."""
    pages = (sound_history()[(n - 1) * PAGE : n * PAGE] for n in range(root_of("hold") + 1, 1000))
    found = next(n for n, page in enumerate(pages) if page[0] == 10 and b"band-hamstring" in page)
    return root_of("hold") + 1 + found


def with_page(number: int, page: bytes | None = None) -> bytes:
    """The history with other bytes on a page; random ones, if none are given."""
    whole, at = sound_history(), (number - 1) * PAGE
    return whole[:at] + (random.Random(number).randbytes(PAGE) if page is None else page) + whole[at + PAGE :]


def with_bytes(at: int, some: bytes) -> bytes:
    whole = sound_history()
    return whole[:at] + some + whole[at + len(some) :]


def after(*statements: str) -> Callable[[Path], object]:
    """Another program did this with it."""

    def change(path: Path) -> None:
        path.write_bytes(sound_history())
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            for statement in statements:
                connection.execute(statement)

    return change


def crashed(path: Path, *, journal: str = "WAL") -> None:
    """With a log beside it: the program was killed when all sessions were changed (WAL), or amid that (DELETE)."""
    for suffix, data in _crash(journal).items():
        Path(f"{path}{suffix}").write_bytes(data)


@cache
def _crash(journal: str) -> dict[str, bytes]:
    """The files that are left."""
    end = "" if journal == "DELETE" else "c.execute('COMMIT')"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "history.sqlite3")
        path.write_bytes(sound_history())
        code = f"""
import os, sqlite3
c = sqlite3.connect({str(path)!r}, isolation_level=None)
c.execute("PRAGMA journal_mode = {journal}"), c.execute("PRAGMA cache_size = 1"), c.execute("BEGIN IMMEDIATE")
c.execute("UPDATE session SET note = 'changed and changed and changed'")
c.execute("UPDATE hold SET exercise = 'changed and changed and changed'")
{end}
os._exit(0)
"""
        subprocess.run([sys.executable, "-S", "-c", code], check=True)
        found = (Path(f"{path}{suffix}") for suffix in ("", "-wal", "-journal"))
        return {one.name.removeprefix(path.name): one.read_bytes() for one in found if one.exists()}


@cache
def many_transactions() -> tuple[bytes, bytes]:
    """The file and the log after a crash in the first run: all sessions are in the log, each a transaction."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "history.sqlite3")
        with HistoryStore.open(path) as store:
            for number in range(12):
                store.put_session(recorded(number))
            return path.read_bytes(), Path(f"{path}-wal").read_bytes()


def with_log(path: Path, log: bytes) -> None:
    path.write_bytes(many_transactions()[0])
    Path(f"{path}-wal").write_bytes(log)


def flipped(data: bytes, at: int) -> bytes:
    return data[:at] + bytes((data[at] ^ 4,)) + data[at + 1 :]


def index_damaged(path: Path) -> None:
    """An entry of an index says another day."""
    page = bytearray(sound_history())
    at = (root_of("session_by_day") - 1) * PAGE
    entry = at + int.from_bytes(page[at + 8 : at + 10], "big")
    year = page.index(b"20", entry)
    page[year : year + 4] = b"1999"
    path.write_bytes(page)


@contextmanager
def locked_by_another(path: Path) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        yield


@contextmanager
def as_nobody() -> Iterator[None]:
    """As a user with no rights of their own, where the tests run as root."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@contextmanager
def anybodys_folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        yield Path(name)
        Path(name).chmod(0o777)


@contextmanager
def disk_of_its_own(fill: Callable[[Path], object], *, read_only: bool) -> Iterator[Path]:
    """A disk that is full, or read-only, once it is filled; only root can make one."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root can mount a disk here")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", name], capture_output=True).returncode:
            pytest.skip("no disk can be mounted here")
        try:
            fill(folder)
            if read_only:
                subprocess.run(["mount", "-o", "remount,ro", name], check=True)
            else:
                with suppress(OSError), (folder / "filling").open("wb", buffering=0) as file:
                    while file.write(bytes(PAGE)):
                        pass
            yield folder
        finally:
            subprocess.run(["umount", "-l", name], check=True)
