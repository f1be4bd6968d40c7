"""Going on with a session that was interrupted: from which set, after which gap, with which records."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamstring_gui.domain.going_on import Before, Underway, ahead, fitting, is_offered, leads_on, offer_of
from hamstring_gui.domain.history import HoldRecord
from hamstring_gui.domain.moment import LeadInStarted, MarkPassed, PhaseStarted, Reached, SessionEnded
from hamstring_gui.domain.routine import Routine, unroll
from hamstring_gui.domain.session import Session
from hamstring_gui.domain.values import replace
from tests.domain.samples import EXERCISES, START, HandClock, play, routine, session

SAMPLE = routine(2, 30.0, wall_s=60.0)
"""20 setup, 30 R1, 10 rest, 30 R2, 12 switch, 30 L1, 10, 30 L2; 20 setup, 60 both."""


def gone_on(killed: Session, clock: HandClock, sample: Routine = SAMPLE, lead_in_s: float = 0.0) -> Session:
    reached = killed.reached
    assert reached is not None
    one = Session(sample, unroll(sample, EXERCISES), clock, lead_in_s=lead_in_s)
    one.take_up(Before(killed.started_at, killed.records_so_far, reached))
    return one


def after(seconds: float, sample: Routine = SAMPLE) -> Session:
    clock = HandClock()
    one = session(sample, clock)
    play(one, clock, seconds)
    return one


def clock_left(killed: Session) -> float:
    """Seconds from the set that was reached to the end, as it would have been."""
    moment = killed.moment()
    return moment.time_left_s - (0.0 if moment.phase.is_hold else moment.remaining_s)


@pytest.mark.parametrize(("seconds", "reached", "first", "coming"), [
    (20 + 7, Reached(0, 7.0, 30.0), "setup", ("right", 1)),
    (20 + 30 + 4, Reached(1), "setup", ("right", 2)),
    (20 + 30 + 10 + 29, Reached(1, 29.0, 30.0), "setup", ("right", 2)),
    (20 + 30 + 10 + 30 + 5, Reached(2), "setup", ("left", 1)),
    (20 + 30 + 10 + 30 + 12 + 30 + 10 + 30 + 3, Reached(4), "setup", ("both", 1)),
])  # fmt: skip
def test_it_goes_on_with_that_set_after_a_setup(
    seconds: float, reached: Reached, first: str, coming: tuple[str, int]
) -> None:
    killed = after(seconds)
    assert killed.reached == reached
    clock = HandClock(mono=5.0, wall=START + timedelta(hours=1))
    again = gone_on(killed, clock)
    moment = again.moment()
    assert (moment.phase.kind, moment.length_s, moment.elapsed_s) == (first, 20.0, 0.0)
    assert (moment.phase.side, moment.phase.set) == coming
    assert again.records == killed.records_so_far
    assert again.started_at == START
    left = clock_left(killed)
    assert moment.time_left_s == pytest.approx(20.0 + left, abs=1.0)
    play(again, clock, 20.0)
    assert again.moment().phase.is_hold
    assert again.moment().time_left_s == pytest.approx(left)
    assert again.moment().remaining_s == pytest.approx((reached.length_s or again.moment().length_s) - reached.held_s)
    play(again, clock, 400.0)
    assert again.state == "ended"
    assert [record.outcome for record in again.records] == ["held"] * 5
    assert [record.held_s for record in again.records] == [record.planned_s for record in again.records]


def test_marks_of_what_was_held_before_do_not_sound_again() -> None:
    clock = HandClock()
    again = gone_on(after(20 + 26), clock)
    events = play(again, clock, 20.0 + 4.0)
    sounded = [event.mark for event in events if isinstance(event, MarkPassed)]
    assert sounded == ["three", "two", "one", "three", "two", "one"]


def test_a_set_that_was_gone_on_with_began_when_it_began() -> None:
    clock = HandClock(wall=START + timedelta(hours=2))
    again = gone_on(after(20 + 12), clock)
    play(again, clock, 20 + 18 + 1)
    assert again.records[0].started_at == START + timedelta(seconds=20)


def test_back_begins_it_anew_and_the_longer_attempt_stays() -> None:
    clock = HandClock()
    again = gone_on(after(20 + 26), clock)
    play(again, clock, 20 + 1)
    again.back()
    assert again.moment().elapsed_s == 0.0
    play(again, clock, 5)
    again.on()
    assert (again.records[0].held_s, again.records[0].outcome) == (27.0, "ended early")


def test_a_hold_that_was_made_longer_goes_on_for_as_long() -> None:
    clock = HandClock()
    one = session(SAMPLE, clock)
    play(one, clock, 20 + 5)
    one.extend(30)
    play(one, clock, 40)
    assert one.reached == Reached(0, 45.0, 60.0)
    again = gone_on(one, clock)
    play(again, clock, 20 + 14)
    assert again.moment().remaining_s == pytest.approx(1.0)
    play(again, clock, 2)
    assert again.records[0].held_s == 60.0


def test_so_does_one_that_was_about_to_begin_anew() -> None:
    clock = HandClock()
    one = session(SAMPLE, clock, lead_in_s=5.0)
    play(one, clock, 20 + 5)
    one.extend()
    one.back()
    assert one.reached == Reached(0, 0.0, 40.0)
    again = gone_on(one, clock)
    assert again.moment().next_phases[0].seconds == 40.0
    play(again, clock, 20 + 1)
    assert again.moment().remaining_s == 39.0


def test_paused_asleep_or_in_a_lead_in_it_has_come_as_far() -> None:
    clock = HandClock()
    one = session(SAMPLE, clock, lead_in_s=5.0)
    play(one, clock, 20 + 9)
    one.pause()
    play(one, clock, 600)
    assert one.reached == Reached(0, 9.0, 30.0)
    one.resume()
    play(one, clock, 2)
    assert one.reached == Reached(0, 9.0, 30.0)
    clock.pass_time(1.0, asleep_s=5000)
    one.tick()
    assert one.reached == Reached(0, 9.0, 30.0)


def test_without_a_setup_there_is_the_lead_in() -> None:
    sample = routine(2, 30.0, setup_s=0.0)
    killed = after(12, sample)
    clock = HandClock()
    again = gone_on(killed, clock, sample, lead_in_s=5.0)
    assert again.moment().leads_in
    assert [event for event in again.tick() if isinstance(event, LeadInStarted | PhaseStarted)] == []
    play(again, clock, 5 + 17.75)
    assert again.moment().remaining_s == pytest.approx(0.25)
    short = gone_on(after(30), clock, routine(2, 30.0, setup_s=2.0), lead_in_s=5.0)
    assert short.moment().length_s == 5.0, "nobody is credited for the way to the mat"


def test_a_setup_that_waits_for_a_key_waits_for_it() -> None:
    sample = routine(2, 30.0, setup_s=None)
    clock = HandClock()
    one = session(sample, clock)
    one.toggle()
    play(one, clock, 10)
    again = gone_on(one, clock, sample)
    assert again.moment().waiting
    play(again, clock, 100)
    again.toggle()
    play(again, clock, 1)
    assert again.moment().elapsed_s == 11.0


@pytest.mark.parametrize("seconds", [20 + 5, 20 + 30 + 3])
def test_after_a_pain_it_goes_on_where_that_would_have_led(seconds: float) -> None:
    clock = HandClock()
    one = session(SAMPLE, clock)
    play(one, clock, seconds)
    one.stop_for_pain()
    assert one.reached == Reached(2)
    again = gone_on(one, clock)
    assert again.moment().phase.side == "left"
    assert not any(phase.is_hold and phase.side == "right" and phase.set == 2 for phase in again.moment().next_phases)
    again.back()
    assert again.moment().phase.side == "left", "there is no way back over a pain"
    play(again, clock, 400)
    outcomes = [record.outcome for record in again.records]
    assert "stopped for pain" in outcomes
    assert outcomes[2:] == ["held", "held", "held"]


def test_a_pain_that_was_gone_on_from_is_remembered_later() -> None:
    clock = HandClock()
    one = session(SAMPLE, clock)
    play(one, clock, 20 + 5)
    one.stop_for_pain()
    one.go_on()
    play(one, clock, 12 + 30 + 10 + 7)
    again = gone_on(one, clock)
    assert (again.moment().phase.side, again.moment().phase.set) == ("left", 2)
    again.back()
    assert (again.moment().phase.side, again.moment().phase.set) == ("left", 1)
    again.back()
    assert again.moment().phase.side == "left"


def test_after_a_pain_in_the_last_exercise_nothing_is_left() -> None:
    clock = HandClock()
    one = session(SAMPLE, clock)
    play(one, clock, 20 + 30 + 10 + 30 + 12 + 30 + 10 + 30 + 20 + 4)
    one.stop_for_pain()
    assert one.reached is None
    one.end()
    assert one.reached is None


def test_records_that_somebody_edited_meanwhile_do_not_stand_in_the_way() -> None:
    phases = unroll(SAMPLE, EXERCISES)
    record = HoldRecord(0, "band", "right", 1, 30.0, 30.0, "held", START)
    odd = (replace(record, position=77), replace(record, position=1, side="left"), replace(record, exercise="gone"))
    assert fitting((*odd, record), phases) == {0: record}


def test_how_long_it_is_offered() -> None:
    hours = timedelta(hours=1)
    assert is_offered(START, START + 12 * hours)
    assert not is_offered(START, START + 12 * hours + timedelta(seconds=1))
    assert is_offered(START, START - 48 * hours), "somebody set the clock back"


def test_what_is_offered() -> None:
    under = Underway(SAMPLE, "left", {}, Reached(1, 10.0, 30.0), START)
    held = [HoldRecord(0, "band", "left", 1, 30.0, 30.0, "held", START)]
    offer = offer_of(under, held, "Mine", EXERCISES)
    assert (offer.routine_name, offer.held, offer.sets, offer.exercise, offer.unit) == ("Mine", 1, 5, "Band", "holds")
    assert (offer.coming.side, offer.coming.set, offer.coming.seconds, offer.begun) == ("left", 2, 20.0, True)
    longer = replace(under, reached=Reached(1), more={("hold", 1): 10.0})
    assert offer_of(longer, held, "Mine", EXERCISES).coming.seconds == 40.0
    unbegun = offer_of(replace(under, reached=Reached(1, 0.0, 40.0)), held, "Mine", EXERCISES)
    assert (unbegun.coming.seconds, unbegun.begun) == (40.0, False), "it was made longer before it began"
    reps = replace(under, routine=routine(2, reps=5), reached=Reached(0, 9.0, 20.0))
    offer = offer_of(reps, (), "Mine", EXERCISES)
    assert (offer.coming.reps, offer.exercise, offer.unit) == (3, "", "sets")
    hurt = [*held, replace(held[0], position=1, set=2, held_s=3.0, outcome="stopped for pain")]
    skipped = replace(held[0], position=2, side="right", held_s=0.0, outcome="skipped")
    since = replace(held[0], position=2, side="right", held_s=5.0, outcome="ended early")
    told = [offer_of(under, holds, "Mine", EXERCISES).hurt for holds in (held, [skipped, *hurt], [*hurt, since])]
    assert told == [False, True, False]


def test_an_exercise_is_as_it_was_when_it_was_run() -> None:
    sample = routine(2, 30.0)
    under = Underway(sample, "right", {"band": replace(EXERCISES["band"], each_side=False)}, Reached(1), START)
    assert {phase.side for phase in under.unrolled(EXERCISES)} == {"both"}
    assert leads_on(under, (), {})


def test_what_is_left_ends_with_the_phases() -> None:
    assert ahead(unroll(SAMPLE, EXERCISES), SAMPLE, {}, 5).index == len(unroll(SAMPLE, EXERCISES))


@given(
    sets=st.integers(1, 3),
    hold_s=st.sampled_from([2.0, 7.5, 30.0]),
    gaps=st.tuples(*(st.sampled_from([0.0, 1.0, 12.0]) for _ in range(3))),
    order=st.sampled_from(["one leg, then the other", "in turn"]),
    wall_s=st.sampled_from([0.0, 20.0]),
    reps=st.sampled_from([0, 0, 3]),
    lead_in_s=st.sampled_from([0.0, 5.0]),
    kills=st.lists(st.floats(0.1, 120.0), min_size=1, max_size=4),
)
def test_whenever_it_is_killed_the_same_sets_are_held(  # type: ignore[no-untyped-def]
    sets, hold_s, gaps, order, wall_s, reps, lead_in_s, kills
) -> None:
    setup_s, rest_s, switch_s = gaps
    sample = routine(
        sets, hold_s, setup_s=setup_s, rest_s=rest_s, switch_s=switch_s, order=order, wall_s=wall_s, reps=reps
    )
    planned = [phase for phase in unroll(sample, EXERCISES) if phase.is_hold]
    clock = HandClock()
    one = session(sample, clock, lead_in_s)
    held_s = 0.0
    for seconds in kills:
        play(one, clock, seconds, step=1.0)
        if one.state == "ended":
            break
        assert sum(record.held_s for record in one.records_so_far) >= held_s, "nothing is lost"
        held_s = sum(record.held_s for record in one.records_so_far)
        clock = HandClock(mono=7.0, wall=clock.wall - timedelta(minutes=3))
        one = gone_on(one, clock, sample, lead_in_s)
    play(one, clock, 900.0, step=2.0)
    assert one.state == "ended"
    assert [(record.exercise, record.side, record.set) for record in one.records] == [
        (phase.exercise, phase.side, phase.set) for phase in planned
    ]
    assert all(record.outcome == "held" for record in one.records)
    assert [record.held_s for record in one.records] == pytest.approx([phase.seconds for phase in planned])


def test_it_ends_no_sooner_than_it_began_though_the_clock_was_set_back() -> None:
    killed = after(20 + 7)
    clock = HandClock(wall=START - timedelta(days=1))
    again = gone_on(killed, clock)
    *_, ended = again.end()
    assert isinstance(ended, SessionEnded)
    assert ended.at == START


@pytest.mark.parametrize(("held_s", "known"), [(0.0, []), (0.75, []), (1.0, [1.0]), (4.25, [4.25])])
def test_what_is_held_is_known_from_its_first_second_on(held_s: float, known: list[float]) -> None:
    assert [record.held_s for record in after(20 + held_s).records_so_far] == known
