"""The start of a new day, while the window stays open before one's eyes."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject, QTimer, Signal

from hamstring_gui.domain.history import seconds_to_next_day
from hamstring_gui.program.days import Days

AT_THE_LATEST_S = 60.0
"""A timer knows nothing of sleep, of clocks that are set, or of other time zones: it looks after a minute, too."""


class DayTurn(QObject):
    """Says with `turned` that today is another day than it was, by one timer that is aimed at the next day's start."""

    turned = Signal()

    def __init__(self, days: Days, parent: QObject) -> None:
        super().__init__(parent)
        self._days, self._day = days, days.today
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        days.preferences.changed.connect(self.look)
        self._aim()

    def look(self) -> None:
        """Look what day it is, and aim anew."""
        before, self._day = self._day, self._days.today
        if self._day != before:
            self.turned.emit()
        self._aim()

    def _aim(self) -> None:
        left_s = seconds_to_next_day(self._days.now, self._days.preferences.settings.day_starts)
        self._timer.start(math.ceil(1000 * min(left_s, AT_THE_LATEST_S)))
