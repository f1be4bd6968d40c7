"""The outlines of one pose: legs, arms, hands, shirt, shorts and neck, as paths in cm.

Widths are half-widths in cm on the left (front) and right (back) side of a chain of bones; see `outline.side`.
"""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from hamstring_gui.domain.exercise import Pose
from hamstring_gui.domain.values import dataclass
from hamstring_gui.figure.outline import LEFT, RIGHT, Profile, closed, lines, new_path, side, trace
from hamstring_gui.figure.skeleton import TRUNK, UPPER_ARM, Joints, Point, along, joints, local, pull

WAIST = 0.21
HEM = 0.56

LEG_FRONT = Profile(
    (0.0, 7.8), (0.2, 8.2), (0.5, 7.3), (0.8, 5.6), (0.93, 5.2), (1.0, 5.2), (1.08, 4.9), (1.25, 4.5), (1.6, 3.7),
    (1.85, 2.9), (2.0, 2.7), (2.25, 1.8), (2.5, 0.1), (2.7, -1.5), (2.9, -3.0), (3.0, -3.6),
)  # fmt: skip
LEG_BACK = Profile(
    (0.0, 8.6), (0.2, 8.3), (0.5, 7.3), (0.8, 5.6), (0.95, 4.7), (1.03, 4.6), (1.15, 5.5), (1.3, 6.3), (1.45, 5.9),
    (1.67, 4.0), (1.84, 3.1),
)  # fmt: skip
SOLE = (
    (18.3, -3.0), (20.0, -3.8), (20.6, -5.2), (19.8, -6.5), (17.0, -6.8), (13.4, -6.9), (10.6, -6.6), (7.4, -5.9),
    (4.4, -5.9), (1.2, -6.6), (-2.2, -6.9), (-4.8, -6.2), (-6.0, -4.6), (-5.8, -2.6), (-4.7, -0.2),
)  # fmt: skip

SHORTS_FRONT = Profile(
    (0.0, 7.6), (0.3, 7.66), (0.6, 7.78), (0.88, 7.89), (1.0, 7.9), (1.06, 7.92), (1.25, 8.15), (1.56, 7.7)
)
PELVIS = Profile((0.0, 7.2), (0.4, 7.2))
SHORTS_BACK = Profile(
    (0.0, 7.25), (0.2, 7.4), (0.45, 7.95), (0.7, 8.6), (0.88, 8.87), (1.0, 8.9), (1.06, 8.9), (1.2, 8.8), (1.56, 7.6),
)  # fmt: skip
SEAT, SEAT_STEP_CM = (1.6, 8.0), 2.2

ARM_FRONT = Profile((0.0, 5.0), (0.3, 4.9), (0.6, 4.5), (0.9, 3.6), (1.1, 3.7), (1.3, 3.7), (1.7, 2.7), (2.0, 2.3))
ARM_BACK = Profile((0.0, 4.8), (0.3, 4.6), (0.6, 4.0), (0.9, 3.3), (1.0, 3.2), (1.25, 3.3), (1.7, 2.5), (2.0, 2.3))
SLEEVE_FRONT = Profile((0.0, 5.9), (0.25, 5.8), (0.5, 5.7))
SLEEVE_BACK = Profile((0.0, 6.0), (0.25, 5.7), (0.5, 5.4))
SLEEVE_END = 0.46

SHIRT_FRONT = Profile((0.0, 7.4), (0.15, 7.5), (0.4, 8.0), (0.7, 9.6), (0.85, 8.8), (1.0, 6.2))
SHIRT_BACK = Profile((0.0, 8.0), (0.15, 7.3), (0.35, 7.6), (0.7, 9.4), (0.88, 8.8), (1.0, 6.6))
NECK_FRONT = Profile((0.0, 7.0), (1.0, 5.0), (1.5, 4.4), (2.0, 4.6), (3.0, 4.6))
NECK_BACK = Profile((0.0, 6.4), (1.0, 6.0), (1.4, 5.4), (1.9, 5.2), (3.0, 5.0))

WRIST_ROUND = ((-1.65, -1.65), (-2.33, 0.0), (-1.65, 1.65))
RELAXED = (
    (0.0, 2.33), (1.8, 2.36), (3.8, 2.5), (6.2, 2.35), (8.6, 1.7), (11.0, 0.7), (13.4, -0.5), (15.4, -1.7),
    (16.0, -2.6), (15.2, -3.0), (13.4, -2.6), (11.6, -2.1), (10.5, -2.3), (9.9, -3.1), (7.6, -3.2), (4.2, -3.0),
    (1.8, -2.5), (0.0, -2.33),
)  # fmt: skip
FIST = (
    (0.0, 2.33), (1.0, 2.6), (2.4, 3.2), (4.2, 3.9), (6.0, 4.2), (7.6, 4.0), (8.9, 3.1), (9.6, 1.7), (9.8, 0.2),
    (9.5, -1.4), (8.7, -2.8), (7.3, -3.7), (5.6, -3.8), (4.2, -3.4), (3.2, -3.1), (2.2, -2.8), (1.0, -2.5),
    (0.0, -2.33),
)  # fmt: skip
RELAXED_THUMB = ((3.4, -0.2), (5.0, -0.6), (6.8, -1.1), (8.6, -1.7), (10.0, -2.2))
FIST_FINGERS = ((6.9, 2.1), (9.2, 2.1)), ((7.2, 0.2), (9.6, 0.2)), ((6.6, -1.7), (9.0, -1.7))
ANKLE_BONE = ((-1.6, -1.4), (-0.6, -2.3), (0.8, -2.1))
LINE_CM = 0.45
FIST_THUMB = ((2.2, 1.5), (3.8, 0.9), (5.4, 0.7), (6.8, 1.0), (7.6, 2.0))


@dataclass(frozen=True, slots=True)
class Hand:
    """A hand's outline, the lines of its thumb and of its fingers, and how far it is closed: 0 relaxed, 1 a fist."""

    outline: QPainterPath
    thumb: QPainterPath
    fingers: QPainterPath
    closed: float


@dataclass(frozen=True, slots=True)
class Shapes:
    """The paths of one pose, in cm, and its joints. The shirt is not here: it breathes."""

    joints: Joints
    near_leg: QPainterPath
    far_leg: QPainterPath
    near_shorts: QPainterPath
    far_shorts: QPainterPath
    near_pelvis: QPainterPath
    far_pelvis: QPainterPath
    near_arm: QPainterPath
    far_arm: QPainterPath
    near_sleeve: QPainterPath
    far_sleeve: QPainterPath
    near_hand: Hand
    far_hand: Hand
    neck: QPainterPath
    ankle_bone: QPainterPath


@lru_cache(maxsize=8)
def shapes(pose: Pose) -> Shapes:
    """The outlines of a pose; the last few are kept, as a held pose is painted many times."""
    body = joints(pose)
    grip = min(1.0, max(0.0, pull(pose) + 1.0, pose.grip))
    waist = along(body.hip, pose.trunk[0], WAIST * TRUNK)
    near_leg = (body.hip, body.near_knee, body.near_ankle, body.near_toe)
    far_leg = (body.hip, body.far_knee, body.far_ankle, body.far_toe)
    near_arm = (body.shoulder, body.near_elbow, body.near_wrist)
    far_arm = (body.shoulder, body.far_elbow, body.far_wrist)
    thigh = (body.hip, body.near_knee)
    return Shapes(
        joints=body,
        near_leg=_leg(near_leg, pose.near_leg[2]),
        far_leg=_leg(far_leg, pose.far_leg[2]),
        near_shorts=_shorts((waist, body.hip, body.near_knee)),
        far_shorts=_shorts((waist, body.hip, body.far_knee)),
        near_pelvis=_pelvis(thigh),
        far_pelvis=_pelvis((body.hip, body.far_knee)),
        near_arm=_arm(near_arm),
        far_arm=_arm(far_arm),
        near_sleeve=_sleeve(near_arm),
        far_sleeve=_sleeve(far_arm),
        near_hand=_hand(body.near_wrist, pose.near_arm[2], grip),
        far_hand=_hand(body.far_wrist, pose.far_arm[2], grip),
        neck=_neck(pose, body),
        ankle_bone=lines(LINE_CM, [local(body.near_ankle, pose.near_leg[2], point) for point in ANKLE_BONE]),
    )


def _leg(chain: tuple[Point, ...], foot: float) -> QPainterPath:
    """Thigh, shank and foot in one closed outline; the top of the thigh is under the shorts."""
    front = side(chain, LEFT, LEG_FRONT, (2.4, 9.0), 0.3, 2.88)
    back = side(chain, RIGHT, LEG_BACK, (8.0, 1.0), 0.3, 1.84)
    sole = [local(chain[2], foot, point) for point in SOLE]
    path = new_path()
    trace(path, [*front, *sole, *reversed(back)])
    path.closeSubpath()
    return path


def _shorts(chain: tuple[Point, ...]) -> QPainterPath:
    """From the waist round the hip to the hem on the thigh."""
    front = side(chain, LEFT, SHORTS_FRONT, (5.5,), 0.0, 1.0 + HEM)
    back = side(chain, RIGHT, SHORTS_BACK, (_seat_rounding(*chain),), 0.0, 1.0 + HEM, SEAT_STEP_CM)
    return _band(front, back, 0.9)


def _seat_rounding(waist: Point, hip: Point, knee: Point) -> float:
    """How far from the hip (cm) the seat begins to round: far in a body that stands, near in a hip that is bent."""
    along_both = (hip[0] - waist[0]) * (knee[0] - hip[0]) + (hip[1] - waist[1]) * (knee[1] - hip[1])
    straight = max(0.0, along_both / (math.dist(waist, hip) * math.dist(hip, knee)))
    return SEAT[0] + (SEAT[1] - SEAT[0]) * straight**4


def _pelvis(thigh: tuple[Point, Point]) -> QPainterPath:
    """The hip's joint and the top of the thigh: what a deep bend would leave open between waist and leg."""
    path = _band(side(thigh, LEFT, PELVIS, (), 0.0, 0.4), side(thigh, RIGHT, PELVIS, (), 0.0, 0.4), 0.0)
    path.addEllipse(QPointF(*thigh[0]), PELVIS(0.0), PELVIS(0.0))
    return path


def _arm(chain: tuple[Point, ...]) -> QPainterPath:
    """Upper arm and forearm up to the wrist; the shoulder is under the sleeve."""
    front = side(chain, LEFT, ARM_FRONT, (6.0,), 0.1, 2.0)
    back = side(chain, RIGHT, ARM_BACK, (1.8,), 0.1, 2.0)
    return _band(front, back, 0.0)


def _sleeve(chain: tuple[Point, ...]) -> QPainterPath:
    """A sleeve with a round shoulder and a slightly curved hem."""
    front = side(chain, LEFT, SLEEVE_FRONT, (1.0,), 0.0, SLEEVE_END)
    back = side(chain, RIGHT, SLEEVE_BACK, (1.0,), 0.0, SLEEVE_END)
    (x, y), (ex, ey) = chain[0], chain[1]
    ux, uy = (ex - x) / UPPER_ARM, (ey - y) / UPPER_ARM
    top = [(x - 4.2 * ux + 4.3 * uy * h, y - 4.2 * uy - 4.3 * ux * h) for h in (1, -1)]
    path = new_path()
    trace(path, [*reversed(back), top[0], (x - 6.0 * ux, y - 6.0 * uy), top[1], *front])
    _hem(path, front[-1], back[-1], 0.7)
    path.closeSubpath()
    return path


def _band(front: list[Point], back: list[Point], bulge: float) -> QPainterPath:
    """The area between two sides, with a straight start and an end that bulges by so many cm."""
    path = new_path()
    trace(path, front)
    _hem(path, front[-1], back[-1], bulge)
    trace(path, back[::-1], onward=True)
    path.closeSubpath()
    return path


def _hem(path: QPainterPath, a: Point, b: Point, bulge: float) -> None:
    """A slightly curved line from `a` to `b`, bulging to the left of it."""
    x, y = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
    dx, dy = b[0] - a[0], b[1] - a[1]
    size = (dx * dx + dy * dy) ** 0.5 or 1.0
    path.quadTo(x - dy / size * bulge * 2, y + dx / size * bulge * 2, b[0], b[1])


def _hand(wrist: Point, angle: float, grip: float) -> Hand:
    def mixed(a: tuple[Point, ...], b: tuple[Point, ...]) -> list[Point]:
        points = [(p[0] + (q[0] - p[0]) * grip, p[1] + (q[1] - p[1]) * grip) for p, q in zip(a, b, strict=True)]
        return [local(wrist, angle, point) for point in points]

    thumb = lines(LINE_CM, mixed(RELAXED_THUMB, FIST_THUMB))
    shown = FIST_FINGERS if grip > 0.0 else ()
    fingers = lines(LINE_CM, *([local(wrist, angle, point) for point in line] for line in shown))
    outline = closed([*mixed(RELAXED, FIST), *(local(wrist, angle, point) for point in WRIST_ROUND)])
    return Hand(outline, thumb, fingers, grip)


def _neck(pose: Pose, body: Joints) -> QPainterPath:
    """From the shirt's collar into the head."""
    low = along(body.shoulder, pose.trunk[0] + 180.0, 8.0)
    chain = (low, body.shoulder, body.neck, body.head)
    # The front of the body is to the right of the trunk's direction.
    front = side(chain, RIGHT, NECK_FRONT, (2.0, 2.0), 0.0, 2.6)
    back = side(chain, LEFT, NECK_BACK, (2.0, 2.0), 0.0, 2.6)
    return _band(front, back, 0.0)


@lru_cache(maxsize=160)
def shirt(pose: Pose, swell: float) -> QPainterPath:
    """The shirt from the waist to the collar, its front pushed out by `swell` cm at the chest."""
    body = shapes(pose).joints
    chain = (body.hip, body.shoulder)
    front = side(chain, RIGHT, SHIRT_FRONT, (), 0.08, 1.0)
    back = side(chain, LEFT, SHIRT_BACK, (), 0.08, 1.0)
    if swell:
        nx, ny = along((0.0, 0.0), pose.trunk[0] - 90.0, swell)
        last = len(front) - 1
        front = [(x + nx * (share := _swell_at(i / last)), y + ny * share) for i, (x, y) in enumerate(front)]
    collar = [along(body.shoulder, pose.trunk[0] + turn, reach) for turn, reach in ((-58, 5.2), (0, 2.2), (72, 5.6))]
    path = new_path()
    trace(path, [*front, collar[0]])
    path.quadTo(*collar[1], *collar[2])
    trace(path, [collar[2], *reversed(back)], onward=True)
    path.closeSubpath()
    return path


def _swell_at(u: float) -> float:
    """The share of a breath's swell at a place from waist (0) to collar (1)."""
    u = max(0.0, (u - 0.15) / 0.85)
    return math.pow(4 * u * (1 - u), 1.5)
