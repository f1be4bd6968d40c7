"""A link that leads on to more."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from hamstring_gui.ui.controls.buttons import WRAP, LinkButton
from hamstring_gui.ui.controls.pressable import paint_ring
from hamstring_gui.ui.durations import unbroken
from hamstring_gui.ui.theme import RING_ROOM, Theme


class WayOn(LinkButton):
    """A line that leads on to more, in the colour of links; it begins where the text above it does."""

    letter_weight = 600

    def paint_body(self, painter: QPainter, theme: Theme) -> QColor:
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), theme.focus, self.round_px)
        return theme.link

    def paint_inside(self, painter: QPainter, theme: Theme, ink: QColor) -> None:
        font = self.font()
        font.setUnderline(self.underMouse() or self.hasFocus())
        painter.setFont(font)
        room = RING_ROOM if self.hasFocus() else 0
        painter.drawText(self.rect().adjusted(room, 0, room - 2 * RING_ROOM, 0), WRAP, unbroken(self.text()))
