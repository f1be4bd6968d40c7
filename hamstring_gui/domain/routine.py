"""A routine: a named list of (exercise, dose) with its gap lengths, and how it unrolls into phases.

A routine is unrolled before it starts into a flat tuple of phases. Everything on the screen (progress strip, time left,
"next") is read from that tuple and a position in it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, cast

from hamstring_gui.domain.exercise import MOST_SETS, Dose, Exercise, Side
from hamstring_gui.domain.exercise_file import read_set
from hamstring_gui.domain.reading import Table
from hamstring_gui.domain.values import dataclass, replace

Gap = float | None
"""Seconds of a gap: 0 for none, `None` for "until I press a key"."""

Order = Literal["one leg, then the other", "in turn"]
FirstSide = Literal["usual", "left", "right", "alternate", "tighter"]
"""The leg that begins: as in the settings ("usual"), or as the routine says itself."""
PhaseKind = Literal["setup", "hold", "rest", "switch"]

ORDERS: tuple[Order, ...] = ("one leg, then the other", "in turn")
FIRST_SIDES: tuple[FirstSide, ...] = ("usual", "right", "left", "alternate", "tighter")
SETUP_S, REST_S, SWITCH_S = 20.0, 10.0, 12.0
LONGEST_GAP_S = 3600.0
MOST_ITEMS = 100
LONGEST_NAME, LONGEST_ABOUT = 80, 200
"""Characters."""


@dataclass(frozen=True, slots=True)
class Item:
    """One exercise of a routine, its dose and its gaps."""

    exercise: str
    dose: Dose
    rest_s: Gap = REST_S
    switch_s: Gap = SWITCH_S
    order: Order = "one leg, then the other"


@dataclass(frozen=True, slots=True)
class Routine:
    """A named list of items. `setup_s` is the gap before the first hold of each item; `about` says in a sentence what
    it is good for."""

    id: str
    name: str
    items: tuple[Item, ...]
    first_side: FirstSide = "usual"
    setup_s: Gap = SETUP_S
    about: str = ""

    @property
    def first_held(self) -> int:
        """The number (from 0) of the first item that is held and not repeated; of the first, where none is."""
        return next((number for number, item in enumerate(self.items) if not item.dose.reps), 0)


@dataclass(frozen=True, slots=True)
class Phase:
    """One countdown on the screen.

    `seconds` is the planned length, `None` while waiting for a key. A gap carries the exercise, side and set that it
    leads to; `hold` is the number (from 0) of that set in the routine, the same for a hold and the gap before it.
    """

    kind: PhaseKind
    seconds: Gap
    exercise: str
    side: Side
    set: int
    sets: int
    item: int
    hold: int
    reps: int = 0
    rep_s: float = 0.0

    @property
    def is_hold(self) -> bool:
        return self.kind == "hold"


Phases = tuple[Phase, ...]


def just(exercise: Exercise, first_side: FirstSide = "right") -> Routine:
    """A routine of one exercise at its usual dose, under the exercise's own id and name."""
    return Routine(exercise.id, exercise.name, (Item(exercise.id, exercise.dose),), first_side)


def unroll(routine: Routine, exercises: Mapping[str, Exercise], first: Literal["left", "right"] = "right") -> Phases:
    """The phases of a routine, beginning with the `first` leg. Raises `KeyError` for an exercise not in `exercises`."""
    return with_gaps(_holds(routine, exercises, first), routine)


def with_gaps(holds: Iterable[Phase], routine: Routine, after: Phase | None = None) -> Phases:
    """Put the gap that each hold needs in front of it, given the hold (or `after`) that comes before.

    A gap of length 0 is left out.
    """
    phases: list[Phase] = []
    for hold in holds:
        kind, seconds = _gap_between(after, hold, routine)
        if seconds is None or seconds > 0:
            phases.append(Phase(kind, seconds, hold.exercise, hold.side, hold.set, hold.sets, hold.item, hold.hold))
        phases.append(hold)
        after = hold
    return tuple(phases)


def with_more(phases: Phases, index: int, seconds: float) -> Phases:
    """The phases, with the one at `index` so much longer; a run of reps by as many whole ones."""
    one = phases[index]
    if seconds == 0 or one.seconds is None:
        return phases
    reps = one.reps + round(seconds / one.rep_s) if one.reps else 0
    return (*phases[:index], replace(one, seconds=one.seconds + seconds, reps=reps), *phases[index + 1 :])


def same_side(one: Phase, other: Phase) -> bool:
    """Whether both are of the same exercise, and of the same side in it."""
    return (one.item, one.side) == (other.item, other.side)


def _holds(routine: Routine, exercises: Mapping[str, Exercise], first: Literal["left", "right"]) -> Iterator[Phase]:
    both_legs: tuple[Side, ...] = (first, "left" if first == "right" else "right")
    number = 0
    for index, item in enumerate(routine.items):
        sides: tuple[Side, ...] = both_legs if exercises[item.exercise].each_side else ("both",)
        sets = range(1, item.dose.sets + 1)
        if item.order == "in turn":
            turns = [(side, n) for n in sets for side in sides]
        else:
            turns = [(side, n) for side in sides for n in sets]
        for side, n in turns:
            dose = item.dose
            yield Phase("hold", dose.set_s, item.exercise, side, n, dose.sets, index, number, dose.reps, dose.rep_s)
            number += 1


def _gap_between(before: Phase | None, hold: Phase, routine: Routine) -> tuple[PhaseKind, Gap]:
    if before is None or before.item != hold.item:
        return "setup", routine.setup_s
    if before.side != hold.side:
        return "switch", routine.items[hold.item].switch_s
    return "rest", routine.items[hold.item].rest_s


def can_be_done(routine: Routine, exercises: Mapping[str, Exercise]) -> bool:
    """Whether there is something to do in it, and all of it is known."""
    return bool(routine.items) and all(item.exercise in exercises for item in routine.items)


def needed(routine: Routine, exercises: Mapping[str, Exercise]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The equipment that a routine can't be done without, and what is good to have beside it, in the order of use."""
    known = [exercises[item.exercise] for item in routine.items if item.exercise in exercises]
    must = dict.fromkeys(thing for exercise in known for thing in exercise.equipment)
    may = dict.fromkeys(thing for exercise in known for thing in exercise.optional)
    return tuple(must), tuple(thing for thing in may if thing not in must)


def total_s(phases: Iterable[Phase]) -> float:
    """Seconds that the phases last, those that wait for a key left out."""
    return math.fsum(phase.seconds or 0.0 for phase in phases)


def planned_hold_s(phases: Iterable[Phase]) -> float:
    return math.fsum(phase.seconds or 0.0 for phase in phases if phase.is_hold)


def read_routine(
    routine_id: str,
    data: Mapping[str, Any],
    exercises: Mapping[str, Exercise],
    *,
    least_items: int = 1,
    about: str = "",
) -> Routine:
    """Read a routine from the tables of its file; what is not there comes from the exercise's usual dose.

    It is `about` that where it doesn't say. One that is still being made may have no items yet (`least_items` 0).
    Raises `ReadingError`.
    """
    table = Table(data)
    name = table.text("name", longest=LONGEST_NAME)
    about = " ".join(table.text("about", about, longest=LONGEST_ABOUT).split())
    first_side = cast(FirstSide, table.choice("first_side", FIRST_SIDES, "usual"))
    setup_s = _read_gap(table, "setup_s", SETUP_S)
    rest_s = _read_gap(table, "rest_s", REST_S)
    switch_s = _read_gap(table, "switch_s", SWITCH_S)
    entries = table.tables("items", least=least_items, most=MOST_ITEMS)
    items = tuple(_read_item(entry, exercises, rest_s, switch_s) for entry in entries)
    table.done()
    return Routine(routine_id, name, items, first_side, setup_s, about)


def _read_item(table: Table, exercises: Mapping[str, Exercise], rest_s: Gap, switch_s: Gap) -> Item:
    exercise_id = table.text("exercise")
    if exercise_id not in exercises:
        known = ", ".join(sorted(exercises))
        table.refuse("exercise", f'there is no exercise "{exercise_id}"; known: {known}')
    usual = exercises[exercise_id].dose
    item = Item(
        exercise=exercise_id,
        dose=read_set(table, table.whole("sets", usual.sets, least=1, most=MOST_SETS), usual),
        rest_s=_read_gap(table, "rest_s", rest_s),
        switch_s=_read_gap(table, "switch_s", switch_s),
        order=cast(Order, table.choice("order", ORDERS, ORDERS[0])),
    )
    table.done()
    return item


def _read_gap(table: Table, key: str, default: Gap) -> Gap:
    value = table.value(key, default)
    if key not in table:
        return default
    if value == "wait":
        return None
    if isinstance(value, str):
        table.refuse(key, f'must be seconds, or "wait"; it is "{value}"')
    return table.number(key, least=0, most=LONGEST_GAP_S)
