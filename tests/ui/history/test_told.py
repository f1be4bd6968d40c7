"""What the History page tells in words: the verdict, the week that is looked at, minutes of exercises that are gone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from hamstring_gui.domain.history import by_hand
from tests.domain.samples import START
from tests.ui.cases import one_after_another
from tests.ui.conftest import Desk
from tests.ui.history.histories import begin_again, visit, weeks_of


@pytest.fixture
def desk(open_desk: Callable[..., Desk]) -> Desk:
    return open_desk()


def the_verdict_is_told_in_a_sentence(desk: Desk) -> None:
    visit(desk)
    assert desk.pages.history().verdict.isHidden()
    weeks_of(desk.store, 3, 2, 1)
    desk.click("Today")
    visit(desk)
    assert desk.text("verdict") == "You met your goal in 1 of the last 2 complete weeks."


def what_is_told_under_the_chart_is_the_week_that_is_looked_at(desk: Desk) -> None:
    weeks_of(desk.store, 3, 2, 1)
    visit(desk)
    before = desk.text("week_words")
    desk.press(Qt.Key.Key_Left)
    desk.press(Qt.Key.Key_Left)
    assert desk.text("week_words") != before
    page = desk.pages.history()
    page.sheet.verticalScrollBar().setValue(40)
    assert desk.text("week_words") == before


def minutes_of_an_exercise_that_was_deleted_still_count(desk: Desk, exercises) -> None:
    library = desk.parts.library
    kept = library.save_exercise(replace(exercises["band-hamstring-stretch"], id="", name="Mine", own=True))
    session = by_hand("s", START, START.date(), left_s=120, right_s=120, exercise=kept.id)
    desk.store.put_session(session)
    library.delete_exercise(kept.id)
    visit(desk)
    assert desk.text("minutes_per_leg") == "L 2.0 · R 2.0"


def a_chosen_week_says_where_its_sessions_are(desk: Desk) -> None:
    weeks_of(desk.store, 3, 2, 1)
    visit(desk)
    assert "below." not in desk.text("week_words")
    desk.press(Qt.Key.Key_Left)
    desk.press(Qt.Key.Key_Return)
    assert desk.text("week_words").endswith("Its sessions stand below.")
    desk.press(Qt.Key.Key_Escape)
    assert "below." not in desk.text("week_words")


test_it_is_told = one_after_another(
    the_verdict_is_told_in_a_sentence,
    what_is_told_under_the_chart_is_the_week_that_is_looked_at,
    a_chosen_week_says_where_its_sessions_are,
    minutes_of_an_exercise_that_was_deleted_still_count,
    first=begin_again,
)
