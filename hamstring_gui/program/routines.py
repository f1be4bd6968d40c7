"""Keeps the routines while the program runs: every change is made here, saved at once, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from hamstring_gui.commands.command_line import Options
from hamstring_gui.domain import routine_edit
from hamstring_gui.domain.finding import folded
from hamstring_gui.domain.history import SessionRecord
from hamstring_gui.domain.offers import Offer, offer_after
from hamstring_gui.domain.routine import Routine
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.library import load_routine
from hamstring_gui.storage.routine_files import ENDING, OwnRoutines, export_routine
from hamstring_gui.ui import wording
from hamstring_gui.ui.file_dialogs import ask_for_file, ask_where_to
from hamstring_gui.ui.window import Window

if TYPE_CHECKING:
    from hamstring_gui.ui.routines.page import RoutinesPage

MOST_STEPS_BACK = 200


class RoutineKeeper(QObject):
    """`changed` says that the routines are others than before. `options.routines` holds those that can be started.

    A routine that is being made may be empty, and one whose exercise is gone can't be done: such ones are not in
    `options.routines`. `problems` are sentences about files that could not be used.
    """

    changed = Signal()
    start_requested = Signal(str)

    def __init__(self, window: Window, options: Options) -> None:
        super().__init__(window)
        self._window, self._options = window, options
        self._built_in = dict(options.routines)
        self._own = OwnRoutines(options.paths.routines)
        mine, self.problems = self._own.load(options.exercises)
        self._known = self._built_in | mine
        self._trouble = ""
        self._stack = QUndoStack(self)
        self._stack.setUndoLimit(MOST_STEPS_BACK)
        window.undo_requested.connect(self.undo)
        window.redo_requested.connect(self.redo)
        self._offer_startable()

    # -- showing -----------------------------------------------------------------------------------------------------
    @cached_property
    def _page(self) -> RoutinesPage:
        """The page, once somebody wants to see it."""
        page = self._window.routines
        page.edited.connect(self.change)
        page.start_requested.connect(self.start_requested)
        page.new_requested.connect(self.make_new)
        page.duplicate_requested.connect(self.duplicate)
        page.delete_requested.connect(self.delete)
        page.reset_requested.connect(self.reset)
        page.export_requested.connect(self.export)
        page.import_requested.connect(self._on_import_requested)
        page.undo_requested.connect(self.undo)
        page.show_undo(self._stack.undoText())
        self._stack.undoTextChanged.connect(page.show_undo)
        return page

    def show(self, routine_id: str = "") -> None:
        """Show the page, with that routine in the editor."""
        self._show_on_page(routine_id)
        self._window.show_page(self._page)

    def exercises_changed(self) -> None:
        """The exercises are others than before: what can't be done any more is not offered."""
        self._tell()

    def _show_on_page(self, routine_id: str = "") -> None:
        from hamstring_gui.ui.routines.page import Routines

        order = list(self._built_in)
        known = [one for one in self._known.values() if all(i.exercise in self._options.exercises for i in one.items)]
        known.sort(key=lambda one: (order.index(one.id) if one.id in order else len(order), folded(one.name)))
        changed = frozenset(key for key, built_in in self._built_in.items() if self._known.get(key) != built_in)
        shown = Routines(tuple(known), frozenset(order), changed)
        self._page.show_routines(shown, routine_id)

    def _offer_startable(self) -> None:
        """Never nothing: where all routines are empty, those that came with the program are offered as they were."""
        can_be_done = partial(routine_edit.can_be_done, exercises=self._options.exercises)
        startable = {key: one for key, one in self._known.items() if can_be_done(one)}
        self._options.routines.clear()
        self._options.routines.update(startable or self._built_in)

    def _tell(self, routine_id: str = "") -> None:
        self._offer_startable()
        if "_page" in vars(self):
            self._show_on_page(routine_id)
        self.changed.emit()

    # -- changing ----------------------------------------------------------------------------------------------------
    def change(self, routine: Routine, together: str = "") -> None:
        """Have a routine as it is given. Changes with the same text `together`, in a row, are taken back as one."""
        self._push(self.tr("Change to {routine}"), self._known.get(routine.id), routine, together)

    def change_hold(self, routine_id: str, item: int, hold_s: float, gesture: int = 0) -> None:
        """Give an item of a routine another hold time."""
        routine = self._known.get(routine_id)
        if routine is None or item >= len(routine.items):
            return  # it was changed since somebody was asked
        together = f"hold {item} {gesture}" if gesture else ""
        self.change(routine_edit.with_hold(routine, item, hold_s), together)

    def make_new(self) -> None:
        """Begin an empty routine; its name is there to be typed over."""
        self._add(Routine("", self.tr("New routine"), ()))
        self._page.rename()

    def duplicate(self, routine_id: str) -> None:
        routine = self._known[routine_id]
        self._add(replace(routine, name=self.tr("{routine}, copy").format(routine=wording.of_file(routine.name))))

    def delete(self, routine_id: str) -> None:
        self._push(self.tr("Deletion of {routine}"), self._known[routine_id], None)

    def reset(self, routine_id: str) -> None:
        """Have a routine that came with the program as it came."""
        self._push(self.tr("Reset of {routine}"), self._known[routine_id], self._built_in[routine_id])

    def _add(self, routine: Routine) -> None:
        """Add a routine under a name and an id of its own."""
        name = routine_edit.free_name(routine_edit.tidy(routine.name), {one.name for one in self._known.values()})
        taken = self._known.keys() | self._own.ids() | self._options.exercises.keys()
        self._push(self.tr("Addition of {routine}"), None,
                   replace(routine, id=routine_edit.id_for(name, taken), name=name))  # fmt: skip

    def _push(self, words: str, before: Routine | None, after: Routine | None, together: str = "") -> None:
        named = after or before
        if before != after and named is not None:
            text = words.format(routine=wording.of_file(named.name))
            self._window.notice.forget_undo()
            self._stack.push(_Change(text, before, after, together and f"{named.id} {together}", self._put))

    def _put(self, routine_id: str, routine: Routine | None) -> None:
        """Have a routine, or none, under an id: here, on disk and on the page."""
        there = list(self._known)
        if routine is None:
            self._known.pop(routine_id, None)
        else:
            self._known[routine_id] = routine
        try:
            if routine is None or routine == self._built_in.get(routine_id):
                kept = self._own.remove(routine_id)
            else:
                kept = self._own.save(routine)
        except StorageError as error:
            kept = self.tr("{problem}. What you see holds until you close Hamstring.").format(problem=error)
        self._trouble = kept
        if kept:
            self._window.notice.show_notice(kept)
        if routine is None and "_page" in vars(self) and self._page.chosen_id == routine_id:
            routine_id = there[max(0, there.index(routine_id) - 1)]
        self._tell(routine_id)

    # -- taking back -------------------------------------------------------------------------------------------------
    def undo(self) -> None:
        """Take the last change back, on whatever page; away from the routines, say so."""
        if self._stack.canUndo():
            self._step(self._stack.undo, self.tr("Taken back: {change}").format(change=self._stack.undoText()))

    def redo(self) -> None:
        if self._stack.canRedo():
            self._step(self._stack.redo, self.tr("Made again: {change}").format(change=self._stack.redoText()))

    def _step(self, step: Callable[[], None], sentence: str) -> None:
        self._trouble = ""
        step()
        if self._window.page is not vars(self._window).get("routines") and not self._trouble:
            self._window.notice.show_notice(sentence, passing=True)

    # -- files -------------------------------------------------------------------------------------------------------
    def export(self, routine_id: str) -> None:
        """Ask where to, and write the routine's file there."""
        kinds = self.tr("Routines (*.toml)")
        path = ask_where_to(self._window, self.tr("Export routine"), routine_id + ENDING, kinds)
        if path is not None:
            try:
                export_routine(self._known[routine_id], path)
                self._window.notice.show_notice(
                    self.tr("The routine is in {file} now.").format(file=path), passing=True
                )
            except StorageError as error:
                self._window.notice.show_notice(str(error))

    def _on_import_requested(self) -> None:
        path = ask_for_file(self._window, self.tr("Import routine"), self.tr("Routines (*.toml)"))
        if path is not None:
            self._bring(path)

    def takes(self, path: Path) -> bool:
        """Take a file that was dropped on the window, if it is a routine's."""
        if path.suffix.casefold() != ENDING:
            return False
        self._bring(path)
        return True

    def _bring(self, path: Path) -> None:
        """Add the routine of a file to one's own, and show it."""
        try:
            routine = load_routine(path, self._options.exercises)
        except StorageError as error:
            self._window.notice.show_notice(str(error))
            return
        self._add(routine)
        self.show(next(reversed(self._known)))

    # -- after a session ---------------------------------------------------------------------------------------------
    def offer_after(self, session: SessionRecord) -> Offer | None:
        """Another hold that a session gives reason for; none where its routine is not among the known ones."""
        routine = self._options.routines.get(session.routine)
        if routine is None or routine.name != session.routine_name:
            return None
        return offer_after(routine, self._options.exercises, session.holds)


class _Change(QUndoCommand):
    """One routine, before and after; `None` where there was or is none."""

    def __init__(
        self,
        text: str,
        before: Routine | None,
        after: Routine | None,
        together: str,
        put: Callable[[str, Routine | None], None],
    ) -> None:
        super().__init__(text)
        self._before, self._after, self._together, self._put = before, after, together, put
        self._routine_id = (after or before).id  # type: ignore[union-attr]

    def id(self) -> int:
        return 1 if self._together else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Change) or other._together != self._together:
            return False
        self._after = other._after
        self.setObsolete(self._before == self._after)
        return True

    def redo(self) -> None:
        self._put(self._routine_id, self._after)

    def undo(self) -> None:
        self._put(self._routine_id, self._before)
