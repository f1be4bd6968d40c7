"""Buttons that don't ask for attention: words, or a small picture, without a frame."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hamstring_gui.ui.controls.buttons import Pressable
from hamstring_gui.ui.controls.card import paint_panel
from hamstring_gui.ui.theme import LEAST_CONTROL, SMALL, letters, mixed, theme_of


class QuietButton(Pressable):
    """Words that can be pressed; what they lie on shows only under the pointer."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_scale(1.0)

    def set_scale(self, scale: float) -> None:
        self._scale = scale
        self.setFont(letters(SMALL * scale, 600))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(round(words + 24 * self._scale), round(LEAST_CONTROL * self._scale))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        clear = QColor(0, 0, 0, 0)
        wash = mixed(theme.card, theme.ink, 0.06) if self.underMouse() and self.isEnabled() else clear
        box = QRectF(self.rect()).adjusted(1, 4, -1, -4)
        paint_panel(painter, box, wash, theme.action if self.hasFocus() else clear, 9, 2.0)
        self._paint_inside(painter, theme.rest if self.isEnabled() else mixed(theme.card, theme.quiet, 0.55))

    def _paint_inside(self, painter: QPainter, ink: QColor) -> None:
        painter.setPen(ink)
        painter.setFont(self.font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter.value, self.text())


class CrossButton(QuietButton):
    """A small ×; its words are its accessible name and its tool tip."""

    def set_words(self, text: str) -> None:
        self.setAccessibleName(text)
        self.setToolTip(text)

    def sizeHint(self) -> QSize:
        return QSize(round(LEAST_CONTROL * self._scale), round(LEAST_CONTROL * self._scale))

    def _paint_inside(self, painter: QPainter, ink: QColor) -> None:
        colour = theme_of(self.palette()).quiet
        painter.setPen(QPen(colour, 1.8 * self._scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        middle, arm = QRectF(self.rect()).center(), 4.5 * self._scale
        painter.drawLine(middle - QPointF(arm, arm), middle + QPointF(arm, arm))
        painter.drawLine(middle - QPointF(arm, -arm), middle + QPointF(arm, -arm))
