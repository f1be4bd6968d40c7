"""Who shows the exercises: one of the body looks, chosen by their pictures."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter

from hamstring_gui.domain.settings import BodyLook
from hamstring_gui.figure.look import look_for
from hamstring_gui.figure.portrait import paint_portrait
from hamstring_gui.ui.controls.options import OptionButton, Options
from hamstring_gui.ui.theme import Theme

WIDTH, HEIGHT, WORDS = 104, 176, 28


class BodyButton(OptionButton):
    """A standing figure over its name."""

    def sizeHint(self) -> QSize:
        return QSize(self.px(WIDTH), self.px(HEIGHT))

    def box(self) -> QRectF:
        return QRectF(self.rect())

    def paint_inside(self, painter: QPainter, theme: Theme, ink: QColor) -> None:
        words, box = WORDS * self.scale, self.box()
        look = look_for(theme.dark, cast(BodyLook, self.value))
        paint_portrait(painter, box.adjusted(10, 12 * self.scale, -10, -words - 2), look)
        painter.setPen(ink)
        painter.setFont(self.font())
        painter.drawText(box.adjusted(0, box.height() - words - 2, 0, -4), Qt.AlignmentFlag.AlignCenter, self.text())


class BodyOptions(Options):
    """Options whose values are body looks."""

    made = BodyButton
