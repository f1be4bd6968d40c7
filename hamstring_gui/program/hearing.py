"""The tones and the voice, and what keeps them from being heard: said wherever one can be asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from hamstring_gui.program.pages import Pages
from hamstring_gui.program.preferences import Preferences
from hamstring_gui.storage.paths import Paths
from hamstring_gui.ui.wording import why_no_tone

if TYPE_CHECKING:
    from hamstring_gui.desktop.clips import Clips
    from hamstring_gui.desktop.voice import Voice
    from hamstring_gui.program.speaker import Speaker

SYSTEM_VOICE = "system"
"""Any name but that of the recorded voice is the system's; this one is its own choice."""


class Hearing:
    """Owns the sounds and the voice, and knows whether any can be heard. `mono` is the clock of sessions."""

    def __init__(self, paths: Paths, pages: Pages, preferences: Preferences, mono: Callable[[], float]) -> None:
        from hamstring_gui.desktop.sound import Sounds

        self._paths, self._pages, self._preferences, self._mono = paths, pages, preferences, mono
        self._silent = self._trying = False
        settings, folder = preferences.settings, paths.assets / "sounds"
        self.sounds = Sounds(folder, settings.volume / 100, settings.muted, self.lose_sound, self.find_sound)

    # -- the voice, made when a session is near ------------------------------------------------------------------------
    @cached_property
    def clips(self) -> Clips:
        from hamstring_gui.program.sayings import clips_of

        return clips_of(self._paths)

    @cached_property
    def voice(self) -> Voice:
        from hamstring_gui.desktop.system_voice import SystemVoice
        from hamstring_gui.desktop.voice import Voice

        system = SystemVoice(self._on_system_known)
        voice = Voice(self.sounds, self.clips, system, lambda reason: self.tell(), self.tell)
        voice.set_language(QLocale().name())
        return voice

    @cached_property
    def speaker(self) -> Speaker:
        from hamstring_gui.program.speaker import Hall, Speaker

        hall = Hall(self.voice, self.clips.length_s, self._mono, lambda: self._preferences.settings, self.prepare)
        speaker = Speaker(hall)
        speaker.silent = self._silent
        self._set_voice()
        return speaker

    def _set_voice(self) -> None:
        settings, voice = self._preferences.settings, self.voice
        voice.set_muted(settings.muted)
        voice.set_volume(settings.speech_volume / 100)
        voice.set_rate(settings.speech_rate / 100)
        voice.set_voice(SYSTEM_VOICE if settings.voice == "system" else "")

    def prepare(self, sentences: Iterable[str]) -> None:
        """Have these said at once when they are to be, by whatever says them."""
        settings, paths = self._preferences.settings, self._paths
        if settings.voice != "none":
            folders = (paths.assets / "voice" / "en", paths.own_clips / "en")
            self.voice.prepare(folders, paths.decoded_clips, settings.keep_sound_open, sentences)

    def try_voice(self) -> None:
        """Say something at once; the system's voice, once it is there."""
        speaker = self.speaker
        self.prepare(speaker.sample)
        self._trying = not speaker.try_voice()
        self.tell()

    def _on_system_known(self) -> None:
        if self._trying and self.speaker.try_voice():
            self._trying = False
        self.tell()

    # -- both ----------------------------------------------------------------------------------------------------------
    def apply(self) -> None:
        """Be as loud as the settings say."""
        settings = self._preferences.settings
        self.sounds.set_volume(settings.volume / 100)
        self.sounds.set_muted(settings.muted)
        if "speaker" in vars(self):
            self._set_voice()
        self.tell()

    def play(self, name: str) -> None:
        self.sounds.play(name)

    def toggle_mute(self) -> None:
        """Where nothing can be heard, nothing can be muted."""
        if not self._silent:
            self._preferences.change(muted=not self._preferences.settings.muted)

    def lose_sound(self) -> None:
        self._hear(silent=True)

    def find_sound(self) -> None:
        self._hear(silent=False)

    def _hear(self, *, silent: bool) -> None:
        self._silent = silent
        if "speaker" in vars(self):
            self.speaker.silent = silent
        self.tell()

    def close(self) -> None:
        """Ends the helpers, and with them what sounds."""
        if "voice" in vars(self):
            self.voice.close()
        self.sounds.close()

    def tell(self) -> None:
        """Say on the pages that there are why no tone or word would be heard, if so."""
        settings, pages = self._preferences.settings, self._pages
        if pages.session.made is not None:
            pages.session.made.show_muted(settings.muted)
            pages.session.made.show_no_sound(self._silent)
        why = why_no_tone(self._silent, settings.muted, settings.volume)
        for page in (pages.introduction.made, pages.settings.made):
            if page is not None:
                page.show_no_tone(why)
        if pages.settings.made is not None:
            pages.settings.made.show_no_voice(self._why_no_voice())

    def _why_no_voice(self) -> str:
        from hamstring_gui.ui.settings.wording import why_no_voice

        system, trouble = None, ""
        if "speaker" in vars(self):  # what was never asked to speak has nothing to say
            system = None if self.speaker.can_speak else self.voice.why_no_system
            trouble = self.voice.trouble
        return why_no_voice(self._preferences.settings, self._silent, system, trouble)
