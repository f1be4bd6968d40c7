"""What was done of each exercise in some sessions: its dose, sets done of those planned, and time held."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import groupby

from hamstring_gui.domain.exercise import Side
from hamstring_gui.domain.history import HoldRecord, SessionRecord
from hamstring_gui.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class ExerciseDone:
    """`sets` of `set_s` seconds each, on each leg where `each_leg`: the dose that was planned last.

    A set is `done` when it was held to its end; sets that a session didn't reach are among the `planned` ones. What was
    only added later has no dose and no sets (0), for nobody knows them. Seconds held are those of all: of a leg, or in
    `both_s` of both at once.
    """

    exercise: str
    each_leg: bool
    sets: int
    set_s: float
    done: int
    planned: int
    left_s: float
    right_s: float
    both_s: float

    @property
    def held_s(self) -> float:
        return self.left_s + self.right_s + self.both_s


def exercises_done(sessions: Iterable[SessionRecord]) -> tuple[ExerciseDone, ...]:
    """Each exercise of the sessions (oldest first) of which something was planned or held; the longest held first."""
    by_exercise: dict[str, list[tuple[SessionRecord, HoldRecord]]] = {}
    for session in sessions:
        for hold in session.holds:
            by_exercise.setdefault(hold.exercise, []).append((session, hold))
    done = [_done(exercise, holds) for exercise, holds in by_exercise.items()]
    return tuple(sorted(done, key=lambda one: -one.held_s))


def _done(exercise: str, holds: Sequence[tuple[SessionRecord, HoldRecord]]) -> ExerciseDone:
    led = [hold for session, hold in holds if not session.source]
    sets, set_s = 0, 0.0
    for _, one_session in groupby((both for both in holds if not both[0].source), key=lambda both: both[0].id):
        dose = [hold for _, hold in one_session]
        sets, set_s = max(hold.set for hold in dose), max(hold.planned_s for hold in dose)
    seconds = {
        side: math.fsum(hold.held_s for _, hold in holds if hold.side == side) for side in ("left", "right", "both")
    }
    return ExerciseDone(
        exercise, any(hold.side != "both" for _, hold in holds), sets, set_s,
        sum(hold.outcome == "held" for hold in led), len(led), seconds["left"], seconds["right"], seconds["both"],
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class PainStops:
    """The stops for pain of one exercise on one side, the latest first."""

    exercise: str
    side: Side
    stops: tuple[tuple[SessionRecord, HoldRecord], ...]


def pain_stops(sessions: Sequence[SessionRecord]) -> tuple[PainStops, ...]:
    """By exercise and side, the most frequent first; of the sessions, oldest first."""
    groups: dict[tuple[str, Side], list[tuple[SessionRecord, HoldRecord]]] = {}
    for session in reversed(sessions):
        for hold in reversed(session.holds):
            if hold.outcome == "stopped for pain":
                groups.setdefault((hold.exercise, hold.side), []).append((session, hold))
    found = [PainStops(exercise, side, tuple(stops)) for (exercise, side), stops in groups.items()]
    return tuple(sorted(found, key=lambda group: -len(group.stops)))
