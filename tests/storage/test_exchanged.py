"""The history's file is deleted or exchanged while it is open: what was deleted is put back, and what is written next
goes into what is there now."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from hamstring_gui.domain.consistency import Goal
from hamstring_gui.domain.history import SessionRecord
from hamstring_gui.program.known_history import KnownHistory
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.gone import put_back
from hamstring_gui.storage.history import HistoryStore

TODAY = date(2026, 11, 22)
Put = Callable[[HistoryStore, str], SessionRecord]


@pytest.fixture
def put(session: Callable[..., SessionRecord]) -> Put:
    """Puts a session of that name on record of any store."""

    def put_(store: HistoryStore, name: str) -> SessionRecord:
        record = session(name, holds=1)
        store.put_session(record)
        return record

    return put_


def other(tmp_path: Path, put: Put) -> Path:
    """Another history, with a session called "theirs"."""
    file = tmp_path / "other.sqlite3"
    with HistoryStore.open(file) as store:
        put(store, "theirs")
    return file


def delete(database: Path, _: Path) -> None:
    database.unlink()


def delete_all(database: Path, _: Path) -> None:
    for file in database.parent.glob(f"{database.name}*"):
        file.unlink()


def exchange(database: Path, other: Path) -> None:
    os.replace(other, database)


def copy_over(database: Path, other: Path) -> None:
    beside = database.with_name("beside")
    shutil.copy(other, beside)
    os.replace(beside, database)


@pytest.mark.parametrize("how", [delete, delete_all, exchange, copy_over])
def test_what_is_written_next_is_in_what_is_there_now(
    how: Callable[[Path, Path], None], database: Path, store: HistoryStore, put: Put, tmp_path: Path
) -> None:
    put(store, "before")
    known = KnownHistory(store)
    known.refresh(TODAY, 0, {})
    there = other(tmp_path, put)
    how(database, there)
    put(store, "after")
    store.set_goal(Goal(TODAY, 5))
    assert store.renewals == 1
    assert store.was_put_back == (how in (delete, delete_all))
    expected = {"before", "after"} if store.was_put_back else {"theirs", "after"}
    with HistoryStore.open_to_read(database) as fresh:
        assert {session.id for session in fresh.sessions()} == expected
        assert fresh.goals() == (Goal(TODAY, 5),)
    known.refresh(TODAY, 0, {})
    assert {session.id for session in known.sessions} == expected
    put(store, "again")
    assert store.renewals == 1


def test_what_was_deleted_and_never_looked_at_again_is_put_back_at_the_end(
    database: Path, session: Callable[..., SessionRecord]
) -> None:
    with HistoryStore.open(database) as store:
        store.put_session(session("before", holds=1))
        shutil.rmtree(database.parent)
    with HistoryStore.open_to_read(database) as again:
        assert [one.id for one in again.sessions()] == ["before"]
    assert os.listdir(database.parent) == [database.name]


def test_what_took_its_place_at_that_moment_stays(
    database: Path, store: HistoryStore, put: Put, tmp_path: Path
) -> None:
    put(store, "before")
    theirs = other(tmp_path, put).read_bytes()
    (tmp_path / "other.sqlite3").replace(database)
    assert not put_back(store._connection, database)
    assert database.read_bytes() == theirs


def test_a_file_that_is_none_in_its_place_is_told(database: Path, store: HistoryStore, put: Put) -> None:
    put(store, "before")
    database.unlink()
    database.write_text("hello" * 100)
    with pytest.raises(StorageError, match="not a Hamstring history"):
        put(store, "after")
    database.unlink()
    put(store, "later")
    assert [session.id for session in store.sessions()] == ["later"]


def test_what_is_read_of_the_weeks_is_of_what_is_there_now(
    database: Path, store: HistoryStore, put: Put, tmp_path: Path
) -> None:
    put(store, "before")
    exchange(database, other(tmp_path, put))
    assert [session.id for session in store.sessions_since(date(2026, 1, 1))] == ["theirs"]
    assert store.renewals == 1
