"""Plays a session: lets its time pass on the event loop, and turns what happens into signals and sounds' names."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from hamstring_gui.domain.moment import (
    Command,
    Event,
    HoldRecorded,
    LeadInStarted,
    MarkPassed,
    Moment,
    NotExtended,
    PhaseStarted,
    SessionEnded,
    StateChanged,
)
from hamstring_gui.domain.session import Session

Pace = Callable[[Moment], float]
"""How many seconds may pass until the session is looked at again, given how it is now."""
Movement = Callable[[Moment], float]
"""Shows how far that has moved which moves, and says in how many seconds it has moved on."""
LONGER = 1.1
LATE_S = 0.005
"""What counts whole seconds, or half ones, is looked at so long after they change."""
QUIET_S = 0.03
"""So long before a phase ends no picture is begun, which would make that late."""


def cues_for(events: tuple[Event, ...], half_way: bool, was_hold: bool, *, count_in: bool) -> tuple[str, ...]:
    """The sounds that go with events, in order; `was_hold` says whether a hold was running before them.

    Half of a hold sounds only if `half_way` is wanted, the last three seconds only with `count_in`.
    """
    cues: list[str] = []
    for event in events:
        match event:
            case LeadInStarted() if was_hold:
                cues.append("hold-end")
                was_hold = False
            case PhaseStarted(phase):
                if was_hold:
                    cues.append("hold-end")
                was_hold = phase.is_hold
                if was_hold:
                    cues.append("hold-start")
            case MarkPassed("one" | "two" | "three") if count_in:
                cues.append("count")
            case MarkPassed("ten"):
                cues.append("ten")
            case MarkPassed("half") if half_way:
                cues.append("half")
            case StateChanged("paused" | "slept" | "pain"):
                cues.append("pause")
            case StateChanged("running"):
                was_hold = False  # it ended to the ear when it was paused
            case SessionEnded(outcome):
                if was_hold:
                    cues.append("hold-end")
                was_hold = False
                if outcome == "finished":
                    cues.append("done")
    return tuple(cues)


class Player(QObject):
    """Owns the running session. Wishes come in as calls, what happened goes out as signals; `moved_on` comes last, as
    long as the session goes on. `happened` comes with each look at it: the events, and the moments before and after.
    Between two looks nothing but movement goes on; `mono` is the clock for that."""

    moment_changed = Signal(object)
    holds_recorded = Signal(tuple)
    cues_due = Signal(tuple)
    happened = Signal(tuple, object, object)
    not_extended = Signal(str)
    moved_on = Signal(object)
    session_ended = Signal(str, object)

    def __init__(
        self, pace: Pace, movement: Movement, mono: Callable[[], float], parent: QObject | None = None
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.half_way, self.count_in = False, True
        self._pace, self._movement, self._mono = pace, movement, mono
        self._session: Session | None = None
        self._begins = False
        self._moment: Moment | None = None
        """As it was looked at last; what moves goes on from there."""
        self._looked_at = self._look_at = self._quiet_s = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._go_on)

    @property
    def session(self) -> Session | None:
        """The session that runs, or `None`."""
        return self._session

    def play(self, session: Session, *, at_once: bool = True) -> None:
        """If not `at_once`, its time runs only once somebody looks, or wishes something."""
        self._session, self._begins = session, not at_once
        moment = session.moment()
        self.moment_changed.emit(moment)
        if moment.kind == "hold":
            self.cues_due.emit(("hold-start",))
        if at_once:
            self._schedule()

    def drop(self) -> None:
        """Let the session be, as it is."""
        self._session = None
        self._schedule()

    def command(self, command: Command) -> None:
        """Tell the session what the user wishes. Without a session, nothing happens."""
        if self._session is not None:
            self._carry_out(self._session, getattr(self._session, command))

    def look(self) -> None:
        """Let the session's time pass up to now."""
        if self._session is not None:
            self._carry_out(self._session, self._session.tick)

    def _carry_out(self, session: Session, action: Callable[[], tuple[Event, ...]]) -> None:
        if self._begins:
            self._begins = False
            session.begin()
        before = session.moment()
        events = action()
        was_hold = before.kind == "hold" and before.state != "pain"
        cues = cues_for(events, self.half_way, was_hold, count_in=self.count_in)
        if cues:
            self.cues_due.emit(cues)
        records = tuple(event.record for event in events if isinstance(event, HoldRecorded))
        if records:
            self.holds_recorded.emit(records)
        after = session.moment()
        self.happened.emit(events, before, after)
        self.moment_changed.emit(after)
        self._schedule()
        for event in events:
            if isinstance(event, NotExtended):
                self.not_extended.emit(event.why)
            elif isinstance(event, SessionEnded):
                self._session = None
                self.session_ended.emit(event.outcome, event.at)
        if self._session is session:
            self.moved_on.emit(session.moment())

    def _schedule(self) -> None:
        """Look again when the pace says so, or at the phase's planned end or the next second, if that comes first.

        A pace of a second falls on the change of the whole seconds, a shorter one on that of the half ones, too; what
        comes within a hair of these is looked at with them.
        """
        if self._session is None or self._session.state != "running":
            self._timer.stop()
            return
        moment = self._moment = self._session.moment()
        wait, due = self._pace(moment), self._session.due_in_s()
        if due is not None:
            beat_s = math.fmod(due, 1.0 if wait >= 1.0 else 0.5) + LATE_S
            wait = min(due, wait if wait < beat_s - 2 * LATE_S else beat_s)
        self._quiet_s = QUIET_S if wait == due else 0.0
        self._looked_at = self._mono()
        self._look_at = self._looked_at + wait
        self._sleep(wait, self._movement(moment))

    def _go_on(self) -> None:
        """Look at the session if it is time; if not, move on what moves."""
        now = self._mono()
        if self._moment is None or now >= self._look_at:
            self.look()
            return
        moved_s = self._movement(self._moment.later(now - self._looked_at))
        self._sleep(self._look_at - now, moved_s)

    def _sleep(self, wait_s: float, moved_s: float) -> None:
        """Until something has moved on; a little longer, if one of these times is then the one to look."""
        evenly_s = wait_s / max(1, math.floor(wait_s / max(moved_s, LATE_S)))
        next_s = evenly_s if evenly_s <= LONGER * moved_s else min(wait_s, moved_s)
        self._timer.start(math.ceil(1000 * (wait_s if wait_s - next_s < self._quiet_s else next_s)))
