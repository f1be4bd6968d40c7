"""The chart of the weeks as a file: on a plain card with its title, to be put into a letter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPicture
from PySide6.QtSvg import QSvgGenerator

from hamstring_gui.domain.consistency import Week
from hamstring_gui.ui.controls.card import paint_panel
from hamstring_gui.ui.dates import written
from hamstring_gui.ui.history import wording
from hamstring_gui.ui.history.legends import chart_legend, placed_in_lines
from hamstring_gui.ui.history.week_plot import WeekPlot
from hamstring_gui.ui.history.weeks_drawn import Picture
from hamstring_gui.ui.theme import CARD_RADIUS, HEADING, LEAST_LETTER, LIGHT, PANEL, SMALL, letters

translate = QCoreApplication.translate

SIZE = QSize(960, 420)
PAD = PANEL
HEAD, BELOW = 68, 18
SHARPNESS = 2
"""Pixels of a PNG for each of the picture's."""


def drawn_chart(ending: str, weeks: Sequence[Week], picture: Picture) -> bytes:
    """A file with these weeks (oldest first) and their picture: a PNG or SVG, as the ending of its name says.

    Raises `ValueError` for another ending.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    match ending.lower():
        case ".svg":
            _draw_svg(buffer, weeks, picture)
        case ".png":
            image = QImage(SIZE * SHARPNESS, QImage.Format.Format_ARGB32_Premultiplied)
            image.fill(Qt.GlobalColor.transparent)
            painter = QPainter(image)
            painter.scale(SHARPNESS, SHARPNESS)
            _paint(painter, weeks, picture)
            painter.end()
            image.save(buffer, "PNG")  # type: ignore[call-overload]
        case _:
            raise ValueError(f"a picture of the chart is a .png or an .svg, not {ending or 'a file without an ending'}")
    return bytes(buffer.data().data())


def _draw_svg(out: QBuffer, weeks: Sequence[Week], picture: Picture) -> None:
    drawing = QSvgGenerator()
    drawing.setOutputDevice(out)
    drawing.setSize(SIZE)
    drawing.setResolution(QPicture().logicalDpiX())  # or pyqtgraph's words, which are pictures, are scaled
    drawing.setViewBox(QRect(QPoint(), SIZE))
    drawing.setTitle(title_of(picture))
    drawing.setDescription(wording.weeks_told(weeks, picture.measure))
    painter = QPainter(drawing)
    _paint(painter, weeks, picture)
    painter.end()


def title_of(picture: Picture) -> str:
    match picture.measure:
        case "active days" if picture.monthly:
            return translate("history", "Active days a week, month by month")
        case "active days":
            return translate("history", "Active days a week")
        case "minutes held" if picture.monthly:
            return translate("history", "Minutes of hamstring stretches a leg and week, month by month")
        case "minutes held":
            return translate("history", "Minutes of hamstring stretches a leg and week")
        case "tightness":
            return translate("history", "Tightness, 0 (loose) to 10 (very tight)")


def _paint(painter: QPainter, weeks: Sequence[Week], picture: Picture) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_panel(painter, QRectF(QPoint(), SIZE), LIGHT.card, LIGHT.line, CARD_RADIUS)
    painter.setPen(LIGHT.ink)
    painter.setFont(letters(HEADING, 700))
    title = QRectF(PAD, 18, SIZE.width() - 2 * PAD, 28)
    painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, title_of(picture))
    painter.setPen(LIGHT.quiet)
    painter.setFont(letters(SMALL))
    painter.drawText(QRectF(PAD, 46, SIZE.width() - 2 * PAD, 20), Qt.AlignmentFlag.AlignVCenter, _period(weeks))
    width_of = QFontMetricsF(letters(LEAST_LETTER)).horizontalAdvance
    legend, height = placed_in_lines(chart_legend(picture), SIZE.width() - 2 * PAD, width_of)
    foot = SIZE.height() - BELOW - height
    plot = WeekPlot()
    plot.show_picture(picture, LIGHT)
    plot.paint(painter, QRectF(PAD - 4, HEAD + 4, SIZE.width() - 2 * PAD + 8, foot - HEAD - 16))
    painter.translate(PAD, foot)
    for words, paint, sample, room in legend:
        paint(painter, sample, LIGHT)
        painter.setFont(letters(LEAST_LETTER))
        painter.setPen(LIGHT.quiet)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)


def _period(weeks: Sequence[Week]) -> str:
    first, last = weeks[0].days[0].date, weeks[-1].days[-1].date
    return translate("history", "{first} to {last}").format(
        first=written(first, "d MMMM yyyy"), last=written(last, "d MMMM yyyy")
    )
