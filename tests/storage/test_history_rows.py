"""A row that this program would not have written hides only itself, is named, and stays in the file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from hamstring_gui.domain.consistency import Goal, consistency, streak, weeks_until
from hamstring_gui.domain.history import SessionRecord
from hamstring_gui.storage.errors import StorageError, explained
from hamstring_gui.storage.history import HistoryStore

TODAY = date(2026, 12, 6)
"""Two weeks after the good session."""
WRONG = {
    "a day that is none": "UPDATE session SET day = 'yesterday' WHERE id = 'bad'",
    "a day in year 1": "UPDATE session SET day = '0001-01-01' WHERE id = 'bad'",
    "a day in year 9999": "UPDATE session SET day = '9999-12-31' WHERE id = 'bad'",
    "a day as a number": "UPDATE session SET day = x'01' WHERE id = 'bad'",
    "a start without offset": "UPDATE session SET started_at = '2026-11-22T19:00:00' WHERE id = 'bad'",
    "a start in year 9999": "UPDATE session SET started_at = '9999-12-31T23:59:59-12:00' WHERE id = 'bad'",
    "an end that is none": "UPDATE session SET ended_at = '', outcome = 'finished' WHERE id = 'bad'",
    "an outcome that is none": "UPDATE session SET ended_at = started_at, outcome = 'great' WHERE id = 'bad'",
    "planned words": "UPDATE session SET planned_s = 'many' WHERE id = 'bad'",
    "planned for ever": "UPDATE session SET planned_s = 9e999 WHERE id = 'bad'",
    "less than no seconds": "UPDATE session SET planned_s = -1 WHERE id = 'bad'",
    "a note of bytes": "UPDATE session SET note = x'ff00' WHERE id = 'bad'",
    "a name of 5 MB": "UPDATE session SET routine_name = hex(zeroblob(2500000)) WHERE id = 'bad'",
    "a note of 5 MB": "UPDATE session SET note = hex(zeroblob(2500000)) WHERE id = 'bad'",
    "a tightness of 11": "UPDATE session SET tightness_left = 11 WHERE id = 'bad'",
    "a tightness of words": "UPDATE session SET tightness_right = 'very' WHERE id = 'bad'",
    "a source of bytes": "UPDATE session SET source = x'00' WHERE id = 'bad'",
    "held words": "UPDATE hold SET held_s = 'long' WHERE session = 'bad'",
    "held for ever": "UPDATE hold SET held_s = 9e999 WHERE session = 'bad'",
    "held less than nothing": "UPDATE hold SET held_s = -3 WHERE session = 'bad'",
    "a third leg": "UPDATE hold SET side = 'middle' WHERE session = 'bad'",
    "an end of a hold that is none": "UPDATE hold SET outcome = 'fine' WHERE session = 'bad'",
    "a set of words": "UPDATE hold SET set_number = 'first' WHERE session = 'bad'",
    "a set without number": "UPDATE hold SET set_number = 0 WHERE session = 'bad'",
    "an exercise of bytes": "UPDATE hold SET exercise = x'ff' WHERE session = 'bad'",
    "an exercise of 5 MB": "UPDATE hold SET exercise = hex(zeroblob(2500000)) WHERE session = 'bad'",
    "a hold that began nowhere": "UPDATE hold SET started_at = 'then' WHERE session = 'bad'",
}


@pytest.fixture
def damaged(database: Path, store: HistoryStore, session: Callable[..., SessionRecord]) -> Callable[..., HistoryStore]:
    """The store with a good session, and a bad one of a week later that another program has spoilt."""
    store.put_all(session(name, days, holds=2, planned_s=60.0) for name, days in (("good", 0), ("bad", 7)))

    def damage(*statements: str) -> HistoryStore:
        with closing(sqlite3.connect(database, isolation_level=None)) as other:
            other.execute("PRAGMA ignore_check_constraints = ON")
            for statement in statements:
                other.execute(statement)
        return store

    return damage


@pytest.mark.parametrize("case", WRONG)
def test_one_bad_session_hides_only_itself(damaged: Callable[..., HistoryStore], evening: datetime, case: str) -> None:
    store = damaged(WRONG[case])
    assert [session.id for session in store.sessions()] == ["good"]
    assert list(store.unfit) == ["session bad"]
    assert len(store.unfit["session bad"]) < 300
    assert store.session("bad") is None
    assert store.session_ids() == {"good", "bad"}, "it is kept, and no import brings another one of that id"
    assert store.marks().keys() == {"good", "bad"}
    last = store.last_session_until(evening + timedelta(days=14), TODAY)
    assert last is not None
    assert last.id == "good"
    since = store.first_day(TODAY)
    weeks = weeks_until(TODAY, store.sessions(), goals=(Goal(date(2026, 1, 1), 1),), since=since)
    assert [week.active_days for week in weeks] == [1, 0, 0]
    assert (consistency(weeks, since), streak(weeks)) == (0.5, 0)


def test_a_session_whose_id_is_no_text_hides_only_itself(damaged: Callable[..., HistoryStore]) -> None:
    """Its holds would be looked for under another id, and none be found."""
    spoilt = "CAST(x'626164ff' AS TEXT)"
    store = damaged(
        f"UPDATE hold SET session = {spoilt} WHERE session = 'bad'",
        f"UPDATE session SET id = {spoilt} WHERE id = 'bad'",
    )
    assert [session.id for session in store.sessions()] == ["good"]
    assert store.unfit == {"session bad\ufffd": "its id is no text"}


@pytest.mark.parametrize(
    "values", ["('2026-11-02', 0)", "('2026-11-02', 'x')", "('2026-11-02', 8)", "('some day', 3)", "('9999-12-31', 3)"]
)
def test_one_bad_goal_hides_only_itself(damaged: Callable[..., HistoryStore], values: str) -> None:
    store = damaged(f"INSERT INTO goal VALUES {values}", "INSERT INTO goal VALUES ('2026-11-03', 4)")
    assert store.goals() == (Goal(date(2026, 11, 3), 4),)
    (what,) = store.unfit
    assert what.startswith("the goal of ")


@pytest.mark.parametrize("monday", ["some day", "0001-01-01", "9999-12-31"])
def test_one_bad_rest_week_hides_only_itself(damaged: Callable[..., HistoryStore], monday: str) -> None:
    store = damaged(f"INSERT INTO rest_week VALUES ('{monday}')", "INSERT INTO rest_week VALUES ('2026-11-02')")
    assert store.rest_weeks() == {date(2026, 11, 2)}
    assert list(store.unfit) == [f"the rest week {monday}"]


def test_texts_that_are_not_utf8_are_shown_as_far_as_they_are(damaged: Callable[..., HistoryStore]) -> None:
    store = damaged("UPDATE session SET note = CAST(x'61ff62' AS TEXT), routine_name = CAST(x'c3' AS TEXT)")
    assert [(session.id, session.note, session.routine_name) for session in store.sessions()] == [
        ("good", "a\ufffdb", "\ufffd"),
        ("bad", "a\ufffdb", "\ufffd"),
    ]
    assert store.marks().keys() == {"good", "bad"}
    assert store.unfit == {}


def test_what_sqlite_says_may_not_be_utf8_either(database: Path) -> None:
    with pytest.raises(StorageError, match="the history is damaged"), explained(database):
        b"malformed \xff".decode()
