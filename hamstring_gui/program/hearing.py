"""The tones and the voice, and what keeps them from being heard: said wherever one can be asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from importlib.util import find_spec
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from hamstring_gui.program.pages import Pages
from hamstring_gui.program.preferences import Preferences
from hamstring_gui.storage.paths import Paths
from hamstring_gui.ui.wording import why_no_tone

if TYPE_CHECKING:
    from hamstring_gui.desktop.clips import Clips
    from hamstring_gui.desktop.helper import Helper
    from hamstring_gui.desktop.voice import Voice
    from hamstring_gui.domain.exercise import Exercise
    from hamstring_gui.program.speaker import Speaker
    from hamstring_gui.ui.settings.wording import Own


class Hearing:
    """Owns the sounds and the voice, and knows whether any can be heard. `mono` is the clock of sessions."""

    def __init__(
        self, paths: Paths, pages: Pages, preferences: Preferences, mono: Callable[[], float],
        exercises: Callable[[], Iterable[Exercise]],
    ) -> None:  # fmt: skip
        from hamstring_gui.desktop.sound import Sounds

        self._paths, self._pages, self._preferences, self._mono = paths, pages, preferences, mono
        self._exercises = exercises
        self._silent = False
        settings, folder = preferences.settings, paths.assets / "sounds"
        self.sounds = Sounds(folder, settings.volume / 100, settings.muted, self.lose_sound, self.find_sound)

    def helper(self, *, wanted: bool) -> Helper:
        """The process of the tones; there is one if they are wanted, as in a session."""
        if wanted:
            self.sounds.prepare()
        return self.sounds.helper

    # -- the voice, made when a session is near ------------------------------------------------------------------------
    @cached_property
    def clips(self) -> Clips:
        from hamstring_gui.program.recordings import clips_of

        return clips_of(self._paths)

    @cached_property
    def voice(self) -> Voice:
        from hamstring_gui.desktop.system_voice import SystemVoice
        from hamstring_gui.desktop.voice import Voice

        system = SystemVoice(self._on_system_known)
        voice = Voice(self.sounds, self.clips, system, self._on_trouble)
        voice.set_language(QLocale().name())
        return voice

    @cached_property
    def speaker(self) -> Speaker:
        from hamstring_gui.program.speaker import Hall, Speaker

        hall = Hall(self.voice, self._length_s, self._mono, lambda: self._preferences.settings, self.prepare)
        speaker = Speaker(hall)
        speaker.silent = self._silent
        self._set_voice()
        return speaker

    def _length_s(self, text: str) -> float | None:
        """Of the clip that says it."""
        return None if self._preferences.settings.voice == "system" else self.clips.length_s(text)

    def _set_voice(self) -> None:
        settings, voice = self._preferences.settings, self.voice
        voice.set_muted(settings.muted)
        voice.set_volume(settings.speech_volume / 100)
        voice.set_rate(settings.speech_rate / 100)
        voice.set_recorded(settings.voice != "system")

    def prepare(self, sentences: Iterable[str]) -> None:
        """Have these said at once when they are to be, in a session, by whatever says them."""
        self._prepare(sentences, self._preferences.settings.keep_sound_open)

    def _prepare(self, sentences: Iterable[str], keep_open: bool | None) -> None:
        paths = self._paths
        if self._preferences.settings.voice != "none":
            folders = (paths.assets / "voice" / "en", paths.own_clips / "en")
            self.voice.prepare(folders, paths.decoded_clips, keep_open, sentences)

    def try_voice(self) -> None:
        """Say something at once; the system's voice, once it is there."""
        self._prepare(self.speaker.sample, keep_open=None)
        self.speaker.try_voice()
        self.tell()

    def find_out(self) -> None:
        """Whether own exercises can be said, before they are to be."""
        if self._preferences.settings.voice == "recorded" and self._own_unsaid() is not None:
            self.voice.ask_the_system()
        self.tell()

    def _own_unsaid(self) -> Own | None:
        """Own exercises that nothing was recorded for, or will be in a moment."""
        own = [exercise for exercise in self._exercises() if exercise.own]
        if not own:
            return None
        from hamstring_gui.program.own_voice import is_english, own_sentences
        from hamstring_gui.ui.settings.wording import Own

        english, engine = is_english(self._preferences.settings.language), find_spec("hibari") is not None
        if (english and engine) or not own_sentences(own, self.clips):
            return None
        return Own(recordable=english)

    def _on_system_known(self) -> None:
        self.speaker.try_again()
        self.tell()

    def _on_trouble(self) -> None:
        self.speaker.look()
        self.tell()

    # -- both ----------------------------------------------------------------------------------------------------------
    def apply(self) -> None:
        """Be as loud as the settings say."""
        settings = self._preferences.settings
        self.sounds.set_volume(settings.volume / 100)
        self.sounds.set_muted(settings.muted)
        if "speaker" in vars(self):
            self._set_voice()
            self.speaker.forget_trying()
            self.speaker.look()
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

        system, trouble, own = None, "", None
        if "voice" in vars(self):  # what was never asked to speak has nothing to say
            own = self._own_unsaid() if self.speaker.can_speak else None
            system = self.voice.why_no_system if own or not self.speaker.can_speak else None
            trouble = self.voice.trouble
        return why_no_voice(self._preferences.settings, self._silent, system, trouble, own)
