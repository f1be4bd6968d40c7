"""The finish page: what was held, how tight each leg feels, a note, Done."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.history import SessionRecord, Tightness, full_dose, happened
from hamstring_gui.domain.looking_back import WeekSoFar
from hamstring_gui.domain.offers import Offer
from hamstring_gui.domain.routine import Routine
from hamstring_gui.domain.values import dataclass
from hamstring_gui.ui import wording
from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.field import Field
from hamstring_gui.ui.controls.figure_view import FigureView
from hamstring_gui.ui.controls.keys import CLICKER, PLAIN
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.session.finish_room import FinishRoom, Parts
from hamstring_gui.ui.session.headed_text import HeadedText
from hamstring_gui.ui.session.offer_card import ANSWERS, OfferCard
from hamstring_gui.ui.session.tightness_card import CLEARS, DIGITS, TightnessCard
from hamstring_gui.ui.session.week_told import WeekTold
from hamstring_gui.ui.theme import BODY, STRONG, TITLE

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

    def __init__(self) -> None:
        super().__init__()
        self._over: Over | None = None
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
        parts = Parts(
            self.title, self.summary, self.hint, self.figure, self.week, self.offer, self._rating, self.note,
            self.done_button,
        )  # fmt: skip
        self._room = FinishRoom(self, parts)
        self.sheet = self._room.sheet

    @property
    def far(self) -> bool:
        """Whether it is read from the mat."""
        return self._room.far

    def set_far(self, far: bool) -> None:
        """Be read from the mat: how it went, how it feels and how to go on are in sight, the rest is scrolled to."""
        self._room.set_far(far)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._room.settle()
        self._room.settle_anew()

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
        self._room.arrange()
        self.setAccessibleName(self.title.text())
        told = (self.hint.text(), self.summary.text(), self.week.words.text() if over.week else "")
        self.setAccessibleDescription("\n".join(filter(None, told)))
        self._room.settle_anew()
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
