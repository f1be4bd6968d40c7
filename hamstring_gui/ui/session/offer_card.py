"""After a session: an offer to change a hold, which can be taken or left."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.offers import Offer
from hamstring_gui.domain.routine import Routine
from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.card import Card
from hamstring_gui.ui.controls.flow import Flow
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import column
from hamstring_gui.ui.durations import length
from hamstring_gui.ui.session import wording as session_wording
from hamstring_gui.ui.theme import BODY, CARD_MARGINS, GAP

ANSWERS = TAKES, LEAVES = Qt.Key.Key_Y, Qt.Key.Key_K


class OfferCard(Card):
    """Hidden while there is nothing to offer. `taken` carries a routine's id, an item's number and the new hold.

    Once it was taken it says what holds from now on, also when that is taken back, or made again.
    """

    taken = Signal(str, int, float)

    def __init__(self) -> None:
        super().__init__()
        self._offer: Offer | None = None
        self._answered = False
        self.question = Text(size=BODY, name="offer", wrap=True)
        self.take = KeyButton("", self.tr("Y"))
        self.leave = KeyButton("", self.tr("K"))
        self.take.clicked.connect(self._on_take_clicked)
        self.leave.clicked.connect(self.hide)
        answers = Flow(GAP, even=True)
        for button in (self.take, self.leave):
            answers.add(button)
        column(self.question, answers, gap=GAP, margins=CARD_MARGINS, inside=self)
        self.hide()

    def show_offer(self, offer: Offer | None, exercises: Mapping[str, Exercise]) -> None:
        self._offer, self._answered = offer, False
        self.setVisible(offer is not None)
        if offer is None:
            return
        self.question.show_text(session_wording.offer_question(offer, exercises[offer.exercise]))
        self.take.set_words(self.tr("Make it {time}").format(time=length(offer.hold_s)))
        self.leave.set_words(self.tr("Keep {time}").format(time=length(offer.now_s)))
        for button in (self.take, self.leave):
            button.setVisible(True)

    def show_routines(self, routines: Mapping[str, Routine]) -> None:
        """Say what holds now, where the offer was taken; whatever else became of the routine is not this card's."""
        offer = self._offer
        routine = routines.get(offer.routine) if offer is not None and self._answered else None
        if offer is None or routine is None or offer.item >= len(routine.items):
            return
        hold_s = routine.items[offer.item].dose.hold_s
        if hold_s == offer.hold_s:
            sentence = self.tr("From now on you hold {time}. Ctrl+Z takes that back.")
        elif hold_s == offer.now_s:
            sentence = self.tr("That was taken back: you hold {time}, as before.")
        else:
            sentence = self.tr("From now on you hold {time}.")
        self.question.show_text(sentence.format(time=length(hold_s)))

    def take_key(self, key: int) -> bool:
        """Give the answer that a key stands for; whether there is one."""
        button = {TAKES: self.take, LEAVES: self.leave}.get(Qt.Key(key))
        if button is None or not button.isVisible():
            return False
        button.click()
        return True

    def _on_take_clicked(self) -> None:
        offer = self._offer
        if offer is None or self._answered:
            return
        self._answered = True
        for button in (self.take, self.leave):
            button.setVisible(False)
        self.taken.emit(offer.routine, offer.item, offer.hold_s)
