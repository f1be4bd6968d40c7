"""The second and third page of the introduction: the habit, and what can be read and heard from the mat."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.ui import wording
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import Stack
from hamstring_gui.ui.controls.options import Options
from hamstring_gui.ui.first_run.leaf import Leaf
from hamstring_gui.ui.first_run.mat import MatPage
from hamstring_gui.ui.theme import BODY, GAP, SMALL

FIRST = 2
"""The number of the first of the two."""


class IntroductionPage(Stack):
    """`setting_changed` carries a setting's field and what was chosen, `turned_to` the number of the page that is
    wanted: 2 and 3 show already, 1 is none of these. `left` says that it was finished, or skipped."""

    setting_changed = Signal(str, object)
    tone_requested = Signal()
    turned_to = Signal(int)
    left = Signal()
    has_back = True
    prints_enter = True

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.habit, self.mat = HabitPage(), MatPage()
        self._chosen: dict[str, Options] = {
            "goal": self.habit.goal, "first_leg": self.habit.first_leg, "seen_from": self.mat.seen_from
        }  # fmt: skip
        for field, control in self._chosen.items():
            control.chosen.connect(lambda value, field=field: self.setting_changed.emit(field, value))
        self.mat.tone.clicked.connect(self.tone_requested)
        self.mat.tone_due.connect(self.tone_requested)
        for page in (self.habit, self.mat):
            page.next.clicked.connect(self._on_next_clicked)
            page.back.clicked.connect(self._on_back_clicked)
            page.skip.clicked.connect(self.left)
            self.addWidget(page)

    def begin(self, number: int = FIRST) -> None:
        """Be on the second or the third page."""
        self.setCurrentIndex(max(0, number - FIRST))
        self._name_itself()

    def _name_itself(self) -> None:
        shown = self.mat if self.currentWidget() is self.mat else self.habit
        self.setAccessibleName(shown.accessibleName())
        self.setAccessibleDescription(shown.told)

    def show_exercises(self, exercises: Mapping[str, Exercise]) -> None:
        """The exercises, out of which the pictures are made."""
        self.mat.seen_from.show_exercises(exercises)

    def show_values(self, values: Mapping[str, object]) -> None:
        """Show what is set, by the settings' fields; nothing where nothing was chosen yet."""
        for field, control in self._chosen.items():
            if values[field] is not None:
                control.show_value(values[field])

    def show_no_tone(self, why: str) -> None:
        """Say why no tone can be heard, if so."""
        self.mat.show_no_tone(why)
        self._name_itself()

    def _turn_to(self, number: int) -> None:
        if number >= FIRST:
            self.begin(number)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.turned_to.emit(number)

    def _on_next_clicked(self) -> None:
        if self.currentWidget() is self.mat:
            self.left.emit()
        else:
            self._turn_to(FIRST + 1)

    def _on_back_clicked(self) -> None:
        self._turn_to(FIRST + self.currentIndex() - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_next_clicked()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Back:
            self._on_back_clicked()
        else:
            super().keyPressEvent(event)


class HabitPage(Leaf):
    """How often, and which leg first."""

    def __init__(self) -> None:
        super().__init__(FIRST, self.tr("Little and often"), self.tr("Next"))
        text = self.tr("A few minutes on several days do more than one long session. A week off breaks nothing.")
        self._text = text
        self.column.addWidget(Text(text, BODY, quiet=True, wrap=True))
        self.column.addSpacing(GAP)
        name = self.tr("Goal")
        self.goal = Options(name, [(days, str(days)) for days in range(1, 8)])
        self.ask(self.tr("How many days a week would you like to stretch?"), self.goal)
        self.first_leg = Options(self.tr("First leg"), wording.first_legs())
        self.ask(self.tr("Which leg goes first?"), self.first_leg)
        text = self.tr("Both can be changed at any time, in Settings.")
        self.column.addWidget(Text(text, SMALL, quiet=True, wrap=True))
        self.end()

    @property
    def told(self) -> str:
        return self._text
