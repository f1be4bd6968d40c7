"""The Routines page: all routines on the left, the chosen one to be changed on the right."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from hamstring_gui.domain import routine_edit
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.routine import Routine
from hamstring_gui.domain.values import dataclass
from hamstring_gui.ui import wording
from hamstring_gui.ui.controls.buttons import KeyButton, QuietButton
from hamstring_gui.ui.controls.head import Head
from hamstring_gui.ui.controls.keys import goes_back
from hamstring_gui.ui.controls.labels import Text, set_tip
from hamstring_gui.ui.controls.layouts import Stack, column, order_tabs, row
from hamstring_gui.ui.controls.scroll import BAR, FittedScroll
from hamstring_gui.ui.controls.sheet import Sheet
from hamstring_gui.ui.exercises.chooser import ExerciseChooser
from hamstring_gui.ui.routines.editor import RoutineEditor
from hamstring_gui.ui.routines.list import RoutineList
from hamstring_gui.ui.theme import BLOCK, PAGE_MARGIN, PAGE_MARGINS, PAGE_WIDTH, SECTION, SNUG, TITLE, WIDE_GAP

LIST_WIDTH, LIST_SHARE = 226, 0.27
A_BLINK_MS = 30
NARROW = 800
"""A page narrower than this (px) has narrower margins."""
STACKED, LOW = 600, 640
"""With less room across, the list stands above the editor; in a page lower than this, nothing scrolls by itself."""
WIDEST = 16_777_215
"""Qt's own limit: none."""


@dataclass(frozen=True, slots=True)
class Routines:
    """What the page shows: every routine, which of them came with the program, which of those were changed; and the
    exercises that they may lead through."""

    routines: tuple[Routine, ...]
    built_in: frozenset[str]
    changed: frozenset[str]
    exercises: Mapping[str, Exercise]


class RoutinesPage(Stack):
    """`edited` carries a routine as it is to be, and a text that is the same for changes that belong together.

    `start_requested`, `duplicate_requested`, `delete_requested`, `reset_requested` and `export_requested` carry an id.
    `back_requested` is for the page that led here, while `back` shows.
    """

    edited = Signal(object, str)
    start_requested = Signal(str)
    new_requested = Signal()
    duplicate_requested = Signal(str)
    delete_requested = Signal(str)
    reset_requested = Signal(str)
    export_requested = Signal(str)
    import_requested = Signal()
    undo_requested = Signal()
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._exercises: Mapping[str, Exercise] = {}
        self._shown: Routines | None = None
        self._chosen = ""
        self._adding_to = ""
        self._later = QTimer(self, singleShot=True, interval=A_BLINK_MS)
        self._later.timeout.connect(self._show_list)
        self.title = Text(self.tr("Routines"), TITLE, 700, name="routines_title")
        self.back = KeyButton(self.tr("Back"), self.tr("Esc"))
        self.back.clicked.connect(self.back_requested)
        self.undo = KeyButton(self.tr("Undo"), self.tr("Ctrl+Z"))
        self.new = KeyButton(self.tr("New routine"))
        self.list = RoutineList()
        self.importing = QuietButton(self.tr("Import…"))
        self.editor = RoutineEditor()
        self.chooser = ExerciseChooser()
        self._connect()
        self._lay_out()
        self.show_undo("")

    def _connect(self) -> None:
        editor = self.editor
        self.list.chosen.connect(self._on_chosen)
        self.undo.clicked.connect(self.undo_requested)
        self.new.clicked.connect(self.new_requested)
        self.importing.clicked.connect(self.import_requested)
        editor.edited.connect(self.edited)
        editor.add.clicked.connect(self._on_add_clicked)
        for button, wish in (
            (editor.start, self.start_requested), (editor.duplicate, self.duplicate_requested),
            (editor.delete, self.delete_requested), (editor.reset, self.reset_requested),
            (editor.export, self.export_requested),
        ):  # fmt: skip
            button.clicked.connect(lambda _=False, signal=wish: signal.emit(self._chosen))
        self.chooser.chosen.connect(self._on_exercise_chosen)
        self.chooser.cancelled.connect(self._show_editor)

    def _lay_out(self) -> None:
        self._content = QWidget()
        self._routines = FittedScroll(self.list)
        beside = column((self._routines, 1000), row(self.importing, None), None, gap=SNUG)
        self._row = row(beside, (self.editor, 1))
        head = Head(self.title, None, self.back, self.undo, self.new)
        self.back.hide()
        self._column = column(head, BLOCK, (self._row, 1), inside=self._content)
        self._sheet = Sheet(self._content, PAGE_WIDTH)
        self._sheet.scaled.connect(self._arrange)
        self._main = QWidget()
        self._main.setAccessibleName(self.title.text())
        self._main.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        column(self._sheet, inside=self._main)
        for page in (self._main, self.chooser):
            self.addWidget(page)
        self.setFocusProxy(self._main)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The list gives way before the editor does, and stands above it where there is no room beside. Both scroll by
        themselves, but in a page that is too low for that all of it scrolls."""
        narrow, scale = self.width() < NARROW, self._sheet.scale
        _, above, _, below = PAGE_MARGINS
        side = BLOCK if narrow else PAGE_MARGIN
        self._column.setContentsMargins(side, above, side, below)
        self._row.setSpacing((WIDE_GAP if narrow else SECTION) - BAR)
        room = self.width() - 2 * side
        stacked = room < STACKED * scale
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)
        larger = max(1.0, min(self.width() / 1000, 2.2))
        width = BAR + round(min(LIST_WIDTH * larger, LIST_SHARE * room))
        self._routines.setMinimumWidth(0 if stacked else width)
        self._routines.setMaximumWidth(WIDEST if stacked else width)
        self.list.set_brief(stacked)
        whole = stacked or self.height() < LOW * scale
        self._routines.set_whole(whole)
        self.editor.sheet.set_whole(whole)

    # -- showing -----------------------------------------------------------------------------------------------------
    def show_routines(self, routines: Routines, chosen: str = "") -> None:
        """Show these; `chosen` in the editor, or the one that is there already, or its neighbour where it is gone."""
        before = [one.id for one in self._shown.routines] if self._shown is not None else []
        self._shown, self._exercises = routines, routines.exercises
        there = {one.id for one in routines.routines}
        above = before[: before.index(self._chosen)] if self._chosen in before else []
        still = [self._chosen, *reversed(above)]
        self.choose(chosen or next((one for one in still if one in there), ""))

    def show_way_back(self, from_elsewhere: bool) -> None:
        """Offer the way back to another page, if that led here."""
        self.back.setVisible(from_elsewhere)

    def show_undo(self, words: str) -> None:
        """Say what the last change was that can be taken back; nothing where there is none."""
        self.undo.setEnabled(bool(words))
        set_tip(self.undo, words)
        self.undo.setAccessibleDescription(words)

    def choose(self, routine_id: str) -> None:
        """Have one of the routines in the editor; the first one where there is no such routine."""
        if self._shown is None or not self._shown.routines:
            return
        known = {routine.id: routine for routine in self._shown.routines}
        routine = known.get(routine_id) or self._shown.routines[0]
        if routine.id != self._chosen:
            QTimer.singleShot(0, self, self._bring_entry_into_view)  # once a new one has its place
        self._chosen = routine.id
        self._show_list()
        built_in, changed = routine.id in self._shown.built_in, routine.id in self._shown.changed
        self.editor.show_routine(routine, self._exercises, built_in, changed)
        self._order_tabs()

    def _show_list(self) -> None:
        """Not while a mouse button is down: what it is on would go from under it, as when a name is left for it."""
        if QApplication.mouseButtons():
            self._later.start()
        elif self._shown is not None:
            self.list.show_routines(self._shown.routines, self._exercises, self._chosen)
            self._routines.fit()
            self._order_tabs()

    def _bring_entry_into_view(self) -> None:
        if self.list.entry is not None:
            self._routines.ensureWidgetVisible(self.list.entry, 0, 0)

    def _order_tabs(self) -> None:
        entry = self.list.entry
        if entry is not None:
            order_tabs([self.back, self.undo, self.new, entry, self.importing])
            self.editor.order_tabs(before=self.importing)

    def _on_chosen(self, routine_id: str) -> None:
        """Where the editor stands below the list, as much of it comes into view as says whose it is."""
        self.choose(routine_id)
        if self._row.direction() == QBoxLayout.Direction.TopToBottom:
            self._sheet.ensureWidgetVisible(self.editor.items, 0, 0)
            self._sheet.ensureWidgetVisible(self.editor.name, 0, self.editor.name.height())

    def rename(self) -> None:
        """Put the keyboard into the name, to be typed over."""
        self.editor.rename.click()

    # -- adding an exercise ------------------------------------------------------------------------------------------
    def _routine(self) -> Routine | None:
        routines = self._shown.routines if self._shown else ()
        return next((routine for routine in routines if routine.id == self._chosen), None)

    def _on_add_clicked(self) -> None:
        routine = self._routine()
        if routine is not None:
            self._adding_to = routine.id
            self.chooser.show_exercises(self._exercises, wording.of_file(routine.name))
            self._go_to(self.chooser)

    def _on_exercise_chosen(self, exercise_id: str) -> None:
        routine = self._routine()
        self._show_editor()
        if routine is not None and routine.id == self._adding_to:
            self.edited.emit(routine_edit.with_exercise(routine, self._exercises[exercise_id]), "")
            self.editor.sheet.verticalScrollBar().setValue(self.editor.sheet.verticalScrollBar().maximum())

    def _show_editor(self) -> None:
        self._go_to(self._main)
        self.editor.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to(self, page: QWidget) -> None:
        self.setFocusProxy(page)
        self.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go through the routines where nothing else wants them."""
        if goes_back(event) and self.currentWidget() is self._main and not self.back.isHidden():
            self.back_requested.emit()
            return
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.currentWidget() is self._main:
            self.list.keyPressEvent(event)
        else:
            super().keyPressEvent(event)
