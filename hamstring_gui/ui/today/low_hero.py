"""Where the parts of Today's routine stand in a low window: in a wide card the figure beside the words, and the hold
beside Start; in a narrow one the hold above Start, and the figure above both, or beside them where that is too low.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import product
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from hamstring_gui.domain.values import dataclass, replace
from hamstring_gui.ui.theme import APART, GAP, HAIR, LEAST_CONTROL, SNUG, TIGHT

if TYPE_CHECKING:
    from hamstring_gui.ui.controls.buttons import KeyButton
    from hamstring_gui.ui.controls.labels import Text
    from hamstring_gui.ui.today.hold_in_place import HoldInPlace

LOW_START, LEAST_START = LEAST_CONTROL, 180
"""Px: how high and how wide Start is at least."""
WORDS_SHARE, MOST_WORDS_SHARE = 0.58, 0.66
"""Of the card's width, where the figure stands beside the words; and where they would be too many lines."""
LEAST_FIGURE, GOOD_FIGURE, LEAST_ACROSS = 70, 110, 100
"""Px: a figure that has less room, up or across, doesn't show; one that has so much need not have the card higher."""
Places = dict[QWidget, QRect]


@dataclass(frozen=True, slots=True)
class Parts:
    """What there is to place: the words with the px above each, and below them what isn't hidden."""

    words: tuple[tuple[Text, int], ...]
    ask_first: Text
    hold: HoldInPlace
    start: KeyButton

    def px(self, size: float) -> int:
        return self.start.px(size)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Places from the card's upper edge down to `ends`, and those of its `foot` from where that begins. The figure has
    room from `left` to `right`, and from `top` down to so much `under` it."""

    places: Places
    ends: int
    at_foot: Places
    foot: int
    left: int
    right: int
    top: int
    under: int
    px: Callable[[float], int]

    def height(self, room: int) -> int:
        """How high the card is where so much of it shows: no higher than that, unless it can't be lower."""
        if self.left >= self.right:
            return self.ends + self.foot
        return max(self._least, min(room, self.top + self.px(GOOD_FIGURE) + self.under))

    @property
    def _least(self) -> int:
        return max(self.ends + self.foot, self.top + self.px(LEAST_FIGURE) + self.under)

    def has_figure(self, height: int) -> bool:
        """Whether it can be seen in a card so high."""
        return self.right - self.left >= self.px(LEAST_ACROSS) and self._least <= height

    def placed(self, height: int) -> Places:
        """In a card so high: what is above its foot is spread a little in the room that is left over."""
        top, air = height - self.foot, self._air(height)
        above = {part: place.translated(0, air * n) for n, (part, place) in enumerate(self.places.items())}
        return above | {part: place.translated(0, top) for part, place in self.at_foot.items()}

    def figure(self, height: int) -> QRect:
        top = self.top if self.top < self.ends else self.top + self._air(height) * (len(self.places) - 1)
        return QRect(self.left, top, self.right - self.left, height - self.under - top)

    def _air(self, height: int) -> int:
        """Px between two texts besides what is there anyway; what a figure below them needs comes first."""
        figure_below = self.left < self.right and self.top >= self.ends and self.under == self.foot
        ends = self.top + self.px(GOOD_FIGURE) if figure_below else self.ends
        return max(0, min(self.px(SNUG), (height - self.foot - ends) // len(self.places)))


def arranged(parts: Parts, width: int, room: int, gives_way: bool) -> Arrangement:
    """How things stand in so much room: with a figure, if it has room there, or will have once letters are smaller,
    where these can give way."""
    for share, gap in product((WORDS_SHARE, MOST_WORDS_SHARE), (GAP, TIGHT)):
        way = _Card(parts, width, gap).arranged(share, room)
        if way.has_figure(room):
            return way
    return way if gives_way else replace(_Card(parts, width, TIGHT).arranged(1.0, room), right=0)


class _Card:
    """A card of this width, with its parts so far from each other. Each has its space above it."""

    def __init__(self, parts: Parts, width: int, gap: int) -> None:
        px = parts.px
        self._parts, self._pad, self._gap = parts, px(APART), px(gap)
        self._top, self._right, self._inner = self._pad - px(HAIR), width - self._pad, width - 2 * self._pad
        self._start = QSize(max(parts.start.sizeHint().width(), px(LEAST_START)), px(LOW_START))
        self._beside_start = self._inner - self._start.width() - self._gap
        self._asked = () if parts.ask_first.isHidden() else ((parts.ask_first, self._gap),)

    def arranged(self, share: float, room: int) -> Arrangement:
        """With words as wide as this share of a wide card."""
        hold = self._parts.hold
        if hold.isHidden() or hold.minimumSizeHint().width() <= self._beside_start:
            return self._wide(round(self._inner * share))
        return self._narrow(room)

    def _wide(self, words: int) -> Arrangement:
        places, ends = self._stacked(self._parts.words, words, self._top)
        at_foot, top = self._stacked(self._asked, self._inner, 0)
        top, left = top + self._gap, self._pad
        if not self._parts.hold.isHidden():
            hold = self._hold(top, self._beside_start)
            at_foot[self._parts.hold] = hold.translated(0, (self._start.height() - hold.height()) // 2)
            left = self._right - self._start.width()
        at_foot[self._parts.start] = QRect(QPoint(left, top), self._start)
        foot, beside = top + self._start.height() + self._pad, self._pad + words + self._gap
        return Arrangement(places, ends, at_foot, foot, beside, self._right, self._pad, foot, self._parts.px)

    def _narrow(self, room: int) -> Arrangement:
        places, ends = self._stacked((*self._parts.words, *self._asked), self._inner, self._top)
        hold = self._hold(self._gap, self._start.width())
        start = QRect(QPoint(self._pad, hold.bottom() + 1 + self._gap), self._start)
        at_foot: Places = {self._parts.hold: hold, self._parts.start: start}
        foot, top = start.bottom() + 1 + self._pad, ends + self._gap
        beside = max(hold.right(), start.right()) + 1 + self._gap
        above = Arrangement(places, ends, at_foot, foot, self._pad, self._right, top, foot, self._parts.px)
        if self._right - beside < self._parts.px(LEAST_ACROSS) or top + self._parts.px(GOOD_FIGURE) + foot <= room:
            return above
        return replace(above, left=beside, under=self._pad)

    def _stacked(self, texts: Iterable[tuple[Text, int]], width: int, top: int) -> tuple[Places, int]:
        """Texts below each other from `top` on, and where they end."""
        places: Places = {}
        for text, space in texts:
            places[text] = QRect(self._pad, top + space, width, text.heightForWidth(width))
            top += space + places[text].height()
        return places, top

    def _hold(self, top: int, width: int) -> QRect:
        """As wide as it is at its best where there is so much room, and never narrower than it can be."""
        hold = self._parts.hold
        width = max(min(width, hold.width_wanted()), min(self._inner, hold.minimumSizeHint().width()))
        return QRect(self._pad, top, width, hold.sizeHint().height())
