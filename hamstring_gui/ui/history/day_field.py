"""A day, typed as the locale writes it or reached with arrows; below it stands which day that is, or what is wrong."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from hamstring_gui.domain.dates import EARLIEST, understood_date
from hamstring_gui.ui import dates
from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.field import Field
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import column, row
from hamstring_gui.ui.history import wording_sessions as wording
from hamstring_gui.ui.theme import SMALL, SNUG, TIGHT

LONGEST = 40


class DayField(QWidget):
    """`day` is what was understood, `None` while it makes no sense or is put into the future.

    The day that the field began with is kept even where it lies there: clocks go wrong.
    """

    changed = Signal()

    def __init__(self, name: str, day: date, today: date) -> None:
        super().__init__()
        self._today, self._before = today, day
        self.field = Field(height=44)
        self.field.setAccessibleName(name)
        self.field.setMaxLength(LONGEST)
        self.said = Text(size=SMALL, quiet=True, name="day_said", wrap=True)
        self.earlier = KeyButton("−")
        self.earlier.setAccessibleName(self.tr("A day earlier"))
        self.later = KeyButton("+")
        self.later.setAccessibleName(self.tr("A day later"))
        self.earlier.changes_value = self.later.changes_value = True
        self.earlier.clicked.connect(lambda: self.step(-1))
        self.later.clicked.connect(lambda: self.step(1))
        column(row((self.field, 1), self.earlier, self.later, gap=SNUG), self.said, gap=TIGHT, inside=self)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._on_typed)
        self._show_day(day)

    @property
    def day(self) -> date | None:
        typed = self._typed()
        fits = typed is not None and (EARLIEST <= typed <= self._today or typed == self._before)
        return typed if fits else None

    @property
    def problem(self) -> str:
        """What is wrong with what was typed, or nothing."""
        typed = self._typed()
        if typed is None:
            example = dates.typed(self._today)
            return self.tr("That is no date. Type it like today’s: {example}.").format(example=example)
        if typed > self._today:
            return self.tr("That day is still to come. Only what has been done can be kept here.")
        if typed < EARLIEST:
            return self.tr("That is too long ago: the first day is {day}.").format(day=dates.typed(EARLIEST))
        return ""

    def step(self, days: int) -> None:
        """Go some days on, at most to today; from rubbish, to today."""
        typed = self.day
        self._show_day(min(self._today, max(EARLIEST, typed + timedelta(days=days))) if typed else self._today)

    def _typed(self) -> date | None:
        return understood_date(self.field.text(), self._today, dates.typed_order(), dates.month_names())

    def _show_day(self, day: date) -> None:
        self.field.setText(dates.typed(day))
        self._on_typed()

    def _on_typed(self) -> None:
        day = self.day
        self.said.show_text(wording.day_described(day, self._today) if day else self.problem)
        self.field.setAccessibleDescription(self.said.text())
        self.later.setEnabled(day is None or day < self._today)
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the field has no use for: up is a day later, as everywhere where numbers go up."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(1 if event.key() == Qt.Key.Key_Up else -1)
        else:
            super().keyPressEvent(event)
