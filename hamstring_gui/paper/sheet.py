"""Paper to write the summary on, from top to bottom, in points: 72 to an inch. There are two pages at most."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPdfWriter, QPen, QTextLayout

from hamstring_gui.ui.durations import unbroken
from hamstring_gui.ui.theme import FAMILY

MARGIN = 48.0
FOOT = 34.0
BODY, SMALL = 10.0, 8.5
MOST_PAGES = 2
INK, QUIET, HAIR = QColor("#000000"), QColor("#555555"), QColor("#C8C8C8")
LINES = Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignTop.value


def print_letters(size: float, weight: int = 400) -> QFont:
    """Our letters at a size in points, without tabular digits and signs that differ by what stands beside them: those
    would be copied out of the file as other signs, `:` as `*`."""
    font = QFont(FAMILY)
    font.setPixelSize(round(size * 10))
    font.setWeight(QFont.Weight(weight))
    font.setFeature(QFont.Tag("calt"), 0)
    return font


def in_lines(text: str, font: QFont, width: float) -> str:
    """The text with an end of line wherever one is full; none is within an amount. It keeps its own spaces, as it is
    copied out of the file; width in points. Qt counts in UTF-16, where 🦵 is two."""
    lines = []
    for paragraph in text.split("\n"):
        units = paragraph.encode("utf-16-le", "surrogatepass")
        layout = QTextLayout(unbroken(paragraph), font)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width * 10)
            begin, count = 2 * line.textStart(), 2 * line.textLength()
            lines.append(units[begin : begin + count].decode("utf-16-le", "surrogatepass"))
        layout.endLayout()
    return "\n".join(lines)


class Paper:
    """Knows how far down it has been written on, and turns the page where a thing has no room any more."""

    def __init__(self, writer: QPdfWriter, painter: QPainter, footer: str) -> None:
        self._writer, self.painter, self._footer = writer, painter, footer
        points = writer.pageLayout().fullRectPoints()
        self.width = points.width() - 2 * MARGIN
        self._bottom = points.height() - MARGIN - FOOT
        self._page, self._y = 1, MARGIN
        self.full = False
        self._set_up()

    def _set_up(self) -> None:
        """Points from the left margin on. Letters are set ten times as large and drawn small: sizes are whole there."""
        self.painter.resetTransform()
        scale = self._writer.resolution() / 72.0
        self.painter.scale(scale, scale)
        self.painter.translate(MARGIN, 0)

    # -- room --------------------------------------------------------------------------------------------------------
    def height_left(self, height: float) -> float:
        """What would be left on the paper below something so high; negative where it has no room."""
        pages = MOST_PAGES - self._page
        top = self._y if self._y + height <= self._bottom or not pages else MARGIN
        rest = 0.0 if top == self._y else 1.0
        return self._bottom - top - height + (pages - rest) * (self._bottom - MARGIN)

    def need(self, height: float) -> None:
        """Go on at the top of the next page, if so much has no room on this one. The last page has an end."""
        if self._y + height > self._bottom:
            if self._page == MOST_PAGES:
                self.full = True
                return
            self.finish()
            self._writer.newPage()
            self._page, self._y = self._page + 1, MARGIN
            self._set_up()

    def skip(self, height: float) -> None:
        self._y += height

    def room(self, height: float) -> QRectF:
        """So much of the page's width, where writing goes on."""
        self.need(height)
        return QRectF(0, self._y, self.width, height)

    def height_of(self, text: str, size: float) -> float:
        font = print_letters(size)
        return _height(in_lines(text, font, self.width), font)

    # -- writing -----------------------------------------------------------------------------------------------------
    def words(
        self, text: str, left: float, size: float, weight: int, width: float, height: float,
        *, down: float = 0.0, quiet: bool = False,
    ) -> None:  # fmt: skip
        """One line, cut off with … where it has no room; what comes next stands beside it."""
        font = print_letters(size, weight)
        cut = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width * 10)
        flags = Qt.AlignmentFlag.AlignVCenter.value | Qt.AlignmentFlag.AlignLeft.value
        self._draw(cut, QRectF(left, self._y + down, width, height), font, flags, quiet)

    def block(self, text: str, left: float, size: float, width: float, *, down: float) -> None:
        """Two quiet lines, so wide; what comes next stands beside them."""
        font = print_letters(size)
        self._draw(in_lines(text, font, width), QRectF(left, self._y + down, width, 3 * size), font, LINES, True)

    def line(self, text: str, size: float, weight: int = 400, *, quiet: bool = False, below: float = 0.0) -> None:
        height = size * 1.35
        self.need(height)
        self.words(text, 0, size, weight, self.width, height, quiet=quiet)
        self.skip(height + below)

    def to_fill_in(self, text: str, size: float, *, below: float) -> None:
        """A word, and a line behind it to write on."""
        begin = QFontMetricsF(print_letters(size)).horizontalAdvance(text) / 10 + 8
        self.words(text, 0, size, 400, begin, 2 * size)
        self.painter.setPen(QPen(QUIET, 0.5))
        foot = self._y + 1.6 * size
        self.painter.drawLine(QPointF(begin, foot), QPointF(self.width / 2, foot))
        self.skip(2 * size + below)

    def paragraph(self, text: str, size: float, *, below: float = 0.0) -> None:
        """Lines as wide as the page."""
        if not text:
            return
        font = print_letters(size)
        lines = in_lines(text, font, self.width)
        height = _height(lines, font)
        self.need(height)
        if not self.full:
            self._draw(lines, QRectF(0, self._y, self.width, height + 2), font, LINES, False)
            self.skip(height + below)

    def heading(self, text: str) -> None:
        """Followed by at least three lines on the same page."""
        self.need(70)
        self.line(text, 12, 700, below=5)

    def rule(self) -> None:
        self.painter.setPen(QPen(HAIR, 0.5))
        self.painter.drawLine(QPointF(0, self._y), QPointF(self.width, self._y))

    def finish(self) -> None:
        """The foot of this page."""
        top = self._bottom + 10
        self.painter.setPen(QPen(HAIR, 0.5))
        self.painter.drawLine(QPointF(0, top), QPointF(self.width, top))
        place = QRectF(0, top + 5, self.width - 40, FOOT)
        font = print_letters(7.5)
        self._draw(in_lines(self._footer, font, place.width()), place, font, LINES, True)
        right = Qt.AlignmentFlag.AlignRight.value | Qt.AlignmentFlag.AlignTop.value
        self._draw(str(self._page), QRectF(0, top + 5, self.width, 12), print_letters(7.5), right, True)

    def _draw(self, text: str, place: QRectF, font: QFont, flags: int, quiet: bool) -> None:
        draw(self.painter, text, place, font, flags, QUIET if quiet else INK)


def _height(lines: str, font: QFont) -> float:
    """In points."""
    return QFontMetricsF(font).boundingRect(QRectF(0, 0, 1_000_000, 1_000_000), LINES, lines).height() / 10


def draw(painter: QPainter, text: str, place: QRectF, font: QFont, flags: int, colour: QColor) -> None:
    """Words in `print_letters` at a place in points."""
    painter.save()
    painter.setPen(colour)
    painter.setFont(font)
    painter.translate(place.topLeft())
    painter.scale(0.1, 0.1)
    painter.drawText(QRectF(0, 0, place.width() * 10, place.height() * 10), flags, text)
    painter.restore()
