"""How the picture of the weeks is painted: in the window, into a file and on paper, by the one `paint_picture`.

What it paints lies where the picture's numbers say: a place's number across, its middle at the whole number, and the
measure's unit up. `to` leads from there to the painter's units, which are px or points. Lines, roundings and rings have
sizes in those. Nothing is clipped and no pattern brush is used, so that all of it can go into an SVG file.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from hamstring_gui.domain.values import dataclass
from hamstring_gui.ui.controls.card import paint_hatching
from hamstring_gui.ui.history.weeks_drawn import Bar, Picture
from hamstring_gui.ui.theme import Theme

SHARE = 0.75
"""Of its place that a bar is wide."""
WIDEST_BAR = 44.0
RADIUS = 4.0
DENSE = 5.0
"""Places narrower than this are painted without gaps, roundings and small marks."""
NO_LINE = Qt.PenStyle.NoPen


def leg_colours(theme: Theme) -> tuple[QColor, QColor]:
    """The left and the right leg's colour in the chart."""
    return theme.met, theme.right_leg


def placed_in(box: QRectF, picture: Picture) -> QTransform:
    """Where the picture's numbers lie in a box of the painter's units."""
    across, up = box.width() / len(picture.bars), box.height() / picture.ceiling
    return QTransform(across, 0, 0, -up, box.left() + across / 2, box.bottom())


def paint_picture(
    painter: QPainter, to: QTransform, picture: Picture, theme: Theme, current: int = -1, chosen: int = -1
) -> None:
    """Paint all that lies between the axes; `current` and `chosen` are places that are looked at and chosen."""
    painting = _Painting(painter, to, picture, theme)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painting.columns(current, chosen)
    painting.scale()
    painting.bars()
    painting.goals_and_doses()
    painting.lines()
    painter.restore()


@dataclass(frozen=True, slots=True)
class _Painting:
    painter: QPainter
    to: QTransform
    picture: Picture
    theme: Theme

    @property
    def pitch(self) -> float:
        return self.to.m11()

    @property
    def dense(self) -> bool:
        return self.pitch < DENSE

    def box(self, place: int, low: float, high: float, share: float = 1.0) -> QRectF:
        return self.to.mapRect(QRectF(place - share / 2, low, share, high - low))

    def bar_box(self, place: int, low: float, high: float) -> QRectF:
        """A bar's outline, on whole units where it is wide enough to notice."""
        if self.dense:
            return self.box(place, low, high)
        box = self.box(place, low, high, min(SHARE, WIDEST_BAR / self.pitch))
        width = round(box.width())
        return QRectF(round(box.center().x() - width / 2), box.top(), width, box.height())

    def level(self, low: float, high: float, value: float) -> QLineF:
        """A level line from one place's middle to another's, on a whole unit."""
        start, end = self.to.map(QPointF(low, value)), self.to.map(QPointF(high, value))
        return QLineF(start.x(), round(start.y()), end.x(), round(end.y()))

    # -- behind the bars ---------------------------------------------------------------------------------------------
    def columns(self, current: int, chosen: int) -> None:
        """The running week, the one that is looked at, the chosen one, rest weeks."""
        painter, theme = self.painter, self.theme
        for place, bar in enumerate(self.picture.bars):
            gap = 0 if self.dense else 1
            column = self.box(place, 0, self.picture.ceiling).adjusted(gap, 0, -gap, 0)
            if bar.running:
                self._fill(column, theme.looked_at)
            if bar.rest:
                paint_hatching(painter, column, theme.hatching)
            if place == current:
                veil = QColor(theme.ink)
                veil.setAlphaF(0.09)
                self._fill(column, veil)
            if place == chosen:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme.action, 1.5))
                painter.drawRoundedRect(column.adjusted(0, 0.75, 0, -0.75), RADIUS, RADIUS)

    def _fill(self, column: QRectF, colour: QColor) -> None:
        self.painter.setPen(NO_LINE)
        self.painter.setBrush(colour)
        self.painter.drawRoundedRect(column, RADIUS, RADIUS)

    def scale(self) -> None:
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self.painter.setPen(QPen(self.theme.line, 1.0))
        last = len(self.picture.bars) - 0.5
        self.painter.drawLines([self.level(-0.5, last, step) for step in self.picture.steps])
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    # -- bars --------------------------------------------------------------------------------------------------------
    def bars(self) -> None:
        theme = self.theme
        for place, bar in enumerate(self.picture.bars):
            one = (theme.below if bar.pale else theme.met,)
            if bar.height:
                self._bar(place, bar, leg_colours(theme) if len(bar.parts) > 1 else one)
            if bar.partial and not self.dense:
                self._ring(place, bar)

    def _bar(self, place: int, bar: Bar, colours: Sequence[QColor]) -> None:
        """The parts on top of each other; of the running week an outline, filled faintly: more may come."""
        low = 0.0
        for part, colour in zip(bar.parts, colours, strict=False):
            if not part:
                continue
            box = self.bar_box(place, low, low + part)
            radius = 0.0 if self.dense else min(RADIUS, box.width() / 4, box.height() / 2)
            first, last = low == 0.0, low + part >= bar.height
            self.painter.setPen(QPen(colour, 2.0) if bar.running else NO_LINE)
            self.painter.setBrush(self.theme.thin(colour) if bar.running else colour)
            if bar.running:
                box = box.adjusted(1, 1, -1, 0 if first else -1)
            if radius and (first or last):
                self.painter.drawPath(_rounded(box, radius if last else 0.0, radius if first else 0.0))
            else:
                self.painter.drawRect(box)
            low += part

    def _ring(self, place: int, bar: Bar) -> None:
        """A hollow ring in the bar's foot, or over it where it is too low for one: partial sessions."""
        size = min(8.0, self.pitch * SHARE * 0.6)
        box = self.box(place, 0, bar.height)
        inside = box.height() > 2.5 * size
        filled = inside and not bar.running
        self.painter.setPen(QPen(self.theme.card if filled and not bar.pale else self.theme.met, 1.6))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        middle = QPointF(box.center().x(), (box.bottom() if inside else box.top()) - size * 1.2)
        self.painter.drawEllipse(middle, size / 2, size / 2)

    # -- lines -------------------------------------------------------------------------------------------------------
    def goals_and_doses(self) -> None:
        """Dashed lines over the bars; the goal's has a step where it changed."""
        painter, colour = self.painter, self.theme.hold
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        dashed = QPen(colour, 2.0, c=Qt.PenCapStyle.FlatCap)
        dashed.setDashPattern([3.0, 2.0])
        painter.setPen(dashed)
        for _, height in self.picture.doses:
            painter.drawLine(self.level(-0.5, len(self.picture.bars) - 0.5, height))
        begin, before = -0.5, None
        for goal, places in groupby(self.picture.goal):
            end = begin + len(list(places))
            level = self.level(begin, end, goal)
            painter.setPen(dashed)
            painter.drawLine(level)
            if before is not None:
                painter.setPen(QPen(colour, 1.0, Qt.PenStyle.DotLine))
                painter.drawLine(before, level.p1())
            begin, before = end, level.p2()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def lines(self) -> None:
        """A line for each leg: the left one with full dots, the right one with hollow ones; dotted over gaps."""
        painter, radius = self.painter, min(4.0, self.pitch * 0.3)
        for values, colour, full in zip(self.picture.lines, leg_colours(self.theme), (True, False), strict=False):
            known = [(place, value) for place, value in enumerate(values) if value is not None]
            dots = [self.to.map(QPointF(place, value)) for place, value in known]
            whole = QPen(colour, 2.0, c=Qt.PenCapStyle.RoundCap)
            missing = QPen(self.theme.soft(colour), 1.4, Qt.PenStyle.DotLine)
            for (before, after), (one, other) in zip(pairwise(known), pairwise(dots), strict=True):
                painter.setPen(whole if after[0] - before[0] == 1 else missing)
                painter.drawLine(one, other)
            painter.setPen(QPen(colour, 2.0))
            painter.setBrush(colour if full else self.theme.card)
            for dot in () if self.dense else dots:
                painter.drawEllipse(dot, radius, radius)


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
