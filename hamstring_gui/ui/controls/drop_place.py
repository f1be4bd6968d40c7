"""Where files may fall that are dragged over the window, and what becomes of them there."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from hamstring_gui.domain.values import dataclass
from hamstring_gui.ui.controls.card import Card, paint_panel
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import column, row
from hamstring_gui.ui.theme import (
    CARD_RADIUS,
    CLEAR,
    LEAF_MARGINS,
    OVER_MARGINS,
    SNUG,
    STRONG,
    see_through,
    text_scale,
    theme_of,
)

LINE = 3.0
"""Px, as wide as the dashes are."""


@dataclass(frozen=True, slots=True)
class Fall:
    """What would become of the files, in words; files that are not `useful` have no place to fall."""

    words: str
    useful: bool = True


class DropPlace(QWidget):
    """Lies over a part of the window, with dashes round it, for as long as files are held over that."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._useful = True
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words = Text(size=STRONG, weight=600, name="drop_words", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        card = Card(self)
        column(self.words, margins=LEAF_MARGINS, inside=card)
        column(None, row(None, (card, 2), None), None, margins=OVER_MARGINS, inside=self)
        self.hide()

    def show_fall(self, fall: Fall, place: QRect) -> None:
        """Say what would become of the files at a place of the window."""
        self._useful = fall.useful
        self.words.set_scale(text_scale())
        self.words.show_text(fall.words)
        self.setGeometry(place)
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), see_through(theme.paper, 0.8))
        if self._useful:
            edge = QRectF(self.rect()).adjusted(SNUG, SNUG, -SNUG, -SNUG)
            paint_panel(painter, edge, theme.hover, CLEAR, CARD_RADIUS)
            painter.setPen(QPen(theme.focus, LINE, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(edge, CARD_RADIUS, CARD_RADIUS)
