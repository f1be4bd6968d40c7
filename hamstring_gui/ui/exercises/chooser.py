"""The exercises with their pictures, to add one to a routine."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.finding import folded
from hamstring_gui.ui import wording
from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.field import SearchField
from hamstring_gui.ui.controls.head import Head
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import column
from hamstring_gui.ui.controls.sheet import Sheet
from hamstring_gui.ui.exercises import wording as wording_library
from hamstring_gui.ui.exercises.grid import ExerciseGrid
from hamstring_gui.ui.theme import BLOCK, BODY, PAGE_MARGINS, PAGE_WIDTH, TITLE


class ExerciseChooser(QWidget):
    """`chosen` carries an exercise's id, `cancelled` that none is wanted."""

    chosen = Signal(str)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._exercises: tuple[Exercise, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.title = Text(size=TITLE, weight=700, name="chooser_title", wrap=True)
        self.search = SearchField(self.tr("Search"))
        self.search.textChanged.connect(self._show_found)
        self.search.installEventFilter(self)
        self.cancel = KeyButton(self.tr("Cancel"), self.tr("Esc"))
        self.cancel.clicked.connect(self.cancelled)
        self.grid = ExerciseGrid()
        self.grid.chosen.connect(self.chosen)
        self.nothing = Text(
            self.tr("No exercise goes by these words. Try fewer, or others."), BODY, quiet=True, name="nothing_found",
            wrap=True,
        )  # fmt: skip
        self._lay_out()

    def _lay_out(self) -> None:
        content = QWidget()
        head = Head(self.title, (self.search, 1), self.cancel)
        column(head, BLOCK, self.grid, self.nothing, None, margins=PAGE_MARGINS, inside=content)
        self.sheet = Sheet(content, PAGE_WIDTH, steady=True)
        column(self.sheet, inside=self)

    def show_exercises(self, exercises: Mapping[str, Exercise], routine_name: str) -> None:
        """Show these to choose from, for the routine of that name."""
        self.title.show_text(self.tr("Add to {routine}").format(routine=routine_name))
        self.setAccessibleName(self.title.text())
        shown = tuple(sorted(exercises.values(), key=lambda exercise: folded(wording.of_file(exercise.name))))
        if shown != self._exercises:
            self._exercises = shown
            self.grid.show_exercises(shown)
        self.search.clear()
        self._show_found()

    def _show_found(self) -> None:
        query = self.search.text()
        found = wording_library.found(query, self._exercises)
        self.grid.show_only(found, best_first=bool(query.strip()))
        self.grid.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.sheet.verticalScrollBar().setValue(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the words, the arrow down and Enter go to the pictures; a scrolling page would keep the arrow."""
        onwards = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in onwards:
            self.grid.go_to()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Whoever types, searches; the arrow down goes to the pictures."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.grid.go_to()
        elif not self.search.takes(event):
            super().keyPressEvent(event)
