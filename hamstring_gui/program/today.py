"""Today: which routine is offered, how the week stands, and what was done last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hamstring_gui.domain.history import SessionRecord
from hamstring_gui.domain.routine import Routine, just
from hamstring_gui.program.deeds import Deeds
from hamstring_gui.program.library import Library
from hamstring_gui.program.records import Records
from hamstring_gui.program.stage import Late, Stage
from hamstring_gui.storage.errors import StorageError

if TYPE_CHECKING:
    from hamstring_gui.domain.going_on import Offer
    from hamstring_gui.domain.looking_back import Keeping
    from hamstring_gui.program.resuming import Resuming
    from hamstring_gui.ui.today.page import TodayPage


BETWEEN_SESSIONS_S = 3.0  # a clicker begins no session so soon after one


class TodayKeeper(QObject):
    """Shows Today, and shows it anew when something changed. `go_on_requested` carries what `Resuming` found."""

    go_on_requested = Signal(object, object)

    def __init__(
        self, stage: Stage, late_page: Late[TodayPage], library: Library, records: Records, deeds: Deeds
    ) -> None:
        super().__init__(records)
        self._stage, self._late_page, self._deeds = stage, late_page, deeds
        self._library, self._records = library, records
        self._routine_id, self._over_at = "", -BETWEEN_SESSIONS_S
        late_page.when_made(self._on_page_made)
        self._looks_back = self._draws = self._looked_for_left = False
        self._resuming: Resuming | None = None
        library.changed.connect(self.refresh_where_seen)
        records.changed.connect(self.refresh_where_seen)

    def show(self) -> None:
        self.refresh()
        self._stage.show_page(self._late_page())

    def offer(self, routine_id: str) -> None:
        """Have this routine offered, until another is chosen; with an empty id, the usual one."""
        self._routine_id = routine_id

    def choose(self, routine_id: str) -> None:
        """Offer this routine, and show it."""
        self.offer(routine_id)
        self.show()

    def _on_page_made(self, page: TodayPage) -> None:
        page.clicker_pressed.connect(self._on_clicker_pressed)

    def note_end(self) -> None:
        """A session ended just now, or its user was done with it."""
        self._over_at = self._records.days.mono()

    def _on_clicker_pressed(self) -> None:
        """Its one button did that: pressed once more, it isn't meant to begin another."""
        if self._records.days.mono() - self._over_at >= BETWEEN_SESSIONS_S:
            self._late_page().press_enter()

    def refresh_where_seen(self) -> None:
        """The window may have been away for days, or the routines are others."""
        if self._late_page.shows(self._stage):
            self.refresh()

    def draw(self) -> None:
        """From now on show the other routines' figures too, which the first picture need not wait for."""
        self._draws = True
        if self._late_page.made is not None:
            self._late_page.made.draw_others()

    def look_back(self) -> None:
        """From now on show how one keeps at it too, which takes the whole history."""
        self._looks_back = True
        if self._late_page.made is not None:
            self.refresh()

    def refresh(self) -> None:
        """Put today's date, week and last session on the page."""
        from hamstring_gui.ui.today.page import Today

        offer = self._offer()
        try:
            week = self._records.this_week()
        except StorageError as error:
            self._deeds.say(str(error))
            week = self._records.empty_week()
        days, last = self._records.days, self._records.last_session()
        routine = self._routine(self._routine_id, last)
        others = tuple(known for known in self._library.routines.values() if known.id != routine.id)
        exercises, keeping = self._library.exercises, self._keeping()
        self._late_page().show_today(
            Today(
                days.now, days.today, routine, others, week, last, exercises, keeping, offer=offer, drawn=self._draws
            )
        )  # fmt: skip

    # -- what was interrupted ----------------------------------------------------------------------------------------
    def look_for_left(self) -> None:
        """See which sessions were left in their middle: when the program starts, and when more may have come to light.
        Most often there is none."""
        self._looked_for_left = True
        try:
            ids = self._records.store.underway_ids()
        except StorageError:
            return
        if ids and self._resuming is None:
            from hamstring_gui.program.resuming import Resuming

            self._resuming = Resuming(self._stage, self._late_page, self._library, self._records, self._deeds)
            self._resuming.go_on_requested.connect(self.go_on_requested)
        if self._resuming is not None:
            self._resuming.look(ids)

    def _offer(self) -> Offer | None:
        if not self._looked_for_left:
            self.look_for_left()
        return self._resuming.offer() if self._resuming is not None else None

    def keep_left(self, but: str = "") -> None:
        """A session begins: others that were left stay as they are, `but` for the one that goes on."""
        if not self._looked_for_left:
            self.look_for_left()
        if self._resuming is not None:
            self._resuming.keep_all(but)

    def _keeping(self) -> Keeping | None:
        if not self._looks_back:
            return None
        from hamstring_gui.domain.looking_back import keeping

        try:
            self._records.refresh()
        except StorageError:
            return None  # this week couldn't be read either, and said so
        return keeping(self._records.weeks, self._records.known.since)

    def routine(self, routine_id: str = "") -> Routine:
        """The routine of that id; else the one that was done last, or the first that can be started."""
        return self._routine(routine_id, self._records.last_session())

    def _routine(self, routine_id: str, last: SessionRecord | None) -> Routine:
        routines = self._library.routines
        for wanted in (routine_id, last.routine if last is not None else ""):
            if wanted in routines:
                return routines[wanted]
        first = next(iter(routines.values()), None)
        return first if first is not None else just(next(iter(self._library.exercises.values())))
