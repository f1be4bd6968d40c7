"""A moment on all the clocks that there are."""

from __future__ import annotations

from datetime import datetime, timedelta

from hamstring_gui.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Instant:
    """The same moment on a monotonic clock (seconds awake) and on the wall (aware local time).

    `asleep` is how many seconds the machine has slept until now, as the system tells. A wall clock can be set, and says
    nothing about how much time has passed.
    """

    mono: float
    wall: datetime
    asleep: float = 0.0

    def at(self, mono: float, asleep: float | None = None) -> datetime:
        """The wall time at another reading of the other two clocks, had nobody set it."""
        slept = 0.0 if asleep is None else asleep - self.asleep
        return self.wall + timedelta(seconds=mono - self.mono + slept)
