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


class ClipsLike(Protocol):
    """Recorded sentences: the text is the key."""

    def find(self, text: str) -> Path | None: ...


class SystemLike(Protocol):
    """A voice of the system; see `system_voice.SystemVoice`."""

    heard: Callable[[str], None]
    can_speak: bool
    why_not: Unspoken | None

    def say(self, number: int, latest: float, text: str) -> None: ...
    def hush(self) -> None: ...
    def set_volume(self, volume: float) -> None: ...
    def set_rate(self, rate: float) -> None: ...
    def set_language(self, language: str) -> None: ...
    def prepare(self) -> None: ...
    def close(self) -> None: ...


class Voice:
    """Says sentences, the newest at once: it cuts the one before. What comes too late is not said at all.

    `on_trouble` is called when it turns out that no clip can be said, and when one can again.
    """

    def __init__(
        self, sounds: Sounds, clips: ClipsLike, system: SystemLike | None = None,
        on_trouble: Callable[[], None] = lambda: None,
    ) -> None:  # fmt: skip
        self._sounds, self._clips, self._system = sounds, clips, system
        self._on_trouble = on_trouble
        self._volume, self._muted, self._recorded = 1.0, False, True
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

    def is_troubled(self, sentences: Sequence[str]) -> bool:
        """Whether nothing would be heard of these clips, going by the last ones."""
        return bool(self.trouble and self._found(sentences))

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
            self._saying = ()

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

    def set_recorded(self, recorded: bool) -> None:
        """Whether clips are taken where there are some, or the system's voice says everything."""
        self._recorded = recorded

    def set_language(self, language: str) -> None:
        """That of the sentences, such as "en" or "pt_BR"."""
        if self._system is not None:
            self._system.set_language(language)

    def prepare(
        self, folders: Sequence[Path] = (), cache: Path | None = None, keep_open: bool | None = None,
        sentences: Iterable[str] = (),
    ) -> None:  # fmt: skip
        """Have the first sentence come at once. Harmless when done again.

        `folders` hold clips, and `cache` what is decoded of them, where that takes its time. `keep_open` keeps the way
        to the loudspeaker open, until `rest`; `None` leaves that as it is. `sentences` are what may have to be said:
        the system's voice is started only if one of them has no clip.
        """
        if cache is not None:
            self._sounds.stand("decoded", json.dumps([str(cache), *map(str, folders)]))
        if keep_open is not None:
            self._sounds.stand("keep", "on" if keep_open else "off")
        self._sounds.prepare()
        if self._system is not None and any(not self._found((sentence,)) for sentence in sentences):
            self._system.prepare()

    def ask_the_system(self) -> None:
        """Find out whether the system's voice speaks."""
        if self._system is not None:
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
        if not self._recorded:
            return []
        found = [clip for sentence in sentences if (clip := self._clips.find(sentence)) is not None]
        return found if len(found) == len(sentences) else []

    def _on_line_read(self, line: str) -> None:
        word, _, rest = line.partition(" ")
        self._on_answer(line)
        if word == "speechless:":
            self._lose(rest)
        elif word == "speaking":
            self._lose("")

    def _on_answer(self, line: str) -> None:
        word, _, number = line.partition(" ")
        if word in ("said", "dropped") and number == str(self._number):
            self._saying = ()

    def _on_helper_ended(self) -> None:
        """The next one tells of trouble of its own."""
        self._saying = ()
        self._lose("")

    def _lose(self, reason: str) -> None:
        """Nothing can be heard for this reason; or something can again, where there is none."""
        if bool(reason) == bool(self.trouble):
            return
        self.trouble = reason
        if reason:
            log.warning("No voice: %s", reason)
        else:
            log.info("The voice again.")
        self._on_trouble()
