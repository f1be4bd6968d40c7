"""The cards on which a session is changed or added: what they show, what they give back, and what keys do there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hamstring_gui.domain.history import SessionRecord, Tightness
from hamstring_gui.ui.dates import typed
from hamstring_gui.ui.history.day_field import DayField
from hamstring_gui.ui.history.session_editor import LONGEST_NOTE, AddCard, EditCard, Written
from tests.domain.samples import EXERCISES, START, remembered, routine

Key = Qt.Key
TODAY = START.date()
ODD = "felt\u202e odd \x07 "


def session(note: str = "") -> SessionRecord:
    return remembered("1", routine(), START, outcome="finished", note=note, tightness=Tightness(3, 8))


@pytest.fixture
def page(application) -> Iterator[QWidget]:
    page = QWidget()
    page.resize(900, 700)
    yield page
    page.deleteLater()


def saved_by(card: EditCard | AddCard) -> list[Written]:
    saved: list[Written] = []
    card.save_requested.connect(saved.append)
    return saved


def test_what_was_rated_stands_at_its_leg_and_comes_back_as_it_was(page: QWidget) -> None:
    card = EditCard(session(ODD), TODAY, page)
    saved = saved_by(card)
    assert (card.tightness_left.rating, card.tightness_right.rating) == (3, 8)
    QTest.keyClick(card, Key.Key_Return)
    assert saved == [Written(TODAY, Tightness(3, 8), ODD)], "a note that nobody touched is not tidied"
    card.tightness_left.rate(None)
    card.tightness_right.rate(0)
    card.note.edit.setPlainText(" Better. ")
    QTest.keyClick(card, Key.Key_Return)
    assert saved[1:] == [Written(TODAY, Tightness(None, 0), "Better.")]


def test_enter_ends_a_line_of_the_note_and_with_ctrl_saves(page: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    card = EditCard(session(), TODAY, page)
    saved = saved_by(card)
    monkeypatch.setattr(card.note.edit, "hasFocus", lambda: True)
    QTest.keyClick(card, Key.Key_Return)
    assert saved == []
    QTest.keyClick(card, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(saved) == 1


@pytest.mark.parametrize(("longer", "problem"), [(0, False), (1, True)])
def test_a_note_that_is_too_long_is_said_and_not_cut(page: QWidget, longer: int, problem: bool) -> None:
    card = EditCard(session(), TODAY, page)
    saved = saved_by(card)
    card.note.edit.setPlainText("x" * (LONGEST_NOTE + longer))
    card.save_button.click()
    assert (card.problem.text().startswith("The note is too long"), saved == []) == (problem, problem)


def test_time_is_added_leg_by_leg(page: QWidget) -> None:
    card = AddCard({}, TODAY, page, EXERCISES)
    saved = saved_by(card)
    card.save_button.click()
    assert card.problem.text() == "Say how many minutes, for one leg at least."
    card.minutes_left.setText("2:30")
    card.minutes_right.setText("soon")
    card.save_button.click()
    assert card.problem.text().startswith("Minutes right: ")
    card.minutes_right.setText("1")
    card.save_button.click()
    assert saved == [Written(TODAY, None, "", 150.0, 60.0)]


def test_a_day_can_be_stepped_to_today_and_no_further(qtbot, application) -> None:
    field = DayField("Date", TODAY - timedelta(days=1), TODAY)
    qtbot.addWidget(field)
    days, later = [], []
    for step in (Key.Key_Down, Key.Key_Up, Key.Key_Up, Key.Key_Up):
        QTest.keyClick(field, step)
        days.append(field.day)
        later.append(field.later.isEnabled())
    assert days == [TODAY - timedelta(days=ago) for ago in (2, 1, 0, 0)]
    assert later == [True, True, False, False]
    field.field.setText(typed(TODAY + timedelta(days=1)))
    assert (field.day, field.problem.partition(".")[0]) == (None, "That day is still to come")
