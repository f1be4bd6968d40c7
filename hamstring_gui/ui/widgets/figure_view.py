"""The moving illustration: one exercise's figure, repainted only when something moved."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hamstring_gui.domain.demonstration import posed
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.guidance import Shown, unmoved
from hamstring_gui.figure.look import DARK, LIGHT
from hamstring_gui.figure.picture import paint_shown
from hamstring_gui.ui.theme import theme_of

BREATH_STEPS = 32
"""A breath is drawn in this many steps: finer ones would move nothing by a visible amount."""


class FigureView(QWidget):
    """Shows an exercise as it is at one instant."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exercise: Exercise | None = None
        self._shown: Shown | None = None
        self._mirrored = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_figure(self, exercise: Exercise, shown: Shown, mirrored: bool = False) -> None:
        shown = replace(shown, breath=round(shown.breath * BREATH_STEPS) / BREATH_STEPS)
        if (exercise, shown, mirrored) != (self._exercise, self._shown, self._mirrored):
            self._exercise, self._shown, self._mirrored = exercise, shown, mirrored
            self.update()

    def show_held(self, exercise: Exercise) -> None:
        """The position that is held, still."""
        self.show_figure(exercise, posed(exercise, len(exercise.steps) - 1))

    def show_at_ease(self, exercise: Exercise) -> None:
        """The first step's pose, still."""
        self.show_figure(exercise, unmoved(exercise, exercise.steps[0]))

    def sizeHint(self) -> QSize:
        return QSize(240, 150)

    def minimumSizeHint(self) -> QSize:
        return QSize(72, 54)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._exercise is None or self._shown is None:
            return
        painter = QPainter(self)
        look = DARK if theme_of(self.palette()).dark else LIGHT
        paint_shown(painter, QRectF(self.rect()), self._exercise, self._shown, look, mirrored=self._mirrored)
