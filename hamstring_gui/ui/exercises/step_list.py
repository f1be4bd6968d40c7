"""The steps of an exercise as a numbered list; the one that the picture shows is lit, and each can be chosen."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from hamstring_gui.domain.exercise import Step
from hamstring_gui.ui import wording
from hamstring_gui.ui.controls.buttons import WRAP
from hamstring_gui.ui.controls.card import paint_panel
from hamstring_gui.ui.controls.layouts import column
from hamstring_gui.ui.controls.pressable import Pressable
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.durations import unbroken
from hamstring_gui.ui.exercises import wording as wording_library
from hamstring_gui.ui.theme import CLEAR, GAP, HAIR, LEAST_CONTROL, SMALL, Theme, letters

PAD = GAP
DISC = 24


class StepButton(Pressable):
    """One step: its number on a disc, and its text in as many lines as it needs."""

    look = "entry"
    letter_weight = 400

    def __init__(self, number: int, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._number = number
        self.setAccessibleName(wording_library.numbered(number, text))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        words = QFontMetrics(self.font()).boundingRect(self._words(width, 10_000), WRAP, unbroken(self.text()))
        return max(LEAST_CONTROL, words.height() + self.px(2 * PAD))

    def sizeHint(self) -> QSize:
        return QSize(260, LEAST_CONTROL)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, LEAST_CONTROL)

    def _words(self, width: int, height: int) -> QRect:
        left = self.px(PAD + DISC + 12)
        return QRect(left, 0, width - left - self.px(PAD), height)

    def paint_inside(self, painter: QPainter, theme: Theme, ink: QColor) -> None:
        size = DISC * self.scale
        disc = QRectF(PAD * self.scale, (self.height() - size) / 2, size, size)
        paint_panel(painter, disc, theme.button if self.lit else theme.track, CLEAR, size / 2)
        painter.setPen(theme.button_ink if self.lit else theme.ink)
        painter.setFont(letters(SMALL * self.scale, 600, tabular=True))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.setPen(ink if self.lit else theme.ink)
        painter.setFont(self.font())
        painter.drawText(self._words(self.width(), self.height()), WRAP, unbroken(self.text()))


class StepList(Scaled, QWidget):
    """`chosen` carries a step's number, from 0."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[StepButton] = []
        self._column = column(gap=HAIR, inside=self)

    def show_steps(self, steps: tuple[Step, ...]) -> None:
        for button in self.buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [
            StepButton(number, wording.of_file(step.text), self) for number, step in enumerate(steps, start=1)
        ]
        for number, button in enumerate(self.buttons):
            button.clicked.connect(lambda _=False, chosen=number: self.chosen.emit(chosen))
            self._column.addWidget(button)

    def light(self, number: int) -> None:
        """Light the step of that number, from 0."""
        for n, button in enumerate(self.buttons):
            button.set_lit(n == number, self.tr("The picture shows this step."))
