"""A way to an exercise or a routine: its picture, its name, and what it is."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.ui.controls.buttons import WRAP_FROM_TOP
from hamstring_gui.ui.controls.figure_view import FigureView
from hamstring_gui.ui.controls.pressable import Pressable
from hamstring_gui.ui.durations import unbroken
from hamstring_gui.ui.theme import BODY, GAP, SMALL, Theme, letters

PICTURE, PAD = 84, GAP
"""Px: the picture's width, and round everything."""
USUAL, WIDEST, STEP = 230, 460, 10
"""How wide (px) it likes to be, and how it grows until its name stands in two lines."""


class WayButton(Pressable):
    """Its accessible name is the name of what it leads to, `led_to` the id."""

    look = "card"
    letter_px = BODY - 1

    def __init__(self, led_to: str, name: str, what: str, pictured: Exercise, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.led_to, self._what = led_to, what
        self.setAccessibleDescription(what)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.figure = FigureView(self)
        self.figure.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.figure.show_held(pictured)

    def rescaled(self) -> None:
        super().rescaled()
        self._fonts = self.font(), letters((SMALL - 1) * self.scale)

    def sizeHint(self) -> QSize:
        two_lines = 2.1 * QFontMetrics(self.font()).lineSpacing()
        widths = range(self.px(USUAL), self.px(WIDEST) + 1, STEP)
        width = next((one for one in widths if self._heights(one)[0] <= two_lines), widths[-1])
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.px(200), self.px(72))

    def heightForWidth(self, width: int) -> int:
        return max(self.px(72), sum(self._heights(width)) + 2 * PAD)

    def _left(self) -> int:
        return self.px(PICTURE) + 2 * PAD

    def _heights(self, width: int) -> tuple[int, int]:
        room = QRect(0, 0, width - self._left() - PAD, 10_000)
        name, what = (
            QFontMetrics(font).boundingRect(room, WRAP_FROM_TOP, text).height()
            for font, text in zip(self._fonts, self._texts(), strict=True)
        )
        return name, what

    def _texts(self) -> tuple[str, str]:
        return unbroken(self.text()), unbroken(self._what)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.figure.setGeometry(PAD, PAD - 2, self.px(PICTURE), self.height() - 2 * PAD + 4)

    def paint_inside(self, painter: QPainter, theme: Theme, ink: QColor) -> None:
        name, what = self._heights(self.width())
        left, top = self._left(), (self.height() - name - what) // 2
        width = self.width() - left - PAD
        painter.setFont(self._fonts[0])
        painter.setPen(ink)
        painter.drawText(QRect(left, top, width, name), WRAP_FROM_TOP, self._texts()[0])
        painter.setFont(self._fonts[1])
        painter.setPen(theme.quiet)
        painter.drawText(QRect(left, top + name, width, what), WRAP_FROM_TOP, self._texts()[1])
