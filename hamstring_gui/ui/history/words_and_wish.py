"""What is told of a week or a day, and beside it what can be done with it; below it where lines would be short."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import row
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.theme import GAP, WIDE_GAP

LEAST_WORDS = 240
"""Px that the words have beside the button. Not their length decides: from one day to the next nothing moves."""


class WordsAndWish(Scaled, QWidget):
    """The button's place is kept while it doesn't show, beside the words; below them, it is theirs."""

    def __init__(self, words: Text, wish: KeyButton) -> None:
        super().__init__()
        self._words, self._wish = words, wish
        self._box = row((words, 1), wish, gap=WIDE_GAP, inside=self)
        self._box.setAlignment(wish, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def minimumSizeHint(self) -> QSize:
        """Whichever way it stands now: below each other it needs the least width."""
        width = max(self._words.minimumSizeHint().width(), self._wish.minimumSizeHint().width())
        return QSize(width, self._box.totalMinimumSize().height())

    def rescaled(self) -> None:
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        beside = self.width() - WIDE_GAP - self._wish.sizeHint().width() >= self.px(LEAST_WORDS)
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._box.setSpacing(WIDE_GAP if beside else GAP)
