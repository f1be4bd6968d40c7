"""A history in a backup that would take for ever, or all memory, is refused before it is evaluated; looking through one
can be called off."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from hamstring_gui.domain.history import SessionRecord
from hamstring_gui.storage import backup_history
from hamstring_gui.storage.alone import alone
from hamstring_gui.storage.backup import unpacked, write_backup
from hamstring_gui.storage.backup_history import heeding
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.pulse import Cancelled
from hamstring_gui.storage.schema import APPLICATION_ID, MIGRATIONS
from tests.storage.test_backup import fill, listing, packed, restore


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    paths = Paths(tmp_path / "data", tmp_path / "config", tmp_path / "logs")
    fill(paths, days=5, volume=35)
    return paths


def costly(tmp_path: Path, version: int) -> Path:
    """A history whose table has a check that takes for ever."""
    (file := tmp_path / f"costly-{version}.sqlite3").unlink(missing_ok=True)
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for statement in (statement for some in MIGRATIONS[:version] for statement in some):
            connection.execute(statement)
        endless = "length(hex(randomblob(100000000))) > 1"
        connection.execute("CREATE TABLE more (a)")
        connection.execute("INSERT INTO more WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                           "WHERE i < 10000) SELECT i FROM n")  # fmt: skip
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(f"UPDATE sqlite_master SET sql = 'CREATE TABLE more (a, CHECK ({endless}))' "
                           "WHERE name = 'more'")  # fmt: skip
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {version}")
    return file


@pytest.mark.parametrize("version", range(len(MIGRATIONS) + 1))
def test_a_check_that_takes_for_ever_is_not_evaluated(paths: Paths, tmp_path: Path, version: int) -> None:
    file, begun = costly(tmp_path, version), time.process_time()
    paths.backups.mkdir()
    entries = {"history.sqlite3": file.read_bytes()}
    for one in (file, packed(tmp_path / "b.zip", entries), packed(paths.backups / "c.zip", entries)):
        with pytest.raises(StorageError, match="not a history as Hamstring makes it"), unpacked(one, paths):
            pass
    assert time.process_time() - begun < 5


def test_a_history_of_an_older_version_is_taken(paths: Paths, tmp_path: Path) -> None:
    for version in range(1, len(MIGRATIONS)):
        with closing(sqlite3.connect(file := tmp_path / f"{version}.sqlite3", isolation_level=None)) as connection:
            for statement in (statement for some in MIGRATIONS[:version] for statement in some):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {version}")
        with unpacked(file, paths) as folder, HistoryStore.open_to_read(folder / "history.sqlite3") as store:
            assert store.sessions() == ()


def test_looking_through_can_be_called_off_anywhere(
    paths: Paths, tmp_path: Path, session: Callable[..., SessionRecord]
) -> None:
    """And nothing is locked then, nor left."""
    with HistoryStore.open(paths.database) as store:
        store.put_all([session(str(n), holds=3) for n in range(300)])
    write_backup(paths, file := tmp_path / "b.zip")
    before = listing(paths)

    def until(enough: int) -> Callable[[float | None], None]:
        def pulse(_: float | None) -> None:
            pulses.append(enough)
            if len(pulses) == enough:
                raise Cancelled("enough")

        pulses.clear()
        return pulse

    pulses: list[int] = []
    with unpacked(file, paths, pulse=until(0)):
        every = len(pulses)
    assert every > 300, "for every session"
    for enough in range(1, every, 40):
        with pytest.raises(Cancelled, match=r"^enough$"), unpacked(file, paths, pulse=until(enough)):
            pass
        with alone(paths.data, 0.0):
            assert listing(paths) == before


ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


def test_looking_for_damage_can_be_called_off(paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_backup(paths, file := tmp_path / "b.zip")
    at_it: list[bool] = []

    def for_ever(connection: sqlite3.Connection, **_: object) -> None:
        at_it.append(True)
        connection.execute(ENDLESS).fetchall()

    def pulse(_: float | None) -> None:
        if at_it:
            raise Cancelled("enough")

    monkeypatch.setattr(backup_history, "damage_of", for_ever)
    with pytest.raises(Cancelled, match=r"^enough$"), unpacked(file, paths, pulse=pulse):
        pass


def test_sqlite_is_called_off_too() -> None:
    """What takes it long is one statement."""

    def pulse(_: float | None) -> None:
        raise Cancelled("enough")

    with closing(sqlite3.connect(":memory:")) as connection:
        with pytest.raises(Cancelled, match=r"^enough$"), heeding(connection, pulse):
            connection.execute(ENDLESS).fetchall()
        assert connection.execute("SELECT 1").fetchone() == (1,)


@pytest.mark.parametrize(
    ("table", "rows"),
    [("goal", "SELECT date('1970-01-01', i || ' days'), 3 FROM n"), ("rest_week", "SELECT 'w' || i FROM n"),
     ("hold", "SELECT 'a', i, 'e', 'left', 1, 1.0, 1.0, 'held', '', '', '' FROM n")],
)  # fmt: skip
def test_more_rows_than_can_be_are_not_read(
    paths: Paths, tmp_path: Path, table: str, rows: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("MOST_DAYS", "MOST_HOLDS"):
        monkeypatch.setattr(backup_history, name, 50)
    numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)"
    with closing(sqlite3.connect(paths.database, isolation_level=None)) as connection:
        connection.execute(f"INSERT INTO {table} {numbers} {rows}")
    write_backup(paths, file := tmp_path / "b.zip")
    monkeypatch.setattr(backup_history, "damage_of", lambda *_, **__: pytest.fail("this takes long"))
    with pytest.raises(StorageError, match=r"b\.zip: history\.sqlite3: holds too much; at most 50"):
        restore(file, paths)
