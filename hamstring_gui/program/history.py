"""The History page's wishes: it is shown what there is; rest weeks and goals are kept."""

from __future__ import annotations

from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hamstring_gui.domain.consistency import GOAL
from hamstring_gui.program.deeds import Deed, Deeds
from hamstring_gui.program.library import Library
from hamstring_gui.program.records import Records
from hamstring_gui.program.stage import Late, Stage
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.ui.dates import written

if TYPE_CHECKING:
    from hamstring_gui.program.history_exchange import HistoryExchange
    from hamstring_gui.ui.history.page import HistoryPage


class HistoryKeeper(QObject):
    """Shows the page, and shows it anew when something changed. Whoever changes sessions elsewhere calls `refresh`."""

    def __init__(
        self, stage: Stage, late_page: Late[HistoryPage], library: Library, records: Records, deeds: Deeds
    ) -> None:
        super().__init__(records)
        self._stage, self._late_page = stage, late_page
        self._library, self._records, self._deeds = library, records, deeds
        records.changed.connect(self.refresh)
        library.changed.connect(self.refresh)

    @cached_property
    def _page(self) -> HistoryPage:
        from hamstring_gui.program.history_editor import HistoryEditor

        page = self._late_page()
        page.rest_week_requested.connect(self._on_rest_week_requested)
        page.goal_requested.connect(self._on_goal_requested)
        editor = HistoryEditor(page, self._library, self._records, self._deeds)
        page.delete_requested.connect(editor.delete)
        page.edit_requested.connect(editor.offer_edit)
        page.edited.connect(editor.edit)
        page.added.connect(editor.add)
        page.export_requested.connect(self.exchange.on_export_requested)
        page.import_requested.connect(self.exchange.ask_what_to_import)
        return page

    @cached_property
    def exchange(self) -> HistoryExchange:
        """Takes files in and lets them out."""
        from hamstring_gui.program.history_exchange import HistoryExchange

        return HistoryExchange(self._stage, self._library, self._records, self._deeds)

    def takes(self, path: Path) -> bool:
        """Whether a file that was dropped is a history to import; what it would bring is then shown."""
        return self.exchange.takes(path)

    def show(self) -> None:
        self._show(self._page)
        self._stage.show_page(self._page)

    def refresh(self) -> None:
        """Show what has changed, if the page shows; otherwise that waits until it does."""
        if self._late_page.shows(self._stage):
            self._show(self._page)

    def _show(self, page: HistoryPage) -> None:
        from hamstring_gui.ui.history.page import History

        records, known = self._records, self._records.known
        try:
            records.refresh()
        except StorageError as error:
            self._deeds.say(str(error))
        page.show_history(
            History(
                records.days.today, records.weeks, known.since, known.sessions,
                records.days.preferences.settings.reference_lines, self._library.exercises, self._library.routines,
                self._library.kinds,
            )
        )  # fmt: skip

    # -- rest weeks and goals ----------------------------------------------------------------------------------------
    def _on_rest_week_requested(self, start: date, rest: bool) -> None:
        day = written(start, "d MMMM")
        if rest:
            sentence = self.tr("The week of {day} is a rest week: it neither breaks nor feeds a streak.")
        else:
            sentence = self.tr("The week of {day} is no rest week any more.")
        mark = self._records.mark_rest
        self._deeds.do(
            Deed(
                self.tr("Rest week of {day}").format(day=day), partial(mark, start, rest),
                partial(mark, start, not rest), sentence.format(day=day), "history",
            )
        )  # fmt: skip

    def _on_goal_requested(self, days: int) -> None:
        n = days
        sentence = self.tr("The goal is %n active day(s) a week from this week on.", None, n)
        if not self._set_goal(days, sentence):
            self._page.show_numbers()

    @property
    def goal(self) -> int:
        """Active days wanted in this week."""
        try:
            return self._records.this_week().wanted
        except StorageError as error:
            self._deeds.say(str(error))
            return GOAL

    def set_goal(self, days: int) -> bool:
        """Want this many active days a week from this week on; whether that could be kept."""
        return self._set_goal(days, "")

    def _set_goal(self, days: int, sentence: str) -> bool:
        """Changes that follow each other while they are said are one: Undo leads to before the first of them."""
        try:
            before, after = self._records.store.goals(), self._records.goals_with(days)
        except StorageError as error:
            self._deeds.say(str(error))
            return False
        put = self._records.put_goals
        n = days
        return self._deeds.do(
            Deed(
                self.tr("Goal of %n day(s)", None, n), partial(put, after, before), partial(put, before, after),
                sentence, "history" if sentence else "settings", "goal" if sentence else "goal in settings",
                (before, after),
            )
        )  # fmt: skip
