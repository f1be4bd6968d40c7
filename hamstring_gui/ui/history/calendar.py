"""The last 12 months as a calendar: a column a week, a cell a day, darker where more was held."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
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

from hamstring_gui.domain.consistency import Week
from hamstring_gui.ui.controls.card import paint_hatching
from hamstring_gui.ui.controls.hover_card import HoverCard
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.dates import month_named, weekday_named
from hamstring_gui.ui.history import wording
from hamstring_gui.ui.history.calendar_drawn import WEEKS, Cell, columns_of, months_over
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


def paint_cell(painter: QPainter, box: QRectF, theme: Theme, colour: QColor, partial: bool = False) -> None:
    """A day in its shade's colour; a partial one has an outline."""
    radius = box.width() * 0.22
    painter.setPen(QPen(theme.met, max(1.2, box.width() / 9)) if partial else Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    inset = painter.pen().widthF() / 2 if partial else 0.0
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)


class Calendar(Scaled, QWidget):
    """Arrow keys go from day to day; a click or Enter chooses the day's week: `week_chosen` carries its first day."""

    week_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("calendar")
        self.setAccessibleName(self.tr("Last 12 months"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._columns: tuple[tuple[Cell, ...], ...] = ()
        self._today = date.min
        self._current: date | None = None
        self._hover: HoverCard | None = None
        self._corner, self._place = QPointF(), 1.0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_weeks(self, weeks: Sequence[Week], today: date) -> None:
        """Show the last 53 of these weeks, oldest first, the running one last."""
        columns = columns_of(weeks, today)
        if (columns, today) == (self._columns, self._today):
            return
        self._columns, self._today = columns, today
        self._measure()
        days = [cell.day for column in columns for cell in column]
        self.setAccessibleDescription(wording.days_told(days, today.year))
        self.update()

    # -- where a day lies --------------------------------------------------------------------------------------------
    @property
    def _first(self) -> date:
        return self._columns[0][0].day.date

    def _cell_of(self, day: date) -> Cell:
        weeks, number = divmod((day - self._first).days, 7)
        return self._columns[weeks][number]

    def _letter_px(self) -> float:
        return LEAST_LETTER * self.scale

    def _left(self) -> float:
        metrics = QFontMetricsF(letters(self._letter_px()))
        return max(metrics.horizontalAdvance(self._weekday(row)) for row in range(7)) + 10

    def _above(self) -> float:
        return self._letter_px() * 1.6

    def _pitch(self, width: float) -> float:
        return max(6.0, min(LARGEST_PLACE * self.scale, (width - self._left() - RING) / WEEKS))

    def _weekday(self, row: int) -> str:
        number = self._columns[0][row].day.date.isoweekday() if self._columns else row + 1
        return weekday_named(number)

    def _measure(self) -> None:
        """Where the cells begin and how far apart they are, in px."""
        self._corner = QPointF(self._left(), self._above())
        self._place = self._pitch(self.width())

    def _box(self, day: date) -> QRectF:
        column, row = divmod((day - self._first).days, 7)
        size = self._place * SHARE
        return QRectF(self._corner.x() + column * self._place, self._corner.y() + row * self._place, size, size)

    def _day_at(self, point: QPointF) -> date | None:
        column = int((point.x() - self._corner.x()) // self._place)
        row = int((point.y() - self._corner.y()) // self._place)
        if not (0 <= column < len(self._columns) and 0 <= row < len(self._columns[column])):
            return None
        return self._columns[column][row].day.date

    # -- pointer and keyboard ----------------------------------------------------------------------------------------
    def look_away(self) -> None:
        """Look at no day."""
        self._look_at(None)

    def _look_at(self, day: date | None, *, aloud: bool = False) -> None:
        if day == self._current and not aloud:
            return
        self._current = day
        self.update()
        if day is None:
            if self._hover is not None:
                self._hover.hide()
            return
        if self._hover is None:
            self._hover = HoverCard(self)
        words = wording.day_told(self._cell_of(day).day, self._today.year)
        box = self._box(day)
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
        step = STEPS.get(Qt.Key(event.key()))
        if not self._columns or (step is None and event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter)):
            super().keyPressEvent(event)
        elif step is None:
            self._choose()
        elif self._current is None:
            self._look_at(self._today, aloud=True)
        else:
            day = self._current + timedelta(days=step)
            self._look_at(min(max(day, self._first), self._today), aloud=True)

    def _choose(self) -> None:
        if self._current is not None:
            weeks = (self._current - self._first).days // 7
            self.week_chosen.emit(self._first + timedelta(weeks=weeks))

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
        if not self._columns:
            return
        self._paint_names(painter, theme)
        colours = theme.day_shades
        for column in self._columns:
            for cell in column:
                box = self._box(cell.day.date)
                paint_cell(painter, box, theme, colours[cell.shade], cell.partial)
                if cell.rest and not cell.shade:
                    paint_hatching(painter, box, theme.rest_day, box.width() / 2.2)
        for day, colour in ((self._today, theme.hold), (self._current, theme.ink)):
            if day is not None:
                painter.setPen(QPen(colour, 1.6))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(self._box(day).adjusted(-RING, -RING, RING, RING), 4, 4)
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
        for column, day in months_over([column[0].day.date for column in self._columns]):
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
