"""Writes sessions to the history as they happen, and keeps what could not be written until it can."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from hamstring_gui.domain.history import HoldRecord, SessionOutcome, SessionRecord, Tightness, anything_happened
from hamstring_gui.domain.routine import Routine
from hamstring_gui.domain.session import Session
from hamstring_gui.domain.values import dataclass
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.history import HistoryStore

Write = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Run:
    """A session that is being played or was just over: what the history calls it, and its day."""

    id: str
    routine: Routine
    session: Session
    day: date
    planned_s: float

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
            holds=self.session.records,
        )


class Recorder:
    """The way to the disk, for as long as the program runs. Every call also tries again what failed before, in order.

    A session goes on record with the first set that was held, or hurt: whoever did nothing leaves nothing behind.
    `problem` holds the sentence of the last failure; it is empty when everything is on disk.
    """

    def __init__(self, store: HistoryStore) -> None:
        self._store = store
        self._waiting: list[Write] = []
        self._begun = ""
        self.problem = ""

    def put_holds(self, run: Run, holds: Sequence[HoldRecord]) -> None:
        """Together, in one transaction."""
        if self._begun == run.id:
            self._write(lambda: self._store.put_holds(run.id, holds))
        elif anything_happened(run.session.records):
            self._begin(run)

    def _begin(self, run: Run) -> None:
        self._begun, records = run.id, run.session.records
        self._write(
            lambda: self._store.begin_session(
                run.id, run.routine, started_at=run.session.started_at, day=run.day, planned_s=run.planned_s,
                holds=records,
            )
        )  # fmt: skip

    def end(self, run: Run, outcome: SessionOutcome, ended_at: datetime) -> None:
        """Whether it is on record is known by now."""
        if self._begun == run.id:
            self._write(lambda: self._store.end_session(run.id, ended_at=ended_at, outcome=outcome))

    def rate(self, run: Run, tightness: Tightness | None, note: str) -> None:
        if self._begun == run.id:
            self._write(lambda: self._store.rate_session(run.id, tightness, note))

    def try_again(self) -> None:
        """Write what is waiting."""
        self.problem = ""
        while self._waiting:
            try:
                self._waiting[0]()
            except StorageError as error:
                self.problem = str(error)
                return
            del self._waiting[0]

    def _write(self, write: Write) -> None:
        self._waiting.append(write)
        self.try_again()
