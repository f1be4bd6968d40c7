"""A line at the edge of the window that says what went wrong, or was done and can be undone, until it is put away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.card import paint_panel
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.theme import BODY, BUTTON_RADIUS, theme_of

STAYS_MS = 15_000


class Notice(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._above, self._left = False, 0
        self._passing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time_over)
        self.text = Text(size=BODY, name="notice", wrap=True)
        self._undo: Callable[[], object] | None = None
        self.undo = KeyButton(self.tr("Undo"), self.tr("Ctrl+Z"))
        self.undo.clicked.connect(self._on_undo_clicked)
        self.close_button = KeyButton(self.tr("Close notice"))
        self.close_button.clicked.connect(self._on_close_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 10, 20, 14)
        row.addWidget(self.text, 1)
        row.addWidget(self.undo)
        row.addWidget(self.close_button)
        self.hide()

    def show_notice(self, sentence: str, undo: Callable[[], object] | None = None, *, passing: bool = False) -> None:
        """Say something; with `undo`, a button that takes back what was done stands beside it.

        What was done goes away by itself after a while, and so does what is `passing`; what is wrong stays. Undo is
        there for the keyboard as long as nothing else was done.
        """
        self._undo, self._passing = undo, passing or undo is not None
        self._timer.start(STAYS_MS) if self._passing else self._timer.stop()
        self.undo.setVisible(undo is not None)
        self.text.show_text(sentence)
        self.place()
        self.show()
        self.raise_()

    def _on_undo_clicked(self) -> None:
        self.take_back()

    @property
    def can_take_back(self) -> bool:
        """Whether there is something to undo, even where its sentence has gone by."""
        return self._undo is not None

    def take_back(self) -> bool:
        """Undo what is said, if it can be undone; whether it could."""
        undo, self._undo = self._undo, None
        if undo is None:
            return False
        self.hide()
        undo()
        return True

    def _on_close_clicked(self) -> None:
        self._undo = None
        self.hide()

    def _on_time_over(self) -> None:
        """Not while somebody is about to press one of its buttons."""
        if self.underMouse() or self.undo.hasFocus() or self.close_button.hasFocus():
            self._timer.start(STAYS_MS)
        else:
            self.hide()

    def pass_by(self) -> None:
        """Another page shows: what is only passing goes."""
        if self._passing:
            self.hide()

    def forget_undo(self) -> None:
        """Something else was done since: that is what will be undone first."""
        self._undo = None
        self.undo.hide()

    def place(self) -> None:
        """Over the page, which keeps its size: along the window's lower edge, or the upper one where that is free."""
        left = self._left
        width = self._window.width() - left
        height = max(self.close_button.sizeHint().height() + 24, self.heightForWidth(width))
        self.setGeometry(left, 0 if self._above else self._window.height() - height, width, height)

    def set_place(self, above: bool, left: int) -> None:
        """At the upper or the lower edge, from `left` px on."""
        self._above, self._left = above, left
        self.place()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        paint_panel(painter, QRectF(self.rect()).adjusted(8, 4, -8, -8), theme.chip, theme.lit_line, BUTTON_RADIUS)
