"""What the marks of the History page mean: the entries under its chart and its calendar."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from hamstring_gui.ui.controls.card import paint_hatching
from hamstring_gui.ui.controls.legend import Paint
from hamstring_gui.ui.history.calendar import paint_cell
from hamstring_gui.ui.history.calendar_drawn import SHADES_MIN
from hamstring_gui.ui.history.chart_painting import leg_colours
from hamstring_gui.ui.history.weeks_drawn import Picture
from hamstring_gui.ui.theme import Theme

translate = QCoreApplication.translate


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
    entries.append((translate("history", "This week, not over yet"), _running))
    if any(bar.partial for bar in picture.bars):
        entries.append((translate("history", "Partial sessions"), _partial))
    if any(bar.rest for bar in picture.bars):
        entries.append((translate("history", "Rest week"), _rest))
    return tuple(entries)


def calendar_legend() -> tuple[tuple[str, Paint], ...]:
    one, two, three = (round(minutes) for minutes in SHADES_MIN)
    return (
        (translate("history", "Partial session"), partial(_cell, 0, True)),
        (translate("history", "under {minutes} min").format(minutes=one), partial(_cell, 1, False)),
        (translate("history", "from {minutes} min").format(minutes=one), partial(_cell, 2, False)),
        (translate("history", "from {minutes} min").format(minutes=two), partial(_cell, 3, False)),
        (translate("history", "from {minutes} min").format(minutes=three), partial(_cell, 4, False)),
    )


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
    colour = leg_colours(theme)[leg]
    if not line:
        _filled(painter, box, colour)
        return
    painter.setPen(QPen(colour, 2.0))
    painter.drawLine(QLineF(box.left(), box.center().y(), box.right(), box.center().y()))
    painter.setBrush(theme.card if leg else colour)
    painter.drawEllipse(box.center(), box.width() * 0.26, box.width() * 0.26)


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


def _cell(shade: int, partly: bool, painter: QPainter, box: QRectF, theme: Theme) -> None:
    paint_cell(painter, box.adjusted(0.5, 0.5, -0.5, -0.5), theme, theme.day_shades[shade], partly)
