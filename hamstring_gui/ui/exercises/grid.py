"""The exercises as cards in as many columns as fit: grouped by the part of the body, or the best find first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import groupby

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.ui import wording
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.controls.scroll import bring_into_view
from hamstring_gui.ui.exercises.card import ExerciseCard
from hamstring_gui.ui.theme import APART, STRONG

LEAST_CARD, GROWING = 190, 0.7
"""Px of the narrowest of several columns, and how much of that grows with the letters: of pictures, more show."""
OWN = ""
"""The group of the user's own exercises, whatever part of the body they are for."""
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def starts(counts: Sequence[int], columns: int) -> list[tuple[int, int]]:
    """The row and column at which each group of so many cards begins. Small groups share a row, none is torn apart."""
    found = []
    row, column = 0, 0
    for count in counts:
        if column and column + count > columns:
            row, column = row + 1, 0
        found.append((row, column))
        if count >= columns:
            row, column = row + -(-count // columns), 0
        else:
            column += count
    return found


class ExerciseGrid(Scaled, QWidget):
    """Arrow keys go from card to card. `chosen` carries an exercise's id."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._groups: list[tuple[Text, list[ExerciseCard]]] = []
        self._best: dict[str, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def cards(self) -> list[ExerciseCard]:
        """In the order in which they are read."""
        cards = [card for _, cards in self._groups for card in cards]
        return sorted(cards, key=lambda card: self._best.get(card.exercise.id, len(self._best)))

    def show_exercises(self, exercises: Iterable[Exercise]) -> None:
        """The user's own come first, then the largest group; within a group, the order is that of `exercises`."""
        for heading, cards in self._groups:
            for old in (heading, *cards):
                old.hide()
                old.deleteLater()
        by_region = {region: list(members) for region, members in groupby(sorted(exercises, key=_region), key=_region)}
        regions = sorted(by_region, key=lambda region: (region != OWN, -len(by_region[region]), region))
        self._groups = [self._group(region, by_region[region]) for region in regions]
        self._arrange(self.width())
        self.updateGeometry()

    def _group(self, region: str, exercises: list[Exercise]) -> tuple[Text, list[ExerciseCard]]:
        words = self.tr("Yours") if region == OWN else wording.headline(region)
        heading = Text(words, STRONG, 600, parent=self)
        heading.show()
        cards = [ExerciseCard(exercise, self) for exercise in exercises]
        for card in cards:
            card.clicked.connect(lambda _=False, wanted=card.exercise.id: self.chosen.emit(wanted))
            card.show()
        return heading, cards

    def show_only(self, wanted: Collection[str], *, best_first: bool) -> None:
        """Show the cards of these exercises, and the headings of groups that have any; or no groups, but all in the
        order of `wanted`."""
        self._best = {key: number for number, key in enumerate(wanted)} if best_first else {}
        for heading, cards in self._groups:
            for card in cards:
                card.setVisible(card.exercise.id in wanted)
            heading.setVisible(not best_first and any(not card.isHidden() for card in cards))
        self._arrange(self.width())
        self.updateGeometry()

    def rescaled(self) -> None:
        for heading, cards in self._groups:
            heading.set_scale(self.scale)
            for card in cards:
                card.set_scale(self.scale)
        self._arrange(self.width())

    # -- arranging ---------------------------------------------------------------------------------------------------
    def heightForWidth(self, width: int) -> int:
        return self._arrange(width, move=False)

    def sizeHint(self) -> QSize:
        return QSize(LEAST_CARD * 3, 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_CARD, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width())

    def _arrange(self, width: int, move: bool = True) -> int:
        """Place what shows in `width` px, or only pretend to; gives the height that it takes."""
        gap = self.px(APART)
        least = LEAST_CARD * (1 + GROWING * (self.scale - 1))
        columns = max(1, int((width + gap) // (least + gap)))
        across = (width - gap * (columns - 1)) / columns
        rows: dict[int, list[tuple[int, ExerciseCard]]] = {}
        headed: dict[int, list[tuple[int, Text]]] = {}
        groups = [(heading, shown) for heading, cards in self._groups if (shown := _shown(cards))]
        if self._best:
            groups = [(groups[0][0], _shown(self.cards))]
        places = starts([len(cards) for _, cards in groups], columns)
        for (heading, cards), (row, column) in zip(groups, places, strict=True):
            if not self._best:
                headed.setdefault(row, []).append((column, heading))
            for number, card in enumerate(cards):
                rows.setdefault(row + number // columns, []).append((column + number % columns, card))
        top = 0
        for row in sorted(rows):
            top += gap + round(gap * 0.5) if top and row in headed else gap if top else 0
            for column, part in headed.get(row, []):
                self._put(part, column, top, across, part.sizeHint().height(), gap, move)
            if row in headed:
                top += max(part.sizeHint().height() for _, part in headed[row]) + round(gap * 0.6)
            widths = int(across), int(across) + 1  # they differ by a rounded pixel
            height = max(card.heightForWidth(width) for _, card in rows[row] for width in widths)
            for column, card in rows[row]:
                self._put(card, column, top, across, height, gap, move)
            top += height
        return top

    @staticmethod
    def _put(part: QWidget, column: int, top: int, across: float, height: int, gap: int, move: bool) -> None:
        if move:
            left, right = round(column * (across + gap)), round(column * (across + gap) + across)
            part.setGeometry(QRect(left, top, right - left, height))

    # -- hands -------------------------------------------------------------------------------------------------------
    def go_to(self, exercise_id: str = "") -> None:
        """Go to the card of that exercise, or to the first one that shows."""
        for card in [card for card in _shown(self.cards) if exercise_id in ("", card.exercise.id)][:1]:
            self._walk_to(card)

    @staticmethod
    def _walk_to(card: ExerciseCard) -> None:
        card.setFocus(Qt.FocusReason.TabFocusReason)
        bring_into_view(card)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        card = next((card for card in self.cards if card is self.window().focusWidget()), None)
        direction = ARROWS.get(Qt.Key(event.key()))
        if card is None or direction is None:
            super().keyPressEvent(event)
            return
        other = self._next_to(card, *direction)
        if other is not None:
            self._walk_to(other)

    def _next_to(self, card: ExerciseCard, right: int, down: int) -> ExerciseCard | None:
        """The nearest card above or below; to the sides, the one before or after in reading order."""
        shown = _shown(self.cards)
        if right:
            number = shown.index(card) + right
            return shown[number] if 0 <= number < len(shown) else None
        here = card.geometry().center()
        ways = [
            (abs(other.geometry().center().y() - here.y()), abs(other.geometry().center().x() - here.x()), number)
            for number, other in enumerate(shown)
            if (other.y() - card.y()) * down > 0
        ]
        return shown[min(ways)[2]] if ways else None


def _shown(cards: list[ExerciseCard]) -> list[ExerciseCard]:
    return [card for card in cards if not card.isHidden()]


def _region(exercise: Exercise) -> str:
    return OWN if exercise.own else exercise.region
