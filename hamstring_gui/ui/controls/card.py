"""A card: a rounded panel that holds other widgets."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from hamstring_gui.ui.theme import CARD_RADIUS, theme_of


class Card(QFrame):
    """A panel in the card colour with a hairline around it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        paint_panel(painter, QRectF(self.rect()), theme.card, theme.line, CARD_RADIUS)


def paint_panel(painter: QPainter, rect: QRectF, fill: QColor, line: QColor, radius: float, width: float = 1.0) -> None:
    """A rounded rectangle whose line, where it has one, lies inside `rect`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(line, width) if line.alpha() else Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    inset = width / 2 if line.alpha() else 0.0
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)


def paint_hatching(painter: QPainter, box: QRectF, colour: QColor, gap: float = 6.0) -> None:
    """Slanting lines that end where the box does."""
    painter.setPen(QPen(colour, 1.0))
    lines = []
    offset = gap / 2
    while offset < box.width() + box.height():
        start = QPointF(box.left() + max(0.0, offset - box.height()), box.top() + min(offset, box.height()))
        end = QPointF(box.left() + min(offset, box.width()), box.top() + max(0.0, offset - box.width()))
        lines.append(QLineF(start, end))
        offset += gap
    painter.drawLines(lines)
