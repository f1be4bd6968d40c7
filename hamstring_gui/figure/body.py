"""Painting the body: far limbs, trunk and head, near leg with its muscle, near arm; props go between the layers."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath

from hamstring_gui.domain.exercise import Muscle, Pose
from hamstring_gui.domain.skeleton import THIGH, chest_swell, local
from hamstring_gui.figure.hands import Hand
from hamstring_gui.figure.head import paint_head
from hamstring_gui.figure.look import Look, PersonLook, RoomLook, between
from hamstring_gui.figure.muscles import LitMuscle, lit_muscle, room_of
from hamstring_gui.figure.outline import new_path
from hamstring_gui.figure.shapes import SLEEVE_END, shapes, shirt

BREATHS = 128
LIGHT = (-0.42, 0.91)
"""From where the light comes: above, and a little from the head of who lies there."""
LEG_SHADE_CM, ARM_SHADE_CM, SHIRT_SHADE_CM, SHORTS_SHADE_CM = 3.0, 2.0, 4.0, 4.0
"""How far the shade reaches into a part that is turned straight away from the light."""
HAND_SHADE_CM, INTO_MAT_CM = 0.5, 0.4
"""How far the shade of the near hand reaches on what is under it, and at most into the mat."""
AWAKE_CM = 40.0
"""Whose head is higher has open eyes."""
HELPERS: dict[Muscle, tuple[Muscle, ...]] = {"glutes": ("hamstring",)}
HELPS, FULLY_LIT = 0.2, 0.45
"""How much of the light a muscle has that helps; and from how much on one hides what is under it."""
BELOW_HIP = (0.12 * THIGH, -20.0), (1.4 * THIGH, -20.0), (1.4 * THIGH, 20.0), (0.12 * THIGH, 20.0)
"""All of a leg but its very beginning, in the thigh's axes (cm)."""


def paint_far_limbs(painter: QPainter, pose: Pose, person: PersonLook) -> None:
    """The arm and the leg behind the body."""
    parts = shapes(pose)
    painter.fillPath(parts.far_arm, person.skin_far)
    _paint_hand(painter, parts.far_hand, person.skin_far, person.skin_line)
    painter.fillPath(parts.far_sleeve, person.shirt_far)
    painter.fillPath(parts.far_leg, person.skin_far)
    painter.fillPath(parts.far_shorts, person.shorts_far)


def paint_neck_and_head(painter: QPainter, pose: Pose, person: PersonLook) -> None:
    parts = shapes(pose)
    head, angle = parts.joints.head, pose.trunk[2]
    painter.fillPath(parts.neck, person.skin)
    painter.fillPath(parts.jaw_shade, person.skin_far)
    paint_head(painter, head, angle, person, awake=head[1] > AWAKE_CM)


def paint_shirt(painter: QPainter, pose: Pose, person: PersonLook, breath: float) -> None:
    """The shirt, which is all that moves while nothing but a breath goes."""
    _paint_in_light(painter, shirt_of(pose, breath), person.shirt, person.shirt_shade, SHIRT_SHADE_CM)
    painter.fillPath(shapes(pose).collar, person.shirt_far)


def shirt_of(pose: Pose, breath: float) -> QPainterPath:
    at = shapes(pose).joints
    return shirt(at.hip, at.shoulder, pose.trunk[0], chest_swell(round(breath * BREATHS) / BREATHS))


def paint_near_leg(painter: QPainter, pose: Pose, look: Look, muscle: Muscle | None, lit: float, glow: float) -> None:
    """The near leg, its shorts, and its muscle when that is lit (0 off, 1 full), whose belly glows (0 to 1)."""
    parts, person = shapes(pose), look.person
    _paint_in_light(painter, parts.near_leg, person.skin, person.skin_shade, LEG_SHADE_CM)
    painter.fillPath(parts.near_lines, person.skin_line)
    shorts = parts.near_shorts
    _paint_in_light(painter, shorts.outline, person.shorts, person.shorts_shade, SHORTS_SHADE_CM)
    for sewn in (shorts.waistband, shorts.seam, shorts.crease):
        painter.fillPath(sewn, person.shorts_far)
    if lit > 0.0 and muscle is not None:
        for helper in HELPERS.get(muscle, ()):
            _paint_helper(painter, pose, helper, look.room, HELPS * lit, glow)
        paint_muscle(painter, lit_muscle(pose, muscle), look.room, lit, glow, room_of(pose, muscle))


def _paint_helper(painter: QPainter, pose: Pose, muscle: Muscle, room: RoomLook, lit: float, glow: float) -> None:
    """Its beginning is under the muscle that it helps, also where that has left it in a deep bend."""
    hip, thigh = shapes(pose).joints.hip, pose.near_leg[0]
    below = new_path()
    below.addPolygon([QPointF(*local(hip, thigh, corner)) for corner in BELOW_HIP])
    painter.save()
    painter.setClipPath(below, Qt.ClipOperation.IntersectClip)
    paint_muscle(painter, lit_muscle(pose, muscle), room, lit, glow, room_of(pose, muscle))
    painter.restore()


def paint_near_arm(painter: QPainter, pose: Pose, person: PersonLook) -> None:
    """The near arm with its hand and sleeve."""
    parts = shapes(pose)
    _paint_shade_of_hand(painter, parts.near_hand, person.skin_far)
    _paint_in_light(painter, parts.near_arm, person.skin_near, person.skin_near_shade, ARM_SHADE_CM)
    _paint_hand(painter, parts.near_hand, person.skin_near, person.skin_line)
    at = parts.joints
    shade = QLinearGradient(QPointF(*at.shoulder), QPointF(*at.near_elbow))
    shade.setColorAt(0.0, person.shirt)
    shade.setColorAt(SLEEVE_END, person.sleeve)
    painter.fillPath(parts.near_sleeve, shade)


def _paint_in_light(painter: QPainter, part: QPainterPath, colour: QColor, shade: QColor, depth: float) -> None:
    """A part of the body, with shade along the sides that are turned away from the light, up to `depth` cm wide."""
    painter.fillPath(part, shade)
    painter.save()
    painter.setClipPath(part, Qt.ClipOperation.IntersectClip)
    painter.translate(LIGHT[0] * depth, LIGHT[1] * depth)
    painter.fillPath(part, colour)
    painter.restore()


def _paint_shade_of_hand(painter: QPainter, hand: Hand, shade: QColor) -> None:
    """Or it would be lost on the leg that it lies on."""
    lowest = hand.outline.boundingRect().top()
    reach = min(HAND_SHADE_CM, max(0.0, lowest + INTO_MAT_CM))
    painter.fillPath(hand.outline.translated(-LIGHT[0] * reach, -LIGHT[1] * reach), shade)


def _paint_hand(painter: QPainter, hand: Hand, skin: QColor, line: QColor) -> None:
    painter.fillPath(hand.outline, skin)
    faint = QColor(line)
    faint.setAlphaF(hand.strength)
    painter.fillPath(hand.fingers, faint)
    painter.fillPath(hand.thumb, line)


def paint_muscle(
    painter: QPainter, muscle: LitMuscle, room: RoomLook, lit: float, glow: float, limb: QPainterPath
) -> None:
    """The muscle within the limb, whose outline nothing of it leaves.

    What is nearly lit is painted without opacity, which takes ten times as long.
    """
    painter.save()
    if lit < FULLY_LIT:
        painter.setOpacity(painter.opacity() * lit / FULLY_LIT)
    if not muscle.inside:
        painter.setClipPath(limb, Qt.ClipOperation.IntersectClip)
    painter.fillPath(muscle.rim, room.muscle_rim)
    painter.fillPath(muscle.edge, room.muscle_edge)
    painter.fillPath(muscle.outline, room.tendon)
    painter.fillPath(muscle.belly, between(room.muscle_dim, room.muscle, glow))
    painter.fillPath(muscle.shine, between(room.muscle, room.muscle_core, glow))
    painter.fillPath(muscle.fibres, between(room.muscle, room.fibre, glow))
    painter.fillPath(muscle.split, room.muscle_edge)
    painter.restore()
