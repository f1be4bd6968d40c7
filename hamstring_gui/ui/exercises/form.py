"""The fields in which an exercise of one's own is written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from hamstring_gui.domain.drafting import USUAL_DOSE, USUAL_REP_S, USUAL_REPS, Draft
from hamstring_gui.domain.exercise import KINDS, LONGEST_HOLD_S, LONGEST_REP_S, MOST_REPS, MOST_SETS, Dose
from hamstring_gui.domain.values import replace
from hamstring_gui.ui import wording
from hamstring_gui.ui.controls.card import Card
from hamstring_gui.ui.controls.choice import Choice
from hamstring_gui.ui.controls.field import Field
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import column
from hamstring_gui.ui.controls.stepper import Counting, Stepper
from hamstring_gui.ui.controls.text_area import TextArea
from hamstring_gui.ui.exercises import wording as wording_library
from hamstring_gui.ui.theme import CARD_MARGINS, GAP, SMALL, TIGHT, WIDE_GAP


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
        self.hold = Stepper(self.tr("Hold seconds"), 1, LONGEST_HOLD_S, Counting(5.0))
        self.reps = Stepper(self.tr("Reps"), 1, MOST_REPS)
        self.rep = Stepper(self.tr("Seconds a rep"), 1, LONGEST_REP_S)
        self.kind = Choice(self.tr("Kind"), [(kind, wording.headline(kind)) for kind in KINDS])
        self.region = Choice(self.tr("Body part"))
        self.equipment = Field(height=46)
        self.equipment.setAccessibleName(self.tr("Equipment"))
        self.equipment.setPlaceholderText(self.tr("Mat, band … or nothing"))
        self.optional = Field(height=46)
        self.optional.setAccessibleName(self.tr("Optional equipment"))
        self.optional.setPlaceholderText(self.tr("Folded towel … or nothing"))
        self.also = Field(height=46)
        self.also.setAccessibleName(self.tr("Other names"))
        self.also.setPlaceholderText(self.tr("What others call it"))
        self.cautions = TextArea(self.tr("Take care"), 3)
        self._lay_out()
        for field in (self.name, self.equipment, self.optional, self.also):
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
        optional = Labelled(self.tr("Good to have beside it, with commas between"), self.optional)
        also = Labelled(self.tr("Other names to find it by, with commas between"), self.also)
        cautions = Labelled(self.tr("Take care: one caution on each line"), self.cautions)
        name = Labelled(self.tr("Name"), self.name)
        column(
            name, (steps, 1), dose, equipment, optional, cautions, also, gap=WIDE_GAP, margins=CARD_MARGINS, inside=self
        )

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
        self.region.set_options([(region, wording.headline(region)) for region in regions])
        self.region.show_value(draft.region)
        self.equipment.setText(", ".join(draft.equipment))
        self.optional.setText(", ".join(draft.optional))
        self.also.setText(", ".join(draft.also))
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
            optional=_words(self.optional.text().split(",")),
            also=_words(self.also.text().split(",")),
            cautions=_words(self.cautions.text.splitlines()),
        )


def _words(parts: Sequence[str]) -> tuple[str, ...]:
    return tuple(words for part in parts if (words := " ".join(part.split())))


class Labelled(QWidget):
    """A field under the words that say what it is for."""

    def __init__(self, words: str, field: QWidget) -> None:
        super().__init__()
        self._field = field
        column(Text(words, SMALL, quiet=True, wrap=True), (field, 1), gap=TIGHT, inside=self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._field.setFocus(Qt.FocusReason.MouseFocusReason)
