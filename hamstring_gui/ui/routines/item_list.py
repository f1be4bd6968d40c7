"""The exercises of a routine below each other; each can be dragged to another place."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractSpinBox, QSizePolicy, QWidget

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.routine import Item
from hamstring_gui.ui.controls.announce import announce
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.routines.item import RoutineItem
from hamstring_gui.ui.theme import INSET


class ItemList(Scaled, QWidget):
    """`changed` carries an item's number (from 0), field, value and gesture; `moved` from where to where."""

    changed = Signal(int, str, object, int)
    moved = Signal(int, int)
    removed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.items: list[RoutineItem] = []
        self._lifted_from = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_items(self, items: tuple[Item, ...], exercises: Mapping[str, Exercise]) -> None:
        """Show these; what is there is used again, so that whoever holds a control keeps it."""
        while len(self.items) > len(items):
            gone = self.items.pop()
            gone.hide()
            gone.deleteLater()
        while len(self.items) < len(items):
            self.items.append(self._new_item(len(self.items)))
        for shown, item in zip(self.items, items, strict=True):
            shown.show_item(item, exercises[item.exercise], len(items) > 1)
            shown.show()
        self._arrange()
        self.updateGeometry()

    def _new_item(self, number: int) -> RoutineItem:
        new = RoutineItem(self)
        new.set_scale(self.scale)
        new.changed.connect(partial(self.changed.emit, number))
        new.remove_requested.connect(partial(self._on_remove_requested, number))
        new.move_requested.connect(partial(self._on_move_requested, number))
        new.handle.dragged.connect(partial(self._on_dragged, number))
        new.handle.dropped.connect(partial(self._on_dropped, number))
        return new

    def rescaled(self) -> None:
        for item in self.items:
            item.set_scale(self.scale)
        self._arrange()

    def _settle(self) -> None:
        """What is half typed in a number belongs to the item that has it now."""
        focused = self.window().focusWidget()
        if isinstance(focused, QAbstractSpinBox):
            focused.interpretText()

    def _on_remove_requested(self, number: int) -> None:
        self._settle()
        self.removed.emit(number)

    # -- order -------------------------------------------------------------------------------------------------------
    def _on_move_requested(self, number: int, way: int) -> None:
        """Whoever has a control of the item keeps the same control, in its new place."""
        to = number + way
        if not 0 <= to < len(self.items):
            return
        self._settle()
        focused = self.window().focusWidget()
        names = [name for name, part in vars(self.items[number]).items() if part is focused]
        self.moved.emit(number, to)
        if names:
            getattr(self.items[to], names[0]).setFocus()
        self._tell_place(to)

    def _tell_place(self, to: int) -> None:
        announce(self, self.tr("Moved to place {place} of {places}.").format(place=to + 1, places=len(self.items)))

    def _on_dragged(self, number: int, way: int) -> None:
        item = self.items[number]
        if not item.lifted:
            item.set_lifted(True)
            item.raise_()
            self._lifted_from = item.y()
        top = min(self.height() - item.height(), max(0, self._lifted_from + way))
        item.move(0, top)
        self._arrange(without=number, to=self._place_of(number))

    def _on_dropped(self, number: int) -> None:
        to = self._place_of(number)
        self.items[number].set_lifted(False)
        for item in self.items:
            item.raise_()  # a screen reader finds them in the order in which they lie on each other
        self._arrange()
        self._settle()
        if to != number:
            self.moved.emit(number, to)
            self._tell_place(to)

    def _place_of(self, number: int) -> int:
        """The place whose top is nearest to that of the item that is dragged."""
        tops = [0]
        for other in self.items:
            if other is not self.items[number]:
                tops.append(tops[-1] + other.height() + self._gap)
        y = self.items[number].y()
        return min(range(len(tops)), key=lambda place: abs(y - tops[place]))

    # -- arranging ---------------------------------------------------------------------------------------------------
    @property
    def _gap(self) -> int:
        return self.px(INSET)

    def heightForWidth(self, width: int) -> int:
        return max(0, sum(item.height_for(width) + self._gap for item in self.items) - self._gap)

    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(max(400, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(300, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self, without: int | None = None, to: int = 0) -> None:
        """Below each other; while one is dragged, the others leave the place that it would take."""
        order = [item for number, item in enumerate(self.items) if number != without]
        if without is not None:
            order.insert(to, self.items[without])
        top = 0
        for item in order:
            height = item.height_for(self.width())
            if without is None or item is not self.items[without]:
                item.setGeometry(0, top, self.width(), height)
            top += height + self._gap
