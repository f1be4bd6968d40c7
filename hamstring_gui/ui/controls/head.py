"""The head of a page: its title, and beside it what can be done there, or below it where that takes less height."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from hamstring_gui.ui.controls.beside import Beside
from hamstring_gui.ui.controls.layouts import Part, row
from hamstring_gui.ui.theme import GAP, WIDE_GAP


class Head(Beside, QWidget):
    """`parts` stand in a row, as they would in a layout; `at_top` of a title that often needs several lines."""

    def __init__(self, title: QWidget, *parts: Part, at_top: bool = False) -> None:
        super().__init__()
        self._title = title
        self._parts = row(*parts, gap=GAP)
        self.box = row((title, 1), self._parts, gap=WIDE_GAP, inside=self)
        if at_top:
            self.box.setAlignment(self._parts, Qt.AlignmentFlag.AlignTop)

    def event(self, event: QEvent) -> bool:
        """A part of it came, went, or became another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.stand(self.fits_beside())
        return super().event(event)

    def fits_beside(self) -> bool:
        parts, title = self._parts.sizeHint(), self._title
        room = self.width() - WIDE_GAP - parts.width()
        if not title.hasHeightForWidth():
            return title.sizeHint().width() <= room
        above = title.heightForWidth(self.width()) + WIDE_GAP + parts.height()
        return title.minimumSizeHint().width() <= room and title.heightForWidth(room) <= above
