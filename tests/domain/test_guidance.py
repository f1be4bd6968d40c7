"""What is shown when."""

from __future__ import annotations

import pytest

from hamstring_gui.domain.guidance import MOVE_S, READING_S, beats, breath, breathing_in, final_pose, shown
from hamstring_gui.domain.routine import unroll
from tests.domain.samples import EXERCISES, pose, routine

BAND = EXERCISES["band"]
SETUP, HOLD, REST, _, SWITCH, *_ = unroll(routine(2), EXERCISES)


def texts(phase, length) -> list[tuple[float, str]]:
    return [(round(start, 3), step.text) for start, step in beats(BAND, phase, length)]


def test_setting_up_shares_its_time_between_the_steps() -> None:
    assert texts(SETUP, 30.0) == [(0, "Lie down."), (10, "Raise the leg."), (20, "Hold.")]


def test_a_rest_ends_on_the_way_back_into_the_position() -> None:
    assert texts(REST, 10.0) == [(0, "Rest."), (5, "Raise the leg.")]
    assert texts(SWITCH, 12.0) == [(0, "Other leg."), (6, "Raise the leg.")]


def test_movement_starts_where_the_body_was_and_ends_in_the_steps_pose() -> None:
    at_first = shown(BAND, REST, 0.0, 10.0, before=pose(85))
    assert (at_first.start, at_first.end, at_first.progress) == (pose(85), pose(30), 0.0)
    later = shown(BAND, REST, 4.9, 10.0, before=pose(85))
    assert (later.end, later.progress) == (pose(30), 1.0)
    back = shown(BAND, REST, 5.0, 10.0, before=pose(85))
    assert (back.start, back.end, back.progress) == (pose(30), pose(45), 0.0)


def test_no_jump_anywhere_in_a_session() -> None:
    before = None
    last = None
    for phase in unroll(routine(2), EXERCISES):
        if last is not None and phase.side == last.side:
            assert shown(BAND, phase, 0.0, phase.seconds, before).start == before
        before, last = final_pose(BAND, phase), phase
        end = shown(BAND, phase, phase.seconds, phase.seconds, before)
        assert (end.end, end.progress) == (before, 1.0)


def test_the_muscle_is_lit_while_holding_only() -> None:
    assert shown(BAND, HOLD, 10.0, 30.0).lit == 1.0
    assert [shown(BAND, phase, 5.0, 20.0).lit for phase in (SETUP, REST, SWITCH)] == [0, 0, 0]
    assert shown(BAND, HOLD, MOVE_S / 2, 30.0, pose(45)).progress == pytest.approx(0.5)


def test_reps_move_there_and_back_in_step_with_the_count() -> None:
    reps = unroll(routine(1, reps=5), EXERCISES)[1]
    there, back = shown(BAND, reps, 1.0, 20.0), shown(BAND, reps, 7.0, 20.0)
    assert (there.start, there.end, there.progress) == (pose(30), pose(85), 0.5)
    assert (back.start, back.end, back.progress) == (pose(85), pose(30), 0.5)


def test_waiting_shows_the_steps_over_and_over() -> None:
    seen = [shown(BAND, SETUP, n * READING_S, None).step.text for n in range(6)]
    assert seen == ["Lie down.", "Raise the leg.", "Hold.", "Hold.", "Lie down.", "Raise the leg."]


@pytest.mark.parametrize(("at", "full"), [(0, 0), (2, 0.5), (4, 1), (7, 0.5), (10, 0), (14, 1)])
def test_breath_is_four_seconds_in_and_six_out(at: float, full: float) -> None:
    assert breath(at) == pytest.approx(full, abs=1e-9)


@pytest.mark.parametrize("at_s", [0.5, 2.0, 3.9, 4.1, 7.0, 9.9, 10.1, 24.5])
def test_the_way_of_the_breath_is_told_as_it_is_shown(at_s: float) -> None:
    assert breathing_in(at_s) == (breath(at_s + 0.01) > breath(at_s))
