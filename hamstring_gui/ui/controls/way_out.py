"""The way out of full screen for whoever doesn't know the key."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from hamstring_gui.ui.controls.buttons import WRAP, KeyButton
from hamstring_gui.ui.controls.sheet import wanted_scale
from hamstring_gui.ui.theme import FAR_CORNER, FAR_LEAST, FAR_ROW, LEAST_CONTROL, LEAST_LETTER, WIDE_GAP, Theme, far_px

AIR = 0.6
"""Beside its words, and between them and the key, over the letters."""


class WayOut(KeyButton):
    """Lies over the window: at the foot of its side bar, or in the corner where there is none."""

    def __init__(self, window: QWidget) -> None:
        super().__init__("", "F11", parent=window)
        self._far = False
        self.set_words(self.tr("Leave full screen"))
        self.set_letter_px(LEAST_LETTER)

    def place(self, beside: int, below: int, *, far: bool) -> None:
        """Beside a page that begins `beside` px from the window's left edge, `below` what lies at its upper one; in
        letters as large as the corner lets them be where the page is read from the mat."""
        window = self.window()
        self._far = far and not beside
        self.set_key_shown(not beside)
        if beside:
            self._fit_beside(beside - 2 * WIDE_GAP)
            high = self.sizeHint().height()
            self.setGeometry(WIDE_GAP, window.height() - WIDE_GAP - high, beside - 2 * WIDE_GAP, high)
            return
        size = self._size_in(window.size())
        self.setGeometry(window.width() - WIDE_GAP - size.width(), below + WIDE_GAP, size.width(), size.height())

    def _fit_beside(self, room: int) -> None:
        """In letters as large as the user wants them, or as so many px across let them be."""
        px = wanted_scale(self.window().width(), self.window().height()) * LEAST_LETTER
        self.set_letter_px(px)
        while self.width_with(False) > room and px > LEAST_LETTER:
            px = max(LEAST_LETTER, px - 1)
            self.set_letter_px(px)

    def _size_in(self, window: QSize) -> QSize:
        """Of it in the corner, in letters that it has from then on: far away, its words have two lines."""
        if not self._far:
            self.set_letter_px(LEAST_LETTER * wanted_scale(window.width(), window.height()))
            return self.sizeHint()
        room = QSize(round(window.width() * FAR_CORNER) - 2 * WIDE_GAP, round(far_px(FAR_ROW, window)))
        for px in range(round(far_px(FAR_LEAST, window)), LEAST_LETTER - 1, -1):
            self.set_letter_px(px)
            words = self._words(room.width()).size() + QSizeF(self._around(), px * AIR)
            if words.width() <= room.width() and words.height() <= room.height():
                break
        return QSize(ceil(words.width()), max(LEAST_CONTROL, ceil(words.height())))

    def _around(self) -> float:
        """What its key and the air take of its width, in px."""
        return self._cap_width() + self._em(3 * AIR)

    def _words(self, width: int) -> QRectF:
        room = QRectF(0, 0, width - self._around(), 100_000)
        return QFontMetricsF(self.font()).boundingRect(room, WRAP, self.text())

    def paint_inside(self, painter: QPainter, theme: Theme, ink: QColor) -> None:
        if not self._far:
            super().paint_inside(painter, theme, ink)
            return
        painter.setPen(ink)
        painter.setFont(self.font())
        room = QRectF(self._em(AIR), 0, self.width() - self._around() + 2, self.height())
        painter.drawText(room, WRAP, self.text())
        self._paint_cap(painter, self.width() - self._em(AIR) - self._cap_width(), ink)
