"""Sessions changed afterwards, and minutes as people type them."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from hamstring_gui.domain.editing import edited, moved_to, understood_minutes
from hamstring_gui.domain.history import HoldRecord, SessionRecord, Tightness

ZONE = timezone(timedelta(hours=-5))


def late_session() -> SessionRecord:
    """Started half an hour after midnight, so it belongs to the 20th; its second hold is in another offset."""
    start = datetime(2026, 11, 21, 0, 30, tzinfo=ZONE)
    holds = tuple(
        HoldRecord(n, "band", "right", n + 1, 30, 30, "held", start.astimezone(timezone(timedelta(hours=n))))
        for n in range(2)
    )
    return SessionRecord(
        "one", "daily", "Daily", start, start + timedelta(minutes=3), date(2026, 11, 20), "finished", 60, holds
    )


@pytest.mark.parametrize("days", [-1, 1, -365, 0])
def test_all_instants_move_by_whole_days(days: int) -> None:
    before, by = late_session(), timedelta(days=days)
    after = moved_to(before, before.day + by)
    assert after.day == before.day + by
    moved = [(after.started_at, before.started_at), (after.ended_at, before.ended_at)]
    moved += [(a.started_at, b.started_at) for a, b in zip(after.holds, before.holds, strict=True)]
    for now, then in moved:
        assert now - then == by
        assert (now.time(), now.utcoffset()) == (then.time(), then.utcoffset())


def test_there_and_back_is_the_same() -> None:
    session = late_session()
    assert moved_to(moved_to(session, date(2024, 2, 29)), session.day) == session


def test_edited_changes_nothing_else() -> None:
    session = late_session()
    after = edited(session, session.day, Tightness(5, None), "better")
    assert (after.tightness, after.note) == (Tightness(5, None), "better")
    assert edited(after, session.day, None, "") == session


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("", 0), (" ", 0), ("0", 0), ("3", 180), ("2.5", 150), ("2,5", 150), (".5", 30), ("2:30", 150), ("0:05", 5),
        ("600", 36000), ("601", None), ("2:60", None), ("-1", None), ("three", None), ("1e9", None), (".", None),
        ("1.2.3", None), ("nan", None), ("9" * 1000, None), ("3 min", None), ("1234", None),
    ],
)  # fmt: skip
def test_understood_minutes(text: str, seconds: float | None) -> None:
    assert understood_minutes(text) == seconds
