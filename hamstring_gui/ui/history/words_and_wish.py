"""What is told of a week or a day, and beside it what can be done with it; below it where lines would be short."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hamstring_gui.ui.controls.beside import Beside
from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import row
from hamstring_gui.ui.theme import GAP, WIDE_GAP

LEAST_WORDS = 240
"""Px that the words have beside the button. Not their length decides: from one day to the next nothing moves."""


class WordsAndWish(Beside, QWidget):
    """The button's place is kept while it doesn't show, beside the words; below them, it is theirs."""

    def __init__(self, words: Text, wish: KeyButton) -> None:
        super().__init__()
        self._wish = wish
        self.box = row((words, 1), wish, gap=WIDE_GAP, inside=self)
        self.box.setAlignment(wish, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def fits_beside(self) -> bool:
        return self.width() - WIDE_GAP - self._wish.sizeHint().width() >= self.px(LEAST_WORDS)

    def stand(self, beside: bool) -> None:
        super().stand(beside)
        self.box.setSpacing(WIDE_GAP if beside else GAP)
