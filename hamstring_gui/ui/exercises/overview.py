"""The library: every exercise as a card, found by words, by the part of the body, or by what is at hand."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.finding import folded, matches
from hamstring_gui.ui import wording
from hamstring_gui.ui.controls.buttons import KeyButton, QuietButton
from hamstring_gui.ui.controls.card import Card
from hamstring_gui.ui.controls.field import SearchField
from hamstring_gui.ui.controls.fold import FoldButton
from hamstring_gui.ui.controls.head import Head
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import column, order_tabs, row
from hamstring_gui.ui.controls.sheet import Sheet
from hamstring_gui.ui.controls.way_on import WayOn
from hamstring_gui.ui.exercises import wording as wording_library
from hamstring_gui.ui.exercises.filter_row import FilterRow
from hamstring_gui.ui.exercises.grid import ExerciseGrid
from hamstring_gui.ui.theme import BLOCK, BODY, EVEN_MARGINS, GAP, PAGE_MARGINS, PAGE_WIDTH, TITLE

LOW = 400
"""In a page lower than this (px) the filters are folded away: of what is found, something shows below the search."""


class ExercisesPage(QWidget):
    """Shows exercises to choose from. `exercise_chosen` carries an id."""

    exercise_chosen = Signal(str)
    toes_requested = Signal()
    hamstrings_requested = Signal()
    new_requested = Signal()
    import_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._exercises: tuple[Exercise, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.title = Text(self.tr("Exercises"), TITLE, 700, name="exercises_title")
        self.setAccessibleName(self.title.text())
        self.hamstrings = QuietButton(self.tr("Your hamstrings"))
        self.hamstrings.clicked.connect(self.hamstrings_requested)
        self.new = KeyButton(self.tr("New exercise"))
        self.new.clicked.connect(self.new_requested)
        self.bring = KeyButton(self.tr("Import…"))
        self.bring.clicked.connect(self.import_requested)
        self.search = SearchField(self.tr("Search"))
        self.search.textChanged.connect(self._on_wish_changed)
        self.regions = FilterRow(self.tr("Body part"))
        self.equipment = FilterRow(self.tr("Equipment"))
        for filters in (self.regions, self.equipment):
            filters.changed.connect(self._on_wish_changed)
        self.fold = FoldButton(self.tr("Filters…"))
        self.fold.unfolded.connect(self._fold)
        self.found_toes = ToesCard()
        self.found_toes.link.clicked.connect(self.toes_requested)
        self.grid = ExerciseGrid()
        self.grid.chosen.connect(self.exercise_chosen)
        self.nothing = Text(size=BODY, quiet=True, name="nothing_found", wrap=True)
        self.show_all = KeyButton(self.tr("Show all exercises"), self.tr("Esc"))
        self.show_all.clicked.connect(self.forget_wishes)
        self.toes = WayOn(wording.why_not_standing())
        self.toes.clicked.connect(self.toes_requested)
        self._lay_out()

    def _lay_out(self) -> None:
        content, titled, self._filters = QWidget(), QWidget(), QWidget()
        row(self.title, self.hamstrings, self.fold, None, gap=GAP, inside=titled)
        column(self.regions, self.equipment, inside=self._filters)
        head = Head(titled, (self.search, 1), self.bring, self.new)
        column(
            head, BLOCK, self._filters, GAP, self.found_toes, self.grid, self.nothing, GAP,
            row(self.show_all, None), None, GAP, self.toes, margins=PAGE_MARGINS, inside=content,
        )  # fmt: skip
        self.sheet = Sheet(content, PAGE_WIDTH, steady=True)
        self.sheet.scaled.connect(self._fold)
        column(self.sheet, inside=self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Filters that are on show in any window."""
        low = self.height() < LOW * self.sheet.scale
        self.fold.setVisible(low)
        self._filters.setVisible(
            not low or self.fold.isChecked() or bool(self.regions.pressed | self.equipment.pressed)
        )

    # -- showing -----------------------------------------------------------------------------------------------------
    def show_exercises(self, exercises: Mapping[str, Exercise]) -> None:
        """Show these exercises; what was searched for stays."""
        shown = tuple(sorted(exercises.values(), key=lambda exercise: folded(wording.of_file(exercise.name))))
        if shown != self._exercises:
            self._exercises = shown
            self.grid.show_exercises(shown)
            self.regions.show_values((exercise.region for exercise in shown), wording.headline)
            needed = (thing for exercise in shown for thing in exercise.equipment or ("",))
            self.equipment.show_values(needed, self._thing)
        self._show_found()

    def _order_tabs(self) -> None:
        filters = [*self.regions.chips, *self.equipment.chips]
        head = [self.hamstrings, self.fold, self.search, self.bring, self.new, *filters, self.found_toes.link]
        order_tabs([*head, *self.grid.cards, self.show_all, self.toes])

    def return_to(self, exercise_id: str) -> None:
        """Be where that exercise is."""
        self.grid.go_to(exercise_id)

    def _thing(self, equipment: str) -> str:
        return wording.headline(equipment) if equipment else self.tr("Nothing needed")

    def _on_wish_changed(self) -> None:
        self._show_found()
        self.sheet.verticalScrollBar().setValue(0)

    def _show_found(self) -> None:
        query = self.search.text()
        found = wording_library.found(query, filter(self._wanted, self._exercises))
        searched = bool(query.strip())
        toes = searched and matches(query, (wording.why_not_standing(), self.tr("touch touching forward bend fold")))
        self.found_toes.setVisible(toes)
        self.toes.setVisible(not toes)
        self.grid.show_only(found, best_first=searched)
        self._order_tabs()
        self.grid.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.show_all.setVisible(not found)
        self.nothing.show_text(self._why_nothing(query, toes))

    def _why_nothing(self, query: str, toes: bool) -> str:
        if toes:
            return self.tr("There is no such exercise here, and the line above says why.")
        if query.strip() and (self.regions.pressed or self.equipment.pressed):
            return self.tr("Nothing here is all of that. Try fewer words, or switch a filter off.")
        if query.strip():
            return self.tr("No exercise goes by these words. Try fewer, or others: “calf”, “band”, “lie down”.")
        return self.tr("No exercise is for this body part with this equipment. Switch one of them off.")

    def _wanted(self, exercise: Exercise) -> bool:
        regions, equipment = self.regions.pressed, self.equipment.pressed
        return (not regions or exercise.region in regions) and (
            not equipment or not equipment.isdisjoint(exercise.equipment or ("",))
        )

    def forget_wishes(self) -> None:
        """Show everything again."""
        for filters in (self.regions, self.equipment):
            filters.release()
        self.search.clear()
        self._on_wish_changed()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- hands -------------------------------------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Whoever types, searches."""
        if event.key() == Qt.Key.Key_Escape:
            self.forget_wishes()
        elif event.key() == Qt.Key.Key_Down and not self.grid.isHidden():
            self.grid.go_to()
        elif not self.search.takes(event):
            super().keyPressEvent(event)


class ToesCard(QWidget):
    """What a search for the standing toe touch finds instead of it."""

    def __init__(self) -> None:
        super().__init__()
        self.link = WayOn(wording.why_not_standing())
        card = Card()
        row(self.link, margins=EVEN_MARGINS, inside=card)
        column(card, margins=(0, 0, 0, BLOCK), inside=self)
