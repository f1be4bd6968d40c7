"""The card on which a session is changed, or one is added that was done without the program."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QGridLayout, QWidget

from hamstring_gui.domain.adding import asked_s, parts_of
from hamstring_gui.domain.editing import understood_minutes
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.history import SessionRecord, Tightness
from hamstring_gui.domain.routine import Routine
from hamstring_gui.domain.values import dataclass
from hamstring_gui.ui import wording
from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.field import Field
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import column, row
from hamstring_gui.ui.controls.options import Options
from hamstring_gui.ui.controls.overlay import Overlay
from hamstring_gui.ui.controls.scroll import bring_into_view
from hamstring_gui.ui.controls.text_area import TextArea
from hamstring_gui.ui.controls.tightness import TightnessScale
from hamstring_gui.ui.history import wording_sessions as words
from hamstring_gui.ui.history.day_field import DayField
from hamstring_gui.ui.theme import BODY, GAP, HEADING, SMALL, TIGHT, WIDE_GAP

translate = QCoreApplication.translate

WIDTH = 680
LONGEST_NOTE = 10_000


@dataclass(frozen=True, slots=True)
class Written:
    """What was written on the card. `left_s`, `right_s` and `routine` (an id, or "") are those of an added session."""

    day: date
    tightness: Tightness | None
    note: str
    left_s: float = 0.0
    right_s: float = 0.0
    routine: str = ""


@dataclass(frozen=True, slots=True)
class Wrong:
    """What keeps something from being saved, and the field where that stands."""

    words: str
    field: QWidget


class SessionCard(Overlay):
    """What both cards have: the day, how tight the legs felt, a note.

    `save_requested` carries a `Written`; whoever keeps it calls `leave`, or `show_problem` where that fails.
    """

    save_requested = Signal(object)
    prints_enter = True

    def __init__(self, title: str, day: date, today: date, parent: QWidget) -> None:
        super().__init__(title, WIDTH, 26, parent)
        self.column.setSpacing(GAP)
        self.title = Text(title, HEADING, 700, name="question_title", wrap=True)
        self.day = DayField(self.tr("Date"), day, today)
        self.tightness_left = TightnessScale(self.tr("Tightness left"))
        self.tightness_right = TightnessScale(self.tr("Tightness right"))
        self.note = TextArea(self.tr("Note"), 3)
        self._longest_note = LONGEST_NOTE
        self.problem = Text(size=SMALL, weight=600, name="card_problem", wrap=True)
        self.problem.setForegroundRole(QPalette.ColorRole.BrightText)
        self.save_button = KeyButton(self.tr("Save"), self.tr("Ctrl+Enter"), "primary")
        self.save_button.clicked.connect(self._save)
        self.cancel_button = KeyButton(self.tr("Cancel"), self.tr("Esc"))
        self.cancel_button.clicked.connect(self.leave)
        self.day.changed.connect(lambda: self.show_problem(""))

    def _lay_out(self, *between: QWidget) -> None:
        """Title, day and what is special to one card, tightness, note, buttons."""
        self.column.addWidget(self.title)
        for widget in between:
            self.column.addWidget(widget)
        scales = QGridLayout()
        scales.setHorizontalSpacing(WIDE_GAP)
        scales.setVerticalSpacing(TIGHT)
        scales.setColumnStretch(1, 1)
        hint = self.tr("How tight did each leg feel? 0 is loose, 10 is very tight.")
        scales.addWidget(Text(hint, SMALL, quiet=True, wrap=True), 0, 0, 1, 2)
        for number, leg, scale in (
            (1, self.tr("Left"), self.tightness_left),
            (2, self.tr("Right"), self.tightness_right),
        ):
            scales.addWidget(Text(leg, BODY, 600), number, 0)
            scales.addWidget(scale, number, 1)
        self.column.addLayout(scales)
        self.column.addWidget(_named(self.tr("Note"), self.note))
        self.show_problem("")
        self.pin(self.problem, row(self.save_button, self.cancel_button, None, gap=GAP))

    def appear(self) -> None:
        super().appear()
        if self.day.field.hasFocus():
            self.day.field.selectAll()

    def show_problem(self, problem: str) -> None:
        """Say what keeps this from being saved, or nothing."""
        self.problem.show_text(problem)
        self.problem.setVisible(bool(problem))

    def _written(self) -> Written | Wrong:
        """What is to be kept, or what is wrong with it."""
        day = self.day.day
        if day is None:
            return Wrong(self.day.problem, self.day.field)
        if len(self._note()) > self._longest_note:
            words = self.tr("The note is too long: %n characters are the most.", None, self._longest_note)
            return Wrong(words, self.note.edit)
        left, right = self.tightness_left.rating, self.tightness_right.rating
        return Written(day, None if left is None and right is None else Tightness(left, right), self._note())

    def _note(self) -> str:
        return self.note.text.strip()

    def _save(self) -> None:
        written = self._written()
        if isinstance(written, Wrong):
            self.show_problem(written.words)
            written.field.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, written.field, partial(bring_into_view, written.field))  # the words take their room
            return
        self.save_requested.emit(written)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif enter and (control or not self.note.edit.hasFocus()):
            self._save()
        else:
            super().keyPressEvent(event)


class EditCard(SessionCard):
    """Changes a session that is there."""

    def __init__(self, session: SessionRecord, today: date, parent: QWidget) -> None:
        super().__init__(translate("sessions", "Edit session"), session.day, today, parent)
        self._session = session
        rated = session.tightness or Tightness()
        self.tightness_left.rate(rated.left)
        self.tightness_right.rate(rated.right)
        self.note.show_text(session.note)
        self._shown = self.note.text
        self._longest_note = max(LONGEST_NOTE, len(session.note))
        what = Text(words.described(session, today), BODY, quiet=True, name="edited_session", wrap=True)
        self._lay_out(what, _named(self.tr("Date"), self.day))

    def _note(self) -> str:
        """A note that nobody touched stays as it is, whatever is in it."""
        return self._session.note if self.note.text == self._shown else super()._note()


class AddCard(SessionCard):
    """Adds a session that was done without the program. The minutes begin with its routine's dose."""

    def __init__(
        self, routines: Mapping[str, Routine], today: date, parent: QWidget, exercises: Mapping[str, Exercise],
        day: date | None = None,
    ) -> None:  # fmt: skip
        """`day` is the one that the card begins with, today without it."""
        super().__init__(translate("sessions", "Add past session"), day or today, today, parent)
        self._routines, self._exercises = routines, exercises
        known = ((routine.id, wording.of_file(routine.name)) for routine in routines.values())
        self.what = Options(self.tr("What you did"), [("", self.tr("Just stretched")), *known])
        self.what.show_value("")
        self.what.chosen.connect(self._on_chosen)
        self.minutes_left = self._minutes(self.tr("Minutes left"))
        self.minutes_right = self._minutes(self.tr("Minutes right"))
        self._filled_in = ""
        self.counted = Text(size=SMALL, quiet=True, name="counted_as", wrap=True)
        self._lay_out(_named(self.tr("What you did"), self.what), self._when_and_how_long(), self.counted)
        self._on_chosen("")

    def _on_chosen(self, routine_id: object) -> None:
        """Begin with the routine's dose, and say what the minutes are; what was typed stays."""
        parts = parts_of(self._routines.get(str(routine_id)), self._exercises)
        filled = words.minutes_typed(asked_s(parts))
        for field in (self.minutes_left, self.minutes_right):
            if field.text() == self._filled_in:
                field.setText(filled)
        self._filled_in = filled
        self.counted.show_text(words.counted_as(parts, self._exercises))

    @staticmethod
    def _minutes(name: str) -> Field:
        field = Field(height=44)
        field.setAccessibleName(name)
        field.setMaxLength(8)
        field.setPlaceholderText("0")
        return field

    def _when_and_how_long(self) -> QWidget:
        both = QWidget()
        side_by_side = row((_named(self.tr("Date"), self.day), 3), gap=WIDE_GAP, inside=both)
        for name, field in (
            (self.tr("Minutes left"), self.minutes_left),
            (self.tr("Minutes right"), self.minutes_right),
        ):
            side_by_side.addWidget(_named(name, field), 1, Qt.AlignmentFlag.AlignTop)
        return both

    def _written(self) -> Written | Wrong:
        written = super()._written()
        if isinstance(written, Wrong):
            return written
        held_s: list[float] = []
        for field in (self.minutes_left, self.minutes_right):
            seconds = understood_minutes(field.text())
            if seconds is None:
                words = self.tr("{field}: this has to be a number up to 600, such as 3, 2.5 or 2:30.")
                return Wrong(words.format(field=field.accessibleName()), field)
            held_s.append(seconds)
        if not any(held_s):
            return Wrong(self.tr("Say how many minutes, for one leg at least."), self.minutes_left)
        left_s, right_s = held_s
        return Written(written.day, written.tightness, written.note, left_s, right_s, str(self.what.value))


def _named(name: str, widget: QWidget) -> QWidget:
    """A widget below the words that say what it is."""
    both = QWidget()
    column(Text(name, SMALL, quiet=True, wrap=True), widget, gap=TIGHT, inside=both)
    return both
