"""What the History page tells in words: the verdict, the week that is looked at, minutes of exercises that are gone."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from hamstring_gui.domain.history import by_hand
from tests.ui.history.test_page import START, Open, visit, weeks_of


def test_the_verdict_is_told_in_a_sentence(open_desk: Open) -> None:
    desk = open_desk()
    visit(desk)
    assert desk.pages.history().verdict.isHidden()
    weeks_of(desk.store, 3, 2, 1)
    desk.click("Today")
    visit(desk)
    assert desk.text("verdict") == "You met your goal in 1 of the last 2 complete weeks."


def test_what_is_told_under_the_chart_is_the_week_that_is_looked_at(open_desk: Open) -> None:
    desk = open_desk()
    weeks_of(desk.store, 3, 2, 1)
    visit(desk)
    before = desk.text("week_words")
    desk.press(Qt.Key.Key_Left)
    desk.press(Qt.Key.Key_Left)
    assert desk.text("week_words") != before
    page = desk.pages.history()
    page.sheet.verticalScrollBar().setValue(40)
    assert desk.text("week_words") == before


def test_minutes_of_an_exercise_that_was_deleted_still_count(open_desk: Open, exercises) -> None:
    desk = open_desk()
    library = desk.parts.library
    kept = library.save_exercise(replace(exercises["band-hamstring-stretch"], id="", name="Mine", own=True))
    session = by_hand("s", START, START.date(), left_s=120, right_s=120, exercise=kept.id)
    desk.store.put_session(session)
    library.delete_exercise(kept.id)
    visit(desk)
    assert desk.text("minutes_per_leg") == "L 2.0 · R 2.0"


def test_a_chosen_week_says_where_its_sessions_are(open_desk: Open) -> None:
    desk = open_desk()
    weeks_of(desk.store, 3, 2, 1)
    visit(desk)
    assert "below." not in desk.text("week_words")
    desk.press(Qt.Key.Key_Left)
    desk.press(Qt.Key.Key_Return)
    assert desk.text("week_words").endswith("Its sessions stand below.")
    desk.press(Qt.Key.Key_Escape)
    assert "below." not in desk.text("week_words")
