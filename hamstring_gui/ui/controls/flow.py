"""Widgets side by side, that begin a new line where there is no more room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


def in_lines(sizes: Sequence[QSize], width: int, gap: int) -> tuple[list[QRect], int]:
    """Where things of these sizes go in a room of a width (px), and the height that they need; none is wider."""
    places: list[QRect] = []
    x, y, line = 0, 0, 0
    for size in sizes:
        size = size.boundedTo(QSize(max(1, width), 100_000))
        if x and x + size.width() > width:
            x, y, line = 0, y + line + gap, 0
        places.append(QRect(QPoint(x, y), size))
        x, line = x + size.width() + gap, max(line, size.height())
    return places, y + line


class Flow(QWidget):
    """Holds widgets from left to right, then down, `gap` px between them. Its height follows from its width. In an
    `even` one all of a line are as high as the highest. Where no two fit side by side, those that can be wider are.

    No QLayout: Qt deletes the items of one that is written in Python behind Python's back, and then it crashes.
    """

    def __init__(self, gap: int, *, even: bool = False) -> None:
        super().__init__()
        self._gap, self._even = gap, even
        self._widgets: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Put a widget behind the others; it shows as they do."""
        self._widgets.append(widget)
        widget.setParent(self)
        widget.show()
        self.updateGeometry()

    def clear(self) -> None:
        """Be rid of all of them."""
        for widget in self._widgets:
            widget.hide()
            widget.deleteLater()
        self._widgets = []

    @property
    def _shown(self) -> list[QWidget]:
        return [widget for widget in self._widgets if not widget.isHidden()]

    def _places(self, width: int) -> tuple[list[QRect], int]:
        sizes, alone = [widget.sizeHint() for widget in self._shown], QSizePolicy.Policy.Expanding
        least = sorted(size.width() for size in sizes)[:2]
        if sum(least) + self._gap > width and all(one.sizePolicy().horizontalPolicy() == alone for one in self._shown):
            sizes = [QSize(width, widget.heightForWidth(width)) for widget in self._shown]
        return in_lines(sizes, width, self._gap)

    def _place(self) -> None:
        places, _ = self._places(self.width())
        for widget, place in zip(self._shown, places, strict=True):
            if self._even:
                place.setHeight(max(other.height() for other in places if other.y() == place.y()))
            widget.setGeometry(place)

    def heightForWidth(self, width: int) -> int:
        return self._places(width)[1]

    def sizeHint(self) -> QSize:
        """All of them on one line."""
        hints = [widget.sizeHint() for widget in self._shown]
        width = sum(hint.width() + self._gap for hint in hints) - self._gap
        return QSize(max(0, width), max((hint.height() for hint in hints), default=0))

    def minimumSizeHint(self) -> QSize:
        size = QSize()
        for widget in self._shown:
            size = size.expandedTo(widget.minimumSizeHint())
        return size.expandedTo(QSize(0, 0))

    def event(self, event: QEvent) -> bool:
        """A widget came, went, or became another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Nobody told it of what came, went or became another size while it didn't show."""
        super().showEvent(event)
        self.updateGeometry()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
