"""One of a few: words side by side, one of them lit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGroupBox, QSizePolicy, QWidget

from hamstring_gui.ui.controls.flow import in_lines
from hamstring_gui.ui.controls.pressable import Pressable
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.theme import LEAST_CONTROL, SMALL, SNUG

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class OptionButton(Pressable):
    """One of the words, on a lozenge. A screen reader calls it a radio button, for it excludes the others."""

    letter_px = SMALL
    lightens = changes_value = True

    def __init__(self, value: object, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.value = value
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def rescaled(self) -> None:
        super().rescaled()
        if isinstance(around := self.parentWidget(), Options):
            around.forget()

    def box(self) -> QRectF:
        return QRectF(self.rect()).adjusted(0, 3, 0, -3)


class Options(Scaled, QGroupBox):
    """Each option is a value and its words; they begin a new line where there is no more room.

    `chosen` carries the value that a person chose. Tab leads to the option that is chosen, arrow keys choose the one
    before or after it. Body looks and other pictures are `made` by a button of their own.
    """

    chosen = Signal(object)
    made: ClassVar[type[OptionButton]] = OptionButton

    def __init__(self, name: str, options: Iterable[tuple[object, str]] = ()) -> None:
        self._hints: list[QSize] = []
        self._heights: dict[int, int] = {}
        super().__init__()
        self.buttons: list[OptionButton] = []
        self._value: object = None
        self.setAccessibleName(name)
        self.setFlat(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_options(options)

    def set_options(self, options: Iterable[tuple[object, str]]) -> None:
        """What there is to choose from, in the place of what was; none is chosen until `show_value` says so."""
        for old in self.buttons:
            old.hide()
            old.deleteLater()
        self.buttons, self._value = [], None
        self.forget()
        for value, words in options:
            self._add(value, words)
        self._let_tab_in()
        self._place()

    def _add(self, value: object, words: str) -> None:
        button = type(self).made(value, words, self)
        button.setAccessibleDescription(self.accessibleName())
        button.toggled.connect(lambda on: self._on_toggled(button, on))
        self.buttons.append(button)
        self.forget()
        button.show()
        self.updateGeometry()

    @property
    def value(self) -> object:
        """What is chosen; `None` where nothing is."""
        return self._value

    def show_value(self, value: object, words: str = "") -> None:
        """Light one of them without having that reported.

        A value that isn't among them becomes another option, as `words`.
        """
        if all(button.value != value for button in self.buttons):
            self._add(value, words or str(value))
            self._place()
        self._value = value  # first, for it is by this that a person's choice is told from ours
        next(button for button in self.buttons if button.value == value).setChecked(True)
        self._let_tab_in()

    def _on_toggled(self, button: OptionButton, on: bool) -> None:
        """By mouse, key, or screen reader."""
        if on and button.value != self._value:
            self.show_value(button.value)
            if button.underMouse():
                button.setFocus(Qt.FocusReason.MouseFocusReason)  # the arrow keys go on from what was clicked
            self.chosen.emit(button.value)

    def _let_tab_in(self) -> None:
        """One stop for Tab: what is chosen, or the first one."""
        chosen = next((button for button in self.buttons if button.isChecked()), None)
        for button in self.buttons:
            stops = button is (chosen or self.buttons[0])
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if stops else Qt.FocusPolicy.NoFocus)
            if stops:
                self.setFocusProxy(button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        focused = self.window().focusWidget()
        here = next((number for number, button in enumerate(self.buttons) if button is focused), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        button = self.buttons[(here + step) % len(self.buttons)]
        button.setChecked(True)
        button.setFocus(Qt.FocusReason.TabFocusReason)

    # -- arranging ---------------------------------------------------------------------------------------------------
    def forget(self) -> None:
        """An option came, went, or became another size."""
        self._hints.clear()
        self._heights.clear()

    def _sizes(self) -> list[QSize]:
        """Layouts ask hundreds of times before a page of settings shows."""
        if not self._hints:
            self._hints = [button.sizeHint() for button in self.buttons]
        return self._hints

    def _places(self, width: int) -> tuple[list[QRect], int]:
        return in_lines(self._sizes(), width, SNUG)

    def _place(self) -> None:
        """A group box keeps a margin for its frame, even for none: so the options are placed by hand."""
        places, _ = self._places(self.width())
        for button, place in zip(self.buttons, places, strict=True):
            button.setGeometry(place)

    def rescaled(self) -> None:
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Letters that the user wants larger make an option larger, whatever its scale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.forget()
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._places(width)[1]
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """All of them on one line."""
        hints = self._sizes()
        height = max((hint.height() for hint in hints), default=LEAST_CONTROL)
        return QSize(sum(hint.width() + SNUG for hint in hints) - SNUG, height)

    def minimumSizeHint(self) -> QSize:
        size = QSize()
        for hint in self._sizes():
            size = size.expandedTo(hint)
        return size

    def paintEvent(self, event: QPaintEvent) -> None:
        """The options are all there is to see."""
