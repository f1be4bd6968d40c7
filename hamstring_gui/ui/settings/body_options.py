"""Who shows the exercises: one of the body looks, chosen by their pictures."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter

from hamstring_gui.domain.settings import BodyLook
from hamstring_gui.figure.look import look_for
from hamstring_gui.figure.portrait import paint_portrait
from hamstring_gui.ui.controls.card import paint_panel
from hamstring_gui.ui.controls.options import OptionButton, Options
from hamstring_gui.ui.theme import CLEAR, INNER_RADIUS, Theme

WIDTH, HEIGHT, WORDS = 104, 176, 28
FRAME = 6


class BodyButton(OptionButton):
    """A standing figure over its name."""

    def sizeHint(self) -> QSize:
        return QSize(self.px(WIDTH), self.px(HEIGHT))

    def box(self) -> QRectF:
        return QRectF(self.rect())

    def paint_inside(self, painter: QPainter, theme: Theme, ink: QColor) -> None:
        words = self.px(WORDS)
        picture = self.box().adjusted(FRAME, FRAME, -FRAME, -words)
        paint_panel(painter, picture, theme.paper, CLEAR, INNER_RADIUS)
        look = look_for(theme.dark, cast(BodyLook, self.value))
        paint_portrait(painter, picture.adjusted(3, 8 * self.scale, -3, -2), look)
        self.paint_words(painter, self.rect().adjusted(0, self.height() - words, 0, 0), ink)


class BodyOptions(Options):
    """Options whose values are body looks."""

    made = BodyButton
