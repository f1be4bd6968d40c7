"""Backups in the data folder: which is the last, what it holds, and what a history that is gone is taken for."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pytest

from hamstring_gui.commands.command_line import PROBLEM, main
from hamstring_gui.program import doctor
from hamstring_gui.storage.automatic import back_up
from hamstring_gui.storage.backup import write_backup
from hamstring_gui.storage.backups_here import Backup, has_backups, last_backup
from hamstring_gui.storage.errors import Missing, StorageError
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.missing import refuse_missing
from hamstring_gui.storage.paths import Paths
from tests.storage.damaging import MANY, sound_history

NOON = datetime(2026, 11, 20, 12, 5)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    paths = Paths.under(tmp_path)
    paths.database.write_bytes(sound_history())
    return paths


def test_the_last_one_is_the_newest_that_can_be_read(paths: Paths) -> None:
    assert (has_backups(paths.backups), last_backup(paths.backups)) == (False, None)
    made = back_up(paths, NOON)
    assert made is not None
    with HistoryStore.open(paths.database) as store:
        store.delete_session("session-0000")
    write_backup(paths, older := paths.backups / "before-hamstring-2026-11-19-0800.zip")
    (paths.backups / "hamstring-2026-11-21-0800.zip").write_bytes(b"PK\3\4 cut short")
    (paths.backups / "automatic-2026-11-22-080000.zip").mkdir()
    assert last_backup(paths.backups) == Backup(made, NOON, MANY)
    made.unlink()
    assert last_backup(paths.backups) == Backup(older, datetime(2026, 11, 19, 8), MANY - 1)


def test_one_kept_before_a_migration_counts_and_may_have_any_name(paths: Paths) -> None:
    paths.backups.mkdir()
    (kept := paths.backups / "mine.sqlite3").write_bytes(sound_history())
    os.utime(kept, (NOON.timestamp(), NOON.timestamp()))
    assert last_backup(paths.backups) == Backup(kept, NOON, MANY)


def test_a_history_that_is_gone_is_no_new_one(
    paths: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "abilities", lambda _: {})  # what this computer can do is not asked
    (other := tmp_path / "other").mkdir()
    refuse_missing(other / "history.sqlite3")
    back_up(paths, NOON)
    paths.database.unlink()
    with pytest.raises(Missing):
        refuse_missing(paths.database)
    (file := tmp_path / "some.json").write_text("[]")
    for words in (["stats"], ["export"], ["backup"], ["import", "--dry-run", str(file)]):
        assert main(["--data-dir", str(tmp_path), *words]) == PROBLEM
        assert "backups of it are; hamstring-gui offers to restore one" in capsys.readouterr().err
    assert not paths.database.exists()
    found = doctor.report(paths)
    assert not found.is_well
    assert "backups of it are: the window offers to restore one" in found.text


def test_a_file_with_nothing_in_it_is_damaged_for_every_command(
    paths: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths.database.write_bytes(b"")
    with pytest.raises(StorageError, match="nothing in it"):
        refuse_missing(paths.database)
    (file := tmp_path / "some.json").write_text("[]")
    for words in (["stats"], ["export"], ["backup"], ["import", "--dry-run", str(file)]):
        assert main(["--data-dir", str(tmp_path), *words]) == PROBLEM
        assert "the history is damaged" in capsys.readouterr().err
