"""The Settings page's wishes: values are shown and changed; tones are heard."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hamstring_gui.domain.consistency import GOAL
from hamstring_gui.domain.reminding import time_of_day
from hamstring_gui.domain.settings import Settings
from hamstring_gui.program.history import HistoryKeeper
from hamstring_gui.program.preferences import Preferences
from hamstring_gui.program.records import Records
from hamstring_gui.program.stage import Late, Stage
from hamstring_gui.ui.dates import clock

if TYPE_CHECKING:
    from hamstring_gui.ui.settings.page import SettingsPage

LOUDNESS_TONE, SOUND_CHECK_TONE = "count", "hold-start"


class SettingsKeeper(QObject):
    """Shows the page, and changes what its rows stand for: settings, and the goal, which is history.

    `tone_requested` carries a sound's name, `voice_requested` is to hear the voice, `pressed` has the field of a row of
    the page that is a button. `shown` comes when the page is about to show.
    """

    shown = Signal()
    tone_requested = Signal(str)
    voice_requested = Signal()
    pressed = Signal(str)

    def __init__(
        self, stage: Stage, late_page: Late[SettingsPage], preferences: Preferences, records: Records,
        history: HistoryKeeper,
    ) -> None:  # fmt: skip
        super().__init__(preferences)
        self._stage, self._late_page = stage, late_page
        self._preferences, self._history = preferences, history
        late_page.when_made(self._on_page_made)
        preferences.changed.connect(self._show_where_seen)
        records.changed.connect(self._show_where_seen)

    def show(self) -> None:
        """Show the Settings page."""
        page = self._late_page()
        self._show_values()
        self.shown.emit()
        self._stage.show_page(page)

    def _on_page_made(self, page: SettingsPage) -> None:
        page.setting_changed.connect(self.change)
        page.pressed.connect(self._on_pressed)

    def _show_where_seen(self) -> None:
        if self._late_page.shows(self._stage):
            self._show_values()

    def _show_values(self) -> None:
        values = asdict(self._preferences.settings) | {"goal": self.goal}
        self._late_page().show_settings(values, asdict(Settings()) | {"goal": GOAL})
        self._late_page().show_reminder_put_off(self._put_off())

    def _put_off(self) -> str:
        settings = self._preferences.settings
        comes = time_of_day(settings)
        if comes is None:
            return self.tr("These are quiet hours: no reminder would come.")
        if comes.isoformat("minutes") == settings.reminder_at:
            return ""
        return self.tr("These are quiet hours: it comes at their end, at {time}.").format(time=clock(comes))

    def change(self, field: str, value: object) -> None:
        """Change what a row of the page stands for."""
        if field == "goal" and isinstance(value, int):
            if not self._history.set_goal(value):
                self._show_where_seen()
        elif field != "shared":  # see `DeviceKeeper`
            self._preferences.change(**{field: value})
        if field == "volume":
            self.tone_requested.emit(LOUDNESS_TONE)
        elif field in ("voice", "speech_volume", "speech_rate"):
            self.voice_requested.emit()

    def play_tone(self) -> None:
        """Let the tone be heard that begins a hold."""
        self.tone_requested.emit(SOUND_CHECK_TONE)

    def _on_pressed(self, field: str) -> None:
        if field == "tone":
            self.play_tone()
        elif field == "say":
            self.voice_requested.emit()
        else:
            self.pressed.emit(field)

    @property
    def goal(self) -> int:
        """Active days wanted in this week."""
        return self._history.goal
