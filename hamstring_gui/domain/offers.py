"""What a session says about a routine's hold times: an offer to change one, never the change itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from hamstring_gui.domain.exercise import Exercise, Side
from hamstring_gui.domain.history import HoldRecord
from hamstring_gui.domain.moment import MORE_S
from hamstring_gui.domain.routine import Phase, Routine, unroll
from hamstring_gui.domain.values import dataclass

ROUND_S = 5.0
IN_A_ROW = 2


@dataclass(frozen=True, slots=True)
class Offer:
    """To hold item number `item` (from 0) of a routine for `hold_s` seconds from now on, instead of `now_s`.

    `side` is the leg on which the holds were ended early; it means nothing where the offer is a longer hold.
    """

    routine: str
    item: int
    exercise: str
    now_s: float
    hold_s: float
    side: Side = "both"

    @property
    def longer(self) -> bool:
        return self.hold_s > self.now_s


def offer_after(routine: Routine, exercises: Mapping[str, Exercise], holds: Sequence[HoldRecord]) -> Offer | None:
    """The first offer that a session's holds give reason for.

    Two times 10 s more in the same exercise: a longer hold. Two holds of a leg in a row that were ended early: a
    shorter one, as long as the longer of those. Both in one exercise say nothing. After a stop for pain nothing is
    offered.
    """
    planned = [phase for phase in unroll(routine, exercises) if phase.is_hold]
    done = {hold.position: hold for hold in holds}
    if any(hold.outcome == "stopped for pain" for hold in holds) or not _matches(planned, done):
        return None
    for item, group in groupby(planned, key=lambda phase: phase.item):
        of_item = [(phase, done[phase.hold]) for phase in group if not phase.reps and phase.hold in done]
        now_s = routine.items[item].dose.hold_s
        longer = _longer(now_s, [hold for _, hold in of_item])
        shorter, side = _shorter(now_s, [hold for _, hold in of_item])
        if bool(longer) != bool(shorter):
            return Offer(routine.id, item, routine.items[item].exercise, now_s, longer or shorter, side)
    return None


def _matches(planned: Sequence[Phase], done: Mapping[int, HoldRecord]) -> bool:
    """Whether the holds are those that the routine asks for as it is now."""
    return all(
        position < len(planned)
        and (hold.exercise, hold.set) == (planned[position].exercise, planned[position].set)
        and hold.planned_s == planned[position].seconds
        for position, hold in done.items()
    )


def _longer(now_s: float, holds: Sequence[HoldRecord]) -> float:
    """The hold that was reached twice, or almost; 0 without a reason."""
    added = sorted((hold.held_s - now_s + 1e-6) // MORE_S for hold in holds if hold.outcome == "held")
    presses = sum(times for times in added if times > 0)
    if presses < 2:
        return 0.0
    return now_s + MORE_S * max(1.0, added[-2] if len(added) > 1 else 0.0)


def _shorter(now_s: float, holds: Sequence[HoldRecord]) -> tuple[float, Side]:
    """The hold that was possible, and on which leg; 0 without a reason."""
    for side in ("right", "left", "both"):
        of_side = [hold for hold in holds if hold.side == side]
        for early, row in groupby(of_side, key=lambda hold: hold.outcome == "ended early"):
            held = [hold.held_s for hold in row]
            shorter = max(held) // ROUND_S * ROUND_S
            if early and len(held) >= IN_A_ROW and ROUND_S <= shorter < now_s:
                return shorter, side
    return 0.0, "both"
