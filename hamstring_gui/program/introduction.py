"""Leads through the first pages: the safety text, the habit, and the check from the mat."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hamstring_gui.program.preferences import Preferences
from hamstring_gui.program.settings import SettingsKeeper
from hamstring_gui.program.stage import Late, Stage

if TYPE_CHECKING:
    from hamstring_gui.ui.first_run.introduction import IntroductionPage
    from hamstring_gui.ui.first_run.safety import SafetyPage

SAFETY, HABIT = 1, 2
"""The numbers of the first page, and of the one behind it."""


class Introduction(QObject):
    """Shows the safety text by itself, or all three pages. `over` says that they were gone through, or left.

    Until it was finished or skipped, the settings keep the page that it was left on, and it comes back.
    """

    over = Signal()

    def __init__(
        self, stage: Stage, safety: SafetyPage, late_habit: Late[IntroductionPage], preferences: Preferences,
        settings: SettingsKeeper,
    ) -> None:  # fmt: skip
        super().__init__(preferences)
        self._stage, self._safety, self._late_habit = stage, safety, late_habit
        self._preferences, self._settings = preferences, settings
        self._after_safety: Callable[[], None] = self.over.emit
        late_habit.when_made(self._on_habit_made)
        safety.understood.connect(self._on_understood)
        safety.dismissed.connect(self.over)

    def show(self) -> None:
        """Begin with the first of the three."""
        self._turn_to(SAFETY)

    def resume(self) -> None:
        """Go on with the page that it was left on."""
        self._turn_to(max(SAFETY, self._preferences.settings.introduction_page))

    def refresh_where_seen(self) -> None:
        """What it asks about was changed elsewhere, or taken back."""
        if self._late_habit.shows(self._stage):
            self._show_values()

    def show_safety(self, notes: Sequence[str], then: Callable[[], None], number: int = 0) -> None:
        """Show the safety text with what is to be asked first; `then` follows once it is understood. By itself it has
        no `number`."""
        self._after_safety = then
        self._safety.show_notes(tuple(notes))
        self._safety.show_number(number)
        self._stage.show_page(self._safety)

    def _on_understood(self) -> None:
        if not self._preferences.settings.safety_understood:
            self._preferences.change(safety_understood=True, introduction_page=HABIT)
        self._after_safety()

    def _turn_to(self, number: int) -> None:
        if number == SAFETY:
            self.show_safety((), self._show_habit, SAFETY)
        else:
            self._show_habit(number)

    def _on_habit_made(self, page: IntroductionPage) -> None:
        page.setting_changed.connect(self._on_setting_changed)
        page.tone_requested.connect(self._settings.play_tone)
        page.turned_to.connect(self._on_turned_to)
        page.left.connect(self._on_left)

    def _show_habit(self, number: int = HABIT) -> None:
        """Show the habit, or what comes behind it."""
        page = self._late_habit()
        self._show_values()
        page.begin(number)
        self._on_turned_to(number)
        self._stage.show_page(page)

    def _on_turned_to(self, number: int) -> None:
        if number == SAFETY:
            self._turn_to(SAFETY)
        elif self._preferences.settings.introduction_page:
            self._preferences.change(introduction_page=number)

    def _on_left(self) -> None:
        self._preferences.change(introduction_page=0)
        self.over.emit()

    def _on_setting_changed(self, field: str, value: object) -> None:
        if field == "seen_from":
            self._preferences.change(distance_view=value == "mat", at_desk=value == "desk")
        else:
            self._settings.change(field, value)
        self._show_values()

    def _show_values(self) -> None:
        settings = self._preferences.settings
        self._late_habit().show_values(
            {
                "goal": self._settings.goal,
                "first_leg": settings.first_leg,
                "seen_from": settings.seen_from,
            }
        )
