"""When a reminder comes, as tables: what keeps it back, quiet hours, late ones, clocks that are set, summer time."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from hamstring_gui.domain.consistency import Day, Week
from hamstring_gui.domain.history import day_of
from hamstring_gui.domain.reminding import Look, look
from hamstring_gui.domain.settings import WEEKDAYS, Settings
from hamstring_gui.domain.values import replace

MONDAY = date(2026, 11, 23)
ON = Settings(reminder=True, reminder_at="18:00")


def at(text: str) -> datetime:
    """ "3 18:00": that time of the third day of the week, counted from Monday, 0."""
    day, clock = text.split()
    return datetime.fromisoformat(f"{MONDAY + timedelta(days=int(day))} {clock}")


def week(*active: int, partial: tuple[int, ...] = (), goal: int = 3, rest: bool = False) -> Week:
    """The running week with sessions on these days."""
    days = (
        Day(MONDAY + timedelta(days=n), n in active, n in partial, 60.0, int(n in active or n in partial))
        for n in range(7)
    )
    return Week(tuple(days), 60.0, goal, rest, running=True)


NOON = {"quiet_from": "13:00", "quiet_until": "15:00"}
NIGHT = {"reminder_at": "00:30", "quiet_from": "02:00"}
CASES = [
    # now, settings, week, told → verdict, next look
    ("2 17:59", {}, week(), (), "later", "2 18:00"),
    ("2 18:00", {}, week(), (), "now", "3 18:00"),
    ("2 21:59", {}, week(), (), "now", "3 18:00"),  # late, on the same day
    ("2 22:00", {}, week(), (), "quiet", "3 18:00"),
    ("3 02:00", {}, week(), (), "quiet", "3 18:00"),  # still Wednesday, and it gets loud on Thursday only
    ("2 18:00", {"reminder": False}, week(), (), "off", None),
    ("2 18:00", {"reminder_days": ()}, week(), (), "no day", None),
    ("2 18:00", {"reminder_days": ("monday", "friday")}, week(), (), "other day", "4 18:00"),
    ("4 18:00", {"reminder_days": ("monday", "friday")}, week(), (), "now", "7 18:00"),
    ("0 18:01", {"reminder_days": ("monday",)}, week(), (0,), "told", "7 18:00"),
    ("2 18:00", {}, week(2), (), "done today", "3 18:00"),
    ("2 18:00", {}, week(partial=(2,)), (), "done today", "3 18:00"),
    ("2 18:00", {}, week(0, 1), (), "now", "3 18:00"),
    ("3 18:00", {}, week(0, 1, 2), (), "goal met", "4 18:00"),
    ("3 18:00", {"reminder_unless_met": False}, week(0, 1, 2), (), "now", "4 18:00"),
    ("3 18:00", {"reminder_unless_met": False}, week(0, 1, 3), (), "done today", "4 18:00"),
    ("3 18:00", {}, week(0, 1, partial=(2,)), (), "now", "4 18:00"),
    ("3 18:00", {}, week(0, 1, 2, goal=4), (), "now", "4 18:00"),
    ("2 18:00", {}, week(rest=True), (), "rest week", "3 18:00"),
    ("2 18:05", {}, week(), (2,), "told", "3 18:00"),
    ("2 12:00", {}, week(), (2, 3), "told", "3 18:00"),  # set back by hours
    ("1 18:00", {}, week(), (1, 2), "told", "2 18:00"),  # set back by a day
    ("1 18:00", {}, week(), (2,), "now", "2 18:00"),  # and that day had none
    # quiet hours: over midnight, over noon, none, around the reminder's own time
    ("2 13:30", {**NOON, "reminder_at": "12:00"}, week(), (), "quiet", "2 15:00"),
    ("2 12:59", {**NOON, "reminder_at": "12:00"}, week(), (), "now", "3 12:00"),
    ("2 13:00", {**NOON, "reminder_at": "12:00"}, week(), (), "quiet", "2 15:00"),
    ("2 15:00", {**NOON, "reminder_at": "12:00"}, week(), (), "now", "3 12:00"),
    ("2 15:00", {**NOON, "reminder_at": "12:00"}, week(), (), "now", "3 12:00"),
    ("3 03:00", {"quiet_from": "22:00", "quiet_until": "22:00"}, week(), (), "now", "3 18:00"),
    ("2 06:00", {"reminder_at": "06:00"}, week(), (), "quiet", "2 07:00"),
    ("2 05:00", {"reminder_at": "06:00"}, week(), (), "later", "2 07:00"),
    ("2 07:00", {"reminder_at": "06:00"}, week(), (), "now", "3 07:00"),
    ("2 18:00", {"reminder_at": "23:00"}, week(), (), "quiet", None),  # every day
    ("2 23:00", {"reminder_at": "23:00", "quiet_from": "00:00"}, week(), (), "now", "3 23:00"),
    # days that begin at four, or at midnight
    ("3 00:30", {**NIGHT}, week(), (), "now", "4 00:30"),
    ("3 00:30", {**NIGHT}, week(2), (), "done today", "4 00:30"),
    ("2 00:30", {**NIGHT}, week(2), (), "now", "3 00:30"),
    ("3 00:30", {**NIGHT, "day_starts_at": "00:00"}, week(2), (), "now", "4 00:30"),
    ("3 00:30", {"day_starts_at": "00:00", "quiet_from": "02:00"}, week(), (), "later", "3 18:00"),
]  # fmt: skip


@pytest.mark.parametrize(("now", "changes", "days", "told", "verdict", "again"), CASES)
def test_whether_and_when(
    now: str, changes: dict[str, object], days: Week, told: tuple[int, ...], verdict: str, again: str | None
) -> None:
    told_days = {MONDAY + timedelta(days=n) for n in told}
    found = look(replace(ON, **changes), at(now), days, told_days)  # type: ignore[arg-type]
    assert (found.verdict, found.again) == (verdict, again and at(again))


def test_no_reminder_in_a_session_but_soon_after() -> None:
    assert look(ON, at("2 18:00"), week(), (), running=True) == Look("running", at("2 18:05"), at("2 18:00"))
    assert look(ON, at("2 17:00"), week(), (), running=True).verdict == "later"
    assert look(ON, at("2 18:00"), week(2), (), running=True).verdict == "done today"


@pytest.mark.parametrize("step_min", [7, 45])
@pytest.mark.parametrize("clock", ["02:30", "03:00", "18:00"])
def test_once_for_each_day_over_a_change_of_summer_time(clock: str, step_min: int) -> None:
    """The hour that isn't there on one Sunday, and is twice on another, neither drops a reminder nor doubles one."""
    berlin = ZoneInfo("Europe/Berlin")
    settings = replace(ON, reminder_at=clock, quiet_from="00:00", quiet_until="00:00")
    for sunday in (date(2026, 3, 29), date(2026, 10, 25)):
        instant = datetime.combine(sunday - timedelta(days=2), datetime.min.time(), berlin)
        end, told = instant.timestamp() + 5 * 86400, list[date]()
        while instant.timestamp() < end:
            if look(settings, instant, week(), told).verdict == "now":
                told.append(day_of(instant, settings.day_starts))
            instant = datetime.fromtimestamp(instant.timestamp() + 60 * step_min, berlin)
        days = [sunday + timedelta(days=n) for n in range(-2, 3)]
        assert [day for day in told if day in days[1:4]] == days[1:4]
        assert len(set(told)) == len(told)


def test_the_next_look_is_never_now_nor_too_late() -> None:
    """Whoever sleeps until the next look misses no moment at which there would be one to give."""
    settings = replace(ON, reminder_days=WEEKDAYS[::2], quiet_from="17:30", quiet_until="18:20")
    minutes = [at("0 00:00") + timedelta(minutes=n) for n in range(0, 8 * 1440, 30)]
    found = [look(settings, now, week(), ()) for now in minutes]
    for now, one in zip(minutes, found, strict=True):
        assert one.again is not None
        assert one.again > now
        if one.verdict != "now":
            assert not [
                other for other, there in zip(minutes, found, strict=True)
                if now < other < one.again and there.verdict == "now"
            ]  # fmt: skip
