"""What Settings says where a sentence that is asked for can't be heard."""

from __future__ import annotations

import pytest

from hamstring_gui.desktop.system_voice import Unspoken
from hamstring_gui.domain.settings import Settings
from hamstring_gui.ui.settings.wording import why_no_voice


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
