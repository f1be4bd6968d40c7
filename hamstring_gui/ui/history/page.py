"""The History page: the weeks as a chart, the numbers that come of them, the last 12 months, and the sessions."""

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
from hamstring_gui.ui.history.calendar import Calendar
from hamstring_gui.ui.history.example_weeks import ExampleWeeks
from hamstring_gui.ui.history.export_card import ExportCard
from hamstring_gui.ui.history.legends import calendar_legend, chart_legend
from hamstring_gui.ui.history.numbers import Numbers
from hamstring_gui.ui.history.session_editor import AddCard, EditCard, SessionCard
from hamstring_gui.ui.history.sessions_table import SessionsTable
from hamstring_gui.ui.history.week_chart import WeekChart
from hamstring_gui.ui.history.weeks_drawn import ChartShown, Measure, picture_of
from hamstring_gui.ui.history.wording_back import looking_back
from hamstring_gui.ui.theme import (
    BODY,
    CHART_MARGINS,
    GAP,
    HAIR,
    LOW_CARD_MARGINS,
    PAGE_MARGIN,
    PAGE_MARGINS,
    PAGE_WIDTH,
    SMALL,
    SNUG,
    STRONG,
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


class HistoryPage(QWidget):
    """Shows a history. `rest_week_requested` carries a week's first day and whether it is to be a rest week,
    `goal_requested` the active days wanted a week, `week_chosen` the first day of the week whose sessions are to be
    shown, or `None` for all.

    `delete_requested` and `edit_requested` carry a session's id. `edited` carries a session as it was and what was
    written on the card (`Written`), `added` what was written; whoever keeps that calls `leave_card`, or
    `show_card_problem` where that fails. `export_requested` carries the way out ("json", "csv", "pdf", "picture") and
    the chart as it shows. `cover_requested` carries a topic and the card that is to lie over the window.
    """

    rest_week_requested = Signal(object, bool)
    goal_requested = Signal(int)
    week_chosen = Signal(object)
    delete_requested = Signal(str)
    edit_requested = Signal(str)
    edited = Signal(object, object)
    added = Signal(object)
    export_requested = Signal(str, object, int)
    import_requested = Signal()
    cover_requested = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history: History | None = None
        self._card: SessionCard | None = None
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
        self.calendar_card = _CalendarCard()
        self.calendar = self.calendar_card.calendar
        self.table = SessionsTable()
        self._connect()
        self._lay_out()

    def _connect(self) -> None:
        self.range.chosen.connect(self._show_chart)
        self.chart_card.measure.chosen.connect(self._show_chart)
        self.chart_card.rest.clicked.connect(self._on_rest_clicked)
        self.chart.week_chosen.connect(self._on_week_chosen)
        self.chart.looked_elsewhere.connect(self.chart_card.describe)
        self.chart.menu_requested.connect(self._on_menu_requested)
        self.calendar.week_chosen.connect(self.choose_week)
        self.numbers.goal_requested.connect(self.goal_requested)
        self.table.week_left.connect(partial(self.choose_week, None))
        self.table.delete_requested.connect(self.delete_requested)
        self.table.edit_requested.connect(self.edit_requested)
        self.table.add_requested.connect(self._on_add_requested)
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
        if history == self._history:
            return
        self._history = history
        self.chart_card.show_empty(history.since is None)
        self.verdict.show_text(wording.verdict(history.weeks, history.since))
        self.verdict.setVisible(bool(self.verdict.text()))
        self.show_numbers()
        self.calendar_card.show_weeks(history.weeks, history.today)
        self._show_chart()
        self.table.show_sessions(history.sessions, history.exercises, history.today, history.kinds)

    def show_numbers(self) -> None:
        """Show the numbers as they are, also where one was changed that could not be kept."""
        if self._history is not None:
            self.numbers.show_weeks(self._history.weeks, self._history.since)

    def _show_chart(self) -> None:
        if self._history is not None:
            history, wanted = self._history, RANGES[str(self.range.value)]
            self.chart_card.show_weeks(history.weeks[-wanted:], max(wanted, LEAST_PLACES), history.reference_lines)
            self.back.show_text(looking_back(history.weeks, history.since, wanted or len(history.weeks)))
            self.back.setVisible(bool(self.back.text()))

    def choose_week(self, start: date | None) -> None:
        """Choose a week, wherever it was clicked; the chart reaches back as far as it must to show it."""
        history = self._history
        if history is None:
            return
        if start is not None and start < history.weeks[0].start:
            start = None
        if start is not None and start not in {week.start for week in self.chart.weeks}:
            self.range.show_value("52" if start >= history.weeks[-52:][0].start else "all")
            self._show_chart()
        self.chart.choose(start)

    def _on_week_chosen(self, start: date | None) -> None:
        self.chart_card.describe()
        self.table.show_week(start)
        self.week_chosen.emit(start)

    # -- sessions ----------------------------------------------------------------------------------------------------
    def show_edit_card(self, session: SessionRecord) -> None:
        """Lay the card over the page on which a session is changed."""
        if self._history is not None:
            card = EditCard(session, self._history.today, self.window())
            card.save_requested.connect(partial(self.edited.emit, session))
            self._cover("edit session", card)

    def _on_add_requested(self) -> None:
        """Lay the card over the page on which a session is added."""
        if self._history is not None:
            card = AddCard(self._history.routines, self._history.today, self.window(), self._history.exercises)
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

    def _toggle_rest(self, week: Week | None) -> None:
        if week is not None and self._history is not None and self._history.since is not None:
            self.rest_week_requested.emit(week.start, not week.rest)

    def _on_menu_requested(self, at: QPoint) -> None:
        """What can be done with the week under the pointer, or the one that the keyboard is at."""
        week = self.chart.current
        if week is None:
            return
        menu = Menu(self)
        sessions = menu.addAction(self.tr("Show the sessions of this week"))
        sessions.triggered.connect(lambda: self.choose_week(week.start))
        rest = menu.addAction(wording.rest_wish(week))
        rest.triggered.connect(lambda: self._toggle_rest(week))
        menu.popup(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys go to the chart, wherever on the page they are pressed; R marks a rest week."""
        if event.key() in CHART_KEYS and self.chart.isVisible() and not self.chart.hasFocus():
            self.chart.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.chart.keyPressEvent(event)
        elif event.key() == Qt.Key.Key_R and not event.modifiers() and not event.isAutoRepeat():
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
        self._chosen = QWidget()
        row((self.words, 1), self.rest, gap=WIDE_GAP, inside=self._chosen)
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
        """Say what is known of the week that is looked at, of the chosen one, or of the running one."""
        week = self.chart.current
        if week is not None:
            told = wording.week_told(week, cast(Measure, self.measure.value), self.chart.weeks[-1].days[-1].date.year)
            told = told[:1].upper() + told[1:]
            below = self.tr("{week}. Its sessions stand below.").format(week=told)
            self.words.show_text(below if self.chart.chooses(week) else told)
            self.rest.set_words(wording.rest_wish(week))


class _CalendarCard(Card):
    """The last 12 months, and what their shades mean."""

    def __init__(self) -> None:
        super().__init__()
        self.calendar = Calendar()
        self.legend = Legend()
        heading = Text(self.tr("Last 12 months"), STRONG, 600)
        column(heading, self.calendar, self.legend, gap=SNUG, margins=LOW_CARD_MARGINS, inside=self)

    def show_weeks(self, weeks: tuple[Week, ...], today: date) -> None:
        self.calendar.show_weeks(weeks, today)
        self.legend.show_entries(calendar_legend())
