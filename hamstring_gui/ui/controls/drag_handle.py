"""The dots at the edge of a thing that can be dragged to another place."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hamstring_gui.ui.controls.buttons import Pressable
from hamstring_gui.ui.controls.card import paint_panel
from hamstring_gui.ui.theme import mixed, theme_of


class DragHandle(Pressable):
    """`dragged` carries how far down (px) the pointer has gone since it took hold; `dropped` ends that."""

    dragged = Signal(int)
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held_at: float | None = None
        self._dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def set_words(self, text: str) -> None:
        self.setAccessibleName(text)
        self.setAccessibleDescription(self.tr("Drag it, or press the arrow up or down, to change the order."))
        self.setToolTip(text)

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

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        if self.hasFocus():
            box = QRectF(self.rect()).adjusted(3, 8, -1, -8)
            paint_panel(painter, box, QColor(0, 0, 0, 0), theme.action, 8, 2.0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.quiet if self.underMouse() or self.hasFocus() else mixed(theme.card, theme.quiet, 0.6))
        pitch = self.width() / 4.4
        middle = QRectF(self.rect()).center() + QPointF(1, 0)
        for x in (-0.5, 0.5):
            for y in (-1.0, 0.0, 1.0):
                painter.drawEllipse(middle + QPointF(x * pitch, y * pitch), pitch / 3.8, pitch / 3.8)
