"""What is asked for in a search: which words are a day, and which are only words."""

from __future__ import annotations

from datetime import date

import pytest

from hamstring_gui.domain.days_asked import DAY, YEAR, DayForms, Form, tokens

NAMES = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
FORMS = DayForms(
    [Form((DAY, name, YEAR), n + 1) for n, name in enumerate(NAMES)]
    + [Form((DAY, n, YEAR), n) for n in range(1, 13)]
    + [Form((YEAR, n, DAY), n) for n in range(1, 13)]
    + [Form((day, DAY, name), n + 1, w + 1) for n, name in enumerate(NAMES) for w, day in enumerate(WEEKDAYS)]
)


def found(query: str, day: date, text: str = "") -> bool:
    return all(part.fits((day,), text) for part in FORMS.parts(query))


@pytest.mark.parametrize(
    ("query", "day", "not_day"),
    [
        ("November", date(2026, 11, 3), date(2026, 10, 3)),
        ("nov", date(2026, 11, 3), date(2026, 10, 3)),
        ("NOVEMBER 2026", date(2026, 11, 3), date(2025, 11, 3)),
        ("2 March 2026", date(2026, 3, 2), date(2026, 3, 12)),
        ("2 March 2026", date(2026, 3, 2), date(2026, 3, 20)),
        ("2 March", date(2020, 3, 2), date(2020, 3, 26)),
        ("29 February 2020", date(2020, 2, 29), date(2020, 2, 28)),
        ("29/2/2020", date(2020, 2, 29), date(2021, 2, 28)),
        ("24.11.", date(2026, 11, 24), date(2026, 11, 2)),
        ("1/11/2026", date(2026, 11, 1), date(2026, 11, 21)),
        ("01.11.2026", date(2026, 11, 1), date(2026, 11, 11)),
        ("24. 11. 2026", date(2026, 11, 24), date(2026, 11, 26)),
        ("11/2026", date(2026, 11, 24), date(2026, 10, 11)),
        ("2026-11-24", date(2026, 11, 24), date(2026, 11, 25)),
        ("2026-11", date(2026, 11, 24), date(2026, 10, 24)),
        ("2026-1", date(2026, 11, 24), date(2026, 9, 24)),
        ("2026-11-2", date(2026, 11, 24), date(2026, 11, 14)),
        ("2026-11-5", date(2026, 11, 5), date(2026, 11, 15)),
        ("2026", date(2026, 1, 1), date(2025, 1, 1)),
        ("20", date(2026, 1, 20), date(2020, 1, 2)),
        ("Friday", date(2026, 11, 20), date(2026, 11, 21)),
        ("Friday November", date(2026, 11, 20), date(2026, 10, 23)),
        ("Friday 20 November", date(2026, 11, 20), date(2025, 11, 20)),
        ("٢٤/١١/٢٠٢٦", date(2026, 11, 24), date(2026, 11, 2)),
    ],
)
def test_a_day_is_asked_for(query: str, day: date, not_day: date) -> None:
    assert found(query, day)
    assert not found(query, not_day)


@pytest.mark.parametrize(
    ("query", "text", "fits"),
    [
        ("band 24.11.", "the band", True),
        ("chair 24.11.", "the band", False),
        ("19:42", "", False),
        ("90/90", "90/90 knee extension", True),
        ("10/10", "felt 10/10", True),
        ("7", "7 out of 10", True),
        ("7", "17 out of 70", False),
        ("31.2.", "", False),
        ("x" * 5000, "", False),
        ("1" * 5000, "", False),
        ("of", "", False),
        ("", "", True),
        ("- / .", "", False),
    ],
)
def test_what_is_no_day_is_looked_for_in_the_text(query: str, text: str, fits: bool) -> None:
    assert found(query, date(2026, 11, 24), text) is fits


def test_words_and_numbers_without_signs() -> None:
    assert tokens("Di., 04.11.2026\u200f") == ("di", 4, 11, 2026)
    assert tokens("2026年11月4日火曜日") == (2026, "年", 11, "月", 4, "日", "火", "曜", "日")
