"""Lengths of time: read as people type them, stepped through, and added up for a leg."""

from __future__ import annotations

import pytest

from hamstring_gui.domain.durations import in_minutes, per_leg_s, read_seconds, stepped, whole_seconds
from hamstring_gui.domain.history import HoldRecord
from hamstring_gui.domain.routine import unroll
from tests.domain.samples import EXERCISES, START, routine


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("45", 45),
        (" 45 s ", 45),
        ("90s", 90),
        ("90 sec.", 90),
        ("1:30", 90),
        ("01:05", 65),
        ("0:07.5", 7.5),
        ("1 min 30 s", 90),
        ("1 min, 30 s", 90),
        ("1 minute 30 seconds", 90),
        ("1m30", 90),
        ("2m", 120),
        ("2 MIN", 120),
        ("1.5 min", 90),
        ("1,5 min", 90),
        ("2,5", 2.5),
        ("1’30”", 90),
        ("0", 0),
        ("", None),
        ("   ", None),
        ("s", None),
        ("min", None),
        ("half a minute", None),
        ("1:60", None),
        ("1:2:3", None),
        ("-5", None),
        ("30 s 1 min", None),
        ("nan", None),
        ("9" * 400, None),
    ],
)
def test_reading(text: str, seconds: float | None) -> None:
    assert read_seconds(text) == seconds


@pytest.mark.parametrize(
    ("seconds", "parts"),
    [(45, (0, 45)), (60, (1, 0)), (90, (1, 30)), (2.5, (0, 2.5)), (119.9999, (2, 0)), (3600, (60, 0))],
)
def test_minutes_and_seconds(seconds: float, parts: tuple[int, float]) -> None:
    assert in_minutes(seconds) == parts


@pytest.mark.parametrize(
    ("value", "steps", "size", "expected"),
    [
        (30, 1, 5, 35),
        (30, -1, 5, 25),
        (32, 1, 5, 35),
        (32, -1, 5, 30),
        (30, 6, 5, 60),
        (30, 1, 1, 31),
        (5, -1, 5, 1),
        (1, 1, 5, 5),
        (2.5, 1, 5, 5),
        (2.5, -1, 1, 2),
        (0.3, 1, 0.1, 0.4),
        (3600, 1, 5, 3600),
        (3598, 1, 5, 3600),
    ],
)
def test_steps_lead_to_round_numbers(value: float, steps: int, size: float, expected: float) -> None:
    assert stepped(value, steps, size, 1 if size >= 1 else 0.1, 3600) == expected


def test_each_leg_gets_the_holds_of_its_side_and_those_of_both() -> None:
    assert per_leg_s(unroll(routine(3, 30), EXERCISES)) == 90
    assert per_leg_s(unroll(routine(3, 30, wall_s=60), EXERCISES, "left")) == 150


@pytest.mark.parametrize(
    ("held", "whole"),
    [
        ("", []), ("R30 R30 L30", [30, 30, 30]), ("R10.4 R10.4 L10.4", [11, 10, 10]), ("R10.5", [10]), ("R11.5", [12]),
        ("R10.7 L10.7", [11, 10]), ("R0.4 R0.4 L0.6 L0.6", [1, 0, 1, 0]), ("R29.9999999999 R30 L0.3", [30, 30, 0]),
        ("R12.2 L0 R12.2 L24.7", [12, 0, 12, 25]), ("B7.5 B7.5 B7.5 B7.5", [8, 8, 7, 7]),
    ],
)  # fmt: skip
def test_whole_seconds_add_up_to_those_of_each_leg_and_of_all(held: str, whole: list[int]) -> None:
    sides = {"L": "left", "R": "right", "B": "both"}
    holds = [
        HoldRecord(n, "band", sides[one[0]], 1, 30.0, float(one[1:]), "ended early", START)  # type: ignore[arg-type]
        for n, one in enumerate(held.split())
    ]
    assert list(whole_seconds(holds)) == whole
    assert sum(whole) == round(sum(hold.held_s for hold in holds))
