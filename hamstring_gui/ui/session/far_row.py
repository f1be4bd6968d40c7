"""The uppermost row of the distance view: leg, sets and phase share its width, in letters as large as that allows."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics

from hamstring_gui.domain.values import dataclass
from hamstring_gui.ui.session.layout import Places
from hamstring_gui.ui.theme import LEAST_LETTER, letters

DOTS_HEIGHT, BETWEEN, COUNT_PAD = 0.6, 0.4, 0.17
"""How high the dots are, how far leg, sets and phase are apart, and how far the lozenge of the number of sets reaches
beyond it, over the row's height."""


@dataclass(frozen=True, slots=True)
class FarRow:
    """Where each goes; the sets are dots or, where those don't fit beside the leg, a number of how many."""

    letter_px: int
    side: QRect
    dots: QRect
    count: QRect
    phase: QRect


def far_row(places: Places, side: str, count: str, phase: str, dots_width: int) -> FarRow:
    """`dots_width` is what the dots take, 0 where they are too many. The words are as they are shown."""
    if places.figure.right() < places.side.left():
        return _beside_the_figure(places, side, count, phase, dots_width)
    row, below = places.side.united(places.phase), places.phase.top() > places.side.top()
    row.setHeight(places.side.height())
    gap, column = round(row.height() * BETWEEN), (row if below else places.figure).right() + 1
    largest, least = round(places.letters.side), round(places.letters.set)
    for with_dots in (True, False) if dots_width else (False,):
        for px in range(largest, (least if with_dots else LEAST_LETTER) - 1, -1):
            metrics, tabular = QFontMetrics(letters(px, 700)), QFontMetrics(letters(px, 700, tabular=True))
            side_width, phase_width = metrics.horizontalAdvance(side) + 2, metrics.horizontalAdvance(phase) + 2
            sets_width = dots_width if with_dots else tabular.horizontalAdvance(count) + 2
            left = max(row.left() + side_width + gap, column - sets_width)
            end = left + sets_width + (0 if with_dots or below else gap + phase_width)
            if end <= (column if with_dots else row.right() + 1):
                sets = QRect(left, row.top(), sets_width, row.height())
                return FarRow(
                    px,
                    QRect(row.left(), row.top(), side_width, row.height()),
                    _middle(sets, round(row.height() * DOTS_HEIGHT)) if with_dots else QRect(),
                    QRect() if with_dots else _lozenge(sets),
                    _phase(places.phase, places.phase.left() if below else left + sets_width + gap, phase_width),
                )
    return FarRow(LEAST_LETTER, places.side, QRect(), QRect(), places.phase)


def _beside_the_figure(places: Places, side: str, count: str, phase: str, dots_width: int) -> FarRow:
    """Two rows: the leg, and below it the phase with the sets."""
    leg, row, gap = places.side, places.phase, round(places.side.height() * BETWEEN)
    for with_dots in (True, False) if dots_width else (False,):
        for px in range(round(places.letters.side), (round(places.letters.set) if with_dots else LEAST_LETTER) - 1, -1):
            metrics, tabular = QFontMetrics(letters(px, 700)), QFontMetrics(letters(px, 700, tabular=True))
            side_width, phase_width = metrics.horizontalAdvance(side) + 2, metrics.horizontalAdvance(phase) + 2
            sets_width = dots_width if with_dots else tabular.horizontalAdvance(count) + 2
            lozenge = 0 if with_dots else 2 * _pad(row)
            if side_width <= leg.width() and phase_width + gap + sets_width + lozenge <= row.width():
                sets = QRect(row.right() + 1 - sets_width, row.top(), sets_width, row.height())
                return FarRow(
                    px,
                    QRect(_in_line(leg, row, side_width), leg.top(), side_width, leg.height()),
                    _middle(sets, round(row.height() * DOTS_HEIGHT)) if with_dots else QRect(),
                    QRect() if with_dots else _lozenge(sets.translated(-_pad(sets), 0)),
                    QRect(row.left(), row.top(), phase_width, row.height()),
                )
    return FarRow(LEAST_LETTER, leg, QRect(), QRect(), row)


def _in_line(leg: QRect, row: QRect, width: int) -> int:
    """Where the leg's word begins: above the phase, or before that where it has no room there."""
    return max(leg.left(), min(row.left(), leg.right() + 1 - width))


def _pad(sets: QRect) -> int:
    return round(sets.height() * COUNT_PAD)


def _lozenge(sets: QRect) -> QRect:
    """What the number of sets lies on, so that it is one thing beside the leg and another beside the phase."""
    return sets.adjusted(-_pad(sets), 0, _pad(sets), 0)


def _middle(place: QRect, height: int) -> QRect:
    return QRect(place.left(), place.center().y() - height // 2, place.width(), height)


def _phase(place: QRect, beyond: int, width: int) -> QRect:
    """Over the digits, or beside what stands in the way."""
    centred = place.center().x() - width // 2
    left = max(beyond, min(centred, place.right() + 1 - width))
    return QRect(left, place.top(), place.right() + 1 - left if left > centred else width, place.height())


def cut_short(name: str, places: Places, upright: bool) -> str:
    """A name cut short where it is too long for its line, of which an upright screen has two."""
    lines, metrics = 2 if upright else 1, QFontMetrics(letters(places.letters.next, 700))
    return metrics.elidedText(name, Qt.TextElideMode.ElideRight, round(places.next.width() * lines * 0.98))
