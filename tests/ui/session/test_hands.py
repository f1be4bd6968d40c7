"""Keys, buttons and questions: what hands can do, wherever the focus is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from hamstring_gui.domain.routine import Routine
from tests.spread import late
from tests.ui.conftest import Desk

Key = Qt.Key
Open = Callable[..., Desk]


@pytest.mark.parametrize(
    ("key", "phase", "countdown"),
    [
        (Key.Key_Space, "PAUSED", "3"),
        (Key.Key_PageDown, "PAUSED", "3"),
        late(Key.Key_MediaTogglePlayPause, "PAUSED", "3"),
        (Key.Key_Right, "REST", "2"),
        (Key.Key_Left, "GET READY", "5"),
        late(Key.Key_PageUp, "GET READY", "5"),
        (Key.Key_Plus, "HOLD", "13"),
        late(Key.Key_P, "PAUSED", "3"),
        late(Key.Key_Period, "PAUSED", "3"),
        (Key.Key_Escape, "PAUSED", "3"),
    ],
)
def test_keys(open_desk: Open, quick: Routine, key: Key, phase: str, countdown: str) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(2 + 1.25)
    desk.press(key)
    assert (desk.text("phase"), desk.text("countdown")) == (phase, countdown)


def test_buttons_do_what_their_keys_do(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(2 + 1)
    desk.click("Pause")
    desk.pass_time(3)
    desk.click("Resume")
    desk.click("+10 s")
    desk.pass_time(5)
    assert desk.text("countdown") == "13"
    desk.click("Skip")
    desk.click("Back")
    assert (desk.text("phase"), desk.text("countdown")) == ("GET READY", "5")
    desk.pass_time(5 + 4)
    assert desk.records() == [("R", 1, "held", 4)]


@pytest.mark.parametrize(
    "key", [Key.Key_Right, late(Key.Key_PageDown), late(Key.Key_MediaPlay), late(Key.Key_Return), Key.Key_Space]
)
def test_every_key_that_goes_on_goes_on_after_pain(open_desk: Open, quick: Routine, key: Key) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(3)
    desk.press(Key.Key_P)
    desk.press(key)
    assert not desk.window.asking
    assert (desk.text("phase"), desk.text("side")) == ("SWITCH", "Left leg next")


@pytest.mark.parametrize("key", [Key.Key_Space, late(Key.Key_Escape), late(Key.Key_PageDown), Key.Key_MediaPause])
def test_every_key_that_resumes_keeps_going(open_desk: Open, quick: Routine, key: Key) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(2 + 4 + 1)
    desk.press(Key.Key_Escape)
    desk.press(key)
    assert not desk.window.asking
    assert desk.text("phase") == "REST"
    desk.press(Key.Key_Space)
    assert desk.text("phase") == "PAUSED", "the page has the keyboard again"


def test_arrows_are_the_sessions_also_while_a_button_has_the_focus(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.press(Key.Key_Tab)
    assert desk.window.focusWidget() is not desk.pages.session()
    desk.press(Key.Key_Right)
    assert desk.text("phase") == "HOLD"


def test_wishing_to_quit_over_the_question_keeps_the_question(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(2 + 4 + 1)
    desk.press(Key.Key_Escape)
    desk.window.close()
    assert desk.window.isVisible()
    desk.click("Keep going")
    assert desk.text("phase") == "REST", "it ran before the first question"
    desk.press(Key.Key_Escape)
    desk.click("End session")
    assert desk.shows("Done"), "the wish to quit was taken back"


def test_who_keeps_going_after_pain_is_asked_again_how(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(2 + 4 + 1)
    desk.press(Key.Key_P)
    desk.window.close()
    assert desk.window.asking == "end"
    desk.click("Keep going")
    assert desk.window.asking == "pain"
    desk.pages.session().command_requested.emit("go_on")
    assert (desk.window.asking, desk.text("phase")) == ("", "SWITCH"), "what goes on has no question over it"


def test_esc_just_as_the_session_ends_asks_nothing(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(23.75)
    desk.clock.pass_time(0.5)
    desk.press(Key.Key_Escape)
    assert not desk.window.asking
    assert desk.shows("Done")
    assert desk.store.sessions()[0].outcome == "finished"


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier])
def test_keys_with_modifiers_are_not_the_sessions(open_desk: Open, quick: Routine, modifier) -> None:
    desk = open_desk(start=quick)
    desk.press(Key.Key_P, modifier)
    assert desk.text("phase") == "GET READY"


def test_a_screen_reader_can_not_go_on_under_a_question(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(2 + 2)
    desk.press(Key.Key_Escape)
    assert not desk.pages.session().controls.pause.isEnabled()


def test_enter_presses_the_button_that_has_the_focus(open_desk: Open) -> None:
    desk = open_desk()
    desk.button("Legs up the wall").setFocus()
    desk.press(Key.Key_Return)
    assert desk.text("routine") == "Legs up the wall"
    assert desk.shows("Start"), "no session was started"


def test_the_safety_text_can_be_left(open_desk: Open) -> None:
    desk = open_desk(safe=False)
    desk.click("Not now")
    desk.click("Start")
    desk.press(Key.Key_Escape)
    assert desk.shows("Start")
    assert desk.store.sessions() == ()
