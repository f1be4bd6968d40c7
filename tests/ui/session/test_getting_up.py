"""Between two exercises: who lay on the back and is to be up next is told how to get up, in words and by ear."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

import pytest

from hamstring_gui.domain.announced import beginning
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.going_on import Before
from hamstring_gui.domain.guidance import gets_up
from hamstring_gui.domain.routine import read_routine, unroll
from hamstring_gui.domain.session import Session
from hamstring_gui.domain.spoken import Manner, Named, Said, Told, script
from hamstring_gui.ui import moment_words
from hamstring_gui.ui.session.page import SessionPage
from tests.domain.samples import HandClock, play

Exercises = Mapping[str, Exercise]
END_ON_THE_BACK = {
    "active-knee-extension", "band-hamstring-stretch", "dead-bug", "doorway-hamstring-stretch", "glute-bridge",
    "knee-to-chest", "legs-up-the-wall",
}  # fmt: skip
BEGIN_UP = {
    "ball-hamstring-release", "chair-hamstring-stretch", "half-kneeling-hamstring-stretch", "hip-flexor-stretch",
    "romanian-dead-lift", "wall-calf-stretch",
}  # fmt: skip


def at_setup_of(
    second: str, exercises: Exercises, first: str = "glute-bridge", setup_s: object = 20
) -> tuple[Session, HandClock]:
    """A session of two exercises whose first one is over, and its clock."""
    items = [{"exercise": one, "sets": 1, "hold_s": 10} for one in (first, second)]
    routine = read_routine("r", {"name": "R", "items": items, "setup_s": setup_s}, exercises)
    running = Session(routine, unroll(routine, exercises), clock := HandClock())
    while running.moment().phase.item == 0:
        running.on()
        play(running, clock, 0.5)
    return running, clock


def test_who_lies_on_the_back_gets_up_for_what_begins_up(exercises: Exercises) -> None:
    """Not from the belly, and not to sit on the floor."""
    for first, second in product(exercises, repeat=2):
        moment = at_setup_of(second, exercises, first)[0].moment()
        assert moment.phase.kind == "setup"
        assert gets_up(moment, exercises) is (first in END_ON_THE_BACK and second in BEGIN_UP), (first, second)


def test_who_was_up_meanwhile_is_not_told(exercises: Exercises) -> None:
    """Whoever goes on after an interruption stands at the computer; not so after what was done since."""
    for first, second in product(END_ON_THE_BACK, BEGIN_UP):
        before, clock = at_setup_of(second, exercises, first)
        reached = before.reached
        assert reached is not None
        items = [{"exercise": one, "sets": 1, "hold_s": 10} for one in (first, second)]
        routine = read_routine("r", {"name": "R", "items": items, "setup_s": 20}, exercises)
        running = Session(routine, unroll(routine, exercises), clock)
        running.take_up(Before(before.started_at, before.records, reached))
        moment = running.moment()
        assert (moment.index, moment.kind, moment.phase.exercise) == (before.moment().index, "setup", second)
        assert not gets_up(moment, exercises)
        assert not gets_up(moment.later(0.1), exercises)
        assert Said("get up") not in beginning(exercises, moment).sayings
        assert moment_words.next_up(moment, exercises).startswith("Next: set 1")
        running.back()
        assert running.moment().phase.exercise == first
        while not running.moment().phase.item:
            running.on()
        assert gets_up(running.moment(), exercises), "the one before was done again"


@pytest.mark.parametrize("setup_s", [20, "wait"])
def test_it_is_told_first_by_voice_and_screen_reader(exercises: Exercises, setup_s: object) -> None:
    for second in BEGIN_UP:
        moment = at_setup_of(second, exercises, setup_s=setup_s)[0].moment()
        lines = script(exercises, moment, 0.0, Manner("full"), lambda _: 1.3)
        said = [saying for line in lines for saying in line.sayings]
        assert isinstance(said[0], Named)
        assert said[1] == Said("get up")
        assert beginning(exercises, moment).sayings[1] == Said("get up")
        told = [one for one in said if isinstance(one, Told)]
        steps = [Told(step.text) for step in exercises[second].steps]
        assert told[-1] in steps[1:], "steps in their time, all the same"


def test_it_stands_where_what_is_next_stands_until_one_is_up(application, exercises: Exercises) -> None:
    running, clock = at_setup_of("wall-calf-stretch", exercises)
    assert moment_words.next_up(running.moment(), exercises) == "Roll to one side to get up."
    page = SessionPage()
    page.show_exercises(exercises)
    page.show_no_sound()
    page.set_distance_view(True)
    page.show_moment(running.moment())
    assert page.next.text() == "Roll to one side to get up.", "without sound all the more"
    play(running, clock, 11.0)
    page.show_moment(running.moment())
    assert page.next.text() == "No sound: watch the countdown"
    assert moment_words.next_up(running.moment(), exercises).startswith("Next: set 1")
