"""A session: one run through a routine's phases, and the only mutable thing in the domain.

Time is computed, never decremented: what remains is the planned end minus now, on a monotonic clock, and the next phase
starts at the previous one's planned end however late the tick came. Commands return what happened; they call nobody.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from datetime import datetime

from hamstring_gui.domain.exercise import LONGEST_HOLD_S
from hamstring_gui.domain.going_on import NOTHING_MORE, Before, ahead, fitting
from hamstring_gui.domain.history import HoldRecord, SessionOutcome, anything_happened
from hamstring_gui.domain.hold_records import attempt_at, in_order, record_of
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
    Reached,
    SessionEnded,
    State,
    StateChanged,
)
from hamstring_gui.domain.routine import (
    Phase,
    Phases,
    Routine,
    as_before,
    hold_before,
    holds_after,
    holds_after_pain,
    holds_given_up,
    longer,
    with_gaps,
    with_more,
)
from hamstring_gui.domain.values import replace

SLEEP_S = 5.0
RESTART_AFTER_S = 3.0
"""Back restarts a phase that is further in than this, and goes to the previous hold otherwise."""


class Session:
    """The state machine. `clock` says what time it is; `tick` is to be called at least every second while running.

    A tick that comes more than `sleep_s` seconds after the one before, time asleep included, means that the machine
    slept. A hold that goes on or begins again waits for a lead-in of `lead_in_s` first: whoever came to the laptop is
    on the way back to the mat. `more` is what was made longer, and will be so again.
    """

    def __init__(
        self, routine: Routine, phases: Phases, clock: Callable[[], Instant], sleep_s: float = SLEEP_S,
        lead_in_s: float = 0.0,
    ) -> None:  # fmt: skip
        if not any(phase.is_hold for phase in phases):
            raise ValueError("a session needs at least one hold")
        self._routine, self._as_planned, self._clock = routine, phases, clock
        self._phases, self.more = phases, NOTHING_MORE
        self._sleep_s, self._lead_in_s = sleep_s, lead_in_s
        self._index = self._from_index = self._no_way_back = 0
        self._state: State = "running"
        self._records: dict[int, HoldRecord] = {}
        self._begun: Reached | None = None
        self.begin()

    def begin(self) -> None:
        """Its time runs from now on. To be said again only before the first tick or command."""
        self._start = self._seen = self._clock()
        self.started_at = self._start.wall
        self._set_phase(self._index, self._start.mono)

    def take_up(self, before: Before) -> None:
        """Begin with what is left of the set that was reached before, after a setup. `ValueError`: nothing is."""
        self.started_at, reached = before.started_at, before.reached
        self._records, self.more = fitting(before.records, self._as_planned), before.more
        coming = ahead(self._as_planned, self._routine, self._records, reached.hold)
        if coming.index >= len(coming.phases):
            raise ValueError("there is nothing left to go on with")
        self._as_planned, self._from_index, self._no_way_back = coming.phases, coming.index, coming.no_way_back
        self._begun = reached if reached.is_partly else None
        self._set_phase(coming.index, self._start.mono)
        self._wait_for_the_mat()

    # -- what it is --------------------------------------------------------------------------------------------------
    @property
    def state(self) -> State:
        return self._state

    @property
    def records(self) -> tuple[HoldRecord, ...]:
        return in_order(self._records)

    def moment(self) -> Moment:
        """The session as it is at the last tick or command."""
        return Moment(
            self._phases, self._index, self._state, self._elapsed, self._length, self.records,
            self._ready_in, self._lead_in_s, self._begun, self._from_index,
        )  # fmt: skip

    @property
    def records_so_far(self) -> tuple[HoldRecord, ...]:
        """The records, with what was held until now of the set that is being held."""
        if self._state in ("pain", "ended") or not self._phase.is_hold:
            return self.records
        attempt = self._attempt()
        known = self._records.get(attempt.position)
        if attempt.held_s <= (known.held_s if known is not None else 0.0):
            return self.records
        return in_order(self._records | {attempt.position: attempt})

    @property
    def reached(self) -> Reached | None:
        """Where another one would go on if this one were interrupted now; `None` if it has nothing left."""
        if self._state in ("pain", "ended"):
            coming = self.after_pain() if self._state == "pain" else None
            return Reached(coming.hold) if coming is not None else None
        hold, begun = self._phase.hold, self._begun
        if self._phase.is_hold and (self._elapsed > 0 or self._length != self._as_planned[self._index].seconds):
            return Reached(hold, min(self._elapsed, self._length or 0.0), self._length)
        return begun if begun is not None and begun.hold == hold else Reached(hold)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was held until now, and nothing hurt."""
        return not (self._phase.is_hold and self._attempt().held_s > 0) and not anything_happened(self.records)

    def after_pain(self) -> Phase | None:
        """The hold that `go_on` would lead to; `None` if it would finish the session."""
        return next(iter(holds_after_pain(self._as_planned, self._index)), None)

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
            left_before = self._length - self._elapsed_before if self._length is not None else 0.0
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
        """End a hold early and keep its seconds, or end a gap or a lead-in. Who ends it wants it no longer."""
        events = list(self._advance())
        if self._ready_in > 0:
            events.append(self._begin_to_hold(self._now))
        elif self._state in ("running", "paused", "slept"):
            if self._phase.is_hold:
                events += self._keep(self._attempt())
            self.more = as_before(self.more, self._phase)
            events += self._leave_phase(self._now)
        return tuple(events)

    def back(self) -> tuple[Event, ...]:
        """Restart this phase if it is more than 3 s in; otherwise go to the previous hold.

        There is no way back over a stop for pain. The repeated set keeps the longer attempt. What was made longer
        stays so. What comes again from before a set that was begun has that set come whole.
        """
        events = list(self._advance())
        if self._state in ("running", "paused", "slept"):
            restarts = self._length is not None and self._elapsed > RESTART_AFTER_S
            target = self._index if restarts else hold_before(self._as_planned, self._index, self._no_way_back)
            self._begun = self._begun if target == self._index else None
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
            self.more = longer(self.more, self._phase, seconds)
        return tuple(events)

    def stop_for_pain(self) -> tuple[Event, ...]:
        """Record the pain, end this side of this exercise, and wait for `go_on` or `end`.

        In a gap, the pain is put on record with the set that the gap leads to. A set that was held before and is
        repeated keeps its longer time, with the pain as its outcome: a pain is never dropped.
        """
        events = list(self._advance())
        if self._state in ("running", "paused", "slept"):
            coming = next(iter(holds_after(self._as_planned, self._index - 1)))
            attempt = self._attempt() if self._phase.is_hold else self._skipped(coming)
            known = self._records.get(coming.hold, attempt)
            better = attempt if attempt.held_s >= known.held_s else known
            events += self._put(replace(better, outcome="stopped for pain"))
            events += self._skip(holds_given_up(self._as_planned, self._index))
            events.append(self._stop("pain", at=self._now))
        return tuple(events)

    def go_on(self) -> tuple[Event, ...]:
        """After a stop for pain: on with the other leg, or with the next exercise."""
        if self._state != "pain":
            return ()
        coming, self._no_way_back = holds_after_pain(self._as_planned, self._index), self._index + 1
        self._as_planned = self._as_planned[: self._index + 1] + with_gaps(coming, self._routine, after=self._phase)
        self._phases = self._phases[: self._index + 1]  # as long as nothing else comes
        return (self._run(), *self._leave_phase(self._seen.mono, getting_ready=True))

    def end(self) -> tuple[Event, ...]:
        """End here: what was held is kept, sets not reached are skipped. After a pain with nothing left it is done."""
        events = list(self._advance())
        if self._state != "ended":
            if self._state != "pain" and self._phase.is_hold:
                events += self._keep(self._attempt())
            events += self._skip(holds_after(self._as_planned, self._index - 1))
            events += self._end("finished" if self.reached is None else "ended early", self._seen.mono)
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
        """A phase's clock stands at `_elapsed_before` until `_ready_at`, and runs from there. What was made longer is
        so in the phases once it is left, should there be a way back to it."""
        self._phases, self._from_index = with_more(self._as_planned, self.more), min(index, self._from_index)
        self._index, self._ready_at, self._elapsed_before = index, at, 0.0
        self._length = self._phases[index].seconds
        self._phase_started_at = self._wall(at if self._state == "running" else self._seen.mono)
        begun = self._begun
        if begun is not None and self._phase.is_hold and self._phase.hold == begun.hold:
            self._elapsed_before, self._length, self._begun = begun.held_s, begun.length_s, None
            self.more = longer(self.more, self._phase, (begun.length_s or 0.0) - (self._phase.seconds or 0.0))
            if (known := self._records.get(begun.hold)) is not None:
                self._phase_started_at = known.started_at

    def _begin_phase(self, index: int, at: float, *, getting_ready: bool) -> Iterator[Event]:
        """`getting_ready`: whoever wished for it may be on the way to the mat."""
        self._set_phase(index, at)
        if getting_ready and self._state == "running" and self._wait_for_the_mat():
            yield LeadInStarted()
        waits = self._state != "running" and self._lead_in_s > 0
        if not self._phase.is_hold or not (waits or self._ready_in > 0):
            yield PhaseStarted(self._phase)

    def _wait_for_the_mat(self) -> bool:
        """Nobody is credited for the way to the mat: a hold waits for it (gives whether), a gap is not over before."""
        if self._phase.is_hold and self._lead_in_s > 0:
            self._ready_at += self._lead_in_s
            return True
        if self._length is not None and not self._phase.is_hold:
            self._length = max(self._length, self._elapsed + self._lead_in_s)
        return False

    def _begin_to_hold(self, at: float) -> PhaseStarted:
        """The lead-in is over."""
        self._ready_at = at
        if self._elapsed_before == 0.0:
            self._phase_started_at = self._wall(at)
        return PhaseStarted(self._phase)

    def _finish_phase(self, at: float) -> Iterator[Event]:
        if self._phase.is_hold:
            yield from self._keep(
                record_of(self._as_planned[self._index], self._length or 0.0, "held", self._phase_started_at)
            )
        yield from self._leave_phase(at)

    def _leave_phase(self, at: float, *, getting_ready: bool = False) -> Iterator[Event]:
        if self._index + 1 < len(self._as_planned):
            yield from self._begin_phase(self._index + 1, at, getting_ready=getting_ready)
        else:
            yield from self._end("finished", at if self._state == "running" else self._seen.mono)

    def _end(self, outcome: SessionOutcome, at: float) -> Iterator[Event]:
        self._stopped_at = self._now if self._state != "running" else at
        self._state = "ended"
        yield SessionEnded(outcome, max(self.started_at, self._wall(at)))

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
        if self._wait_for_the_mat():
            yield LeadInStarted()

    def _attempt(self) -> HoldRecord:
        """The record of the current hold, were it to end now."""
        held_s = min(self._elapsed, self._length or 0.0)
        return attempt_at(self._as_planned[self._index], held_s, self._phase_started_at)

    def _skipped(self, hold: Phase) -> HoldRecord:
        return record_of(hold, 0.0, "skipped", self._wall(self._seen.mono))

    def _keep(self, attempt: HoldRecord) -> Iterator[HoldRecorded]:
        known = self._records.get(attempt.position)
        if known is None or attempt.held_s > known.held_s:
            yield from self._put(attempt)

    def _put(self, record: HoldRecord) -> Iterator[HoldRecorded]:
        self._records[record.position] = record
        yield HoldRecorded(record)

    def _skip(self, holds: Phases) -> Iterator[HoldRecorded]:
        for hold in holds:
            if hold.hold not in self._records:
                yield from self._put(self._skipped(hold))
