"""What the marks of the History page mean: the entries under its chart and its calendar."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QCoreApplication, QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from hamstring_gui.ui.controls.card import paint_hatching
from hamstring_gui.ui.controls.flow import in_lines
from hamstring_gui.ui.controls.legend import SAMPLE, Paint
from hamstring_gui.ui.history.calendar_drawn import DONE, MORE, NOTHING, PARTIAL, Cell, Shade
from hamstring_gui.ui.history.calendar_face import paint_cell
from hamstring_gui.ui.history.chart_painting import leg_colours, leg_pen, paint_dot
from hamstring_gui.ui.history.weeks_drawn import Picture
from hamstring_gui.ui.theme import SNUG, TIGHT, WIDE_GAP, Theme

translate = QCoreApplication.translate

LEGEND_LINE = 17
"""How high (px) a line of a legend is that is painted into a picture."""


def chart_legend(picture: Picture) -> tuple[tuple[str, Paint], ...]:
    """The marks that occur in this picture."""
    entries: list[tuple[str, Paint]] = []
    if picture.measure == "active days":
        entries += [
            (translate("history", "Goal met"), _met), (translate("history", "Below goal"), _below)
        ]  # fmt: skip
    else:
        entries += [
            (translate("history", "Left leg"), partial(_leg, 0, bool(picture.lines))),
            (translate("history", "Right leg"), partial(_leg, 1, bool(picture.lines))),
        ]
    if any(bar.unmet and bar.height for bar in picture.bars):
        this = translate("history", "This month, not over yet")
        entries.append((this if picture.monthly else translate("history", "This week, not over yet"), _running))
    if any(bar.partial for bar in picture.bars):
        entries.append((translate("history", "Partial sessions"), _partial))
    if any(bar.rest for bar in picture.bars):
        entries.append((translate("history", "Rest week"), _rest))
    return tuple(entries)


def calendar_legend(cells: Iterable[Cell]) -> tuple[tuple[str, Paint], ...]:
    """What the shades mean: by the share of what was planned on a day."""
    entries: list[tuple[str, Paint]] = [
        (translate("history", "No session"), partial(_cell, NOTHING)),
        (translate("history", "Partial: under half of the plan"), partial(_cell, PARTIAL)),
        (translate("history", "Done: half of it or more"), partial(_cell, DONE)),
        (translate("history", "More than planned"), partial(_cell, MORE)),
    ]
    if any(cell.rest for cell in cells):
        entries.append((translate("history", "Rest week"), _rest))
    return tuple(entries)


def placed_in_lines(
    entries: Iterable[tuple[str, Paint]], width: float, width_of: Callable[[str], float]
) -> tuple[list[tuple[str, Paint, QRectF, QRectF]], float]:
    """Where entries go on a page or picture of a width: words, sample, the boxes of both; and how high all of it is."""
    entries = tuple(entries)
    sizes = [QSize(math.ceil(SAMPLE + SNUG + width_of(words)) + WIDE_GAP, LEGEND_LINE) for words, _ in entries]
    places, height = in_lines(sizes, round(width), TIGHT)
    boxes = [QRectF(place) for place in places]
    return [
        (
            words, paint, QRectF(box.left(), box.center().y() - SAMPLE / 2, SAMPLE, SAMPLE),
            box.adjusted(SAMPLE + SNUG, 0, 0, 0),
        )
        for (words, paint), box in zip(entries, boxes, strict=True)
    ], float(height)  # fmt: skip


def _filled(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)


def _met(painter: QPainter, box: QRectF, theme: Theme) -> None:
    _filled(painter, box, theme.met)


def _below(painter: QPainter, box: QRectF, theme: Theme) -> None:
    _filled(painter, box, theme.below)


def _leg(leg: int, line: bool, painter: QPainter, box: QRectF, theme: Theme) -> None:
    """A leg's colour: as a bar, or as a line with its dot."""
    if not line:
        _filled(painter, box, leg_colours(theme)[leg])
        return
    painter.setPen(leg_pen(leg, theme))
    painter.drawLine(QLineF(box.left(), box.center().y(), box.right(), box.center().y()))
    paint_dot(painter, box.center(), box.width() * 0.3, leg, theme)


def _running(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.setPen(QPen(theme.met, 2.0))
    painter.setBrush(theme.thin(theme.met))
    painter.drawRoundedRect(box.adjusted(2, 1.5, -2, -1.5), 3, 3)


def _partial(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.setPen(QPen(theme.met, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box.center(), box.width() * 0.3, box.width() * 0.3)


def _rest(painter: QPainter, box: QRectF, theme: Theme) -> None:
    paint_hatching(painter, box.adjusted(1, 1, -1, -1), theme.rest_day, 4.0)


def _cell(shade: Shade, painter: QPainter, box: QRectF, theme: Theme) -> None:
    paint_cell(painter, box.adjusted(0.5, 0.5, -0.5, -0.5), theme, shade)
