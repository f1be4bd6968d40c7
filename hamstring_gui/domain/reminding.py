"""When the user is reminded of stretching, and what keeps a reminder back: a pure function of clock, settings and week.

There is at most one reminder for each day, as the program counts days (from `day_starts` on). All instants here are
local wall time: whoever waits for one asks the system when it is, which knows of daylight saving time.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from typing import Literal

from hamstring_gui.domain.consistency import DAYS, Week
from hamstring_gui.domain.history import day_of
from hamstring_gui.domain.settings import WEEKDAYS, Settings
from hamstring_gui.domain.values import dataclass

Verdict = Literal[
    "now", "off", "no day", "told", "other day", "rest week", "done today", "goal met", "later", "quiet", "running"
]  # fmt: skip
"""Remind now; or why not: reminders are off, on no weekday, there was one today, today is not among the weekdays, the
week is a rest week, the day has a session, the week's goal is met, it is too early, it is quiet, a session runs."""

START, NOT_TODAY, OPEN = "start", "not-today", "default"
"""What can be done about a reminder, as desktops name it; the last by a press on the notification itself."""

WHILE_RUNNING = timedelta(minutes=5)
"""After which it is looked again whether the session is over. It may have come to nothing."""


@dataclass(frozen=True, slots=True)
class Look:
    """What was found. `again` is the local time at which to look next; `None` where only a change of the settings can
    make a difference. `at` is when today's reminder comes, or would have come, if today can have one."""

    verdict: Verdict
    again: datetime | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """What a reminder says, and what is on its buttons; `open` is for who listens to a notification."""

    title: str
    text: str
    start: str
    not_today: str
    open: str


def look(settings: Settings, now: datetime, week: Week, told: Collection[date], *, running: bool = False) -> Look:
    """Whether to remind `now` (local time). `week` is the running one, `told` the days that had their reminder.

    A reminder that could not be given at its time, because the computer slept or it was quiet, comes later on the same
    day. No clock that is set back brings a second one for a day.
    """
    if not settings.reminder:
        return Look("off")
    if not settings.reminder_days:
        return Look("no day")
    now = now.replace(tzinfo=None)
    today = day_of(now, settings.day_starts)
    at, later = _moment(settings, today), _next_moment(settings, today)
    if (verdict := _why_not_today(settings, today, week, told)) is not None:
        return Look(verdict, later, at)
    if at is None:
        return Look("quiet", later)
    if now < at:
        return Look("quiet" if now >= _due(settings, today) else "later", at, at)
    loud = _loud_from(settings, now)
    if loud > now:
        return Look("quiet", loud if day_of(loud, settings.day_starts) == today else later, at)
    return Look("running", now + WHILE_RUNNING, at) if running else Look("now", later, at)


def _why_not_today(settings: Settings, today: date, week: Week, told: Collection[date]) -> Verdict | None:
    if today in told:
        return "told"
    if WEEKDAYS[today.weekday()] not in settings.reminder_days:
        return "other day"
    if week.rest:
        return "rest week"
    if any(day.date == today and day.sessions for day in week.days):
        return "done today"
    return "goal met" if week.met and settings.reminder_unless_met else None


def _due(settings: Settings, day: date) -> datetime:
    """The time that was set, on that day; one before the day starts comes at its end, after midnight."""
    at = time.fromisoformat(settings.reminder_at)
    return datetime.combine(day + timedelta(days=at < settings.day_starts), at)


def _moment(settings: Settings, day: date) -> datetime | None:
    """When the day's reminder comes: at its time, or once it isn't quiet any more; never if that is another day."""
    at = _loud_from(settings, _due(settings, day))
    return at if day_of(at, settings.day_starts) == day else None


def time_of_day(settings: Settings) -> time | None:
    """The time at which reminders come: the one that was set, the end of the quiet hours that it lies in, or never."""
    moment = _moment(settings, date(2000, 1, 1))
    return moment.time() if moment is not None else None


def _next_moment(settings: Settings, today: date) -> datetime | None:
    """When a day after today may have a reminder."""
    days = (today + timedelta(days=n) for n in range(1, DAYS + 1))
    moments = (_moment(settings, day) for day in days if WEEKDAYS[day.weekday()] in settings.reminder_days)
    return next((moment for moment in moments if moment is not None), None)


def _loud_from(settings: Settings, at: datetime) -> datetime:
    """The instant itself, or the end of the quiet hours that it lies in; they may go on over midnight."""
    begin, end = time.fromisoformat(settings.quiet_from), time.fromisoformat(settings.quiet_until)
    of_day = at.time()
    if not (begin <= of_day < end if begin <= end else of_day >= begin or of_day < end):
        return at
    return datetime.combine(at.date() + timedelta(days=of_day >= end), end)
