"""The face of the calendar: where its days lie in a width, and how they are painted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import reduce

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from hamstring_gui.domain.values import dataclass
from hamstring_gui.ui.controls.card import paint_hatching
from hamstring_gui.ui.dates import month_named, weekday_named
from hamstring_gui.ui.history.calendar_drawn import MOST_COLUMNS, PARTIAL, Cell, Shade, months_over
from hamstring_gui.ui.theme import RING, TIGHT, Theme, letters

SHARE = 0.8
"""Of its place that a cell is wide."""
LEAST_PLACE, LARGEST_PLACE = 6.0, 22.0
RING_AWAY = 1.5
"""How far (px) the ring of a day lies around its cell."""
FRAME_AWAY = 3.5
"""How far (px) the frame of the keyboard lies around all days: outside a day's ring, and inside the names."""
NAMED_ROWS = (0, 2, 4)
PARTLY = 0.6
"""Of a cell that a partial day's mark is wide."""


def paint_cell(painter: QPainter, box: QRectF, theme: Theme, shade: Shade) -> None:
    """A day, filled in its shade; of a partial one only the middle is."""
    marks = ((shade, 1.0),) if shade != PARTIAL else ((0, 1.0), (shade, PARTLY))
    painter.setPen(Qt.PenStyle.NoPen)
    for filling, share in marks:
        gap = box.width() * (1 - share) / 2
        painter.setBrush(theme.day_shades[filling])
        painter.drawRoundedRect(box.adjusted(gap, gap, -gap, -gap), box.width() * 0.22, box.width() * 0.22)


@dataclass(frozen=True, slots=True)
class Face:
    """These cells, in letters so much larger than usual, in a width (px)."""

    cells: Mapping[date, Cell]
    letter_px: float
    scale: float
    width: float

    # -- where a day lies --------------------------------------------------------------------------------------------
    @property
    def above(self) -> float:
        return self.letter_px * 1.6

    @property
    def left(self) -> float:
        metrics = QFontMetricsF(letters(self.letter_px))
        return max(metrics.horizontalAdvance(self._weekday(row)) for row in range(7)) + 10

    @property
    def pitch(self) -> float:
        room = (self.width - self.left - RING_AWAY) / MOST_COLUMNS
        return max(LEAST_PLACE, min(LARGEST_PLACE * self.scale, room))

    @property
    def height(self) -> int:
        return round(self.above + 7 * self.pitch) + 2

    def box(self, day: date) -> QRectF:
        return self._box(self.cells[day], self.left, self.pitch)

    def _box(self, cell: Cell, left: float, pitch: float) -> QRectF:
        return QRectF(left + cell.column * pitch, self.above + cell.row * pitch, pitch * SHARE, pitch * SHARE)

    @property
    def around_days(self) -> QRectF:
        """Where the frame lies that shows who has the keyboard, on whole pixels: around the days, not through their
        names."""
        boxes = [self._box(cell, self.left, self.pitch) for cell in self._corners]
        days = reduce(QRectF.united, boxes, QRectF())
        return days.adjusted(-FRAME_AWAY, -FRAME_AWAY, FRAME_AWAY, FRAME_AWAY).toRect().toRectF()

    @property
    def _corners(self) -> tuple[Cell, ...]:
        """Cells in all rows and columns that there are."""
        cells = tuple(self.cells.values())
        return (*cells[:7], *cells[-7:])

    def day_at(self, point: QPointF) -> date | None:
        place = (point.x() - self.left) // self.pitch, (point.y() - self.above) // self.pitch
        return next((day for day, cell in self.cells.items() if (cell.column, cell.row) == place), None)

    def _weekday(self, row: int) -> str:
        """The name of the days in a row."""
        shown = next((cell for cell in self.cells.values() if cell.row == row), None)
        return weekday_named(shown.day.date.isoweekday() if shown else row + 1)

    # -- painting ----------------------------------------------------------------------------------------------------
    def paint(self, painter: QPainter, theme: Theme, rings: Iterable[tuple[date | None, QColor]]) -> None:
        """Paint names, days, and rings round some of the days that show."""
        left, pitch = self.left, self.pitch
        self._paint_names(painter, theme, left, pitch)
        for cell in self.cells.values():
            box = self._box(cell, left, pitch)
            paint_cell(painter, box, theme, cell.shade)
            if cell.rest and not cell.shade:
                paint_hatching(painter, box, theme.rest_day, box.width() / 2.2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for day, colour in rings:
            if day is not None and day in self.cells:
                painter.setPen(QPen(colour, RING))
                painter.drawRoundedRect(self.box(day).adjusted(-RING_AWAY, -RING_AWAY, RING_AWAY, RING_AWAY), 4, 4)

    def _paint_names(self, painter: QPainter, theme: Theme, first: float, pitch: float) -> None:
        """Months above and weekdays beside, as far as they don't get into each other's way."""
        painter.setFont(letters(self.letter_px))
        painter.setPen(theme.quiet)
        metrics = QFontMetricsF(painter.font())
        free = 0.0
        for column, day in months_over(tuple(self.cells.values())):
            left, name = first + column * pitch, month_named(day.month)
            if left >= free:
                painter.drawText(QPointF(left, metrics.ascent()), name)
                free = left + metrics.horizontalAdvance(name) + TIGHT
        free = 0.0
        for row in NAMED_ROWS:
            middle = self.above + (row + SHARE / 2) * pitch
            if middle - metrics.capHeight() / 2 >= free:
                painter.drawText(QPointF(0, middle + metrics.capHeight() / 2), self._weekday(row))
                free = middle + metrics.capHeight() / 2 + TIGHT
