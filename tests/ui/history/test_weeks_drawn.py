"""From weeks to the picture of the chart: bars, lines, scale and labels, as tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import get_args

import pytest

from hamstring_gui.domain.consistency import Day, Legs, Week
from hamstring_gui.ui.history.spans import Span, since_something
from hamstring_gui.ui.history.weeks_drawn import (
    LABEL_GAP,
    Bar,
    Measure,
    labels_that_fit,
    picture_of,
    scale_to,
    years_that_fit,
)
from tests.spread import late

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
        (week(1, running=True), Bar((1.0,), running=True, unmet=True)),
        (week(0, goal=1, running=True), Bar((0.0,), running=True, unmet=True)),
        (week(1, goal=1, running=True), Bar((1.0,), running=True)),
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


@pytest.mark.parametrize("measure", get_args(Measure))
def test_each_place_is_the_week_after_the_one_before(measure: Measure) -> None:
    picture = picture_of([week(3, weeks_ago=1), week(3)], measure, places=5)
    assert list(map(picture.start_of, range(5))) == [MONDAY - timedelta(weeks=ago) for ago in (4, 3, 2, 1, 0)]


def test_the_lines_of_studies_can_be_left_out() -> None:
    assert picture_of([week(3)], "minutes held", doses=False).doses == ()


@pytest.mark.parametrize(("active", "goal", "top"), [(0, 3, 6), (6, 3, 6), (7, 3, 7), (1, 7, 7)])
def test_the_scale_of_days_holds_bars_and_goal(active: int, goal: int, top: float) -> None:
    assert picture_of([week(active, goal)], "active days").top == top


def test_minutes_stand_side_by_side_left_before_right_on_the_scale_of_the_doses() -> None:
    picture = picture_of([week(stretched=Legs(90, 60)), week(stretched=Legs(0, 1800), running=True)], "minutes held")
    assert [bar.parts for bar in picture.bars] == [(1.5, 1.0), (0.0, 30.0)]
    assert picture.doses == (5, 10)
    assert picture.goal == ()
    assert picture.top == 30
    assert not any(bar.pale for bar in picture.bars)


@pytest.mark.parametrize("legs", [Legs(540, 60), Legs(60, 540), Legs(540, 540)])
def test_a_bar_is_as_high_as_the_longer_leg(legs: Legs) -> None:
    assert picture_of([week(stretched=legs)], "minutes held").bars[0].height == 9


def test_doses_show_over_little_time_too() -> None:
    assert 10 < picture_of([week(stretched=Legs(30, 30))], "minutes held").top <= 15


@pytest.mark.parametrize(("measure", "marked"), [("active days", True), ("minutes held", False), ("tightness", False)])
def test_partial_sessions_are_marked_where_days_are_counted(measure: Measure, marked: bool) -> None:
    shown = week(1, partial=1, tightness=(4.0, 4.0), stretched=Legs(60, 60))
    assert picture_of([shown], measure).bars[0].partial == marked


@pytest.mark.parametrize("measure", ["active days", "minutes held"])
def test_the_running_week_is_full_once_it_has_met_its_goal(measure: Measure) -> None:
    bars = [
        picture_of([week(active, running=True, stretched=Legs(60, 60))], measure).bars[0] for active in (2, 3, 4)
    ]  # fmt: skip
    assert [bar.unmet for bar in bars] == [True, False, False]


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


# -- many years ------------------------------------------------------------------------------------------------------
def many(count: int, **facts: object) -> list[Week]:
    return [week(3, weeks_ago=ago, running=not ago, **facts) for ago in range(count - 1, -1, -1)]


@pytest.mark.parametrize(("count", "monthly"), [(1, False), (104, False), (105, True), late(522, True), (1566, True)])
@pytest.mark.parametrize("measure", ["active days", "minutes held", "tightness"])
def test_more_than_two_years_show_as_months(count: int, monthly: bool, measure: Measure) -> None:
    picture = picture_of(many(count, tightness=(4.0, 3.0)), measure, 12)
    assert picture.monthly == monthly
    assert sum(len(span.weeks) for span in picture.spans) == count
    if monthly:
        starts = [picture.start_of(place) for place in range(len(picture.bars))]
        months = [12 * start.year + start.month for start in starts]
        assert months == list(range(months[0], months[0] + len(months)))
        assert all(start.day == 1 for start in starts)


def test_a_month_is_the_mean_of_its_weeks() -> None:
    weeks = many(120)
    october = [n for n, one in enumerate(weeks) if (one.days[3].date.year, one.days[3].date.month) == (2026, 10)]
    for n, active in zip(october, (1, 4, 4, 2, 4), strict=False):
        weeks[n] = replace(week(active, weeks_ago=119 - n), stretched=Legs(60.0 * active, 120.0 * active))
    expected = sum((1, 4, 4, 2, 4)[: len(october)]) / len(october)
    bar = picture_of(weeks, "active days").bars[-2]
    assert (bar.parts, bar.pale) == ((expected,), expected < 3)
    minutes = picture_of(weeks, "minutes held").bars[-2].parts
    assert minutes == pytest.approx((expected, 2 * expected))


@pytest.mark.parametrize(("active", "shown", "unmet"), [(0, 3.0, False), (2, 3.0, False), (5, 3.67, False)])
def test_the_running_week_is_in_its_month_s_mean_once_met(active: int, shown: float, unmet: bool) -> None:
    weeks = [*many(120)[:-1], week(active, running=True)]
    bar = picture_of(weeks, "active days").bars[-1]
    assert bar.parts[0] == pytest.approx(shown, abs=0.01)
    assert (bar.running, bar.unmet, bar.pale) == (True, unmet, False)


def test_rest_weeks_are_in_no_month_s_mean() -> None:
    weeks = [replace(one, rest=True, days=week(0, weeks_ago=119 - n).days) if n % 2 else one
             for n, one in enumerate(many(120))]  # fmt: skip
    assert {bar.parts for bar in picture_of(weeks, "active days").bars[1:]} == {(3.0,)}


def test_what_was_rated_in_a_rest_week_is_in_its_month_s_tightness() -> None:
    weeks = [replace(one, rest=bool(n % 2), tightness=(2.0, None) if n % 2 else (None, 8.0))
             for n, one in enumerate(many(120))]  # fmt: skip
    left, right = picture_of(weeks, "tightness").lines
    assert (set(left[1:-1]), set(right[1:-1])) == ({2.0}, {8.0})


@pytest.mark.parametrize("count", [110, 261, 522, 1566])
@pytest.mark.parametrize("width", [300.0, late(520.0), late(860.0), 1600.0])
def test_years_stand_under_their_januaries(count: int, width: float) -> None:
    picture = picture_of(many(count), "active days")
    pitch = width / len(picture.bars)
    labels = years_that_fit(picture, pitch, lambda text: 8.0 * len(text))
    assert labels
    for place, name in labels:
        assert (picture.start_of(place).month, str(picture.start_of(place).year)) == (1, name)
    assert all((other - one) * pitch >= 32 + LABEL_GAP for (one, _), (other, _) in pairwise(labels))


def test_all_begins_where_something_was_done() -> None:
    weeks = (week(0, weeks_ago=9), week(0, weeks_ago=8, rest=True), week(2, weeks_ago=7, sessions=2), week(0), week(1))
    assert since_something(weeks) == weeks[2:]
    assert since_something((week(0), week(0, running=True))) == (week(0, running=True),)


@pytest.mark.parametrize(("month", "last"), [((2026, 10), 31), ((2026, 9), 30), ((2026, 2), 28), ((2024, 2), 29)])
def test_a_month_has_all_its_days(month: tuple[int, int], last: int) -> None:
    first = date(*month, 1)
    assert Span((week(),), first).days == (first, first.replace(day=last))
