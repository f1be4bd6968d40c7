"""What the body lies on, sits on and leans against: floor, mat, wall, doorway and chair."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen

from hamstring_gui.domain.exercise import Scene
from hamstring_gui.figure.look import RoomLook

BELOW_CM = 5.6
"""How far a picture goes below the line that bodies lie and stand on: floor and mat are seen a little from above."""
FAR_EDGE, NEAR_EDGE, BASE = 2.6, -4.0, -5.2
"""Where floor and mat end, behind and before that line, and the lower end of their thickness (cm)."""
PANEL_INSET_CM, PANEL_CORNER_CM = 3.0, 9.0
SLANT_CM, MAT_EDGE_CM, CORNER_CM = 3.0, 1.2, 0.5
WALL_EDGE_CM, WALL_FADES_CM = 1.1, 26.0
FLOOR_FADES = 0.12
MAT_EDGE_DARKER = 116
JAMB_CM, DOOR_CM, HANDLE_CM = 11.0, 64.0, 80.0
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
    _paint_panel(painter, room, look)
    right = room.right()
    if "doorway" in scene.props:
        _paint_door(painter, room, scene.wall_x + JAMB_CM, look)
    if "floor" in scene.props:
        _paint_floor(painter, room, right, scene.wall_x if "wall" in scene.props else None, look)
    if "wall" in scene.props:
        _paint_wall(painter, room, scene.wall_x, look)
        right = scene.wall_x
    if "mat" in scene.props:
        _paint_mat(painter, room.left(), right, 0.0 if "wall" in scene.props else SLANT_CM, look)
    if "chair" in scene.props:
        _paint_chair(painter, scene.chair_x, look)


def _paint_panel(painter: QPainter, room: QRectF, look: RoomLook) -> None:
    """A soft ground for the figure, on which hair and clothes of every lightness stand out, whatever is round it."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.panel)
    area = QRectF(room.left() + PANEL_INSET_CM, 0.0, room.width() - 2 * PANEL_INSET_CM, room.bottom())
    painter.drawRoundedRect(area, PANEL_CORNER_CM, PANEL_CORNER_CM)


def _paint_floor(painter: QPainter, room: QRectF, right: float, wall_x: float | None, look: RoomLook) -> None:
    """The floor fades out to the left, and to the right unless it ends at a wall."""
    end = right if wall_x is None else wall_x
    ramp = QLinearGradient(QPointF(room.left(), 0.0), QPointF(end, 0.0))
    clear = _clear(look.floor)
    fades = ((0.0, clear), (FLOOR_FADES, look.floor), (1.0 - FLOOR_FADES, look.floor), (1.0, clear))
    for place, colour in fades if wall_x is None else fades[:2]:
        ramp.setColorAt(place, colour)
    painter.fillRect(QRectF(room.left(), BASE, end - room.left(), FAR_EDGE - BASE), ramp)


def _paint_wall(painter: QPainter, room: QRectF, face: float, look: RoomLook) -> None:
    """A wall fades out at the top, in the panel's corner: it goes on, the picture ends."""
    right, top = room.right() - PANEL_INSET_CM, room.bottom()
    round_by = min(PANEL_CORNER_CM, right - face)
    wall = QPainterPath(QPointF(face, top))
    wall.lineTo(face, BASE)
    wall.lineTo(right, BASE)
    wall.arcTo(QRectF(right - 2 * round_by, top - 2 * round_by, 2 * round_by, 2 * round_by), 0.0, -90.0)
    painter.fillPath(wall, _fading_upward(look.wall, top))
    painter.fillRect(QRectF(face, BASE, WALL_EDGE_CM, top - BASE), _fading_upward(look.wall_edge, top))


def _fading_upward(colour: QColor, top: float) -> QLinearGradient:
    fade = QLinearGradient(QPointF(0.0, top - WALL_FADES_CM), QPointF(0.0, top))
    fade.setColorAt(0.0, colour)
    fade.setColorAt(1.0, _clear(colour))
    return fade


def _clear(colour: QColor) -> QColor:
    clear = QColor(colour)
    clear.setAlpha(0)
    return clear


def _paint_mat(painter: QPainter, left: float, right: float, slant: float, look: RoomLook) -> None:
    """The mat's top, whose ends lean, the right one by `slant` cm, and its nearer edge; bodies lie along its middle."""
    far_left, far_right = QPointF(left + SLANT_CM, FAR_EDGE), QPointF(right - slant, FAR_EDGE)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.mat)
    painter.drawPolygon([far_left, far_right, QPointF(right, NEAR_EDGE), QPointF(left, NEAR_EDGE)])
    painter.setBrush(look.mat.darker(MAT_EDGE_DARKER))
    painter.drawRoundedRect(QRectF(left, BASE, right - left, MAT_EDGE_CM), CORNER_CM, CORNER_CM)


def _paint_door(painter: QPainter, room: QRectF, hinge: float, look: RoomLook) -> None:
    """An open door, flat to the viewer, hinged at the far side of the doorway: two panels, and the handle between."""
    leaf, top = QRectF(hinge, 0.8, DOOR_CM, room.bottom() - 0.8), room.bottom()
    painter.fillRect(leaf, _fading_upward(look.door, top))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(_fading_upward(look.door_line, top), 0.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawRect(QRectF(hinge + 12.0, 12.0, DOOR_CM - 24.0, 58.0))
    upper = [QPointF(hinge + x, y) for x, y in ((12.0, top), (12.0, 90.0), (DOOR_CM - 12.0, 90.0))]
    painter.drawPolyline([*upper, QPointF(hinge + DOOR_CM - 12.0, top)])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.door_line)
    painter.drawRoundedRect(QRectF(hinge + DOOR_CM - 9.0, HANDLE_CM - 6.0, 3.6, 11.0), 1.8, 1.8)
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
