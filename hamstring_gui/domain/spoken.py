"""What is said in a session, and when: pure functions of the moment and the events, beside `guidance`.

`script` gives the lines of the countdown that shows, `answer` what is said at once because something happened. Neither
knows a word: `ui/session/spoken.py` has the words, and how long each takes is asked of `length_s`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Literal

from hamstring_gui.domain.consistency import Week
from hamstring_gui.domain.exercise import Exercise, Side
from hamstring_gui.domain.guidance import READING_S, beats, gets_up
from hamstring_gui.domain.history import HAIR_S
from hamstring_gui.domain.moment import Event, LeadInStarted, Moment, PhaseStarted, StateChanged
from hamstring_gui.domain.routine import Phase
from hamstring_gui.domain.settings import Guidance
from hamstring_gui.domain.values import dataclass, replace

Level = Literal["full", "cues", "off"]
Word = Literal[
    "get up", "hold", "half", "ten", "rest", "press", "ready", "go on", "more seconds", "more reps",
    "paused", "slept", "let go", "no more", "doctor", "done",
]  # fmt: skip

COUNT_S = 4.0
"""So much of the end of each countdown belongs to the count: nothing is said in it."""
AFTER_TONE_S = 0.35
START_S = 0.5
"""What speaks is made ready with the first second of a session; so long it takes."""
BETWEEN_TONES_S = 0.6
"""Where a hold follows on a hold, the tone that begins it comes so long after the one that ends the other."""
BREATH_S = 0.15
"""Of silence between two sentences."""
LATE_S = 1.5
"""What goes with an instant is dropped when it would come later than this."""
TEN_LATE_S = 0.5
"""How many seconds are left is said at that second, or not at all."""
STEP_SEEN_S = 0.5
"""A step is begun to be said so long before the picture goes on to the next one, or not at all."""
SLACK_S = 0.05
"""A sentence is heard a little after it was asked for."""
WAKE_S, AWAKE_S = 0.2, 2.5
"""It is heard later by the first, where nothing was said for longer than the second: a headset wakes up first."""
FULL_SESSIONS = 2
NOTICED_GAP_S = 8.0
"""In a shorter gap there is no time to say which leg comes."""
UNASKED = ("mat",)
"""Equipment that is there anyway."""


@dataclass(frozen=True, slots=True)
class Named:
    """An exercise; `follows` one that was done before."""

    exercise: Exercise
    follows: bool


@dataclass(frozen=True, slots=True)
class Needed:
    """A piece of equipment to be fetched."""

    thing: str


@dataclass(frozen=True, slots=True)
class Working:
    """The leg that works."""

    side: Side


@dataclass(frozen=True, slots=True)
class Switched:
    """The leg that works from now on."""

    side: Side


@dataclass(frozen=True, slots=True)
class SetOf:
    number: int
    sets: int


@dataclass(frozen=True, slots=True)
class Repeated:
    """So many repetitions begin."""

    reps: int


@dataclass(frozen=True, slots=True)
class Told:
    """A step's text."""

    text: str


@dataclass(frozen=True, slots=True)
class Said:
    word: Word


@dataclass(frozen=True, slots=True)
class Days:
    """What a session made of its week."""

    active: int
    goal: int


Saying = Named | Needed | Working | Switched | SetOf | Repeated | Told | Said | Days
"""One sentence."""
Sayings = tuple[Saying, ...]
LengthOf = Callable[[Saying], float]
"""How many seconds a sentence takes; 0 for one that can't be said."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How much is said; `half_way` says whether half of a hold is."""

    level: Level = "full"
    half_way: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """What is said together `at_s` seconds into a countdown, unless it could begin only after `latest_s`.

    An `exact` one belongs to its instant: what comes before it makes room.
    """

    at_s: float
    latest_s: float
    sayings: Sayings
    exact: bool = False


TEN = Said("ten")
PAIN: Sayings = (Said("let go"), Said("no more"), Said("doctor"))


def position_s(moment: Moment) -> float:
    """Seconds into the countdown that shows."""
    return moment.lead_in_s - moment.ready_in_s if moment.leads_in else moment.elapsed_s


def until_count_s(moment: Moment) -> float:
    """Seconds until the count of the countdown that runs; infinite where none does."""
    runs = moment.state == "running" and not (moment.waiting and not moment.leads_in)
    return moment.running_out_s - COUNT_S if runs else math.inf


def script(
    exercises: Mapping[str, Exercise], moment: Moment, begun_s: float, manner: Manner, length_s: LengthOf
) -> tuple[Line, ...]:
    """The lines of the countdown that shows, in order. None begins before the one before has ended, or ends in its last
    four seconds. `begun_s` is how far it was when it began, or went on."""
    if manner.level == "off" or moment.state != "running":
        return ()
    exercise = exercises[moment.phase.exercise]
    full, whole_s = manner.level == "full", math.inf if moment.length_s is None else moment.length_s
    if moment.leads_in:
        return _fitted([*_lead_in(moment)], moment.lead_in_s - COUNT_S, length_s)
    if moment.phase.is_hold:
        held = () if _was_told(exercises, moment, manner, length_s) else (Told(exercise.held.text),)
        ways = [_hold(exercise, moment, begun_s, manner, held)]
    else:
        ways = [
            _gap(exercise, exercises, moment, full=full, leg_apart=apart, brief=brief)
            for brief in ((False, True) if full else (False,))
            for apart in (True, False)
        ]
    lines = [[line for line in way if line.at_s >= begun_s] for way in ways]
    return max((_fitted(wanted, whole_s - COUNT_S, length_s) for wanted in lines), key=partial(_worth, exercise))


def answer(events: Sequence[Event], before: Moment, moment: Moment) -> Sayings:
    """What is said at once, since these things happened; nothing where a script begins by itself."""
    states = [event.state for event in events if isinstance(event, StateChanged)]
    begins = any(isinstance(event, LeadInStarted | PhaseStarted) for event in events)
    match states[-1:]:
        case ["paused"]:
            return (Said("paused"),)
        case ["slept"]:
            return (Said("slept"),)
        case ["pain"]:
            return PAIN
        case ["running"] if not (begins or moment.phase.is_hold):
            return (Said("go on"),)
    grown = moment.index == before.index and (moment.length_s or 0.0) > (before.length_s or 0.0)
    if grown and moment.state == "running" and not begins:
        return (Said("more reps" if moment.phase.reps else "more seconds"),)
    return ()


def begun_at(events: Sequence[Event], before: Moment, moment: Moment) -> float | None:
    """How far the countdown that shows was when these things began it, or let it go on; `None` where it just runs."""
    begins, leads_in, goes_on = (
        any(isinstance(event, kind) and getattr(event, "state", "running") == "running" for event in events)
        for kind in (PhaseStarted, LeadInStarted, StateChanged)
    )
    if moment.leads_in:
        return 0.0 if leads_in else None
    if begins:
        if before.leads_in and before.index == moment.index:
            return before.elapsed_s
        begun = before.begun
        return begun.held_s if begun and moment.phase.is_hold and begun.hold == moment.phase.hold else 0.0
    return moment.elapsed_s if goes_on else None


def due(lines: Iterable[Line], after_s: float, until_s: float) -> Line | None:
    """The line whose turn came between two positions of a countdown, the last of several, unless it is too late."""
    found = [line for line in lines if after_s < line.at_s <= until_s <= line.latest_s]
    return found[-1] if found else None


def manner_for(level: Guidance, done: int, half_way: bool) -> Manner:
    """How an exercise is led through that was done in so many sessions before."""
    if level == "full at first":
        return Manner("full" if done < FULL_SESSIONS else "cues", half_way)
    return Manner(level, half_way)


def praise(week: Week | None) -> Sayings:
    """What is said after the last hold: how the week stands, too, unless it is a rest week, or nothing in it counts."""
    days = (Days(week.active_days, week.goal),) if week and week.active_days and not week.rest else ()
    return (Said("done"), *days)


def to_fetch(exercise: Exercise, at_hand: Iterable[str] = ()) -> Iterator[Needed]:
    """What an exercise needs that isn't there already, whatever its capitals."""
    there = {thing.casefold() for thing in (*UNASKED, *at_hand)}
    return (Needed(thing) for thing in exercise.equipment if thing.casefold() not in there)


# -- what is wanted ------------------------------------------------------------------------------------------------
def _lead_in(moment: Moment) -> Iterator[Line]:
    yield Line(0.0, LATE_S, (Said("ready"), *_leg(moment.phase), *_set(moment.phase)))


def _was_told(exercises: Mapping[str, Exercise], moment: Moment, manner: Manner, length_s: LengthOf) -> bool:
    """Whether the gap before a hold had the time to say the position that is held."""
    gap = _gap_before(moment)
    if gap is None:
        return False
    then = replace(moment, index=moment.index - 1, elapsed_s=0.0, length_s=gap.seconds)
    held = Told(exercises[gap.exercise].held.text)
    return any(held in line.sayings for line in script(exercises, then, 0.0, manner, length_s))


def _hold(exercise: Exercise, moment: Moment, begun_s: float, manner: Manner, held: Sayings) -> Iterator[Line]:
    phase, length_s = moment.phase, moment.length_s or 0.0
    before = moment.phases[moment.index - 1] if moment.index else None
    on_hold = before is not None and before.is_hold and begun_s == 0
    tone_s = AFTER_TONE_S + (BETWEEN_TONES_S if on_hold else 0.0)
    new = begun_s == 0 and manner.level == "full" and _is_first_of_item(moment)
    told = held if new and (exercise.dose.reps or not phase.reps) else ()
    yield Line(begun_s + tone_s, begun_s + tone_s + LATE_S, (*_opening(exercise, moment, begun_s), *told))
    if manner.half_way and length_s >= 30.0:
        half_s = length_s / 2 + AFTER_TONE_S
        yield Line(half_s, half_s + LATE_S, (Said("half"),), exact=True)
    if length_s > 15.0 and not phase.reps:
        yield Line(length_s - 10.0, length_s - 10.0 + TEN_LATE_S, (TEN,), exact=True)


def _opening(exercise: Exercise, moment: Moment, begun_s: float) -> Iterator[Saying]:
    """What a hold begins with, or goes on with: it says what no gap before it had the time to say."""
    phase, before = moment.phase, _gap_before(moment)
    anew = begun_s == 0
    if anew and before is None and _begins_item(moment):
        yield Named(exercise, follows=moment.index > 0)
    if phase.reps:
        yield Repeated(math.ceil(((moment.length_s or 0.0) - begun_s) / phase.rep_s - HAIR_S))
    else:
        yield Said("hold")
    noticed = before is not None and (before.seconds is None or before.seconds >= NOTICED_GAP_S)
    if anew and not (noticed and phase.set == 1):
        yield from _leg(phase)
    if anew:
        yield from _set(phase)


def _gap(
    exercise: Exercise, exercises: Mapping[str, Exercise], moment: Moment, *, full: bool, leg_apart: bool, brief: bool
) -> Iterator[Line]:
    """The steps in pace with the picture. The leg may be named apart, after the first step, which is often for both:
    lie down. In `brief`, what a step names needs no sentence of its own."""
    phase, told = moment.phase, beats(exercise, moment.phase, moment.phase.seconds)
    leg = tuple(_leg(phase)) if phase.kind == "setup" else ()
    apart = leg_apart and full and len(told) > 1
    begins = tuple(
        one for one in _gap_opening(exercise, exercises, moment) if not (brief and _in_a_step(one, exercise))
    )
    opening = (*begins, *(() if apart else leg))
    tone_s = AFTER_TONE_S if moment.index else START_S
    yield Line(tone_s, tone_s + LATE_S, opening)
    end_s = told[-1][0] + READING_S if moment.length_s is None else moment.length_s
    ends = [*(start_s for start_s, _ in told[1:]), end_s]
    for (start_s, step), until_s in zip(told if full else (), ends, strict=False):
        yield Line(max(tone_s, start_s), until_s - STEP_SEEN_S, (Told(step.text),))
        if apart and start_s == 0:
            yield Line(tone_s, end_s, leg)
    if moment.length_s is None:
        yield Line(end_s if full else tone_s, math.inf, (Said("press"),))


def _gap_opening(exercise: Exercise, exercises: Mapping[str, Exercise], moment: Moment) -> Iterator[Saying]:
    phase = moment.phase
    match phase.kind:
        case "rest":
            yield Said("rest")
        case "switch":
            yield Switched(phase.side)
        case _:
            last = moment.phases[moment.index - 1] if moment.index else phase
            follows = last.item != phase.item
            yield Named(exercise, follows)
            if gets_up(moment, exercises):
                yield Said("get up")
            if follows:
                yield from to_fetch(exercise, exercises[last.exercise].equipment)


def _worth(exercise: Exercise, lines: Sequence[Line]) -> int:
    """How many sentences are said, but for those that only say again what a step does."""
    return sum(not _in_a_step(saying, exercise) for line in lines for saying in line.sayings)


def _in_a_step(saying: Saying, exercise: Exercise) -> bool:
    """Whether it says that something is needed which a step names: sit on a firm chair."""
    things = [saying.thing.casefold()] if isinstance(saying, Needed) else []
    return any(thing in step.text.casefold() for thing in things for step in exercise.steps)


def _leg(phase: Phase) -> Iterator[Saying]:
    if phase.side != "both":
        yield Working(phase.side)


def _set(phase: Phase) -> Iterator[Saying]:
    if phase.sets > 1:
        yield SetOf(phase.set, phase.sets)


def _gap_before(moment: Moment) -> Phase | None:
    before = moment.phases[moment.index - 1] if moment.index else None
    return None if before is None or before.is_hold else before


def _begins_item(moment: Moment) -> bool:
    return moment.index == 0 or moment.phases[moment.index - 1].item != moment.phase.item


def _is_first_of_item(moment: Moment) -> bool:
    return not any(one.is_hold and one.item == moment.phase.item for one in moment.phases[: moment.index])


# -- when there is time for it -------------------------------------------------------------------------------------
def _fitted(wanted: list[Line], end_s: float, length_s: LengthOf) -> tuple[Line, ...]:
    """One after another. What doesn't end before the next exact line, or the end, is not said."""
    lines: list[Line] = []
    free_s = 0.0
    for line in wanted:
        at_s = max(line.at_s, free_s)
        wake_s = WAKE_S if not lines or at_s - free_s > AWAKE_S else 0.0
        room_s = min([end_s - SLACK_S - wake_s, *(one.at_s for one in wanted if one.exact and one.at_s > line.at_s)])
        sayings, until_s = [], at_s
        for saying in line.sayings:
            after_s = until_s + length_s(saying)
            if until_s < after_s <= room_s:
                sayings.append(saying)
                until_s = after_s + BREATH_S
        latest_s = min(line.latest_s, room_s + SLACK_S - (until_s - BREATH_S - at_s))
        if sayings and at_s <= latest_s:
            lines.append(Line(at_s, latest_s, tuple(sayings), line.exact))
            free_s = until_s
    return tuple(lines)
