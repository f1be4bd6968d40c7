"""From the mat: nothing smaller than 8 % of the height, in a session, in its questions, and when it is over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.history import SessionRecord
from hamstring_gui.domain.routine import Routine, read_routine, unroll
from hamstring_gui.domain.session import Session
from hamstring_gui.ui import questions
from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.fitted import FittedText
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.question import Answer, Asked, Question, asking
from hamstring_gui.ui.session.control_bar import PAD
from hamstring_gui.ui.session.finish import FinishPage, Over
from hamstring_gui.ui.session.headed_text import HeadedText
from hamstring_gui.ui.session.page import SessionPage
from hamstring_gui.ui.theme import FAR_LEAST, far_px, screen_of
from tests.domain.samples import START, HandClock, play
from tests.spread import late, some
from tests.ui.conftest import Desk

pytestmark = pytest.mark.thorough

Key = Qt.Key
Open = Callable[..., Desk]
Exercises = Mapping[str, Exercise]
SCREENS = [(900, 510), (1024, 600), (1024, 768), (1280, 800), (1366, 768), (1920, 1080), (3840, 2160)]
FEW_SCREENS = some([(screen,) for screen in SCREENS], 3)
UPRIGHT = [(540, 960), (600, 1024), (768, 1366), (1080, 1920)]
LONG = "A name of an exercise that somebody wrote who had a lot to say about it, and did so"


def far_page(
    exercises: Exercises, size: tuple[int, int], sets: int = 3, exercise: str = "band-hamstring-stretch", **gaps: object
) -> tuple[SessionPage, Session, HandClock]:
    table = {"name": "R", "items": [{"exercise": exercise, "sets": sets, "hold_s": 30}], **gaps}
    routine, clock = read_routine("r", table, exercises), HandClock()
    page = SessionPage()
    page.show_exercises(exercises)
    page.resize(*size)
    page.set_distance_view(True)
    return page, Session(routine, unroll(routine, exercises), clock), clock


def shown(page: QWidget) -> dict[str, FittedText]:
    """The texts that show, by name."""
    texts = [text for text in page.findChildren(FittedText) if not text.isHidden()]
    names = [text.objectName() for text in texts]
    assert len(set(names)) == len(names)
    return dict(zip(names, texts, strict=True))


@pytest.mark.parametrize("size", [*SCREENS, (1080, 1920), (1200, 1600), (960, 1080)], ids=str)
@pytest.mark.parametrize("sets", [late(1), 3, late(8), 50])
def test_every_word_of_a_session_can_be_read(
    application, exercises: Exercises, size: tuple[int, int], sets: int
) -> None:
    page, session, clock = far_page(exercises, size, sets)
    for seconds in (1, 10, 15, 5, 28, 2, 5, 6):
        play(session, clock, seconds)
        page.show_moment(session.moment())
        texts = shown(page)
        sizes = {name: text.letter_px / min(*size, 0.76 * max(size)) for name, text in texts.items()}
        assert min(sizes.values()) >= 0.08, sizes
        places = {name: text.geometry() for name, text in texts.items()}
        assert all(page.rect().contains(place) for place in places.values())
        row = [places[name] for name in ("side", "set_count", "phase") if name in places] + (
            [] if page.dots.isHidden() else [page.dots.geometry()]
        )
        assert len(row) == 3, "the leg, how many sets, and the phase"
        assert not any(one.intersects(other) for one in row for other in row if one is not other)
        for name in ("side", "set_count", "phase"):
            assert name not in texts or texts[name]._fits(texts[name]._fitted), f"{name} is cut"
        low = ("exercise", "next", "breath", "step")
        assert all(texts[name]._fits(texts[name]._fitted) for name in low if name in texts)


@pytest.mark.parametrize(
    "size", some([((1500, 1000),), ((1280, 800),), ((1024, 768),), ((1366, 768),), ((900, 510),)], 3), ids=str
)
def test_who_stands_is_as_high_as_there_is_room(application, exercises: Exercises, size: tuple[int, int]) -> None:
    page, session, clock = far_page(exercises, size, exercise="chair-hamstring-stretch", setup_s=25)
    for seconds in (1, 30, 107):
        play(session, clock, seconds)
        page.show_moment(session.moment())
        texts = shown(page)
        places = {name: text.geometry() for name, text in texts.items()} | {"dots": page.dots.geometry()}
        assert page.figure.height() > 0.59 * size[1]
        assert not any(place.intersects(page.figure.geometry()) for place in places.values())
        assert not any(a.intersects(b) for name, a in places.items() for other, b in places.items() if name < other)
        assert all(page.rect().contains(place) for place in places.values())
        assert all(text.letter_px / size[1] >= 0.08 and text._fits(text._fitted) for text in texts.values())
        assert texts["countdown"].letter_px >= 0.45 * size[1] - 1
    assert texts["side"].text() == "Left leg next"


def test_waiting_for_a_key_too(application, exercises: Exercises) -> None:
    page, session, _ = far_page(exercises, (1366, 768), setup_s="wait")
    page.show_moment(session.moment())
    assert shown(page)["prompt"].letter_px >= 0.08 * 768
    assert shown(page)["prompt"]._fits(shown(page)["prompt"]._fitted)


def test_the_lowest_line_names_the_exercise_then_what_is_next_then_the_breath(
    application, exercises: Exercises
) -> None:
    page, session, clock = far_page(exercises, (1920, 1080))

    def line() -> str:
        page.show_moment(session.moment())
        (text,) = [text for name, text in shown(page).items() if name in ("exercise", "next", "breath")]
        assert text.geometry().top() > page.step.geometry().bottom()
        return text.text()

    assert line() == "Supine band hamstring stretch"
    seen = []
    for _ in range(83):
        play(session, clock, 1)
        seen.append(line())
        if seen[-1] == (seen[-2] if seen[1:] else None):
            seen.pop()
    assert seen == [
        "Supine band hamstring stretch", "Next: set 1, right leg, 30 s", *["Breathe in", "Breathe out"] * 3,
        "Next: set 2, right leg, 30 s", *["Breathe in", "Breathe out"] * 2, "Breathe in",
    ]  # fmt: skip
    page.show_breathing_words(False)
    page.show_moment(session.moment())
    assert {"exercise", "next", "breath"}.isdisjoint(shown(page))


def test_without_sound_the_mat_is_told_before_the_first_hold(application, exercises: Exercises) -> None:
    page, session, clock = far_page(exercises, (1920, 1080))
    page.show_no_sound()
    play(session, clock, 6)
    page.show_moment(session.moment())
    assert shown(page)["next"].text() == "No sound: watch the countdown"
    play(session, clock, 46)
    page.show_moment(session.moment())
    assert shown(page)["next"].text() == "Next: set 2, right leg, 30 s"


def test_a_name_that_is_too_long_is_cut_short(application, exercises: Exercises) -> None:
    page, session, _ = far_page(exercises, (1366, 768))
    page.show_exercises({name: replace(one, name=LONG) for name, one in exercises.items()})
    page.show_moment(session.moment())
    text = shown(page)["exercise"]
    assert text.text().endswith("…")
    assert text._fits(text._fitted)
    page.set_distance_view(False)
    page.show_moment(session.moment())
    assert page.exercise.text() == LONG


@pytest.mark.parametrize(("sets", "as_dots"), [(1, True), (3, True), (8, False), (9, False), (50, False)])
def test_sets_that_do_not_fit_as_dots_are_counted(application, exercises: Exercises, sets: int, as_dots: bool) -> None:
    page, session, clock = far_page(exercises, (1920, 1080), sets)
    play(session, clock, 20 + 40 * min(8, sets - 1) + 5)
    page.show_moment(session.moment())
    assert page.dots.isHidden() != as_dots
    assert page.count.isHidden() == as_dots
    assert page.count.text() == f"{min(9, sets)} / {sets}"
    page.set_distance_view(False)
    assert not page.dots.isHidden()
    assert page.count.isHidden()


@pytest.mark.parametrize("size", SCREENS, ids=str)
def test_unveiled_controls_lie_on_a_panel_larger_than_they_are(
    application, exercises: Exercises, size: tuple[int, int]
) -> None:
    page, session, _ = far_page(exercises, size)
    page.show_moment(session.moment())
    page._veil(False)
    bar = page.controls
    room = bar.rect().adjusted(PAD - 1, PAD - 1, 1 - PAD, 1 - PAD)
    buttons = [button for button in bar.findChildren(KeyButton) if not button.isHidden()]
    assert [button.text() for button in buttons] == [
        "Back", "Pause", "Skip", "+10 s", "Stop for pain", "End", "Mute", "Leave full screen"
    ]  # fmt: skip
    for button in buttons:
        assert room.contains(button.geometry()), button.text()
        assert button.width() >= button.width_with(True), f"{button.text()} has no room for its key"
        assert button._show_key
        assert button.height() >= 44
    places = [button.geometry() for button in buttons]
    assert not any(one.intersects(other) for one in places for other in places if one is not other)


@pytest.mark.parametrize("size", SCREENS, ids=str)
def test_other_words_have_room_for_their_keys_too(application, exercises: Exercises, size: tuple[int, int]) -> None:
    page, session, _ = far_page(exercises, size)
    page.show_moment(session.moment())
    page._veil(False)
    controls = page.controls

    def cramped() -> list[str]:
        buttons = [one for one in controls.findChildren(KeyButton) if not one.isHidden()]
        return [one.text() for one in buttons if one.width() < one.width_with(True)]

    page.show_muted(True)
    assert (controls.mute.text(), cramped()) == ("Unmute", [])
    page.show_no_sound()
    assert (controls.mute.text(), cramped()) == ("No sound", [])
    session.pause()
    page.show_moment(session.moment())
    assert (controls.pause.text(), cramped()) == ("Resume", [])


def test_they_do_what_they_say(open_desk: Open, quick: Routine, qtbot) -> None:
    desk = open_desk(start=quick)
    desk.press(Key.Key_F11)
    page = desk.pages.session()
    qtbot.waitUntil(lambda: page.far)
    page._unveil()
    desk.click("Mute")
    assert desk.hamstring.preferences.settings.muted
    desk.click("Unmute")
    desk.parts.hearing.lose_sound()
    assert not desk.button("No sound").isEnabled()
    desk.click("Leave full screen")
    assert not desk.window.isFullScreen()
    assert not desk.shows("Leave full screen")


# -- questions --------------------------------------------------------------------------------------------------------
def nothing() -> None:
    pass


LONG_ANSWER = asking(
    "pain", "Stopped for pain", "x",
    Answer("Go on with the half-kneeling hamstring stretch", nothing, (), "Space", "primary"),
    Answer("End here", nothing, (), "Esc"), far_text=questions.about_pain(None, nothing, nothing).far_text,
)  # fmt: skip


@pytest.mark.parametrize("size", FEW_SCREENS, ids=str)
@pytest.mark.parametrize(
    "asked",
    [questions.to_end(nothing, nothing), questions.about_pain(None, nothing, nothing), LONG_ANSWER],
    ids=["end", "pain", "long"],
)
def test_a_question_can_be_read_and_needs_no_scrolling(application, qtbot, size: tuple[int, int], asked: Asked) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(*size)
    question = Question(asked, far_px(FAR_LEAST, window.size()), window, far=True)
    window.show()
    question.appear()
    QApplication.processEvents()
    assert window.size().toTuple() == size
    assert question._scrolled.verticalScrollBar().maximum() == 0
    assert letters_in(question) >= 0.08 * size[1]
    for button in question.findChildren(KeyButton):
        assert question.rect().contains(QRect(button.mapTo(question, button.rect().topLeft()), button.size()))


def letters_in(widget: QWidget) -> float:
    """The smallest letters that show, in px: of labels, buttons and the keys that are printed on them."""
    sizes = [label.font().pixelSize() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]
    for label in widget.findChildren(HeadedText):
        sizes += [font.pixelSize() for font, _ in label._lines()]
    for button in widget.findChildren(QPushButton):
        if button.isVisible():
            sizes.append(button.font().pixelSize())
            if isinstance(button, KeyButton) and button._key:
                sizes.append(round(button._cap_px()))
    return min(sizes)


def test_in_a_session_the_question_is_such_a_one(open_desk: Open, quick: Routine, qtbot) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(3)
    window = desk.window
    for far, size in ((True, screen_of(window).size()), (False, window.size())):
        desk.press(Key.Key_F11)
        qtbot.waitUntil(lambda far=far: desk.pages.session().far == far)
        qtbot.waitUntil(lambda size=size: window.size() == size)  # a question is as large as the window is by then
        desk.press(Key.Key_P)
        question = desk.window._question
        assert question is not None
        qtbot.waitUntil(lambda far=far, one=question: (letters_in(one) >= 0.08 * desk.window.height()) == far)
        desk.window.drop_question()


# -- the finish page --------------------------------------------------------------------------------------------------
def over(exercises: Exercises, pain: bool) -> Over:
    _, session, clock = far_page(exercises, (900, 510))
    play(session, clock, 60 if pain else 400)
    if pain:
        session.stop_for_pain()
    session.end()
    ended_at = START + timedelta(minutes=5)
    outcome = "ended early" if pain else "finished"
    record = SessionRecord("s", "r", "R", START, ended_at, START.date(), outcome, 180.0, session.records)
    return Over(record, None, exercises)


@pytest.mark.parametrize("size", FEW_SCREENS, ids=str)
@pytest.mark.parametrize("pain", [False, True], ids=["done", "pain"])
def test_how_it_went_can_be_read(application, qtbot, exercises: Exercises, size: tuple[int, int], pain: bool) -> None:
    page = FinishPage()
    qtbot.addWidget(page)
    page.resize(*size)
    page.set_far(True)
    page.show_over(over(exercises, pain))
    page.show()
    QApplication.processEvents()
    QApplication.processEvents()
    assert letters_in(page) >= 0.08 * size[1]
    assert page.sheet.horizontalScrollBar().maximum() == 0
    for widget in (page.title, page.summary, *([page.hint] if pain else []), page.done_button):
        place = QRect(widget.mapTo(page, widget.rect().topLeft()), widget.size())
        if size[0] > 1.6 * size[1] > 900:
            assert page.rect().contains(place), widget.objectName()
        assert widget.height() >= widget.heightForWidth(widget.width())
    page.set_far(False)
    QApplication.processEvents()
    assert page.summary.font().pixelSize() < 0.08 * size[1]


@pytest.mark.parametrize("size", UPRIGHT, ids=str)
def test_nothing_of_how_it_went_is_cut_on_an_upright_screen(
    application, qtbot, exercises: Exercises, size: tuple[int, int]
) -> None:
    page = FinishPage()
    qtbot.addWidget(page)
    page.resize(*size)
    page.set_far(True)
    page.show_over(over(exercises, True))
    page.show()
    for _ in range(3):
        QApplication.processEvents()
    for text in page.findChildren(Text):
        if text.isVisible() and text.wordWrap():
            assert text.height() >= text.heightForWidth(text.width()), text.text()
        elif text.isVisible():
            assert text.width() >= text.sizeHint().width(), text.text()
    assert page.rect().contains(page.done_button.mapTo(page, page.done_button.rect().bottomRight()))


@pytest.mark.parametrize("way", ["Done", "another page"])
def test_whoever_is_on_the_mat_reads_it_there(open_desk: Open, quick: Routine, qtbot, way: str) -> None:
    desk = open_desk()
    desk.hamstring.preferences.change(distance_view=True)
    desk.parts.conductor.begin(quick)
    qtbot.waitUntil(lambda: desk.pages.session().far)
    desk.pass_time(25)
    assert desk.window.isFullScreen()
    assert desk.pages.finish().far
    if way == "Done":
        desk.click("Done")
    else:
        desk.window.page_requested.emit("history")
    assert not desk.window.isFullScreen()
    assert not desk.pages.finish().far


def test_what_stands_still_says_how_it_goes_on(open_desk: Callable[..., Desk], quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.window.showFullScreen()
    desk.pass_time(3)
    page = desk.pages.session()
    desk.press(Qt.Key.Key_Space)
    assert (page.next.isVisible(), page.next.text()) == (True, "Space goes on")
    desk.press(Qt.Key.Key_Space)
    assert page.next.text() != "Space goes on"
