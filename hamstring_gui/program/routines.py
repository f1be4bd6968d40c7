"""The Routines page's wishes: every change of a routine is made here, saved at once, and can be taken back."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hamstring_gui.domain import routine_edit
from hamstring_gui.domain.finding import folded
from hamstring_gui.domain.history import SessionRecord
from hamstring_gui.domain.offers import Offer, offer_after
from hamstring_gui.domain.routine import Routine
from hamstring_gui.domain.values import replace
from hamstring_gui.program.deeds import Deed, Deeds
from hamstring_gui.program.library import Library
from hamstring_gui.program.stage import Late, Stage
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.library import load_routine
from hamstring_gui.storage.routine_files import ENDING, export_routine
from hamstring_gui.ui import wording

if TYPE_CHECKING:
    from hamstring_gui.ui.routines.page import RoutinesPage


class RoutineKeeper(QObject):
    """Shows the page, and does what it and others ask for. `start_requested` carries a routine's id."""

    start_requested = Signal(str)

    def __init__(self, stage: Stage, late_page: Late[RoutinesPage], library: Library, deeds: Deeds) -> None:
        super().__init__(library)
        self._putting = ""
        self._stage, self._late_page, self._library, self._deeds = stage, late_page, library, deeds

    # -- showing -----------------------------------------------------------------------------------------------------
    @cached_property
    def _page(self) -> RoutinesPage:
        page = self._late_page()
        page.edited.connect(self.change)
        page.start_requested.connect(self.start_requested)
        page.new_requested.connect(self.make_new)
        page.duplicate_requested.connect(self.duplicate)
        page.delete_requested.connect(self.delete)
        page.reset_requested.connect(self.reset)
        page.export_requested.connect(self.export)
        page.import_requested.connect(self._on_import_requested)
        page.undo_requested.connect(self._deeds.undo)
        self._show_undo()
        self._deeds.changed.connect(self._show_undo)
        self._library.changed.connect(self._on_library_changed)
        return page

    def show(self, routine_id: str = "") -> None:
        """Show the page, with that routine in the editor."""
        page = self._page
        self._show_on_page(routine_id)
        self._stage.show_page(page)

    def _on_library_changed(self) -> None:
        if self._late_page.shows(self._stage):
            self._show_on_page(self._putting)

    def _show_undo(self) -> None:
        self._late_page().show_undo(self._deeds.newest)

    def _show_on_page(self, routine_id: str = "") -> None:
        from hamstring_gui.ui.routines.page import Routines

        library = self._library
        order = list(library.built_in)
        known = [
            one for one in library.known_routines.values() if all(i.exercise in library.exercises for i in one.items)
        ]
        known.sort(key=lambda one: (order.index(one.id) if one.id in order else len(order), folded(one.name)))
        changed = frozenset(key for key, one in library.built_in.items() if library.known_routines.get(key) != one)
        self._page.show_routines(Routines(tuple(known), frozenset(order), changed, library.exercises), routine_id)

    # -- changing ----------------------------------------------------------------------------------------------------
    def change(self, routine: Routine, together: str = "") -> None:
        """Have a routine as it is given. Changes with the same text `together`, in a row, are taken back as one."""
        self._do(self.tr("Change to {routine}"), self._library.known_routines.get(routine.id), routine, together)

    def change_hold(self, routine_id: str, item: int, hold_s: float, gesture: int = 0) -> None:
        """Give an item of a routine another hold time."""
        routine = self._library.known_routines.get(routine_id)
        if routine is None or item >= len(routine.items):
            return  # it was changed since somebody was asked
        together = f"hold {item} {gesture}" if gesture else ""
        self.change(routine_edit.with_hold(routine, item, hold_s), together)

    def make_new(self) -> None:
        """Begin an empty routine; its name is there to be typed over."""
        self.show(self._add(Routine("", self.tr("New routine"), ())))
        self._page.rename()

    def duplicate(self, routine_id: str) -> None:
        routine = self._library.known_routines[routine_id]
        self._add(replace(routine, name=self.tr("{routine}, copy").format(routine=wording.of_file(routine.name))))

    def delete(self, routine_id: str) -> None:
        routine = self._library.known_routines[routine_id]
        sentence = self.tr("“{routine}” was deleted. What you held in it stays in your history.")
        self._do(self.tr("Deletion of {routine}"), routine, None, said=sentence)

    def reset(self, routine_id: str) -> None:
        """Have a routine that came with the program as it came."""
        library = self._library
        self._do(self.tr("Reset of {routine}"), library.known_routines[routine_id], library.built_in[routine_id])

    def _add(self, routine: Routine) -> str:
        """Add a routine under a name and an id of its own; gives the id."""
        library = self._library
        names = {one.name for one in library.known_routines.values()}
        name = routine_edit.free_name(routine_edit.tidy(routine.name), names)
        added = replace(routine, id=routine_edit.id_for(name, library.taken_ids()), name=name)
        self._do(self.tr("Addition of {routine}"), None, added)
        return added.id

    def _do(
        self, words: str, before: Routine | None, after: Routine | None, together: str = "", said: str = ""
    ) -> None:
        named = after or before
        if before == after or named is None:
            return
        put, name = partial(self._put, named.id), wording.of_file(named.name)
        self._deeds.do(
            Deed(
                words.format(routine=name), partial(put, after), partial(put, before), said.format(routine=name),
                "routines", together and f"{named.id} {together}", (before, after),
            )
        )  # fmt: skip

    def _put(self, routine_id: str, routine: Routine | None) -> None:
        """Have a routine, or none, under an id: in the library, on disk and on the page."""
        self._putting = routine_id if routine is not None else ""
        try:
            kept = self._library.put_routine(routine_id, routine)
        except StorageError as error:
            kept = self.tr("{problem}. What you see holds until you close Hamstring.").format(problem=error)
        self._putting = ""
        if kept:
            self._deeds.say(kept)

    # -- files -------------------------------------------------------------------------------------------------------
    def export(self, routine_id: str) -> None:
        """Ask where to, and write the routine's file there."""
        kinds = self.tr("Routines (*.toml)")
        path = self._stage.ask_where_to(self.tr("Export routine"), routine_id + ENDING, kinds)
        if path is not None:
            try:
                export_routine(self._library.known_routines[routine_id], path)
                self._deeds.say(self.tr("The routine is in {file} now.").format(file=path), passing=True)
            except StorageError as error:
                self._deeds.say(str(error))

    def _on_import_requested(self) -> None:
        path = self._stage.ask_for_file(self.tr("Import routine"), self.tr("Routines (*.toml)"))
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
            routine = load_routine(path, self._library.exercises)
        except StorageError as error:
            self._deeds.say(str(error))
            return
        self.show(self._add(routine))

    # -- after a session ---------------------------------------------------------------------------------------------
    def offer_after(self, session: SessionRecord) -> Offer | None:
        """Another hold that a session gives reason for; none where its routine is not among the known ones."""
        routine = self._library.routines.get(session.routine)
        if routine is None or routine.name != session.routine_name:
            return None
        return offer_after(routine, self._library.exercises, session.holds)
