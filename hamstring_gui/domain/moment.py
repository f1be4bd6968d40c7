"""A session at one instant, and what can happen in it: frozen values for everyone who looks on."""

from __future__ import annotations

import math
from datetime import datetime
from typing import Literal

from hamstring_gui.domain.history import HAIR_S, HoldRecord, SessionOutcome
from hamstring_gui.domain.instant import Instant as Instant
from hamstring_gui.domain.routine import Phase, PhaseKind, Phases, total_s
from hamstring_gui.domain.values import dataclass, replace

State = Literal["running", "paused", "slept", "pain", "ended"]
Mark = Literal["three", "two", "one", "ten", "half"]
Command = Literal["toggle", "pause", "resume", "on", "back", "extend", "stop_for_pain", "go_on", "end"]
"""What a session can be told: each is a method of `Session`."""

MORE_S = 10.0
"""One press of "+10 s"."""


@dataclass(frozen=True, slots=True)
class LeadInStarted:
    """A hold goes on, or begins again, after a lead-in: `PhaseStarted` says when."""


@dataclass(frozen=True, slots=True)
class PhaseStarted:
    """A phase begins, or a hold goes on after its lead-in."""

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
class NotExtended:
    """More time was asked for, which can't be given."""

    why: Literal["longest", "waiting"]


@dataclass(frozen=True, slots=True)
class StateChanged:
    state: State


@dataclass(frozen=True, slots=True)
class SessionEnded:
    outcome: SessionOutcome
    at: datetime


Event = LeadInStarted | PhaseStarted | HoldRecorded | MarkPassed | NotExtended | StateChanged | SessionEnded


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a session has come: to the set with this number (`Phase.hold`), of which `held_s` of `length_s` seconds
    were held; without a length, it is as it was planned."""

    hold: int
    held_s: float = 0.0
    length_s: float | None = None

    @property
    def is_partly(self) -> bool:
        """Whether what is left of that set is other than was planned."""
        return self.held_s < (self.length_s or 0.0)


@dataclass(frozen=True, slots=True)
class Moment:
    """What a screen needs to know of a session at one instant. `length_s` is `None` while waiting for a key.

    Before a hold goes on or begins again there may be a lead-in, in which the hold stands still: of its `lead_in_s`
    seconds `ready_in_s` are left. `begun` is a set that comes, of which some was held before an interruption, or
    that was made longer. Phases before `from_index` were gone through before it, if at all.
    """

    phases: Phases
    index: int
    state: State
    elapsed_s: float
    length_s: float | None
    records: tuple[HoldRecord, ...]
    ready_in_s: float = 0.0
    lead_in_s: float = 0.0
    begun: Reached | None = None
    from_index: int = 0

    def later(self, seconds: float) -> Moment:
        """The same so many seconds later, while nothing happens."""
        gone_s = max(0.0, seconds - self.ready_in_s)
        return Moment(
            self.phases, self.index, self.state, self.elapsed_s + gone_s, self.length_s, self.records,
            max(0.0, self.ready_in_s - seconds), self.lead_in_s, self.begun, self.from_index,
        )  # fmt: skip

    @property
    def phase(self) -> Phase:
        return self.phases[self.index]

    @property
    def leads_in(self) -> bool:
        return self.ready_in_s > 0

    @property
    def kind(self) -> PhaseKind:
        """What is going on: during a lead-in one gets ready."""
        return "setup" if self.leads_in else self.phase.kind

    @property
    def running_out_s(self) -> float:
        """Seconds left of the countdown that shows."""
        return self.ready_in_s if self.leads_in else self.remaining_s

    @property
    def share_left(self) -> float:
        """How much of the countdown that shows is left, 1 to 0; 1 while waiting."""
        whole = self.lead_in_s if self.leads_in else self.length_s
        return self.running_out_s / whole if whole else 1.0

    @property
    def stands(self) -> bool:
        """Whether it was stopped, by whatever."""
        return self.state in ("paused", "slept", "pain")

    @property
    def waiting(self) -> bool:
        """Whether the phase goes on only when a key is pressed."""
        return self.length_s is None and self.state != "ended"

    @property
    def remaining_s(self) -> float:
        return max(0.0, (self.length_s or 0.0) - self.elapsed_s)

    @property
    def counts_reps(self) -> bool:
        return self.phase.reps > 0 and not self.leads_in

    @property
    def countdown(self) -> int | None:
        """Whole seconds left, or reps left; `None` while waiting."""
        if self.length_s is None:
            return None
        unit = self.phase.rep_s if self.counts_reps else 1.0
        return math.ceil(self.running_out_s / unit - HAIR_S)

    @property
    def reps_added(self) -> int:
        """The reps that one press of "+10 s" adds; 0 where it adds seconds."""
        return math.ceil(MORE_S / self.phase.rep_s) if self.phase.reps else 0

    def shares_done(self) -> list[float]:
        """How much of each phase is done, 0 to 1: what was held of a hold, at best, and what is over of a gap."""
        held = {one.position: min(1.0, one.held_s / (one.planned_s or 1.0)) for one in self.records}
        index = self.index
        shares = [held.get(p.hold, 0.0) if p.is_hold else float(n < index) for n, p in enumerate(self.phases)]
        if self.state != "ended" and self.length_s:
            shares[index] = max(shares[index], min(1.0, self.elapsed_s / self.length_s))
        return shares

    def sets_done(self) -> list[float]:
        """How much is done of each set of this exercise and side, 0 to 1."""
        here = self.phase.item, self.phase.side
        held = [(one, share) for one, share in zip(self.phases, self.shares_done(), strict=True) if one.is_hold]
        of_set = {one.set: share for one, share in held if (one.item, one.side) == here}
        return [of_set.get(number, 0.0) for number in range(1, self.phase.sets + 1)]

    @property
    def time_left_s(self) -> float:
        return self.ready_in_s + self.remaining_s + total_s(self.next_phases)

    @property
    def next_phases(self) -> Phases:
        """What comes; of a set that was begun, as much as is left."""
        coming, begun = self.phases[self.index + 1 :], self.begun
        if begun is None:
            return coming
        return tuple(left_of(one, begun) if one.is_hold and one.hold == begun.hold else one for one in coming)


def left_of(hold: Phase, begun: Reached) -> Phase:
    """A hold with the whole seconds, or reps, that are left of it."""
    left_s = (begun.length_s or 0.0) - begun.held_s
    return replace(
        hold,
        seconds=float(math.ceil(left_s - HAIR_S)),
        reps=math.ceil(left_s / hold.rep_s - HAIR_S) if hold.reps else 0,
    )
