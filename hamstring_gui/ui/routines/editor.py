"""The editor of one routine: name and time, what it is for and needs, exercises, gaps, what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hamstring_gui.domain import routine_edit as edit
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.routine import LONGEST_NAME, Routine, unroll
from hamstring_gui.ui import wording
from hamstring_gui.ui.controls.button_row import ButtonRow
from hamstring_gui.ui.controls.buttons import KeyButton, QuietButton
from hamstring_gui.ui.controls.card import Card
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import column, order_tabs, row
from hamstring_gui.ui.controls.scroll import BAR, FittedScroll, without_bar
from hamstring_gui.ui.routines import wording as wording_routines
from hamstring_gui.ui.routines.about_field import AboutField
from hamstring_gui.ui.routines.between_holds import BetweenHolds
from hamstring_gui.ui.routines.item_list import ItemList
from hamstring_gui.ui.routines.name_field import NameField
from hamstring_gui.ui.theme import BODY, GAP, INSET, SECTION, SMALL, SNUG, TIGHT, WIDE_GAP

LEAST_ITEMS = 120
"""Px that the exercises have at least, before they scroll."""
"""Px by which a name's panel and a quiet button reach beyond their words: so much further out do they begin."""

ITEM_CHANGES: Mapping[str, Callable[[Routine, int, Any], Routine]] = {
    "sets": lambda routine, number, value: edit.with_sets(routine, number, round(value)),
    "hold": edit.with_hold,
    "reps": lambda routine, number, value: edit.with_reps(routine, number, round(value)),
    "rep_s": edit.with_rep_s,
    "rest": edit.with_rest,
    "order": edit.with_order,
}
ROUTINE_CHANGES: Mapping[str, Callable[[Routine, Any], Routine]] = {
    "first_side": edit.with_first_side,
    "setup": edit.with_setup,
    "rests": edit.with_rests,
    "switches": edit.with_switches,
}


class RoutineEditor(Card):
    """`edited` carries the routine as it is to be, and a text that is the same for changes that belong together.

    The other wishes concern the routine that shows.
    """

    edited = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._routine: Routine | None = None
        self._built_in = self._changed = False
        self.name = NameField(self.tr("Name of the routine"), LONGEST_NAME)
        self.about = AboutField()
        self.needs = Text(size=SMALL, quiet=True, name="what_it_needs", wrap=True)
        self.ask_first = Text(size=SMALL, quiet=True, name="routine_ask_first", wrap=True)
        self.total_time = Text(size=BODY, weight=600, quiet=True, name="total_time")
        self.leg_time = Text(size=SMALL, quiet=True, name="leg_time", wrap=True)
        self.items = ItemList()
        self.between = BetweenHolds()
        self.nothing = Text(
            self.tr("There is nothing in this routine yet. Add an exercise, and it can be started."),
            BODY, quiet=True, name="empty_routine", wrap=True,
        )  # fmt: skip
        self.add = KeyButton(self.tr("Add exercise"))
        self.reset = KeyButton(self.tr("Reset to original"))
        self.start = KeyButton(self.tr("Start this routine"), weight="primary")
        self.rename = QuietButton(self.tr("Rename"))
        self.duplicate = QuietButton(self.tr("Duplicate"))
        self.export = QuietButton(self.tr("Export…"))
        self.delete = QuietButton(self.tr("Delete"))
        self.hint = Text(
            self.tr("Changes are saved as you make them. Ctrl+Z takes the last one back."), SMALL, quiet=True,
            name="saved_hint", wrap=True,
        )  # fmt: skip
        self.buttons = ButtonRow((self.add,), (self.reset, self.start))
        self.quiet_buttons = ButtonRow((self.rename, self.duplicate, self.export, self.delete), ())
        self._connect()
        self._lay_out()

    def _connect(self) -> None:
        self.name.named.connect(self._on_named)
        self.about.told.connect(lambda about: self._emit(edit.described, about))
        self.rename.clicked.connect(self._on_rename_clicked)
        self.items.changed.connect(self._on_item_changed)
        self.items.moved.connect(lambda number, to: self._emit(edit.moved, number, to))
        self.items.removed.connect(lambda number: self._emit(edit.without, number))
        self.between.changed.connect(self._on_between_changed)

    def _lay_out(self) -> None:
        for text in (self.leg_time, self.needs, self.ask_first, self.hint):
            text.setContentsMargins(INSET, 0, BAR, 0)
        self._body = _Body(self.items, self.between)
        self.sheet = FittedScroll(self._body)
        self.sheet.set_least(LEAST_ITEMS)
        self.between.folded.connect(self._on_folded)
        beside_bar = (0, 0, BAR, 0)
        head = row((self.name, 1), self.total_time, gap=GAP, margins=beside_bar)
        inner = column(
            GAP, self.nothing, (self.sheet, 1000), GAP, row(self.buttons, margins=beside_bar), None, SNUG,
            margins=(INSET, 0, 0, 0),
        )  # fmt: skip
        about = row(self.about, margins=(INSET, 0, BAR, 0))
        self._column = column(
            head, about, TIGHT, self.leg_time, self.needs, self.ask_first, (inner, 1), self.quiet_buttons, self.hint,
            inside=self,
        )  # fmt: skip

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow editors have narrow margins."""
        side = SECTION if self.width() > 560 else WIDE_GAP
        self._column.setContentsMargins(side - INSET, WIDE_GAP, side - BAR, WIDE_GAP)
        self.hint.setVisible(self.width() > 560)
        self._show_reset()
        super().resizeEvent(event)

    # -- showing -----------------------------------------------------------------------------------------------------
    def show_routine(self, routine: Routine, exercises: Mapping[str, Exercise], built_in: bool, changed: bool) -> None:
        """Show a routine. One that came with the program can be reset once it is `changed`, others can be deleted."""
        other = self._routine is None or self._routine.id != routine.id
        self._routine = routine
        self.name.show_name(wording.of_file(routine.name))
        self.about.show_about(wording.of_file(routine.about))
        phases = unroll(routine, exercises)
        some = bool(routine.items)
        self.total_time.show_text(wording_routines.in_all(phases) if some else "")
        self.leg_time.show_text(wording.credited(phases, exercises) if some else "")
        self.needs.show_text(wording.you_need(routine, exercises) if some else "")
        self.ask_first.show_text(wording.asked_first(routine, exercises))
        self.ask_first.setVisible(bool(self.ask_first.text()))
        self.items.show_items(routine.items, exercises)
        self.between.show_routine(routine)
        self.nothing.setVisible(not some)
        self.sheet.setVisible(some)
        self.start.setEnabled(some)
        self._built_in, self._changed = built_in, changed
        self._show_reset()
        self.delete.setVisible(not built_in)
        self.quiet_buttons.arrange()
        self.sheet.fit()
        if other:
            self.sheet.verticalScrollBar().setValue(0)

    def _show_reset(self) -> None:
        """A narrow editor has no room for what can't be done."""
        self.reset.setVisible(self._built_in and (self._changed or self.width() > 560))
        self.reset.setEnabled(self._changed)
        self.buttons.arrange()

    @property
    def controls(self) -> list[QWidget]:
        """In the order in which Tab goes through them."""
        of_items = [control for item in self.items.items for control in item.controls]
        buttons = [self.add, self.reset, self.start, self.rename, self.duplicate, self.export, self.delete]
        return [self.name, self.about.area.edit, *of_items, *self.between.controls, *buttons]

    def order_tabs(self, before: QWidget) -> None:
        """Tab comes here from `before`."""
        order_tabs([before, *self.controls])

    def _on_folded(self) -> None:
        self._body.arrange()
        self.sheet.fit()
        if self.between.fold.isChecked():
            QTimer.singleShot(0, self, lambda: self.sheet.ensureWidgetVisible(self.between.switches))

    # -- changing ----------------------------------------------------------------------------------------------------
    def _emit(self, change: Callable[..., Routine], *values: object, together: str = "") -> None:
        if self._routine is not None:
            changed = change(self._routine, *values)
            if changed != self._routine:
                self.edited.emit(changed, together)

    def _on_item_changed(self, number: int, field: str, value: object, gesture: int) -> None:
        together = f"{field} {number} {gesture}" if gesture else ""
        self._emit(ITEM_CHANGES[field], number, value, together=together)

    def _on_between_changed(self, field: str, value: object, gesture: int) -> None:
        together = f"{field} {gesture}" if gesture else ""
        self._emit(ROUTINE_CHANGES[field], value, together=together)

    def _on_named(self, name: str) -> None:
        self._emit(edit.renamed, name)

    def _on_rename_clicked(self) -> None:
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()


class _Body(QWidget):
    """The exercises, and below them what lies between the holds."""

    def __init__(self, items: ItemList, between: BetweenHolds) -> None:
        super().__init__()
        self._items, self._between = items, between
        for part in (items, between):
            part.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        width = without_bar(self, width)
        return self._items.heightForWidth(width) + 4 + self._between.height_for(width)

    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(max(400, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(300, 100)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        width = without_bar(self, self.width())
        items = self._items.heightForWidth(width)
        self._items.setGeometry(0, 0, width, items)
        self._between.setGeometry(0, items + 4, width, self._between.height_for(width))
