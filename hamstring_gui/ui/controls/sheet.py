"""A page's content in the middle of the window: larger in a large window, scrolling in one that is too small for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil, sqrt

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from hamstring_gui.ui.controls.layouts import row
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.controls.scroll import BAR, Scroll
from hamstring_gui.ui.theme import FAR_LEAST, WINDOW_SIZE, far_px, text_scale

LARGEST_SCALE = 2.2
STEP = 0.05
DEEPEST = 5
"""So many times its bar may come or go within one change of its size."""


def usual_scale(width: int, height: int) -> float:
    """How much larger than usual things are drawn in so much room: larger only in more than a usual window has."""
    usual_width, usual_height = WINDOW_SIZE
    return min(LARGEST_SCALE, round(max(1.0, min(width / usual_width, height / usual_height)), 1))


def wanted_scale(width: int, height: int) -> float:
    """How much larger than usual things are drawn in so much room, for somebody who wants letters so large."""
    return min(LARGEST_SCALE, usual_scale(width, height) * text_scale())


def scale_all(parts: Iterable[QObject], scale: float) -> None:
    for part in parts:
        if isinstance(part, Scaled):
            part.set_scale(scale)


class Sheet(Scroll):
    """Holds one widget, centred, no wider than `width` px times the scale.

    The scale is the user's text size up to a usual window, as far as there is room, and grows with larger ones; every
    `Scaled` widget inside is told, and `scaled` carries it. There is no room for more once something is too wide, or
    what is to be `seen` has to be scrolled to. In a `steady` one nothing moves aside when its bar comes or goes.
    """

    scaled = Signal(float)
    _far = False
    _nested = 0

    def __init__(
        self, content: QWidget, width: int, *, seen: Sequence[QWidget] = (),
        steady: bool = False,
    ) -> None:  # fmt: skip
        super().__init__()
        self._content, self._width, self.seen, self._steady = content, width, seen, steady
        self._scale = self._wanted = 0.0
        self._usual, self._tried = 1.0, QSize()
        self._check = QTimer(self)
        self._check.setSingleShot(True)
        self._check.setInterval(0)
        self._check.timeout.connect(self._shrink)
        self._middle = QWidget()
        self.setWidget(self._middle)
        self._row = row(
            None, (content, 1000), None, inside=self._middle
        )  # only now, or Qt would measure all of it at once

    @property
    def scale(self) -> float:
        """How much larger than usual all that lies in it is."""
        return self._scale or 1.0

    @property
    def gives_way(self) -> bool:
        """Whether it can be smaller, where there is too little room."""
        return self._scale > self._usual

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down are the page's first: what it has no use for, the window scrolls by."""
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def scroll_by_key(self, key: int) -> bool:
        """Move by a page, or to an end; whether that is what the key stands for."""
        bar = self.verticalScrollBar()
        ways = {
            Qt.Key.Key_PageDown: bar.value() + bar.pageStep(),
            Qt.Key.Key_PageUp: bar.value() - bar.pageStep(),
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        to = ways.get(Qt.Key(key))
        if to is not None:
            bar.setValue(to)
        return to is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._steady:
            self._row.setContentsMargins(0, 0, max(0, BAR - (self.width() - self.viewport().width())), 0)
            self._row.activate()
        self._rescale()

    def _rescale(self) -> None:
        self._usual = usual_scale(self.width(), self.height())
        scale, room = wanted_scale(self.width(), self.height()), self.window().size()
        grown = self._tried.expandedTo(room) != self._tried  # by itself it grows as what lies below it becomes smaller
        self._tried = room
        if scale != self._wanted or grown or self._far:
            self._wanted = scale
            self._apply(scale)

    def fit_anew(self) -> None:
        """Other things lie in it: they are as large as is wanted, or as there is room for, before they are painted."""
        if self.isVisible() and self._wanted > self._usual:
            self._apply(self._wanted)
            self._shrink()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Large text may need more room than there is: then it becomes a little smaller, until nothing is cut off.

        Content that is lower where it is narrower would have its bar come and go for ever, each within the other.
        """
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and watched is self._middle:
            self._check_soon()
        if self._nested >= DEEPEST:
            return False
        self._nested += 1
        try:
            return super().eventFilter(watched, event)
        finally:
            self._nested -= 1

    def _check_soon(self) -> None:
        if self.gives_way:
            self._check.start()

    def _needed(self) -> float:
        """How many times smaller things have to be for the room there is; 1 where they are as usual anyway. Of text
        that wraps, as much again goes with the lines' ends."""
        room = self.viewport().size()
        if not self.gives_way or room.isEmpty():
            return 1.0
        seen = (one for one in self.seen if one.isVisible())
        below = max((one.mapTo(self._middle, one.rect().bottomLeft()).y() + 1 for one in seen), default=0)
        return max(1.0, self._middle.minimumSizeHint().width() / room.width(), sqrt(below / room.height()))

    def _shrink(self) -> None:
        """Layouts pass on from one to the next what they need, each when its turn comes."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        while (needed := self._needed()) > 1:
            steps = ceil((self._scale - self._scale / needed) / STEP - 0.01)
            self._apply(max(self._usual, self._scale - STEP * max(1, steps)))
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def set_far(self, far: bool) -> None:
        """Be read from the mat, or from a chair again."""
        if far != self._far:
            self._far = far
            for child in self._scaled_children():
                child.set_far(far)
            self._scale = self._wanted = 0.0
            self._rescale()

    def _scaled_children(self) -> list[Scaled]:
        return [child for child in self._content.findChildren(QWidget) if isinstance(child, Scaled)]

    def scale_of(self, child: Scaled) -> float:
        """The scale of something in it, or beside it; no letters are smaller than can be read from where one is."""
        least = far_px(FAR_LEAST, self.window().size()) if self._far else 0.0
        return max(self.scale, least / child.smallest_px)

    def _apply(self, scale: float) -> None:
        if scale != self._scale or self._far:
            self._scale = scale
            self._content.setMaximumWidth(self.width() if self._far else round(self._width * scale))
            if self._far:
                for child in self._scaled_children():
                    child.set_scale(self.scale_of(child))
            else:
                scale_all(self._content.findChildren(QWidget), scale)
            self.scaled.emit(scale)
            self._check_soon()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._rescale()
