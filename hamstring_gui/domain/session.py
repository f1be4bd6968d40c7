"""A session: one run through a routine's phases, and the only mutable thing in the domain.

Time is computed, never decremented: what remains is the planned end minus now, on a monotonic clock, and the next phase
starts at the previous one's planned end however late the tick came. Commands return what happened; they call nobody.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from datetime import datetime

from hamstring_gui.domain.exercise import LONGEST_HOLD_S
from hamstring_gui.domain.history import HAIR_S, HoldOutcome, HoldRecord, SessionOutcome, anything_happened
from hamstring_gui.domain.instant import Instant
from hamstring_gui.domain.marks import marks_between
from hamstring_gui.domain.moment import (
    MORE_S,
    Event,
    HoldRecorded,
    LeadInStarted,
    Moment,
    NotExtended,
    PhaseStarted,
    SessionEnded,
    State,
    StateChanged,
)
from hamstring_gui.domain.routine import Phase, Phases, Routine, with_gaps
from hamstring_gui.domain.values import replace

SLEEP_S = 5.0
RESTART_AFTER_S = 3.0
"""Back restarts a phase that is further in than this, and goes to the previous hold otherwise."""
LEAST_HELD_S = 1.0
"""Who ends a hold before this has skipped it."""


class Session:
    """The state machine. `clock` says what time it is; `tick` is to be called at least every second while running.

    A tick that comes more than `sleep_s` seconds after the one before, time asleep included, means that the machine
    slept. A hold that goes on or begins again waits for a lead-in of `lead_in_s` first: whoever came to the laptop is
    on the way back to the mat.
    """

    def __init__(
        self,
        routine: Routine,
        phases: Phases,
        clock: Callable[[], Instant],
        sleep_s: float = SLEEP_S,
        lead_in_s: float = 0.0,
    ) -> None:
        if not any(phase.is_hold for phase in phases):
            raise ValueError("a session needs at least one hold")
        self._routine = routine
        self._clock = clock
        self._sleep_s, self._lead_in_s = sleep_s, lead_in_s
        self._phases = phases
        self._planned = tuple(phase for phase in phases if phase.is_hold)
        self._index = 0
        self._no_way_back = 0
        self._state: State = "running"
        self._records: dict[int, HoldRecord] = {}
        self._start = self._seen = clock()
        self.started_at = self._start.wall
        self._set_phase(0, self._seen.mono)

    # -- what it is --------------------------------------------------------------------------------------------------
    @property
    def state(self) -> State:
        return self._state

    @property
    def records(self) -> tuple[HoldRecord, ...]:
        return tuple(self._records[hold] for hold in sorted(self._records))

    def moment(self) -> Moment:
        """The session as it is at the last tick or command."""
        return Moment(
            self._phases, self._index, self._state, self._elapsed, self._length, self.records,
            self._ready_in, self._lead_in_s,
        )  # fmt: skip

    @property
    def is_empty(self) -> bool:
        """Whether nothing was held until now, and nothing hurt."""
        trying = self._phase.is_hold and self._attempt().held_s > 0
        return not trying and not anything_happened(self.records)

    def after_pain(self) -> Phase | None:
        """The hold that `go_on` would lead to; `None` if it would finish the session."""
        return next((hold for hold in self._holds_after() if not _same_side(hold, self._phase)), None)

    def due_in_s(self) -> float | None:
        """Seconds from now to the planned end of this phase, or of its lead-in; `None` while nothing runs out."""
        if self._state != "running" or self._length is None:
            return None
        due = self._ready_at if self._ready_in > 0 else self._planned_end
        return max(0.0, due - self._clock().mono)

    # -- time --------------------------------------------------------------------------------------------------------
    def tick(self) -> tuple[Event, ...]:
        """Let time pass up to now."""
        return tuple(self._advance())

    def _advance(self) -> Iterator[Event]:
        now, seen, ready_in = self._clock(), self._seen, self._ready_in
        self._seen = now
        if self._state != "running" or self._length is None:
            return
        if now.mono - seen.mono + now.asleep - seen.asleep > self._sleep_s:
            yield self._stop("slept", at=seen.mono)
            return
        if ready_in > 0 and now.mono < self._ready_at:
            yield from marks_between(ready_in, self._ready_at - now.mono, self._lead_in_s)
            return
        if ready_in > 0:
            yield self._begin_to_hold(self._ready_at)
        left_before = self._planned_end - max(seen.mono, self._ready_at)
        while self._state == "running" and self._length is not None and now.mono >= self._planned_end:
            yield from self._finish_phase(self._planned_end)
            left_before = self._length if self._length is not None else 0.0
        if self._state == "running" and self._length is not None:
            left = self._planned_end - now.mono
            yield from marks_between(left_before, left, self._length, of_hold=self._phase.is_hold)

    # -- commands ----------------------------------------------------------------------------------------------------
    def toggle(self) -> tuple[Event, ...]:
        """Pause, resume, or begin what waits for a key."""
        events = list(self._advance())
        if StateChanged("slept") in events:
            return tuple(events)
        if self._state == "running" and self._length is None:
            events += self._leave_phase(self._now)
        elif self._state == "running":
            events.append(self._stop("paused", at=self._now))
        elif self._state in ("paused", "slept"):
            events += self._go()
        return tuple(events)

    def pause(self) -> tuple[Event, ...]:
        events = list(self._advance())
        if self._state == "running" and self._length is not None:
            events.append(self._stop("paused", at=self._now))
        return tuple(events)

    def resume(self) -> tuple[Event, ...]:
        return tuple(self._go()) if self._state in ("paused", "slept") else ()

    def on(self) -> tuple[Event, ...]:
        """End a hold early and keep its seconds, or end a gap or a lead-in."""
        events = list(self._advance())
        if self._ready_in > 0:
            events.append(self._begin_to_hold(self._now))
        elif self._state in ("running", "paused", "slept"):
            if self._phase.is_hold:
                events += self._keep(self._attempt())
            events += self._leave_phase(self._now)
        return tuple(events)

    def back(self) -> tuple[Event, ...]:
        """Restart this phase if it is more than 3 s in; otherwise go to the previous hold.

        There is no way back over a stop for pain. The repeated set keeps the longer attempt.
        """
        events = list(self._advance())
        if self._state in ("running", "paused", "slept"):
            restarts = self._length is not None and self._elapsed > RESTART_AFTER_S
            target = self._index if restarts else self._previous_hold()
            if self._phase.is_hold and (attempt := self._attempt()).held_s > 0:
                events += self._keep(attempt)
            events += self._begin_phase(target, self._now, getting_ready=True)
        return tuple(events)

    def extend(self, seconds: float = MORE_S) -> tuple[Event, ...]:
        """Make this phase longer; a run of reps by as many whole reps as that takes."""
        events = list(self._advance())
        if self._state not in ("running", "paused", "slept"):
            return tuple(events)
        if self._phase.reps:
            seconds = math.ceil(seconds / self._phase.rep_s) * self._phase.rep_s
        if self._length is None:
            events.append(NotExtended("waiting"))
        elif self._length + seconds > LONGEST_HOLD_S:
            events.append(NotExtended("longest"))
        else:
            self._length += seconds
        return tuple(events)

    def stop_for_pain(self) -> tuple[Event, ...]:
        """Record the pain, end this side of this exercise, and wait for `go_on` or `end`.

        In a gap, the pain is put on record with the set that the gap leads to. A set that was held before and is
        repeated keeps its longer time, with the pain as its outcome: a pain is never dropped.
        """
        events = list(self._advance())
        if self._state in ("running", "paused", "slept"):
            phase = self._phase
            attempt = self._attempt() if phase.is_hold else self._untouched(phase, "skipped")
            known = self._records.get(phase.hold, attempt)
            longer = attempt if attempt.held_s >= known.held_s else known
            events += self._put(replace(longer, outcome="stopped for pain"))
            events += self._skip(hold for hold in self._holds_after() if _same_side(hold, phase))
            events.append(self._stop("pain", at=self._now))
        return tuple(events)

    def go_on(self) -> tuple[Event, ...]:
        """After a stop for pain: on with the other leg, or with the next exercise."""
        if self._state != "pain":
            return ()
        phase = self._phase
        rest = tuple(hold for hold in self._holds_after() if not _same_side(hold, phase))
        self._phases = self._phases[: self._index + 1] + with_gaps(rest, self._routine, after=phase)
        self._no_way_back = self._index + 1
        return (self._run(), *self._leave_phase(self._seen.mono, getting_ready=True))

    def end(self) -> tuple[Event, ...]:
        """End here. What was held is kept, and the sets that were not reached are recorded as skipped."""
        events = list(self._advance())
        if self._state != "ended":
            if self._state != "pain" and self._phase.is_hold:
                events += self._keep(self._attempt())
            events += self._skip(hold for hold in (self._phase, *self._holds_after()) if hold.is_hold)
            events += self._end("ended early", self._seen.mono)
        return tuple(events)

    # -- inside ------------------------------------------------------------------------------------------------------
    @property
    def _phase(self) -> Phase:
        return self._phases[self._index]

    @property
    def _now(self) -> float:
        """Now on the phase's clock, which stands still while the session does."""
        return self._seen.mono if self._state == "running" else self._stopped_at

    @property
    def _elapsed(self) -> float:
        return self._elapsed_before + max(0.0, self._now - self._ready_at)

    @property
    def _ready_in(self) -> float:
        """Seconds left of a lead-in."""
        return max(0.0, self._ready_at - self._seen.mono) if self._state == "running" else 0.0

    @property
    def _planned_end(self) -> float:
        return self._ready_at + (self._length or 0.0) - self._elapsed_before

    def _wall(self, mono: float) -> datetime:
        """What the wall says at a moment, or would, had nobody set its clock since the session started."""
        return self._start.at(mono, self._seen.asleep)

    def _set_phase(self, index: int, at: float) -> None:
        """A phase's clock stands at `_elapsed_before` until `_ready_at`, and runs from there."""
        self._index = index
        self._ready_at, self._elapsed_before = at, 0.0
        self._length = self._phases[index].seconds
        self._phase_started_at = self._wall(at if self._state == "running" else self._seen.mono)

    def _begin_phase(self, index: int, at: float, *, getting_ready: bool = False) -> Iterator[Event]:
        """`getting_ready`: whoever wished for it may be on the way to the mat."""
        self._set_phase(index, at)
        if getting_ready and self._state == "running":
            yield from self._get_ready()
        waits = self._state != "running" and self._lead_in_s > 0
        if not self._phase.is_hold or not (waits or self._ready_in > 0):
            yield PhaseStarted(self._phase)

    def _get_ready(self) -> Iterator[Event]:
        """Nobody is credited for the way to the mat: a hold waits for it, and a gap is not over before."""
        if self._phase.is_hold and self._lead_in_s > 0:
            self._ready_at += self._lead_in_s
            yield LeadInStarted()
        elif self._length is not None and not self._phase.is_hold:
            self._length = max(self._length, self._elapsed + self._lead_in_s)

    def _begin_to_hold(self, at: float) -> PhaseStarted:
        """The lead-in is over."""
        self._ready_at = at
        if self._elapsed_before == 0.0:
            self._phase_started_at = self._wall(at)
        return PhaseStarted(self._phase)

    def _finish_phase(self, at: float) -> Iterator[Event]:
        if self._phase.is_hold:
            yield from self._keep(self._record(self._length or 0.0, "held"))
        yield from self._leave_phase(at)

    def _leave_phase(self, at: float, *, getting_ready: bool = False) -> Iterator[Event]:
        if self._index + 1 < len(self._phases):
            yield from self._begin_phase(self._index + 1, at, getting_ready=getting_ready)
        else:
            yield from self._end("finished", at if self._state == "running" else self._seen.mono)

    def _end(self, outcome: SessionOutcome, at: float) -> Iterator[Event]:
        self._stopped_at = self._now if self._state != "running" else at
        self._state = "ended"
        yield SessionEnded(outcome, self._wall(at))

    def _stop(self, state: State, at: float) -> StateChanged:
        self._stopped_at = at if self._state == "running" else self._stopped_at
        self._state = state
        return StateChanged(state)

    def _run(self) -> StateChanged:
        self._elapsed_before = self._elapsed
        self._seen = self._clock()
        self._ready_at = self._seen.mono
        if self._elapsed_before == 0.0:  # it begins only now
            self._phase_started_at = self._wall(self._ready_at)
        self._state = "running"
        return StateChanged("running")

    def _go(self) -> Iterator[Event]:
        yield self._run()
        yield from self._get_ready()

    def _previous_hold(self) -> int:
        """The index of the nearest earlier hold since the last stop for pain, or of this phase."""
        for index in range(self._index - 1, self._no_way_back - 1, -1):
            if self._phases[index].is_hold:
                return index
        return self._index

    def _holds_after(self) -> Phases:
        return tuple(phase for phase in self._phases[self._index + 1 :] if phase.is_hold)

    def _attempt(self) -> HoldRecord:
        """The record of the current hold, were it to end now."""
        held = min(self._elapsed, self._length or 0.0)
        if held >= (self._phase.seconds or 0.0) - HAIR_S:
            return self._record(held, "held")
        return self._record(held, "ended early") if held >= LEAST_HELD_S else self._record(0.0, "skipped")

    def _record(self, held_s: float, outcome: HoldOutcome) -> HoldRecord:
        phase = self._phase
        return HoldRecord(
            phase.hold, phase.exercise, phase.side, phase.set, phase.seconds or 0.0, held_s, outcome,
            self._phase_started_at,
        )  # fmt: skip

    def _untouched(self, phase: Phase, outcome: HoldOutcome) -> HoldRecord:
        planned = self._planned[phase.hold].seconds
        return HoldRecord(
            phase.hold, phase.exercise, phase.side, phase.set, planned or 0.0, 0.0, outcome,
            self._wall(self._seen.mono),
        )  # fmt: skip

    def _keep(self, attempt: HoldRecord) -> Iterator[HoldRecorded]:
        """Keep the longer of the attempts at a set."""
        known = self._records.get(attempt.position)
        if known is None or attempt.held_s > known.held_s:
            yield from self._put(attempt)

    def _put(self, record: HoldRecord) -> Iterator[HoldRecorded]:
        self._records[record.position] = record
        yield HoldRecorded(record)

    def _skip(self, holds: Iterator[Phase]) -> Iterator[HoldRecorded]:
        for hold in holds:
            if hold.hold not in self._records:
                yield from self._put(self._untouched(hold, "skipped"))


def _same_side(hold: Phase, phase: Phase) -> bool:
    return (hold.item, hold.side) == (phase.item, phase.side)
