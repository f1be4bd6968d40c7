"""What colours and marks mean: little pictures with words beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hamstring_gui.ui.controls.flow import Flow
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import column, row
from hamstring_gui.ui.controls.scaled import Scaled, scale_around
from hamstring_gui.ui.theme import LEAST_LETTER, SNUG, WIDE_GAP, Theme, theme_of

Paint = Callable[[QPainter, QRectF, Theme], None]
"""Paints a sample into a box."""
SAMPLE = 13


class Legend(Scaled, QWidget):
    """Samples with their words, in as many lines as they need."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[_Entry] = []
        self._flow = Flow(WIDE_GAP)
        column(self._flow, inside=self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_entries(self, entries: Sequence[tuple[str, Paint]]) -> None:
        if [text for text, _ in entries] == [entry.text for entry in self._entries]:
            for entry, (_, paint) in zip(self._entries, entries, strict=True):
                entry.sample.show_paint(paint)
            return
        self._flow.clear()
        self._entries = [_Entry(text, paint, self) for text, paint in entries]
        for entry in self._entries:
            self._flow.add(entry)


class _Entry(QWidget):
    def __init__(self, text: str, paint: Paint, parent: QWidget) -> None:
        super().__init__(parent)
        self.text, self.sample = text, _Sample(paint, self)
        row(self.sample, Text(text, LEAST_LETTER, quiet=True, parent=self), gap=SNUG, inside=self)


class _Sample(Scaled, QWidget):
    def __init__(self, paint: Paint, parent: QWidget) -> None:
        super().__init__(parent)
        self._paint = paint
        self.set_scale(scale_around(parent))

    def show_paint(self, paint: Paint) -> None:
        self._paint = paint
        self.update()

    def rescaled(self) -> None:
        self.setFixedSize(QSize(self.px(SAMPLE), self.px(SAMPLE)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, QRectF(self.rect()), theme_of(self.palette()))
