"""Own exercises get a voice once the window stands, where hibari-tts is installed; nothing of it is there elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from importlib.machinery import ModuleSpec

import pytest

from hamstring_gui.program.own_voice import OwnVoice
from tests.storage.making import own_exercise
from tests.ui.conftest import Desk


@pytest.mark.parametrize("installed", [True, pytest.param(False, marks=pytest.mark.nightly)])
def test_the_window_has_own_exercises_said(
    installed: bool, open_desk: Callable[..., Desk], qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(
        "hamstring_gui.program.beside.find_spec", lambda name: ModuleSpec(name, None) if installed else None
    )
    monkeypatch.setattr("hamstring_gui.program.own_voice.SOON_MS", 0)
    monkeypatch.setattr("hamstring_gui.desktop.errand.Errand.start", lambda self, words: asked.append(list(words)))
    desk = open_desk()
    desk.hamstring.preferences.change(language="en")
    give = desk.hamstring.beside.give_own_exercises_a_voice
    assert give in desk.hamstring._to_do_afterwards()
    give()
    desk.parts.library.save_exercise(own_exercise("Towel stretch"))
    if installed:
        qtbot.waitUntil(lambda: bool(asked))
        assert asked[0] == ["say", "--own", "--data-dir", str(desk.paths.data)]
        ended: list[object] = []
        monkeypatch.setattr("hamstring_gui.desktop.errand.Errand.is_running", property(lambda _: not ended))
        monkeypatch.setattr("hamstring_gui.desktop.errand.Errand.close", lambda self: ended.append(self))
        desk.parts.conductor.session_begins.emit("a session")
        assert ended, "it is not rendered on beside a session"
    else:
        assert not desk.hamstring.findChildren(OwnVoice)
