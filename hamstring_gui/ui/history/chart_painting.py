"""How the picture of the weeks is painted: in the window, into a file and on paper, by the one `paint_picture`.

What it paints lies where the picture's numbers say: a place's number across, its middle at the whole number, and the
measure's unit up. `to` leads from there to the painter's units, which are px or points. Lines, roundings and rings have
sizes in those. Nothing is clipped and no pattern brush is used, so that all of it can go into an SVG file.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTransform

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
BETWEEN = 1
"""Room (px) between the bars of one place."""
DASHES = [3.0, 2.0]
NO_LINE = Qt.PenStyle.NoPen


def leg_colours(theme: Theme) -> tuple[QColor, QColor]:
    """The left and the right leg's colour in the chart."""
    return theme.met, theme.right_leg


def leg_pen(leg: int, theme: Theme) -> QPen:
    """The line of the left leg (0) is whole; that of the right one is dashed and lies over it."""
    pen = QPen(leg_colours(theme)[leg], 2.0, c=Qt.PenCapStyle.FlatCap if leg else Qt.PenCapStyle.RoundCap)
    if leg:
        pen.setDashPattern(DASHES)
    return pen


def paint_dot(painter: QPainter, dot: QPointF, room: float, leg: int, theme: Theme) -> None:
    """The left leg's dot is full; the right leg's is a ring so large that a full one has room in it."""
    radius = min(5.0, room) if leg else min(2.5, room / 2)
    colour = leg_colours(theme)[leg]
    painter.setPen(QPen(colour, 1.8) if leg else NO_LINE)
    painter.setBrush(theme.card if leg else colour)
    painter.drawEllipse(dot, radius, radius)


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

    def bar_boxes(self, place: int, parts: Sequence[float]) -> list[QRectF]:
        """The outlines of a place's bars, side by side, on whole units where they are wide enough to notice."""
        if self.dense:
            share = 1 / len(parts)
            left = place - 0.5
            return [
                self.to.mapRect(QRectF(left + n * share, 0, share, height)) for n, height in enumerate(parts)
            ]  # fmt: skip
        room = min(SHARE * self.pitch, WIDEST_BAR)
        width = max(1, round((room - BETWEEN * (len(parts) - 1)) / len(parts)))
        whole = len(parts) * (width + BETWEEN) - BETWEEN
        left = round(self.to.map(QPointF(place, 0)).x() - whole / 2)
        boxes = [self.box(place, 0, height) for height in parts]
        return [
            QRectF(left + n * (width + BETWEEN), box.top(), width, box.height()) for n, box in enumerate(boxes)
        ]  # fmt: skip

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
                self._fill(column, theme.veil)
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
            one = (theme.rest_day if bar.rest else theme.below if bar.pale else theme.met,)
            if bar.height:
                self._bar(place, bar, leg_colours(theme) if len(bar.parts) > 1 else one)
            if bar.partial and not self.dense:
                self._ring(place, bar)

    def _bar(self, place: int, bar: Bar, colours: Sequence[QColor]) -> None:
        """The parts side by side; of what has no verdict an outline, filled faintly."""
        for box, colour in zip(self.bar_boxes(place, bar.parts), colours, strict=False):
            if not box.height():
                continue
            radius = 0.0 if self.dense else min(RADIUS, box.width() / 4, box.height() / 2)
            line = min(2.0, box.width() / 4)
            self.painter.setPen(QPen(colour, line) if bar.open else NO_LINE)
            self.painter.setBrush(self.theme.thin(colour) if bar.open else colour)
            if bar.open:
                box = box.adjusted(line / 2, line / 2, -line / 2, 0)
            self.painter.drawRoundedRect(box, radius, radius)

    def _ring(self, place: int, bar: Bar) -> None:
        """A hollow ring in the bar's foot, or over it where it is too low for one: partial sessions."""
        size = min(8.0, self.pitch * SHARE * 0.6)
        box = self.box(place, 0, bar.height)
        inside = box.height() > 2.5 * size
        filled = inside and not bar.open
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
        dashed.setDashPattern(DASHES)
        painter.setPen(dashed)
        for minutes in self.picture.doses:
            painter.drawLine(self.level(-0.5, len(self.picture.bars) - 0.5, minutes))
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
        """A line for each leg: the left one whole with full dots, over it the right one dashed with rings round them.

        Where both legs are equal, both can be seen. Over gaps the lines are dotted.
        """
        legs = [
            [(place, self.to.map(QPointF(place, value))) for place, value in enumerate(values) if value is not None]
            for values in self.picture.lines
        ]
        for leg, known in enumerate(legs):
            self._line(leg, known)
        if not self.dense:
            for leg in reversed(range(len(legs))):
                for _, dot in legs[leg]:
                    paint_dot(self.painter, dot, self.pitch * 0.3, leg, self.theme)

    def _line(self, leg: int, known: Sequence[tuple[int, QPointF]]) -> None:
        whole = leg_pen(leg, self.theme)
        missing = QPen(self.theme.soft(whole.color()), 1.4, Qt.PenStyle.DotLine)
        run: list[QPointF] = []
        for (before, one), (after, other) in pairwise(known):
            if after - before == 1:
                run = [*run, other] if run else [one, other]
                continue
            self._draw(run, whole)
            run = []
            self._draw([one, other], missing)
        self._draw(run, whole)

    def _draw(self, points: Sequence[QPointF], pen: QPen) -> None:
        """As one line: the dashes go on round its corners."""
        if points:
            self.painter.setPen(pen)
            self.painter.setBrush(Qt.BrushStyle.NoBrush)
            self.painter.drawPolyline(points)
