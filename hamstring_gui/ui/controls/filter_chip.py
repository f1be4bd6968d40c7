"""Small buttons that stay pressed: a filter that is on, or one of a few that are chosen between."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hamstring_gui.ui.controls.buttons import Pressable
from hamstring_gui.ui.controls.card import paint_panel
from hamstring_gui.ui.theme import SMALL, letters, mixed, theme_of

HEIGHT = 36


class FilterChip(Pressable):
    """A word on a lozenge; lit while it is pressed. `value` is what it stands for."""

    def __init__(self, text: str, value: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.value = value
        self._scale = 1.0
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_scale(1.0)

    @staticmethod
    def height_at(scale: float) -> int:
        return round(HEIGHT * scale)

    def set_scale(self, scale: float) -> None:
        self._scale = scale
        self.setFont(letters(SMALL * scale, 600))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(round(words + 30 * self._scale), self.height_at(self._scale))

    def minimumSizeHint(self) -> QSize:
        return QSize(44, self.height_at(self._scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        lit = self.isChecked()
        fill = theme.chip if lit else mixed(theme.card, theme.ink, 0.04) if self.underMouse() else theme.card
        line = mixed(theme.chip, theme.action, 0.35) if lit else mixed(theme.line, theme.ink, 0.06)
        paint_panel(painter, QRectF(self.rect()), fill, line, 11 * self._scale)
        if self.hasFocus():
            ring = QRectF(self.rect()).adjusted(2, 2, -2, -2)
            paint_panel(painter, ring, QColor(0, 0, 0, 0), theme.action, 9 * self._scale, 2.0)
        painter.setPen(theme.chip_ink if lit else theme.ink)
        painter.setFont(letters(SMALL * self._scale, 600 if lit else 400))
        place = self._words_place()
        words = QFontMetricsF(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, place.width() - 12)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter.value, words)

    def _words_place(self) -> QRect:
        return self.rect()
