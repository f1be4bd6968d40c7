"""A line at the edge of the window that says what went wrong, or was done and can be undone, until it is put away."""

from __future__ import annotations

from collections.abc import Callable

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
        self._above = False
        self.text = Text(size=BODY, name="notice", wrap=True)
        self._undo: Callable[[], object] | None = None
        self.undo = KeyButton(self.tr("Undo"))
        self.undo.clicked.connect(self._on_undo_clicked)
        self.close_button = KeyButton(self.tr("Close notice"))
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 12, 8)
        row.addWidget(self.text, 1)
        row.addWidget(self.undo)
        row.addWidget(self.close_button)
        self.hide()

    def show_notice(self, sentence: str, undo: Callable[[], object] | None = None) -> None:
        """Say something; with `undo`, a button that takes back what was done stands beside it."""
        self._undo = undo
        self.undo.setVisible(undo is not None)
        self.text.show_text(sentence)
        self.place()
        self.show()
        self.raise_()

    def _on_undo_clicked(self) -> None:
        undo = self._undo
        self.hide()
        if undo is not None:
            undo()

    def place(self) -> None:
        """Over the page, which keeps its size: along the window's lower edge, or the upper one where that is free."""
        width = self._window.width()
        height = max(self.sizeHint().height(), self.heightForWidth(width))
        self.setGeometry(0, 0 if self._above else self._window.height() - height, width, height)

    def set_above(self, above: bool) -> None:
        self._above = above
        self.place()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.paper)
        paint_panel(painter, QRectF(self.rect()).adjusted(6, 4, -6, -4), theme.chip, theme.chip, 10)
