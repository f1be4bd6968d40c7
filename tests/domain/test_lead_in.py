"""Nobody is credited for the way back to the mat: a hold that goes on, or begins again, starts after a lead-in."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hamstring_gui.domain.moment import LeadInStarted, MarkPassed, PhaseStarted, SessionEnded, StateChanged
from hamstring_gui.domain.session import Session
from tests.domain.samples import START, HandClock, play, routine, session

LEAD_S = 5.0


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


def into_a_hold(clock: HandClock, seconds: float = 12, **given: object) -> Session:
    running = session(routine(2, **given), clock, LEAD_S)
    play(running, clock, 20 + seconds)
    return running


def pause_and_go_on(running: Session, clock: HandClock) -> None:
    running.pause()
    clock.pass_time(40)
    running.resume()


def sleep_and_go_on(running: Session, clock: HandClock) -> None:
    clock.pass_time(0, asleep_s=600)
    assert running.toggle()[-1] == StateChanged("slept")
    assert running.toggle()[0] == StateChanged("running")


def press_twice(running: Session, clock: HandClock) -> None:
    running.toggle()
    running.toggle()


@pytest.mark.parametrize("interrupt", [pause_and_go_on, sleep_and_go_on, press_twice])
def test_a_hold_that_goes_on_waits_for_the_lead_in(clock: HandClock, interrupt) -> None:
    running = into_a_hold(clock)
    interrupt(running, clock)
    moment = running.moment()
    assert (moment.leads_in, moment.kind, moment.countdown, moment.elapsed_s) == (True, "setup", 5, 12)
    assert moment.time_left_s == 5 + 18 + 10 + 30 + 12 + 30 + 10 + 30
    events = play(running, clock, LEAD_S)
    assert events == [MarkPassed("three"), MarkPassed("two"), MarkPassed("one"), PhaseStarted(moment.phase)]
    assert (running.moment().leads_in, running.moment().remaining_s) == (False, 18)
    play(running, clock, 18)
    assert [(record.outcome, record.held_s) for record in running.records] == [("held", 30)]


def test_going_on_says_that_it_leads_in(clock: HandClock) -> None:
    running = into_a_hold(clock)
    running.pause()
    assert running.resume() == (StateChanged("running"), LeadInStarted())


@pytest.mark.parametrize(("into_s", "set_number"), [(12, 2), (2, 1)])
def test_a_hold_that_begins_again_waits_for_the_lead_in(clock: HandClock, into_s: float, set_number: int) -> None:
    running = into_a_hold(clock, 30 + 10 + into_s)
    again = running.back()
    phase = running.moment().phase
    assert (phase.set, phase.kind) == (set_number, "hold")
    assert LeadInStarted() in again
    assert PhaseStarted(phase) not in again, "its tone sounds when it begins"
    began = clock.wall + timedelta(seconds=LEAD_S)
    play(running, clock, LEAD_S + 31)
    record = running.records[set_number - 1]
    assert (record.set, record.held_s) == (set_number, 30)
    assert (record.started_at == began) == (set_number == 2), "the first set was held before, and as long"


def test_the_late_tick_after_a_lead_in_credits_what_was_held_since(clock: HandClock) -> None:
    running = into_a_hold(clock)
    running.toggle()
    running.toggle()
    clock.pass_time(4.5)
    running.tick()
    clock.pass_time(2.0)
    assert running.tick() == (PhaseStarted(running.moment().phase),)
    assert running.moment().elapsed_s == pytest.approx(12 + 1.5)


def test_half_time_that_was_told_is_not_told_again(clock: HandClock) -> None:
    running = into_a_hold(clock, 15.25)
    running.toggle()
    running.toggle()
    clock.pass_time(LEAD_S - 0.5)
    assert MarkPassed("half") not in running.tick()
    clock.pass_time(0.625)
    assert running.tick() == (PhaseStarted(running.moment().phase),)


def test_a_timer_is_due_at_the_lead_ins_end(clock: HandClock) -> None:
    running = into_a_hold(clock)
    running.toggle()
    running.toggle()
    clock.pass_time(1)
    assert running.due_in_s() == pytest.approx(4)
    play(running, clock, 5)
    assert running.due_in_s() == pytest.approx(17)


def test_pausing_in_a_lead_in_begins_it_anew(clock: HandClock) -> None:
    running = into_a_hold(clock)
    running.toggle()
    running.toggle()
    play(running, clock, 4)
    running.toggle()
    moment = running.moment()
    assert (moment.state, moment.leads_in, moment.countdown) == ("paused", False, 18)
    clock.pass_time(60)
    running.toggle()
    assert running.moment().ready_in_s == LEAD_S
    assert running.moment().elapsed_s == 12


def test_sleep_in_a_lead_in_begins_it_anew(clock: HandClock) -> None:
    running = into_a_hold(clock)
    running.toggle()
    running.toggle()
    play(running, clock, 4)
    clock.pass_time(1, asleep_s=900)
    assert running.tick() == (StateChanged("slept"),)
    running.toggle()
    assert running.moment().ready_in_s == LEAD_S


def test_skip_ends_a_lead_in_as_it_ends_a_gap(clock: HandClock) -> None:
    running = into_a_hold(clock)
    running.toggle()
    running.toggle()
    play(running, clock, 1)
    assert running.on() == (PhaseStarted(running.moment().phase),)
    assert (running.moment().leads_in, running.moment().remaining_s) == (False, 18)


def test_back_in_a_lead_in_goes_where_it_goes_from_the_hold(clock: HandClock) -> None:
    running = into_a_hold(clock, 30 + 10 + 12)
    running.toggle()
    running.toggle()
    running.back()
    assert (running.moment().phase.set, running.moment().elapsed_s, running.moment().ready_in_s) == (2, 0, LEAD_S)
    running.back()
    assert (running.moment().phase.set, running.moment().ready_in_s) == (1, LEAD_S)
    assert [(record.set, record.held_s) for record in running.records] == [(1, 30), (2, 12)]


def test_ten_seconds_more_in_a_lead_in_make_the_hold_longer(clock: HandClock) -> None:
    running = into_a_hold(clock)
    running.toggle()
    running.toggle()
    running.extend()
    assert (running.moment().countdown, running.moment().length_s) == (5, 40)


@pytest.mark.parametrize("way", ["stop_for_pain", "end"])
def test_what_ends_a_lead_in_keeps_what_was_held_before_it(clock: HandClock, way: str) -> None:
    running = into_a_hold(clock)
    running.toggle()
    running.toggle()
    play(running, clock, 4)
    getattr(running, way)()
    assert running.records[0].held_s == 12
    assert not running.moment().leads_in


def test_going_on_after_pain_leads_in_where_no_gap_does(clock: HandClock) -> None:
    running = into_a_hold(clock, switch_s=0)
    running.stop_for_pain()
    clock.pass_time(60)
    went_on = running.go_on()
    assert went_on == (StateChanged("running"), LeadInStarted())
    assert (running.moment().phase.side, running.moment().ready_in_s) == ("left", LEAD_S)


@pytest.mark.parametrize(("left_s", "then_s"), [(1, LEAD_S), (LEAD_S, LEAD_S), (9, 9)])
def test_a_gap_that_goes_on_lasts_as_long_as_a_lead_in(clock: HandClock, left_s: float, then_s: float) -> None:
    running = into_a_hold(clock, 30 + 10 - left_s)
    assert running.moment().remaining_s == left_s
    running.toggle()
    running.toggle()
    assert (running.moment().kind, running.moment().remaining_s) == ("rest", then_s)


def test_a_short_gap_after_pain_lasts_as_long_as_a_lead_in(clock: HandClock) -> None:
    running = into_a_hold(clock, switch_s=2)
    running.stop_for_pain()
    running.go_on()
    assert (running.moment().kind, running.moment().remaining_s) == ("switch", LEAD_S)


def test_a_hold_reached_while_paused_begins_after_the_lead_in(clock: HandClock) -> None:
    running = session(routine(1), clock, LEAD_S)
    running.toggle()
    assert running.on() == (), "nothing has begun yet"
    clock.pass_time(300)
    running.toggle()
    play(running, clock, LEAD_S + 30)
    assert running.records[0].started_at == START + timedelta(seconds=300 + LEAD_S)
    assert running.records[0].held_s == 30


def test_reps_wait_as_well_and_are_counted_after_it(clock: HandClock) -> None:
    running = into_a_hold(clock, 6, reps=5)
    running.toggle()
    running.toggle()
    assert (running.moment().countdown, running.moment().counts_reps) == (5, False)
    play(running, clock, LEAD_S)
    assert (running.moment().countdown, running.moment().counts_reps) == (4, True)


def test_a_session_left_alone_has_no_lead_in(clock: HandClock) -> None:
    running = session(routine(), clock, LEAD_S)
    events = play(running, clock, 252)
    assert LeadInStarted() not in events
    assert events[-1] == SessionEnded("finished", START + timedelta(seconds=252))


def test_without_a_lead_in_a_hold_goes_on_at_once(clock: HandClock) -> None:
    running = session(routine(), clock)
    play(running, clock, 30)
    running.toggle()
    assert running.toggle() == (StateChanged("running"),)
    assert not running.moment().leads_in


def test_what_shows_of_a_lead_in_empties_as_it_passes(clock: HandClock) -> None:
    running = session(routine(), clock, lead_in_s=5.0)
    play(running, clock, 20.0 + 12.0)
    running.pause()
    running.resume()
    shares = [running.moment().share_left]
    for seconds in (1.0, 3.0):
        play(running, clock, seconds)
        shares.append(running.moment().share_left)
    assert shares == pytest.approx([1.0, 0.8, 0.2])
    play(running, clock, 1.0)
    assert running.moment().share_left == pytest.approx(18 / 30), "and then the hold goes on from where it was"


@pytest.mark.parametrize(
    ("seconds", "ready_in_s", "elapsed_s"), [(0.0, 5, 12), (2.0, 3, 12), (5.0, 0, 12), (7.5, 0, 14.5)]
)
def test_a_moment_later_the_lead_in_passes_first(
    clock: HandClock, seconds: float, ready_in_s: float, elapsed_s: float
) -> None:
    running = into_a_hold(clock)
    press_twice(running, clock)
    later = running.moment().later(seconds)
    assert (later.ready_in_s, later.elapsed_s) == (ready_in_s, elapsed_s)
