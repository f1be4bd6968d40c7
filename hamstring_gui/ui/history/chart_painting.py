"""How the weeks are painted: columns, bars, the goal and the tightness lines, in pixels.

Nothing is clipped and no pattern brush is used, so that the same picture can go into an SVG file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from hamstring_gui.ui.history.weeks_drawn import Bar, Picture
from hamstring_gui.ui.theme import Theme, mixed

SHARE = 0.75
"""Of its place that a bar is wide."""
WIDEST_BAR = 44.0
RADIUS = 4.0
DENSE = 5.0
"""Places narrower than this (px) are drawn without gaps, roundings and small marks."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the picture lies, in px: its left end, the width of a place, the foot of the bars, and a unit's height."""

    left: float
    pitch: float
    foot: float
    unit: float
    top: float
    right: float

    def middle(self, place: int) -> float:
        return self.left + (place + 0.5) * self.pitch

    def height(self, value: float) -> float:
        return self.foot - value * self.unit

    def column(self, place: int) -> QRectF:
        return QRectF(self.left + place * self.pitch, self.top, self.pitch, self.foot - self.top)

    def bar(self, place: int, low: float, high: float) -> QRectF:
        """A bar's outline, on whole pixels where it is wide enough to notice."""
        if self.pitch < DENSE:
            return QRectF(self.left + place * self.pitch, self.height(high), self.pitch, (high - low) * self.unit)
        width = round(min(self.pitch * SHARE, WIDEST_BAR))
        left = round(self.middle(place) - width / 2)
        return QRectF(left, self.height(high), width, (high - low) * self.unit)


def leg_colours(theme: Theme) -> tuple[QColor, QColor]:
    """The left and the right leg's colour in the chart."""
    return theme.met, mixed(theme.setup, theme.card, 0.25)


def paint_scale(painter: QPainter, frame: Frame, picture: Picture, theme: Theme) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(theme.line, 1.0))
    for step in picture.steps:
        y = round(frame.height(step))
        painter.drawLine(QLineF(frame.left, y, frame.right, y))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def paint_columns(painter: QPainter, frame: Frame, picture: Picture, theme: Theme, current: int, chosen: int) -> None:
    """Behind the bars: the running week, the one that is looked at, the chosen one, rest weeks."""
    for place, bar in enumerate(picture.bars):
        column = frame.column(place).adjusted(1, 0, -1, 0) if frame.pitch >= DENSE else frame.column(place)
        painter.setPen(Qt.PenStyle.NoPen)
        if bar.running:
            painter.setBrush(mixed(theme.card, theme.chip, 0.6))
            painter.drawRoundedRect(column, RADIUS, RADIUS)
        if bar.rest:
            paint_hatching(painter, column, mixed(theme.line, theme.quiet, 0.35))
        if place == current:
            painter.setBrush(_veil(theme.ink))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(column, RADIUS, RADIUS)
        if place == chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.action, 1.5))
            painter.drawRoundedRect(column.adjusted(0, 0.75, 0, -0.75), RADIUS, RADIUS)


def _veil(colour: QColor) -> QColor:
    thin = QColor(colour)
    thin.setAlphaF(0.09)
    return thin


def paint_hatching(painter: QPainter, box: QRectF, colour: QColor, gap: float = 6.0) -> None:
    """Slanting lines that end where the box does."""
    painter.setPen(QPen(colour, 1.0))
    lines = []
    offset = gap / 2
    while offset < box.width() + box.height():
        start = QPointF(box.left() + max(0.0, offset - box.height()), box.top() + min(offset, box.height()))
        end = QPointF(box.left() + min(offset, box.width()), box.top() + max(0.0, offset - box.width()))
        lines.append(QLineF(start, end))
        offset += gap
    painter.drawLines(lines)


def paint_bars(painter: QPainter, frame: Frame, picture: Picture, theme: Theme) -> None:
    legs = leg_colours(theme)
    for place, bar in enumerate(picture.bars):
        colours: Sequence[QColor] = legs if len(bar.parts) > 1 else (theme.below if bar.pale else theme.met,)
        if bar.height:
            _paint_bar(painter, frame, place, bar, colours, theme)
        if bar.partial and frame.pitch >= DENSE:
            _paint_partial(painter, frame, place, bar, theme)


def _paint_bar(
    painter: QPainter, frame: Frame, place: int, bar: Bar, colours: Sequence[QColor], theme: Theme
) -> None:  # fmt: skip
    """The parts on top of each other; of the running week an outline, filled faintly: more may come."""
    low = 0.0
    for part, colour in zip(bar.parts, colours, strict=False):
        box = frame.bar(place, low, low + part)
        radius = min(RADIUS, box.width() / 4, box.height() / 2) if frame.pitch >= DENSE else 0.0
        first, last = low == 0.0, low + part >= bar.height
        if bar.running:
            box = box.adjusted(1, 1, -1, 0 if first else -1)
            painter.setPen(QPen(colour, 2.0))
            painter.setBrush(mixed(theme.card, colour, 0.22))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
        if part > 0:
            painter.drawPath(_rounded(box, radius if last else 0.0, radius if first else 0.0))
        low += part


def _rounded(box: QRectF, above: float, below: float) -> QPainterPath:
    """A rectangle whose upper and lower corners are round with a radius of their own."""
    path = QPainterPath(QPointF(box.left(), box.top() + above))
    for corner, radius, degrees in (
        (QRectF(box.left(), box.top(), 2 * above, 2 * above), above, 180.0),
        (QRectF(box.right() - 2 * above, box.top(), 2 * above, 2 * above), above, 90.0),
        (QRectF(box.right() - 2 * below, box.bottom() - 2 * below, 2 * below, 2 * below), below, 0.0),
        (QRectF(box.left(), box.bottom() - 2 * below, 2 * below, 2 * below), below, 270.0),
    ):
        if radius > 0:
            path.arcTo(corner, degrees, -90.0)
        else:
            path.lineTo(corner.topLeft())
    path.closeSubpath()
    return path


def _paint_partial(painter: QPainter, frame: Frame, place: int, bar: Bar, theme: Theme) -> None:
    """A hollow ring in the bar's foot, or over it where it is too low for one."""
    size = min(8.0, frame.pitch * SHARE * 0.6)
    inside = bar.height * frame.unit > 2.5 * size
    y = frame.foot - size * 1.2 if inside else frame.height(bar.height) - size * 1.2
    filled = inside and not bar.running
    painter.setPen(QPen(theme.card if filled and not bar.pale else theme.met, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(frame.middle(place), y), size / 2, size / 2)


def paint_goal(painter: QPainter, frame: Frame, picture: Picture, theme: Theme) -> None:
    """A dashed line over the bars, with a step where the goal changed; the doses in quiet ink."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for _, height in picture.doses:
        _paint_dashed(painter, frame.left, frame.right, round(frame.height(height)), theme.hold)
    begin = 0
    for place in range(1, len(picture.goal) + 1):
        if place < len(picture.goal) and picture.goal[place] == picture.goal[begin]:
            continue
        left, right = frame.left + begin * frame.pitch, frame.left + place * frame.pitch
        y = round(frame.height(picture.goal[begin]))
        _paint_dashed(painter, left, right, y, theme.hold)
        if place < len(picture.goal):
            painter.setPen(QPen(theme.hold, 1.0, Qt.PenStyle.DotLine))
            painter.drawLine(QLineF(right, y, right, round(frame.height(picture.goal[place]))))
        begin = place
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _paint_dashed(painter: QPainter, left: float, right: float, y: float, colour: QColor) -> None:
    pen = QPen(colour, 2.0)
    pen.setDashPattern([3.0, 2.0])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(QLineF(left, y, right, y))


def paint_lines(painter: QPainter, frame: Frame, picture: Picture, theme: Theme) -> None:
    """A line for each leg: the left one with full dots, the right one with hollow ones; dashed over missing weeks."""
    for values, colour, full in zip(picture.lines, leg_colours(theme), (True, False), strict=False):
        known = [(place, value) for place, value in enumerate(values) if value is not None]
        dots = [(place, QPointF(frame.middle(place), frame.height(value))) for place, value in known]
        for (before, one), (after, other) in pairwise(dots):
            pen = QPen(colour, 2.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            if after - before > 1:
                pen = QPen(mixed(colour, theme.card, 0.4), 1.4, Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.drawLine(one, other)
        painter.setPen(QPen(colour, 2.0))
        painter.setBrush(colour if full else theme.card)
        radius = min(4.0, frame.pitch * 0.3)
        for _, dot in dots if frame.pitch >= DENSE else ():
            painter.drawEllipse(dot, radius, radius)
