"""What lies under the skin between the low back and the knee, in profile: spine, pelvis, thigh bone, hamstring.

Bones are outlines in cm, x to the front and y up, with the hip joint at 0. The pelvis turns about that, the spine
stands on the sacrum, thigh and shin are the figure's own segments.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from hamstring_gui.domain.exercise import Pose
from hamstring_gui.domain.skeleton import Point, joints, local
from hamstring_gui.domain.values import dataclass
from hamstring_gui.figure import body, muscles
from hamstring_gui.figure.look import Look, between
from hamstring_gui.figure.outline import closed, lines, new_path, stroked, trace

WORLD = QRectF(-21.0, -57.0, 40.0, 94.0)
"""What shows: left, bottom, width and height in cm, the hip joint at 0."""

HIP_BONE = (
    (4.7, 7.9), (4.6, 9.2), (3.4, 11.4), (1.2, 13.0), (-1.4, 13.5), (-4.2, 12.8), (-6.6, 11.0), (-8.3, 8.8),
    (-8.8, 7.4), (-8.4, 6.0), (-7.4, 5.2), (-5.6, 4.7), (-4.3, 3.5), (-4.1, 1.8), (-4.8, 0.2), (-5.7, -1.0),
    (-5.0, -1.7), (-4.9, -2.7), (-5.8, -3.8), (-6.5, -5.3), (-6.0, -6.8), (-4.4, -7.4), (-2.8, -7.0), (-0.6, -6.2),
    (2.0, -5.2), (4.4, -4.1), (5.7, -2.7), (5.6, -1.2), (4.6, -0.5), (3.4, 0.6), (2.9, 2.2), (3.3, 3.5), (3.7, 4.5),
    (3.1, 5.3), (3.3, 6.5),
)  # fmt: skip
"""From the front spine of the crest over its top to the back one, down to the sit bone, and forward to the pubis."""
FORAMEN = ((-1.6, -4.9), (-0.9, -3.6), (0.6, -2.9), (2.4, -2.8), (3.4, -3.1), (2.6, -4.0), (1.0, -4.9), (-0.6, -5.4))
CREST = ((3.7, 8.8), (2.5, 10.9), (0.6, 12.2), (-1.6, 12.6), (-4.0, 11.9), (-6.2, 10.1))
SACRUM = (
    (-0.9, 9.1), (-2.4, 10.2), (-3.9, 11.4), (-5.4, 11.2), (-7.2, 10.2), (-8.8, 8.8), (-9.6, 7.8), (-9.7, 7.0),
    (-10.4, 6.0), (-10.5, 4.9), (-10.3, 4.2), (-10.7, 3.2), (-10.6, 2.1), (-10.3, 1.3), (-10.4, 0.3), (-10.0, -1.0),
    (-9.4, -1.8), (-8.8, -2.8), (-7.8, -3.7), (-7.1, -3.8), (-7.1, -3.0), (-7.5, -1.8), (-7.7, -0.2), (-7.6, 1.8),
    (-6.8, 4.2), (-4.8, 6.4), (-2.6, 8.0),
)  # fmt: skip
"""From its promontory over the plate that the spine stands on, down the back to the tail bone."""
SEAMS = (
    ((-6.4, 5.8), (-9.6, 7.2)),
    ((-7.2, 3.6), (-10.2, 4.4)),
    ((-7.7, 1.3), (-10.2, 1.4)),
    ((-7.7, -0.8), (-9.6, -1.5)),
)
"""Where its five vertebrae have grown together."""
PLATE = (-2.4, 10.2)
SOCKET_CM, HEAD_CM = 3.0, 2.45

FEMUR = (
    (-1.7, -1.5), (-1.2, -0.2), (0.4, 1.3), (2.6, 2.0), (6.0, 2.0), (11.0, 1.8), (19.0, 2.1), (28.0, 1.9), (34.0, 2.0),
    (37.5, 2.8), (40.2, 3.6), (42.4, 3.1), (43.3, 1.2), (43.5, -1.2), (42.8, -3.2), (41.0, -4.1), (39.0, -3.7),
    (36.8, -2.2), (33.0, -1.2), (26.0, -0.8), (18.0, -0.6), (11.0, -0.8), (6.0, -1.4), (3.0, -2.4), (0.4, -2.9),
    (-1.2, -2.5),
)  # fmt: skip
"""Along the thigh from the hip joint, and to its front."""
TIBIA = (
    (2.7, 2.6), (2.6, 0.0), (2.8, -2.7), (4.0, -3.1), (5.8, -2.5), (9.0, -1.5), (15.0, -1.0), (24.0, -0.9), (24.0, 1.7),
    (15.0, 2.0), (9.5, 2.3), (6.6, 3.1), (5.0, 3.1), (3.6, 3.2),
)  # fmt: skip
FIBULA = (
    (3.4, -2.6),
    (3.9, -1.6),
    (5.6, -1.7),
    (9.0, -2.2),
    (24.0, -2.2),
    (24.0, -3.1),
    (9.0, -3.2),
    (5.6, -3.5),
    (4.0, -3.5),
)
PATELLA = ((37.6, 4.0), (38.0, 5.0), (39.6, 5.3), (41.2, 4.8), (41.8, 4.1), (40.4, 3.9))
"""The two along the shin from the knee; the knee-cap along the thigh."""

FRONT = (
    (4.0, -64.0), (4.3, -56.0), (4.7, -48.0), (5.3, -42.0), (5.9, -35.0), (7.2, -27.0), (8.3, -18.0), (8.5, -8.0),
    (8.2, -1.0), (8.4, 5.0), (8.0, 11.0), (7.5, 17.0), (8.2, 24.0), (9.8, 31.0), (10.6, 38.0),
)  # fmt: skip
UNDER_BACK = (
    (-8.3, -18.0),
    (-7.2, -26.0),
    (-5.8, -34.0),
    (-4.8, -41.0),
    (-4.7, -45.0),
    (-5.9, -50.0),
    (-6.3, -54.0),
    (-6.0, -59.0),
    (-5.4, -64.0),
)
"""The body's outline in profile: its front from the shin up, and the back of the leg down from the thigh."""
WAIST, HEM = 10.3, -22.5
"""How high shorts reach, and how low."""

VERTEBRA = (
    (1.75, 1.3), (1.6, 0.4), (1.6, -0.4), (1.8, -1.3), (0.9, -1.4), (-0.9, -1.35), (-1.75, -1.3), (-1.7, -0.3),
    (-2.5, -0.5), (-2.9, -1.7), (-3.5, -1.9), (-3.8, -1.0), (-5.4, -1.5), (-5.9, -1.0), (-5.7, 0.0), (-4.0, 0.4),
    (-3.4, 1.6), (-2.8, 1.7), (-2.5, 0.7), (-1.7, 0.9), (-1.7, 1.3), (-0.9, 1.35), (0.9, 1.35),
)  # fmt: skip
"""To the front and up, from the middle of its body."""
PITCH, FIRST_PITCH = 3.75, 2.4
"""From one vertebra to the next, and from the sacrum to the first (cm)."""
DISC_CM = 3.0
SPINOUS = (0.8, 0.95, 1.0, 1.0, 0.95, 0.9, 0.85)
"""How far the spine reaches back, of each vertebra from the sacrum up."""
LINE_CM, CURVE_CM, BEFORE_CM = 0.3, 0.8, 3.4
"""How wide lines are, and the curve of the low back, which runs so far before the vertebrae."""
SIT_BONE = (-5.4, -5.6)
HAMSTRING = ((13.0, -4.5), (20.0, -4.2), (29.0, -3.7), (38.0, -3.3))
"""Where it begins, in the pelvis; and through what it runs, along the thigh and to its front."""
TURN_CM, TURN, PULL = 12.8, (4.0, 42.0), ((-13.0, -10.0), (-12.0, -19.0))
ARROW_CM, HEAD_LONG_CM, HEAD_WIDE_CM = 0.9, 2.6, 3.0
"""Two arrows: the pelvis turns, from one angle about the hip to another; the hamstring pulls."""
GHOST = 0.62
"""How much of the ground there is in the body round the bones."""


@dataclass(frozen=True, slots=True)
class Posture:
    """How far the pelvis is pulled backward (degrees), how the vertebrae lean to the front from the sacrum up, and the
    outline of the back, down to the thigh."""

    tilt: float
    leans: tuple[float, ...]
    back: tuple[Point, ...]


UPRIGHT = Posture(
    0.0,
    (33.0, 19.0, 6.0, -5.0, -12.0, -16.0, -16.0),
    (
        (-10.2, 38.0), (-9.2, 31.0), (-7.9, 25.0), (-7.1, 19.5), (-7.4, 15.0), (-9.2, 10.5), (-11.2, 6.0), (-12.2, 1.0),
        (-12.2, -4.0), (-10.9, -9.0), (-9.2, -13.0),
    ),
)  # fmt: skip
PULLED = Posture(
    21.0,
    (13.0, 8.0, 5.0, 4.0, 2.0, -2.0, -8.0),
    (
        (-10.4, 38.0), (-9.8, 31.0), (-9.6, 25.0), (-10.2, 19.5), (-11.0, 15.0), (-12.1, 10.5), (-12.7, 6.0),
        (-12.4, 1.0), (-11.7, -4.0), (-10.2, -9.0), (-8.9, -13.0),
    ),
)  # fmt: skip
STANDING = Pose((0.0, 0.0), (90.0, 90.0, 90.0), *((-89.0, 269.0, 0.0),) * 2, *((260.0, 274.0, 280.0),) * 2)


@dataclass(frozen=True, slots=True)
class Marks:
    """Where in the picture (px) what is to be named lies."""

    spine: QPointF
    sacrum: QPointF
    crest: QPointF
    hip: QPointF
    sit_bone: QPointF
    hamstring: QPointF
    fibula: QPointF
    curve: QPointF
    front: QPointF
    belly: QPointF


def marks(target: QRectF, posture: Posture) -> Marks:
    spine, pose = _vertebrae(posture), STANDING
    (x, y), lean = spine[2]
    knee = joints(pose).near_knee
    places = (
        _turned((-4.2, -0.4), lean, (x, y)), _turned((-10.0, 2.0), posture.tilt), _turned((-1.4, 12.9), posture.tilt),
        (0.0, 0.0), _turned((-5.6, -6.2), posture.tilt), (-5.6, -22.0), local(knee, pose.near_leg[1], muscles.FIBULA),
        _turned((BEFORE_CM, 0.0), lean, (x, y)), _turned((4.2, 8.4), posture.tilt), (-2.0, -22.0),
    )  # fmt: skip
    scale, origin = _fit(target)
    return Marks(*(QPointF(origin.x() + px * scale, origin.y() - py * scale) for px, py in places))


def _fit(target: QRectF) -> tuple[float, QPointF]:
    """Px a cm, and where the hip joint is."""
    scale = min(target.width() / WORLD.width(), target.height() / WORLD.height())
    middle = target.center()
    return scale, QPointF(middle.x() - WORLD.center().x() * scale, middle.y() + WORLD.center().y() * scale)


def paint_pelvis(painter: QPainter, target: QRectF, posture: Posture, look: Look) -> None:
    """Paint the body, its bones and its hamstring as large as they fit."""
    scale, origin = _fit(target)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = QPainterPath()
    ground.addRoundedRect(target, 2 * scale, 2 * scale)
    painter.fillPath(ground, look.room.panel)
    painter.setClipPath(ground)
    painter.translate(origin)
    painter.scale(scale, -scale)
    _paint_ghost(painter, posture, look)
    _paint_bones(painter, posture, look)
    _paint_hamstring(painter, posture, look)
    if posture.tilt:
        _paint_arrow(
            painter,
            [local((0.0, 0.0), TURN[0] + (TURN[1] - TURN[0]) * i / 8, (TURN_CM, 0.0)) for i in range(9)],
            look.room.curve,
        )
        _paint_arrow(painter, PULL, look.room.muscle)
    painter.restore()


def _paint_hamstring(painter: QPainter, posture: Posture, look: Look) -> None:
    thigh = [local((0.0, 0.0), STANDING.near_leg[0], point) for point in HAMSTRING]
    end = local(joints(STANDING).near_knee, STANDING.near_leg[1], muscles.FIBULA)
    limb = closed([*FRONT, *posture.back, *UNDER_BACK])
    muscle = muscles.built("hamstring", [_turned(SIT_BONE, posture.tilt), *thigh, end], limb)
    body.paint_muscle(painter, muscle, look.room, 1.0, 0.9, limb)


def _paint_arrow(painter: QPainter, points: Sequence[Point], colour: QColor) -> None:
    (x, y), (ex, ey) = points[-2:]
    size = math.dist((x, y), (ex, ey))
    dx, dy = (ex - x) / size, (ey - y) / size
    painter.fillPath(lines(ARROW_CM, points), colour)
    half = HEAD_WIDE_CM / 2
    tip = QPointF(ex + dx * HEAD_LONG_CM, ey + dy * HEAD_LONG_CM)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon([tip, QPointF(ex - dy * half, ey + dx * half), QPointF(ex + dy * half, ey - dx * half)])


def _paint_ghost(painter: QPainter, posture: Posture, look: Look) -> None:
    """The body round the bones, hardly there."""
    ground, person = look.room.panel, look.person
    outline = closed([*FRONT, *posture.back, *UNDER_BACK])
    painter.save()
    painter.fillPath(outline, between(person.skin, ground, GHOST))
    painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
    across = (WORLD.left(), WORLD.width())
    painter.fillRect(QRectF(across[0], HEM, across[1], WAIST - HEM), between(person.shorts, ground, GHOST))
    painter.fillRect(QRectF(across[0], WAIST, across[1], WORLD.bottom() - WAIST), between(person.shirt, ground, GHOST))
    painter.restore()


def _paint_bones(painter: QPainter, posture: Posture, look: Look) -> None:
    room, pose = look.room, STANDING
    knee, (thigh, shank, _) = joints(pose).near_knee, pose.near_leg
    edge = QPen(room.bone_line, LINE_CM)
    edge.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    spine = _vertebrae(posture)
    painter.fillPath(_discs(posture, spine), room.disc)
    painter.setPen(edge)
    painter.setBrush(room.bone)
    for reach, (middle, lean) in zip(SPINOUS, spine, strict=True):
        painter.drawPath(closed([_turned((x * reach if x < -2 else x, y), lean, middle) for x, y in VERTEBRA]))
    painter.drawPath(closed([_turned(point, posture.tilt) for point in SACRUM]))
    painter.fillPath(
        lines(LINE_CM, *([_turned(point, posture.tilt) for point in seam] for seam in SEAMS)), room.bone_line
    )
    for path in (
        closed([local(knee, shank, (u, front)) for u, front in TIBIA]),
        closed([_turned(point, posture.tilt) for point in HIP_BONE]),
    ):
        painter.drawPath(path)
    painter.fillPath(closed([_turned(point, posture.tilt) for point in FORAMEN]), room.bone_line)
    painter.fillPath(lines(LINE_CM, [_turned(point, posture.tilt) for point in CREST]), room.bone_line)
    painter.setBrush(between(room.bone, room.bone_line, 0.45))
    painter.drawEllipse(QPointF(0.0, 0.0), SOCKET_CM, SOCKET_CM)
    painter.setBrush(room.bone)
    painter.drawEllipse(QPointF(0.0, 0.0), HEAD_CM, HEAD_CM)
    for outline in (FEMUR, PATELLA):
        painter.drawPath(closed([local((0.0, 0.0), thigh, point) for point in outline]))
    painter.drawPath(closed([local(knee, shank, point) for point in FIBULA]))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillPath(low_back(posture), room.curve)


def low_back(posture: Posture) -> QPainterPath:
    """The curve of the low back, before the vertebrae."""
    spine = _vertebrae(posture)[:5]
    return lines(CURVE_CM, [_turned((BEFORE_CM, 0.0), lean, middle) for middle, lean in spine])


@lru_cache(maxsize=4)
def _vertebrae(posture: Posture) -> tuple[tuple[Point, float], ...]:
    """The middle of each vertebra's body, from the sacrum up, and how far it is turned (degrees)."""
    x, y = _turned(PLATE, posture.tilt)
    found = []
    for number, lean in enumerate(posture.leans):
        before = posture.leans[number - 1] if number else lean
        step, way = (PITCH if number else FIRST_PITCH), math.radians((lean + before) / 2)
        x, y = x + step * math.sin(way), y + step * math.cos(way)
        found.append(((x, y), -lean))
    return tuple(found)


def _discs(posture: Posture, spine: Sequence[tuple[Point, float]]) -> QPainterPath:
    path = new_path()
    trace(path, [_turned(PLATE, posture.tilt), *(middle for middle, _ in spine)])
    return stroked(path, DISC_CM)


def _turned(point: Point, degrees: float, about: Point = (0.0, 0.0)) -> Point:
    return local(about, degrees, point)
