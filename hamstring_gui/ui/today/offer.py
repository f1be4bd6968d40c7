"""What was interrupted, above all else on Today: go on with it, keep it as it is, or discard it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Signal

from hamstring_gui.domain.going_on import Offer
from hamstring_gui.domain.skeleton import Posture
from hamstring_gui.ui import moment_words, wording
from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.card import Card
from hamstring_gui.ui.controls.flow import Flow
from hamstring_gui.ui.controls.labels import Facts, Text
from hamstring_gui.ui.controls.layouts import column
from hamstring_gui.ui.dates import clock, when
from hamstring_gui.ui.durations import duration
from hamstring_gui.ui.theme import BODY, CARD_MARGINS, GAP, LOW_CARD_MARGINS, STRONG, TIGHT

translate = QCoreApplication.translate


class OfferCard(Card):
    """`go_on`, `save` and `discard` are its buttons."""

    go_on_requested = Signal()
    save_requested = Signal()
    discard_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.what = Text(size=STRONG, weight=600, name="offer", wrap=True)
        self.where = Facts(size=BODY, quiet=True, name="where_it_goes_on", wrap=True)
        self.go_on = KeyButton(self.tr("Go on"), self.tr("Enter"), "primary")
        self.save = KeyButton(self.tr("Save as it is"))
        self.discard = KeyButton(self.tr("Discard"))
        self.go_on.heights = (self.save.heights[0], self.save.heights[0])
        self.go_on.clicked.connect(self.go_on_requested)
        self.save.clicked.connect(self.save_requested)
        self.discard.clicked.connect(self.discard_requested)
        answers = Flow(GAP)
        for button in (self.go_on, self.save, self.discard):
            answers.add(button)
        column(self.what, TIGHT, self.where, GAP, answers, inside=self)

    @property
    def buttons(self) -> list[KeyButton]:
        return [self.go_on, self.save, self.discard]

    def show_offer(self, offer: Offer, now: datetime) -> None:
        self.what.show_text(interrupted(offer, now))
        self.where.show_facts(going_on(offer), wording.of_file(offer.exercise))
        self.go_on.setAccessibleDescription(self.where.text())

    def set_low(self, low: bool) -> None:
        if (layout := self.layout()) is not None:
            layout.setContentsMargins(*(LOW_CARD_MARGINS if low else CARD_MARGINS))


def interrupted(offer: Offer, now: datetime) -> str:
    """`Daily band stretch, interrupted at 18:42: 3 of 6 holds`, on the clock that is on this wall now.

    How many there were is said from the first whole one on: in which it was is said below.
    """
    at = offer.at.astimezone(now.tzinfo)
    days = (now.date() - at.date()).days
    line = _lines(offer)[days if days in (0, 1) else 2]
    name = wording.of_file(offer.routine_name)
    return line.format(routine=name, time=clock(at), when=when(at, now), held=offer.held)


def _lines(offer: Offer) -> tuple[str, str, str]:
    """Of one that was interrupted today, yesterday, and when somebody has set the clock since."""
    n = offer.sets
    if not offer.held:
        return (
            translate("today", "{routine}, interrupted at {time}"),
            translate("today", "{routine}, interrupted yesterday at {time}"),
            translate("today", "{routine}, interrupted ({when})"),
        )
    if offer.unit == "holds":
        return (
            translate("today", "{routine}, interrupted at {time}: {held} of %n hold(s)", None, n),
            translate("today", "{routine}, interrupted yesterday at {time}: {held} of %n hold(s)", None, n),
            translate("today", "{routine}, interrupted ({when}): {held} of %n hold(s)", None, n),
        )
    return (
        translate("today", "{routine}, interrupted at {time}: {held} of %n set(s)", None, n),
        translate("today", "{routine}, interrupted yesterday at {time}: {held} of %n set(s)", None, n),
        translate("today", "{routine}, interrupted ({when}): {held} of %n set(s)", None, n),
    )


def going_on(offer: Offer) -> str:
    """What going on leads to, and whom to ask before that."""
    coming = offer.coming
    place = [wording.of_file(offer.exercise), moment_words.set_of(coming), wording.side(coming.side)]
    if offer.begun:
        left = wording.reps(coming.reps) if coming.reps else duration(max(1.0, coming.seconds or 0.0))
        place.append(translate("wording", "{time} left").format(time=left))
    leads_to = _time_to(offer.posture).format(place=wording.facts(place))
    if not offer.hurt:
        return leads_to
    hurt = translate("today", "You stopped for pain. If it stays or comes back, contact your doctor before you go on.")
    return f"{hurt} {leads_to}"


def _time_to(posture: Posture | None) -> str:
    """Get into position as the exercise begins; how that is, the user's own pictures don't tell."""
    match posture:
        case "lying":
            return translate("today", "You have time to lie down, then it goes on: {place}")
        case "kneeling":
            return translate("today", "You have time to kneel down, then it goes on: {place}")
        case "sitting":
            return translate("today", "You have time to sit down, then it goes on: {place}")
        case "standing":
            return translate("today", "You have time to stand up, then it goes on: {place}")
        case None:
            return translate("today", "You have time to get into position, then it goes on: {place}")
