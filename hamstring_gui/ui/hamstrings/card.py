"""One card of "Your hamstrings": a heading, a few sentences, what they are from, and a picture beside or below."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hamstring_gui.domain.values import dataclass
from hamstring_gui.ui.controls.card import Card, paint_panel
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import Part, column, row
from hamstring_gui.ui.theme import BODY, CARD_MARGINS, GAP, LEAST_LETTER, SNUG, STRONG, WIDE_GAP, theme_of

BAR = 4
"""Px of the bar beside what matters most."""


@dataclass(frozen=True, slots=True)
class Story:
    """What a card says. `name` is the objectName of its text."""

    name: str
    heading: str
    text: str
    source: str


class StoryCard(Card):
    """A `marked` one has a bar along its side."""

    def __init__(
        self, story: Story, *, picture: QWidget | None = None, below: QWidget | None = None, marked: bool = False
    ) -> None:
        super().__init__()
        self._marked = marked
        self.heading = Text(story.heading, STRONG, 600, name=f"{story.name}_heading", wrap=True)
        self.text = Text(story.text, BODY, name=story.name, wrap=True)
        self.source = Text(story.source, LEAST_LETTER, quiet=True, name=f"{story.name}_source", wrap=True)
        pictured: tuple[Part, ...] = (GAP, below) if below is not None else ()
        words = column(self.heading, SNUG, self.text, *pictured, None, GAP, self.source)
        if picture is None:
            column((words, 1), margins=CARD_MARGINS, inside=self)
            return
        beside = row((words, 1), picture, gap=WIDE_GAP, margins=CARD_MARGINS, inside=self)
        beside.setAlignment(picture, Qt.AlignmentFlag.AlignTop)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._marked:
            setup = theme_of(self.palette()).setup
            bar = QRectF(0, WIDE_GAP, BAR, self.height() - 2 * WIDE_GAP)
            paint_panel(QPainter(self), bar, setup, setup, BAR / 2)
