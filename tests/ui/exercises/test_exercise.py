"""An exercise's own page: the figure that shows it, its steps, what is said about it, and doing it now."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hamstring_gui.domain.demonstration import round_s, settled_s
from hamstring_gui.domain.guidance import READING_S
from hamstring_gui.domain.tempo import LEAST_S, MOST_S
from hamstring_gui.ui.exercises.exercise import ExercisePage, Fact
from hamstring_gui.ui.theme import LIGHT
from tests.goldens import picture_of
from tests.pixels import number, pixels
from tests.spread import late
from tests.ui.conftest import Desk

Key = Qt.Key
Open = Callable[..., Desk]
BAND, WALL = "Supine band hamstring stretch", "Legs up the wall"


@pytest.fixture
def show(open_desk: Open) -> Callable[..., Desk]:
    """Opens an exercise's page, with the figure's clock in the test's hands."""

    def show_(name: str = BAND, still: bool = False) -> Desk:
        desk = open_desk()
        desk.parts.apply(desk.hamstring.preferences.settings, still)
        desk.pages.exercises().exercise.figure.clock = lambda: desk.clock.mono
        desk.click("Exercises")
        desk.click(name)
        return desk

    return show_


def page_of(desk: Desk) -> ExercisePage:
    return desk.pages.exercises().exercise


def wait(desk: Desk, seconds: float) -> None:
    desk.clock.pass_time(seconds)
    page_of(desk).figure.look()


def lit(desk: Desk) -> list[int]:
    """The numbers, from 1, of the steps that are lit."""
    return [number for number, button in enumerate(page_of(desk).steps.buttons, start=1) if button.lit]


def click_step(desk: Desk, number: int) -> None:
    desk.click(page_of(desk).steps.buttons[number - 1].accessibleName())


def picture(desk: Desk) -> QImage:
    return page_of(desk).figure.grab().toImage()


def test_the_page_says_everything_about_an_exercise(show: Callable[..., Desk]) -> None:
    desk = show(WALL)
    assert desk.text("exercise_name") == WALL
    assert desk.text("exercise_dose") == "1 × 120 s · about 2 min"
    assert desk.text("exercise_equipment") == "Mat, wall"
    assert desk.text("exercise_muscles") == "Hamstrings, calves"
    assert "Hamstring Healing" in desk.text("exercise_source")
    assert "glaucoma" in desk.text("exercise_ask_first")
    assert len(desk.text("exercise_cautions").splitlines()) == 3
    assert desk.button("1. Sit facing a stable wall, feet close to it.")


def test_what_there_is_not_does_not_show(show: Callable[..., Desk]) -> None:
    desk = show(BAND)
    assert not page_of(desk).facts.ask_first.isVisible()
    assert page_of(desk).facts.cautions.isVisible()


def test_the_figure_goes_through_the_steps_and_the_list_follows(show: Callable[..., Desk]) -> None:
    desk = show()
    seen = []
    for _ in range(6):
        seen.append(lit(desk))
        wait(desk, READING_S)
    assert seen == [[1], [2], [3], [4], [5], [6]]
    assert lit(desk) == [6], "the last step is held"
    exercise = desk.parts.library.exercises["band-hamstring-stretch"]
    wait(desk, round_s(exercise) - 6 * READING_S)
    assert lit(desk) == [1], "and it begins again"


@pytest.mark.painted
def test_the_picture_moves_and_is_repainted_only_when_it_does(show: Callable[..., Desk]) -> None:
    desk = show()
    second = settled_s(desk.parts.library.exercises["band-hamstring-stretch"], 1)
    wait(desk, second)
    QApplication.processEvents()
    paints = []
    figure = page_of(desk).figure
    original = figure.paintEvent
    figure.paintEvent = lambda event: (paints.append(1), original(event))
    reached = picture(desk)
    paints.clear()
    for _ in range(5):
        wait(desk, (2 * READING_S - second) / 6)
        QApplication.processEvents()
    assert paints == [], "nothing moves while a step is read"
    wait(desk, READING_S)
    QApplication.processEvents()
    assert paints
    assert picture(desk) != reached


def test_a_step_that_is_clicked_shows_its_pose_and_stays(show: Callable[..., Desk]) -> None:
    desk = show()
    click_step(desk, 4)
    assert lit(desk) == [4]
    on_the_way = picture(desk)
    wait(desk, MOST_S)
    flexed = picture(desk)
    assert flexed != on_the_way, "it shows how the pose is reached"
    assert not page_of(desk).figure.moving
    wait(desk, 60)
    assert (lit(desk), picture(desk)) == ([4], flexed)
    desk.click("Play")
    wait(desk, READING_S)
    assert lit(desk) == [5]


def test_pause_and_play(show: Callable[..., Desk]) -> None:
    desk = show()
    wait(desk, READING_S + LEAST_S / 2)
    desk.press(Key.Key_Space)
    paused = picture(desk)
    wait(desk, 30)
    assert picture(desk) == paused
    assert not page_of(desk).figure.moving
    desk.click("Play")
    wait(desk, LEAST_S / 4)
    assert picture(desk) != paused
    assert desk.shows("Pause")


def test_the_other_leg_is_the_mirror_image(show: Callable[..., Desk]) -> None:
    desk = show()
    click_step(desk, 6)
    wait(desk, MOST_S)
    right = picture(desk)
    desk.click("Left")
    left = picture(desk)
    assert left != right
    mirrored = left.flipped(Qt.Orientation.Horizontal)
    reds = [(pixels(image)[::3, ::3] >> 16).astype(int) for image in (mirrored, right)]
    assert (abs(reds[0] - reds[1]) > 60).sum() < 30
    desk.click("Right")
    assert picture(desk) == right


def test_an_exercise_for_both_legs_has_no_sides(show: Callable[..., Desk]) -> None:
    desk = show(WALL)
    assert not desk.shows("Left")
    assert not desk.shows("Right")


def test_the_next_exercise_begins_on_the_right_at_its_first_step(show: Callable[..., Desk]) -> None:
    desk = show()
    desk.click("Left")
    wait(desk, 2 * READING_S)
    desk.click("Back")
    desk.click(WALL)
    assert lit(desk) == [1]
    desk.click("Back")
    desk.click(BAND)
    assert lit(desk) == [1]
    assert desk.button("Right").isChecked()
    assert page_of(desk).figure._mirrored is False


def test_it_moves_only_while_it_can_be_seen(show: Callable[..., Desk]) -> None:
    desk = show()
    figure = page_of(desk).figure
    assert figure._timer.isActive()
    desk.press(Key.Key_Escape)
    assert not figure._timer.isActive()
    wait(desk, 100)
    assert not figure._timer.isActive()
    desk.click(BAND)
    assert lit(desk) == [1]
    desk.pages.exercises().set_seen(False)
    assert not figure._timer.isActive()
    desk.clock.pass_time(READING_S)
    desk.pages.exercises().set_seen(True)
    assert figure._timer.isActive()
    assert lit(desk) == [1], "time that nobody saw does not count"


def test_its_own_timer_moves_it(show: Callable[..., Desk], qtbot) -> None:
    desk = show()
    desk.clock.pass_time(READING_S - 0.02)
    page_of(desk).figure.look()
    assert lit(desk) == [1]
    desk.clock.pass_time(0.03)
    qtbot.waitUntil(lambda: lit(desk) == [2])


def test_reduced_motion_shows_end_poses(show: Callable[..., Desk]) -> None:
    desk = show(still=True)
    figure = page_of(desk).figure
    assert lit(desk) == [6], "the position that is held"
    assert not figure._timer.isActive()
    assert not desk.shows("Pause")
    held = picture(desk)
    click_step(desk, 2)
    assert lit(desk) == [2]
    assert not figure._timer.isActive()
    bent = picture(desk)
    assert bent != held
    desk.press(Key.Key_Space)
    wait(desk, 30)
    assert (picture(desk), figure._timer.isActive()) == (bent, False)


def test_motion_can_be_reduced_while_the_page_shows(show: Callable[..., Desk]) -> None:
    desk = show()
    desk.parts.apply(desk.hamstring.preferences.settings, True)
    assert (lit(desk), desk.shows("Pause")) == ([6], False)
    desk.parts.apply(desk.hamstring.preferences.settings, False)
    assert (lit(desk), desk.shows("Pause")) == ([1], True)


@pytest.mark.parametrize("way", [late("button"), "key"])
def test_back_goes_to_the_card_that_one_came_from(show: Callable[..., Desk], way: str) -> None:
    desk = show(WALL)
    if way == "button":
        desk.click("Back")
    else:
        desk.press(Key.Key_Escape)
    assert desk.window.focusWidget() is desk.button(WALL)
    desk.press(Key.Key_Return)
    assert desk.text("exercise_name") == WALL


def test_what_was_searched_for_is_still_there_on_the_way_back(show: Callable[..., Desk]) -> None:
    desk = show()
    desk.press(Key.Key_Escape)
    QTest.keyClicks(desk.pages.exercises().exercises.search, "wall")
    desk.click(WALL)
    desk.press(Key.Key_Escape)
    assert desk.pages.exercises().exercises.search.text() == "wall"
    assert not desk.shows(BAND)


@pytest.mark.parametrize("way", ["button", late("key")])
def test_do_it_now_is_a_session_of_just_this(show: Callable[..., Desk], way: str) -> None:
    desk = show(BAND)
    if way == "button":
        desk.click("Do it now")
    else:
        desk.press(Key.Key_Return)
    assert (desk.text("phase"), desk.text("exercise"), desk.text("set")) == ("GET READY", BAND, "Set 1 of 3")
    assert not desk.window.sidebar.isVisible()
    desk.pass_time(20 + 30)
    desk.click("End")
    desk.click("End session")
    session = desk.store.sessions()[-1]
    assert (session.routine, session.routine_name, len(session.holds)) == ("band-hamstring-stretch", BAND, 6)
    desk.click("Done")
    assert desk.shows("Do it now")
    desk.click("Today")
    assert desk.text("last_what").startswith(BAND)
    assert desk.text("routine") == "Daily band stretch", "Today goes on offering routines"


def test_the_safety_text_comes_before_the_first_session_from_here_too(open_desk: Open) -> None:
    desk = open_desk(safe=False)
    desk.click("Not now")
    desk.click("Exercises")
    desk.click(WALL)
    desk.click("Do it now")
    desk.click("I understand")
    assert (desk.text("phase"), desk.text("exercise")) == ("GET READY", WALL)


@pytest.mark.usefixtures("application")
@pytest.mark.parametrize("marked", [False, True])
def test_what_must_be_asked_first_has_a_bar_beside_it(marked: bool) -> None:
    sheet = QWidget()
    fact = Fact("Ask first", "exercise_ask_first", marked=marked)
    fact.setParent(sheet)
    fact.resize(300, 60)
    fact.show_text("With glaucoma, ask your doctor.")
    bar = pixels(picture_of(sheet, (300, 60)))[10:50, 1:3] == number(LIGHT.setup)
    assert (bar.all(), bar.any()) == (marked, marked)
