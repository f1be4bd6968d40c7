"""An exercise as a card that can be pressed: its picture, its name and its usual dose."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.ui import wording
from hamstring_gui.ui.controls.buttons import WRAP_FROM_TOP
from hamstring_gui.ui.controls.card import paint_panel
from hamstring_gui.ui.controls.figure_view import FigureView, panel_of
from hamstring_gui.ui.controls.pressable import Pressable
from hamstring_gui.ui.durations import unbroken
from hamstring_gui.ui.exercises import wording as wording_library
from hamstring_gui.ui.theme import CARD_RADIUS, GAP, INNER_RADIUS, SMALL, Theme, letters

PAD = GAP
PICTURE = 0.62
"""The picture's height over its width."""


class ExerciseCard(Pressable):
    """Its accessible name is the exercise's name."""

    look = "card"
    round_px = CARD_RADIUS

    def __init__(self, exercise: Exercise, parent: QWidget) -> None:
        self._words_at: dict[int, tuple[int, int]] = {}
        super().__init__(wording.of_file(exercise.name), parent)
        self.exercise = exercise
        self._dose = wording_library.dose(exercise)
        self.setAccessibleDescription(self._dose)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.figure = FigureView(self)
        self.figure.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.figure.show_held(exercise)

    def rescaled(self) -> None:
        super().rescaled()
        self._dose_font = letters(SMALL * self.scale)
        self._words_at.clear()

    def heightForWidth(self, width: int) -> int:
        name, dose = self._words_heights(width)
        return PAD + self._picture_height(width) + 10 + name + 2 + dose + 14

    def sizeHint(self) -> QSize:
        return QSize(220, self.heightForWidth(220))

    def minimumSizeHint(self) -> QSize:
        return QSize(150, 120)

    def _picture_height(self, width: int) -> int:
        return round((width - 2 * PAD) * PICTURE)

    def _words_heights(self, width: int) -> tuple[int, int]:
        """The grid asks for the same width dozens of times."""
        if width not in self._words_at:
            self._words_at[width] = self._measure(width)
        return self._words_at[width]

    def _measure(self, width: int) -> tuple[int, int]:
        room = QRect(0, 0, width - 2 * PAD - 8, 10_000)
        name = QFontMetrics(self.font()).boundingRect(room, WRAP_FROM_TOP, unbroken(self.text())).height()
        return name, QFontMetrics(self._dose_font).boundingRect(room, WRAP_FROM_TOP, unbroken(self._dose)).height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.figure.setGeometry(self._picture().adjusted(8, 8, -8, -8))

    def _picture(self) -> QRect:
        return QRect(PAD, PAD, self.width() - 2 * PAD, self._picture_height(self.width()))

    def paint_inside(self, painter: QPainter, theme: Theme, ink: QColor) -> None:
        panel = panel_of(theme)
        paint_panel(painter, self._picture().toRectF(), panel, panel, INNER_RADIUS)
        name, dose = self._words_heights(self.width())
        left, top, width = PAD + 4, self._picture().bottom() + 11, self.width() - 2 * PAD - 8
        painter.setPen(ink)
        painter.setFont(self.font())
        painter.drawText(QRect(left, top, width, name), WRAP_FROM_TOP, unbroken(self.text()))
        painter.setPen(theme.quiet)
        painter.setFont(self._dose_font)
        painter.drawText(QRect(left, top + name + 2, width, dose), WRAP_FROM_TOP, unbroken(self._dose))
