"""A phase that was made longer by "+10 s" stays so when there is a way back to it, unless it was ended early."""

from __future__ import annotations

import pytest

from hamstring_gui.domain.going_on import Before
from tests.domain.samples import HandClock, play, routine, session


@pytest.mark.parametrize(("begin_s", "steps", "length_s"), [
    (20, ["extend", 10, "back"], 40.0),
    (20, [10, "extend", "extend", 10, "back", 4, "back"], 50.0),
    (20, ["extend", 8, "back", 4, "extend"], 50.0),
    (20, [10, "toggle", "extend", "back"], 40.0),
    (20, ["extend", 40, "back"], 40.0),
    (20, ["extend", 5, "on", "back"], 30.0),
    (20, ["extend", 5, "back", 5, "on", "back"], 30.0),
    (0, [5, "extend", "back"], 30.0),
    (20 + 30, [5, "extend", "back"], 20.0),
    (20 + 30, [5, "extend", "on", "back", "on"], 10.0),
    (20 + 30, ["extend", 20 + 1, "back", "on"], 20.0),
    (20 + 30 + 10, ["extend", 2, "back", "on", "on"], 40.0),
    (20 + 30, ["extend", 2, "back", "on", "on", 2, "back", "on"], 10.0),
    (20 + 30, ["extend", 4, "back", 1, "on", 1, "back", "on"], 10.0),
    (0, ["extend", 4, "back", "on", 1, "back"], 30.0),
])  # fmt: skip
def test_back_begins_it_as_long_again(begin_s: int, steps: list[int | str], length_s: float) -> None:
    clock = HandClock()
    running = session(routine(sets=2), clock)
    play(running, clock, begin_s)
    for step in steps:
        if isinstance(step, int):
            play(running, clock, step)
        else:
            getattr(running, step)()
    assert running.moment().length_s == length_s
    running.on()
    running.on()
    assert {record.planned_s for record in running.records} == {30.0}, "the plan is as it was"


@pytest.mark.parametrize(("steps", "lengths_s"), [
    ([20 + 30 + 10, "extend", 2, "back", 1], [30, 10, 40]),
    ([20 + 30 + 10, "extend", "extend", 2, "back", "kill", 20 + 30 + 1], [30, 20, 50]),
    ([20 + 30 + 10, "extend", 2, "back", "on"], [30, 20, 40]),
    ([20 + 30, "extend", 2, "back", 1], [30, 20, 30]),
    ([20 + 30, "extend", 2, "back", "on", "on", 2, "back", 1], [30, 10, 30]),
    ([20 + 30 + 10, "extend", 5, "on"], [30, 10, 30]),
    ([20 + 30 + 10, 5, "extend"], [30, 20, 40]),
    ([20 + 30 + 10, "extend", 5, "on", "back", "back", 1], [30, 10, 30]),
])  # fmt: skip
def test_what_was_made_longer_is_so_after_a_kill(steps: list[int | str], lengths_s: list[int]) -> None:
    """The first leg: its first set, the rest, which a setup stands for where it goes on with the second, and that."""
    clock, sample = HandClock(), routine(sets=2)
    running = session(sample, clock)
    for step in [*steps, "kill"]:
        if isinstance(step, int):
            play(running, clock, step)
        elif step == "kill":
            killed, running = running, session(sample, clock)
            assert killed.reached is not None
            running.take_up(Before(killed.started_at, killed.records_so_far, killed.reached, killed.more))
        else:
            getattr(running, step)()
    assert [one.seconds for one in running.moment().phases if one.side == "right"][1:] == lengths_s


def test_a_set_that_was_begun_comes_whole_again_once_one_before_it_is_repeated() -> None:
    clock, sample = HandClock(), routine(sets=2)
    killed = session(sample, clock)
    play(killed, clock, 20 + 30 + 10 + 12)
    assert killed.reached is not None
    again = session(sample, clock)
    again.take_up(Before(killed.started_at, killed.records_so_far, killed.reached))
    again.back()
    play(again, clock, 30 + 20)
    moment = again.moment()
    assert (moment.phase.set, moment.elapsed_s, again.records[1].held_s) == (2, 0.0, 12.0)


def test_what_comes_again_is_told_as_long_as_it_was_made() -> None:
    clock = HandClock()
    running = session(routine(sets=2, reps=5), clock)
    play(running, clock, 20 + 20 + 10 + 1)
    running.extend()
    running.back()
    again = running.moment().next_phases[1]
    assert (running.moment().length_s, again.set, again.seconds, again.reps) == (20.0, 2, 32.0, 8)


def test_waiting_for_somebody_on_the_way_to_the_mat_makes_nothing_longer() -> None:
    clock = HandClock()
    running = session(routine(sets=2), clock, lead_in_s=5.0)
    play(running, clock, 20 + 30 + 8)
    running.toggle()
    running.toggle()
    assert running.moment().length_s == 13.0
    running.back()
    assert running.moment().length_s == 10.0
