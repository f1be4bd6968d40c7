"""Where a tone is asked for, the program says why none can be heard; and it stops saying so."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hamstring_gui.domain.routine import Routine
from hamstring_gui.ui.first_run.introduction import IntroductionPage
from tests.spread import late
from tests.ui.conftest import Desk

pytestmark = pytest.mark.thorough

Key = Qt.Key
Open = Callable[..., Desk]
SILENT = "No sound on this computer: no tone can be heard."


def told(desk: Desk) -> str:
    """What stands beside the sound check on the page that shows."""
    page = desk.pages.settings.made
    if page is not None and page.isVisible():
        return page.rows["tone"].explanation.text()
    return desk.pages.introduction().mat.no_tone.text()


def go_to(desk: Desk, page: str) -> None:
    if page == "Settings":
        desk.click("Settings")
    else:
        desk.parts.introduction.show()
        desk.press(Key.Key_Return)
        desk.press(Key.Key_Return)


@pytest.mark.parametrize("page", ["Settings", "introduction"])
def test_no_sound_is_told_and_goes(open_desk: Open, page: str) -> None:
    desk = open_desk()
    go_to(desk, page)
    usual = told(desk)
    desk.click("Play a tone")
    desk.parts.hearing.lose_sound()
    assert told(desk) == SILENT
    desk.parts.hearing.find_sound()
    assert told(desk) == usual


def test_where_nothing_can_be_heard_nobody_is_asked_whether_they_hear_it(application: QApplication, qtbot) -> None:
    page = IntroductionPage()
    qtbot.addWidget(page)
    page.begin(3)
    both = "Can you read this from there, and hear the tone that comes every few seconds?"
    assert (page.mat.question.text(), page.accessibleDescription()) == (both, both)
    page.show_no_tone(SILENT)
    assert page.mat.question.text() == "Can you read this from there?"
    assert page.accessibleDescription() == f"Can you read this from there? {SILENT}"
    page.show_no_tone("")
    assert (page.mat.question.text(), page.accessibleDescription()) == (both, both)


@pytest.mark.parametrize("page", ["Settings", "introduction"])
@pytest.mark.parametrize(
    ("change", "why"),
    [({"muted": True}, "The tones are muted."), late({"volume": 0}, "The volume of the tones is at 0 %.")],
)
def test_muted_is_told_too(open_desk: Open, page: str, change: dict[str, object], why: str) -> None:
    desk = open_desk()
    desk.hamstring.preferences.change(**change)
    go_to(desk, page)
    assert told(desk) == why
    desk.hamstring.preferences.change(muted=False, volume=70)
    assert told(desk) != why


def test_in_a_session_without_sound_m_does_nothing_until_there_is_some(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.parts.hearing.lose_sound()
    desk.press(Key.Key_M)
    assert not desk.button("No sound on this computer").isEnabled()
    assert not desk.hamstring.preferences.settings.muted
    assert not desk.paths.settings.exists() or "muted = true" not in desk.paths.settings.read_text()
    desk.parts.hearing.find_sound()
    assert desk.button("Mute").isEnabled()
    desk.press(Key.Key_M)
    assert desk.shows("Unmute")
    assert desk.hamstring.preferences.settings.muted
