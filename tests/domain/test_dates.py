"""Dates as people type them."""

from __future__ import annotations

from datetime import date

import pytest

from hamstring_gui.domain.dates import understood_date

TODAY = date(2026, 11, 23)
ENGLISH = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
]
FRENCH = [
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
]


@pytest.mark.parametrize(
    ("text", "order", "months", "day"),
    [
        ("20/11/2026", "dmy", ENGLISH, date(2026, 11, 20)),
        ("11/20/2026", "mdy", ENGLISH, date(2026, 11, 20)),
        ("11/20/26", "mdy", ENGLISH, date(2026, 11, 20)),
        ("20.11.26", "dmy", ENGLISH, date(2026, 11, 20)),
        (" 2026-11-20 ", "dmy", ENGLISH, date(2026, 11, 20)),
        ("2026. 11. 20.", "ymd", (), date(2026, 11, 20)),
        ("26/11/20", "ymd", (), date(2026, 11, 20)),
        ("20 11", "dmy", ENGLISH, date(2026, 11, 20)),
        ("24/11", "dmy", ENGLISH, date(2025, 11, 24)),
        ("29/2", "dmy", ENGLISH, date(2024, 2, 29)),
        ("20 November 2026", "dmy", ENGLISH, date(2026, 11, 20)),
        ("20 nov", "mdy", ENGLISH, date(2026, 11, 20)),
        ("Nov. 20, 2026", "dmy", ENGLISH, date(2026, 11, 20)),
        ("May 3", "dmy", ENGLISH, date(2026, 5, 3)),
        ("3 AOUT 2025", "dmy", FRENCH, date(2025, 8, 3)),
        ("2026 Nov 20", "dmy", ENGLISH, date(2026, 11, 20)),
        ("24/12/2026", "dmy", ENGLISH, date(2026, 12, 24)),
        ("٢٠/١١/٢٠٢٦", "dmy", (), date(2026, 11, 20)),
        ("31/11/2026", "dmy", ENGLISH, None),
        ("29/2/2025", "dmy", ENGLISH, None),
        ("0/0/0", "dmy", ENGLISH, None),
        ("20", "dmy", ENGLISH, None),
        ("1/2/3/4", "dmy", ENGLISH, None),
        ("20/11/20266", "dmy", ENGLISH, None),
        ("yesterday", "dmy", ENGLISH, None),
        ("20 Nonsember", "dmy", ENGLISH, None),
        ("", "dmy", ENGLISH, None),
        ("9" * 5000, "dmy", ENGLISH, None),
        ("20/11/\x00", "dmy", (), date(2026, 11, 20)),
    ],
)
def test_understood_date(text: str, order: str, months: list[str], day: date | None) -> None:
    assert understood_date(text, TODAY, order, months) == day
