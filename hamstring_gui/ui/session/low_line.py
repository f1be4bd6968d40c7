"""The exercise's name, which way the breath goes, and what is next: one line in distance view."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from hamstring_gui.domain.guidance import names_exercise
from hamstring_gui.domain.moment import Moment
from hamstring_gui.ui import moment_words
from hamstring_gui.ui.controls.fitted import FittedText
from hamstring_gui.ui.session.layout import Places
from hamstring_gui.ui.theme import LEAST_LETTER, letters, text_scale, theme_of

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class LowLine:
    """Owns the three labels on a page, and says which of them shows."""

    def __init__(self, page: QWidget) -> None:
        self._page = page
        self._far = False
        self._breathing_words = True
        self.exercise = FittedText("exercise", 700, parent=page)
        self.breath = FittedText("breath", 400, quiet=True, parent=page)
        self.next = FittedText("next", 400, quiet=True, parent=page)

    def show_moment(self, moment: Moment, name: str, following: str, places: Places) -> None:
        far, named, paused = self._far, names_exercise(moment), moment.state == "paused"
        self.next.show_text(following)
        upright = self._page.width() < self._page.height()
        self.exercise.show_text(cut_short(name, places, upright) if far and named else name)
        self.exercise.setVisible(not far or (named and not paused))
        self.next.setVisible(not far or paused or not (named or moment.kind == "hold"))
        self._show_breath(moment)

    def show_breathing_words(self, wanted: bool, moment: Moment | None) -> None:
        self._breathing_words = wanted
        if moment is not None:
            self._show_breath(moment)

    def _show_breath(self, moment: Moment) -> None:
        word = moment_words.breath_word(moment) if self._breathing_words else ""
        self.breath.show_text(word)
        for quiet in (self.breath, self.next):
            quiet.set_colour(theme_of(self._page.palette()).ink if self._far else None)
        self.breath.setVisible(bool(word))

    def arrange(self, places: Places, *, far: bool) -> None:
        """Where they go in distance view; close by, only what is next has a place that doesn't move."""
        self._far, size = far, places.letters
        self.next.setGeometry(places.next)
        self.next.set_sizes(size.next * 0.8 / text_scale(), size.next)
        self.exercise.set_sizes(LEAST_LETTER, size.exercise)
        self.next.setWordWrap(False)
        for label in (self.exercise, self.breath):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter if far else LEFT)
            label.setWordWrap(False)
        if far:
            for label in (self.exercise, self.breath, self.next):
                label.setGeometry(places.next)
                label.setWordWrap(self._page.width() < self._page.height())
                label.set_sizes(size.next, size.exercise)


def cut_short(name: str, places: Places, upright: bool) -> str:
    """A name cut short where it is too long for its line, of which an upright screen has two."""
    lines, metrics = 2 if upright else 1, QFontMetrics(letters(places.letters.next, 700))
    return metrics.elidedText(name, Qt.TextElideMode.ElideRight, round(places.next.width() * lines * 0.98))
