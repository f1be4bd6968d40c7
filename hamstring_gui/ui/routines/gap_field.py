"""A gap between holds: none, some seconds, or until a key is pressed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hamstring_gui.domain.routine import LONGEST_GAP_S, Gap
from hamstring_gui.ui.controls.choice import Choice
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import column, row
from hamstring_gui.ui.controls.stepper import IN_SECONDS, Stepper
from hamstring_gui.ui.theme import LEAST_LETTER, SNUG, TIGHT

NONE, SECONDS, WAIT, SEVERAL = "none", "seconds", "wait", "several"


class GapField(QWidget):
    """`changed` carries the gap (seconds, 0 for none, `None` to wait for a key) and the gesture."""

    changed = Signal(object, int)

    def __init__(self, words: str, usual_s: float) -> None:
        super().__init__()
        self._usual_s = usual_s
        self._options = (
            (NONE, self.tr("None")), (SECONDS, self.tr("Seconds")), (WAIT, self.tr("Until I press a key")),
        )  # fmt: skip
        self.kind = Choice(words, self._options)
        self.seconds = Stepper(self.tr("{gap}, seconds").format(gap=words), 1, LONGEST_GAP_S, IN_SECONDS)
        self.kind.chosen.connect(self._on_kind_chosen)
        self.seconds.edited.connect(lambda value, gesture: self.changed.emit(value, gesture))
        fields = row((self.kind, 2), (self.seconds, 3), gap=SNUG)
        column(Text(words, LEAST_LETTER, quiet=True), fields, gap=TIGHT, inside=self)

    def show_gaps(self, gaps: Sequence[Gap]) -> None:
        """The gap that all exercises have; where they differ, the exercises themselves tell."""
        differ = len(set(gaps)) > 1
        gap = gaps[0] if gaps else self._usual_s
        several = ((SEVERAL, self.tr("As each exercise has it")),) if differ else ()
        self.kind.set_options(self._options + several)
        kind = SEVERAL if differ else WAIT if gap is None else SECONDS if gap else NONE
        self.kind.show_value(kind)
        self.seconds.setVisible(kind == SECONDS)
        if kind == SECONDS and gap:
            self.seconds.show_value(gap)

    def _on_kind_chosen(self, kind: object) -> None:
        match kind:
            case "none":
                self.changed.emit(0.0, 0)
            case "seconds":
                self.changed.emit(self._usual_s, 0)
            case "wait":
                self.changed.emit(None, 0)
