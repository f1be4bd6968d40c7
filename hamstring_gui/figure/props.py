"""What the body lies on, leans against and holds: mat, wall and strap, drawn from the scene and the joints."""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from hamstring_gui.domain.exercise import Pose, Scene
from hamstring_gui.figure.look import Look
from hamstring_gui.figure.outline import new_path, trace
from hamstring_gui.figure.skeleton import STRAP_ON_SOLE, Point, grips, joints, local, pull

MAT_CM = 3.2
STRAP_CM = 2.1
LOOSE_CM = 17.0
LOWEST_CM = 1.2
WRAP_CM = 0.9
STRAND_PIECES = 12
SAG = 0.65
OVER_FOOT = (STRAP_ON_SOLE[0], STRAP_ON_SOLE[1] + 9.0)
STRAP_HEEL = (STRAP_ON_SOLE[0] - STRAP_CM / 2, STRAP_ON_SOLE[1])
STRAP_TOE = (STRAP_ON_SOLE[0] + STRAP_CM / 2, STRAP_ON_SOLE[1])


def paint_room(painter: QPainter, room: QRectF, scene: Scene, look: Look) -> None:
    """The wall and the mat. `room` is the part of the world that is in the picture, in cm."""
    right = room.right()
    if "wall" in scene.props:
        face = scene.wall_x
        painter.fillRect(QRectF(face, -MAT_CM, right - face, room.bottom() + MAT_CM), look.wall)
        painter.fillRect(QRectF(face, -MAT_CM, 1.1, room.bottom() + MAT_CM), look.wall_edge)
        right = face
    if "mat" in scene.props:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.mat)
        painter.drawRoundedRect(QRectF(room.left(), -MAT_CM, right - room.left(), MAT_CM), MAT_CM / 2, MAT_CM / 2)


def paint_far_strand(painter: QPainter, pose: Pose, look: Look) -> None:
    """The strap from the sole to the far hand."""
    if _visible(pose) > 0.0:
        painter.fillPath(strand(pose, grips(pose)[1]), _shade(look.strap_far, pose))


def paint_near_strand(painter: QPainter, pose: Pose, look: Look) -> None:
    """The strap round the sole, to the near hand, and its loose end that hangs from there."""
    if _visible(pose) <= 0.0:
        return
    grip = grips(pose)[0]
    ankle, foot = joints(pose).near_ankle, pose.near_leg[2]
    wrap = new_path()
    trace(wrap, [local(ankle, foot, (x, y + 0.3)) for x, y in (STRAP_HEEL, STRAP_TOE)])
    painter.strokePath(loose_end(grip), _pen(_shade(look.strap_far, pose), STRAP_CM * 0.9))
    painter.fillPath(strand(pose, grip), _shade(look.strap, pose))
    painter.strokePath(wrap, _pen(_shade(look.strap, pose), WRAP_CM))


@lru_cache(maxsize=8)
def strand(pose: Pose, grip: Point) -> QPainterPath:
    """The strap from the sole to a hand, a ribbon: straight when taut; when slack, over the foot's side and hanging."""
    ankle, foot = joints(pose).near_ankle, pose.near_leg[2]
    heel, toe = local(ankle, foot, STRAP_HEEL), local(ankle, foot, STRAP_TOE)
    middle = _middle_line(local(ankle, foot, STRAP_ON_SOLE), local(ankle, foot, OVER_FOOT), grip, pull(pose))
    left, right = [], []
    for (x1, y1), (x2, y2) in pairwise(middle):
        dx, dy = x2 - x1, y2 - y1
        half = STRAP_CM / 2 / (math.hypot(dx, dy) or 1.0)
        left.append((x2 - dy * half, y2 + dx * half))
        right.append((x2 + dy * half, y2 - dx * half))
    path = new_path()
    trace(path, [heel, *left])
    trace(path, [*right[::-1], toe], onward=True)
    path.closeSubpath()
    return path


def _middle_line(sole: Point, over_foot: Point, grip: Point, pulled: float) -> list[Point]:
    """Points of the strap's middle line: a cubic curve that a pull (0..1) straightens; it stays above the mat."""
    slack = 1.0 - max(0.0, pulled)
    third = (sole[0] * 2 + grip[0]) / 3, (sole[1] * 2 + grip[1]) / 3
    two = (sole[0] + grip[0] * 2) / 3, (sole[1] + grip[1] * 2) / 3
    low = max(min(LOWEST_CM, two[1]), two[1] - SAG * slack * math.dist(sole, grip))
    x1, y1 = third[0] + (over_foot[0] - third[0]) * slack, third[1] + (over_foot[1] - third[1]) * slack
    line = []
    for i in range(STRAND_PIECES + 1):
        t = i / STRAND_PIECES
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        line.append((a * sole[0] + b * x1 + c * two[0] + d * grip[0], a * sole[1] + b * y1 + c * low + d * grip[1]))
    return line


def loose_end(grip: Point) -> QPainterPath:
    """The end that hangs below the near hand; what is longer than the way to the mat lies on it."""
    x, y = grip
    down = max(0.0, min(LOOSE_CM, y - LOWEST_CM))
    path = new_path()
    path.moveTo(x, y)
    path.cubicTo(x + 0.5, y - down * 0.5, x - 2.4, y - down * 0.7, x - 1.4, y - down)
    if down < LOOSE_CM:
        path.lineTo(x - 1.4 + LOOSE_CM - down, y - down)
    return path


def _visible(pose: Pose) -> float:
    """How much of the strap's colour shows: it fades in on the second half of the way from a pose that has none."""
    return min(1.0, 1.0 + 2.0 * pull(pose))


def _shade(colour: QColor, pose: Pose) -> QColor:
    shade = QColor(colour)
    shade.setAlphaF(_visible(pose))
    return shade


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin)
