"""What was done of each exercise, and where it hurt, out of the records of the sets."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from hamstring_gui.domain.exercise import Side
from hamstring_gui.domain.exercises_done import ExerciseDone, exercises_done, pain_stops
from hamstring_gui.domain.history import BY_HAND, HoldOutcome, HoldRecord, SessionRecord, by_hand

AT = datetime(2026, 11, 2, 19, tzinfo=UTC)
Set = tuple[str, Side, int, float, float, HoldOutcome]


def session(name: str, *sets: Set) -> SessionRecord:
    holds = tuple(HoldRecord(n, *one, AT) for n, one in enumerate(sets))
    planned_s = sum(hold.planned_s for hold in holds)
    return SessionRecord(name, "daily", "Daily", AT, AT, AT.date(), "finished", planned_s, holds)


def test_sets_are_done_when_they_were_held_to_their_end() -> None:
    first = session("1", ("band", "left", 1, 20, 20, "held"), ("band", "right", 1, 20, 20, "held"))
    second = session(
        "2",
        ("band", "left", 1, 30, 30, "held"),
        ("band", "left", 2, 30, 12, "ended early"),
        ("band", "right", 1, 30, 0, "skipped"),
        ("band", "right", 2, 30, 9, "stopped for pain"),
    )
    assert exercises_done([first, second]) == (ExerciseDone("band", True, 2, 30, 3, 6, 62, 29, 0),)


def test_the_longest_held_stands_first_and_both_legs_together_are_on_the_clock() -> None:
    mixed = session("1", ("band", "left", 1, 30, 30, "held"), ("wall", "both", 1, 120, 120, "held"))
    assert exercises_done([mixed]) == (
        ExerciseDone("wall", False, 1, 120, 1, 1, 0, 0, 120),
        ExerciseDone("band", True, 1, 30, 1, 1, 30, 0, 0),
    )


def test_all_that_was_held_says_which_was_held_longest() -> None:
    legs = session(
        "1", ("wall", "both", 1, 50, 50, "held"), ("band", "left", 1, 30, 30, "held"),
        ("band", "right", 1, 30, 30, "held"), ("ball", "both", 1, 40, 40, "held"), ("ball", "left", 1, 15, 15, "held"),
    )  # fmt: skip
    done = exercises_done([legs])
    assert [(one.exercise, one.held_s) for one in done] == [("band", 60), ("ball", 55), ("wall", 50)]


def test_what_was_added_later_has_time_but_neither_dose_nor_sets() -> None:
    added = by_hand("a", AT, AT.date(), left_s=60, right_s=90, exercise="band")
    assert added.source == BY_HAND
    assert exercises_done([added]) == (ExerciseDone("band", True, 0, 0, 0, 0, 60, 90, 0),)
    led = session("1", ("band", "left", 1, 30, 30, "held"))
    assert exercises_done([led, added]) == (ExerciseDone("band", True, 1, 30, 1, 1, 90, 90, 0),)


@pytest.mark.parametrize("sessions", [[], [session("empty")]])
def test_nothing(sessions: list[SessionRecord]) -> None:
    assert exercises_done(sessions) == ()
    assert pain_stops(sessions) == ()


def test_pain_by_exercise_and_leg_the_most_frequent_first_the_latest_day_first() -> None:
    sessions = [
        session(
            f"{n}",
            ("band", "left", 1, 30, n, "stopped for pain" if n != 1 else "held"),
            ("band", "right", 1, 30, n, "stopped for pain" if n == 1 else "held"),
            ("calf", "left", 1, 30, 30, "held"),
        )
        for n in range(3)
    ]
    groups = pain_stops(sessions)
    assert [(group.exercise, group.side, [one.id for one, _ in group.stops]) for group in groups] == [
        ("band", "left", ["2", "0"]),
        ("band", "right", ["1"]),
    ]
    assert [hold.held_s for _, hold in groups[0].stops] == [2, 0]
