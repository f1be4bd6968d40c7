"""The head: face in profile, ear and hair. Its axes, in cm: origin in its middle, y to the crown, x to the face."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from hamstring_gui.figure.look import Look
from hamstring_gui.figure.outline import closed, new_path, trace
from hamstring_gui.figure.skeleton import Point

FACE = (
    (6.6, 9.0), (8.8, 6.4), (9.7, 3.8), (9.8, 2.4), (9.2, 0.9), (9.7, -0.4), (11.0, -2.2), (11.7, -3.3), (11.2, -4.1),
    (9.8, -4.3), (9.7, -4.9), (10.3, -5.5), (10.0, -6.1), (9.5, -6.4), (9.9, -6.9), (9.6, -7.6), (9.1, -8.2),
    (9.1, -9.2), (8.5, -10.3), (7.3, -10.9), (5.6, -10.8), (3.4, -9.9), (1.2, -8.4), (-0.4, -6.4), (-2.4, -6.0),
    (-5.2, -5.0), (-7.0, 0.0), (-5.0, 6.0), (1.0, 9.6),
)  # fmt: skip
HAIR = (
    (8.2, 7.6), (6.4, 9.9), (3.4, 11.3), (-0.2, 11.7), (-3.8, 11.0), (-6.8, 8.9), (-8.6, 5.8), (-9.3, 2.2),
    (-9.1, -1.6), (-8.2, -4.8), (-6.6, -7.2), (-4.4, -8.2), (-2.9, -7.3), (-1.8, -5.2), (-1.4, -3.4), (-2.0, -1.2),
    (-1.2, 0.8), (0.4, 1.0), (1.4, -0.8), (2.2, -1.4), (2.6, 0.4), (3.2, 3.0), (4.6, 5.2), (6.4, 6.6),
)  # fmt: skip
BUN = (-3.6, 12.4)
BUN_RADIUS = 4.2
EAR = ((1.0, -0.4), (0.4, 0.6), (-0.8, 0.5), (-1.4, -0.8), (-1.1, -2.4), (-0.4, -3.7), (0.5, -3.4), (0.7, -2.0))
FEATURE_CM = 0.5
SIZE = 1.04


def paint_head(painter: QPainter, centre: Point, angle: float, look: Look) -> None:
    """Paint the head with its middle at `centre`, its crown pointing to `angle` degrees."""
    painter.save()
    painter.translate(*centre)
    painter.rotate(angle - 90.0)
    painter.scale(SIZE, SIZE)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.hair)
    painter.drawEllipse(QPointF(*BUN), BUN_RADIUS, BUN_RADIUS)
    painter.setBrush(look.skin)
    painter.drawPath(_FACE)
    cheek = QColor(look.cheek)
    cheek.setAlphaF(0.35)
    painter.setBrush(cheek)
    painter.drawEllipse(QPointF(6.3, -3.6), 1.9, 1.5)
    painter.setBrush(look.hair)
    painter.drawPath(_HAIR)
    painter.setBrush(look.skin)
    painter.drawPath(_EAR)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.strokePath(_HAIR_LINES, _pen(look.hair_line, 0.45))
    painter.strokePath(_EAR_FOLD, _pen(look.skin_line, 0.4))
    painter.strokePath(_FEATURES, _pen(look.features, FEATURE_CM))
    painter.strokePath(_MOUTH, _pen(look.skin_line, 0.5))
    painter.restore()


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _lines(*lines: tuple[Point, ...]) -> QPainterPath:
    path = new_path()
    for line in lines:
        trace(path, line)
    return path


_FACE, _HAIR, _EAR = closed(FACE), closed(HAIR), closed(EAR)
_HAIR_LINES = _lines(
    ((6.0, 8.3), (2.6, 9.2), (-1.2, 9.0), (-4.4, 8.4)),
    ((3.6, 6.2), (0.6, 7.2), (-2.6, 7.3), (-5.0, 7.6)),
    ((-6.4, 12.6), (-5.2, 14.2), (-3.4, 14.8)),
)
_EAR_FOLD = _lines(((0.2, -0.3), (-0.7, -0.5), (-0.6, -1.7), (-0.1, -2.3)))
_FEATURES = _lines(((5.4, 0.9), (6.3, 0.2), (7.3, 0.1), (8.3, 0.6)), ((5.2, 3.4), (6.6, 4.1), (8.6, 3.7)))
_MOUTH = _lines(((9.5, -6.4), (8.5, -6.4), (7.6, -6.0)), ((9.9, -4.1), (9.1, -4.0), (8.9, -3.3)))
