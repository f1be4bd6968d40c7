"""What the body lies on, sits on and leans against: floor, mat, wall, doorway and chair."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from hamstring_gui.domain.exercise import Scene
from hamstring_gui.figure.look import RoomLook

MAT_CM = 3.2
JAMB_CM, DOOR_CM, HANDLE_CM = 11.0, 64.0, 100.0
SEAT_CM, SEAT_DEEP_CM, SEAT_THICK_CM, CHAIR_TOP_CM = 43.0, 44.0, 4.0, 86.0


def extent(scene: Scene) -> tuple[float, float, float]:
    """How far the props reach to the left, to the right and up, in cm; where there are none, 0 to nowhere."""
    left, right, top = math.inf, -math.inf, 0.0
    if "doorway" in scene.props:
        right = scene.wall_x + JAMB_CM + DOOR_CM
    if "chair" in scene.props:
        left, right, top = scene.chair_x - SEAT_DEEP_CM, scene.chair_x, CHAIR_TOP_CM
    return left, right, top


def paint_room(painter: QPainter, room: QRectF, scene: Scene, look: RoomLook) -> None:
    """What is behind the body. `room` is the part of the world that is in the picture, in cm."""
    right = room.right()
    if "doorway" in scene.props:
        _paint_door(painter, room, scene.wall_x + JAMB_CM, look)
    if "floor" in scene.props:
        painter.fillRect(QRectF(room.left(), -MAT_CM, room.width(), MAT_CM), look.floor)
    if "wall" in scene.props:
        face = scene.wall_x
        painter.fillRect(QRectF(face, -MAT_CM, right - face, room.bottom() + MAT_CM), look.wall)
        painter.fillRect(QRectF(face, -MAT_CM, 1.1, room.bottom() + MAT_CM), look.wall_edge)
        right = face
    if "mat" in scene.props:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.mat)
        painter.drawRoundedRect(QRectF(room.left(), -MAT_CM, right - room.left(), MAT_CM), MAT_CM / 2, MAT_CM / 2)
    if "chair" in scene.props:
        _paint_chair(painter, scene.chair_x, look)


def _paint_door(painter: QPainter, room: QRectF, hinge: float, look: RoomLook) -> None:
    """An open door, flat to the viewer, hinged at the far side of the doorway."""
    leaf = QRectF(hinge, 0.8, DOOR_CM, room.bottom() - 0.8)
    painter.fillRect(leaf, look.door)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.door_line, 0.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawRect(QRectF(hinge + 12.0, 12.0, DOOR_CM - 24.0, 66.0))
    upper = [QPointF(hinge + x, y) for x, y in ((12.0, room.bottom()), (12.0, 90.0), (DOOR_CM - 12.0, 90.0))]
    painter.drawPolyline([*upper, QPointF(hinge + DOOR_CM - 12.0, room.bottom())])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.door_line)
    painter.drawRoundedRect(QRectF(hinge + DOOR_CM - 9.0, HANDLE_CM - 6.0, 3.6, 11.0), 1.8, 1.8)
    painter.setBrush(look.frame)
    painter.drawRoundedRect(QRectF(hinge + DOOR_CM - 17.0, HANDLE_CM, 11.4, 2.4), 1.2, 1.2)


def paint_door_frame(painter: QPainter, room: QRectF, face: float, look: RoomLook) -> None:
    """The near side of the doorway, seen on its edge: the near leg rests on it, the far leg goes through behind it."""
    painter.fillRect(QRectF(face, 0.0, JAMB_CM, room.bottom()), look.frame)
    for x in (face, face + JAMB_CM - 1.1):
        painter.fillRect(QRectF(x, 0.0, 1.1, room.bottom()), look.wall_edge)


def _paint_chair(painter: QPainter, front: float, look: RoomLook) -> None:
    """A chair that faces right: far legs, near legs, the back and the seat."""
    back, under = front - SEAT_DEEP_CM, SEAT_CM - SEAT_THICK_CM / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.wood_far)
    for x in (back + 4.6, front - 8.0):
        painter.drawRect(QRectF(x, 0.0, 3.0, under))
    painter.setBrush(look.wood)
    for x in (back + 0.8, front - 4.2):
        painter.drawRect(QRectF(x, 0.0, 3.4, under))
    painter.drawRoundedRect(QRectF(back, under, 3.8, CHAIR_TOP_CM - under), 1.9, 1.9)
    painter.drawRoundedRect(QRectF(back, SEAT_CM - SEAT_THICK_CM, SEAT_DEEP_CM, SEAT_THICK_CM), 1.6, 1.6)
