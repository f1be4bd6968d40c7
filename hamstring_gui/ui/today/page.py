"""The Today page: the routine to do, what it takes, Start, the other routines, this week, and how one keeps at it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from hamstring_gui.domain.consistency import Week
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.history import SessionRecord
from hamstring_gui.domain.routine import Routine
from hamstring_gui.domain.values import dataclass
from hamstring_gui.ui import wording
from hamstring_gui.ui.controls.buttons import LinkButton, QuietButton
from hamstring_gui.ui.controls.card import Card
from hamstring_gui.ui.controls.keys import CLICKER
from hamstring_gui.ui.controls.labels import Facts, Text, set_tip
from hamstring_gui.ui.controls.layouts import column, order_tabs, row
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.controls.sheet import Sheet, scale_all
from hamstring_gui.ui.dates import time_on, which_day
from hamstring_gui.ui.theme import (
    BLOCK,
    BODY,
    CARD_MARGINS,
    GAP,
    HAIR,
    LEAST_LETTER,
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
    WINDOW_SIZE,
)
from hamstring_gui.ui.today.hero import Hero
from hamstring_gui.ui.today.routine_button import RoutineButton
from hamstring_gui.ui.today.week_dots import WeekDots

if TYPE_CHECKING:
    from hamstring_gui.domain.going_on import Offer
    from hamstring_gui.domain.looking_back import Keeping
    from hamstring_gui.ui.today.keeping import KeepingFigures
    from hamstring_gui.ui.today.offer import OfferCard

COLUMNS = 4
LEAST_ROUTINE_WIDTH = 140
ROOM = 53
"""What the figures of how one keeps at it take of a card (px), before they are known."""
LOW = 700
"""A page lower than this (px) is laid out more tightly."""
NARROW, HERO_SHARE = 600, 2 / 3
"""In less room across (px), the cards beside the routine stand below it; else it has that share of it."""


@dataclass(frozen=True, slots=True)
class Today:
    """What the page shows: the routine offered, the others, this week, the last session, and how one keeps at it.

    `keeping` takes the whole history; while that isn't read, it is `None` and its place stays empty. So do the places
    of the other routines' figures while they are not `drawn`. `offer` is a session that was interrupted and can be gone
    on with.
    """

    now: datetime
    day: date
    routine: Routine
    others: tuple[Routine, ...]
    week: Week
    last_session: SessionRecord | None
    exercises: Mapping[str, Exercise]
    keeping: Keeping | None = None
    offer: Offer | None = None
    drawn: bool = True


class TodayPage(QWidget):
    """Offers a routine, and above it to go on with what was interrupted. `start_requested` carries the routine's id;
    `clicker_pressed` wishes for what Enter does, from the mat.

    `hold_changed` carries its id too, an item's number (from 0), the new hold in seconds, and the gesture.
    """

    start_requested = Signal(str)
    hold_changed = Signal(str, int, float, int)
    routine_chosen = Signal(str)
    safety_requested = Signal()
    hamstrings_requested = Signal()
    go_on_requested = Signal()
    save_requested = Signal()
    discard_requested = Signal()
    clicker_pressed = Signal()
    prints_enter = True

    def __init__(self) -> None:
        super().__init__()
        self._routine: Routine | None = None
        self.offer: OfferCard | None = None
        self.setAccessibleName(self.tr("Today"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.greeting = Text(size=TITLE, weight=700, name="greeting")
        self.date_line = Facts(size=BODY, quiet=True, name="date_line", wrap=True)
        self.hero = Hero()
        self.hero.start.clicked.connect(self.start)
        self.hero.hold.changed.connect(self._on_hold_changed)
        self.week = _WeekCard()
        self.keeping = _KeepingCard()
        self.others = _OthersCard()
        self.others.chosen.connect(self.routine_chosen)
        self.safety = LinkButton(
            self.tr("Stop if you feel numbness, tingling or sharp pain. Ask your doctor before you start to exercise.")
        )
        self.safety.setObjectName("safety_line")
        self.safety.clicked.connect(self.safety_requested)
        self.hamstrings = QuietButton(self.tr("Your hamstrings"))
        self.hamstrings.clicked.connect(self.hamstrings_requested)
        self._lay_out()

    def _lay_out(self) -> None:
        sheet = QWidget()
        self._side = column(self.week, (self.keeping, 1), gap=BLOCK)
        self._upper = row((self.hero, 2), (self._side, 1), gap=SECTION)
        head = column(self.greeting, self.date_line, gap=TIGHT)
        self._column = column(head, (self._upper, 10), self.others, inside=sheet)
        self._sheet = Sheet(sheet, PAGE_WIDTH)
        self._sheet.scaled.connect(self._arrange)
        self._foot = row((self.safety, 1), self.hamstrings, gap=GAP)
        column((self._sheet, 1), self._foot, inside=self)
        self.resize(*WINDOW_SIZE)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """A low window gets narrower margins, a narrow one the cards below each other, before anything has to be
        scrolled to. What to stop for stands below what scrolls: it is always seen."""
        scale = self._sheet.scale
        low = self.height() < LOW * scale
        left, above, right, below = LOW_PAGE_MARGINS if low else PAGE_MARGINS
        self._column.setContentsMargins(left, above, right, TIGHT)
        self._column.setSpacing(GAP if low else BLOCK)
        aside = max(0, (self.width() - round(PAGE_WIDTH * scale)) // 2)
        self._foot.setContentsMargins(left + aside, 0, right + aside, below)
        self.safety.set_scale(scale)
        self.hamstrings.set_scale(scale)
        self._foot.invalidate()  # what it needs in all is asked for before it hears of that
        for card in (self.week, self.keeping, self.others):
            card.set_low(low)
        self.hero.set_low(self._room_below_head() if low else None, self._sheet.gives_way)
        if self.offer is not None:
            self.offer.set_low(low)
        room = self.width() - left - right
        narrow = room < NARROW * scale or not self.hero.has_room_for_figure(self._hero_width(room - SECTION))
        self._sheet.seen = self._first_seen(narrow)
        stacked, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._upper.setDirection(stacked if narrow else beside)
        self._upper.setSpacing(BLOCK if narrow else SECTION)
        self._upper.setStretch(0, 0 if narrow and low else 2)
        self._side.setDirection(beside if narrow else stacked)

    def _first_seen(self, narrow: bool) -> tuple[QWidget, ...]:
        """What has to be seen at once: what to do now, and whom to ask before."""
        if self.offer is not None and self.offers:
            return (self.offer,)
        return (self.hero,) if narrow else (self.hero.start, self.hero.ask_first)

    def _hero_width(self, room: int) -> int:
        """How wide the routine is where the other cards stand beside it."""
        beside = max(card.minimumSizeHint().width() for card in (self.week, self.keeping))
        return room - max(beside, round(room * (1 - HERO_SHARE)))

    def _room_below_head(self) -> int:
        """How high the routine may be for all of it to show at once."""
        margins = self._column.contentsMargins()
        across = self.width() - margins.left() - margins.right()
        head = self.greeting.sizeHint().height() + TIGHT + self.date_line.heightForWidth(across) + GAP
        return self.height() - margins.top() - head - self._foot.totalHeightForWidth(self.width())

    def show_today(self, today: Today) -> None:
        before, self._routine = (self._routine, self.offers), today.routine
        self.greeting.show_text(wording.greeting(today.now))
        self.date_line.show_text(wording.today_line(today.week, today.day))
        self.setAccessibleDescription(self.date_line.text())
        self.hero.show_routine(today.routine, today.exercises)
        self.week.show_week(today.week, today.day)
        self.keeping.show_session(today)
        if today.keeping is not None:
            self.keeping.show_keeping(today.keeping, today.day)
        self.others.show_routines(today.others, today.exercises)
        if today.drawn:
            self.draw_others()
        self._show_offer(today.offer, today.now)
        self._arrange()
        if before[0] is not None and (before[0].id, before[1]) != (today.routine.id, self.offers):
            self._sheet.fit_anew()
        hero, offered = self.hero, self.offer.buttons if self.offer is not None else []
        order_tabs(
            [*offered, hero.hold.which, hero.hold.hold, hero.start, *self.others.buttons, self.safety, self.hamstrings]
        )

    @property
    def offers(self) -> bool:
        """Whether there is something to go on with; then that is what Enter does."""
        return self.offer is not None and not self.offer.isHidden()

    def _show_offer(self, offer: Offer | None, now: datetime) -> None:
        if offer is not None:
            if self.offer is None:
                self._make_offer()
            assert self.offer is not None
            self.offer.show_offer(offer, now)
        if self.offer is not None and self.offers != (offer is not None):
            self.offer.setVisible(offer is not None)
            self.hero.set_second(offer is not None)

    def _make_offer(self) -> None:
        """Above all else, in the room that it takes only while it shows."""
        from hamstring_gui.ui.today.offer import OfferCard

        self.offer = OfferCard()
        self.offer.hide()
        self.offer.go_on_requested.connect(self.go_on_requested)
        self.offer.save_requested.connect(self.save_requested)
        self.offer.discard_requested.connect(self.discard_requested)
        self._column.insertWidget(self._column.indexOf(self._upper), self.offer)
        scale_all(self.offer.findChildren(QWidget), self._sheet.scale)
        self._arrange()

    def draw_others(self) -> None:
        """Let the other routines' figures show too; and that the page goes on where it is cut off above its foot."""
        self.others.draw()
        self._sheet.show_cuts(lambda theme: theme.paper)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.press_enter()
        elif event.key() in CLICKER and not event.isAutoRepeat():
            self.clicker_pressed.emit()
        else:
            super().keyPressEvent(event)

    def start(self) -> None:
        """Ask for the routine that is offered to begin."""
        if self._routine is not None:
            self.start_requested.emit(self._routine.id)

    def press_enter(self) -> None:
        """Ask for what Enter is printed on."""
        if self.offers:
            self.go_on_requested.emit()
        else:
            self.start()

    def _on_hold_changed(self, item: int, hold_s: float, gesture: int) -> None:
        if self._routine is not None:
            self.hold_changed.emit(self._routine.id, item, hold_s, gesture)


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
        self.line = Facts(size=BODY, name="week_line", wrap=True)
        column(Text(self.tr("This week"), STRONG, 600), self.dots, self.line, None, gap=GAP, inside=self)

    def show_week(self, week: Week, day: date) -> None:
        self.dots.show_week(week, day)
        self.dots.setAccessibleName(self.tr("This week"))
        self.dots.setAccessibleDescription(wording.week_described(week))
        set_tip(self.dots, wording.week_described(week))
        self.line.show_text(wording.week_line(week))


class _Room(Scaled, QWidget):
    """Nothing, as high as the figures will be."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.px(ROOM))


class _KeepingCard(_SideCard):
    """How one keeps at it, and the last session, or what will be here; a low window has no room for all of that."""

    def __init__(self) -> None:
        super().__init__()
        self.when = Text(size=BODY, weight=600, name="last_when", wrap=True)
        self.what = Facts(size=SMALL, quiet=True, name="last_what", wrap=True)
        self._last = QWidget()
        self._figures: KeepingFigures | None = None
        last = Text(self.tr("Last session"), LEAST_LETTER, quiet=True)
        column(last, self.when, self.what, gap=HAIR, inside=self._last)
        self._heading = Text(self.tr("Consistency"), STRONG, 600)
        self._room = _Room()
        self._column = column(self._heading, SNUG, self._room, None, WIDE_GAP, self._last, inside=self)

    def show_keeping(self, keeping: Keeping, day: date) -> None:
        """The figures are made with the first ones that are known, in the room that was kept for them."""
        from hamstring_gui.ui.today.keeping import KeepingFigures

        if self._figures is None:
            self._figures = KeepingFigures()
            self._room.hide()
            self._column.insertWidget(2, self._figures)
            scale_all(self._figures.findChildren(QWidget), self._heading.scale)
        self._figures.show_keeping(keeping, day)

    def set_low(self, low: bool) -> None:
        super().set_low(low)
        self._last.setVisible(not low)

    def show_session(self, today: Today) -> None:
        if (session := today.last_session) is None:
            self.when.show_text(self.tr("None yet"))
            self.what.show_text(self.tr("What you hold, leg by leg, will be kept here, on this computer only."))
            return
        lines = [
            wording.of_file(session.routine_name), wording.last_held(session, today.exercises),
            wording.tightness_line(session),
        ]  # fmt: skip
        when_it_was = (
            which_day(session.day, today.day) if session.source else time_on(session.started_at, session.day, today.day)
        )
        self.when.show_text(when_it_was)
        self.what.show_facts(wording.facts(lines), lines[0])


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

    def draw(self) -> None:
        """Let figures show too, in their places."""
        for button in self.buttons:
            button.draw()

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
