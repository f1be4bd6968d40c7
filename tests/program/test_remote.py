"""Media keys: which presses count, what they mean to a session, and what others see of one."""

from __future__ import annotations

import pytest

from hamstring_gui.desktop.mpris import Playing
from hamstring_gui.domain.moment import Moment
from hamstring_gui.domain.values import replace
from hamstring_gui.program.remote import Presses, Way, playing_of, wish_for
from tests.domain.samples import HandClock, exercise, routine, session


@pytest.mark.parametrize(
    ("presses", "counted"),
    [
        ([("toggle", "bus", 0.0), ("toggle", "window", 0.1)], [True, False]),
        ([("toggle", "window", 0.0), ("toggle", "bus", 0.4)], [True, False]),
        ([("toggle", "window", 0.0), ("toggle", "bus", 0.4), ("toggle", "bus", 0.6)], [True, False, True]),
        ([("toggle", "bus", 0.0), ("toggle", "bus", 0.1), ("toggle", "bus", 0.3)], [True, False, True]),
        ([("on", "bus", 0.0), ("on", "bus", 0.1)], [True, True]),
        ([("on", "bus", 0.0), ("back", "window", 0.1)], [True, True]),
        ([("end", "bus", 0.0), ("end", "bus", 0.9), ("end", "bus", 1.1)], [True, False, True]),
        ([("on", "window", 0.0), ("on", "bus", 0.6)], [True, True]),
    ],
)
def test_one_press_counts_once(presses: list[tuple[str, Way, float]], counted: list[bool]) -> None:
    counts = Presses().counts
    assert [counts(*press) for press in presses] == counted


@pytest.fixture
def moment() -> Moment:
    return session(routine(), HandClock()).moment()


@pytest.mark.parametrize(
    ("state", "waits", "means"),
    [
        ("running", False, {"play": None, "pause": "toggle", "toggle": "toggle"}),
        ("running", True, {"play": "toggle", "pause": None, "toggle": "toggle"}),
        ("paused", False, {"play": "toggle", "pause": None, "toggle": "toggle"}),
        ("slept", False, {"play": "toggle", "pause": None, "toggle": "toggle"}),
    ],
)
def test_play_and_pause_are_what_they_say(moment: Moment, state: str, waits: bool, means: dict[str, str]) -> None:
    now = replace(moment, state=state, length_s=None if waits else 20.0)
    always = {"on": "on", "back": "back", "end": "end", "dance": None}
    assert {wished: wish_for(wished, now) for wished in means | always} == means | always


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({}, {"status": "Playing", "track": "phase0", "length_s": 20.0, "position_s": 4.0}),
        ({"state": "paused"}, {"status": "Paused", "track": "phase0", "length_s": 20.0, "position_s": 4.0}),
        ({"length_s": None}, {"status": "Paused", "track": "phase0", "length_s": None, "position_s": 0.0}),
        (
            {"ready_in_s": 2.0, "lead_in_s": 5.0},
            {"status": "Playing", "track": "ready0", "length_s": 5.0, "position_s": 3.0},
        ),
    ],
)
def test_a_session_as_a_player_shows_it(moment: Moment, changes: dict[str, object], shown: dict[str, object]) -> None:
    now = replace(moment, **{"length_s": 20.0, "elapsed_s": 4.0, **changes})
    playing = playing_of(now, exercise(), 70, 100.0)
    assert isinstance(playing, Playing)
    assert {name: getattr(playing, name) for name in shown} == shown
    assert (playing.title, playing.volume, playing.at_s) == (exercise().name, 0.7, 100.0)
    assert playing.artist == "Right leg · Set 1 of 3"
