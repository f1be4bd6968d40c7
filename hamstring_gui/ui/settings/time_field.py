"""A time of the day, changed by a quarter of an hour, or typed."""

from __future__ import annotations

import re
from datetime import time

from PySide6.QtCore import QLocale, Signal

from hamstring_gui.ui.controls.stepper import Counting, Stepper
from hamstring_gui.ui.dates import clock

LAST_MINUTE = 24 * 60 - 1
QUARTER, FINE = 15, 5
_TYPED = re.compile(r"\s*(\d{1,2})(?:\s*[:.h ]?\s*(\d{2}))?\s*(?:([ap])\.?m\.?)?\s*", re.IGNORECASE)


class TimeField(Stepper):
    """`chosen` carries the time that a person set, as "HH:MM"."""

    chosen = Signal(object)

    def __init__(self, name: str) -> None:
        counting = Counting(QUARTER, FINE, _written, minutes_typed, widest=_minutes(time(20, 30)))
        super().__init__(name, 0, LAST_MINUTE, counting)
        self.edited.connect(lambda minutes, _: self.chosen.emit(f"{_time(minutes):%H:%M}"))

    def show_value(self, value: object) -> None:
        """Show a time, as "HH:MM", without having that reported."""
        super().show_value(_minutes(time.fromisoformat(str(value))))


def minutes_typed(text: str) -> float | None:
    """The minute of the day that was typed: `18:30`, `6:30 pm`, `18`, `1830`; nothing where it is none."""
    read = QLocale().toTime(text.strip(), QLocale.FormatType.ShortFormat)
    if read.isValid():
        return 60.0 * read.hour() + read.minute()
    typed = _TYPED.fullmatch(text)
    if typed is None:
        return None
    hour, minute, half = int(typed[1]), int(typed[2] or 0), (typed[3] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return 60.0 * hour + minute if hour < 24 and minute < 60 else None


def _written(minutes: float) -> str:
    return clock(_time(minutes))


def _time(minutes: float) -> time:
    return time(*divmod(round(minutes), 60))


def _minutes(at: time) -> float:
    return 60.0 * at.hour + at.minute
