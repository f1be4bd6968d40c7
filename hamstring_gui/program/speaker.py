"""Says what is to be said in a session, when it is to be said; shows it, too, where it isn't heard.

What that is, `domain/spoken.py` knows; here it meets the clock, the voice and the settings.
"""

from __future__ import annotations

import logging
import math
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from hamstring_gui.domain.consistency import Week
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.moment import Event, LeadInStarted, Moment, PhaseStarted, SessionEnded, StateChanged
from hamstring_gui.domain.settings import Settings
from hamstring_gui.domain.spoken import (
    AFTER_TONE_S,
    BREATH_S,
    LATE_S,
    SLACK_S,
    TEN,
    WAKE_S,
    Line,
    Said,
    Saying,
    Sayings,
    SetOf,
    Working,
    answer,
    begun_at,
    due,
    manner_for,
    position_s,
    praise,
    script,
    until_count_s,
)
from hamstring_gui.domain.values import dataclass
from hamstring_gui.ui.session.spoken import sentences_of, words

log = logging.getLogger(__name__)

LETTER_S, LEAST_SENTENCE_S = 0.07, 0.55
"""What a sentence takes that there is no clip of, rather more than less: so much, and for each letter so much more."""
READ_S, EACH_READ_S = 2.5, 1.6
"""A caption stays at least so long: the last of several, and each of them where nobody hears it."""
LEAST_WAIT_S = 0.01
MOST_BEHIND_S, STILL_SAYING_S = 1.0, 0.05
"""So much longer than its clips a voice may take, before the next sentence cuts it; so often it is asked."""
PRAISE_AFTER_MS = 1700
"""After the last hold, and the tone that ends a session."""
SAMPLE: Sayings = (Working("right"), SetOf(2, 3))
"""What is said to try the voice."""


class VoiceLike(Protocol):
    """What says sentences; see `desktop/voice.py`."""

    def say(self, sentences: tuple[str, ...], latest: float) -> bool: ...

    def hush(self) -> None: ...

    def rest(self) -> None: ...

    @property
    def saying(self) -> tuple[str, ...]: ...

    def can_say(self, sentences: Sequence[str]) -> bool: ...

    def is_troubled(self, sentences: Sequence[str]) -> bool: ...


@dataclass(frozen=True, slots=True)
class Hall:
    """Where a session is heard: the voice, how long its clip of a sentence is, where it takes one, the clock of the
    session, the settings as they are now, and what has sentences said without delay."""

    voice: VoiceLike
    length_s: Callable[[str], float | None]
    mono: Callable[[], float]
    settings: Callable[[], Settings]
    prepare: Callable[[Sequence[str]], None] = lambda sentences: None


class Speaker(QObject):
    """Leads a session by voice. `captioned` carries what is to be read, or nothing once it was there for long enough.

    It is told of all that happens, before the picture is; tones are not its affair, and never wait for it.
    """

    captioned = Signal(str)
    fell_silent = Signal()

    def __init__(self, hall: Hall, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hall = hall
        self._silent = False
        self._exercises: Mapping[str, Exercise] = {}
        self._coming: tuple[Exercise, ...] = ()
        self._done: Counter[str] = Counter()
        self._begun_s = self._upto_s = 0.0
        self._free_at = -math.inf
        self._looked_at = 0.0, 0.0
        self._lines: tuple[Line, ...] = ()
        self._asked: tuple[object, ...] = ()
        self._captions: list[tuple[str, float]] = []
        self._unshown: list[tuple[str, float]] = []
        self._unmeasured = self._trying = False
        self._caption_timer = self._timer(self._show_next_caption)
        self._later: Sayings = ()
        self._later_timer = self._timer(self._say_late)

    def _timer(self, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True)
        timer.timeout.connect(then)
        return timer

    @property
    def silent(self) -> bool:
        """Whether this computer makes no sound."""
        return self._silent

    @silent.setter
    def silent(self, silent: bool) -> None:
        fell, self._silent = silent and not self._silent, silent
        self.look()
        if fell:
            self.fell_silent.emit()

    def look(self) -> None:
        """See whether what is being said is still heard; show the rest of it, where it isn't."""
        left_s = self._free_at - self._hall.mono()
        heard = self._is_heard([text for text, _ in self._unshown])
        if left_s <= 0 or not self._wants_captions(heard=heard):
            return
        rest: list[tuple[str, float]] = []
        for text, seconds in reversed(self._unshown):
            if left_s > 0:
                rest.insert(0, (text, min(seconds, left_s)))
            left_s -= seconds + BREATH_S
        if rest:
            self._show(rest, heard=heard)

    # -- a session -----------------------------------------------------------------------------------------------------
    def begin(self, exercises: Mapping[str, Exercise], moment: Moment) -> None:
        """Lead through a session that is at its first moment."""
        self.hush()
        self._trying = False
        self._exercises, self._done = exercises, Counter()
        self._coming = tuple(exercises[one] for one in dict.fromkeys(phase.exercise for phase in moment.phases))
        self._begun_s = position_s(moment)
        self._upto_s = self._begun_s - 1.0

    def prepare(self, done: Counter[str]) -> None:
        """Be ready to speak; `done` says in how many sessions each exercise was done before."""
        self._done = done
        if self._hall.settings().spoken_guidance != "off":
            self._hall.prepare([*self.sample, *(one for which in self._coming for one in sentences_of(which))])

    def hear(self, events: Sequence[Event], before: Moment, moment: Moment) -> None:
        """Say what is due now that these things happened, if any did."""
        begun_s = begun_at(events, before, moment)
        if begun_s is not None:
            self._begun_s, self._upto_s = begun_s, begun_s - 1.0
        if any(isinstance(event, PhaseStarted | LeadInStarted | StateChanged | SessionEnded) for event in events):
            self.hush()
        if moment.state == "ended":
            self._hall.voice.rest()
        if self._hall.settings().spoken_guidance != "off" and (sayings := self._answer(events, before, moment)):
            if moment.state == "running":
                self._say(sayings, LATE_S)
            else:
                self._say_later(sayings, round(1000 * AFTER_TONE_S))
        self._go_on(moment)

    def takes_over(self, events: Sequence[Event], before: Moment, moment: Moment) -> frozenset[Saying]:
        """What is heard of the voice, so that nobody else need say it: now that these things happened, and until the
        countdown that shows is over."""
        told = list(self._answer(events, before, moment))
        told += [Said("done") for event in events if isinstance(event, SessionEnded) and event.outcome == "finished"]
        lines = [saying for line in self._script(moment) for saying in line.sayings]
        wanted = lines + (told if self._hall.settings().spoken_guidance != "off" else [])
        return frozenset(saying for saying in wanted if self._is_heard((words(saying),)))

    def _answer(self, events: Sequence[Event], before: Moment, moment: Moment) -> Sayings:
        """What is said at once, unless that would be within the count."""
        sayings = answer(events, before, moment)
        spare_s = until_count_s(moment) - WAKE_S - SLACK_S - sum(map(self._length_s, sayings))
        return sayings if spare_s >= 0 else ()

    def _go_on(self, moment: Moment) -> None:
        """Say the line whose turn has come, once the one before is over."""
        if self._unmeasured and self._hall.voice.saying and until_count_s(moment) <= 0:
            self.hush()
        at_s = position_s(moment)
        line = due(self._script(moment), self._upto_s, at_s)
        self._looked_at = at_s, self._hall.mono()
        if line is not None and self._busy_s(line):
            return
        self._upto_s = at_s
        if line is not None:
            self._say(line.sayings, line.latest_s - at_s)

    def _busy_s(self, line: Line) -> float:
        """Seconds that a line waits for what is being said; a voice may be a little slower than its clips."""
        left_s = self._free_at - self._hall.mono()
        if not line.exact and self._hall.voice.saying and left_s > -MOST_BEHIND_S:
            return max(left_s, STILL_SAYING_S)
        return max(0.0, left_s)

    def _script(self, moment: Moment) -> tuple[Line, ...]:
        settings, exercise = self._hall.settings(), moment.phase.exercise
        manner = manner_for(settings.spoken_guidance, self._done[exercise], settings.half_way)
        asked = (
            moment.phases, moment.index, moment.state, moment.leads_in, moment.length_s, self._begun_s, manner,
            settings.voice, settings.speech_rate,
        )  # fmt: skip
        if asked != self._asked:
            self._asked = asked
            self._lines = script(self._exercises, moment, self._begun_s, manner, self._length_s)
        return self._lines

    def wait_s(self, moment: Moment) -> float:
        """Seconds until the next line, or until a voice has to end; infinite where neither comes."""
        at_s, wait_s = position_s(moment), math.inf
        line = next((line for line in self._script(moment) if line.at_s > self._upto_s), None)
        if line is not None:
            wait_s = max(line.at_s - at_s, self._busy_s(line))
        if self._unmeasured and self._hall.voice.saying:
            wait_s = min(wait_s, until_count_s(moment))
        return max(LEAST_WAIT_S, wait_s)

    def stands_for(self, cue: str) -> bool:
        """Whether a tone is not wanted, since the same is said at that moment, or will be."""
        line = next((line for line in self._lines if TEN in line.sayings), None)
        if cue != "ten" or line is None:
            return False
        now_s = self._looked_at[0] + self._hall.mono() - self._looked_at[1]
        return now_s + self._busy_s(line) <= line.latest_s and self._is_heard((words(TEN),))

    def finish(self, week: Week | None) -> None:
        """Say that it was well done, and what it made of the week, once the last tone is over."""
        if self._hall.settings().spoken_guidance != "off":
            self._say_later(praise(week), PRAISE_AFTER_MS)

    def _say_later(self, sayings: Sayings, after_ms: int) -> None:
        """Once a tone is over, unless there is silence before that."""
        self._later = sayings
        self._later_timer.start(after_ms)

    def _say_late(self) -> None:
        self._say(self._later, LATE_S)

    def hush(self) -> None:
        """Silence, at once: what was being said is over."""
        self._later_timer.stop()
        self._hall.voice.hush()
        self._free_at = -math.inf
        self._captions, self._unshown = [], []
        if self._caption_timer.isActive():
            self._show_next_caption()

    # -- to try it -----------------------------------------------------------------------------------------------------
    def try_voice(self) -> None:
        """Say something at once, or else when the system's voice has answered."""
        self._trying = not self.can_speak
        self._say(SAMPLE, LATE_S)

    def try_again(self) -> None:
        """The system's voice has answered."""
        if self._trying:
            self._trying = False
            self._say(SAMPLE, LATE_S)

    def forget_trying(self) -> None:
        """What was wanted when the voice was tried is not wanted any more."""
        self._trying = False

    @property
    def can_speak(self) -> bool:
        """Whether there is a voice for what is said in every session."""
        return self._hall.voice.can_say(self.sample)

    @property
    def sample(self) -> tuple[str, ...]:
        return tuple(map(words, SAMPLE))

    # -- one utterance -------------------------------------------------------------------------------------------------
    def _say(self, sayings: Sequence[Saying], within_s: float) -> None:
        """Say sentences, unless that could begin only later than `within_s` from now."""
        sentences = tuple(filter(None, map(words, sayings)))
        lengths = [self._length_s(saying) for saying in sayings if words(saying)]
        self._free_at = self._hall.mono() + sum(lengths) + BREATH_S * (len(lengths) - 1)
        known = tuple(one for one in sentences if self._hall.voice.can_say((one,)))
        self._unmeasured = any(self._hall.length_s(one) is None for one in known)
        # what is in trouble is tried all the same: that is how it turns out to be over
        tried = self._is_audible(known) and self._hall.voice.say(known, time.monotonic() + within_s)
        heard = tried and self._is_heard(known)
        log.debug("%s: %s", "Said" if heard else "Not said", " ".join(known if heard else sentences))
        self._unshown = list(zip(sentences, lengths, strict=True))
        if self._wants_captions(heard=heard and known == sentences):
            self._show(self._unshown, heard=heard)

    def _is_audible(self, sentences: Sequence[str]) -> bool:
        """Whether it is worth a try to say this."""
        settings = self._hall.settings()
        audible = settings.voice != "none" and settings.speech_volume > 0 and not (settings.muted or self._silent)
        return audible and bool(sentences) and self._hall.voice.can_say(sentences)

    def _is_heard(self, sentences: Sequence[str]) -> bool:
        return self._is_audible(sentences) and not self._hall.voice.is_troubled(sentences)

    def _length_s(self, saying: Saying) -> float:
        text = words(saying)
        if not text:
            return 0.0
        spoken_s = (LEAST_SENTENCE_S + LETTER_S * len(text)) * 100 / self._hall.settings().speech_rate
        return self._hall.length_s(text) or spoken_s

    # -- what is shown -------------------------------------------------------------------------------------------------
    def _wants_captions(self, *, heard: bool) -> bool:
        wanted = self._hall.settings().captions
        return wanted == "on" or (wanted == "automatic" and not heard)

    def _show(self, sentences: list[tuple[str, float]], *, heard: bool) -> None:
        least_s = 0.0 if heard else EACH_READ_S
        self._captions, self._unshown = [(text, max(least_s, seconds)) for text, seconds in sentences], []
        self._show_next_caption()

    def _show_next_caption(self) -> None:
        """One sentence after another, each as long as it is said, or as it takes to be read."""
        text, seconds = self._captions.pop(0) if self._captions else ("", 0.0)
        self.captioned.emit(text)
        if text:
            more_s = BREATH_S if self._captions else 0.0
            self._caption_timer.start(math.ceil(1000 * max(seconds + more_s, 0.0 if self._captions else READ_S)))
        else:
            self._caption_timer.stop()
