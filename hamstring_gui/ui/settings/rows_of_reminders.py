"""What stands on the Settings page about reminders and the icon in the system tray."""

from __future__ import annotations

from collections.abc import Collection
from datetime import time

from PySide6.QtCore import QCoreApplication, QLocale

from hamstring_gui.domain.settings import WEEKDAYS
from hamstring_gui.ui.dates import clock, weekday_named, weekdays_listed
from hamstring_gui.ui.settings.described import Flag, Group, Row, SomeOf, TimeOfDay

translate = QCoreApplication.translate


def reminder_group() -> Group:
    return Group(translate("settings", "Reminder"), (*_when(), *_quiet(), _when_closed()))


def _when() -> tuple[Row, ...]:
    first = QLocale().firstDayOfWeek().value - 1
    days = [*WEEKDAYS[first:], *WEEKDAYS[:first]]
    return (
        Row(
            "reminder",
            translate("settings", "Reminder"),
            translate("settings", "A notification on days that have no session yet. There is none in rest weeks."),
            Flag(),
            translate("settings", "notify notification alarm remember"),
        ),
        Row(
            "reminder_days",
            translate("settings", "Reminder days"),
            translate("settings", "The days on which there may be one."),
            SomeOf(tuple((day, weekday_named(WEEKDAYS.index(day) + 1)) for day in days), _days),
            translate("settings", "weekdays weekend"),
        ),
        Row(
            "reminder_at",
            translate("settings", "Reminder time"),
            translate("settings", "Later on the same day, once, if the computer was asleep or off."),
            TimeOfDay(_clock),
            translate("settings", "time hour"),
        ),
        Row(
            "reminder_unless_met",
            translate("settings", "Only until the goal is met"),
            translate("settings", "For the rest of such a week there is no reminder."),
            Flag(),
        ),
    )


def _quiet() -> tuple[Row, Row]:
    return (
        Row(
            "quiet_from",
            translate("settings", "Quiet from"),
            translate("settings", "From then on, no reminder comes, not even a late one."),
            TimeOfDay(_clock),
            translate("settings", "night quiet hours do not disturb"),
        ),
        Row(
            "quiet_until",
            translate("settings", "Quiet until"),
            translate("settings", "The same time as the one above means that there are no quiet hours."),
            TimeOfDay(_clock),
            translate("settings", "night morning quiet hours"),
        ),
    )


def _when_closed() -> Row:
    return Row(
        "reminder_when_closed",
        translate("settings", "Remind when Hamstring is closed"),
        translate("settings", "A small program waits from when you log in. Nothing of it shows until it reminds you."),
        Flag(),
        translate("settings", "autostart background log in start"),
    )


def tray_row() -> Row:
    return Row(
        "tray",
        translate("settings", "Icon in the system tray"),
        translate("settings", "Tells the time left, pauses, and quits. Closing the window still closes Hamstring."),
        Flag(),
        translate("settings", "notification area status menu bar"),
    )


def _days(days: object) -> str:
    """`every day`, or their names."""
    assert isinstance(days, Collection)
    if len(days) == len(WEEKDAYS):
        return translate("settings", "every day")
    return weekdays_listed(WEEKDAYS.index(str(day)) + 1 for day in days)


def _clock(at: object) -> str:
    return clock(time.fromisoformat(str(at)))
