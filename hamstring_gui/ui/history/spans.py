"""What has a place in the chart: a week, or of many years a month, which is the mean of its weeks."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby

from hamstring_gui.domain.consistency import Legs, Week
from hamstring_gui.domain.values import dataclass

MOST_WEEKS = 104
"""More weeks than this are shown as months."""
MIDDLE = 3
"""The day of a week that says which month the week belongs to: most of its days are in that month."""

Days = tuple[date, date]
"""Days in a row: the first and the last of them."""


@dataclass(frozen=True, slots=True)
class Span:
    """Weeks in a row that show as one. A month's figures are those of a week in it, on average.

    `month` is the month's first day, `None` where the span is a single week. The mean leaves rest weeks out, and the
    running one until it has met its goal; where no other week is left, it is of those.
    """

    weeks: tuple[Week, ...]
    month: date | None = None

    @property
    def days(self) -> Days:
        if self.month is None:
            return self.weeks[0].start, self.weeks[-1].days[-1].date
        return self.month, (self.month + timedelta(days=31)).replace(day=1) - timedelta(days=1)

    @property
    def start(self) -> date:
        return self.days[0]

    @property
    def rest(self) -> bool:
        return all(week.rest for week in self.weeks)

    @property
    def running(self) -> bool:
        return self.weeks[-1].running

    @property
    def counted(self) -> tuple[Week, ...]:
        """The weeks that the figures are the mean of."""
        over = tuple(week for week in self.weeks if not week.rest and (week.met or not week.running))
        return over or self.weeks

    @property
    def active_days(self) -> float:
        return _mean(week.active_days for week in self.counted)

    @property
    def goal(self) -> float:
        return _mean(week.goal for week in self.counted)

    @property
    def met(self) -> bool:
        return self.active_days >= self.goal

    @property
    def stretched(self) -> Legs:
        weeks = self.counted
        return Legs(_mean(week.stretched.left for week in weeks), _mean(week.stretched.right for week in weeks))

    def mean_of(self, part: str) -> float:
        """Seconds of a part of what was held, by its name in `Week`."""
        return _mean(getattr(week, part) for week in self.counted)

    @property
    def tightness(self) -> tuple[float | None, float | None]:
        left, right = ([week.tightness[leg] for week in self.weeks] for leg in (0, 1))
        return _mean_of_known(left), _mean_of_known(right)


def spans_of(weeks: Sequence[Week]) -> tuple[Span, ...]:
    """Each of these weeks (oldest first), or the months that they make where they are too many."""
    if len(weeks) <= MOST_WEEKS:
        return tuple(Span((week,)) for week in weeks)
    months = groupby(weeks, lambda week: week.days[MIDDLE].date.replace(day=1))
    return tuple(Span(tuple(within), month) for month, within in months)


def since_something(weeks: tuple[Week, ...]) -> tuple[Week, ...]:
    """These weeks without those before the first one that has something to show."""
    found = (number for number, week in enumerate(weeks) if week.sessions or week.partial or week.running)
    return weeks[next(found, 0) :]


def _mean(values: Iterable[float]) -> float:
    known = list(values)
    return math.fsum(known) / len(known)


def _mean_of_known(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return _mean(known) if known else None
