"""How tight a leg feels: eleven cells from 0 to 10, or none of them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSpinBox

from hamstring_gui.ui.controls.announce import announce
from hamstring_gui.ui.controls.pressable import paint_ring
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.theme import BODY, BUTTON_RADIUS, LEAST_CONTROL, letters, theme_of

NOT_RATED = -1
CELLS, LEAST_PITCH = 11, 30
"""How many, and how wide each is at least (px)."""
WIDEST_LETTERS = 0.8
"""Letters (px) in which 10 fits a cell, over the cell's size."""
COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
"""With one of them held, a digit is no rating; some keyboards need Shift for digits."""


class TightnessScale(Scaled, QSpinBox):
    """A number from 0 (loose) to 10 (very tight); at -1 nothing is rated, and that is what a screen reader reads.

    A click or a digit sets it (1 then 0 makes ten), arrows move it, the same cell again or Delete clears it.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self._pressed = NOT_RATED
        self.lineEdit().hide()
        self.setRange(NOT_RATED, 10)
        self.setSpecialValueText(self.tr("not rated"))
        self.setValue(NOT_RATED)
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.tr("0 is loose, 10 is very tight."))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.valueChanged.connect(self._tell)

    def _tell(self) -> None:
        """Its hidden text is selected anew with each value, and that is all that a screen reader would say."""
        if self.hasFocus():
            announce(self, self.text())

    @property
    def rating(self) -> int | None:
        return None if self.value() == NOT_RATED else self.value()

    def rate(self, rating: int | None) -> None:
        self.setValue(NOT_RATED if rating is None else rating)

    def height_for(self, width: int) -> int:
        """No higher than its cells are wide, also where letters are large."""
        return max(LEAST_CONTROL, min(self.px(LEAST_CONTROL), width // CELLS))

    def _height(self) -> int:
        return self.height_for(self.width())

    def sizeHint(self) -> QSize:
        return QSize(self.px(CELLS * 46), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(CELLS * LEAST_PITCH, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._height() != self.height():
            self.updateGeometry()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._cell_at(event)
        self.setValue(NOT_RATED if self._pressed == self.value() else self._pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._cell_at(event) != self._pressed:
            self._pressed = self._cell_at(event)
            self.setValue(self._pressed)

    def _cell_at(self, event: QMouseEvent) -> int:
        return min(10, max(0, int(event.position().x() / self.width() * CELLS)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page: a rating is not made in passing."""
        event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """There is no text to cut or paste."""
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.key() - Qt.Key.Key_0
        if 0 <= digit <= 9 and not event.modifiers() & COMMANDS:
            self.setValue(10 if digit == 0 and self.value() == 1 else digit)
            return
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Down:
                self.stepDown()
            case Qt.Key.Key_Right | Qt.Key.Key_Up:
                self.stepUp()
            case Qt.Key.Key_Home:
                self.setValue(0)
            case Qt.Key.Key_End:
                self.setValue(10)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.setValue(NOT_RATED)
            case _:
                event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pitch = self.width() / CELLS
        size = min(pitch - 4, self.height() - 4)
        painter.setFont(letters(min(BODY * self.scale, size * WIDEST_LETTERS), 600))
        for number in range(CELLS):
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
