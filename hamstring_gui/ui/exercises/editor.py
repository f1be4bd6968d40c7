"""Writing an exercise of one's own, or changing it: name, steps, dose, pictures, cautions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from hamstring_gui.domain.drafting import (
    USUAL_DOSE,
    USUAL_REP_S,
    USUAL_REPS,
    Draft,
    Fault,
    Line,
    draft_of,
    faults,
    finished,
    rewritten,
)
from hamstring_gui.domain.exercise import KINDS, LONGEST_HOLD_S, LONGEST_REP_S, MOST_REPS, MOST_SETS, Dose, Exercise
from hamstring_gui.domain.values import replace
from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.card import Card
from hamstring_gui.ui.controls.choice import Choice
from hamstring_gui.ui.controls.field import Field
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import column, row
from hamstring_gui.ui.controls.sheet import Sheet
from hamstring_gui.ui.controls.stepper import Stepper
from hamstring_gui.ui.controls.text_area import TextArea
from hamstring_gui.ui.exercises import wording as wording_library
from hamstring_gui.ui.exercises.picture_chooser import ALL_STEPS, PictureChooser
from hamstring_gui.ui.theme import (
    BLOCK,
    CARD_MARGINS,
    GAP,
    HAIR,
    PAGE_MARGIN,
    PAGE_WIDTH,
    SECTION,
    SMALL,
    TIGHT,
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

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
            "ExerciseEditor", "A caution or a piece of equipment is too long: at most 2000 letters."
        ),
        "sets": translate("ExerciseEditor", "There can be 1 to 50 sets."),
        "many texts": translate("ExerciseEditor", "There can be 100 cautions and 100 pieces of equipment."),
        "hold": translate("ExerciseEditor", "A hold can last up to 1 hour."),
        "reps": translate("ExerciseEditor", "There can be 1 to 500 reps."),
        "long set": translate("ExerciseEditor", "All reps of a set together can last 1 hour at most."),
        "rep": translate("ExerciseEditor", "A rep can last up to 60 seconds."),
    }
    return sentences[fault]


class Form(Card):
    """The fields. `draft(before)` is what they say now, on top of what they can't say."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = Field(height=46)
        self.name.setAccessibleName(self.tr("Name"))
        self.name.setPlaceholderText(self.tr("What you call it"))
        self.steps = TextArea(self.tr("Steps"), 8, numbered=True)
        sides = (True, self.tr("Each leg")), (False, self.tr("Both legs together"))
        self.sides = Choice(self.tr("Sides"), sides)
        measures = (False, self.tr("Seconds held")), (True, self.tr("Repetitions"))
        self.measure = Choice(self.tr("Measured in"), measures)
        self.sets = Stepper(self.tr("Sets"), 1, MOST_SETS)
        self.hold = Stepper(self.tr("Hold seconds"), 1, LONGEST_HOLD_S, step=5)
        self.reps = Stepper(self.tr("Reps"), 1, MOST_REPS)
        self.rep = Stepper(self.tr("Seconds a rep"), 1, LONGEST_REP_S)
        self.kind = Choice(self.tr("Kind"), [(kind, wording_library.headline(kind)) for kind in KINDS])
        self.region = Choice(self.tr("Body part"))
        self.equipment = Field(height=46)
        self.equipment.setAccessibleName(self.tr("Equipment"))
        self.equipment.setPlaceholderText(self.tr("Mat, band … or nothing"))
        self.cautions = TextArea(self.tr("Take care"), 3)
        self._lay_out()
        for field in (self.name, self.equipment):
            field.textChanged.connect(self.changed)
        for area in (self.steps, self.cautions):
            area.changed.connect(self.changed)
        for choice in (self.sides, self.measure, self.kind, self.region):
            choice.chosen.connect(self._on_chosen)
        for stepper in (self.sets, self.hold, self.reps, self.rep):
            stepper.edited.connect(self._on_number_edited)

    def _lay_out(self) -> None:
        self._hold = Labelled(self.tr("Hold seconds"), self.hold)
        self._reps = Labelled(self.tr("Reps"), self.reps)
        self._rep = Labelled(self.tr("Seconds a rep"), self.rep)
        dose = QGridLayout()
        dose.setHorizontalSpacing(WIDE_GAP)
        dose.setVerticalSpacing(GAP)
        dose.addWidget(Labelled(self.tr("Sides"), self.sides), 0, 0)
        dose.addWidget(Labelled(self.tr("Sets"), self.sets), 0, 1)
        dose.addWidget(Labelled(self.tr("Measured in"), self.measure), 1, 0)
        for part, number in ((self._hold, 1), (self._reps, 1), (self._rep, 2)):
            dose.addWidget(part, number, 1)
        dose.addWidget(Labelled(self.tr("Kind"), self.kind), 3, 0)
        dose.addWidget(Labelled(self.tr("Body part"), self.region), 3, 1)
        dose.setColumnStretch(0, 1)
        dose.setColumnStretch(1, 1)
        steps = Labelled(self.tr("Steps, one on each line. The last one is held, or repeated."), self.steps)
        equipment = Labelled(self.tr("Equipment, with commas between"), self.equipment)
        cautions = Labelled(self.tr("Take care: one caution on each line"), self.cautions)
        name = Labelled(self.tr("Name"), self.name)
        column(name, (steps, 1), dose, equipment, cautions, gap=WIDE_GAP, margins=CARD_MARGINS, inside=self)

    def _on_chosen(self, value: object) -> None:
        self.changed.emit()

    def _on_number_edited(self, value: float, gesture: int) -> None:
        self.changed.emit()

    def settle(self) -> None:
        """Take what is half typed in the numbers as it stands."""
        for stepper in (self.sets, self.hold, self.reps, self.rep):
            stepper.interpretText()

    def show_draft(self, draft: Draft) -> None:
        self.name.setText(draft.name)
        self.steps.show_text(draft.text)
        self.sides.show_value(draft.each_side)
        dose = draft.dose
        self.sets.show_value(dose.sets)
        self.hold.show_value(dose.hold_s or USUAL_DOSE.hold_s)
        self.reps.show_value(dose.reps or USUAL_REPS)
        self.rep.show_value(dose.rep_s or USUAL_REP_S)
        self.measure.show_value(bool(dose.reps))
        self.kind.show_value(draft.kind)
        regions = dict.fromkeys((*wording_library.REGIONS, draft.region))
        self.region.set_options([(region, wording_library.headline(region)) for region in regions])
        self.region.show_value(draft.region)
        self.equipment.setText(", ".join(draft.equipment))
        self.cautions.show_text("\n".join(draft.cautions))
        self.show_measure(draft)

    def show_measure(self, draft: Draft) -> None:
        """The fields of a hold, or those of reps."""
        self._hold.setVisible(not draft.dose.reps)
        for part in (self._reps, self._rep):
            part.setVisible(bool(draft.dose.reps))

    def draft(self, before: Draft) -> Draft:
        sets = round(self.sets.value())
        held = Dose(sets, hold_s=self.hold.value())
        repeated = Dose(sets, reps=round(self.reps.value()), rep_s=self.rep.value())
        return replace(
            before,
            name=self.name.text(),
            each_side=bool(self.sides.value),
            dose=repeated if self.measure.value else held,
            kind=next(kind for kind in KINDS if kind == self.kind.value),
            region=str(self.region.value),
            equipment=_words(self.equipment.text().split(",")),
            cautions=_words(self.cautions.text.splitlines()),
        )


def _words(parts: Sequence[str]) -> tuple[str, ...]:
    return tuple(words for part in parts if (words := " ".join(part.split())))


class Labelled(QWidget):
    """A field under the words that say what it is for."""

    def __init__(self, words: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        column(Text(words, SMALL, quiet=True, wrap=True), (field, 1), gap=TIGHT, inside=self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._field.setFocus(Qt.FocusReason.MouseFocusReason)
