"""A time of the day, changed by a quarter of an hour, or typed."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import Signal

from hamstring_gui.ui.controls.stepper import Counting, Stepper
from hamstring_gui.ui.dates import clock, time_typed

LAST_MINUTE = 24 * 60 - 1
QUARTER, FINE = 15, 5


class TimeField(Stepper):
    """`chosen` carries the time that a person set, as "HH:MM"."""

    chosen = Signal(object)

    def __init__(self, name: str) -> None:
        counting = Counting(QUARTER, FINE, _written, time_typed, widest=_minutes(time(20, 30)))
        super().__init__(name, 0, LAST_MINUTE, counting)
        self.edited.connect(lambda minutes, _: self.chosen.emit(f"{_time(minutes):%H:%M}"))

    def show_value(self, value: object) -> None:
        """Show a time, as "HH:MM", without having that reported."""
        super().show_value(_minutes(time.fromisoformat(str(value))))


def _written(minutes: float) -> str:
    return clock(_time(minutes))


def _time(minutes: float) -> time:
    return time(*divmod(round(minutes), 60))


def _minutes(at: time) -> float:
    return 60.0 * at.hour + at.minute
