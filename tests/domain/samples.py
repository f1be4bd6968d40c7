"""A clock that a test moves by hand, and small exercises, routines and records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from hamstring_gui.domain.exercise import Dose, Exercise, Pose, Scene, Step
from hamstring_gui.domain.history import HoldRecord, SessionRecord
from hamstring_gui.domain.instant import Instant
from hamstring_gui.domain.routine import Gap, Item, Order, Routine, unroll
from hamstring_gui.domain.session import Session

START = datetime(2026, 11, 22, 19, 42, 5, tzinfo=UTC)


@dataclass
class HandClock:
    """Moves only when told to; wall and monotonic clock move apart over a suspend, and when the wall's is set."""

    mono: float = 1000.0
    wall: datetime = field(default=START)
    asleep: float = 0.0

    def __call__(self) -> Instant:
        return Instant(self.mono, self.wall, self.asleep)

    def pass_time(self, seconds: float, asleep_s: float = 0.0) -> None:
        self.mono += seconds
        self.asleep += asleep_s
        self.wall += timedelta(seconds=seconds + asleep_s)

    def be_set(self, seconds: float) -> None:
        """Somebody, or the network, sets the clock on the wall forward or back."""
        self.wall += timedelta(seconds=seconds)


def pose(near_thigh: float = 0.0) -> Pose:
    return Pose((0, 9), (180, 180, 180), (near_thigh, near_thigh, 90), (0, 0, 90), (0, 0, 0), (0, 0, 0))


def exercise(exercise_id: str = "band", each_side: bool = True) -> Exercise:
    steps = (Step("Lie down.", pose(0)), Step("Raise the leg.", pose(45)), Step("Hold.", pose(85)))
    return Exercise(
        id=exercise_id,
        name=exercise_id.title(),
        kind="stretch",
        region="hamstring",
        each_side=each_side,
        dose=Dose(3, 30.0),
        steps=steps,
        between=Step("Rest.", pose(30)),
        switch=Step("Other leg.", pose(5)),
        resume=2,
        resume_switched=2,
        scene=Scene(("mat",)),
    )


EXERCISES = {"band": exercise(), "wall": exercise("wall", each_side=False)}


def routine(
    sets: int = 3,
    hold_s: float = 30.0,
    *,
    setup_s: Gap = 20.0,
    rest_s: Gap = 10.0,
    switch_s: Gap = 12.0,
    order: Order = "one leg, then the other",
    wall_s: float = 0.0,
    reps: int = 0,
) -> Routine:
    dose = Dose(sets, reps=reps, rep_s=4.0) if reps else Dose(sets, hold_s)
    items = [Item("band", dose, rest_s, switch_s, order)]
    if wall_s:
        items.append(Item("wall", Dose(1, wall_s)))
    return Routine("sample", "Sample", tuple(items), setup_s=setup_s)


def session(sample: Routine, clock: HandClock, lead_in_s: float = 0.0) -> Session:
    return Session(sample, unroll(sample, EXERCISES), clock, lead_in_s=lead_in_s)


def remembered(
    session_id: str, routine: Routine, started_at: datetime, holds: Iterable[HoldRecord] = (), **other: Any
) -> SessionRecord:
    """A session as the history tells it: while nothing else is said, broken off on the day that it began."""
    values: dict[str, Any] = {
        "ended_at": started_at, "day": started_at.date(), "outcome": "interrupted", "planned_s": 180.0,
    }  # fmt: skip
    return SessionRecord(session_id, routine.id, routine.name, started_at, holds=tuple(holds), **(values | other))


def play(running: Session, clock: HandClock, seconds: float, step: float = 0.25) -> list[object]:
    """Let time pass in small ticks and return what happened."""
    events: list[object] = []
    for _ in range(round(seconds / step)):
        clock.pass_time(step)
        events += running.tick()
    return events
