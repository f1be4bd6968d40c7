"""The chart of the printed summary: the window's picture of the active days, painted without colours, and its words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTransform

from hamstring_gui.domain.consistency import Week
from hamstring_gui.domain.values import replace
from hamstring_gui.paper.sheet import HAIR, INK, QUIET, draw, print_letters
from hamstring_gui.ui.history import wording
from hamstring_gui.ui.history.chart_painting import paint_picture, placed_in
from hamstring_gui.ui.history.legends import chart_legend, placed_in_lines
from hamstring_gui.ui.history.weeks_drawn import Picture, labels_that_fit, picture_of
from hamstring_gui.ui.theme import LIGHT

CHART_HEIGHT = 150.0
PX = 0.75
"""Points to a px: the picture's lines and marks are as wide as in a window of 96 px an inch."""
LEFT, RIGHT, HEAD, LABELS, KEY = 22.0, 50.0, 8.0, 24.0, 4.0
LETTER, LINE = 10.0, 16.0
WHITE, MET, BELOW, STRIPES = (QColor(grey) for grey in ("#FFFFFF", "#2B2B2B", "#B4B4B4", "#999999"))
PRINT = replace(
    LIGHT, card=WHITE, looked_at=WHITE, line=HAIR, ink=INK, quiet=QUIET, hold=INK, met=MET, below=BELOW,
    hatching=STRIPES, rest_day=STRIPES,
)  # fmt: skip
"""No colour carries meaning: a goal that was met is darker than one that wasn't, the goal's line is dashed."""
MIDDLE = Qt.AlignmentFlag.AlignCenter.value
BESIDE = Qt.AlignmentFlag.AlignVCenter.value | Qt.AlignmentFlag.AlignLeft.value


def paint_weeks(painter: QPainter, place: QRectF, weeks: Sequence[Week]) -> None:
    """The weeks, oldest first, with the words around them, and below what the marks mean."""
    picture = picture_of(weeks, "active days")
    painter.save()
    painter.translate(place.topLeft())
    painter.scale(PX, PX)
    legend, key = placed_in_lines(chart_legend(picture), place.width() / PX, _width)
    width, foot = place.width() / PX, place.height() / PX - LABELS - key - KEY
    to = placed_in(QRectF(LEFT, HEAD, width - LEFT - RIGHT, foot - HEAD), picture)
    paint_picture(painter, to, picture, PRINT)
    _write_around(painter, to, picture, width - RIGHT)
    painter.translate(0, foot + LABELS + KEY)
    for words, paint, sample, room in legend:
        paint(painter, sample, PRINT)
        draw(painter, words, room, print_letters(LETTER), BESIDE, QUIET)
    painter.restore()


def _write_around(painter: QPainter, to: QTransform, picture: Picture, right: float) -> None:
    """The numbers of the scale at the left, the goal at the right, and days under the weeks, as there is room."""
    for step in picture.steps:
        room = QRectF(0, to.map(QPointF(0, step)).y() - LINE / 2, LEFT - 8, LINE)
        draw(painter, QLocale().toString(step), room, print_letters(LETTER), MIDDLE, QUIET)
    for height, words in wording.marks(picture, abs(to.m22()), LINE):
        room = QRectF(right + 6, to.map(QPointF(0, height)).y() - LINE / 2, RIGHT, LINE)
        draw(painter, words, room, print_letters(LETTER, 600), BESIDE, INK)
    named = partial(wording.place_named, picture)
    for number, words in labels_that_fit(len(picture.bars), to.m11(), named, _width, LEFT):
        middle, width = to.map(QPointF(number, 0)), _width(words) + 2
        room = QRectF(middle.x() - width / 2, middle.y() + 4, width, LINE)
        draw(painter, words, room, print_letters(LETTER), MIDDLE, QUIET)


def _width(words: str) -> float:
    return QFontMetricsF(print_letters(LETTER)).horizontalAdvance(words) / 10
