"""What `stats` counts beyond the weeks that it shows, and beyond the exercises that come with the program; and how it
is written."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

import pytest

from hamstring_gui.commands.command_line import main
from hamstring_gui.commands.stats import Stats, write_stats
from hamstring_gui.domain.consistency import Day, Legs, Week
from hamstring_gui.domain.history import HoldRecord
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.own_exercises import OwnExercises
from hamstring_gui.storage.paths import Paths
from tests.domain.samples import START, remembered, routine
from tests.storage.making import own_exercise

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("deleted", [False, True])
def test_all_weeks_and_own_exercises(tmp_path: Path, capsys: pytest.CaptureFixture[str], deleted: bool) -> None:
    paths = Paths.under(tmp_path)
    own = OwnExercises(paths.exercises)
    mine = own.save(replace(own_exercise(), kind="stretch", region="hamstring"))
    if deleted:
        own.delete(mine.id)
    with HistoryStore.open(paths.database) as store:
        for weeks in range(5):
            at = START - timedelta(weeks=weeks)
            hold = HoldRecord(0, mine.id, "left", 1, 90.0, 90.0, "held", at)
            store.put_session(remembered(str(weeks), routine(), at, [hold], planned_s=90.0, outcome="finished"))
    asked = ["--today", TODAY.isoformat(), "--weeks", "2", "--goal", "1", "--json"]
    assert main(["--data-dir", str(tmp_path), "stats", *asked]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (len(found["weeks"]), found["streak_weeks"], found["consistency"]) == (2, 5, 1.0)
    assert [week["held_s"]["left"] for week in found["weeks"]] == [90.0, 90.0]


def _week(ago: int, active: int, **facts: object) -> Week:
    start = date(2026, 11, 16) - timedelta(weeks=ago)
    days = tuple(Day(start + timedelta(days=n), n < active, False) for n in range(7))
    return replace(Week(days, 0.0), **facts)  # type: ignore[arg-type]


WEEKS = (
    _week(3, 4, goal=2, sessions=5, stretched=Legs(90.0, 61.0)),
    _week(2, 1, goal=3, sessions=1),
    _week(1, 0, goal=3, rest=True, stretched=Legs(0.0, 600.0)),
    _week(0, 2, goal=1, spared=2, sessions=2, running=True, stretched=Legs(59.6, 0.4)),
)


def written(found: Stats, *, as_json: bool) -> str:
    out = StringIO()
    write_stats(found, out, as_json=as_json)
    return out.getvalue()


def test_the_table() -> None:
    assert written(Stats(WEEKS, 1, 2 / 3, 2), as_json=False).splitlines() == [
        "week of      active days   sessions     left leg     right leg",
        "2026-10-26        4 of 2          5   1 min 30 s    1 min  1 s   goal met",
        "2026-11-02        1 of 3          1          0 s           0 s",
        "2026-11-09        0 of 3          0          0 s   10 min  0 s   rest week",
        "2026-11-16        2 of 1          2   1 min  0 s           0 s   goal met, this week",
        "",
        "Streak: 1 week",
        "Consistency: 67% of the goal over 2 weeks",
    ]


@pytest.mark.parametrize(
    ("found", "says"),
    [
        (Stats(WEEKS, 0, None, 0), ["Streak: 0 weeks", "Consistency: there is no complete week yet"]),
        (Stats(WEEKS, 3, 1.0, 1), ["Streak: 3 weeks", "Consistency: 100% of the goal over 1 week"]),
    ],
)
def test_what_stands_below_it(found: Stats, says: list[str]) -> None:
    assert written(found, as_json=False).splitlines()[-2:] == says


def test_the_same_for_other_programs() -> None:
    found = json.loads(written(Stats(WEEKS, 1, 2 / 3, 2), as_json=True))
    assert (found["goal"], found["streak_weeks"], found["consistency"]) == (3, 1, 2 / 3)
    assert found["weeks"][0] == {
        "week": "2026-10-26", "active_days": 4, "goal": 2, "sessions": 5, "held_s": {"left": 90.0, "right": 61.0},
        "met": True, "rest": False,
    }  # fmt: skip
    assert [(week["met"], week["rest"]) for week in found["weeks"][1:]] == [
        (False, False),
        (False, True),
        (True, False),
    ]
