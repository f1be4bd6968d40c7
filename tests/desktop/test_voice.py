"""The voice as the program knows it: clips where all sentences have one, else the system's, else none."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from hamstring_gui.desktop.sound import Sounds
from hamstring_gui.desktop.system_voice import Unspoken
from hamstring_gui.desktop.voice import Voice

LEG, SET, OWN = "Right leg.", "Set two of three.", "My own stretch."


class Clips:
    def find(self, text: str) -> Path | None:
        return {LEG: Path("clips/leg.opus"), SET: Path("clips/set \n2.opus")}.get(text)


class System:
    """Stands for the system's voice: remembers what it was told."""

    def __init__(self, can_speak: bool = True) -> None:
        self.can_speak = can_speak
        self.why_not: Unspoken | None = None
        self.heard: Callable[[str], None] = lambda line: None
        self.told: list[tuple[object, ...]] = []

    def say(self, number: int, latest: float, text: str) -> None:
        self.told.append(("say", number, latest, text))

    def hush(self) -> None:
        self.told.append(("hush",))

    def set_volume(self, volume: float) -> None:
        self.told.append(("volume", volume))

    def set_rate(self, rate: float) -> None:
        self.told.append(("rate", rate))

    def set_language(self, language: str) -> None:
        self.told.append(("language", language))

    def prepare(self) -> None:
        self.told.append(("prepare",))

    def close(self) -> None:
        self.told.append(("close",))


class Ear:
    """A voice, what goes to its two helpers, and what it calls back."""

    def __init__(self, said: list[str], system: System | None) -> None:
        self.said, self.system, self.troubles = said, system, list[str]()
        self.sounds = Sounds(Path("folder"), 0.5, muted=False)
        self.voice = Voice(self.sounds, Clips(), system, lambda: self.troubles.append(self.voice.trouble))

    def answer(self, line: str) -> None:
        self.sounds.helper.line_read.emit(line)

    @property
    def told(self) -> list[tuple[object, ...]]:
        assert self.system is not None
        return [what for what in self.system.told if what[0] != "volume"]


@pytest.fixture
def ear(said: list[str]) -> Ear:
    return Ear(said, System())


def test_clips_are_said_by_the_helper_of_the_tones(ear: Ear) -> None:
    assert ear.voice.say((LEG, SET), 12.3456)
    line = 'say 1 12.346 ["clips/leg.opus", "clips/set \\n2.opus"]'
    assert ear.said[1:] == ["start", "gain 0.177828", "speech 1.000000", line]
    assert ear.voice.saying == (LEG, SET)
    ear.answer("saying 1")
    ear.answer("said 1")
    assert ear.voice.saying == ()


def test_where_one_has_no_clip_the_system_says_all(ear: Ear) -> None:
    assert ear.voice.say((LEG, OWN), 12.0)
    assert ear.told == [("say", 1, 12.0, f"{LEG} {OWN}")]
    assert ear.system is not None
    ear.system.heard("dropped 1")
    assert ear.voice.saying == ()


@pytest.mark.parametrize(
    ("system", "sentences", "can"),
    [
        (None, (LEG, SET), True), (None, (LEG, OWN), False), (None, (), False),
        (System(can_speak=False), (OWN,), False), (System(), (OWN,), True),
    ],
)  # fmt: skip
def test_what_can_be_said(said: list[str], system: System | None, sentences: tuple[str, ...], can: bool) -> None:
    ear = Ear(said, system)
    assert ear.voice.can_say(sentences) == can
    assert ear.voice.say(sentences, 12.0) == can
    assert bool(ear.voice.saying) == can


def test_the_voice_of_the_system_says_everything_where_that_is_wished(ear: Ear) -> None:
    ear.voice.set_recorded(False)
    assert ear.voice.say((LEG,), 12.0)
    assert ear.told == [("say", 1, 12.0, LEG)]
    ear.voice.set_recorded(True)
    ear.voice.say((LEG,), 13.0)
    assert ear.said[-1].startswith("say 2")


def test_a_new_one_cuts_the_old_one_whoever_says_it(ear: Ear) -> None:
    ear.voice.say((LEG,), 12.0)
    ear.voice.say((OWN,), 12.0)
    assert ear.said[-1] == "hush"
    assert ear.told == [("hush",), ("say", 2, 12.0, OWN)]
    ear.answer("said 1")
    assert ear.voice.saying == (OWN,)


def test_muted_and_at_no_volume_nothing_is_said(ear: Ear) -> None:
    ear.voice.say((LEG,), 12.0)
    ear.voice.set_muted(True)
    assert (ear.said[-1], ear.voice.saying) == ("hush", ())
    assert not ear.voice.say((LEG,), 12.0)
    ear.voice.set_muted(False)
    ear.voice.set_volume(0.0)
    assert not ear.voice.say((LEG,), 12.0)
    assert ear.voice.can_say((LEG,))
    assert not any(line.startswith("say 2") for line in ear.said)


def test_hush_when_nothing_is_said_tells_nobody(ear: Ear) -> None:
    ear.voice.hush()
    assert (ear.said, ear.told) == (["speech 1.000000"], [])


def test_speech_has_a_volume_of_its_own_which_a_second_helper_hears_too(ear: Ear) -> None:
    ear.voice.set_volume(0.5)
    ear.voice.prepare([Path("clips")], Path("cache"), keep_open=True)
    state = ["gain 0.177828", "speech 0.177828", 'decoded ["cache", "clips"]', "keep on"]
    assert ear.said[-4:] == state
    ear.said.clear()
    ear.sounds.prepare()
    assert ear.said == ["start", *state]
    ear.voice.rest()
    assert ear.said[-1] == "keep off"


@pytest.mark.parametrize(("sentences", "started"), [([LEG, SET], False), ([LEG, OWN], True), ([], False)])
def test_the_system_is_started_only_where_it_is_needed(ear: Ear, sentences: list[str], started: bool) -> None:
    ear.voice.prepare(sentences=sentences)
    assert (("prepare",) in ear.told) == started


def test_trouble_is_told_once_and_its_end(ear: Ear, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        for line in ("speechless: no card", "speechless: still none", "speaking", "saying 9", "speechless: gone"):
            ear.answer(line)
    assert ear.troubles == ["no card", "", "gone"]
    assert ear.voice.trouble == "gone"
    assert caplog.messages == ["No voice: no card", "The voice again.", "No voice: gone"]


def test_a_helper_that_dies_says_no_more(ear: Ear) -> None:
    ear.voice.say((LEG,), 12.0)
    ear.sounds.helper.ended.emit()
    assert ear.voice.saying == ()


def test_the_line_is_read_by_the_helper(ear: Ear) -> None:
    ear.voice.say((SET,), 12.0)
    number, latest, clips = ear.said[-1].removeprefix("say ").split(" ", 2)
    assert (number, float(latest), json.loads(clips)) == ("1", 12.0, ["clips/set \n2.opus"])


def test_trouble_with_clips_is_none_of_the_systems(ear: Ear) -> None:
    assert not ear.voice.is_troubled((LEG,))
    ear.answer("speechless: nothing decodes them")
    assert ear.voice.is_troubled((LEG,))
    assert not ear.voice.is_troubled((OWN,))
    assert ear.voice.say((LEG,), 12.0), "that is how it turns out to be over"
    ear.answer("saying 1")
    assert ear.voice.is_troubled((LEG,)), "begun isn't heard"
    ear.sounds.helper.ended.emit()
    assert not ear.voice.is_troubled((LEG,)), "the next helper tells by itself"


def test_to_try_the_voice_leaves_the_loudspeaker_as_it_is(ear: Ear) -> None:
    ear.voice.prepare(sentences=[LEG])
    assert not [line for line in ear.said if line.startswith("keep")]
