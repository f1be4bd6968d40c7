"""Sentences about a session, where they are put together from values."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.offers import Offer
from hamstring_gui.ui import wording
from hamstring_gui.ui.durations import length

translate = QCoreApplication.translate


def offer_question(offer: Offer, exercise: Exercise) -> str:
    """Why another hold is offered, and the offer."""
    name, seconds = wording.of_file(exercise.name), length(offer.hold_s)
    if offer.longer:
        line = translate("wording", "You added 10 s twice to {exercise}. Make {time} your new hold?")
    elif offer.side == "left":
        line = translate(
            "wording", "You ended {exercise} early on the left leg, twice in a row. Hold {time} from now on?"
        )
    elif offer.side == "right":
        line = translate(
            "wording", "You ended {exercise} early on the right leg, twice in a row. Hold {time} from now on?"
        )
    else:
        line = translate("wording", "You ended {exercise} early twice in a row. Hold {time} from now on?")
    return line.format(exercise=name, time=seconds)
