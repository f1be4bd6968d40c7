"""An exercise's own page: it moves, its steps, what it takes, what to be careful about, and doing it now."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.ui import wording
from hamstring_gui.ui.controls.buttons import IconButton, KeyButton
from hamstring_gui.ui.controls.card import Card, paint_panel
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.options import Options
from hamstring_gui.ui.controls.sheet import Sheet
from hamstring_gui.ui.exercises import wording as wording_library
from hamstring_gui.ui.exercises.moving_figure import MovingFigure
from hamstring_gui.ui.exercises.step_list import StepList
from hamstring_gui.ui.theme import BODY, PAGE_MARGIN, PAGE_WIDTH, SMALL, TITLE, theme_of

LOW = 700
"""A page lower than this (px) is laid out more tightly."""


class ExercisePage(QWidget):
    """Shows one exercise. Its wishes carry the exercise's id; doing it now begins with the leg that shows."""

    do_it_now_requested = Signal(str, bool)
    edit_requested = Signal(str)
    duplicate_requested = Signal(str)
    delete_requested = Signal(str)
    export_requested = Signal(str)
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        self._column = column = QVBoxLayout(content)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.name)
        words.addWidget(self.dose)
        head.addLayout(words, 1)
        head.addSpacing(10)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        for button in (self.back, self.do_it_now):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addLayout(buttons)
        head.setAlignment(buttons, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addSpacing(12)
        wishes = QHBoxLayout()
        wishes.setSpacing(8)
        for button in (self.edit, self.duplicate, self.export, self.delete):
            wishes.addWidget(button)
        wishes.addStretch()
        column.addLayout(wishes)
        column.addSpacing(14)
        middle = QHBoxLayout()
        middle.setSpacing(20)
        middle.addWidget(self.picture, 5)
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(10, 10, 10, 10)
        inside.addWidget(self.steps)
        inside.addStretch()
        middle.addWidget(card, 3)
        column.addLayout(middle, 1)
        column.addSpacing(18)
        column.addWidget(self.facts)
        self.sheet = Sheet(content, PAGE_WIDTH)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.sheet)

    def _wish(self, words: str, wish: SignalInstance) -> KeyButton:
        button = KeyButton(words)
        button.set_letter_px(SMALL)
        button.clicked.connect(lambda: wish.emit(self.exercise_id))
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < LOW
        self._column.setContentsMargins(PAGE_MARGIN, 16 if low else 24, PAGE_MARGIN, 14 if low else 24)

    @property
    def exercise_id(self) -> str:
        """The exercise that shows; empty before the first one."""
        return self._exercise.id if self._exercise is not None else ""

    def show_exercise(self, exercise: Exercise) -> None:
        self._exercise = exercise
        self.name.show_text(wording.of_file(exercise.name))
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
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self._on_do_it_now_clicked()
        elif event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        elif event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.figure.toggle()
        else:
            super().keyPressEvent(event)


class PictureCard(Card):
    """The moving figure, which leg it shows, and whether it moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figure = MovingFigure(self)
        self.leg = Options(self.tr("Leg"), (("left", self.tr("Left")), ("right", self.tr("Right"))))
        self.leg.chosen.connect(lambda leg: self.figure.show_left(leg == "left"))
        self.pause = IconButton(self.tr("Pause"), "pause", self.tr("Space"))
        self.pause.set_letter_px(SMALL)
        self.pause.clicked.connect(self.figure.toggle)
        self.figure.playing_changed.connect(self._on_playing_changed)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.leg)
        row.addStretch()
        row.addWidget(self.pause)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 18)
        column.addLayout(row)
        column.addStretch()
        self.setMinimumHeight(300)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_figure()

    def _place_figure(self) -> None:
        """In the middle of the card, as large as it fits beside the row above it."""
        room = self.rect().adjusted(20, 14 + self.pause.sizeHint().height() + 8, -20, -24)
        height = min(room.height(), round(room.width() / self.figure.wide))
        self.figure.setGeometry(room.left(), room.top() + (room.height() - height) // 2, room.width(), height)

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


class FactsCard(Card):
    """What is needed, what it works on, what to be careful about, and where it comes from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.equipment = Fact(self.tr("You need"), "exercise_equipment")
        self.muscles = Fact(self.tr("Works on"), "exercise_muscles")
        self.source = Fact(self.tr("Source"), "exercise_source")
        self.ask_first = Fact(self.tr("Ask first"), "exercise_ask_first", marked=True)
        self.cautions = Fact(self.tr("Take care"), "exercise_cautions")
        row = QHBoxLayout(self)
        row.setContentsMargins(26, 20, 26, 20)
        row.setSpacing(32)
        for stretch, facts in ((2, (self.equipment, self.muscles, self.source)), (3, (self.ask_first, self.cautions))):
            column = QVBoxLayout()
            column.setSpacing(14)
            for fact in facts:
                column.addWidget(fact)
            column.addStretch()
            row.addLayout(column, stretch)

    def show_exercise(self, exercise: Exercise) -> None:
        self.equipment.show_text(
            wording_library.listed(exercise.equipment) or self.tr("Nothing but room to lie or stand")
        )
        self.muscles.show_text(wording_library.listed(exercise.muscles))
        self.source.show_text(wording.of_file(exercise.source))
        self.ask_first.show_text(wording.of_file(exercise.ask_first))
        self.cautions.show_text("\n".join(wording.of_file(caution) for caution in exercise.cautions))


class Fact(QWidget):
    """A few quiet words, and under them what they announce; hidden while that is nothing.

    A `marked` one has a bar beside it.
    """

    def __init__(self, words: str, name: str, marked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marked = marked
        self.words = Text(words, SMALL, 600, quiet=True)
        self.text = Text(size=BODY, name=name, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(14 if marked else 0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.words)
        column.addWidget(self.text)

    def show_text(self, text: str) -> None:
        self.text.show_text(text)
        self.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._marked:
            bar = QRectF(0, 2, 4, self.height() - 4)
            setup = theme_of(self.palette()).setup
            paint_panel(QPainter(self), bar, setup, setup, 2)
