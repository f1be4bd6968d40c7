"""The chart of the printed summary: active days per week, and the goal as a stepped line. No colour carries meaning."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from hamstring_gui.domain.consistency import Week
from hamstring_gui.paper.sheet import HAIR, INK, QUIET, draw, print_letters
from hamstring_gui.ui.dates import written

CHART_HEIGHT = 130.0
LEFT, FOOT, HEAD = 16.0, 18.0, 6.0
MET, BELOW = QColor("#2B2B2B"), QColor("#B4B4B4")
LEAST_LABEL = 46.0
CENTRE = Qt.AlignmentFlag.AlignCenter.value


def paint_weeks(painter: QPainter, place: QRectF, weeks: Sequence[Week]) -> None:
    """Bars from the oldest week on the left to the running one on the right, on a scale of seven days."""
    plot = place.adjusted(LEFT, HEAD, 0, -FOOT)
    highest = max(4, *(max(week.active_days, week.goal) for week in weeks))
    unit = plot.height() / highest
    painter.save()
    for days in range(0, highest + 1, 1 if highest <= 4 else 2):
        y = plot.bottom() - days * unit
        painter.setPen(QPen(HAIR, 0.5))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        draw(painter, str(days), QRectF(place.left(), y - 6, LEFT - 6, 12), print_letters(7.5), CENTRE, QUIET)
    pitch = plot.width() / len(weeks)
    for number, week in enumerate(weeks):
        slot = QRectF(plot.left() + number * pitch, plot.top(), pitch, plot.height())
        _bar(painter, slot, week, unit)
    _goal(painter, plot, weeks, pitch, unit)
    _labels(painter, plot, weeks, pitch)
    painter.restore()


def _bar(painter: QPainter, slot: QRectF, week: Week, unit: float) -> None:
    """Dark where the goal was met, pale below it, with an outline only while the week runs, striped in rest weeks."""
    inset = slot.width() * 0.18
    height = week.active_days * unit
    bar = QRectF(slot.left() + inset, slot.bottom() - height, slot.width() - 2 * inset, height)
    if week.rest:
        bar.setTop(min(bar.top(), slot.bottom() - unit * 0.5))
        painter.setPen(QPen(BELOW, 0.5))
        painter.setBrush(QBrush(BELOW, Qt.BrushStyle.BDiagPattern))
    elif not week.active_days:
        return
    else:
        open_still = week.running and not week.met
        painter.setPen(QPen(MET, 0.9) if open_still else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if open_still else MET if week.met else BELOW)
    painter.drawRoundedRect(bar, 1.5, 1.5)


def _goal(painter: QPainter, plot: QRectF, weeks: Sequence[Week], pitch: float, unit: float) -> None:
    painter.setPen(QPen(INK, 0.9, Qt.PenStyle.DashLine))
    before: float | None = None
    for number, week in enumerate(weeks):
        y, left = plot.bottom() - week.goal * unit, plot.left() + number * pitch
        if before is not None and before != y:
            painter.drawLine(QPointF(left, before), QPointF(left, y))
        painter.drawLine(QPointF(left, y), QPointF(left + pitch, y))
        before = y


def _labels(painter: QPainter, plot: QRectF, weeks: Sequence[Week], pitch: float) -> None:
    """First days of weeks, counted from the running one, as many as there is room for."""
    step = max(1, -(-int(LEAST_LABEL) // max(1, int(pitch))))
    for number in range(len(weeks) - 1, -1, -step):
        middle = plot.left() + (number + 0.5) * pitch
        place = QRectF(middle - LEAST_LABEL / 2, plot.bottom() + 3, LEAST_LABEL, 12)
        draw(painter, written(weeks[number].start, "d MMM"), place, print_letters(7.5), CENTRE, QUIET)
