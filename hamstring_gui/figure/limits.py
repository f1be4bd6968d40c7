"""What a body can't do: joints bend only so far, and nothing goes through the floor or a wall."""

from __future__ import annotations

import math
from functools import lru_cache

from hamstring_gui.domain.exercise import Pose
from hamstring_gui.domain.skeleton import (
    KNEE_BENDS,
    SHANK,
    THIGH,
    TRUNK,
    Angles,
    Circle,
    Point,
    along,
    arm_share,
    hip_bend,
    joints,
    local,
    reach,
    shoulder_bend,
    turn,
)
from hamstring_gui.domain.values import replace

TOUCH_CM, JUST_CM = 0.3, 0.299
LYING, LYING_CM = 1.8, 20.0
"""How many times as far to the side as down the foot is of a leg that lies, and how high its hip is at most."""
FOLDS = 12
FOOT_CORNERS = ((-6.1, -4.6), (-5.0, -6.2), (-2.2, -6.9), (13.4, -6.9), (19.8, -6.5), (20.6, -5.2), (20.0, -3.8))
FINGERTIP = (15.6, -2.7)
NOSE = (11.7, -3.4)
BUN = (-3.7, 12.9)


KNEE = (-4.0, 150.0)
ELBOW = (-4.0, 150.0)
ANKLE = (-55.0, 35.0)
HIP = (-22.0, 135.0)
SHOULDER = (-65.0, 190.0)
WRIST = (-85.0, 85.0)
NECK_BEND = (-45.0, 45.0)


def circles(pose: Pose) -> list[Circle]:
    """Circles that touch the body's outline where the body may touch the floor, a wall or the picture's edge."""
    at = joints(pose)
    return [*_circles_before_a_door(pose), *_leg_circles(at.far_knee, at.far_ankle, pose.far_leg)]


def _circles_before_a_door(pose: Pose) -> list[Circle]:
    """The same without the far leg, which lies in the doorway."""
    at = joints(pose)
    face = pose.trunk[2] - 90.0
    return [
        (*at.head, 9.9),
        (*local(at.head, face, BUN), 4.5),
        (*local(at.head, face, NOSE), 0.5),
        (*at.hip, 8.9),
        (*along(at.hip, pose.trunk[0], 0.7 * TRUNK), 9.8),
        *_leg_circles(at.near_knee, at.near_ankle, pose.near_leg),
        *_arm_circles(at.near_elbow, at.near_wrist, pose.near_arm, arm_share(pose)),
        *_arm_circles(at.far_elbow, at.far_wrist, pose.far_arm, arm_share(pose)),
    ]


def _leg_circles(knee: Point, ankle: Point, leg: Angles) -> list[Circle]:
    corners: list[Circle] = [(*local(ankle, leg[2], corner), 0.1) for corner in FOOT_CORNERS]
    return [(*knee, 5.0), (*along(knee, leg[1], 0.3 * SHANK), 5.9), *corners]


def _arm_circles(elbow: Point, wrist: Point, arm: Angles, seen: float) -> list[Circle]:
    return [(*elbow, 3.4), (*wrist, 2.4), (*local(wrist, arm[2], (FINGERTIP[0] * seen, FINGERTIP[1])), 0.6)]


@lru_cache(maxsize=8)
def settle(pose: Pose, wall_x: float = math.inf, *, doorway: bool = False) -> Pose:
    """The pose with limbs lifted out of the floor, and moved away from the wall it would reach into.

    A wall with a `doorway` lets the far leg through.
    A pose that touches both without entering them comes back as it is; a pose between two others may need this.
    """
    at = joints(pose)
    near_leg, far_leg = _leg_lifted(pose.near_leg, at.hip), _leg_lifted(pose.far_leg, at.hip)
    seen = arm_share(pose)
    near_arm = _lifted(pose.near_arm, at.shoulder, _arm_circles(at.near_elbow, at.near_wrist, pose.near_arm, seen))
    far_arm = _lifted(pose.far_arm, at.shoulder, _arm_circles(at.far_elbow, at.far_wrist, pose.far_arm, seen))
    lifted = (near_leg, far_leg, near_arm, far_arm)
    if lifted != (pose.near_leg, pose.far_leg, pose.near_arm, pose.far_arm):
        pose = replace(pose, near_leg=near_leg, far_leg=far_leg, near_arm=near_arm, far_arm=far_arm)
    if wall_x == math.inf:
        return pose
    outline = _circles_before_a_door(pose) if doorway else circles(pose)
    into = max(x + radius for x, _, radius in outline) - wall_x
    back = min(into, 2 * (into - TOUCH_CM))  # little by little, so that nobody jerks
    return replace(pose, hip=(pose.hip[0] - back, pose.hip[1])) if back > 0 else pose


def _leg_lifted(leg: Angles, hip: Point) -> Angles:
    """The leg out of the floor: one that lies is turned about the hip, one that swings past the body bends its knee."""
    for _ in range(FOLDS):
        knee = along(hip, leg[0], THIGH)
        ankle = along(knee, leg[1], SHANK)
        outline = _leg_circles(knee, ankle, leg)
        depth = max(radius - y for _, y, radius in outline)
        if depth <= TOUCH_CM:
            return leg
        if hip[1] < LYING_CM and abs(ankle[0] - hip[0]) > abs(ankle[1] - hip[1]) * LYING:
            return _lifted(leg, hip, outline)
        thigh, shank = reach(hip, (ankle[0], ankle[1] + depth - JUST_CM), THIGH, SHANK, KNEE_BENDS)
        leg = thigh, shank, shank + 90.0 + min(ANKLE[1], max(ANKLE[0], turn(shank + 90.0, leg[2])))
    return leg


def _lifted(limb: Angles, root: Point, outline: list[Circle]) -> Angles:
    """The limb turned about its root, in one piece, until no circle is more than `TOUCH_CM` in the floor."""
    x, depth = max(((x, radius - y) for x, y, radius in outline), key=lambda deepest: deepest[1])
    lever = x - root[0]
    if depth <= TOUCH_CM or abs(lever) < 10.0:
        return limb
    up = math.degrees(math.atan((depth - TOUCH_CM) / lever))
    return limb[0] + up, limb[1] + up, limb[2] + up


def faults(pose: Pose) -> list[str]:
    """What a body can't do in this pose, in words; empty for a pose that is possible."""
    trunk, neck, head = pose.trunk
    bends = [("neck", turn(trunk, neck), NECK_BEND), ("head", turn(neck, head), NECK_BEND)]
    for side, leg in (("near", pose.near_leg), ("far", pose.far_leg)):
        bends.append((f"{side} hip", hip_bend(pose, leg), HIP))
        bends.append((f"{side} knee", turn(leg[1], leg[0]), KNEE))
        bends.append((f"{side} ankle", turn(leg[1] + 90.0, leg[2]), ANKLE))
    for side, arm in (("near", pose.near_arm), ("far", pose.far_arm)):
        bends.append((f"{side} shoulder", shoulder_bend(pose, arm), SHOULDER))
        bends.append((f"{side} elbow", turn(arm[0], arm[1]), ELBOW))
        bends.append((f"{side} wrist", turn(arm[1], arm[2]), WRIST))
    return [
        f"{name} is bent by {angle:.0f}°, outside {least:.0f}° to {most:.0f}°"
        for name, angle, (least, most) in bends
        if not least - 1e-6 <= angle <= most + 1e-6
    ]
