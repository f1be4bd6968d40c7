"""Enter presses the button that has the keyboard, and from all else the one that it is printed on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.offers import Offer
from hamstring_gui.domain.routine import Routine, read_routine
from hamstring_gui.ui import questions
from hamstring_gui.ui.controls.question import Asked
from hamstring_gui.ui.controls.ticks import TickList, Ticks
from tests.spread import late
from tests.ui.conftest import Desk
from tests.ui.test_focus import stops

pytestmark = pytest.mark.thorough

Key = Qt.Key
Open = Callable[..., Desk]


def names_of(desk: Desk, page: QWidget) -> list[str]:
    return [stop.accessibleName() for stop in stops(desk.window, page)]


def enter_on(desk: Desk, page: QWidget, name: str) -> None:
    """Press Enter where the keyboard is with the one stop of Tab of that name."""
    stop = next(stop for stop in stops(desk.window, page) if stop.accessibleName() == name)
    stop.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(stop, Key.Key_Return)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_every_page_of_the_introduction_goes_on_from_all_but_its_other_buttons(open_desk: Open, number: int) -> None:
    desk = open_desk(safe=False)
    introduction = desk.parts.introduction
    others = {"Back": "I understand" if number == 2 else "Next", "Skip": "Start", "Not now": "Start"}

    def page() -> QWidget:
        desk.parts.introduction.show()
        for _ in range(number - 1):
            desk.press(Key.Key_Return)
        shown = desk.window.page
        assert shown is not None
        return shown

    names = names_of(desk, page())
    assert len(names) >= (2 if number == 1 else 5)
    for name in names:
        before = page()
        enter_on(desk, before, name)
        after = "Start" if number == 3 else "Next" if number == 1 else "All set"
        if name == "Play a tone":
            assert "hold-start" in desk.services.played()
            assert desk.shows("All set")
        else:
            assert desk.shows(others.get(name, after)), name
    settings = desk.hamstring.preferences.settings
    assert (settings.first_leg, settings.seen_from, desk.store.goals()) == ("right", None, ())
    assert introduction is desk.parts.introduction


def test_space_changes_what_has_the_keyboard(open_desk: Open) -> None:
    desk = open_desk(safe=False)
    page = desk.pages.introduction()
    for _ in range(2):
        desk.press(Key.Key_Return)
    button = page.mat.seen_from.buttons[1]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Key.Key_Space)
    assert desk.hamstring.preferences.settings.seen_from == "mat"
    assert desk.shows("All set")


def test_the_finish_page_is_done_with(open_desk: Open, quick: Routine) -> None:
    desk = open_desk()
    desk.parts.conductor.begin(quick)
    desk.pass_time(25)
    names = names_of(desk, desk.pages.finish())
    assert {"Tightness left", "Tightness right", "Note", "Done"} <= set(names)
    for name in names:
        desk.parts.conductor.begin(quick)
        desk.pass_time(25)
        enter_on(desk, desk.pages.finish(), name)
        assert desk.shows("Start"), name
    assert {session.tightness for session in desk.store.sessions()} == {None}


def test_enter_on_an_offer_takes_it_and_stays(open_desk: Open, quick: Routine, exercises: dict[str, Exercise]) -> None:
    desk = open_desk()
    desk.parts.conductor.begin(quick)
    desk.pass_time(25)
    page = desk.pages.finish()
    page.offer.show_offer(Offer("quick", 0, "band-hamstring-stretch", 30.0, 20.0, "left"), exercises)
    taken: list[object] = []
    page.offer.taken.connect(lambda *what: taken.append(what))
    enter_on(desk, page, page.offer.take.accessibleName())
    assert len(taken) == 1
    assert desk.shows("Done")


@pytest.mark.parametrize(("name", "ends"), [("End session", True), ("Keep going", False)])
def test_in_a_question_enter_gives_the_answer_that_has_the_keyboard(
    open_desk: Open, quick: Routine, name: str, ends: bool
) -> None:  # fmt: skip
    desk = open_desk(start=quick)
    desk.pass_time(3)
    desk.press(Key.Key_Escape)
    question = desk.window._question
    assert question is not None
    enter_on(desk, question, name)
    assert (desk.window.asking, desk.shows("Done")) == ("", ends)


def test_enter_on_cancel_restores_nothing(open_desk: Open) -> None:
    desk = open_desk()
    done: list[str] = []
    desk.window.ask(questions.to_restore("b.zip", lambda: done.append("restored")))
    question = desk.window._question
    assert question is not None
    enter_on(desk, question, "Cancel")
    assert (done, desk.window.asking) == ([], "")


def test_enter_on_not_now_agrees_to_nothing(open_desk: Open) -> None:
    desk = open_desk(safe=False)
    page = desk.window.page
    assert page is not None
    enter_on(desk, page, "Not now")
    assert not desk.hamstring.preferences.settings.safety_understood


def test_where_enter_is_printed_nowhere_it_presses_what_has_the_keyboard(open_desk: Open) -> None:
    desk = open_desk()
    done: list[str] = []
    asked = questions.asking(
        "q", "Which?", "",
        *(questions.Answer(words, lambda words=words: done.append(words)) for words in ("One", "Other")),
    )  # fmt: skip
    for name in ("One", "Other"):
        desk.window.ask(asked)
        question = desk.window._question
        assert question is not None
        enter_on(desk, question, name)
    assert done == ["One", "Other"]


def test_enter_on_a_tick_changes_it_only_where_it_is_printed_nowhere(open_desk: Open) -> None:
    """On GNOME, a check box of Qt's takes Enter for itself."""
    desk = open_desk()
    ticks = Ticks("Which?", (("Mine", True), ("Yours", False)), lambda _: ("Some", True))
    done: list[str] = []
    answer = questions.Answer("Import", lambda: done.append("imported"), questions.ENTER, "Enter")
    desk.window.ask(Asked("q", "Import?", "", (answer,), ticks=ticks))
    question = desk.window._question
    assert question is not None
    enter_on(desk, question, "Yours")
    assert done == ["imported"]
    alone = TickList(ticks, 16)
    QTest.keyClick(alone._boxes[1], Key.Key_Return)
    assert alone.ticked == [True, True]


@pytest.mark.parametrize("name", ["Hold, Supine band hamstring stretch", "Exercise to change"])
def test_on_today_a_number_and_a_choice_leave_enter_to_start(
    open_desk: Open, exercises, tmp_path, name: str
) -> None:  # fmt: skip
    desk = open_desk()
    table = {"name": "Two", "items": [{"exercise": "band-hamstring-stretch"}, {"exercise": "chair-hamstring-stretch"}]}
    desk.pages.today().hero.show_routine(read_routine("two", table, exercises), exercises)
    enter_on(desk, desk.pages.today(), name)
    assert desk.text("phase") == "GET READY"


def test_on_today_enter_still_offers_the_routine_that_has_the_keyboard(open_desk: Open) -> None:
    desk = open_desk()
    enter_on(desk, desk.pages.today(), "Desk break")
    assert desk.text("routine") == "Desk break"


@pytest.mark.parametrize("name", ["Tightness right", late("A day earlier"), late("Just stretched")])
def test_the_card_of_a_session_saves(open_desk: Open, name: str) -> None:
    desk = open_desk()
    desk.click("History")
    desk.click("Add past session")
    card = desk.window._question
    assert card is not None
    desk.input("Minutes right").setText("3")
    enter_on(desk, card, name)
    assert [session.day for session in desk.store.sessions()] == [desk.clock.wall.date()]


def test_the_leg_on_an_exercises_page_leaves_enter_to_do_it_now(open_desk: Open) -> None:
    desk = open_desk()
    desk.click("Exercises")
    desk.click("Supine band hamstring stretch")
    enter_on(desk, desk.pages.exercises(), "Right")
    assert desk.text("phase") == "GET READY"
