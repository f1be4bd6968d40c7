"""Opening the database: pragmas, migrations, and the files that are refused and left as they are."""

import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from hamstring_gui.domain.history import Tightness
from hamstring_gui.storage.database import open_database, open_to_read
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.schema import APPLICATION_ID, MIGRATIONS

TABLES = {"session", "hold", "rest_week", "goal", "run", "reached", "shared", "shared_line", "shared_file"}


def pragma(connection: sqlite3.Connection, name: str) -> object:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


def tables(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def make(path: Path, *statements: str) -> bytes:
    """Another program's database; gives its bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)
    return path.read_bytes()


def test_a_new_database_is_ours_safe_and_newest(database: Path) -> None:
    with closing(open_database(database)) as connection:
        assert pragma(connection, "application_id") == APPLICATION_ID
        assert pragma(connection, "user_version") == len(MIGRATIONS)
        assert pragma(connection, "journal_mode") == "wal"
        assert pragma(connection, "synchronous") == 2  # FULL
        assert pragma(connection, "foreign_keys") == 1
        assert tables(connection) == TABLES


def test_opening_again_changes_nothing(database: Path) -> None:
    open_database(database).close()
    before = database.read_bytes()
    open_database(database).close()
    assert database.read_bytes() == before
    assert [path.name for path in database.parent.iterdir()] == [database.name]


def test_an_empty_file_becomes_a_database(database: Path) -> None:
    make(database)
    assert database.read_bytes() == b""
    with closing(open_database(database)) as connection:
        assert "session" in tables(connection)


def test_every_migration_runs_once_from_the_version_on_record(database: Path) -> None:
    first = (("CREATE TABLE a (x)", "INSERT INTO a VALUES (1)"),)
    open_database(database, migrations=first).close()
    second = (*first, ("ALTER TABLE a ADD COLUMN y", "UPDATE a SET y = x + 1"), ("CREATE TABLE b (z)",))
    with closing(open_database(database, migrations=second)) as connection:
        assert connection.execute("SELECT x, y FROM a").fetchall() == [(1, 2)]
        assert pragma(connection, "user_version") == 3


def test_a_failed_migration_leaves_the_version_before_it(database: Path) -> None:
    good = ("CREATE TABLE a (x)",)
    with pytest.raises(StorageError, match="no such table: nowhere"):
        open_database(database, migrations=(good, ("CREATE TABLE b (x)", "INSERT INTO nowhere VALUES (1)")))
    with closing(sqlite3.connect(database)) as connection:
        assert pragma(connection, "user_version") == 1
        assert tables(connection) == {"a"}


@pytest.mark.parametrize("open_it", [open_database, open_to_read])
@pytest.mark.parametrize(
    "statements",
    [
        ("CREATE TABLE mine (x)",),
        ("PRAGMA application_id = 77", "CREATE TABLE mine (x)"),
        ("PRAGMA application_id = 77",),
        ("PRAGMA user_version = 1",),
        ("PRAGMA user_version = 1", "CREATE TABLE session (id)"),
    ],
)
def test_another_programs_database_is_refused_and_untouched(
    database: Path, statements: tuple[str, ...], open_it: type
) -> None:
    before = make(database, *statements)
    with pytest.raises(StorageError, match=r"history\.sqlite3: this is another program's database"):
        open_it(database)
    assert database.read_bytes() == before
    assert [path.name for path in database.parent.iterdir()] == [database.name]


@pytest.mark.parametrize("open_it", [open_database, open_to_read])
def test_a_newer_version_is_refused_and_untouched(database: Path, open_it: type) -> None:
    newer = len(MIGRATIONS) + 1
    before = make(database, f"PRAGMA application_id = {APPLICATION_ID}", f"PRAGMA user_version = {newer}")
    with pytest.raises(StorageError, match=f"from a newer program .version {newer}; this one reads up to"):
        open_it(database)
    assert database.read_bytes() == before


@pytest.mark.parametrize("open_it", [open_database, open_to_read])
def test_a_file_that_is_no_database_is_refused_and_untouched(database: Path, open_it: type) -> None:
    database.parent.mkdir()
    database.write_bytes(b"Dear diary, today I stretched.\n" * 100)
    before = database.read_bytes()
    with pytest.raises(StorageError, match="not a Hamstring history; it was left as it is"):
        open_it(database)
    assert database.read_bytes() == before


@pytest.mark.parametrize("open_it", [open_database, open_to_read])
def test_a_truncated_database_is_told(database: Path, open_it: type) -> None:
    open_database(database).close()
    whole = database.read_bytes()
    database.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(StorageError, match=r"history\.sqlite3: "), closing(open_it(database)) as connection:
        connection.execute("SELECT count(*) FROM hold").fetchone()


def test_a_folder_in_place_of_the_file_is_told(database: Path) -> None:
    database.mkdir(parents=True)
    with pytest.raises(StorageError, match="can't be opened"):
        open_database(database)
    with pytest.raises(StorageError, match="not a file"):
        open_to_read(database)


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(StorageError, match="data: the folder can't be made: File exists"):
        open_database(tmp_path / "data" / "history.sqlite3")
    with pytest.raises(StorageError, match="data: this is not a folder"):
        open_to_read(tmp_path / "data" / "history.sqlite3")


def test_a_lock_of_another_program_is_told(database: Path) -> None:
    open_database(database).close()
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StorageError, match="another program is using the history"):
            open_database(database, busy_s=0)


def test_reading_where_nothing_is_gives_an_empty_history_and_makes_nothing(tmp_path: Path) -> None:
    with closing(open_to_read(tmp_path / "not" / "there" / "history.sqlite3")) as connection:
        assert connection.execute("SELECT count(*) FROM session").fetchone() == (0,)
    assert not list(tmp_path.iterdir())


def test_reading_leaves_no_files_behind_and_writes_nothing(database: Path) -> None:
    open_database(database).close()
    before = database.read_bytes()
    with closing(open_to_read(database)) as connection:
        assert tables(connection) == TABLES
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            connection.execute("DELETE FROM session")
    assert database.read_bytes() == before
    assert [path.name for path in database.parent.iterdir()] == [database.name]


@pytest.fixture
def locked_folder() -> Iterator[Path]:
    """A folder with a history in which nothing can be made or written, also when the tests run as root."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        open_database(folder / "history.sqlite3").close()
        (folder / "history.sqlite3").chmod(0o444)
        folder.chmod(0o555)
        root = os.geteuid() == 0
        if root:
            os.seteuid(65534)
        yield folder
        if root:
            os.seteuid(0)
        folder.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="rights are another matter there")
def test_a_folder_that_can_not_be_written_can_be_read(locked_folder: Path) -> None:
    with closing(open_to_read(locked_folder / "history.sqlite3")) as connection:
        assert tables(connection) == TABLES
    with pytest.raises(StorageError, match="can be read but not written"):
        open_database(locked_folder / "history.sqlite3")
    with pytest.raises(StorageError, match="the folder can't be made: Permission denied"):
        open_database(locked_folder / "data" / "history.sqlite3")


# -- a history of version 1, written by the program of that time -----------------------------------------------------
def _check_version_1(store: HistoryStore) -> None:
    first, second = store.sessions()
    assert (first.id, first.routine_name, first.outcome, first.note) == (
        "one", "Daily band stretch", "ended early", "Knee felt odd – ärgerlich.",
    )  # fmt: skip
    assert (first.held_s, first.planned_s, first.tightness, first.source) == (42.25, 60.0, Tightness(6, None), "")
    assert (second.day, second.outcome, second.held_s) == (date(2026, 11, 21), "interrupted", 120.0)
    assert (store.goals(), store.rest_weeks()) == ((), frozenset())


@pytest.fixture
def version_1(database: Path) -> Path:
    database.parent.mkdir()
    shutil.copyfile(Path(__file__).parent / "files" / "history-1.sqlite3", database)
    return database


def test_an_older_history_is_brought_to_the_newest_version(version_1: Path) -> None:
    with HistoryStore.open(version_1) as store:
        _check_version_1(store)
        store.mark_rest(date(2026, 11, 16), True)
    with closing(sqlite3.connect(version_1)) as connection:
        assert pragma(connection, "user_version") == len(MIGRATIONS)
        assert tables(connection) == TABLES


def test_an_older_history_can_be_read_and_is_left_as_it_is(version_1: Path) -> None:
    before = version_1.read_bytes()
    with HistoryStore.open_to_read(version_1) as store:
        _check_version_1(store)
        with pytest.raises(StorageError, match="can be read but not written"):
            store.mark_rest(date(2026, 11, 16), True)
    assert version_1.read_bytes() == before
    assert [path.name for path in version_1.parent.iterdir()] == [version_1.name]
