"""Walks over the calendar of the History page: days, years, and what can be done with them by keyboard and mouse."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hamstring_gui.ui.history.session_editor import AddCard
from hamstring_gui.ui.qt_setup import set_text_size
from tests.domain.samples import START
from tests.ui.cases import one_after_another
from tests.ui.conftest import Desk
from tests.ui.history.histories import begin_again, remember, rows, visit, weeks_of
from tests.ui.room import settle

Key = Qt.Key
Open = Callable[..., Desk]


@pytest.fixture
def desk(open_desk: Open) -> Desk:
    return open_desk()


def days_by_keyboard_show_their_sessions(desk: Desk) -> None:
    weeks_of(desk.store, *([2] * 40))
    visit(desk)
    calendar = desk.pages.history().calendar
    calendar.setFocus()
    desk.press(Key.Key_Down)
    assert desk.text("hover_title") == "22 November: no session"
    calendar.look_away()
    desk.press(Key.Key_Up)
    assert desk.text("hover_title") == "21 November: no session", "the first press moves"
    desk.press(Key.Key_Down)
    for key in (Key.Key_Left, Key.Key_Up, Key.Key_Up, Key.Key_Up, Key.Key_Up, Key.Key_Up):
        desk.press(key)
    assert desk.text("hover_title") == "10 November: 1 session, 10 min 0 s held"
    for _ in range(30):
        desk.press(Key.Key_Left)
    desk.press(Key.Key_Return)
    day = date(2026, 11, 10) - timedelta(weeks=30)
    assert rows(desk) == [day]
    assert desk.text("day_words").startswith("14 April: 1 session, 10 min 0 s held. Its sessions stand below")
    chip = desk.pages.history().table.days_chip
    assert (chip.text(), chip.toolTip()) == ("Tuesday 14 April", "Tuesday 14 April: show all sessions again")
    assert not desk.shows("Add a session on this day")
    assert "17 November: 1 session, 10 min 0 s held" in calendar.accessibleDescription()
    desk.press(Key.Key_Escape)
    assert len(rows(desk)) == 80


@pytest.mark.parametrize("percent", [100, 150])
def test_nothing_moves_as_an_empty_day_is_chosen(open_desk: Open, application: QApplication, percent: int) -> None:
    desk = open_desk()
    set_text_size(application, percent)
    weeks_of(desk.store, 2, 2)
    visit(desk)
    settle()
    page = desk.pages.history()
    before = page.calendar_card.height()
    page.choose((date(2026, 11, 7), date(2026, 11, 7)))
    settle()
    assert desk.shows("Add a session on this day")
    assert page.calendar_card.height() == before


def an_empty_day_offers_to_add_a_session_there(desk: Desk) -> None:
    weeks_of(desk.store, 2, 2)
    visit(desk)
    desk.pages.history().calendar.setFocus()
    for step in (Key.Key_Left, Key.Key_Left, Key.Key_Up):
        desk.press(step)
    for key in (Key.Key_Space, Key.Key_Enter, Key.Key_Return):
        desk.pages.history().choose(None)
        desk.press(key)
        assert rows(desk) == [], key
    assert desk.text("day_words") == "7 November: no session"
    desk.click("Add a session on this day")
    (card,) = [one for one in desk.window.findChildren(AddCard) if one.isVisible()]
    assert card.day.day == date(2026, 11, 7)
    card.minutes_left.setText("3")
    desk.click("Save")
    assert rows(desk) == [date(2026, 11, 7)]
    assert not desk.shows("Add a session on this day")


def a_click_chooses_the_day_and_a_second_one_all_again(desk: Desk) -> None:
    weeks_of(desk.store, 3, 3)
    visit(desk)
    page = desk.pages.history()
    calendar = page.calendar
    for day, found in ((date(2026, 11, 10), 1), (date(2026, 11, 15), 0)):
        at = calendar._face.box(day).center().toPoint()
        QTest.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=at)
        assert rows(desk) == [day] * found
        assert calendar.chosen is not None
        assert calendar.chosen.date == day
    QTest.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=at)
    assert len(rows(desk)) == 6
    assert calendar.chosen is None


def a_day_and_a_week_are_not_chosen_both(desk: Desk) -> None:
    weeks_of(desk.store, 3, 3)
    visit(desk)
    page = desk.pages.history()
    page.choose((date(2026, 11, 10), date(2026, 11, 10)))
    assert rows(desk) == [date(2026, 11, 10)]
    desk.press(Key.Key_Left)
    desk.press(Key.Key_Return)
    assert page.calendar.chosen is None
    assert len(rows(desk)) == 3
    desk.button("Add past session")
    page.table.days_chip.click()
    assert len(rows(desk)) == 6


def past_sessions_are_added_on_the_chosen_day(desk: Desk) -> None:
    weeks_of(desk.store, 3)
    visit(desk)
    for chosen, expected in ((None, START.date()), (date(2026, 11, 17), date(2026, 11, 17))):
        desk.pages.history().choose((chosen, chosen) if chosen else None)
        desk.click("Add past session")
        (card,) = [one for one in desk.window.findChildren(AddCard) if one.isVisible()]
        assert card.day.day == expected
        card.leave()


def any_year_can_be_reached(desk: Desk) -> None:
    weeks_of(desk.store, 2)
    remember(desk.store, date(2012, 2, 29), date(2024, 12, 31))
    visit(desk)
    page = desk.pages.history()
    assert desk.text("calendar_title") == "Last 12 months"
    QTest.mouseClick(page.calendar_card.year.less, Qt.MouseButton.LeftButton)
    assert (desk.text("calendar_title"), page.calendar.accessibleName()) == ("2025", "2025")
    assert page.calendar.accessibleDescription() == "No sessions in 2025."
    assert desk.text("day_words") == "Choose a day to see its sessions, or to add one."
    page.calendar_card.year.setValue(2012)
    assert "29 February 2012: 1 session" in page.calendar.accessibleDescription()
    page.calendar.setFocus()
    for key in (Key.Key_Home, Key.Key_Left):
        desk.press(key)
    assert desk.text("calendar_title") == "2011"
    page.calendar_card.year.setValue(2012)
    at = page.calendar._face.box(date(2012, 2, 29)).center().toPoint()
    QTest.mouseClick(page.calendar, Qt.MouseButton.LeftButton, pos=at)
    assert rows(desk) == [date(2012, 2, 29)]
    desk.press(Key.Key_PageDown)
    assert desk.text("hover_title") == "28 February 2013: no session"
    page.calendar_card.year.setValue(2026)
    assert desk.text("calendar_title") == "Last 12 months"


def arrow_keys_go_on_into_the_years_before(desk: Desk) -> None:
    remember(desk.store, date(2024, 12, 31), date(2026, 11, 16))
    visit(desk)
    desk.pages.history().calendar.setFocus()
    desk.press(Key.Key_Home)
    desk.press(Key.Key_Up)
    assert desk.text("calendar_title") == "2025"
    desk.press(Key.Key_Home)
    desk.press(Key.Key_Up)
    assert desk.text("hover_title") == "31 December 2024: 1 session, 10 min 0 s held"
    desk.press(Key.Key_Down)
    assert desk.text("calendar_title") == "2025"
    desk.press(Key.Key_PageDown)
    assert desk.text("calendar_title") == "Last 12 months"


def words_button_and_list_are_of_the_same_day(desk: Desk) -> None:
    weeks_of(desk.store, 2, 2)
    visit(desk)
    page = desk.pages.history()
    for way in ("left", "page up", "year"):
        page.calendar_card.year.setValue(2026)
        at = page.calendar._face.box(date(2026, 11, 15)).center().toPoint()
        QTest.mouseClick(page.calendar, Qt.MouseButton.LeftButton, pos=at)
        page.calendar.setFocus()
        assert desk.shows("Add a session on this day")
        match way:
            case "left":
                desk.press(Key.Key_Left)
                desk.press(Key.Key_Left)
                assert desk.text("day_words").startswith("1 November")
            case "page up":
                desk.press(Key.Key_PageUp)
                assert desk.text("day_words").startswith("15 November 2025")
            case _:
                QTest.mouseClick(page.calendar_card.year.less, Qt.MouseButton.LeftButton)
                assert desk.text("day_words").startswith("Choose a day")
        assert page.calendar.chosen is None, way
        assert not desk.shows("Add a session on this day")
        assert not page.table.days_chip.isVisible()
        assert len(rows(desk)) == 4


def while_another_day_is_pointed_at_the_button_of_the_chosen_one_is_gone(desk: Desk) -> None:
    weeks_of(desk.store, 2)
    visit(desk)
    page = desk.pages.history()
    page.choose((date(2026, 11, 15), date(2026, 11, 15)))
    assert desk.shows("Add a session on this day")
    page.calendar._look_at(date(2026, 11, 14))
    assert not desk.shows("Add a session on this day")
    page.calendar.look_away()
    assert desk.shows("Add a session on this day")


test_days_and_years = one_after_another(
    days_by_keyboard_show_their_sessions,
    an_empty_day_offers_to_add_a_session_there,
    a_click_chooses_the_day_and_a_second_one_all_again,
    a_day_and_a_week_are_not_chosen_both,
    past_sessions_are_added_on_the_chosen_day,
    any_year_can_be_reached,
    arrow_keys_go_on_into_the_years_before,
    words_button_and_list_are_of_the_same_day,
    while_another_day_is_pointed_at_the_button_of_the_chosen_one_is_gone,
    first=begin_again,
)
