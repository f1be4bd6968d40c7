"""The process that waits: what it makes of what is looked for it, and how it sleeps."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hamstring_gui.desktop import remind_waiter
from hamstring_gui.desktop.remind_waiter import AGAIN_S, AT_LEAST_EVERY_S, Waiter, main

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")

LOOKER = """#!/bin/sh
cd "$(dirname "$0")"
case "$1" in
    --look) cat answer; exit 0;;
    --tell) echo $$ > told; exec sleep 60;;
esac
"""


@pytest.fixture(autouse=True)
def signals_as_before() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.fixture
def answer(tmp_path: Path) -> Callable[[str], None]:
    """What the next look finds."""
    looker = tmp_path / "looker"
    looker.write_text(LOOKER)
    looker.chmod(0o755)
    return lambda line: (tmp_path / "answer").write_text(line) and None


@pytest.fixture
def waiter(tmp_path: Path, answer: Callable[[str], None]) -> Waiter:
    return Waiter(str(tmp_path / "settings.toml"), [str(tmp_path / "looker")])


@pytest.mark.parametrize(
    ("line", "goes_on", "again_s"),
    [
        ("wait 2000000000\n", True, 2e9),
        ("wait 2000000000 closed\n", True, 2e9),
        ("wait soon\n", True, None),
        ("", True, None),
        ("Traceback (most recent call last):\n", True, None),
        ("end\n", False, 0.0),
    ],
)
def test_what_was_found(
    waiter: Waiter, answer: Callable[[str], None], line: str, goes_on: bool, again_s: float | None
) -> None:
    answer(line)
    assert waiter.look() is goes_on
    expected = time.time() + AGAIN_S if again_s is None else again_s
    assert waiter._again == pytest.approx(expected, abs=60)


def test_it_ends_when_reminders_while_closed_are_turned_off_not_where_it_was_started_by_hand(
    waiter: Waiter, answer: Callable[[str], None]
) -> None:
    for line, goes_on in (("wait 1", True), ("wait 1", True), ("wait 1 closed", True), ("", True), ("wait 1", True)):
        answer(line)
        assert waiter.look() is goes_on
    answer("wait 1 closed")
    assert waiter.look()
    answer("wait 1")
    assert not waiter.look()


def test_one_notification_stands_and_goes_with_the_process(
    waiter: Waiter, answer: Callable[[str], None], tmp_path: Path
) -> None:
    answer("now closed")
    assert waiter.look()
    end = time.monotonic() + 30
    while not (tmp_path / "told").exists() or not (tmp_path / "told").read_text():
        assert time.monotonic() < end
        time.sleep(0.005)
    told = int((tmp_path / "told").read_text())
    (tmp_path / "told").unlink()
    assert waiter.look(), "no second one beside it"
    assert not (tmp_path / "told").exists()
    waiter.end()
    assert os.WTERMSIG(os.waitpid(told, 0)[1]) == 15
    waiter.end()


class Clocks:
    """Time that passes in steps; `wall` may be set meanwhile."""

    def __init__(self) -> None:
        self.mono, self.wall, self.steps = 100.0, 1e9, 0
        self.at: dict[int, Callable[[], object]] = {}

    def monotonic(self) -> float:
        return self.mono

    def time(self) -> float:
        return self.wall

    def sleep(self, seconds: float) -> None:
        self.mono, self.wall, self.steps = self.mono + seconds, self.wall + seconds, self.steps + 1
        self.at.get(self.steps, lambda: None)()


def test_how_long_it_sleeps(
    waiter: Waiter, answer: Callable[[str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until the time that was told, the computer slept over it, the clock was set back, the settings changed, or an
    hour is over, since the zone may be another one."""
    slept = []
    answer("wait 1000000062")
    for change in ("nothing", "sleep", "back", "settings", "zone"):
        clocks = Clocks()
        monkeypatch.setattr(remind_waiter, "time", clocks)
        assert waiter.look()
        if change == "sleep":
            clocks.at[3] = lambda clocks=clocks: setattr(clocks, "wall", 1e9 + 9999)
        elif change == "back":
            clocks.at[4] = lambda clocks=clocks: setattr(clocks, "wall", 1e9 - 9999)
        elif change == "settings":
            clocks.at[5] = (tmp_path / "settings.toml").touch
        elif change == "zone":
            waiter._again = 2e9
        waiter.sleep()
        slept.append(clocks.steps)
    assert slept == [13, 3, 4, 5, AT_LEAST_EVERY_S // 5 + 1]


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
def test_one_of_another_log_in_makes_way_and_one_of_this_does_not(
    tmp_path: Path, answer: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = [str(tmp_path / "lock"), str(tmp_path / "settings.toml"), str(tmp_path / "looker")]
    answer("wait 4000000000")
    monkeypatch.setenv("XDG_SESSION_ID", "1")
    with subprocess.Popen([sys.executable, "-I", "-S", remind_waiter.__file__, *arguments]) as older:
        try:
            end = time.monotonic() + 60
            while not (tmp_path / "lock").exists() or str(older.pid) not in (tmp_path / "lock").read_text():
                assert time.monotonic() < end
                time.sleep(0.005)
            assert main(arguments) == 0
            assert "another one waits already" in capsys.readouterr().err
            assert older.poll() is None
            monkeypatch.setenv("XDG_SESSION_ID", "2")
            monkeypatch.setattr(remind_waiter, "LOOKS_FOR_THE_END", 600)
            held = remind_waiter._taken_over(arguments[0])
            assert held is not None
            os.close(held)
            assert older.wait(60) == 0
        finally:
            older.kill()


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
def test_it_can_be_asked_to_go_as_soon_as_the_lock_names_it(
    tmp_path: Path, answer: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    answer("end")
    asked_how = []
    alone = remind_waiter._alone
    monkeypatch.setattr(
        remind_waiter, "_alone", lambda lock: (asked_how.append(signal.getsignal(signal.SIGTERM)), alone(lock))[1]
    )
    assert main([str(tmp_path / "lock"), str(tmp_path / "settings.toml"), str(tmp_path / "looker")]) == 0
    assert asked_how == [remind_waiter._on_end]


def test_a_stranger_whose_number_stands_in_the_lock_is_left_alone(tmp_path: Path) -> None:
    """Numbers of processes are given again."""
    held = remind_waiter._alone(str(tmp_path / "lock"))
    assert held is not None
    for noted in (f"{os.getpid()}\nelsewhere", "0\nelsewhere", "-1\nelsewhere", "x\nelsewhere", "\0", ""):
        (tmp_path / "lock").write_text(noted)
        assert remind_waiter._taken_over(str(tmp_path / "lock")) is None
    os.close(held)


def test_it_ends_with_the_log_in(
    tmp_path: Path, answer: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    bus, nowhere = tmp_path / "bus", tmp_path / "nowhere"
    bus.touch()
    answer("wait 1")
    looks = []
    for address in (f"unix:path={bus},guid=12", f"unix:path={nowhere}", "unix:abstract=/tmp/x", "tcp:host=x", ""):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        waiter = Waiter(str(tmp_path / "settings.toml"), [str(tmp_path / "looker")])
        assert waiter.look()
        bus.unlink(missing_ok=True)
        looks.append(waiter.look())
    assert looks == [False, True, True, True, True]


def test_never_two_at_once(tmp_path: Path, answer: Callable[[str], None], capsys: pytest.CaptureFixture[str]) -> None:
    answer("end")
    arguments = [str(tmp_path / "lock"), str(tmp_path / "settings.toml"), str(tmp_path / "looker")]
    held = remind_waiter._alone(arguments[0])
    assert held is not None
    assert main(arguments) == 0
    assert "another one waits already" in capsys.readouterr().err
    os.close(held)
    assert main([str(tmp_path / "none" / "lock"), *arguments[1:]]) == 1
    assert "No such file" in capsys.readouterr().err
