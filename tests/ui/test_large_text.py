"""In a small window and the largest letters: what one came for is in sight, whole, and can be reached by keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from hamstring_gui.ui import questions
from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.flow import Flow
from hamstring_gui.ui.controls.layouts import column
from hamstring_gui.ui.hamstrings.figures import Pelves
from hamstring_gui.ui.history.session_details import SHARES, hold_columns
from hamstring_gui.ui.history.sessions_cells import is_too_tight
from hamstring_gui.ui.qt_setup import set_text_size
from hamstring_gui.ui.sidebar import Sidebar
from tests.ui.cases import one_after_another
from tests.ui.conftest import Desk
from tests.ui.room import painted, settle
from tests.ui.test_room import with_history

LEAST_SEEN = 60
"""Px."""


@pytest.fixture
def desk(open_desk: Callable[..., Desk], application: QApplication) -> Desk:
    desk = open_desk()
    set_text_size(application, 150)
    desk.window.resize(900, 510)
    return desk


def seen(part: QWidget) -> int:
    """How many px of its height show in the window."""
    return part.visibleRegion().boundingRect().height()


def letters_stay_large_in_what_is_left(desk: Desk) -> None:
    """A bar that comes as it is hidden makes it narrower: what lies in it hears of that only when it shows again."""
    desk.parts.exercises.show()
    library = desk.pages.exercises()
    library.exercises.search.setText("xyzzy")
    settle()
    library.exercises.search.setText("")
    library.show_exercise("legs-up-the-wall")
    settle()
    assert library.exercises.sheet.scale == 1.5


def what_is_searched_for_shows_below_the_search(desk: Desk) -> None:
    desk.parts.exercises.show()
    page = desk.pages.exercises().exercises
    page.search.setText("calf")
    settle()
    assert seen(page.grid.cards[0]) > LEAST_SEEN
    assert {card.x() for card in page.grid.cards if card.isVisible()} != {0}, "two stand side by side"
    assert not page.regions.isVisible()
    desk.click("Filters…")
    assert page.regions.isVisible()
    page.regions.chips[0].click()
    desk.click("Filters…")
    assert page.regions.isVisible(), "a filter that is on is never hidden"
    page.forget_wishes()
    desk.window.resize(900, 700)
    settle()
    assert page.regions.isVisible()
    assert not page.fold.isVisible()
    desk.window.resize(900, 510)


def an_exercise_shows_before_its_page_is_scrolled(desk: Desk) -> None:
    desk.parts.exercises.show()
    desk.pages.exercises().show_exercise("band-hamstring-stretch")
    for width, height in ((1093, 560), (900, 510)):
        desk.window.resize(width, height)
        settle()
        assert seen(desk.pages.exercises().exercise.figure) > LEAST_SEEN, width


def a_session_is_told_whole(desk: Desk) -> None:
    with_history(desk)
    desk.parts.history.show()
    settle()
    chart_card = desk.pages.history().chart_card
    assert chart_card.rest.y() > chart_card.words.geometry().bottom(), "the words have all of the width"
    view = desk.pages.history().table.view
    pieces = [piece for piece in painted(view.viewport()) if piece.box.top() < view.row_height]
    assert [piece.text for piece in pieces] == [
        "Sun 22 Nov",
        "Added by hand",
        "Daily band stretch",
        "3 min 20 s · L 4 · R 6",
    ]
    assert len({piece.box.top() for piece in pieces}) == 2
    desk.window.resize(1180, 760)
    settle()
    assert len({piece.box.top() for piece in painted(view.viewport()) if piece.box.top() < view.row_height}) == 1
    desk.window.resize(900, 510)


def the_text_of_a_question_can_be_read_by_keyboard(desk: Desk) -> None:
    desk.window.ask(questions.about_toes())
    settle()
    card = desk.window._question
    assert card is not None
    bar = card._scrolled.verticalScrollBar()
    assert bar.maximum() > 0
    desk.press(Qt.Key.Key_PageDown)
    assert bar.value() > 0
    desk.press(Qt.Key.Key_PageUp)
    assert bar.value() == 0
    desk.press(Qt.Key.Key_Escape)
    assert not desk.window.asking


def a_routine_is_in_sight_below_the_list(desk: Desk) -> None:
    desk.parts.routines.show()
    settle()
    editor = desk.pages.routines().editor
    assert editor.mapTo(desk.window, QPoint()).y() < desk.window.height()
    (entry, *_) = desk.pages.routines().list.entries
    assert [piece.text.replace("\N{NO-BREAK SPACE}", " ") for piece in painted(entry)] == [
        "Daily band stretch", "3 × 30 s · about 4 min",
    ]  # fmt: skip
    assert "1 min 30 s of stretching a leg" in entry.toolTip()
    assert "1 min 30 s of stretching a leg" in entry.accessibleDescription()


test_in_a_small_window = pytest.mark.thorough(
    one_after_another(
        letters_stay_large_in_what_is_left,
        what_is_searched_for_shows_below_the_search,
        an_exercise_shows_before_its_page_is_scrolled,
        a_session_is_told_whole,
        the_text_of_a_question_can_be_read_by_keyboard,
        a_routine_is_in_sight_below_the_list,
    )
)


@pytest.mark.parametrize(
    ("width", "needed", "tight"),
    [
        (600, (150, 500, 150, 100, 100), False), (579, (150, 500, 150, 100, 100), True),
        (520, (150, 10, 150, 100, 100), False),
    ],
)  # fmt: skip
def test_a_long_name_alone_breaks_no_row(width: int, needed: tuple[int, ...], tight: bool) -> None:
    assert is_too_tight(width, 1.0, needed) == tight


@pytest.mark.parametrize(
    ("width", "columns"),
    [
        (1000, [400, 140, 100, 190, 170]), (520, [205, 63, 48, 83, 118]), (500, [0, 110, 95, 130, 165]),
        (300, [0, 60, 45, 80, 115]),
    ],
)  # fmt: skip
def test_the_columns_of_holds_give_way_before_their_words_do(width: int, columns: list[int]) -> None:
    assert len(columns) == len(SHARES)
    assert hold_columns(width, [197, 55, 40, 75, 110], 8) == columns


def test_what_grew_while_it_was_hidden_has_its_room_once_it_shows(application: QApplication, qtbot) -> None:
    page, hidden, flow = QWidget(), QWidget(), Flow(10)
    qtbot.addWidget(page)
    column(hidden, inside=page)
    column(flow, None, inside=hidden)
    button = KeyButton("Duplicate")
    flow.add(button)
    page.resize(300, 200)
    page.show()
    settle()
    hidden.hide()
    button.set_scale(2.0)
    hidden.show()
    settle()
    assert flow.height() >= button.height() == button.sizeHint().height()
    other = KeyButton("Export…")
    flow.add(other)
    settle()
    hidden.hide()
    button.hide()
    hidden.show()
    settle()
    assert other.pos() == QPoint(), "what is gone leaves no hole"


def test_the_titles_of_the_pelves_are_no_columns_of_words(application: QApplication, qtbot) -> None:
    pelves = Pelves()
    qtbot.addWidget(pelves)
    pelves.set_scale(1.5)
    pelves.set_room(460)
    for width in (540, 800):
        pelves.resize(width, pelves.heightForWidth(width))
        top = pelves._titles_height(pelves._widths(width)[1], width)
        assert len({piece.box.top() for piece in painted(pelves) if piece.box.bottom() < top}) <= 2, width


def test_the_side_bar_is_larger_too(application: QApplication, qtbot) -> None:
    sidebar = Sidebar()
    qtbot.addWidget(sidebar)
    sidebar.fit(1180, 760)
    usual = sidebar.width()
    set_text_size(application, 150)
    QApplication.sendPostedEvents()
    assert sidebar.width() > usual
