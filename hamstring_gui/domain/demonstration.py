"""An exercise shown outside a session: its steps one after the other, then the hold or a few reps, in rounds.

Pure functions of (exercise, elapsed seconds), in the manner of `guidance`.
"""

from __future__ import annotations

from hamstring_gui.domain.exercise import Exercise, Pose
from hamstring_gui.domain.guidance import (
    BREATH_IN_S,
    BREATH_OUT_S,
    FADE_S,
    MOST_OF_A_STEP,
    READING_S,
    Shown,
    figure_in,
    is_slow,
    pace_s,
    shown,
    unmoved,
)
from hamstring_gui.domain.history import HAIR_S
from hamstring_gui.domain.routine import Phase
from hamstring_gui.domain.tempo import LEAST_S, move_s
from hamstring_gui.domain.values import dataclass, replace

BREATHS_S = 2 * (BREATH_IN_S + BREATH_OUT_S)
"""How long the position that is held is shown, once it is reached."""
REPS = 3
SOON_S = 0.001
"""The least time until the next picture: what is left to a rounding error would never end."""


@dataclass(frozen=True, slots=True)
class Demonstrated:
    """The number (from 0) of the step that shows, its picture, and in how many seconds the picture changes."""

    number: int
    shown: Shown
    changes_in_s: float


def start_s(number: int) -> float:
    """The second of a round at which the step of that number (from 0) begins."""
    return number * READING_S


def settled_s(exercise: Exercise, number: int) -> float:
    """The second of a round at which a step's pose is reached."""
    return start_s(number) + (exercise.dose.rep_s / 2 if _is_repeated(exercise, number) else _move_s(exercise, number))


def round_s(exercise: Exercise) -> float:
    """How long a round lasts: the steps, the last one held or repeated, and letting go."""
    return _let_go_s(exercise) + (0.0 if exercise.dose.reps else _letting_go_s(exercise))


def demonstrated(exercise: Exercise, elapsed_s: float) -> Demonstrated:
    """What to show; every round but the first begins where the one before let go."""
    rounds, at_s = divmod(elapsed_s + HAIR_S, round_s(exercise))
    last = len(exercise.steps) - 1
    number = min(last, int(at_s / READING_S))
    step, into_s = exercise.steps[number], at_s - start_s(number)
    if at_s >= _let_go_s(exercise):
        return _letting_go(exercise, at_s - _let_go_s(exercise))
    pose = figure_in(exercise, step)
    if pose is None:
        until_s = start_s(number + 1) if number < last else _let_go_s(exercise)
        return Demonstrated(number, unmoved(exercise, step), max(SOON_S, until_s - at_s))
    before = _pose_before(exercise, number, first_round=not rounds) or pose
    if number == last:
        picture = _picture_of_last(exercise, into_s, before)
        return Demonstrated(number, picture, pace_s(picture))
    picture = Shown(step, before, pose, min(1.0, into_s / _move_s(exercise, number)))
    moving = picture.progress < 1.0 and before != pose
    return Demonstrated(number, picture, pace_s(picture) if moving else max(SOON_S, start_s(number + 1) - at_s))


def posed(exercise: Exercise, number: int) -> Shown:
    """A step's picture, or its end pose, still; the position that is held has its muscle lit."""
    step = exercise.steps[number]
    still = unmoved(exercise, step)
    return replace(still, lit=1.0) if step is exercise.held and still.end is not None else still


def _is_repeated(exercise: Exercise, number: int) -> bool:
    return exercise.dose.reps > 0 and number == len(exercise.steps) - 1


def _let_go_s(exercise: Exercise) -> float:
    dose = exercise.dose
    held_s = min(REPS, dose.reps) * dose.rep_s if dose.reps else _hold_s(exercise)
    return start_s(len(exercise.steps) - 1) + held_s


def _hold_s(exercise: Exercise) -> float:
    """The way into the position, and two breaths there."""
    return _move_s(exercise, len(exercise.steps) - 1) + BREATHS_S


def _move_s(exercise: Exercise, number: int) -> float:
    """How long the way into a step's pose takes, from the one before it; less than one reads a step."""
    start = _pose_before(exercise, number, first_round=False)
    end = figure_in(exercise, exercise.steps[number])
    if start is None or end is None:
        return LEAST_S
    return min(move_s(start, end, careful=is_slow(exercise.steps[number])), MOST_OF_A_STEP * READING_S)


def _letting_go_s(exercise: Exercise) -> float:
    return sum(seconds for _, _, seconds in _ways_out(exercise)) or LEAST_S


def _ways_out(exercise: Exercise) -> list[tuple[Pose, Pose, float]]:
    """Out of what is held, each way with its seconds: also to where the first step begins, if that takes longer than
    the step is read."""
    held, between = figure_in(exercise, exercise.held), figure_in(exercise, exercise.between)
    first = figure_in(exercise, exercise.steps[0])
    if held is None or between is None:
        return []
    ways = [(held, between, move_s(held, between, careful=True))]
    if _ends_for_good(exercise):
        return ways
    if first is not None and (back_s := move_s(between, first, careful=True)) > READING_S:
        ways.append((between, first, back_s))
    return ways


def _ends_for_good(exercise: Exercise) -> bool:
    """Whether a round begins anew and not where the one before let go: nobody sits up straight out of a rest pose."""
    return exercise.kind == "rest pose"


def _pose_before(exercise: Exercise, number: int, first_round: bool) -> Pose | None:
    if number:
        return figure_in(exercise, exercise.steps[number - 1])
    if first_round or _ends_for_good(exercise):
        return figure_in(exercise, exercise.steps[0])
    if exercise.dose.reps:
        return figure_in(exercise, exercise.between)
    ways = _ways_out(exercise)
    return ways[-1][1] if ways else figure_in(exercise, exercise.between)


def _picture_of_last(exercise: Exercise, into_s: float, before: Pose) -> Shown:
    """The last step as a session shows it, as a hold or as reps."""
    dose = exercise.dose
    seconds = min(REPS, dose.reps) * dose.rep_s if dose.reps else _hold_s(exercise)
    phase = Phase("hold", seconds, exercise.id, "right", 1, 1, 0, 0, dose.reps, dose.rep_s)
    return shown(exercise, phase, into_s, seconds, before)


def _letting_go(exercise: Exercise, into_s: float) -> Demonstrated:
    last, between = len(exercise.steps) - 1, figure_in(exercise, exercise.between)
    if between is None:
        picture = replace(unmoved(exercise, exercise.between), step=exercise.held)
        return Demonstrated(last, picture, max(SOON_S, _letting_go_s(exercise) - into_s))
    fading = max(0.0, 1.0 - into_s / FADE_S)
    ways = _ways_out(exercise) or [(between, between, LEAST_S)]
    while len(ways) > 1 and into_s >= ways[0][2]:
        into_s -= ways.pop(0)[2]
    start, end, seconds = ways[0]
    picture = Shown(exercise.held, start, end, min(1.0, into_s / seconds), lit=fading)
    return Demonstrated(last, picture, pace_s(picture))
