"""What the user changes in the history: whole sessions, goals and rest weeks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from hamstring_gui.domain.consistency import Goal, weeks_until
from hamstring_gui.domain.history import HoldRecord, SessionRecord, Tightness, by_hand
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.history import HistoryStore

Hold = Callable[..., HoldRecord]
Session = Callable[..., SessionRecord]
DAY = date(2026, 11, 22)


def test_a_session_added_by_hand_comes_back(store: HistoryStore, evening: datetime) -> None:
    added = by_hand("hand", evening, DAY, left_s=90, right_s=60.5, tightness=Tightness(3, 4), note="=1+1")
    store.put_session(added)
    assert store.sessions() == (added,)
    assert store.sessions()[0].source == "by hand"


def test_a_deleted_session_can_be_brought_back(store: HistoryStore, session: Session, hold: Hold) -> None:
    before = (
        session("one", holds=[hold(0), hold(1, held_s=12.5)], tightness=Tightness(4, None), note="note"),
        session("two", 1),
    )
    store.put_all(before)
    deleted = store.delete_session("one")
    assert deleted == before[0]
    assert [session.id for session in store.sessions()] == ["two"]
    assert store.session_ids() == {"two"}
    store.put_session(deleted)
    assert store.sessions() == before


def test_an_edited_session_takes_the_place_of_the_other(store: HistoryStore, evening: datetime) -> None:
    store.put_session(by_hand("hand", evening, DAY, left_s=90, right_s=60))
    edited = by_hand("hand", evening, DAY, left_s=0, right_s=30)
    store.put_session(edited)
    assert store.sessions() == (edited,)


def test_what_is_not_there_can_not_be_deleted(store: HistoryStore) -> None:
    with pytest.raises(StorageError, match="there is no session none"):
        store.delete_session("none")
    store.mark_rest(DAY, False)
    assert store.rest_weeks() == frozenset()


def test_goals_come_back_oldest_first_and_one_a_day(store: HistoryStore) -> None:
    assert store.goals() == ()
    for goal in (Goal(date(2026, 11, 16), 4), Goal(date(2026, 1, 1), 2), Goal(date(2026, 11, 16), 5)):
        store.set_goal(goal)
    assert store.goals() == (Goal(date(2026, 1, 1), 2), Goal(date(2026, 11, 16), 5))


def test_goals_are_replaced_all_of_them_or_none(store: HistoryStore) -> None:
    here = (Goal(date(2026, 1, 1), 2), Goal(DAY, 4))
    store.replace_goals(here)
    with pytest.raises(StorageError, match="the history can't hold this"):
        store.replace_goals((Goal(date(2026, 3, 1), 3), Goal(date(2026, 4, 1), 8)))
    assert store.goals() == here
    store.replace_goals(())
    assert store.goals() == ()


@pytest.mark.parametrize("days", [0, 8])
def test_a_goal_is_one_to_seven_days(store: HistoryStore, days: int) -> None:
    with pytest.raises(StorageError, match="the history can't hold this"):
        store.set_goal(Goal(DAY, days))
    assert store.goals() == ()


@pytest.mark.parametrize("first_weekday", range(7))
def test_a_rest_week_is_the_one_that_was_marked_whatever_day_weeks_start_on(
    store: HistoryStore, first_weekday: int
) -> None:
    def weeks() -> list[bool]:
        found = weeks_until(DAY, [], first_weekday=first_weekday, rest_weeks=store.rest_weeks(), count=3)
        return [week.rest for week in found]

    middle = weeks_until(DAY, [], first_weekday=first_weekday, count=3)[1]
    for _ in range(2):
        store.mark_rest(middle.start, True)
        assert weeks() == [False, True, False]
    (monday,) = store.rest_weeks()
    assert (monday.weekday(), middle.start <= monday <= middle.days[-1].date) == (0, True)
    store.mark_rest(middle.start, False)
    assert weeks() == [False] * 3


def test_all_of_it_or_nothing(store: HistoryStore, evening: datetime, hold: Hold) -> None:
    good = by_hand("good", evening, DAY, left_s=90, right_s=60)
    bad = replace(good, id="bad", holds=(hold(0, held_s=-1.0),))
    with pytest.raises(StorageError, match="the history can't hold this"):
        store.put_all((good, bad), (Goal(DAY, 4),), (DAY,))
    assert (store.sessions(), store.goals(), store.rest_weeks()) == ((), (), frozenset())
    store.put_all((good,), (Goal(DAY, 4),), (DAY, DAY - timedelta(days=1)))
    assert (store.sessions(), store.goals()) == ((good,), (Goal(DAY, 4),))
    assert store.rest_weeks() == {date(2026, 11, 16)}
