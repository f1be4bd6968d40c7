"""Walks over the History page in the real window: what it says of known histories, and what it does."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from hamstring_gui.domain.consistency import Goal
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.ui.controls.hover_card import HoverCard
from hamstring_gui.ui.history.spans import Days
from hamstring_gui.ui.qt_setup import Colours
from hamstring_gui.ui.theme import DARK, LIGHT
from tests.domain.samples import START
from tests.pixels import pixels
from tests.ui.cases import one_after_another
from tests.ui.conftest import Desk
from tests.ui.history.histories import MONDAY, begin_again, rows, said, visit, weeks_of

Key = Qt.Key
Open = Callable[..., Desk]


@pytest.fixture
def desk(open_desk: Open) -> Desk:
    return open_desk()


def an_empty_history_shows_what_will_be_here(desk: Desk) -> None:
    visit(desk)
    assert desk.text("no_history") == "Your weeks will stand here"
    assert [desk.text(name) for name in ("streak", "consistency", "this_week")] == ["0 weeks", "–", "0 of 3 days"]
    assert not desk.pages.history().chart.isVisible()
    desk.press(Key.Key_R)
    assert desk.store.rest_weeks() == frozenset()
    weeks_of(desk.store, 1)
    desk.parts.history.refresh()
    assert desk.pages.history().chart.isVisible()
    assert desk.text("this_week") == "1 of 3 days"


def the_figures_and_the_shown_weeks(desk: Desk) -> None:
    weeks_of(desk.store, 3, 1, 3, 4, 2)
    visit(desk)
    assert desk.text("streak") == "2 weeks"
    assert desk.text("consistency") == "83 %"
    assert desk.text("this_week") == "2 of 3 days"
    assert desk.text("minutes_per_leg") == "L 10.0 · R 10.0"
    assert desk.text("balance") == "L 50 · R 50 %"
    assert said(desk) == [
        "week of 19 October: 3 active days, goal 3, met",
        "week of 26 October: 1 active day, goal 3, below it",
        "week of 2 November: 3 active days, goal 3, met",
        "week of 9 November: 4 active days, goal 3, met",
        "week of 16 November: 2 active days so far, goal 3",
    ]
    desk.click("Minutes held")
    assert said(desk)[-1] == "week of 16 November: left leg 10 min 0 s, right leg 10 min 0 s"
    desk.click("Tightness")
    assert said(desk)[-1] == "week of 16 November: tightness not rated"


def ranges(desk: Desk) -> None:
    weeks_of(desk.store, *([3] * 60))
    visit(desk)
    seen = []
    for name in ("12 weeks", "26 weeks", "1 year", "All"):
        desk.click(name)
        desk.click(name)
        seen.append(len(said(desk)))
    assert seen == [12, 26, 52, 60]
    assert "2025" in said(desk)[0]


def a_choice_by_arrow_keys(desk: Desk) -> None:
    weeks_of(desk.store, 3)
    visit(desk)
    desk.button("26 weeks").setFocus()
    desk.press(Key.Key_Right)
    assert desk.window.focusWidget() is desk.button("1 year")
    assert desk.pages.history().range.value == "52"
    desk.press(Key.Key_Left)
    desk.press(Key.Key_Left)
    desk.press(Key.Key_Left)
    assert desk.pages.history().range.value == "all"


def weeks_by_keyboard(desk: Desk) -> None:
    weeks_of(desk.store, 1, 2, 3)
    visit(desk)
    chosen: list[Days | None] = []
    desk.pages.history().days_chosen.connect(chosen.append)
    desk.press(Key.Key_Left)
    assert desk.text("hover_title") == "Week of 9 November"
    desk.pages.history()._on_scrolled()
    assert not any(card.isVisible() for card in desk.window.findChildren(QLabel, "hover_title")), "it hung over that"
    desk.press(Key.Key_Right)
    assert desk.text("hover_title") == "Week of 16 November"
    desk.press(Key.Key_Left)
    assert desk.text("hover_title") == "Week of 9 November"
    assert "2 active days, goal 3, below it" in desk.text("hover_lines")
    assert covered(desk) == []
    desk.press(Key.Key_Home)
    assert desk.text("hover_title") == "Week of 2 November"
    assert covered(desk) == []
    desk.press(Key.Key_Left)
    assert desk.text("hover_title") == "Week of 2 November"
    desk.press(Key.Key_Return)
    assert desk.text("week_words").startswith("Week of 2 November: 1 active day, goal 3, below it")
    desk.press(Key.Key_Escape)
    assert chosen == [(date(2026, 11, 2), date(2026, 11, 8)), None]
    assert desk.text("week_words").startswith("Week of 16 November")
    assert not [card for card in desk.window.findChildren(QLabel, "hover_title") if card.isVisible()]


def covered(desk: Desk) -> list[int]:
    """The places of the chart whose bars are under the card that says what is there."""
    chart, card = desk.pages.history().chart, desk.window.findChild(HoverCard)
    lies = card.geometry().translated(-chart.mapTo(desk.window, QPoint()))
    places = range(chart.picture.first, len(chart.picture.bars))
    return [place for place in places if lies.intersects(QRect(chart.plot.top_of(place).toPoint(), QSize(1, 50)))]


def weeks_by_mouse(desk: Desk) -> None:
    weeks_of(desk.store, 1, 2, 3)
    visit(desk)
    page = desk.pages.history()
    chosen: list[Days | None] = []
    page.days_chosen.connect(chosen.append)
    at = page.chart.plot.top_of(24).toPoint() + QPoint(4, 20)
    QTest.mouseMove(page.chart, at - QPoint(1, 0))
    QTest.mouseMove(page.chart, at)
    assert desk.text("hover_title") == "Week of 9 November"
    QTest.mouseClick(page.chart, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseClick(page.chart, Qt.MouseButton.LeftButton, pos=at)
    assert chosen == [(date(2026, 11, 9), date(2026, 11, 15)), None]
    range_before = page.chart.plot._plot.viewRange()
    turned = QPoint(0, 120)
    wheel = QWheelEvent(
        QPointF(at), QPointF(page.chart.mapToGlobal(at)), QPoint(), turned, Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(page.chart, wheel)
    QTest.mousePress(page.chart, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(page.chart, at + QPoint(60, 10))
    QTest.mouseRelease(page.chart, Qt.MouseButton.LeftButton, pos=at + QPoint(60, 10))
    assert page.chart.plot._plot.viewRange() == range_before


def a_rest_week_is_marked_and_taken_back(desk: Desk) -> None:
    desk.hamstring.preferences.change(first_day="sunday")
    weeks_of(desk.store, 3, 0, 3)
    visit(desk)
    desk.press(Key.Key_Left)
    before = said(desk)
    desk.press(Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert said(desk) == before, "that is another key"
    desk.press(Key.Key_R)
    assert [line.endswith("rest week") for line in said(desk)] == [week == before[-2] for week in before]
    assert "neither breaks nor feeds" in desk.text("notice")
    desk.click("Undo")
    assert said(desk) == before
    assert desk.store.rest_weeks() == frozenset()


def a_rest_week_by_its_button(desk: Desk) -> None:
    weeks_of(desk.store, 3, 1)
    visit(desk)
    desk.click("Mark as a rest week")
    assert desk.store.rest_weeks() == {MONDAY}
    assert desk.text("week_words").endswith("1 active day, rest week")
    desk.click("No rest week after all")
    assert desk.store.rest_weeks() == frozenset()


def today_is_put_together_anew_when_somebody_goes_there(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    weeks_of(desk.store, 3, 1)
    visit(desk)
    shown: list[object] = []
    page = desk.pages.today()
    with monkeypatch.context() as away:
        away.setattr(page, "show_today", shown.append)
        desk.click("Mark as a rest week")
    assert shown == []
    desk.click("Today")
    assert "rest week" in " ".join(label.text().lower() for label in page.findChildren(QLabel))


def a_rest_week_by_the_menu(desk: Desk) -> None:
    weeks_of(desk.store, 3, 1)
    visit(desk)
    page = desk.pages.history()
    page.chart.menu_requested.emit(page.mapToGlobal(QPoint(300, 300)))
    (menu,) = [menu for menu in page.findChildren(QMenu) if menu.isVisible()]
    assert [action.text() for action in menu.actions()] == ["Show the sessions of this week", "Mark as a rest week"]
    menu.actions()[1].trigger()
    menu.close()
    assert desk.store.rest_weeks() == {MONDAY}


def a_goal_leaves_past_weeks_as_they_were(desk: Desk) -> None:
    weeks_of(desk.store, 3, 3, 1)
    visit(desk)
    steps = desk.pages.history().numbers.steps
    QTest.mouseClick(steps.more, Qt.MouseButton.LeftButton)
    assert [goal.days for goal in desk.store.goals()] == [3, 4]
    assert desk.text("this_week") == "1 of 4 days"
    assert said(desk)[0].endswith("goal 3, met")
    assert "4 active days a week" in desk.text("notice")
    desk.click("Today")
    assert "1 of 4 days" in desk.text("week_line")
    visit(desk)
    assert not desk.shows("Undo")
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.text("this_week") == "1 of 3 days"
    assert desk.text("streak") == "2 weeks"


def goals_in_a_row_are_taken_back_together(desk: Desk) -> None:
    weeks_of(desk.store, 3, 3, 1)
    visit(desk)
    steps = desk.pages.history().numbers.steps
    for _ in range(3):
        QTest.mouseClick(steps.more, Qt.MouseButton.LeftButton)
    assert steps.value() == 6
    desk.click("Today")
    assert "1 of 6 days" in desk.text("week_line")
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "1 of 3 days" in desk.text("week_line")
    assert desk.store.goals() == ()
    visit(desk)
    assert steps.value() == 3


def a_goal_of_the_same_day_comes_back(desk: Desk) -> None:
    weeks_of(desk.store, 3, 1)
    before = (Goal(date(2026, 1, 1), 2), Goal(START.date(), 5))
    desk.store.replace_goals(before)
    visit(desk)
    QTest.mouseClick(desk.pages.history().numbers.steps.more, Qt.MouseButton.LeftButton)
    assert desk.store.goals() == (before[0], Goal(START.date(), 6))
    desk.click("Undo")
    assert desk.store.goals() == before


def a_goal_that_can_not_be_kept_does_not_show(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    weeks_of(desk.store, 3, 1)
    visit(desk)

    def fail(*_: object, **__: object) -> None:
        raise StorageError("the disk is full")

    monkeypatch.setattr(desk.store, "replace_goals", fail)
    steps = desk.pages.history().numbers.steps
    QTest.mouseClick(steps.more, Qt.MouseButton.LeftButton)
    assert desk.text("notice") == "the disk is full"
    assert steps.value() == 3


def the_goal_that_was_set_is_today_s_too(desk: Desk) -> None:
    weeks_of(desk.store, 2)
    desk.store.set_goal(Goal(MONDAY, 2))
    desk.parts.today.show()
    assert "goal is met" in desk.text("date_line")


def what_a_number_means_is_told_on_demand(desk: Desk) -> None:
    weeks_of(desk.store, 3)
    visit(desk)
    desk.click("What does “Streak” mean?")
    assert desk.text("explanation").startswith("Weeks in a row")
    desk.click("What does “Consistency” mean?")
    assert "two days of three count 67 %" in desk.text("explanation")
    desk.click("What does “Consistency” mean?")
    assert not desk.window.findChild(QLabel, "explanation").isVisible()


# -- many years ------------------------------------------------------------------------------------------------------
def all_of_many_years_are_months(desk: Desk) -> None:
    weeks_of(desk.store, *([3] * 160))
    visit(desk)
    desk.click("All")
    assert said(desk)[-2] == "October 2026: 3 active days a week, goal met in 5 of 5 weeks"
    assert not desk.shows("Mark as a rest week")
    desk.press(Key.Key_Left)
    assert desk.text("hover_title") == "October 2026"
    desk.press(Key.Key_R)
    assert desk.store.rest_weeks() == frozenset()
    desk.press(Key.Key_Return)
    assert {(day.year, day.month) for day in rows(desk)} == {(2026, 10)}
    assert desk.pages.history().table.days_chip.text() == "October 2026"
    page = desk.pages.history()
    page.chart.menu_requested.emit(page.mapToGlobal(QPoint(300, 300)))
    (menu,) = [menu for menu in page.findChildren(QMenu) if menu.isVisible()]
    assert [action.text() for action in menu.actions()] == ["Show the sessions of this month"]
    menu.close()
    desk.click("1 year")
    assert len(said(desk)) == 52
    assert desk.shows("Mark as a rest week")


@pytest.mark.painted
def test_the_theme_changes_while_the_chart_shows(open_desk: Open, application: QApplication) -> None:
    desk = open_desk()
    weeks_of(desk.store, 3, 3)
    visit(desk)
    chart = desk.pages.history().chart

    def colours() -> set[str]:
        image = chart.grab().toImage()
        return {f"#{colour:06x}" for colour in pixels(image)[::4, ::2].ravel()}

    assert {LIGHT.met.name(), LIGHT.card.name()} <= colours()
    Colours(application, "dark")
    QApplication.processEvents()
    assert {DARK.met.name(), DARK.card.name()} <= colours()
    assert LIGHT.card.name() not in colours()


def test_pyqtgraph_comes_with_the_page_and_leaves_python_alone(open_desk: Open, capfd) -> None:
    desk = open_desk()
    weeks_of(desk.store, 3)
    hook = sys.excepthook
    visit(desk)
    assert sys.excepthook is hook
    assert "".join(capfd.readouterr()) == ""
    desk.click("Today")
    assert desk.window.page is desk.pages.today()


def test_what_a_key_looks_at_is_in_view(open_desk: Open) -> None:
    desk = open_desk()
    weeks_of(desk.store, 3)
    visit(desk)
    page = desk.pages.history()
    page.chart.setFocus()
    bar = page.sheet.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert page.chart.visibleRegion().isEmpty()
    desk.press(Qt.Key.Key_End)
    assert not page.chart.visibleRegion().isEmpty()


def test_a_history_that_can_not_be_read_is_said(open_desk: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = open_desk()

    def fail(self: HistoryStore) -> None:
        raise StorageError("history.sqlite3: disk I/O error")

    monkeypatch.setattr(HistoryStore, "marks", fail)
    visit(desk)
    assert "disk I/O error" in desk.text("notice")
    assert desk.text("this_week") == "0 of 3 days"


test_what_it_says = one_after_another(
    an_empty_history_shows_what_will_be_here,
    the_figures_and_the_shown_weeks,
    ranges,
    a_choice_by_arrow_keys,
    weeks_by_keyboard,
    weeks_by_mouse,
    what_a_number_means_is_told_on_demand,
    all_of_many_years_are_months,
    first=begin_again,
)
test_rest_weeks_and_goals = one_after_another(
    a_rest_week_is_marked_and_taken_back,
    a_rest_week_by_its_button,
    a_rest_week_by_the_menu,
    today_is_put_together_anew_when_somebody_goes_there,
    a_goal_leaves_past_weeks_as_they_were,
    goals_in_a_row_are_taken_back_together,
    a_goal_of_the_same_day_comes_back,
    a_goal_that_can_not_be_kept_does_not_show,
    the_goal_that_was_set_is_today_s_too,
    first=begin_again,
)
