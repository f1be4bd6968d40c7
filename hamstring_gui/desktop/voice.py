"""The voice that leads a session: recorded clips where there are some, else the system's voice, else nothing."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Protocol

from hamstring_gui.desktop.sound import Sounds, gain
from hamstring_gui.desktop.system_voice import Unspoken

log = logging.getLogger(__name__)

RECORDED, SYSTEM = "", "system"
"""The voice that is taken where there are clips, and the system's own choice for the language. Any other is one of the
system's, by its name there."""


class ClipsLike(Protocol):
    """Recorded sentences: the text is the key."""

    def find(self, text: str) -> Path | None: ...


class SystemLike(Protocol):
    """A voice of the system; see `system_voice.SystemVoice`."""

    heard: Callable[[str], None]
    can_speak: bool
    voices: tuple[str, ...]
    why_not: Unspoken | None

    def say(self, number: int, latest: float, text: str) -> None: ...
    def hush(self) -> None: ...
    def set_volume(self, volume: float) -> None: ...
    def set_rate(self, rate: float) -> None: ...
    def set_voice(self, voice: str) -> None: ...
    def set_language(self, language: str) -> None: ...
    def prepare(self) -> None: ...
    def close(self) -> None: ...


class Voice:
    """Says sentences, the newest at once: it cuts the one before. What comes too late is not said at all.

    `on_trouble(reason)` is called when it turns out that nothing can be said, `on_trouble_over` when something can
    again, and `on_end(sentences, said)` when an utterance is over, was cut or was dropped.
    """

    def __init__(
        self, sounds: Sounds, clips: ClipsLike, system: SystemLike | None = None,
        on_trouble: Callable[[str], None] = lambda reason: None, on_trouble_over: Callable[[], None] = lambda: None,
        on_end: Callable[[tuple[str, ...], bool], None] = lambda sentences, said: None,
    ) -> None:  # fmt: skip
        self._sounds, self._clips, self._system = sounds, clips, system
        self._on_trouble, self._on_trouble_over, self._on_end = on_trouble, on_trouble_over, on_end
        self._volume, self._muted, self._voice = 1.0, False, RECORDED
        self._number = 0
        self._saying: tuple[str, ...] = ()
        self.trouble = ""
        """Why nothing can be heard of what is said, if so."""
        sounds.helper.line_read.connect(self._on_line_read)
        sounds.helper.ended.connect(self._on_helper_ended)
        if system is not None:
            system.heard = self._on_answer
        self.set_volume(1.0)

    @property
    def saying(self) -> tuple[str, ...]:
        """What is being said, or about to be: a screen reader need not say it, too."""
        return self._saying

    def can_say(self, sentences: Sequence[str]) -> bool:
        """Whether there is a voice for all of it, be it muted or not."""
        return bool(self._found(sentences)) or (self._system is not None and self._system.can_speak)

    @property
    def voices(self) -> tuple[str, ...]:
        """The system's that know the language, as far as that is known yet; each is one for `set_voice`."""
        return self._system.voices if self._system is not None else ()

    @property
    def why_no_system(self) -> Unspoken | None:
        """Why the system's voice doesn't speak, where that was tried."""
        return self._system.why_not if self._system is not None else None

    def say(self, sentences: tuple[str, ...], latest: float) -> bool:
        """Say them in one breath, if that can begin by `latest`, a moment of `time.monotonic`; whether that is tried.

        Whatever is being said makes room, also where this one can't be said.
        """
        self.hush()
        if self._muted or self._volume <= 0 or not self.can_say(sentences):
            return False
        self._number += 1
        self._saying = sentences
        if clips := self._found(sentences):
            self._sounds.prepare()
            paths = json.dumps([str(clip) for clip in clips])
            self._sounds.helper.send(f"say {self._number} {latest:.3f} {paths}")
        elif self._system is not None:
            self._system.say(self._number, latest, " ".join(sentences))
        return True

    def hush(self) -> None:
        """Silence within 50 ms."""
        if self._saying:
            self._sounds.helper.send("hush")
            if self._system is not None:
                self._system.hush()
            self._end(said=False)

    def set_muted(self, muted: bool) -> None:
        self._muted = muted
        if muted:
            self.hush()

    def set_volume(self, volume: float) -> None:
        """0 to 1, as an ear counts it."""
        self._volume = volume
        self._sounds.stand("speech", f"{gain(volume):.6f}")
        if self._system is not None:
            self._system.set_volume(volume)

    def set_rate(self, rate: float) -> None:
        """How fast the system's voice speaks: 1 is as it likes, 0.5 half and 2 twice as fast. Clips are as they are."""
        if self._system is not None:
            self._system.set_rate(rate)

    def set_voice(self, voice: str) -> None:
        """`RECORDED`, or `SYSTEM` or one of the system's, which then says everything."""
        self._voice = voice
        if self._system is not None:
            self._system.set_voice("" if voice == SYSTEM else voice)

    def set_language(self, language: str) -> None:
        """That of the sentences, such as "en" or "pt_BR"."""
        if self._system is not None:
            self._system.set_language(language)

    def prepare(
        self, folders: Sequence[Path] = (), cache: Path | None = None, keep_open: bool = False,
        sentences: Iterable[str] = (),
    ) -> None:  # fmt: skip
        """Have the first sentence come at once. Harmless when done again.

        `folders` hold clips, and `cache` what is decoded of them, where that takes its time. `keep_open` keeps the way
        to the loudspeaker open, until `rest`. `sentences` are what may have to be said: the system's voice is started
        only if one of them has no clip; nothing else starts it.
        """
        if cache is not None:
            self._sounds.stand("decoded", json.dumps([str(cache), *map(str, folders)]))
        self._sounds.stand("keep", "on" if keep_open else "off")
        self._sounds.prepare()
        if self._system is not None and any(not self._found((sentence,)) for sentence in sentences):
            self._system.prepare()

    def rest(self) -> None:
        """Nothing is going to be said for a while."""
        self.hush()
        self._sounds.stand("keep", "off")

    def close(self) -> None:
        """Ends the system's voice; clips end with the tones' helper."""
        self.hush()
        if self._system is not None:
            self._system.close()

    def _found(self, sentences: Sequence[str]) -> list[Path]:
        """Their clips, if all have one and the recorded voice is wanted."""
        if self._voice != RECORDED:
            return []
        found = [clip for sentence in sentences if (clip := self._clips.find(sentence)) is not None]
        return found if len(found) == len(sentences) else []

    def _on_line_read(self, line: str) -> None:
        word, _, rest = line.partition(" ")
        self._on_answer(line)
        if word == "speechless:":
            self._lose(rest)
        elif word in ("speaking", "saying") and self.trouble:
            self.trouble = ""
            log.info("The voice again.")
            self._on_trouble_over()

    def _on_answer(self, line: str) -> None:
        word, _, number = line.partition(" ")
        if word in ("said", "dropped") and number == str(self._number):
            self._end(said=word == "said")

    def _on_helper_ended(self) -> None:
        self._end(said=False)

    def _end(self, said: bool) -> None:
        sentences, self._saying = self._saying, ()
        if sentences:
            self._on_end(sentences, said)

    def _lose(self, reason: str) -> None:
        if not self.trouble:
            self.trouble = reason
            log.warning("No voice: %s", reason)
            self._on_trouble(reason)
