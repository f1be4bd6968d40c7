"""A history is kept as it was before it is brought to a newer version, and can be restored."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from hamstring_gui.storage import older
from hamstring_gui.storage.database import open_database, open_to_read
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.restoring import restore
from hamstring_gui.storage.schema import APPLICATION_ID, MIGRATIONS

VERSION_1 = Path(__file__).parent / "files" / "history-1.sqlite3"
NOON = datetime(2026, 11, 23, 12)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """A history of version 1, of which one session is still in SQLite's log only: nobody has closed it."""
    paths = Paths(tmp_path / "data", tmp_path / "config", tmp_path / "logs")
    paths.data.mkdir()
    shutil.copyfile(VERSION_1, paths.database)
    with closing(sqlite3.connect(paths.database, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("UPDATE session SET note = 'in the log' WHERE id = 'one'")
        for name in ("history.sqlite3", "history.sqlite3-wal"):
            shutil.copyfile(paths.data / name, tmp_path / name)
    for name in ("history.sqlite3", "history.sqlite3-wal"):
        shutil.copyfile(tmp_path / name, paths.data / name)
        (tmp_path / name).unlink()
    return paths


def kept(paths: Paths) -> list[Path]:
    return sorted(paths.backups.iterdir()) if paths.backups.exists() else []


def test_what_was_there_is_kept_whole_and_as_it_was(paths: Paths) -> None:
    HistoryStore.open(paths.database).close()
    (file,) = kept(paths)
    assert file.name.startswith("history-version-1-20")
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        assert connection.execute("SELECT note FROM session WHERE id = 'one'").fetchone() == ("in the log",)
        assert connection.execute("SELECT count(*) FROM hold").fetchone()[0] > 0
    assert kept(paths) == [file], "it is one file"


def test_it_comes_back_and_nothing_else_changes(paths: Paths) -> None:
    with HistoryStore.open(paths.database) as store:
        store.remove_all(store.session_ids(), (), ())
    (paths.routines / "mine.toml").parent.mkdir()
    (paths.routines / "mine.toml").write_text("mine")
    paths.config.mkdir()
    paths.settings.write_text("")
    (file,) = kept(paths)
    before = file.read_bytes()
    done = restore(file, paths, NOON)
    assert (done.now.sessions, done.now.settings) == (2, False)
    with HistoryStore.open_to_read(paths.database) as store:
        assert {session.note for session in store.sessions()} >= {"in the log"}
    assert (paths.routines / "mine.toml").read_text() == "mine"
    assert paths.settings.exists()
    assert file.read_bytes() == before
    restore(done.before, paths, NOON)
    with HistoryStore.open_to_read(paths.database) as store:
        assert store.sessions() == ()


def test_a_bare_history_with_its_log_beside_it_is_whole(paths: Paths, tmp_path: Path) -> None:
    other = Paths.under(tmp_path / "other")
    before = {path.name: path.read_bytes() for path in paths.data.iterdir()}
    restore(paths.database, other, NOON)
    with HistoryStore.open_to_read(other.database) as store:
        assert "in the log" in {session.note for session in store.sessions()}
    assert {path.name: path.read_bytes() for path in paths.data.iterdir()} == before
    with pytest.raises(StorageError, match="this is the history itself"):
        restore(other.database, other, NOON)


def test_nothing_is_kept_where_nothing_is_changed(paths: Paths, tmp_path: Path) -> None:
    with closing(open_to_read(paths.database)):
        assert kept(paths) == []
    new = tmp_path / "new" / "history.sqlite3"
    for _ in range(2):
        open_database(new).close()
    assert [path.name for path in new.parent.iterdir()] == ["history.sqlite3"]


def test_a_history_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path / "data")
    paths.data.mkdir()
    with closing(sqlite3.connect(paths.database)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    before = paths.database.read_bytes()
    with pytest.raises(StorageError, match="from a newer program"):
        HistoryStore.open(paths.database)
    assert {path.name: path.read_bytes() for path in paths.data.iterdir()} == {"history.sqlite3": before}


def test_a_migration_that_fails_again_and_again_keeps_one(paths: Paths) -> None:
    broken = (*MIGRATIONS[:1], ("INSERT INTO nowhere VALUES (1)",))
    for _ in range(3):
        with pytest.raises(StorageError, match="nowhere"):
            open_database(paths.database, migrations=broken)
    assert len(kept(paths)) == 1


def test_where_it_can_not_be_kept_it_is_in_the_log_and_all_goes_on(
    paths: Paths, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(older, "put_new", full)
    with HistoryStore.open(paths.database) as store:
        assert len(store.sessions()) == 2
    assert kept(paths) == []
    assert "the older history could not be kept there: No space left on device" in caplog.text
