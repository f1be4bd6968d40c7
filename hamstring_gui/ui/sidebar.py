"""The side bar: the pages that there are, and the one that shows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hamstring_gui.ui.controls.buttons import NavButton
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import column, row
from hamstring_gui.ui.controls.sheet import LARGEST_SCALE, usual_scale
from hamstring_gui.ui.theme import GAP, SIDEBAR_MARGINS, SIDEBAR_WIDTH, SNUG, STRONG, TIGHT, text_scale, theme_of

LARGEST_SIDEBAR = 1.25
"""The scale that the side bar stops growing at, in a window that isn't large."""


NARROW = 800
"""In a window narrower than this (px) the side bar has no words."""


class Sidebar(QWidget):
    """The pages that exist, by name. `chosen` carries the name of an entry."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.brand = Text(self.tr("Hamstring"), STRONG, 700, name="brand")
        entries = (
            ("today", self.tr("Today")), ("history", self.tr("History")),
            ("routines", self.tr("Routines")), ("exercises", self.tr("Exercises")),
            ("settings", self.tr("Settings")),
        )  # fmt: skip
        self._buttons = {
            name: NavButton(words, icon=name, key=self.tr("Ctrl+{number}").format(number=number))
            for number, (name, words) in enumerate(entries, 1)
        }
        for name, button in self._buttons.items():
            button.clicked.connect(lambda _=False, chosen=name: self.chosen.emit(chosen))
        brand = row(self.brand, margins=(GAP, 0, 0, SNUG))
        column(brand, *self._buttons.values(), None, gap=TIGHT, margins=SIDEBAR_MARGINS, inside=self)
        self.light("today")
        self._narrow, self._usual = False, 1.0
        self._rescale()

    @property
    def entries(self) -> tuple[str, ...]:
        """Their names, from top to bottom."""
        return tuple(self._buttons)

    def _rescale(self) -> None:
        """Larger with the pages and their text, as far as that leaves room for them; only icons in a narrow window."""
        scale = min(LARGEST_SCALE, self._usual * min(text_scale(), LARGEST_SIDEBAR))
        self.brand.set_scale(scale)
        self.brand.setVisible(not self._narrow)
        for button in self._buttons.values():
            button.set_scale(scale)
            button.set_bare(self._narrow)
        left, _, right, _ = SIDEBAR_MARGINS
        widest = left + right + max(button.sizeHint().width() for button in self._buttons.values())
        self.setFixedWidth(widest if self._narrow else max(round(SIDEBAR_WIDTH * scale), widest))

    def fit(self, width: int, height: int) -> None:
        """Stand in a window of this size."""
        fitting = width < NARROW, usual_scale(width, height)
        if fitting != (self._narrow, self._usual):
            self._narrow, self._usual = fitting
            self._rescale()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._rescale()

    def light(self, entry: str) -> None:
        """Mark the entry whose page shows."""
        for name, button in self._buttons.items():
            button.set_lit(name == entry, self.tr("This page shows."))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.sidebar)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme.line)
