"""The library as one page of the window: all exercises, one of them, or one being written; and the ways between."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.ui.controls.layouts import Stack
from hamstring_gui.ui.exercises.exercise import ExercisePage
from hamstring_gui.ui.exercises.overview import ExercisesPage

if TYPE_CHECKING:
    from hamstring_gui.ui.exercises.editor import ExerciseEditor


class LibraryPage(Stack):
    """Its wishes carry an exercise's id; `do_it_now_requested` also whether to begin with the left leg;
    `toes_requested` asks where the standing toe touch is, `hamstrings_requested` what all this is for. `draft_changed`
    tells whether the editor is open, and whether leaving it would lose something; `back_requested` leaves an exercise
    for the page that led to it."""

    do_it_now_requested = Signal(str, bool)
    toes_requested = Signal()
    hamstrings_requested = Signal()
    new_requested = Signal()
    import_requested = Signal()
    edit_requested = Signal(str)
    duplicate_requested = Signal(str)
    delete_requested = Signal(str)
    export_requested = Signal(str)
    draft_changed = Signal(bool, bool)
    save_requested = Signal(Exercise)
    picture_requested = Signal()
    leave_requested = Signal()
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._exercises: Mapping[str, Exercise] = {}
        self._from_elsewhere = False
        self.exercises = ExercisesPage()
        self.exercises.exercise_chosen.connect(self.show_exercise)
        self.exercises.toes_requested.connect(self.toes_requested)
        self.exercises.hamstrings_requested.connect(self.hamstrings_requested)
        self.exercises.new_requested.connect(self.new_requested)
        self.exercises.import_requested.connect(self.import_requested)
        self.exercise = ExercisePage()
        self.exercise.back_requested.connect(self._on_back_requested)
        for wish in ("do_it_now", "edit", "duplicate", "delete", "export"):
            getattr(self.exercise, f"{wish}_requested").connect(getattr(self, f"{wish}_requested"))
        for page in (self.exercises, self.exercise):
            self.addWidget(page)
        self.setFocusProxy(self.exercises)
        self.currentChanged.connect(self.tell_draft)

    @cached_property
    def editor(self) -> ExerciseEditor:
        """Made when somebody writes: it is a third of the library."""
        from hamstring_gui.ui.exercises.editor import ExerciseEditor

        editor = ExerciseEditor()
        self.addWidget(editor)
        editor.written.connect(self._on_written)
        for wish in ("save", "picture", "leave"):
            getattr(editor, f"{wish}_requested").connect(getattr(self, f"{wish}_requested"))
        return editor

    def tell_draft(self) -> None:
        """Say anew how the draft stands, with what is half typed in it."""
        self.draft_changed.emit(self.in_editor, self.writing)

    def _on_written(self) -> None:
        self.draft_changed.emit(self.in_editor, True)

    def show_exercises(self, exercises: Mapping[str, Exercise]) -> None:
        """Show all of these to choose from; or the one that is being written, which nobody gave up yet."""
        self._exercises = exercises
        self.exercises.show_exercises(exercises)
        self._show(self.editor if self.writing else self.exercises)

    def show_again(self, exercises: Mapping[str, Exercise]) -> None:
        """Show what was left: one of them as it is now, or all, where that is gone."""
        one = self.exercise.exercise_id
        if exercises is self._exercises:
            return
        if self.currentWidget() is self.exercise and one in exercises:
            self._exercises = exercises
            self.exercises.show_exercises(exercises)
            self.show_exercise(one, self._from_elsewhere)
        else:
            self.show_exercises(exercises)

    @property
    def writing(self) -> bool:
        """Whether an exercise is being written, and leaving would lose something."""
        return self.in_editor and self.editor.changed

    @property
    def in_editor(self) -> bool:
        return "editor" in vars(self) and self.currentWidget() is self.editor

    def show_editor(self, exercise: Exercise | None) -> None:
        """Write this exercise, or a new one."""
        self._show(self.editor)
        self.editor.show_exercise(exercise)
        self.tell_draft()

    def leave_editor(self) -> None:
        """Give up what is being written."""
        is_new = "editor" not in vars(self) or self.editor.is_new
        if self.exercise.exercise_id in self._exercises and not is_new:
            self.show_exercise(self.exercise.exercise_id, self._from_elsewhere)
        else:
            self._show(self.exercises)

    def show_exercise(self, exercise_id: str, from_elsewhere: bool = False) -> None:
        """Show one of them on its own page; its way back leads to all of them, or to the page that led to it."""
        self._from_elsewhere = from_elsewhere
        self.exercise.show_exercise(self._exercises[exercise_id])
        self._show(self.exercise)

    def _show(self, page: QWidget) -> None:
        self.setFocusProxy(page)
        self.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_back_requested(self) -> None:
        self._show(self.exercises)
        if self._from_elsewhere:
            self.back_requested.emit()
        else:
            self.exercises.return_to(self.exercise.exercise_id)

    def set_still(self, still: bool) -> None:
        """Reduced motion: figures show end poses only."""
        self.exercise.picture.set_still(still)

    def set_seen(self, seen: bool) -> None:
        """Whether the window is on the screen."""
        self.exercise.figure.set_seen(seen)
