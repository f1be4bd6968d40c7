"""An exercise as the text of a TOML file, from which `domain.exercise_file` reads the same exercise."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from hamstring_gui.domain.exercise import Dose, Exercise, Pose, Scene, Step
from hamstring_gui.storage.toml_file import plain_number, toml_text

Poses = dict[Pose, str]
"""The name of every pose: steps share one by its name."""


def write_exercise(exercise: Exercise) -> str:
    """The text; pictures are named as they lie beside it. What reading would fill in by itself is left out."""
    return toml_text(exercise_tables(exercise))


def exercise_tables(exercise: Exercise) -> dict[str, Any]:
    """Everything in the order of the file: first the single values, then the tables."""
    poses: Poses = {}
    steps = [_step(step, poses) for step in exercise.steps]
    values: dict[str, Any] = {
        "name": exercise.name,
        "kind": exercise.kind,
        "region": exercise.region,
        "sides": "each" if exercise.each_side else "both",
        "also": list(exercise.also),
        "equipment": list(exercise.equipment),
        "optional": list(exercise.optional),
        "muscles": list(exercise.muscles),
        "cautions": list(exercise.cautions),
        "ask_first": exercise.ask_first,
        "source": exercise.source,
        **_scene(exercise.scene, exercise.region),
    }
    values = {key: value for key, value in values.items() if value not in ("", [], 0)}
    if exercise.resume != len(steps):
        values["resume"] = exercise.resume
    if exercise.resume_switched != len(steps):
        values["resume_switched"] = exercise.resume_switched
    if not exercise.mirror_pictures:
        values["mirror_pictures"] = False
    values["dose"] = dose_table(exercise.dose)
    values["steps"] = steps
    if exercise.between != exercise.held:
        values["between"] = _step(exercise.between, poses)
    if exercise.switch != exercise.steps[0]:
        values["switch"] = _step(exercise.switch, poses)
    if (motion := exercise.held_motion) is not None:
        values["held_motion"] = {"pose": _pose_name(motion.pose, poses), "period_s": plain_number(motion.period_s)}
    if exercise.other_rep is not None:
        values["other_rep"] = {"pose": _pose_name(exercise.other_rep, poses)}
    if poses:
        values["poses"] = {name: pose_table(pose) for pose, name in poses.items()}
    return values


def _step(step: Step, poses: Poses) -> dict[str, str]:
    written = {"text": step.text}
    if step.pose is not None:
        written["pose"] = _pose_name(step.pose, poses)
    if step.picture:
        written["picture"] = PurePath(step.picture).name
    return written


def _pose_name(pose: Pose, poses: Poses) -> str:
    return poses.setdefault(pose, f"pose-{len(poses) + 1}")


def dose_table(dose: Dose) -> dict[str, float]:
    if dose.reps:
        return {"sets": dose.sets, "reps": dose.reps, "rep_s": plain_number(dose.rep_s)}
    return {"sets": dose.sets, "hold_s": plain_number(dose.hold_s)}


def _scene(scene: Scene, region: str) -> Mapping[str, Any]:
    places = {"wall_x": scene.wall_x, "chair_x": scene.chair_x, "towel_x": scene.towel_x}
    lit = {} if scene.muscle in (None, region) else {"lit": scene.muscle}
    return {"props": list(scene.props), **lit, **{key: plain_number(x) for key, x in places.items()}}


def pose_table(pose: Pose) -> dict[str, Any]:
    parts = {
        "hip": pose.hip, "trunk": pose.trunk, "near_leg": pose.near_leg, "far_leg": pose.far_leg,
        "near_arm": pose.near_arm, "far_arm": pose.far_arm,
    }  # fmt: skip
    written: dict[str, Any] = {key: [plain_number(number) for number in numbers] for key, numbers in parts.items()}
    if pose.strap != "none":
        written["strap"] = pose.strap
    if pose.hands_on != ("", ""):
        written["hands_on"] = list(pose.hands_on)
    if pose.grip:
        written["grip"] = True
    if pose.open_arms:
        written["open_arms"] = True
    if pose.ball is not None:
        written["ball"] = plain_number(pose.ball)
    return written
