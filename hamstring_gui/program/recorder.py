"""Writes sessions to the history as they happen, and keeps what could not be written until it can."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType

from PySide6.QtCore import QObject, QTimer, Signal

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.first_leg import Leg
from hamstring_gui.domain.going_on import Underway
from hamstring_gui.domain.history import SessionOutcome, SessionRecord, Tightness, anything_happened, happened
from hamstring_gui.domain.moment import Moment
from hamstring_gui.domain.routine import Routine
from hamstring_gui.domain.session import Session
from hamstring_gui.domain.values import dataclass, replace
from hamstring_gui.storage.errors import LOCKS, StorageError, sqlite_code
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.underway import reached_row, row_of, this_machine

log = logging.getLogger(__name__)

AGAIN_S = (1, 2, 5, 10)
"""After how many seconds it is tried again: the first time, the second, and so on; the last one for ever."""
SETTLES_MS = 60
"""So long after the end of a set, when the tone and the picture of what comes next are out, the disk is waited for."""


@dataclass(frozen=True, slots=True)
class Run:
    """A session that is being played or was just over: what the history calls it, its day, and what it goes through.

    `exercises` are the user's own in it, as they are now. Where it goes on, it may have been rated before.
    """

    id: str
    routine: Routine
    session: Session
    day: date
    planned_s: float
    first: Leg = "right"
    exercises: Mapping[str, Exercise] = MappingProxyType({})
    tightness: Tightness | None = None
    note: str = ""

    def record(self, outcome: SessionOutcome, ended_at: datetime) -> SessionRecord:
        """The session as the history will tell it."""
        return SessionRecord(
            id=self.id,
            routine=self.routine.id,
            routine_name=self.routine.name,
            started_at=self.session.started_at,
            ended_at=ended_at,
            day=self.day,
            outcome=outcome,
            planned_s=self.planned_s,
            holds=self.session.records_so_far,
            tightness=self.tightness,
            note=self.note,
        )

    def record_so_far(self, at: datetime) -> SessionRecord:
        """The same while it is played. Where it stands still for pain and nothing is left, it is through."""
        through = self.session.state == "pain" and self.session.reached is None
        return self.record("finished" if through else "interrupted", at)

    def underway(self, at: datetime) -> Underway | None:
        """What it takes to go on with it; nothing where nothing is left."""
        reached = self.session.reached
        if reached is None:
            return None
        more = self.session.more
        return Underway(self.routine, self.first, self.exercises, reached, at, this_machine(), more)


class Recorder(QObject):
    """The way to the disk, for as long as the program runs.

    What is written is always the whole session as it is by then, so that no write depends on one before it; each
    session that could not be written waits by itself, and is tried again by a timer and with every other write.
    Between such writes it is noted how far the session has come, which touches two rows; so is a set that is over, and
    `settle` puts it soon after. A session goes on record with
    the first set that was held, or hurt: whoever did nothing leaves nothing behind.

    `problem` is the sentence of the last failure, empty when everything is on disk; `problem_changed` carries it.
    `exchanged` says that another history lies in the place of the one that was written to: what it lacks of these
    sessions is put into it.
    """

    problem_changed = Signal(str)
    exchanged = Signal()

    def __init__(self, store: HistoryStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._renewals = store, store.renewals
        self._newest: dict[str, SessionRecord] = {}
        self._running = ""
        self._underway: Underway | None = None
        self._on_disk: dict[str, SessionRecord] = {}
        self._unsettled: set[str] = set()
        """Those that are to be put whole, whatever is noted of them."""
        self._failures = 0
        self._leaving = False
        self.problem = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.try_again)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.timeout.connect(self.settle)

    @property
    def waiting(self) -> tuple[SessionRecord, ...]:
        """The sessions that are not on disk as they are by now."""
        newest, unsettled = self._newest.items(), self._unsettled
        return tuple(record for key, record in newest if key in unsettled or self._on_disk.get(key) != record)

    @property
    def holds_waiting(self) -> int:
        """How many sets that were held are not on disk, or not as they are by now."""
        there = {key: set(record.holds) for key, record in self._on_disk.items()}
        held = ((record.id, hold) for record in self.waiting for hold in record.holds if happened(hold))
        return sum(hold not in there.get(key, ()) for key, hold in held)

    def take_up(self, record: SessionRecord) -> None:
        """A session of an earlier run goes on: it is on disk as it is here."""
        self._newest[record.id] = self._on_disk[record.id] = record

    def put(self, run: Run, at: datetime) -> None:
        """Put on record what was held until now; the session goes on."""
        if self._remember_whole(run, at):
            self.try_again()

    def put_soon(self, run: Run, at: datetime) -> None:
        """Note it at once, so that it outlives the program; and `put` it as soon as nobody waits for that any more.
        What a note can't say is put at once. Another program that has the file is waited for only later."""
        underway = run.underway(at)
        if underway is not None and self._goes_in_a_note(run, underway) and self._note(run, at, underway):
            self._settling.start(SETTLES_MS)
            if self._store.renewals != self._renewals:
                self.settle()
        elif self._remember_whole(run, at) and not self._leaving:
            self._put_without_waiting()

    def _remember_whole(self, run: Run, at: datetime) -> bool:
        """Gives whether there is anything to put, as `_remember`."""
        self._running, self._underway, record = run.id, run.underway(at), run.record_so_far(at)
        self._unsettled.add(run.id)
        return self._remember(record)

    def _put_without_waiting(self) -> None:
        """Where another program has the file, it is waited for once the tone and the picture of what comes are out."""
        failure = self._write_at_once()
        if sqlite_code(failure) in LOCKS:
            self._settling.start(0)
        else:
            self._conclude(failure)

    def _write_at_once(self) -> StorageError | None:
        """What waits, without waiting for another program; gives the last failure."""
        self._hurry(True)
        failure = self._write_what_waits()
        self._hurry(False)
        return failure

    def settle(self) -> None:
        """Have the disk have what was put so, too."""
        self._settling.stop()
        if self._running and not self._leaving:
            self._unsettled.add(self._running)
            self.try_again()

    def note(self, run: Run, at: datetime) -> None:
        """The same, in passing: the rest of the session is on disk, and no tick is to be late for this."""
        underway = run.underway(at)
        if underway is not None and self._goes_in_a_note(run, underway):
            self._note(run, at, underway)
        else:
            self.put(run, at)

    def _goes_in_a_note(self, run: Run, underway: Underway) -> bool:
        """Not what is longer, which stands beside the routine; nor what is on no record, unless it was tried to put
        it there."""
        new = run.id != self._running or (run.id not in self._on_disk and not self._timer.isActive())
        return not new and self._underway is not None and self._underway.more == underway.more

    def _note(self, run: Run, at: datetime, underway: Underway) -> bool:
        """Gives whether it is noted. While something of the session waits, it waits with that."""
        record, known = run.record_so_far(at), self._on_disk.get(run.id)
        waiting = known is None or known is not self._newest.get(run.id)
        self._underway = underway
        if not self._remember(record) or known is None or waiting or self._leaving:
            return False
        try:
            holds = [hold for hold in record.holds if hold not in known.holds]
            noted = self._store.note(run.id, holds, reached_row(underway))
        except StorageError as error:
            log.warning("%s: how far session %s has come was not noted", error, run.id)
            self._timer.start(1000 * AGAIN_S[0])
            return False
        if noted:
            self._on_disk[run.id] = record
        else:
            self.try_again()
        return self._on_disk.get(run.id) is record

    def end(self, run: Run, outcome: SessionOutcome, ended_at: datetime) -> None:
        """It is over, and what shows that is not to be late for a program that has the file: it is tried again. Only
        what makes the session count is waited for: the week is told next."""
        self._running, self._underway = "", None
        record, known = run.record(outcome, ended_at), self._on_disk.get(run.id)
        if not self._remember(record):
            return
        if record.counts and not (known is not None and known.counts):
            self.try_again()
        elif not self._leaving:
            self._conclude(self._write_at_once())

    @property
    def left(self) -> dict[str, Underway]:
        """What it takes to go on with the session that runs, by its id."""
        return {self._running: self._underway} if self._underway is not None else {}

    def rate(self, run: Run, tightness: Tightness | None, note: str) -> None:
        record = self._newest.get(run.id)
        if record is not None:
            self._write(replace(record, tightness=tightness, note=note))

    def _write(self, record: SessionRecord) -> None:
        if self._remember(record):
            self.try_again()

    def _remember(self, record: SessionRecord) -> bool:
        """As it is to be on disk; gives whether anything happened in it, without which it is not to be there."""
        if anything := anything_happened(record.holds):
            self._newest[record.id] = record
        return anything

    def hear_of(self, session_id: str, edited: SessionRecord | None) -> None:
        """A session was edited or, where it is `None`, deleted by the user: that is how it is to be from now on."""
        newest = self._newest.get(session_id)
        if newest is None:
            return
        if edited is None:
            del self._newest[session_id]
            self._on_disk.pop(session_id, None)
            self._unsettled.discard(session_id)
        elif self._on_disk.get(session_id) == newest:
            self._newest[session_id] = self._on_disk[session_id] = edited
        else:  # what is waiting was held since
            self._newest[session_id] = replace(
                edited, holds=newest.holds, ended_at=newest.ended_at, outcome=newest.outcome
            )

    def leave(self) -> None:
        """The program is about to be ended: what comes only waits until it is to be written `now`, at once or not."""
        self._leaving = True
        self._hurry(True)

    def stay(self) -> None:
        self._leaving = False
        self._hurry(False)
        self.try_again()

    def _hurry(self, yes: bool) -> None:
        try:
            self._store.hurry(yes)
        except StorageError as error:
            log.warning("%s", error)

    def try_again(self) -> None:
        """Write what is waiting; what fails is in the log."""
        if not self._leaving:
            self.write_now()

    def write_now(self) -> None:
        self._conclude(self._write_what_waits())

    def _conclude(self, failure: StorageError | None) -> None:
        if self._store.renewals != self._renewals:
            self._renewals = self._store.renewals
            log.warning("the history was exchanged while the program ran")
            failure = self._forget_what_is_gone() or self._write_what_waits()
            self.exchanged.emit()
        problem = str(failure) if failure is not None else ""
        self._failures = self._failures + 1 if problem else 0
        if problem:
            self._timer.start(1000 * AGAIN_S[min(self._failures, len(AGAIN_S)) - 1])
        else:
            self._timer.stop()
        if problem != self.problem:
            self.problem = problem
            self.problem_changed.emit(problem)

    def _write_what_waits(self) -> StorageError | None:
        """Each session by itself; gives the last failure."""
        failure: StorageError | None = None
        for record in self.waiting:
            try:
                self._put(record)
            except StorageError as error:
                failure = error
                log.warning("%s: session %s is not on disk yet", error, record.id)
            else:
                self._on_disk[record.id] = record
                self._unsettled.discard(record.id)
                if record.id == self._running:
                    self._settling.stop()
        return failure

    def _put(self, record: SessionRecord) -> None:
        if record.id != self._running:
            self._store.put_session(record, over=True)
        elif self._underway is None:
            self._store.put_session(record, running=record.outcome == "interrupted", over=True)
        else:
            self._store.put_session(record, running=True, underway=row_of(record.id, self._underway))

    def _forget_what_is_gone(self) -> StorageError | None:
        """Another file has less of some sessions, or none of them: those wait again. Gives why that isn't known."""
        try:
            for key, record in list(self._on_disk.items()):
                there = self._store.session(key)
                if there is None or there.held_s < record.held_s or key == self._running:
                    del self._on_disk[key]
        except StorageError as error:
            return error
        return None


NOTED_EVERY_S = 4.0
"""Of a hold, that many seconds can be lost when the program is killed; a look at the session may come a second late."""
Noted = tuple[int, str, str, float | None, int]


def noted_of(moment: Moment) -> Noted:
    """Another one whenever how far a session has come is worth a note."""
    pieces = int(moment.elapsed_s // NOTED_EVERY_S) if moment.kind == "hold" else 0
    return moment.index, moment.kind, moment.state, moment.length_s, pieces
