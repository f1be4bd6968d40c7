"""After a session: how tight each leg feels, pressed or typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from hamstring_gui.ui.controls.announce import announce
from hamstring_gui.ui.controls.card import Card
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import row
from hamstring_gui.ui.controls.tightness import TightnessScale
from hamstring_gui.ui.theme import BLOCK, BODY, GAP, SMALL, SNUG, STRONG, TIGHT, Margins

TEN = 10
CLEARS = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class TightnessCard(Card):
    """Two scales. Digits that are typed anywhere on the page (`take_key`) rate the left leg, then the right one, and so
    on in turn: who mistyped types both again. A 0 right behind a 1 makes it ten."""

    def __init__(self) -> None:
        super().__init__()
        self.left = TightnessScale(self.tr("Tightness left"))
        self.right = TightnessScale(self.tr("Tightness right"))
        self.how = Text(size=STRONG, weight=600, wrap=True, name="how_tight")
        self._lines = grid = QGridLayout(self)
        grid.setHorizontalSpacing(BLOCK)
        grid.addWidget(self.how, 0, 0, 1, 2)
        for number, words, scale in ((1, self.tr("Left"), self.left), (2, self.tr("Right"), self.right)):
            grid.addWidget(Text(words, BODY, 600), number, 0)
            grid.addWidget(scale, number, 1)
        ends = (self.tr("0 loose"), self.tr("Type 0 to 10: left, then right"), self.tr("10 very tight"))
        loose, self._typing, tight = (Text(words, SMALL, quiet=True, wrap=True) for words in ends)
        self._typing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        tight.setAlignment(Qt.AlignmentFlag.AlignRight)
        grid.addLayout(row((loose, 1), (self._typing, 2), (tight, 1), gap=GAP), 3, 1)
        grid.setColumnStretch(1, 1)
        self.begin()

    def begin(self) -> None:
        """The next digit is of the left leg."""
        self._typed = 0
        self._one: TightnessScale | None = None

    def arrange(self, margins: Margins, *, low: bool, far: bool) -> None:
        self._lines.setContentsMargins(*margins)
        self._lines.setVerticalSpacing(TIGHT if low else SNUG)
        self.how.show_text(self.tr("How tight? 0–10, left first") if far else self.tr("How tight does each leg feel?"))
        self._typing.setVisible(not far)

    def take_key(self, key: int) -> bool:
        """Rate a leg, or take back what was typed last, by a key; whether it was one that does."""
        digit = key - Qt.Key.Key_0
        if key in CLEARS:
            self._clear()
        elif not 0 <= digit <= 9:
            return False
        elif digit == 0 and self._one is not None:
            self._rate(self._one, TEN)
            self._one = None
        else:
            scale = (self.left, self.right)[self._typed % 2]
            self._typed += 1
            self._rate(scale, digit)
            self._one = scale if digit == 1 else None
        return True

    def _clear(self) -> None:
        if self._typed:
            self._typed -= 1
            self._rate((self.left, self.right)[self._typed % 2], None)
        self._one = None

    def _rate(self, scale: TightnessScale, rating: int | None) -> None:
        scale.rate(rating)
        announce(scale, self.tr("{leg}: {rating}").format(leg=scale.accessibleName(), rating=scale.text()))
