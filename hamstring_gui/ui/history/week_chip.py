"""A chip that stands for one chosen week, with a cross to press it away."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from hamstring_gui.ui.controls.filter_chip import FilterChip
from hamstring_gui.ui.theme import SMALL, letters, theme_of


class WeekChip(FilterChip):
    """Says which week shows alone; pressed, it goes away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.setCheckable(True)
        self.setChecked(True)
        self.clicked.connect(lambda: self.setChecked(True))

    def show_week(self, words: str, described: str) -> None:
        self.setText(words)
        self.setAccessibleName(described)
        self.setToolTip(described)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(letters(SMALL * self._scale, 600)).horizontalAdvance(self.text())
        return QSize(round(words + 52 * self._scale), self.height_at(self._scale))

    def _words_place(self) -> QRect:
        return self.rect().adjusted(0, 0, -round(22 * self._scale), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.chip_ink, 1.6 * self._scale, c=Qt.PenCapStyle.RoundCap))
        x, y, size = self.width() - 20 * self._scale, self.height() / 2, 3.6 * self._scale
        for turn in (-1, 1):
            painter.drawLine(QPointF(x - size, y - turn * size), QPointF(x + size, y + turn * size))
