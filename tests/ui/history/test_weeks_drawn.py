"""From weeks to the picture of the chart: bars, lines, scale and labels, as tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from hamstring_gui.domain.consistency import Day, Legs, Week
from hamstring_gui.ui.history.weeks_drawn import LABEL_GAP, Bar, labels_that_fit, picture_of, scale_to

MONDAY = date(2026, 11, 16)


def week(active: int = 0, goal: int = 3, weeks_ago: int = 0, **facts: object) -> Week:
    start = MONDAY - timedelta(weeks=weeks_ago)
    days = tuple(Day(start + timedelta(days=n), n < active, False) for n in range(7))
    return replace(Week(days, 0.0, goal), **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("shown", "bar"),
    [
        (week(3), Bar((3.0,))),
        (week(2), Bar((2.0,), pale=True)),
        (week(0), Bar((0.0,), pale=True)),
        (week(5, goal=6), Bar((5.0,), pale=True)),
        (week(1, running=True), Bar((1.0,), running=True)),
        (week(3, running=True), Bar((3.0,), running=True)),
        (week(2, rest=True), Bar((2.0,), pale=True, rest=True)),
        (week(3, partial=2), Bar((3.0,), partial=True)),
    ],
)
def test_a_bar_says_how_its_week_was(shown: Week, bar: Bar) -> None:
    assert picture_of([shown], "active days").bars == (bar,)


def test_places_before_the_first_week_are_empty_and_have_its_goal() -> None:
    picture = picture_of([week(3, goal=2), week(3, goal=4)], "active days", places=4)
    assert picture.bars == (Bar(), Bar(), Bar((3.0,)), Bar((3.0,), pale=True))
    assert picture.goal == (2, 2, 2, 4)


@pytest.mark.parametrize(("active", "goal", "top"), [(0, 3, 6), (6, 3, 6), (7, 3, 7), (1, 7, 7)])
def test_the_scale_of_days_holds_bars_and_goal(active: int, goal: int, top: float) -> None:
    assert picture_of([week(active, goal)], "active days").top == top


def test_minutes_stand_on_each_other_leg_by_leg_under_the_doses_of_both() -> None:
    picture = picture_of([week(stretched=Legs(90, 60)), week(stretched=Legs(0, 1800), running=True)], "minutes held")
    assert [bar.parts for bar in picture.bars] == [(1.5, 1.0), (0.0, 30.0)]
    assert picture.doses == ((5, 10.0), (10, 20.0))
    assert picture.goal == ()
    assert picture.top >= 30
    assert not any(bar.pale for bar in picture.bars)


def test_doses_show_over_little_time_too() -> None:
    assert picture_of([week(stretched=Legs(30, 30))], "minutes held").top > 20


def test_tightness_is_a_line_for_each_leg() -> None:
    weeks = [week(tightness=(4.5, None)), week(), week(tightness=(3.0, 2.0))]
    picture = picture_of(weeks, "tightness", places=4)
    assert picture.lines == ((None, 4.5, None, 3.0), (None, None, None, 2.0))
    assert (picture.top, picture.steps[-1]) == (10, 10)


@pytest.mark.parametrize(
    ("highest", "top", "steps"),
    [
        (0, 1, (0, 1)),
        (4.2, 5, (0, 1, 2, 3, 4, 5)),
        (5.1, 6, (0, 2, 4, 6)),
        (22, 25, (0, 5, 10, 15, 20, 25)),
        (26, 30, (0, 10, 20, 30)),
        (180, 200, (0, 50, 100, 150, 200)),
        (2000, 2000, (0, 500, 1000, 1500, 2000)),
    ],
)
def test_a_scale_has_few_round_steps(highest: float, top: float, steps: tuple[int, ...]) -> None:
    assert scale_to(highest) == (top, steps)


@pytest.mark.parametrize("places", [1, 12, 26, 52, 53, 261, 523])
@pytest.mark.parametrize("width", [300.0, 520.0, 860.0, 1600.0, 3000.0])
@pytest.mark.parametrize("letter", [6.0, 9.0])
def test_labels_never_overlap(places: int, width: float, letter: float) -> None:
    pitch = width / places

    def text_of(place: int) -> str:
        return "this week" if place == places - 1 else "30 September"[: 6 + place % 7]

    labels = labels_that_fit(places, pitch, text_of, lambda text: letter * len(text), left_room=20)
    ends = [((place + 0.5) * pitch, letter * len(text) / 2) for place, text in labels]
    assert labels[-1] == (places - 1, "this week")
    assert all(one + half + LABEL_GAP <= other - next_half + 0.01
               for (one, half), (other, next_half) in pairwise(ends))  # fmt: skip
    assert ends[0][0] - ends[0][1] >= -20 or len(ends) == 1


def test_half_a_year_is_labelled_every_four_weeks_as_there_is_room() -> None:
    labels = labels_that_fit(26, 31.0, lambda place: "19 Oct", lambda text: 40.0)
    assert [place for place, _ in labels] == [1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25]
    labels = labels_that_fit(26, 18.0, lambda place: "19 Oct", lambda text: 40.0)
    assert [place for place, _ in labels] == [1, 5, 9, 13, 17, 21, 25]
