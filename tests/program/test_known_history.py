"""What is read again after a change gives the same weeks as reading everything anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from hamstring_gui.domain.consistency import Goal
from hamstring_gui.domain.history import SessionRecord, Tightness, by_hand
from hamstring_gui.program import known_history
from hamstring_gui.program.known_history import KnownHistory
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.history import HistoryStore
from tests.spread import late

KINDS = {"": ("stretch", "hamstring")}
TODAY = date(2026, 11, 22)


def added(days_ago: int, minutes: float = 2.0, session_id: str = "") -> SessionRecord:
    at = datetime(2026, 11, 22, 19, tzinfo=UTC) - timedelta(days=days_ago)
    return by_hand(session_id or f"s{days_ago}", at, at.date(), left_s=60 * minutes, right_s=60 * minutes)


def held_less(session: SessionRecord) -> SessionRecord:
    return replace(session, holds=tuple(replace(hold, held_s=hold.held_s / 4) for hold in session.holds))


def rated(session: SessionRecord) -> SessionRecord:
    return replace(session, tightness=Tightness(4, 5), note="note")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A history of two months."""
    database = tmp_path_factory.mktemp("filled") / "history.sqlite3"
    with HistoryStore.open(database) as store:
        store.put_all([added(days) for days in range(0, 60, 3)], (Goal(date(2026, 1, 1), 7),))
    return database.read_bytes()


@pytest.fixture
def store(tmp_path: Path, filled: bytes) -> Iterator[HistoryStore]:
    (tmp_path / "history.sqlite3").write_bytes(filled)
    with HistoryStore.open(tmp_path / "history.sqlite3") as store:
        yield store


CHANGES: dict[str, Callable[[HistoryStore], object]] = {
    "nothing": lambda store: None,
    "an old one deleted": lambda store: store.delete_session("s30"),
    "the first one deleted": lambda store: store.delete_session("s57"),
    "one before all others added": lambda store: store.put_session(added(100)),
    "one of today added": lambda store: store.put_session(added(0, 5.0, "another")),
    "one moved to another week": lambda store: store.put_session(replace(added(30), day=TODAY - timedelta(days=44))),
    "one held longer": lambda store: store.put_session(added(30, 9.0)),
    "one held for less": lambda store: store.put_session(held_less(added(30))),
    "one rated": lambda store: store.put_session(rated(added(30))),
    "a future one": lambda store: store.put_session(added(-3)),
    "a rest week": lambda store: store.mark_rest(date(2026, 11, 2), True),
    "a goal": lambda store: store.set_goal(Goal(date(2026, 11, 2), 1)),
    "everything gone": lambda store: [store.delete_session(one) for one in store.session_ids()],
}


@pytest.mark.parametrize("first_weekday", [late(0), 6])
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("most", [0, 200])
def test_brought_up_to_date(
    store: HistoryStore, change: Callable[[HistoryStore], object], first_weekday: int, most: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    known = KnownHistory(store)
    known.refresh(TODAY, first_weekday, KINDS)
    monkeypatch.setattr(known_history, "MOST_ONE_BY_ONE", most)
    change(store)
    known.refresh(TODAY, first_weekday, KINDS)
    anew = KnownHistory(store)
    anew.refresh(TODAY, first_weekday, KINDS)
    assert known.sessions == anew.sessions == store.sessions()
    assert known.weeks == anew.weeks
    assert known.since == anew.since


def test_a_new_day_moves_the_weeks_on(store: HistoryStore) -> None:
    known = KnownHistory(store)
    known.refresh(TODAY, 0, KINDS)
    before = known.weeks
    known.refresh(TODAY + timedelta(days=1), 0, KINDS)
    assert len(known.weeks) == len(before) + 1
    assert [week.running for week in known.weeks[-2:]] == [False, True]


def test_another_program_is_noticed(store: HistoryStore, tmp_path: Path) -> None:
    known = KnownHistory(store)
    known.refresh(TODAY, 0, KINDS)
    with HistoryStore.open(tmp_path / "history.sqlite3") as other:
        other.put_session(added(30, 9.0))
    known.refresh(TODAY, 0, KINDS)
    assert known.sessions == store.sessions()


def test_nothing_is_read_while_nothing_changes(store: HistoryStore, monkeypatch: pytest.MonkeyPatch) -> None:
    known = KnownHistory(store)
    known.refresh(TODAY, 0, KINDS)
    monkeypatch.setattr(HistoryStore, "marks", None)
    known.refresh(TODAY, 0, KINDS)
    assert len(known.sessions) == 20


def test_what_this_program_changes_is_noted_not_searched_for(
    store: HistoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = KnownHistory(store)
    known.refresh(TODAY, 0, KINDS)
    monkeypatch.setattr(HistoryStore, "marks", None)
    monkeypatch.setattr(HistoryStore, "sessions", None)
    store.put_session(added(30, 9.0))
    store.delete_session("s27")
    store.mark_rest(date(2026, 11, 2), True)
    known.refresh(TODAY, 0, KINDS)
    monkeypatch.undo()
    assert known.sessions == store.sessions()
    anew = KnownHistory(store)
    anew.refresh(TODAY, 0, KINDS)
    assert known.weeks == anew.weeks


def test_both_may_have_changed_something(store: HistoryStore, tmp_path: Path) -> None:
    known = KnownHistory(store)
    known.refresh(TODAY, 0, KINDS)
    for days, other_days in ((30, 27), (30, 30), (0, 3)):
        store.put_session(added(days, 7.0))
        with HistoryStore.open(tmp_path / "history.sqlite3") as other:
            other.put_session(added(other_days, 9.0))
        known.refresh(TODAY, 0, KINDS)
        assert known.sessions == store.sessions()


def test_what_could_not_be_read_is_read_the_next_time(store: HistoryStore, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise StorageError("the disk is gone")

    known = KnownHistory(store)
    known.refresh(TODAY, 0, KINDS)
    store.put_session(added(30, 9.0))
    with monkeypatch.context() as patch:
        patch.setattr(HistoryStore, "session", fail)
        with pytest.raises(StorageError):
            known.refresh(TODAY, 0, KINDS)
    known.refresh(TODAY, 0, KINDS)
    assert known.sessions == store.sessions()


def test_a_running_session_s_holds_are_noted(store: HistoryStore, monkeypatch: pytest.MonkeyPatch) -> None:
    known = KnownHistory(store)
    known.refresh(TODAY, 0, KINDS)
    monkeypatch.setattr(HistoryStore, "marks", None)
    whole = added(0, session_id="running")
    for holds in (1, 2):
        store.put_session(replace(whole, holds=whole.holds[:holds]), running=True)
        known.refresh(TODAY, 0, KINDS)
        assert known.sessions == store.sessions()
        assert [len(session.holds) for session in known.sessions if session.id == "running"] == [holds]


def test_one_change_reads_one_session(store: HistoryStore, monkeypatch: pytest.MonkeyPatch) -> None:
    known = KnownHistory(store)
    known.refresh(TODAY, 0, KINDS)
    monkeypatch.setattr(HistoryStore, "sessions", None)
    store.put_session(rated(added(30)))
    known.refresh(TODAY, 0, KINDS)
    assert [session.id for session in known.sessions if session.tightness] == ["s30"]


def test_another_exercise_moves_its_seconds(store: HistoryStore) -> None:
    known = KnownHistory(store)
    known.refresh(TODAY, 0, KINDS)
    known.refresh(TODAY, 0, {"": ("strength", "hamstring")})
    assert known.weeks[-1].stretched.left == 0
    assert known.weeks[-1].strength_s > 0
