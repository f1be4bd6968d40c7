"""A session is looked at when another thing is to be shown: step, side, word, count of reps, or half of a hold."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.guidance import breathing_in, names_exercise, shown_at
from hamstring_gui.domain.marks import changes_in_s
from hamstring_gui.domain.moment import Moment
from hamstring_gui.domain.routine import Routine, just, unroll
from hamstring_gui.domain.values import replace
from hamstring_gui.storage.library import load_exercises

STEP_S = 0.01


def seen(exercise: Exercise, moment: Moment) -> tuple[object, ...]:
    """What is looked for, to the instant."""
    picture, half = shown_at(exercise, moment), 2 * moment.elapsed_s >= (moment.length_s or math.inf)
    held = moment.phase.is_hold and not moment.leads_in
    return (
        picture.step, picture.other_side, names_exercise(moment), moment.countdown if moment.counts_reps else 0,
        held and not moment.phase.reps and breathing_in(moment.elapsed_s), held and half,
    )  # fmt: skip


def first_change_s(exercise: Exercise, moment: Moment) -> float:
    now = seen(exercise, moment)
    return next(n for n in range(1, 2000) if seen(exercise, moment.later(n * STEP_S)) != now) * STEP_S


@pytest.fixture(scope="module")
def exercises(assets: Path) -> dict[str, Exercise]:
    return dict(load_exercises(assets))


@pytest.mark.parametrize(("exercise", "gaps", "kind", "elapsed_s", "ready_in_s"), [
    ("band-hamstring-stretch", (17.3, 7.7, 9.9), "setup", 0.0, 0.0),
    ("band-hamstring-stretch", (17.3, 7.7, 9.9), "setup", 6.0, 0.0),
    ("band-hamstring-stretch", (None, None, None), "setup", 3.2, 0.0),
    ("band-hamstring-stretch", (17.3, 7.7, 9.9), "rest", 1.1, 0.0),
    ("band-hamstring-stretch", (17.3, 7.7, 9.9), "switch", 2.0, 0.0),
    ("half-kneeling-hamstring-stretch", (17.3, 7.7, None), "switch", 2.0, 0.0),
    ("leg-curl", (17.3, 7.7, 9.9), "switch", 2.0, 0.0),
    ("band-hamstring-stretch", (20.0, 10.0, 12.0), "hold", 1.3, 0.0),
    ("band-hamstring-stretch", (20.0, 10.0, 12.0), "hold", 14.2, 0.0),
    ("band-hamstring-stretch", (20.0, 10.0, 12.0), "hold", 4.2, 5.0),
    ("glute-bridge", (20.0, 10.0, 12.0), "hold", 1.3, 0.0),
    ("glute-bridge", (20.0, 10.0, 12.0), "hold", 3.4, 0.0),
])  # fmt: skip
def test_it_is_known_when_that_comes(
    exercises: dict[str, Exercise], exercise: str, gaps: tuple[float | None, ...], kind: str, elapsed_s: float,
    ready_in_s: float,
) -> None:  # fmt: skip
    one = exercises[exercise]
    setup_s, rest_s, switch_s = gaps
    (item,) = just(one).items
    dose = replace(item.dose, hold_s=33.7, rep_s=3.3) if item.dose.reps else replace(item.dose, hold_s=31.3)
    routine = Routine("x", "X", (replace(item, dose=dose, rest_s=rest_s, switch_s=switch_s),), setup_s=setup_s)
    phases = unroll(routine, {exercise: one})
    index = next(n for n, phase in enumerate(phases) if phase.kind == kind)
    moment = Moment(phases, index, "running", elapsed_s, phases[index].seconds, (), ready_in_s, 5.0)
    assert changes_in_s(one, moment) == pytest.approx(first_change_s(one, moment), abs=STEP_S)


def test_in_a_hold_of_whole_seconds_nothing_comes_between_them(exercises: dict[str, Exercise]) -> None:
    one = exercises["band-hamstring-stretch"]
    phases = unroll(just(one), {one.id: one})
    moments = [Moment(phases, 1, "running", float(second), 30.0, ()) for second in range(30)]
    assert all(changes_in_s(one, moment) == pytest.approx(round(changes_in_s(one, moment))) for moment in moments)
