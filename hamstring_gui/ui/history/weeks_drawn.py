"""What the chart of the weeks shows, as numbers: bars, lines, the goal, the scale. No colours, no pixels, no words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Literal

from hamstring_gui.domain.consistency import Week
from hamstring_gui.domain.values import dataclass

Measure = Literal["active days", "minutes held", "tightness"]

DOSES_MIN = (5, 10)
"""Minutes a leg and week: Thomas et al. 2018 and Ingram et al. 2025 found more range of motion with these."""
LEGS = 2
HEADROOM = 0.04
"""Of the scale, over its top: a ring over the highest bar has room there."""
LABEL_STEPS = (1, 2, 4, 8, 13, 26, 52, 104, 208)
"""Weeks from one label to the next: whole months, quarters and years, roughly."""
LABEL_GAP = 18.0
"""Least room (px) between two labels."""
NARROWEST_LABEL = 30.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One week: its parts from the foot up (minutes: left leg, right leg), in the measure's unit.

    `pale`: a week that is over and met its goal not. `partial`: there are sessions in it that don't count.
    """

    parts: tuple[float, ...] = ()
    pale: bool = False
    partial: bool = False
    rest: bool = False
    running: bool = False

    @property
    def height(self) -> float:
        return sum(self.parts)


@dataclass(frozen=True, slots=True)
class Picture:
    """The weeks side by side, one place each, up to the one that begins on `last`.

    Places before the first week are empty bars. `lines` are the left and the right leg's tightness, `None` where a week
    has none. `goal` is the goal of each place. `steps` are the numbers at the scale, which ends at `top`. `doses` are
    lines for a dose of so many minutes a leg, each with its height: the legs stand on top of each other, so a dose lies
    at twice its minutes.
    """

    measure: Measure
    last: date
    bars: tuple[Bar, ...]
    top: float
    steps: tuple[int, ...]
    lines: tuple[tuple[float | None, ...], ...] = ()
    goal: tuple[int, ...] = ()
    doses: tuple[tuple[int, float], ...] = ()

    @property
    def ceiling(self) -> float:
        """Where the picture ends, in the measure's unit."""
        return self.top * (1 + HEADROOM)

    def start_of(self, place: int) -> date:
        """The first day of a place's week."""
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
    before, last = max(0, places - len(weeks)), weeks[-1].start
    match measure:
        case "active days":
            bars = _bars(before, [_bar(week, (float(week.active_days),), pale=not week.met) for week in weeks])
            goal = (weeks[0].wanted,) * before + tuple(week.goal for week in weeks)
            highest = max(*goal, *(bar.height for bar in bars))
            return Picture(measure, last, bars, 7.0 if highest > 6 else 6.0, (0, 2, 4, 6), goal=goal)
        case "minutes held":
            legs = [(week.stretched.left / 60, week.stretched.right / 60) for week in weeks]
            bars = _bars(before, [_bar(week, minutes) for week, minutes in zip(weeks, legs, strict=True)])
            heights = tuple((minutes, float(LEGS * minutes)) for minutes in DOSES_MIN)
            top, steps = scale_to(max(heights[-1][1] * 1.1, *(bar.height for bar in bars)))
            return Picture(measure, last, bars, top, steps, doses=heights if doses else ())
        case "tightness":
            bars = _bars(before, [_bar(week, ()) for week in weeks])
            none = (None,) * before
            lines = tuple(none + tuple(week.tightness[leg] for week in weeks) for leg in range(LEGS))
            return Picture(measure, last, bars, 10.0, (0, 2, 4, 6, 8, 10), lines=lines)


def _bars(before: int, bars: Sequence[Bar]) -> tuple[Bar, ...]:
    return (Bar(),) * before + tuple(bars)


def _bar(week: Week, parts: tuple[float, ...], pale: bool = False) -> Bar:
    return Bar(parts, pale and not week.running, week.partial > 0, week.rest, week.running)


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
