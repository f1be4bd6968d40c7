"""The session's rules, one by one, with a clock moved by hand."""

from __future__ import annotations

import gc
import sys
from datetime import timedelta

import pytest

from hamstring_gui.domain.moment import MarkPassed, NotExtended, PhaseStarted, SessionEnded, StateChanged
from hamstring_gui.domain.session import Session
from tests.domain.samples import START, HandClock, play, routine, session


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


def outcomes(running) -> list[tuple[str, int, str, float]]:
    return [(r.side[0].upper(), r.set, r.outcome, round(r.held_s, 6)) for r in running.records]


def test_a_session_left_alone_holds_everything(clock: HandClock) -> None:
    running = session(routine(), clock)
    events = play(running, clock, 252.0)
    assert [(r.side, r.set, r.outcome, r.held_s) for r in running.records] == [
        (side, n, "held", 30.0) for side in ("right", "left") for n in (1, 2, 3)
    ]
    assert events[-1] == SessionEnded("finished", START + timedelta(seconds=252))
    assert running.records[1].started_at == START + timedelta(seconds=20 + 30 + 10)


def test_late_ticks_do_not_move_the_end(clock: HandClock) -> None:
    running = session(routine(sets=1, hold_s=2, setup_s=1, switch_s=1), clock)
    clock.pass_time(4.9)
    running.tick()
    clock.pass_time(4.9)
    events = running.tick()
    assert events[-1] == SessionEnded("finished", START + timedelta(seconds=6))
    assert [r.started_at for r in running.records] == [START + timedelta(seconds=s) for s in (1, 4)]


def test_pausing_stops_the_held_time(clock: HandClock) -> None:
    running = session(routine(sets=1), clock)
    play(running, clock, 30)
    assert running.toggle() == (StateChanged("paused"),)
    clock.pass_time(1000)
    assert running.tick() == ()
    assert running.moment().remaining_s == 20
    running.toggle()
    play(running, clock, 20)
    assert outcomes(running) == [("R", 1, "held", 30)]


@pytest.mark.parametrize(("held_s", "outcome"), [(0.027, "skipped"), (0.99, "skipped"), (1.0, "ended early")])
def test_less_than_a_second_is_skipped(clock: HandClock, held_s: float, outcome: str) -> None:
    running = session(routine(sets=1), clock)
    running.on()
    clock.pass_time(held_s)
    running.on()
    assert outcomes(running) == [("R", 1, outcome, 0 if outcome == "skipped" else held_s)]


@pytest.mark.parametrize("way", ["end", "back", "stop_for_pain"])
def test_no_way_out_keeps_less_than_a_second(clock: HandClock, way: str) -> None:
    running = session(routine(sets=1), clock)
    running.on()
    clock.pass_time(0.5)
    getattr(running, way)()
    assert running.records == () or running.records[0].held_s == 0


@pytest.mark.parametrize(
    ("steps", "empty"),
    [
        ([], True), ([("on", 0.5)], True), ([("on", 2.0)], False), ([("on", 0.5), ("on", 0), ("on", 0.9)], True),
        ([("stop_for_pain", 0)], False), ([("on", 0), ("stop_for_pain", 0)], False), ([("on", 2), ("back", 0)], False),
        ([("on", 0.5), ("end", 0)], True), ([("on", 5), ("end", 0)], False),
    ],
)  # fmt: skip
def test_whether_anything_was_held_or_hurt(clock: HandClock, steps: list[tuple[str, float]], empty: bool) -> None:
    running = session(routine(sets=1), clock)
    for command, seconds in steps:
        getattr(running, command)()
        clock.pass_time(seconds)
        running.tick()
    assert running.is_empty == empty


def test_on_ends_a_hold_early_and_keeps_its_seconds(clock: HandClock) -> None:
    running = session(routine(sets=2), clock)
    play(running, clock, 20 + 12)
    running.on()
    assert running.moment().phase.kind == "rest"
    assert outcomes(running) == [("R", 1, "ended early", 12)]
    running.on()
    assert running.moment().phase.kind == "hold"
    assert running.moment().remaining_s == 30


def test_on_while_paused_stays_paused(clock: HandClock) -> None:
    running = session(routine(sets=2), clock)
    running.toggle()
    running.on()
    clock.pass_time(3)
    running.tick()
    moment = running.moment()
    assert (moment.state, moment.phase.kind, moment.remaining_s) == ("paused", "hold", 30)


def test_back_restarts_a_phase_that_is_more_than_three_seconds_in(clock: HandClock) -> None:
    running = session(routine(sets=2), clock)
    play(running, clock, 20 + 10)
    running.back()
    assert running.moment().remaining_s == 30
    play(running, clock, 5)
    running.on()
    assert outcomes(running) == [("R", 1, "ended early", 10)], "the longer attempt is kept"
    assert running.records[0].started_at == START + timedelta(seconds=20)


def test_back_early_in_a_phase_goes_to_the_previous_hold(clock: HandClock) -> None:
    running = session(routine(sets=2), clock)
    play(running, clock, 20 + 30 + 10 + 2)
    running.back()
    moment = running.moment()
    assert (moment.phase.kind, moment.phase.set, moment.remaining_s) == ("hold", 1, 30)
    play(running, clock, 4)
    running.on()
    assert outcomes(running) == [("R", 1, "held", 30), ("R", 2, "ended early", 2)]


@pytest.mark.parametrize(("into_s", "set_number", "kind"), [(2.75, 1, "hold"), (3.0, 1, "hold"), (3.25, 2, "hold")])
def test_back_goes_to_the_previous_hold_in_the_first_three_seconds(
    clock: HandClock, into_s: float, set_number: int, kind: str
) -> None:
    running = session(routine(sets=2), clock)
    play(running, clock, 20 + 30 + 10 + into_s)
    running.back()
    assert (running.moment().phase.set, running.moment().phase.kind) == (set_number, kind)
    assert running.moment().elapsed_s == 0


def test_back_before_the_first_hold_restarts_the_setup(clock: HandClock) -> None:
    running = session(routine(), clock)
    play(running, clock, 2)
    running.back()
    assert running.moment().phase.kind == "setup"
    assert running.moment().remaining_s == 20


@pytest.mark.parametrize("state", ["running", "paused", "slept"])
def test_ten_seconds_more(clock: HandClock, state: str) -> None:
    """Also while time stands still."""
    running = session(routine(sets=1), clock)
    play(running, clock, 25)
    if state == "paused":
        running.pause()
    clock.pass_time(0, asleep_s=60 if state == "slept" else 0)
    running.extend()
    assert (running.state, running.moment().remaining_s) == (state, 35)
    running.resume()
    play(running, clock, 35)
    assert (running.records[0].planned_s, running.records[0].held_s, running.records[0].outcome) == (30, 40, "held")


@pytest.mark.parametrize(("hold_s", "length_s", "given"), [(3590.0, 3600.0, 1), (3591.0, 3591.0, 0)])
def test_nothing_is_made_longer_than_an_hour(clock: HandClock, hold_s: float, length_s: float, given: int) -> None:
    running = session(routine(sets=1, hold_s=hold_s), clock)
    running.on()
    events = [running.extend() for _ in range(3)]
    assert running.moment().length_s == length_s
    assert events == [()] * given + [(NotExtended("longest"),)] * (3 - given)


def test_what_waits_for_a_key_has_no_time_to_add_to(clock: HandClock) -> None:
    running = session(routine(sets=1, setup_s=None), clock)
    assert running.extend() == (NotExtended("waiting"),)


def test_ending_an_extended_hold_after_its_planned_time_counts_as_held(clock: HandClock) -> None:
    running = session(routine(sets=1), clock)
    play(running, clock, 25)
    running.extend()
    play(running, clock, 28)
    running.on()
    assert outcomes(running) == [("R", 1, "held", 33)]


def test_ten_seconds_more_of_reps_are_whole_reps(clock: HandClock) -> None:
    running = session(routine(sets=1, reps=5), clock)
    play(running, clock, 20 + 6)
    assert running.moment().countdown == 4
    running.extend()
    assert running.moment().countdown == 7 == 4 + running.moment().reps_added


def test_stop_for_pain_ends_the_side_and_goes_on_with_the_other(clock: HandClock) -> None:
    running = session(routine(sets=3), clock)
    play(running, clock, 20 + 30 + 10 + 7)
    running.stop_for_pain()
    assert running.state == "pain"
    clock.pass_time(60)
    running.tick()
    assert outcomes(running) == [("R", 1, "held", 30), ("R", 2, "stopped for pain", 7), ("R", 3, "skipped", 0)]
    running.go_on()
    moment = running.moment()
    assert (moment.phase.kind, moment.phase.side, moment.remaining_s) == ("switch", "left", 12)
    play(running, clock, 12 + 110)
    assert running.state == "ended"
    assert [o[2] for o in outcomes(running)] == ["held", "stopped for pain", "skipped", "held", "held", "held"]


def test_pain_in_turn_leaves_the_other_leg_its_sets_with_rests_between(clock: HandClock) -> None:
    running = session(routine(sets=3, order="in turn"), clock)
    play(running, clock, 20 + 5)
    running.stop_for_pain()
    running.go_on()
    kinds = [(p.kind, p.side) for p in running.moment().phases[1:]]
    assert kinds == [("hold", "right"), ("switch", "left"), ("hold", "left"), *[("rest", "left"), ("hold", "left")] * 2]


def test_pain_in_a_gap_belongs_to_the_set_it_leads_to(clock: HandClock) -> None:
    running = session(routine(sets=2, wall_s=60), clock)
    play(running, clock, 20 + 30 + 4)
    running.stop_for_pain()
    running.end()
    assert outcomes(running) == [
        ("R", 1, "held", 30),
        ("R", 2, "stopped for pain", 0),
        ("L", 1, "skipped", 0),
        ("L", 2, "skipped", 0),
        ("B", 1, "skipped", 0),
    ]


def test_back_does_not_return_to_a_side_stopped_for_pain(clock: HandClock) -> None:
    running = session(routine(sets=1), clock)
    play(running, clock, 20 + 5)
    running.stop_for_pain()
    running.go_on()
    running.back()
    assert running.moment().phase.kind == "switch"


def test_pain_while_repeating_a_set_keeps_the_longer_time_and_the_pain(clock: HandClock) -> None:
    running = session(routine(sets=1), clock)
    play(running, clock, 20 + 25)
    running.back()
    play(running, clock, 5)
    running.stop_for_pain()
    assert outcomes(running)[0] == ("R", 1, "stopped for pain", 25)


def test_ending_early_keeps_what_was_held(clock: HandClock) -> None:
    running = session(routine(sets=1, wall_s=60), clock)
    play(running, clock, 20 + 30 + 12 + 8)
    events = running.end()
    assert events[-1] == SessionEnded("ended early", START + timedelta(seconds=70))
    assert outcomes(running) == [("R", 1, "held", 30), ("L", 1, "ended early", 8), ("B", 1, "skipped", 0)]
    assert running.end() == ()


def test_a_waiting_gap_lasts_until_the_key(clock: HandClock) -> None:
    running = session(routine(sets=1, setup_s=None), clock)
    clock.pass_time(500)
    assert running.tick() == ()
    assert running.moment().waiting
    assert running.moment().countdown is None
    started = running.toggle()
    assert isinstance(started[0], PhaseStarted)
    assert started[0].phase.kind == "hold"
    assert running.moment().remaining_s == 30


def test_no_gap_at_all(clock: HandClock) -> None:
    running = session(routine(sets=2, setup_s=0, rest_s=0, switch_s=0), clock)
    assert [p.kind for p in running.moment().phases] == ["hold"] * 4


def test_commands_after_the_end_do_nothing(clock: HandClock) -> None:
    running = session(routine(sets=1, hold_s=1, setup_s=0, switch_s=0), clock)
    play(running, clock, 2)
    assert running.state == "ended"
    for command in (running.toggle, running.pause, running.resume, running.on, running.back, running.extend,
                    running.stop_for_pain, running.go_on, running.end, running.tick):  # fmt: skip
        assert command() == ()


def test_marks_count_in_and_do_not_pile_up(clock: HandClock) -> None:
    running = session(routine(sets=1), clock)
    marks = [e.mark for e in play(running, clock, 50) if isinstance(e, MarkPassed)]
    assert marks == ["three", "two", "one", "half", "ten", "three", "two", "one"]
    running = session(routine(sets=1), clock)
    play(running, clock, 16)
    clock.pass_time(3)
    assert running.tick() == (MarkPassed("one"),)
    running = session(routine(sets=2, rest_s=5), clock)
    play(running, clock, 20 + 29)
    clock.pass_time(1 + 2.5)
    assert running.tick()[-1] == MarkPassed("three"), "of the rest, into which a late tick led"


def test_the_countdown_is_the_ceiling_of_what_remains(clock: HandClock) -> None:
    running = session(routine(), clock)
    shown = []
    for _ in range(8):
        shown.append(running.moment().countdown)
        play(running, clock, 0.25)
    assert shown == [20, 20, 20, 20, 19, 19, 19, 19]


def test_time_left_counts_everything_to_come(clock: HandClock) -> None:
    running = session(routine(), clock)
    assert running.moment().time_left_s == 252
    play(running, clock, 30)
    running.on()
    assert running.moment().time_left_s == 252 - 20 - 30


def test_back_does_not_return_to_a_side_given_up_in_a_gap(clock: HandClock) -> None:
    running = session(routine(sets=2, switch_s=0), clock)
    play(running, clock, 20 + 30 + 4)
    running.stop_for_pain()
    clock.pass_time(60)
    running.go_on()
    running.back()
    moment = running.moment()
    assert (moment.phase.side, moment.phase.set, moment.phase.kind) == ("left", 1, "hold")


def test_there_is_no_way_back_over_a_stop_for_pain(clock: HandClock) -> None:
    running = session(routine(sets=2, order="in turn"), clock)
    play(running, clock, 20 + 30 + 12 + 30 + 12 + 5)
    running.stop_for_pain()
    running.go_on()
    running.back()
    play(running, clock, 200)
    assert running.state == "ended"
    assert outcomes(running) == [
        ("R", 1, "held", 30),
        ("L", 1, "held", 30),
        ("R", 2, "stopped for pain", 5),
        ("L", 2, "held", 30),
    ]


def test_a_hold_begun_while_paused_starts_when_it_is_resumed(clock: HandClock) -> None:
    running = session(routine(sets=1), clock)
    running.toggle()
    running.on()
    clock.pass_time(300)
    running.toggle()
    play(running, clock, 30)
    assert running.records[0].started_at == START + timedelta(seconds=300)


def test_a_long_hold_gathers_no_memory(clock: HandClock) -> None:
    """A moment is looked at ten times a second."""
    running = session(routine(), clock)
    play(running, clock, 130)
    assert len(running.records) > 2
    looked_at(running, 20)
    gc.collect()
    before = sys.getallocatedblocks()
    looked_at(running, 1000)
    assert sys.getallocatedblocks() - before < 100


def looked_at(running: Session, times: int) -> None:
    for _ in range(times):
        running.tick()
        running.moment().shares_done()
