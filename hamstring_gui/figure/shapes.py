"""The outlines of one pose, as paths in cm: legs, arms, shirt and neck; shorts and hands have files of their own.

Widths are half-widths in cm on the left (front) and right (back) side of a chain of bones; see `outline.side`.
"""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtGui import QPainterPath, QTransform

from hamstring_gui.domain.exercise import Pose
from hamstring_gui.domain.skeleton import Angles, Joints, Point, along, joints, local, pull, turn
from hamstring_gui.domain.values import dataclass
from hamstring_gui.figure.hands import LINE_CM, Hand, hand_at
from hamstring_gui.figure.head import jaw_shade
from hamstring_gui.figure.outline import LEFT, RIGHT, Profile, band, hem, lines, new_path, side, straightened, trace
from hamstring_gui.figure.shorts import Shorts, shorts, shorts_outline

LEG_FRONT = Profile(
    (0.0, 7.8), (0.2, 8.5), (0.45, 8.0), (0.7, 6.6), (0.86, 5.5), (0.94, 5.35), (1.0, 5.55), (1.05, 5.1), (1.11, 4.75),
    (1.16, 4.75), (1.3, 4.35), (1.6, 3.5), (1.85, 2.8), (2.0, 2.75), (2.25, 1.9), (2.5, 0.2), (2.7, -1.45), (2.9, -3.0),
    (3.0, -3.6),
)  # fmt: skip
"""The knee-cap stands out at 1.0, the shin bone's head at 1.14."""
LEG_BACK = Profile(
    (0.0, 8.6), (0.2, 8.6), (0.5, 7.6), (0.78, 5.8), (0.93, 4.8), (1.02, 4.55), (1.12, 5.2), (1.27, 6.4), (1.42, 6.0),
    (1.65, 4.1), (1.84, 3.3),
)  # fmt: skip
SOLE = (
    (18.4, -2.9), (20.0, -3.5), (20.7, -4.8), (20.2, -6.3), (17.9, -6.85), (14.8, -6.9), (12.2, -6.75), (8.6, -6.0),
    (5.2, -5.75), (1.4, -6.5), (-2.0, -6.9), (-4.4, -6.35), (-5.7, -4.8), (-5.6, -2.7), (-4.6, -0.3),
)  # fmt: skip

ARM_FRONT = Profile((0.0, 5.0), (0.3, 4.9), (0.6, 4.4), (0.9, 3.6), (1.1, 3.7), (1.3, 3.7), (1.7, 2.7), (2.0, 2.3))
ARM_BACK = Profile((0.0, 4.8), (0.3, 4.6), (0.6, 4.0), (0.9, 3.3), (1.0, 3.2), (1.25, 3.3), (1.7, 2.5), (2.0, 2.3))
SLEEVE_FRONT = Profile((0.0, 5.9), (0.25, 5.9), (0.5, 5.9))
SLEEVE_BACK = Profile((0.0, 6.0), (0.25, 5.8), (0.5, 5.6))
SLEEVE_END = 0.44

SHIRT_FRONT = Profile((0.0, 7.0), (0.2, 7.3), (0.42, 7.8), (0.62, 9.6), (0.74, 10.4), (0.86, 9.2), (1.0, 6.0))
SHIRT_BACK = Profile((0.0, 8.4), (0.18, 7.2), (0.36, 7.0), (0.7, 9.4), (0.88, 8.9), (1.0, 7.2))
COLLAR = (-62.0, 4.6), (-4.0, 1.5), (71.0, 6.05)
RIB, RIB_CM = ((-62.0, 4.6), (-30.0, 2.2), (0.0, 1.7), (40.0, 2.3)), 0.9
"""Round the shoulder's joint: degrees from the trunk's direction, and cm."""
NECK_FRONT = Profile((0.0, 7.0), (1.0, 5.2), (1.5, 4.3), (2.0, 4.2), (3.0, 4.4))
NECK_BACK = Profile((0.0, 6.8), (0.8, 7.0), (1.0, 6.5), (1.5, 5.0), (2.0, 4.8), (3.0, 5.0))

KEPT = 8
"""So many outlines of a limb are kept: what rests while another limb moves is not drawn anew."""
ANKLE_BONE = ((-1.6, -1.4), (-0.6, -2.3), (0.8, -2.1))
TOE = ((16.9, -3.5), (17.8, -4.2), (18.0, -5.2))
KNEE_CAP, KNEE_CAP_TO = ((-1.6, 2.6), (0.6, 3.0), (2.2, 4.3)), 40.0
"""Its line shows while the knee is bent by no more than so many degrees."""


@dataclass(frozen=True, slots=True)
class Shapes:
    """The paths of one pose, in cm, and its joints. `near_lines` are ankle bone, toe and knee-cap, `limb` is all that
    the near leg's muscle may lie in. The shirt is not here: it breathes."""

    joints: Joints
    near_leg: QPainterPath
    near_lines: QPainterPath
    far_leg: QPainterPath
    near_shorts: Shorts
    far_shorts: QPainterPath
    limb: QPainterPath
    near_arm: QPainterPath
    far_arm: QPainterPath
    near_sleeve: QPainterPath
    far_sleeve: QPainterPath
    near_hand: Hand
    far_hand: Hand
    neck: QPainterPath
    jaw_shade: QPainterPath
    collar: QPainterPath


@lru_cache(maxsize=8)
def shapes(pose: Pose) -> Shapes:
    """The outlines of a pose; the last few are kept, as a held pose is painted many times."""
    body = joints(pose)
    grip = min(1.0, max(0.0, pull(pose) + 1.0, pose.grip))
    near_arm = (body.shoulder, body.near_elbow, body.near_wrist)
    far_arm = (body.shoulder, body.far_elbow, body.far_wrist)
    near_leg = _leg((body.hip, body.near_knee, body.near_ankle, body.near_toe), pose.near_leg[2])
    near_shorts = shorts(body.hip, pose.trunk[0], pose.near_leg[0], body.near_knee)
    throat = (body.shoulder, body.neck, body.head, pose.trunk[0])
    limb = QPainterPath(near_leg)
    limb.addPath(near_shorts.outline)
    return Shapes(
        joints=body,
        near_leg=near_leg,
        near_lines=_fine_lines(body, pose.near_leg),
        far_leg=_leg((body.hip, body.far_knee, body.far_ankle, body.far_toe), pose.far_leg[2]),
        near_shorts=near_shorts,
        far_shorts=shorts_outline(body.hip, pose.trunk[0], pose.far_leg[0], body.far_knee),
        limb=limb,
        near_arm=_arm(near_arm),
        far_arm=_arm(far_arm),
        near_sleeve=_sleeve(near_arm),
        far_sleeve=_sleeve(far_arm),
        near_hand=hand_at(body.near_wrist, pose.near_arm[2], grip, pose.open_arms),
        far_hand=hand_at(body.far_wrist, pose.far_arm[2], grip, pose.open_arms),
        neck=_neck(*throat),
        jaw_shade=_jaw_shade(throat, pose.trunk[2]),
        collar=lines(RIB_CM, [along(body.shoulder, pose.trunk[0] + aside, reach) for aside, reach in RIB]),
    )


def _fine_lines(body: Joints, leg: Angles) -> QPainterPath:
    """The near leg's ankle bone and big toe, and the lower edge of the knee-cap unless the knee is bent."""
    path = _at(body.near_ankle, leg[2]).map(_lines_once(ANKLE_BONE, TOE))
    bend = turn(leg[1], leg[0])
    if abs(bend) < KNEE_CAP_TO:
        path.addPath(_at(body.near_knee, leg[1] + bend / 2).map(_lines_once(KNEE_CAP)))
    return path


def _at(origin: Point, angle: float) -> QTransform:
    return QTransform.fromTranslate(*origin).rotate(angle)


@lru_cache
def _lines_once(*each: tuple[Point, ...]) -> QPainterPath:
    """Lines that bend with no joint are made once."""
    return lines(LINE_CM, *each)


@lru_cache(maxsize=KEPT)
def _leg(chain: tuple[Point, ...], foot: float) -> QPainterPath:
    """Thigh, shank and foot in one closed outline; the top of the thigh is under the shorts."""
    front = side(chain, LEFT, LEG_FRONT, (2.4, 9.0), 0.3, 2.88)
    back = side(chain, RIGHT, LEG_BACK, (8.0, 1.0), 0.3, 1.84)
    sole = [local(chain[2], foot, point) for point in SOLE]
    path = new_path()
    trace(path, [*front, *sole, *reversed(back)])
    path.closeSubpath()
    return straightened(path)


@lru_cache(maxsize=KEPT)
def _arm(chain: tuple[Point, ...]) -> QPainterPath:
    """Upper arm and forearm up to the wrist; the shoulder is under the sleeve."""
    front = side(chain, LEFT, ARM_FRONT, (6.0,), 0.1, 2.0)
    back = side(chain, RIGHT, ARM_BACK, (1.8,), 0.1, 2.0)
    return band(front, back, 0.0)


@lru_cache(maxsize=KEPT)
def _sleeve(chain: tuple[Point, ...]) -> QPainterPath:
    """A sleeve with a round shoulder and a slightly curved hem."""
    front = side(chain, LEFT, SLEEVE_FRONT, (1.0,), 0.0, SLEEVE_END)
    back = side(chain, RIGHT, SLEEVE_BACK, (1.0,), 0.0, SLEEVE_END)
    (x, y), (ex, ey) = chain[0], chain[1]
    long = math.dist(chain[0], chain[1])
    ux, uy = (ex - x) / long, (ey - y) / long
    top = [(x - 4.2 * ux + 4.3 * uy * h, y - 4.2 * uy - 4.3 * ux * h) for h in (1, -1)]
    path = new_path()
    trace(path, [*reversed(back), top[0], (x - 6.0 * ux, y - 6.0 * uy), top[1], *front])
    hem(path, front[-1], back[-1], 0.7)
    path.closeSubpath()
    return straightened(path)


@lru_cache(maxsize=KEPT)
def _neck(shoulder: Point, neck: Point, head: Point, trunk: float) -> QPainterPath:
    """From the shirt's collar into the head."""
    low = along(shoulder, trunk + 180.0, 8.0)
    chain = (low, shoulder, neck, head)
    # The front of the body is to the right of the trunk's direction.
    front = side(chain, RIGHT, NECK_FRONT, (2.0, 2.0), 0.0, 2.6)
    back = side(chain, LEFT, NECK_BACK, (2.0, 2.0), 0.0, 2.85)
    return band(front, back, 0.0)


@lru_cache(maxsize=KEPT)
def _jaw_shade(throat: tuple[Point, Point, Point, float], angle: float) -> QPainterPath:
    return jaw_shade(throat[2], angle, _neck(*throat))


@lru_cache(maxsize=160)
def shirt(hip: Point, shoulder: Point, trunk: float, swell: float) -> QPainterPath:
    """The shirt from the waist to the collar, its front pushed out by `swell` cm at the chest."""
    chain = (hip, shoulder)
    front = side(chain, RIGHT, SHIRT_FRONT, (), 0.08, 1.0)
    if swell:
        nx, ny = along((0.0, 0.0), trunk - 90.0, swell)
        last = len(front) - 1
        front = [(x + nx * (share := _swell_at(i / last)), y + ny * share) for i, (x, y) in enumerate(front)]
    back = side(chain, LEFT, SHIRT_BACK, (), 0.08, 1.0)
    start, middle, end = (along(shoulder, trunk + aside, reach) for aside, reach in COLLAR)
    path = new_path()
    trace(path, [*front, start])
    path.quadTo(*middle, *end)
    trace(path, [end, *reversed(back)], onward=True)
    path.closeSubpath()
    return straightened(path)


def _swell_at(u: float) -> float:
    """The share of a breath's swell at a place from waist (0) to collar (1)."""
    u = max(0.0, (u - 0.15) / 0.85)
    return math.pow(4 * u * (1 - u), 1.5)
