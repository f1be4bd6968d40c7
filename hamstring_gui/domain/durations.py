"""Lengths of time as people type them and step through them, how long each leg is held, and seconds as they are shown.

What was held is shown in whole seconds. Those of a session are rounded once, all together; its legs, and the sets of a
leg, share them out, so that nothing contradicts what stands beside it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.history import HoldRecord
from hamstring_gui.domain.routine import Phase

_NUMBER = r"\d+(?:[.,]\d+)?"
_CLOCK = r"(\d+):([0-5]?\d(?:[.,]\d+)?)"
_WORDS = rf"(?:({_NUMBER})(?:m(?:in(?:ute)?s?)?\.?|[’'′]))?(?:({_NUMBER})(?:s(?:ec(?:ond)?s?)?\.?|[”\"″])?)?"


def read_seconds(text: str) -> float | None:
    """The seconds that a person means: `45`, `45 s`, `1:30`, `1 min 30 s`, `90s`, `2m`, `1.5 min`.

    A bare number is seconds. `None` for what is no length of time.
    """
    packed = re.sub(r"\s+|,(?!\d)", "", text.casefold())
    found = re.fullmatch(_CLOCK, packed) or re.fullmatch(_WORDS, packed)
    if not packed or found is None:
        return None
    minutes, seconds = (float(part.replace(",", ".")) if part else 0.0 for part in found.groups())
    total = minutes * 60 + seconds
    return total if math.isfinite(total) else None


def in_minutes(seconds: float) -> tuple[int, float]:
    """Whole minutes, and the seconds beyond them to a thousandth."""
    minutes, rest = divmod(round(seconds, 3), 60)
    return int(minutes), float(round(rest, 3))


def stepped(value: float, steps: int, size: float, least: float, most: float) -> float:
    """The value so many steps further: from one multiple of `size` to the next, within `least`..`most`."""
    multiples = round(value / size, 6)
    start = math.floor(multiples) if steps > 0 else math.ceil(multiples)
    return min(most, max(least, round((start + steps) * size, 3)))


def whole_seconds(holds: Sequence[HoldRecord]) -> tuple[int, ...]:
    """The seconds held in each set of a session, in whole ones that add up to those of each leg, and of all."""
    seconds = [hold.held_s for hold in holds]
    whole = list(map(int, seconds))
    if whole == seconds:  # as nearly all are, and there may be ten thousands of them
        return tuple(whole)
    sides = [hold.side for hold in holds]
    each = list(dict.fromkeys(sides))
    sums = [math.fsum([one for one, side in zip(seconds, sides, strict=True) if side == leg]) for leg in each]
    for leg, total in zip(each, shared_out(sums, round(math.fsum(sums))), strict=True):
        places = [place for place, side in enumerate(sides) if side == leg]
        for place, share in zip(places, shared_out([seconds[place] for place in places], total), strict=True):
            whole[place] = share
    return tuple(whole)


def shared_out(parts: Sequence[float], total: int) -> list[int]:
    """The parts in whole numbers that add up to `total`, their rounded sum: those with the largest fractions go up."""
    shares = list(map(int, parts))
    if (missing := total - sum(shares)) > 0:
        for place in sorted(range(len(parts)), key=lambda place: shares[place] - parts[place])[:missing]:
            shares[place] += 1
    return shares


def per_leg_s(phases: Iterable[Phase]) -> float:
    """Seconds that each leg is held; a set of both legs counts for each. Each leg gets the whole dose."""
    return math.fsum(phase.seconds or 0.0 for phase in phases if phase.is_hold and phase.side in ("right", "both"))


def credited_s(phases: Iterable[Phase], exercises: Mapping[str, Exercise]) -> tuple[float, dict[str, float]]:
    """What History will credit when all is held: seconds of hamstring stretches for each leg, and what else there is.

    That is on lines of its own there, so it is told by kind, in seconds on the clock; stretches of other regions are
    its "stretch".
    """
    holds = [phase for phase in phases if phase.is_hold]
    stretches = [phase for phase in holds if exercises[phase.exercise].stretches_hamstring]
    others: dict[str, list[float]] = {}
    for phase in holds:
        if not exercises[phase.exercise].stretches_hamstring:
            others.setdefault(exercises[phase.exercise].kind, []).append(phase.seconds or 0.0)
    return per_leg_s(stretches), {kind: math.fsum(seconds) for kind, seconds in others.items()}
