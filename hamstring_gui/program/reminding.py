"""What a reminder goes by, read from the disk, without Qt: also while the program is closed."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from datetime import date, datetime, timedelta

from hamstring_gui.domain.consistency import Week, week_start, weeks_until
from hamstring_gui.domain.history import day_of
from hamstring_gui.domain.reminding import Look, look
from hamstring_gui.domain.settings import FIRST_WEEKDAYS, Settings
from hamstring_gui.domain.system_week import system_first_weekday
from hamstring_gui.domain.values import dataclass
from hamstring_gui.program.opening import LOCK
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.reminded import days_told
from hamstring_gui.storage.settings import SettingsStore

STILL_RUNS = timedelta(minutes=10)
"""A session that was noted this long ago, on another computer maybe, may still run."""


@dataclass(frozen=True, slots=True)
class Found:
    """What is on the disk: `trouble` says what keeps the history from being read, `wrong` what is wrong with the
    settings. `week` is empty where there is no history."""

    settings: Settings
    today: date
    look: Look
    week: Week | None = None
    trouble: str = ""
    wrong: tuple[str, ...] = ()


def found(paths: Paths, now: datetime) -> Found:
    """Look whether to remind now; never raises because of what is in files."""
    settings, wrong = SettingsStore(paths.settings).load()
    today = day_of(now, settings.day_starts)
    first_weekday = FIRST_WEEKDAYS.get(settings.first_day, system_first_weekday(os.environ))
    if not settings.reminder:
        return Found(settings, today, Look("off"), wrong=wrong)
    try:
        with HistoryStore.open_to_read(paths.database) as store:
            (week,) = weeks_until(
                today, store.sessions_since(week_start(today, first_weekday)), first_weekday=first_weekday,
                goals=store.goals(), rest_weeks=store.rest_weeks(), count=1, since=store.first_day(today),
            )  # fmt: skip
            runs = running(store, now)
    except StorageError as error:
        return Found(settings, today, Look("off"), trouble=str(error), wrong=wrong)
    return Found(settings, today, look(settings, now, week, days_told(paths.reminded), running=runs), week, wrong=wrong)


def running(store: HistoryStore, now: datetime) -> bool:
    """Whether a session was noted to be under way just now."""
    for session_id in store.underway_ids():
        with suppress(ValueError, TypeError, IndexError):
            row = store.underway(session_id)
            if row is not None and abs(now - datetime.fromisoformat(row[4])) < STILL_RUNS:
                return True
    return False


def window_is_open(paths: Paths) -> bool:
    """Whether the program is open with these data: it reminds by itself then, and knows whether a session runs.

    Asks for the lock that Qt has on its file (`QLockFile`), in its own way; where that can't be asked for, it is not
    open.
    """
    file = paths.data / LOCK
    if sys.platform == "win32":
        try:
            os.close(os.open(file, os.O_RDWR))  # Qt lets others read it at most
        except PermissionError:
            return True
        except OSError:
            return False
        return False
    from fcntl import LOCK_NB, LOCK_SH, flock

    with suppress(OSError), file.open("rb") as opened:
        try:
            flock(opened, LOCK_SH | LOCK_NB)
        except BlockingIOError:
            return True
    return False
