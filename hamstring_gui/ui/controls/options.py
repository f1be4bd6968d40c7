"""One of a few: words side by side, one of them lit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGroupBox, QRadioButton, QSizePolicy, QWidget

from hamstring_gui.ui.controls.card import paint_panel
from hamstring_gui.ui.controls.flow import Flow
from hamstring_gui.ui.theme import LEAST_CONTROL, SMALL, letters, mixed, theme_of

GAP = 6


class Options(QGroupBox):
    """Radio buttons as lozenges that begin a new line where there is no more room; arrow keys go from one to the next.

    Each option is a value and its words. `chosen` carries the value that the user chose.
    """

    chosen = Signal(object)

    def __init__(self, name: str, options: Sequence[tuple[object, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale, self._showing = 1.0, False
        self.setAccessibleName(name)
        self.setFlat(True)
        self._flow = Flow(GAP)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.buttons: list[OptionButton] = []
        for value, words in options:
            self._add(value, words)

    def _add(self, value: object, words: str) -> None:
        button = self._made(value, words)
        button.setAccessibleDescription(self.accessibleName())
        button.set_scale(self._scale)
        button.toggled.connect(lambda on: self._on_toggled(button, on))
        button.stepped.connect(lambda by: self._step_from(button, by))
        self.buttons.append(button)
        button.setParent(self)
        button.show()
        self._flow.addWidget(button)

    def _made(self, value: object, words: str) -> OptionButton:
        return OptionButton(value, words)

    def show_value(self, value: object, words: str = "") -> None:
        """Light one of them without having that reported.

        A value that isn't among them becomes another option, as `words`.
        """
        if all(button.value != value for button in self.buttons):
            self._add(value, words or str(value))
        self._showing = True
        for button in self.buttons:
            if button.value == value:
                button.setChecked(True)
        self._showing = False

    def _on_toggled(self, button: OptionButton, on: bool) -> None:
        if on and not self._showing:
            self.chosen.emit(button.value)

    def _step_from(self, button: OptionButton, by: int) -> None:
        place = self.buttons.index(button) + by
        if 0 <= place < len(self.buttons):
            self.buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
            self.buttons[place].click()

    def set_scale(self, scale: float) -> None:
        self._scale = scale
        for button in self.buttons:
            button.set_scale(scale)
        self._flow.setGeometry(self.rect())
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A group box keeps a margin for its frame, even for none: so the options are placed by hand."""
        super().resizeEvent(event)
        self._flow.setGeometry(self.rect())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._flow.heightForWidth(width)

    def sizeHint(self) -> QSize:
        """All of them on one line."""
        hints = [button.sizeHint() for button in self.buttons]
        height = max((hint.height() for hint in hints), default=LEAST_CONTROL)
        return QSize(sum(hint.width() for hint in hints) + GAP * (len(hints) - 1), height)

    def minimumSizeHint(self) -> QSize:
        return self._flow.minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The options are all there is to see."""


class OptionButton(QRadioButton):
    """One of the words. `stepped` asks for the one before (-1) or after (1)."""

    stepped = Signal(int)

    def __init__(self, value: object, words: str) -> None:
        super().__init__(words)
        self.value = value
        self._scale = 1.0
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_scale(self, scale: float) -> None:
        self._scale = scale
        self.setFont(letters(SMALL * scale, 600))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(max(LEAST_CONTROL, round(words + 26 * self._scale)), round(LEAST_CONTROL * self._scale))

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_CONTROL, round(LEAST_CONTROL * self._scale))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses as Space does; arrow keys choose the one before or after, as among radio buttons anywhere."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self.stepped.emit(-1)
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self.stepped.emit(1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        lit = self.isChecked()
        fill = theme.chip if lit else mixed(theme.card, theme.ink, 0.05) if self.underMouse() else theme.card
        line = mixed(theme.chip, theme.action, 0.7) if lit else mixed(theme.line, theme.ink, 0.06)
        box = QRectF(self.rect()).adjusted(0, 3, 0, -3)
        paint_panel(painter, box, fill, line, 11 * self._scale, 1.5 if lit else 1.0)
        if self.hasFocus():
            paint_panel(painter, box.adjusted(2, 2, -2, -2), QColor(0, 0, 0, 0), theme.action, 9 * self._scale, 2.0)
        painter.setPen(theme.chip_ink if lit else theme.ink)
        painter.setFont(letters(SMALL * self._scale, 600 if lit else 400))
        words = QFontMetricsF(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 8)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
