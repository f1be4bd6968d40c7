"""Filters of one kind side by side, behind the word that says what kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from hamstring_gui.ui.controls.buttons import FilterChip
from hamstring_gui.ui.controls.flow import Flow
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import row
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.theme import SMALL, SNUG

WORD_WIDTH = 84


class FilterRow(Scaled, QWidget):
    """`chips` are the filters, `pressed` the values of those that are on. A row without a choice hides."""

    changed = Signal()

    def __init__(self, words: str) -> None:
        super().__init__()
        self.chips: list[FilterChip] = []
        self._words = Text(words, SMALL, quiet=True)
        self._flow = Flow(SNUG)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        line = row(self._words, (self._flow, 1), gap=SNUG, margins=(0, 0, 0, SNUG), inside=self)
        line.setAlignment(self._words, Qt.AlignmentFlag.AlignTop)
        self.rescaled()

    def sizeHint(self) -> QSize:
        """One line; how many there are follows from the width."""
        return QSize(self.px(2 * WORD_WIDTH), self.px(FilterChip.HEIGHT) + SNUG)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @property
    def pressed(self) -> set[str]:
        return {chip.value for chip in self.chips if chip.isChecked()}

    def show_values(self, values: Iterable[str], words: Callable[[str], str]) -> None:
        """A filter for every value, the most frequent first, the empty one last; those that are on stay on."""
        on, counts = self.pressed, Counter(values)
        self._flow.clear()
        ordered = sorted(counts, key=lambda value: (not value, -counts[value], value))
        self.chips = [FilterChip(words(value), value, self) for value in ordered]
        for chip in self.chips:
            chip.setChecked(chip.value in on)
            chip.toggled.connect(self.changed)
            self._flow.add(chip)
        self.setVisible(len(self.chips) > 1)

    def release(self) -> None:
        """Switch all of them off."""
        for chip in self.chips:
            chip.setChecked(False)

    def rescaled(self) -> None:
        self._words.setMinimumSize(self.px(WORD_WIDTH), self.px(FilterChip.HEIGHT))
