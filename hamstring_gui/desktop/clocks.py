"""What only the system knows of time, where Python doesn't tell it alike: how long the machine slept, and where it is.

Linux has all of it in Python's `time` (see `program/days.py`), so that nothing here is imported for the first picture.
"""

from __future__ import annotations

import sys
import time

TICKS_A_SECOND = 1e7
"""Windows counts interrupt time in units of 100 ns."""


def awake_and_asleep() -> tuple[float, float]:
    """Seconds awake and seconds asleep, each since some moment in the past. Where nobody tells, nobody slept."""
    if sys.platform == "win32":
        return _of_windows()
    if sys.platform == "darwin":
        awake = time.clock_gettime(time.CLOCK_UPTIME_RAW)
        return awake, time.clock_gettime(time.CLOCK_MONOTONIC_RAW) - awake
    return time.monotonic(), 0.0


def _of_windows() -> tuple[float, float]:
    """Its "unbiased" interrupt time leaves out what it spent asleep; the other one doesn't."""
    import ctypes

    system = ctypes.CDLL("kernelbase")
    both, awake = ctypes.c_ulonglong(), ctypes.c_ulonglong()
    system.QueryInterruptTimePrecise(ctypes.byref(both))
    system.QueryUnbiasedInterruptTimePrecise(ctypes.byref(awake))
    return awake.value / TICKS_A_SECOND, (both.value - awake.value) / TICKS_A_SECOND


def look_where_we_are() -> None:
    """Have Windows' C library, which Python asks for the local time, read the time zone again."""
    import ctypes

    if sys.platform == "win32":
        ctypes.CDLL("ucrtbase")._tzset()
