"""The History page: the weeks as a chart, the numbers that come of them, a year's days, and the sessions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import cast

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from hamstring_gui.domain.consistency import Week
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.history import SessionRecord
from hamstring_gui.domain.routine import Routine
from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.card import Card
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import column, row
from hamstring_gui.ui.controls.legend import Legend
from hamstring_gui.ui.controls.menu import Menu
from hamstring_gui.ui.controls.options import Options
from hamstring_gui.ui.controls.sheet import Sheet
from hamstring_gui.ui.history import wording
from hamstring_gui.ui.history.calendar_card import CalendarCard
from hamstring_gui.ui.history.example_weeks import ExampleWeeks
from hamstring_gui.ui.history.export_card import ExportCard
from hamstring_gui.ui.history.legends import chart_legend
from hamstring_gui.ui.history.numbers import Numbers
from hamstring_gui.ui.history.session_editor import AddCard, EditCard, SessionCard
from hamstring_gui.ui.history.sessions_table import SessionsTable
from hamstring_gui.ui.history.spans import Days, Span, since_something
from hamstring_gui.ui.history.week_chart import WeekChart
from hamstring_gui.ui.history.weeks_drawn import ChartShown, Measure, picture_of
from hamstring_gui.ui.history.wording_back import looking_back
from hamstring_gui.ui.history.words_and_wish import WordsAndWish
from hamstring_gui.ui.theme import (
    BODY,
    CHART_MARGINS,
    GAP,
    HAIR,
    PAGE_MARGIN,
    PAGE_MARGINS,
    PAGE_WIDTH,
    SMALL,
    SNUG,
    TITLE,
    WIDE_GAP,
)

RANGES = {"12": 12, "26": 26, "52": 52, "all": 0}
LEAST_PLACES = 12
CHART_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)


@dataclass(frozen=True)
class History:
    """What the page shows. `weeks` reach from the first session's to the running one; `since` is the day of the first
    session, `None` without one; `sessions` are all of them, oldest first. `reference_lines`: whether the minutes have
    lines for the doses of studies. `exercises` and `routines` are what sessions may be of, by id,
    `kinds` the kind and region also of exercises that are gone."""

    today: date
    weeks: tuple[Week, ...]
    since: date | None
    sessions: tuple[SessionRecord, ...] = ()
    reference_lines: bool = True
    exercises: Mapping[str, Exercise] = field(default_factory=dict)
    routines: Mapping[str, Routine] = field(default_factory=dict)
    kinds: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def listed(
        self,
    ) -> tuple[tuple[SessionRecord, ...], Mapping[str, Exercise], date, Mapping[str, tuple[str, str]]]:
        """What the table of sessions depends on."""
        return self.sessions, self.exercises, self.today, self.kinds


class HistoryPage(QWidget):
    """Shows a history. `rest_week_requested` carries a week's first day and whether it is to be a rest week,
    `goal_requested` the active days wanted a week, `days_chosen` the first and the last of the days whose sessions show
    alone, or `None` for all.

    `delete_requested` and `edit_requested` carry a session's id. `edited` carries a session as it was and what was
    written on the card (`Written`), `added` what was written; whoever keeps that calls `leave_card`, or
    `show_card_problem` where that fails. `export_requested` carries the way out ("json", "csv", "pdf", "picture") and
    the chart as it shows. `cover_requested` carries a topic and the card that is to lie over the window.
    """

    rest_week_requested = Signal(object, bool)
    goal_requested = Signal(int)
    days_chosen = Signal(object)
    delete_requested = Signal(str)
    edit_requested = Signal(str)
    edited = Signal(object, object)
    added = Signal(object)
    export_requested = Signal(str, object, int)
    import_requested = Signal()
    cover_requested = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._history: History | None = None
        self._card: SessionCard | None = None
        self._chosen: Days | None = None
        self.setAccessibleName(self.tr("History"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.title = Text(self.tr("Weekly consistency"), TITLE, 700, name="history_title")
        self.verdict = Text(size=BODY, quiet=True, name="verdict", wrap=True)
        self.range = Options(
            self.tr("Range"),
            (("12", self.tr("12 weeks")), ("26", self.tr("26 weeks")),
             ("52", self.tr("1 year")), ("all", self.tr("All"))),
        )  # fmt: skip
        self.range.show_value("26")
        self.chart_card = _ChartCard()
        self.chart = self.chart_card.chart
        self.numbers = Numbers()
        self.back = Text(size=BODY, quiet=True, name="looking_back", wrap=True)
        self.calendar_card = CalendarCard()
        self.calendar = self.calendar_card.calendar
        self.table = SessionsTable()
        self._connect()
        self._lay_out()

    def _connect(self) -> None:
        self.range.chosen.connect(self._show_chart)
        self.chart_card.measure.chosen.connect(self._show_chart)
        self.chart_card.rest.clicked.connect(self._on_rest_clicked)
        self.chart.choice_requested.connect(self.choose)
        self.chart.looked_elsewhere.connect(self.chart_card.describe)
        self.chart.menu_requested.connect(self._on_menu_requested)
        self.calendar.choice_requested.connect(lambda day: self.choose((day, day) if day else None))
        self.calendar_card.add_requested.connect(self._on_add_requested)
        self.numbers.goal_requested.connect(self.goal_requested)
        self.table.days_left.connect(partial(self.choose, None))
        self.table.delete_requested.connect(self.delete_requested)
        self.table.edit_requested.connect(self.edit_requested)
        self.table.add_requested.connect(lambda: self._on_add_requested(self._chosen_day))
        self.table.export_requested.connect(self._on_export_requested)
        self.table.import_requested.connect(self.import_requested)

    def _lay_out(self) -> None:
        sheet = QWidget()
        self._head = row((column(self.title, self.verdict, gap=HAIR), 1), self.range, gap=GAP)
        column(
            self._head, self.chart_card, self.numbers, self.back, self.calendar_card, self.table, None,
            gap=WIDE_GAP, margins=PAGE_MARGINS, inside=sheet,
        )  # fmt: skip
        self.sheet = Sheet(sheet, PAGE_WIDTH)
        self.sheet.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        column(self.sheet, inside=self)

    def _on_scrolled(self) -> None:
        """What hung over a week or a day is somewhere else now."""
        self.chart.look_away()
        self.calendar.look_away()

    # -- what is shown -----------------------------------------------------------------------------------------------
    def show_history(self, history: History) -> None:
        before, self._history = self._history, history
        if history == before:
            return
        self.chart_card.show_empty(history.since is None)
        self.verdict.show_text(wording.verdict(history.weeks, history.since))
        self.setAccessibleDescription(self.verdict.text())
        self.verdict.setVisible(bool(self.verdict.text()))
        self.show_numbers()
        self.calendar_card.show_history(history.weeks, history.today)
        self._show_chart()
        if before is None or before.listed != history.listed:
            self.table.show_sessions(*history.listed)

    def show_numbers(self) -> None:
        """Show the numbers as they are, also where one was changed that could not be kept."""
        if self._history is not None:
            self.numbers.show_weeks(self._history.weeks, self._history.since)

    def _show_chart(self) -> None:
        if self._history is not None:
            history, wanted = self._history, RANGES[str(self.range.value)]
            weeks = history.weeks[-wanted:] if wanted else since_something(history.weeks)
            self.chart_card.show_weeks(weeks, max(wanted, LEAST_PLACES), history.reference_lines)
            self.back.show_text(looking_back(history.weeks, history.since, wanted or len(history.weeks)))
            self.back.setVisible(bool(self.back.text()))

    def choose(self, days: Days | None) -> None:
        """Choose a week, a month or a day to see its sessions, or all of them: chart, calendar and table agree."""
        if days == self._chosen:
            return
        self._chosen = days
        self.chart.choose(days)
        self.calendar.choose(self._chosen_day)
        self.chart_card.describe()
        self.calendar_card.describe()
        self.table.show_days(days)
        self.days_chosen.emit(days)

    def have_in_sight(self, day: date) -> None:
        """Show all sessions again where those of this day don't show."""
        if self._chosen is not None and not self._chosen[0] <= day <= self._chosen[1]:
            self.choose(None)

    @property
    def _chosen_day(self) -> date | None:
        return self._chosen[0] if self._chosen is not None and self._chosen[0] == self._chosen[1] else None

    # -- sessions ----------------------------------------------------------------------------------------------------
    def show_edit_card(self, session: SessionRecord) -> None:
        """Lay the card over the page on which a session is changed."""
        if self._history is not None:
            card = EditCard(session, self._history.today, self.window())
            card.save_requested.connect(partial(self.edited.emit, session))
            self._cover("edit session", card)

    def _on_add_requested(self, day: date | None) -> None:
        """Lay the card over the page on which a session is added, on that day if one is chosen."""
        if self._history is not None:
            history = self._history
            card = AddCard(history.routines, history.today, self.window(), history.exercises, day)
            card.save_requested.connect(self.added)
            self._cover("add session", card)

    def _cover(self, topic: str, card: SessionCard) -> None:
        self._card = card
        self.cover_requested.emit(topic, card)

    def leave_card(self) -> None:
        """What was written on the card is kept."""
        if self._card is not None:
            self._card.leave()
            self._card = None

    def show_card_problem(self, problem: str) -> None:
        """What was written on the card could not be kept."""
        if self._card is not None:
            self._card.show_problem(problem)

    def _on_export_requested(self) -> None:
        card = ExportCard(self.window(), with_picture=bool(self._history and self._history.sessions))
        card.chosen.connect(lambda way: self._on_way_chosen(way, cast(int, card.period.value)))
        self.cover_requested.emit("export", card)

    def _on_way_chosen(self, way: str, weeks: int) -> None:
        self.export_requested.emit(way, ChartShown(self.chart.weeks, self.chart.picture), weeks)

    # -- rest weeks --------------------------------------------------------------------------------------------------
    def _on_rest_clicked(self) -> None:
        self._toggle_rest(self.chart.chosen)

    def _toggle_rest(self, span: Span | None) -> None:
        if span is not None and span.month is None and self._history is not None and self._history.since is not None:
            self.rest_week_requested.emit(span.start, not span.rest)

    def _on_menu_requested(self, at: QPoint) -> None:
        """What can be done with the week or month under the pointer, or the one that the keyboard is at."""
        span = self.chart.current
        if span is None:
            return
        menu = Menu(self)
        weekly = span.month is None
        words = self.tr("Show the sessions of this week") if weekly else self.tr("Show the sessions of this month")
        sessions = menu.addAction(words)
        sessions.triggered.connect(lambda: self.choose(span.days))
        if weekly:
            rest = menu.addAction(wording.rest_wish(span))
            rest.triggered.connect(lambda: self._toggle_rest(span))
        menu.popup(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys go to the chart, wherever on the page they are pressed; R marks a rest week."""
        if event.key() in CHART_KEYS and self.chart.isVisible() and not self.chart.hasFocus():
            self.chart.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.chart.keyPressEvent(event)
        elif event.key() == Qt.Key.Key_R and not event.modifiers():
            self._toggle_rest(self.chart.current)
        elif not self.table.takes(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where title and ranges don't fit side by side, they stand on top of each other."""
        super().resizeEvent(event)
        room = self.width() - 2 * PAGE_MARGIN - 24
        beside = self.title.sizeHint().width() + self.range.sizeHint().width() <= room
        self._head.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )  # fmt: skip


class _ChartCard(Card):
    """The choice of what is measured, the chart or an example of one, what its marks mean, and the chosen week."""

    def __init__(self) -> None:
        super().__init__()
        self.measure = Options(
            self.tr("Measure"),
            (("active days", self.tr("Active days")), ("minutes held", self.tr("Minutes held")),
             ("tightness", self.tr("Tightness"))),
        )  # fmt: skip
        self.measure.show_value("active days")
        self.chart = WeekChart()
        self.example = ExampleWeeks()
        self.legend = Legend()
        self.words = Text(size=BODY, name="week_words", wrap=True)
        self.rest = KeyButton(self.tr("Rest week"), self.tr("R"))
        self.rest.setObjectName("rest_week")
        self.rest.set_letter_px(SMALL)
        policy = self.rest.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.rest.setSizePolicy(policy)
        self._chosen = WordsAndWish(self.words, self.rest)
        column(
            self.measure, self.chart, self.example, self.legend, self._chosen,
            gap=SNUG, margins=CHART_MARGINS, inside=self,
        )  # fmt: skip

    def show_empty(self, empty: bool) -> None:
        self.example.setVisible(empty)
        for part in (self.chart, self.legend, self._chosen):
            part.setVisible(not empty)

    def show_weeks(self, weeks: tuple[Week, ...], places: int, doses: bool) -> None:
        picture = picture_of(weeks, cast(Measure, self.measure.value), places, doses)
        self.chart.show_weeks(weeks, picture)
        self.legend.show_entries(chart_legend(picture))
        self.describe()

    def describe(self) -> None:
        """Say what is known of the week or month that is looked at, of the chosen one, or of the last one."""
        span = self.chart.current
        if span is not None:
            told = wording.span_told(span, cast(Measure, self.measure.value), self.chart.weeks[-1].days[-1].date.year)
            told = told[:1].upper() + told[1:]
            below = self.tr("{week}. Its sessions stand below.").format(week=told)
            self.words.show_text(below if self.chart.chooses(span) else told)
            self.rest.set_words(wording.rest_wish(span))
            self.rest.setVisible(span.month is None)
