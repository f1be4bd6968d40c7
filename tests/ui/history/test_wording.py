"""Weeks and days in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hamstring_gui.domain.consistency import Day, Legs, Week
from hamstring_gui.ui.history import wording
from hamstring_gui.ui.history.spans import Days, Span
from hamstring_gui.ui.history.weeks_drawn import picture_of
from hamstring_gui.ui.wording import percent

MONDAY = date(2026, 11, 16)
pytestmark = pytest.mark.usefixtures("application")


def week(active: int, **facts: object) -> Week:
    days = tuple(Day(MONDAY + timedelta(days=n), n < active, False) for n in range(7))
    return replace(Week(days, 0.0, 3), **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (week(3), "week of 16 November: 3 active days, goal 3, met"),
        (week(1), "week of 16 November: 1 active day, goal 3, below it"),
        (week(1, running=True), "week of 16 November: 1 active day so far, goal 3"),
        (week(3, running=True), "week of 16 November: 3 active days, goal 3, met"),
        (week(0, rest=True), "week of 16 November: 0 active days, rest week"),
        (week(4, partial=1), "week of 16 November: 4 active days, goal 3, met, 1 partial session"),
    ],
)
def test_a_week_in_words(shown: Week, words: str) -> None:
    assert wording.week_told(shown, "active days", 2026) == words


def test_weeks_of_other_years_say_so_and_weeks_are_told_apart() -> None:
    before = replace(week(3), days=tuple(Day(date(2025, 12, 1 + n), n < 3, False) for n in range(7)))
    assert wording.weeks_told([before, week(2, running=True)], "active days") == (
        "week of 1 December 2025: 3 active days, goal 3, met; week of 16 November: 2 active days so far, goal 3"
    )
    assert wording.weeks_told([], "active days") == "There are no weeks yet."
    assert wording.weeks_in_short([], "active days") == "There are no weeks yet."
    assert wording.weeks_in_short([before, week(2, running=True)], "active days") == (
        "2 weeks; the last, week of 16 November: 2 active days so far, goal 3. The arrow keys go from week to week."
    )
    months = [week(3)] * 160
    assert wording.weeks_in_short(months, "active days").endswith("The arrow keys go from month to month.")


def test_other_measures_in_words() -> None:
    shown = week(1, stretched=Legs(90, 61), tightness=(4.5, None))
    assert wording.week_told(shown, "minutes held", 2026).endswith(": left leg 1 min 30 s, right leg 1 min 1 s")
    assert wording.week_told(shown, "tightness", 2026).endswith(": tightness left 4.5")
    assert wording.week_told(week(1), "tightness", 2026).endswith(": tightness not rated")


def test_all_that_is_known_of_a_week() -> None:
    shown = week(3, partial=2, stretched=Legs(90, 90), strength_s=80, massage_s=60, resting_s=120, tightness=(5, 4))
    assert wording.week_lines(shown) == (
        "3 active days, goal 3, met",
        "2 partial sessions",
        "Left leg 1 min 30 s, right leg 1 min 30 s",
        "Strength 1 min 20 s",
        "Massage 1 min 0 s",
        "Rest poses 2 min 0 s",
        "Tightness left 5, right 4",
    )


def test_days_in_words() -> None:
    days = [
        Day(MONDAY, False, False),
        Day(MONDAY + timedelta(days=1), True, False, 360.0, 2),
        Day(MONDAY + timedelta(days=2), False, True, 20.0, 1),
    ]
    assert [wording.day_told(day, 2026) for day in days] == [
        "16 November: no session",
        "17 November: 2 sessions, 6 min 0 s held",
        "18 November: 1 partial session, 20 s held",
    ]
    assert wording.year_in_short(days, 2026) == (
        "2 days with a session in the last 12 months; the last was 18 November: 1 partial session, 20 s held. "
        "The arrow keys go from day to day."
    )
    assert wording.year_in_short(days[:1], 2026) == "No sessions in the last 12 months."
    assert wording.year_in_short([Day(date(2024, 3, 1), False, False)], 2026) == "No sessions in 2024."
    more = Day(MONDAY, True, False, 360.0, 2, 180.0)
    assert wording.day_told(more, 2026) == "16 November: 2 sessions, 6 min 0 s held, more than planned"


def test_figures() -> None:
    assert [percent(share) for share in (None, 0.0, 0.834, 1.0)] == ["–", "0 %", "83 %", "100 %"]
    assert [wording.balance(share) for share in (None, 0.515)] == ["–", "L 52 · R 48 %"]
    assert wording.minutes_both(Legs(90, 273)) == "L 1.5 · R 4.5"


def test_a_month_in_words() -> None:
    weeks = tuple(
        replace(week(active, stretched=Legs(60.0 * active, 120.0 * active), tightness=(4, None)), rest=active == 0)
        for active in (3, 0, 2, 4)
    )
    month = Span(weeks, date(2024, 11, 1))
    assert wording.span_named(month, 2026) == "November 2024"
    assert wording.span_lines(month) == (
        "3 active days a week, goal met in 2 of 3 weeks",
        "Left leg 3 min 0 s, right leg 6 min 0 s a week",
        "Tightness left 4",
    )
    strong = Span(tuple(replace(one, strength_s=60.0 + n) for n, one in enumerate(weeks)), date(2024, 11, 1))
    assert wording.span_lines(strong)[2] == "Strength 1 min 2 s a week"
    assert wording.span_in_full(month, 2026) == (
        "November 2024: 3 active days a week, goal met in 2 of 3 weeks, "
        "Left leg 3 min 0 s, right leg 6 min 0 s a week, Tightness left 4"
    )
    assert wording.span_told(month, "active days", 2026).startswith("November 2024: 3 active days a week")
    assert wording.span_lines(Span((week(1),), date(2024, 11, 1)))[0].endswith("goal met in 0 of 1 week")


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((date(2026, 11, 20), date(2026, 11, 20)), "Friday 20 November"),
        ((date(2020, 2, 29), date(2020, 2, 29)), "Saturday 29 February 2020"),
        ((date(2026, 11, 16), date(2026, 11, 22)), "Week of 16 November"),
        ((date(2025, 12, 29), date(2026, 1, 4)), "Week of 29 December 2025"),
        ((date(2026, 2, 1), date(2026, 2, 28)), "February 2026"),
        ((date(2024, 2, 1), date(2024, 2, 29)), "February 2024"),
        ((date(2026, 11, 1), date(2026, 11, 7)), "Week of 1 November"),
    ],
)
def test_chosen_days_in_words(days: Days, words: str) -> None:
    assert wording.days_named(days, 2026) == words


@pytest.mark.parametrize(
    ("minutes", "height", "said"),
    [
        (8, 150, ["5 min a leg", "10 min a leg"]),
        (60, 150, ["5 and 10 min a leg"]),
        (60, 600, ["5 min a leg", "10 min a leg"]),
    ],
)
def test_lines_near_each_other_share_their_words(minutes: int, height: float, said: list[str]) -> None:
    picture = picture_of([week(1, stretched=Legs(60 * minutes, 60))], "minutes held")
    marks = wording.marks(picture, height / picture.ceiling, 16)
    assert [words for _, words in marks] == said
    assert all(5 <= at <= 10 for at, _ in marks)


def year(*active: int, goal: int = 3) -> list[Week]:
    """Weeks with so many active days, oldest first; then the running one."""
    weeks = [
        replace(
            week(days), goal=goal,
            days=tuple(Day(MONDAY - timedelta(weeks=len(active) - n, days=-d), d < days, False) for d in range(7)),
        )
        for n, days in enumerate(active)
    ]  # fmt: skip
    return [*weeks, week(0, running=True)]


@pytest.mark.parametrize(
    ("weeks", "told"),
    [
        (year(), ""),
        (year(3), "You met your goal in the week of 9 November."),
        (year(0), "In the week of 9 November you had 0 of 3 active days."),
        (year(2, 3), "You met your goal in 1 of the last 2 complete weeks."),
        (year(3, 4), "You met your goal in each of the last 2 complete weeks."),
        (year(1, 2, 0), "You met your goal in none of the last 3 complete weeks."),
        (year(*[3] * 20), "You met your goal in each of the last 12 complete weeks."),
        ([year(3, 0)[0], replace(year(3, 0)[1], rest=True), year()[0]], "You met your goal in the week of 2 November."),
    ],
)
def test_the_verdict_names_the_weeks_that_it_speaks_of(weeks: list[Week], told: str) -> None:
    assert wording.verdict(weeks, weeks[0].start) == told


def test_explanations_name_the_weeks_that_they_speak_of() -> None:
    assert wording.consistency_explained(2).startswith(
        "How much of the goal was done over 2 complete weeks, on average"
    )
    assert "12" not in wording.consistency_explained(0)
    assert wording.balance_explained(year(3, 3)).endswith("over 3 weeks with this one.")
    assert wording.balance_explained(year(*[3] * 30)).endswith("over 13 weeks with this one.")


def test_nothing_is_asked_of_a_rest_week() -> None:
    assert wording.days_of_goal(week(2)) == "2 of 3 days"
    assert wording.days_of_goal(week(2, rest=True)) == "Rest week · 2 days"
    assert wording.days_of_goal(week(0, rest=True)) == "Rest week"
