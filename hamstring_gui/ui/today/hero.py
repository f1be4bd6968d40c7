"""The routine that Today offers: its name, what it is for and takes, its picture, who should ask first, and Start."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.routine import Routine, unroll
from hamstring_gui.ui import wording
from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.card import Card
from hamstring_gui.ui.controls.figure_view import FigureView
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.theme import APART, BODY, GAP, HAIR, HEADING, LEAST_CONTROL, PANEL, SMALL
from hamstring_gui.ui.today.hold_in_place import HoldInPlace

LEAST_HERO, WIDE_HERO, LEAST_WORDS, LEAST_START, LOW_START, LEAST_FIGURE = 230, 560, 170, 180, 52, 100
"""Px: of the card with the routine; where words and figure stand side by side; beside something; of Start; of the
figure."""
FIGURE_SHAPE = 1.6
"""About how many times as wide as high a figure that lies is."""


class Hero(Scaled, Card):
    """The routine that is offered: its name, what it is for and takes, its picture and Start; and who should ask a
    doctor first, beside Start where there is room for all of that, else above it. The picture has the room that they
    leave."""

    _told = True  # as large as usual from the start: to be told so is no reason to measure anything anew

    def __init__(self) -> None:
        self._heights: dict[tuple[int, bool], int] = {}
        super().__init__()
        self._low = False
        self._takes: tuple[str, ...] = ()
        self._asked = "", ""
        """Who should ask first, exercise by exercise; and in as few lines as a low window has."""
        self.figure = FigureView(self)
        self.name = Text(size=HEADING + 1, weight=700, name="routine", wrap=True, parent=self)
        self.about = Text(size=BODY, name="routine_about", wrap=True, parent=self)
        self.takes = Text(size=BODY, quiet=True, name="what_it_takes", wrap=True, parent=self)
        self.needs = Text(size=SMALL, quiet=True, name="what_it_needs", wrap=True, parent=self)
        self.hold = HoldInPlace(self)
        self.ask_first = Text(size=SMALL, quiet=True, name="ask_first", wrap=True, parent=self)
        self.start = KeyButton(self.tr("Start"), self.tr("Enter"), "primary", self)
        self.start.set_letter_px(20)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_routine(self, routine: Routine, known: Mapping[str, Exercise]) -> None:
        self.figure.show_held(known[routine.items[0].exercise])
        self.name.show_text(wording.of_file(routine.name))
        self.about.show_text(wording.of_file(routine.about))
        self.about.setVisible(bool(routine.about))
        phases = unroll(routine, known)
        self._takes = wording.what_it_takes(routine, phases, known), wording.credited(phases, known)
        self.needs.show_text(wording.you_need(routine, known))
        self.hold.show_routine(routine, known)
        notes = dict.fromkeys(wording.of_file(known[item.exercise].ask_first) for item in routine.items)
        self._asked = wording.asked_first(routine, known), " ".join(filter(None, notes))
        self._show_takes()
        self.ask_first.setVisible(bool(self._asked[0]))
        self.rescaled()

    def set_second(self, second: bool) -> None:
        """Whether Enter, and the eye's first look, belong to something else."""
        self.start.look = "plain" if second else "primary"
        self.start.set_key_shown(not second)
        self.start.update()
        self.rescaled()

    def set_low(self, low: bool) -> None:
        if low != self._low:
            self._low = low
            self._show_takes()
            self.rescaled()

    def _show_takes(self) -> None:
        """One after the other where lines are few."""
        self.takes.show_text((" · " if self._low else "\n").join(self._takes))
        self.ask_first.show_text(self._asked[self._low])

    def rescaled(self) -> None:
        self._heights.clear()
        self.updateGeometry()
        if not self.testAttribute(Qt.WidgetAttribute.WA_PendingResizeEvent):  # else it is placed with its first size
            self._place(self.width())

    def heightForWidth(self, width: int) -> int:
        """Layouts ask for the same width some forty times before the first picture."""
        key = width, self._has_halves(width)
        if key not in self._heights:
            self._heights[key] = self._place(width, move=False)
        return self._heights[key]

    def _has_halves(self, width: int) -> bool:
        """Whether the words stand on the left of a card that is as high as it is now, and the figure on the right."""
        return width >= max(self.px(WIDE_HERO), 1.3 * self.height())

    def sizeHint(self) -> QSize:
        return QSize(self.px(400), self.heightForWidth(self.px(400)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.px(LEAST_HERO), self.px(LEAST_CONTROL))

    def event(self, event: QEvent) -> bool:
        """A part of it has other words or letters."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.rescaled()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(self.width())

    def _place(self, width: int, move: bool = True) -> int:
        """Place everything in this width, or only pretend to; gives the least height that it takes."""
        pad, gap = self.px(APART if self._low else PANEL), self.px(GAP)
        inner, places = width - 2 * pad, dict[QWidget, QRect]()
        hold = QSize(min(inner, self.hold.width_wanted()), self.hold.sizeHint().height())
        if self.hold.isHidden():
            hold = QSize(0, -gap)
        left_over = inner - hold.width() - 2 * gap
        beside = self._low and left_over >= self.px(LEAST_WORDS) and hold.width() > 0
        halved = not beside and self._has_halves(width) and hold.width() <= (half := round(inner * 0.46))
        words = left_over if beside else half if halved else inner
        below = pad - 4
        for text in (one for one in (self.name, self.about, self.takes, self.needs) if not one.isHidden()):
            below += self.px(HAIR) if text in (self.takes, self.needs) else 0
            places[text] = QRect(pad, below, words, text.heightForWidth(words))
            below += places[text].height()
        if beside:
            places[self.hold] = QRect(QPoint(width - pad - hold.width(), pad), hold)
            below = max(below, pad + hold.height())
        else:
            places[self.hold] = QRect(QPoint(pad, below + gap), hold)
            below += gap + hold.height()
        foot = self._foot(inner)
        foot_height = max(place.bottom() + 1 for place in foot.values())
        if move:
            top = self.height() - pad - foot_height
            places |= {part: place.translated(pad, top) for part, place in foot.items()}
            above, left = (pad, pad + words + gap) if halved else (below + gap // 2, round(width * 0.2))
            rooms = [QRect(left, above, width - 16 - left, top - gap - above)]
            if self._low:
                rooms += self._rooms_beside(places, above, beside)
            self._move(places, max(rooms, key=lambda room: min(room.width() / FIGURE_SHAPE, room.height())))
        return below + gap + foot_height + pad + (0 if self._low or halved else self.px(LEAST_FIGURE))

    def _rooms_beside(self, places: Mapping[QWidget, QRect], above: int, beside: bool) -> list[QRect]:
        """Where else a low card has room for the figure: right of Start, and right of the words, below the hold."""
        pad, gap = self.px(APART), self.px(GAP)
        start, hold, alone = places[self.start], places[self.hold], self.ask_first.isHidden()
        foot = start.top() if alone else min(start.top(), places[self.ask_first].top())
        right, bottom = self.width() - pad, self.height() - pad if alone else foot - gap
        left = start.right() + gap if alone else round(self.width() * 0.2)
        rooms = [QRect(left, above, right - left, bottom - above)]
        if beside:
            left, top = max(left, hold.left()), hold.bottom() + gap
            rooms.append(QRect(left, top, right - left, bottom - top))
        return rooms

    def _foot(self, inner: int) -> dict[QWidget, QRect]:
        """Start, and who should ask first; from (0, 0)."""
        gap, hint = self.px(GAP), self.start.sizeHint()
        start = QSize(max(hint.width(), self.px(LEAST_START)), self.px(LOW_START) if self._low else hint.height())
        if self.ask_first.isHidden():
            return {self.start: QRect(QPoint(), start)}
        left = start.width() + 2 * gap
        height = self.ask_first.heightForWidth(inner - left)
        above = self.ask_first.heightForWidth(inner)
        lower = self._low and height < above + gap + start.height()
        if inner - left >= self.px(LEAST_WORDS) and (lower or height <= start.height() * 1.5):
            tall = max(start.height(), height)
            return {
                self.start: QRect(QPoint(0, (tall - start.height()) // 2), start),
                self.ask_first: QRect(left, 0, inner - left, tall),
            }
        return {self.ask_first: QRect(0, 0, inner, above), self.start: QRect(QPoint(0, above + gap), start)}

    def _move(self, places: Mapping[QWidget, QRect], figure: QRect) -> None:
        for part, place in places.items():
            part.setGeometry(place)
        self.figure.setVisible(figure.height() >= self.px(LEAST_FIGURE) / 2)
        self.figure.setGeometry(figure)
