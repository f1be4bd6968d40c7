"""The picture of an exercise, which moves, and beside it or above them its steps."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.ui.controls.beside import Beside
from hamstring_gui.ui.controls.buttons import IconButton
from hamstring_gui.ui.controls.card import Card
from hamstring_gui.ui.controls.layouts import column, row
from hamstring_gui.ui.controls.options import Options
from hamstring_gui.ui.controls.sheet import Sheet
from hamstring_gui.ui.exercises.moving_figure import MovingFigure
from hamstring_gui.ui.exercises.step_list import StepList
from hamstring_gui.ui.theme import BLOCK, EVEN_MARGINS, LOW_CARD_MARGINS, SMALL, SNUG

STEPS_SHARE, STEPS_WIDTH, LEAST_STEPS = 3 / 8, 210, 190
"""How much of the width the steps have beside the picture, how much (px) they want, and with less they stand below."""
LEAST_PICTURE, LOWEST_PICTURE, HIGH = 260, 300, 0.6
"""The picture's least width (px) beside the steps and its card's least height; how high that is over its width where it
stands above them."""


class PictureAndSteps(Beside, QWidget):
    """The picture, and beside it the steps, or below it where their lines would be of single words."""

    def __init__(self, picture: PictureCard, steps: StepList) -> None:
        super().__init__()
        self._picture, card = picture, Card()
        column(steps, None, margins=EVEN_MARGINS, inside=card)
        self.box = row(picture, card, gap=BLOCK, inside=self)

    def fits_beside(self) -> bool:
        return self._steps_width() >= self.px(LEAST_STEPS)

    def _steps_width(self) -> int:
        """What the steps have beside the picture, in px."""
        room = self.width() - BLOCK
        left = room - max(self._picture.minimumSizeHint().width(), self.px(LEAST_PICTURE))
        return min(left, max(round(STEPS_SHARE * room), self.px(STEPS_WIDTH)))

    def stand(self, beside: bool) -> None:
        super().stand(beside)
        self._picture.setMinimumHeight(LOWEST_PICTURE if beside else max(LOWEST_PICTURE, round(HIGH * self.width())))
        steps = self._steps_width()
        for number, share in enumerate((self.width() - BLOCK - steps, steps) if beside else (1, 0)):
            self.box.setStretch(number, share)


class PictureCard(Card):
    """The moving figure, which leg it shows, and whether it moves."""

    def __init__(self) -> None:
        super().__init__()
        self.figure = MovingFigure(self)
        self.figure.set_ground("card")
        self.leg = Options(self.tr("Leg"), (("left", self.tr("Left")), ("right", self.tr("Right"))))
        self.leg.chosen.connect(lambda leg: self.figure.show_left(leg == "left"))
        self.pause = IconButton(self.tr("Pause"), "pause", self.tr("Space"))
        self.pause.set_letter_px(SMALL)
        self.pause.clicked.connect(self.figure.toggle)
        self.figure.playing_changed.connect(self._on_playing_changed)
        column(row(self.leg, None, self.pause, gap=SNUG), None, margins=LOW_CARD_MARGINS, inside=self)
        self.setMinimumHeight(LOWEST_PICTURE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_figure()

    def _place_figure(self) -> None:
        """In the middle of the card, or of what is in sight of it, as large as it fits beside the row above it."""
        room = self.rect().adjusted(20, 14 + self.pause.sizeHint().height() + 8, -20, -24)
        height = min(room.height(), round(room.width() / self.figure.wide))
        top, sight = room.top() + (room.height() - height) // 2, self._in_sight()
        if top + height > sight:
            top = room.top() + max(0, sight - room.top() - height) // 2
        self.figure.setGeometry(room.left(), top, room.width(), height)

    def _in_sight(self) -> int:
        """How much of it shows in a page that is not scrolled, in px."""
        sheet = self.parentWidget()
        while sheet is not None and not isinstance(sheet, Sheet):
            sheet = sheet.parentWidget()
        content = sheet.widget() if sheet is not None else None
        return sheet.viewport().height() - self.mapTo(content, QPoint()).y() if sheet and content else self.height()

    def show_exercise(self, exercise: Exercise) -> None:
        self.leg.show_value("right")
        self.leg.setVisible(exercise.each_side)
        self.figure.show_exercise(exercise)
        self._place_figure()

    def set_still(self, still: bool) -> None:
        self.figure.set_still(still)
        self.pause.setVisible(not still)

    def _on_playing_changed(self, playing: bool) -> None:
        if playing:
            self.pause.show_icon(self.tr("Pause"), "pause")
        else:
            self.pause.show_icon(self.tr("Play"), "play")
