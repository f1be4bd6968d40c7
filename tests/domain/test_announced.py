"""What a screen reader is told of a session: each start, the steps, half, ten seconds, and what stands still."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hamstring_gui.domain.announced import Announced, announced, beginning
from hamstring_gui.domain.moment import Command
from hamstring_gui.domain.session import Session
from hamstring_gui.domain.spoken import Named, Repeated, Said, Saying, SetOf, Switched, Told, Working
from tests.domain.samples import EXERCISES, HandClock, routine, session

RIGHT, LEFT = Working("right"), Working("left")
READY, HOLD, GO_ON = Said("ready"), Said("hold"), Said("go on")
LIE, RAISE, HELD = Told("Lie down."), Told("Raise the leg."), Told("Hold.")


class Listener:
    """Lets time pass as the player does, and notes what is told: seconds, sentences, whether at once."""

    def __init__(self, clock: HandClock, running: Session) -> None:
        self.clock, self.running, self.at_s = clock, running, 0.0
        self.told: list[tuple[float, tuple[Saying, ...], bool]] = []

    def _hear(self, action: Callable[[], tuple]) -> None:
        before = self.running.moment()
        events = action()
        what = announced(EXERCISES, events, before, self.running.moment())
        if what.sayings:
            self.told.append((self.at_s, what.sayings, what.assertive))

    def pass_time(self, seconds: float) -> None:
        for _ in range(round(seconds / 0.5)):
            self.clock.pass_time(0.5)
            self.at_s += 0.5
            self._hear(self.running.tick)

    def wish(self, *commands: Command) -> None:
        for command in commands:
            self._hear(getattr(self.running, command))


@pytest.fixture
def listening() -> Callable[..., Listener]:
    clock = HandClock()
    return lambda **given: Listener(clock, session(routine(**given), clock))


def test_each_start_is_told_with_leg_set_and_step(listening: Callable[..., Listener]) -> None:
    one = listening(sets=2, hold_s=20, setup_s=9, rest_s=6, switch_s=8)
    one.pass_time(9 + 20 + 6 + 20 + 8 + 20 + 6 + 20)
    starts = [(at_s, sayings) for at_s, sayings, at_once in one.told if at_once]
    assert starts == [
        (9, (HOLD, RIGHT, SetOf(1, 2), HELD)),
        (29, (Said("rest"), RIGHT, SetOf(1, 2), Told("Rest."))),
        (35, (HOLD, RIGHT, SetOf(2, 2), HELD)),
        (55, (Switched("left"), SetOf(1, 2), Told("Other leg."))),
        (63, (HOLD, LEFT, SetOf(1, 2), HELD)),
        (83, (Said("rest"), LEFT, SetOf(1, 2), Told("Rest."))),
        (89, (HOLD, LEFT, SetOf(2, 2), HELD)),
    ]
    assert one.told[-1] == (109, (Said("done"),), False)


def test_a_session_begins_with_its_exercise(listening: Callable[..., Listener]) -> None:
    told = beginning(EXERCISES, listening().running.moment())
    assert told == Announced((Named(EXERCISES["band"], False), READY, RIGHT, SetOf(1, 3), LIE), assertive=True)


def test_steps_half_and_ten_are_told_in_between_and_seconds_are_not(listening: Callable[..., Listener]) -> None:
    one = listening(sets=1, hold_s=30, setup_s=9)
    one.pass_time(9 + 29.5)
    assert one.told == [
        (3, (RAISE,), False),
        (6, (HELD,), False),
        (9, (HOLD, RIGHT, HELD), True),
        (24, (Said("half"),), False),
        (29, (Said("ten"),), False),
    ]


def test_steps_of_a_setup_that_waits_are_told_once(listening: Callable[..., Listener]) -> None:
    one = listening(setup_s=None)
    assert beginning(EXERCISES, one.running.moment()).sayings[-2:] == (LIE, Said("press"))
    one.pass_time(60)
    assert [sayings for _, sayings, _ in one.told] == [(RAISE,), (HELD,)]


@pytest.mark.parametrize(
    ("wished", "told"),
    [
        (["pause"], [((Said("paused"),), False)]),
        (["pause", "resume"], [((Said("paused"),), False), ((GO_ON,), False)]),
        (["extend"], [((Said("more seconds"),), False)]),
        (["stop_for_pain"], []),
        (["end"], []),
        (["on"], [((Said("rest"), RIGHT, SetOf(1, 3), Told("Rest.")), True)]),
    ],
)
def test_what_is_wished_in_a_hold(listening: Callable[..., Listener], wished: list[Command], told: list) -> None:
    one = listening()
    one.pass_time(25)
    one.told.clear()
    one.wish(*wished)
    assert [(sayings, at_once) for _, sayings, at_once in one.told] == told


def test_repetitions_are_told_by_their_number(listening: Callable[..., Listener]) -> None:
    one = listening(reps=10, setup_s=4)
    one.pass_time(4)
    assert one.told[-1][1][:2] == (Repeated(10), RIGHT)


def test_what_a_voice_says_is_left_to_it() -> None:
    told = Announced((HOLD, RIGHT, HELD), assertive=True)
    assert told.without({HOLD, RIGHT}) == Announced((HELD,)), "and the voice is not interrupted"
    assert told.without({GO_ON}) == told
    assert told.without({HOLD, RIGHT, HELD}).sayings == ()


def test_a_lead_in_is_a_start_and_so_is_what_follows_it() -> None:
    clock = HandClock()
    one = Listener(clock, session(routine(), clock, lead_in_s=3.0))
    one.pass_time(25)
    one.wish("pause")
    one.told.clear()
    one.wish("resume")
    one.pass_time(3.5)
    starts = [sayings for _, sayings, at_once in one.told if at_once]
    assert starts == [(GO_ON, READY, RIGHT, SetOf(1, 3), RAISE), (HOLD, RIGHT, SetOf(1, 3), HELD)]
