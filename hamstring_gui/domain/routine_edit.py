"""Changing a routine: every function gives a new routine, with values kept within what a routine file may hold."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any, TypeVar

from hamstring_gui.domain.exercise import (
    LONGEST_HOLD_S,
    LONGEST_REP_S,
    MOST_REPS,
    MOST_SETS,
    SHORTEST_HOLD_S,
    Dose,
    Exercise,
)
from hamstring_gui.domain.finding import folded
from hamstring_gui.domain.routine import (
    LONGEST_ABOUT,
    LONGEST_GAP_S,
    LONGEST_NAME,
    MOST_ITEMS,
    FirstSide,
    Gap,
    Item,
    Order,
    Routine,
)
from hamstring_gui.domain.routine import can_be_done as can_be_done
from hamstring_gui.domain.values import replace

_Number = TypeVar("_Number", int, float)

NOT_A_FILE = r"con|prn|aux|nul|com\d|lpt\d"
"""Names that Windows keeps for devices."""


# -- one item --------------------------------------------------------------------------------------------------------
def with_sets(routine: Routine, number: int, sets: int) -> Routine:
    return _with_dose(routine, number, sets=_within(sets, 1, MOST_SETS))


def with_hold(routine: Routine, number: int, hold_s: float) -> Routine:
    """A hold of so many seconds; reps become a hold."""
    return _with_dose(routine, number, hold_s=_within(hold_s, SHORTEST_HOLD_S, LONGEST_HOLD_S), reps=0, rep_s=0.0)


def with_reps(routine: Routine, number: int, reps: int) -> Routine:
    """So many reps at the tempo that they have."""
    most = min(MOST_REPS, int(LONGEST_HOLD_S // routine.items[number].dose.rep_s))
    return _with_dose(routine, number, reps=_within(reps, 1, most))


def with_rep_s(routine: Routine, number: int, rep_s: float) -> Routine:
    """The same reps, each so many seconds long."""
    most = min(LONGEST_REP_S, LONGEST_HOLD_S / routine.items[number].dose.reps)
    return _with_dose(routine, number, rep_s=_within(rep_s, SHORTEST_HOLD_S, most))


def with_rest(routine: Routine, number: int, rest_s: Gap) -> Routine:
    return _with_item(routine, number, rest_s=_gap(rest_s))


def with_order(routine: Routine, number: int, order: Order) -> Routine:
    return _with_item(routine, number, order=order)


# -- the list --------------------------------------------------------------------------------------------------------
def moved(routine: Routine, number: int, to: int) -> Routine:
    """The item at `number` (from 0) at place `to`; a place beyond the ends is the end."""
    items = list(routine.items)
    items.insert(_within(to, 0, len(items) - 1), items.pop(number))
    return replace(routine, items=tuple(items))


def without(routine: Routine, number: int) -> Routine:
    return replace(routine, items=routine.items[:number] + routine.items[number + 1 :])


def with_exercise(routine: Routine, exercise: Exercise) -> Routine:
    """The exercise at its usual dose, last, with the gaps of the item before it. A full routine stays as it is."""
    if len(routine.items) >= MOST_ITEMS:
        return routine
    item = Item(exercise.id, exercise.dose)
    if routine.items:
        last = routine.items[-1]
        item = replace(item, rest_s=last.rest_s, switch_s=last.switch_s)
    return replace(routine, items=(*routine.items, item))


# -- the whole routine -----------------------------------------------------------------------------------------------
def with_first_side(routine: Routine, first_side: FirstSide) -> Routine:
    return replace(routine, first_side=first_side)


def with_setup(routine: Routine, setup_s: Gap) -> Routine:
    return replace(routine, setup_s=_gap(setup_s))


def with_rests(routine: Routine, rest_s: Gap) -> Routine:
    """The same rest for every exercise."""
    return replace(routine, items=tuple(replace(item, rest_s=_gap(rest_s)) for item in routine.items))


def with_switches(routine: Routine, switch_s: Gap) -> Routine:
    """The same time to change legs for every exercise."""
    return replace(routine, items=tuple(replace(item, switch_s=_gap(switch_s)) for item in routine.items))


def renamed(routine: Routine, name: str) -> Routine:
    """The same routine, id and all, by another name; a name of nothing leaves it as it was."""
    return replace(routine, name=tidy(name) or routine.name)


def described(routine: Routine, about: str) -> Routine:
    """The same routine with another sentence about it, or none."""
    return replace(routine, about=tidy(about, LONGEST_ABOUT))


# -- names and ids ---------------------------------------------------------------------------------------------------
def tidy(name: str, longest: int = LONGEST_NAME) -> str:
    """A name in one line, without what can't be printed, at most as long as a name may be (or another text)."""
    words = "".join(character if character.isprintable() else " " for character in name).split()
    return " ".join(words)[:longest].strip()


def free_name(wanted: str, taken: Collection[str]) -> str:
    """The name, or with the first number behind it that makes it one of its own: `Evening 2`."""
    known = {folded(name) for name in taken}
    name, number = wanted, 1
    while folded(name) in known:
        number += 1
        name = f"{wanted[: LONGEST_NAME - 4]} {number}"
    return name


def is_same(one: Routine, other: Routine) -> bool:
    """Whether they are one routine, but for the id, and a number that made the other's name one of its own."""
    stem = re.escape(one.name[: LONGEST_NAME - 4])
    named = one.name == other.name or re.fullmatch(rf"{stem} \d+", other.name) is not None
    return named and replace(one, id="", name="") == replace(other, id="", name="")


def id_for(name: str, taken: Collection[str]) -> str:
    """An id that is no other's, made from a name; it is a file's name as well."""
    stem = re.sub(r"[^a-z0-9]+", "-", folded(name))[:40].strip("-") or "routine"
    if re.fullmatch(NOT_A_FILE, stem):
        stem += "-routine"
    found, number = stem, 1
    while found in taken:
        number += 1
        found = f"{stem}-{number}"
    return found


def _with_item(routine: Routine, number: int, **changes: Any) -> Routine:
    items = list(routine.items)
    items[number] = replace(items[number], **changes)
    return replace(routine, items=tuple(items))


def _with_dose(routine: Routine, number: int, **changes: Any) -> Routine:
    dose: Dose = replace(routine.items[number].dose, **changes)
    return _with_item(routine, number, dose=dose)


def _gap(seconds: Gap) -> Gap:
    return None if seconds is None else _within(seconds, 0.0, LONGEST_GAP_S)


def _within(value: _Number, least: _Number, most: _Number) -> _Number:
    return min(most, max(least, value))
