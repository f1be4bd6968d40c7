"""Sentences about a session, where they are put together from values."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.looking_back import WeekSoFar
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


def week_told(so_far: WeekSoFar) -> str:
    """`3 of 3 days: this week’s goal is met, 2 weeks in a row`, by the session that met it; plainly by others."""
    week, n = so_far.week, so_far.in_a_row
    if week.rest:
        n = week.active_days
        return translate("wording", "%n active day(s) in this rest week", None, n)
    if so_far.met_now and n > 1:
        n = week.goal
        days = translate("wording", "{active} of %n day(s)", None, n).format(active=week.active_days)
        n = so_far.in_a_row
        told = translate("wording", "{days}: this week’s goal is met, %n weeks in a row", None, n)
        return told.format(days=days)
    n = week.goal
    if so_far.met_now:
        told = translate("wording", "{active} of %n day(s): this week’s goal is met", None, n)
    elif week.met:
        told = translate("wording", "{active} of %n day(s) this week, and its goal is met", None, n)
    else:
        told = translate("wording", "{active} of %n day(s) this week", None, n)
    return told.format(active=week.active_days)
