"""The clock and the calendar, as the settings have them: what time it is, which day, and what weeks start on."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache

from PySide6.QtCore import QLocale

from hamstring_gui.domain.history import day_of
from hamstring_gui.domain.instant import Instant
from hamstring_gui.domain.settings import FIRST_WEEKDAYS
from hamstring_gui.program.preferences import Preferences


def now() -> Instant:
    """The clock that the whole program is told the time by. Whoever travels needn't start it again."""
    if sys.platform == "linux":
        awake = time.clock_gettime(time.CLOCK_MONOTONIC)
        asleep = time.clock_gettime(time.CLOCK_BOOTTIME) - awake
        _look_at_the_zone(int(awake), os.environ.get("TZ", ""))
    else:
        _look_where_we_are()
        awake, asleep = _elsewhere()
    return Instant(awake, datetime.now().astimezone(), asleep)


def awake_s() -> float:
    """The monotonic clock of `now` alone: each picture of a session asks, and none for the wall's."""
    return time.clock_gettime(time.CLOCK_MONOTONIC) if sys.platform == "linux" else _elsewhere()[0]


@lru_cache(maxsize=1)
def _look_at_the_zone(_second: int, _zone: str) -> None:
    """Read the zone again, if it is another one: once a second is enough, for every look at a session asks."""
    time.tzset()


def _look_where_we_are() -> None:
    from hamstring_gui.desktop import clocks

    if hasattr(time, "tzset"):
        time.tzset()
    else:
        clocks.look_where_we_are()


def _elsewhere() -> tuple[float, float]:
    from hamstring_gui.desktop import clocks

    return clocks.awake_and_asleep()


class Days:
    """Asked anew each time: a day begins while the window is open, and settings change."""

    def __init__(self, preferences: Preferences, clock: Callable[[], Instant] = now) -> None:
        self.preferences, self.clock = preferences, clock

    def mono(self) -> float:
        """The reading of its monotonic clock."""
        return awake_s() if self.clock is now else self.clock().mono

    @property
    def now(self) -> datetime:
        return self.clock().wall

    @property
    def today(self) -> date:
        return day_of(self.now, self.preferences.settings.day_starts)

    @property
    def first_weekday(self) -> int:
        """What weeks start on: 0 for Monday … 6 for Sunday."""
        chosen = self.preferences.settings.first_day
        return FIRST_WEEKDAYS.get(chosen, QLocale.system().firstDayOfWeek().value - 1)
