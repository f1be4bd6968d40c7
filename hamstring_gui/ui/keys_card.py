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
        self.column.setSpacing(GAP)
        self.column.addWidget(Text(self.accessibleName(), HEADING, 700, name="question_title"))
        for title, rows in told:
            self.column.addWidget(Text(title, STRONG, 600, wrap=True))
            grid = QGridLayout()
            grid.setHorizontalSpacing(BLOCK)
            grid.setVerticalSpacing(SNUG)
            for number, (keys, does) in enumerate(rows):
                grid.addWidget(Text(keys, BODY, 600, wrap=True), number, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(Text(does, BODY, wrap=True), number, 1, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(0, 2)
            grid.setColumnStretch(1, 5)
            self.column.addLayout(grid)
        self.close_button = KeyButton(self.tr("Close"), self.tr("Esc"), "primary")
        self.close_button.clicked.connect(self.leave)
        self.pin(row(self.close_button, None))

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
