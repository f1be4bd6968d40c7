"""Keys of pedals and clickers: shown as they are pressed, given commands, and heard as those in a session."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from hamstring_gui.domain.settings import MOST_KEYS_GIVEN
from hamstring_gui.program import remote
from hamstring_gui.storage.settings import SettingsStore
from hamstring_gui.ui.controls.pressed_keys import name_of
from hamstring_gui.ui.settings.pedals import PedalsCard
from tests.ui.cases import one_after_another
from tests.ui.conftest import Desk
from tests.ui.settings.conftest import begin_again

Key = Qt.Key
Modifier = Qt.KeyboardModifier
Open = Callable[..., Desk]


def pressed(key: int, modifiers: Qt.KeyboardModifier = Modifier.NoModifier, code: int = 0) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, code, 0, 0)


@pytest.mark.parametrize(
    ("event", "name"),
    [
        (pressed(Key.Key_F13), "F13"),
        (pressed(Key.Key_F5, Modifier.ShiftModifier), "Shift+F5"),
        (pressed(Key.Key_MediaNext), "Media Next"),
        (pressed(Key.Key_1, Modifier.KeypadModifier), "1"),
        (pressed(Key.Key_unknown, code=248), "Code 248"),
        (pressed(0, code=198), "Code 198"),
        (pressed(Key.Key_Shift), ""),
    ],
)
def test_every_key_has_a_name(event: QKeyEvent, name: str) -> None:
    assert name_of(event) == name


def card_of(desk: Desk) -> PedalsCard:
    desk.click("Set up keys…")
    (card,) = [card for card in desk.window.findChildren(PedalsCard) if card.isVisible()]
    return card


def unknown(desk: Desk, code: int) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(
            desk.window.windowHandle(), QKeyEvent(kind, Key.Key_unknown, Modifier.NoModifier, code, 0, 0)
        )


def a_pedal_is_given_a_command_and_it_is_taken_away_by_keys_alone(desk: Desk) -> None:
    card = card_of(desk)
    assert not card.command.isEnabled()
    desk.press(Key.Key_F13)
    assert desk.text("pressed_key") == "Pressed: F13"
    assert desk.text("pressed_key_means") == "In a session it does nothing yet."
    desk.press(Key.Key_Tab)
    desk.press(Key.Key_Right)
    assert desk.text("pressed_key_means") == "You gave it: Pause"
    assert desk.parts.preferences.settings.given_keys == (("F13", "toggle"),)
    desk.press(Key.Key_Right)
    assert desk.parts.preferences.settings.given_keys == (("F13", "on"),)
    desk.press(Key.Key_Tab)
    desk.press(Key.Key_Space)
    assert desk.parts.preferences.settings.given_keys == ()
    unknown(desk, 248)
    assert desk.text("pressed_key") == "Pressed: Code 248"
    for key, name, means in (
        (Key.Key_Space, "Space", "Pause"), (Key.Key_PageDown, "PgDown", "Pause"), (Key.Key_Right, "Right", "Skip"),
        (Key.Key_MediaStop, "Media Stop", "End"), (Key.Key_B, "B", "Breathing words"),
    ):  # fmt: skip
        desk.press(key)
        assert desk.text("pressed_key") == f"Pressed: {name}"
        assert desk.text("pressed_key_means") == f"In a session it is: {means}"
    desk.press(Key.Key_Escape)
    assert desk.window.asking == ""


def no_more_keys_are_given_than_can_be_kept(desk: Desk) -> None:
    """Nor one with a name that the settings file can't hold; a key that has a command is given another."""
    card = card_of(desk)
    given = tuple((f"Code {n}", "on") for n in range(MOST_KEYS_GIVEN))
    desk.parts.preferences.change(given_keys=given)
    card.show_given(given)
    desk.press(Key.Key_F13)
    desk.press(Key.Key_Tab)
    desk.press(Key.Key_Right)
    assert desk.text("pressed_key_means") == "No more keys can be given a command: take one away first."
    assert card.command.value == ""
    card.given.emit("Code 3", "")
    card.given.emit("x" * 41, "on")
    assert desk.text("pressed_key_means") == "This key can’t be given a command: its name is too long."
    card.given.emit("F13", "back")
    card.given.emit("F13", "mute")
    assert desk.text("pressed_key_means") == "You gave it: Mute"
    assert desk.parts.preferences.settings.given_keys == (*given[:3], *given[4:], ("F13", "mute"))
    assert SettingsStore(desk.paths.settings).load() == (desk.parts.preferences.settings, ())
    assert list(desk.paths.data.glob("*.broken*")) == []


def given_keys_are_heard_where_they_mean_something(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "TWICE_S", {})  # what makes a session's media keys may be there already, or not
    given = (("F13", "toggle"), ("Code 248", "on"), ("Shift+F5", "end"), ("M", "back"), ("Media Next", "stop_for_pain"))
    given += (("F14", "full_screen"),)
    desk.parts.preferences.change(given_keys=given)
    assert desk.parts.pedals is not None
    desk.click("Settings")
    desk.press(Key.Key_F13)
    assert desk.shows("Set up keys…")
    desk.press(Key.Key_M)
    assert desk.text("settings_title") == "Settings"
    desk.click("Today")
    unknown(desk, 248)
    desk.press(Key.Key_F14)
    assert desk.shows("Start")
    assert not desk.window.isFullScreen()
    desk.press(Key.Key_F13)
    assert desk.text("phase") == "GET READY"
    unknown(desk, 248)
    desk.pass_time(1)
    assert desk.text("phase") == "HOLD"
    desk.press(Key.Key_F13)
    assert desk.text("phase") == "PAUSED"
    desk.press(Key.Key_F13)
    desk.press(Key.Key_M)
    assert not desk.parts.preferences.settings.muted
    desk.press(Key.Key_F5, Modifier.ShiftModifier)
    assert desk.window.asking == "end"
    desk.press(Key.Key_F13)
    assert desk.window.asking == ""
    desk.press(Key.Key_MediaNext)
    assert desk.window.asking == "pain"
    desk.press(Key.Key_F5, Modifier.ShiftModifier)
    desk.press(Key.Key_F13)
    assert desk.shows("Start")


test_keys_are_given_commands = one_after_another(
    a_pedal_is_given_a_command_and_it_is_taken_away_by_keys_alone,
    no_more_keys_are_given_than_can_be_kept,
    given_keys_are_heard_where_they_mean_something,
    first=begin_again,
)
