"""The routine that Today offers: its name, what it is for and takes, its picture, who should ask first, and Start."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.routine import Routine, unroll
from hamstring_gui.ui import wording
from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.card import Card
from hamstring_gui.ui.controls.figure_view import FigureView
from hamstring_gui.ui.controls.labels import Facts, Text
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.theme import BODY, GAP, HAIR, HEADING, LEAST_CONTROL, PANEL, SMALL, SNUG
from hamstring_gui.ui.today.hold_in_place import HoldInPlace

if TYPE_CHECKING:
    from hamstring_gui.ui.today.low_hero import Arrangement

ENOUGH = 100_000
"""Px of room, where a card may be as high as it likes."""
LEAST_HERO, WIDE_HERO, LEAST_WORDS, LEAST_START, LEAST_FIGURE = 230, 560, 170, 180, 100
"""Px: of the card with the routine; where words and figure stand side by side; beside something; of Start; of the
figure."""


class Hero(Scaled, Card):
    """The routine that is offered: its name, what it is for and takes, its picture and Start; and who should ask a
    doctor first, beside Start where there is room for all of that, else above it. The picture has the room that they
    leave."""

    _told = True  # as large as usual from the start: to be told so is no reason to measure anything anew

    def __init__(self) -> None:
        self._heights: dict[tuple[int, bool], int] = {}
        self._ways: dict[tuple[int, int], Arrangement] = {}
        super().__init__()
        self._room: int | None = None
        self._routine: Routine | None = None
        self._known: Mapping[str, Exercise] = {}
        self._gives_way = False
        self._takes: tuple[str, ...] = ()
        self.figure = FigureView(self)
        self.name = Text(size=HEADING + 1, weight=700, name="routine", wrap=True, parent=self)
        self.about = Text(size=BODY, name="routine_about", wrap=True, parent=self)
        self.takes = Facts(size=BODY, quiet=True, name="what_it_takes", wrap=True, parent=self)
        self.needs = Text(size=SMALL, quiet=True, name="what_it_needs", wrap=True, parent=self)
        self.hold = HoldInPlace(self)
        self.hold.turned.connect(self._show_figure)
        self.ask_first = Text(size=SMALL, quiet=True, name="ask_first", wrap=True, parent=self)
        self.start = KeyButton(self.tr("Start"), self.tr("Enter"), "primary", self)
        self.start.set_letter_px(20)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_routine(self, routine: Routine, known: Mapping[str, Exercise]) -> None:
        self._routine, self._known = routine, known
        self.name.show_text(wording.of_file(routine.name))
        self.about.show_text(wording.of_file(routine.about))
        self.about.setVisible(bool(routine.about))
        phases = unroll(routine, known)
        self._takes = wording.what_it_takes(routine, phases, known), wording.credited(phases, known)
        self.needs.show_text(wording.you_need(routine, known))
        self.hold.show_routine(routine, known)
        self._show_figure()
        self.ask_first.show_text(wording.asked_first(routine, known))
        self.ask_first.setVisible(bool(self.ask_first.text()))
        self._show_takes()
        self.rescaled()

    def _show_figure(self) -> None:
        """Of the exercise whose hold can be changed here."""
        if self._routine is not None:
            self.figure.show_held(self._known[self._routine.items[self.hold.item].exercise])

    def set_second(self, second: bool) -> None:
        """Whether Enter, and the eye's first look, belong to something else."""
        self.start.look = "plain" if second else "primary"
        self.start.set_key_shown(not second)
        self.start.update()
        self.rescaled()

    def set_low(self, room: int | None, gives_way: bool) -> None:
        """Be in a low window, of which so much (px) shows the card at once, or in one that isn't low; it `gives_way`
        where letters can be smaller, so that there is room for the figure."""
        if (room, gives_way) != (self._room, self._gives_way):
            self._room, self._gives_way = room, gives_way
            self._show_takes()
            self._place_anew()

    def _show_takes(self) -> None:
        """One after the other where lines are few."""
        self.takes.show_text("\n".join(self._takes) if self._room is None else wording.facts(self._takes))

    @property
    def words(self) -> list[Text]:
        """What it says above, from the top down."""
        return [text for text in (self.name, self.about, self.takes, self.needs) if not text.isHidden()]

    @property
    def _spaced(self) -> tuple[tuple[Text, int], ...]:
        """The words, with the px above each."""
        return tuple((text, self.px(HAIR) if text in (self.takes, self.needs) else 0) for text in self.words)

    def has_room_for_figure(self, width: int) -> bool:
        """Whether a low window shows all of it at once, with a figure, in so much room across."""
        return self._room is None or self._arranged(width, self._room).has_figure(self._room)

    def _arranged(self, width: int, room: int) -> Arrangement:
        """In a low window; layouts ask for the same one again and again."""
        if (width, room) not in self._ways:
            from hamstring_gui.ui.today.low_hero import Parts, arranged

            parts = Parts(self._spaced, self.ask_first, self.hold, self.start)
            self._ways[width, room] = arranged(parts, width, room, self._gives_way)
        return self._ways[width, room]

    def rescaled(self) -> None:
        self._place_anew()

    def _place_anew(self) -> None:
        self._heights.clear()
        self._ways.clear()
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
        pad, gap = self.px(PANEL), self.px(GAP)
        inner, places = width - 2 * pad, dict[QWidget, QRect]()
        half = round(inner * 0.46)
        if self._room is not None or (self.hold.has_choice and self.hold.minimumSizeHint().width() > half):
            return self._place_low(width, self._room or ENOUGH, move)
        halved = self._has_halves(width)
        words = half if halved else inner
        hold = QSize(min(words, self.hold.width_wanted()), self.hold.sizeHint().height())
        if self.hold.isHidden():
            hold = QSize(0, -gap)
        below = pad - 4
        for text, space in self._spaced:
            places[text] = QRect(pad, below + space, words, text.heightForWidth(words))
            below += space + places[text].height()
        places[self.hold] = QRect(QPoint(pad, below + gap), hold)
        below += gap + hold.height()
        foot = self._foot(inner)
        foot_height = max(place.bottom() + 1 for place in foot.values())
        if move:
            top = self.height() - pad - foot_height
            if halved:  # what is left over is in part between them
                air = max(0, min(self.px(SNUG), (top - gap - below) // len(places)))
                places = {part: place.translated(0, air * n) for n, (part, place) in enumerate(places.items())}
            places |= {part: place.translated(pad, top) for part, place in foot.items()}
            above, left = (pad, pad + words + gap) if halved else (below + gap // 2, round(width * 0.2))
            room = QRect(left, above, width - 16 - left, top - gap - above)
            self._move(places, room, shows=room.height() >= self.px(LEAST_FIGURE) / 2)
        return below + gap + foot_height + pad + (0 if halved else self.px(LEAST_FIGURE))

    def _place_low(self, width: int, room: int, move: bool) -> int:
        if move:
            way = self._arranged(width, self.height())
            self._move(way.placed(self.height()), way.figure(self.height()), shows=way.has_figure(self.height()))
        return self._arranged(width, room).height(room)

    def _foot(self, inner: int) -> dict[QWidget, QRect]:
        """Start, and who should ask first; from (0, 0)."""
        gap, hint = self.px(GAP), self.start.sizeHint()
        start = QSize(max(hint.width(), self.px(LEAST_START)), hint.height())
        if self.ask_first.isHidden():
            return {self.start: QRect(QPoint(), start)}
        left = start.width() + 2 * gap
        height = self.ask_first.heightForWidth(inner - left)
        above = self.ask_first.heightForWidth(inner)
        if inner - left >= self.px(LEAST_WORDS) and height <= start.height() * 1.5:
            tall = max(start.height(), height)
            return {
                self.start: QRect(QPoint(0, (tall - start.height()) // 2), start),
                self.ask_first: QRect(left, 0, inner - left, tall),
            }
        return {self.ask_first: QRect(0, 0, inner, above), self.start: QRect(QPoint(0, above + gap), start)}

    def _move(self, places: Mapping[QWidget, QRect], figure: QRect, *, shows: bool) -> None:
        for part, place in places.items():
            part.setGeometry(place)
        self.figure.setVisible(shows)
        self.figure.setGeometry(figure)
