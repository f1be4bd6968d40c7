"""What is said, in words: for who can't hear it. It lies over what is least missed, so that nothing moves for it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hamstring_gui.ui.controls.fitted import FittedText
from hamstring_gui.ui.session.layout import Places
from hamstring_gui.ui.theme import letters, theme_of

WEIGHT = 600
LEAST_SHARE = 0.6
"""Of the step's letters: a sentence that would be smaller beside the leg takes the place of the step."""


class Caption(FittedText):
    """A short sentence takes the line of the breath, which says nothing new. A long one takes the place of the step.
    What stands there anyway, as the step or the leg, is covered by its sentence, so that nothing is read twice."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("caption", WEIGHT, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._far = False
        self._line, self._step = QRect(), QRect()
        self._step_text = self._leg = ""
        self._leg_place = QRect()
        self._line_least = self._line_most = self._step_least = self._step_most = 1.0
        self.hide()

    def arrange(self, places: Places, *, far: bool) -> None:
        size = places.letters
        self._far, self._line, self._step = far, places.next, places.step
        self._step_least, self._step_most = size.step_least, size.step
        least = size.next if far else max(size.side, size.step * LEAST_SHARE)
        self._line_least, self._line_most = least, size.step * (1.0 if far else 1.2)
        self._place()

    def set_line(self, line: QRect) -> None:
        """Where a short sentence goes in the close view."""
        if line != self._line:
            self._line = line
            self._place()

    def show_sentence(self, sentence: str) -> None:
        """Show a sentence, or none."""
        self.show_text(sentence)
        self._place()
        self.setVisible(bool(sentence))

    def set_beside(self, step: str, leg: str, leg_place: QRect) -> None:
        """What stands there as the step, and as the leg."""
        if (step, leg, leg_place) != (self._step_text, self._leg, self._leg_place):
            self._step_text, self._leg, self._leg_place = step, leg, leg_place
            self._place()

    def _place(self) -> None:
        words = QFontMetrics(letters(self._line_least, WEIGHT)).horizontalAdvance(self.text()) + 4
        short = words <= self._line.width() and self.text() != self._step_text
        is_leg = not self._far and self.text().rstrip(".") == self._leg
        line = self._line.united(self._leg_place) if is_leg else self._line
        self.setWordWrap(not short)
        self.setGeometry(line if short else self._step)
        left = short and not self._far
        self.setAlignment(
            Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignHCenter)
        )
        if short:
            self.set_sizes(self._line_least, self._line_most)
        else:
            self.set_sizes(self._step_least, self._step_most)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        QPainter(self).fillRect(self.rect(), theme.paper if self._far else theme.card)
        super().paintEvent(event)
