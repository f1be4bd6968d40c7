"""Keeps people's own exercises: what the library page asks for is done here, saved, and shown again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.routine import Routine
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.own_exercises import OwnExercises, has_drawings
from hamstring_gui.ui import wording
from hamstring_gui.ui.file_dialogs import ask_for_file, ask_where_to
from hamstring_gui.ui.questions import ask_about_unsaved
from hamstring_gui.ui.window import Window

if TYPE_CHECKING:
    from hamstring_gui.ui.exercises.page import LibraryPage

ENDING = ".hamstring"
PICTURES = ("png", "jpg", "jpeg", "webp", "svg")


class ExerciseKeeper(QObject):
    """`exercises` and `routines` are what there is, by id; own exercises come and go in the first of them.

    `changed` tells that they did.
    """

    changed = Signal()

    def __init__(
        self, window: Window, exercises: dict[str, Exercise], routines: dict[str, Routine], own: OwnExercises
    ) -> None:
        super().__init__(window)
        self._window, self._exercises, self._routines, self._own = window, exercises, routines, own
        self._pictures = 0
        self._closing = False

    def _keep(self, exercise: Exercise) -> None:
        self._exercises[exercise.id] = exercise
        self.changed.emit()

    # -- pages -------------------------------------------------------------------------------------------------------
    def show(self) -> None:
        """Show the library, or the exercise that is being written."""
        self._page.show_exercises(self._exercises)
        self._window.show_page(self._page)

    @cached_property
    def _page(self) -> LibraryPage:
        page = self._window.library
        page.new_requested.connect(self._on_new_requested)
        page.edit_requested.connect(self._on_edit_requested)
        page.duplicate_requested.connect(self._on_duplicate_requested)
        page.delete_requested.connect(self._on_delete_requested)
        page.export_requested.connect(self._on_export_requested)
        page.import_requested.connect(self._on_import_requested)
        page.editor.save_requested.connect(self._on_save_requested)
        page.editor.picture_requested.connect(self._on_picture_requested)
        page.editor.leave_requested.connect(self._on_leave_requested)
        page.editor.written.connect(self._window.notice.forget_undo)
        return page

    def _show_one(self, exercise: Exercise) -> None:
        self._page.leave_editor()
        self._page.show_exercises(self._exercises)
        self._page.show_exercise(exercise.id)
        self._window.show_page(self._page)

    def _say(self, sentence: str, undo: Callable[[], object] | None = None) -> None:
        self._window.notice.show_notice(sentence, undo)

    def _on_new_requested(self) -> None:
        self._window.notice.hide()
        self._page.show_editor(None)

    def _on_edit_requested(self, exercise_id: str) -> None:
        self._window.notice.hide()
        self._page.show_editor(self._exercises[exercise_id])

    # -- writing -----------------------------------------------------------------------------------------------------
    def _on_save_requested(self, exercise: Exercise) -> None:
        try:
            saved = self._own.save(exercise)
        except StorageError as error:
            self._say(str(error))
            return
        self._keep(saved)
        self._window.notice.hide()
        self._show_one(saved)
        if self._closing:
            self._window.close()

    def _on_duplicate_requested(self, exercise_id: str) -> None:
        original = self._exercises[exercise_id]
        name = self.tr("{name} (copy)").format(name=wording.of_file(original.name))
        try:
            copy = self._own.save(replace(_in_words(original), id="", name=name[:80], own=True))
        except StorageError as error:
            self._say(str(error))
            return
        self._keep(copy)
        self._page.show_exercises(self._exercises)
        self._page.show_exercise(copy.id)
        self._page.show_editor(copy)
        sentence = self.tr("“{name}” is your own now. Change what you like, then save.").format(name=copy.name)
        self._say(sentence, lambda: self._take_away(copy))

    def _on_leave_requested(self) -> None:
        self._leave(self._page.leave_editor)

    def _leave(self, then: Callable[[], None]) -> None:
        """Leave the editor: at once, or when it is settled what becomes of a draft."""
        if self._writing:
            ask_about_unsaved(self._window, self._page.editor.save_draft, then)
        else:
            then()

    @property
    def _writing(self) -> bool:
        return "_page" in vars(self) and self._page.writing

    def may_close(self) -> bool:
        """Whether nothing would be lost when the window closed now; asks what shall become of a draft."""
        if not self._writing:
            return True
        self.show()
        ask_about_unsaved(self._window, self._save_and_close, self._discard_and_close)
        return False

    def _save_and_close(self) -> None:
        self._closing = True
        self._page.editor.save_draft()
        self._closing = False

    def _discard_and_close(self) -> None:
        self.give_up()
        self._window.close()

    def give_up(self) -> None:
        """Leave the editor without asking, as when the system ends the program."""
        if self._writing:
            self._page.leave_editor()

    # -- pictures ----------------------------------------------------------------------------------------------------
    def _on_picture_requested(self) -> None:
        endings = " ".join(f"*.{ending} *.{ending.upper()}" for ending in PICTURES)
        path = ask_for_file(self._window, self.tr("Choose a picture"), self.tr("Pictures ({0})").format(endings))
        if path is not None:
            self._take_picture(path)

    def _take_picture(self, path: Path) -> None:
        """Show a picture in the editor, when it is one: a copy that is safe to show and to keep."""
        from hamstring_gui.storage.pictures import take_in

        try:
            picture = take_in(path, self._own.draw)
            self._pictures += 1
            place = Path(self._folder.name) / f"{self._pictures}{picture.ending}"
            place.write_bytes(picture.data)
        except StorageError as error:
            self._say(str(error))
        except OSError as error:
            self._say(self.tr("{path}: the picture can’t be kept: {reason}").format(path=path, reason=error.strerror))
        else:
            self._window.notice.hide()
            self._page.editor.show_picture(str(place))

    def draw_old_drawings(self) -> None:
        """Save the exercises that have SVG pictures of an earlier version, which nothing shows: saving draws them.

        One after the other, so that the window answers in between; one that can't be drawn is told, and left.
        """
        self._draw_first([exercise for exercise in self._exercises.values() if has_drawings(exercise)])

    def _draw_first(self, left: list[Exercise]) -> None:
        if not left:
            return
        first, *rest = left
        if self._exercises.get(first.id) is first:
            try:
                self._keep(self._own.save(first))
            except StorageError as error:
                self._say(str(error))
        QTimer.singleShot(0, self, partial(self._draw_first, rest))

    @cached_property
    def _folder(self) -> TemporaryDirectory[str]:
        """Where pictures wait for the exercise to be saved."""
        return TemporaryDirectory(prefix="hamstring-", ignore_cleanup_errors=True)

    # -- deleting ----------------------------------------------------------------------------------------------------
    def _on_delete_requested(self, exercise_id: str) -> None:
        exercise = self._exercises[exercise_id]
        users = [routine.name for routine in self._routines.values() if exercise_id in _exercises_of(routine)]
        if users:
            sentence = self.tr("The routine “{routine}” leads through this exercise. Take it out there first.")
            self._say(sentence.format(routine=wording.of_file(users[0])))
            return
        if self._take_away(exercise):
            sentence = self.tr("“{name}” was deleted. What you held of it stays in your history.")
            self._say(sentence.format(name=exercise.name), lambda: self._bring_back(exercise))

    def _take_away(self, exercise: Exercise) -> bool:
        """Whether it is gone now."""
        try:
            self._own.delete(exercise.id)
        except StorageError as error:
            self._say(str(error))
            return False
        self._exercises.pop(exercise.id, None)
        self.changed.emit()
        if not self._writing:
            self._page.leave_editor()
        self._page.show_exercises(self._exercises)
        return True

    def _bring_back(self, exercise: Exercise) -> None:
        try:
            back = self._own.undelete(exercise.id)
        except StorageError as error:
            self._say(str(error))
            return
        self._keep(back)
        self._show_one(back)

    # -- files -------------------------------------------------------------------------------------------------------
    def takes(self, path: Path) -> bool:
        """Take a file that was dropped on the window, if it is for here: an exercise, or a picture for the editor."""
        if path.suffix.lower() == ENDING:
            self._bring(path)
            return True
        editing = self._window.page is vars(self._window).get("library") and self._page.in_editor
        if editing and path.suffix.lower().lstrip(".") in PICTURES:
            self._take_picture(path)
            return True
        return False

    def _on_import_requested(self) -> None:
        path = ask_for_file(self._window, self.tr("Import an exercise"), self._pattern())
        if path is not None:
            self._bring(path)

    def _bring(self, path: Path) -> None:
        from hamstring_gui.storage.bundle import read_bundle

        try:
            exercise = self._own.add(*read_bundle(path, self._own.draw))
        except StorageError as error:
            self._say(str(error))
            return
        self._keep(exercise)
        if self._writing:
            self._page.show_exercises(self._exercises)
        else:
            self._show_one(exercise)
        sentence = self.tr("“{name}” is among your exercises now.").format(name=exercise.name)
        self._say(sentence, lambda: self._take_away(exercise))

    def _on_export_requested(self, exercise_id: str) -> None:
        exercise = self._exercises[exercise_id]
        path = ask_where_to(self._window, self.tr("Export an exercise"), exercise_id + ENDING, self._pattern())
        if path is None:
            return
        from hamstring_gui.storage.bundle import write_bundle

        try:
            write_bundle(exercise, path)
        except StorageError as error:
            self._say(str(error))
        else:
            self._window.notice.show_notice(self.tr("Written: {path}").format(path=path), passing=True)

    def _pattern(self) -> str:
        return self.tr("Hamstring exercises ({0})").format(f"*{ENDING}")


def _exercises_of(routine: Routine) -> set[str]:
    return {item.exercise for item in routine.items}


def _in_words(exercise: Exercise) -> Exercise:
    """A built-in exercise in the user's language: what they make of it is theirs."""
    if exercise.own:
        return exercise
    words = wording.of_file
    return replace(
        exercise,
        steps=tuple(replace(step, text=words(step.text)) for step in exercise.steps),
        between=replace(exercise.between, text=words(exercise.between.text)),
        switch=replace(exercise.switch, text=words(exercise.switch.text)),
        equipment=tuple(words(text) for text in exercise.equipment),
        muscles=tuple(words(text) for text in exercise.muscles),
        cautions=tuple(words(text) for text in exercise.cautions),
        ask_first=words(exercise.ask_first),
        source=words(exercise.source),
    )
