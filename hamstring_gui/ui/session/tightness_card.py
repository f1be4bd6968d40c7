"""After a session: how tight each leg feels, pressed or typed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from hamstring_gui.ui.controls.announce import announce
from hamstring_gui.ui.controls.card import Card
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import row
from hamstring_gui.ui.controls.tightness import TightnessScale
from hamstring_gui.ui.theme import BLOCK, BODY, GAP, SMALL, SNUG, STRONG, TIGHT, Margins

TEN = 10
DIGITS = tuple(Qt.Key(Qt.Key.Key_0 + n) for n in range(10))
CLEARS = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
Typed = tuple[TightnessScale, "int | None"]
"""What a digit rated, and how that was rated before."""


class TightnessCard(Card):
    """Two scales. Digits that are typed anywhere on the page (`take_key`) rate the left leg, then the right one, and so
    on in turn: who mistyped types both again. A 0 right behind a 1 makes it ten. Where a scale is set by itself, the
    other one is next, and nothing that was typed before is taken back or made ten any more."""

    def __init__(self) -> None:
        super().__init__()
        self.left = TightnessScale(self.tr("Tightness left"))
        self.right = TightnessScale(self.tr("Tightness right"))
        self.how = Text(size=STRONG, weight=600, wrap=True, name="how_tight")
        self._lines = grid = QGridLayout(self)
        grid.setHorizontalSpacing(BLOCK)
        grid.addWidget(self.how, 0, 0, 1, 2)
        self._legs: list[Text] = []
        for number, words, scale in ((1, self.tr("Left"), self.left), (2, self.tr("Right"), self.right)):
            self._legs.append(Text(words, BODY, 600))
            grid.addWidget(self._legs[-1], number, 0)
            grid.addWidget(scale, number, 1)
        ends = (self.tr("0 loose"), self.tr("Type 0 to 10: left, then right"), self.tr("10 very tight"))
        self._loose, self._typing, self._tight = (Text(words, SMALL, quiet=True, wrap=True) for words in ends)
        self._typing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._tight.setAlignment(Qt.AlignmentFlag.AlignRight)
        grid.addLayout(row((self._loose, 1), (self._typing, 2), (self._tight, 1), gap=GAP), 3, 1)
        grid.setColumnStretch(1, 1)
        for scale in (self.left, self.right):
            scale.valueChanged.connect(partial(self._on_changed, scale))
        self._far = self._merged = False
        self.begin()

    def begin(self) -> None:
        """The next digit is of the left leg."""
        self._go_on(self.left)

    def _go_on(self, scale: TightnessScale, typed: tuple[Typed, ...] = (), *, one: bool = False) -> None:
        """The next digit is of this scale, unless it is the 0 behind a `one`."""
        self._next, self._typed, self._one = scale, typed, one

    def _on_changed(self, scale: TightnessScale, _: int) -> None:
        self._go_on(scale if scale.rating is None else self._beside(scale))

    def _beside(self, scale: TightnessScale) -> TightnessScale:
        return self.right if scale is self.left else self.left

    def arrange(self, margins: Margins, *, low: bool, far: bool) -> None:
        self._lines.setContentsMargins(*margins)
        self._lines.setVerticalSpacing(TIGHT if low else SNUG)
        self._far = far
        self._typing.setVisible(not far)

    def merge_ends(self, merged: bool) -> None:
        """Have the question say what the ends of the scale mean, in place of a line below."""
        self._merged = merged
        if merged:
            self.how.show_text(self.tr("How tight? 0 loose, 10 very tight"))
        elif self._far:
            self.how.show_text(self.tr("How tight? 0–10, left first"))
        else:
            self.how.show_text(self.tr("How tight does each leg feel?"))
        for end in (self._loose, self._tight):
            end.setVisible(not merged)

    def far_height(self, width: int) -> int:
        """Of its lines, as they are far away, in so much width."""
        ends = 0 if self._merged else TIGHT + self._loose.sizeHint().height()
        beside = max(leg.sizeHint().width() for leg in self._legs) + BLOCK
        scales = sum(TIGHT + scale.height_for(width - beside) for scale in (self.left, self.right))
        return self.how.heightForWidth(width) + scales + ends

    def take_key(self, key: int) -> bool:
        """Rate a leg, or take back what was typed last, by a key; whether it was one that does."""
        typed = self._typed  # which a scale that changes forgets
        if key in CLEARS:
            if typed:
                *before, (scale, rating) = typed
                self._rate(scale, rating)
                self._go_on(scale, tuple(before))
        elif key not in DIGITS:
            return False
        elif key == Qt.Key.Key_0 and self._one:
            scale, _ = typed[-1]
            self._rate(scale, TEN)
            self._go_on(self._beside(scale), typed)
        else:
            scale, rating = self._next, self._next.rating
            self._rate(scale, key - Qt.Key.Key_0)
            self._go_on(self._beside(scale), (*typed, (scale, rating)), one=key == Qt.Key.Key_1)
        return True

    def _rate(self, scale: TightnessScale, rating: int | None) -> None:
        scale.rate(rating)
        announce(scale, self.tr("{leg}: {rating}").format(leg=scale.accessibleName(), rating=scale.text()))
