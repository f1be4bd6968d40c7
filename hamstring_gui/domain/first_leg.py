"""Which leg a session begins with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from hamstring_gui.domain.history import SessionRecord
from hamstring_gui.domain.routine import Routine
from hamstring_gui.domain.settings import FirstLeg

Leg = Literal["left", "right"]


def rule_of(routine: Routine, usual: FirstLeg) -> FirstLeg:
    """The routine's own rule, or the `usual` one where it has none."""
    return usual if routine.first_side == "usual" else routine.first_side


def first_leg(routine: Routine, sessions: Sequence[SessionRecord], usual: FirstLeg = "right") -> Leg:
    """The leg that the rule asks for, given the history (oldest first).

    "alternate" takes the other leg than last time; "tighter" the one that the last check-in rated higher. Right where
    the history doesn't say.
    """
    match rule_of(routine, usual):
        case "right" | "left" as leg:
            return leg
        case "alternate":
            return "left" if _first_leg_last_time(routine.id, sessions) == "right" else "right"
        case "tighter":
            return "left" if _left_was_tighter(sessions) else "right"


def _first_leg_last_time(routine: str, sessions: Sequence[SessionRecord]) -> Leg | None:
    for session in reversed(sessions):
        if session.routine == routine:
            for hold in session.holds:
                if hold.side == "left" or hold.side == "right":
                    return hold.side
    return None


def _left_was_tighter(sessions: Sequence[SessionRecord]) -> bool:
    for session in reversed(sessions):
        rated = session.tightness
        if rated is not None and rated.left is not None and rated.right is not None:
            return rated.left > rated.right
    return False
