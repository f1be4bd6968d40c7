"""Sessions changed, added and taken away as the History page asks for it, each a deed that can be taken back."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import partial

from PySide6.QtCore import QObject

from hamstring_gui.domain.adding import done_of, parts_of
from hamstring_gui.domain.editing import edited
from hamstring_gui.domain.history import SessionRecord, by_hand
from hamstring_gui.program.deeds import Deed, Deeds
from hamstring_gui.program.library import Library
from hamstring_gui.program.records import Records, new_id
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.ui.history.page import HistoryPage
from hamstring_gui.ui.history.session_editor import Written
from hamstring_gui.ui.history.wording_sessions import described

NOON = time(12, 0)
"""When a session is put that nobody knows the time of: in the middle of its day, wherever the day begins."""


class HistoryEditor(QObject):
    """Does what the sessions table and its cards ask for."""

    def __init__(self, page: HistoryPage, library: Library, records: Records, deeds: Deeds) -> None:
        super().__init__(page)
        self._page, self._library, self._records, self._deeds = page, library, records, deeds

    def _on_record(self, session_id: str) -> SessionRecord | None:
        """A session as it is on record now; where it can't be read, that is said."""
        try:
            return self._records.session(session_id)
        except StorageError as error:
            self._deeds.say(str(error))
            return None

    def delete(self, session_id: str) -> None:
        """Take a session off the record at once; those deleted while that is said come back together."""
        session = self._on_record(session_id)
        if session is None:
            return
        together = "delete sessions"
        n = self._deeds.joined(together) + 1
        words = self._described(session)
        sentence = self.tr("%n session(s) deleted.", None, n)
        name = self.tr("Deletion of %n session(s)", None, n)
        if n == 1:
            sentence = self.tr("Deleted: {session}.").format(session=words)
            name = self.tr("Deletion of {session}").format(session=words)
        self._deeds.do(
            Deed(
                name, partial(self._records.delete_session, session.id), partial(self._records.put_session, session),
                sentence, "history", together,
            )
        )  # fmt: skip

    def offer_edit(self, session_id: str) -> None:
        """Have a session changed on a card."""
        if (session := self._on_record(session_id)) is not None:
            self._page.show_edit_card(session)

    def edit(self, before: SessionRecord, written: Written) -> None:
        """Keep a session as it was written on its card."""
        after = edited(before, written.day, written.tightness, written.note)
        if after == before:
            self._page.leave_card()
            return
        words = self._described(after)
        self._keep(

            Deed(
                self.tr("Change to {session}").format(session=words), partial(self._records.put_session, after, before),
                partial(self._records.put_session, before, after),
                self.tr("Changed: {session}.").format(session=words), "history",
            ),
            after.day,
        )  # fmt: skip

    def add(self, written: Written) -> None:
        """Keep a session that was done without the program."""
        routine = self._library.routines.get(written.routine)
        session = by_hand(
            new_id(),
            datetime.combine(written.day, NOON).astimezone(),
            written.day,
            left_s=written.left_s,
            right_s=written.right_s,
            done=done_of(parts_of(routine, self._library.exercises), written.left_s, written.right_s),
            routine=routine.id if routine else "",
            routine_name=routine.name if routine else "",
            tightness=written.tightness,
            note=written.note,
        )
        words = self._described(session)
        self._keep(

            Deed(
                self.tr("Addition of {session}").format(session=words), partial(self._records.put_session, session),
                partial(self._records.delete_session, session.id),
                self.tr("Added: {session}.").format(session=words), "history",
            ),
            session.day,
        )  # fmt: skip

    def _keep(self, deed: Deed, day: date) -> None:
        """Put it on record, take the card away, have its day in sight; if that fails, the card stays and says why."""
        try:
            deed.do()
        except StorageError as error:
            self._page.show_card_problem(str(error))
            return
        self._page.leave_card()
        self._deeds.remember(deed)
        self._page.have_in_sight(day)

    def _described(self, session: SessionRecord) -> str:
        return described(session, self._records.days.today)
