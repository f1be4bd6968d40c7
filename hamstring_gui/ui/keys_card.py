"""The list of all keys: a card over whatever page shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.keys import CLICKER
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import row
from hamstring_gui.ui.controls.overlay import Overlay
from hamstring_gui.ui.theme import BLOCK, BODY, GAP, HEADING, PANEL, SNUG, STRONG
from hamstring_gui.ui.window import Window

WIDTH = 860
GOES_ON = tuple(key for key in CLICKER if key != Qt.Key.Key_PageDown)  # which scrolls, as over any card
CLOSES = (Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, *GOES_ON)


Told = Iterable[tuple[str, Iterable[tuple[str, str]]]]
"""Where keys mean something, and there for each what is printed on it, and what it does."""


def show_keys(window: Window, told: Told, then: Callable[[], None]) -> None:
    """Lay the list over the page, and do something `then`, once it is put away."""
    card = KeysCard(told, window)
    card.answered.connect(then)
    window.lay_over("keys", card)


class KeysCard(Overlay):
    prints_enter = True

    def __init__(self, told: Told, parent: QWidget) -> None:
        super().__init__(self.tr("Keys"), WIDTH, PANEL, parent)
        self._rows: list[tuple[QGridLayout, list[tuple[Text, Text]]]] = []
        self.column.setSpacing(GAP)
        self.column.addWidget(Text(self.accessibleName(), HEADING, 700, name="question_title"))
        for title, rows in told:
            self.column.addWidget(Text(title, STRONG, 600, wrap=True))
            self.column.addLayout(self._grid(rows))
        self.close_button = KeyButton(self.tr("Close"), self.tr("Esc"), "primary")
        self.close_button.clicked.connect(self.leave)
        self.pin(row(self.close_button, None))

    def _grid(self, rows: Iterable[tuple[str, str]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(BLOCK)
        grid.setVerticalSpacing(SNUG)
        texts = [(Text(keys, BODY, 600, wrap=True), Text(does, BODY, wrap=True)) for keys, does in rows]
        self._rows.append((grid, texts))
        self._arrange(grid, texts, far=False)
        return grid

    @staticmethod
    def _arrange(grid: QGridLayout, texts: list[tuple[Text, Text]], *, far: bool) -> None:
        """Keys beside what they do; above it where letters are so large that both would have too little room."""
        for number, pair in enumerate(texts):
            for side, text in enumerate(pair):
                place = (2 * number + side, 0, 1, 2) if far else (number, side, 1, 1)
                grid.removeWidget(text)
                grid.addWidget(text, *place, Qt.AlignmentFlag(0) if far else Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 5)

    def set_far(self, far: bool) -> None:
        for grid, texts in self._rows:
            self._arrange(grid, texts, far=far)
        super().set_far(far)

    def answer(self, key: int) -> bool:
        """Be put away by what goes on; whether it is such a key."""
        if key in CLOSES:
            self.leave()
        return key in CLOSES

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F11:
            event.ignore()  # it is the window's
        elif event.isAutoRepeat() or not self.answer(event.key()):
            super().keyPressEvent(event)
