"""Leads through the first pages: the safety text, the habit, and the check from the mat."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.routine import Routine
from hamstring_gui.program.preferences import Preferences
from hamstring_gui.program.settings import SettingsKeeper
from hamstring_gui.ui.window import Window


class Introduction(QObject):
    """Shows the safety text by itself, or all three pages. `over` says that they were gone through, or left."""

    over = Signal()

    def __init__(
        self,
        window: Window,
        preferences: Preferences,
        settings_keeper: SettingsKeeper,
        exercises: Mapping[str, Exercise],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._preferences, self._exercises = window, preferences, exercises
        self._settings_keeper = settings_keeper
        self._after_safety: Callable[[], None] = self.over.emit
        self._page_made = False
        window.safety.understood.connect(self._on_understood)
        window.safety.dismissed.connect(self.over)

    def show(self) -> None:
        """Begin with the first of the three."""
        self._show_safety((), self._show_habit, number=1)

    def show_safety(self, routine: Routine | None, then: Callable[[], None]) -> None:
        """Show the safety text, with what the routine's exercises ask for; `then` follows once it is understood."""
        exercises = [self._exercises[item.exercise] for item in routine.items] if routine else []
        self._show_safety(tuple(dict.fromkeys(e.ask_first for e in exercises if e.ask_first)), then)

    def _show_safety(self, notes: tuple[str, ...], then: Callable[[], None], number: int = 0) -> None:
        self._after_safety = then
        self._window.safety.show_notes(notes)
        self._window.safety.show_number(number)
        self._window.show_page(self._window.safety)

    def _on_understood(self) -> None:
        self._preferences.change(safety_understood=True)
        self._after_safety()

    def _show_habit(self) -> None:
        page = self._window.introduction
        if not self._page_made:
            self._page_made = True
            page.setting_changed.connect(self._on_setting_changed)
            page.tone_requested.connect(self._settings_keeper.play_tone)
            page.left.connect(self.over)
        self._show_values()
        page.begin()
        self._window.show_page(page)

    def _on_setting_changed(self, field: str, value: object) -> None:
        self._settings_keeper.change(field, value)
        self._show_values()

    def _show_values(self) -> None:
        settings = self._preferences.settings
        self._window.introduction.show_values(
            {
                "goal": self._settings_keeper.goal,
                "first_leg": settings.first_leg,
                "distance_view": settings.distance_view,
            }
        )
