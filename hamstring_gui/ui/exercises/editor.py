"""Writing an exercise of one's own, or changing it: name, steps, dose, pictures, cautions."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from hamstring_gui.domain.drafting import (
    Draft,
    Fault,
    Line,
    draft_of,
    faults,
    finished,
    rewritten,
)
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.values import replace
from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import column, row
from hamstring_gui.ui.controls.sheet import Sheet
from hamstring_gui.ui.exercises.form import Form
from hamstring_gui.ui.exercises.picture_chooser import ALL_STEPS, PictureChooser
from hamstring_gui.ui.theme import (
    BLOCK,
    GAP,
    HAIR,
    PAGE_MARGIN,
    PAGE_WIDTH,
    SECTION,
    SMALL,
    TITLE,
    WIDE_GAP,
)

translate = QCoreApplication.translate


class ExerciseEditor(QWidget):
    """Holds a draft. `save_requested` carries the exercise that it describes; its pictures may lie anywhere.

    `written` tells that the draft changed.
    """

    save_requested = Signal(Exercise)
    picture_requested = Signal()
    leave_requested = Signal()
    written = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._draft = self._first = Draft()
        self._lines: dict[str, Line] = {}
        self._base: Exercise | None = None
        self._showing = False
        self._widest = PAGE_WIDTH
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.title = Text(size=TITLE, weight=700, name="editor_title")
        self.back = KeyButton(self.tr("Cancel"), self.tr("Esc"))
        self.back.clicked.connect(self.leave_requested)
        self.save = KeyButton(self.tr("Save"), self.tr("Ctrl+S"), "primary")
        self.save.clicked.connect(self.save_draft)
        self.missing = Text(size=SMALL + 1, weight=600, name="what_is_missing", wrap=True)
        self.form = Form()
        self.form.changed.connect(self._on_form_changed)
        self.form.steps.line_entered.connect(self._on_line_entered)
        self.picture = PictureChooser()
        self.picture.picture_requested.connect(self.picture_requested)
        self.picture.removal_requested.connect(lambda: self.show_picture(""))
        self.picture.mirroring_changed.connect(self._on_form_changed)
        self.picture.step_chosen.connect(self._show_picture_of_draft)
        self._lay_out()

    def _lay_out(self) -> None:
        content, self._head = QWidget(), QWidget()
        head = row((self.title, 1), self.back, self.save, gap=GAP)
        self._top = column(head, self.missing, inside=self._head)
        self._middle = row((self.form, 4), (self.picture, 3), gap=BLOCK)
        self._column = column((self._middle, 1), inside=content)
        self.sheet = Sheet(content, PAGE_WIDTH)
        self.sheet.scaled.connect(self._on_scaled)
        column(self._head, self.sheet, inside=self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The picture beside the fields, or below them where there is no room for both."""
        side = SECTION if self.width() < 800 else PAGE_MARGIN
        self._column.setContentsMargins(side, HAIR, side, BLOCK)
        bar = self.sheet.verticalScrollBar().sizeHint().width()
        room = self.width() - bar - 2 * side - self._middle.spacing()
        fits = self.form.minimumSizeHint().width() + self.picture.minimumSizeHint().width() <= room
        self._middle.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)
        beside = max(0, (self.width() - bar - self._widest) // 2)  # as the content stands in the middle of its sheet
        self._top.setContentsMargins(side + beside, BLOCK, side + beside + bar, WIDE_GAP)

    def _on_scaled(self, scale: float) -> None:
        """The head stays above what scrolls, and grows like it."""
        self._widest = round(PAGE_WIDTH * scale)
        self.title.set_scale(scale)
        self.missing.set_scale(scale)
        for button in (self.back, self.save):
            button.set_scale(scale)

    # -- showing -----------------------------------------------------------------------------------------------------
    def show_exercise(self, exercise: Exercise | None) -> None:
        """Begin with this exercise of the user's own, or with nothing. An exercise without an id is a new one."""
        self._base = exercise
        self._draft = self._first = draft_of(exercise) if exercise is not None else Draft()
        known = exercise is not None and bool(exercise.id)
        self._lines = {}
        self._remember()
        self.title.show_text(self.tr("Edit exercise") if known else self.tr("New exercise"))
        self.setAccessibleName(self.title.text())
        self.picture.step = ALL_STEPS
        self.missing.hide()
        self._showing = True
        self.form.show_draft(self._draft)
        self._showing = False
        self._show_picture_of_draft()
        self.sheet.verticalScrollBar().setValue(0)
        self.form.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_draft(self, draft: Draft) -> None:
        """Go on with this draft of what was begun with."""
        self._draft = draft
        self._remember()
        self._showing = True
        self.form.show_draft(draft)
        self.picture.mirror.setChecked(draft.mirror_pictures)
        self._showing = False
        self._show_picture_of_draft()
        self.written.emit()

    @property
    def draft(self) -> Draft:
        """What is written by now, whatever is still wrong with it."""
        self.form.settle()
        return self._draft

    @property
    def base_id(self) -> str:
        """The id of the exercise that is changed; of a new one, nothing."""
        return self._base.id if self._base is not None else ""

    @property
    def is_new(self) -> bool:
        return self._base is None

    @property
    def changed(self) -> bool:
        """Whether there is something that leaving would lose."""
        self.form.settle()
        return self._draft != self._first

    def show_picture(self, path: str) -> None:
        """Give the step that is looked at (or all of them) a picture, or take it away."""
        number = self.picture.step
        if not 0 <= number < len(self._draft.lines):
            self._draft = replace(self._draft, picture=path)
        else:
            lines = list(self._draft.lines)
            lines[number] = replace(lines[number], picture=path)
            self._draft = replace(self._draft, lines=tuple(lines))
        self._remember()
        self.written.emit()
        self._show_picture_of_draft()

    def _show_picture_of_draft(self) -> None:
        draft = self._draft if self._draft.lines else replace(self._draft, lines=(Line(""),))
        own = tuple(line.picture for line in draft.lines)
        exercise = self._finished(draft)
        mirrorable = draft.each_side and any(step.picture for step in exercise.steps)
        self.picture.show_pictures(exercise, draft.picture, own, mirrorable)
        self._arrange()

    def _finished(self, draft: Draft) -> Exercise:
        return finished(
            draft,
            self._base,
            translate("exercise", "Let go and breathe."),
            translate("exercise", "Change to the other leg."),
        )

    # -- writing -----------------------------------------------------------------------------------------------------
    def _on_form_changed(self) -> None:
        if self._showing:
            return
        lines = rewritten(self._draft.lines, self.form.steps.text, self._lines)
        self._draft = self.form.draft(
            replace(self._draft, lines=lines, mirror_pictures=self.picture.mirror.isChecked())
        )
        self._remember()
        self.written.emit()
        self.form.show_measure(self._draft)
        self._show_picture_of_draft()
        if self.missing.isVisible():
            self._say_what_is_missing()

    def _remember(self) -> None:
        """Keep what belongs to every line: it may be cut, and pasted elsewhere."""
        self._lines |= {line.text: line for line in self._draft.lines}

    def _on_line_entered(self, number: int) -> None:
        """While a step is written, its picture is the one to see, once a step has one of its own."""
        if any(line.picture or line.pose for line in self._draft.lines) and number < len(self._draft.lines):
            self.picture.show_step(number)

    def save_draft(self) -> None:
        self.form.settle()
        found = faults(self._draft)
        self._say_what_is_missing()
        if not found:
            self.save_requested.emit(self._finished(self._draft))
        elif "no name" in found or "long name" in found:
            self.form.name.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.form.steps.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_what_is_missing(self) -> None:
        found = faults(self._draft)
        self.missing.show_text(" ".join(_sentence(fault) for fault in found))
        self.missing.setVisible(bool(found))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.leave_requested.emit()
        elif control and event.key() in (Qt.Key.Key_S, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save_draft()
        else:
            super().keyPressEvent(event)


def _sentence(fault: Fault) -> str:
    sentences: Mapping[Fault, str] = {
        "no name": translate("ExerciseEditor", "Give the exercise a name."),
        "long name": translate("ExerciseEditor", "The name is too long: at most 80 letters."),
        "no steps": translate("ExerciseEditor", "Write at least one step: what to do."),
        "many steps": translate("ExerciseEditor", "These are too many steps: at most 20."),
        "long step": translate("ExerciseEditor", "A step is too long: at most 200 letters, better 60."),
        "long text": translate(
            "ExerciseEditor", "A caution, a piece of equipment or another name is too long: at most 2000 letters."
        ),
        "sets": translate("ExerciseEditor", "There can be 1 to 50 sets."),
        "many texts": translate(
            "ExerciseEditor", "There can be 100 cautions, 100 pieces of equipment and 100 other names."
        ),
        "hold": translate("ExerciseEditor", "A hold can last up to 1 hour."),
        "reps": translate("ExerciseEditor", "There can be 1 to 500 reps."),
        "long set": translate("ExerciseEditor", "All reps of a set together can last 1 hour at most."),
        "rep": translate("ExerciseEditor", "A rep can last up to 60 seconds."),
    }
    return sentences[fault]
