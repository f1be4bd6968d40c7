"""The finish page: what was held, how tight each leg feels, a note, Done."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.history import SessionRecord, Tightness, full_dose, happened
from hamstring_gui.domain.looking_back import WeekSoFar
from hamstring_gui.domain.offers import Offer
from hamstring_gui.domain.routine import Routine
from hamstring_gui.domain.values import dataclass
from hamstring_gui.ui import wording
from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.card import Card
from hamstring_gui.ui.controls.field import Field
from hamstring_gui.ui.controls.figure_view import FigureView
from hamstring_gui.ui.controls.keys import CLICKER, PLAIN
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import column, order_tabs, row
from hamstring_gui.ui.controls.sheet import Sheet
from hamstring_gui.ui.session.headed_text import HeadedText
from hamstring_gui.ui.session.offer_card import ANSWERS, OfferCard
from hamstring_gui.ui.session.tightness_card import CLEARS, DIGITS, TightnessCard
from hamstring_gui.ui.session.week_told import WeekTold
from hamstring_gui.ui.theme import (
    BLOCK,
    BODY,
    CARD_MARGINS,
    FAR_CARD_MARGINS,
    FAR_CORNER,
    FAR_OVER_MARGINS,
    GAP,
    LOW_CARD_MARGINS,
    LOW_OVER_MARGINS,
    OVER_MARGINS,
    SNUG,
    STRONG,
    TIGHT,
    TITLE,
    WIDE_GAP,
)

LONGEST_NOTE = 1000
LOOK_MS = 1500
"""How long a page that has just come can't be left by what steers a session: it may have been meant for the last
second of that."""
LEAVES = (Qt.Key.Key_Escape, Qt.Key.Key_MediaStop, *CLICKER)
MEANS = (*DIGITS, *CLEARS, *ANSWERS, Qt.Key.Key_L, Qt.Key.Key_R, Qt.Key.Key_N)
MOVES = (
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_Space,
)  # fmt: skip
"""Keys that have a meaning of their own here, and others that have one for a scale or a button with the keyboard."""
WIDTH, LOW, NARROW = 760, 700, 600
"""Px: of what it says; a lower page has less room between it; in a narrower one nothing stands side by side."""
LEAST_FIGURE, LOW_FIGURE = (220, 130), (150, 90)
"""Px."""
MOST_CLOSE = 0.976
"""How much smaller title and Done may be, and still be read from the mat, to keep out of the way out of full screen."""
MOST_TIMES_LEFT = 2
"""So often Done may leave the rest for a place below what is scrolled, while one page settles."""


@dataclass(frozen=True, slots=True)
class Over:
    """What the page shows: a session that is over, what it did for its week, where that is known, and perhaps another
    hold to offer for the next time; `is_kept`: it is on disk."""

    session: SessionRecord
    offer: Offer | None
    exercises: Mapping[str, Exercise]
    week: WeekSoFar | None = None
    is_kept: bool = True


class FinishPage(QWidget):
    """Shows a session that is over. It is in the history already: `done` only says that the user has finished; `rated`
    carries how tight the legs feel, or `None`, and the note, whenever one of them changes. Every key works wherever the
    focus is, but where one types.

    `hold_change_requested` carries a routine's id, an item's number (from 0) and the hold in seconds.
    """

    done = Signal()
    rated = Signal(object, str)
    hold_change_requested = Signal(str, int, float)
    prints_enter = gives_room = True
    far = False

    def __init__(self) -> None:
        super().__init__()
        self._over: Over | None = None
        self._times_left = 0
        self._came = QElapsedTimer()
        self._came.start()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.figure = FigureView()
        self.title = Text(size=TITLE, weight=700, name="finish_title", wrap=True)
        self.summary = HeadedText("summary", TITLE, STRONG)
        self.hint = Text(size=BODY, quiet=True, name="finish_hint", wrap=True)
        self.week = WeekTold()
        self.offer = OfferCard()
        self.offer.taken.connect(self.hold_change_requested)
        self._rating = TightnessCard()
        self.tightness_left, self.tightness_right = self._rating.left, self._rating.right
        self.note = Field()
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("A note, if you like (N): how it went, what you felt"))
        self.note.setMaxLength(LONGEST_NOTE)
        self.note.returnPressed.connect(self.done)
        self.done_button = KeyButton(self.tr("Done"), self.tr("Enter"), "primary")
        self.done_button.set_letter_px(19)
        self.done_button.clicked.connect(self.done)
        for scale in (self.tightness_left, self.tightness_right):
            scale.valueChanged.connect(self._on_rated)
        self.note.textEdited.connect(self._on_rated)
        self._lay_out()

    def _lay_out(self) -> None:
        content = QWidget()
        self._in_flow, self._at_foot, self._at_head = QWidget(), QWidget(), QWidget()
        left, _, right, _ = OVER_MARGINS
        at_foot = row(None, gap=GAP, margins=(left, 0, right, 0), inside=self._at_foot)
        head = row(None, gap=BLOCK, margins=(left, GAP, right, 0), inside=self._at_head)
        self._rows = {self._in_flow: row(None, inside=self._in_flow), self._at_foot: at_foot, self._at_head: head}
        self._held = self._held_card()
        self._upper = row((self._held, 3), (self.week, 2))
        self._column = column(
            None, self.title, self._upper, self.offer, self._rating, self.note, TIGHT, self._in_flow, None,
            inside=content,
        )  # fmt: skip
        self.sheet = Sheet(content, WIDTH, seen=(self._rating,))
        self._foot = QWidget()
        row(None, (self._at_foot, 1000), None, margins=(0, TIGHT, 0, GAP), inside=self._foot)
        column(self._at_head, (self.sheet, 1), self._foot, inside=self)
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self._settle)
        self.sheet.scaled.connect(self._settled.start)
        self.sheet.verticalScrollBar().rangeChanged.connect(self._on_range)
        self._place_done()
        self._arrange()

    def _settle(self) -> None:
        self._arrange()
        self._place_done()
        answers = [self.offer.take, self.offer.leave]
        scales = [self.tightness_left, self.tightness_right]
        order_tabs([*(scales + answers if self._low else answers + scales), self.note, self.done_button])

    def _settle_anew(self) -> None:
        """Once what shows has all its letters' size."""
        self._times_left = 0
        self._settled.start()

    def _arrange(self) -> None:
        """Where there is little room, all is closer together, and how tight the legs feel stands right below what was
        held, so that it is seen at once: news of the week beside that, or below, like the offer."""
        scale = self.sheet.scale
        low = self.far or self.height() < LOW * scale
        beside = low and not self.far and self.width() >= NARROW * scale
        self._column.setContentsMargins(*(FAR_OVER_MARGINS if self.far else LOW_OVER_MARGINS if low else OVER_MARGINS))
        self._column.setStretch(0, 0 if low else 1)
        self._column.setSpacing(SNUG if self.far else GAP if low else WIDE_GAP)
        margins = FAR_CARD_MARGINS if self.far else LOW_CARD_MARGINS if low else CARD_MARGINS
        self._held_row.setContentsMargins(*margins)
        self._rating.arrange(margins, low=low, far=self.far)
        self._upper.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._upper.setSpacing(self._column.spacing())
        self.week.set_stacked(beside)
        self.summary.set_brief(self.far and not self.hint.isHidden())
        stands_alone = self.week.isHidden() if beside else not low
        self.figure.setVisible(not self.far and stands_alone)
        self.figure.setMinimumSize(*(LOW_FIGURE if low else LEAST_FIGURE))
        self._put_in_order(low, beside)

    def _put_in_order(self, low: bool, beside: bool) -> None:
        order = [self._rating, self.week, self.offer] if low else [self.week, self.offer, self._rating]
        if beside or not low:
            order.remove(self.week)
            self._upper.addWidget(self.week, 2)
        first = self._column.indexOf(self._upper) + 1
        for number, part in enumerate(order, first):
            self._column.insertWidget(number, part)
        self._low = low

    def _held_card(self) -> Card:
        card = Card()
        words = column(None, self.summary, self.hint, None, gap=SNUG)
        self._held_row = row((words, 3), (self.figure, 2), gap=BLOCK, inside=card)
        return card

    def set_far(self, far: bool) -> None:
        """Be read from the mat: how it went, how it feels and how to go on are in sight, the rest is scrolled to."""
        if far == self.far:
            return
        self.far = far
        self.sheet.set_far(far)
        for part in (self.title, self.done_button):
            part.set_far(far)
        self._arrange()
        self._settle_anew()

    def _place_done(self) -> None:
        """Below all the rest; where that has to be scrolled, below what is scrolled, so that it is always in sight,
        with the note beside it. Far away, it stands beside the title, where there is room for both.

        What is inside knows how high it is once the letters' size is settled. That gets smaller by the room that Done
        takes below what is scrolled: where it would come back then, only to leave again, it stays.
        """
        for part in (self.title, self.note, self.done_button):
            part.set_scale(self.sheet.scale_of(part))
        room = self.width() if self.far else round(WIDTH * self.sheet.scale)
        in_a_row, free = self._head_width(), round(self.width() * (1 - FAR_CORNER)) - OVER_MARGINS[0] - BLOCK
        if self.far and MOST_CLOSE * in_a_row <= free < in_a_row:
            for part in (self.title, self.done_button):
                part.set_scale(part.scale * free / in_a_row)
            in_a_row = free
        if self.far and in_a_row <= free:
            place = self._at_head
        else:
            fits = self._times_left < MOST_TIMES_LEFT and self._needed(room) <= self.height()
            place = self._in_flow if fits else self._at_foot
        self._put_done(place)
        self._at_foot.setMaximumWidth(room)

    def _head_width(self) -> int:
        """Of the title and Done, beside each other."""
        return self.title.fontMetrics().horizontalAdvance(self.title.text()) + self.done_button.sizeHint().width()

    def _on_range(self, _: int, most: int) -> None:
        """What turns out higher than was thought would have Done out of sight."""
        if most > 0 and self.done_button.parentWidget() is self._in_flow:
            self._put_done(self._at_foot)

    def _needed(self, room: int) -> int:
        """How high all of it is, Done below the rest."""
        self._column.invalidate()
        needed = self._column.totalHeightForWidth(min(self.width(), room))
        needed += self.done_button.sizeHint().height() + WIDE_GAP if self._in_flow.isHidden() else 0
        at_foot = self.note.parentWidget() is self._at_foot
        return needed + (self.note.sizeHint().height() + self._column.spacing() if at_foot else 0)

    def _put_done(self, place: QWidget) -> None:
        at_head = place is self._at_head
        self._times_left += place is self._at_foot and self.done_button.parentWidget() is self._in_flow
        if self.done_button.parentWidget() is not place:
            self._rows[place].insertWidget(0, self.done_button)
            self.done_button.show()
        self._put_note(place is self._at_foot and not self.far)
        if at_head != (self.title.parentWidget() is self._at_head):
            self._rows[place].insertWidget(0, self.title) if at_head else self._column.insertWidget(1, self.title)
            self.title.show()
        for row_of, shown in (
            (self._in_flow, self._in_flow), (self._foot, self._at_foot), (self._at_head, self._at_head)
        ):  # fmt: skip
            row_of.setVisible(shown is place)

    def _put_note(self, at_foot: bool) -> None:
        """Beside Done, or in its place above; whoever writes it goes on."""
        if at_foot == (self.note.parentWidget() is self._at_foot):
            return
        writes = self.window().focusWidget() is self.note
        if at_foot:
            self._rows[self._at_foot].insertWidget(0, self.note, 1000)
        else:
            self._column.insertWidget(self._column.indexOf(self._in_flow) - 1, self.note)
        self.note.show()
        if writes:
            self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()
        self._settle_anew()

    def show_over(self, over: Over) -> None:
        """Show a session that is over, with nothing rated yet."""
        self._over = None  # what is filled in here, nobody rated
        session = over.session
        self.summary.show_text(wording.summary(session, over.exercises))
        self.figure.show_at_ease(over.exercises[session.holds[0].exercise])
        pain = any(hold.outcome == "stopped for pain" for hold in session.holds)
        done = full_dose(session.holds) and not pain
        self.title.show_text(self._title(session, done))
        self.hint.show_text(self._hint(over, pain, done))
        self.hint.setVisible(bool(self.hint.text()))
        self.week.show_week(over.week)
        rated = session.tightness or Tightness()
        self.tightness_left.rate(rated.left)
        self.tightness_right.rate(rated.right)
        self.note.setText(session.note)
        self._rating.begin()
        self.offer.show_offer(over.offer, over.exercises)
        self._arrange()
        self.setAccessibleName(self.title.text())
        told = (self.hint.text(), self.summary.text(), self.week.words.text() if over.week else "")
        self.setAccessibleDescription("\n".join(filter(None, told)))
        self._settle_anew()
        QTimer.singleShot(0, self, partial(self.sheet.verticalScrollBar().setValue, 0))  # once all has its place
        self._over = over

    def show_routines(self, routines: Mapping[str, Routine]) -> None:
        """The routines as they are now: what was taken of an offer, or taken back."""
        self.offer.show_routines(routines)

    def _title(self, session: SessionRecord, done: bool) -> str:
        """Whoever ends a session after all was held has done it all."""
        if done:
            return self.tr("Well done")
        return self.tr("Done for today") if session.outcome == "finished" else self.tr("Ended early")

    def _hint(self, over: Over, pain: bool, done: bool) -> str:
        done_last = next((hold for hold in reversed(over.session.holds) if happened(hold)), None)
        last = over.exercises.get(done_last.exercise) if done_last is not None else None
        if pain:
            return self.tr(
                "You stopped for pain. If it stays or comes back, contact your doctor before the next session."
            )
        if last is not None and last.kind == "rest pose":
            return self.tr("Roll to one side, and wait before you sit up.")
        if done or over.session.outcome == "finished":
            return ""
        if not over.is_kept:  # why is said by the notice
            return self.tr("A short session is better than none.")
        return self.tr("What you held is kept. A short session is better than none.")

    def _on_rated(self) -> None:
        if self._over is None:
            return
        left, right = self.tightness_left.rating, self.tightness_right.rating
        rating = None if left is None and right is None else Tightness(left, right)
        self.rated.emit(rating, self.note.text().strip())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._came.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in LEAVES and self._came.elapsed() < LOOK_MS:
            return
        if event.isAutoRepeat() or event.modifiers() & ~PLAIN:
            super().keyPressEvent(event)
        elif key in (*LEAVES, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit()
        elif not (self._rating.take_key(key) or self.offer.take_key(key) or self._focus_by(key)):
            super().keyPressEvent(event)

    def means(self, event: QKeyEvent, key: int) -> bool:
        """Whether what is printed as this key rates, answers or leads somewhere, or moves what has the keyboard."""
        inside = self.window().focusWidget() is not self
        return not event.modifiers() & ~PLAIN and (key in MEANS or (inside and key in MOVES))

    def _focus_by(self, key: Qt.Key) -> bool:
        """Give the keyboard to what a letter stands for; whether it does for anything."""
        place = {
            Qt.Key.Key_L: self.tightness_left, Qt.Key.Key_R: self.tightness_right, Qt.Key.Key_N: self.note,
        }.get(key)  # fmt: skip
        if place is not None:
            place.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return place is not None
