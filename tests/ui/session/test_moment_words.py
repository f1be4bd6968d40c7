"""What a moment of a session says in words, for each of its phases."""

from __future__ import annotations

import pytest

from hamstring_gui.domain.guidance import shown_at
from hamstring_gui.domain.moment import Moment, State
from hamstring_gui.domain.routine import unroll
from hamstring_gui.ui import moment_words
from tests.domain.samples import EXERCISES, routine

pytestmark = pytest.mark.usefixtures("application")
PHASES = unroll(routine(2, wall_s=60.0), EXERCISES)
"""20 setup, 30 R1, 10 rest, 30 R2, 12 switch, 30 L1, 10 rest, 30 L2, 20 setup, 60 both."""


def moment(index: int, elapsed_s: float = 0.0, state: State = "running") -> Moment:
    return Moment(PHASES, index, state, elapsed_s, PHASES[index].seconds, ())


@pytest.mark.parametrize(
    ("index", "phase", "of", "after"),
    [
        (0, "GET READY", "Set 1 of 2", "Next: set 1, right leg, 30 s"),
        (1, "HOLD", "Set 1 of 2", "Next: rest 10 s, then set 2"),
        (2, "REST", "Set 1 of 2", "Next: set 2, right leg, 30 s"),  # until the next one begins
        (3, "HOLD", "Set 2 of 2", "Next: your left leg"),
        (4, "SWITCH", "Set 1 of 2", "Next: set 1, left leg, 30 s"),
        (7, "HOLD", "Set 2 of 2", "Next: Wall"),
        (8, "GET READY", "Set 1 of 1", "Next: set 1, 60 s"),
        (9, "HOLD", "Set 1 of 1", "Next: done"),
    ],
)
def test_each_phase(index: int, phase: str, of: str, after: str) -> None:
    here = moment(index)
    assert moment_words.phase_word(here) == phase
    assert (moment_words.set_of(here.phase), moment_words.next_up(here, EXERCISES)) == (of, after)


@pytest.mark.parametrize(
    ("index", "elapsed_s", "state", "says"),
    [
        (1, 0.0, "running", "Breathe in"), (1, 3.9, "running", "Breathe in"), (1, 4.0, "running", "Breathe out"),
        (1, 9.9, "running", "Breathe out"), (1, 10.0, "running", "Breathe in"), (1, 5.0, "paused", ""),
        (1, 5.0, "slept", ""), (1, 5.0, "pain", ""), (2, 5.0, "running", ""), (0, 5.0, "running", ""),
    ],
)  # fmt: skip
def test_the_breath_is_led_while_one_holds(index: int, elapsed_s: float, state: State, says: str) -> None:
    assert moment_words.breath_word(moment(index, elapsed_s, state)) == says


@pytest.mark.parametrize(
    ("elapsed_s", "says"), [(0.0, "4 min 12 s left"), (0.4, "4 min 12 s left"), (1.0, "4 min 11 s left")]
)
def test_the_time_left_is_told_up_to_the_whole_second(elapsed_s: float, says: str) -> None:
    assert moment_words.time_left(moment(0, elapsed_s)) == says


def test_the_leg_that_comes_is_named_while_the_other_lets_go() -> None:
    told = [
        moment_words.leg(here.phase, shown_at(EXERCISES["band"], here)) for here in (moment(4, 1.0), moment(4, 11.0))
    ]
    assert told == ["Left leg next", "Left leg"]


def test_there_is_time_to_read_how_to_get_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moment_words, "gets_up", lambda *_: True)
    told = [moment_words.next_up(moment(8, at_s), EXERCISES) for at_s in (0.0, 9.9, 10.0)]
    assert told == ["Roll to one side to get up."] * 2 + ["Next: set 1, 60 s"]
