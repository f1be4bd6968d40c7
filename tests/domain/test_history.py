"""The day of a session, whether it counts, sessions added by hand, and the leg to begin with."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest

from hamstring_gui.domain.first_leg import first_leg
from hamstring_gui.domain.history import HoldRecord, SessionRecord, Tightness, by_hand, day_of, seconds_to_next_day
from tests.domain.samples import routine

NOON = datetime(2026, 11, 18, 12, tzinfo=UTC)
RIGHT, HALF = Tightness(3, 8), Tightness(None, 8)


def record(day: date, held_s: float = 180.0, first: str = "right", tightness: Tightness | None = None):
    hold = HoldRecord(0, "band", first, 1, 180.0, held_s, "held", NOON)
    return SessionRecord("id", "sample", "Sample", NOON, NOON, day, "finished", 180.0, (hold,), tightness)


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        (datetime(2026, 11, 22, 19, 42, tzinfo=UTC), date(2026, 11, 22)),
        (datetime(2026, 11, 23, 0, 30, tzinfo=UTC), date(2026, 11, 22)),
        (datetime(2026, 11, 23, 3, 59, 59, tzinfo=UTC), date(2026, 11, 22)),
        (datetime(2026, 11, 23, 4, 0, tzinfo=UTC), date(2026, 11, 23)),
        (datetime(2026, 1, 1, 1, 0, tzinfo=timezone(timedelta(hours=13))), date(2025, 12, 31)),
    ],
)
def test_a_day_begins_at_four(instant: datetime, day: date) -> None:
    assert day_of(instant) == day


@pytest.mark.parametrize(("starts", "day"), [("04:29", 23), ("04:30", 23), ("04:31", 22), ("00:00", 23)])
def test_a_day_begins_at_the_minute_that_was_set(starts: str, day: int) -> None:
    assert day_of(datetime(2026, 11, 23, 4, 30), time.fromisoformat(starts)) == date(2026, 11, day)


@pytest.mark.parametrize(
    ("at", "hours"), [("23T23:30", 4.5), ("23T03:59", 1 / 60), ("23T04:00", 24.0), ("31T23:00", 5.0)]
)
def test_how_long_a_day_still_is(at: str, hours: float) -> None:
    instant = datetime.fromisoformat(f"2026-12-{at}").replace(tzinfo=UTC)
    assert seconds_to_next_day(instant, time(4)) == pytest.approx(hours * 3600)


def test_half_of_the_planned_time_counts() -> None:
    assert record(NOON.date(), held_s=90).counts
    assert not record(NOON.date(), held_s=89.9).counts
    assert record(NOON.date(), held_s=89.9996).counts, (
        "files have milliseconds: what comes back from one counts the same"
    )
    assert not record(NOON.date(), held_s=89.9994).counts


@pytest.mark.parametrize(("source", "counts"), [("", False), ("by hand", True), ("import:loop", True)])
def test_nothing_held_of_nothing_planned_counts_only_where_somebody_else_led(source: str, counts: bool) -> None:
    day = NOON.date()
    assert SessionRecord("id", "", "", NOON, NOON, day, "finished", 0.0, (), source=source).counts == counts
    assert not SessionRecord("id", "", "", NOON, NOON, day, "finished", 180.0, (), source=source).counts


@pytest.mark.parametrize(
    ("left_s", "right_s", "legs"),
    [
        (90.0, 60.0, [("left", 90.0, 0), ("right", 60.0, 90)]),
        (0.0, 60.0, [("right", 60.0, 0)]),
        (0.0, 0.0, []),
    ],
)
def test_a_session_added_by_hand_was_held_as_long_as_it_is_said(left_s: float, right_s: float, legs: list) -> None:
    added = by_hand("id", NOON, NOON.date(), left_s=left_s, right_s=right_s, note="in the park")
    assert [(hold.side, hold.held_s, round((hold.started_at - NOON).total_seconds())) for hold in added.holds] == legs
    assert [(hold.position, hold.set) for hold in added.holds] == [(number, 1) for number in range(len(legs))]
    assert (added.planned_s, added.held_s) == (left_s + right_s, left_s + right_s)
    assert added.ended_at == NOON + timedelta(seconds=left_s + right_s)
    assert (added.counts, added.source, added.outcome, added.note) == (True, "by hand", "finished", "in the park")


@pytest.mark.parametrize(
    ("rule", "sessions", "leg"),
    [
        ("left", [], "left"),
        ("alternate", [], "right"),
        ("alternate", [record(NOON.date())], "left"),
        ("alternate", [record(NOON.date()), record(NOON.date(), first="left")], "right"),
        ("alternate", [record(NOON.date(), first="left"), replace(record(NOON.date()), routine="other")], "right"),
        ("tighter", [record(NOON.date(), tightness=Tightness(6, 5))], "left"),
        ("tighter", [record(NOON.date(), tightness=Tightness(6, 5)), record(NOON.date())], "left"),
        ("tighter", [record(NOON.date(), tightness=Tightness(5, 5))], "right"),
        ("tighter", [record(NOON.date(), tightness=Tightness(6, 5)), record(NOON.date(), tightness=RIGHT)], "right"),
        ("tighter", [record(NOON.date(), tightness=RIGHT), record(NOON.date(), tightness=Tightness(6, 5))], "left"),
        ("tighter", [record(NOON.date(), tightness=Tightness(6, 5)), record(NOON.date(), tightness=HALF)], "left"),
        ("tighter", [record(NOON.date(), tightness=Tightness(9, None))], "right"),
    ],
)
def test_the_leg_to_begin_with(rule: str, sessions: list, leg: str) -> None:
    assert first_leg(replace(routine(), first_side=rule), sessions) == leg
    assert first_leg(replace(routine(), first_side="usual"), sessions, rule) == leg, "the setting's rule"
    assert first_leg(replace(routine(), first_side="right"), sessions, rule) == "right", "the routine's own rule"
