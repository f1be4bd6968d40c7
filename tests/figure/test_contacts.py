"""What the body touches, it keeps touching: feet, knees, hands, seat, ball and band, through every in-between frame."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from hamstring_gui.domain.exercise import Exercise, Pose
from hamstring_gui.domain.moving import FOREFOOT, HEEL, blend, reach
from hamstring_gui.domain.skeleton import PALM, Joints, Point, joints, local
from hamstring_gui.figure.picture import placed, ways
from hamstring_gui.figure.props import BALL_CM, band_ends
from hamstring_gui.figure.room import SEAT_CM, SEAT_DEEP_CM
from hamstring_gui.figure.shapes import shapes
from tests.figure.conftest import IDS, apart, bodies, frames, load, unlike

pytestmark = pytest.mark.thorough

COUNT = 60
SQUASHED_CM = 2.2
"""How far a thigh flattens on a seat, or gives way to a ball."""


def moments(exercise: Exercise) -> Iterator[tuple[str, Pose, Pose, list[Pose]]]:
    """Every way with its name, its two ends and the poses on it as they are painted."""
    painted = [pose for _, pose in frames(exercise, COUNT)]
    for number, (start, end) in enumerate(ways(exercise)):
        yield f"way {number + 1}", start, end, painted[number * (COUNT + 1) : (number + 1) * (COUNT + 1)]


def corner(at: Joints, pose: Pose, leg: str, place: Point) -> Point:
    ankle, angles = (at.near_ankle, pose.near_leg) if leg == "near" else (at.far_ankle, pose.far_leg)
    return local(ankle, angles[2], place)


def palm(pose: Pose, hand: int, above: float = 0.0) -> Point:
    """The middle of a palm, or a point so many cm before it."""
    at = joints(pose)
    wrist, angle = (at.far_wrist, pose.far_arm[2]) if hand else (at.near_wrist, pose.near_arm[2])
    return local(wrist, angle, (PALM[0], PALM[1] - above))


def holds(path: QPainterPath, point: Point) -> bool:
    return path.contains(QPointF(*point))


@pytest.mark.parametrize("leg", ["near", "far"])
def test_feet_that_stand_do_not_slide(exercise: Exercise, leg: str) -> None:
    angles = np.radians([getattr(pose, f"{leg}_leg")[2] for _, pose in frames(exercise, COUNT)])
    turns = np.array([[np.cos(angles), -np.sin(angles)], [np.sin(angles), np.cos(angles)]])
    for place in (HEEL, FOREFOOT):
        turned = np.moveaxis(np.einsum("xyn,y->xn", turns, place), 0, -1).reshape(-1, COUNT + 1, 2)
        there = bodies(exercise, COUNT)[f"{leg}_ankle"] + turned
        for (name, start, end, _), way in zip(moments(exercise), there, strict=True):
            first, last = (corner(joints(pose), pose, leg, place) for pose in (start, end))
            if math.dist(first, last) < 0.5 and start.hip == end.hip:
                assert apart(way, np.array(first)).max() < 0.7, f"{name}: {place}"


@pytest.mark.parametrize("exercise_id", ["glute-bridge", "romanian-dead-lift", "wall-calf-stretch"])
def test_feet_that_carry_stay_flat_on_the_floor(exercise_id: str) -> None:
    exercise = load(exercise_id)
    for start, end in [(exercise.between.pose, exercise.held.pose), (exercise.held.pose, exercise.between.pose)]:
        for i in range(COUNT + 1):
            pose = placed(blend(start, end, i / COUNT), exercise.scene)
            for place in (HEEL, FOREFOOT):
                x, y = corner(joints(pose), pose, "far", place)
                assert y == pytest.approx(0.2, abs=0.4)
                assert x == pytest.approx(corner(joints(start), start, "far", place)[0], abs=0.5)


def test_shoulders_stay_on_the_mat_in_the_bridge() -> None:
    bridge = load("glute-bridge")
    down, up = bridge.between.pose, bridge.held.pose
    for i in range(COUNT + 1):
        at = joints(blend(down, up, i / COUNT))
        assert math.dist(at.shoulder, joints(down).shoulder) < 0.3
        assert math.dist(at.head, joints(down).head) < 0.3
    assert up.hip[1] - down.hip[1] > 15


def test_the_knee_that_kneels_stays_where_it_is() -> None:
    kneeling = load("half-kneeling-hamstring-stretch")
    for name, pose in frames(kneeling, COUNT):
        x, y = joints(pose).far_knee
        assert (x, y) == pytest.approx((0, 5.3), abs=0.5), name


@pytest.mark.parametrize("exercise_id", ["half-kneeling-hamstring-stretch", "hip-flexor-stretch"])
def test_who_changes_knees_has_both_down_when_the_picture_turns_round(exercise_id: str) -> None:
    switch = load(exercise_id).switch.pose
    assert switch.near_leg == switch.far_leg
    assert joints(switch).near_knee == pytest.approx((0, 5.3), abs=0.1)


def test_hands_stay_on_the_leg_that_they_rest_on(exercise: Exercise) -> None:
    for name, start, end, poses in moments(exercise):
        resting = [(hand, on) for hand, on in enumerate(start.hands_on) if on and on == end.hands_on[hand]]
        for pose in poses[::10] if resting else ():
            parts = shapes(pose)
            for hand, on in resting:
                leg, shorts = (
                    (parts.near_leg, parts.near_shorts.outline)
                    if on.startswith("near")
                    else (parts.far_leg, parts.far_shorts)
                )
                reached = [palm(pose, hand, above) for above in (0, 1, 2)]
                assert any(holds(leg, point) or holds(shorts, point) for point in reached), name


@pytest.mark.parametrize("exercise_id", IDS)
def test_hands_on_are_named_where_hands_are_on(exercise_id: str) -> None:
    named = any(step.pose.hands_on != ("", "") for step in load(exercise_id).steps)
    resting = ("ball-hamstring-release", "chair-hamstring-stretch", "half-kneeling-hamstring-stretch")
    assert named == (exercise_id in (*resting, "romanian-dead-lift", "hip-flexor-stretch"))


def test_hands_stay_flat_on_the_wall() -> None:
    wall = load("wall-calf-stretch")
    for name, pose in frames(wall, COUNT):
        for hand in (0, 1):
            assert palm(pose, hand)[0] == pytest.approx(wall.scene.wall_x, abs=0.9), name


def test_both_hands_hold_the_upright_thigh() -> None:
    knee = load("active-knee-extension")
    for i in range(COUNT + 1):
        pose = blend(knee.between.pose, knee.held.pose, i / COUNT)
        assert pose.near_leg[0] == pytest.approx(90)
        assert pose.grip == 1.0
        for hand in (shapes(pose).near_hand, shapes(pose).far_hand):
            assert hand.outline.intersects(shapes(pose).near_leg)
            assert hand.strength == 1.0


def test_nobody_sinks_into_the_chair() -> None:
    for exercise_id in ("ball-hamstring-release", "chair-hamstring-stretch"):
        exercise = load(exercise_id)
        front = exercise.scene.chair_x
        for name, pose in unlike(frames(exercise, 5)):
            parts = shapes(pose)
            for part in (parts.near_shorts.outline, parts.far_shorts):
                for polygon in part.toSubpathPolygons():
                    inside = [p.y() for p in polygon if front - SEAT_DEEP_CM < p.x() < front - 2.0]
                    assert min(inside, default=SEAT_CM) > SEAT_CM - SQUASHED_CM, (exercise_id, name)
            assert pose.hip[0] - 8.9 > front - SEAT_DEEP_CM + 3.0, f"{name}: in the back of the chair"
            assert pose.hip[1] - 8.9 == pytest.approx(SEAT_CM, abs=0.6), f"{name}: off the seat"


def test_the_ball_is_between_seat_and_thigh_and_rolls_along_it() -> None:
    exercise = load("ball-hamstring-release")
    with_ball = [(name, a, b, poses) for name, a, b, poses in moments(exercise) if None not in (a.ball, b.ball)]
    assert len(with_ball) >= 4
    for name, start, end, poses in with_ball:
        for pose in poses[::5]:
            assert pose.ball is not None
            thigh = shapes(pose).near_leg
            top = SEAT_CM + 2 * BALL_CM
            assert holds(thigh, (pose.ball, top - 0.1)), f"{name}: the ball hangs free"
            assert not holds(thigh, (pose.ball, top - SQUASHED_CM)), f"{name}: the ball is in the thigh"
            assert pose.ball + BALL_CM < exercise.scene.chair_x, f"{name}: off the seat"
        assert start.ball is not None
        assert end.ball is not None
        half_as_far = (end.hip[0] - start.hip[0]) / 2
        assert end.ball - start.ball == pytest.approx(half_as_far, abs=0.5)
    assert exercise.held_motion is not None
    knees = [pose.near_leg[0] - pose.near_leg[1] for pose in (exercise.held.pose, exercise.held_motion.pose)]
    assert knees[0] > 70 > 30 > knees[1] % 360


def test_the_ankle_band_sits_on_both_ankles() -> None:
    curl = load("leg-curl")
    for name, pose in frames(curl, 20):
        near, far = band_ends(pose)
        at, parts = joints(pose), shapes(pose)
        assert holds(parts.near_leg, near), name
        assert holds(parts.far_leg, far), name
        assert math.dist(near, at.near_ankle) < 8 > math.dist(far, at.far_ankle)


def test_a_face_that_looks_down_stays_off_the_mat() -> None:
    curl = load("leg-curl")
    at = joints(curl.held.pose)
    nose = local(at.head, curl.held.pose.trunk[2] - 90, (11.7, -3.4))
    forehead = local(at.head, curl.held.pose.trunk[2] - 90, (8.6, 6.6))
    assert nose[1] > 0.5
    assert forehead[1] == pytest.approx(2.8, abs=1.2)
    assert abs(forehead[0] - curl.scene.towel_x) < 7


def test_no_joint_jumps(exercise: Exercise) -> None:
    for joint, there in bodies(exercise, COUNT).items():
        steps = apart(there[:, 1:], there[:, :-1]).max(axis=1)
        assert steps.max() < 7, f"way {steps.argmax() + 1}: {joint}"


SNAP_CM = 0.2
"""By how much more a joint may move in a sixtieth of a way than in the one before and the one after."""


def test_no_joint_snaps(exercise: Exercise) -> None:
    for joint in ("hip", "head", "near_knee", "far_knee", "near_elbow", "far_elbow", "near_toe", "far_toe"):
        there = bodies(exercise, COUNT)[joint]
        steps = apart(there[:, 1:], there[:, :-1])
        sudden = (steps[:, 1:-1] - np.maximum(steps[:, :-2], steps[:, 2:])).max(axis=1)
        assert sudden.max() < SNAP_CM, f"way {sudden.argmax() + 1}: {joint}"


def test_arms_lie_on_the_mat_beside_who_rests_by_the_wall(wall: Exercise) -> None:
    lies = [step.pose for step in wall.steps[1:]]
    for a, b in [*pairwise(lies), (wall.held.pose, wall.between.pose)]:
        for i in range(11):
            pose = placed(blend(a, b, i / 10), wall.scene)
            at = joints(pose)
            for elbow, wrist in ((at.near_elbow, at.near_wrist), (at.far_elbow, at.far_wrist)):
                assert max(elbow[1], wrist[1]) < 5.0
                assert at.shoulder[0] < elbow[0] < wrist[0] < wall.scene.wall_x - 15
    for pose in (wall.held.pose, wall.between.pose):
        assert placed(pose, wall.scene) is pose, "the hands are in the wall"


def test_who_steps_lifts_the_foot() -> None:
    calf = load("wall-calf-stretch")
    for i in range(1, 10):
        pose = placed(blend(calf.held.pose, calf.between.pose, i / 10), calf.scene)
        at = joints(pose)
        heel = corner(at, pose, "near", HEEL)[1]
        assert heel > (3.0 if 3 <= i <= 7 else 0.2), i
        assert corner(at, pose, "far", HEEL)[1] == pytest.approx(0.3, abs=0.4)


def test_reach_bends_the_way_it_is_told_and_no_further_than_it_can() -> None:
    for bends in (1.0, -1.0):
        first, second = reach((0, 0), (30, 10), 29.5, 24.5, bends)
        elbow = local((0, 0), first, (29.5, 0))
        assert local(elbow, second, (24.5, 0)) == pytest.approx((30, 10))
        assert (second - first) * bends > 0
    straight = reach((0, 0), (0, -90), 29.5, 24.5, 1.0)
    assert straight == pytest.approx((-90, -90), abs=1e-3)
