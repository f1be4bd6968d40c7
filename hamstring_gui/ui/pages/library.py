"""The library as one page of the window: all exercises, or one of them, and the ways between the two."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.ui.pages.exercise import ExercisePage
from hamstring_gui.ui.pages.exercises import ExercisesPage


class LibraryPage(QStackedWidget):
    """`do_it_now_requested` carries an exercise's id; `toes_requested` asks where the standing toe touch is."""

    do_it_now_requested = Signal(str)
    toes_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exercises: Mapping[str, Exercise] = {}
        self.exercises = ExercisesPage()
        self.exercises.exercise_chosen.connect(self.show_exercise)
        self.exercises.toes_requested.connect(self.toes_requested)
        self.exercise = ExercisePage()
        self.exercise.back_requested.connect(self._on_back_requested)
        self.exercise.do_it_now_requested.connect(self.do_it_now_requested)
        for page in (self.exercises, self.exercise):
            self.addWidget(page)
        self.setFocusProxy(self.exercises)

    def show_exercises(self, exercises: Mapping[str, Exercise]) -> None:
        """Show all of these to choose from."""
        self._exercises = exercises
        self.exercises.show_exercises(exercises)
        self._show(self.exercises)

    def show_exercise(self, exercise_id: str) -> None:
        """Show one of them on its own page."""
        self.exercise.show_exercise(self._exercises[exercise_id])
        self._show(self.exercise)

    def _show(self, page: QWidget) -> None:
        self.setFocusProxy(page)
        self.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_back_requested(self) -> None:
        self._show(self.exercises)
        self.exercises.return_to(self.exercise.exercise_id)

    def set_still(self, still: bool) -> None:
        """Reduced motion: figures show end poses only."""
        self.exercise.picture.set_still(still)

    def set_seen(self, seen: bool) -> None:
        """Whether the window is on the screen."""
        self.exercise.figure.set_seen(seen)
