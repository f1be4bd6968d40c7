"""What was done in a session that is added by hand, against what the week then counts."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamstring_gui.domain.adding import asked_s, done_of, parts_of
from hamstring_gui.domain.consistency import Legs, Week, kinds_of, weeks_until
from hamstring_gui.domain.durations import credited_s
from hamstring_gui.domain.exercise import Dose, Exercise
from hamstring_gui.domain.history import by_hand, in_ms
from hamstring_gui.domain.routine import Item, Routine, unroll
from tests.domain.samples import exercise

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
BAND = exercise("band")
CHAIR = exercise("chair")
BOTH_BEND = exercise("both", each_side=False)
CALF = replace(exercise("calf"), region="calf")
WALL = replace(exercise("wall", each_side=False), kind="rest pose")
BALL = replace(exercise("ball"), kind="massage")
BRIDGE = replace(exercise("bridge", each_side=False), kind="strength", region="glutes")
EXERCISES: Mapping[str, Exercise] = {one.id: one for one in (BAND, CHAIR, BOTH_BEND, CALF, WALL, BALL, BRIDGE)}


def routine(*items: tuple[str, Dose]) -> Routine:
    return Routine("r", "R", tuple(Item(one, dose) for one, dose in items))


def week_of(chosen: Routine | None, left_s: float, right_s: float) -> Week:
    done = done_of(parts_of(chosen, EXERCISES), left_s, right_s)
    added = by_hand("one", NOON, NOON.date(), left_s=left_s, right_s=right_s, done=done)
    assert added.counts
    assert added.planned_s == added.held_s
    (week,) = weeks_until(NOON.date(), [added], kinds=kinds_of(EXERCISES), count=1)
    return week


def test_stretching_in_general() -> None:
    assert asked_s(parts_of(None, EXERCISES)) == 0
    assert week_of(None, 90, 60).stretched == Legs(90, 60)


def test_legs_up_the_wall_for_ten_minutes_are_ten_minutes_of_rest_poses() -> None:
    wall = routine(("wall", Dose(1, 120)))
    assert asked_s(parts_of(wall, EXERCISES)) == 120
    week = week_of(wall, 600, 600)
    assert (week.resting_s, week.stretched, week.held_s) == (600, Legs(), 600)
    assert week_of(wall, 600, 480).resting_s == 600


@pytest.mark.parametrize(
    ("one", "line", "seconds"), [(BALL, "massage_s", 240), (BRIDGE, "strength_s", 120), (WALL, "resting_s", 120)]
)
def test_every_kind_has_its_own_line(one: Exercise, line: str, seconds: float) -> None:
    week = week_of(routine((one.id, Dose(1, 60))), 120, 120)
    assert getattr(week, line) == week.held_s == seconds
    assert week.stretched == Legs()


def test_a_stretch_of_another_region_is_no_minute_a_leg() -> None:
    week = week_of(routine(("calf", Dose(2, 30))), 120, 120)
    assert (week.stretched, week.held_s) == (Legs(), 240)


def test_a_mixed_routine_asks_for_its_stretches_and_has_its_other_holds_as_they_are() -> None:
    mixed = routine(
        ("bridge", Dose(1, reps=10, rep_s=4.0)), ("ball", Dose(1, 60)), ("band", Dose(3, 30)), ("wall", Dose(1, 180)),
        ("chair", Dose(2, 15)),
    )  # fmt: skip
    assert asked_s(parts_of(mixed, EXERCISES)) == 120
    week = week_of(mixed, 240, 60)
    assert week.stretched == Legs(240, 60)
    assert (week.strength_s, week.massage_s, week.resting_s) == (40, 120, 180)
    held = {(one, side): seconds for one, side, seconds in done_of(parts_of(mixed, EXERCISES), 240, 60)}
    assert held["band", "left"] == 180
    assert held["chair", "left"] == 60
    assert held["band", "right"] == 45


def test_one_leg_alone() -> None:
    assert week_of(routine(("band", Dose(3, 30))), 0, 75).stretched == Legs(0, 75)
    assert week_of(routine(("both", Dose(1, 60))), 0, 75).stretched == Legs(0, 75)


def test_left_stands_before_right() -> None:
    done = done_of(parts_of(routine(("band", Dose(3, 30))), EXERCISES), 90, 120)
    assert done == (("band", "left", 90), ("band", "right", 120))


ITEMS = st.lists(
    st.tuples(st.sampled_from(sorted(EXERCISES)), st.builds(Dose, st.integers(1, 5), st.integers(1, 300))),
    min_size=1, max_size=8,
)  # fmt: skip


@given(ITEMS, st.integers(0, 36_000), st.integers(0, 36_000))
def test_what_is_said_is_what_the_week_counts(items: list[tuple[str, Dose]], left_s: int, right_s: int) -> None:
    mixed = routine(*items)
    if left_s or right_s:
        week = week_of(mixed, left_s, right_s)
        stretching = any(EXERCISES[one].stretches_hamstring for one, _ in items)
        expected = Legs(left_s, right_s) if stretching else Legs()
        assert week.stretched.left == pytest.approx(expected.left)
        assert week.stretched.right == pytest.approx(expected.right)


@given(ITEMS, st.integers(0, 36_000), st.integers(0, 36_000))
def test_what_is_asked_for_is_done_to_the_millisecond(items: list[tuple[str, Dose]], left_s: int, right_s: int) -> None:
    parts = parts_of(routine(*items), EXERCISES)
    asked, done = {part.exercise for part in parts if part.asked}, done_of(parts, left_s, right_s)
    assert all(seconds == in_ms(seconds) > 0 for _, _, seconds in done)
    for side, wanted in (("left", left_s), ("right", right_s)):
        held = math.fsum(seconds for one, leg, seconds in done if one in asked and leg in (side, "both"))
        assert held == pytest.approx(wanted, abs=1e-9)


@given(ITEMS)
def test_a_routine_promises_what_it_is_credited_for(items: list[tuple[str, Dose]]) -> None:
    """Added with its own dose, a routine makes the minutes that it says it makes."""
    mixed = routine(*items)
    leg_s, others = credited_s(unroll(mixed, EXERCISES), EXERCISES)
    own_s = asked_s(parts_of(mixed, EXERCISES))
    week = week_of(mixed, own_s, own_s)
    assert (week.stretched.left, week.stretched.right) == (pytest.approx(leg_s), pytest.approx(leg_s))
    for kind, seconds in (("strength", week.strength_s), ("massage", week.massage_s), ("rest pose", week.resting_s)):
        assert seconds == pytest.approx(others.get(kind, 0.0))
    both_s = sum(dose.sets * dose.set_s for one, dose in items if one == "both")
    assert week.held_s == pytest.approx(2 * leg_s - both_s + sum(others.values()))
