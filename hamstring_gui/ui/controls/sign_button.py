"""A small round button with one sign on it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hamstring_gui.ui.controls.buttons import Pressable
from hamstring_gui.ui.controls.card import paint_panel
from hamstring_gui.ui.theme import SMALL, letters, mixed, theme_of


class SignButton(Pressable):
    """Shows `sign`; `name` says what it does. Of a checkable one the pressed state shows."""

    def __init__(self, sign: str, name: str, size: int, parent: QWidget | None = None) -> None:
        super().__init__(sign, parent)
        self._size, self._scale = size, 1.0
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_scale(self, scale: float) -> None:
        self._scale = scale
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(round(self._size * self._scale), round(self._size * self._scale))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        over = self.underMouse() and self.isEnabled()
        fill = theme.chip if self.isChecked() else mixed(theme.card, theme.ink, 0.05) if over else theme.card
        line = theme.action if self.hasFocus() else mixed(theme.line, theme.ink, 0.12)
        paint_panel(painter, QRectF(self.rect()), fill, line, self.width() / 2, 2.0 if self.hasFocus() else 1.0)
        painter.setPen(theme.ink if self.isEnabled() else mixed(theme.quiet, theme.card, 0.5))
        painter.setFont(letters(SMALL * self._scale, 600))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter.value, self.text())
