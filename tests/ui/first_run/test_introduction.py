"""The first run: three short pages, that can be left at any time and seen again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hamstring_gui.domain.consistency import Goal
from hamstring_gui.domain.routine import Routine
from hamstring_gui.storage.settings import SettingsStore
from tests.ui.conftest import Desk

Key = Qt.Key
Open = Callable[..., Desk]


def saved(desk: Desk):
    return SettingsStore(desk.paths.settings).load()[0]


def press_option(options, words: str) -> None:
    button = next(button for button in options.buttons if button.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_three_pages_and_what_is_chosen_on_them_holds(open_desk: Open) -> None:
    desk = open_desk(safe=False)
    page = desk.pages.introduction()
    assert desk.text("safety_number") == "1 of 3"
    desk.click("I understand")
    press_option(page.habit.goal, "5")
    press_option(page.habit.first_leg, "By turns")
    desk.click("Next")
    desk.click("Play a tone")
    assert desk.services.played() == ["hold-start"]
    QTest.mouseClick(page.mat.distance_view, Qt.MouseButton.LeftButton)
    desk.click("All set")
    assert desk.shows("Start")
    assert "of 5 days" in desk.text("week_line")
    settings = saved(desk)
    assert (settings.safety_understood, settings.first_leg, settings.distance_view) == (True, "alternate", True)
    assert desk.store.goals() == (Goal(desk.clock.wall.date(), 5),)


def test_by_enter_alone_nothing_is_chosen(open_desk: Open) -> None:
    desk = open_desk(safe=False)
    for _ in range(3):
        desk.press(Key.Key_Return)
    assert desk.shows("Start")
    assert desk.store.goals() == ()
    assert desk.store.sessions() == ()
    assert saved(desk).safety_understood


def test_each_page_can_be_left_by_key_and_by_button(open_desk: Open) -> None:
    desk = open_desk(safe=False)
    desk.press(Key.Key_Escape)
    assert desk.shows("Start")
    assert not desk.hamstring.preferences.settings.safety_understood
    for pages_seen, way in ((1, "key"), (1, "button"), (2, "key"), (2, "button")):
        desk.parts.introduction.show()
        for _ in range(pages_seen):
            desk.press(Key.Key_Return)
        if way == "key":
            desk.press(Key.Key_Escape)
        else:
            desk.click("Skip")
        assert desk.shows("Start")


def test_it_comes_once(open_desk: Open) -> None:
    open_desk(safe=False).click("I understand")
    assert open_desk(safe=False).shows("Start")


def test_a_settings_file_that_knows_the_safety_text_skips_it(open_desk: Open, tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("[first_run]\nsafety_understood = true\n")
    assert open_desk(safe=False).shows("Start")


def test_a_session_that_is_asked_for_at_the_start_shows_the_safety_text_alone(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick, safe=False)
    assert not desk.pages.safety().number.isVisible()
    desk.click("I understand")
    assert desk.text("phase") == "GET READY"


def test_settings_show_it_again_with_what_is_set(open_desk: Open) -> None:
    desk = open_desk()
    desk.hamstring.preferences.change(first_leg="tighter")
    desk.click("Settings")
    desk.click("Show the introduction again")
    desk.click("I understand")
    chosen = [button.text() for button in desk.pages.introduction().habit.first_leg.buttons if button.isChecked()]
    assert chosen == ["The tighter one"]
    desk.click("Next")
    desk.click("Skip")
    desk.click("Settings")
    desk.click("Show the introduction again")
    desk.click("I understand")
    assert desk.shows("Next"), "it begins with the second page again"
