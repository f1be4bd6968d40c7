"""Sessions that were left in their middle by an earlier run: offered on Today, gone on with, kept or discarded."""

from __future__ import annotations

import logging
from functools import partial

from PySide6.QtCore import QObject, Signal

from hamstring_gui.domain.going_on import Offer, Underway, is_offered, leads_on, offer_of
from hamstring_gui.domain.history import SessionRecord
from hamstring_gui.domain.values import dataclass, replace
from hamstring_gui.program.deeds import Deed, Deeds
from hamstring_gui.program.library import Library
from hamstring_gui.program.records import Records
from hamstring_gui.program.stage import Late, Stage
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.history_rows import MISFITS, Row
from hamstring_gui.storage.underway import this_machine, underway_of
from hamstring_gui.ui import questions, wording
from hamstring_gui.ui.today.page import TodayPage

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Left:
    """A session as the history tells it, and what it takes to go on with it, as it stands there and as a value."""

    record: SessionRecord
    row: Row
    underway: Underway


class Resuming(QObject):
    """`go_on_requested` carries the session's record and what it takes to go on with it.

    Only what was there when this looked is offered: what this run of the program leads itself is not.
    """

    go_on_requested = Signal(object, object)

    def __init__(
        self, stage: Stage, late_page: Late[TodayPage], library: Library, records: Records, deeds: Deeds
    ) -> None:
        super().__init__(records)
        self._stage, self._library, self._records, self._deeds = stage, library, records, deeds
        self._ids: tuple[str, ...] = ()
        self._unusable: set[str] = set()
        late_page.when_made(self._on_page_made)

    def _on_page_made(self, page: TodayPage) -> None:
        page.go_on_requested.connect(self._on_go_on_requested)
        page.save_requested.connect(self._on_save_requested)
        page.discard_requested.connect(self._on_discard_requested)

    def look(self, ids: tuple[str, ...]) -> None:
        """These were left."""
        self._ids = ids

    # -- what was left -----------------------------------------------------------------------------------------------
    def offer(self) -> Offer | None:
        """What there is to go on with; what is too old for that is kept as it is. Raises nothing."""
        left = self._left()
        if left is None:
            return None
        return offer_of(left.underway, left.record.holds, left.record.routine_name, self._library.exercises)

    def _left(self) -> Left | None:
        """The last of those that can be gone on with."""
        found = sorted(self._all_left(), key=lambda left: left.underway.at)
        here = [left for left in found if left.underway.machine == this_machine()]
        return here[-1] if here else None

    def _all_left(self) -> list[Left]:
        found = [left for one in self._ids if (left := self._read(one)) is not None]
        now = self._records.days.now
        late = [left for left in found if not is_offered(left.underway.at, now)]
        for left in late:
            self._keep_quietly(left)
        return [left for left in found if left not in late]

    def _read(self, session_id: str) -> Left | None:
        """Nothing where the session was deleted meanwhile, or can't be read."""
        store = self._records.store
        try:
            record, row = store.session(session_id), store.underway(session_id)
            if record is None or row is None:
                return None
            underway = underway_of(row, self._library.exercises, self._library.exercises_folder)
            if leads_on(underway, record.holds, self._library.exercises):
                return Left(record, row, underway)
        except StorageError as error:
            log.warning("%s", error)
        except (*MISFITS, RecursionError, AttributeError) as error:
            if session_id not in self._unusable:
                log.warning("session %s can't be gone on with: %s", session_id, error)
            self._unusable.add(session_id)
        return None

    # -- what becomes of it ------------------------------------------------------------------------------------------
    def keep_all(self, but: str) -> None:
        """A session begins, or the one with this id goes on: all others that were left stay as they are."""
        for left in self._all_left():
            if left.record.id != but and left.underway.machine == this_machine():
                self._keep_quietly(left)
        self._ids = ()

    def _keep_quietly(self, left: Left) -> None:
        try:
            self._keep(left)
        except StorageError as error:
            log.warning("%s", error)

    def _keep(self, left: Left) -> None:
        self._records.end_session(as_it_is(left.record, left.underway))

    def _on_go_on_requested(self) -> None:
        left = self._left()
        if left is not None:
            self.go_on_requested.emit(left.record, left.underway)

    def _on_save_requested(self) -> None:
        left = self._left()
        if left is None:
            return
        routine = wording.of_file(left.record.routine_name)
        name = self.tr("Keeping {routine} as it is").format(routine=routine)
        sentence = self.tr("“{routine}” is in your history as it is.").format(routine=routine)
        self._deeds.do(Deed(name, partial(self._keep, left), partial(self._put_back, left), sentence, "today"))

    def _on_discard_requested(self) -> None:
        left = self._left()
        if left is not None:
            routine, held = wording.of_file(left.record.routine_name), wording.held_in_all(left.record.holds)
            self._stage.ask(questions.to_discard(routine, held, partial(self._discard, left)))

    def _discard(self, left: Left) -> None:
        routine = wording.of_file(left.record.routine_name)
        name = self.tr("Discarding of {routine}").format(routine=routine)
        sentence = self.tr("“{routine}” was discarded.").format(routine=routine)
        away = partial(self._records.delete_session, left.record.id)
        self._deeds.do(Deed(name, away, partial(self._put_back, left), sentence, "today"))

    def _put_back(self, left: Left) -> None:
        self._records.put_underway(left.record, left.row)


def as_it_is(record: SessionRecord, underway: Underway) -> SessionRecord:
    """The session, over: it ended when it was noted last."""
    return replace(record, outcome="interrupted", ended_at=max(record.started_at, underway.at))
