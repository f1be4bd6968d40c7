"""What a screen reader is told of a session: a pure function of the moment and the events, beside `spoken`.

It is what a voice would say, and what the screen shows beside it: whoever can't see the countdown hears each start, the
steps as they come, half, ten seconds, and that time stands still. The countdown itself is never read.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence

from hamstring_gui.domain.exercise import Exercise, Step
from hamstring_gui.domain.guidance import READING_S, beats, gets_up, names_exercise, shown_at
from hamstring_gui.domain.history import HAIR_S
from hamstring_gui.domain.moment import (
    Event,
    LeadInStarted,
    MarkPassed,
    Moment,
    PhaseStarted,
    SessionEnded,
    StateChanged,
)
from hamstring_gui.domain.spoken import (
    TEN,
    Named,
    Repeated,
    Said,
    Saying,
    Sayings,
    SetOf,
    Switched,
    Told,
    Working,
    answer,
)
from hamstring_gui.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Announced:
    """Sentences that are said together; an `assertive` one takes the place of what is being said."""

    sayings: Sayings = ()
    assertive: bool = False

    def without(self, heard: Collection[Saying]) -> Announced:
        """What is left of it where a voice says some of the same: that is not interrupted."""
        left = tuple(one for one in self.sayings if one not in heard)
        return self if left == self.sayings else Announced(left)


def beginning(exercises: Mapping[str, Exercise], moment: Moment) -> Announced:
    """What is told of the countdown that begins: the phase, the leg, the set, and what to do."""
    return Announced(tuple(_start(exercises, moment)), assertive=True)


def announced(exercises: Mapping[str, Exercise], events: Sequence[Event], before: Moment, moment: Moment) -> Announced:
    """What is told since these things happened, or since another step shows."""
    ended = [event.outcome for event in events if isinstance(event, SessionEnded)]
    if ended:
        return Announced((Said("done"),) if ended == ["finished"] else ())
    states = [event.state for event in events if isinstance(event, StateChanged)]
    if moment.state == "running" and any(isinstance(event, PhaseStarted | LeadInStarted) for event in events):
        goes_on: Sayings = (Said("go on"),) if "running" in states else ()
        start = beginning(exercises, moment)
        return Announced((*goes_on, *start.sayings), assertive=True)
    if "pain" in states:
        return Announced()  # the question that it is asked with is read
    told = answer(events, before, moment) or ((Said("go on"),) if "running" in states else ())
    return Announced((*told, *_marks(events), *_next_step(exercises[moment.phase.exercise], before, moment)))


def _start(exercises: Mapping[str, Exercise], moment: Moment) -> Iterator[Saying]:
    phase, exercise = moment.phase, exercises[moment.phase.exercise]
    if moment.kind == "setup":
        if names_exercise(moment):
            yield Named(exercise, follows=moment.index > 0)
            if gets_up(moment, exercises):
                yield Said("get up")
        yield Said("ready")
    elif phase.kind == "rest":
        yield Said("rest")
    elif phase.kind == "hold" and phase.reps:
        yield Repeated(math.ceil(moment.remaining_s / phase.rep_s - HAIR_S))
    elif phase.kind == "hold":
        yield Said("hold")
    yield Switched(phase.side) if phase.kind == "switch" and not moment.leads_in else Working(phase.side)
    if phase.sets > 1:
        yield SetOf(phase.set - 1 if phase.kind == "rest" else phase.set, phase.sets)
    yield Told(shown_at(exercise, moment).step.text)
    if moment.waiting:
        yield Said("press")


def _marks(events: Sequence[Event]) -> Iterator[Saying]:
    for event in events:
        match event:
            case MarkPassed("ten"):
                yield TEN
            case MarkPassed("half"):
                yield Said("half")


def _next_step(exercise: Exercise, before: Moment, moment: Moment) -> Iterator[Saying]:
    """The step that the picture has gone on to; of a phase that waits, only in the first round."""
    if moment.kind == "hold" or moment.state != "running" or _repeats(exercise, moment):
        return
    step = shown_at(exercise, moment).step
    if (before.index, before.leads_in) == (moment.index, moment.leads_in) and step != _shown(exercise, before):
        yield Told(step.text)


def _repeats(exercise: Exercise, moment: Moment) -> bool:
    if moment.length_s is not None:
        return False
    return moment.elapsed_s >= beats(exercise, moment.phase, None)[-1][0] + READING_S


def _shown(exercise: Exercise, moment: Moment) -> Step:
    return shown_at(exercise, moment).step
