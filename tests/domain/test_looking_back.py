"""Looking back on weeks: small histories with answers found by hand, and the edges where nothing is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamstring_gui.domain.consistency import Day, Week, consistency, streak
from hamstring_gui.domain.looking_back import (
    Compared,
    Skipped,
    Trend,
    compared,
    keeping,
    longest_run,
    skipped_weekdays,
    trend,
    week_so_far,
)
from tests.domain.test_first_week import session

MONDAY = date(2026, 11, 16)
LONG_AGO = date(2020, 1, 1)


def weeks_of(pictures: str, goal: int = 3) -> list[Week]:
    """A week for each word, the last one running: its active days as `x`, or how many there were; `r` marks rest."""
    words = pictures.split()
    made = []
    for number, word in enumerate(words):
        start = MONDAY - timedelta(weeks=len(words) - 1 - number)
        marks = word.rstrip("r")
        active = [mark == "x" for mark in marks] if len(marks) == 7 else [n < int(marks) for n in range(7)]
        days = tuple(Day(start + timedelta(days=n), on, False) for n, on in enumerate(active))
        made.append(Week(days, 0.0, goal, word.endswith("r"), number == len(words) - 1))
    return made


# -- the longest streak ------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("pictures", "expected"),
    [
        ("0", None),
        ("3 0", None),
        ("3", None),
        ("3 3", (2, 0, 1, True)),
        ("3 3 2 3 0", (2, 0, 1, False)),
        ("3 3 0 3 4 0 1", (2, 3, 4, False)),  # of two that are as long, the last
        ("3 3 3 0 3 3 0", (3, 0, 2, False)),
        ("3 0r 3 2r 3 0 3", (3, 0, 4, False)),  # rest weeks are stepped over
        ("3r 3r 3r 0", None),
        ("0 3 3 1", (2, 1, 2, True)),  # the running week breaks nothing
        ("3 3 0r", (2, 0, 1, True)),
        ("3 3 2 3 3 3", (3, 3, 5, True)),
    ],
)
def test_the_longest_streak(pictures: str, expected: tuple[int, int, int, bool] | None) -> None:
    weeks = weeks_of(pictures)
    found = longest_run(weeks)
    assert expected == (found and (found.weeks, weeks.index(found.first), weeks.index(found.last), found.goes_on))


WEEKS = st.lists(st.sampled_from(["0", "1", "3", "4", "3r", "0r"]), min_size=1, max_size=25).map(" ".join)


@given(WEEKS)
def test_no_streak_that_ever_was_is_longer(pictures: str) -> None:
    weeks = weeks_of(pictures)
    ever = max(streak([replace(week, running=False) for week in weeks[:number]]) for number in range(len(weeks) + 1))
    found = longest_run(weeks)
    assert (found.weeks if found else min(ever, 1)) == ever
    if found and found.goes_on:
        assert found.weeks == streak(weeks)


# -- this time and the time before -------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("pictures", "most", "expected"),
    [
        ("1 1 1 1 3 3 3 3 0", 12, Compared(4, 3.0, 1.0)),
        ("1 1 1 3 3 3 3 0", 12, None),  # seven complete weeks are no two times four
        ("1 1 1 1 3 3 3 3 0", 3, None),
        ("7 1 1 1 1 3 0r 3r 3 0", 12, Compared(4, 3.0, 1.0)),
        ("1 1 1 1 3r 0r 3r 3 0", 12, None),  # three of four were rest
        ("1 1 1 1 3r 0r 3r 3r 0", 12, None),
        (" ".join(["1"] * 12 + ["2"] * 12 + ["0"]), 26, Compared(12, 2.0, 1.0)),
        (" ".join(["1"] * 12 + ["2"] * 12 + ["0"]), 4, Compared(4, 2.0, 2.0)),
        (" ".join(["3"] * 104 + ["0"]), 1000, Compared(52, 3.0, 3.0)),
        (" ".join(["1"] * 26 + ["2"] * 26 + ["0"]), 51, Compared(26, 2.0, 1.0)),
        (" ".join(["1"] * 12 + ["2"] * 6 + ["0r"] * 6 + ["0"]), 12, Compared(12, 2.0, 1.0)),  # half of it was rest
        (" ".join(["1"] * 12 + ["2"] * 5 + ["0r"] * 7 + ["0"]), 12, None),
    ],
)
def test_this_time_against_the_time_before(pictures: str, most: int, expected: Compared | None) -> None:
    assert compared(weeks_of(pictures), LONG_AGO, most) == expected


def test_a_first_week_that_began_late_is_not_compared() -> None:
    weeks = weeks_of("1 1 1 1 3 3 3 3 0")
    assert compared(weeks, weeks[0].start, 12) is not None
    assert compared(weeks, weeks[0].start + timedelta(days=1), 12) is None
    assert compared(weeks, None, 12) is None


# -- weekdays ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("pictures", "expected"),
    [
        ("xxxxx.. xxxxx.. xxxxx.. .......", None),  # three complete weeks
        ("xxxxx.. xxxxx.. xxxxx.. xxxxx.. .......", Skipped((5, 6), 0, 4)),
        ("xxxxx.x xxxxx.. xxxxx.. xxxxx.. xxxxxxx", Skipped((5,), 0, 4)),
        ("x.x.x.. x.x.x.. x.x.x.. x.x.x.. .......", Skipped((1, 3, 5, 6), 0, 4)),
        ("x...... x...... x...... x...... .......", None),  # six of seven don't stand out
        ("x.x.... x.x.... x.x.... x.x.... .......", None),  # nor do five
        ("xxxxxx. xxxxxx. xxxxxx. xxxxxxx .......", Skipped((6,), 1, 4)),
        ("xxxxxx. " * 4 + "xxxxxxx " * 2 + ".......", None),  # active in a third of the weeks
        ("xxxxxxx " * 3 + "xxxxxx. " * 3 + "....... " * 7, Skipped((6,), 3, 12)),
        ("xxxxxxx " * 3 + "xxxxxx. " * 2 + "....... " * 8, None),  # others are not active twice as often
        ("xxxxxxx xxxxxxx xxxxxxx xxxxxxx .......", None),
        ("....... ....... ....... ....... .......", None),
        ("xxxxx.. xxxxx.. xxxxx.. xxxxxxxr .......", None),
        ("x...... .x..... ..x.... ...x... .......", None),
    ],
)
def test_weekdays_that_are_skipped(pictures: str, expected: Skipped | None) -> None:
    assert skipped_weekdays(weeks_of(pictures), LONG_AGO) == expected


def test_weekdays_are_those_of_the_calendar_whatever_weeks_start_on() -> None:
    weeks = [
        replace(week, days=tuple(replace(day, date=day.date - timedelta(days=1)) for day in week.days))
        for week in weeks_of("xxxxx.. " * 4 + ".......")
    ]
    assert weeks[0].start.weekday() == 6
    assert skipped_weekdays(weeks, LONG_AGO) == Skipped((4, 5), 0, 4)


def test_only_the_last_twelve_weeks_say_what_is_skipped() -> None:
    old, new = ["xxxxxx."] * 12, [".xxxxxx"] * 12
    assert skipped_weekdays(weeks_of(" ".join([*old, *new, "......."])), LONG_AGO) == Skipped((0,), 0, 12)


# -- tightness ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], None),
        ([6, 5, 4], None),
        ([6, 6, 4, 4], (6, 4, 0)),
        ([None, 6, None, 6, 4, 4, None], (6, 4, 1)),
        ([8, 7, 6, 5, 9, 1, 2, 3, 4], (6.5, 2.5, 0)),  # four at either end
        ([10] * 20 + [5] * 20 + [3] * 6, (5, 3, 20)),  # half a year back
    ],
)
def test_how_tightness_moves(values: list[float | None], expected: tuple[float, float, int] | None) -> None:
    starts = [MONDAY + timedelta(weeks=number) for number in range(len(values))]
    found = trend(list(zip(starts, values, strict=True)))
    assert found == (expected and Trend(expected[0], expected[1], starts[expected[2]]))


def test_what_today_shows_is_what_history_shows() -> None:
    weeks = [replace(week, tightness=(6.0, None)) for week in weeks_of("3 2 3 0r 3 1")]
    kept = keeping(weeks, LONG_AGO)
    assert (kept.in_a_row, kept.share, kept.weeks) == (streak(weeks), consistency(weeks, LONG_AGO), 4)
    assert (kept.left, kept.right) == (Trend(6.0, 6.0, weeks[0].start), None)
    assert keeping(weeks_of("0"), None).share is None


# -- what a session did ------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("pictures", "day", "held_s", "others", "met_now"),
    [
        ("3 3", 2, 180, [], True),
        ("3 2", 1, 180, [], False),
        ("3 4", 3, 180, [], False),  # it was met before
        ("3 3r", 2, 180, [], False),
        ("3 3", 2, 10, [180], False),  # one that doesn't count meets nothing
        ("3 3", 2, 180, [180], False),  # the day was active already
        ("3 3", 2, 180, [10], True),
    ],
)
def test_the_session_that_meets_the_goal_is_told_so(
    pictures: str, day: int, held_s: float, others: list[float], met_now: bool
) -> None:
    mine = session(MONDAY + timedelta(days=day), held_s)
    before = [replace(session(mine.day, seconds), id=f"other {seconds}") for seconds in others]
    weeks = weeks_of(pictures)
    found = week_so_far(mine, [*before, mine], weeks)
    assert found is not None
    assert (found.week, found.in_a_row, found.met_now) == (weeks[-1], streak(weeks), met_now)


def test_a_session_of_last_night_belongs_to_last_week() -> None:
    weeks = weeks_of("3 3 0")
    found = week_so_far(session(MONDAY - timedelta(days=5)), [], weeks)
    assert found is not None
    assert (found.week, found.in_a_row, found.met_now) == (weeks[1], 2, True)
    assert week_so_far(session(MONDAY + timedelta(days=7)), [], weeks) is None
