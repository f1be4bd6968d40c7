"""A backup whose history opens and reads like any other, and is damaged all the same, is refused."""

from __future__ import annotations

import sqlite3
import zipfile
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from hamstring_gui.domain.consistency import Goal
from hamstring_gui.storage import backup
from hamstring_gui.storage.backup import unpacked, write_backup
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.paths import Paths

HISTORY = "history.sqlite3"
FREE_PAGES = slice(36, 40)
"""Where an SQLite file says how many of its pages are free: only a check of the whole file counts them."""


def test_a_history_that_is_damaged_where_nothing_reads_is_refused(tmp_path: Path) -> None:
    paths = Paths(tmp_path / "data", tmp_path / "config", tmp_path / "logs")
    with HistoryStore.open(paths.database) as store:
        store.set_goal(Goal(date(2026, 11, 23), 5))
    write_backup(paths, tmp_path / "whole.zip")
    with zipfile.ZipFile(tmp_path / "whole.zip") as whole:
        entries = {name: bytearray(whole.read(name)) for name in whole.namelist()}
    entries[HISTORY][FREE_PAGES] = (7).to_bytes(4, "big")
    with zipfile.ZipFile(tmp_path / "damaged.zip", "w") as damaged:
        for name, data in entries.items():
            damaged.writestr(name, bytes(data))
    (tmp_path / HISTORY).write_bytes(entries[HISTORY])
    with closing(sqlite3.connect(tmp_path / HISTORY)) as connection:
        assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] > 3, "it can be read"
    with unpacked(tmp_path / "whole.zip", paths):
        pass
    with pytest.raises(StorageError, match="damaged"), unpacked(tmp_path / "damaged.zip", paths):
        pass


def test_what_holds_no_history_is_not_unpacked(tmp_path: Path) -> None:
    file, folder = tmp_path / "a.zip", tmp_path / "scratch"
    folder.mkdir()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("exercises/own-a/exercise.toml", b"x" * 5000)
    with pytest.raises(StorageError, match=r"a\.zip: this is not a backup of Hamstring: it holds no history\.sqlite3"):
        backup._unpack(file, folder)
    assert list(folder.iterdir()) == []
