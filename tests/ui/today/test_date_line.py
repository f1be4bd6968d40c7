"""What stands below the greeting: the day, and how far the week's goal is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from hamstring_gui.domain.consistency import Day, Week
from hamstring_gui.ui import wording

MONDAY = date(2026, 11, 16)


def week(active: str, goal: int, rest: bool = False) -> Week:
    days = tuple(Day(MONDAY + timedelta(days=n), mark == "x", False) for n, mark in enumerate(active))
    return Week(days, 0.0, goal, rest=rest, running=True)


@pytest.mark.parametrize(
    ("active", "goal", "today", "says"),
    [
        (".......", 3, 0, "3 more days meet this week’s goal"),
        ("xx.....", 3, 1, "one more day meets this week’s goal"),
        ("xxx....", 3, 3, "this week’s goal is met"),
        ("xxxx...", 3, 3, "this week’s goal is met"),
        ("x......", 3, 5, "2 more days meet this week’s goal"),
        ("x......", 3, 6, "1 of 3 days this week"),  # one day is left
        ("x....x.", 4, 5, "2 of 4 days this week"),  # today is done
        ("xx.....", 3, 6, "one more day meets this week’s goal"),
    ],
)
def test_a_goal_is_a_wish_as_long_as_it_can_be_met(application, active: str, goal: int, today: int, says: str) -> None:
    assert wording.today_line(week(active, goal), MONDAY + timedelta(days=today)).partition(" · ")[2] == says


def test_nothing_is_asked_of_a_rest_week(application) -> None:
    assert wording.today_line(week("x......", 3, rest=True), MONDAY).partition(" · ")[2] == "this is a rest week"


@pytest.mark.parametrize(
    ("at", "says"),
    [("03:59", "evening"), ("04:00", "morning"), ("11:59", "morning"), ("12:00", "afternoon"), ("17:59", "afternoon"),
     ("18:00", "evening"), ("00:00", "evening")],
)  # fmt: skip
def test_the_greeting_goes_by_the_hour(application, at: str, says: str) -> None:
    assert wording.greeting(datetime.fromisoformat(f"2026-11-16 {at}")) == f"Good {says}"


@pytest.mark.parametrize(
    ("active", "rest", "says"),
    [("xx.....", False, "2 of 3 days · 1 min 30 s held"), ("xx.....", True, "Rest week · 2 days · 1 min 30 s held"),
     (".......", True, "Rest week")],
)  # fmt: skip
def test_the_week_in_a_line(application, active: str, rest: bool, says: str) -> None:
    assert wording.week_line(replace(week(active, 3, rest), held_s=90.0)) == says
