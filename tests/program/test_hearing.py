"""The voice where it is tried and asked for outside a session, with helpers that are never started."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QLocale

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.moment import Moment
from hamstring_gui.domain.routine import unroll
from hamstring_gui.domain.session import Session
from hamstring_gui.domain.settings import Settings
from hamstring_gui.domain.values import replace
from hamstring_gui.program import hearing
from hamstring_gui.program.hearing import Hearing
from hamstring_gui.storage.library import load_exercises, load_routines
from hamstring_gui.storage.paths import Paths
from tests.domain.samples import HandClock
from tests.storage.making import own_exercise

SAMPLE = "Right leg. Set two of three."


class Page:
    """Stands for the Settings page: remembers what it says of the voice."""

    why = ""

    def show_no_voice(self, why: str) -> None:
        self.why = why

    def show_no_tone(self, why: str) -> None: ...


class Room:
    """What hears, its settings, what its helpers were told, and what the system's voice answers."""

    def __init__(self, folder: Path, sent: list[tuple[str, str]], settings: Settings) -> None:
        self.sent, self.page, self.preferences = sent, Page(), SimpleNamespace(settings=settings)
        late = [SimpleNamespace(made=made) for made in (None, None, self.page)]
        pages = SimpleNamespace(session=late[0], introduction=late[1], settings=late[2])
        self.own: list[Exercise] = []
        self.hearing = Hearing(Paths.under(folder), pages, self.preferences, lambda: 0.0, lambda: self.own)

    def change(self, **settings: object) -> None:
        self.preferences.settings = replace(self.preferences.settings, **settings)
        self.hearing.apply()

    def system(self, line: str) -> None:
        self.hearing.voice._system._helper.line_read.emit(line)

    @property
    def said(self) -> list[str]:
        return [line.split(" ", 3)[-1] for script, line in self.sent if script == "speech" and line.startswith("say")]


@pytest.fixture
def open_room(qapp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Room]:
    sent: list[tuple[str, str]] = []

    def script(helper: object) -> str:
        return "speech" if "speech" in helper._command[1] else "sound"

    monkeypatch.setattr(
        "hamstring_gui.desktop.helper.Helper.start", lambda helper: sent.append((script(helper), "start"))
    )
    monkeypatch.setattr(
        "hamstring_gui.desktop.helper.Helper.is_running", property(lambda helper: (script(helper), "start") in sent)
    )
    monkeypatch.setattr(
        "hamstring_gui.desktop.helper.Helper.send", lambda helper, line: sent.append((script(helper), line))
    )
    monkeypatch.setattr("hamstring_gui.desktop.system_voice.sys.platform", "linux")
    monkeypatch.setattr(hearing, "find_spec", lambda name: None)
    return lambda **settings: Room(tmp_path, sent, Settings(language="en", **settings))


def first_moment(assets: Path) -> tuple[dict[str, Exercise], Moment]:
    exercises = load_exercises(assets)
    routine = load_routines(assets, exercises)["desk-break"]
    return exercises, Session(routine, unroll(routine, exercises), HandClock()).moment()


def test_the_systems_voice_is_tried_once_it_answers(open_room: Callable[..., Room]) -> None:
    room = open_room(voice="system")
    room.hearing.try_voice()
    assert room.said == []
    room.system("speaks")
    assert room.said == [SAMPLE]
    room.system("speechless: no answer")
    room.system("speaks")
    assert room.said == [SAMPLE], "once"


@pytest.mark.parametrize("then", ["a session", "a change", "no answer"])
def test_what_was_tried_in_vain_is_not_said_later(open_room: Callable[..., Room], assets: Path, then: str) -> None:
    room = open_room(voice="system")
    room.hearing.try_voice()
    if then == "a session":
        room.hearing.speaker.begin(*first_moment(assets))
    elif then == "a change":
        room.change(volume=10)
    else:
        room.system("speechless: no answer")
    room.system("speaks")
    assert room.said == []


@pytest.mark.parametrize("settings", [{"muted": True}, {"speech_volume": 0}, {"voice": "none"}])
def test_what_nobody_could_hear_is_not_said_when_the_system_answers(
    open_room: Callable[..., Room], settings: dict[str, object]
) -> None:
    room = open_room(**settings)
    room.hearing.try_voice()
    room.preferences.settings = Settings()
    room.system("speaks")
    assert room.said == []
    assert not [line for _, line in room.sent if line.startswith("say ")]


@pytest.mark.parametrize("how", ["muted", "trouble"])
def test_what_falls_silent_amid_a_sentence_is_shown(open_room: Callable[..., Room], how: str) -> None:
    room, shown = open_room(), list[str]()
    room.hearing.speaker.captioned.connect(shown.append)
    room.hearing.try_voice()
    assert shown == []
    if how == "muted":
        room.change(muted=True)
    else:
        room.hearing.sounds.helper.line_read.emit("speechless: nothing decodes it")
    assert shown == ["Right leg."]
    room.hearing.speaker.hush()


def test_only_a_session_keeps_the_loudspeaker_open(open_room: Callable[..., Room]) -> None:
    room = open_room(keep_sound_open=True)
    room.hearing.try_voice()
    assert ("sound", "keep on") not in room.sent
    room.hearing.prepare(room.hearing.speaker.sample)
    room.hearing.try_voice()
    assert [line for _, line in room.sent if line.startswith("keep")] == ["keep on"]


def test_the_systems_voice_is_not_reckoned_with_the_length_of_clips(open_room: Callable[..., Room]) -> None:
    room = open_room()
    length_s = room.hearing.speaker._hall.length_s
    assert length_s("Right leg.") is not None
    room.change(voice="system")
    assert length_s("Right leg.") is None


def test_settings_say_what_gives_own_exercises_a_voice(
    open_room: Callable[..., Room], monkeypatch: pytest.MonkeyPatch
) -> None:
    room = open_room()
    room.hearing.find_out()
    assert room.sent == [], "nothing is asked where there is none"
    room.own.append(replace(own_exercise("Towel stretch"), own=True))
    room.hearing.find_out()
    assert ("speech", "start") in room.sent
    assert room.page.why == ""
    room.system("speechless: not installed")
    assert "hamstring-gui[voice]" in room.page.why
    assert "speech-dispatcher" in room.page.why
    room.system("speaks")
    assert room.page.why == ""
    room.system("speechless: not installed")
    monkeypatch.setattr(hearing, "find_spec", lambda name: ModuleSpec(name, None))
    room.hearing.find_out()
    assert room.page.why == "", "their clips are being made"


def test_sentences_of_own_exercises_are_looked_for_where_they_were_made(open_room: Callable[..., Room]) -> None:
    room = open_room()
    room.hearing.prepare([SAMPLE])
    (said,) = {line for script, line in room.sent if script == "sound" and line.startswith("decoded")}
    folders = json.loads(said.removeprefix("decoded "))
    paths = room.hearing._paths
    assert folders == [str(paths.decoded_clips), str(paths.assets / "voice" / "en"), str(paths.own_clips / "en")]


@pytest.mark.parametrize(("voice", "decoded"), [("none", False), ("recorded", True)])
def test_without_a_voice_nothing_is_made_ready(open_room: Callable[..., Room], voice: str, decoded: bool) -> None:
    room = open_room(voice=voice)
    room.hearing.prepare([SAMPLE])
    assert any(line.startswith("decoded") for _, line in room.sent) is decoded


def test_the_systems_voice_speaks_the_language_of_the_program(open_room: Callable[..., Room]) -> None:
    room = open_room(voice="system")
    room.hearing.try_voice()
    assert ("speech", f"language {QLocale().name()}") in room.sent
