"""What is shown when."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hamstring_gui.domain.exercise import Dose, HeldMotion
from hamstring_gui.domain.guidance import (
    READING_S,
    beats,
    breath,
    breathing_in,
    final_pose,
    nearest,
    pace_s,
    shown,
    shown_at,
    told,
)
from hamstring_gui.domain.moment import Moment
from hamstring_gui.domain.routine import unroll
from hamstring_gui.domain.session import Session
from hamstring_gui.domain.tempo import move_s
from tests.domain.samples import EXERCISES, HandClock, play, pose, routine, session

BAND = EXERCISES["band"]
MOVE_S = move_s(pose(45), pose(85))
SETUP, HOLD, REST, _, SWITCH, *_ = unroll(routine(2), EXERCISES)


def texts(phase, length) -> list[tuple[float, str]]:
    return [(round(start, 3), step.text) for start, step in beats(BAND, phase, length)]


def test_setting_up_shares_its_time_between_the_steps() -> None:
    assert texts(SETUP, 30.0) == [(0, "Lie down."), (10, "Raise the leg."), (20, "Hold.")]


def test_a_rest_ends_on_the_way_back_into_the_position() -> None:
    assert texts(REST, 10.0) == [(0, "Rest."), (5, "Raise the leg.")]
    assert texts(SWITCH, 12.0) == [(0, "Other leg."), (6, "Raise the leg.")]


def test_on_the_way_back_in_the_longest_way_has_the_time_that_it_needs() -> None:
    far = [BAND.steps[0], replace(BAND.steps[1], pose=pose(180)), replace(BAND.steps[1], pose=pose(175)), BAND.held]
    long = replace(BAND, steps=tuple(far), resume=2)
    needed_s = move_s(pose(30), pose(180)) / 0.95
    assert needed_s > 3.5
    starts = [[start_s for start_s, _ in beats(long, REST, length_s)] for length_s in (6.0, 14.0, 60.0)]
    assert starts == [[0, 3, pytest.approx(3 + 0.6 * 3)], [0, 7, pytest.approx(7 + needed_s)], [0, 30, 45]]


def test_a_change_of_sides_begins_with_the_side_that_was_held() -> None:
    """It lets go, and only then does the picture turn round."""
    phases = unroll(routine(2), EXERCISES)
    moments = [Moment(phases, 4, "running", at, 12.0, (), 0.0, 5.0) for at in (0.0, 5.9, 6.0, 11.9)]
    told = [shown_at(BAND, moment) for moment in moments]
    assert (told[0].start, told[0].end, told[0].progress) == (pose(85), BAND.switch.pose, 0.0)
    assert (told[1].end, told[1].progress) == (BAND.switch.pose, 1.0)
    assert told[2].start == BAND.switch.pose
    assert [now.other_side for now in told] == [True, True, False, False]
    curls = replace(BAND, dose=Dose(2, reps=5, rep_s=4.0), resume_switched=3)
    assert [shown(curls, SWITCH, at, 12.0, pose(30)).other_side for at in (5.9, 6.0)] == [True, False]
    assert not shown(BAND, SWITCH, 0.0, 12.0).other_side


def test_what_was_told_stays_told_when_a_gap_grows() -> None:
    """By "+10 s", or by a pause, after which a gap is not over before one is back on the mat."""
    order = [BAND.switch, BAND.between, *BAND.steps]
    for at_s in (0.5, 3.5, 4.5, 7.5):
        for grow in (Session.extend, lambda one: (*one.pause(), *one.resume())):
            clock = HandClock()
            running = session(routine(2, setup_s=8.0, rest_s=8.0, switch_s=8.0), clock, lead_in_s=5.0)
            for gap in ("setup", "rest", "switch"):
                while running.moment().kind != gap:
                    play(running, clock, 0.5)
                play(running, clock, at_s)
                seen = [shown_at(BAND, running.moment())]
                grow(running)
                while running.moment().kind == gap:
                    seen.append(shown_at(BAND, running.moment()))
                    play(running, clock, 0.25)
                assert (seen[0].step, seen[0].other_side) == (seen[1].step, seen[1].other_side)
                places = [(not now.other_side, order.index(now.step), now.progress) for now in seen]
                assert places == sorted(places), (gap, at_s)


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


@pytest.mark.parametrize(("at_s", "lit"), [(0.0, 0.0), (0.25, 0.5), (0.5, 1.0), (20.0, 1.0)])
def test_the_muscle_begins_to_glow_gently(at_s: float, lit: float) -> None:
    assert shown(BAND, HOLD, at_s, 30.0).lit == lit


def test_out_of_a_hold_and_where_a_step_says_so_the_figure_is_slow() -> None:
    assert move_s(pose(85), pose(30), careful=True) == 1.5 * move_s(pose(85), pose(30))
    slow = replace(BAND, steps=(BAND.steps[0], replace(BAND.steps[1], text="Slowly raise the leg."), BAND.held))
    usual, careful = (shown(one, SETUP, 10.5, 30.0).progress for one in (BAND, slow))
    assert usual == pytest.approx(1.5 * careful)
    assert shown(BAND, REST, 0.5, 10.0, pose(85)).progress == pytest.approx(
        0.5 / move_s(pose(85), pose(30), careful=True)
    )


def test_reps_move_there_and_back_in_step_with_the_count() -> None:
    reps = unroll(routine(1, reps=5), EXERCISES)[1]
    there, back = shown(BAND, reps, 1.0, 20.0), shown(BAND, reps, 7.0, 20.0)
    assert (there.start, there.end, there.progress) == (pose(30), pose(85), 0.5)
    assert (back.start, back.end, back.progress) == (pose(85), pose(30), 0.5)


def test_before_reps_setting_up_stops_short_of_the_movement_and_a_rest_ends_at_its_start() -> None:
    curls = replace(BAND, dose=Dose(2, reps=5, rep_s=4.0), resume=3, resume_switched=3)
    assert [step.text for _, step in beats(curls, SETUP, 20.0)] == ["Lie down.", "Raise the leg."]
    assert [step.text for _, step in beats(curls, REST, 10.0)] == ["Rest."]
    assert [step.text for _, step in beats(curls, SWITCH, 12.0)] == ["Other leg."]
    only = replace(curls, steps=curls.steps[-1:], resume=1)
    assert [step.text for _, step in beats(only, SETUP, 20.0)] == ["Hold."]


def test_the_first_rep_begins_where_the_body_is() -> None:
    reps = unroll(routine(1, reps=5), EXERCISES)[1]
    first, second = (shown(BAND, reps, at, 20.0, before=pose(5)) for at in (1.0, 5.0))
    assert (first.start, first.end) == (pose(5), pose(85))
    assert (second.start, second.end) == (pose(30), pose(85))


def test_a_massage_moves_slowly_while_it_holds_and_ends_where_it_holds() -> None:
    massage = replace(BAND, held_motion=HeldMotion(pose(60), 8.0))
    into, there, back = (shown(massage, HOLD, at, 30.0, pose(45)) for at in (0.8, MOVE_S + 2.0, MOVE_S + 7.0))
    assert (into.start, into.end, into.slow) == (pose(45), pose(85), False)
    assert (there.start, there.end, there.slow) == (pose(85), pose(60), True)
    assert there.progress == pytest.approx(0.5)
    assert (back.start, back.end) == (pose(60), pose(85))
    assert back.progress == pytest.approx(0.75)
    assert pace_s(into) < pace_s(there) < pace_s(shown(massage, HOLD, 29.0, 30.0))
    for at in (MOVE_S + 24.0, 29.9):
        end = shown(massage, HOLD, at, 30.0)
        assert (end.end, end.progress, end.slow) == (pose(85), 1.0, False)


def test_how_often_the_picture_is_painted() -> None:
    """A moving limb wants 25 pictures a second, a breath 10: each one more is paid for by the battery."""
    moving, breathing = (shown(BAND, HOLD, at, 30.0, pose(45)) for at in (0.8, MOVE_S + 5.0))
    assert (pace_s(moving), pace_s(breathing)) == (0.04, 0.1)
    massage = replace(BAND, held_motion=HeldMotion(pose(60), 8.0))
    assert pace_s(shown(massage, HOLD, MOVE_S + 2.0, 30.0, pose(45))) == 0.08


def test_waiting_shows_the_steps_over_and_over() -> None:
    seen = [shown(BAND, SETUP, n * READING_S, None).step.text for n in range(6)]
    assert seen == ["Lie down.", "Raise the leg.", "Hold.", "Hold.", "Lie down.", "Raise the leg."]


def leading_in(elapsed_s: float, ready_in_s: float, phase=HOLD) -> Moment:
    return Moment((phase,), 0, "running", elapsed_s, phase.seconds, (), ready_in_s, 5.0)


def test_a_lead_in_leads_back_into_the_position() -> None:
    told = [shown_at(BAND, leading_in(12.0, left)).step.text for left in (5.0, 2.6, 2.4, 0.1)]
    assert told == ["Raise the leg.", "Raise the leg.", "Hold.", "Hold."]
    first, last = shown_at(BAND, leading_in(12.0, 5.0)), shown_at(BAND, leading_in(12.0, 0.01))
    assert (first.start, first.progress) == (pose(30), 0.0)
    assert (last.end, last.progress, last.lit, last.breath) == (pose(85), 1.0, 0.0, 0.0)


def test_a_lead_in_before_a_hold_from_its_start_ends_where_a_rest_does() -> None:
    assert shown_at(BAND, leading_in(0.0, 0.01)).end == final_pose(BAND, REST)


def test_a_lead_in_before_reps_says_what_comes_before_them() -> None:
    lift = replace(BAND, dose=Dose(2, reps=5, rep_s=4.0), resume=3)
    reps = unroll(routine(1, reps=5), EXERCISES)[1]
    assert shown_at(lift, leading_in(8.0, 2.0, reps)).step.text == "Raise the leg."


@pytest.mark.parametrize(("at", "full"), [(0, 0), (2, 0.5), (4, 1), (7, 0.5), (10, 0), (14, 1)])
def test_breath_is_four_seconds_in_and_six_out(at: float, full: float) -> None:
    assert breath(at) == pytest.approx(full, abs=1e-9)


@pytest.mark.parametrize("at_s", [0.5, 2.0, 3.9, 4.1, 7.0, 9.9, 10.1, 24.5])
def test_the_way_of_the_breath_is_told_as_it_is_shown(at_s: float) -> None:
    assert breathing_in(at_s) == (breath(at_s + 0.01) > breath(at_s))


def test_where_sides_take_turns_every_second_rep_is_the_other_one() -> None:
    reps = unroll(routine(1, reps=5), EXERCISES)[1]
    bug = replace(BAND, other_rep=pose(15))
    ends = [shown(bug, reps, rep * 4.0 + 1.0, 20.0).end for rep in range(4)]
    assert ends == [pose(85), pose(15), pose(85), pose(15)]
    assert shown(bug, reps, 4.0 + 3.0, 20.0).start == pose(15)


def test_where_a_rep_stays_the_next_picture_is_due_when_it_goes_back() -> None:
    bridge = replace(BAND, kind="strength", dose=Dose(2, reps=5, rep_s=4.0))
    reps = unroll(routine(1, reps=5), {**EXERCISES, "band": bridge})[1]
    stays = shown(bridge, reps, 1.5, 20.0)
    assert (stays.progress, stays.lit, pace_s(stays)) == (1.0, 1.0, pytest.approx(2.0 - 1.5))
    assert shown(bridge, reps, 2.0 + 0.06, 20.0).progress > 0.0, "half of it is over, and it goes back"


def test_a_way_that_is_gone_again_and_again_shows_in_the_same_places() -> None:
    reps = unroll(routine(1, reps=5), EXERCISES)[1]
    at_s, seen = 0.001, []
    while at_s < 8.0:
        picture = shown(BAND, reps, at_s, 20.0)
        seen.append((picture.end == pose(85), nearest(picture.progress, picture.places), picture.lit))
        wait_s = pace_s(picture)
        assert wait_s <= 0.042 or picture.progress == 1.0, "25 pictures a second"
        at_s += wait_s + 0.002  # a timer is a little late
    first, second = ([one for one in seen if one[1] < 1.0][at : at + 90] for at in (0, 100))
    assert len(set(first)) == 90, "each place shows once"
    assert set(second[:50]) <= set(seen[:101]), "and again in the next rep"


def test_no_breath_is_seen_in_a_body_that_moves() -> None:
    massage = replace(BAND, held_motion=HeldMotion(pose(60), 8.0))
    into, soon, moving, over = (shown(massage, HOLD, MOVE_S + at, 30.0, pose(45)) for at in (0.0, 0.5, 5.0, 25.5))
    assert into.breath > 0
    assert soon.breath == pytest.approx(0.5 * breath(MOVE_S + 0.5))
    assert moving.breath == 0.0
    assert over.breath == breath(MOVE_S + 25.5)


@pytest.mark.parametrize(("change", "same"), [
    ({"elapsed_s": 4.4}, True), ({"elapsed_s": 5.1}, False), ({"state": "paused"}, False), ({"length_s": 40.0}, False),
    ({"ready_in_s": 2.0}, False), ({"index": 1}, False),
])  # fmt: skip
def test_what_words_tell_of_a_moment(change: dict[str, object], same: bool) -> None:
    moment = Moment((HOLD, REST), 0, "running", 4.2, HOLD.seconds, ())
    assert (told(replace(moment, **change)) == told(moment)) == same
