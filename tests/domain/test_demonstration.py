"""An exercise that shows itself: what shows when, and that nothing jumps."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hamstring_gui.domain.demonstration import BREATHS_S, REPS, demonstrated, posed, round_s, settled_s, start_s
from hamstring_gui.domain.exercise import Dose, Exercise, Pose
from hamstring_gui.domain.guidance import READING_S, Shown
from hamstring_gui.domain.tempo import move_s
from tests.domain.samples import exercise

BAND = exercise()
CURL = replace(BAND, dose=Dose(2, reps=10, rep_s=4.0))
LYING, RAISED, HELD = (step.pose for step in BAND.steps)
INTO_S, LETTING_GO_S = move_s(LYING, RAISED), move_s(HELD, BAND.between.pose, careful=True)
HOLD_S = move_s(RAISED, HELD) + BREATHS_S


def pose_in(shown: Shown) -> Pose:
    """The pose that is certain: the one at rest, or that the way began at."""
    return shown.end if shown.progress >= 1.0 else shown.start if shown.progress < 1e-5 else Pose(*[(0, 0, 0)] * 6)


@pytest.mark.parametrize(
    ("at_s", "number", "start", "end", "progress"),
    [
        (0.0, 0, LYING, LYING, 0.0),
        (READING_S, 1, LYING, RAISED, 0.0),
        (READING_S + INTO_S / 2, 1, LYING, RAISED, 0.5),
        (READING_S + INTO_S, 1, LYING, RAISED, 1.0),
        (2 * READING_S, 2, RAISED, HELD, 0.0),
        (2 * READING_S + HOLD_S - 0.01, 2, RAISED, HELD, 1.0),
        (2 * READING_S + HOLD_S + LETTING_GO_S / 2, 2, HELD, BAND.between.pose, 0.5),
    ],
)
def test_steps_then_the_hold_then_letting_go(at_s: float, number: int, start: Pose, end: Pose, progress: float) -> None:
    now = demonstrated(BAND, at_s)
    assert (now.number, now.shown.start, now.shown.end) == (number, start, end)
    assert now.shown.progress == pytest.approx(progress, abs=1e-5)


def test_the_next_round_comes_from_where_the_last_one_let_go() -> None:
    again = demonstrated(BAND, round_s(BAND))
    assert (again.number, again.shown.start, again.shown.end) == (0, BAND.between.pose, LYING)


def test_nobody_sits_up_straight_out_of_a_rest_pose() -> None:
    rest = replace(BAND, kind="rest pose")
    again = demonstrated(rest, round_s(rest))
    assert (again.number, again.shown.start, again.shown.end) == (0, LYING, LYING), "the next round begins anew"
    letting_go = demonstrated(rest, round_s(rest) - 0.01).shown
    assert (letting_go.start, letting_go.end) == (HELD, BAND.between.pose), "and is not on its way there"


def test_the_hold_breathes_and_glows_and_the_steps_do_not() -> None:
    hold = demonstrated(BAND, start_s(2) + 4.0).shown
    assert (hold.breath, hold.lit) == (pytest.approx(1.0), 1.0)
    step = demonstrated(BAND, start_s(1) + 3.0).shown
    assert (step.breath, step.lit) == (0.0, 0.0)


def test_reps_go_there_and_back() -> None:
    middle = demonstrated(CURL, start_s(2) + 2.0).shown
    assert (middle.start, middle.progress, middle.lit) == (HELD, pytest.approx(0.0, abs=1e-5), pytest.approx(1.0))
    assert round_s(CURL) == start_s(2) + REPS * 4.0
    assert round_s(replace(CURL, dose=Dose(2, reps=1, rep_s=4.0))) == start_s(2) + 4.0


@pytest.mark.parametrize("of", [BAND, replace(BAND, steps=BAND.steps[-1:]), replace(BAND, each_side=False)])
def test_nothing_jumps_in_three_rounds(of: Exercise) -> None:
    """Followed by its own pace, every picture begins where the last one was left."""
    now_s, last = 0.0, None
    while now_s < 3 * round_s(of):
        now = demonstrated(of, now_s)
        if last is not None and now.shown.end != last.end:
            assert now.shown.start == last.end, f"at {now_s}"
            assert last.progress > 0.9 or last.start == last.end
        last = now.shown
        assert now.changes_in_s > 0
        now_s += now.changes_in_s


def test_while_a_step_is_read_nothing_is_looked_at() -> None:
    assert demonstrated(BAND, 0.0).changes_in_s == pytest.approx(READING_S), "nothing moves in the first step"
    assert demonstrated(BAND, READING_S + INTO_S).changes_in_s == pytest.approx(READING_S - INTO_S)
    assert demonstrated(BAND, READING_S + 0.1).changes_in_s < 0.1


@pytest.mark.parametrize(("of", "number"), [(BAND, 0), (BAND, 1), (BAND, 2), (CURL, 2)])
def test_a_step_settles_in_its_pose(of: Exercise, number: int) -> None:
    now = demonstrated(of, settled_s(of, number))
    assert now.number == number
    assert pose_in(now.shown) == of.steps[number].pose


def test_still_poses() -> None:
    assert posed(BAND, 1) == Shown(BAND.steps[1], RAISED, RAISED, 1.0)
    assert posed(BAND, 2).lit == 1.0
