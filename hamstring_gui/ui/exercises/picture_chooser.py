"""Which picture each step of an own exercise has: seen, chosen, dropped, taken away."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hamstring_gui.domain.demonstration import posed
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.card import Card
from hamstring_gui.ui.controls.figure_view import FigureView
from hamstring_gui.ui.controls.flow import Flow
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import column, row
from hamstring_gui.ui.controls.options import Options
from hamstring_gui.ui.controls.switch import Switch
from hamstring_gui.ui.theme import CARD_MARGINS, GAP, SMALL, SNUG, theme_of

ALL_STEPS = -1
HIGH = 0.72
"""The picture's height over its width."""


class PictureChooser(Card):
    """`step` is the one whose picture shows, from 0, or `ALL_STEPS`."""

    picture_requested = Signal()
    removal_requested = Signal()
    mirroring_changed = Signal(bool)
    step_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.step = ALL_STEPS
        self.heading = Text(self.tr("Picture"), SMALL, 600, quiet=True)
        self.of_step = Options(self.tr("Picture of which step"))
        self.of_step.chosen.connect(self._on_step_chosen)
        self.view = _View()
        self.hint = Text(size=SMALL, quiet=True, name="picture_hint", wrap=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.choose = KeyButton(self.tr("Choose picture…"))
        self.choose.clicked.connect(self.picture_requested)
        self.remove = KeyButton(self.tr("Remove picture"))
        self.remove.clicked.connect(self.removal_requested)
        self.mirror = Switch(self.tr("Mirror it for the left leg"))
        self.mirror.toggled.connect(self.mirroring_changed)
        self._mirroring = QWidget()
        words = Text(self.tr("Mirror it for the left leg"), SMALL + 1, wrap=True)
        row((words, 1), self.mirror, gap=SNUG, inside=self._mirroring)
        for button in (self.choose, self.remove):
            button.set_letter_px(SMALL + 1)
        buttons = Flow(GAP)
        buttons.add(self.choose)
        buttons.add(self.remove)
        column(
            self.heading, self.of_step, self.view, self.hint, buttons, self._mirroring, None,
            gap=GAP, margins=CARD_MARGINS, inside=self,
        )  # fmt: skip

    def show_pictures(self, exercise: Exercise, shared: str, own: tuple[str, ...], mirrorable: bool) -> None:
        """The exercise as it is written so far, the picture of all steps, and those that steps have of their own."""
        if self.step >= len(own):
            self.step = ALL_STEPS
        self._show_steps(len(own))
        chosen = shared if self.step == ALL_STEPS else own[self.step]
        number = len(exercise.steps) - 1 if self.step == ALL_STEPS else self.step
        step = exercise.seen(exercise.steps[number])
        self.view.show_figure(exercise, posed(exercise, number))
        self.view.set_empty(not (step.picture or step.pose))
        self.remove.setVisible(bool(chosen))
        self.hint.show_text(self._hint(bool(chosen), bool(step.figure)))
        self._mirroring.setVisible(mirrorable)
        self.mirror.setChecked(exercise.mirror_pictures)

    def _hint(self, chosen: bool, figure: bool) -> str:
        if chosen:
            return ""
        if figure:
            return self.tr("The figure shows this. Drop a picture here to show that instead.")
        if self.step == ALL_STEPS:
            return self.tr("Drop a photo or a drawing here (PNG, JPEG, WebP or SVG), or choose one.")
        return self.tr("This step has no picture of its own.")

    def _show_steps(self, steps: int) -> None:
        """Something to choose only where there are several."""
        numbers = range(steps) if steps > 1 else ()
        if len(self.of_step.buttons) != len(numbers) + 1:
            words = [(number, str(number + 1)) for number in numbers]
            self.of_step.set_options([(ALL_STEPS, self.tr("All steps")), *words])
            for button, number in zip(self.of_step.buttons[1:], numbers, strict=True):
                button.setAccessibleName(self.tr("Picture of step {number}").format(number=number + 1))
        self.of_step.show_value(self.step)
        self.of_step.setVisible(steps > 1)

    def _on_step_chosen(self, number: object) -> None:
        if isinstance(number, int):
            self.show_step(number)

    def show_step(self, number: int) -> None:
        self.step = number
        self.step_chosen.emit()


class _View(FigureView):
    """The picture, or a dashed frame where one may be dropped."""

    _empty = False

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        return round(width * HIGH)

    def set_empty(self, empty: bool) -> None:
        self._empty = empty
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._empty:
            theme = theme_of(self.palette())
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = QPen(theme.quiet, 1.5, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)
