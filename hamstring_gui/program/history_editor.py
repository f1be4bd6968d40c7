"""Sessions changed, added and taken away as the user asks for it, each with a way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from functools import partial

from PySide6.QtCore import QObject, Signal

from hamstring_gui.domain.editing import edited
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.history import SessionRecord, by_hand
from hamstring_gui.domain.routine import Routine
from hamstring_gui.program.way_back import WayBack
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.ui.history.session_editor import AddCard, EditCard, SessionCard, Written
from hamstring_gui.ui.history.sessions_table import SessionsTable
from hamstring_gui.ui.history.wording_sessions import described
from hamstring_gui.ui.window import Window

NOON = time(12, 0)
"""When a session is put that nobody knows the time of: in the middle of its day, wherever the day begins."""


class HistoryEditor(QObject):
    """Does what a sessions table asks for. `changed` says that the history on disk is another one now."""

    changed = Signal()

    def __init__(
        self,
        window: Window,
        store: HistoryStore,
        exercises: Mapping[str, Exercise],
        routines: Mapping[str, Routine],
        today: Callable[[], date],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._store, self._today = window, store, today
        self._exercises, self._routines = exercises, routines
        self._way_back = WayBack(window.notice, self.changed.emit)
        self._deletions = WayBack(window.notice, self.changed.emit)
        self._deleted: list[SessionRecord] = []

    def serve(self, table: SessionsTable) -> None:
        """Do what this table asks for."""
        table.delete_requested.connect(self.delete)
        table.edit_requested.connect(self.edit)
        table.add_requested.connect(self.add)

    def delete(self, session_id: str) -> None:
        """Take a session off the record at once; the notice brings it back, with those deleted while it stood."""
        try:
            session = self._store.delete_session(session_id)
        except StorageError as error:
            self._window.notice.show_notice(str(error))
            return
        if not self._deletions.stands:
            self._deleted = []
        self._deleted = [*self._deleted, session]
        n = len(self._deleted)
        sentence = self.tr("%n session(s) deleted.", None, n)
        if n == 1:
            sentence = self.tr("Deleted: {session}.").format(session=described(session, self._today()))
        self.changed.emit()
        self._deletions.offer(sentence, partial(self._store.put_all, self._deleted))

    def edit(self, session_id: str) -> None:
        """Lay the card over the page on which a session is changed."""
        try:
            session = self._store.session(session_id)
        except StorageError as error:
            self._window.notice.show_notice(str(error))
            return
        if session is not None:
            card = EditCard(session, self._today(), self._window)
            card.save_requested.connect(partial(self._on_edit_requested, card, session))
            self._window.lay_over("edit session", card)

    def add(self) -> None:
        """Lay the card over the page on which a session is added."""
        card = AddCard(self._routines, self._today(), self._window)
        card.save_requested.connect(partial(self._on_add_requested, card))
        self._window.lay_over("add session", card)

    def _on_edit_requested(self, card: EditCard, before: SessionRecord, written: Written) -> None:
        after = edited(before, written.day, written.tightness, written.note)
        if after == before:
            card.leave()
        elif self._kept(card, after):
            sentence = self.tr("Changed: {session}.").format(session=described(after, self._today()))
            self._tell(sentence, undo=partial(self._store.put_session, before))

    def _on_add_requested(self, card: AddCard, written: Written) -> None:
        from uuid import uuid4

        routine = self._routines.get(written.routine)
        session = by_hand(
            str(uuid4()),
            datetime.combine(written.day, NOON).astimezone(),
            written.day,
            left_s=written.left_s,
            right_s=written.right_s,
            routine=routine.id if routine else "",
            routine_name=routine.name if routine else "",
            exercise=self._only_stretch(routine),
            tightness=written.tightness,
            note=written.note,
        )
        if self._kept(card, session):
            sentence = self.tr("Added: {session}.").format(session=described(session, self._today()))
            self._tell(sentence, undo=partial(self._store.delete_session, session.id))

    def _only_stretch(self, routine: Routine | None) -> str:
        """The id of the routine's stretch, where it has but one: minutes per leg are then that exercise's."""
        found = {item.exercise for item in routine.items} if routine else set()
        only = self._exercises.get(next(iter(found))) if len(found) == 1 else None
        return only.id if only is not None and only.kind == "stretch" else ""

    def _kept(self, card: SessionCard, session: SessionRecord) -> bool:
        """Put what is on the card on record and take the card away; if that fails, the card stays and says why."""
        try:
            self._store.put_session(session)
        except StorageError as error:
            card.show_problem(str(error))
            return False
        card.leave()
        return True

    def _tell(self, sentence: str, undo: Callable[[], object]) -> None:
        """Say what was done, and how to take it back; whoever shows the history hears of both."""
        self.changed.emit()
        self._way_back.offer(sentence, undo)
