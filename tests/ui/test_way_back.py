"""What fills the window, a session before all, leads back to the page that it was begun on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.values import replace
from tests.spread import late
from tests.ui.conftest import Desk

Open = Callable[..., Desk]
Key = Qt.Key
BAND = "band-hamstring-stretch"


def to_exercise(desk: Desk) -> None:
    desk.click("Exercises")
    desk.pages.exercises().show_exercise(BAND)


def from_hamstrings(desk: Desk) -> None:
    desk.parts.hamstrings.show()
    desk.parts.hamstrings.exercise_requested.emit(BAND)


def to_routines(desk: Desk) -> None:
    desk.click("Routines")
    desk.pages.routines().choose("desk-break")


def come_to_nothing(desk: Desk) -> None:
    desk.press(Key.Key_Escape)


def by_mouse(desk: Desk) -> None:
    QTest.mouseClick(desk.window.windowHandle(), Qt.MouseButton.BackButton)


def end_early(desk: Desk) -> None:
    desk.pass_time(25)
    desk.press(Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    desk.click("End session")
    desk.press(Key.Key_Return)


def stop_for_pain(desk: Desk) -> None:
    desk.press(Key.Key_P)
    desk.click("End here")
    desk.click("Done")


@pytest.mark.parametrize("way_out", [late(come_to_nothing), late(by_mouse), end_early, late(stop_for_pain)])
def test_an_exercise_that_was_done_now_shows_again(open_desk: Open, way_out: Callable[[Desk], None]) -> None:
    desk = open_desk()
    to_exercise(desk)
    page = desk.pages.exercises()
    page.exercise.picture.leg.buttons[0].click()
    desk.click("Do it now")
    way_out(desk)
    assert desk.window.page is page
    assert page.currentWidget() is page.exercise
    assert (page.exercise.exercise_id, page.exercise.picture.leg.value) == (BAND, "left")
    assert not desk.window.sidebar.isHidden()
    desk.press(Key.Key_Escape)
    assert page.currentWidget() is page.exercises, "whose way back is as it was"


@pytest.mark.nightly
def test_what_was_reached_from_elsewhere_still_leads_back_there(open_desk: Open) -> None:
    desk = open_desk()
    from_hamstrings(desk)
    desk.click("Do it now")
    desk.press(Key.Key_Escape)
    desk.press(Key.Key_Escape)
    assert desk.window.page is desk.pages.hamstrings()
    desk.press(Key.Key_Escape)
    assert desk.window.page is desk.pages.today()


@pytest.mark.nightly
def test_a_routine_shows_as_it_is_by_then(open_desk: Open) -> None:
    desk = open_desk()
    to_routines(desk)
    desk.click("Start this routine")
    desk.pass_time(25)
    desk.parts.conductor.end()
    desk.parts.routines.change_hold("desk-break", 0, 45.0)
    desk.click("Done")
    page = desk.pages.routines()
    assert (desk.window.page, page._chosen) == (page, "desk-break")
    assert desk.parts.library.routines["desk-break"].items[0].dose.hold_s == 45.0
    assert page._shown.routines[[one.id for one in page._shown.routines].index("desk-break")].items[0].dose.hold_s == 45
    desk.click("Today")
    desk.click("Start")
    desk.press(Key.Key_Escape)
    assert desk.window.page is desk.pages.today(), "where the next one was begun"


@pytest.mark.nightly
def test_an_exercise_that_is_gone_leaves_all_of_them(open_desk: Open, exercises: dict[str, Exercise]) -> None:
    desk = open_desk()
    own = desk.parts.library.save_exercise(replace(exercises[BAND], id="", name="Mine", own=True))
    desk.click("Exercises")
    desk.pages.exercises().show_exercise(own.id)
    desk.click("Do it now")
    desk.parts.library.delete_exercise(own.id)
    desk.press(Key.Key_Escape)
    page = desk.pages.exercises()
    assert (desk.window.page, page.currentWidget()) == (page, page.exercises)


@pytest.mark.parametrize("name", [late("Settings"), late("History")])
def test_a_session_that_was_wished_for_from_outside_disturbs_no_page(open_desk: Open, quick, name: str) -> None:
    desk = open_desk()
    desk.click(name)
    desk.parts.begin(quick)
    desk.press(Key.Key_Escape)
    assert desk.window.entry == name.lower()


def test_the_safety_text_leads_back_too(open_desk: Open) -> None:
    desk = open_desk(safe=False)
    desk.parts.today.show()
    to_exercise(desk)
    desk.click("Do it now")
    assert desk.shows("I understand")
    desk.press(Key.Key_Escape)
    assert desk.window.page is desk.pages.exercises()
    desk.click("Today")
    desk.pages.today().safety.click()
    desk.press(Key.Key_Escape)
    assert desk.window.page is desk.pages.today()


@pytest.mark.nightly
def test_the_introduction_that_settings_show_leads_back_to_them(open_desk: Open) -> None:
    desk = open_desk()
    desk.click("Settings")
    desk.click("Show the introduction again")
    desk.click("I understand")
    desk.click("Next")
    desk.click("Skip")
    assert desk.window.entry == "settings"
