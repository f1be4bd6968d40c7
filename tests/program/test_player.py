"""Which tones go with what happens in a session."""

from __future__ import annotations

import pytest

from hamstring_gui.domain.moment import Event, LeadInStarted, MarkPassed, PhaseStarted, SessionEnded, StateChanged
from hamstring_gui.domain.routine import unroll
from hamstring_gui.program.player import cues_for
from tests.domain.samples import EXERCISES, START, routine

SETUP, HOLD, REST, *_ = map(PhaseStarted, unroll(routine(), EXERCISES))


@pytest.mark.parametrize(
    ("event", "half_way", "count_in", "was_hold", "cues"),
    [
        (MarkPassed("half"), True, True, True, ("half",)),
        (MarkPassed("half"), False, True, True, ()),
        (MarkPassed("ten"), False, False, True, ("ten",)),
        (MarkPassed("three"), False, True, True, ("count",)),
        (MarkPassed("three"), False, False, True, ()),
        (StateChanged("paused"), False, True, True, ("pause",)),
        (StateChanged("pain"), False, True, True, ("pause",)),
        (SessionEnded("finished", START), False, True, True, ("hold-end", "done")),
        (SessionEnded("finished", START), False, True, False, ("done",)),
        (SessionEnded("ended early", START), False, True, True, ("hold-end",)),
    ],
)
def test_tones(event, half_way: bool, count_in: bool, was_hold: bool, cues: tuple[str, ...]) -> None:
    assert cues_for((event,), half_way, was_hold, count_in=count_in) == cues


@pytest.mark.parametrize(
    ("events", "was_hold", "cues"),
    [
        ((SETUP,), False, ()),
        ((HOLD,), False, ("hold-start",)),
        ((REST,), True, ("hold-end",)),
        ((HOLD,), True, ("hold-end", "hold-start")),
        ((REST, HOLD), True, ("hold-end", "hold-start")),
        ((LeadInStarted(),), True, ("hold-end",)),
        ((LeadInStarted(),), False, ()),
        ((LeadInStarted(), HOLD), True, ("hold-end", "hold-start")),
        ((REST, MarkPassed("three")), True, ("hold-end", "count")),
        ((REST, StateChanged("slept")), True, ("hold-end", "pause")),
    ],
)
def test_tones_come_in_the_order_of_what_happens(
    events: tuple[Event, ...], was_hold: bool, cues: tuple[str, ...]
) -> None:
    assert cues_for(events, False, was_hold, count_in=True) == cues


def test_a_pause_ends_a_hold_to_the_ear() -> None:
    goes_on = (StateChanged("running"), SessionEnded("ended early", START))
    assert cues_for(goes_on, False, True, count_in=True) == ()
