"""What a moment of a session says: which phase it is, how far it has come, and what comes next."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hamstring_gui.domain.exercise import Exercise, Step
from hamstring_gui.domain.guidance import Shown, breathing_in, gets_up
from hamstring_gui.domain.history import HAIR_S
from hamstring_gui.domain.routine import Phase
from hamstring_gui.domain.values import replace
from hamstring_gui.ui.durations import duration, on_a_clock, seconds_of
from hamstring_gui.ui.wording import of_file, reps, side

if TYPE_CHECKING:
    from hamstring_gui.domain.moment import Moment

translate = QCoreApplication.translate

GETS_UP_S = 10.0
"""For so long a setup says how to get up for it."""


def phase_word(moment: Moment) -> str:
    """HOLD, REPS, REST, SWITCH, GET READY or PAUSED."""
    if moment.stands:
        return translate("wording", "PAUSED")
    match moment.kind:
        case "hold":
            return translate("wording", "REPS") if moment.phase.reps else translate("wording", "HOLD")
        case "rest":
            return translate("wording", "REST")
        case "switch":
            return translate("wording", "SWITCH")
        case "setup":
            return translate("wording", "GET READY")


def breath_word(moment: Moment) -> str:
    """The way that the breath goes while holding; nothing in other phases and while time stands still."""
    if moment.state != "running" or moment.kind != "hold" or moment.phase.reps:
        return ""
    if breathing_in(moment.elapsed_s):
        return translate("wording", "Breathe in")
    return translate("wording", "Breathe out")


def set_number(phase: Phase) -> int:
    """The set that a phase belongs to: a rest still belongs to the set before it."""
    return phase.set - 1 if phase.kind == "rest" else phase.set


def set_of(phase: Phase) -> str:
    return translate("wording", "Set {number} of {sets}").format(number=set_number(phase), sets=phase.sets)


def set_counted(phase: Phase) -> str:
    """The same in as little room as it takes: `9 / 50`."""
    return translate("wording", "{number} / {sets}").format(number=set_number(phase), sets=phase.sets)


def longest_count(moment: Moment) -> int:
    """How many characters the countdown of a phase has at most, at least two."""
    longest = str(moment.phase.reps) if moment.phase.reps else on_a_clock(math.ceil(moment.length_s or 0))
    return max(2, len(longest))


def leg(phase: Phase, picture: Shown) -> str:
    """Which leg works; while the picture still shows the other one let go, which comes next."""
    if not picture.other_side:
        return side(phase.side)
    return translate("wording", "Left leg next") if phase.side == "left" else translate("wording", "Right leg next")


def time_left(moment: Moment) -> str:
    return translate("wording", "{time} left").format(time=duration(math.ceil(moment.time_left_s)))


def _says_how_to_get_up(moment: Moment, exercises: Mapping[str, Exercise]) -> bool:
    return moment.elapsed_s < GETS_UP_S and gets_up(moment, exercises)


def waits_for_tones(moment: Moment, exercises: Mapping[str, Exercise]) -> bool:
    """Whether it is time to say that none come: in a setup, once one is up."""
    return moment.phase.kind == "setup" and not _says_how_to_get_up(moment, exercises)


def next_up(moment: Moment, exercises: Mapping[str, Exercise]) -> str:
    """What comes after this phase, or after the lead-in; first, how to get up for it."""
    if _says_how_to_get_up(moment, exercises):
        return translate("wording", "Roll to one side to get up.")
    if moment.leads_in:
        return _hold_next(_rest_of(moment))
    coming = moment.next_phases
    if not coming:
        return translate("wording", "Next: done")
    after, hold = coming[0], next(phase for phase in coming if phase.is_hold)
    if not moment.phase.is_hold:
        return _hold_next(hold)
    match after.kind:
        case "rest":
            return _rest_next(after, hold)
        case "switch":
            return (
                translate("wording", "Next: your left leg")
                if hold.side == "left"
                else translate("wording", "Next: your right leg")
            )
        case _ if hold.item != moment.phase.item:
            return translate("wording", "Next: {exercise}").format(exercise=of_file(exercises[hold.exercise].name))
        case _ if hold.side != moment.phase.side:
            return (
                translate("wording", "Next: your left leg")
                if hold.side == "left"
                else translate("wording", "Next: your right leg")
            )
        case _:
            return translate("wording", "Next: set {number}").format(number=hold.set)


def _hold_next(hold: Phase) -> str:
    if hold.side == "both":
        return translate("wording", "Next: set {number}, {dose}").format(number=hold.set, dose=_set_dose(hold))
    if hold.side == "left":
        return translate("wording", "Next: set {number}, left leg, {dose}").format(
            number=hold.set, dose=_set_dose(hold)
        )
    return translate("wording", "Next: set {number}, right leg, {dose}").format(number=hold.set, dose=_set_dose(hold))


def _rest_of(moment: Moment) -> Phase:
    """The hold that a lead-in leads to, as far as it is still to be held."""
    phase, left_s = moment.phase, moment.remaining_s
    reps_left = math.ceil(left_s / phase.rep_s - HAIR_S) if phase.reps else 0
    return replace(phase, seconds=float(math.ceil(left_s - HAIR_S)), reps=reps_left)


def _rest_next(rest: Phase, hold: Phase) -> str:
    if rest.seconds is None:
        return translate("wording", "Next: rest, then set {number}").format(number=hold.set)
    return translate("wording", "Next: rest {seconds}, then set {number}").format(
        seconds=seconds_of(rest.seconds), number=hold.set
    )


def _set_dose(hold: Phase) -> str:
    return reps(hold.reps) if hold.reps else seconds_of(hold.seconds or 0.0)


def step_text(moment: Moment, exercise: Exercise, shown: Step) -> str:
    """What to do now; or, while time stands still, why it does."""
    if moment.state == "slept":
        return translate("wording", "Paused while the computer slept. Press Space to go on.")
    if moment.counts_reps and not exercise.dose.reps:
        return translate("wording", "Move into the position and back, in time with the figure.")
    return of_file(shown.text)
