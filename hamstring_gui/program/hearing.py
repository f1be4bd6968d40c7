"""The tones, and what keeps them from being heard: said wherever one can be asked for."""

from __future__ import annotations

from pathlib import Path

from hamstring_gui.program.pages import Pages
from hamstring_gui.program.preferences import Preferences
from hamstring_gui.ui.wording import why_no_tone


class Hearing:
    """Owns the sounds, and knows whether any can be heard."""

    def __init__(self, folder: Path, pages: Pages, preferences: Preferences) -> None:
        from hamstring_gui.desktop.sound import Sounds

        self._pages, self._preferences = pages, preferences
        self._silent = False
        settings = preferences.settings
        self.sounds = Sounds(folder, settings.volume / 100, settings.muted, self.lose_sound, self.find_sound)

    def apply(self) -> None:
        """Be as loud as the settings say."""
        settings = self._preferences.settings
        self.sounds.set_volume(settings.volume / 100)
        self.sounds.set_muted(settings.muted)
        self.tell()

    def play(self, name: str) -> None:
        self.sounds.play(name)

    def toggle_mute(self) -> None:
        """Where nothing can be heard, nothing can be muted."""
        if not self._silent:
            self._preferences.change(muted=not self._preferences.settings.muted)

    def lose_sound(self) -> None:
        self._silent = True
        self.tell()

    def find_sound(self) -> None:
        self._silent = False
        self.tell()

    def tell(self) -> None:
        """Say on the pages that there are why no tone would be heard, if so."""
        settings, pages = self._preferences.settings, self._pages
        if pages.session.made is not None:
            pages.session.made.show_muted(settings.muted)
            pages.session.made.show_no_sound(self._silent)
        why = why_no_tone(self._silent, settings.muted, settings.volume)
        for page in (pages.introduction.made, pages.settings.made):
            if page is not None:
                page.show_no_tone(why)
