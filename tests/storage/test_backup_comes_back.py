"""Whatever was backed up here comes back: however well it is packed, of whatever time and name it is."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from hamstring_gui.domain.history import SessionRecord
from hamstring_gui.storage import automatic, backup
from hamstring_gui.storage.backup import left_out, write_backup
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.paths import Paths
from tests.storage.test_backup import NOON, fill, goal, listing, restore


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    paths = Paths(tmp_path / "data", tmp_path / "config", tmp_path / "logs")
    fill(paths, days=5, volume=35)
    return paths


def test_what_can_be_packed_very_well_comes_back(
    paths: Paths, tmp_path: Path, session: Callable[..., SessionRecord]
) -> None:
    with HistoryStore.open(paths.database) as store:
        store.put_all([session(str(n), note="-" * 100_000) for n in range(30)])
    (paths.exercises / "own" / "scan.bmp").write_bytes(bytes(3_000_000))
    write_backup(paths, file := tmp_path / "b.zip")
    before = listing(paths)
    restore(file, paths)
    assert listing(paths)["data/exercises/own/scan.bmp"] == before["data/exercises/own/scan.bmp"]
    with HistoryStore.open_to_read(paths.database) as store:
        assert len(store.sessions()) == 30


@pytest.mark.parametrize("seconds", [0, -(10**9), 86_400 * 365, 4_500_000_000, 2**40, 2**62])
def test_a_file_may_be_of_any_time(paths: Paths, tmp_path: Path, seconds: int) -> None:
    for path in (paths.settings, paths.routines / "mine.toml"):
        try:
            os.utime(path, (seconds, seconds))
        except OverflowError:
            pytest.skip("no file here can be of that time")
    write_backup(paths, file := tmp_path / "b.zip")
    made = automatic.back_up(paths, NOON)
    assert made is not None
    for one in (file, made):
        restore(one, paths)
        assert paths.settings.read_text() == "[sound]\nvolume = 35\n"


def test_names_that_no_zip_can_hold_are_left_out_and_kept_aside(paths: Paths, tmp_path: Path) -> None:
    """Not UTF-8; and two that are one where capitals are not told apart."""
    odd = Path(os.fsdecode(bytes(paths.exercises / "own") + b"/\xff.png"))
    try:
        odd.write_bytes(b"odd")
        (paths.routines / "MINE.toml").write_text("capitals")
    except OSError:
        pytest.skip("there are no such names here")
    if len(os.listdir(paths.routines)) == 1:
        pytest.skip("capitals are not told apart here")
    assert len(left_out(paths)) == 2
    assert odd in left_out(paths)
    write_backup(paths, file := tmp_path / "b.zip")
    aside = restore(file, paths)
    assert aside is not None
    assert sorted(os.listdir(os.fsencode(aside))) == [b"exercises", b"routines"]
    assert (aside / odd.relative_to(paths.data)).read_bytes() == b"odd"


def test_too_much_for_a_backup_is_said_when_it_is_made(
    paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for limits in (replace(backup.LIMITS, files=2), replace(backup.LIMITS, unpacked=20_000)):
        monkeypatch.setattr(backup, "LIMITS", limits)
        with pytest.raises(StorageError, match="there is too much for a backup"):
            write_backup(paths, tmp_path / "b.zip")
    assert not (tmp_path / "b.zip").exists()


def test_what_another_program_added_to_the_history_stays_out(paths: Paths, tmp_path: Path) -> None:
    with closing(sqlite3.connect(paths.database, isolation_level=None)) as connection:
        for statement in (
            "CREATE TABLE mine (a PRIMARY KEY)", "CREATE INDEX quick ON hold (exercise)", "CREATE VIEW v AS SELECT 1",
            "CREATE TRIGGER t AFTER INSERT ON session BEGIN DELETE FROM goal; END", "ANALYZE",
        ):  # fmt: skip
            connection.execute(statement)
    write_backup(paths, file := tmp_path / "b.zip")
    fill(paths, days=2, volume=90)
    restore(file, paths)
    assert goal(paths) == 5


def test_a_file_that_can_not_be_read_keeps_no_other_from_being_backed_up(
    paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked, real = paths.routines / "locked.toml", os.access
    locked.write_text("root's")
    monkeypatch.setattr(os, "access", lambda path, *how, **more: path != locked and real(path, *how, **more))
    assert left_out(paths) == (locked,)
    write_backup(paths, file := tmp_path / "b.zip")
    aside = restore(file, paths)
    assert aside is not None
    assert (aside / "routines" / "locked.toml").read_text() == "root's"
    assert goal(paths) == 5
