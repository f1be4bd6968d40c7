"""The machine sleeps, and somebody sets the clock: the first is never credited, and the second is no sleep."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hamstring_gui.domain.moment import HoldRecorded, SessionEnded, StateChanged
from hamstring_gui.domain.routine import unroll
from hamstring_gui.domain.session import Session
from tests.domain.samples import EXERCISES, START, HandClock, play, routine, session


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


def outcomes(running) -> list[tuple[str, int, str, float]]:
    return [(r.side[0].upper(), r.set, r.outcome, round(r.held_s, 6)) for r in running.records]


@pytest.mark.parametrize(("awake_s", "asleep_s"), [(5.5, 0.0), (2.5, 2.75), (0.5, 3600.0)])
def test_sleep_pauses_at_the_last_good_tick(clock: HandClock, awake_s: float, asleep_s: float) -> None:
    running = session(routine(sets=1), clock)
    play(running, clock, 30)
    clock.pass_time(awake_s, asleep_s)
    assert running.tick() == (StateChanged("slept"),)
    assert running.moment().remaining_s == 20
    assert running.on()[0] == HoldRecorded(running.records[0])
    assert outcomes(running) == [("R", 1, "ended early", 10)]


def test_a_key_that_finds_the_machine_just_woken_does_not_resume(clock: HandClock) -> None:
    running = session(routine(sets=1), clock)
    play(running, clock, 30)
    clock.pass_time(1, asleep_s=100)
    assert running.toggle() == (StateChanged("slept"),)
    assert running.state == "slept"
    assert running.toggle() == (StateChanged("running"),)


@pytest.mark.parametrize("set_s", [7200.0, 40.0, -40.0, -7200.0])
def test_a_clock_that_is_set_is_no_sleep(clock: HandClock, set_s: float) -> None:
    running = session(routine(sets=1), clock)
    play(running, clock, 30)
    clock.be_set(set_s)
    clock.pass_time(1)
    assert running.tick() == ()
    assert running.moment().remaining_s == 19
    ended = play(running, clock, 61)[-1]
    assert ended == SessionEnded("finished", START + timedelta(seconds=92)), "it lasted as long as it lasted"
    assert [record.started_at for record in running.records] == [START + timedelta(seconds=s) for s in (20, 62)]


def test_time_asleep_lies_between_the_stamps(clock: HandClock) -> None:
    running = session(routine(sets=1), clock)
    play(running, clock, 30)
    clock.pass_time(0.25, asleep_s=600)
    running.tick()
    running.toggle()
    ended = play(running, clock, 62.25)[-1]
    assert isinstance(ended, SessionEnded)
    assert ended.at == START + timedelta(seconds=92.25 + 600)
    assert running.records[1].started_at == ended.at - timedelta(seconds=30)


@pytest.mark.parametrize(("sleep_s", "gap", "state"), [(5.0, 6, "slept"), (10.0, 6, "running"), (10.0, 11, "slept")])
def test_how_late_a_tick_may_come_can_be_chosen(clock: HandClock, sleep_s: float, gap: float, state: str) -> None:
    wanted = routine(sets=1)
    running = Session(wanted, unroll(wanted, EXERCISES), clock, sleep_s)
    clock.pass_time(gap)
    running.tick()
    assert running.state == state
