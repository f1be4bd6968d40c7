"""Today, History, `stats`, the PDF and the pictures say the same of the same weeks."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Sequence
from datetime import date, timedelta

import pytest

from hamstring_gui.commands.stats import StatsWish, stats, write_stats
from hamstring_gui.domain.consistency import Goal
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.history import SessionRecord, by_hand
from hamstring_gui.paper import wording as paper
from hamstring_gui.paper.summary import summed_up
from hamstring_gui.program.history import HistoryKeeper
from hamstring_gui.ui.history.weeks_drawn import picture_of
from tests.domain.samples import START
from tests.ui.cases import in_one_window
from tests.ui.conftest import Desk

Open = Callable[..., Desk]
MONDAY = date(2026, 11, 16)


def on(days: Sequence[int]) -> list[SessionRecord]:
    """Sessions so many days before the running week's Monday."""
    at = {n: START - timedelta(days=6 + n) for n in days}
    return [by_hand(f"day{n}", at[n], at[n].date(), left_s=60, right_s=60) for n in days]


HISTORIES = {
    "first week on a Saturday": ([9, 8, 7, 5, 3], (), (2, 1.0, 2)),
    "and nothing after": ([9], (), (0, 1 / 4, 2)),
    "a first week of rest": ([8, 7, 5, 3], (MONDAY - timedelta(days=9),), (1, 1.0, 1)),
    "a rest week between": ([16, 15, 5, 4, 3], (MONDAY - timedelta(days=9),), (2, 1.0, 2)),
    "only this week": ([-2], (), (0, None, 0)),
    "nothing": ([], (), (0, None, 0)),
}


@pytest.fixture
def desk(open_desk: Open, monkeypatch: pytest.MonkeyPatch, exercises: dict[str, Exercise]) -> Desk:
    """Today, as it is once it has looked back."""
    desk = open_desk()
    desk.parts.today.look_back()
    monkeypatch.setattr("hamstring_gui.storage.library.load_exercises", lambda _: exercises)
    return desk


@in_one_window(("days", "rest", "expected"), HISTORIES.values())
def test_one_arithmetic(
    desk: Desk, days: list[int], rest: tuple[date, ...], expected: tuple[int, float | None, int]
) -> None:
    in_a_row, share, over = expected
    desk.store.remove_all(desk.store.session_ids(), desk.store.goals(), desk.store.rest_weeks())
    desk.store.put_all(on(days), (), rest)
    desk.parts.today.show()
    percent = "–" if share is None else f"{round(100 * share)} %"
    assert (desk.text("streak"), desk.text("consistency")) == (str(in_a_row), percent)
    assert str(over) in desk.text("consistency_words") or not over

    found = stats(desk.paths, StatsWish(today=START.date(), first_day="monday"))
    out = io.StringIO()
    write_stats(found, out, as_json=False)
    assert (f"over {over} week" in out.getvalue()) == (share is not None)
    out = io.StringIO()
    write_stats(found, out, as_json=True)
    document = json.loads(out.getvalue())
    assert (document["streak_weeks"], document["consistency"]) == (in_a_row, share and pytest.approx(share))

    weeks, since = desk.parts.records.weeks, desk.parts.records.known.since
    known = {week.start.isoformat(): (week.goal, week.met, week.rest) for week in weeks}
    told = {week["week"]: (week["goal"], week["met"], week["rest"]) for week in document["weeks"]}
    assert told.items() >= known.items()
    assert picture_of(weeks, "active days").goal == tuple(week.goal for week in weeks)
    figures = dict(paper.figures(summed_up(START.date(), weeks, desk.store.sessions()).weeks, since))
    assert [meaning for meaning in figures.values() if "consistency" in meaning] == [
        f"consistency over {over} full week{'s' if over > 1 else ''}" if over else "consistency: no full week yet"
    ]

    desk.click("History")
    assert (desk.text("streak"), desk.text("consistency")) == (
        f"{in_a_row} week{'' if in_a_row == 1 else 's'}",
        percent,
    )
    assert desk.text("this_week") == f"{weeks[-1].active_days} of {weeks[-1].goal} days".replace("1 days", "1 day")


def test_the_goal_that_is_set_is_not_the_first_weeks(desk: Desk) -> None:
    desk.store.put_all(on([-6]), (Goal(MONDAY, 5),))
    desk.click("History")
    assert desk.text("this_week") == "1 of 1 day"
    assert desk.pages.history().numbers.steps.value() == 5
    assert isinstance(desk.parts.history, HistoryKeeper)
    assert desk.parts.history.goal == 5
