"""What the chart of the weeks shows, as numbers: bars, lines, the goal, the scale. No colours, no pixels, no words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from hamstring_gui.domain.consistency import Week
from hamstring_gui.domain.values import dataclass
from hamstring_gui.ui.history.spans import Span, spans_of

Measure = Literal["active days", "minutes held", "tightness"]

DOSES_MIN = (5, 10)
"""Minutes a leg and week: Thomas et al. 2018 and Ingram et al. 2025 found more range of motion with these."""
LEGS = 2
HEADROOM = 0.04
"""Of the scale, over its top: a ring over the highest bar has room there."""
LABEL_STEPS = (1, 2, 4, 8, 13, 26, 52, 104, 208)
"""Weeks from one label to the next: whole months, quarters and years, roughly."""
YEAR_STEPS = (1, 2, 5, 10, 20)
LABEL_GAP = 18.0
"""Least room (px) between two labels."""
NARROWEST_LABEL = 30.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One week or month: its parts side by side (minutes: left leg, right leg), in the measure's unit.

    `pale`: the goal was not met, and it is over. `unmet`: not yet, and it is running. `partial`: there are sessions in
    it that don't count.
    """

    parts: tuple[float, ...] = ()
    pale: bool = False
    unmet: bool = False
    partial: bool = False
    rest: bool = False
    running: bool = False

    @property
    def open(self) -> bool:
        """Whether it has no verdict: it may still meet its goal, or at rest was never asked."""
        return self.unmet or (self.rest and len(self.parts) == 1)

    @property
    def height(self) -> float:
        return max(self.parts, default=0.0)


@dataclass(frozen=True, slots=True)
class Picture:
    """The weeks side by side, one place each, up to the one that begins on `last`; or the months.

    Places before the first of the `spans` are empty bars. `lines` are the left and the right leg's tightness, `None`
    where a place has none. `goal` is the goal of each place. `steps` are the numbers at the scale, which ends at
    `top`. `doses` are lines at so many minutes a leg.
    """

    measure: Measure
    last: date
    bars: tuple[Bar, ...]
    top: float
    steps: tuple[int, ...]
    lines: tuple[tuple[float | None, ...], ...] = ()
    goal: tuple[float, ...] = ()
    doses: tuple[int, ...] = ()
    spans: tuple[Span, ...] = ()

    @property
    def ceiling(self) -> float:
        """Where the picture ends, in the measure's unit."""
        return self.top * (1 + HEADROOM)

    @property
    def monthly(self) -> bool:
        return bool(self.spans) and self.spans[0].month is not None

    @property
    def first(self) -> int:
        """The place of the first span."""
        return len(self.bars) - len(self.spans)

    def start_of(self, place: int) -> date:
        """The first day of a place's week or month."""
        if place >= self.first:
            return self.spans[place - self.first].start
        return self.last - timedelta(weeks=len(self.bars) - 1 - place)

    def height_at(self, place: int) -> float:
        """How far up something is painted at a place."""
        return max((line[place] or 0.0 for line in self.lines), default=self.bars[place].height)


@dataclass(frozen=True, slots=True)
class ChartShown:
    """The chart as it shows: its weeks, oldest first, and their picture."""

    weeks: tuple[Week, ...]
    picture: Picture


NOTHING = Picture("active days", date.min, (Bar(),), 1.0, ())
"""What shows before anything does."""


def picture_of(weeks: Sequence[Week], measure: Measure, places: int = 0, doses: bool = True) -> Picture:
    """The picture of these weeks, oldest first and at least one, at the right end of at least so many places.

    `doses`: whether the minutes have lines for the doses of studies.
    """
    spans = spans_of(weeks)
    before, last = max(0, places - len(spans)), spans[-1].start
    match measure:
        case "active days":
            bars = _bars(before, [_bar(span, (float(span.active_days),), pale=not span.met) for span in spans])
            goal = (float(spans[0].weeks[0].wanted),) * before + tuple(span.goal for span in spans)
            highest = max(*goal, *(bar.height for bar in bars))
            return Picture(measure, last, bars, 7.0 if highest > 6 else 6.0, (0, 2, 4, 6), goal=goal, spans=spans)
        case "minutes held":
            legs = [span.stretched for span in spans]
            bars = _bars(
                before, [_bar(span, (leg.left / 60, leg.right / 60)) for span, leg in zip(spans, legs, strict=True)]
            )
            top, steps = scale_to(max(DOSES_MIN[-1] * 1.1, *(bar.height for bar in bars)))
            return Picture(measure, last, bars, top, steps, doses=DOSES_MIN if doses else (), spans=spans)
        case "tightness":
            bars = _bars(before, [_bar(span, ()) for span in spans])
            none = (None,) * before
            lines = tuple(none + tuple(span.tightness[leg] for span in spans) for leg in range(LEGS))
            return Picture(measure, last, bars, 10.0, (0, 2, 4, 6, 8, 10), lines=lines, spans=spans)


def _bars(before: int, bars: Sequence[Bar]) -> tuple[Bar, ...]:
    return (Bar(),) * before + tuple(bars)


def _bar(span: Span, parts: tuple[float, ...], pale: bool = False) -> Bar:
    """Partial sessions are marked where sessions are what is measured: with one bar, and a week at a time."""
    partial = len(parts) == 1 and span.month is None and span.weeks[0].partial > 0
    unmet = bool(parts) and span.running and not span.met
    return Bar(parts, pale and not span.running, unmet, partial, span.rest, span.running)


def scale_to(highest: float) -> tuple[float, tuple[int, ...]]:
    """The top of a scale from 0 that holds `highest`, and three to six whole steps up to it."""
    step, factors = 1, (2, 2.5, 2)
    number = 0
    while highest > 5 * step:
        step = round(step * factors[number % 3])
        number += 1
    count = max(1, -(-round(highest * 1000) // (1000 * step)))
    return float(step * count), tuple(step * n for n in range(count + 1))


def labels_that_fit(
    places: int, pitch: float, text_of: Callable[[int], str], width_of: Callable[[str], float], left_room: float = 0.0
) -> tuple[tuple[int, str], ...]:
    """The places that get a label, from left to right: the last one, and every so many before it.

    Labels stand in the middle under their place, `pitch` px wide, and keep a gap between them. The first may reach
    `left_room` px out over the left end.
    """
    for step in LABEL_STEPS:
        if step * pitch < NARROWEST_LABEL + LABEL_GAP and step != LABEL_STEPS[-1]:
            continue
        labels = [(place, text_of(place)) for place in range(places - 1, -1, -step)]
        if max((width_of(text) for _, text in labels), default=0.0) + LABEL_GAP <= step * pitch:
            break
    else:
        labels = labels[:1]
    fitting = [
        (place, text) for place, text in labels if (place + 0.5) * pitch + left_room >= width_of(text) / 2
    ]  # fmt: skip
    return tuple(reversed(fitting))


def years_that_fit(
    picture: Picture, pitch: float, width_of: Callable[[str], float]
) -> tuple[tuple[int, str], ...]:  # fmt: skip
    """The Januaries that get their year's number as a label, from left to right: of each year or of every so many."""
    starts = [picture.start_of(place) for place in range(len(picture.bars))]
    januaries = [(place, start.year) for place, start in enumerate(starts) if start.month == 1]
    labels: list[tuple[int, str]] = []
    for step in YEAR_STEPS:
        labels = [(place, str(year)) for place, year in januaries if year % step == 0]
        if all((other - one) * pitch >= width_of(name) + LABEL_GAP for (one, name), (other, _) in pairwise(labels)):
            break
    return tuple(labels)
