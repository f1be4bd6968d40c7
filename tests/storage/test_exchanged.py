"""The history's file is deleted or exchanged while it is open: what was deleted is put back, and what is written next
goes into what is there now."""

from __future__ import annotations

import errno
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


def taken_away(database: Path) -> Callable[[], object]:
    """The disk with the history is not there for a while; gives what brings it back."""
    there = database.parent
    gone = there.rename(there.with_name("gone"))
    there.write_text("nothing can be opened here")

    def bring_back() -> None:
        there.unlink()
        gone.rename(there)

    return bring_back


USES: dict[str, Callable[[HistoryStore, Put], object]] = {
    "put": lambda store, put: put(store, "after"), "state": lambda store, _: store.state(),
    "note": lambda store, _: store.note("before", (), ("", 0, 0.0, None)),
    "read": lambda store, _: store.session("before"),
    "read all": lambda store, _: store.sessions(), "touched": lambda store, _: store.touched(),
}  # fmt: skip


@pytest.mark.parametrize("use", USES)
def test_once_its_disk_is_back_all_goes_on(use: str, database: Path, store: HistoryStore, put: Put) -> None:
    put(store, "before")
    bring_back = taken_away(database)
    for _ in range(2):
        with pytest.raises(StorageError, match="data"):
            put(store, "away")
        with pytest.raises(StorageError, match="data"):
            store.session("before")
    bring_back()
    USES[use](store, put)
    assert store.session("before") is not None
    put(store, "away")
    assert store.renewals == 1
    store.close()
    with HistoryStore.open_to_read(database) as fresh:
        assert {"before", "away"} <= fresh.session_ids()


def test_a_log_that_waits_on_the_disk_is_not_taken_for_another_s(database: Path, put: Put, tmp_path: Path) -> None:
    """Another program had the history open, too: the log stays when ours lets go."""
    with HistoryStore.open(database, busy_s=0) as store, HistoryStore.open(database) as beside:
        put(store, "before")
        bring_back = taken_away(database)
        with pytest.raises(StorageError):
            put(store, "away")
        bring_back()
        put(store, "away")
        assert {"before", "away"} <= beside.session_ids()


@pytest.mark.parametrize("number", [errno.ESTALE, errno.EIO, errno.EACCES])
def test_a_disk_that_does_not_answer_is_no_other_file(
    number: int, store: HistoryStore, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(store, "before")
    with monkeypatch.context() as patch:
        patch.setattr("hamstring_gui.storage.database_file.os.stat", lambda *_, **__: raise_(OSError(number, "no")))
        put(store, "meanwhile")
    put(store, "after")
    assert (store.renewals, len(store.sessions())) == (0, 3)


def raise_(error: Exception) -> None:
    raise error
