"""A session led by voice, with a clock that is moved by hand and a voice that takes as long as the clips do."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from hamstring_gui.desktop.clips import Clips
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.moment import Moment
from hamstring_gui.domain.routine import Routine, read_routine, unroll
from hamstring_gui.domain.session import Session
from hamstring_gui.domain.settings import Settings
from hamstring_gui.program.speaker import Hall, Speaker
from tests.domain.samples import HandClock


@dataclass
class Utterance:
    """`left_s` is what was left of its phase when it began."""

    text: str
    at_s: float
    until_s: float
    moment: Moment
    cut: bool = False

    @property
    def ends_before_s(self) -> float:
        """What is left of the phase when it is over."""
        left = self.moment.running_out_s if self.moment.length_s is not None else 1e6
        return left - (self.until_s - self.at_s)


@dataclass
class Room:
    """A session, its speaker, and what is heard of it."""

    exercises: Mapping[str, Exercise]
    clips: Clips
    settings: Settings = field(default_factory=lambda: Settings(spoken_guidance="full", half_way=True))
    clock: HandClock = field(default_factory=HandClock)
    heard: list[Utterance] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    unknown: tuple[str, ...] = ()
    behind_s: float = 0.0
    slower: float = 1.0
    troubled: bool = False
    later_at_s: float | None = None

    def begin(self, routine: Routine, done: int = 0, lead_in_s: float = 5.0) -> Room:
        self.session = Session(routine, unroll(routine, self.exercises), self.clock, lead_in_s=lead_in_s)
        self.speaker = Speaker(Hall(self, self.length_s, lambda: self.clock.mono, lambda: self.settings))
        self.speaker.captioned.connect(self.captions.append)
        self.speaker.begin(self.exercises, self.session.moment())
        self.speaker.prepare(Counter(dict.fromkeys(self.exercises, done)))
        return self

    # -- the voice
    def length_s(self, text: str) -> float | None:
        """The system's voice takes as long as it likes."""
        return None if self.settings.voice == "system" else self.clips.length_s(text)

    def say(self, sentences: tuple[str, ...], latest: float) -> bool:
        lengths = [self.clips.length_s(one) for one in sentences]
        assert None not in lengths, sentences
        if self.heard and self.heard[-1].until_s > self.clock.mono:
            self.hush()
        until = self.clock.mono + self.slower * sum(filter(None, lengths)) + 0.15 * (len(lengths) - 1)
        self.heard.append(Utterance(" ".join(sentences), self.clock.mono, until, self.session.moment()))
        return True

    def hush(self) -> None:
        if self.heard and self.heard[-1].until_s > self.clock.mono:
            self.heard[-1].until_s, self.heard[-1].cut = self.clock.mono, True

    def rest(self) -> None:
        self.hush()

    @property
    def saying(self) -> tuple[str, ...]:
        return ("...",) if self.heard and self.heard[-1].until_s + self.behind_s > self.clock.mono else ()

    def can_say(self, sentences: tuple[str, ...]) -> bool:
        return not set(sentences) & set(self.unknown)

    def is_troubled(self, sentences: tuple[str, ...]) -> bool:
        return self.troubled

    # -- time
    def do(self, action: Callable[[], tuple]) -> list[str]:
        """What is said by then."""
        count, before = len(self.heard), self.session.moment()
        events = action()
        self.speaker.hear(events, before, self.session.moment())
        timer = self.speaker._later_timer
        if not timer.isActive():
            self.later_at_s = None
        elif self.later_at_s is None:
            self.later_at_s = self.clock.mono + timer.interval() / 1000
        return [one.text for one in self.heard[count:]]

    def wait(self, seconds: float) -> list[str]:
        count, end = len(self.heard), self.clock.mono + seconds
        while self.clock.mono < end - 1e-6 and self.session.state != "ended":
            wait = min(1.0, self.session.due_in_s() or 1.0, self.speaker.wait_s(self.session.moment()))
            later_at_s = math.inf if self.later_at_s is None else self.later_at_s
            self.clock.pass_time(min(max(wait, 0.01), end - self.clock.mono, later_at_s - self.clock.mono))
            if self.clock.mono >= later_at_s:
                self.speaker._later_timer.stop()
                self.speaker._later_timer.timeout.emit()
                self.later_at_s = None
            else:
                self.do(self.session.tick)
        return [one.text for one in self.heard[count:]]

    def say_all(self) -> list[Utterance]:
        self.wait(3600)
        return self.heard


def band(exercises: Mapping[str, Exercise], sets: int = 3, hold_s: float = 30, **gaps: object) -> Routine:
    item = {"exercise": "band-hamstring-stretch", "sets": sets, "hold_s": hold_s}
    return read_routine("r", {"name": "R", "items": [item], **gaps}, exercises)


def told(lines: list[Utterance], start: float) -> list[tuple[float, str]]:
    return [(round(one.at_s - start, 1), one.text) for one in lines]
