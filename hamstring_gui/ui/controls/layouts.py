"""Qt's boxes, made and filled in one line; and the order in which Tab goes through what is in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QStackedLayout, QVBoxLayout, QWidget

from hamstring_gui.ui.controls.under_hand import tell_window
from hamstring_gui.ui.theme import NO_MARGINS, Margins

Box = TypeVar("Box", bound=QBoxLayout)
Shown = QWidget | QLayout
Part = Shown | tuple[Shown, int] | int | None
"""What a box is filled with: widgets and other boxes, perhaps with their share of the room, so many px of space, or
`None` for room that grows."""


def column(*parts: Part, gap: int = 0, margins: Margins = NO_MARGINS, inside: QWidget | None = None) -> QVBoxLayout:
    """Parts under each other, with a gap (px) between them; they fill the widget that they are `inside`."""
    return _filled(QVBoxLayout(inside) if inside is not None else QVBoxLayout(), parts, gap, margins)


def row(*parts: Part, gap: int = 0, margins: Margins = NO_MARGINS, inside: QWidget | None = None) -> QHBoxLayout:
    """Parts beside each other."""
    return _filled(QHBoxLayout(inside) if inside is not None else QHBoxLayout(), parts, gap, margins)


def _filled(box: Box, parts: tuple[Part, ...], gap: int, margins: Margins) -> Box:
    box.setContentsMargins(*margins)
    box.setSpacing(gap)
    for part in parts:
        if part is None:
            box.addStretch(1)
        elif isinstance(part, int):
            box.addSpacing(part)
        else:
            shown, share = part if isinstance(part, tuple) else (part, 0)
            if isinstance(shown, QLayout):
                box.addLayout(shown, share)
            else:
                box.addWidget(shown, share)
    return box


class Stack(QWidget):
    """Shows one of its pages at a time. Of a `QStackedWidget` a screen reader says that it is a layered pane."""

    currentChanged = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._pages = QStackedLayout(self)
        self._pages.currentChanged.connect(self._on_changed)

    def addWidget(self, page: QWidget) -> None:
        self._pages.addWidget(page)

    def setCurrentWidget(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)

    def setCurrentIndex(self, index: int) -> None:
        self._pages.setCurrentIndex(index)

    def currentWidget(self) -> QWidget | None:
        return self._pages.currentWidget()

    def currentIndex(self) -> int:
        return self._pages.currentIndex()

    def _on_changed(self, index: int) -> None:
        if self.isVisible():
            tell_window(self)
        self.currentChanged.emit(index)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        tell_window(self)


def order_tabs(widgets: Sequence[QWidget]) -> None:
    """Let Tab go through these in this order.

    Each is put right behind the first, the last one before the others: between neighbours, Qt leaves what is in order
    only because its ring begins anew there, and has it in another order as soon as both stand in a larger ring.
    """
    first, *others = widgets
    for other in reversed(others):
        QWidget.setTabOrder(first, other)
