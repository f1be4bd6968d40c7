"""What folds something out below it, and in again."""

from __future__ import annotations

from PySide6.QtCore import Signal

from hamstring_gui.ui.controls.buttons import QuietButton


class FoldButton(QuietButton):
    """Folds something out below it, and in again. A checkable button would be a check box to a screen reader."""

    unfolded = Signal(bool)

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.clicked.connect(lambda: self.setChecked(not self.lit))
        self.setAccessibleDescription(self.tr("Not shown"))

    def setChecked(self, checked: bool) -> None:
        if checked != self.lit:
            self.set_lit(checked, self.tr("Shown below"))
            self.unfolded.emit(checked)
            if not checked:
                self.setAccessibleDescription(self.tr("Not shown"))

    def isChecked(self) -> bool:
        return self._lit
