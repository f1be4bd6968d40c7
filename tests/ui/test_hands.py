"""One press is one command, and nothing new is pressed by the old press."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from hamstring_gui.domain.routine import Routine
from hamstring_gui.ui import hands
from hamstring_gui.ui.controls.stepper import Stepper
from hamstring_gui.ui.controls.switch import Switch
from tests.spread import late
from tests.ui.conftest import Desk
from tests.ui.keyboard import LEAKS, Hand

pytestmark = pytest.mark.thorough

Key = Qt.Key
Open = Callable[..., Desk]
CONTROL = Qt.KeyboardModifier.ControlModifier
LONG_MS = 600_000


def shown(desk: Desk) -> tuple[str, str]:
    return desk.text("phase"), desk.text("countdown")


def search_field(desk: Desk) -> QLineEdit:
    return next(one for one in desk.window.findChildren(QLineEdit) if one.isVisible())


# -- one press, one command ------------------------------------------------------------------------------------------
AFTER = [
    (Key.Key_Right, "", ("REST", "2")),
    (Key.Key_Plus, "+", ("HOLD", "13")),
    (Key.Key_Equal, "=", ("HOLD", "13")),
    (Key.Key_PageDown, "", ("PAUSED", "3")),
    (Key.Key_F5, "", ("PAUSED", "3")),
    (Key.Key_MediaTogglePlayPause, "", ("PAUSED", "3")),
    (Key.Key_Space, " ", ("PAUSED", "3")),
    (Key.Key_PageUp, "", ("GET READY", "5")),
]
HELD = [(False,), (False,) * 4, (True, False)]
LATE = pytest.mark.nightly


@pytest.mark.parametrize(
    ("key", "text", "after", "held"),
    [
        *((*one, LEAKS) for one in AFTER),
        *((*AFTER[1], held) for held in HELD),
        *(pytest.param(*one, held, marks=LATE) for one in AFTER for held in HELD),
    ],
)  # each run: every key held for long, and one of them for less
def test_however_long_a_key_is_held_in_a_session(
    open_desk: Open, quick: Routine, key: Key, text: str, after: tuple[str, str], held: tuple[bool, ...]
) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(2 + 1.25)
    Hand(desk.window).key(key, text, held=held)
    assert shown(desk) == after


def test_a_key_that_is_held_less_than_it_takes_to_repeat_works_each_time(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    hand = Hand(desk.window)
    for _ in range(3):
        hand.key(Key.Key_Plus, "+")
    assert desk.text("countdown") == "32"


def test_enter_held_goes_on_by_one_page(open_desk: Open) -> None:
    desk = open_desk(safe=False)
    hand = Hand(desk.window)
    hand.key(Key.Key_Return, "\r", held=LEAKS)
    assert desk.shows("Next")
    hand.key(Key.Key_Return, "\r", held=LEAKS)
    assert desk.shows("All set")


def test_enter_held_ends_a_session_and_no_more(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(5)
    hand = Hand(desk.window)
    hand.key(Key.Key_Escape, held=LEAKS)
    assert desk.window.asking == "end"
    hand.key(Key.Key_Return, "\r", held=LEAKS)
    assert desk.shows("Done")


@pytest.mark.parametrize("key", [Key.Key_Space, late(Key.Key_Return)])
def test_a_button_that_has_the_keyboard_is_pressed_once(open_desk: Open, key: Key) -> None:
    desk = open_desk()
    desk.click("Settings")
    switch = next(one for one in desk.window.findChildren(Switch) if one.isVisible())
    switch.setFocus()
    pressed: list[bool] = []
    switch.toggled.connect(lambda on: pressed.append(on))
    Hand(desk.window).key(key, " ", held=LEAKS)
    assert len(pressed) == 1


def test_undo_takes_one_deed_back(open_desk: Open) -> None:
    desk = open_desk()
    hold = desk.window.findChild(Stepper)
    before = hold.value()
    for _ in range(3):
        QTest.mouseClick(hold.more, Qt.MouseButton.LeftButton)
    now = hold.value()
    desk.pages.today().setFocus()
    Hand(desk.window).key(Key.Key_Z, modifiers=CONTROL, held=LEAKS)
    assert before < hold.value() < now


def test_letters_go_on_while_they_are_held(open_desk: Open) -> None:
    desk = open_desk()
    desk.click("Exercises")
    field = search_field(desk)
    field.setFocus()
    Hand(desk.window).key(Key.Key_A, "a", held=LEAKS)
    assert field.text() == "a" * (1 + len(LEAKS))
    Hand(desk.window).key(Key.Key_Backspace, "\b", held=LEAKS[:3])
    assert field.text() == "a" * (len(LEAKS) - 3)


def test_arrow_keys_go_on_in_a_number_and_that_is_one_gesture(open_desk: Open) -> None:
    desk = open_desk()
    hold = desk.window.findChild(Stepper)
    hold.setFocus()
    before, gestures = hold.value(), set[int]()
    hold.edited.connect(lambda _, gesture: gestures.add(gesture))
    Hand(desk.window).key(Key.Key_Up, held=LEAKS)
    assert hold.value() == before + 5 * (1 + len(LEAKS))
    assert len(gestures) == 1, "a leaked repeat begins no new one"


def test_page_down_goes_on_scrolling(open_desk: Open) -> None:
    desk = open_desk()
    desk.click("Settings")
    page = desk.pages.settings()
    bar = page.sheet.verticalScrollBar()
    Hand(desk.window).key(Key.Key_PageDown, held=(False,))
    assert bar.value() == min(bar.maximum(), 2 * bar.pageStep())


@pytest.mark.parametrize("admitted", [False, True])
@pytest.mark.parametrize(("down_ms", "heard"), [(0, 4), (4, 4), (60, 1)])
def test_what_a_program_presses_without_a_pause_is_no_held_key(
    open_desk: Open, quick: Routine, down_ms: int, heard: int, admitted: bool
) -> None:
    """A tool that presses keys presses the next one in the same millisecond; a key that repeats was held before."""
    desk = open_desk(start=quick)
    desk.hamstring.hands._on_x11 = admitted
    desk.pass_time(2 + 1.25)
    hand = Hand(desk.window)
    for number in range(4):
        hand.tap(Key.Key_Plus, "+", down_ms, admitted=admitted and number > 0)
    assert desk.text("countdown") == str(3 + 10 * heard)


def test_on_wayland_a_repeat_has_the_time_of_the_press(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.hamstring.hands._on_x11 = False
    desk.pass_time(2 + 1.25)
    hand = Hand(desk.window)
    for admitted in (False, True, True):
        hand.tap(Key.Key_Plus, "+", 0, admitted=admitted)
    assert desk.text("countdown") == "13"


def test_two_keys_at_once_are_no_repeat(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(2 + 1.25)
    hand = Hand(desk.window)
    hand._send(hands.Kind.KeyRelease, Key.Key_Left, "", hands.Modifier.NoModifier, 113, False)
    hand._send(hands.Kind.KeyPress, Key.Key_Plus, "+", hands.Modifier.NoModifier, 86, False)
    assert desk.text("countdown") == "13"


def test_the_first_press_needs_no_picture(open_desk: Open) -> None:
    """On a slow computer something is pressed before the window is painted, and what comes after that has begun."""
    desk = open_desk(safe=False)
    hamstring = desk.hamstring
    assert hamstring._to_do_afterwards()[0] == hamstring.feel_hands
    hamstring.hands.stop()
    QApplication.sendPostedEvents(hamstring.hands, QEvent.Type.DeferredDelete)
    hamstring.hands = None
    desk.window.windowHandle().installEventFilter(hamstring)
    Hand(desk.window).key(Key.Key_Return, "\r", held=LEAKS)
    assert hamstring.hands is not None
    assert hamstring.hands._pressed[0][0] == Key.Key_Return, "by which they came to be felt"
    assert desk.shows("Next")


# -- deaf for a moment -----------------------------------------------------------------------------------------------
def over(desk: Desk) -> Hand:
    """The session is over, by itself."""
    desk.pass_time(24)
    assert desk.shows("Done")
    return Hand(desk.window)


def test_for_how_long() -> None:
    assert hands.DEAF_MS == 400


def test_enter_twice_on_the_finish_page_begins_nothing(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick, deaf_ms=LONG_MS)
    hand = over(desk)
    hand.key(Key.Key_Return, "\r")
    hand.key(Key.Key_Return, "\r")
    assert desk.shows("Start")


def test_it_hears_again_after_that(open_desk: Open, quick: Routine, qtbot) -> None:
    desk = open_desk(start=quick, deaf_ms=5)
    hand = over(desk)
    hand.key(Key.Key_Return, "\r")
    qtbot.waitUntil(lambda: not desk.hamstring.hands.deaf)
    hand.key(Key.Key_Return, "\r")
    assert desk.text("phase") == "GET READY"


@pytest.mark.parametrize("times", [late(2), 3])
def test_a_double_click_falls_on_no_page_that_came_by_it(open_desk: Open, quick: Routine, times: int) -> None:
    desk = open_desk(start=quick, deaf_ms=LONG_MS)
    hand = over(desk)
    done = desk.button("Done")
    at = done.mapTo(desk.window, done.rect().center())
    hand.click(done, times=times)
    assert desk.shows("Start")
    assert desk.text("routine") == "Daily band stretch", f"nothing at {at} was pressed"


def test_pages_of_the_introduction_and_of_a_stack_are_pages_too(open_desk: Open) -> None:
    desk = open_desk(safe=False, deaf_ms=LONG_MS)
    Hand(desk.window).key(Key.Key_Return, "\r")
    Hand(desk.window).key(Key.Key_Return, "\r")
    assert desk.shows("Next")
    assert desk.hamstring.hands.deaf


def test_a_question_that_came_by_a_key_is_not_answered_by_it(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick, deaf_ms=LONG_MS)
    hand = Hand(desk.window)
    hand.key(Key.Key_P, "p")
    hand.key(Key.Key_Return, "\r")
    assert desk.window.asking == "pain"


def test_what_a_question_covered_is_not_pressed_by_its_answer(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(3)
    desk.press(Key.Key_Escape)
    desk.hamstring.hands._deafness.setInterval(LONG_MS)
    hand = Hand(desk.window)
    hand.key(Key.Key_Space, " ")
    hand.key(Key.Key_Space, " ")
    assert (desk.window.asking, desk.text("phase")) == ("", "GET READY")


@pytest.mark.parametrize(("key", "text"), [(Key.Key_P, "p"), late(Key.Key_Period, ".")])
def test_a_stop_for_pain_is_heard_whatever_just_went(open_desk: Open, quick: Routine, key: Key, text: str) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(3)
    desk.press(Key.Key_Escape)
    desk.hamstring.hands._deafness.setInterval(LONG_MS)
    hand = Hand(desk.window)
    hand.key(Key.Key_Space, " ")
    hand.key(key, text)
    assert desk.window.asking == "pain"


def test_phases_are_no_pages(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick, deaf_ms=LONG_MS)
    hand = Hand(desk.window)
    hand.key(Key.Key_Right)
    hand.key(Key.Key_Right)
    assert desk.text("phase") == "REST"


def test_what_came_by_itself_can_be_pressed_at_once(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick, deaf_ms=LONG_MS)
    over(desk).key(Key.Key_Return, "\r")
    assert desk.shows("Start")


def test_a_screen_reader_is_always_heard(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick, deaf_ms=LONG_MS)
    over(desk).key(Key.Key_Return, "\r")
    assert desk.hamstring.hands.deaf
    desk.button("Start").click()
    assert desk.text("phase") == "GET READY"


def test_whoever_leafs_through_the_pages_quickly_gets_the_last_one(open_desk: Open) -> None:
    """A page that takes long to come is deaf for longer; what chooses another one presses nothing of it."""
    desk = open_desk(deaf_ms=LONG_MS)
    hand = Hand(desk.window)
    for key in (Key.Key_2, Key.Key_3, Key.Key_5):
        hand.key(key, modifiers=CONTROL)
        assert desk.hamstring.hands.deaf
    assert desk.window.page is desk.pages.settings()


def test_what_is_typed_into_a_page_that_just_came_is_not_lost(open_desk: Open) -> None:
    desk = open_desk(deaf_ms=LONG_MS)
    Hand(desk.window).click(desk.button("Exercises"))
    assert desk.hamstring.hands.deaf
    field = search_field(desk)
    field.setFocus()
    Hand(desk.window).key(Key.Key_B, "b")
    assert field.text() == "b"


def test_the_rest_of_a_double_click_falls_on_nothing_else(open_desk: Open) -> None:
    """On Today, another routine's button takes the place of the one that was chosen."""
    desk = open_desk()
    button = desk.button("Legs up the wall")
    at = button.mapTo(desk.window, QPoint(10, 10))
    hand = Hand(desk.window)
    hand.click(button, times=2)
    assert desk.text("routine") == "Legs up the wall"
    assert desk.window.childAt(at) is not button


@pytest.mark.parametrize(("after_ms", "begins"), [(80, False), (150, False), (700, True)])
@pytest.mark.parametrize("key", [Key.Key_Return, late(Key.Key_Enter)])
def test_the_rest_of_a_double_press_falls_on_nothing_else(
    open_desk: Open, key: Key, after_ms: int, begins: bool
) -> None:
    """On Today, the keyboard goes to the page once a routine is chosen, and Enter there begins it."""
    desk = open_desk(deaf_ms=400)
    desk.button("Legs up the wall").setFocus()
    hand = Hand(desk.window)
    hand.key(key, "\r")
    assert desk.text("routine") == "Legs up the wall"
    hand.key(key, "\r", after_ms=after_ms)
    assert desk.shows("Start") == (not begins)


def test_what_is_pressed_twice_on_one_thing_is_pressed_twice(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick, deaf_ms=400)
    hand = Hand(desk.window)
    for _ in range(4):
        hand.key(Key.Key_Plus, "+", after_ms=90)
    hand.key(Key.Key_Space, " ", after_ms=90)
    assert shown(desk) == ("PAUSED", "42")


def test_keys_that_move_the_focus_move_it_as_fast_as_one_likes(open_desk: Open) -> None:
    desk = open_desk(deaf_ms=400)
    hand, stops = Hand(desk.window), []
    for _ in range(4):
        hand.key(Key.Key_Tab, "\t", after_ms=70)
        stops.append(desk.window.focusWidget())
    assert len(set(stops)) == 4


def test_a_double_click_on_one_thing_is_two_clicks(open_desk: Open) -> None:
    desk = open_desk()
    hold = desk.window.findChild(Stepper)
    before = hold.value()
    Hand(desk.window).click(hold.more, times=4)
    assert hold.value() == before + 20
