"""What a routine does between its holds: which leg comes first, and the gaps. Folded away until it is asked for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from hamstring_gui.domain.routine import REST_S, SETUP_S, SWITCH_S, FirstSide, Routine
from hamstring_gui.ui.controls.choice import Choice
from hamstring_gui.ui.controls.fold import FoldButton
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import column
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.routines import wording as wording_routines
from hamstring_gui.ui.routines.gap_field import GapField
from hamstring_gui.ui.theme import GAP, LEAST_LETTER, SECTION, SNUG, TIGHT

TWO_COLUMNS = 560
"""Px that two gaps need side by side."""

FIRST_SIDES: tuple[FirstSide, ...] = ("usual", "left", "right", "alternate", "tighter")
"""As they are offered: the left leg stands before the right one everywhere."""


class BetweenHolds(Scaled, QWidget):
    """`changed` carries a field's name (`first_side`, `setup`, `rests`, `switches`), its value and the gesture.

    `folded` says that its height has changed.
    """

    changed = Signal(str, object, int)
    folded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fold = FoldButton(self.tr("Between holds…"))
        self.fold.unfolded.connect(self._on_unfolded)
        self.first_side = Choice(
            self.tr("First leg"), ((side, wording_routines.first_side(side)) for side in FIRST_SIDES)
        )
        self.setup = GapField(self.tr("Get ready"), SETUP_S)
        self.rests = GapField(self.tr("Rest between sets"), REST_S)
        self.switches = GapField(self.tr("Change legs"), SWITCH_S)
        self.first_side.chosen.connect(lambda value: self.changed.emit("first_side", value, 0))
        for name in ("setup", "rests", "switches"):
            field: GapField = getattr(self, name)
            field.changed.connect(lambda value, gesture, gap=name: self.changed.emit(gap, value, gesture))
        self._panel = QWidget()
        self._leg = QWidget()
        column(Text(self.tr("First leg"), LEAST_LETTER, quiet=True), self.first_side, gap=TIGHT, inside=self._leg)
        self._grid = QGridLayout(self._panel)
        self._grid.setContentsMargins(GAP, 0, GAP, SNUG)
        self._grid.setHorizontalSpacing(SECTION)
        self._grid.setVerticalSpacing(GAP)
        self._parts = (self._leg, self.setup, self.rests, self.switches)
        self._panel.hide()
        column(self.fold, self._panel, gap=TIGHT, inside=self)
        self._arrange(TWO_COLUMNS)

    def show_routine(self, routine: Routine) -> None:
        self.first_side.show_value(routine.first_side)
        self.setup.show_gaps((routine.setup_s,))
        self.rests.show_gaps([item.rest_s for item in routine.items])
        self.switches.show_gaps([item.switch_s for item in routine.items])
        self.setVisible(bool(routine.items))

    @property
    def controls(self) -> list[QWidget]:
        """In the order in which Tab goes through them."""
        gaps = (self.setup, self.rests, self.switches)
        return [self.fold, self.first_side, *(part for gap in gaps for part in (gap.kind, gap.seconds))]

    def _on_unfolded(self, unfolded: bool) -> None:
        self._panel.setVisible(unfolded)
        self.folded.emit()

    def _arrange(self, width: int) -> None:
        columns = 2 if width >= TWO_COLUMNS * self.scale else 1
        for number, part in enumerate(self._parts):
            self._grid.addWidget(part, number // columns, number % columns)
        for number in range(2):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)

    def height_for(self, width: int) -> int:
        """The height (px) that it needs at a width."""
        if self.isHidden():
            return 0
        self._arrange(width)
        self._grid.invalidate()
        panel = TIGHT + self._grid.sizeHint().height() if self.fold.isChecked() else 0
        return self.fold.sizeHint().height() + panel
