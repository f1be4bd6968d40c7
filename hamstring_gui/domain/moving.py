"""From pose to pose: the way of every joint; feet that stand, knees that kneel and hands that hold stay where they are.

What is at the same place in both poses is at that place all the way.
"""

from __future__ import annotations

import math

from hamstring_gui.domain.exercise import Pose
from hamstring_gui.domain.skeleton import (
    ELBOW_BENDS,
    FOREARM,
    KNEE_BENDS,
    PALM,
    SHANK,
    STANDING_CM,
    THIGH,
    TRUNK,
    UPPER_ARM,
    Angles,
    Joints,
    Point,
    along,
    arm_share,
    hip_bend,
    joints,
    local,
    pull,
    reach,
    shoulder_bend,
    turn,
)
from hamstring_gui.domain.values import replace

SAME_CM = 0.9
GATHERS = 0.25
STEP_CM, STEP_DOWN = 5.0, 3.0
"""So high a foot is lifted in a step, and so many degrees a cm its toes hang."""
HEEL, FOREFOOT = (-4.0, -6.6), (13.4, -6.9)


def ease(t: float) -> float:
    """Ease-in-out of 0..1: gathers speed in the first quarter, and loses it in the last; outside 0..1, the nearest end.

    So no joint is faster than 4/3 of its mean speed.
    """
    t = min(1.0, max(0.0, t))
    if t > 0.5:
        return 1.0 - ease(1.0 - t)
    return t * t * 8.0 / 3.0 if t < GATHERS else (t - GATHERS / 2) * 4.0 / 3.0


def blend(a: Pose, b: Pose, t: float) -> Pose:
    """The pose on the way from `a` (t = 0) to `b` (t = 1), eased at both ends.

    Every angle moves along the shorter arc, except where a joint can't: an arm by the side goes overhead by the front.
    What moves evenly is the bend of every joint, so a pose between two possible poses is possible too. Then what rests
    somewhere is put back there: see `_anchored` and `_attached`.
    """
    if t <= 0.0:
        return a
    if t >= 1.0:
        return b
    part = ease(t)
    lean = turn(a.trunk[0], b.trunk[0])
    free = replace(
        a if t < 0.5 else b,
        hip=(a.hip[0] + (b.hip[0] - a.hip[0]) * part, a.hip[1] + (b.hip[1] - a.hip[1]) * part),
        trunk=_between(a.trunk, b.trunk, lean, part),
        near_leg=_between(a.near_leg, b.near_leg, lean + hip_bend(b, b.near_leg) - hip_bend(a, a.near_leg), part),
        far_leg=_between(a.far_leg, b.far_leg, lean + hip_bend(b, b.far_leg) - hip_bend(a, a.far_leg), part),
        near_arm=_between(
            a.near_arm, b.near_arm, lean + shoulder_bend(b, b.near_arm) - shoulder_bend(a, a.near_arm), part
        ),
        far_arm=_between(a.far_arm, b.far_arm, lean + shoulder_bend(b, b.far_arm) - shoulder_bend(a, a.far_arm), part),
        pull=pull(a) + (pull(b) - pull(a)) * part,
        grip=a.grip + (b.grip - a.grip) * part,
        open_arms=a.open_arms + (b.open_arms - a.open_arms) * part,
        ball=b.ball if a.ball is None else a.ball if b.ball is None else a.ball + (b.ball - a.ball) * part,
    )
    return _attached(a, b, _planted(a, b, _anchored(a, b, free, part), part), part)


def _between(a: Angles, b: Angles, first: float, part: float) -> Angles:
    """Angles of a limb on its way: its first segment turns by `first` degrees in all, the others as their joints do."""
    second = first + turn(b[0], b[1]) - turn(a[0], a[1])
    third = second + turn(b[1], b[2]) - turn(a[1], a[2])
    return a[0] + first * part, a[1] + second * part, a[2] + third * part


def _anchored(a: Pose, b: Pose, free: Pose, part: float) -> Pose:
    """The pose with its hips moved so that the shoulders on the mat, or the knee that kneels, stay where they are."""
    at_a, at_b = joints(a), joints(b)
    if _same(at_a.hip, at_b.hip):
        return free
    if _same(at_a.shoulder, at_b.shoulder):
        return replace(free, hip=along(_mixed(at_a.shoulder, at_b.shoulder, part), free.trunk[0] + 180.0, TRUNK))
    for knee_a, knee_b, leg in (
        (at_a.far_knee, at_b.far_knee, free.far_leg),
        (at_a.near_knee, at_b.near_knee, free.near_leg),
    ):
        if _same(knee_a, knee_b):
            return replace(free, hip=along(_mixed(knee_a, knee_b, part), leg[0] + 180.0, THIGH))
    return free


def _planted(a: Pose, b: Pose, free: Pose, part: float) -> Pose:
    """The pose with the feet that stand on heel or forefoot at one place left there: hip and knee follow."""
    at_a, at_b = joints(a), joints(b)
    lift = STEP_CM * math.sin(math.pi * part) if min(a.hip[1], b.hip[1]) > STANDING_CM else 0.0
    near = (at_a.near_ankle, a.near_leg[2]), (at_b.near_ankle, b.near_leg[2])
    far = (at_a.far_ankle, a.far_leg[2]), (at_b.far_ankle, b.far_leg[2])
    return replace(
        free,
        near_leg=_leg_planted(free.hip, free.near_leg, *near, part, lift),
        far_leg=_leg_planted(free.hip, free.far_leg, *far, part, lift),
    )


def _leg_planted(
    hip: Point, leg: Angles, foot_a: tuple[Point, float], foot_b: tuple[Point, float], part: float, lift: float
) -> Angles:
    """The leg with its foot where it stays; one that stands elsewhere in the end makes a step and doesn't glide."""
    stays = False
    for corner in (FOREFOOT, HEEL):
        start, end = local(*foot_a, corner), local(*foot_b, corner)
        if _same(start, end):
            stays, leg = True, _leg_to(hip, leg, corner, _mixed(start, end, part))
    if lift and not stays:
        knee = along(hip, leg[0], THIGH)
        x, y = along(knee, leg[1], SHANK)
        thigh, shank = reach(hip, (x, y + lift), THIGH, SHANK, KNEE_BENDS)
        leg = thigh, shank, leg[2] - STEP_DOWN * lift
    return leg


def _leg_to(hip: Point, leg: Angles, corner: Point, place: Point) -> Angles:
    """The leg with that corner of its foot at a place, the foot at the angle that it has."""
    x, y = local((0.0, 0.0), leg[2], corner)
    thigh, shank = reach(hip, (place[0] - x, place[1] - y), THIGH, SHANK, KNEE_BENDS)
    return thigh, shank, leg[2]


def _attached(a: Pose, b: Pose, free: Pose, part: float) -> Pose:
    """The pose with the hands that rest on a leg, or at one place of the room, left on it: the arms follow."""
    hands_a, hands_b = _hands(a), _hands(b)
    near = _arm_on(a, b, free, part, (hands_a[0], hands_b[0]), _shared(a.hands_on[0], b.hands_on[0]))
    far = _arm_on(a, b, free, part, (hands_a[1], hands_b[1]), _shared(a.hands_on[1], b.hands_on[1]))
    return replace(free, near_arm=near or free.near_arm, far_arm=far or free.far_arm) if near or far else free


def _hands(pose: Pose) -> tuple[tuple[Point, float], tuple[Point, float]]:
    """Where the palm of the near and of the far hand is, and the direction of the hand."""
    at, near, far = joints(pose), pose.near_arm[2], pose.far_arm[2]
    return (local(at.near_wrist, near, PALM), near), (local(at.far_wrist, far, PALM), far)


def _shared(a: str, b: str) -> str:
    return a if a == b else ""


def _arm_on(
    a: Pose, b: Pose, free: Pose, part: float, hands: tuple[tuple[Point, float], tuple[Point, float]], leg: str
) -> Angles | None:
    """The arm whose hand slides along a leg, or stays in its place; None for an arm that is free."""
    (start, hand_a), (end, hand_b) = hands
    at = joints(free)
    if leg:
        (root_a, bone_a), (root_b, bone_b), (root, bone) = _bone(joints(a), leg), _bone(joints(b), leg), _bone(at, leg)
        on_leg = _mixed(_seen_from(root_a, bone_a, start), _seen_from(root_b, bone_b, end), part)
        place = local(root, bone, on_leg)
        hand = bone + hand_a - bone_a + turn(hand_a - bone_a, hand_b - bone_b) * part
    elif _same(start, end):
        place, hand = _mixed(start, end, part), hand_a + turn(hand_a, hand_b) * part
    else:
        return None
    x, y = local((0.0, 0.0), hand, PALM)
    seen = arm_share(free)
    upper, fore = reach(at.shoulder, (place[0] - x, place[1] - y), UPPER_ARM * seen, FOREARM * seen, ELBOW_BENDS)
    return upper, fore, hand


def _bone(at: Joints, name: str) -> tuple[Point, float]:
    """Where a bone that hands rest on begins, and its direction in degrees; a leg is the line from hip to ankle."""
    knee, ankle = (at.near_knee, at.near_ankle) if name.startswith("near") else (at.far_knee, at.far_ankle)
    x, y = knee if name.endswith("thigh") else ankle
    return at.hip, math.degrees(math.atan2(y - at.hip[1], x - at.hip[0]))


def _seen_from(origin: Point, angle: float, point: Point) -> Point:
    """A point of the picture in axes turned by `angle` degrees about `origin`: what `local` undoes."""
    return local((0.0, 0.0), -angle, (point[0] - origin[0], point[1] - origin[1]))


def _same(a: Point, b: Point) -> bool:
    return math.dist(a, b) <= SAME_CM


def _mixed(a: Point, b: Point, part: float) -> Point:
    return a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part
