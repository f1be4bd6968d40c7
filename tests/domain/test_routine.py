"""Unrolling a routine into phases."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hamstring_gui.domain.exercise import Dose
from hamstring_gui.domain.reading import ReadingError
from hamstring_gui.domain.routine import Item, Routine, needed, planned_hold_s, read_routine, total_s, unroll
from tests.domain.samples import EXERCISES, exercise, routine


def spelled(phases) -> str:
    """`setup R1 rest R2 switch L1 …`"""
    return " ".join(f"{p.side[0].upper()}{p.set}" if p.is_hold else p.kind for p in phases)


@pytest.mark.parametrize(
    ("sample", "expected"),
    [
        (routine(2), "setup R1 rest R2 switch L1 rest L2"),
        (routine(2, order="in turn"), "setup R1 switch L1 switch R2 switch L2"),
        (routine(1, wall_s=60), "setup R1 switch L1 setup B1"),
        (routine(2, rest_s=0), "setup R1 R2 switch L1 L2"),
        (routine(1, setup_s=None, switch_s=0), "setup R1 L1"),
    ],
)
def test_order_of_phases(sample, expected: str) -> None:
    assert spelled(unroll(sample, EXERCISES)) == expected


def test_the_left_leg_can_be_first() -> None:
    assert spelled(unroll(routine(1), EXERCISES, "left")) == "setup L1 switch R1"


def test_lengths() -> None:
    phases = unroll(routine(3), EXERCISES)
    assert total_s(phases) == 252
    assert planned_hold_s(phases) == 180
    assert total_s(unroll(routine(1, setup_s=None), EXERCISES)) == 72, "a gap that waits has no length"
    assert total_s(unroll(routine(1, reps=10, switch_s=0), EXERCISES)) == 100


def test_a_gap_carries_the_set_that_it_leads_to() -> None:
    phases = unroll(routine(2), EXERCISES)
    for gap, hold in zip(phases[::2], phases[1::2], strict=True):
        assert (gap.hold, gap.side, gap.set, gap.exercise) == (hold.hold, hold.side, hold.set, hold.exercise)
    assert [p.hold for p in phases if p.is_hold] == [0, 1, 2, 3]


def test_what_a_routine_needs_is_told_once_in_the_order_of_use() -> None:
    one = replace(exercise("one"), equipment=("mat", "band"), optional=("towel",))
    two = replace(exercise("two"), equipment=("chair", "mat"), optional=("band", "cushion", "towel"))
    known = {"one": one, "two": two, "bare": exercise("bare")}
    items = tuple(Item(key, Dose(1, 30.0)) for key in ("one", "two", "one", "gone"))
    assert needed(Routine("r", "R", items), known) == (("mat", "band", "chair"), ("towel", "cushion"))
    assert needed(Routine("r", "R", (Item("bare", Dose(1, 30.0)),)), known) == ((), ())


@pytest.mark.parametrize(
    ("written", "about"),
    [({}, ""), ({"about": " For\n  tight\tlegs. "}, "For tight legs."), ({"about": "x" * 200}, "x" * 200)],
)
def test_a_sentence_about_it_is_one_line(written: dict[str, str], about: str) -> None:
    tables = {"name": "R", **written, "items": [{"exercise": "band"}]}
    assert read_routine("r", tables, {"band": exercise()}).about == about


@pytest.mark.parametrize("about", ["x" * 201, 3, ["a"]])
def test_what_is_no_sentence_about_it_is_refused(about: object) -> None:
    with pytest.raises(ReadingError, match="about"):
        read_routine("r", {"name": "R", "about": about, "items": []}, {}, least_items=0)
