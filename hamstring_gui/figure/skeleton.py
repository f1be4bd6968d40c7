"""The figure's skeleton: joints from angles, poses between poses, and what joints can't do. No drawing here.

Units are cm for a body of 170 cm, y up, floor at 0; angles are degrees counter-clockwise from +x, absolute per
segment. Segment lengths after Drillis & Contini (1966), rounded. The front of the body is clockwise of the trunk's
direction, and to the left of a leg's or an arm's direction: knees bend clockwise, elbows counter-clockwise.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache

from hamstring_gui.domain.exercise import Pose, Strap

Point = tuple[float, float]
Angles = tuple[float, float, float]
Circle = tuple[float, float, float]

TRUNK, NECK, HEAD = 49.0, 9.0, 12.0
THIGH, SHANK, FOOT = 41.5, 41.0, 19.0
UPPER_ARM, FOREARM, HAND = 29.5, 24.5, 9.0

STRAP_ON_SOLE = (12.6, -6.9)
GRIP = (6.2, 0.3)
CHEST_SWELL = 1.3
TOUCH_CM = 0.3
FOOT_CORNERS = ((-6.1, -4.6), (-5.0, -6.2), (-2.2, -6.9), (13.4, -6.9), (19.8, -6.5), (20.6, -5.2), (20.0, -3.8))
FINGERTIP = (15.4, -2.4)
NOSE = (11.7, -3.4)
BUN = (-3.7, 12.9)

_SLACK: dict[Strap, float] = {"none": -1.0, "slack": 0.0, "taut": 1.0}

KNEE = (-4.0, 150.0)
ELBOW = (-4.0, 150.0)
ANKLE = (-55.0, 28.0)
HIP = (-22.0, 135.0)
SHOULDER = (-65.0, 190.0)
WRIST = (-85.0, 85.0)
NECK_BEND = (-45.0, 45.0)


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


def along(start: Point, angle: float, length: float) -> Point:
    """The point `length` cm from `start` in the direction of `angle` degrees."""
    radians = math.radians(angle)
    return start[0] + length * math.cos(radians), start[1] + length * math.sin(radians)


def local(origin: Point, angle: float, point: Point) -> Point:
    """A point given in axes turned by `angle` degrees about `origin`, in the picture's axes."""
    radians = math.radians(angle)
    cos, sin = math.cos(radians), math.sin(radians)
    return origin[0] + point[0] * cos - point[1] * sin, origin[1] + point[0] * sin + point[1] * cos


def joints(pose: Pose) -> Joints:
    """Every joint of a pose."""
    shoulder = along(pose.hip, pose.trunk[0], TRUNK)
    neck = along(shoulder, pose.trunk[1], NECK)
    near_knee, near_ankle, near_toe = _limb(pose.hip, pose.near_leg, (THIGH, SHANK, FOOT))
    far_knee, far_ankle, far_toe = _limb(pose.hip, pose.far_leg, (THIGH, SHANK, FOOT))
    near_elbow, near_wrist, near_hand = _limb(shoulder, pose.near_arm, (UPPER_ARM, FOREARM, HAND))
    far_elbow, far_wrist, far_hand = _limb(shoulder, pose.far_arm, (UPPER_ARM, FOREARM, HAND))
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


def _limb(root: Point, angles: Angles, lengths: Angles) -> tuple[Point, Point, Point]:
    first = along(root, angles[0], lengths[0])
    second = along(first, angles[1], lengths[1])
    return first, second, along(second, angles[2], lengths[2])


def pull(pose: Pose) -> float:
    """How the strap is: -1 not there, 0 slack, 1 taut; between those while a pose blends into another."""
    return _SLACK[pose.strap] if pose.pull is None else pose.pull


def circles(pose: Pose) -> list[Circle]:
    """Circles that touch the body's outline where the body may touch the floor, a wall or the picture's edge."""
    at = joints(pose)
    face = pose.trunk[2] - 90.0
    return [
        (*at.head, 9.9),
        (*local(at.head, face, BUN), 4.5),
        (*local(at.head, face, NOSE), 0.5),
        (*at.hip, 8.9),
        (*along(at.hip, pose.trunk[0], 0.7 * TRUNK), 9.8),
        *_leg_circles(at.near_knee, at.near_ankle, pose.near_leg),
        *_leg_circles(at.far_knee, at.far_ankle, pose.far_leg),
        *_arm_circles(at.near_elbow, at.near_wrist, pose.near_arm),
        *_arm_circles(at.far_elbow, at.far_wrist, pose.far_arm),
    ]


def _leg_circles(knee: Point, ankle: Point, leg: Angles) -> list[Circle]:
    corners: list[Circle] = [(*local(ankle, leg[2], corner), 0.1) for corner in FOOT_CORNERS]
    return [(*knee, 5.0), (*along(knee, leg[1], 0.3 * SHANK), 5.9), *corners]


def _arm_circles(elbow: Point, wrist: Point, arm: Angles) -> list[Circle]:
    return [(*elbow, 3.4), (*wrist, 2.4), (*local(wrist, arm[2], FINGERTIP), 0.6)]


@lru_cache(maxsize=8)
def settle(pose: Pose, wall_x: float = math.inf) -> Pose:
    """The pose with limbs lifted out of the floor, and moved away from the wall it would reach into.

    A pose that touches both without entering them comes back as it is; a pose between two others may need this.
    """
    at = joints(pose)
    near_leg = _lifted(pose.near_leg, at.hip, _leg_circles(at.near_knee, at.near_ankle, pose.near_leg))
    far_leg = _lifted(pose.far_leg, at.hip, _leg_circles(at.far_knee, at.far_ankle, pose.far_leg))
    near_arm = _lifted(pose.near_arm, at.shoulder, _arm_circles(at.near_elbow, at.near_wrist, pose.near_arm))
    far_arm = _lifted(pose.far_arm, at.shoulder, _arm_circles(at.far_elbow, at.far_wrist, pose.far_arm))
    lifted = (near_leg, far_leg, near_arm, far_arm)
    if lifted != (pose.near_leg, pose.far_leg, pose.near_arm, pose.far_arm):
        pose = replace(pose, near_leg=near_leg, far_leg=far_leg, near_arm=near_arm, far_arm=far_arm)
    into = max(x + radius for x, _, radius in circles(pose)) - wall_x
    return replace(pose, hip=(pose.hip[0] - into, pose.hip[1])) if into > TOUCH_CM else pose


def _lifted(limb: Angles, root: Point, outline: list[Circle]) -> Angles:
    """The limb turned about its root, in one piece, until no circle is more than `TOUCH_CM` in the floor."""
    x, depth = max(((x, radius - y) for x, y, radius in outline), key=lambda deepest: deepest[1])
    lever = x - root[0]
    if depth <= TOUCH_CM or abs(lever) < 10.0:
        return limb
    up = math.degrees(math.atan((depth - TOUCH_CM) / lever))
    return limb[0] + up, limb[1] + up, limb[2] + up


def grips(pose: Pose) -> tuple[Point, Point]:
    """Where the near and the far hand hold the strap: in the middle of the fist."""
    body = joints(pose)
    return local(body.near_wrist, pose.near_arm[2], GRIP), local(body.far_wrist, pose.far_arm[2], GRIP)


def ease(t: float) -> float:
    """Ease-in-out of 0..1: starts and ends at rest; what is outside 0..1 counts as its nearest end."""
    t = min(1.0, max(0.0, t))
    return t * t * (3.0 - 2.0 * t)


def turn(a: float, b: float) -> float:
    """Degrees from `a` to `b` along the shorter arc, -180 < turn <= 180."""
    return 180.0 - (180.0 - (b - a)) % 360.0


def blend(a: Pose, b: Pose, t: float) -> Pose:
    """The pose on the way from `a` (t = 0) to `b` (t = 1), eased at both ends.

    Every angle moves along the shorter arc, except where a joint can't: an arm by the side goes overhead by the front.
    What moves evenly is the bend of every joint, so a pose between two possible poses is possible too.
    """
    if t <= 0.0:
        return a
    if t >= 1.0:
        return b
    part = ease(t)
    lean = turn(a.trunk[0], b.trunk[0])
    return replace(
        a if t < 0.5 else b,
        hip=(a.hip[0] + (b.hip[0] - a.hip[0]) * part, a.hip[1] + (b.hip[1] - a.hip[1]) * part),
        trunk=_between(a.trunk, b.trunk, lean, part),
        near_leg=_between(a.near_leg, b.near_leg, lean + _hip_bend(b, b.near_leg) - _hip_bend(a, a.near_leg), part),
        far_leg=_between(a.far_leg, b.far_leg, lean + _hip_bend(b, b.far_leg) - _hip_bend(a, a.far_leg), part),
        near_arm=_between(
            a.near_arm, b.near_arm, lean + _shoulder_bend(b, b.near_arm) - _shoulder_bend(a, a.near_arm), part
        ),
        far_arm=_between(
            a.far_arm, b.far_arm, lean + _shoulder_bend(b, b.far_arm) - _shoulder_bend(a, a.far_arm), part
        ),
        pull=pull(a) + (pull(b) - pull(a)) * part,
    )


def _between(a: Angles, b: Angles, first: float, part: float) -> Angles:
    """Angles of a limb on its way: its first segment turns by `first` degrees in all, the others as their joints do."""
    second = first + turn(b[0], b[1]) - turn(a[0], a[1])
    third = second + turn(b[1], b[2]) - turn(a[1], a[2])
    return a[0] + first * part, a[1] + second * part, a[2] + third * part


def chest_swell(breath: float) -> float:
    """How far the chest stands out, in cm, for a breath of 0 (empty) to 1 (full)."""
    return CHEST_SWELL * min(1.0, max(0.0, breath))


def _hip_bend(pose: Pose, leg: Angles) -> float:
    """Degrees that a thigh is lifted from standing straight."""
    return turn(pose.trunk[0] - 180.0, leg[0])


def _shoulder_bend(pose: Pose, arm: Angles) -> float:
    """Degrees that an arm is lifted by the front from hanging down, -120 to 240: it can't go round by the back."""
    return (arm[0] - pose.trunk[0] + 180.0 + 120.0) % 360.0 - 120.0


def faults(pose: Pose) -> list[str]:
    """What a body can't do in this pose, in words; empty for a pose that is possible."""
    trunk, neck, head = pose.trunk
    bends = [("neck", turn(trunk, neck), NECK_BEND), ("head", turn(neck, head), NECK_BEND)]
    for side, leg in (("near", pose.near_leg), ("far", pose.far_leg)):
        bends.append((f"{side} hip", _hip_bend(pose, leg), HIP))
        bends.append((f"{side} knee", turn(leg[1], leg[0]), KNEE))
        bends.append((f"{side} ankle", turn(leg[1] + 90.0, leg[2]), ANKLE))
    for side, arm in (("near", pose.near_arm), ("far", pose.far_arm)):
        bends.append((f"{side} shoulder", _shoulder_bend(pose, arm), SHOULDER))
        bends.append((f"{side} elbow", turn(arm[0], arm[1]), ELBOW))
        bends.append((f"{side} wrist", turn(arm[1], arm[2]), WRIST))
    return [
        f"{name} is bent by {angle:.0f}°, outside {least:.0f}° to {most:.0f}°"
        for name, angle, (least, most) in bends
        if not least - 1e-6 <= angle <= most + 1e-6
    ]
