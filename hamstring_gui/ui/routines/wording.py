"""Sentences about routines: what they take, their gaps, and what the editor says."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from hamstring_gui.domain.durations import read_seconds
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.routine import FirstSide, Gap, Order, Phases, Routine, total_s, unroll
from hamstring_gui.ui import wording
from hamstring_gui.ui.durations import duration, length

translate = QCoreApplication.translate

WAIT = -1.0
"""How a stepper holds "until I press a key"."""


def gap(seconds: float) -> str:
    """A gap as its stepper shows it: a length, a dash for none, `Key` while it waits for one."""
    if seconds == WAIT:
        return translate("wording", "Key")
    return length(seconds) if seconds else "–"


def read_gap(text: str) -> float | None:
    """The seconds that are meant; a dash or nothing but `none` means no gap."""
    if text.strip().casefold() in ("-", "–", "—", "none", translate("wording", "none").casefold()):
        return 0.0
    return read_seconds(text)


def described(routine: Routine, exercises: Mapping[str, Exercise]) -> str:
    """What it takes (`3 × 30 s · about 4 min`, `3 exercises · about 9 min`), below it what History credits, and what it
    is for."""
    about = wording.of_file(routine.about)
    if not routine.items:
        lines = [translate("wording", "Nothing in it yet"), about]
    else:
        phases = unroll(routine, exercises)
        lines = [_takes(routine, wording.about(phases)), wording.credited(phases, exercises), about]
    return "\n".join(filter(None, lines))


def _takes(routine: Routine, about: str) -> str:
    if (n := len(routine.items)) > 1:
        return translate("wording", "%n exercise(s) · {time}", None, n).format(time=about)
    return translate("wording", "{dose} · {time}").format(dose=wording.item_dose(routine.items[0]), time=about)


def in_all(phases: Phases) -> str:
    """`5 min 14 s in all`; where gaps wait for a key, only the rest can be told."""
    time = duration(total_s(phases))
    if any(phase.seconds is None for phase in phases):
        return translate("wording", "{time}, and your waits").format(time=time)
    return translate("wording", "{time} in all").format(time=time)


def order(value: Order) -> str:
    if value == "in turn":
        return translate("wording", "In turn")
    return translate("wording", "One leg, then the other")


def first_side(value: FirstSide) -> str:
    match value:
        case "usual":
            return translate("wording", "As in Settings")
        case "right":
            return translate("wording", "Right leg")
        case "left":
            return translate("wording", "Left leg")
        case "alternate":
            return translate("wording", "In turn from session to session")
        case "tighter":
            return translate("wording", "The one that felt tighter")


def between(setup_s: Gap, switch_s: Gap) -> str:
    """The gaps in a line: `20 s to get ready, 12 s to change legs`."""
    ready, switch = _time_or_key(setup_s), _time_or_key(switch_s)
    return translate("wording", "get ready {ready}, change legs {switch}").format(ready=ready, switch=switch)


def _time_or_key(seconds: Gap) -> str:
    return translate("wording", "until a key") if seconds is None else gap(seconds)
