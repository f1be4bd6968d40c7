"""Wherever time held is told in parts, the parts come to what is told of all."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest

from hamstring_gui.domain.consistency import Week, kinds_of, weeks_until
from hamstring_gui.domain.durations import read_seconds
from hamstring_gui.domain.exercise import Side
from hamstring_gui.domain.exercises_done import exercises_done
from hamstring_gui.domain.history import HoldRecord, SessionRecord
from hamstring_gui.paper import wording as paper
from hamstring_gui.ui import wording
from hamstring_gui.ui.history import wording as wording_history
from hamstring_gui.ui.history import wording_sessions
from hamstring_gui.ui.history.spans import Span
from tests.domain.test_adding import EXERCISES
from tests.spread import some

MONDAY = date(2026, 11, 16)
TIME = re.compile(r"(?:\d+ min +)?\d+ s\b")
KINDS = kinds_of(EXERCISES, {"put away": ("stretch", "hip")})

pytestmark = pytest.mark.usefixtures("application")


def sessions(seed: int) -> list[SessionRecord]:
    """A week of sessions whose sets were held for any whole seconds: sums of others are rounded (ADR 44)."""
    chance, made = Random(seed), []
    named = ["", "put away", "gone", *EXERCISES]
    sides: tuple[Side, ...] = ("left", "right", "both")
    for number in range(9):
        day = MONDAY + timedelta(days=chance.randrange(7))
        at = datetime(day.year, day.month, day.day, 19, tzinfo=UTC)
        holds = tuple(
            HoldRecord(
                n, chance.choice(named), chance.choice(sides), 1, 60.0,
                float(chance.choice((30, chance.randrange(60)))), "ended early", at,
            )
            for n in range(6)
        )  # fmt: skip
        made.append(SessionRecord(f"{number}", "r", "R", at, at, day, "finished", 180.0, holds))
    return made


def times(words: str) -> list[float]:
    return [seconds for found in TIME.findall(words) if (seconds := read_seconds(found)) is not None]


def told(lines: str) -> int:
    """The seconds of all that a week's lines tell: what of it was both legs' at once is in both legs' times."""
    both = re.search(
        r", ([\w ]+) of it both at once|both legs at once, which is in each leg's minutes: ([\w ]+)", lines
    )
    return round(sum(times(lines)) - 2 * sum(times((both[1] or both[2]) if both else "")))


def week_of(seed: int) -> tuple[list[SessionRecord], Week]:
    made = sessions(seed)
    (week,) = weeks_until(MONDAY + timedelta(days=6), made, kinds=KINDS, count=1)
    return made, week


@pytest.mark.parametrize("seed", some(range(100), 3))
def test_parts_come_to_the_whole(seed: int) -> None:
    made, week = week_of(seed)
    total = round(week.held_s)
    assert wording.week_line(week).split(" · ")[1] == f"{wording.duration(total)} held"
    # the sets of a session, its sessions of a day, and the days of a week
    for one in made:
        rows = wording_sessions.rows_of(one.holds, EXERCISES, 99)
        assert sum(times(row[3])[0] for row in rows) == sum(times(wording_sessions.time_held(one)))
    for day in week.days:
        of_day = [one for one in made if one.day == day.date]
        assert times(wording_history.day_told(day, 2026)) == (
            [sum(sum(times(wording_sessions.time_held(one))) for one in of_day)] if of_day else []
        )
    assert sum(day.held_s for day in week.days) == total
    # the chart's tooltip, and the paper
    assert told("\n".join(wording_history.week_lines(week))) == total
    done = exercises_done(made)
    assert sum(one.held_s for one in done) == total
    left, right = (times(cell)[0] for cell in paper.weeks_row([week])[2:4])
    assert left + right + told(paper.other_kinds([week])) == total
    month = Span((week,), MONDAY.replace(day=1))
    assert told("\n".join(wording_history.span_lines(month))) == total


def test_a_week_of_calf_stretches_has_a_line_for_them() -> None:
    at = datetime(2026, 11, 16, 19, tzinfo=UTC)
    holds = tuple(HoldRecord(n, name, "left", 1, 30.0, 30.0, "held", at) for n, name in enumerate(("calf", "gone")))
    one = SessionRecord("1", "r", "R", at, at, MONDAY, "finished", 60.0, holds)
    (week,) = weeks_until(MONDAY, [one], kinds=KINDS, count=1)
    assert wording_history.week_lines(week)[1:] == ("Other stretches 30 s", "Exercises no longer known 30 s")
    assert paper.other_kinds([week]) == "Other stretches: 30 s. Exercises no longer known: 30 s."


def test_what_both_legs_did_at_once_is_told_where_it_counts_for_each() -> None:
    at = datetime(2026, 11, 16, 19, tzinfo=UTC)
    hold = HoldRecord(0, "", "both", 1, 60.0, 60.0, "held", at)
    one = SessionRecord("1", "r", "R", at, at, MONDAY, "finished", 60.0, (hold,))
    (week,) = weeks_until(MONDAY, [one], kinds=KINDS, count=1)
    assert wording_history.week_lines(week)[1:] == (
        "Left leg 1 min 0 s, right leg 1 min 0 s, 1 min 0 s of it both at once",
    )
    month = Span((week,), MONDAY.replace(day=1))
    assert "right leg 1 min 0 s a week, 1 min 0 s of it both at once" in wording_history.minutes_of_month(month)
    assert paper.other_kinds([week, week]) == (
        "Stretched with both legs at once, which is in each leg's minutes: 2 min 0 s."
    )
