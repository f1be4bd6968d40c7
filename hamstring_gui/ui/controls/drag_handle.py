"""The dots at the edge of a thing that can be dragged to another place."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from hamstring_gui.ui.controls.labels import set_tip
from hamstring_gui.ui.controls.pressable import Pressable
from hamstring_gui.ui.theme import INNER_RADIUS, LEAST_CONTROL, Theme


class DragHandle(Pressable):
    """`dragged` carries how far down (px) the pointer has gone since it took hold; `dropped` ends that."""

    dragged = Signal(int)
    dropped = Signal()
    look = "quiet"
    round_px = INNER_RADIUS
    WIDTH = 24

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self._held_at: float | None = None
        self._dragging = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def set_words(self, text: str) -> None:
        self.setAccessibleName(text)
        self.setAccessibleDescription(self.tr("Drag it, or press the arrow up or down, to change the order."))
        set_tip(self, text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._held_at = event.globalPosition().y()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held_at is None:
            return
        way = round(event.globalPosition().y() - self._held_at)
        self._dragging = self._dragging or abs(way) > 4
        if self._dragging:
            self.dragged.emit(way)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragging, self._dragging, self._held_at = self._dragging, False, None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if dragging:
            self.dropped.emit()

    def sizeHint(self) -> QSize:
        return QSize(self.px(self.WIDTH), self.px(LEAST_CONTROL))

    def box(self) -> QRectF:
        return QRectF(self.rect()).adjusted(3, 8, -1, -8)

    def paint_inside(self, painter: QPainter, theme: Theme, ink: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.quiet if self.underMouse() or self.hasFocus() else theme.outline)
        pitch = self.width() / 4.4
        middle = QRectF(self.rect()).center() + QPointF(1, 0)
        for x in (-0.5, 0.5):
            for y in (-1.0, 0.0, 1.0):
                painter.drawEllipse(middle + QPointF(x * pitch, y * pitch), pitch / 3.8, pitch / 3.8)
