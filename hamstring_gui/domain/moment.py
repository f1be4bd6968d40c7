"""A session at one instant, and what can happen in it: frozen values for everyone who looks on."""

from __future__ import annotations

import math
from datetime import datetime, timedelta
from typing import Literal

from hamstring_gui.domain.history import HoldRecord, SessionOutcome
from hamstring_gui.domain.routine import Phase, Phases, total_s
from hamstring_gui.domain.values import dataclass

State = Literal["running", "paused", "slept", "pain", "ended"]
Mark = Literal["three", "two", "one", "ten", "half"]
Command = Literal["toggle", "pause", "resume", "on", "back", "extend", "stop_for_pain", "go_on", "end"]
"""What a session can be told: each is a method of `Session`."""

HAIR_S = 1e-6
"""Less than this is a rounding of floats and not a length of time."""


@dataclass(frozen=True, slots=True)
class Instant:
    """The same moment on a monotonic clock (seconds) and on the wall (aware local time)."""

    mono: float
    wall: datetime

    def at(self, mono: float) -> datetime:
        """The wall time of another moment of the monotonic clock, read off near this one."""
        return self.wall + timedelta(seconds=mono - self.mono)


@dataclass(frozen=True, slots=True)
class PhaseStarted:
    phase: Phase


@dataclass(frozen=True, slots=True)
class HoldRecorded:
    """A set has its record, or a better one than before. To be written to disk at once."""

    record: HoldRecord


@dataclass(frozen=True, slots=True)
class MarkPassed:
    """Three, two or one second left; ten left in a hold; half of a hold done."""

    mark: Mark


@dataclass(frozen=True, slots=True)
class StateChanged:
    state: State


@dataclass(frozen=True, slots=True)
class SessionEnded:
    outcome: SessionOutcome
    at: datetime


Event = PhaseStarted | HoldRecorded | MarkPassed | StateChanged | SessionEnded


@dataclass(frozen=True, slots=True)
class Moment:
    """What a screen needs to know of a session at one instant. `length_s` is `None` while waiting for a key."""

    phases: Phases
    index: int
    state: State
    elapsed_s: float
    length_s: float | None
    records: tuple[HoldRecord, ...]

    @property
    def phase(self) -> Phase:
        return self.phases[self.index]

    @property
    def waiting(self) -> bool:
        """Whether the phase goes on only when a key is pressed."""
        return self.length_s is None and self.state != "ended"

    @property
    def remaining_s(self) -> float:
        return max(0.0, (self.length_s or 0.0) - self.elapsed_s)

    @property
    def countdown(self) -> int | None:
        """Whole seconds left, or reps left; `None` while waiting."""
        if self.length_s is None:
            return None
        unit = self.phase.rep_s if self.phase.reps else 1.0
        return math.ceil(self.remaining_s / unit - HAIR_S)

    @property
    def time_left_s(self) -> float:
        return self.remaining_s + total_s(self.phases[self.index + 1 :])

    @property
    def next_phases(self) -> Phases:
        return self.phases[self.index + 1 :]
