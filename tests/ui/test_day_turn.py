"""A day begins before one's eyes, or the time zone is another: what shows, and is stamped, is of now."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import time as time_of_day
from datetime import timedelta

import pytest

from hamstring_gui.domain.history import seconds_to_next_day
from hamstring_gui.domain.routine import Routine
from hamstring_gui.program import days
from hamstring_gui.program.day_turn import DayTurn
from tests.domain.samples import START
from tests.ui.conftest import Desk

pytestmark = pytest.mark.thorough

Open = Callable[..., Desk]


def at(desk: Desk, clock: str) -> None:
    """Set the clock on the wall to a time of Monday the 23rd."""
    hour, minute, second = map(int, clock.split(":"))
    desk.clock.wall = START.replace(day=23, hour=hour, minute=minute, second=second)


def turn_of(desk: Desk, qtbot) -> DayTurn:
    desk.go_on_after_the_first_picture()
    qtbot.waitUntil(lambda: "day_turn" in vars(desk.parts))
    return desk.parts.day_turn


@pytest.mark.parametrize(
    ("clock", "starts", "left_s"),
    [("03:59:59", "04:00", 1), ("04:00:00", "04:00", 86400), ("23:30:00", "00:00", 1800), ("00:10:00", "00:30", 1200)],
)
def test_how_long_a_day_still_is(clock: str, starts: str, left_s: float) -> None:
    hour, minute, second = map(int, clock.split(":"))
    instant = START.replace(hour=hour, minute=minute, second=second)
    assert seconds_to_next_day(instant, time_of_day.fromisoformat(starts)) == left_s


def test_today_moves_on_by_itself(open_desk: Open, qtbot) -> None:
    desk = open_desk()
    turn = turn_of(desk, qtbot)
    at(desk, "03:59:59")
    turn.look()
    assert desk.text("date_line").startswith("Sunday 22 November")
    desk.clock.wall += timedelta(seconds=1.2)
    qtbot.waitUntil(lambda: desk.text("date_line").startswith("Monday 23 November"))


def test_the_greeting_moves_on(open_desk: Open, qtbot) -> None:
    desk = open_desk()
    turn = turn_of(desk, qtbot)
    at(desk, "11:59:30")
    turn.look()
    assert desk.text("greeting") == "Good morning"
    desk.clock.pass_time(31)
    turn.look()
    assert desk.text("greeting") == "Good afternoon"


def test_the_running_week_moves_on(open_desk: Open, quick: Routine, qtbot) -> None:
    desk = open_desk(start=quick)
    turn = turn_of(desk, qtbot)
    desk.parts.preferences.change(first_day="monday")
    desk.pass_time(25)
    desk.click("Done")
    assert desk.text("week_line").startswith("1 of")
    at(desk, "04:00:01")
    turn.look()
    assert desk.text("week_line").startswith("0 of")


def test_the_history_moves_on(open_desk: Open, qtbot) -> None:
    desk = open_desk()
    turn = turn_of(desk, qtbot)
    desk.click("History")
    at(desk, "04:00:01")
    turn.look()
    assert desk.pages.history()._history.today == START.date() + timedelta(days=1)


def test_sleep_and_clocks_that_are_set_are_seen_within_a_minute(open_desk: Open, qtbot) -> None:
    desk = open_desk()
    turn = turn_of(desk, qtbot)
    assert 0 < turn._timer.interval() <= 60_000
    desk.clock.pass_time(0, asleep_s=40 * 3600)
    turn._timer.timeout.emit()
    assert desk.text("date_line").startswith("Tuesday 24 November")
    desk.clock.be_set(-24 * 3600)
    turn._timer.timeout.emit()
    assert desk.text("date_line").startswith("Monday 23 November")


def test_another_start_of_the_day_counts_at_once(open_desk: Open, qtbot) -> None:
    desk = open_desk()
    turn = turn_of(desk, qtbot)
    at(desk, "05:59:30")
    turn.look()
    assert desk.text("date_line").startswith("Monday 23 November")
    desk.parts.preferences.change(day_starts_at="06:00")
    assert desk.text("date_line").startswith("Sunday 22 November")
    assert turn._timer.interval() == 30_000


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has its zone from elsewhere")
def test_the_next_session_is_stamped_with_the_zone_of_now(
    open_desk: Open, quick: Routine, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk()
    desk.parts.records.days.clock = days.now
    with monkeypatch.context() as abroad:
        for zone, hours in (("AAA-1", 1), ("BBB+10", -10)):
            abroad.setenv("TZ", zone)
            desk.parts.conductor.begin(quick)
            desk.parts.conductor.player.command("stop_for_pain")
            desk.parts.conductor.end()
            session = desk.store.sessions()[-1]
            assert session.started_at.utcoffset() == timedelta(hours=hours)
            assert session.holds[0].started_at.utcoffset() == timedelta(hours=hours)
    time.tzset()
