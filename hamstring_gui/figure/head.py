"""The head: face in profile, and ear. Its axes, in cm: origin in its middle, y to the crown, x to the face."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QTransform

from hamstring_gui.domain.skeleton import Point
from hamstring_gui.figure.hair import HAIR
from hamstring_gui.figure.look import PersonLook
from hamstring_gui.figure.outline import closed, lines

FACE = (
    (6.2, 9.2), (8.2, 7.0), (9.15, 4.8), (9.35, 3.2), (9.0, 1.9), (8.85, 1.0), (9.25, -0.3), (10.05, -1.9),
    (10.75, -3.0), (10.7, -3.75), (9.85, -4.2), (9.45, -4.5), (9.4, -5.0), (9.85, -5.6), (9.75, -6.05), (9.3, -6.3),
    (9.65, -6.75), (9.45, -7.35), (8.95, -7.8), (9.15, -8.7), (8.95, -9.8), (8.0, -10.55), (6.5, -10.6), (4.6, -9.8),
    (2.6, -8.5), (0.9, -6.9), (-0.3, -5.2), (-2.4, -5.6), (-5.2, -4.8), (-7.0, 0.0), (-5.0, 6.0), (1.0, 9.6),
)  # fmt: skip
EAR = ((1.0, -0.4), (0.4, 0.6), (-0.8, 0.5), (-1.4, -0.8), (-1.1, -2.4), (-0.4, -3.7), (0.5, -3.4), (0.7, -2.0))
JAW_SHADE = (
    (8.2, -10.0), (6.4, -10.2), (4.4, -9.4), (2.4, -8.1), (0.7, -6.4), (-0.4, -4.0), (-2.6, -4.2), (-1.6, -7.6),
    (0.6, -10.6), (3.4, -13.2), (5.2, -14.4), (7.6, -13.0),
)  # fmt: skip
FEATURE_CM, LINE_CM = 0.46, 0.42
CHEEK, LIP, BROW = 0.32, 0.75, 0.8
"""How strong they are."""
SIZE = 1.04


def jaw_shade(centre: Point, angle: float, neck: QPainterPath) -> QPainterPath:
    """The shadow of the jaw on the neck; no wider than the neck."""
    place = QTransform().translate(*centre).rotate(angle - 90.0).scale(SIZE, SIZE)
    return place.map(_JAW_SHADE).intersected(neck)


def paint_head(painter: QPainter, centre: Point, angle: float, person: PersonLook, *, awake: bool) -> None:
    """Paint the head with its middle at `centre`, its crown pointing to `angle` degrees; who is up has open eyes."""
    hair = HAIR[person.hair_style]
    painter.save()
    painter.translate(*centre)
    painter.rotate(angle - 90.0)
    painter.scale(SIZE, SIZE)
    if person.hair_rim is not None:
        painter.fillPath(hair.rim, person.hair_rim)
    painter.fillPath(hair.behind, person.hair)
    painter.fillPath(_FACE, person.skin)
    cheek = QColor(person.cheek)
    cheek.setAlphaF(CHEEK)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(cheek)
    painter.drawEllipse(QPointF(6.2, -3.4), 1.9, 1.4)
    lip = QColor(person.cheek)
    lip.setAlphaF(LIP)
    painter.fillPath(_LIPS, lip)
    painter.fillPath(hair.over, person.hair)
    painter.fillPath(_EAR, person.skin)
    painter.fillPath(hair.lines, person.hair_line)
    painter.fillPath(_FINE, person.skin_line)
    if awake:
        painter.fillPath(_WHITE, _EYE_WHITE)
        painter.fillPath(_IRIS, person.features)
        painter.fillPath(_LID, person.features)
    else:
        painter.fillPath(_CLOSED, person.features)
    brow = QColor(person.features)
    brow.setAlphaF(BROW)
    painter.fillPath(_BROW, brow)
    painter.restore()


_EYE_WHITE = QColor("#fffaf2")
_FACE, _EAR, _JAW_SHADE = closed(FACE), closed(EAR), closed(JAW_SHADE)
_FINE = lines(
    LINE_CM,
    ((0.2, -0.3), (-0.7, -0.5), (-0.6, -1.7), (-0.1, -2.3)),
    ((9.3, -6.3), (8.5, -6.3), (7.8, -5.95)),
    ((9.85, -4.1), (9.2, -3.9), (9.05, -3.2)),
)
_LIPS = closed(
    (
        (9.5, -5.1),
        (9.85, -5.6),
        (9.75, -6.05),
        (9.3, -6.3),
        (9.65, -6.75),
        (9.4, -7.3),
        (8.7, -6.8),
        (7.9, -6.1),
        (8.8, -5.5),
    )
)
_WHITE = closed(((6.2, 0.35), (7.1, 1.15), (8.15, 1.0), (8.25, 0.2), (7.4, -0.25)))
_IRIS = closed(((7.2, 0.4), (7.6, 1.2), (8.2, 0.9), (8.2, 0.1), (7.6, -0.2)))
_LID = lines(FEATURE_CM, ((5.9, 0.4), (6.9, 1.3), (8.0, 1.25), (8.5, 0.9)))
_CLOSED = lines(FEATURE_CM, ((5.9, 0.5), (6.6, -0.15), (7.6, -0.25), (8.4, 0.25)), ((6.0, 0.3), (5.5, -0.2)))
_BROW = closed(((5.4, 2.75), (6.4, 3.5), (7.8, 3.55), (8.8, 2.95), (7.8, 3.05), (6.5, 2.95)))
