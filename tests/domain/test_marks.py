"""The marks of a countdown that are worth a tone."""

from __future__ import annotations

import pytest

from hamstring_gui.domain.marks import marks_between
from hamstring_gui.domain.moment import MarkPassed


@pytest.mark.parametrize(
    ("before", "now", "length_s", "of_hold", "mark"),
    [
        (15.2, 14.9, 30.0, True, "half"),
        (14.7, 14.4, 29.0, True, ""),
        (15.2, 14.9, 30.0, False, ""),
        (10.2, 9.9, 16.0, True, "ten"),
        (10.2, 9.9, 15.0, True, ""),
        (10.2, 9.9, 16.0, False, ""),
        (3.2, 2.9, 12.0, False, "three"),
        (3.2, 0.9, 12.0, True, "one"),
        (3.0, 2.9, 3.0, False, ""),
        (3.0 + 1e-12, 2.9, 3.0, False, ""),  # as floats have it
    ],
)
def test_half_and_ten_are_of_long_holds_and_the_count_of_all(
    before: float, now: float, length_s: float, of_hold: bool, mark: str
) -> None:
    assert marks_between(before, now, length_s, of_hold=of_hold) == ((MarkPassed(mark),) if mark else ())
