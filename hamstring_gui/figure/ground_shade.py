"""The soft shade that a body throws on the floor along what lies, stands or leans there; without it, it would float."""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QLinearGradient, QPainter

from hamstring_gui.domain.exercise import Pose
from hamstring_gui.domain.skeleton import Circle, Point, joints, local

STEP_CM, BEYOND_CM, PARTS = 3.6, 2.0, 4
FADES_CM = 7.0
"""From so far above the floor a body throws none."""
LEAST_CM = 1.5
"""The half-width of the shade of even the thinnest part."""
DARK, DARKEST = "#0b2024", 0.085
STRIPS = (-2.9, 0.9), (-2.2, 0.5), (-1.5, 0.2)
"""Painted over one another, the shade is softest at its edges."""
SOLE_CM = (-3.0, 2.0, 7.0, 12.0, 18.0)


def paint_ground_shade(painter: QPainter, pose: Pose, end: float = math.inf) -> None:
    """Darker, the closer the body comes to the floor, which ends there."""
    shade = _shade(pose)
    if shade is None:
        return
    left, right, ramp = shade
    for lower, upper in STRIPS:
        painter.fillRect(QRectF(left, lower, min(right, end) - left, upper - lower), ramp)


@lru_cache(maxsize=8)
def _shade(pose: Pose) -> tuple[float, float, QLinearGradient] | None:
    """From where to where (cm), and how dark on the way; `None` for a body that touches nothing."""
    near = [
        (x, max(r, LEAST_CM) + BEYOND_CM, 1.0 - max(0.0, y - r) / FADES_CM)
        for x, y, r in _circles(pose)
        if y - r < FADES_CM
    ]
    if not near:
        return None
    left = min(x - half for x, half, _ in near) - BEYOND_CM
    right = max(x + half for x, half, _ in near) + BEYOND_CM
    ramp = QLinearGradient(QPointF(left, 0.0), QPointF(right, 0.0))
    count = max(2, round((right - left) / STEP_CM))
    colour = QColor(DARK)
    step = (right - left) / count
    darkest = [0.0] * (count + 1)
    for x, half, dark in near:
        for i in range(math.ceil((x - half - left) / step), math.floor((x + half - left) / step) + 1):
            away = (left + step * i - x) / half
            darkest[i] = max(darkest[i], dark * (1.0 - away * away))
    for i, dark in enumerate(darkest):
        colour.setAlphaF(DARKEST * dark)
        ramp.setColorAt(i / count, colour)
    return left, right, ramp


def _circles(pose: Pose) -> list[Circle]:
    """The body as circles along its bones, and its soles."""
    at = joints(pose)
    found: list[Circle] = [(*at.head, 10.0)]
    for start, end, first, last in (
        (at.hip, at.shoulder, 8.6, 8.8), (at.hip, at.near_knee, 8.6, 5.0), (at.hip, at.far_knee, 8.6, 5.0),
        (at.near_knee, at.near_ankle, 5.6, 3.2), (at.far_knee, at.far_ankle, 5.6, 3.2),
        (at.shoulder, at.near_elbow, 5.0, 3.4), (at.near_elbow, at.near_wrist, 3.4, 2.4),
    ):  # fmt: skip
        found += (_part(start, end, first, last, i / PARTS) for i in range(PARTS + 1))
    for ankle, leg in ((at.near_ankle, pose.near_leg), (at.far_ankle, pose.far_leg)):
        found += ((*local(ankle, leg[2], (x, -5.2)), 1.6) for x in SOLE_CM)
    return found


def _part(start: Point, end: Point, first: float, last: float, share: float) -> Circle:
    x, y = start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
    return x, y, first + (last - first) * share
