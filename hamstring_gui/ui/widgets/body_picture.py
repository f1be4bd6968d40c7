"""One of the body looks as a picture, for where it is chosen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hamstring_gui.domain.settings import BodyLook
from hamstring_gui.figure.look import look_for
from hamstring_gui.figure.portrait import paint_portrait
from hamstring_gui.ui.theme import theme_of


class BodyPicture(QWidget):
    """Shows one look, whichever the window has; in the colours of the theme in force."""

    def __init__(self, body: BodyLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body: BodyLook = body

    def sizeHint(self) -> QSize:
        return QSize(96, 184)

    def minimumSizeHint(self) -> QSize:
        return QSize(48, 92)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = look_for(theme_of(self.palette()).dark, self._body)
        paint_portrait(QPainter(self), QRectF(self.rect()), look)
