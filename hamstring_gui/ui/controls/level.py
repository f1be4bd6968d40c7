"""How much of something: a slider, and its percentage beside it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider

from hamstring_gui.ui.controls.card import paint_panel
from hamstring_gui.ui.controls.pressable import paint_ring
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.theme import BUTTON_RADIUS, LEAST_CONTROL, RING_ROOM, SMALL, letters, theme_of
from hamstring_gui.ui.wording import percent_of

KNOB, TRACK, WIDTH = 20, 6, 250


class Level(Scaled, QSlider):
    """A slider from 0 to 100 percent in steps of 5. `chosen` carries the value once it is let go of."""

    chosen = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, 100)
        self.setSingleStep(5)
        self.setPageStep(20)
        self.setTracking(False)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._shown = 0
        self.valueChanged.connect(self._on_value_changed)

    def show_value(self, value: object) -> None:
        if isinstance(value, int):
            self._shown = value
            self.setValue(value)

    def _on_value_changed(self, value: int) -> None:
        if value != self._shown:
            self._shown = value
            self.chosen.emit(value)

    def sizeHint(self) -> QSize:
        return QSize(self.px(WIDTH), self.px(LEAST_CONTROL))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    # -- hands -------------------------------------------------------------------------------------------------------
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(True)
        self.setSliderPosition(self._value_at(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setSliderPosition(self._value_at(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page: a level is not changed in passing."""
        event.ignore()

    def _value_at(self, event: QMouseEvent) -> int:
        track = self._track()
        share = (event.position().x() - track.left()) / track.width()
        return round(min(1.0, max(0.0, share)) * 20) * 5

    # -- painting ----------------------------------------------------------------------------------------------------
    def _track(self) -> QRectF:
        """From the knob's middle at 0 to its middle at 100."""
        knob, words = KNOB * self.scale, QFontMetricsF(self._letters()).horizontalAdvance("100 %")
        return QRectF(
            knob / 2 + RING_ROOM,
            (self.height() - TRACK) / 2,
            self.width() - knob - words - 2 * RING_ROOM - 10 * self.scale,
            TRACK,
        )

    def _letters(self) -> QFont:
        return letters(SMALL * self.scale, 600, tabular=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        track, value = self._track(), self.sliderPosition()
        at = track.left() + track.width() * value / 100
        paint_panel(painter, track, theme.outline, theme.outline, TRACK / 2)
        done = QRectF(track)
        done.setRight(at)
        paint_panel(painter, done, theme.link, theme.link, TRACK / 2)
        knob = QRectF(0, 0, KNOB * self.scale, KNOB * self.scale)
        knob.moveCenter(track.center())
        knob.moveLeft(at - knob.width() / 2)
        paint_panel(painter, knob, theme.link, theme.card, knob.width() / 2, 2.0)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), theme.focus, BUTTON_RADIUS)
        painter.setPen(theme.ink)
        painter.setFont(self._letters())
        words = percent_of(value)
        painter.drawText(
            self.rect().adjusted(0, 0, -RING_ROOM, 0),
            Qt.AlignmentFlag.AlignRight.value | Qt.AlignmentFlag.AlignVCenter.value,
            words,
        )
