"""The hair of the body looks, in the axes of `head`. None reaches beyond the back of the head: it lies on the mat."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cached_property
from typing import Literal

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from hamstring_gui.domain.skeleton import Point
from hamstring_gui.figure.outline import closed, lines, new_path, stroked

HairStyle = Literal["bun", "puff", "short"]


class Hair:
    """What is painted behind the face, what over the head, and fine lines on top of that; made when first painted."""

    def __init__(self, made: Callable[[], tuple[QPainterPath, QPainterPath, QPainterPath]]) -> None:
        self._made = made

    @cached_property
    def _paths(self) -> tuple[QPainterPath, QPainterPath, QPainterPath]:
        return self._made()

    @cached_property
    def rim(self) -> QPainterPath:
        """An edge round all of it, to be painted under what it goes round."""
        path = stroked(self.behind, 2 * RIM_CM)
        path.addPath(stroked(self.over, 2 * RIM_CM))
        return path

    @property
    def behind(self) -> QPainterPath:
        return self._paths[0]

    @property
    def over(self) -> QPainterPath:
        return self._paths[1]

    @property
    def lines(self) -> QPainterPath:
        return self._paths[2]


TIED = (
    (8.0, 7.4), (6.4, 9.7), (3.4, 11.2), (-0.2, 11.6), (-3.8, 10.9), (-6.8, 8.8), (-8.6, 5.8), (-9.2, 2.2),
    (-8.9, -1.2), (-7.9, -3.8), (-6.2, -5.6), (-4.4, -5.9), (-3.0, -5.2), (-2.0, -4.0), (-1.5, -2.6), (-2.0, -1.0),
    (-1.2, 0.9), (0.4, 1.1), (1.2, -0.4), (1.7, -1.5), (2.1, -0.2), (2.7, 2.4), (4.2, 5.0), (6.2, 6.5),
)  # fmt: skip
SMOOTHED = (
    (7.6, 7.4), (6.2, 9.4), (3.4, 10.7), (0.0, 11.1), (-3.6, 10.5), (-6.7, 8.6), (-8.6, 5.6), (-9.2, 2.2),
    (-8.9, -1.2), (-7.9, -3.6), (-6.3, -5.2), (-4.8, -5.6), (-3.4, -4.9), (-2.2, -3.6), (-1.8, -2.4), (-1.8, -0.8),
    (-0.8, 0.9), (0.6, 0.9), (1.4, -0.2), (2.0, -0.6), (2.3, 0.8), (2.9, 3.2), (4.2, 5.2), (5.8, 6.4),
)  # fmt: skip
CROPPED = (
    (6.8, 8.4), (5.2, 10.2), (2.6, 11.1), (-0.6, 11.2), (-4.0, 10.4), (-6.9, 8.4), (-8.7, 5.4), (-9.2, 2.0),
    (-8.8, -1.0), (-7.8, -3.2), (-6.4, -4.6), (-5.0, -4.9), (-3.8, -4.2), (-2.9, -3.0), (-2.2, -2.0), (-1.8, -0.8),
    (-0.8, 0.9), (0.4, 0.4), (0.8, -0.8), (1.6, -1.6), (2.6, -1.4), (2.8, 0.2), (2.7, 2.4), (3.2, 4.4), (4.5, 5.8),
    (5.7, 7.0),
)  # fmt: skip
BEARD = (
    (0.7, -1.8), (0.3, -3.0), (-0.5, -4.4), (-0.4, -6.8), (0.9, -8.8), (3.2, -10.4), (5.5, -11.3), (7.4, -11.4),
    (8.8, -10.7), (9.4, -9.4), (9.3, -8.3), (8.6, -7.6), (7.6, -7.0), (7.7, -6.2), (8.6, -5.6), (9.7, -5.1),
    (9.5, -4.6), (8.0, -4.6), (6.4, -5.0), (4.4, -4.9), (2.95, -3.0), (2.75, -0.8), (1.0, -0.2),
)  # fmt: skip
LINE_CM, RIM_CM = 0.45, 0.6
BUN, BUN_CM = (-3.6, 12.4), 4.2
PUFF, PUFF_CM, CURLS, CURL_CM = (-3.7, 11.0), 4.3, 11, 1.35


def _round(middle: Point, radius: float) -> QPainterPath:
    path = new_path()
    path.addEllipse(QPointF(*middle), radius, radius)
    return path


def _curly(middle: Point, radius: float) -> QPainterPath:
    """A round shape with an edge of curls."""
    path = _round(middle, radius)
    for i in range(CURLS):
        turn = math.tau * i / CURLS
        path.addPath(_round((middle[0] + radius * math.cos(turn), middle[1] + radius * math.sin(turn)), CURL_CM))
    return path


def _with_beard(cropped: tuple[Point, ...], beard: tuple[Point, ...]) -> QPainterPath:
    path = closed(cropped)
    path.addPath(closed(beard))  # both run the same way round: where they overlap they unite
    return path


HAIR: dict[HairStyle, Hair] = {
    "bun": Hair(lambda: (
        _round(BUN, BUN_CM),
        closed(TIED),
        lines(
            LINE_CM,
            ((6.0, 8.3), (2.6, 9.2), (-1.2, 9.0), (-4.4, 8.4)),
            ((3.6, 6.2), (0.6, 7.2), (-2.6, 7.3), (-5.0, 7.6)),
            ((-6.4, 12.6), (-5.2, 14.2), (-3.4, 14.8)),
        ),
    )),
    "puff": Hair(lambda: (
        _curly(PUFF, PUFF_CM),
        closed(SMOOTHED),
        lines(
            LINE_CM,
            ((5.6, 7.6), (2.8, 8.4), (-0.2, 8.5), (-2.8, 8.0)),
            ((2.8, 4.6), (0.4, 5.8), (-2.2, 6.2), (-4.2, 6.4)),
            ((-6.4, 5.2), (-5.0, 6.6), (-2.8, 7.6), (-0.6, 9.2), (0.6, 11.0)),
            ((-6.6, 12.2), (-5.8, 13.4), (-4.6, 13.2)),
            ((-3.0, 14.4), (-1.8, 14.3), (-1.4, 13.2)),
        ),
    )),
    "short": Hair(lambda: (
        new_path(),
        _with_beard(CROPPED, BEARD),
        lines(
            LINE_CM,
            ((4.4, 9.0), (1.6, 9.6), (-1.4, 9.2)),
            ((-4.2, 8.2), (-6.2, 6.2), (-7.2, 3.8)),
            ((-4.6, 1.2), (-5.6, -1.0), (-5.8, -3.0)),
        ),
    )),
}  # fmt: skip
