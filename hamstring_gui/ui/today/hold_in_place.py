"""A routine's hold time where the routine is offered: a number to change, and which exercise it is for."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from hamstring_gui.domain.exercise import LONGEST_HOLD_S, Exercise
from hamstring_gui.domain.routine import Routine
from hamstring_gui.ui import wording
from hamstring_gui.ui.controls.choice import Choice
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import row
from hamstring_gui.ui.controls.stepper import IN_SECONDS, Stepper
from hamstring_gui.ui.theme import BODY, GAP


class HoldInPlace(QWidget):
    """`changed` carries an item's number (from 0), its hold in seconds and the gesture. Reps have no hold. It has
    `turned` to another item when that was chosen."""

    changed = Signal(int, float, int)
    turned = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._routine: Routine | None = None
        self._names: dict[int, str] = {}
        self.item = 0
        self.words = Text(self.tr("Hold"), BODY, 600)
        self.which = Choice(self.tr("Exercise to change"))
        self.hold = Stepper(self.tr("Hold"), 1, LONGEST_HOLD_S, IN_SECONDS)
        self.hold.leap = 0
        for control in (self.which, self.hold):
            control.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hold.edited.connect(lambda value, gesture: self.changed.emit(self.item, value, gesture))
        self.which.chosen.connect(self._on_chosen)
        row(self.words, self.which, self.hold, gap=GAP, inside=self)

    def show_routine(self, routine: Routine, exercises: Mapping[str, Exercise]) -> None:
        """Show the holds of a routine; of several, the first, or the one that was chosen before."""
        same = self._routine is not None and self._routine.id == routine.id
        self._routine = routine
        names = {
            number: wording.of_file(exercises[item.exercise].name)
            for number, item in enumerate(routine.items)
            if not item.dose.reps
        }
        if names != self._names or not same:
            self._names = names
            self.which.set_options(names.items())
            self.item = routine.first_held
        self.setVisible(bool(names))
        self.words.setVisible(len(names) == 1)
        self.which.setVisible(len(names) > 1)
        if names:
            self._show_hold()

    def _show_hold(self) -> None:
        if self._routine is None:
            return
        several, name = len(self._routine.items) > 1, self._names[self.item]
        self.which.show_value(self.item)
        self.hold.set_name(self.tr("Hold, {exercise}").format(exercise=name) if several else self.tr("Hold"))
        self.hold.show_value(self._routine.items[self.item].dose.hold_s)

    def _on_chosen(self, item: object) -> None:
        if isinstance(item, int):
            self.item = item
            self._show_hold()
            self.turned.emit()

    @property
    def has_choice(self) -> bool:
        """Whether there are several holds to choose from: then it is wide."""
        return len(self._names) > 1

    def width_wanted(self) -> int:
        """Px that it takes at its best."""
        shown = [part for part in (self.words, self.which, self.hold) if not part.isHidden()]
        return sum(part.sizeHint().width() + GAP for part in shown) - GAP

    def sizeHint(self) -> QSize:
        return QSize(self.width_wanted(), self.hold.sizeHint().height())
