"""What it takes to go on with a session that was interrupted, and the phases that it then has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from hamstring_gui.domain.exercise import Exercise, Unit, unit_of
from hamstring_gui.domain.first_leg import Leg
from hamstring_gui.domain.history import HoldRecord, happened
from hamstring_gui.domain.moment import Reached, left_of
from hamstring_gui.domain.routine import Phase, Phases, Routine, same_side, unroll, with_gaps
from hamstring_gui.domain.skeleton import Posture, posture
from hamstring_gui.domain.values import dataclass

OFFERED_FOR = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Underway:
    """A session on its way: the routine as it is run, the first leg, the user's own exercises in it as they are then,
    and how far it has come `at` an instant. `machine` tells this computer from others that read the same folder."""

    routine: Routine
    first: Leg
    exercises: Mapping[str, Exercise]
    reached: Reached
    at: datetime
    machine: str = ""

    def unrolled(self, known: Mapping[str, Exercise]) -> Phases:
        """All phases of the routine. Raises `KeyError` for an exercise that is neither here nor among the known."""
        return unroll(self.routine, self.as_run(known), self.first)

    def as_run(self, known: Mapping[str, Exercise]) -> dict[str, Exercise]:
        """The exercises, the user's own as they were."""
        return {**known, **self.exercises}


@dataclass(frozen=True, slots=True)
class Before:
    """What was of a session before it goes on."""

    started_at: datetime
    records: tuple[HoldRecord, ...]
    reached: Reached


@dataclass(frozen=True, slots=True)
class Offer:
    """A session that can be gone on with: which, when it was interrupted, how many of its sets were held, and the set
    that comes next, with the seconds and reps that are left of it. `exercise` is its exercise, where there are several.
    `hurt`: the last that was done was a stop for pain. `unit` is what its sets are called. `posture` is how the body is
    in it, where the figure shows that.
    """

    routine_name: str
    at: datetime
    held: int
    sets: int
    coming: Phase
    begun: bool
    exercise: str = ""
    hurt: bool = False
    unit: Unit = "holds"
    posture: Posture | None = None


def offer_of(underway: Underway, holds: Iterable[HoldRecord], name: str, known: Mapping[str, Exercise]) -> Offer:
    """What is said about it, given what is on record. `name` is what the history calls the routine."""
    phases, reached = underway.unrolled(known), underway.reached
    planned = [phase for phase in phases if phase.is_hold]
    coming = planned[reached.hold]
    if reached.is_partly:
        coming = left_of(coming, reached)
    done = [one for one in fitting(holds, phases).values() if happened(one)]
    held = sum(one.outcome == "held" for one in done)
    hurt = bool(done) and max(done, key=lambda one: one.position).outcome == "stopped for pain"
    as_run, among = underway.as_run(known), {phase.exercise for phase in planned}
    leads_to = as_run[coming.exercise]
    exercise = leads_to.name if len(among) > 1 else ""
    unit = "sets" if any(phase.reps for phase in planned) else unit_of(among, as_run)
    begun = reached.is_partly and reached.held_s > 0
    pose = leads_to.seen(leads_to.held).figure
    taken = None if pose is None else posture(pose)
    return Offer(name, underway.at, held, len(planned), coming, begun, exercise, hurt, unit, taken)


def is_offered(at: datetime, now: datetime) -> bool:
    """Whether a session that was interrupted `at` an instant can be gone on with. A clock that was set back since then
    says nothing of how long ago that was."""
    return now - at <= OFFERED_FOR


def fitting(records: Iterable[HoldRecord], phases: Phases) -> dict[int, HoldRecord]:
    """The records that are of sets of these phases, by number: somebody may have edited the session meanwhile."""
    sets = {(one.hold, one.exercise, one.side) for one in phases if one.is_hold}
    return {one.position: one for one in records if (one.position, one.exercise, one.side) in sets}


@dataclass(frozen=True, slots=True)
class Ahead:
    """The phases of a session that goes on: it begins with the one at `index`, and there is no way back before
    `no_way_back`."""

    phases: Phases
    index: int
    no_way_back: int


def ahead(phases: Phases, routine: Routine, records: Mapping[int, HoldRecord], hold: int) -> Ahead:
    """Go on with the set of this number, and with a setup before it: somebody has to get into position again.

    After a pain there is nothing more of that exercise on that side, and no way back over it.
    """
    hurt = [one for one in phases if one.is_hold and _hurt(records, one.hold)]
    left = [one for one in phases if one.is_hold and not any(_is_spared(one, pain) for pain in hurt)]
    behind = with_gaps((one for one in left if one.hold < hold), routine)
    coming = with_gaps((one for one in left if one.hold >= hold), routine)
    over = [number + 1 for number, one in enumerate(behind) if _hurt(records, one.hold)]
    return Ahead(behind + coming, len(behind), max(over, default=0))


def leads_on(underway: Underway, holds: Iterable[HoldRecord], known: Mapping[str, Exercise]) -> bool:
    """Whether there is anything left of it, as it is on record now."""
    phases = underway.unrolled(known)
    coming = ahead(phases, underway.routine, fitting(holds, phases), underway.reached.hold)
    return coming.index < len(coming.phases)


def _hurt(records: Mapping[int, HoldRecord], hold: int) -> bool:
    return hold in records and records[hold].outcome == "stopped for pain"


def _is_spared(hold: Phase, pain: Phase) -> bool:
    return hold.hold > pain.hold and same_side(hold, pain)
