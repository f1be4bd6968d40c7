"""In a small window and the largest letters: what one came for is in sight, whole, and can be reached by keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from hamstring_gui.ui import questions
from hamstring_gui.ui.history.sessions_cells import is_too_tight
from hamstring_gui.ui.qt_setup import set_text_size
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
    desk.pages.exercises().show_exercise("band-hamstring-stretch")
    settle()
    assert seen(desk.pages.exercises().exercise.figure) > LEAST_SEEN


def a_session_is_told_whole(desk: Desk) -> None:
    with_history(desk)
    desk.parts.history.show()
    settle()
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
