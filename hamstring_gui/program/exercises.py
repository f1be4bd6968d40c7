"""The library's wishes: own exercises are written, copied, deleted and shared here, saved, and shown again."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.values import replace
from hamstring_gui.program.deeds import Deed, Deeds
from hamstring_gui.program.drafts import Drafts
from hamstring_gui.program.exercise_pictures import PICTURES, ExercisePictures
from hamstring_gui.program.library import KeptAside, Library
from hamstring_gui.program.stage import Late, Stage
from hamstring_gui.storage.draft_file import KeptDraft
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.paths import BUNDLE
from hamstring_gui.ui import questions, wording

if TYPE_CHECKING:
    from hamstring_gui.ui.exercises.page import LibraryPage


class ExerciseKeeper(QObject):
    """Shows the library page, and does what it asks for. While `writing`, leaving would lose something.

    `file_chosen` carries the path of a file to import.
    """

    file_chosen = Signal(object)

    def __init__(
        self, stage: Stage, late_page: Late[LibraryPage], library: Library, deeds: Deeds, drafts: Path
    ) -> None:
        super().__init__(library)
        self._stage, self._late_page, self._library, self._deeds = stage, late_page, library, deeds
        self.pictures = ExercisePictures(stage, library, deeds, self)
        self.pictures.taken.connect(lambda place: self._page.editor.show_picture(place))
        self._editing = False
        self.writing = False
        self._closing = self._given_up = False
        self._drafts = Drafts(drafts, self._written, self)

    # -- pages -------------------------------------------------------------------------------------------------------
    def show(self) -> None:
        """Show the library, or the exercise that is being written."""
        self._page.show_exercises(self._library.exercises)
        self._stage.show_page(self._page)
        self._after_draft(lambda: None)

    def come_back(self) -> None:
        """Show the page as it was left."""
        self._page.show_again(self._library.exercises)
        self._stage.show_page(self._page)

    @cached_property
    def _page(self) -> LibraryPage:
        page = self._late_page()
        page.new_requested.connect(self._on_new_requested)
        page.edit_requested.connect(self._on_edit_requested)
        page.duplicate_requested.connect(self._on_duplicate_requested)
        page.delete_requested.connect(self._on_delete_requested)
        page.export_requested.connect(self._on_export_requested)
        page.import_requested.connect(self._on_import_requested)
        page.save_requested.connect(self._on_save_requested)
        page.picture_requested.connect(self.pictures.ask)
        page.leave_requested.connect(self._on_leave_requested)
        page.draft_changed.connect(self._on_draft_changed)
        return page

    def _show_one(self, exercise: Exercise, from_elsewhere: bool = False) -> None:
        self._page.leave_editor()
        self._page.show_exercises(self._library.exercises)
        self._page.show_exercise(exercise.id, from_elsewhere)
        self._stage.show_page(self._page)

    def _on_new_requested(self) -> None:
        self._deeds.hush()
        self._after_draft(lambda: self._page.show_editor(None))

    def _on_edit_requested(self, exercise_id: str) -> None:
        self._deeds.hush()
        self._after_draft(lambda: self._page.show_editor(self._library.exercises[exercise_id]))

    # -- what was being written when the program ended ---------------------------------------------------------------
    def _after_draft(self, then: Callable[[], None]) -> None:
        """Do something once it is known what becomes of a draft that waits, if one does."""
        kept = self._drafts.waiting() if not self._editing else None
        if kept is None:
            then()
            return
        go_on, throw_away = partial(self._go_on_writing, kept), partial(self._throw_away, then)
        self._stage.ask(questions.about_draft(" ".join(kept.draft.name.split()), go_on, throw_away))

    def _go_on_writing(self, kept: KeptDraft) -> None:
        base = self._library.exercises.get(kept.base)
        if base is not None:
            self._page.show_exercise(base.id)
        self._page.show_editor(base)
        self._drafts.take_over()
        self._page.editor.show_draft(kept.draft)

    def _throw_away(self, then: Callable[[], None]) -> None:
        self._drafts.forget()
        then()

    def _written(self) -> KeptDraft:
        return KeptDraft(self._page.editor.draft, self._page.editor.base_id)

    # -- writing -----------------------------------------------------------------------------------------------------
    def _on_save_requested(self, exercise: Exercise) -> None:
        try:
            before = self._library.kept_aside(exercise.id) if exercise.id in self._library.exercises else None
            saved = self._library.save_exercise(exercise, self.pictures.take)
        except StorageError as error:
            self._deeds.say(str(error))
            return
        self._deeds.hush()
        if before is None:
            self._remember_addition(saved)
        else:
            name = self.tr("Change to {exercise}").format(exercise=saved.name)
            after = self._library.kept_aside(saved.id)
            do, undo = partial(self._put_back, after), partial(self._put_back, before)
            self._deeds.remember(Deed(name, do, undo, place="exercises"))
        self._show_one(saved)
        if self._closing:
            self._stage.close()

    def _put_back(self, kept: KeptAside) -> None:
        self._show_again(self._library.put_back(kept))

    def _on_duplicate_requested(self, exercise_id: str) -> None:
        self._after_draft(partial(self._duplicate, exercise_id))

    def _duplicate(self, exercise_id: str) -> None:
        original = self._library.exercises[exercise_id]
        name = self.tr("{name} (copy)").format(name=wording.of_file(original.name))
        try:
            copy = self._library.save_exercise(replace(_in_words(original), id="", name=name[:80], own=True))
        except StorageError as error:
            self._deeds.say(str(error))
            return
        self._page.show_exercises(self._library.exercises)
        self._page.show_exercise(copy.id)
        self._page.show_editor(copy)
        sentence = self.tr("“{name}” is your own now. Change what you like, then save.").format(name=copy.name)
        self._remember_addition(copy, sentence)

    def _remember_addition(self, exercise: Exercise, sentence: str = "") -> None:
        name = self.tr("Addition of {exercise}").format(exercise=exercise.name)
        back, away = partial(self._bring_back, exercise), partial(self._take_away, exercise)
        self._deeds.remember(Deed(name, back, away, sentence, "exercises"))

    def _on_leave_requested(self) -> None:
        self._leave(self._page.leave_editor)

    def _leave(self, then: Callable[[], None]) -> None:
        """Leave the editor: at once, or when it is settled what becomes of a draft."""
        self._page.tell_draft()
        if self.writing:
            self._stage.ask(questions.about_unsaved(self._page.editor.save_draft, then))
        else:
            then()

    def _on_draft_changed(self, editing: bool, writing: bool) -> None:
        self._editing, self.writing = editing, writing
        self._deeds.hold("exercises" if writing else "")
        self._drafts.told(writing)

    def may_close(self) -> bool:
        """Whether nothing would be lost when the window closed now; asks what shall become of a draft."""
        if self._editing:
            self._page.tell_draft()
        if not self.writing or self._given_up:
            return True
        self.show()
        self._stage.ask(questions.about_unsaved(self._save_and_close, self._discard_and_close))
        return False

    def _save_and_close(self) -> None:
        self._closing = True
        self._page.editor.save_draft()
        self._closing = False

    def _discard_and_close(self) -> None:
        self._page.leave_editor()
        self._stage.close()

    def give_up(self) -> None:
        """Ask no more what becomes of a draft, as when the system ends the program: the next start asks."""
        if self._editing:
            self._page.tell_draft()
        if self.writing:
            self._drafts.keep()
        self._given_up = True

    def stay(self) -> None:
        """Go on after `give_up`."""
        self._given_up = False

    # -- deleting ----------------------------------------------------------------------------------------------------
    def _on_delete_requested(self, exercise_id: str) -> None:
        exercise = self._library.exercises[exercise_id]
        users = self._library.users_of(exercise_id)
        if users:
            sentence = self.tr("The routine “{routine}” leads through this exercise. Take it out there first.")
            self._deeds.say(sentence.format(routine=wording.of_file(users[0].name)))
            return
        sentence = self.tr("“{name}” was deleted. What you held of it stays in your history.")
        name = self.tr("Deletion of {exercise}").format(exercise=exercise.name)
        away, back = partial(self._take_away, exercise), partial(self._bring_back, exercise)
        self._deeds.do(Deed(name, away, back, sentence.format(name=exercise.name), "exercises"))

    def _take_away(self, exercise: Exercise) -> None:
        self._library.delete_exercise(exercise.id)
        if not self.writing:
            self._page.leave_editor()
        self._page.show_exercises(self._library.exercises)

    def _bring_back(self, exercise: Exercise) -> None:
        self._show_again(self._library.bring_back(exercise.id))

    def _show_again(self, exercise: Exercise) -> None:
        """Show an exercise that is as it was before; what is being written stays."""
        if self.writing or not self._late_page.shows(self._stage):
            self._page.show_exercises(self._library.exercises)
        else:
            self._show_one(exercise)

    # -- files -------------------------------------------------------------------------------------------------------
    def takes(self, path: Path) -> bool:
        """Take a file that was dropped on the window, if it is for here: a picture for the editor."""
        if self.takes_pictures and path.suffix.lower().lstrip(".") in PICTURES:
            self.pictures.take_in(path)
            return True
        return False

    @property
    def takes_pictures(self) -> bool:
        """Whether a picture that is dropped now is for the exercise that is being written."""
        return self._late_page.shows(self._stage) and self._editing

    def _on_import_requested(self) -> None:
        path = self._stage.ask_for_file(self.tr("Import an exercise"), self._pattern())
        if path is not None:
            self.file_chosen.emit(path)

    def show_added(self, exercise_id: str) -> None:
        """Show an exercise that somebody shared and that is among one's own now."""
        exercise = self._library.exercises[exercise_id]
        self.show_one(exercise_id)
        sentence = self.tr("“{name}” is among your exercises now.").format(name=exercise.name)
        self._remember_addition(exercise, sentence)

    def show_one(self, exercise_id: str, from_elsewhere: bool = False) -> None:
        """Show an exercise's page, with the way back to another page if it was led to from there; what is being written
        stays."""
        if self.writing:
            self._page.show_exercises(self._library.exercises)
        else:
            self._show_one(self._library.exercises[exercise_id], from_elsewhere)

    def _on_export_requested(self, exercise_id: str) -> None:
        exercise = self._library.exercises[exercise_id]
        path = self._stage.ask_where_to(self.tr("Export an exercise"), exercise_id + BUNDLE, self._pattern())
        if path is None:
            return
        from hamstring_gui.storage.bundle import write_bundle

        try:
            write_bundle(exercise, path)
        except StorageError as error:
            self._deeds.say(str(error))
        else:
            self._deeds.say(self.tr("Written: {path}").format(path=path), passing=True)

    def _pattern(self) -> str:
        return self.tr("Hamstring exercises ({0})").format(f"*{BUNDLE}")


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
        optional=tuple(words(text) for text in exercise.optional),
        also=tuple(words(text) for text in exercise.also),
        muscles=tuple(words(text) for text in exercise.muscles),
        cautions=tuple(words(text) for text in exercise.cautions),
        ask_first=words(exercise.ask_first),
        source=words(exercise.source),
    )
