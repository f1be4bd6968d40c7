"""The marks of a countdown that are worth a tone."""

from __future__ import annotations

from hamstring_gui.domain.moment import Mark, MarkPassed

LAST: tuple[tuple[float, Mark], ...] = ((1.0, "one"), (2.0, "two"), (3.0, "three"))


def marks_between(before: float, now: float, length_s: float, *, of_hold: bool = False) -> tuple[MarkPassed, ...]:
    """The marks that lie between two values of what is left (`before` > mark ≥ `now`), the latest only."""
    marks = list(LAST)
    if of_hold and length_s > 15.0:
        marks.append((10.0, "ten"))
    if of_hold and length_s >= 30.0:
        marks.append((length_s / 2, "half"))
    for left, mark in sorted(marks):
        if now <= left < before and left < length_s:
            return (MarkPassed(mark),)
    return ()
