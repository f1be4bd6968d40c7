"""Somebody who stands, from head to foot: with the hamstring lit, or the one line from the sole to the brow."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from hamstring_gui.domain.skeleton import joints, local
from hamstring_gui.domain.values import replace
from hamstring_gui.figure import body
from hamstring_gui.figure.look import Look
from hamstring_gui.figure.outline import lines
from hamstring_gui.figure.portrait import STANDING as AT_EASE

STANDING = replace(AT_EASE, near_arm=(283.0, 300.0, 304.0), far_arm=(281.0, 297.0, 300.0))
"""Arms before the body, where they hide nothing of its back."""
WORLD = QRectF(-30.0, -4.0, 66.0, 188.0)
"""What shows: left, bottom, width and height in cm."""
LINE_CM, RIM_CM, FLOOR_CM = 2.0, 3.8, 1.2
CORNER_CM = 6.0
SOLE = ((17.0, -5.4), (11.0, -5.6), (3.0, -5.2), (-3.2, -5.2), (-4.8, -2.6))
SHANK = ((30.0, -3.0), (12.0, -5.0), (1.0, -3.6))
THIGH = ((30.0, -4.8), (16.0, -6.8), (5.0, -8.0))
TRUNK = ((4.0, 9.0), (11.0, 7.4), (19.0, 5.8), (33.0, 7.8), (44.0, 7.8))
HEAD = ((-4.2, -9.0), (-7.4, -3.0), (-7.8, 3.0), (-4.0, 9.0), (2.0, 10.2), (7.0, 7.4), (8.9, 3.4))
"""Where the line goes, in the axes of foot, shin, thigh, trunk and head."""


def paint_standing(painter: QPainter, target: QRectF, look: Look, *, lit: bool = False, line: bool) -> None:
    """Paint them on a ground of their own, as large as they fit."""
    scale = min(target.width() / WORLD.width(), target.height() / WORLD.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.room.panel)
    painter.drawRoundedRect(target, CORNER_CM * scale, CORNER_CM * scale)
    painter.translate(target.center().x(), target.bottom())
    painter.scale(scale, -scale)
    painter.translate(-WORLD.center().x(), -WORLD.top())
    painter.fillRect(QRectF(-24.0, -FLOOR_CM, 52.0, FLOOR_CM), look.room.floor)
    body.paint_far_limbs(painter, STANDING, look.person)
    body.paint_neck_and_head(painter, STANDING, look.person)
    body.paint_shirt(painter, STANDING, look.person, breath=0.3)
    body.paint_near_leg(painter, STANDING, look, "hamstring", lit=float(lit), glow=float(lit))
    body.paint_near_arm(painter, STANDING, look.person)
    if line:
        painter.fillPath(back_line(RIM_CM), look.room.tendon)
        painter.fillPath(back_line(LINE_CM), look.room.muscle)
    painter.restore()


def back_line(width: float) -> QPainterPath:
    """The line along the back of the body, so many cm wide."""
    at, (thigh, shank, foot) = joints(STANDING), STANDING.near_leg
    parts = (
        (at.near_ankle, foot, SOLE), (at.near_knee, shank, SHANK), (at.hip, thigh, THIGH),
        (at.hip, STANDING.trunk[0], TRUNK), (at.head, STANDING.trunk[2] - 90.0, HEAD),
    )  # fmt: skip
    return lines(width, [local(origin, angle, point) for origin, angle, points in parts for point in points])
