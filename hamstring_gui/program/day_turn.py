"""The start of a new day, or another hour of it, while the window stays open before one's eyes."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer

from hamstring_gui.domain.history import seconds_to_next_day
from hamstring_gui.program.days import Days

AT_THE_LATEST_S = 60.0
"""A timer knows nothing of sleep, of clocks that are set, or of other time zones: it looks after a minute, too."""


class DayTurn(QObject):
    """Calls `on_turned` when today is another day than it was, or the hour another, which it may be greeted by: by one
    timer that is aimed at the next day's start."""

    def __init__(self, days: Days, on_turned: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._days, self._on_turned = days, on_turned
        self._known = self._now
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        days.preferences.changed.connect(self.look)
        self._aim()

    @property
    def _now(self) -> tuple[date, int]:
        return self._days.today, self._days.now.hour

    def look(self) -> None:
        """Look what day it is, and aim anew."""
        before, self._known = self._known, self._now
        if self._known != before:
            self._on_turned()
        self._aim()

    def _aim(self) -> None:
        left_s = seconds_to_next_day(self._days.now, self._days.preferences.settings.day_starts)
        self._timer.start(math.ceil(1000 * min(left_s, AT_THE_LATEST_S)))
