"""The routines as a list to choose one from: one stop for Tab, arrows go up and down."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.routine import Routine
from hamstring_gui.ui import wording
from hamstring_gui.ui.controls.buttons import WRAP_FROM_TOP
from hamstring_gui.ui.controls.labels import set_tip
from hamstring_gui.ui.controls.pressable import Pressable
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.controls.scroll import without_bar
from hamstring_gui.ui.durations import unbroken
from hamstring_gui.ui.routines import wording as wording_routines
from hamstring_gui.ui.theme import APART, GAP, SMALL, Theme, letters

PAD = APART
LEAST_ENTRY, LEAST_BRIEF = 180, 150
"""Px of the narrowest of several columns."""


class RoutineEntry(Pressable):
    """One routine: its name and what it takes, lit when it is the one that shows. A `brief` one says how long it takes,
    and the rest to the mouse and a screen reader."""

    look = "card"

    def __init__(self, parent: QWidget) -> None:
        self._words_at: dict[int, tuple[int, int]] = {}
        super().__init__("", parent)
        self.routine_id = ""
        self._takes = self._all = ""
        self._brief = False
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def show_routine(self, routine: Routine, exercises: Mapping[str, Exercise], chosen: bool) -> None:
        self.routine_id = routine.id
        self._all = wording_routines.described(routine, exercises)
        self.setText(wording.of_file(routine.name))
        self.set_brief(self._brief)
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(self._all)
        self.setChecked(chosen)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if chosen else Qt.FocusPolicy.NoFocus)
        self.updateGeometry()
        self.update()

    def set_brief(self, brief: bool) -> None:
        self._brief = brief
        self._takes = self._all.partition("\n")[0] if brief else self._all
        set_tip(self, self._all if brief else "")
        self._words_at.clear()
        self.update()

    def rescaled(self) -> None:
        super().rescaled()
        self._fonts = self.font(), letters((SMALL - 1) * self.scale)
        self._words_at.clear()

    def _heights(self, width: int) -> tuple[int, int]:
        """Layouts ask for the same width dozens of times."""
        if width not in self._words_at:
            self._words_at[width] = self._measure(width)
        return self._words_at[width]

    def _measure(self, width: int) -> tuple[int, int]:
        room = QRect(0, 0, width - 2 * self._pad(width), 10_000)
        texts = unbroken(self.text()), unbroken(self._takes)
        name, takes = (
            QFontMetrics(font).boundingRect(room, WRAP_FROM_TOP, text).height()
            for font, text in zip(self._fonts, texts, strict=True)
        )
        return name, takes

    def _pad(self, width: int) -> int:
        return self.px(min(PAD, width / 14))

    def heightForWidth(self, width: int) -> int:
        return sum(self._heights(width)) + self.px(2 + 2 * 12)

    def paint_inside(self, painter: QPainter, theme: Theme, ink: QColor) -> None:
        name, takes = self._heights(self.width())
        pad = self._pad(self.width())
        place = QRect(pad, (self.height() - name - takes - 2) // 2, self.width() - 2 * pad, name)
        painter.setPen(ink)
        painter.setFont(self._fonts[0])
        painter.drawText(place, WRAP_FROM_TOP, unbroken(self.text()))
        place = QRect(pad, place.bottom() + 3, place.width(), takes)
        painter.setPen(theme.chip_quiet if self.lit else theme.quiet)
        painter.setFont(self._fonts[1])
        painter.drawText(place, WRAP_FROM_TOP, unbroken(self._takes))


class RoutineList(Scaled, QWidget):
    """`chosen` carries a routine's id."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[RoutineEntry] = []
        self._chosen, self._brief = "", False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_routines(self, routines: tuple[Routine, ...], exercises: Mapping[str, Exercise], chosen: str) -> None:
        self._chosen = chosen  # first, for it is by this that a person's choice is told from ours
        while len(self.entries) > len(routines):
            gone = self.entries.pop()
            gone.hide()
            gone.deleteLater()
        while len(self.entries) < len(routines):
            new = RoutineEntry(self)
            new.set_brief(self._brief)
            new.toggled.connect(partial(self._on_toggled, new))
            new.show()
            self.entries.append(new)
        for entry, routine in zip(self.entries, routines, strict=True):
            entry.show_routine(routine, exercises, routine.id == chosen)
        self._arrange()

    def set_brief(self, brief: bool) -> None:
        """Be as low as can be: something else is to be seen below it."""
        if brief != self._brief:
            self._brief = brief
            for entry in self.entries:
                entry.set_brief(brief)
            self._arrange()

    def _on_toggled(self, entry: RoutineEntry, on: bool) -> None:
        """By mouse, key, or screen reader."""
        if on and entry.routine_id != self._chosen:
            self.chosen.emit(entry.routine_id)

    @property
    def entry(self) -> RoutineEntry | None:
        """The one that is chosen."""
        return next((entry for entry in self.entries if entry.isChecked()), None)

    def rescaled(self) -> None:
        for entry in self.entries:
            entry.set_scale(self.scale)
        self._arrange()

    def heightForWidth(self, width: int) -> int:
        return self._place(without_bar(self, width), move=False)

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(200, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        self._place(without_bar(self, self.width()))

    def _place(self, width: int, move: bool = True) -> int:
        """Below each other, in as many columns as there is room for; gives the height that they take."""
        least = self.px(LEAST_BRIEF if self._brief else LEAST_ENTRY)
        columns = max(1, (width + GAP) // (least + GAP))
        across, top = (width + GAP) // columns - GAP, 0
        for first in range(0, len(self.entries), columns):
            line = self.entries[first : first + columns]
            height = max(entry.heightForWidth(across) for entry in line)
            for number, entry in enumerate(line if move else ()):
                entry.setGeometry(number * (across + GAP), top, across, height)
            top += height + GAP
        return max(0, top - GAP)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        entry = self.entry
        if way is None or entry is None:
            super().keyPressEvent(event)
            return
        to = self.entries.index(entry) + way
        if 0 <= to < len(self.entries):
            self.chosen.emit(self.entries[to].routine_id)
            self.entries[to].setFocus(Qt.FocusReason.TabFocusReason)
