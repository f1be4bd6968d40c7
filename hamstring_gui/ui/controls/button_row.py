"""Buttons in a row, some at its beginning and some at its end; in several rows where there is no room for one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from hamstring_gui.ui.theme import GAP


class ButtonRow(QWidget):
    """Where there is no room for one row, those of the end come in turn, the last one first."""

    def __init__(self, left: Sequence[QAbstractButton], right: Sequence[QAbstractButton]) -> None:
        super().__init__()
        self._left, self._right = left, right
        for button in (*left, *right):
            button.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:
        return QSize(400, self._place(400, move=False))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, max((button.minimumHeight() for button in (*self._left, *self._right)), default=0))

    def arrange(self) -> None:
        """To be called when a button came, went, or has other words."""
        self._place(self.width(), move=True)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(self.width(), move=True)

    def _place(self, width: int, move: bool) -> int:
        left = [button for button in self._left if not button.isHidden()]
        right = [button for button in self._right if not button.isHidden()]
        needed = sum(button.sizeHint().width() + GAP for button in (*left, *right)) - GAP
        lines, line, used = [], list[QAbstractButton](), 0
        for button in (*left, *(right if needed <= width else reversed(right))):
            needed = button.sizeHint().width()
            if line and used + GAP + needed > width:
                lines.append(line)
                line, used = [], 0
            used += needed + (GAP if line else 0)
            line.append(button)
        lines.append(line)
        top = 0
        for line in lines:
            height = max((button.sizeHint().height() for button in line), default=0)
            if move:
                self._place_line(line, right if len(lines) == 1 else [], QRect(0, top, width, height))
            top += height + GAP
        return top - GAP

    @staticmethod
    def _place_line(line: list[QAbstractButton], right: list[QAbstractButton], place: QRect) -> None:
        x = place.left()
        widths = {button: min(place.width(), button.sizeHint().width()) for button in line}
        at_end = sum(widths[button] + GAP for button in right) - GAP
        for button in line:
            if right and button is right[0]:
                x = place.right() + 1 - at_end
            button.setGeometry(x, place.top(), widths[button], place.height())
            x += widths[button] + GAP
