"""An exercise: what the body does. Frozen values, and how they are read from a table (`assets/exercises/*.toml`).

Angles are degrees, counter-clockwise from +x, absolute per segment; lengths are cm for a body of 170 cm, y up, floor at
0. The picture is a side view of the *right* side working; the left side's picture is its mirror image.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from hamstring_gui.domain.reading import Table

Side = Literal["left", "right", "both"]
Kind = Literal["stretch", "massage", "strength", "rest pose"]
Strap = Literal["none", "slack", "taut"]
Muscle = Literal["hamstring", "calf", "glutes"]

KINDS: tuple[Kind, ...] = ("stretch", "massage", "strength", "rest pose")
PROPS = ("mat", "floor", "wall", "doorway", "chair", "ball", "strap", "ankle band", "towel")
MUSCLES: tuple[Muscle, ...] = ("hamstring", "calf", "glutes")
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
    ball: float | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: one sentence or two, in the second person, and the pose that shows it."""

    text: str
    pose: Pose


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
    of sides. `held_motion` is there when holding means moving slowly, as in a massage.
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
    muscles: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    ask_first: str = ""
    source: str = ""
    held_motion: HeldMotion | None = None

    @property
    def held(self) -> Step:
        """The position that is held."""
        return self.steps[-1]


def read_exercise(exercise_id: str, data: Mapping[str, Any]) -> Exercise:
    """Read an exercise from the tables of its file. Raises `ReadingError`."""
    table = Table(data)
    poses = _read_poses(table)
    steps = tuple(_read_step(step, poses) for step in table.tables("steps", most=20))
    each_side = table.choice("sides", ("each", "both")) == "each"
    held = steps[-1]
    region = table.text("region", longest=40)
    exercise = Exercise(
        id=exercise_id,
        name=table.text("name", longest=80),
        kind=table.choice("kind", KINDS),  # type: ignore[arg-type]
        region=region,
        each_side=each_side,
        dose=_read_dose(table.table("dose")),
        steps=steps,
        between=_read_step(table.table("between"), poses) if "between" in table else held,
        switch=_read_step(table.table("switch"), poses) if "switch" in table else steps[0],
        resume=table.whole("resume", len(steps), least=1, most=len(steps)),
        resume_switched=table.whole("resume_switched", len(steps), least=1, most=len(steps)),
        scene=_read_scene(table, region),
        equipment=table.texts("equipment"),
        muscles=table.texts("muscles"),
        cautions=table.texts("cautions"),
        ask_first=table.text("ask_first", ""),
        source=table.text("source", ""),
        held_motion=_read_held_motion(table.table("held_motion"), poses) if "held_motion" in table else None,
    )
    table.done()
    return exercise


def _read_poses(table: Table) -> dict[str, Pose]:
    poses = table.table("poses")
    return {name: _read_pose(poses.table(name)) for name in poses.names()}


def _read_pose(table: Table) -> Pose:
    def arm(key: str) -> tuple[float, float, float]:
        angles = table.numbers(key, (2, 3))
        return angles[0], angles[1], angles[-1]

    x, y = table.numbers("hip", (2,))
    trunk, neck, head = table.numbers("trunk", (3,))
    near_thigh, near_shank, near_foot = table.numbers("near_leg", (3,))
    far_thigh, far_shank, far_foot = table.numbers("far_leg", (3,))
    pose = Pose(
        hip=(x, y),
        trunk=(trunk, neck, head),
        near_leg=(near_thigh, near_shank, near_foot),
        far_leg=(far_thigh, far_shank, far_foot),
        near_arm=arm("near_arm"),
        far_arm=arm("far_arm"),
        strap=table.choice("strap", STRAPS, "none"),  # type: ignore[arg-type]
        hands_on=_read_hands_on(table),
        grip=1.0 if table.flag("grip", False) else 0.0,
        ball=table.number("ball", least=-500, most=500) if "ball" in table else None,
    )
    table.done()
    return pose


def _read_hands_on(table: Table) -> tuple[str, str]:
    """What the near and the far hand rest on; one text counts for both."""
    if "hands_on" not in table:
        return "", ""
    names = table.texts("hands_on", HANDS_ON)
    if len(names) not in (1, 2):
        table.refuse("hands_on", "must hold one text for both hands, or one for each")
    return names[0], names[-1]


def _read_held_motion(table: Table, poses: Mapping[str, Pose]) -> HeldMotion:
    motion = HeldMotion(_read_named_pose(table, poses), table.number("period_s", least=2.0, most=60.0))
    table.done()
    return motion


def _read_step(table: Table, poses: Mapping[str, Pose]) -> Step:
    step = Step(table.text("text", longest=200), _read_named_pose(table, poses))
    table.done()
    return step


def _read_named_pose(table: Table, poses: Mapping[str, Pose]) -> Pose:
    name = table.text("pose")
    if name not in poses:
        table.refuse("pose", f'is not one of the poses: "{name}"')
    return poses[name]


def _read_dose(table: Table) -> Dose:
    sets = table.whole("sets", least=1, most=MOST_SETS)
    dose = read_set(table, sets, None)
    table.done()
    return dose


def read_set(table: Table, sets: int, usual: Dose | None) -> Dose:
    """Read `hold_s`, or `reps` and `rep_s`; what is not there comes from the `usual` dose."""
    table.may_hold("hold_s", "reps", "rep_s")
    if "reps" in table or "rep_s" in table:
        if "hold_s" in table:
            table.refuse("hold_s", "can't stand beside reps: a set is a hold or a run of reps")
        reps = table.whole("reps", usual.reps or None if usual else None, least=1, most=MOST_REPS)
        rep_s = table.number("rep_s", usual.rep_s or None if usual else None, least=SHORTEST_HOLD_S, most=LONGEST_REP_S)
        if reps * rep_s > LONGEST_HOLD_S:
            table.refuse("reps", f"× rep_s must be at most {LONGEST_HOLD_S:g} seconds; it is {reps * rep_s:g}")
        return Dose(sets, reps=reps, rep_s=rep_s)
    if usual is not None and "hold_s" not in table:
        return Dose(sets, usual.hold_s, usual.reps, usual.rep_s)
    return Dose(sets, hold_s=table.number("hold_s", least=SHORTEST_HOLD_S, most=LONGEST_HOLD_S))


def _read_scene(table: Table, region: str) -> Scene:
    props = table.texts("props", PROPS)
    wall_x = table.number("wall_x", 0.0, least=-500, most=500)
    chair_x = table.number("chair_x", 0.0, least=-500, most=500)
    towel_x = table.number("towel_x", 0.0, least=-500, most=500)
    return Scene(props, wall_x, chair_x, towel_x, next((muscle for muscle in MUSCLES if muscle == region), None))
