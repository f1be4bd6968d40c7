"""The three sentences that look back, and where nothing is said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale

from hamstring_gui.domain.looking_back import Compared, Run, Skipped
from hamstring_gui.ui.history.wording_back import looking_back, periods_told, streak_told, weekdays_told
from tests.domain.test_looking_back import LONG_AGO, weeks_of


@pytest.fixture(autouse=True)
def british() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("goes_on", "year", "told"),
    [
        (False, 2026, "Your longest streak was 2 weeks, from that of 2 November to that of 9 November."),
        (False, 2027, "Your longest streak was 2 weeks, from that of 2 November 2026 to that of 9 November 2026."),
        (True, 2026, "Your longest streak is the one that you are in: 2 weeks, from that of 2 November on."),
    ],
)
def test_the_longest_streak(goes_on: bool, year: int, told: str) -> None:
    first, last, _ = weeks_of("3 3 0")
    assert streak_told(Run(2, first, last, goes_on), year) == told


@pytest.mark.parametrize(
    ("periods", "told"),
    [
        (
            Compared(12, 2.62, 2.1),
            "In the last 12 weeks you were active on 2.6 days a week, in the 12 weeks before on 2.1.",
        ),
        (Compared(4, 2.02, 1.98), "In the last 4 weeks you were active on 2.0 days a week, as in the 4 weeks before."),
    ],
)
def test_this_time_and_the_time_before(periods: Compared, told: str) -> None:
    assert periods_told(periods) == told


@pytest.mark.parametrize(
    ("skipped", "told"),
    [
        (Skipped((6,), 0, 12), "Over 12 weeks you were active on no Sunday."),
        (
            Skipped((6,), 1, 5),
            "Over 5 weeks, Sunday is the day that you skip most: you were active on 1 of 5.",
        ),
        (
            Skipped((5, 6), 0, 4),
            "Over 4 weeks you were never active on these days: Saturday and Sunday.",
        ),
        (
            Skipped((0, 2, 6), 2, 12),
            "Over 12 weeks, Monday, Wednesday and Sunday are the days that you skip most: "
            "you were active on 2 of 12 each.",
        ),
    ],
)
def test_weekdays(skipped: Skipped, told: str) -> None:
    assert weekdays_told(skipped) == told


@pytest.mark.parametrize(
    ("pictures", "most", "lines"),
    [
        ("0", 26, 0),
        ("3 2 1 0", 26, 0),
        ("3 3 0", 26, 1),
        ("xxxxx.. " * 8 + ".......", 26, 3),
        ("xxxxx.. " * 8 + ".......", 3, 2),
        ("xxxxx.. " * 4 + ".......", 26, 2),
    ],
)
def test_nothing_is_said_where_weeks_are_too_few(pictures: str, most: int, lines: int) -> None:
    assert len(looking_back(weeks_of(pictures), LONG_AGO, most).splitlines()) == lines


def test_no_day_before_the_first_session_is_skipped() -> None:
    weeks = weeks_of("......x xxxxx.x xxxxx.x xxxxx.x .......")
    assert "active on no" not in looking_back(weeks, date(2026, 10, 25), 26)
