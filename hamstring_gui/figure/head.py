"""The head: face in profile, and ear. Its axes, in cm: origin in its middle, y to the crown, x to the face."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter

from hamstring_gui.figure.hair import HAIR
from hamstring_gui.figure.look import PersonLook
from hamstring_gui.figure.outline import closed, lines
from hamstring_gui.figure.skeleton import Point

FACE = (
    (6.6, 9.0), (8.8, 6.4), (9.7, 3.8), (9.8, 2.4), (9.2, 0.9), (9.7, -0.4), (11.0, -2.2), (11.7, -3.3), (11.2, -4.1),
    (9.8, -4.3), (9.7, -4.9), (10.3, -5.5), (10.0, -6.1), (9.5, -6.4), (9.9, -6.9), (9.6, -7.6), (9.1, -8.2),
    (9.1, -9.2), (8.5, -10.3), (7.3, -10.9), (5.6, -10.8), (3.4, -9.9), (1.2, -8.4), (-0.4, -6.4), (-2.4, -6.0),
    (-5.2, -5.0), (-7.0, 0.0), (-5.0, 6.0), (1.0, 9.6),
)  # fmt: skip
EAR = ((1.0, -0.4), (0.4, 0.6), (-0.8, 0.5), (-1.4, -0.8), (-1.1, -2.4), (-0.4, -3.7), (0.5, -3.4), (0.7, -2.0))
FEATURE_CM, LINE_CM = 0.5, 0.47
SIZE = 1.04


def paint_head(painter: QPainter, centre: Point, angle: float, person: PersonLook) -> None:
    """Paint the head with its middle at `centre`, its crown pointing to `angle` degrees."""
    hair = HAIR[person.hair_style]
    painter.save()
    painter.translate(*centre)
    painter.rotate(angle - 90.0)
    painter.scale(SIZE, SIZE)
    painter.fillPath(hair.behind, person.hair)
    painter.fillPath(_FACE, person.skin)
    cheek = QColor(person.cheek)
    cheek.setAlphaF(0.35)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(cheek)
    painter.drawEllipse(QPointF(6.3, -3.6), 1.9, 1.5)
    painter.fillPath(hair.over, person.hair)
    painter.fillPath(_EAR, person.skin)
    painter.fillPath(hair.lines, person.hair_line)
    painter.fillPath(_FINE, person.skin_line)
    painter.fillPath(_FEATURES, person.features)
    painter.restore()


_FACE, _EAR = closed(FACE), closed(EAR)
_FINE = lines(
    LINE_CM,
    ((0.2, -0.3), (-0.7, -0.5), (-0.6, -1.7), (-0.1, -2.3)),
    ((9.5, -6.4), (8.5, -6.4), (7.6, -6.0)),
    ((9.9, -4.1), (9.1, -4.0), (8.9, -3.3)),
)
_FEATURES = lines(FEATURE_CM, ((5.4, 0.9), (6.3, 0.2), (7.3, 0.1), (8.3, 0.6)), ((5.2, 3.4), (6.6, 4.1), (8.6, 3.7)))
