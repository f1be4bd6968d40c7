"""A line at the top of the window that says what went wrong, until it is put away."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hamstring_gui.ui.theme import BODY, theme_of
from hamstring_gui.ui.widgets.buttons import KeyButton
from hamstring_gui.ui.widgets.card import paint_panel
from hamstring_gui.ui.widgets.labels import Text


class Notice(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.text = Text(size=BODY, name="notice", wrap=True)
        self.close_button = KeyButton(self.tr("Close notice"))
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 12, 8)
        row.addWidget(self.text, 1)
        row.addWidget(self.close_button)
        self.hide()

    def show_notice(self, sentence: str) -> None:
        self.text.show_text(sentence)
        self.place()
        self.show()
        self.raise_()

    def place(self) -> None:
        """Along the top edge of the window, over the page, which keeps its size."""
        width = self._window.width()
        self.setGeometry(0, 0, width, max(self.sizeHint().height(), self.heightForWidth(width)))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.paper)
        paint_panel(painter, QRectF(self.rect()).adjusted(6, 4, -6, -2), theme.chip, theme.chip, 10)
