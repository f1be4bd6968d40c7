"""Every text has the room that it needs: on every page, in small and large windows, in larger and in longer text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt, QTranslator
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from hamstring_gui.domain.going_on import Underway
from hamstring_gui.domain.history import HoldRecord, Tightness, by_hand
from hamstring_gui.domain.moment import Reached
from hamstring_gui.domain.offers import Offer
from hamstring_gui.storage.underway import row_of, this_machine
from hamstring_gui.ui import no_history, questions
from hamstring_gui.ui.controls.overlay import Overlay
from hamstring_gui.ui.controls.question import Question
from hamstring_gui.ui.no_history import Unopened
from hamstring_gui.ui.qt_setup import set_text_size
from tests.domain.samples import START, remembered
from tests.ui.conftest import Desk
from tests.ui.room import lacking, scrolled, settle
from tests.ui.screen_reader import untold

Room = tuple[int, int, int]
"""A window's width and height in px, and the text size in percent."""
PLAIN: tuple[Room, ...] = ((900, 510, 150),)
LARGE: tuple[Room, ...] = ((1920, 1080, 100),)
LONG: tuple[Room, ...] = ((900, 510, 100),)
IN_SESSION: tuple[Room, ...] = ((900, 510, 100), (1920, 1080, 100), (540, 900, 150))
NIGHTLY = {
    "plain": ((900, 510, 100), (1024, 600, 125), (1180, 760, 150), (1920, 1080, 100)),
    "session": ((1024, 600, 150), (600, 1024, 100)),
    "longer": ((1093, 614, 150),),
}  # fmt: skip
"""Each run has the smallest window in the largest letters and in longer words, and of some pages a large one."""
SAFETY = ("ask_first", "safety_line")
"""What says who should ask a doctor first, and when to stop: on Today it shows without scrolling, and so does Start."""

State = tuple[str, QWidget | None]
"""What there is to see now, and what to measure."""


class LongerByTwoFifths(QTranslator):
    """Says the beginning of every text twice. Counted texts come out in their plain form."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        words = source.split(" ")
        again = words[: (2 * len(words) + 2) // 5] or [source[: (2 * len(source) + 2) // 5]]
        return " ".join(again + words).replace("%n", str(n))

    def isEmpty(self) -> bool:
        return False


UNOPENED = Unopened("read-only", "/some/folder/of/hamstring/history.sqlite3", "", said="It is as it was.")


def nothing() -> None: ...


def with_history(desk: Desk) -> None:
    for number in range(6):
        at = START - timedelta(days=3 * number)
        session = by_hand(f"{number}", at, at.date(), left_s=100, right_s=100, exercise="band-hamstring-stretch")
        note = "Tight after a long day at the desk, better towards the end." if number % 3 == 0 else ""
        session = replace(session, note=note, tightness=Tightness(4, 6), routine_name="Daily band stretch")
        desk.store.put_session(session)
    desk.store.mark_rest(START.date() - timedelta(days=27), True)


def today(desk: Desk) -> Iterator[State]:
    page = desk.pages.today()
    yield "without history", page
    with_history(desk)
    desk.parts.today.show()
    for routine in ("weekly-release", "daily-band-stretch"):
        page.routine_chosen.emit(routine)
        yield routine, page


def interrupted(desk: Desk) -> Iterator[State]:
    """Today, with a session that can be gone on with."""
    routine = desk.parts.library.routines["weekly-release"]
    underway = Underway(routine, "right", {}, Reached(4, 21.0, 60.0), START, this_machine())
    hold = HoldRecord(0, "band-hamstring-stretch", "right", 1, 30.0, 30.0, "held", START)
    session = remembered("one", routine, START, [hold])
    desk.store.put_session(session, running=True, underway=row_of("one", underway))
    desk.parts.today.look_for_left()
    desk.parts.today.show()
    yield "interrupted", desk.pages.today()


def history(desk: Desk) -> Iterator[State]:
    desk.parts.history.show()
    page = desk.pages.history()
    yield "empty", page
    with_history(desk)
    desk.parts.history.refresh()
    for tile in page.numbers._tiles:
        tile.ask.click()
    page.table.view.open_session("0")
    for measure in ("active days", "minutes held", "tightness"):
        page.chart_card.measure.show_value(measure)
        page._show_chart()
        yield measure, page


def cards(desk: Desk) -> Iterator[State]:
    with_history(desk)
    desk.parts.history.show()
    table = desk.pages.history().table
    for wish in (table.add_requested.emit, lambda: table.edit_requested.emit("1"), table.export_requested.emit):
        wish()
        yield desk.window.asking, desk.window._question
        desk.window.drop_question()


def routines(desk: Desk) -> Iterator[State]:
    desk.parts.routines.show()
    page = desk.pages.routines()
    yield "one exercise", page
    page.choose("weekly-release")
    page.editor.duplicate.click()
    page.editor.between.fold.setChecked(True)
    yield "many exercises", page
    page.editor.add.click()
    yield "chooser", page


def exercises(desk: Desk) -> Iterator[State]:
    desk.parts.exercises.show()
    library = desk.pages.exercises()
    yield "all", library
    library.exercises.search.setText("toes")
    yield "why not standing", library
    for exercise in ("legs-up-the-wall", "band-hamstring-stretch"):
        library.show_exercise(exercise)
        yield exercise, library
    library.show_editor(desk.parts.library.exercises["leg-curl"])
    yield "editor", library
    library.editor._first = library.editor._draft


def settings(desk: Desk) -> Iterator[State]:
    desk.parts.settings.show()
    page = desk.pages.settings()
    for row in page.rows.values():
        row.reset.setVisible(row._hands.indexOf(row.reset) >= 0)
    yield "all", page
    desk.parts.preferences.change(given_keys=(("Shift+F5", "breathing_words"), ("F13", "toggle")))
    desk.parts.pedals.show_card()
    card = desk.window._question
    card.place.pressed.emit("Shift+F5")
    yield "pedals", card
    desk.window.drop_question()


def over_the_page(desk: Desk) -> Iterator[State]:
    for asked in (
        questions.to_delete_everything(nothing),
        questions.to_restore("/some/folder/backup-2026.zip", nothing),
        questions.about_toes(),
        questions.about_unsaved(nothing, nothing),
        questions.no_history("The history can't be opened: it was made by a newer version.", nothing),
        no_history.to_choose(UNOPENED, no_history.Offers(*[nothing] * 5)),
        no_history.to_save_elsewhere(no_history.nothing_is_saved("read-only"), nothing),
    ):
        desk.window.ask(asked)
        yield asked.topic, desk.window._question
    desk.window.drop_question()
    desk.parts.deeds.say("Something was done, and it takes a sentence or two to say what, so that it needs two lines.")
    yield "notice", desk.window.notice
    desk.window.notice.undo.show()
    desk.window.notice.place()
    yield "notice with undo", desk.window.notice
    standing = desk.window.stand(no_history.nothing_is_saved("newer"), no_history.save_elsewhere())
    yield "standing", standing
    standing.offer(True)
    yield "standing with a button", standing


def introduction(desk: Desk) -> Iterator[State]:
    desk.parts.introduction.show()
    yield "safety", desk.pages.safety()
    desk.pages.safety().understood.emit()
    page = desk.pages.introduction()
    for leaf in (page.habit, page.mat):
        page.setCurrentWidget(leaf)
        yield type(leaf).__name__, page


def session(desk: Desk) -> Iterator[State]:
    desk.parts.begin(desk.parts.library.routines["daily-band-stretch"])
    page = desk.pages.session()
    for phase, seconds in (("setup", 0), ("hold", 25), ("rest", 30), ("switch", 82)):
        desk.pass_time(seconds, 1.0)
        yield phase, page
    page.end_requested.emit()
    yield "end?", desk.window._question
    desk.window.drop_question()
    page.command_requested.emit("stop_for_pain")
    yield "pain", desk.window._question
    desk.window._question._answers[0].chosen()
    desk.window.drop_question()
    desk.pass_time(300, 1.0)
    finish = desk.pages.finish()
    yield "finish", finish
    done = by_hand("s", START, START.date(), left_s=60, right_s=60, exercise="band-hamstring-stretch")
    offer = Offer("daily-band-stretch", 0, "band-hamstring-stretch", 30, 15, "left")
    finish.show_over(replace(finish._over, session=done, offer=offer))
    yield "offer", finish


def hamstrings(desk: Desk) -> Iterator[State]:
    desk.parts.hamstrings.show()
    yield "your hamstrings", desk.pages.hamstrings()


WALKS = (
    today, hamstrings, history, cards, routines, exercises, settings, over_the_page, introduction, session,
    pytest.param(interrupted, marks=pytest.mark.nightly),
)  # fmt: skip
CAPTIONED = (today, interrupted)
"""Here what stands below a number, or a small button, may be as narrow as that."""


@pytest.fixture(params=[pytest.param("plain", marks=pytest.mark.thorough), "longer"])
def language(request: pytest.FixtureRequest, application: QApplication) -> Iterator[str]:
    translator = LongerByTwoFifths()
    if request.param == "longer":
        application.installTranslator(translator)
    yield str(request.param)
    application.removeTranslator(translator)


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.__name__)
def test_every_text_has_room_and_every_control_is_told(
    open_desk: Callable[..., Desk], application: QApplication, language: str, walk: Callable[[Desk], Iterator[State]],
    save_screen, request,
) -> None:  # fmt: skip
    desk = open_desk()
    desk.window.setUpdatesEnabled(bool(request.config.getoption("--screens")))
    rooms = LONG if language == "longer" else IN_SESSION if walk is session else PLAIN
    rooms += LARGE if walk in (today, exercises) and language == "plain" else ()
    if request.config.getoption("--nightly"):
        rooms += NIGHTLY[language] + (NIGHTLY["session"] if walk is session else ())
    found: list[str] = []
    set_text_size(application, rooms[0][2])
    desk.window.resize(*rooms[0][:2])
    for number, (state, shown) in enumerate(walk(desk)):
        assert shown is not None, state
        settle()
        if isinstance(shown, Overlay) or not number:
            found += [f"{state}: {one}" for one in scrolled(shown)]
        if isinstance(shown, Overlay) and desk.window.focusWidget() is not first_field(shown):
            found.append(f"{state}: the keyboard is not in its first field")
        if language == "plain":  # of the longer words, only what they begin with is repeated
            found += [f"{state}: {fault}" for fault in untold(shown)]
        for width, height, text_size in (*rooms[1:], rooms[0]):
            set_text_size(application, text_size)
            desk.window.resize(width, height)
            settle()
            where = f"{state}, {width} × {height}, {text_size} %"
            found += [f"{where}: {one}" for one in lacking(shown, columns=walk not in CAPTIONED)]
            if isinstance(shown, Question) and shown._pinned:
                out_of_sight = [one for one in shown._buttons if one.visibleRegion().boundingRect() != one.rect()]
                found += [f"{where}: {one.text()} has to be scrolled to" for one in out_of_sight]
            if walk is interrupted:
                buttons = desk.pages.today().offer.buttons
                found += [f"{where}: {one} has to be scrolled to" for one in hidden(desk, *buttons)]
            if walk is today:
                found += [f"{where}: {one} has to be scrolled to" for one in hidden(desk)]
                found += (
                    [f"{where}: no figure"] if language == "plain" and desk.pages.today().hero.figure.isHidden() else []
                )
            if request.config.getoption("--screens"):
                save_screen(desk.window.grab().toImage(), f"room/{walk.__name__}/{where} {language}")
    assert not found, "\n".join(found)


def first_field(card: Overlay) -> QWidget:
    """What has the keyboard as a card opens: a question that is answered by keys itself."""
    if isinstance(card, Question):
        return card.field or card
    return card._stops()[0]


def hidden(desk: Desk, *parts: QWidget) -> list[str]:
    """What matters on Today and can't be seen at once: these, or else Start and what to heed."""
    page = desk.pages.today()
    texts = [label for label in page.findChildren(QLabel) if label.objectName() in SAFETY and label.isVisible()]
    room = desk.window.rect()
    room.setBottom(page.safety.mapTo(desk.window, QPoint()).y())
    parts = parts or (page.hero.start, *texts)
    lying = {part: part.rect().translated(part.mapTo(desk.window, QPoint())) for part in parts}
    return [part.objectName() or part.text() for part, place in lying.items() if not room.contains(place)]


@pytest.fixture
def page(application: QApplication, qtbot) -> QWidget:
    """A page of 200 × 100 px with a text on it."""
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(200, 100)
    label = QLabel("Ask your doctor first.", page)
    label.setObjectName("words")
    label.setWordWrap(True)
    label.setGeometry(10, 10, 180, 60)
    page.show()
    return page


@pytest.mark.parametrize(
    ("place", "fault"),
    [
        ((10, 10, 180, 60), ""), ((10, 10, 180, 5), "no room for"), ((10, 10, 30, 60), "no room for"),
        ((10, 60, 180, 60), "above or below"), ((150, 10, 180, 60), "beside"),
    ],
)  # fmt: skip
def test_the_measure_finds_what_lacks_room(page: QWidget, place: tuple[int, int, int, int], fault: str) -> None:
    page.findChild(QLabel, "words").setGeometry(*place)
    found = lacking(page)
    assert any(fault in one for one in found) if fault else found == []


def test_the_measure_finds_what_lies_on_something_else_or_is_told_nowhere(page: QWidget) -> None:
    other = QLabel("…", page)
    other.setGeometry(10, 20, 180, 40)
    other.show()
    assert any("on each other" in one for one in lacking(page))
    cut = FittedButton("A long answer that nobody can read", page)
    cut.setGeometry(0, 70, 60, 30)
    cut.show()
    assert any("cut short: A" in one for one in lacking(page))
    cut.setToolTip(cut.text())
    assert not any("cut short" in one for one in lacking(page))


class FittedButton(QPushButton):
    """Cuts its words short, and tells nobody the rest."""

    def paintEvent(self, event: object) -> None:
        QPainter(self).drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self.text()[:3] + "…")
