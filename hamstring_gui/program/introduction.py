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


class Introduction(QObject):
    """Shows the safety text by itself, or all three pages. `over` says that they were gone through, or left."""

    over = Signal()

    def __init__(
        self, stage: Stage, safety: SafetyPage, late_habit: Late[IntroductionPage], preferences: Preferences,
        settings: SettingsKeeper,
    ) -> None:  # fmt: skip
        super().__init__(preferences)
        self._stage, self._safety, self._late_habit = stage, safety, late_habit
        self._preferences, self._settings = preferences, settings
        self._after_safety: Callable[[], None] = self.over.emit
        self._page_made = False
        safety.understood.connect(self._on_understood)
        safety.dismissed.connect(self.over)

    def show(self) -> None:
        """Begin with the first of the three."""
        self._show_safety((), self._show_habit, number=1)

    def show_safety(self, notes: Sequence[str], then: Callable[[], None]) -> None:
        """Show the safety text with what is to be asked first; `then` follows once it is understood."""
        self._show_safety(notes, then)

    def _show_safety(self, notes: Sequence[str], then: Callable[[], None], number: int = 0) -> None:
        self._after_safety = then
        self._safety.show_notes(tuple(notes))
        self._safety.show_number(number)
        self._stage.show_page(self._safety)

    def _on_understood(self) -> None:
        self._preferences.change(safety_understood=True)
        self._after_safety()

    def _show_habit(self) -> None:
        page = self._late_habit()
        if not self._page_made:
            self._page_made = True
            page.setting_changed.connect(self._on_setting_changed)
            page.tone_requested.connect(self._settings.play_tone)
            page.left.connect(self.over)
        self._show_values()
        page.begin()
        self._stage.show_page(page)

    def _on_setting_changed(self, field: str, value: object) -> None:
        self._settings.change(field, value)
        self._show_values()

    def _show_values(self) -> None:
        settings = self._preferences.settings
        self._late_habit().show_values(
            {
                "goal": self._settings.goal,
                "first_leg": settings.first_leg,
                "distance_view": settings.distance_view,
            }
        )
