"""Hands, muscles and pace as an anatomist would want them: rules for every pose of every exercise."""

from __future__ import annotations

import math
from functools import cache
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from hamstring_gui.domain.demonstration import demonstrated, round_s
from hamstring_gui.domain.exercise import Exercise, Muscle, Pose, Scene
from hamstring_gui.domain.guidance import Shown, pose_before, shown
from hamstring_gui.domain.moving import blend
from hamstring_gui.domain.routine import Item, Routine, unroll
from hamstring_gui.domain.skeleton import JOINTS, PALM, THIGH, Point, joints, local, turn
from hamstring_gui.domain.tempo import move_s
from hamstring_gui.domain.values import replace
from hamstring_gui.figure.look import look_for
from hamstring_gui.figure.muscles import _evenly as evenly
from hamstring_gui.figure.muscles import landmarks, lit_muscle, muscle_cm, room_of
from hamstring_gui.figure.picture import Frame, frame_of, paint, placed, ways
from hamstring_gui.figure.shapes import shapes
from tests.figure.conftest import apart, frames, load
from tests.pixels import channels_apart, pixels

pytestmark = [pytest.mark.thorough, pytest.mark.usefixtures("qapp")]

FASTEST_CM = 60.5
"""A second."""
SCALE = 5


def named_poses(exercise: Exercise) -> dict[str, Pose]:
    steps = {f"step {number}": step for number, step in enumerate(exercise.steps, start=1)}
    steps |= {"between": exercise.between, "switch": exercise.switch}
    found = {name: placed(step.pose, exercise.scene) for name, step in steps.items() if step.pose is not None}
    return found | ({"motion": exercise.held_motion.pose} if exercise.held_motion else {})


def gap_cm(path: QPainterPath, point: Point) -> float:
    """How far a point is from an outline: outside positive, inside negative."""
    inside = path.contains(QPointF(*point))
    away = next(r / 20 for r in range(1, 400) if any(path.contains(one) != inside for one in _round(point, r / 20)))
    return -away if inside else away


def _round(point: Point, radius: float) -> list[QPointF]:
    turns = [math.radians(degrees) for degrees in range(0, 360, 10)]
    return [QPointF(point[0] + radius * math.cos(a), point[1] + radius * math.sin(a)) for a in turns]


FINGERS = (13.0, -2.8), (16.0, -3.3)
"""The underside of a hand's fingers, from the wrist."""


def resting_hands(pose: Pose, place: Point = PALM) -> list[tuple[str, Point]]:
    """What each hand that is on a leg lies on, and where its palm is, or another place of it."""
    at = joints(pose)
    places = (local(at.near_wrist, pose.near_arm[2], place), local(at.far_wrist, pose.far_arm[2], place))
    return [(on, there) for on, there in zip(pose.hands_on, places, strict=True) if on]


def test_a_hand_that_is_on_something_touches_it(exercise: Exercise) -> None:
    for name, pose in named_poses(exercise).items():
        parts = shapes(pose)
        far = QPainterPath(parts.far_leg)
        far.addPath(parts.far_shorts)
        for place, most in ((PALM, 0.5), *((finger, 0.9) for finger in FINGERS)):
            for on, there in resting_hands(pose, place):
                gap = gap_cm(parts.limb if on.startswith("near") else far, there)
                assert abs(gap) <= most, f"{name}: {on}, {gap:.2f} cm"


def test_no_hand_presses_a_straight_knee(exercise: Exercise) -> None:
    for name, pose in named_poses(exercise).items():
        for on, palm in resting_hands(pose):
            leg = pose.near_leg if on.startswith("near") else pose.far_leg
            if abs(turn(leg[1], leg[0])) < 15.0:
                along_thigh = local((0.0, 0.0), -leg[0], (palm[0] - pose.hip[0], palm[1] - pose.hip[1]))[0]
                assert along_thigh <= 0.85 * THIGH, f"{name}: {on}"


@pytest.mark.parametrize(
    ("exercise_id", "muscle", "least", "most"),
    [
        ("band-hamstring-stretch", "hamstring", 1.2, 1.3),
        ("legs-up-the-wall", "hamstring", 1.02, 1.2),
        ("active-knee-extension", "hamstring", 1.05, 1.2),
        ("romanian-dead-lift", "hamstring", 1.1, 1.3),
        ("half-kneeling-hamstring-stretch", "hamstring", 1.02, 1.2),
        ("leg-curl", "hamstring", 0.8, 0.9),
        ("glute-bridge", "glutes", 0.7, 0.9),
        ("wall-calf-stretch", "calf", 1.02, 1.2),
        ("hip-flexor-stretch", "hip", 1.02, 1.3),
    ],
)
def test_a_stretch_lengthens_the_muscle_and_strength_shortens_it(
    exercise_id: str, muscle: Muscle, least: float, most: float
) -> None:
    exercise = load(exercise_id)
    held, between = exercise.held.pose, exercise.between.pose
    assert held is not None
    assert between is not None
    assert least < muscle_cm(held, muscle) / muscle_cm(between, muscle) < most


def test_a_muscle_does_not_fold_back_on_itself(exercise: Exercise) -> None:
    """Behind a knee that bends, its tendon would have gone past its bone and back."""
    muscle = exercise.scene.muscle
    for name, pose in frames(exercise, 6) if muscle else ():
        middle, _ = evenly(landmarks(pose, muscle))
        ways = [math.degrees(math.atan2(dy, dx)) for _, (dx, dy) in middle]
        assert max(abs(turn(a, b)) for a, b in pairwise(ways)) < 70, name


def test_a_muscle_ends_on_the_bones_that_it_moves(exercise: Exercise) -> None:
    """At a joint's own distance from it, whatever the pose: a muscle that left its bone would change that."""
    for muscle in ("hamstring", "calf", "glutes"):
        ends = {"hamstring": ("hip", "near_knee"), "calf": ("near_knee", "near_ankle"), "glutes": ("hip", "hip")}[
            muscle
        ]
        spans = []
        for _, pose in frames(exercise, 3):
            at, points = joints(pose), landmarks(pose, muscle)
            spans.append([math.dist(getattr(at, end), p) for end, p in zip(ends, (points[0], points[-1]), strict=True)])
        assert np.ptp(np.array(spans), axis=0).max() < 0.01


def picture(exercise: Exercise, frame: Frame, pose: Pose, lit: float) -> QImage:
    image = blank(frame)
    painter = QPainter(image)
    target = QRectF(0, 0, image.width(), image.height())
    paint(painter, target, frame, pose, exercise.scene, look_for(False), mirrored=False, lit=lit, breath=0.0)
    painter.end()
    return image


def blank(frame: Frame) -> QImage:
    image = QImage(round(frame.w * SCALE), round(frame.h * SCALE), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    return image


def test_nothing_of_a_muscle_is_painted_outside_the_limb(exercise: Exercise) -> None:
    frame = frame_of(exercise)
    poses = [exercise.held.pose, exercise.between.pose]
    for pose in (placed(one, exercise.scene) for one in poses if one is not None):
        changed = channels_apart(picture(exercise, frame, pose, 1.0), picture(exercise, frame, pose, 0.0), 8)
        limb = blank(frame)
        painter = QPainter(limb)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, limb.height())
        painter.scale(SCALE, -SCALE)
        painter.translate(-frame.x, -frame.y)
        room = room_of(pose, exercise.scene.muscle or "hamstring")
        painter.fillPath(room, QColor("black"))
        painter.strokePath(room, QPen(QColor("black"), 2 / SCALE))  # the pixels that the edge runs through
        painter.end()
        inside = (pixels(limb) & 0xFF) < 250
        assert exercise.scene.muscle is None or changed.any()
        assert not (changed & ~inside).any()


def test_a_muscle_has_its_edge_all_round(exercise: Exercise) -> None:
    """It gets thin where the limb has no room for it; nothing cuts it off, or a hole into it."""
    muscle = exercise.scene.muscle
    assert muscle is not None
    motion = exercise.held_motion.pose if exercise.held_motion else exercise.held.pose
    for pose in (placed(one, exercise.scene) for one in (exercise.held.pose, motion, exercise.between.pose) if one):
        room, edge = room_of(pose, muscle), lit_muscle(pose, muscle).edge
        line = [point for polygon in edge.toSubpathPolygons() for point in polygon]
        outside = [gap_cm(room, (p.x(), p.y())) for p in line if not room.contains(p)]
        assert max(outside, default=0.0) <= 0.15


def test_a_move_takes_as_long_as_its_way_needs(exercise: Exercise) -> None:
    for start, end in ways(exercise):
        assert 1.2 <= move_s(start, end) <= 3.5
        assert move_s(start, end, careful=True) == pytest.approx(1.5 * move_s(start, end))


def fastest(exercise: Exercise, moments: list[tuple[float, Shown]]) -> float:
    """The greatest speed of a joint, cm/s, along moments with their seconds."""
    if len(moments) < 2:
        return 0.0
    seconds = np.diff([s for s, _ in moments])
    there = np.array([joints_at(exercise.scene, now.start, now.end, now.progress) for _, now in moments])
    return float((apart(there[1:], there[:-1]).max(axis=1) / seconds).max())


@cache
def joints_at(scene: Scene, start: Pose, end: Pose, progress: float) -> list[Point]:
    """Most moments of a session are like others of it."""
    at = joints(placed(blend(start, end, progress), scene))
    return [getattr(at, name) for name in JOINTS]


def test_nobody_is_hurried_in_a_session(exercise: Exercise) -> None:
    """With the gaps of the routines that ship."""
    item = Item(exercise.id, replace(exercise.dose, sets=2), rest_s=10, switch_s=12)
    routine = Routine("one", "One", (item,), setup_s=20)
    phases = unroll(routine, {exercise.id: exercise})
    for index, phase in enumerate(phases):
        if phase.reps:
            continue
        before, moments = pose_before(exercise, phases, index), []
        for i in range(round(phase.seconds / 0.1)):
            now = shown(exercise, phase, i * 0.1, phase.seconds, before)
            if now.start is not None and now.end is not None:
                moments.append((i * 0.1, now))
        assert fastest(exercise, moments) < FASTEST_CM, f"{phase.kind} {index}"


def test_nobody_is_hurried_on_an_exercises_page(exercise: Exercise) -> None:
    if exercise.dose.reps:
        return
    moments = []
    for i in range(round(round_s(exercise) / 0.1)):
        now = demonstrated(exercise, round_s(exercise) + i * 0.1).shown
        assert now.start is not None
        assert now.end is not None
        moments.append((i * 0.1, now))
    assert fastest(exercise, moments) < FASTEST_CM
