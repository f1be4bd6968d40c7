"""Each setting reaches what it sets: at once where it can be seen or heard by then, else with the next session."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication

from hamstring_gui.domain.routine import Routine, read_routine
from hamstring_gui.domain.session import Session
from hamstring_gui.domain.settings import PLACES
from hamstring_gui.ui.controls.figure_view import body_of
from hamstring_gui.ui.theme import text_scale, theme_of
from tests.ui.conftest import Desk

Reached = Callable[[Desk, list[tuple[object, ...]]], bool]
VOICE = ("set_muted", "set_volume", "set_rate", "set_recorded", "prepare")


def session_of(desk: Desk) -> Session:
    session = desk.parts.conductor.player.session
    assert session is not None
    return session


def tones(*call: object) -> Reached:
    return lambda desk, _: call in desk.services.calls


def voice(*call: object) -> Reached:
    return lambda _, said: call in said


AT_ONCE: Mapping[str, tuple[object, tuple[Reached, ...]]] = {
    "volume": (30, (tones("set_volume", 0.3),)),
    "muted": (True, (tones("set_muted", True), voice("set_muted", True),
                     lambda desk, _: desk.pages.session().mute.text() == "Unmute")),
    "speech_volume": (40, (voice("set_volume", 0.4),)),
    "speech_rate": (150, (voice("set_rate", 1.5),)),
    "voice": ("system", (voice("set_recorded", False),)),
    "captions": ("on", (lambda desk, _: desk.parts.hearing.speaker._wants_captions(heard=True),)),
    "spoken_guidance": ("off", (lambda desk, _: not desk.parts.hearing.speaker._script(session_of(desk).moment()),)),
    "half_way": (True, (lambda desk, _: desk.parts.conductor.player.half_way,)),
    "count_in": (False, (lambda desk, _: not desk.parts.conductor.player.count_in,)),
    "breathing_words": (False, (lambda desk, _: desk.pages.session().line.breath.isHidden(),)),
    "motion": ("reduced", (lambda desk, _: desk.pages.session()._still,
                           lambda desk, _: desk.pages.exercises().exercise.figure._still)),
    "theme": ("dark", (lambda desk, _: theme_of(desk.window.palette()).dark,)),
    "text_size": (125, (lambda *_: text_scale() == 1.25,)),
    "body": ("plum", (lambda desk, _: body_of(desk.pages.session().figure) == "plum",)),
    "first_day": ("sunday", (lambda desk, _: desk.parts.records.this_week().start.isoweekday() == 7,)),
}  # fmt: skip
NEXT_SESSION: Mapping[str, tuple[object, Reached]] = {
    "lead_in_s": (7, lambda desk, _: session_of(desk).moment().lead_in_s == 7),
    "sleep_s": (20, lambda desk, _: session_of(desk)._sleep_s == 20),
    "wait_for_key": (True, lambda desk, _: session_of(desk).moment().waiting),
    "first_leg": ("left", lambda desk, _: session_of(desk).moment().phase.side == "left"),
    "distance_view": (True, lambda desk, _: desk.window.isFullScreen()),
    "pause_unplugged": (False, lambda desk, _: {"do": "watch", "headphones": False} in desk.sent),
    "keep_sound_open": (False, lambda _, said: [one[3] for one in said if one[0] == "prepare"][-1] is False),
}
TESTED_BY_ITSELF = {
    "safety_understood", "introduction_page", "at_desk", "language", "window_width", "window_height", "given_keys",
    "day_starts_at", "reference_lines", "tray", "reminder", "reminder_days", "reminder_at", "reminder_unless_met",
    "reminder_when_closed", "asked_when_closed", "quiet_from", "quiet_until",
}  # fmt: skip


@pytest.fixture
def said() -> list[tuple[object, ...]]:
    """What the voice was told."""
    return []


@pytest.fixture
def desk(open_desk: Callable[..., Desk], exercises, said: list[tuple[object, ...]], qtbot) -> Desk:
    """In a hold of half a minute; the library was looked at before."""
    desk = open_desk()
    for name in VOICE:
        setattr(desk.services.voice, name, partial(lambda name, *values: said.append((name, *values)), name))
    desk.hamstring.beside.reach_out()
    desk.parts.exercises.show()
    desk.parts.begin(long(exercises))
    desk.pass_time(4)
    qtbot.waitUntil(lambda: begun(desk, said) == 1)
    return desk


def begun(desk: Desk, said: list[tuple[object, ...]]) -> int:
    """How many sessions have all that is made ready for them."""
    watched = sum(one["do"] == "watch" for one in desk.sent)
    return min(watched, sum(one[0] == "prepare" for one in said))


def long(exercises) -> Routine:
    items = [{"exercise": "band-hamstring-stretch", "sets": 1, "hold_s": 30}]
    return read_routine("long", {"name": "Long", "setup_s": 2, "items": items}, exercises)


def test_each_setting_is_looked_at() -> None:
    assert {*AT_ONCE} | {*NEXT_SESSION} | TESTED_BY_ITSELF == {*PLACES}


def test_at_once_or_with_the_next_session(
    desk: Desk, said: list[tuple[object, ...]], exercises, qtbot, subtests: pytest.Subtests
) -> None:
    for field, (value, reached) in AT_ONCE.items():
        with subtests.test(field):
            assert not any(one(desk, said) for one in reached), "else it would say nothing"
            desk.parts.preferences.change(**{field: value})
            QApplication.processEvents()
            assert [one(desk, said) for one in reached] == [True] * len(reached)
    for _, arrived in NEXT_SESSION.values():
        assert not arrived(desk, said), "else it would say nothing"
    desk.parts.preferences.change(**{field: value for field, (value, _) in NEXT_SESSION.items()})
    desk.parts.begin(long(exercises))
    desk.parts.preferences.change(spoken_guidance="full")
    qtbot.waitUntil(lambda: begun(desk, said) == 2)
    for field, (_, arrived) in NEXT_SESSION.items():
        with subtests.test(field):
            assert arrived(desk, said)
    desk.window.seen_changed.emit(False)
    assert not desk.pages.exercises().exercise.figure._seen, "what nobody sees need not move"
    for field, chosen in (("speech_volume", 50), ("speech_rate", 120), ("voice", "recorded")):
        before = len(desk.services.voice.said)
        desk.parts.preferences.change(muted=False)
        desk.parts.settings.change(field, chosen)
        assert len(desk.services.voice.said) == before + 1, f"{field} is heard"
