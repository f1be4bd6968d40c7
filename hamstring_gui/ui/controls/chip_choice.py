"""A few words side by side of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from hamstring_gui.ui.controls.filter_chip import FilterChip
from hamstring_gui.ui.controls.flow import Flow

GAP = 8


class ChipChoice(QWidget):
    """`chosen` carries a value. Tab leads to the chosen word, arrow keys from word to word."""

    chosen = Signal(str)

    def __init__(self, name: str, entries: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """`entries` are values and their words; the first one is chosen."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._scale = 1.0
        self.value = ""
        self._flow = Flow(GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._flow)
        self.chips = [FilterChip(words, value) for value, words in entries]
        for chip in self.chips:
            chip.clicked.connect(lambda _=False, value=chip.value: self._choose(value))
            self._flow.addWidget(chip)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_value(self.chips[0].value)

    def show_value(self, value: str) -> None:
        self.value = value
        for chip in self.chips:
            chip.setChecked(chip.value == value)
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus if chip.isChecked() else Qt.FocusPolicy.NoFocus)

    def _choose(self, value: str) -> None:
        before = self.value
        self.show_value(value)
        if value != before:
            self.chosen.emit(value)

    def set_scale(self, scale: float) -> None:
        self._scale = scale
        self.updateGeometry()

    def one_line(self) -> int:
        """The width (px) in which all of them stand side by side."""
        return sum(chip.sizeHint().width() for chip in self.chips) + GAP * (len(self.chips) - 1)

    def sizeHint(self) -> QSize:
        return QSize(self.one_line(), FilterChip.height_at(self._scale))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, FilterChip.height_at(self._scale))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        number = [chip.value for chip in self.chips].index(self.value)
        chip = self.chips[(number + step) % len(self.chips)]
        self._choose(chip.value)
        chip.setFocus(Qt.FocusReason.TabFocusReason)
