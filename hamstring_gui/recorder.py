"""Writes a session to the history as it happens, and keeps what could not be written until it can."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from hamstring_gui.domain.history import HoldRecord, SessionOutcome, Tightness
from hamstring_gui.domain.routine import Routine
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.history import HistoryStore

Write = Callable[[], None]


class Recorder:
    """One session's way to the disk. Every call also tries again what failed before, in order.

    `problem` holds the sentence of the last failure; it is empty when everything is on disk.
    """

    def __init__(self, store: HistoryStore, session_id: str) -> None:
        self._store = store
        self._id = session_id
        self._waiting: list[Write] = []
        self.problem = ""

    def begin(self, routine: Routine, started_at: datetime, day: date, planned_s: float) -> None:
        self._write(
            lambda: self._store.begin_session(self._id, routine, started_at=started_at, day=day, planned_s=planned_s)
        )

    def put_hold(self, hold: HoldRecord) -> None:
        self._write(lambda: self._store.put_hold(self._id, hold))

    def end(self, ended_at: datetime, outcome: SessionOutcome) -> None:
        self._write(lambda: self._store.end_session(self._id, ended_at=ended_at, outcome=outcome))

    def rate(self, tightness: Tightness | None, note: str) -> None:
        self._write(lambda: self._store.rate_session(self._id, tightness, note))

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
