"""A body look by itself, to choose from: somebody who stands at ease, from the crown to the hem of the shorts."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from hamstring_gui.domain.exercise import Pose
from hamstring_gui.figure import body
from hamstring_gui.figure.look import Look

STANDING = Pose(
    hip=(0.0, 89.3),
    trunk=(90.0, 86.0, 90.0),
    near_leg=(-88.0, 266.0, 0.0),
    far_leg=(-86.0, 268.0, 0.0),
    near_arm=(261.0, 274.0, 280.0),
    far_arm=(268.0, 282.0, 286.0),
)
WORLD = QRectF(-26.0, 80.0, 54.0, 99.0)
"""What of the world shows: left, bottom, width and height in cm."""


def paint_portrait(painter: QPainter, target: QRectF, look: Look) -> None:
    """Paint them as large as they fit, in the middle and cut off at the target's lower edge."""
    scale = min(target.width() / WORLD.width(), target.height() / WORLD.height())
    painter.save()
    painter.setClipRect(target)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(target.center().x(), target.bottom())
    painter.scale(scale, -scale)
    painter.translate(-WORLD.center().x(), -WORLD.y())
    body.paint_far_limbs(painter, STANDING, look.person)
    body.paint_neck_and_head(painter, STANDING, look.person)
    body.paint_shirt(painter, STANDING, look.person, breath=0.3)
    body.paint_near_leg(painter, STANDING, look, None, lit=0.0, glow=0.0)
    body.paint_near_arm(painter, STANDING, look.person)
    painter.restore()
