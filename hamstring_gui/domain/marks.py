"""The marks of a countdown: what is worth a tone, and when there is another thing to show."""

from __future__ import annotations

import math
from collections.abc import Iterator

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.guidance import (
    BREATH_IN_S,
    BREATH_OUT_S,
    READING_S,
    beats,
    lead_in_beats,
    named_s,
    turns_s,
)
from hamstring_gui.domain.history import HAIR_S
from hamstring_gui.domain.moment import Mark, MarkPassed, Moment

LAST: tuple[tuple[float, Mark], ...] = ((1.0, "one"), (2.0, "two"), (3.0, "three"))


def marks_between(before: float, now: float, length_s: float, *, of_hold: bool = False) -> tuple[MarkPassed, ...]:
    """The marks that lie between two values of what is left (`before` > mark ≥ `now`), the latest only."""
    marks = list(LAST)
    if of_hold and length_s > 15.0:
        marks.append((10.0, "ten"))
    if of_hold and (half_s := half_of(length_s)):
        marks.append((half_s, "half"))
    for left, mark in sorted(marks):
        if now <= left < before and left < length_s:
            return (MarkPassed(mark),)
    return ()


def half_of(length_s: float) -> float:
    """How far into a hold, and from its end, half of it is over; 0 where that is not worth a word."""
    return length_s / 2 if length_s >= 30.0 else 0.0


def half_in_s(moment: Moment) -> float:
    """Seconds until half of a hold is over, which is told by sound too; infinite where that doesn't come."""
    left_s = half_of(moment.length_s or 0.0) - moment.elapsed_s
    return left_s if moment.phase.is_hold and not moment.leads_in and left_s > HAIR_S else math.inf


def changes_in_s(exercise: Exercise, moment: Moment) -> float:
    """Seconds until another step, count of reps or word shows, or half of a hold is over, if nothing else happens;
    infinite where all that comes is the next whole second."""
    return min((at_s for at_s in _changes(exercise, moment) if at_s > HAIR_S), default=math.inf)


def _changes(exercise: Exercise, moment: Moment) -> Iterator[float]:
    if moment.leads_in:
        done_s = moment.lead_in_s - moment.ready_in_s
        yield from (start_s - done_s for start_s, _ in lead_in_beats(exercise, moment))
    elif moment.phase.is_hold:
        yield from _in_a_hold(moment)
    else:
        yield from _in_a_gap(exercise, moment)


def _in_a_hold(moment: Moment) -> Iterator[float]:
    yield half_in_s(moment)
    if moment.phase.reps:
        yield from _next_of(moment.phase.rep_s, moment.elapsed_s)
    else:
        breath_s = BREATH_IN_S + BREATH_OUT_S
        for turn_s in (BREATH_IN_S, breath_s):
            yield from _next_of(breath_s, moment.elapsed_s - turn_s)


def _in_a_gap(exercise: Exercise, moment: Moment) -> Iterator[float]:
    phase, elapsed_s = moment.phase, moment.elapsed_s
    told = beats(exercise, phase, phase.seconds)
    if phase.seconds is None and phase.kind == "setup":
        elapsed_s %= (len(told) + 1) * READING_S
    yield from (start_s - elapsed_s for start_s, _ in told)
    if phase.kind == "setup":
        yield named_s(moment) - moment.elapsed_s
    if phase.kind == "switch":
        yield turns_s(told, phase.seconds) - elapsed_s


def _next_of(period_s: float, elapsed_s: float) -> Iterator[float]:
    """Seconds until a whole number of periods is over."""
    yield period_s - (elapsed_s + HAIR_S) % period_s + HAIR_S
