"""Who shows the exercises: one of the body looks, chosen by their pictures."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent

from hamstring_gui.domain.settings import BodyLook
from hamstring_gui.figure.look import look_for
from hamstring_gui.figure.portrait import paint_portrait
from hamstring_gui.ui.controls.card import paint_panel
from hamstring_gui.ui.controls.options import OptionButton, Options
from hamstring_gui.ui.theme import SMALL, letters, mixed, theme_of

WIDTH, HEIGHT, WORDS = 104, 176, 28


class BodyOptions(Options):
    """Options whose values are body looks."""

    def _made(self, value: object, words: str) -> OptionButton:
        return BodyButton(value, words)


class BodyButton(OptionButton):
    """A standing figure over its name."""

    def sizeHint(self) -> QSize:
        return QSize(round(WIDTH * self._scale), round(HEIGHT * self._scale))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        lit, box, radius = self.isChecked(), QRectF(self.rect()), 12 * self._scale
        fill = mixed(theme.card, theme.ink, 0.04) if self.underMouse() else theme.paper
        line = theme.action if lit else mixed(theme.line, theme.ink, 0.06)
        paint_panel(painter, box, fill, line, radius, 2.5 if lit else 1.0)
        if self.hasFocus():
            inner = box.adjusted(4, 4, -4, -4)
            paint_panel(painter, inner, QColor(0, 0, 0, 0), theme.action, radius - 3, 2.0)
        words = WORDS * self._scale
        look = look_for(theme.dark, cast(BodyLook, self.value))
        paint_portrait(painter, box.adjusted(10, 12 * self._scale, -10, -words - 2), look)
        painter.setPen(theme.ink)
        painter.setFont(letters(SMALL * self._scale, 600 if lit else 400))
        painter.drawText(box.adjusted(0, box.height() - words - 2, 0, -4), Qt.AlignmentFlag.AlignCenter, self.text())
