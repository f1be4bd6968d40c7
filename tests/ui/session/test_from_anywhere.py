"""A session that is led by media keys, and that stands still when nobody is here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt

from hamstring_gui.desktop.bus import Bus
from hamstring_gui.desktop.guest import Guest
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.routine import Routine, unroll
from hamstring_gui.program import remote
from hamstring_gui.storage.settings import SettingsStore
from hamstring_gui.ui import questions
from hamstring_gui.ui.session.page import SessionPage
from tests.ui.cases import in_one_window
from tests.ui.conftest import Desk

Key = Qt.Key
Open = Callable[..., Desk]
State = str


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is said on the page."""
    told: list[str] = []
    monkeypatch.setattr(SessionPage, "say", lambda _, sentence: told.append(sentence))
    return told


@pytest.fixture
def desk(open_desk: Open, quick: Routine, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr(remote, "TWICE_S", {})
    monkeypatch.setattr(remote, "BOTH_WAYS_S", 0.0)
    desk = open_desk(start=quick)
    desk.hamstring.beside.reach_out()
    return desk


def bus_of(desk: Desk) -> Bus:
    assert isinstance(desk.parts.bus._helper, Guest)  # one process for a session
    assert desk.hamstring.beside.bus is desk.parts.bus
    return desk.parts.bus


def wish(desk: Desk, *wishes: str) -> None:
    for one in wishes:
        bus_of(desk).wished.emit(one, 0.0)


def state(desk: Desk) -> State:
    session = desk.parts.conductor.player.session
    return session.state if session is not None else "none"


def test_the_volume_is_that_of_tones_and_voice_and_saved_once_it_stands_still(desk: Desk) -> None:
    preferences, saves = desk.parts.preferences, list[int]()
    save = preferences._store.save
    preferences._store.save = lambda settings: saves.append(settings.volume) or save(settings)  # type: ignore[method-assign]
    preferences.change(volume=50, speech_volume=80)
    saves.clear()
    heard = []
    for volume in (0.25, 0.9, 0.0, 0.5, 0.1):
        bus_of(desk).wished.emit("volume", volume)
        heard.append((preferences.settings.volume, preferences.settings.speech_volume))
        assert desk.sent[-1]["volume"] == volume
    assert heard == [(25, 40), (90, 100), (0, 0), (50, 80), (10, 16)]
    assert saves == []
    preferences._turning.timeout.emit()
    assert saves == [10]
    preferences.change(speech_volume=5)
    bus_of(desk).wished.emit("volume", 1.0)
    assert preferences.settings.speech_volume == 50
    desk.hamstring.close()
    assert SettingsStore(desk.paths.settings).load()[0] == preferences.settings
    assert (saves, preferences.settings.volume) == ([10, 10, 100], 100)


def test_a_session_is_led_by_media_keys_alone(desk: Desk) -> None:
    assert [one["do"] for one in desk.sent[:2]] == ["watch", "play"]
    bus_of(desk).wished.emit("volume", 0.42)
    assert desk.parts.preferences.settings.volume == 42
    assert desk.sent[-1]["volume"] == 0.42
    wish(desk, "on")
    desk.pass_time(1)
    assert desk.text("phase") == "HOLD"
    wish(desk, "pause", "pause")
    assert desk.text("phase") == "PAUSED"
    assert desk.sent[-1]["status"] == "Paused"
    wish(desk, "play", "play", "on")
    assert state(desk) == "running"
    for answer in ("toggle", "play", "on", "back"):
        wish(desk, "end")
        assert desk.window.asking == "end"
        wish(desk, answer)
        assert (desk.window.asking, state(desk)) == ("", "running"), answer
    wish(desk, "pause", "end", "pause")
    assert desk.window.asking == "end"
    wish(desk, "play")
    assert (desk.window.asking, state(desk)) == ("", "running")  # also where it stood still before the question
    desk.press(Key.Key_P)
    assert desk.window.asking == "pain"
    wish(desk, "play")
    assert (desk.window.asking, state(desk)) == ("", "running")
    wish(desk, "end", "end")
    assert state(desk) == "none"
    assert desk.sent[-1]["do"] == "stop"
    wish(desk, "play", "end")
    assert desk.shows("Done")


@pytest.mark.parametrize(
    ("key", "ends", "pain_ends"),
    [
        (Key.Key_MediaPlay, False, False), (Key.Key_MediaTogglePlayPause, False, False),
        (Key.Key_MediaNext, False, False), (Key.Key_MediaPrevious, False, True), (Key.Key_MediaStop, True, True),
    ],
)  # fmt: skip
def test_every_media_key_is_an_answer(
    quick: Routine, exercises: dict[str, Exercise], key: Key, ends: bool, pain_ends: bool
) -> None:
    hold = next(phase for phase in unroll(quick, exercises, "right") if phase.is_hold)
    chosen: list[str] = []
    end, go_on = (partial(chosen.append, one) for one in ("end", "go on"))
    coming = questions.Coming(hold, exercises[hold.exercise], True)
    for asked in (questions.to_end(end, go_on), questions.about_pain(coming, go_on, end)):
        (answer,) = (one for one in asked.answers if key in one.keys)
        answer.chosen()
    (finish,) = questions.about_pain(None, go_on, end).answers
    assert key in finish.keys
    assert [one == "end" for one in chosen] == [ends, pain_ends]


def test_a_key_that_comes_by_bus_and_window_is_pressed_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "BOTH_WAYS_S", 1000.0)
    wish(desk, "toggle")
    desk.press(Key.Key_MediaTogglePlayPause)
    assert state(desk) == "paused"
    desk.press(Key.Key_Space)
    assert state(desk) == "running"
    desk.press(Key.Key_MediaNext)
    wish(desk, "on")
    assert desk.text("set") == "Set 1 of 2"
    assert desk.text("phase") == "HOLD"


def test_others_can_have_the_window_come_and_go(desk: Desk) -> None:
    desk.window.showMinimized()
    wish(desk, "raise")
    assert not desk.window.isMinimized()
    desk.pass_time(3)
    wish(desk, "quit")
    assert (desk.window.asking, desk.window.isVisible()) == ("end", True), "what was held is asked about"
    desk.press(Key.Key_Return)
    assert not desk.window.isVisible()


def test_media_keys_work_in_the_window(desk: Desk) -> None:
    desk.press(Key.Key_MediaNext)
    desk.pass_time(1.5)
    assert desk.text("phase") == "HOLD"
    desk.press(Key.Key_MediaNext)
    assert desk.text("phase") == "REST"
    desk.press(Key.Key_MediaStop)
    assert desk.window.asking == "end"
    desk.press(Key.Key_MediaNext)
    assert desk.window.asking == ""
    desk.press(Key.Key_MediaPrevious)
    assert desk.text("phase") == "GET READY"
    for _ in ("asks", "answers"):
        desk.press(Key.Key_MediaStop)
    assert state(desk) == "none"


SLEPT = "Paused while the computer slept. Press Space to go on."
LOCKED = "Paused while the screen was locked. Press Space to go on."
UNPLUGGED = "Paused: the headphones were unplugged. Press Space to go on."


@in_one_window(
    ("happened", "said"),
    [
        (["sleep", "woke"], ["", SLEPT]),
        (["locked", "unlocked"], ["", LOCKED]),
        (["sleep", "locked", "woke", "unlocked"], ["", "", "", SLEPT]),
        (["locked", "sleep", "woke", "unlocked", "unlocked"], ["", "", "", LOCKED, ""]),
        (["unplugged", "unplugged"], [UNPLUGGED, ""]),
        (["woke", "unlocked"], [None, None]),
    ],
)
def test_it_stands_still_before_it_happens_and_says_so_once(
    told: list[str], desk: Desk, monkeypatch: pytest.MonkeyPatch, happened: list[str], said: list[str | None]
) -> None:
    monkeypatch.setattr(desk.hamstring.beside.bus, "let_sleep", lambda: told.append(f"may sleep {state(desk)}"))
    if state(desk) == "paused":
        wish(desk, "play")
    for one, sentence in zip(happened, said, strict=True):
        told.clear()
        bus_of(desk).happened.emit(one)
        assert state(desk) == ("running" if sentence is None else "paused")
        slept = ["may sleep paused"] if one == "sleep" else []
        assert told == slept + ([sentence] if sentence else [])


def test_what_stands_still_already_or_is_not_wished_is_left(told: list[str], desk: Desk) -> None:
    desk.parts.preferences.change(pause_unplugged=False)
    bus_of(desk).happened.emit("unplugged")
    assert state(desk) == "running"
    desk.press(Key.Key_Space)
    for one in ("locked", "sleep", "woke", "unlocked"):
        bus_of(desk).happened.emit(one)
    desk.press(Key.Key_Space)
    assert state(desk) == "running"
    assert told == []


def test_a_log_out_that_is_called_off_leaves_no_player_behind(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[bool] = []
    monkeypatch.setattr(bus_of(desk)._helper, "close", lambda: closed.append(True))
    desk.hamstring.leaving.give_up()
    assert closed
    assert not bus_of(desk)._plays
