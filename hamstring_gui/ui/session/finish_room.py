"""What of the finish page stands where, and what gives way where there is too little room for all of it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QWidget

from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.card import Card
from hamstring_gui.ui.controls.field import Field
from hamstring_gui.ui.controls.figure_view import FigureView
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import column, order_tabs, row
from hamstring_gui.ui.controls.scroll import BAR
from hamstring_gui.ui.controls.sheet import Sheet
from hamstring_gui.ui.session.headed_text import HeadedText
from hamstring_gui.ui.session.offer_card import OfferCard
from hamstring_gui.ui.session.tightness_card import TightnessCard
from hamstring_gui.ui.session.week_told import WeekTold
from hamstring_gui.ui.theme import (
    BLOCK,
    CARD_MARGINS,
    FAR_CARD_MARGINS,
    FAR_CORNER,
    FAR_OVER_MARGINS,
    GAP,
    LOW_CARD_MARGINS,
    LOW_OVER_MARGINS,
    OVER_MARGINS,
    SNUG,
    TIGHT,
    WIDE_GAP,
)  # fmt: skip

WIDTH, LOW, NARROW = 760, 700, 600
"""Px: of what it says; a lower page has less room between it; in a narrower one nothing stands side by side."""
LEAST_FIGURE, LOW_FIGURE = (220, 130), (150, 90)
"""Px."""
MOST_CLOSE = 0.976
"""How much smaller title and Done may be, and still be read from the mat, to keep out of the way out of full screen."""
MOST_TIMES_LEFT = 2
"""So often Done may leave the rest for a place below what is scrolled, while one page settles."""


class Parts(NamedTuple):
    """All that it arranges."""

    title: Text
    summary: HeadedText
    hint: Text
    figure: FigureView
    week: WeekTold
    offer: OfferCard
    rating: TightnessCard
    note: Field
    done: KeyButton


class FinishRoom:
    """Lays the parts out on a page. Where there is too little room for all of it, this gives way, in this order: space,
    and the figure beside what was held; news of the week and the offer, to below the rating; Done, to a place below
    what is scrolled, with the note beside it. From the mat, Done stands beside the title, and next give way the line
    below the rating, whose words go into its question, and all but the first line of what was held."""

    def __init__(self, page: QWidget, parts: Parts) -> None:
        self._page, self._parts = page, parts
        self.far, self._low, self._times_left = False, False, 0
        content = QWidget()
        self._in_flow, self._at_foot, self._at_head = QWidget(), QWidget(), QWidget()
        left, _, right, _ = OVER_MARGINS
        at_foot = row(None, gap=GAP, margins=(left, 0, right, 0), inside=self._at_foot)
        head = row(None, gap=BLOCK, margins=(left, GAP, right, 0), inside=self._at_head)
        self._rows = {self._in_flow: row(None, inside=self._in_flow), self._at_foot: at_foot, self._at_head: head}
        self._held = self._held_card()
        self._upper = row((self._held, 3), (self._parts.week, 2))
        self._column = column(
            None, parts.title, self._upper, parts.offer, parts.rating, parts.note, TIGHT, self._in_flow, None,
            inside=content,
        )  # fmt: skip
        self.sheet = Sheet(content, WIDTH, seen=(self._parts.rating,))
        self._foot = QWidget()
        row(None, (self._at_foot, 1000), None, margins=(0, TIGHT, 0, GAP), inside=self._foot)
        column(self._at_head, (self.sheet, 1), self._foot, inside=page)
        self._settled = QTimer(page, singleShot=True, interval=0)
        self._settled.timeout.connect(self.settle)
        self.sheet.scaled.connect(self._settled.start)
        self.sheet.verticalScrollBar().rangeChanged.connect(self._on_range)
        self._place_done()
        self.arrange()

    def settle(self) -> None:
        self.arrange()
        self._place_done()
        answers = [self._parts.offer.take, self._parts.offer.leave]
        scales = [self._parts.rating.left, self._parts.rating.right]
        order_tabs([*(scales + answers if self._low else answers + scales), self._parts.note, self._parts.done])

    def settle_anew(self) -> None:
        """Once what shows has all its letters' size."""
        self._times_left = 0
        self._settled.start()

    def arrange(self) -> None:
        """Where there is little room, all is closer together, and how tight the legs feel stands right below what was
        held, so that it is seen at once: news of the week beside that, or below, like the offer."""
        scale = self.sheet.scale
        low = self.far or self._page.height() < LOW * scale
        beside = low and not self.far and self._page.width() >= NARROW * scale
        self._column.setContentsMargins(*(FAR_OVER_MARGINS if self.far else LOW_OVER_MARGINS if low else OVER_MARGINS))
        self._column.setStretch(0, 0 if low else 1)
        self._column.setSpacing(SNUG if self.far else GAP if low else WIDE_GAP)
        margins = FAR_CARD_MARGINS if self.far else LOW_CARD_MARGINS if low else CARD_MARGINS
        self._held_row.setContentsMargins(*margins)
        self._parts.rating.arrange(margins, low=low, far=self.far)
        self._upper.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._upper.setSpacing(self._column.spacing())
        self._parts.week.set_stacked(beside)
        self._have_the_rating_seen()
        stands_alone = self._parts.week.isHidden() if beside else not low
        self._parts.figure.setVisible(not self.far and stands_alone)
        self._parts.figure.setMinimumSize(*(LOW_FIGURE if low else LEAST_FIGURE))
        self._put_in_order(low, beside)

    def _have_the_rating_seen(self) -> None:
        """Where something is to be heeded from the mat, that stands below the headline alone; elsewhere all that was
        held, unless the rating is out of sight below that."""
        rating, heeded = self._parts.rating, self.far and not self._parts.hint.isHidden()
        for merged, brief in ((False, heeded), (True, heeded), (True, True)):
            rating.merge_ends(self.far and merged)
            self._parts.summary.set_brief(self.far and brief)
            if not self.far or self._height_to_the_rating() <= self.sheet.height():
                break

    def _height_to_the_rating(self) -> int:
        """From the upper edge of what is scrolled to the rating's lower one, as it is far away."""
        left, above, right, _ = FAR_OVER_MARGINS
        width = self._page.width() - left - right - BAR
        held = self._inside(width, self._parts.summary, self._parts.hint, gap=SNUG)
        title = self._parts.title
        own = title.heightForWidth(width) + SNUG if title.parentWidget() is not self._at_head else 0
        left, over, right, under = FAR_CARD_MARGINS
        return above + own + held + SNUG + over + self._parts.rating.far_height(width - left - right) + under

    @staticmethod
    def _inside(width: int, *lines: QWidget, gap: int) -> int:
        """The height of a card with these lines in it."""
        left, over, right, under = FAR_CARD_MARGINS
        heights = [line.heightForWidth(width - left - right) for line in lines if not line.isHidden()]
        return over + sum(heights) + gap * (len(heights) - 1) + under

    def _put_in_order(self, low: bool, beside: bool) -> None:
        parts = self._parts
        order = [parts.rating, parts.week, parts.offer] if low else [parts.week, parts.offer, parts.rating]
        if beside or not low:
            order.remove(parts.week)
            self._upper.addWidget(parts.week, 2)
        first = self._column.indexOf(self._upper) + 1
        for number, part in enumerate(order, first):
            self._column.insertWidget(number, part)
        self._low = low

    def _held_card(self) -> Card:
        card = Card()
        words = column(None, self._parts.summary, self._parts.hint, None, gap=SNUG)
        self._held_row = row((words, 3), (self._parts.figure, 2), gap=BLOCK, inside=card)
        return card

    def set_far(self, far: bool) -> None:
        """Be read from the mat: how it went, how it feels and how to go on are in sight, the rest is scrolled to."""
        if far == self.far:
            return
        self.far = far
        self.sheet.set_far(far)
        for part in (self._parts.title, self._parts.done):
            part.set_far(far)
        self.arrange()
        self.settle_anew()

    def _place_done(self) -> None:
        """Below all the rest; where that has to be scrolled, below what is scrolled, so that it is always in sight,
        with the note beside it. Far away, it stands beside the title, where there is room for both.

        What is inside knows how high it is once the letters' size is settled. That gets smaller by the room that Done
        takes below what is scrolled: where it would come back then, only to leave again, it stays.
        """
        for part in (self._parts.title, self._parts.note, self._parts.done):
            part.set_scale(self.sheet.scale_of(part))
        room = self._page.width() if self.far else round(WIDTH * self.sheet.scale)
        in_a_row, free = self._head_width(), round(self._page.width() * (1 - FAR_CORNER)) - OVER_MARGINS[0] - BLOCK
        if self.far and MOST_CLOSE * in_a_row <= free < in_a_row:
            for part in (self._parts.title, self._parts.done):
                part.set_scale(part.scale * free / in_a_row)
            in_a_row = free
        if self.far and in_a_row <= free:
            place = self._at_head
        else:
            fits = self._times_left < MOST_TIMES_LEFT and self._needed(room) <= self._page.height()
            place = self._in_flow if fits else self._at_foot
        self._put_done(place)
        self._at_foot.setMaximumWidth(room)

    def _head_width(self) -> int:
        """Of the title and Done, beside each other."""
        title = self._parts.title
        return title.fontMetrics().horizontalAdvance(title.text()) + self._parts.done.sizeHint().width()

    def _on_range(self, _: int, most: int) -> None:
        """What turns out higher than was thought would have Done out of sight."""
        if most > 0 and self._parts.done.parentWidget() is self._in_flow:
            self._put_done(self._at_foot)

    def _needed(self, room: int) -> int:
        """How high all of it is, Done below the rest."""
        self._column.invalidate()
        needed = self._column.totalHeightForWidth(min(self._page.width(), room))
        needed += self._parts.done.sizeHint().height() + WIDE_GAP if self._in_flow.isHidden() else 0
        at_foot = self._parts.note.parentWidget() is self._at_foot
        return needed + (self._parts.note.sizeHint().height() + self._column.spacing() if at_foot else 0)

    def _put_done(self, place: QWidget) -> None:
        at_head, done, title = place is self._at_head, self._parts.done, self._parts.title
        self._times_left += place is self._at_foot and done.parentWidget() is self._in_flow
        if done.parentWidget() is not place:
            self._rows[place].insertWidget(0, done)
            done.show()
        self._put_note(place is self._at_foot and not self.far)
        if at_head != (title.parentWidget() is self._at_head):
            self._rows[place].insertWidget(0, title) if at_head else self._column.insertWidget(1, title)
            title.show()
        for row_of, shown in (
            (self._in_flow, self._in_flow), (self._foot, self._at_foot), (self._at_head, self._at_head)
        ):  # fmt: skip
            row_of.setVisible(shown is place)

    def _put_note(self, at_foot: bool) -> None:
        """Beside Done, or in its place above; whoever writes it goes on."""
        note = self._parts.note
        if at_foot == (note.parentWidget() is self._at_foot):
            return
        writes = self._page.window().focusWidget() is note
        if at_foot:
            self._rows[self._at_foot].insertWidget(0, note, 1000)
        else:
            self._column.insertWidget(self._column.indexOf(self._in_flow) - 1, note)
        note.show()
        if writes:
            note.setFocus(Qt.FocusReason.OtherFocusReason)
