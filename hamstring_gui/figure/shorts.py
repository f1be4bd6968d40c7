"""The shorts of one leg: pelvis and thigh as two straight pieces round the hip, and a seat that bends behind them.

So however deep a hip bends, the front folds in one crease and opens no gap.
"""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from hamstring_gui.domain.skeleton import THIGH, TRUNK, Point, along, bend_between
from hamstring_gui.domain.values import dataclass
from hamstring_gui.figure.outline import LEFT, RIGHT, Profile, band, lines, new_path, side, straightened, trace

WAIST, HEM = 0.21, 0.56
"""Where they begin, as a share of the trunk above the hip, and where they end, of the thigh below it."""
PELVIS_FRONT = Profile((0.0, 7.5), (0.4, 8.1), (0.75, 8.0), (1.0, 7.9))
PELVIS_BACK = Profile((0.0, 7.3), (0.2, 7.5), (0.45, 7.9), (0.7, 8.0), (1.0, 7.9))
THIGH_FRONT = Profile((0.0, 7.9), (0.25, 8.5), (0.56, 8.3))
THIGH_BACK = Profile((0.0, 7.9), (0.25, 8.3), (0.56, 8.0))
"""Pelvis and thigh are within the seat, which bends behind them: their corners at the hip don't show."""
SHORTS_BACK = Profile(
    (0.0, 7.3), (0.2, 7.5), (0.45, 8.05), (0.7, 8.6), (0.9, 8.9), (1.05, 8.9), (1.25, 8.8), (1.56, 8.0)
)
SEAT_SWELL = Profile(
    (0.0, 0.05), (0.2, 0.3), (0.45, 0.7), (0.7, 0.95), (0.88, 1.0), (1.04, 0.86), (1.16, 0.54), (1.26, 0.25),
    (1.38, 0.06), (1.5, 0.0), (1.56, 0.0),
)  # fmt: skip
SEAT_CM, LEAST_SEAT, FULL_BEND = 3.0, 0.25, 95.0
"""How far the seat swells out (cm), and the share that is left of that in a hip that is bent by so many degrees."""
LIES_CM = 9.0, 23.0
"""Of a hip so high or less the floor presses the seat flat; from the other height on it touches nothing."""
ROUNDING, SEAT_STEP_CM, STRAIGHT_STEP_CM = (2.5, 8.0), 1.6, 6.0
HIP_CM = 7.9
WAISTBAND_CM, SEAM_CM, SEAM_ABOVE_CM = 2.4, 0.3, 1.7
CREASE_CM, CREASE_FROM, CREASE_DEEPEST = 0.42, 55.0, 104.0
"""The fold of the groin is there from so many degrees of bend on, and goes no deeper than at so many."""


@dataclass(frozen=True, slots=True)
class Shorts:
    """The outline, of pieces that overlap; what is sewn on it: the band at the waist, the hem's seam, the crease."""

    outline: QPainterPath
    waistband: QPainterPath
    seam: QPainterPath
    crease: QPainterPath


@lru_cache(maxsize=4)
def shorts(hip: Point, trunk: float, thigh: float, knee: Point) -> Shorts:
    """The shorts of a leg, with all that is sewn on; the directions of trunk and thigh in degrees."""
    waist, bend = _waist(hip, trunk), bend_between(trunk, thigh)
    leg = _thigh(hip, knee)
    at_waist = _pelvis(waist, hip, WAISTBAND_CM / math.dist(waist, hip))
    return Shorts(
        outline=_outline(hip, trunk, thigh, knee),
        waistband=at_waist.subtracted(leg) if bend > CREASE_FROM else at_waist,
        seam=_seam(hip, thigh, knee),
        crease=_crease(hip, trunk, bend),
    )


@lru_cache(maxsize=4)
def shorts_outline(hip: Point, trunk: float, thigh: float, knee: Point) -> QPainterPath:
    """The outline alone, for the far leg."""
    return _outline(hip, trunk, thigh, knee)


def seat_swell(height: float, trunk: float, bend: float) -> float:
    """How far the seat swells out (cm): little in a hip that is bent, not at all where one lies or sits on it."""
    free = 1.0 - (1.0 - LEAST_SEAT) * min(1.0, max(0.0, bend) / FULL_BEND)
    facing_the_floor = max(0.0, -math.cos(math.radians(trunk)))
    least, most = LIES_CM
    pressed = 1.0 - min(1.0, max(0.0, (height - least) / (most - least)))
    return SEAT_CM * free * (1.0 - facing_the_floor * pressed)


def _waist(hip: Point, trunk: float) -> Point:
    return along(hip, trunk, WAIST * TRUNK)


def _outline(hip: Point, trunk: float, thigh: float, knee: Point) -> QPainterPath:
    """The pieces run round the same way, so that where they overlap they are one."""
    waist = _waist(hip, trunk)
    swell = seat_swell(hip[1], trunk, bend_between(trunk, thigh))
    rounding = _rounding(waist, hip, knee)
    seat = side(
        (waist, hip, knee), RIGHT, lambda u: SHORTS_BACK(u) + swell * SEAT_SWELL(u), (rounding,), 0.0, 1.0 + HEM,
        SEAT_STEP_CM,
    )  # fmt: skip
    path = _pelvis(waist, hip, 1.0)
    path.addPath(_thigh(hip, knee))
    joint = QPainterPath()
    joint.addEllipse(QPointF(*hip), HIP_CM, HIP_CM)
    path.addPath(joint.toReversed())
    path.moveTo(*waist)
    path.lineTo(*hip)
    path.lineTo(*along(hip, thigh, HEM * THIGH))
    trace(path, seat[::-1], onward=True)
    path.closeSubpath()
    return straightened(path)


def _pelvis(waist: Point, hip: Point, end: float) -> QPainterPath:
    """From the waist down to a share of the way to the hip."""
    bone = (waist, hip)
    front = side(bone, LEFT, PELVIS_FRONT, (), 0.0, end, STRAIGHT_STEP_CM)
    return band(front, side(bone, RIGHT, PELVIS_BACK, (), 0.0, end, STRAIGHT_STEP_CM), 0.0)


def _thigh(hip: Point, knee: Point) -> QPainterPath:
    bone = (hip, knee)
    front = side(bone, LEFT, THIGH_FRONT, (), 0.0, HEM, STRAIGHT_STEP_CM)
    return band(front, side(bone, RIGHT, THIGH_BACK, (), 0.0, HEM, STRAIGHT_STEP_CM), 1.0)


def _rounding(waist: Point, hip: Point, knee: Point) -> float:
    """How far from the hip (cm) the seat begins to round: far in a body that stands, near in a hip that is bent."""
    along_both = (hip[0] - waist[0]) * (knee[0] - hip[0]) + (hip[1] - waist[1]) * (knee[1] - hip[1])
    straight = max(0.0, along_both / (math.dist(waist, hip) * math.dist(hip, knee)))
    return ROUNDING[0] + (ROUNDING[1] - ROUNDING[0]) * straight**4


def _seam(hip: Point, angle: float, knee: Point) -> QPainterPath:
    u = HEM - SEAM_ABOVE_CM / THIGH
    ends = [
        side((hip, knee), hand, widths, (), 0.0, u)[-1] for hand, widths in ((LEFT, THIGH_FRONT), (RIGHT, THIGH_BACK))
    ]
    (ax, ay), (bx, by) = ends
    return lines(SEAM_CM, [ends[0], along(((ax + bx) / 2, (ay + by) / 2), angle, 1.0), ends[1]])


def _crease(hip: Point, trunk: float, bend: float) -> QPainterPath:
    """From where the two fronts meet, towards the hip."""
    if bend < CREASE_FROM:
        return new_path()
    half = min(bend, CREASE_DEEPEST) / 2
    up = trunk - 90.0 + half
    far = HIP_CM / math.cos(math.radians(half))
    points = ((0.0, far - 0.2), (5.0, far - 3.4), (16.0, far - 6.0))
    return lines(CREASE_CM, [along(hip, up + aside, reach) for aside, reach in points])
