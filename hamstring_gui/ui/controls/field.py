"""One line of text to write in."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from hamstring_gui.ui.controls.menu import open_writing_menu
from hamstring_gui.ui.controls.pressable import paint_control
from hamstring_gui.ui.controls.scaled import Scaled, scale_around
from hamstring_gui.ui.icons import paint_icon
from hamstring_gui.ui.theme import BODY, letters, theme_of

PAD = 18


class Field(Scaled, QLineEdit):
    """A line of text in a panel of our own, `height` px high at the usual size; an icon may stand at its beginning."""

    def __init__(self, icon: str = "", height: int = 48, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._usual_height = icon, height
        self.setFrame(False)
        self.setAcceptDrops(False)  # a file that falls on it is the window's
        self.set_scale(scale_around(parent))
        self.setAutoFillBackground(False)
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)

    def rescaled(self) -> None:
        self.setFont(letters(BODY * self.scale))
        self.setMinimumHeight(self.px(self._usual_height))
        self.setTextMargins(PAD + (self.px(20) if self._icon else 0), 0, PAD, 0)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_writing_menu(self.createStandardContextMenu(), self, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        paint_control(painter, QRectF(self.rect()), "plain", theme, focused=self.hasFocus())
        if self._icon:
            size = 18 * self.scale
            place = QRectF(14, (self.height() - size) / 2, size, size)
            paint_icon(painter, self._icon, theme.quiet, place)
        painter.end()
        super().paintEvent(event)
