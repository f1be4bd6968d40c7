"""An exercise's own page: it moves, its steps, what it takes, what to be careful about, and doing it now."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.ui import wording
from hamstring_gui.ui.controls.beside import Beside
from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.card import Card, paint_panel
from hamstring_gui.ui.controls.flow import Flow
from hamstring_gui.ui.controls.head import Head
from hamstring_gui.ui.controls.keys import goes_back
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import column, row
from hamstring_gui.ui.controls.sheet import Sheet
from hamstring_gui.ui.exercises import wording as wording_library
from hamstring_gui.ui.exercises.picture_card import PictureAndSteps, PictureCard
from hamstring_gui.ui.exercises.step_list import StepList
from hamstring_gui.ui.theme import (
    BLOCK,
    BODY,
    CARD_MARGINS,
    GAP,
    HAIR,
    LOW_PAGE_MARGINS,
    NO_MARGINS,
    PAGE_MARGINS,
    PAGE_WIDTH,
    SECTION,
    SMALL,
    SNUG,
    TIGHT,
    TITLE,
    WIDE_GAP,
    theme_of,
)

LOW = 700
"""A page lower than this (px) is laid out more tightly."""
LEAST_FACTS = 480
"""Facts with less room (px) stand below each other."""


class ExercisePage(QWidget):
    """Shows one exercise. Its wishes carry the exercise's id; doing it now begins with the leg that shows."""

    do_it_now_requested = Signal(str, bool)
    edit_requested = Signal(str)
    duplicate_requested = Signal(str)
    delete_requested = Signal(str)
    export_requested = Signal(str)
    back_requested = Signal()
    prints_enter = True

    def __init__(self) -> None:
        super().__init__()
        self._exercise: Exercise | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.name = Text(size=TITLE, weight=700, name="exercise_name", wrap=True)
        self.dose = Text(size=BODY, quiet=True, name="exercise_dose", wrap=True)
        self.back = KeyButton(self.tr("Back"), self.tr("Esc"))
        self.back.clicked.connect(self.back_requested)
        self.do_it_now = KeyButton(self.tr("Do it now"), self.tr("Enter"), "primary")
        self.do_it_now.clicked.connect(self._on_do_it_now_clicked)
        self.edit = self._wish(self.tr("Edit"), self.edit_requested)
        self.duplicate = self._wish(self.tr("Duplicate"), self.duplicate_requested)
        self.export = self._wish(self.tr("Export…"), self.export_requested)
        self.delete = self._wish(self.tr("Delete"), self.delete_requested)
        self.picture = PictureCard()
        self.figure = self.picture.figure
        self.steps = StepList()
        self.steps.chosen.connect(self.figure.show_step)
        self.figure.step_shown.connect(self.steps.light)
        self.facts = FactsCard()
        self._lay_out()

    def _lay_out(self) -> None:
        content = QWidget()
        wishes = Flow(SNUG)
        for wish in (self.edit, self.duplicate, self.export, self.delete):
            wishes.add(wish)
        titled = QWidget()
        column(self.name, self.dose, gap=TIGHT, inside=titled)
        head = Head(titled, self.back, self.do_it_now, None, at_top=True)
        middle = PictureAndSteps(self.picture, self.steps)
        self._column = column(head, GAP, wishes, WIDE_GAP, (middle, 1), BLOCK, self.facts, inside=content)
        self.sheet = Sheet(content, PAGE_WIDTH)
        column(self.sheet, inside=self)

    def _wish(self, words: str, wish: SignalInstance) -> KeyButton:
        button = KeyButton(words)
        button.set_letter_px(SMALL)
        button.clicked.connect(lambda: wish.emit(self.exercise_id))
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < LOW
        self._column.setContentsMargins(*(LOW_PAGE_MARGINS if low else PAGE_MARGINS))

    @property
    def exercise_id(self) -> str:
        """The exercise that shows; empty before the first one."""
        return self._exercise.id if self._exercise is not None else ""

    def show_exercise(self, exercise: Exercise) -> None:
        self._exercise = exercise
        self.name.show_text(wording.of_file(exercise.name))
        self.setAccessibleName(self.name.text())
        self.dose.show_text(wording_library.what_it_takes(exercise))
        self.steps.show_steps(exercise.steps)
        self.picture.show_exercise(exercise)
        self.facts.show_exercise(exercise)
        for button in (self.edit, self.delete):
            button.setVisible(exercise.own)
        self.sheet.verticalScrollBar().setValue(0)

    def _on_do_it_now_clicked(self) -> None:
        if self._exercise is not None:
            self.do_it_now_requested.emit(self._exercise.id, self.picture.leg.value == "left")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_do_it_now_clicked()
        elif goes_back(event):
            self.back_requested.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.figure.toggle()
        else:
            super().keyPressEvent(event)


class FactsCard(Beside, Card):
    """What is needed, what it works on, what to be careful about, and where it comes from."""

    def __init__(self) -> None:
        super().__init__()
        self.equipment = Fact(self.tr("You need"), "exercise_equipment")
        self.optional = Fact(self.tr("If you like"), "exercise_optional")
        self.muscles = Fact(self.tr("Works on"), "exercise_muscles")
        self.source = Fact(self.tr("Source"), "exercise_source")
        self.ask_first = Fact(self.tr("Ask first"), "exercise_ask_first", marked=True)
        self.cautions = Fact(self.tr("Take care"), "exercise_cautions")
        what = column(self.equipment, self.optional, self.muscles, self.source, None, gap=WIDE_GAP)
        care = column(self.ask_first, self.cautions, None, gap=WIDE_GAP)
        self.box = row((what, 2), (care, 3), gap=SECTION, margins=CARD_MARGINS, inside=self)

    def fits_beside(self) -> bool:
        return self.width() >= self.px(LEAST_FACTS)

    def show_exercise(self, exercise: Exercise) -> None:
        self.equipment.show_text(
            wording_library.listed(exercise.equipment) or self.tr("Nothing but room to lie or stand")
        )
        self.optional.show_text(wording_library.listed(exercise.optional))
        self.muscles.show_text(wording_library.listed(exercise.muscles))
        self.source.show_text(wording.of_file(exercise.source))
        self.ask_first.show_text(wording.of_file(exercise.ask_first))
        self.cautions.show_text("\n".join(wording.of_file(caution) for caution in exercise.cautions))


class Fact(QWidget):
    """A few quiet words, and under them what they announce; hidden while that is nothing.

    A `marked` one has a bar beside it.
    """

    def __init__(self, words: str, name: str, marked: bool = False) -> None:
        super().__init__()
        self._marked = marked
        self.words = Text(words, SMALL, 600, quiet=True)
        self.text = Text(size=BODY, name=name, wrap=True)
        margins = (WIDE_GAP, 0, 0, 0) if marked else NO_MARGINS
        column(self.words, self.text, gap=HAIR, margins=margins, inside=self)
        self.hide()

    def show_text(self, text: str) -> None:
        self.text.show_text(text)
        self.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._marked:
            bar = QRectF(0, 2, 4, self.height() - 4)
            setup = theme_of(self.palette()).setup
            paint_panel(QPainter(self), bar, setup, setup, 2)
