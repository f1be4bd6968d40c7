"""Smooth outlines: half-widths along a chain of bones, the two sides of a limb, and curves through points.

A limb is one closed outline, not a union of pieces: each side is an offset of the bones, rounded at the joints by a
curve of its own (tight on the outside of a knee, wide on its inside), so that edges stay clean at any size.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker, QTransform

from hamstring_gui.domain.skeleton import Point

BEND_SAMPLES = 8
OVERLAP = 6
LEFT, RIGHT = 1, -1
FINE = 40.0
"""Outlines are made of straight lines that are as smooth as curves at so many pixels a cm, which is twice as large as a
figure on a 4K screen."""


class Profile:
    """A smooth line through knots (position along the chain, half-width in cm): a cubic spline, curvature continuous.

    Position 1.3 is three tenths along the second bone. Beyond the first and last knot the width stays.
    """

    def __init__(self, *knots: Point) -> None:
        self._x = [x for x, _ in knots]
        self._y = [y for _, y in knots]
        self._slopes = _slopes([b - a for a, b in pairwise(self._x)], self._y)

    def __call__(self, x: float) -> float:
        xs = self._x
        if x <= xs[0]:
            return self._y[0]
        if x >= xs[-1]:
            return self._y[-1]
        i = bisect_right(xs, x) - 1
        width = xs[i + 1] - xs[i]
        t = (x - xs[i]) / width
        rise = self._y[i + 1] - self._y[i]
        bow = self._slopes[i] * width
        end = self._slopes[i + 1] * width
        return self._y[i] + t * (bow + t * (3 * rise - 2 * bow - end + t * (bow + end - 2 * rise)))


def _slopes(steps: Sequence[float], y: Sequence[float]) -> list[float]:
    """Slopes at the knots of the natural cubic spline through `y`, by Thomas' algorithm."""
    rises = [(b - a) / step for (a, b), step in zip(pairwise(y), steps, strict=True)]
    ratio, value = 0.5, 1.5 * rises[0]
    swept = [(ratio, value)]
    for (h, k), (before, after) in zip(pairwise(steps), pairwise(rises), strict=True):
        pivot = 2 * (h + k) - k * ratio
        ratio, value = h / pivot, (3 * (k * before + h * after) - k * value) / pivot
        swept.append((ratio, value))
    slopes = [(3 * rises[-1] - value) / (2 - ratio)]
    for ratio, value in reversed(swept):
        slopes.append(value - ratio * slopes[-1])
    return slopes[::-1]


def side(
    chain: Sequence[Point],
    hand: int,
    widths: Callable[[float], float],
    rounding: Sequence[float],
    start: float,
    end: float,
    step: float = 3.9,
) -> list[Point]:
    """Points along one side (`LEFT` or `RIGHT`) of a chain of joints, from position `start` to `end`.

    `rounding` has one length per inner joint: how many cm before and after it the side leaves the straight bone. The
    number of points depends on the lengths only, so outlines of one limb move without jumps.
    """
    points: list[Point] = []
    bones = len(chain) - 1
    for bone in range(bones):
        a, b = chain[bone], chain[bone + 1]
        (x, y), length = a, math.hypot(b[0] - a[0], b[1] - a[1])
        dx, dy = (b[0] - x) / length, (b[1] - y) / length
        before, after = rounding[bone - 1] if bone else 0.0, rounding[bone] if bone < bones - 1 else 0.0
        for s, width in _along(widths, bone, round(length, 6), before, after, start, end, step):
            r = hand * width
            points.append((x + dx * s - dy * r, y + dy * s + dx * r))
        if bone < bones - 1 and start < bone + 1 < end:
            points += _bend(chain[bone : bone + 3], hand, widths, rounding[bone], bone + 1)
    return points


@lru_cache(maxsize=256)
def _along(
    widths: Callable[[float], float], bone: int, length: float, before: float, after: float, start: float, end: float,
    step: float,
) -> list[Point]:  # fmt: skip
    """The straight part of a bone's side: how far along the bone each point is, and how far from it. It is the same
    wherever the bone points, so it is kept."""
    first, last = max(start, bone + before / length), min(end, bone + 1 - after / length)
    if first >= last:
        return []
    count = max(1, round((last - first) * length / step))
    places = [first + (last - first) * i / count for i in range(count + 1)]
    return [((u - bone) * length, widths(u)) for u in places]


def _bend(corner: Sequence[Point], hand: int, widths: Callable[[float], float], reach: float, at: int) -> list[Point]:
    """The side of a joint: the offset of a quadratic curve that starts and ends `reach` cm from it, ends left out."""
    a, b, c = corner
    before, after = math.dist(a, b), math.dist(b, c)
    ux, uy = (b[0] - a[0]) / before * reach, (b[1] - a[1]) / before * reach
    vx, vy = (c[0] - b[0]) / after * reach, (c[1] - b[1]) / after * reach
    points = []
    for i in range(1, BEND_SAMPLES):
        t = i / BEND_SAMPLES
        away = (1 - t) * (1 - t)
        x, y = b[0] - ux * away + vx * t * t, b[1] - uy * away + vy * t * t
        tx, ty = ux * (1 - t) + vx * t, uy * (1 - t) + vy * t
        r = hand * widths(at - reach / before * away + reach / after * t * t)
        size = math.hypot(tx, ty) or 1.0
        points.append((x - ty / size * r, y + tx / size * r))
    return points


def trace(path: QPainterPath, points: Sequence[Point], *, onward: bool = False) -> None:
    """Add a smooth open curve through the points; `onward` goes on from where the path ends with a straight line."""
    if onward:
        path.lineTo(*points[0])
    else:
        path.moveTo(*points[0])
    _curve(path, points, 0, len(points) - 1)


def band(front: list[Point], back: list[Point], bulge: float) -> QPainterPath:
    """The area between two sides, with a straight start and an end that bulges by so many cm."""
    path = new_path()
    trace(path, front)
    hem(path, front[-1], back[-1], bulge)
    trace(path, back[::-1], onward=True)
    path.closeSubpath()
    return straightened(path)


def hem(path: QPainterPath, a: Point, b: Point, bulge: float) -> None:
    """A slightly curved line from `a` to `b`, bulging to the left of it."""
    x, y = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
    dx, dy = b[0] - a[0], b[1] - a[1]
    size = (dx * dx + dy * dy) ** 0.5 or 1.0
    path.quadTo(x - dy / size * bulge * 2, y + dx / size * bulge * 2, b[0], b[1])


def closed(points: Sequence[Point]) -> QPainterPath:
    """A smooth closed curve through the points, filled where it winds at all."""
    path = new_path()
    path.moveTo(*points[0])
    lap = min(OVERLAP, len(points) - 1)
    _curve(path, [*points[-lap:], *points, *points[: lap + 1]], lap, lap + len(points))
    path.closeSubpath()
    return straightened(path)


def lines(width: float, *each: Sequence[Point]) -> QPainterPath:
    """Smooth lines with round ends, as an area to fill: what is painted often need not be stroked each time."""
    path = new_path()
    for points in each:
        trace(path, points)
    return stroked(path, width, Qt.PenCapStyle.RoundCap)


def stroked(path: QPainterPath, width: float, ends: Qt.PenCapStyle = Qt.PenCapStyle.FlatCap) -> QPainterPath:
    """The area that a pen of that width would paint along a path."""
    stroker = QPainterPathStroker()
    stroker.setWidth(width)
    stroker.setCapStyle(ends)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    stroker.setCurveThreshold(0.02)
    return straightened(stroker.createStroke(path))


def straightened(path: QPainterPath) -> QPainterPath:
    """The closed outlines of a path in short straight lines: Qt fills those three times as fast as curves, which it
    would straighten each time."""
    straight = new_path()
    for outline in path.toSubpathPolygons(_LARGER):
        straight.addPolygon(_BACK.map(outline))
    return straight


def new_path() -> QPainterPath:
    """An empty path with the winding rule: overlapping parts unite."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    return path


def _curve(path: QPainterPath, points: Sequence[Point], first: int, last: int) -> None:
    """Add the spline through the points, from the one numbered `first` to `last`, as cubic Bézier pieces.

    Curvature is continuous, which Catmull-Rom's is not: that shows as facets on a large screen. The parameter grows
    with the root of the distance, so that close points make no loops.
    """
    steps = [math.sqrt(math.hypot(x2 - x1, y2 - y1)) or 1e-3 for (x1, y1), (x2, y2) in pairwise(points)]
    tangents = _tangents(steps, points)
    cubic = path.cubicTo
    for i in range(first, last):
        (x1, y1), (x2, y2), third = points[i], points[i + 1], steps[i] / 3
        (u1, v1), (u2, v2) = tangents[i], tangents[i + 1]
        cubic(x1 + u1 * third, y1 + v1 * third, x2 - u2 * third, y2 - v2 * third, x2, y2)


def _tangents(steps: Sequence[float], points: Sequence[Point]) -> list[Point]:
    """`_slopes` of x and y together: this runs for every point of a moving figure."""
    (x1, y1), (x2, y2) = points[0], points[1]
    h = steps[0]
    before_x, before_y = (x2 - x1) / h, (y2 - y1) / h
    ratio, u, v = 0.5, 1.5 * before_x, 1.5 * before_y
    swept = [(ratio, u, v)]
    for i in range(1, len(steps)):
        x1, y1, k = x2, y2, steps[i]
        x2, y2 = points[i + 1]
        x, y = (x2 - x1) / k, (y2 - y1) / k
        pivot = 2 * (h + k) - k * ratio
        u = (3 * (k * before_x + h * x) - k * u) / pivot
        v = (3 * (k * before_y + h * y) - k * v) / pivot
        ratio = h / pivot
        swept.append((ratio, u, v))
        h, before_x, before_y = k, x, y
    u, v = (3 * before_x - u) / (2 - ratio), (3 * before_y - v) / (2 - ratio)
    tangents = [(u, v)]
    for ratio, x, y in reversed(swept):
        u, v = x - ratio * u, y - ratio * v
        tangents.append((u, v))
    return tangents[::-1]


_LARGER, _BACK = QTransform.fromScale(FINE, FINE), QTransform.fromScale(1 / FINE, 1 / FINE)
