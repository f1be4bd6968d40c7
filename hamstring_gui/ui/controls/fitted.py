"""Labels that make their letters fit their box: words, digits, a lozenge."""

from __future__ import annotations

import re

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from hamstring_gui.ui.controls.card import paint_panel
from hamstring_gui.ui.controls.labels import harmless
from hamstring_gui.ui.durations import unbroken
from hamstring_gui.ui.theme import BODY, Theme, letters, theme_of

DIGIT_PITCH = 0.94
"""Of a tabular digit's own width: they stand a little wide for three of them to fit the ring."""
COLON_PITCH = 0.5
"""As much narrower is the place of a colon between them."""
AIR = 0.06
"""Above and below the lozenge of a number, over the height of its line."""


class FittedText(QLabel):
    """A label whose letters are as large as its box allows, between a smallest and a largest size in pixels.

    Where it wraps, its lines are of about the same length. It shrinks to the smallest size before anything is cut off,
    which dots say then, where it doesn't wrap.
    """

    def __init__(
        self,
        name: str,
        weight: int = 600,
        *,
        quiet: bool = False,
        tabular: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tabular = tabular
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._weight, self._quiet = weight, quiet
        self._smallest, self._largest = float(BODY), float(BODY)
        self._capitals = False
        self._colour: QColor | None = None
        self._found: QFont | None = None
        self._lines_width = 0

    def set_sizes(self, smallest: float, largest: float, *, capitals: bool = False) -> None:
        if (smallest, largest, capitals) != (self._smallest, self._largest, self._capitals):
            self._smallest, self._largest, self._capitals = smallest, largest, capitals
            self._fit()

    def set_colour(self, colour: QColor | None) -> None:
        """Any colour, or `None` for ink (or quiet ink)."""
        if colour != self._colour:
            self._colour = colour
            self.update()

    def show_text(self, text: str) -> None:
        """Tabular digits in the places of digits need no other size."""
        if (text := harmless(text)) == self.text():
            return
        fits_as_before = self._tabular and _with_any_digits(text) == _with_any_digits(self.text())
        self.setText(text)
        if fits_as_before:
            self.update()
        else:
            self._fit()

    @property
    def letter_px(self) -> int:
        """The size at which the text is drawn now."""
        return self._fitted.pixelSize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._fitted)
        theme = theme_of(self.palette())
        painter.setPen(self._colour or (theme.quiet if self._quiet else theme.ink))
        self._paint_text(painter)

    def _paint_text(self, painter: QPainter) -> None:
        box = self.rect()
        if self.wordWrap():
            inset = (self.width() - self._lines_width) // 2
            box.adjust(inset, 0, -inset, 0)
        painter.drawText(box, self._flags(), self._painted())

    def _laid_out(self) -> str:
        """The text as it is laid out: no line of it ends within an amount."""
        return unbroken(self.text()) if self.wordWrap() else self.text()

    def _painted(self) -> str:
        """The same, cut short where it can't be smaller and has one line."""
        text, metrics = self._laid_out(), QFontMetrics(self._fitted)
        if self.wordWrap() or metrics.horizontalAdvance(text) <= self.width() + 1:
            return text
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.width())

    def _flags(self) -> int:
        wrapping = Qt.TextFlag.TextWordWrap.value if self.wordWrap() else 0
        return self.alignment().value | wrapping | Qt.TextFlag.TextDontClip.value

    def _fit(self) -> None:
        """Have other letters found, once they are asked for: text, sizes and box often change together."""
        self._found = None
        self.update()

    @property
    def _fitted(self) -> QFont:
        if self._found is None:
            self._found = self._letters(self._size_that_fits())
            if self.wordWrap():
                self._balance(self._found)
        return self._found

    def _size_that_fits(self) -> int:
        """The largest size that does, found by halving; the smallest one where none does."""
        smallest, largest = round(self._smallest), round(self._largest)
        if self._fits(self._letters(largest)):
            return largest
        while smallest < largest - 1:
            middle = (smallest + largest) // 2
            if self._fits(self._letters(middle)):
                smallest = middle
            else:
                largest = middle
        return smallest

    def _fits(self, font: QFont) -> bool:
        box = self._box(font, self.width())
        return box.width() <= self.width() and box.height() <= self.height()

    def _balance(self, font: QFont) -> None:
        """Find the narrowest width that needs no line more: no lonely word on the last line."""
        lines = self._box(font, self.width()).height()
        narrow, wide = self.width() // 3, self.width()
        while wide - narrow > 8:
            middle = (narrow + wide) // 2
            box = self._box(font, middle)
            if box.height() <= lines and box.width() <= middle:
                wide = middle
            else:
                narrow = middle
        self._lines_width = wide

    def _box(self, font: QFont, width: int) -> QRect:
        return QFontMetrics(font).boundingRect(QRect(0, 0, width, 100_000), self._flags(), self._laid_out())

    def _letters(self, size: float) -> QFont:
        font = letters(size, self._weight, tabular=self._tabular)
        if self._capitals:
            font.setCapitalization(QFont.Capitalization.AllUppercase)
        return font


class Digits(FittedText):
    """A number, or time on a clock, in tabular digits, each in the same place whatever its neighbours."""

    def __init__(self, name: str, weight: int = 700, parent: QWidget | None = None) -> None:
        super().__init__(name, weight, tabular=True, parent=parent)

    def _fits(self, font: QFont) -> bool:
        return self._span(font) <= self.width() and QFontMetricsF(font).capHeight() <= self.height()

    def _span(self, font: QFont) -> float:
        """From the first digit's left edge to the last one's right edge."""
        digit = QFontMetricsF(font).horizontalAdvance("0")
        return digit * (1 - DIGIT_PITCH + DIGIT_PITCH * sum(map(_places, self.text())))

    def _paint_text(self, painter: QPainter) -> None:
        metrics = QFontMetricsF(self._fitted)
        pitch = metrics.horizontalAdvance("0") * DIGIT_PITCH
        left = (self.width() - self._span(self._fitted)) / 2
        base = (self.height() + metrics.capHeight()) / 2
        for character in self.text():
            place = pitch * _places(character)
            aside = 0.0 if character != ":" else (place - metrics.horizontalAdvance(character)) / 2
            painter.drawText(QPointF(left + aside, base - (0.06 * metrics.capHeight() if aside else 0)), character)
            left += place


def _with_any_digits(text: str) -> str:
    return re.sub("[0-9]", "0", text)


def _places(character: str) -> float:
    return COLON_PITCH if character == ":" else 1.0


class Chip(FittedText):
    """A short text on a coloured lozenge; bare, it is large text in ink."""

    _bare = False

    def set_bare(self, bare: bool) -> None:
        self._bare = bare
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.setAlignment(align if bare else Qt.AlignmentFlag.AlignCenter)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._bare:
            theme = theme_of(self.palette())
            self.set_colour(theme.chip_ink)
            paint_panel(QPainter(self), self._lozenge(), theme.chip, self._edge(theme), self.height() * 0.22)
        else:
            self.set_colour(None)
        super().paintEvent(event)

    def _lozenge(self) -> QRectF:
        return self.rect().toRectF()

    def _edge(self, theme: Theme) -> QColor:
        return theme.chip


class CountChip(Chip):
    """A number as large as its line lets it be, on a lozenge with an edge: from afar it is one thing, not two words."""

    def _lozenge(self) -> QRectF:
        air = self.height() * AIR
        return self.rect().toRectF().adjusted(1, air, -1, -air)

    def _edge(self, theme: Theme) -> QColor:
        return theme.outline
