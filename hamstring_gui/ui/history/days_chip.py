"""A chip that stands for chosen days, with a cross to press it away."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter

from hamstring_gui.ui.controls.buttons import FilterChip, paint_cross
from hamstring_gui.ui.controls.labels import set_tip
from hamstring_gui.ui.theme import Theme

CROSS = 22
"""The room (px) that the cross takes."""


class DaysChip(FilterChip):
    """Says which days show alone; pressed, it goes away."""

    def __init__(self) -> None:
        super().__init__("")
        self.setChecked(True)
        self.clicked.connect(lambda: self.setChecked(True))

    def show_days(self, words: str, described: str) -> None:
        self.setText(words)
        self.setAccessibleName(described)
        set_tip(self, described)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(self.px(CROSS), 0)

    def paint_inside(self, painter: QPainter, theme: Theme, ink: QColor) -> None:
        self.paint_words(painter, self.rect().adjusted(0, 0, -self.px(CROSS), 0), ink)
        paint_cross(painter, QPointF(self.width() - 20 * self.scale, self.height() / 2), 3.6 * self.scale, ink)
