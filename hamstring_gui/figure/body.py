"""Painting the body: far limbs, trunk and head, near leg with its muscle, near arm; props go between the layers."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QRadialGradient

from hamstring_gui.domain.exercise import Muscle, Pose
from hamstring_gui.figure.head import paint_head
from hamstring_gui.figure.look import Look, PersonLook, RoomLook
from hamstring_gui.figure.muscles import LitMuscle, lit_muscle
from hamstring_gui.figure.shapes import SLEEVE_END, Hand, shapes, shirt
from hamstring_gui.figure.skeleton import chest_swell

BREATHS = 128
GLOW = ((0.0, 0.6), (0.35, 0.42), (0.7, 0.13), (1.0, 0.0))


def paint_far_limbs(painter: QPainter, pose: Pose, person: PersonLook) -> None:
    """The arm and the leg behind the body."""
    parts = shapes(pose)
    _fill(painter, person.skin_far, parts.far_arm)
    _paint_hand(painter, parts.far_hand, person.skin_far, person.skin_line)
    _fill(painter, person.shirt_far, parts.far_sleeve)
    _fill(painter, person.skin_far, parts.far_leg)
    _fill(painter, person.shorts_far, parts.far_pelvis)
    _fill(painter, person.shorts_far, parts.far_shorts)


def paint_trunk(painter: QPainter, pose: Pose, person: PersonLook, breath: float) -> None:
    """Neck, head and shirt."""
    parts = shapes(pose)
    _fill(painter, person.skin, parts.neck)
    paint_head(painter, parts.joints.head, pose.trunk[2], person)
    _fill(painter, person.shirt, shirt(pose, chest_swell(round(breath * BREATHS) / BREATHS)))


def paint_near_leg(painter: QPainter, pose: Pose, look: Look, muscle: Muscle | None, lit: float) -> None:
    """The near leg, its shorts, and its muscle when that is lit (0 off, 1 full)."""
    parts, person = shapes(pose), look.person
    _fill(painter, person.skin, parts.near_leg)
    _fill(painter, person.skin_line, parts.ankle_bone)
    _fill(painter, person.shorts, parts.near_pelvis)
    _fill(painter, person.shorts, parts.near_shorts)
    if lit > 0.0 and muscle is not None:
        _paint_muscle(painter, lit_muscle(pose, muscle), look.room, min(1.0, lit))


def paint_near_arm(painter: QPainter, pose: Pose, person: PersonLook) -> None:
    """The near arm with its hand and sleeve."""
    parts = shapes(pose)
    _fill(painter, person.skin_near, parts.near_arm)
    _paint_hand(painter, parts.near_hand, person.skin_near, person.skin_line)
    at = parts.joints
    shade = QLinearGradient(QPointF(*at.shoulder), QPointF(*at.near_elbow))
    shade.setColorAt(0.0, person.shirt)
    shade.setColorAt(SLEEVE_END, person.sleeve)
    painter.fillPath(parts.near_sleeve, shade)


def _fill(painter: QPainter, colour: QColor, path: QPainterPath) -> None:
    painter.fillPath(path, colour)


def _paint_hand(painter: QPainter, hand: Hand, skin: QColor, line: QColor) -> None:
    _fill(painter, skin, hand.outline)
    if hand.closed > 0.0:
        faint = QColor(line)
        faint.setAlphaF(hand.closed)
        _fill(painter, faint, hand.fingers)
    _fill(painter, line, hand.thumb)


def _paint_muscle(painter: QPainter, muscle: LitMuscle, room: RoomLook, lit: float) -> None:
    """The muscle with a soft glow around it."""
    painter.save()
    painter.setOpacity(painter.opacity() * lit)
    painter.translate(*muscle.glow_middle)
    painter.rotate(muscle.angle)
    painter.scale(*muscle.glow_cm)
    glow = QRadialGradient(QPointF(0.0, 0.0), 1.0)
    for place, strength in GLOW:
        shade = QColor(room.glow)
        shade.setAlphaF(strength)
        glow.setColorAt(place, shade)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(glow)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.drawEllipse(QPointF(0.0, 0.0), 1.0, 1.0)
    painter.restore()
    painter.save()
    painter.setOpacity(painter.opacity() * lit)
    _fill(painter, room.muscle_edge, muscle.edge)
    _fill(painter, room.muscle, muscle.outline)
    _fill(painter, room.muscle_core, muscle.core)
    painter.restore()
