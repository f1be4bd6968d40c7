"""One line of text to write in."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from hamstring_gui.ui.controls.card import paint_panel
from hamstring_gui.ui.icons import paint_icon
from hamstring_gui.ui.theme import BODY, letters, mixed, theme_of

PAD = 18


class Field(QLineEdit):
    """A line of text in a panel of our own, `height` px high at the usual size; an icon may stand at its beginning."""

    def __init__(self, icon: str = "", height: int = 48, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._usual_height, self._scale = icon, height, 1.0
        self.setFrame(False)
        self.setAcceptDrops(False)  # a file that falls on it is the window's
        self.set_scale(1.0)
        self.setAutoFillBackground(False)
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)

    def set_scale(self, scale: float) -> None:
        self._scale = scale
        self.setFont(letters(BODY * scale))
        self.setMinimumHeight(round(self._usual_height * scale))
        self.setTextMargins(round(PAD + 20 * scale) if self._icon else PAD, 0, PAD, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        line = theme.action if self.hasFocus() else mixed(theme.line, theme.ink, 0.12)
        painter = QPainter(self)
        paint_panel(painter, QRectF(self.rect()), theme.card, line, 12, 2.0 if self.hasFocus() else 1.0)
        if self._icon:
            size = 18 * self._scale
            place = QRectF(14, (self.height() - size) / 2, size, size)
            paint_icon(painter, self._icon, theme.quiet, place)
        painter.end()
        super().paintEvent(event)
