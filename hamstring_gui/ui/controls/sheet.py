"""A page's content in the middle of the window: larger in a large window, scrolling in one that is too small for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from hamstring_gui.ui.controls.layouts import row
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.controls.scroll import Scroll
from hamstring_gui.ui.theme import WINDOW_SIZE, text_scale

LARGEST_SCALE = 2.2
STEP = 0.05


class Sheet(Scroll):
    """Holds one widget, centred, no wider than `width` px times the scale.

    The scale is the user's text size up to a usual window, as far as there is room, and grows with larger ones; every
    `Scaled` widget inside is told, and `scaled` carries it.
    """

    scaled = Signal(float)

    def __init__(self, content: QWidget, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content, self._width = content, width
        self._scale = self._wanted = 0.0
        self._usual, self._tried_width = 1.0, 0
        self._middle = middle = QWidget()
        row(None, (content, 1000), None, inside=middle)
        self.setWidget(middle)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down are the page's first: what it has no use for, the window scrolls by."""
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rescale()

    def _rescale(self) -> None:
        usual_width, usual_height = WINDOW_SIZE
        room = min(self.width() / usual_width, self.height() / usual_height)
        self._usual = round(max(1.0, room), 1)
        scale = min(LARGEST_SCALE, self._usual * text_scale())
        if scale != self._wanted or self.width() > self._tried_width:
            self._wanted, self._tried_width = scale, self.width()
            self._apply(scale)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Large text may need more width than there is: then it becomes a little smaller, until nothing is cut off."""
        if event.type() == QEvent.Type.Resize and watched is self._middle and self._is_too_wide():
            QTimer.singleShot(0, self, self._shrink)
        return super().eventFilter(watched, event)

    def _is_too_wide(self) -> bool:
        return self._scale > self._usual and self._middle.width() > self.viewport().width()

    def _shrink(self) -> None:
        if self._is_too_wide():
            self._apply(max(self._usual, self._scale - STEP))

    def _apply(self, scale: float) -> None:
        if scale != self._scale:
            self._scale = scale
            self._content.setMaximumWidth(round(self._width * scale))
            for child in self._content.findChildren(QWidget):
                if isinstance(child, Scaled):
                    child.set_scale(scale)
            self.scaled.emit(scale)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._rescale()
