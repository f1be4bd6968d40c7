"""How tight a leg feels: eleven cells from 0 to 10, or none of them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget

from hamstring_gui.ui.controls.pressable import paint_ring
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.theme import BODY, BUTTON_RADIUS, LEAST_CONTROL, letters, theme_of

NOT_RATED = -1


class TightnessScale(Scaled, QSlider):
    """A slider from 0 (loose) to 10 (very tight); at -1 nothing is rated.

    A click or a digit sets it (1 then 0 makes ten), arrows move it, the same cell again or Delete clears it.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._pressed = NOT_RATED
        self.setRange(NOT_RATED, 10)
        self.setValue(NOT_RATED)
        self.setPageStep(1)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(self._describe)
        self._describe()
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def rating(self) -> int | None:
        return None if self.value() == NOT_RATED else self.value()

    def _describe(self) -> None:
        self.setAccessibleDescription(
            self.tr("Not rated. 0 is loose, 10 is very tight.") if self.rating is None else str(self.rating)
        )

    def rate(self, rating: int | None) -> None:
        self.setValue(NOT_RATED if rating is None else rating)

    def sizeHint(self) -> QSize:
        return QSize(self.px(11 * 46), self.px(LEAST_CONTROL))

    def minimumSizeHint(self) -> QSize:
        return QSize(11 * 30, self.px(LEAST_CONTROL))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._cell_at(event)
        self.setValue(NOT_RATED if self._pressed == self.value() else self._pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._cell_at(event) != self._pressed:
            self._pressed = self._cell_at(event)
            self.setValue(self._pressed)

    def _cell_at(self, event: QMouseEvent) -> int:
        return min(10, max(0, int(event.position().x() / self.width() * 11)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page: a rating is not made in passing."""
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if text.isdigit() and text.isascii():
            self.setValue(10 if text == "0" and self.value() == 1 else int(text))
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.setValue(NOT_RATED)
        elif event.key() == Qt.Key.Key_PageDown:
            event.ignore()  # a clicker is done with the page
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(letters(BODY * self.scale, 600))
        pitch = self.width() / 11
        size = min(pitch - 4, self.height() - 4)
        for number in range(11):
            box = QRectF(0, 0, size, size)
            box.moveCenter(QRectF(number * pitch, 0, pitch, self.height()).center())
            chosen = number == self.value()
            painter.setPen(Qt.PenStyle.NoPen if chosen else QPen(theme.outline, 1.0))
            painter.setBrush(theme.button if chosen else theme.card)
            painter.drawEllipse(box)
            painter.setPen(theme.button_ink if chosen else theme.ink)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), theme.focus, BUTTON_RADIUS)
