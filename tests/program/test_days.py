"""The clock that the program is told the time by: time zones that change, and time asleep as each system tells it."""

from __future__ import annotations

import ctypes
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from hamstring_gui.program import days
from tests.domain.samples import HandClock


@pytest.fixture
def abroad(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Whatever zone a test is in, the next one is at home again."""
    with monkeypatch.context() as patch:
        yield patch
    time.tzset()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has its zone from elsewhere")
@pytest.mark.parametrize(("zone", "hours"), [("UTC0", 0), ("XXX-13", 13), ("YYY+9", -9), ("ZZZ-5:30", 5.5)])
def test_the_zone_is_the_one_of_now(abroad: pytest.MonkeyPatch, zone: str, hours: float) -> None:
    days.now()
    abroad.setenv("TZ", zone)
    now = days.now().wall
    assert now.utcoffset() == timedelta(hours=hours)
    assert abs(now - datetime.now(UTC)) < timedelta(seconds=5)


@pytest.mark.skipif(sys.platform != "linux", reason="Linux' own clocks")
def test_on_linux_sleep_is_what_one_clock_counts_and_the_other_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    shows = {time.CLOCK_MONOTONIC: 500.0, time.CLOCK_BOOTTIME: 512.5}
    monkeypatch.setattr(time, "clock_gettime", shows.__getitem__)
    now = days.now()
    assert (now.mono, now.asleep) == (500.0, 12.5)


def test_on_a_mac_sleep_is_what_one_clock_counts_and_the_other_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(time, "CLOCK_UPTIME_RAW", "awake", raising=False)
    monkeypatch.setattr(time, "CLOCK_MONOTONIC_RAW", "both", raising=False)
    monkeypatch.setattr(time, "clock_gettime", {"awake": 500.0, "both": 512.5}.__getitem__, raising=False)
    now = days.now()
    assert (now.mono, now.asleep) == (500.0, 12.5)


class Windows:
    """Its clocks, and its C library."""

    def __init__(self) -> None:
        self.zones_read = 0

    def QueryInterruptTimePrecise(self, out) -> None:
        out._obj.value = 5_125_000_000

    def QueryUnbiasedInterruptTimePrecise(self, out) -> None:
        out._obj.value = 5_000_000_000

    def _tzset(self) -> None:
        self.zones_read += 1


def test_on_windows_sleep_is_what_the_biased_time_has_more(monkeypatch: pytest.MonkeyPatch) -> None:
    windows = Windows()
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.delattr(time, "tzset", raising=False)
    monkeypatch.setattr(ctypes, "CDLL", lambda name: windows)
    now = days.now()
    assert (now.mono, now.asleep) == (500.0, 12.5)
    assert windows.zones_read == 1


def test_where_nobody_tells_nobody_slept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "freebsd14")
    assert days.now().asleep == 0.0


def test_the_reading_of_the_monotonic_clock_alone_is_that_of_all_of_them() -> None:
    own = HandClock()
    clock = days.Days(None, own)  # type: ignore[arg-type]
    own.pass_time(12.5)
    assert clock.mono() == own().mono
    clock.clock = days.now
    before, instant, after = clock.mono(), days.now(), clock.mono()
    assert before <= instant.mono + 0.001 <= after + 0.002
