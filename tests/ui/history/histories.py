"""Histories that walks over the History page begin with, and what the page says of them."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QApplication

from hamstring_gui.domain.history import SessionRecord, by_hand
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.ui.history import wording
from tests.domain.samples import START
from tests.ui.conftest import Desk

MONDAY = date(2026, 11, 16)
"""Of the running week: today is Sunday the 22nd."""


def remember(store: HistoryStore, *days: date, minutes: float = 5.0) -> None:
    for number, day in enumerate(days):
        at = START + (day - START.date())
        seconds = 60 * minutes
        store.put_session(by_hand(f"{day} {number}", at, day, left_s=seconds, right_s=seconds))


def weeks_of(store: HistoryStore, *active: int) -> None:
    """So many active days in each week, the running one last."""
    for ago, days in enumerate(reversed(active)):
        remember(store, *(MONDAY - timedelta(weeks=ago) + timedelta(days=n) for n in range(days)))


def visit(desk: Desk) -> None:
    desk.click("History")
    QApplication.processEvents()


def begin_again(desk: Desk, *sessions: SessionRecord) -> None:
    """The History page as it opens: with these sessions, no goals, no rest weeks, and nothing said or done yet."""
    desk.window.drop_question()
    store, page = desk.store, desk.pages.history()
    store.remove_all(store.session_ids(), store.goals(), store.rest_weeks())
    store.put_all(sessions)
    desk.hamstring.preferences.change(first_day="system", reference_lines=True)
    desk.parts.deeds.forget()
    desk.window.notice.hide()
    page.choose(None)
    page.table.search.clear()
    for usual in (page.range.buttons[1], page.chart_card.measure.buttons[0]):
        if not usual.isChecked():
            usual.click()
    page.calendar_card.year.setValue(START.year)
    page.sheet.verticalScrollBar().setValue(0)
    page.chart.look_away()
    visit(desk)
    page.setFocus()


def said(desk: Desk) -> list[str]:
    chart = desk.pages.history().chart
    return wording.weeks_told(chart.weeks, chart.picture.measure).split("; ")


def rows(desk: Desk) -> list[date]:
    """The days of the sessions that the table lists."""
    model = desk.pages.history().table.model
    return [session.day for row in range(model.rowCount()) if (session := model.session_at(row))]
