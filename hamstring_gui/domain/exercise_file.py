"""How an exercise is read from the tables of its file (`assets/exercises/*.toml`, and the user's own)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from hamstring_gui.domain.exercise import (
    HANDS_ON,
    KINDS,
    LONGEST_HOLD_S,
    LONGEST_REP_S,
    MOST_REPS,
    MOST_SETS,
    MUSCLES,
    PROPS,
    SHORTEST_HOLD_S,
    STRAPS,
    Dose,
    Exercise,
    HeldMotion,
    Pose,
    Scene,
    Step,
)
from hamstring_gui.domain.reading import Table

LONGEST_NAME, LONGEST_REGION, LONGEST_STEP, LONGEST_PICTURE_NAME = 80, 40, 200, 100
"""Characters."""
MOST_STEPS = 20
LISTS = ("equipment", "optional", "also", "muscles", "cautions")
"""What an exercise may have several texts of."""
FARTHEST_CM, WIDEST_ANGLE = 500.0, 3600.0
"""How far from 0 the body and things may be, and how many degrees an angle may have: all of it can be painted."""
PICTURE_KINDS = (".png", ".jpg", ".jpeg", ".webp", ".svg")
_PICTURE_NAME = rf"(?i:\w[\w .-]*({'|'.join(map(re.escape, PICTURE_KINDS))}))"


def read_exercise(exercise_id: str, data: Mapping[str, Any], folder: str = "") -> Exercise:
    """Read an exercise from the tables of its file; one in a `folder` of its own, with its pictures, is the user's own.

    Raises `ReadingError`.
    """
    table = Table(data)
    poses = _read_poses(table)

    def step(entry: Table) -> Step:
        return _read_step(entry, poses, folder)

    steps = tuple(step(entry) for entry in table.tables("steps", most=MOST_STEPS))
    each_side = table.choice("sides", ("each", "both")) == "each"
    held = steps[-1]
    region = table.text("region", longest=LONGEST_REGION)
    exercise = Exercise(
        id=exercise_id,
        name=table.text("name", longest=LONGEST_NAME),
        kind=table.choice("kind", KINDS),  # type: ignore[arg-type]
        region=region,
        each_side=each_side,
        dose=_read_dose(table.table("dose")),
        steps=steps,
        between=step(table.table("between")) if "between" in table else held,
        switch=step(table.table("switch")) if "switch" in table else steps[0],
        resume=table.whole("resume", len(steps), least=1, most=len(steps)),
        resume_switched=table.whole("resume_switched", len(steps), least=1, most=len(steps)),
        scene=_read_scene(table, region),
        **{key: table.texts(key) for key in LISTS},
        ask_first=table.text("ask_first", ""),
        source=table.text("source", ""),
        held_motion=_read_held_motion(table.table("held_motion"), poses) if "held_motion" in table else None,
        other_rep=_read_other_rep(table.table("other_rep"), poses) if "other_rep" in table else None,
        mirror_pictures=table.flag("mirror_pictures", True),
        own=bool(folder),
    )
    table.done()
    return exercise


def _read_poses(table: Table) -> dict[str, Pose]:
    if "poses" not in table:
        return {}
    poses = table.table("poses")
    return {name: read_pose(poses.table(name)) for name in poses.names()}


def read_pose(table: Table) -> Pose:
    def angles(key: str) -> tuple[float, float, float]:
        first, second, third = table.numbers(key, (3,), within=WIDEST_ANGLE)
        return first, second, third

    def arm(key: str) -> tuple[float, float, float]:
        numbers = table.numbers(key, (2, 3), within=WIDEST_ANGLE)
        return numbers[0], numbers[1], numbers[-1]

    x, y = table.numbers("hip", (2,), within=FARTHEST_CM)
    pose = Pose(
        hip=(x, y),
        trunk=angles("trunk"),
        near_leg=angles("near_leg"),
        far_leg=angles("far_leg"),
        near_arm=arm("near_arm"),
        far_arm=arm("far_arm"),
        strap=table.choice("strap", STRAPS, "none"),  # type: ignore[arg-type]
        hands_on=_read_hands_on(table),
        grip=1.0 if table.flag("grip", False) else 0.0,
        open_arms=1.0 if table.flag("open_arms", False) else 0.0,
        ball=table.number("ball", least=-FARTHEST_CM, most=FARTHEST_CM) if "ball" in table else None,
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


def _read_other_rep(table: Table, poses: Mapping[str, Pose]) -> Pose:
    pose = _read_named_pose(table, poses)
    table.done()
    return pose


def _read_step(table: Table, poses: Mapping[str, Pose], folder: str) -> Step:
    table.may_hold("pose", "picture")
    step = Step(
        table.text("text", longest=LONGEST_STEP),
        _read_named_pose(table, poses) if "pose" in table else None,
        str(PurePath(folder, _read_picture(table))) if "picture" in table else "",
    )
    table.done()
    return step


def is_picture_name(name: str) -> bool:
    """Whether it is the bare name of a picture's file: nothing that leads out of a folder."""
    return len(name) <= LONGEST_PICTURE_NAME and re.fullmatch(_PICTURE_NAME, name) is not None


def _read_picture(table: Table) -> str:
    name = table.text("picture", longest=LONGEST_PICTURE_NAME)
    if not is_picture_name(name):
        kinds = ", ".join(PICTURE_KINDS)
        table.refuse("picture", f'must be the bare name of a {kinds} file beside this one; it is "{name}"')
    return name


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
    wall_x = table.number("wall_x", 0.0, least=-FARTHEST_CM, most=FARTHEST_CM)
    chair_x = table.number("chair_x", 0.0, least=-FARTHEST_CM, most=FARTHEST_CM)
    towel_x = table.number("towel_x", 0.0, least=-FARTHEST_CM, most=FARTHEST_CM)
    muscle = table.choice("lit", MUSCLES) if "lit" in table else next((one for one in MUSCLES if one == region), None)
    return Scene(props, wall_x, chair_x, towel_x, muscle)  # type: ignore[arg-type]
