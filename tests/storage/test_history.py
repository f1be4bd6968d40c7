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
from tests.domain.samples import remembered

Hold = Callable[..., HoldRecord]
Session = Callable[..., SessionRecord]


def test_a_whole_session_comes_back(store: HistoryStore, session: Session, evening: datetime) -> None:
    whole = session(
        holds=6, ended_at=evening + timedelta(minutes=5), outcome="finished",
        tightness=Tightness(4, 5), note="Better than yesterday.", source="by hand",
    )  # fmt: skip
    store.put_session(whole)
    assert store.session("one") == whole
    assert store.sessions() == (whole,)
    assert store.sessions()[0].started_at.utcoffset() == timedelta(hours=1)
    assert store.session("none") is None


def test_a_running_session_without_holds_was_interrupted_at_its_start(store: HistoryStore, session: Session) -> None:
    running = session()
    store.put_session(replace(running, ended_at=running.started_at + timedelta(hours=2)), running=True)
    assert store.sessions() == (running,)


def test_a_running_session_was_interrupted_at_the_end_of_its_last_hold(
    store: HistoryStore, session: Session, hold: Hold
) -> None:
    running = session(holds=[hold(1, held_s=12.25), hold(0)], outcome="finished")
    store.put_session(running, running=True)
    (found,) = store.sessions()
    assert found.outcome == "interrupted"
    assert found.ended_at == hold(1).started_at + timedelta(seconds=12.25)
    assert [record.position for record in found.holds] == [0, 1]


def test_an_interrupted_session_can_be_ended_as_such(store: HistoryStore, session: Session, evening: datetime) -> None:
    store.put_session(session(holds=1), running=True)
    ended = session(holds=1, ended_at=evening + timedelta(hours=2))
    store.put_session(ended)
    assert store.sessions() == (ended,)


def test_what_is_put_takes_the_place_of_all_that_was_there(
    store: HistoryStore, session: Session, hold: Hold, evening: datetime
) -> None:
    store.put_session(session(holds=3, tightness=Tightness(7, 7), note="first"))
    other = hold(
        0, held_s=31.5, outcome="ended early", side="left", set=2, planned_s=40.0, exercise="bridge",
        started_at=hold(5).started_at,
    )  # fmt: skip
    whole = session(holds=[other, hold(1)], planned_s=1.5, routine_name="Other", started_at=evening)
    store.put_session(whole)
    assert store.sessions() == (whole,)


def test_each_hold_of_a_running_session_is_there_for_another_reader_at_once(
    store: HistoryStore, database: Path, session: Session
) -> None:
    for holds in (1, 2, 3):
        running = session(holds=holds)
        store.put_session(running, running=True)
        with HistoryStore.open_to_read(database) as reader:
            assert reader.sessions()[0].holds == running.holds


def test_oldest_first_goes_by_the_instant_and_not_by_the_clock_on_the_wall(
    store: HistoryStore, session: Session
) -> None:
    noon = datetime(2026, 11, 22, 12, tzinfo=UTC)
    tokyo, hawaii = timezone(timedelta(hours=9)), timezone(timedelta(hours=-10))
    instants = {"b": noon.astimezone(hawaii), "a": (noon - timedelta(hours=1)).astimezone(tokyo), "c": noon}
    store.put_all(session(name, started_at=instant) for name, instant in instants.items())
    assert [found.id for found in store.sessions()] == ["a", "b", "c"]
    last = store.last_session()
    assert last is not None
    assert last.id == "c"


def test_sessions_since_a_day(store: HistoryStore, session: Session) -> None:
    store.put_all(session(str(days), days) for days in (3, 1, 2))
    assert [found.id for found in store.sessions_since(date(2026, 11, 24))] == ["2", "3"]


def test_the_last_session(store: HistoryStore, session: Session) -> None:
    assert store.last_session() is None
    store.put_all((session("one"), session("two", 2), session("three", 1, routine="other")))
    last = store.last_session()
    assert last is not None
    assert last.id == "two"


def test_in_how_many_sessions_an_exercise_was_held(store: HistoryStore, session: Session, hold: Hold) -> None:
    nothing = hold(1, exercise="bridge", held_s=0.0, outcome="skipped")
    twice = [hold(0, exercise="band"), hold(1, exercise="band", set=2)]
    store.put_all(
        (session("a", holds=[*twice, replace(nothing, position=2)]), session("b", 1, holds=[hold(0, exercise="band")]))
    )
    store.put_session(session("c", 2, holds=[hold(0, exercise="bridge")]))
    assert store.times_held(but="b") == {"band": 1, "bridge": 1}
    assert store.times_held(but="") == {"band": 2, "bridge": 1}
    assert store.times_held(but="c") == {"band": 2}


def test_the_last_session_is_none_that_is_still_to_come(store: HistoryStore, session: Session) -> None:
    noon = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    for name, at in (("been", noon), ("tonight", noon + timedelta(hours=9)), ("next year", noon + timedelta(days=400))):
        store.put_session(session(name, started_at=at, day=at.date()))

    def last(now: datetime) -> str | None:
        found = store.last_session_until(now, now.date())
        return found.id if found is not None else None

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
def test_each_leg_may_be_rated_or_not(
    store: HistoryStore, session: Session, given_: Tightness | None, kept: Tightness | None
) -> None:
    store.put_session(session(tightness=given_))
    assert store.sessions() == (session(tightness=kept),)


def test_half_a_character_in_a_note_is_not_the_end_of_it(store: HistoryStore, session: Session) -> None:
    store.put_session(session(note="good \ud83d"))
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
    routine = Routine("a", note, ())
    whole = remembered("one", routine, started_at, (record,), planned_s=held_s, note=note)
    with HistoryStore.open_to_read(Path("nowhere")) as store:  # an empty history in memory, and writable
        store.put_session(whole)
        (found,) = store.sessions()
    assert found == whole
    assert found.started_at.isoformat() == started_at.isoformat()


@pytest.mark.parametrize("which", ["started_at", "ended_at", "a hold's"])
def test_an_instant_without_an_offset_is_the_programmers_mistake(
    store: HistoryStore, session: Session, hold: Hold, which: str
) -> None:
    naive = datetime(2026, 11, 22)
    bad = session(holds=[hold(0, started_at=naive)]) if which == "a hold's" else session(**{which: naive})
    with pytest.raises(ValueError, match="no offset"):
        store.put_session(bad)
    assert store.sessions() == ()


@pytest.mark.parametrize(
    "bad",
    [
        {"held_s": -1.0},
        {"held_s": float("nan")},
        {"held_s": float("inf")},
        {"planned_s": -1.0},
        {"position": -1},
        {"position": 0},
        {"side": "up"},
        {"outcome": "x"},
        {"set": 0},
    ],
)
def test_a_nonsense_hold_does_not_get_into_the_file_and_what_was_there_stays(
    store: HistoryStore, session: Session, hold: Hold, bad: dict[str, object]
) -> None:
    before = session(holds=1)
    store.put_session(before)
    with pytest.raises(StorageError, match="the history can't hold this"):
        store.put_session(session(holds=[hold(0), hold(**({"position": 1} | bad))]))
    assert store.sessions() == (before,)


@pytest.mark.parametrize(
    "bad",
    [
        {"planned_s": -1.0},
        {"planned_s": float("nan")},
        {"outcome": "great"},
        {"tightness": Tightness(11, None)},
        {"tightness": Tightness(None, -1)},
    ],
)
def test_a_nonsense_session_does_not_get_into_the_file(
    store: HistoryStore, session: Session, bad: dict[str, object]
) -> None:
    with pytest.raises(StorageError, match="the history can't hold this"):
        store.put_session(session(**bad))
    assert store.sessions() == ()


def test_a_full_disk_is_told_and_what_was_written_stays(store: HistoryStore, database: Path, session: Session) -> None:
    before = session(holds=1)
    store.put_session(before)
    pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
    store._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StorageError, match=r"history\.sqlite3: the disk is full"):
        store.put_session(session(holds=2, note="x" * 100_000))
    with HistoryStore.open_to_read(database) as reader:
        assert reader.sessions() == (before,)


def test_a_file_that_can_only_be_read_is_told(database: Path, store: HistoryStore, session: Session) -> None:
    store.put_session(session())
    with (
        HistoryStore.open_to_read(database) as reader,
        pytest.raises(StorageError, match="can be read but not written"),
    ):
        reader.put_session(session(holds=1))


def test_a_locked_file_is_told_and_takes_the_hold_later(database: Path, store: HistoryStore, session: Session) -> None:
    store.put_session(session(holds=1), running=True)
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError, match="another program is using the history"):
            store.put_session(session(holds=2), running=True)
        other.execute("ROLLBACK")
    store.put_session(session(holds=2), running=True)
    assert store.sessions()[0].holds == session(holds=2).holds


def test_a_closed_store_says_so(database: Path) -> None:
    store = HistoryStore.open(database)
    store.close()
    with pytest.raises(StorageError, match="closed"):
        store.sessions()
