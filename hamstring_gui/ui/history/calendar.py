"""A year as a calendar: a column a week, a cell a day, darker where more of what was planned was done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QFontMetricsF,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from hamstring_gui.domain.consistency import Day, Week
from hamstring_gui.domain.dates import EARLIEST
from hamstring_gui.ui.controls.hover_card import HoverCard
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.dates import month_named, weekday_named
from hamstring_gui.ui.history import wording
from hamstring_gui.ui.history.calendar_drawn import (
    MOST_COLUMNS,
    PARTIAL,
    Cell,
    Shade,
    cells_of,
    last_months,
    months_over,
    year_of,
)
from hamstring_gui.ui.history.chart_painting import paint_hatching
from hamstring_gui.ui.theme import LEAST_LETTER, Theme, letters, theme_of

SHARE = 0.8
"""Of its place that a cell is wide."""
LARGEST_PLACE = 22.0
GAP = 4.0
"""Least room (px) between two names."""
RING = 1.5
"""How far (px) the ring of a day lies around its cell."""
NAMED_ROWS = (0, 2, 4)
STEPS = {
    Qt.Key.Key_Left: -7,
    Qt.Key.Key_Right: 7,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
}
YEAR_STEPS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
PARTLY = 0.6
"""Of a cell that a partial day's mark is wide."""


def paint_cell(painter: QPainter, box: QRectF, theme: Theme, shade: Shade) -> None:
    """A day: an empty cell, filled in its shade; for a partial day only its middle is."""
    painter.setPen(Qt.PenStyle.NoPen)
    marks = [(theme.day_shades[0], 1.0), (theme.day_shades[shade], PARTLY)]
    if shade != PARTIAL:
        marks = [(theme.day_shades[shade], 1.0)]
    for colour, share in marks:
        gap = box.width() * (1 - share) / 2
        painter.setBrush(colour)
        painter.drawRoundedRect(box.adjusted(gap, gap, -gap, -gap), box.width() * 0.22, box.width() * 0.22)


class Calendar(Scaled, QWidget):
    """Arrow keys go from day to day and into the years before, Page Up and Page Down to the same day of another year,
    Home and End to the ends.

    A click, Enter or the space bar choose a day: `choice_requested` carries it, or `None` when it is to be chosen no
    more. `year_requested` carries a year that is to be shown; `looked_elsewhere` tells that another day is looked at.
    """

    choice_requested = Signal(object)
    year_requested = Signal(int)
    looked_elsewhere = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("calendar")
        self.setAccessibleName(self.tr("Last 12 months"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._cells: dict[date, Cell] = {}
        self._today = date.min
        self._current: date | None = None
        self._chosen: date | None = None
        self._hover: HoverCard | None = None
        self._corner, self._place = QPointF(), 1.0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_year(self, weeks: Sequence[Week], today: date, year: int) -> None:
        """Show a year, or, where it is this one, the last 12 months. `weeks` are oldest first, the running one last."""
        ends = last_months(weeks[-1].start, today) if year == today.year else year_of(year, today)
        cells = cells_of(weeks, *ends)
        if self._today == today and self.cells == cells:
            return
        days, known = [cell.day for cell in cells], [cell.day for cell in self.cells]
        if (days, today) != (known, self._today):
            self.setAccessibleName(wording.calendar_named(year, today))
            self.setAccessibleDescription(wording.days_told(days, today.year))
        self._today, self._cells = today, {cell.day.date: cell for cell in cells}
        self._measure()
        self.update()

    @property
    def cells(self) -> tuple[Cell, ...]:
        return tuple(self._cells.values())

    @property
    def current(self) -> Day | None:
        """The day that is looked at or chosen; otherwise today. `None` where it is in another year."""
        cell = self._cells.get(self._current or self._chosen or self._today)
        return cell.day if cell else None

    @property
    def chosen(self) -> Day | None:
        """The day that somebody chose, where it shows."""
        cell = self._cells.get(self._chosen) if self._chosen else None
        return cell.day if cell else None

    def choose(self, day: date | None) -> None:
        """Have a day chosen, or none."""
        if day != self._chosen:
            self._chosen = day
            self.update()

    # -- where a day lies --------------------------------------------------------------------------------------------
    @property
    def _first(self) -> date:
        return next(iter(self._cells))

    @property
    def _last(self) -> date:
        return next(reversed(self._cells))

    def _letter_px(self) -> float:
        return LEAST_LETTER * self.scale

    def _left(self) -> float:
        metrics = QFontMetricsF(letters(self._letter_px()))
        return max(metrics.horizontalAdvance(self._weekday(row)) for row in range(7)) + 10

    def _above(self) -> float:
        return self._letter_px() * 1.6

    def _pitch(self, width: float) -> float:
        return max(6.0, min(LARGEST_PLACE * self.scale, (width - self._left() - RING) / MOST_COLUMNS))

    def _weekday(self, row: int) -> str:
        """The name of the days in a row."""
        shown = next((cell for cell in self._cells.values() if cell.row == row), None)
        return weekday_named(shown.day.date.isoweekday() if shown else row + 1)

    def _measure(self) -> None:
        """Where the cells begin and how far apart they are, in px."""
        self._corner = QPointF(self._left(), self._above())
        self._place = self._pitch(self.width())

    def _box(self, cell: Cell) -> QRectF:
        size, corner = self._place * SHARE, self._corner
        return QRectF(corner.x() + cell.column * self._place, corner.y() + cell.row * self._place, size, size)

    def _day_at(self, point: QPointF) -> date | None:
        column = int((point.x() - self._corner.x()) // self._place)
        row = int((point.y() - self._corner.y()) // self._place)
        return next((day for day, cell in self._cells.items() if (cell.column, cell.row) == (column, row)), None)

    # -- pointer and keyboard ----------------------------------------------------------------------------------------
    def look_away(self) -> None:
        """Look at no day."""
        self._look_at(None)

    def _look_at(self, day: date | None, *, aloud: bool = False) -> None:
        if day == self._current and not aloud:
            return
        self._current = day
        self.update()
        self.looked_elsewhere.emit()
        if day is None:
            if self._hover is not None:
                self._hover.hide()
            return
        if self._hover is None:
            self._hover = HoverCard(self)
        cell = self._cells[day]
        words, box = wording.day_told(cell.day, self._today.year), self._box(cell)
        self._hover.show_words(words, (), QPoint(round(box.center().x()), round(box.top())))
        if aloud:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._look_at(self._day_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._look_at(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._look_at(self._day_at(event.position()))
            self._choose()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._look_at(None)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._look_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if not self._cells:
            super().keyPressEvent(event)
        elif key in STEPS:
            self._go(self._from_current(timedelta(days=STEPS[key])))
        elif key in YEAR_STEPS:
            self._go(_a_year_on(self._current or self._start, YEAR_STEPS[key]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(self._first if key == Qt.Key.Key_Home else self._last)
        elif key in CHOOSING:
            self._current = self._current or self._start
            self._choose()
        elif key == Qt.Key.Key_Escape and (self._current or self._chosen):
            self._look_at(None)
            self.choice_requested.emit(None)
        else:
            super().keyPressEvent(event)

    @property
    def _start(self) -> date:
        """The day that the keyboard begins at."""
        wanted = self._chosen or self._today
        return wanted if wanted in self._cells else self._last

    def _from_current(self, step: timedelta) -> date:
        return self._start if self._current is None else self._current + step

    def _go(self, day: date) -> None:
        """Look at a day, in whatever year it lies."""
        day = max(EARLIEST, min(day, self._today))
        if day not in self._cells:
            self.year_requested.emit(day.year)
        if day in self._cells:
            self._look_at(day, aloud=True)

    def _choose(self) -> None:
        """Choose the day that is looked at; the chosen one is to be chosen no more."""
        if self._current is not None:
            self.choice_requested.emit(None if self._current == self._chosen else self._current)

    # -- its looks ---------------------------------------------------------------------------------------------------
    def rescaled(self) -> None:
        self._measure()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._above() + 7 * self._pitch(width)) + 2

    def sizeHint(self) -> QSize:
        return QSize(600, self.heightForWidth(600))

    def minimumSizeHint(self) -> QSize:
        return QSize(360, self.heightForWidth(360))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._cells:
            return
        self._paint_names(painter, theme)
        for cell in self._cells.values():
            box = self._box(cell)
            paint_cell(painter, box, theme, cell.shade)
            if cell.rest and not cell.shade:
                paint_hatching(painter, box, theme.rest_day, box.width() / 2.2)
        for day, colour in ((self._today, theme.hold), (self._chosen, theme.action), (self._current, theme.ink)):
            if day in self._cells:
                painter.setPen(QPen(colour, 1.6 if day == self._today else 2.2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(self._box(self._cells[day]).adjusted(-RING, -RING, RING, RING), 4, 4)
        if self.hasFocus() and self._current is None:
            painter.setPen(QPen(theme.focus, 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _paint_names(self, painter: QPainter, theme: Theme) -> None:
        """Months above and weekdays beside, as far as they don't get into each other's way."""
        painter.setFont(letters(self._letter_px()))
        painter.setPen(theme.quiet)
        metrics, pitch, above = QFontMetricsF(painter.font()), self._place, self._above()
        free = 0.0
        for column, day in months_over(self.cells):
            left, name = self._corner.x() + column * pitch, month_named(day.month)
            if left >= free:
                painter.drawText(QPointF(left, metrics.ascent()), name)
                free = left + metrics.horizontalAdvance(name) + GAP
        free = 0.0
        for row in NAMED_ROWS:
            middle = above + (row + SHARE / 2) * pitch
            if middle - metrics.capHeight() / 2 >= free:
                painter.drawText(QPointF(0, middle + metrics.capHeight() / 2), self._weekday(row))
                free = middle + metrics.capHeight() / 2 + GAP


def _a_year_on(day: date, years: int) -> date:
    """The same day of another year; for 29 February the day before."""
    year = max(EARLIEST.year, day.year + years)
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=year, day=28 if leap_day else day.day)
