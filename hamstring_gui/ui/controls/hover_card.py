"""A small card that follows the pointer or the keyboard and says what is there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hamstring_gui.ui.controls.card import paint_panel
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import column
from hamstring_gui.ui.theme import BUTTON_RADIUS, GAP, HAIR, HOVER_MARGINS, LEAST_LETTER, SMALL, theme_of


class HoverCard(QWidget):
    """Lies over the window of `owner`; hides with it. Screen readers get its words from the owner instead."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner.window())
        self._owner = owner
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.title = Text(size=SMALL, weight=600, name="hover_title")
        self.lines = Text(size=LEAST_LETTER, quiet=True, name="hover_lines")
        column(self.title, self.lines, gap=HAIR, margins=HOVER_MARGINS, inside=self)
        self.hide()

    def show_words(self, title: str, lines: Sequence[str], at: QPoint) -> None:
        """Say something about the point `at` of the owner: above it, or below where there is no room."""
        self.title.show_text(title)
        self.lines.show_text("\n".join(lines))
        self.lines.setVisible(bool(lines))
        self.adjustSize()
        window = self._owner.window()
        point = self._owner.mapTo(window, at)
        left = min(max(GAP, point.x() - self.width() // 2), window.width() - self.width() - GAP)
        above = point.y() - self.height() - GAP
        self.move(left, above if above > GAP else point.y() + 2 * GAP)
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        paint_panel(QPainter(self), QRectF(self.rect()), theme.raised, theme.outline, BUTTON_RADIUS)
