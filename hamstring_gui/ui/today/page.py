"""The Today page: the routine to do, what it takes, Start, the other routines, this week and the last session."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QSizePolicy, QWidget

from hamstring_gui.domain.consistency import Week
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.history import SessionRecord
from hamstring_gui.domain.routine import Routine, unroll
from hamstring_gui.domain.values import dataclass
from hamstring_gui.ui import wording
from hamstring_gui.ui.controls.buttons import KeyButton, LinkButton
from hamstring_gui.ui.controls.card import Card
from hamstring_gui.ui.controls.figure_view import FigureView
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import column, row
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.controls.sheet import Sheet
from hamstring_gui.ui.dates import when
from hamstring_gui.ui.theme import (
    BLOCK,
    BODY,
    CARD_MARGINS,
    GAP,
    HEADING,
    LEAST_CONTROL,
    LOW_CARD_MARGINS,
    LOW_PAGE_MARGINS,
    PAGE_MARGINS,
    PAGE_WIDTH,
    SECTION,
    SMALL,
    SNUG,
    STRONG,
    TIGHT,
    TITLE,
    WIDE_GAP,
)
from hamstring_gui.ui.today.hold_in_place import HoldInPlace
from hamstring_gui.ui.today.routine_button import RoutineButton
from hamstring_gui.ui.today.week_dots import WeekDots

COLUMNS = 4
LEAST_ROUTINE_WIDTH = 140
LOW = 700
"""A page lower than this (px) is laid out more tightly."""
NARROW = 600
"""In less room across (px), the cards beside the routine stand below it."""
PAD, LOW_PAD = 28, 16
LEAST_HERO, WIDE_HERO, LEAST_WORDS, LEAST_START, LOW_START, LEAST_FIGURE = 230, 560, 170, 180, 52, 100
"""Px: of the card with the routine; where words and figure stand side by side; beside something; of Start; of the
figure."""


@dataclass(frozen=True, slots=True)
class Today:
    """What the page shows: the routine offered, the others, this week and the last session."""

    now: datetime
    day: date
    routine: Routine
    others: tuple[Routine, ...]
    week: Week
    last_session: SessionRecord | None
    exercises: Mapping[str, Exercise]


class TodayPage(QWidget):
    """Offers a routine. `start_requested` carries its id.

    `hold_changed` carries its id too, an item's number (from 0), the new hold in seconds, and the gesture.
    """

    start_requested = Signal(str)
    hold_changed = Signal(str, int, float, int)
    routine_chosen = Signal(str)
    safety_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._routine: Routine | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.greeting = Text(size=TITLE, weight=700, name="greeting")
        self.date_line = Text(size=BODY, quiet=True, name="date_line", wrap=True)
        self.hero = _Hero()
        self.hero.start.clicked.connect(self._on_start_clicked)
        self.hero.hold.changed.connect(self._on_hold_changed)
        self.week = _WeekCard()
        self.last = _LastCard()
        self.others = _OthersCard()
        self.others.chosen.connect(self.routine_chosen)
        self.safety = LinkButton(
            self.tr("Stop if you feel numbness, tingling or sharp pain. Ask your doctor before you start to exercise.")
        )
        self.safety.setObjectName("safety_line")
        self.safety.clicked.connect(self.safety_requested)
        self._lay_out()

    def _lay_out(self) -> None:
        sheet = QWidget()
        self._side = column(self.week, (self.last, 1), gap=BLOCK)
        self._upper = row((self.hero, 2), (self._side, 1), gap=SECTION)
        self._column = column(
            self.greeting, TIGHT, self.date_line, BLOCK, (self._upper, 10), BLOCK, self.others, inside=sheet
        )
        self._sheet = Sheet(sheet, PAGE_WIDTH, seen=self.hero.start)
        self._sheet.scaled.connect(self._arrange)
        self._foot = column(self.safety)
        column((self._sheet, 1), self._foot, inside=self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """A low window gets narrower margins, a narrow one the cards below each other, before anything has to be
        scrolled to. What to stop for stands below what scrolls: it is always seen."""
        scale = self._sheet.scale
        low = self.height() < LOW * scale
        left, above, right, below = LOW_PAGE_MARGINS if low else PAGE_MARGINS
        self._column.setContentsMargins(left, above, right, GAP)
        self._foot.setContentsMargins(left, 0, right, below)
        for card in (self.hero, self.week, self.last, self.others):
            card.set_low(low)
        self.safety.set_scale(scale)
        narrow = self.width() - left - right < NARROW * scale
        stacked, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._upper.setDirection(stacked if narrow else beside)
        self._upper.setSpacing(BLOCK if narrow else SECTION)
        self._side.setDirection(beside if narrow else stacked)

    def show_today(self, today: Today) -> None:
        self._routine = today.routine
        self.greeting.show_text(wording.greeting(today.now))
        self.date_line.show_text(wording.today_line(today.week, today.day))
        self.hero.show_routine(today.routine, today.exercises)
        self.week.show_week(today.week, today.day)
        self.last.show_session(today.last_session, today.now)
        self.others.show_routines(today.others, today.exercises)
        tabs = [self.hero.start, self.hero.hold.which, self.hero.hold.hold, *self.others.buttons, self.safety]
        for one, following in pairwise(tabs):
            self.setTabOrder(one, following)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self._on_start_clicked()
        else:
            super().keyPressEvent(event)

    def _on_start_clicked(self) -> None:
        if self._routine is not None:
            self.start_requested.emit(self._routine.id)

    def _on_hold_changed(self, item: int, hold_s: float, gesture: int) -> None:
        if self._routine is not None:
            self.hold_changed.emit(self._routine.id, item, hold_s, gesture)


class _Hero(Scaled, Card):
    """The routine that is offered: its name, what it takes, its picture and Start; and who should ask a doctor first,
    beside Start where there is room for all of that, else above it. The picture has the room that they leave."""

    def __init__(self) -> None:
        super().__init__()
        self._low = False
        self.figure = FigureView(self)
        self.name = Text(size=HEADING + 1, weight=700, name="routine", wrap=True, parent=self)
        self.takes = Text(size=BODY, quiet=True, name="what_it_takes", wrap=True, parent=self)
        self.hold = HoldInPlace(self)
        self.ask_first = Text(size=SMALL, quiet=True, name="ask_first", wrap=True, parent=self)
        self.start = KeyButton(self.tr("Start"), self.tr("Enter"), "primary", self)
        self.start.set_letter_px(20)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_routine(self, routine: Routine, known: Mapping[str, Exercise]) -> None:
        exercises = [known[item.exercise] for item in routine.items]
        self.figure.show_held(exercises[0])
        self.name.show_text(wording.of_file(routine.name))
        self.takes.show_text(wording.what_it_takes(routine, unroll(routine, known), known))
        self.hold.show_routine(routine, known)
        notes = dict.fromkeys(wording.of_file(e.ask_first) for e in exercises if e.ask_first)
        self.ask_first.show_text("\n".join(notes))
        self.ask_first.setVisible(bool(notes))
        self.rescaled()

    def set_low(self, low: bool) -> None:
        if low != self._low:
            self._low = low
            self.rescaled()

    def rescaled(self) -> None:
        self.updateGeometry()
        self._place(self.width())

    def heightForWidth(self, width: int) -> int:
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:
        return QSize(self.px(400), self._place(self.px(400), move=False))

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
        pad, gap = self.px(LOW_PAD if self._low else PAD), self.px(GAP)
        inner, places = width - 2 * pad, dict[QWidget, QRect]()
        hold = QSize(min(inner, self.hold.width_wanted()), self.hold.sizeHint().height())
        if self.hold.isHidden():
            hold = QSize(0, -gap)
        left_over = inner - hold.width() - 2 * gap
        beside = self._low and left_over >= self.px(LEAST_WORDS) and hold.width() > 0
        halved = not beside and width >= max(self.px(WIDE_HERO), 1.3 * self.height())
        words = left_over if beside else round(inner * 0.46) if halved else inner
        below = pad - 4
        for text in (self.name, self.takes):
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
            above = pad if halved and hold.width() <= words else below + gap // 2
            self._move(places, QRect(round(width * 0.2), above, round(width * 0.8) - 16, top - gap - above))
        return below + gap + foot_height + pad + (0 if self._low or halved else self.px(LEAST_FIGURE))

    def _foot(self, inner: int) -> dict[QWidget, QRect]:
        """Start, and who should ask first; from (0, 0)."""
        gap, hint = self.px(GAP), self.start.sizeHint()
        start = QSize(max(hint.width(), self.px(LEAST_START)), self.px(LOW_START) if self._low else hint.height())
        if self.ask_first.isHidden():
            return {self.start: QRect(QPoint(), start)}
        left = start.width() + 2 * gap
        height = self.ask_first.heightForWidth(inner - left)
        if inner - left >= self.px(LEAST_WORDS) and height <= start.height() * 1.5:
            tall = max(start.height(), height)
            return {
                self.start: QRect(QPoint(0, (tall - start.height()) // 2), start),
                self.ask_first: QRect(left, 0, inner - left, tall),
            }
        height = self.ask_first.heightForWidth(inner)
        return {self.ask_first: QRect(0, 0, inner, height), self.start: QRect(QPoint(0, height + gap), start)}

    def _move(self, places: Mapping[QWidget, QRect], figure: QRect) -> None:
        for part, place in places.items():
            part.setGeometry(place)
        self.figure.setVisible(figure.height() >= self.px(LEAST_FIGURE) / 2)
        self.figure.setGeometry(figure)


class _SideCard(Card):
    """A card with margins that give way in a low window."""

    def set_low(self, low: bool) -> None:
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(*(LOW_CARD_MARGINS if low else CARD_MARGINS))


class _WeekCard(_SideCard):
    """This week's dots, and how much of the goal is done."""

    def __init__(self) -> None:
        super().__init__()
        self.dots = WeekDots()
        self.line = Text(size=BODY, name="week_line", wrap=True)
        column(Text(self.tr("This week"), STRONG, 600), self.dots, self.line, gap=GAP, inside=self)

    def show_week(self, week: Week, day: date) -> None:
        self.dots.show_week(week, day)
        self.dots.setAccessibleName(self.tr("This week"))
        self.dots.setAccessibleDescription(wording.week_described(week))
        self.dots.setToolTip(wording.week_described(week))
        self.line.show_text(wording.week_line(week))


class _LastCard(_SideCard):
    """The last session, or what will be here."""

    def __init__(self) -> None:
        super().__init__()
        self.when = Text(size=BODY, weight=600, name="last_when", wrap=True)
        self.what = Text(size=BODY, quiet=True, name="last_what", wrap=True)
        column(Text(self.tr("Last session"), STRONG, 600), self.when, self.what, None, gap=SNUG, inside=self)

    def show_session(self, session: SessionRecord | None, now: datetime) -> None:
        if session is None:
            self.when.show_text(self.tr("None yet"))
            self.what.show_text(self.tr("What you hold, leg by leg, will be kept here, on this computer only."))
            return
        lines = [
            wording.of_file(session.routine_name), wording.last_held(session), wording.tightness_line(session)
        ]  # fmt: skip
        self.when.show_text(when(session.started_at, now))
        self.what.show_text("\n".join(line for line in lines if line))


class _OthersCard(Scaled, _SideCard):
    """The other routines, each a button with its picture; choosing one offers it above."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[tuple[Routine, ...], Mapping[str, Exercise]] = ((), {})
        self.buttons: list[RoutineButton] = []
        self._columns = 0
        self._grid = QGridLayout()
        self._grid.setSpacing(WIDE_GAP)
        column(Text(self.tr("Other routines"), STRONG, 600), self._grid, gap=GAP, inside=self)

    def show_routines(self, routines: tuple[Routine, ...], exercises: Mapping[str, Exercise]) -> None:
        if (routines, exercises) == self._shown:
            return
        self._shown = routines, exercises
        for button in self.buttons:
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [RoutineButton(routine, exercises, self) for routine in routines]
        for button, routine in zip(self.buttons, routines, strict=True):
            button.clicked.connect(lambda _=False, wanted=routine.id: self.chosen.emit(wanted))
        self._columns = 0
        self._flow()
        self.setVisible(bool(routines))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._flow()

    def _flow(self) -> None:
        """As many columns as there is room for."""
        columns = max(1, min(COLUMNS, (self.width() - 36) // LEAST_ROUTINE_WIDTH))
        if columns == self._columns:
            return
        self._columns = columns
        for number in range(COLUMNS):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)
        for number, button in enumerate(self.buttons):
            self._grid.addWidget(button, number // columns, number % columns)
