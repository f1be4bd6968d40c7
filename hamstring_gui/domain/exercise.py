"""An exercise: what the body does. Frozen values; `exercise_file` reads them.

Angles are degrees, counter-clockwise from +x, absolute per segment; lengths are cm for a body of 170 cm, y up, floor at
0. The picture is a side view of the *right* side working; the left side's picture is its mirror image.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from hamstring_gui.domain.values import dataclass, replace

Side = Literal["left", "right", "both"]
Kind = Literal["stretch", "massage", "strength", "rest pose"]
Strap = Literal["none", "slack", "taut"]
Muscle = Literal["hamstring", "calf", "glutes", "hip", "core"]

KINDS: tuple[Kind, ...] = ("stretch", "massage", "strength", "rest pose")
PROPS = ("mat", "floor", "wall", "doorway", "chair", "ball", "strap", "ankle band", "towel")
MUSCLES: tuple[Muscle, ...] = ("hamstring", "calf", "glutes", "hip", "core")
HANDS_ON = ("", "near thigh", "far thigh", "near leg", "far leg")
STRAPS: tuple[Strap, ...] = ("none", "slack", "taut")
SHORTEST_HOLD_S, LONGEST_HOLD_S = 0.1, 3600.0
MOST_SETS = 50
MOST_REPS = 500
LONGEST_REP_S = 60.0


@dataclass(frozen=True, slots=True)
class Pose:
    """Where the body is: the hip's position in cm, and the absolute angle of every segment in degrees.

    `trunk` is (trunk, neck, head), a leg is (thigh, shank, foot), an arm is (upper arm, forearm, hand).
    `strap` says whether the strap is round the near foot, and pulled. `pull` is the same as a number, -1 none, 0 slack,
    1 taut: only poses on the way between two poses have it. `hands_on` says what the near and the far hand rest on and
    slide along while moving (`HANDS_ON`; a leg is the line from hip to ankle); `grip` is how far they are closed, 0..1.
    `open_arms` is how far the arms lie open at the sides with the palms up, 0..1: from the side they look shorter.
    `ball` is where on the chair's seat the ball lies (x in cm), if it is there.
    """

    hip: tuple[float, float]
    trunk: tuple[float, float, float]
    near_leg: tuple[float, float, float]
    far_leg: tuple[float, float, float]
    near_arm: tuple[float, float, float]
    far_arm: tuple[float, float, float]
    strap: Strap = "none"
    pull: float | None = None
    hands_on: tuple[str, str] = ("", "")
    grip: float = 0.0
    open_arms: float = 0.0
    ball: float | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: one sentence or two, in the second person, and the pose that shows it.

    `picture` is the path of a picture's file, or empty; a picture goes before a pose. Some steps are words only.
    """

    text: str
    pose: Pose | None
    picture: str = ""

    @property
    def figure(self) -> Pose | None:
        """The pose that the figure takes; none where a picture shows instead."""
        return None if self.picture else self.pose


@dataclass(frozen=True, slots=True)
class Dose:
    """How much: sets of a hold (`hold_s` seconds), or of `reps` repetitions of `rep_s` seconds each."""

    sets: int
    hold_s: float = 0.0
    reps: int = 0
    rep_s: float = 0.0

    @property
    def set_s(self) -> float:
        """Seconds that one set lasts."""
        return self.reps * self.rep_s if self.reps else self.hold_s


@dataclass(frozen=True, slots=True)
class Scene:
    """What the body is among: the props of `PROPS`, where (x in cm) the face of the wall or of the doorway's frame, the
    front edge of the chair's seat and the middle of the towel are; and which muscle is lit.
    """

    props: tuple[str, ...]
    wall_x: float = 0.0
    chair_x: float = 0.0
    towel_x: float = 0.0
    muscle: Muscle | None = "hamstring"


@dataclass(frozen=True, slots=True)
class HeldMotion:
    """A hold that moves: slowly to `pose` and back to the position that is held, once in `period_s` seconds."""

    pose: Pose
    period_s: float


@dataclass(frozen=True, slots=True)
class Exercise:
    """What the body does.

    `steps` lead into the position; the last one is the position that is held. `between` is shown while resting between
    two sets, `switch` while changing sides. Reps go from the pose of `between` into the last step's and back. `resume`
    is the number (from 1) of the step that leads back into the position after a rest, `resume_switched` after a change
    of sides. `held_motion` is there when holding means moving slowly, as in a massage; `other_rep` is the pose of every
    second rep, where the sides take turns.

    `equipment` is what it can't be done without, `optional` what is good to have. `also` are other words by which
    people look for it.

    `own` is an exercise of the user's. `mirror_pictures` says that its pictures are mirrored for the other leg, as the
    figure is.
    """

    id: str
    name: str
    kind: Kind
    region: str
    each_side: bool
    dose: Dose
    steps: tuple[Step, ...]
    between: Step
    switch: Step
    resume: int
    resume_switched: int
    scene: Scene
    equipment: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    muscles: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    ask_first: str = ""
    source: str = ""
    held_motion: HeldMotion | None = None
    other_rep: Pose | None = None
    mirror_pictures: bool = True
    own: bool = False

    def __hash__(self) -> int:
        """What is remembered of one is looked up for each picture: to hash all of it takes ten times as long."""
        return hash(self.id)

    @property
    def held(self) -> Step:
        """The position that is held."""
        return self.steps[-1]

    @property
    def stretches_hamstring(self) -> bool:
        """Whether what is held of it are minutes a leg; everything else is on a line of its own."""
        return self.kind == "stretch" and self.region == "hamstring"

    @property
    def drawn(self) -> bool:
        """Whether the figure shows all of it."""
        return all(step.figure is not None for step in (*self.steps, self.between, self.switch))

    @property
    def pictures(self) -> tuple[str, ...]:
        """The paths of its pictures, each once."""
        every = (step.picture for step in (*self.steps, self.between, self.switch))
        return tuple(dict.fromkeys(path for path in every if path))

    def with_pictures(self, paths: Mapping[str, str]) -> Exercise:
        """The same with other paths in place of these; a picture that isn't among them is left out."""

        def moved(step: Step) -> Step:
            return replace(step, picture=paths.get(step.picture, ""))

        steps = tuple(map(moved, self.steps))
        return replace(self, steps=steps, between=moved(self.between), switch=moved(self.switch))

    def seen(self, step: Step) -> Step:
        """The step whose picture or pose shows while `step` does.

        That is itself; or, where it has only words, the nearest step before that has something to see, or after. A rest
        and a change of sides come after the last step.
        """
        if step.picture or step.pose:
            return step
        number = self.steps.index(step) if step in self.steps else len(self.steps)
        nearest = (*reversed(self.steps[:number]), *self.steps[number:])
        return next((other for other in nearest if other.picture or other.pose), step)


Unit = Literal["holds", "sets", "massage"]
"""What sets are called when they are counted."""


def unit_of(done: Iterable[str], exercises: Mapping[str, Exercise]) -> Unit:
    """Of sets of these exercises together: nobody holds repetitions, and of massage the minutes are told. An exercise
    that is no longer known counts as held.
    """
    each = [exercises.get(one) for one in set(done)]
    massages = sum(one is not None and one.kind == "massage" for one in each)
    if massages:
        return "massage" if massages == len(each) else "sets"
    return "sets" if any(one and one.dose.reps for one in each) else "holds"
