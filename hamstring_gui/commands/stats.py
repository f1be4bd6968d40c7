"""The week's arithmetic for a terminal: a table, or the same as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any, TextIO

from hamstring_gui.commands.history import (
    first_weekday_of,
    settings_of,
    telling_what_is_unfit,
    today_of,
    without_looking_for_garbage,
)
from hamstring_gui.domain.consistency import (
    Goal,
    Week,
    consistency,
    first_day,
    kinds_of,
    streak,
    weeks_counted,
    weeks_until,
)
from hamstring_gui.domain.settings import FirstDay
from hamstring_gui.domain.values import dataclass
from hamstring_gui.storage.paths import Paths


@dataclass(frozen=True, slots=True)
class StatsWish:
    """What `stats` is asked for; `None` leaves it to the clock, the settings and the goals on record."""

    weeks: int = 12
    today: date | None = None
    first_day: FirstDay | None = None
    goal: int | None = None


@dataclass(frozen=True, slots=True)
class Stats:
    """The last weeks, oldest first, and what all weeks say about keeping at it.

    `weeks_counted`: how many weeks the consistency is the mean of.
    """

    weeks: tuple[Week, ...]
    streak: int
    consistency: float | None
    weeks_counted: int


@without_looking_for_garbage()
def stats(paths: Paths, wish: StatsWish) -> Stats:
    """Raises `StorageError`."""
    from hamstring_gui.storage.library import load_exercises
    from hamstring_gui.storage.own_exercises import OwnExercises

    settings = settings_of(paths)
    today = wish.today or today_of(settings)
    first_weekday = first_weekday_of(wish.first_day or settings.first_day)
    with telling_what_is_unfit(paths.database) as store:
        sessions, rest_weeks, goals = store.sessions(), store.rest_weeks(), store.goals()
    if wish.goal is not None:
        goals = (Goal(today, wish.goal),)
    kinds = kinds_of(load_exercises(paths.assets), OwnExercises(paths.exercises).known_kinds())
    since = first_day(today, sessions)

    def weeks(count: int | None) -> tuple[Week, ...]:
        return weeks_until(
            today, sessions, first_weekday=first_weekday, goals=goals, rest_weeks=rest_weeks, kinds=kinds, count=count,
            since=since,
        )  # fmt: skip

    every = weeks(None)
    shown = every[-wish.weeks :] if len(every) >= wish.weeks else weeks(wish.weeks)
    return Stats(shown, streak(every), consistency(every, since), len(weeks_counted(every, since)))


def write_stats(found: Stats, out: TextIO, *, as_json: bool) -> None:
    if as_json:
        json.dump(_document(found), out, indent=2)
        out.write("\n")
    else:
        out.write("\n".join(_table(found)) + "\n")


def _document(found: Stats) -> dict[str, Any]:
    return {
        "goal": found.weeks[-1].wanted,
        "streak_weeks": found.streak,
        "consistency": found.consistency,
        "weeks": [
            {
                "week": week.start.isoformat(),
                "active_days": week.active_days,
                "goal": week.goal,
                "sessions": week.sessions,
                "held_s": {"left": round(week.stretched.left, 3), "right": round(week.stretched.right, 3)},
                "met": week.met,
                "rest": week.rest,
            }
            for week in found.weeks
        ],
    }


def _table(found: Stats) -> list[str]:
    header = ("week of", "active days", "sessions", "left leg", "right leg", "")
    rows = [header, *(_row(week) for week in found.weeks)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(header))]
    table = [_aligned(row, widths) for row in rows]
    if found.consistency is None:
        kept = "Consistency: there is no complete week yet"
    else:
        kept = f"Consistency: {found.consistency:.0%} of the goal over {_weeks(found.weeks_counted)}"
    return [*table, "", f"Streak: {_weeks(found.streak)}", kept]


def _weeks(number: int) -> str:
    return "1 week" if number == 1 else f"{number} weeks"


def _row(week: Week) -> tuple[str, ...]:
    remarks = [
        "rest week" if week.rest else "goal met" if week.met else "",
        "this week" if week.running else "",
    ]
    return (
        week.start.isoformat(),
        f"{week.active_days} of {week.goal}",
        str(week.sessions),
        duration(week.stretched.left),
        duration(week.stretched.right),
        ", ".join(remark for remark in remarks if remark),
    )


def _aligned(row: Sequence[str], widths: Sequence[int]) -> str:
    """Numbers to the right, the first and the last column to the left."""
    last = len(row) - 1
    cells = (
        cell.ljust(width) if column in (0, last) else cell.rjust(width)
        for column, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
    return "   ".join(cells).rstrip()


def duration(seconds: float) -> str:
    """Seconds as a person reads them: `3 min 20 s`."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest:2} s" if minutes else f"{rest} s"
