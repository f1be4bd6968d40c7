"""The finish page: what was held, how tight each leg feels, a note, Done."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.history import SessionRecord, Tightness, full_dose
from hamstring_gui.domain.looking_back import WeekSoFar
from hamstring_gui.domain.offers import Offer
from hamstring_gui.domain.routine import Routine
from hamstring_gui.domain.values import dataclass
from hamstring_gui.ui import wording
from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.card import Card
from hamstring_gui.ui.controls.field import Field
from hamstring_gui.ui.controls.figure_view import FigureView
from hamstring_gui.ui.controls.keys import CLICKER
from hamstring_gui.ui.controls.labels import HeadedText, Text
from hamstring_gui.ui.controls.layouts import column, row
from hamstring_gui.ui.controls.sheet import Sheet
from hamstring_gui.ui.controls.tightness import TightnessScale
from hamstring_gui.ui.session.offer_card import OfferCard
from hamstring_gui.ui.session.week_told import WeekTold
from hamstring_gui.ui.theme import BLOCK, BODY, CARD_MARGINS, OVER_MARGINS, SMALL, SNUG, STRONG, TIGHT, TITLE, WIDE_GAP

LONGEST_NOTE = 1000


@dataclass(frozen=True, slots=True)
class Over:
    """What the page shows: a session that is over, what it did for its week, where that is known, and perhaps another
    hold to offer for the next time."""

    session: SessionRecord
    offer: Offer | None
    exercises: Mapping[str, Exercise]
    week: WeekSoFar | None = None


class FinishPage(QWidget):
    """Shows a session that is over. It is in the history already: `done` only says that the user has finished; `rated`
    carries how tight the legs feel, or `None`, and the note, whenever one of them changes.

    `hold_change_requested` carries a routine's id, an item's number (from 0) and the hold in seconds.
    """

    done = Signal()
    rated = Signal(object, str)
    hold_change_requested = Signal(str, int, float)
    prints_enter = True
    far = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._over: Over | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.figure = FigureView()
        self.title = Text(size=TITLE, weight=700, name="finish_title", wrap=True)
        self.summary = HeadedText("summary", TITLE, STRONG)
        self.hint = Text(size=BODY, quiet=True, name="finish_hint", wrap=True)
        self.week = WeekTold()
        self.offer = OfferCard()
        self.offer.taken.connect(self.hold_change_requested)
        self.tightness_left = TightnessScale(self.tr("Tightness left"))
        self.tightness_right = TightnessScale(self.tr("Tightness right"))
        self.note = Field()
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("A note, if you like: how it went, what you felt"))
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
        sheet = QWidget()
        self._done_row, self._held = row(self.done_button, None), self._held_card()
        self._column = column(
            None, self.title, self._held, self.week, self.offer, self._tightness_card(), self.note, TIGHT,
            self._done_row, None, gap=WIDE_GAP, margins=OVER_MARGINS, inside=sheet,
        )  # fmt: skip
        self.sheet = Sheet(sheet, 760)
        column(self.sheet, inside=self)

    def _held_card(self) -> Card:
        card = Card()
        self.figure.setMinimumSize(220, 130)
        words = column(None, self.summary, self.hint, None, gap=SNUG)
        row((words, 3), (self.figure, 2), gap=BLOCK, margins=CARD_MARGINS, inside=card)
        return card

    def _tightness_card(self) -> Card:
        card = Card()
        grid = QGridLayout(card)
        grid.setContentsMargins(*CARD_MARGINS)
        grid.setHorizontalSpacing(BLOCK)
        grid.setVerticalSpacing(SNUG)
        grid.addWidget(Text(self.tr("How tight does each leg feel?"), STRONG, 600), 0, 0, 1, 2)
        for number, words, scale in (
            (1, self.tr("Left"), self.tightness_left),
            (2, self.tr("Right"), self.tightness_right),
        ):
            grid.addWidget(Text(words, BODY, 600), number, 0)
            grid.addWidget(scale, number, 1)
        loose, tight = (Text(words, SMALL, quiet=True) for words in (self.tr("0 loose"), self.tr("10 very tight")))
        grid.addLayout(row(loose, None, tight), 3, 1)
        grid.setColumnStretch(1, 1)
        return card

    def set_far(self, far: bool) -> None:
        """Be read from the mat: how it went and how to go on come first, what needs hands is scrolled to."""
        if far == self.far:
            return
        self.far = far
        self.figure.setVisible(not far)
        self._place_done()
        self.sheet.set_far(far)

    def _place_done(self) -> None:
        """From the mat, "Done" is in sight: behind what is told, and before it, where there is advice to read."""
        self._column.removeItem(self._done_row)
        told = self._held if self.hint.text() else self.week
        place = self._column.indexOf(told) + 1 if self.far else self._column.count() - 1
        self._column.insertLayout(place, self._done_row)

    def show_over(self, over: Over) -> None:
        """Show a session that is over, with nothing rated yet."""
        self._over = None  # what is filled in here, nobody rated
        session = over.session
        self.summary.show_text(wording.summary(session))
        self.figure.show_at_ease(over.exercises[session.holds[0].exercise])
        pain = any(hold.outcome == "stopped for pain" for hold in session.holds)
        done = full_dose(session.holds) and not pain
        self.title.show_text(self._title(session, done))
        self.hint.show_text(self._hint(session, pain, done))
        self.hint.setVisible(bool(self.hint.text()))
        self.week.show_week(over.week)
        self._place_done()
        rated = session.tightness or Tightness()
        self.tightness_left.rate(rated.left)
        self.tightness_right.rate(rated.right)
        self.note.setText(session.note)
        self.offer.show_offer(over.offer, over.exercises)
        self._over = over

    def show_routines(self, routines: Mapping[str, Routine]) -> None:
        """The routines as they are now: what was taken of an offer, or taken back."""
        self.offer.show_routines(routines)

    def _title(self, session: SessionRecord, done: bool) -> str:
        """Whoever ends a session after all was held has done it all."""
        if done:
            return self.tr("Well done")
        return self.tr("Done for today") if session.outcome == "finished" else self.tr("Ended early")

    def _hint(self, session: SessionRecord, pain: bool, done: bool) -> str:
        if pain:
            return self.tr(
                "You stopped for pain. If it stays or comes back, contact your doctor before the next session."
            )
        if done or session.outcome == "finished":
            return ""
        return self.tr("What you held is kept. A short session is better than none.")

    def _on_rated(self) -> None:
        if self._over is None:
            return
        left, right = self.tightness_left.rating, self.tightness_right.rating
        rating = None if left is None and right is None else Tightness(left, right)
        self.rated.emit(rating, self.note.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, *CLICKER) and not event.isAutoRepeat():
            self.done.emit()
        else:
            super().keyPressEvent(event)
