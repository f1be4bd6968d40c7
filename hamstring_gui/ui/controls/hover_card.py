"""A small card that follows the pointer or the keyboard and says what is there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hamstring_gui.ui.controls.announce import announce
from hamstring_gui.ui.controls.card import paint_panel
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import column
from hamstring_gui.ui.controls.scaled import scale_around
from hamstring_gui.ui.controls.scroll import scrolled_around
from hamstring_gui.ui.theme import BUTTON_RADIUS, GAP, HAIR, HOVER_MARGINS, LEAST_LETTER, SMALL, theme_of

SAID_MS = 8000
"""How long something is said beside a field where nobody does anything."""


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

    def show_words(self, title: str, lines: Sequence[str], about: QRect) -> None:
        """Say something about a part of the owner."""
        self.title.show_text(title)
        self.lines.show_text("\n".join(lines))
        self.lines.setVisible(bool(lines))
        window = self._owner.window()
        self._fit(window.width() - 2 * GAP)
        self.move(placed(self.size(), about.translated(self._owner.mapTo(window, QPoint())), window.size()))
        self.show()
        self.raise_()

    def _fit(self, room: int) -> None:
        """As large as what it is about is drawn; its lines wrap only where the room (px) ends."""
        for text in (self.title, self.lines):
            text.set_scale(scale_around(self._owner))
            text.setWordWrap(False)
        if self.sizeHint().width() <= room:
            self.adjustSize()
            return
        for text in (self.title, self.lines):
            text.setWordWrap(True)
        self.resize(room, self.heightForWidth(room))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        paint_panel(QPainter(self), QRectF(self.rect()), theme.raised, theme.outline, BUTTON_RADIUS)


def say_beside(owner: QWidget, words: str, line: str) -> HoverCard:
    """Say something about what was just written somewhere: for a while, and until that is scrolled away."""
    card = HoverCard(owner)
    card.show_words(words, (line,), owner.rect())
    QTimer.singleShot(SAID_MS, card, card.hide)
    for area, _ in scrolled_around(owner):
        area.verticalScrollBar().valueChanged.connect(card.hide)
    announce(owner, f"{words} {line}")
    return card


def placed(card: QSize, about: QRect, window: QSize) -> QPoint:
    """Where a card lies in a window, so that what it is about can be seen: above that, else beside it, else below."""
    last_x, last_y = window.width() - card.width() - GAP, window.height() - card.height() - GAP
    x = max(GAP, min(last_x, about.center().x() - card.width() // 2))
    y = max(GAP, min(last_y, about.top()))
    left, above = about.left() - card.width() - GAP, about.top() - card.height() - GAP
    right, below = about.right() + GAP, about.bottom() + GAP
    if above >= GAP:
        return QPoint(x, above)
    if right <= last_x:
        return QPoint(right, y)
    if left >= GAP:
        return QPoint(left, y)
    return QPoint(x, max(GAP, min(last_y, below)))
