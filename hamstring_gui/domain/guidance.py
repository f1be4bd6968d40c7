"""What to show at every instant of a session: which step, which pose on the way to which, how much the muscle is lit.

Pure functions of (exercise, phase, elapsed seconds), so that picture, text and speech always agree.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from hamstring_gui.domain.exercise import Exercise, Pose, Step
from hamstring_gui.domain.history import HAIR_S
from hamstring_gui.domain.routine import Phase, Phases
from hamstring_gui.domain.skeleton import joints
from hamstring_gui.domain.tempo import move_s
from hamstring_gui.domain.values import dataclass, replace

if TYPE_CHECKING:
    from hamstring_gui.domain.moment import Moment

READING_S = 4.5
"""Seconds that each step shows while a phase waits for a key."""
NAMED_S = 4.0
"""For so long, the distance view says at the beginning of a setup what it is for."""
MOST_OF_A_STEP = 0.95
"""A move is done by then, so that its pose is seen before the next step."""
MOST_OF_A_WAY = 0.6
"""What one of several steps on the way back in can have of their time."""
SLOWLY = "slowly"
STRENGTH_REP, STRETCHING_REP = (0.35, 0.15, 0.5), (0.5, 0.0, 0.5)
"""The shares of a rep that go there, stay, and go back."""
FADE_S = 0.5
MOVING_S, SLOW_S, BREATHING_S = 0.04, 0.08, 0.1
"""Each picture shows so long: on the way, on a slow way, and while only a breath goes."""
CALMS_S = 1.0
"""No breath is seen in a body that moves: it fades so fast."""
BREATH_IN_S, BREATH_OUT_S = 4.0, 6.0
UP_CM, DOWN_CM = 40.0, 20.0
"""Who kneels, stands or sits on a chair has the hip so high; who lies has the shoulders no higher than the other."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A step, and the picture's place on the way from one pose to another (`progress` 0..1, not yet eased).

    `picture` is the path of the file that shows instead of the figure; then there are no poses and nothing moves. An
    exercise of words alone has neither. `lit` is how much the muscle glows and `breath` how full the chest is, both
    0..1. `slow` says that the way is slow: fewer pictures show it. `other_side` says that it is still the side before
    that moves, out of its hold. A way that is gone again and again shows in so many `places`, there and back, each for
    `place_s` seconds; where it stays at its end, for so many more.
    """

    step: Step
    start: Pose | None
    end: Pose | None
    progress: float
    lit: float = 0.0
    breath: float = 0.0
    slow: bool = False
    picture: str = ""
    other_side: bool = False
    places: int = 0
    place_s: float = 0.0


@lru_cache(maxsize=32)
def beats(exercise: Exercise, phase: Phase, length_s: float | None) -> tuple[tuple[float, Step], ...]:
    """The steps that a gap shows, each with the second at which it begins.

    Setting up shares its time out equally. A rest or a switch spends half on letting go, the rest on the way back in,
    where the longest way has the time that it needs.
    Before reps the last step is left out: it says what each rep does, and they begin in the pose before it.
    """
    if phase.kind == "setup":
        steps = (exercise.steps[:-1] if exercise.dose.reps else ()) or exercise.steps
    elif phase.kind == "rest":
        steps = (exercise.between, *_way_back(exercise, exercise.resume))
    else:
        steps = (exercise.switch, *_way_back(exercise, exercise.resume_switched))
    if length_s is None:
        return tuple((n * READING_S, step) for n, step in enumerate(steps))
    if phase.kind == "setup" or len(steps) == 1:
        share = length_s / len(steps)
        return tuple((n * share, step) for n, step in enumerate(steps))
    shares = _shares(exercise, steps, length_s / 2)
    starts = accumulate(shares[:-1], initial=length_s / 2)
    return ((0.0, steps[0]), *zip(starts, steps[1:], strict=True))


def _shares(exercise: Exercise, steps: tuple[Step, ...], whole_s: float) -> list[float]:
    """How long each step but the first shows: all alike, but for the longest way, where that needs more."""
    ways = [(figure_in(exercise, a), figure_in(exercise, b)) for a, b in pairwise(steps)]
    needs = [move_s(a, b) / MOST_OF_A_STEP if a and b else 0.0 for a, b in ways]
    longest = min(max(needs), MOST_OF_A_WAY * whole_s)
    if len(ways) == 1 or longest <= whole_s / len(ways):
        return [whole_s / len(ways)] * len(ways)
    others = (whole_s - longest) / (len(ways) - 1)
    return [longest if n == needs.index(max(needs)) else others for n in range(len(ways))]


def _way_back(exercise: Exercise, resume: int) -> tuple[Step, ...]:
    return exercise.steps[resume - 1 : -1] or (() if exercise.dose.reps else (exercise.held,))


def gets_up(moment: Moment, exercises: Mapping[str, Exercise]) -> bool:
    """Whether this is the setup of an exercise that begins kneeling, standing or on a chair, after one that left the
    body on its back: it rolls to the side first. Who goes on after an interruption was up meanwhile."""
    phase = moment.phase
    if phase.kind != "setup" or moment.index <= moment.from_index:
        return False
    last, exercise = moment.phases[moment.index - 1], exercises[phase.exercise]
    lay, begins = final_pose(exercises[last.exercise], last), figure_in(exercise, exercise.steps[0])
    return lay is not None and begins is not None and _is_on_its_back(lay) and begins.hip[1] > UP_CM


def _is_on_its_back(pose: Pose) -> bool:
    """The face looks up where the head is on the left."""
    at = joints(pose)
    return at.shoulder[1] < DOWN_CM and at.shoulder[0] < at.hip[0]


def final_pose(exercise: Exercise, phase: Phase) -> Pose | None:
    """The pose in which a phase leaves the body, if the figure shows it."""
    if phase.reps:
        return figure_in(exercise, exercise.between)
    return figure_in(exercise, exercise.held if phase.is_hold else beats(exercise, phase, phase.seconds)[-1][1])


def figure_in(exercise: Exercise, step: Step) -> Pose | None:
    """The pose that the figure takes in a step, if the figure shows it."""
    return exercise.seen(step).figure


def unmoved(exercise: Exercise, step: Step) -> Shown:
    """What a step shows when nothing moves: its picture, or the figure in its pose."""
    seen = exercise.seen(step)
    return Shown(step, seen.figure, seen.figure, 1.0, picture=seen.picture)


def shown(
    exercise: Exercise, phase: Phase, elapsed_s: float, length_s: float | None, before: Pose | None = None
) -> Shown:
    """What to show `elapsed_s` into a phase; `before` is the pose that the body comes from, if it is known.

    A change of sides begins with the side that was held: it lets go, then the picture turns round.
    """
    if phase.is_hold:
        return _reps(exercise, phase, elapsed_s, before) if phase.reps else _hold(exercise, phase, elapsed_s, before)
    script = beats(exercise, phase, length_s)
    if length_s is None and phase.kind == "setup":
        elapsed_s %= len(script) * READING_S + READING_S
    if phase.kind == "switch" and before is not None:
        turns = turns_s(script, length_s)
        if elapsed_s + HAIR_S < turns:
            return replace(_told(exercise, script[:1], elapsed_s, turns, before), other_side=True)
        before = None
    return _told(exercise, script, elapsed_s, length_s, before)


def turns_s(script: tuple[tuple[float, Step], ...], length_s: float | None) -> float:
    """How far into a change of sides the picture turns round, given its `beats`."""
    return script[1][0] if len(script) > 1 else (length_s or READING_S) / 2


def _told(
    exercise: Exercise, script: tuple[tuple[float, Step], ...], elapsed_s: float, length_s: float | None,
    before: Pose | None,
) -> Shown:  # fmt: skip
    """One step after another, each with the second at which it begins; the body moves from pose to pose."""
    number = max(n for n, (start_s, _) in enumerate(script) if start_s <= elapsed_s)
    start_s, step = script[number]
    end_s = script[number + 1][0] if number + 1 < len(script) else (length_s or start_s + READING_S)
    pose = figure_in(exercise, step)
    if pose is None:
        return unmoved(exercise, step)
    origin = (figure_in(exercise, script[number - 1][1]) if number else before) or pose
    lets_go = number == 0 and before is not None
    seconds = min(move_s(origin, pose, careful=lets_go or is_slow(step)), MOST_OF_A_STEP * (end_s - start_s)) or 1.0
    return Shown(step, origin, pose, min(1.0, (elapsed_s - start_s) / seconds))


def is_slow(step: Step) -> bool:
    """Whether a step is to be done slowly: it says so."""
    return SLOWLY in step.text.casefold()


def pose_before(exercise: Exercise, phases: Phases, index: int) -> Pose | None:
    """The pose that the body comes from at the start of a phase, if the phase before is of the same exercise."""
    if index == 0:
        return None
    last, phase = phases[index - 1], phases[index]
    known = last.exercise == phase.exercise and (last.side == phase.side or phase.kind == "switch")
    return final_pose(exercise, last) if known else None


def names_exercise(moment: Moment) -> bool:
    """Whether a setup has just begun: whoever lies on the mat wants to know what for."""
    return moment.phase.kind == "setup" and moment.elapsed_s < named_s(moment)


def named_s(moment: Moment) -> float:
    """For how long a setup says what it is for."""
    return min(NAMED_S, (moment.length_s or 2 * NAMED_S) / 2)


def told(moment: Moment) -> tuple[object, ...]:
    """What words and numbers tell of a moment: the same for two, if nothing but the picture and the ring went on."""
    return (
        moment.phases, moment.index, moment.state, moment.length_s, moment.records, moment.begun, moment.leads_in,
        math.ceil(moment.time_left_s), names_exercise(moment), counted(moment),
    )  # fmt: skip


def counted(moment: Moment) -> tuple[int | None, bool]:
    """What goes on with the figure, to the instant: the count of seconds or reps, and the word for the breath."""
    return moment.countdown, breathing_in(moment.elapsed_s)


def shown_at(exercise: Exercise, moment: Moment) -> Shown:
    """What to show at a moment of a session. Time that is added to a gap belongs to its last step: what was told, and
    turned round, stays so."""
    if moment.leads_in:
        return _lead_in(exercise, moment)
    before = pose_before(exercise, moment.phases, moment.index)
    return shown(exercise, moment.phase, moment.elapsed_s, moment.phase.seconds, before)


def lead_in_beats(exercise: Exercise, moment: Moment) -> tuple[tuple[float, Step], ...]:
    """The steps that a lead-in shows: back into the position; up to it where a hold begins again, as after a rest."""
    steps = _way_back(exercise, exercise.resume) or exercise.steps[-2:-1] or (exercise.held,)
    if moment.elapsed_s > 0 and not moment.phase.reps and steps[-1] != exercise.held:
        steps = (*steps, exercise.held)
    share = moment.lead_in_s / len(steps)
    return tuple((n * share, step) for n, step in enumerate(steps))


def _lead_in(exercise: Exercise, moment: Moment) -> Shown:
    script, done_s = lead_in_beats(exercise, moment), max(0.0, moment.lead_in_s - moment.ready_in_s)
    return _told(exercise, script, done_s, moment.lead_in_s, figure_in(exercise, exercise.between))


def _hold(exercise: Exercise, phase: Phase, elapsed_s: float, before: Pose | None) -> Shown:
    """Into the position, and there; or slowly on from it and back, as often as that fits in."""
    held, pose = exercise.held, figure_in(exercise, exercise.held)
    if pose is None:
        return unmoved(exercise, held)
    into_s = move_s(before or pose, pose)
    lit, chest = min(1.0, elapsed_s / FADE_S), breath(elapsed_s)
    moves_s = _held_motion_s(exercise, phase, into_s)
    if moves_s > 0:
        chest *= min(1.0, max(into_s + CALMS_S - elapsed_s, elapsed_s - into_s - moves_s, 0.0))
    if exercise.held_motion is None or not 0 < elapsed_s - into_s < moves_s:
        return Shown(held, before or pose, pose, min(1.0, elapsed_s / into_s), lit=lit, breath=chest)
    other, way_s = exercise.held_motion.pose, exercise.held_motion.period_s / 2
    turn, gone = divmod((elapsed_s - into_s) / way_s, 1.0)
    start, end = (other, pose) if turn % 2 else (pose, other)
    places = max(1, round(way_s / SLOW_S))
    return Shown(
        held, start, end, gone, lit=lit, breath=chest, slow=True, places=places, place_s=way_s / places
    )  # fmt: skip


def _held_motion_s(exercise: Exercise, phase: Phase, into_s: float) -> float:
    """How long a hold moves on from its position and back."""
    if exercise.held_motion is None:
        return 0.0
    period_s = exercise.held_motion.period_s
    return math.inf if phase.seconds is None else (phase.seconds - into_s) // period_s * period_s


def _reps(exercise: Exercise, phase: Phase, elapsed_s: float, before: Pose | None) -> Shown:
    """There and back once a rep; what strengthens stays there, and comes back more slowly. The first begins where the
    body is."""
    held = figure_in(exercise, exercise.held)
    if held is None:
        return unmoved(exercise, exercise.held)
    number, turn = divmod(elapsed_s / phase.rep_s, 1.0)
    if number % 2 and exercise.other_rep is not None:
        held = exercise.other_rep
    there, stays, back = STRENGTH_REP if exercise.kind == "strength" else STRETCHING_REP
    places = math.ceil(min(there, back) * phase.rep_s / MOVING_S)
    place_s = phase.rep_s / places
    rest = figure_in(exercise, exercise.between) or held
    if turn >= there + stays:
        gone = (turn - there - stays) / back
        lit = 1.0 - _half_a_wave(nearest(gone, places))
        return Shown(exercise.held, held, rest, gone, lit, 0.0, False, "", False, places, back * place_s)
    if before is not None and elapsed_s < phase.rep_s / 2:
        rest = before
    if turn >= there:
        left_s = (there + stays - turn) * phase.rep_s
        return Shown(exercise.held, rest, held, 1.0, 1.0, 0.0, False, "", False, places, left_s)
    gone = turn / there
    lit = _half_a_wave(nearest(gone, places))
    return Shown(exercise.held, rest, held, gone, lit, 0.0, False, "", False, places, there * place_s)


def nearest(progress: float, places: int) -> float:
    """The nearest of so many places of a way."""
    return round(progress * places) / places if places else progress


def _half_a_wave(share: float) -> float:
    return 0.5 - 0.5 * math.cos(math.pi * share)


def pace_s(picture: Shown) -> float:
    """Seconds until the picture has changed visibly: 25 pictures a second on the way, 10 while only a breath goes."""
    if picture.progress >= 1.0:
        return picture.place_s or BREATHING_S
    if not picture.places:
        return MOVING_S
    gone = picture.progress * picture.places
    return round(picture.place_s * (round(gone) + 1 - gone), 4)


def breath(elapsed_s: float) -> float:
    """How full the chest is, 0..1: four seconds in, six seconds out."""
    at = elapsed_s % (BREATH_IN_S + BREATH_OUT_S)
    if at < BREATH_IN_S:
        return 0.5 - 0.5 * math.cos(math.pi * at / BREATH_IN_S)
    return 0.5 + 0.5 * math.cos(math.pi * (at - BREATH_IN_S) / BREATH_OUT_S)


def breathing_in(elapsed_s: float) -> bool:
    """Whether `breath` is on its way in, and not out."""
    return elapsed_s % (BREATH_IN_S + BREATH_OUT_S) < BREATH_IN_S
