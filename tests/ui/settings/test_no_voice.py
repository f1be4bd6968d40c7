"""What Settings says where a sentence that is asked for can't be heard."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hamstring_gui.desktop.system_voice import Unspoken
from hamstring_gui.domain.settings import Settings
from hamstring_gui.ui.settings.wording import Own, why_no_voice
from tests.storage.making import own_exercise
from tests.ui.conftest import Desk


@pytest.mark.parametrize(
    ("settings", "silent", "system", "trouble", "said"),
    [
        (Settings(), False, None, "", ""),
        (Settings(voice="none"), False, None, "", "captions"),
        (Settings(), True, None, "", "No sound"),
        (Settings(muted=True), False, None, "", "muted"),
        (Settings(speech_volume=0), False, None, "", "0 %"),
        (Settings(), False, None, "no libsndfile", "no libsndfile."),
        (Settings(voice="system"), False, Unspoken.NOT_INSTALLED, "", "Install speech-dispatcher"),
        (Settings(voice="system"), False, Unspoken.NO_VOICE, "", "no voice for this language"),
        (Settings(voice="system"), False, Unspoken.NO_ANSWER, "", "doesn’t answer"),
    ],
)
def test_why(application, settings: Settings, silent: bool, system: Unspoken | None, trouble: str, said: str) -> None:
    why = why_no_voice(settings, silent, system, trouble)
    assert said in why
    assert bool(why) is bool(said)


@pytest.mark.parametrize(
    ("recordable", "system", "said"),
    [
        (True, Unspoken.NOT_INSTALLED, ("hamstring-gui[voice]", "speech-dispatcher and speech-dispatcher-espeak-ng")),
        (
            True,
            Unspoken.NO_VOICE,
            ("hamstring-gui[voice]", "say them"),
        ),
        (True, Unspoken.NO_ANSWER, ("hamstring-gui[voice]", "doesn’t answer")),
        (False, Unspoken.NOT_INSTALLED, ("", "speech-dispatcher and speech-dispatcher-espeak-ng")),
    ],
)
def test_for_own_exercises_both_ways_are_named(
    application, recordable: bool, system: Unspoken, said: tuple[str, str]
) -> None:
    why = why_no_voice(Settings(), False, system, own=Own(recordable))
    assert why.startswith("Exercises of your own have no voice. ")
    assert all(one in why for one in said)
    assert ("hamstring-gui[voice]" in why) is recordable
    assert why_no_voice(Settings(), False, None, own=Own(recordable)) == ""


def test_settings_find_out_whether_own_exercises_are_said(
    open_desk: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hamstring_gui.program.hearing.find_spec", lambda name: None)
    desk = open_desk()
    asked: list[object] = []
    desk.services.voice.ask_the_system = lambda: asked.append(True)  # type: ignore[method-assign]
    desk.click("Settings")
    assert not asked
    desk.click("Today")
    desk.parts.library.save_exercise(own_exercise("Towel stretch"))
    desk.click("Settings")
    assert asked
