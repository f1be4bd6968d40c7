"""Keeps the Today page: which routine it offers, how the week stands, and what was done last."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from hamstring_gui.commands.command_line import Options
from hamstring_gui.domain.consistency import weeks_until
from hamstring_gui.domain.history import SessionRecord
from hamstring_gui.domain.moment import Instant
from hamstring_gui.domain.routine import Routine, just
from hamstring_gui.program.history import HistoryKeeper
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.ui.today.page import Today
from hamstring_gui.ui.window import Window


class TodayKeeper(QObject):
    """Shows Today, and shows it anew when something changed."""

    def __init__(
        self,
        window: Window,
        options: Options,
        store: HistoryStore,
        history: HistoryKeeper,
        clock: Callable[[], Instant],
    ) -> None:
        super().__init__(window)
        self._window, self._options, self._store = window, options, store
        self._history, self._clock = history, clock
        self._routine_id = ""

    def show(self) -> None:
        self.refresh()
        self._window.show_page(self._window.today)

    def choose(self, routine_id: str) -> None:
        """Offer this routine, until another is chosen; with an empty id, the usual one."""
        self._routine_id = routine_id
        self.show()

    def refresh(self) -> None:
        """Put today's date, week and last session on the page."""
        instant, day = self._clock().wall, self._history.today
        try:
            week = self._history.this_week()
        except StorageError as error:
            self._window.notice.show_notice(str(error))
            (week,) = weeks_until(day, (), first_weekday=self._history.first_weekday, count=1)
        routine = self.routine(self._routine_id)
        others = tuple(known for known in self._options.routines.values() if known.id != routine.id)
        self._window.today.show_today(Today(instant, day, routine, others, week, self._last()))

    def routine(self, routine_id: str = "") -> Routine:
        """The routine of that id; else the one that was done last, or the first that can be started."""
        routines, last = self._options.routines, self._last()
        for wanted in (routine_id, last.routine if last is not None else ""):
            if wanted in routines:
                return routines[wanted]
        first = next(iter(routines.values()), None)
        return first if first is not None else just(next(iter(self._options.exercises.values())))

    def _last(self) -> SessionRecord | None:
        try:
            return self._store.last_session()
        except StorageError:
            return None
