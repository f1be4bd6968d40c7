"""The command `remind`: what it would say, and the small process that it becomes."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from jeepney import Message
from PySide6.QtCore import QLockFile

from hamstring_gui.commands import remind
from hamstring_gui.commands.command_line import PROBLEM, USAGE, main
from hamstring_gui.domain.consistency import Day, Goal, Week
from hamstring_gui.domain.history import by_hand
from hamstring_gui.domain.reminding import Look
from hamstring_gui.domain.settings import Settings
from hamstring_gui.program import reminding_alone
from hamstring_gui.program.opening import LOCK
from hamstring_gui.program.reminding import Found, running
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.reminded import days_told, give_back, take
from tests.conftest import ROOT
from tests.desktop.buses import Service, bus_of_its_own, needs_dbus

Capture = pytest.CaptureFixture[str]
THURSDAY = date(2026, 11, 26)
NOW = datetime(2026, 11, 26, 18, 30).astimezone()
LIMIT_KB = 12_000
ON = "[reminder]\non = true\n"
DONE = "Nothing today: there was a session today; the next look is "
FRIDAY = "the next look is on Friday at 18:00."
SAYS = "“Time to stretch. {} of 3 days so far this week.” with Start now and Not today"


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """Half past six on a Thursday; reminders are on, at six."""
    monkeypatch.setattr(remind, "now", lambda: NOW)
    paths = Paths.under(tmp_path / "data")
    paths.data.mkdir()
    paths.settings.write_text(ON)
    return paths


def sessions(paths: Paths, *days_ago: int) -> None:
    with HistoryStore.open(paths.database) as store:
        for n in days_ago:
            day = THURSDAY - timedelta(days=n)
            store.put_session(by_hand(f"s{n}", NOW - timedelta(days=n), day, left_s=90, right_s=90))


def checked(paths: Paths, capsys: Capture) -> str:
    assert main(["remind", "--check", "--data-dir", str(paths.data)]) == 0
    said = capsys.readouterr()
    assert (said.err, said.out.count("\n")) == ("", 1)
    return said.out.rstrip("\n")


@pytest.mark.parametrize(
    ("settings", "done", "says"),
    [
        (ON, (), SAYS.format(0)),
        (ON, (1, 3), SAYS.format(2)),
        (ON, (0,), DONE + "on Friday at 18:00."),
        (ON, (1, 2, 3), "Nothing today: this week's goal is met, with 3 of 3 days; " + FRIDAY),
        (f"{ON}unless_goal_met = false", (1, 2, 3), SAYS.format(3)),
        (f'{ON}at = "19:00"', (), f"Nothing yet: today at 19:00 it would say {SAYS.format(0)}."),
        (f'{ON}days = ["monday"]', (), "Nothing today: there is none on Thursdays; the next look is on Monday at "),
        (f'{ON}days = ["thursday"]', (0,), DONE + "on Thursday 3 December at 18:00."),
        (f'{ON}at = "00:00"\nquiet_from = "07:00"', (), "Nothing yet: tonight at 00:00 it would say " + SAYS.format(0)),
        (f"{ON}days = []", (), "Nothing: reminders are on, but on no day of the week."),
        (f'{ON}quiet_from = "18:15"', (), "Nothing now: it is quiet from 18:15 until 07:00; " + FRIDAY),
        (f'{ON}at = "23:00"', (), "Nothing: the reminder's time, 23:00, is among the quiet hours."),
        ("", (), "Nothing: reminders are off; they are in Settings, under Reminder."),
        ("[reminder\n", (), "Nothing: reminders are off; they are in Settings, under Reminder. ({0}: this is not "),
        (f'{ON}at = "6 pm"', (), SAYS.format(0) + ' ({0}: reminder, at: must be a time like "04:00"'),
        ("\0", (), "Nothing: reminders are off;"),
    ],
)  # fmt: skip
def test_what_it_would_say(paths: Paths, capsys: Capture, settings: str, done: tuple[int, ...], says: str) -> None:
    paths.settings.write_text(settings)
    if done:
        sessions(paths, *done)
    assert checked(paths, capsys).startswith(says.replace("{0}", str(paths.settings)))
    assert main(["remind", "--look", "--data-dir", str(paths.data)]) == 0, "a look is never in the way of that"


def test_after_midnight_days_are_those_of_the_calendar(paths: Paths, capsys: Capture, monkeypatch) -> None:
    """Although it is Thursday yet, as the program counts days."""
    monkeypatch.setattr(remind, "now", lambda: datetime(2026, 11, 27, 1, 0).astimezone())
    paths.settings.write_text(f'{ON}at = "02:00"\nquiet_from = "07:00"\n')
    assert checked(paths, capsys).startswith("Nothing yet: today at 02:00 ")
    sessions(paths, 0)
    assert checked(paths, capsys).endswith("the next look is on Saturday at 02:00.")
    paths.settings.write_text(ON)
    assert checked(paths, capsys).endswith("the next look is today at 18:00.")


def test_what_is_told_once_and_what_is_in_the_way(paths: Paths, capsys: Capture) -> None:
    with HistoryStore.open(paths.database) as store:
        store.mark_rest(THURSDAY - timedelta(days=3), rest=True)
        assert "this is a rest week" in checked(paths, capsys)
        store.mark_rest(THURSDAY - timedelta(days=3), rest=False)
        store.set_goal(Goal(THURSDAY, 2))
    assert "0 of 2 days" in checked(paths, capsys)
    take(paths.reminded, THURSDAY)
    assert checked(paths, capsys).startswith("Nothing today: the reminder of today is over; the next look is on Friday")


@pytest.mark.parametrize("history", [b"no database", b"SQLite format 3\0" + bytes(range(256)) * 30, None])
def test_a_history_that_can_not_be_read(paths: Paths, capsys: Capture, history: bytes | None) -> None:
    if history is None:
        paths.database.mkdir()
    else:
        paths.database.write_bytes(history)
    assert re.fullmatch(r"Nothing: the history can't be read \(.+\)\.", checked(paths, capsys))
    assert reminding_alone.answer_to_waiter(paths, NOW) == f"wait {NOW.timestamp() + 300:.0f}", "it may be mended"


def test_settings_that_are_no_file_and_a_folder_that_is_none(tmp_path: Path, capsys: Capture) -> None:
    for paths in (Paths.under(tmp_path / "not there"), Paths.under(tmp_path / "a"), Paths.under(tmp_path / "file")):
        if paths.data.name == "a":
            paths.settings.mkdir(parents=True)
        elif paths.data.name == "file":
            paths.data.touch()
        assert checked(paths, capsys).startswith("Nothing: reminders are off")


def test_what_makes_no_sense(tmp_path: Path) -> None:
    assert main(["--start", "x", "remind", "--check", "--data-dir", str(tmp_path)]) == USAGE
    assert main(["remind", "--check", "--tell", "--data-dir", str(tmp_path)]) == USAGE


def test_what_the_process_that_waits_is_told(paths: Paths) -> None:
    def told() -> str:
        return reminding_alone.answer_to_waiter(paths, NOW)

    soon = f"wait {NOW.timestamp() + 300:.0f}"
    assert told() == "now"
    lock = QLockFile(str(paths.data / LOCK))
    assert lock.tryLock(0)
    assert told() == soon, "the window is open, and reminds by itself"
    lock.unlock()
    paths.settings.write_text(f'{ON}at = "19:00"\nwhen_closed = true\n')
    assert told() == f"wait {NOW.timestamp() + 1800:.0f} closed"
    paths.settings.write_text("[reminder]\nwhen_closed = true\n")
    assert told() == "end"


def test_a_session_runs_that_was_noted_just_now(paths: Paths) -> None:
    class Store:
        def __init__(self, noted: str) -> None:
            self._row = ("s", "m", "left", "{}", noted, 0, 0.0, None)

        def underway_ids(self) -> tuple[str, ...]:
            return ("s",)

        def underway(self, _: str) -> tuple[object, ...]:
            return self._row

    noted = [NOW - timedelta(minutes=1), NOW + timedelta(minutes=1), NOW - timedelta(hours=1)]
    assert [running(Store(at.isoformat()), NOW) for at in noted] == [True, True, False]  # type: ignore[arg-type]
    assert not running(Store("never"), NOW)  # type: ignore[arg-type]


# -- the notification --------------------------------------------------------------------------------------------------
PATH, INTERFACE = "/org/freedesktop/Notifications", "org.freedesktop.Notifications"


@contextmanager
def told(paths: Paths, address: str) -> Iterator[subprocess.Popen[bytes]]:
    """`--tell` in a process of its own, with the clock as it is: whenever that is, the reminder's time has come."""
    quiet = 'quiet_from = "00:00"\nquiet_until = "00:00"\n'
    paths.settings.write_text(f'{ON}at = "00:00"\n{quiet}[week]\nday_starts_at = "00:00"\n')
    command = [sys.executable, "-m", "hamstring_gui", "remind", "--tell", "--data-dir", str(paths.data)]
    env = os.environ | {"DBUS_SESSION_BUS_ADDRESS": address}
    with subprocess.Popen(command, cwd=ROOT, env=env, stderr=subprocess.PIPE) as process:
        try:
            yield process
        finally:
            process.kill()


def wait_for(service: Service, member: str) -> tuple[object, ...]:
    end = time.monotonic() + 60
    while not (calls := [call for call in service.calls if call[0] == member]):
        assert time.monotonic() < end, service.calls
        time.sleep(0.005)
    return calls[-1]


class Desktop(Service):
    """Shows notifications, and presses what is `pressed` on each: signals with their arguments."""

    pressed: tuple[tuple[str, str, tuple[object, ...]], ...] = ()

    def __init__(self, address: str) -> None:
        answers = {"GetCapabilities": ("as", (["body", "actions"],)), "Notify": ("u", (7,))}
        super().__init__(address, INTERFACE, answers)

    def _answer(self, message: Message) -> None:
        super()._answer(message)
        if self.calls[-1][0] == "Notify":
            for name, signature, body in self.pressed:
                self.signal(PATH, INTERFACE, name, signature, *body)

    def shown(self) -> int:
        return len([call for call in self.calls if call[0] == "Notify"])


@needs_dbus
def test_start_now_starts_the_program_and_not_today_does_not(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[tuple[list[str], str]] = []
    monkeypatch.setattr(reminding_alone, "_start_window", lambda given, token: started.append(([*given], token)))
    monkeypatch.setattr(reminding_alone, "_hear_signals", lambda: None)
    monkeypatch.setattr(reminding_alone, "_hear_no_signals", lambda: None)
    token, closed = ("ActivationToken", "us", (7, "token")), ("NotificationClosed", "uu", (7, 2))
    elsewhere = ("ActionInvoked", "us", (8, "start"))
    with bus_of_its_own() as address, Desktop(address) as desktop:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        for pressed in (
            (token, ("ActionInvoked", "us", (7, "start")), closed),
            (("ActionInvoked", "us", (7, "not-today")), closed),
            (("ActionInvoked", "us", (7, "default")),),
            (closed,),
        ):
            desktop.pressed = (elsewhere, *pressed)
            give_back(paths.reminded, THURSDAY)
            remind.tell(paths, ["--data-dir", "x"])
        assert started == [(["--data-dir", "x", "--start"], "token"), (["--data-dir", "x"], "")]
        remind.tell(paths, [])
        assert desktop.shown() == 4, "once a day"


@needs_dbus
def test_it_ends_cleanly_and_takes_the_notification_with_it(paths: Paths) -> None:
    with bus_of_its_own() as address, Desktop(address) as desktop, told(paths, address) as process:
        notify = wait_for(desktop, "Notify")
        assert notify[4:7] == (
            "Time to stretch", "0 of 3 days so far this week.",
            ["default", "Open Hamstring", "start", "Start now", "not-today", "Not today"],
        )  # fmt: skip
        process.terminate()
        assert process.wait(60) == 0
        assert wait_for(desktop, "CloseNotification") == ("CloseNotification", 7)


def test_where_nobody_shows_notifications_the_day_has_had_none(
    paths: Paths, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    monkeypatch.setattr(reminding_alone, "_hear_no_signals", lambda: None)
    assert main(["remind", "--tell", "--data-dir", str(paths.data)]) == PROBLEM
    assert "the reminder can't be shown" in capsys.readouterr().err
    assert days_told(paths.reminded) == frozenset()


# -- the process that waits --------------------------------------------------------------------------------------------
def test_nothing_of_qt_on_the_way(tmp_path: Path) -> None:
    """Neither to what waits, nor to what looks; nor folders of the platform where one was named."""
    code = (
        "import os, sys\n"
        "os.execve = lambda *_: (_ for _ in ()).throw(SystemExit(0))\n"
        "from hamstring_gui.commands.command_line import main\n"
        "for way in (['--check'], ['--look'], []):\n"
        "    try:\n"
        "        main(['remind', *way, '--data-dir', sys.argv[1]])\n"
        "    except SystemExit:\n"
        "        pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    (tmp_path / "settings.toml").write_text(ON)
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, capture_output=True, text=True)
    modules = {name.partition(".")[0] for name in done.stderr.split()}
    assert "sqlite3" in modules
    assert modules.isdisjoint({"PySide6", "shiboken6", "platformdirs", "tomlkit", "PIL", "numpy", "jeepney", "wakepy"})


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
def test_it_waits_in_little_memory_and_ends_cleanly(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text(f"{ON}days = []\n")
    command = [sys.executable, "-m", "hamstring_gui", "remind", "--data-dir", str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE) as process:
        try:
            end = time.monotonic() + 60
            while not _names(tmp_path / reminding_alone.WAITING_LOCK, process.pid):
                assert time.monotonic() < end
                time.sleep(0.01)
            other = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
            assert (other.returncode, "another one waits already" in other.stderr) == (0, True)
            status = Path(f"/proc/{process.pid}/status").read_text()
            assert int(re.search(r"VmHWM:\s+(\d+)", status)[1]) < LIMIT_KB * 2  # type: ignore[index]
            assert int(re.search(r"VmRSS:\s+(\d+)", status)[1]) < LIMIT_KB  # type: ignore[index]
            process.send_signal(signal.SIGTERM)
            assert process.wait(60) == 0
            assert process.stderr is not None
            assert process.stderr.read() == b""
        finally:
            process.kill()


def _names(lock: Path, pid: int) -> bool:
    """As it does once it is held; who tried to lock it could be in the way of who is to hold it."""
    return lock.exists() and lock.read_text().startswith(f"{pid}\n")


@pytest.mark.nightly
def test_with_reminders_off_there_is_nothing_to_wait_for(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hamstring_gui", "remind", "--data-dir", str(tmp_path / "new")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("sessions", "today", "on", "nothing"),
    [(0, THURSDAY, True, False), (1, THURSDAY, True, True), (0, THURSDAY + timedelta(days=1), True, True),
     (0, THURSDAY, False, True)],
)  # fmt: skip
def test_what_is_shown_goes_once_it_means_nothing_any_more(sessions: int, today: date, on: bool, nothing: bool) -> None:
    week = Week((Day(THURSDAY, sessions > 0, False, sessions=sessions),), 0.0)
    at_hand = Found(Settings(reminder=on), today, Look("later"), week)
    assert reminding_alone._means_nothing(at_hand, THURSDAY) is nothing
