"""A label of several lines whose first line is its headline: how a session went, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from hamstring_gui.ui.controls.labels import harmless
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.durations import unbroken
from hamstring_gui.ui.theme import letters, theme_of

WRAP = Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextWordWrap.value


class HeadedText(Scaled, QLabel):
    """A label of several lines whose first line is its headline. One label, so that it is read out as one text.

    Lines wrap where there is little room.
    """

    def __init__(self, name: str, headline_px: float, line_px: float) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._sizes, self._far, self._brief = (headline_px, line_px), False, False
        self.smallest_px = line_px
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.rescaled()

    def set_far(self, far: bool) -> None:
        """The headline is no larger than the lines, only bolder."""
        self._far = far
        self.rescaled()

    def set_brief(self, brief: bool) -> None:
        """Show the headline alone. What a screen reader reads out is still all of it."""
        if brief != self._brief:
            self._brief = brief
            self.updateGeometry()
            self.update()

    def rescaled(self) -> None:
        headline_px, line_px = (size * self.scale for size in self._sizes)
        headline_px = line_px if self._far else headline_px
        self._fonts = letters(headline_px, 700, tabular=True), letters(line_px, tabular=True)
        self.setFont(self._fonts[1])
        self.update()

    def show_text(self, text: str) -> None:
        self.setText(harmless(text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = max((QFontMetrics(font).horizontalAdvance(line) for font, line in self._lines()), default=0) + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Room for the longest word or amount."""
        words = [(QFontMetrics(font), word) for font, line in self._lines() for word in line.split(" ")]
        return QSize(max((metrics.horizontalAdvance(word) for metrics, word in words), default=0) + 2, 0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(self._height(font, line, width) for font, line in self._lines())

    def _lines(self) -> list[tuple[QFont, str]]:
        headline, *lines = unbroken(self.text()).split("\n")
        return [(self._fonts[0], headline), *((self._fonts[1], line) for line in lines if not self._brief)]

    def _height(self, font: QFont, line: str, width: int) -> int:
        room = QRect(0, 0, width, 100_000)
        return round(QFontMetrics(font).boundingRect(room, WRAP, line).height() * (1.0 if self._far else 1.25))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme_of(self.palette()).ink)
        top = 0
        for font, line in self._lines():
            height = self._height(font, line, self.width())
            painter.setFont(font)
            painter.drawText(QRect(0, top, self.width(), height), WRAP, line)
            top += height
