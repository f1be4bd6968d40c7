"""A stop for pain after which nothing is left: it is through, and what was given up is no part of it."""

from __future__ import annotations

import pytest

from hamstring_gui.domain.moment import SessionEnded
from tests.domain.samples import HandClock, play, routine, session


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


def test_pain_on_the_last_side_finishes(clock: HandClock) -> None:
    running = session(routine(sets=1), clock)
    play(running, clock, 20 + 30 + 12 + 3)
    running.stop_for_pain()
    assert isinstance(running.go_on()[-1], SessionEnded)
    assert running.state == "ended"


@pytest.mark.parametrize(("sets", "held"), [(2, 2), (3, 4)])
def test_what_was_given_up_for_pain_is_no_part_of_a_session_that_ends_with_it(
    clock: HandClock, sets: int, held: int
) -> None:
    running = session(routine(sets=sets), clock)
    while len(running.records) < held:
        play(running, clock, 1, 1.0)
    while not running.moment().phase.is_hold:
        play(running, clock, 1, 1.0)
    play(running, clock, 15, 1.0)
    running.stop_for_pain()
    before = running.moment()
    running.go_on()
    moment = running.moment()
    assert moment.state == "ended"
    assert moment.phases == before.phases[: before.index + 1]
    shares = moment.shares_done()
    assert len(shares) == len(moment.phases)
    assert shares[:-1] == [1.0] * (len(shares) - 1)
    assert shares[-1] == pytest.approx(0.5, abs=0.05)
    assert moment.next_phases == ()


@pytest.mark.parametrize(("sides_before", "outcome"), [(0, "ended early"), (1, "finished")])
def test_who_ends_at_a_pain_with_nothing_left_has_finished(clock: HandClock, sides_before: int, outcome: str) -> None:
    running = session(routine(sets=1), clock)
    play(running, clock, 20 + sides_before * (30 + 12) + 3)
    running.stop_for_pain()
    ended = running.end()[-1]
    assert isinstance(ended, SessionEnded)
    assert ended.outcome == outcome
