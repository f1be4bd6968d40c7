"""Brings the history from the store to the History page, and does what the page asks for: rest weeks and goals."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal

from hamstring_gui.domain.consistency import GOAL, Goal, Kinds, Week, kinds_of, week_start, weeks_until
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.history import SessionRecord, day_of
from hamstring_gui.domain.moment import Instant
from hamstring_gui.domain.routine import Routine
from hamstring_gui.domain.settings import FIRST_WEEKDAYS
from hamstring_gui.program.known_history import KnownHistory
from hamstring_gui.program.preferences import Preferences
from hamstring_gui.program.way_back import WayBack
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.ui.dates import written
from hamstring_gui.ui.window import Window

if TYPE_CHECKING:
    from hamstring_gui.program.history_exchange import HistoryExchange
    from hamstring_gui.ui.history.page import HistoryPage

A_WEEK = timedelta(days=7)


class HistoryKeeper(QObject):
    """Knows the store and the page. Whoever changes sessions calls `refresh` afterwards.

    `changed` says that sessions, goals or rest weeks were changed from the page or by an import: Today shows them, too.
    """

    changed = Signal()

    def __init__(
        self,
        window: Window,
        store: HistoryStore,
        preferences: Preferences,
        clock: Callable[[], Instant],
        exercises: Mapping[str, Exercise],
        routines: Mapping[str, Routine],
        assets: Path,
        known_kinds: Callable[[], Kinds],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._store, self._preferences, self._clock = window, store, preferences, clock
        self._exercises, self._routines, self._assets = exercises, routines, assets
        self._known_kinds = known_kinds
        self._known = KnownHistory(store)
        self._way_back = WayBack(window.notice, self._tell)
        self._goal_way_back = WayBack(window.notice, self._tell)
        self._goals_before: tuple[Goal, ...] = ()

    @property
    def sessions(self) -> tuple[SessionRecord, ...]:
        """Every session as the page was last given them, oldest first."""
        return self._known.sessions

    @property
    def today(self) -> date:
        return day_of(self._clock().wall, self._preferences.settings.day_starts)

    @property
    def first_weekday(self) -> int:
        """What weeks start on: 0 for Monday … 6 for Sunday."""
        chosen = self._preferences.settings.first_day
        return FIRST_WEEKDAYS.get(chosen, QLocale.system().firstDayOfWeek().value - 1)

    def this_week(self) -> Week:
        """The running week, without reading any other; raises `StorageError`."""
        today, first_weekday = self.today, self.first_weekday
        (week,) = weeks_until(
            today,
            self._store.sessions_since(week_start(today, first_weekday)),
            first_weekday=first_weekday,
            goals=self._store.goals(),
            rest_weeks=self._store.rest_weeks(),
            kinds=self._kinds(),
            count=1,
        )
        return week

    def _kinds(self) -> Kinds:
        """Kind and region of every exercise that the history may name, those of deleted ones too."""
        return kinds_of(self._exercises, self._known_kinds())

    @cached_property
    def _page(self) -> HistoryPage:
        page = self._window.history
        page.rest_week_requested.connect(self._on_rest_week_requested)
        page.goal_requested.connect(self._on_goal_requested)
        self._place_table(page)
        return page

    def _place_table(self, page: HistoryPage) -> None:
        """The sessions under the chart, and those who do what the table asks for."""
        from hamstring_gui.program.history_editor import HistoryEditor
        from hamstring_gui.ui.history.sessions_table import SessionsTable

        table = SessionsTable(lambda: self.today)
        editor = HistoryEditor(self._window, self._store, self._exercises, self._routines, lambda: self.today, self)
        editor.changed.connect(self._tell)
        editor.serve(table)
        self._exchange.serve(table)
        table.week_left.connect(partial(page.choose_week, None))
        page.place_sessions(table)

    @cached_property
    def _exchange(self) -> HistoryExchange:
        from hamstring_gui.program.history_exchange import HistoryExchange

        exchange = HistoryExchange(
            self._window, self._store, self._exercises, self._assets, lambda: self.today, lambda: self._weeks,
            self._draw_chart, self,
        )  # fmt: skip
        exchange.changed.connect(self._tell)
        return exchange

    def takes(self, path: Path) -> bool:
        """Whether a file that was dropped is a history to import; what it would bring is then shown."""
        return self._exchange.takes(path)

    def _draw_chart(self, path: Path) -> None:
        from hamstring_gui.ui.history.chart_file import write_chart

        chart = self._page.chart
        write_chart(path, chart.weeks, chart.picture)

    def show(self) -> None:
        self._refresh(self._page)
        self._window.show_page(self._page)

    def refresh(self) -> None:
        """Show what has changed, if the page shows; otherwise that waits until it does."""
        if self._window.page is vars(self).get("_page"):
            self._refresh(self._page)

    def _refresh(self, page: HistoryPage) -> None:
        from hamstring_gui.ui.history.page import History

        known = self._known
        try:
            known.refresh(self.today, self.first_weekday, self._kinds())
        except StorageError as error:
            self._window.notice.show_notice(str(error))
        lines = self._preferences.settings.reference_lines
        page.show_history(History(self.today, self._weeks, known.since, known.sessions, lines))

    @property
    def _weeks(self) -> tuple[Week, ...]:
        """The weeks that are known; without any, the running one."""
        return self._known.weeks or weeks_until(self.today, (), first_weekday=self.first_weekday)

    # -- what the page asks for --------------------------------------------------------------------------------------
    def _on_rest_week_requested(self, start: date, rest: bool) -> None:
        if rest:
            sentence = self.tr("The week of {day} is a rest week: it neither breaks nor feeds a streak.")
        else:
            sentence = self.tr("The week of {day} is no rest week any more.")
        if self._done(partial(self._store.mark_rest, start, rest)):
            undo = partial(self._store.mark_rest, start, not rest)
            self._way_back.offer(sentence.format(day=written(start, "d MMMM")), undo)

    def _on_goal_requested(self, days: int) -> None:
        """Changes that follow each other while the notice stands are one: Undo leads to before the first of them."""
        n = days
        sentence = self.tr("The goal is %n active day(s) a week from this week on.", None, n)
        if self._done(partial(self._put_goal, days, again=self._goal_way_back.stands)):
            self._goal_way_back.offer(sentence, partial(self._store.replace_goals, self._goals_before))
        else:
            self._page.numbers.show_weeks(self._weeks, self._known.since)

    def set_goal(self, days: int) -> None:
        """Want this many active days a week from this week on."""
        if self._goal_way_back.stands:
            self._window.notice.forget_undo()
        self._done(partial(self._put_goal, days))

    def _put_goal(self, days: int, again: bool = False) -> None:
        """Put a goal on record; unless it was put `again`, the goals of before are what Undo brings back."""
        before = self._store.goals()
        goals = [Goal(self.today, days)]
        if not before and self._store.last_session() is not None:
            goals.insert(0, Goal(self.today - A_WEEK, GOAL))  # the weeks before keep the goal that they had
        self._store.put_all((), goals=goals)
        if not again:
            self._goals_before = before

    def _done(self, change: Callable[[], None]) -> bool:
        try:
            change()
        except StorageError as error:
            self._window.notice.show_notice(str(error))
            return False
        self._tell()
        return True

    def _tell(self) -> None:
        """Whoever shows the history hears that it is another one now."""
        self.refresh()
        self.changed.emit()
