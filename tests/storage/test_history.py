"""Sessions on record: what is written comes back, in order, also when it was cut short."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamstring_gui.domain.history import HoldRecord, SessionRecord, Tightness, by_hand
from hamstring_gui.domain.routine import Routine
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.history import HistoryStore

Hold = Callable[..., HoldRecord]
Begin = Callable[..., str]


def test_a_whole_session_comes_back(store: HistoryStore, begin: Begin, hold: Hold, evening: datetime) -> None:
    begin()
    holds = tuple(hold(position) for position in range(6))
    for record in holds:
        store.put_hold("one", record)
    ended_at = evening + timedelta(minutes=5)
    store.end_session("one", ended_at=ended_at, outcome="finished")
    store.rate_session("one", Tightness(4, 5), "Better than yesterday.")
    expected = SessionRecord(
        "one", "daily", "Daily stretch", evening, ended_at, date(2026, 11, 22), "finished", 180.0, holds,
        Tightness(4, 5), "Better than yesterday.",
    )  # fmt: skip
    assert store.session("one") == expected
    assert store.sessions() == (expected,)
    assert store.sessions()[0].started_at.utcoffset() == timedelta(hours=1)


def test_a_session_without_an_end_was_interrupted_at_its_start(
    store: HistoryStore, begin: Begin, evening: datetime
) -> None:
    begin()
    (session,) = store.sessions()
    assert (session.outcome, session.ended_at, session.holds) == ("interrupted", evening, ())


def test_a_session_without_an_end_was_interrupted_at_the_end_of_its_last_hold(
    store: HistoryStore, begin: Begin, hold: Hold
) -> None:
    begin()
    store.put_hold("one", hold(1, held_s=12.25))
    store.put_hold("one", hold(0))
    (session,) = store.sessions()
    assert session.outcome == "interrupted"
    assert session.ended_at == hold(1).started_at + timedelta(seconds=12.25)
    assert [record.position for record in session.holds] == [0, 1]


def test_an_interrupted_session_can_be_ended_as_such(store: HistoryStore, begin: Begin, evening: datetime) -> None:
    begin()
    store.end_session("one", ended_at=evening + timedelta(hours=2), outcome="interrupted")
    (session,) = store.sessions()
    assert (session.outcome, session.ended_at) == ("interrupted", evening + timedelta(hours=2))


def test_a_hold_at_the_same_position_takes_the_place_of_the_other(
    store: HistoryStore, begin: Begin, hold: Hold
) -> None:
    begin()
    store.put_hold("one", hold(0, held_s=3.5, outcome="ended early"))
    store.put_hold("one", hold(1))
    other = hold(
        0, held_s=31.5, outcome="held", side="left", set=2, planned_s=40.0, exercise="bridge",
        started_at=hold(5).started_at,
    )  # fmt: skip
    store.put_hold("one", other)
    assert store.sessions()[0].holds == (other, hold(1))


def test_a_hold_is_there_for_another_reader_at_once(
    store: HistoryStore, database: Path, begin: Begin, hold: Hold
) -> None:
    begin()
    for position in range(3):
        store.put_hold("one", hold(position))
        with HistoryStore.open_to_read(database) as reader:
            assert len(reader.sessions()[0].holds) == position + 1


def test_oldest_first_goes_by_the_instant_and_not_by_the_clock_on_the_wall(
    store: HistoryStore, routine: Routine
) -> None:
    noon = datetime(2026, 11, 22, 12, tzinfo=UTC)
    tokyo, hawaii = timezone(timedelta(hours=9)), timezone(timedelta(hours=-10))
    instants = {"b": noon.astimezone(hawaii), "a": (noon - timedelta(hours=1)).astimezone(tokyo), "c": noon}
    for name, instant in instants.items():
        store.begin_session(name, routine, started_at=instant, day=instant.date(), planned_s=1)
    assert [session.id for session in store.sessions()] == ["a", "b", "c"]
    last = store.last_session()
    assert last is not None
    assert last.id == "c"


def test_sessions_since_a_day(store: HistoryStore, begin: Begin) -> None:
    for days in (3, 1, 2):
        begin(str(days), days)
    assert [session.id for session in store.sessions_since(date(2026, 11, 24))] == ["2", "3"]


def test_the_last_session_of_one_routine_or_any(store: HistoryStore, begin: Begin, routine: Routine) -> None:
    assert store.last_session() is None
    begin("one")
    begin("two", 2)
    other = replace(routine, id="other")
    store.begin_session(
        "three", other, started_at=datetime(2026, 11, 23, tzinfo=UTC), day=date(2026, 11, 23), planned_s=1
    )
    found = [store.last_session(name) for name in (None, "daily", "other", "none")]
    assert [session and session.id for session in found] == ["two", "two", "three", None]


def test_the_last_session_is_none_that_is_still_to_come(store: HistoryStore, begin: Begin, routine: Routine) -> None:
    noon = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    for name, at in (("been", noon), ("tonight", noon + timedelta(hours=9)), ("next year", noon + timedelta(days=400))):
        store.begin_session(name, routine, started_at=at, day=at.date(), planned_s=1)

    def last(now: datetime) -> str | None:
        session = store.last_session_until(now, now.date())
        return session.id if session is not None else None

    assert [last(noon + timedelta(hours=hours)) for hours in (-1, 1, 10)] == [None, "been", "tonight"]
    assert last((noon + timedelta(minutes=1)).astimezone(timezone(timedelta(hours=9)))) == "been"
    store.put_session(by_hand("by hand", noon + timedelta(hours=2), noon.date(), left_s=60, right_s=60))
    assert last(noon + timedelta(hours=1)) == "by hand", "nobody knows at what time of the day it was"


@pytest.mark.parametrize(
    ("given_", "kept"),
    [
        (Tightness(0, 10), Tightness(0, 10)),
        (Tightness(None, 3), Tightness(None, 3)),
        (Tightness(), None),
        (None, None),
    ],
)
def test_a_rating_replaces_the_one_before(
    store: HistoryStore, begin: Begin, given_: Tightness | None, kept: Tightness | None
) -> None:
    begin()
    store.rate_session("one", Tightness(7, 7), "first")
    store.rate_session("one", given_, "")
    (session,) = store.sessions()
    assert (session.tightness, session.note) == (kept, "")


def test_half_a_character_in_a_note_is_not_the_end_of_it(store: HistoryStore, begin: Begin) -> None:
    begin()
    store.rate_session("one", None, "good \ud83d")
    assert store.sessions()[0].note == "good ?"


@given(
    held_s=st.floats(0, 3600),
    started_at=st.datetimes(
        datetime(2000, 1, 1),
        datetime(2100, 1, 1),
        timezones=st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes))),
    ),
    note=st.text(st.characters(exclude_categories=["Cs"])),
)
def test_nothing_is_rounded_or_lost(held_s: float, started_at: datetime, note: str) -> None:
    record = HoldRecord(0, "stretch", "both", 1, 30.0, held_s, "ended early", started_at)
    with HistoryStore.open_to_read(Path("nowhere")) as store:  # an empty history in memory, and writable
        store.begin_session(
            "one", Routine("a", note, ()), started_at=started_at, day=started_at.date(), planned_s=held_s
        )
        store.put_hold("one", record)
        store.rate_session("one", None, note)
        (session,) = store.sessions()
    assert session.holds == (record,)
    assert session.started_at.isoformat() == started_at.isoformat()
    assert (session.planned_s, session.note, session.routine_name) == (held_s, note, note)


def test_an_instant_without_an_offset_is_the_programmers_mistake(store: HistoryStore, begin: Begin, hold: Hold) -> None:
    begin()
    with pytest.raises(ValueError, match="no offset"):
        store.put_hold("one", hold(0, started_at=datetime(2026, 11, 22)))


def test_what_is_not_there_can_not_be_changed(store: HistoryStore, hold: Hold, evening: datetime) -> None:
    with pytest.raises(StorageError, match=r"the history can't hold this \(FOREIGN KEY"):
        store.put_hold("none", hold(0))
    with pytest.raises(StorageError, match="there is no session none"):
        store.end_session("none", ended_at=evening, outcome="finished")
    with pytest.raises(StorageError, match="there is no session none"):
        store.rate_session("none", None, "")
    assert store.session("none") is None


@pytest.mark.parametrize(
    "bad",
    [
        {"held_s": -1.0},
        {"held_s": float("nan")},
        {"held_s": float("inf")},
        {"side": "up"},
        {"outcome": "x"},
        {"set": 0},
    ],
)
def test_nonsense_does_not_get_into_the_file(
    store: HistoryStore, begin: Begin, hold: Hold, bad: dict[str, object]
) -> None:
    begin()
    with pytest.raises(StorageError, match="the history can't hold this"):
        store.put_hold("one", hold(0, **bad))
    assert store.sessions()[0].holds == ()


def test_the_same_session_can_not_begin_twice(store: HistoryStore, begin: Begin) -> None:
    begin()
    with pytest.raises(StorageError, match="UNIQUE"):
        begin()


def test_a_full_disk_is_told_and_what_was_written_stays(
    store: HistoryStore, database: Path, begin: Begin, hold: Hold
) -> None:
    begin()
    store.put_hold("one", hold(0))
    pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
    store._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StorageError, match=r"history\.sqlite3: the disk is full"):
        store.rate_session("one", None, "x" * 100_000)
    with HistoryStore.open_to_read(database) as reader:
        assert reader.sessions()[0].holds == (hold(0),)


def test_a_file_that_can_only_be_read_is_told(database: Path, store: HistoryStore, begin: Begin, hold: Hold) -> None:
    begin()
    with (
        HistoryStore.open_to_read(database) as reader,
        pytest.raises(StorageError, match="can be read but not written"),
    ):
        reader.put_hold("one", hold(0))


def test_a_locked_file_is_told_and_takes_the_hold_later(
    database: Path, store: HistoryStore, begin: Begin, hold: Hold
) -> None:
    begin()
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError, match="another program is using the history"):
            store.put_hold("one", hold(0))
        other.execute("ROLLBACK")
    store.put_hold("one", hold(0))
    assert store.sessions()[0].holds == (hold(0),)


def test_a_closed_store_says_so(database: Path) -> None:
    store = HistoryStore.open(database)
    store.close()
    with pytest.raises(StorageError, match="closed"):
        store.sessions()
