"""One table says what hands can wish for in a session: keys, buttons, questions and README agree with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hamstring_gui.domain.moment import Command
from hamstring_gui.domain.routine import Routine
from hamstring_gui.domain.session import Session
from hamstring_gui.domain.settings import GivenTo
from hamstring_gui.ui.questions import RESUME
from hamstring_gui.ui.session.commands import BY_KEY, BY_WISH, COMMANDS, SessionCommand, Wish
from hamstring_gui.ui.session.page import SessionPage
from hamstring_gui.ui.session.told_keys import told
from tests.ui.conftest import Desk
from tests.ui.room import settle

ROOT = Path(__file__).resolve().parents[3]
Key = Qt.Key
IN_README = {
    Key.Key_Space: "Space", Key.Key_PageDown: "Page Down", Key.Key_PageUp: "Page Up", Key.Key_Right: "→",
    Key.Key_Left: "←", Key.Key_Plus: "+", Key.Key_Equal: "+", Key.Key_Period: ".", Key.Key_Escape: "Esc",
    Key.Key_MediaTogglePlayPause: "play/pause", Key.Key_MediaPlay: "play/pause", Key.Key_MediaPause: "play/pause",
    Key.Key_MediaNext: "next", Key.Key_MediaPrevious: "previous", Key.Key_MediaStop: "stop",
}  # fmt: skip


def test_every_wish_is_in_the_table_once_and_no_key_does_two_things() -> None:
    assert sorted(BY_WISH) == sorted(get_args(Wish))
    assert len(COMMANDS) == len(BY_WISH)
    assert len(BY_KEY) == sum(len(command.keys) for command in COMMANDS)


def test_keys_can_be_given_to_every_wish() -> None:
    assert get_args(GivenTo) == get_args(Wish)
    assert [BY_KEY[command.pedal] for command in COMMANDS] == list(COMMANDS)


def test_a_session_can_be_told_every_command() -> None:
    assert [name for name in get_args(Command) if not callable(getattr(Session, name, None))] == []


def test_readme_tells_the_keys() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    table = text.split("| key | does |")[1].split("\n\n")[0]
    told = [re.split(r", | or ", row.split("|")[1].strip()) for row in table.splitlines()[2:]]
    keys = [dict.fromkeys(IN_README.get(key, key.name.removeprefix("Key_")) for key in c.keys) for c in COMMANDS]
    assert told == [*map(list, keys), ["Ctrl+Q"]]


def rows_of(readme: str, head: str) -> list[tuple[str, ...]]:
    table = readme.split(head)[1].split("\n\n")[0]
    return [tuple(cell.strip() for cell in line.split("|")[1:3]) for line in table.splitlines()[2:]]


def test_the_list_of_keys_says_what_readme_says(application: QApplication) -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    (_, session), (_, after), _ = told()
    by_keys = [(keys.replace(" or ", ", "), does) for keys, does in rows_of(text, "| key | does |")]
    assert [*session, ("Ctrl+Q", "quit")] == by_keys
    assert list(after) == rows_of(text, "| key | does after a session, or over a question |")


def test_the_list_of_keys_holds_a_session_up(open_desk: Callable[..., Desk], quick: Routine) -> None:
    desk = open_desk(start=quick)
    for closes in (Key.Key_F1, Key.Key_Escape, Key.Key_Space):
        desk.press(Key.Key_F1)
        desk.pass_time(60)
        assert (desk.window.asking, desk.text("phase")) == ("keys", "PAUSED")
        desk.press(closes)
        assert (desk.window.asking, desk.text("phase")) == ("", "GET READY")
    desk.press(Key.Key_Space)
    desk.press(Key.Key_F1)
    desk.press(Key.Key_F1)
    assert (desk.window.asking, desk.text("phase")) == ("", "PAUSED"), "what stood still goes on standing still"
    desk.press(Key.Key_P)
    desk.press(Key.Key_F1)
    assert desk.window.asking == "pain"


def test_the_list_of_keys_is_scrolled_by_keys(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk()
    desk.window.resize(900, 510)
    desk.press(Key.Key_F1)
    settle()
    bar = desk.window._question._scrolled.verticalScrollBar()
    seen = []
    for key in (Key.Key_PageDown, Key.Key_Down, Key.Key_PageUp, Key.Key_End, Key.Key_Up, Key.Key_Home, Key.Key_End):
        before = bar.value()
        desk.press(key)
        seen.append((bar.value() > before) - (bar.value() < before))
    assert (seen, bar.value(), desk.window.asking) == ([1, 1, -1, 1, -1, -1, 1], bar.maximum(), "keys")
    desk.press(Key.Key_F5)
    assert not desk.window.asking


def test_what_ran_before_the_list_of_keys_goes_on_where_it_is_not_ended_after_all(
    open_desk: Callable[..., Desk], quick: Routine
) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(4)
    for ran in (True, False):
        if not ran:
            desk.press(Key.Key_Space)
        before = desk.text("phase")
        desk.press(Key.Key_F1)
        desk.press(Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
        assert (desk.window.asking, desk.text("phase")) == ("end", "PAUSED")
        desk.press(Key.Key_Space)
        assert (desk.window.asking, desk.text("phase") == "PAUSED") == ("", not ran), before


def test_a_question_over_a_session_is_left_with_the_keys_that_go_on() -> None:
    assert set(RESUME) == set(BY_WISH["toggle"].keys)


@pytest.fixture
def page(qtbot, application) -> SessionPage:
    page = SessionPage()
    qtbot.addWidget(page)
    return page


def wishes(page: SessionPage) -> list[str]:
    """What the page asks for from now on."""
    asked: list[str] = []
    page.command_requested.connect(asked.append)
    page.end_requested.connect(lambda: asked.append("end"))
    page.mute_requested.connect(lambda: asked.append("mute"))
    page.breathing_words_requested.connect(lambda: asked.append("breathing_words"))
    page.full_screen_requested.connect(lambda: asked.append("full_screen"))
    return asked


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.wish)
def test_a_key_asks_for_what_the_table_says_unless_a_modifier_is_held(
    page: SessionPage, command: SessionCommand
) -> None:
    asked = wishes(page)
    for key in command.keys:
        QTest.keyClick(page, key)
        QTest.keyClick(page, key, Qt.KeyboardModifier.ControlModifier)
    assert asked == [command.wish] * len(command.keys)


def test_a_button_asks_for_what_its_cap_does(page: SessionPage) -> None:
    asked = wishes(page)
    buttons = [*page.controls.buttons, page.mute, page.full_screen]
    for button in buttons:
        button.click()
    assert asked == ["back", "toggle", "on", "extend", "stop_for_pain", "end", "mute", "full_screen"]
    assert [(button.text(), button._key) for button in buttons] == [
        ("Back", "←"), ("Pause", "Space"), ("Skip", "→"), ("+10 s", "+"), ("Stop for pain", "P"), ("End", "Esc"),
        ("Mute", "M"), ("Full screen", "F11"),
    ]  # fmt: skip


def test_f11_fills_the_screen_once(open_desk: Callable[..., Desk], quick: Routine, qtbot) -> None:
    desk = open_desk(start=quick)
    desk.press(Key.Key_F11)
    qtbot.waitUntil(desk.window.isFullScreen)
    desk.press(Key.Key_F11)
    qtbot.waitUntil(lambda: not desk.window.isFullScreen())
