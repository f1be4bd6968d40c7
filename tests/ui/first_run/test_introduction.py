"""The first run: three short pages, that can be left at any time and seen again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hamstring_gui.domain.consistency import Goal
from hamstring_gui.domain.routine import Routine, just
from hamstring_gui.domain.settings import Settings
from hamstring_gui.storage.settings import SettingsStore
from hamstring_gui.ui.controls.card import Card
from hamstring_gui.ui.first_run import mat
from hamstring_gui.ui.first_run.introduction import HabitPage
from hamstring_gui.ui.theme import theme_of
from tests.pixels import number, pixels
from tests.ui.cases import one_after_another
from tests.ui.conftest import Desk
from tests.ui.room import settle

Key = Qt.Key
Open = Callable[..., Desk]


def saved(desk: Desk):
    return SettingsStore(desk.paths.settings).load()[0]


@pytest.fixture
def desk(open_desk: Open) -> Desk:
    return open_desk(safe=False)


def as_it_begins(desk: Desk) -> None:
    """The first page, as for somebody who never saw it."""
    if desk.parts.leads:
        desk.parts.conductor.end()
    if desk.window.isFullScreen():
        desk.window.toggle_full_screen()
    desk.store.remove_all(desk.store.session_ids(), desk.store.goals(), ())
    new = asdict(Settings())
    desk.hamstring.preferences.change(**{field: new[field] for field in new.keys() - {"window_width", "window_height"}})
    desk.services.calls.clear()
    desk.parts.introduction.show()


def press_option(options, words: str) -> None:
    button = next(button for button in options.buttons if button.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def three_pages_and_what_is_chosen_on_them_holds(desk: Desk) -> None:
    page = desk.pages.introduction()
    assert desk.text("safety_number") == "1 of 3"
    desk.click("I understand")
    press_option(page.habit.goal, "5")
    press_option(page.habit.first_leg, "By turns")
    desk.click("Next")
    desk.click("Play a tone")
    assert desk.services.played() == ["hold-start"]
    press_option(page.mat.seen_from, "On a mat")
    desk.click("All set")
    assert desk.shows("Start")
    assert "of 5 days" in desk.text("week_line")
    settings = saved(desk)
    assert (settings.safety_understood, settings.first_leg, settings.distance_view) == (True, "alternate", True)
    assert desk.store.goals() == (Goal(desk.clock.wall.date(), 5),)


@pytest.mark.parametrize("size", [(1920, 1080), (2560, 1440)], ids=str)
def test_in_a_large_window_what_is_asked_keeps_together_in_the_middle(application, qtbot, size) -> None:
    page = HabitPage()
    qtbot.addWidget(page)
    page.setUpdatesEnabled(False)
    page.resize(*size)
    page.show()
    settle(3)
    card = page.findChild(Card)
    assert card.height() <= card.heightForWidth(card.width()) + 2
    middle = card.mapTo(page, card.rect().center())
    assert max(abs(middle.x() - size[0] / 2), abs(middle.y() - size[1] / 2)) <= 4


def test_a_week_has_one_to_seven_days(application, qtbot) -> None:
    page = HabitPage()
    qtbot.addWidget(page)
    assert [(one.value, one.text()) for one in page.goal.buttons] == [(days, str(days)) for days in range(1, 8)]


def by_enter_alone_nothing_is_chosen(desk: Desk) -> None:
    for _ in range(3):
        desk.press(Key.Key_Return)
    assert desk.shows("Start")
    assert desk.store.goals() == ()
    assert desk.store.sessions() == ()
    assert saved(desk).safety_understood


def each_page_can_be_left_by_key_and_by_button(desk: Desk) -> None:
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


def test_it_comes_until_it_was_finished_or_skipped(open_desk: Open) -> None:
    desk = open_desk(safe=False)
    desk.click("I understand")
    press_option(desk.pages.introduction().habit.goal, "5")
    desk.hamstring.close()
    desk = open_desk(safe=False)
    page = desk.pages.introduction()
    assert desk.shows("Next"), "it goes on where it was left"
    assert page.habit.goal.value == 5
    desk.click("Next")
    press_option(page.mat.seen_from, "At a desk")
    desk.hamstring.close()
    desk = open_desk(safe=False)
    assert desk.pages.introduction().mat.seen_from.value == "desk"
    left = desk.paths.settings.read_text()
    for end in ("All set", "Skip"):
        if end == "Skip":
            desk.paths.settings.write_text(left)
            desk = open_desk(safe=False)
        desk.click(end)
        assert desk.shows("Start")
        desk.hamstring.close()
        assert open_desk(safe=False).shows("Start"), end


def test_not_now_is_no_skipping(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(safe=False)
    desk.click("Not now")
    desk.click("Start")
    desk.click("I understand")
    assert desk.text("phase") == "GET READY"
    desk.hamstring.close()
    assert open_desk(safe=False).shows("Next"), "the goal, the leg and the mat were not asked yet"


def test_a_first_start_with_a_session_asks_the_rest_later(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick, safe=False)
    desk.click("I understand")
    desk.hamstring.close()
    assert open_desk(safe=False).shows("Next")


def test_who_should_ask_first_is_told_before_such_a_session_begins(open_desk: Open, exercises) -> None:
    desk = open_desk(start=just(exercises["legs-up-the-wall"]), safe=False)
    assert exercises["legs-up-the-wall"].ask_first
    assert desk.text("safety_notes") == exercises["legs-up-the-wall"].ask_first


def test_who_should_ask_first_is_told_beside_start_and_covers_no_step(open_desk: Open, exercises) -> None:
    desk = open_desk()
    desk.parts.routines.show("legs-up-the-wall")
    assert desk.text("routine_ask_first") == exercises["legs-up-the-wall"].ask_first
    desk.click("Start this routine")
    QApplication.processEvents()
    assert desk.text("phase") == "GET READY"
    assert not desk.window.notice.isVisible()


def test_seen_again_it_can_be_closed_in_the_middle_of(open_desk: Open) -> None:
    desk = open_desk(safe=False)
    for _ in range(3):
        desk.press(Key.Key_Return)
    desk.parts.introduction.show()
    desk.press(Key.Key_Return)
    assert desk.shows("Next")
    desk.hamstring.close()
    assert open_desk(safe=False).shows("Start")


def back(desk: Desk, qtbot) -> None:
    """Back is no leaving, as it is on other pages."""
    qtbot.waitUntil(lambda: desk.hamstring.hands is not None)

    def go_back(way: str) -> None:
        if way == "key":
            desk.press(Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        elif way == "mouse":
            QTest.mouseClick(desk.window.windowHandle(), Qt.MouseButton.BackButton, pos=QPoint(5, 5))
        else:
            desk.click(way)

    for way in ("Back", "key", "mouse"):
        desk.click("I understand")
        desk.click("Next")
        go_back(way)
        assert desk.shows("Next"), way
        go_back(way)
        assert desk.text("safety_number") == "1 of 3", way
    desk.click("I understand")
    assert desk.shows("Next")


def desk_or_mat_are_two_equal_pictures_and_neither_is_chosen(desk: Desk) -> None:
    mat = desk.pages.introduction().mat
    for _ in range(2):
        desk.press(Key.Key_Return)
    desk_picture, mat_picture = mat.seen_from.buttons
    assert desk_picture.size() == mat_picture.size()
    assert mat.seen_from.value is None
    assert [button.isChecked() for button in mat.seen_from.buttons] == [False, False]
    for theme in ("light", "dark"):
        desk.hamstring.preferences.change(theme=theme)
        QApplication.processEvents()
        assert theme_of(mat.palette()).dark == (theme == "dark")
        assert desk_picture.grab().toImage() != mat_picture.grab().toImage(), theme
    press_option(mat.seen_from, "At a desk")
    press_option(mat.seen_from, "On a mat")
    assert (saved(desk).distance_view, saved(desk).at_desk) == (True, False)
    press_option(mat.seen_from, "At a desk")
    assert (saved(desk).distance_view, saved(desk).at_desk) == (False, True)


def far_or_near(desk: Desk, quick: Routine, chosen: str, *, far: bool) -> None:
    for _ in range(2):
        desk.press(Key.Key_Return)
    if chosen:
        press_option(desk.pages.introduction().mat.seen_from, chosen)
    desk.click("All set")
    desk.window.toggle_full_screen()
    desk.parts.conductor.begin(quick)
    page = desk.pages.session()
    assert page.far == far
    for full in (False, True):
        desk.press(Key.Key_F11)
        assert (desk.window.isFullScreen(), page.far) == (full, full), "F11 switches for everybody"
    desk.window.toggle_full_screen()


def who_says_nothing_has_the_distance_view_in_full_screen(desk: Desk, quick: Routine) -> None:
    far_or_near(desk, quick, "", far=True)


def who_lies_on_a_mat_has_it_too(desk: Desk, quick: Routine) -> None:
    far_or_near(desk, quick, "On a mat", far=True)


def who_sits_at_a_desk_does_not(desk: Desk, quick: Routine) -> None:
    far_or_near(desk, quick, "At a desk", far=False)


def what_is_read_from_the_mat_is_as_large_as_in_a_session(desk: Desk, quick: Routine, qtbot) -> None:
    """Letters as high, on the same screen."""
    for _ in range(2):
        desk.press(Key.Key_Return)
    picture = desk.pages.introduction().mat.picture.grab().toImage()
    desk.press(Key.Key_Return)
    desk.parts.conductor.begin(quick)
    desk.pass_time(3)
    desk.press(Key.Key_F11)
    page = desk.pages.session()
    qtbot.waitUntil(lambda: page.far)
    page.resize(desk.window.screen().size())
    phase = page.phase.grab().toImage()
    desk.press(Key.Key_F11)
    colour = theme_of(desk.window.palette()).far_hold
    assert height_of(colour, picture) == pytest.approx(height_of(colour, phase), abs=2)


def height_of(colour: QColor, image: QImage) -> int:
    """How many rows of a picture have pixels of a colour."""
    return int((pixels(image) == number(colour)).any(axis=1).sum())


def test_a_tone_comes_by_itself_while_one_walks_to_the_mat(
    open_desk: Open, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mat, "FIRST_TONE_MS", 10)
    monkeypatch.setattr(mat, "NEXT_TONE_MS", 10)
    monkeypatch.setattr(mat, "TONES", 3)
    desk = open_desk(safe=False)
    desk.press(Key.Key_Return)
    assert not desk.pages.introduction().mat._timer.isActive()
    desk.press(Key.Key_Return)
    qtbot.waitUntil(lambda: not desk.pages.introduction().mat._timer.isActive())
    assert desk.services.played() == ["hold-start"] * 3
    desk.click("Back")
    desk.click("Next")
    assert desk.pages.introduction().mat._timer.isActive()
    desk.click("All set")
    assert not desk.pages.introduction().mat._timer.isActive()


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


test_the_first_run = one_after_another(
    desk_or_mat_are_two_equal_pictures_and_neither_is_chosen,
    three_pages_and_what_is_chosen_on_them_holds,
    by_enter_alone_nothing_is_chosen,
    each_page_can_be_left_by_key_and_by_button,
    back,
    what_is_read_from_the_mat_is_as_large_as_in_a_session,
    who_says_nothing_has_the_distance_view_in_full_screen,
    who_lies_on_a_mat_has_it_too,
    who_sits_at_a_desk_does_not,
    first=as_it_begins,
)
