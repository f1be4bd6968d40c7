"""A session that is added by hand: what a routine consists of, and what was done of it in so many minutes a leg.

The minutes are asked of the hamstring stretches, where the routine has any; its other exercises are then taken to be
done as it has them. Of a routine without a hamstring stretch the minutes are those of all that it has.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from hamstring_gui.domain.exercise import Exercise, Side
from hamstring_gui.domain.history import in_ms
from hamstring_gui.domain.routine import Routine
from hamstring_gui.domain.values import dataclass

Done = tuple[str, Side, float]
"""An exercise's id, a side, and the seconds that it was held."""


@dataclass(frozen=True, slots=True)
class Part:
    """One exercise of a routine: `seconds` for each leg, or for both at once; `asked`: whether they are asked for."""

    exercise: str
    each_side: bool
    seconds: float
    asked: bool


def parts_of(routine: Routine | None, exercises: Mapping[str, Exercise]) -> tuple[Part, ...]:
    """What a routine consists of, each exercise once; without a routine, stretching in general."""
    seconds: dict[str, float] = {}
    for item in routine.items if routine else ():
        seconds[item.exercise] = seconds.get(item.exercise, 0.0) + item.dose.sets * item.dose.set_s
    known = [exercises[one] for one in seconds]
    stretching = any(one.stretches_hamstring for one in known)
    parts = [Part(one.id, one.each_side, seconds[one.id], one.stretches_hamstring or not stretching) for one in known]
    return tuple(parts) or (Part("", True, 0.0, True),)


def asked_s(parts: Sequence[Part]) -> float:
    """The seconds for each leg that the routine has of what is asked for."""
    return math.fsum(part.seconds for part in parts if part.asked)


def done_of(parts: Sequence[Part], left_s: float, right_s: float) -> tuple[Done, ...]:
    """What was done when so many seconds were held with each leg: in the proportions of the routine.

    An exercise of both legs at once was done as long as both say, and by one leg alone for what that has more.
    """
    whole, before, done = asked_s(parts), 0.0, []
    for part in parts:
        left = right = part.seconds
        if part.asked:
            after = before + part.seconds
            shares = (before / whole, after / whole) if whole else (0.0, 1.0)
            left, right, before = _piece(left_s, *shares), _piece(right_s, *shares), after
        both = 0.0 if part.each_side else min(left, right)
        sides: tuple[tuple[Side, float], ...] = (("both", both), ("left", left - both), ("right", right - both))
        done += [(part.exercise, side, in_ms(seconds)) for side, seconds in sides if seconds > 0]
    return tuple(done)


def _piece(seconds: float, begin: float, end: float) -> float:
    """What lies between two shares, in whole milliseconds, as they are counted: all pieces are as much as the whole."""
    return in_ms(in_ms(seconds * end) - in_ms(seconds * begin))
