"""The Routines page's wishes: every change of a routine is made here, saved at once, and can be taken back."""

from __future__ import annotations

from functools import cached_property, partial
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
from hamstring_gui.storage.paths import BUNDLE
from hamstring_gui.storage.routine_files import ENDING, export_routine
from hamstring_gui.ui import wording

if TYPE_CHECKING:
    from hamstring_gui.ui.routines.page import RoutinesPage


class RoutineKeeper(QObject):
    """Shows the page, and does what it and others ask for.

    `start_requested` carries a routine's id, `file_chosen` the path of a file to import; `back_requested` is for the
    page that led here.
    """

    start_requested = Signal(str)
    file_chosen = Signal(object)
    back_requested = Signal()

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
        page.back_requested.connect(self.back_requested)
        self._show_undo()
        self._deeds.changed.connect(self._show_undo)
        self._library.changed.connect(self._on_library_changed)
        return page

    def show(self, routine_id: str = "", from_elsewhere: bool = False) -> None:
        """Show the page, with that routine in the editor; and a way back to another page, if that led to it."""
        page = self._page
        page.show_way_back(from_elsewhere)
        self._show_on_page(routine_id)
        self._stage.show_page(page)

    def come_back(self) -> None:
        """Show the page as it was left."""
        self._show_on_page("")
        self._stage.show_page(self._page)

    def _on_library_changed(self) -> None:
        if self._late_page.shows(self._stage):
            self._show_on_page(self._putting)

    def _show_undo(self) -> None:
        self._late_page().show_undo(self._deeds.newest)

    def _show_on_page(self, routine_id: str) -> None:
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

    def _add(self, routine: Routine, exercises: tuple[str, ...] = (), said: str = "") -> str:
        """Add a routine under a name and an id of its own; gives the id. These exercises were added for it."""
        library = self._library
        names = {one.name for one in library.known_routines.values()}
        name = routine_edit.free_name(routine_edit.tidy(routine.name), names)
        added = replace(routine, id=routine_edit.id_for(name, library.taken_ids()), name=name)
        if not exercises:
            self._do(self.tr("Addition of {routine}"), None, added)
            return added.id
        self._deeds.do(
            Deed(
                self.tr("Addition of {routine}").format(routine=added.name),
                partial(self._put_with, added, exercises), partial(self._take_with, added, exercises),
                said.format(routine=added.name), "routines",
            )
        )  # fmt: skip
        return added.id

    def _put_with(self, routine: Routine, exercises: tuple[str, ...]) -> None:
        for exercise_id in exercises:
            if exercise_id not in self._library.exercises:
                self._library.bring_back(exercise_id)
        self._put(routine.id, routine)

    def _take_with(self, routine: Routine, exercises: tuple[str, ...]) -> None:
        self._put(routine.id, None)
        for exercise_id in exercises:
            self._library.delete_exercise(exercise_id)

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
        """Ask where to, and write the routine there; with the own exercises that it leads through, if there are any."""
        from hamstring_gui.storage.routine_bundle import own_exercises_of, write_routine_bundle

        routine, exercises = self._library.known_routines[routine_id], self._library.exercises
        with_own = bool(own_exercises_of(routine, exercises))
        kinds = self.tr("Routines with exercises (*.hamstring)") if with_own else self.tr("Routines (*.toml)")
        ending = BUNDLE if with_own else ENDING
        name = routine_edit.id_for(wording.of_file(routine.name), ())
        path = self._stage.ask_where_to(self.tr("Export routine"), name + ending, kinds)
        if path is None:
            return
        if with_own and path.suffix.casefold() != BUNDLE:
            sentence = self.tr(
                "{file}: this was not written: exercises of your own belong to the routine, so the file’s name has to "
                "end in {ending}."
            )
            self._deeds.say(sentence.format(file=path, ending=BUNDLE))
            return
        try:
            if with_own:
                write_routine_bundle(routine, exercises, path)
            else:
                export_routine(routine, path)
            self._deeds.say(self.tr("The routine is in {file} now.").format(file=path), passing=True)
        except StorageError as error:
            self._deeds.say(str(error))

    def _on_import_requested(self) -> None:
        path = self._stage.ask_for_file(self.tr("Import routine"), self.tr("Routines (*.toml *.hamstring)"))
        if path is not None:
            self.file_chosen.emit(path)

    def show_added(self, routine: Routine, exercises: tuple[str, ...] = ()) -> None:
        """Add a routine that somebody shared, and show it. These exercises came with it, and go with it."""
        n = len(exercises)
        sentence = self.tr("“{routine}” is among your routines now, with %n exercise(s).", None, n) if n else ""
        self._stage.show_page(self._page)
        self.show(self._add(routine, exercises, sentence))

    # -- after a session ---------------------------------------------------------------------------------------------
    def offer_after(self, session: SessionRecord) -> Offer | None:
        """Another hold that a session gives reason for; none where its routine is not among the known ones."""
        routine = self._library.routines.get(session.routine)
        if routine is None or routine.name != session.routine_name:
            return None
        return offer_after(routine, self._library.exercises, session.holds)
