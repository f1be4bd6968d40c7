"""A page's content in the middle of the window: larger in a large window, scrolling in one that is too small for it."""

from __future__ import annotations

from typing import Protocol, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hamstring_gui.ui.theme import WINDOW_SIZE
from hamstring_gui.ui.widgets.scroll import Scroll

LARGEST_SCALE = 2.2


class Scalable(Protocol):
    """A widget whose letters and sizes can be multiplied."""

    def set_scale(self, scale: float) -> None: ...


class Sheet(Scroll):
    """Holds one widget, centred, no wider than `width` px times the scale.

    The scale is 1 up to a usual window and grows with larger ones; every scalable widget inside is told, and `scaled`
    carries it.
    """

    scaled = Signal(float)

    def __init__(self, content: QWidget, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content, self._width = content, width
        self._scale = 0.0
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(content, 1000)
        row.addStretch(1)
        self.setWidget(middle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        usual_width, usual_height = WINDOW_SIZE
        room = min(self.width() / usual_width, self.height() / usual_height)
        scale = round(min(LARGEST_SCALE, max(1.0, room)), 1)
        if scale != self._scale:
            self._scale = scale
            self._content.setMaximumWidth(round(self._width * scale))
            for child in self._content.findChildren(QWidget):
                if hasattr(child, "set_scale"):
                    cast(Scalable, child).set_scale(scale)
            self.scaled.emit(scale)
