"""A page of the introduction: a card with its number, a title, what is asked, and the ways on and back."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hamstring_gui.ui import wording
from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.card import Card
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import column, row
from hamstring_gui.ui.controls.sheet import Sheet
from hamstring_gui.ui.theme import EVEN_MARGINS, GAP, LEAF_MARGINS, SMALL, SNUG, STRONG, TIGHT, TITLE, Margins


class Leaf(QWidget):
    """What is asked goes into `column`; then `end` puts the buttons below. `told` is what is said before it. One that
    `fills` the window has something that grows with it; another keeps together, in the middle."""

    fills = False

    def __init__(self, number: int, title: str, on: str, *, width: int = 760, margins: Margins = LEAF_MARGINS) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.next = KeyButton(on, self.tr("Enter"), "primary")
        self.next.set_letter_px(19)
        self.back = KeyButton(self.tr("Back"), self.tr("Alt+←"))
        self.skip = KeyButton(self.tr("Skip"), self.tr("Esc"))
        for button in (self.back, self.skip):
            button.set_letter_px(17)
        card = Card()
        self.column = column(
            Text(wording.introduction_page(number), SMALL, quiet=True), Text(title, TITLE, 700, wrap=True),
            gap=GAP, margins=margins, inside=card,
        )  # fmt: skip
        sheet = QWidget()
        column(None, (card, 1000 if self.fills else 0), None, margins=EVEN_MARGINS, inside=sheet)
        self.sheet = Sheet(sheet, width, seen=(self.next,))
        column(self.sheet, inside=self)

    def ask(self, question: str, answer: QWidget) -> None:
        """Put a question into the column, with what answers it."""
        self.column.addWidget(Text(question, STRONG, 600, wrap=True))
        self.column.addWidget(answer)
        self.column.addSpacing(SNUG)

    def end(self) -> None:
        """Put the ways on and back below all that is asked."""
        self.column.addSpacing(TIGHT)
        self.column.addLayout(row(self.next, self.back, self.skip, None, gap=GAP))

    @property
    def told(self) -> str:
        return ""
