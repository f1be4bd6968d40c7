"""What the body holds and wears, drawn from the joints so that it stays attached: strap, ball, ankle band; a towel."""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from hamstring_gui.domain.exercise import Pose, Scene
from hamstring_gui.domain.skeleton import SHANK, STRAP_ON_SOLE, Point, along, grips, joints, local, pull
from hamstring_gui.figure.look import RoomLook
from hamstring_gui.figure.outline import new_path, straightened, stroked, trace
from hamstring_gui.figure.room import SEAT_CM, paint_door_frame

BALL_CM, NEARER_CM, RIM_CM = 3.15, 0.9, 0.5
"""Half as wide as the ball; how much lower it is painted, being nearer than the thigh that sinks into the seat; and how
wide its rim is."""
BAND_AT, BAND_CM, CUFF_CM = 0.86, 1.7, 2.6
CUFF = ((-0.4, 3.4), (0.2, 1.4), (0.4, 0.0), (0.2, -1.4), (-0.4, -3.4))
STRAP_CM, STRIPE_CM = 2.8, 0.5
LOOSE_CM = 17.0
LOWEST_CM = 1.2
WRAP_CM, WRAP_Y = 0.9, STRAP_ON_SOLE[1] + 0.3
STRAND_PIECES = 12
SAG = 0.65
OVER_FOOT = (STRAP_ON_SOLE[0], STRAP_ON_SOLE[1] + 9.0)
WRAP = ((STRAP_ON_SOLE[0] - STRAP_CM / 2, WRAP_Y), (STRAP_ON_SOLE[0] + STRAP_CM / 2, WRAP_Y))


def paint_behind(painter: QPainter, pose: Pose, scene: Scene, look: RoomLook) -> None:
    """What is behind the far limbs."""
    if "strap" in scene.props:
        paint_far_strand(painter, pose, look)
    if "towel" in scene.props:
        _paint_towel(painter, scene.towel_x, look)


def paint_between_the_legs(painter: QPainter, room: QRectF, pose: Pose, scene: Scene, look: RoomLook) -> None:
    """What is before the far limbs and behind the near leg."""
    if "doorway" in scene.props:
        paint_door_frame(painter, room, scene.wall_x, look)
    if "ankle band" in scene.props:
        _paint_far_band(painter, pose, look)
    if "ball" in scene.props:
        _paint_ball(painter, pose, look)


def paint_in_front(painter: QPainter, pose: Pose, scene: Scene, look: RoomLook) -> None:
    """What is before the near leg and behind the near arm."""
    if "ankle band" in scene.props:
        _paint_cuff(painter, band_ends(pose)[0], pose.near_leg[1], look.band, look)
    if "strap" in scene.props:
        paint_near_strand(painter, pose, look)


def _paint_ball(painter: QPainter, pose: Pose, look: RoomLook) -> None:
    """The ball on the seat; two seams show how it rolls."""
    if pose.ball is None:
        return
    painter.save()
    painter.translate(pose.ball, SEAT_CM + BALL_CM - NEARER_CM)
    painter.rotate(-math.degrees(pose.ball / BALL_CM))
    rim, within = QPen(look.ball_line, RIM_CM, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap), BALL_CM - RIM_CM / 2
    painter.setPen(rim)
    painter.setBrush(look.ball)
    painter.drawEllipse(QRectF(-within, -within, 2 * within, 2 * within))
    painter.strokePath(_SEAMS, rim)
    painter.restore()


def _paint_towel(painter: QPainter, x: float, look: RoomLook) -> None:
    """A folded towel on the mat."""
    painter.setPen(QPen(look.towel_line, 0.35))
    painter.setBrush(look.towel)
    for bottom in (0.2, 1.5):
        painter.drawRoundedRect(QRectF(x - 7.0, bottom, 14.0, 1.3), 0.65, 0.65)


def band_ends(pose: Pose) -> tuple[Point, Point]:
    """The middle of the ankle band's loop round the near and the far ankle."""
    at = joints(pose)
    return along(at.near_knee, pose.near_leg[1], BAND_AT * SHANK), along(at.far_knee, pose.far_leg[1], BAND_AT * SHANK)


def _paint_far_band(painter: QPainter, pose: Pose, look: RoomLook) -> None:
    """The loop round the far ankle, and the band from there to the near one."""
    near, far = band_ends(pose)
    _paint_cuff(painter, far, pose.far_leg[1], look.band_far, look)
    between = new_path()
    trace(between, [near, far])
    _paint_striped(painter, between, BAND_CM, look.band, look)


def _paint_cuff(painter: QPainter, middle: Point, angle: float, colour: QColor, look: RoomLook) -> None:
    path = new_path()
    trace(path, [local(middle, angle, point) for point in CUFF])
    _paint_striped(painter, path, CUFF_CM, colour, look)


def _paint_striped(painter: QPainter, path: QPainterPath, width: float, colour: QColor, look: RoomLook) -> None:
    painter.strokePath(path, _pen(colour, width))
    painter.strokePath(path, _pen(look.band_stripe, STRIPE_CM))


def paint_far_strand(painter: QPainter, pose: Pose, look: RoomLook) -> None:
    """The strap from the sole to the far hand."""
    if (out := _out(pose)) > 0.0:
        painter.fillPath(strand(pose, grips(pose)[1], out), look.strap_far)


def paint_near_strand(painter: QPainter, pose: Pose, look: RoomLook) -> None:
    """The strap round the sole, to the near hand, and its loose end that hangs from there."""
    if (out := _out(pose)) <= 0.0:
        return
    grip = grips(pose)[0]
    painter.strokePath(loose_end(grip, out), _pen(look.strap_far, STRAP_CM * 0.9))
    painter.fillPath(strand(pose, grip, out), look.strap)
    painter.fillPath(stripe(pose, grip, out), look.strap_stripe)
    if out == 1.0:
        ankle, foot = joints(pose).near_ankle, pose.near_leg[2]
        wrap = new_path()
        trace(wrap, [local(ankle, foot, point) for point in WRAP])
        painter.strokePath(wrap, _pen(look.strap, WRAP_CM))


@lru_cache(maxsize=8)
def strand(pose: Pose, grip: Point, out: float = 1.0) -> QPainterPath:
    """The strap from the sole to a hand, a ribbon: straight when taut; when slack, over the foot's side and hanging.
    While it comes `out` of the hand (0 to 1), it does not reach the sole."""
    middle = _middle_line(pose, grip, out)
    left, right = [], []
    for (x1, y1), (x2, y2) in pairwise(middle):
        dx, dy = x2 - x1, y2 - y1
        half = STRAP_CM / 2 / (math.hypot(dx, dy) or 1.0)
        left.append((x2 - dy * half, y2 + dx * half))
        right.append((x2 + dy * half, y2 - dx * half))
    heel, toe = (local(middle[0], pose.near_leg[2], (aside, 0.0)) for aside in (-STRAP_CM / 2, STRAP_CM / 2))
    path = new_path()
    trace(path, [heel, *left])
    trace(path, [*right[::-1], toe], onward=True)
    path.closeSubpath()
    return straightened(path)


@lru_cache(maxsize=8)
def stripe(pose: Pose, grip: Point, out: float = 1.0) -> QPainterPath:
    """The stripe along the middle of the strap, from the sole to a hand and down its loose end."""
    path = loose_end(grip, out)
    trace(path, _middle_line(pose, grip, out))
    return stroked(path, STRIPE_CM)


def _middle_line(pose: Pose, grip: Point, out: float) -> list[Point]:
    """Points of the strap's middle line: a cubic curve that a pull (0..1) straightens; it stays above the mat."""
    ankle, foot = joints(pose).near_ankle, pose.near_leg[2]
    sole, over_foot = local(ankle, foot, STRAP_ON_SOLE), local(ankle, foot, OVER_FOOT)
    slack = 1.0 - max(0.0, pull(pose))
    third = (sole[0] * 2 + grip[0]) / 3, (sole[1] * 2 + grip[1]) / 3
    two = (sole[0] + grip[0] * 2) / 3, (sole[1] + grip[1] * 2) / 3
    low = max(min(LOWEST_CM, two[1]), two[1] - SAG * slack * math.dist(sole, grip))
    x1, y1 = third[0] + (over_foot[0] - third[0]) * slack, third[1] + (over_foot[1] - third[1]) * slack
    line = []
    for i in range(STRAND_PIECES + 1):
        t = 1.0 - out + out * i / STRAND_PIECES
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        line.append((a * sole[0] + b * x1 + c * two[0] + d * grip[0], a * sole[1] + b * y1 + c * low + d * grip[1]))
    return line


def loose_end(grip: Point, out: float = 1.0) -> QPainterPath:
    """The end that hangs below the near hand; what is longer than the way to the mat lies on it."""
    (x, y), long = grip, LOOSE_CM * out
    down = max(0.0, min(long, y - LOWEST_CM))
    path = new_path()
    path.moveTo(x, y)
    path.cubicTo(x + 0.5, y - down * 0.5, x - 2.4, y - down * 0.7, x - 1.4, y - down)
    if down < long:
        path.lineTo(x - 1.4 + long - down, y - down)
    return path


def _out(pose: Pose) -> float:
    """How far the strap is out of the hands: it comes on the second half of the way from a pose that has none."""
    return min(1.0, 1.0 + 2.0 * pull(pose))


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin)


def _seams() -> QPainterPath:
    path = new_path()
    trace(path, [(-2.4, 2.0), (-0.6, 0.9), (0.6, 0.9), (2.4, 2.0)])
    trace(path, [(-2.4, -2.0), (-0.6, -0.9), (0.6, -0.9), (2.4, -2.0)])
    return path


_SEAMS = _seams()
