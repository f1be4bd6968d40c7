"""The settings at work: each is applied where it holds, at once, and the Settings page shows and changes them."""

from __future__ import annotations

from dataclasses import asdict

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from hamstring_gui.desktop.sound import Sounds
from hamstring_gui.domain.consistency import GOAL
from hamstring_gui.domain.settings import Settings
from hamstring_gui.program.conductor import Conductor
from hamstring_gui.program.history import HistoryKeeper
from hamstring_gui.program.preferences import Preferences
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.ui.qt_setup import Colours, set_text_size, wants_stillness
from hamstring_gui.ui.window import Window

LOUDNESS_TONE, SOUND_CHECK_TONE = "count", "hold-start"


class SettingsKeeper(QObject):
    """Knows what a setting changes. `pressed` carries the field of a row of the page that is a button."""

    pressed = Signal(str)

    def __init__(
        self,
        window: Window,
        preferences: Preferences,
        history: HistoryKeeper,
        sounds: Sounds,
        conductor: Conductor,
        colours: Colours,
        folder: str,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._preferences, self._history = window, preferences, history
        self._sounds, self._conductor, self._colours = sounds, conductor, colours
        self._folder = folder
        self._applied = preferences.settings
        self._page_made = False
        self._apply(preferences.settings)
        window.session.show_muted(preferences.settings.muted)
        preferences.changed.connect(self._on_changed)
        preferences.troubled.connect(window.notice.show_notice)
        window.session.mute_requested.connect(self._on_mute_requested)
        window.session.breathing_words_requested.connect(self._on_breathing_words_requested)

    # -- applying ----------------------------------------------------------------------------------------------------
    def _apply(self, settings: Settings) -> None:
        """All of them, but for the theme, which may be another one for this run, and the sounds, which know theirs."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._window.session.show_breathing_words(settings.breathing_words)
        self._window.set_body(settings.body)
        self._conductor.apply(settings, wants_stillness(application, settings.motion))
        set_text_size(application, settings.text_size)

    def _on_changed(self, settings: Settings) -> None:
        before, self._applied = self._applied, settings
        self._apply(settings)
        if settings.theme != before.theme:
            self._colours.choose(settings.theme)
        if settings.volume != before.volume:
            self._sounds.set_volume(settings.volume / 100)
        if settings.muted != before.muted:
            self._sounds.set_muted(settings.muted)
            self._window.session.show_muted(settings.muted)
        self._show_where_seen()

    def _show_where_seen(self) -> None:
        if self._window.page is vars(self._window).get("settings"):
            self._show_values()

    def _on_mute_requested(self) -> None:
        self._preferences.change(muted=not self._preferences.settings.muted)

    def _on_breathing_words_requested(self) -> None:
        self._preferences.change(breathing_words=not self._preferences.settings.breathing_words)

    # -- the page ----------------------------------------------------------------------------------------------------
    def show(self) -> None:
        """Show the Settings page."""
        page = self._window.settings
        if not self._page_made:
            self._page_made = True
            page.show_folder(self._folder)
            page.setting_changed.connect(self.change)
            page.pressed.connect(self._on_pressed)
        self._show_values()
        self._window.show_page(page)

    def _show_values(self) -> None:
        values = asdict(self._preferences.settings) | {"goal": self.goal}
        self._window.settings.show_settings(values, asdict(Settings()) | {"goal": GOAL})

    def change(self, field: str, value: object) -> None:
        """Change what a row of the page stands for."""
        if field == "goal" and isinstance(value, int):
            self._history.set_goal(value)
            self._show_where_seen()
        else:
            self._preferences.change(**{field: value})
        if field == "volume":
            self._sounds.play(LOUDNESS_TONE)

    def play_tone(self) -> None:
        """Let the tone be heard that begins a hold."""
        self._sounds.play(SOUND_CHECK_TONE)

    def _on_pressed(self, field: str) -> None:
        if field == "tone":
            self.play_tone()
        else:
            self.pressed.emit(field)

    @property
    def goal(self) -> int:
        """Active days wanted in this week."""
        try:
            return self._history.this_week().goal
        except StorageError as error:
            self._window.notice.show_notice(str(error))
            return GOAL
