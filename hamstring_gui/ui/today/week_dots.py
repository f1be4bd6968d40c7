"""This week's days as seven dots: filled when active, half filled when partial, ringed for today, hatched for rest."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from hamstring_gui.domain.consistency import Day, Week
from hamstring_gui.ui.controls.card import paint_hatching
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.dates import weekday_letter
from hamstring_gui.ui.theme import LEAST_LETTER, letters, theme_of


class WeekDots(Scaled, QWidget):
    """Seven dots with the days' narrow names under them."""

    def __init__(self) -> None:
        super().__init__()
        self._week: Week | None = None
        self._today: date | None = None

    def show_week(self, week: Week, today: date) -> None:
        self._week, self._today = week, today
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.px(250), self.px(54))

    def minimumSizeHint(self) -> QSize:
        return QSize(190, self.px(52))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._week is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(letters(LEAST_LETTER * self.scale, 600))
        dot = min(28.0 * self.scale, self.width() / 7 - 8)
        pitch = (self.width() - dot) / 6
        if self._week.rest:
            paint_hatching(painter, QRectF(0, 0, self.width(), dot), theme_of(self.palette()).rest_day)
        for number, day in enumerate(self._week.days):
            box = QRectF(number * pitch + 1, 1, dot - 2, dot - 2)
            self._paint_day(painter, box, day)
            painter.setPen(theme_of(self.palette()).quiet)
            painter.drawText(
                QRectF(box.center().x() - pitch / 2, dot + 4, pitch, 20 * self.scale),
                Qt.AlignmentFlag.AlignCenter,
                weekday_letter(day.date.isoweekday()),
            )

    def _paint_day(self, painter: QPainter, box: QRectF, day: Day) -> None:
        theme = theme_of(self.palette())
        today = day.date == self._today
        line = theme.hold if today else theme.met if day.active else theme.outline
        painter.setPen(QPen(line, 3.0 if today else 2.0))
        painter.setBrush(theme.met if day.active else theme.card)
        inset = 1.5 if today else 1.0
        painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
        if day.partial:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.met)
            painter.drawPie(box.adjusted(5, 5, -5, -5), 180 * 16, 180 * 16)
