"""Puts what is on the session page where `layout` says. In the uppermost row of the distance view, leg, sets and phase
share its width, in letters as large as that allows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.moment import Moment
from hamstring_gui.domain.routine import Phases
from hamstring_gui.domain.values import dataclass
from hamstring_gui.figure.picture import shape_of
from hamstring_gui.ui import moment_words
from hamstring_gui.ui.controls.buttons import IconButton
from hamstring_gui.ui.controls.figure_view import FigureView
from hamstring_gui.ui.controls.fitted import Chip, CountChip, Digits, FittedText
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.session.caption import Caption
from hamstring_gui.ui.session.control_bar import ControlBar
from hamstring_gui.ui.session.countdown import ProgressStrip, Ring, SetDots
from hamstring_gui.ui.session.layout import Places, close_view, distance_view
from hamstring_gui.ui.session.low_line import LowLine
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


class ArrangedPage(QWidget):
    """The session page as far as things have places; what they show is its own affair."""

    strip: ProgressStrip
    line: LowLine
    exercise: FittedText
    breath: FittedText
    time_left: FittedText
    mute: IconButton
    full_screen: IconButton
    figure: FigureView
    side: Chip
    step: FittedText
    phase: FittedText
    ring: Ring
    countdown: Digits
    prompt: FittedText
    dots: SetDots
    set: Text
    count: CountChip
    caption: Caption
    controls: ControlBar

    def __init__(self) -> None:
        super().__init__()
        self._distance = False
        self._characters, self._shape, self._narrowest = 0, 1.5, 1.5
        self._shaped: Phases = ()
        self._arranged: tuple[tuple[str, ...], int, int] | None = None
        self._places = close_view(self.width(), self.height())

    def _make_room_for(self, moment: Moment, exercises: Mapping[str, Exercise]) -> None:
        """More digits than two need a wider place, from the start of their phase to its end. The narrowest picture of
        the session says where leg, phase, sets and digits are all the time: nobody looks for them on the mat."""
        if self._distance and moment.phases is not self._shaped:
            self._shaped = moment.phases
            names = {phase.exercise for phase in moment.phases}
            self._narrowest = min(shape_of(exercises[name]) for name in names)
        needs = moment_words.longest_count(moment), self._narrowest
        if needs != (self._characters, self._shape):
            self._characters, self._shape = needs
            self._arrange()

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        view = partial(distance_view, shape=self._shape) if self._distance else close_view
        places = view(width, height, min(3, self._characters))
        self._places, size = places, places.letters
        self._arranged = None
        self.ring.set_as_bar(self._distance)
        self.strip.setGeometry(places.strip)
        self.figure.setGeometry(places.figure)
        self.figure.set_ground("paper" if places.card.isEmpty() else "card")
        self.step.setGeometry(places.step)
        self.step.set_sizes(size.step_least, size.step)
        self.phase.setGeometry(places.phase)
        self.phase.set_sizes(size.phase * (0.8 if self._distance else 0.62), size.phase)
        self.ring.setGeometry(places.ring)
        aside = round(places.ring.width() * 0.03) if self._characters > 3 and not self._distance else 0
        self.countdown.setGeometry(places.digits.adjusted(aside, 0, -aside, 0))
        self.countdown.set_sizes(size.digits * 0.4, size.digits)
        inset = round(places.digits.width() * (0.0 if self._distance else 0.12))
        self.prompt.setGeometry(places.digits.adjusted(inset, 0, -inset, 0))
        self.prompt.set_sizes(size.set if self._distance else size.phase * 0.33, size.phase)
        self.set.setFont(letters(size.set, 600))
        self.time_left.set_sizes(LEAST_LETTER, size.time_left)
        for widget in (self.strip, self.time_left, self.set):
            widget.setVisible(not self._distance)
        if not self._distance:
            self.count.hide()
            self.dots.show()
        self.side.set_bare(self._distance)
        self._arrange_header()
        self.line.arrange(places, far=self._distance)
        self.caption.arrange(places, far=self._distance)
        self._arrange_what_changed()
        self.controls.arrange(places.controls, size.control, places.primary_height, places.control_height)
        self.controls.raise_()
        self.update()

    def _arrange_header(self) -> None:
        header = self._places.header
        size = min(self._places.letters.control, header.height() / IconButton.heights[0])
        right = header.right() + 1
        for button in (self.full_screen, self.mute):
            button.setVisible(not self._distance)
            button.set_letter_px(size)
            hint = button.sizeHint()
            right -= hint.width()
            button.setGeometry(right, header.center().y() - hint.height() // 2 + 1, hint.width(), hint.height())
            right -= 8
        title = self._places.title
        if not title.isEmpty():
            self.time_left.setGeometry(header.left(), header.top(), right - header.left(), header.height())
            self.exercise.setGeometry(title)
            return
        room = round(header.width() * 0.3)
        self.time_left.setGeometry(right - room - 8, header.top(), room, header.height())
        self.exercise.setGeometry(header.left(), header.top(), right - room - 16 - header.left(), header.height())

    def _arrange_far_row(self) -> None:
        places, words = self._places, (self.side.text().upper(), self.count.text(), self.phase.text())
        dots = self.dots.width_for(round(places.side.height() * DOTS_HEIGHT))
        if (words, dots, places.side.height()) == self._arranged:
            return
        self._arranged = words, dots, places.side.height()
        row = far_row(places, *words, dots)
        for label, place in ((self.side, row.side), (self.count, row.count), (self.phase, row.phase)):
            label.setGeometry(place)
            label.set_sizes(row.letter_px, row.letter_px, capitals=label is self.side)
        self.dots.setGeometry(row.dots)
        self.dots.setVisible(not row.dots.isEmpty())
        self.count.setVisible(not row.count.isEmpty())

    def _arrange_what_changed(self) -> None:
        """Place what is as wide as its text: the leg's chip, the dots and the set."""
        if self._distance:
            self._arrange_far_row()
            return
        places, size = self._places, self._places.letters
        metrics = QFontMetrics(letters(size.side, 600))
        width = metrics.horizontalAdvance(self.side.text()) + round(size.side * 1.5)
        self.side.setGeometry(QRect(places.side.left(), places.side.top(), width, places.side.height()))
        self.side.set_sizes(size.side, size.side)
        left = self.side.geometry().right() + round(size.side * 0.7)
        beside = QRect(left, places.side.top(), places.step.right() + 1 - left, places.side.height())
        self.breath.setGeometry(beside)
        self.breath.set_sizes(LEAST_LETTER, size.side * 0.9)
        self.caption.set_line(beside)
        dots = self.dots.width_for(places.sets.height())
        words = QFontMetrics(self.set.font()).horizontalAdvance(self.set.text()) + 4
        left = places.sets.center().x() - (dots + words + 14) // 2
        self.dots.setGeometry(left, places.sets.top(), dots, places.sets.height())
        self.set.setGeometry(left + dots + 14, places.sets.top(), words, places.sets.height())
