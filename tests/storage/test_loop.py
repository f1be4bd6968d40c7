"""The checkmarks of Loop Habit Tracker, in every form that its versions have written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from hamstring_gui.domain.consistency import weeks_until
from hamstring_gui.domain.history import by_hand
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.importing import Import, carry_out

Plan = Callable[[str], Import]

ALL_HABITS = "Date,Meditate,Wake up early,\n2015-01-25,-1,2,\n2015-01-24,-1,0,\n2015-01-23,-1,1,\n2015-01-22,2,2,\n"


def days(found: Import) -> list[int]:
    assert found.problems == ()
    return [session.day.day for session in found.new]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ALL_HABITS, [22, 25]),
        ("Date,Stretch,\n2015-01-25,YES_MANUAL,\n2015-01-24,NO,\n2015-01-23,YES_AUTO,\n2015-01-22,SKIP,\n", [25]),
        ("Date,Value,Notes\n2015-01-25,YES_MANUAL,\n2015-01-24,UNKNOWN,\"a\nb, c\"\n2015-01-23,2,x\n", [23, 25]),
        ("2015-01-25,2\n2015-01-24,0\n2015-01-23,2\n", [23, 25]),
        ("Date,Minutes,\n2015-01-25,30000,\n2015-01-24,0,\n2015-01-23,500,\n2015-01-22,3,\n2015-01-21,-3,\n", [23, 25]),
        ("Date,Stretch,\r\n2015-01-25,2,\r\n2015-01-24,,\r\n", [25]),
    ],
)  # fmt: skip
def test_days_on_which_a_habit_was_done_are_active(plan: Plan, text: str, expected: list[int]) -> None:
    assert days(plan(text)) == expected


def test_loops_days_count_without_a_second_held(store: HistoryStore, plan: Plan) -> None:
    first = plan(ALL_HABITS)
    assert first.habits == ("Wake up early", "Meditate")
    carry_out(first, store)
    assert plan(ALL_HABITS).already_here == 2
    (week,) = weeks_until(date(2015, 1, 25), store.sessions(), count=1)
    assert (week.active_days, week.sessions, week.held_s) == (2, 2, 0)
    session = store.sessions()[0]
    assert (session.source, session.routine_name) == ("import:loop", "Meditate, Wake up early")


def test_a_day_that_is_active_already_is_not_counted_twice(store: HistoryStore, plan: Plan) -> None:
    noon = datetime(2015, 1, 25, 12, tzinfo=UTC)
    store.put_session(by_hand("own", noon, noon.date(), left_s=60, right_s=60))
    found = plan(ALL_HABITS)
    assert (days(found), found.already_here) == ([22], 1)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Date,Stretch,\n2015-01-25,0.0519,\n", 'line 2, Stretch: "0.0519" is no checkmark; the file to import is'),
        ("Date,Stretch,\n2015-01-25,2,\n25/01/2015,2,\n", "line 3, Date: must be a date"),
        ("Date,Stretch,\n2015-01-25,2,\n1815-01-24,2,\n", "line 3, Date: must be a date"),
    ],
)
def test_a_line_of_loop_that_is_wrong_is_told(plan: Plan, text: str, problem: str) -> None:
    (found,) = plan(text).problems
    assert found.startswith(problem)
