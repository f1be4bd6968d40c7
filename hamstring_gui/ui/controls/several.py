"""Any number of a few: words side by side, those lit that are chosen."""

from __future__ import annotations

from collections.abc import Collection
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from hamstring_gui.ui.controls.options import STEPS, OptionButton, Options


class SeveralButton(OptionButton):
    """One of the words; a screen reader calls it a check box, for it leaves the others as they are."""

    def __init__(self, value: object, words: str, parent: QWidget | None = None) -> None:
        super().__init__(value, words, parent)
        self.setAutoExclusive(False)


class Several(Options):
    """`chosen` carries all values that are chosen now, in their order. Tab leads to each, arrow keys to the next."""

    made: ClassVar[type[OptionButton]] = SeveralButton

    @property
    def value(self) -> tuple[object, ...]:
        return tuple(button.value for button in self.buttons if button.isChecked())

    def show_value(self, value: object, words: str = "") -> None:
        """Light these without having that reported."""
        assert isinstance(value, Collection)
        self._value = tuple(value)
        for button in self.buttons:
            button.setChecked(button.value in value)

    def _on_toggled(self, button: OptionButton, on: bool) -> None:
        """By mouse, key, or screen reader."""
        if on != (button.value in (self._value or ())):  # type: ignore[operator]
            self._value = self.value
            self.chosen.emit(self._value)

    def _let_tab_in(self) -> None:
        for button in self.buttons:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if self.buttons:
            self.setFocusProxy(self.buttons[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        focused = self.window().focusWidget()
        here = next((number for number, button in enumerate(self.buttons) if button is focused), None)
        if step is None or here is None:
            QWidget.keyPressEvent(self, event)
            return
        self.buttons[(here + step) % len(self.buttons)].setFocus(Qt.FocusReason.TabFocusReason)
