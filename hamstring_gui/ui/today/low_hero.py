"""Where the parts of Today's routine stand in a low window: of some arrangements, the one that leaves its figure most.

Heights are of the card, in px from its top; rooms lie between its upper parts and its lower edge.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product
from math import inf
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from hamstring_gui.domain.values import dataclass
from hamstring_gui.ui.theme import APART, GAP, HAIR, TIGHT

if TYPE_CHECKING:
    from hamstring_gui.ui.controls.buttons import KeyButton
    from hamstring_gui.ui.controls.labels import Text
    from hamstring_gui.ui.today.hold_in_place import HoldInPlace

LOW_START, LEAST_START, LEAST_WORDS = 52, 180, 170
"""Px: how high and how wide Start is at least; the width of words beside something."""
WORDS_SHARE = 0.62
"""Of the card's width, where the figure stands beside the words."""
LEAST_FIGURE, GOOD_FIGURE = 50, 110
"""Px: a figure that is less high doesn't show; one as high need not have the card any higher."""
HoldAt = Literal["beside the words", "below the words", "beside Start"]


@dataclass(frozen=True, slots=True)
class Parts:
    """What there is to place: the words above, those that stand a little apart from what is above them, and below them
    what isn't hidden; `shape` is how many times as wide as high the figure is. Where it `gives_way`, letters can be
    smaller so that there is room for the figure."""

    words: tuple[Text, ...]
    apart: tuple[Text, ...]
    hold: HoldInPlace
    ask_first: Text
    start: KeyButton
    shape: float
    gives_way: bool


@dataclass(frozen=True, slots=True)
class Room:
    """Where the figure could stand: from left to right, from the top down to so much above the card's lower edge."""

    left: int
    top: int
    right: int
    below: int

    def at(self, height: int) -> QRect:
        return QRect(self.left, self.top, self.right - self.left, height - self.below - self.top)

    def height_for(self, figure: float, shape: float) -> float:
        """How high the card is with a figure so high in it, which is `shape` times as wide."""
        return self.top + figure + self.below if self.right - self.left >= figure * shape else inf


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Places from the card's upper edge, those `at_foot` from where its foot begins; `least` is how high it is with no
    figure, `shape` how many times as wide as high the figure is."""

    places: dict[QWidget, QRect]
    at_foot: dict[QWidget, QRect]
    foot: int
    least: int
    rooms: tuple[Room, ...]
    shape: float

    def figure_at(self, height: int) -> tuple[float, QRect]:
        """How high the figure can be in a card of this height, and its room."""
        rooms = [room.at(height) for room in self.rooms]
        return max(((min(one.height(), one.width() / self.shape), one) for one in rooms), key=lambda one: one[0])

    def height_for(self, figure: float) -> float:
        """How high the card is at least with a figure so high."""
        return max(self.least, min(room.height_for(figure, self.shape) for room in self.rooms))

    def placed(self, height: int) -> dict[QWidget, QRect]:
        top = height - self.foot
        return self.places | {part: place.translated(0, top) for part, place in self.at_foot.items()}


class LowHero:
    """Arranges the parts of a card, of which `room` px show at once; made anew for other words or letters."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._least, self._good = parts.start.px(LEAST_FIGURE), parts.start.px(GOOD_FIGURE)
        self._ways: dict[tuple[int, int], list[Arrangement]] = {}

    def arranged(self, width: int, room: int) -> tuple[Arrangement, bool]:
        """The best arrangement in so much room across; and whether there is a figure in it."""
        for gap in (GAP, TIGHT):
            ways = self._ways_with(width, gap)
            figures = [(self._figure(way, room), way) for way in ways if way.height_for(self._least) <= room]
            if figures:
                return max(figures, key=lambda one: (one[0], -one[1].height_for(one[0])))[1], True
        return min(ways, key=self._height_without), False

    def _ways_with(self, width: int, gap: int) -> list[Arrangement]:
        if (width, gap) not in self._ways:
            self._ways[width, gap] = list(_Card(self._parts, width, gap).ways())
        return self._ways[width, gap]

    def height(self, width: int, room: int) -> int:
        """How high a card so wide is: no higher than what shows at once, if there it can have a figure."""
        way, has_figure = self.arranged(width, room)
        if has_figure:
            return round(way.height_for(self._figure(way, room)))
        return round(self._height_without(way))

    def _height_without(self, way: Arrangement) -> float:
        """How high it is where there is no room for a figure; where letters can be smaller, there will be some."""
        wanted = way.height_for(self._least) if self._parts.gives_way else inf
        return way.least if wanted == inf else wanted

    def _figure(self, way: Arrangement, room: int) -> float:
        return min(self._good, way.figure_at(room)[0])


class _Card:
    """The card at a width, with its parts so far from each other, and what is measured of them."""

    def __init__(self, parts: Parts, width: int, gap: int) -> None:
        self.parts, self.width, px = parts, width, parts.start.px
        self.pad, self.gap, self.hair = px(APART), px(gap), px(HAIR)
        self.inner, self.least_words = width - 2 * self.pad, px(LEAST_WORDS)
        self.asks, self.holds = not parts.ask_first.isHidden(), not parts.hold.isHidden()
        self.start = QSize(max(parts.start.sizeHint().width(), px(LEAST_START)), px(LOW_START))
        self.hold_height = parts.hold.sizeHint().height()
        self.hold_widths = parts.hold.minimumSizeHint().width(), parts.hold.width_wanted()
        self._high = cache(lambda text, width: text.heightForWidth(width))

    def ways(self) -> Iterator[Arrangement]:
        """Words as wide as the card, or with room beside them; the foot as wide as the card or as the words."""
        least, wanted = self.hold_widths
        splits = {round(self.inner * WORDS_SHARE), *(self.inner - hold - 2 * self.gap for hold in self.hold_widths)}
        for words in [self.inner, *sorted(split for split in splits if self.least_words <= split < self.inner)]:
            beside = self.inner - words - 2 * self.gap
            for across, asked_beside in product({words, self.inner}, {self.asks, False}):
                if asked_beside and across - self.start.width() - 2 * self.gap < self.least_words:
                    continue
                yield self._way(
                    words, "below the words", min(wanted, self.inner, max(words, least)), across, asked_beside
                )
                if self.holds and beside >= least:
                    yield self._way(words, "beside the words", min(wanted, beside), across, asked_beside)
                left = across - self.start.width() - 2 * self.gap
                if self.holds and left >= least and not asked_beside:
                    yield self._way(words, "beside Start", min(wanted, left), across, asked_beside)

    def _way(self, words: int, at: HoldAt, hold_width: int, across: int, asked_beside: bool) -> Arrangement:
        parts, pad, gap, right = self.parts, self.pad, self.gap, self.width - self.pad
        hold = QSize(hold_width, self.hold_height)
        places, below, beside = dict[QWidget, QRect](), pad - self.hair, pad
        for text in parts.words:
            below += self.hair if text in parts.apart else 0
            places[text] = QRect(pad, below, words, self._high(text, words))
            below += places[text].height()
        after = pad + words + 2 * gap
        if self.holds and at == "below the words":
            places[parts.hold] = QRect(QPoint(pad, below + gap), hold)
            below += gap + hold.height()
            after = max(after, pad + hold.width() + 2 * gap)
        elif at == "beside the words":
            places[parts.hold] = QRect(QPoint(right - hold.width(), pad), hold)
            beside = pad + hold.height() + gap
            below = max(below, beside - gap)
        at_foot = self._foot(across, hold if at == "beside Start" else None, asked_beside)
        foot = max(place.bottom() + 1 for place in at_foot.values()) + pad
        after_foot = max(place.right() + 1 for place in at_foot.values()) + 2 * gap
        rooms = (
            Room(pad, below + gap // 2, right, foot + gap),
            Room(after_foot, below + gap, right, pad),
            Room(after, beside, right, foot + gap),
            Room(max(after, after_foot), beside, right, pad),
        )
        return Arrangement(places, at_foot, foot, below + gap + foot, rooms, parts.shape)

    def _foot(self, across: int, hold: QSize | None, asked_beside: bool) -> dict[QWidget, QRect]:
        """Start, perhaps behind the hold, and who should ask first; from the foot's upper edge."""
        parts, pad, gap, start, places = self.parts, self.pad, self.gap, self.start, dict[QWidget, QRect]()
        if asked_beside:
            left = start.width() + 2 * gap
            tall = max(start.height(), self._high(parts.ask_first, across - left))
            places[parts.ask_first] = QRect(pad + left, 0, across - left, tall)
            return places | {parts.start: QRect(QPoint(pad, (tall - start.height()) // 2), start)}
        top = 0
        if self.asks:
            places[parts.ask_first] = QRect(pad, 0, across, self._high(parts.ask_first, across))
            top = places[parts.ask_first].height() + gap
        if hold is None:
            return places | {parts.start: QRect(QPoint(pad, top), start)}
        places[parts.hold] = QRect(QPoint(pad, top + (start.height() - hold.height()) // 2), hold)
        return places | {parts.start: QRect(QPoint(pad + across - start.width(), top), start)}
