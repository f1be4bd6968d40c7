"""The finish page tells the week: the session that meets its goal is rewarded, once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QWidget

from hamstring_gui.domain.history import SessionRecord, by_hand
from hamstring_gui.domain.looking_back import WeekSoFar
from hamstring_gui.domain.routine import Routine
from hamstring_gui.ui.session.week_told import PITCH, WeekTold
from hamstring_gui.ui.session.wording import week_told
from hamstring_gui.ui.theme import DARK, LIGHT
from tests.domain.samples import START
from tests.domain.test_looking_back import weeks_of
from tests.goldens import picture_of
from tests.ui.conftest import Desk

Open = Callable[..., Desk]


@pytest.mark.parametrize(
    ("week", "met_now", "circles"),
    [("0", False, 0), ("1", False, 1), ("3", True, 3), ("3", False, 3), ("5", False, 3), ("1r", False, None)],
)
def test_a_circle_for_each_day_that_is_wanted_and_a_reward(
    theme: str, week: str, met_now: bool, circles: int | None
) -> None:
    """`circles` are those that are filled; of a rest week there are none."""
    sheet, card, look = QWidget(), WeekTold(), {"light": LIGHT, "dark": DARK}[theme]
    card.setParent(sheet)
    card.resize(600, 70)
    card.show_week(WeekSoFar(weeks_of(week)[0], 1, met_now))
    image = picture_of(sheet, (600, 70))
    assert image.pixelColor(300, 0) == (look.met if met_now else look.line), "its edge"
    assert image.pixelColor(300, 8) == (look.chip if met_now else look.card), "its ground"
    assert card.days.isHidden() == (circles is None)
    if circles is not None:
        left, middle = card.days.geometry().left() + PITCH // 2, card.days.geometry().center().y()
        tops = [image.pixelColor(left + PITCH * n, middle - 9) for n in range(3)]
        assert tops == [look.met] * circles + [look.card] * (3 - circles)
        ticks = [image.pixelColor(left + PITCH * n - 2, middle + 5) for n in range(circles)]
        assert ticks == [look.card] * circles


@pytest.mark.parametrize(
    ("week", "in_a_row", "met_now", "told"),
    [
        ("3", 2, True, "3 of 3 days: this week’s goal is met, 2 weeks in a row"),
        ("3", 1, True, "3 of 3 days: this week’s goal is met"),
        ("4", 2, False, "4 of 3 days this week, and its goal is met"),
        ("2", 1, False, "2 of 3 days this week"),
        ("0", 0, False, "0 of 3 days this week"),
        ("1r", 4, False, "1 active day in this rest week"),
        ("2r", 4, False, "2 active days in this rest week"),
    ],
)
def test_the_sentence(application, week: str, in_a_row: int, met_now: bool, told: str) -> None:
    assert week_told(WeekSoFar(weeks_of(week)[0], in_a_row, met_now)) == told


def test_a_goal_of_one_day(application) -> None:
    assert week_told(WeekSoFar(weeks_of("1", goal=1)[0], 1, True)) == "1 of 1 day: this week’s goal is met"


def past(days: int) -> SessionRecord:
    at = START - timedelta(days=days)
    return by_hand(f"day{days}", at, at.date(), left_s=60, right_s=60)


def finish(desk: Desk, routine: Routine) -> str:
    """Do a session of 22 s to its end; what the finish page says of the week."""
    desk.parts.begin(routine)
    desk.pass_time(25)
    return desk.text("week_told")


def test_the_session_that_meets_the_goal_is_rewarded_and_none_after_it(open_desk: Open, quick: Routine) -> None:
    desk = open_desk()
    desk.store.put_all([*map(past, (2, 3, 8, 9, 10))])  # it is a Sunday
    assert finish(desk, quick) == "3 of 3 days: this week’s goal is met, 2 weeks in a row"
    assert desk.pages.finish().week._met_now
    desk.click("Done")
    assert finish(desk, quick) == "3 of 3 days this week, and its goal is met"
    assert not desk.pages.finish().week._met_now


def test_a_first_week_is_met_by_the_days_that_it_still_had(open_desk: Open, quick: Routine) -> None:
    assert finish(open_desk(), quick) == "1 of 1 day: this week’s goal is met"


def test_a_session_that_does_not_count_meets_nothing(open_desk: Open, quick: Routine) -> None:
    desk = open_desk()
    desk.store.put_all([*map(past, (2, 3, 8))])
    desk.parts.begin(quick)
    desk.pass_time(2 + 3)
    desk.parts.conductor.end()
    assert desk.text("week_told") == "2 of 3 days this week"


def test_a_history_that_can_not_be_read_hides_the_week(open_desk: Open, quick: Routine) -> None:
    desk = open_desk()
    assert finish(desk, quick)
    desk.pages.finish().show_over(replace(desk.pages.finish()._over, week=None))
    assert desk.pages.finish().week.isHidden()
