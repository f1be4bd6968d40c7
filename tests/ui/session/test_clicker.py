"""A clicker does all of it, a click on the picture is as good, and Esc, Alt+← and the mouse go back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from hamstring_gui.domain.routine import Routine
from hamstring_gui.ui import questions
from hamstring_gui.ui.controls.keys import CLICKER
from hamstring_gui.ui.controls.stepper import Stepper
from tests.spread import late, some
from tests.ui.cases import in_one_window
from tests.ui.conftest import Desk
from tests.ui.keyboard import Hand

pytestmark = pytest.mark.thorough

Key = Qt.Key
Button = Qt.MouseButton
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
Open = Callable[..., Desk]


EACH = pytest.mark.parametrize("key", some(CLICKER, 2))
ONE = pytest.mark.parametrize("key", some(CLICKER, 1))
"""Each of its keys leads through a whole session in each run; one of them does everything else, and all do at night."""


@EACH
def test_its_one_button_leads_from_today_to_today(open_desk: Open, key: Key) -> None:
    desk = open_desk()
    hand = Hand(desk.window)
    hand.key(key)
    assert desk.text("phase") == "GET READY"
    desk.pass_time(21)
    hand.key(key)
    assert desk.text("phase") == "PAUSED"
    hand.key(key)
    hand.key(Key.Key_P, "p")
    hand.key(key)
    desk.pass_time(60)
    hand.key(Key.Key_Escape)
    hand.key(Key.Key_Return)
    hand.key(key)
    assert desk.shows("Start")


@pytest.mark.parametrize(("waits_s", "begins"), [late(0.5, False), (2.75, False), (3.0, True)])
def test_done_with_a_session_it_begins_none_for_a_moment(
    open_desk: Open, quick: Routine, waits_s: float, begins: bool
) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(24)
    desk.press(Key.Key_PageDown)
    assert desk.shows("Start")
    desk.clock.pass_time(waits_s)
    desk.press(Key.Key_PageDown)
    assert desk.shows("Start") == (not begins)


def test_held_on_today_it_begins_a_session_and_leaves_it_alone(open_desk: Open) -> None:
    desk = open_desk()
    Hand(desk.window).key(Key.Key_PageDown, held=(True, False, False, True))
    assert desk.text("phase") == "GET READY"


def test_held_on_the_finish_page_it_is_done(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(24)
    desk.clock.pass_time(60)
    Hand(desk.window).key(Key.Key_PageDown, held=(True, False, False, True))
    assert desk.shows("Start")


@ONE
def test_it_starts_also_when_the_hold_was_changed_just_now(open_desk: Open, key: Key) -> None:
    desk = open_desk()
    hold = desk.window.findChild(Stepper)
    hold.setFocus()
    before = hold.value()
    desk.press(key)
    assert (desk.text("phase"), hold.value()) == ("GET READY", before)


@ONE
@pytest.mark.parametrize("named", ["Note", "Tightness left"])
def test_it_is_done_wherever_the_focus_is(open_desk: Open, quick: Routine, key: Key, named: str) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(24)
    desk.input(named).setFocus()
    desk.press(key)
    assert desk.shows("Start")
    assert desk.store.sessions()[-1].tightness is None


def test_under_a_question_it_begins_nothing(open_desk: Open) -> None:
    desk = open_desk()
    desk.window.ask(questions.about_toes())
    desk.press(Key.Key_PageDown)
    assert desk.shows("Understood")


# -- the mouse -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("part", ["figure", "ring", late("countdown")])
@pytest.mark.parametrize("distance", [False, True])
def test_a_click_on_the_picture_or_the_ring_pauses_and_goes_on(
    open_desk: Open, quick: Routine, part: str, distance: bool
) -> None:
    desk = open_desk(start=quick)
    desk.pages.session().set_distance_view(distance)
    desk.pass_time(2 + 1.25)
    hand, target = Hand(desk.window), getattr(desk.pages.session(), part)
    hand.click(target)
    assert desk.text("phase") == "PAUSED"
    hand.click(target)
    assert desk.text("phase") != "PAUSED"


def test_a_click_begins_what_waits_for_one(open_desk: Open, quick: Routine) -> None:
    desk = open_desk()
    desk.hamstring.preferences.change(wait_for_key=True)
    desk.parts.begin(quick)
    desk.pass_time(30)
    assert desk.text("phase") == "GET READY"
    Hand(desk.window).click(desk.pages.session().prompt)
    assert desk.text("phase") == "HOLD"


@pytest.mark.parametrize("button", [Button.RightButton, Button.MiddleButton])
def test_other_buttons_and_places_do_nothing(open_desk: Open, quick: Routine, button: Button) -> None:
    desk = open_desk(start=quick)
    hand, page = Hand(desk.window), desk.pages.session()
    hand.click(page.figure, button)
    hand.click(page.strip)
    assert desk.text("phase") == "GET READY"


def test_between_buttons_that_lie_on_the_picture_a_click_does_nothing(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    page = desk.pages.session()
    page.set_distance_view(True)
    page.controls.setGeometry(page.figure.geometry())
    for button in page.controls.buttons:
        button.hide()
    page._unveil()
    Hand(desk.window).click(page.figure)
    assert desk.text("phase") == "GET READY"


# -- back, and pages -------------------------------------------------------------------------------------------------
def go_back(desk: Desk, way: str) -> None:
    hand = Hand(desk.window)
    match way:
        case "mouse":
            hand.click(desk.window, Button.BackButton)
        case "Alt+Left":
            hand.key(Key.Key_Left, modifiers=ALT)
        case "Back":
            hand.key(Key.Key_Back)
        case _:
            hand.key(Key.Key_Escape)


WAYS = ["mouse", "Alt+Left", "Back", "Esc"]
TWO_WAYS = pytest.mark.parametrize(
    "way", ["mouse", "Esc", *(pytest.param(way, marks=pytest.mark.nightly) for way in ("Alt+Left", "Back"))]
)
"""Each run goes all ways once, and these two from everywhere."""


@in_one_window("way", WAYS)
def test_back_to_all_exercises(desk: Desk, way: str) -> None:
    desk.click("Exercises")
    library = desk.pages.exercises()
    all_of_them = library.currentWidget()
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    assert library.currentWidget() is not all_of_them
    go_back(desk, way)
    assert library.currentWidget() is all_of_them


@TWO_WAYS
def test_back_from_a_question_and_from_pages_that_can_be_left(open_desk: Open, way: str) -> None:
    desk = open_desk(safe=False)
    go_back(desk, way)
    assert desk.shows("Start")
    desk.window.ask(questions.about_toes())
    go_back(desk, way)
    assert not desk.window.asking


@TWO_WAYS
def test_back_in_a_session_asks_as_esc_does(open_desk: Open, quick: Routine, way: str) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(2 + 2)
    go_back(desk, way)
    assert desk.window.asking == "end"
    go_back(desk, way)
    assert (desk.window.asking, desk.text("phase")) == ("", "GET READY")


@TWO_WAYS
def test_esc_asks_whether_to_end_also_after_a_stop_for_pain_and_back_again(
    open_desk: Open, quick: Routine, way: str
) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(3)
    desk.press(Key.Key_P)
    for asked in ("end", "pain", "end"):
        go_back(desk, way)
        desk.pass_time(5)
        assert (desk.window.asking, desk.text("side"), desk.text("phase")) == (asked, "Right leg", "PAUSED")
    desk.press(Key.Key_Return)
    assert desk.shows("Done")
    assert desk.records()[0] == ("R", 1, "stopped for pain", 1)


@pytest.fixture
def desk(open_desk: Open) -> Desk:
    return open_desk()


@in_one_window(("digit", "entry"), list(enumerate(["today", "history", "routines", "exercises", "settings"], 1)))
def test_ctrl_and_a_digit_choose_a_page(desk: Desk, digit: int, entry: str) -> None:
    desk.click("Settings" if entry == "today" else "Today")
    Hand(desk.window).key(Key.Key_0 + digit, str(digit), modifiers=CONTROL, place=9 + digit)
    assert desk.window.entry == entry


@pytest.mark.parametrize("key", [Key.Key_E, Key.Key_PageUp])
def test_ending_after_pain_has_a_key_of_its_own(open_desk: Open, quick: Routine, key: Key) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(3)
    desk.press(Key.Key_P)
    desk.press(key)
    assert desk.shows("Done")


def test_pages_are_not_chosen_under_a_question_or_in_a_session(open_desk: Open, quick: Routine) -> None:
    desk = open_desk()
    desk.window.ask(questions.about_toes())
    desk.press(Key.Key_2, CONTROL)
    assert (desk.window.asking, desk.window.entry) == ("toes", "today")
    desk.press(Key.Key_Escape)
    desk.parts.begin(quick)
    desk.press(Key.Key_2, CONTROL)
    assert desk.text("phase") == "GET READY"


@in_one_window("key", [Key.Key_6, Key.Key_0, Key.Key_9])
def test_there_is_no_sixth_page(desk: Desk, key: Key) -> None:
    desk.press(key, CONTROL)
    assert desk.window.entry == "today"


def test_full_screen_can_be_left_by_a_button_on_every_page(open_desk: Open, quick: Routine, qtbot) -> None:
    desk = open_desk(start=quick)
    desk.press(Key.Key_F11)
    qtbot.waitUntil(desk.window.isFullScreen)
    desk.pass_time(24)
    assert desk.shows("Done")
    way_out = desk.button("Leave full screen")
    assert desk.window.rect().contains(way_out.geometry())
    desk.click("Done")
    assert desk.window.sidebar.geometry().contains(way_out.geometry())
    assert not any(way_out.geometry().intersects(one.geometry()) for one in desk.window.sidebar._buttons.values())
    desk.click("Leave full screen")
    qtbot.waitUntil(lambda: not desk.window.isFullScreen())
    assert not way_out.isVisible()


@pytest.mark.parametrize("key", some([Key.Key_PageDown, Key.Key_F5, Key.Key_MediaTogglePlayPause], 1))
def test_a_press_that_came_a_little_late_does_not_put_the_summary_away(
    open_desk: Open, quick: Routine, key: Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(30)
    monkeypatch.setattr("hamstring_gui.ui.session.finish.LOOK_MS", 60_000)
    desk.press(key)
    assert desk.shows("Done")
    monkeypatch.setattr("hamstring_gui.ui.session.finish.LOOK_MS", 0)
    desk.press(key)
    assert desk.shows("Start")
