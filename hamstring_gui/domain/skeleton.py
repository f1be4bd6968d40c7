"""The figure's skeleton: where the joints are, from the angles of a pose. No drawing here.

Units are cm for a body of 170 cm, y up, floor at 0; angles are degrees counter-clockwise from +x, absolute per
segment. Segment lengths after Drillis & Contini (1966), rounded. The front of the body is clockwise of the trunk's
direction, and to the left of a leg's or an arm's direction: knees bend clockwise, elbows counter-clockwise.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Literal

from hamstring_gui.domain.exercise import Pose, Strap
from hamstring_gui.domain.values import dataclass

Point = tuple[float, float]
Angles = tuple[float, float, float]
Circle = tuple[float, float, float]
Posture = Literal["lying", "kneeling", "sitting", "standing"]

TRUNK, NECK, HEAD = 49.0, 9.0, 12.0
THIGH, SHANK, FOOT = 41.5, 41.0, 19.0
UPPER_ARM, FOREARM, HAND = 29.5, 24.5, 9.0

STRAP_ON_SOLE = (12.6, -6.9)
OPEN_ARM = 0.76
"""How long an arm looks from the side that lies open: this share of its length."""
GRIP = (6.2, 0.3)
PALM = (6.0, -3.1)
CHEST_SWELL = 1.3
LYING_CM, KNEELING_CM, STANDING_CM = 30.0, 12.0, 60.0
"""The shoulders of who lies are lower than this, and a knee of who kneels; the hip of who stands is higher."""
KNEE_BENDS, ELBOW_BENDS = -1.0, 1.0
"""Which way: knees clockwise, elbows counter-clockwise."""
_SLACK: dict[Strap, float] = {"none": -1.0, "slack": 0.0, "taut": 1.0}


@dataclass(frozen=True, slots=True)
class Joints:
    """Where every joint is, (x, y) in cm. `head` is the middle of the head, `toe` the end of the foot's segment."""

    hip: Point
    shoulder: Point
    neck: Point
    head: Point
    near_knee: Point
    near_ankle: Point
    near_toe: Point
    far_knee: Point
    far_ankle: Point
    far_toe: Point
    near_elbow: Point
    near_wrist: Point
    near_hand: Point
    far_elbow: Point
    far_wrist: Point
    far_hand: Point


JOINTS = tuple(Joints.__annotations__)


def along(start: Point, angle: float, length: float) -> Point:
    """The point `length` cm from `start` in the direction of `angle` degrees."""
    radians = math.radians(angle)
    return start[0] + length * math.cos(radians), start[1] + length * math.sin(radians)


def local(origin: Point, angle: float, point: Point) -> Point:
    """A point given in axes turned by `angle` degrees about `origin`, in the picture's axes."""
    radians = math.radians(angle)
    cos, sin = math.cos(radians), math.sin(radians)
    return origin[0] + point[0] * cos - point[1] * sin, origin[1] + point[0] * sin + point[1] * cos


@lru_cache(maxsize=64)
def joints(pose: Pose) -> Joints:
    """Every joint of a pose."""
    shoulder = along(pose.hip, pose.trunk[0], TRUNK)
    neck = along(shoulder, pose.trunk[1], NECK)
    near_knee, near_ankle, near_toe = _limb(pose.hip, pose.near_leg, (THIGH, SHANK, FOOT))
    far_knee, far_ankle, far_toe = _limb(pose.hip, pose.far_leg, (THIGH, SHANK, FOOT))
    seen = arm_share(pose)
    arm = UPPER_ARM * seen, FOREARM * seen, HAND * seen
    near_elbow, near_wrist, near_hand = _limb(shoulder, pose.near_arm, arm)
    far_elbow, far_wrist, far_hand = _limb(shoulder, pose.far_arm, arm)
    return Joints(
        hip=pose.hip,
        shoulder=shoulder,
        neck=neck,
        head=along(neck, pose.trunk[2], HEAD),
        near_knee=near_knee,
        near_ankle=near_ankle,
        near_toe=near_toe,
        far_knee=far_knee,
        far_ankle=far_ankle,
        far_toe=far_toe,
        near_elbow=near_elbow,
        near_wrist=near_wrist,
        near_hand=near_hand,
        far_elbow=far_elbow,
        far_wrist=far_wrist,
        far_hand=far_hand,
    )


def posture(pose: Pose) -> Posture:
    """Told by where the body is low: the shoulders, a knee; else by how high the hip is."""
    at = joints(pose)
    if at.shoulder[1] < LYING_CM:
        return "lying"
    if min(at.near_knee[1], at.far_knee[1]) < KNEELING_CM:
        return "kneeling"
    return "standing" if at.hip[1] > STANDING_CM else "sitting"


def _limb(root: Point, angles: Angles, lengths: Angles) -> tuple[Point, Point, Point]:
    first = along(root, angles[0], lengths[0])
    second = along(first, angles[1], lengths[1])
    return first, second, along(second, angles[2], lengths[2])


def arm_share(pose: Pose) -> float:
    """How long the arms look from the side, as a share of their length."""
    return 1.0 - (1.0 - OPEN_ARM) * pose.open_arms


def pull(pose: Pose) -> float:
    """How the strap is: -1 not there, 0 slack, 1 taut; between those while a pose blends into another."""
    return _SLACK[pose.strap] if pose.pull is None else pose.pull


def grips(pose: Pose) -> tuple[Point, Point]:
    """Where the near and the far hand hold the strap: in the middle of the fist."""
    body = joints(pose)
    return local(body.near_wrist, pose.near_arm[2], GRIP), local(body.far_wrist, pose.far_arm[2], GRIP)


def turn(a: float, b: float) -> float:
    """Degrees from `a` to `b` along the shorter arc, -180 < turn <= 180."""
    return 180.0 - (180.0 - (b - a)) % 360.0


def hip_bend(pose: Pose, leg: Angles) -> float:
    """Degrees that a thigh is lifted from standing straight."""
    return bend_between(pose.trunk[0], leg[0])


def bend_between(trunk: float, thigh: float) -> float:
    """The same, of the directions of trunk and thigh."""
    return turn(trunk - 180.0, thigh)


def shoulder_bend(pose: Pose, arm: Angles) -> float:
    """Degrees that an arm is lifted by the front from hanging down, -120 to 240: it can't go round by the back."""
    return (arm[0] - pose.trunk[0] + 180.0 + 120.0) % 360.0 - 120.0


def chest_swell(breath: float) -> float:
    """How far the chest stands out, in cm, for a breath of 0 (empty) to 1 (full)."""
    return CHEST_SWELL * min(1.0, max(0.0, breath))


def reach(root: Point, end: Point, first: float, second: float, bends: float) -> tuple[float, float]:
    """The angles of two bones from `root` to `end`; where that is too far or too near, as close as they come."""
    dx, dy = end[0] - root[0], end[1] - root[1]
    distance = min(first + second, max(abs(first - second) + 1e-6, math.hypot(dx, dy)))
    towards = math.degrees(math.atan2(dy, dx))
    at_root = math.degrees(math.acos(_cosine(first, distance, second)))
    at_joint = math.degrees(math.acos(_cosine(first, second, distance)))
    start = towards - bends * at_root
    return start, start + bends * (180.0 - at_joint)


def _cosine(a: float, b: float, opposite: float) -> float:
    return min(1.0, max(-1.0, (a * a + b * b - opposite * opposite) / (2 * a * b)))
