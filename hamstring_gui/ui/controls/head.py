"""The head of a page: its title, and beside it what can be done there, or below it where that takes less height."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from hamstring_gui.ui.controls.layouts import Part, row
from hamstring_gui.ui.theme import GAP, WIDE_GAP


class Head(QWidget):
    """`parts` stand in a row, as they would in a layout; `at_top` of a title that often needs several lines."""

    def __init__(self, title: QWidget, *parts: Part, at_top: bool = False) -> None:
        super().__init__()
        self._title = title
        self._parts = row(*parts, gap=GAP)
        self._box = row((title, 1), self._parts, gap=WIDE_GAP, inside=self)
        if at_top:
            self._box.setAlignment(self._parts, Qt.AlignmentFlag.AlignTop)

    def minimumSizeHint(self) -> QSize:
        """Whichever way it stands now: below each other it needs the least width."""
        width = max(self._title.minimumSizeHint().width(), self._parts.minimumSize().width())
        return QSize(width, self._box.totalMinimumSize().height())

    def event(self, event: QEvent) -> bool:
        """A part of it came, went, or became another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        beside, stacked = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._box.setDirection(beside if self._fits_beside() else stacked)

    def _fits_beside(self) -> bool:
        parts, title = self._parts.sizeHint(), self._title
        room = self.width() - WIDE_GAP - parts.width()
        if not title.hasHeightForWidth():
            return title.sizeHint().width() <= room
        above = title.heightForWidth(self.width()) + WIDE_GAP + parts.height()
        return title.minimumSizeHint().width() <= room and title.heightForWidth(room) <= above
