"""Unrolling a routine into phases."""

from __future__ import annotations

import pytest

from hamstring_gui.domain.routine import planned_hold_s, total_s, unroll
from tests.domain.samples import EXERCISES, routine


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
