"""Yes or no: a switch that slides over."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent

from hamstring_gui.ui.controls.pressable import paint_ring
from hamstring_gui.ui.controls.ticks import CheckBox
from hamstring_gui.ui.theme import LEAST_CONTROL, theme_of

TRACK_WIDTH, TRACK_HEIGHT = 46, 26


class Switch(CheckBox):
    """A check box that slides. `chosen` carries what the user switched it to."""

    chosen = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._showing = False
        self.toggled.connect(self._on_toggled)

    def _on_toggled(self, on: bool) -> None:
        if not self._showing:
            self.chosen.emit(on)

    def show_value(self, value: object) -> None:
        """Show it on or off without having that reported."""
        self._showing = True
        self.setChecked(bool(value))
        self._showing = False

    def sizeHint(self) -> QSize:
        return QSize(self.px(TRACK_WIDTH + 8), self.px(LEAST_CONTROL))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        on, height = self.isChecked(), TRACK_HEIGHT * self.scale
        track = QRectF(0, 0, TRACK_WIDTH * self.scale, height)
        track.moveCenter(QRectF(self.rect()).center())
        self.paint_box(painter, track, height / 2, theme.track, theme.quiet)
        knob = track.adjusted(5, 5, -5, -5)
        knob.setWidth(knob.height())
        if on:
            knob.moveRight(track.right() - 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.button_ink if on else theme.quiet)
        painter.drawEllipse(knob)
        if self.hasFocus():
            ring = track.adjusted(-4, -4, 4, 4)
            paint_ring(painter, ring, theme.focus, ring.height() / 2)
