"""Reminding while the program is closed: waiting in a process as small as it gets, and telling, without Qt on Linux."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path

from hamstring_gui.domain.consistency import Week
from hamstring_gui.domain.reminding import NOT_TODAY, OPEN, START, Words
from hamstring_gui.program.reminding import Found, found, window_is_open
from hamstring_gui.storage.errors import StorageError, plain
from hamstring_gui.storage.paths import Paths, assets_dir
from hamstring_gui.storage.reminded import give_back, take

PACKAGE = Path(__file__).resolve().parent.parent
WAITING_LOCK = ".remind"
"""In the data folder, while a process waits there."""
WINDOW_OPEN = timedelta(minutes=5)
LOOK_AGAIN_S = 300.0


def command(arguments: Sequence[str]) -> list[str]:
    """What runs the program's command line; `PYTHONPATH` says where it lies."""
    return [sys.executable, "-P", "-m", "hamstring_gui", *arguments]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(PACKAGE.parent)}


def wait(paths: Paths, arguments: Sequence[str]) -> int:
    """Become the process that waits (`remind_waiter`); `arguments` are those that every command needs here.

    Gives an exit status only where that can't be. Raises `StorageError`.
    """
    try:
        paths.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(f"{paths.data}: {plain(error)}") from error
    told = [str(paths.data / WAITING_LOCK), str(paths.settings), *command([*arguments, "remind"])]
    if os.name == "posix":
        waiter = str(PACKAGE / "desktop" / "remind_waiter.py")
        with suppress(OSError):  # the folder that it was started in may be on a disk that is to be taken out
            os.chdir("/")
        os.execve(sys.executable, [sys.executable, "-I", "-S", waiter, *told], environment())
    from hamstring_gui.desktop.remind_waiter import main

    os.environ.update(environment())
    return main(told)


def answer_to_waiter(paths: Paths, now: datetime) -> str:
    """The line that the waiting process reads."""
    at_hand = found(paths, now)
    look = at_hand.look
    closed = " closed" if at_hand.settings.reminder_when_closed else ""
    if not at_hand.settings.reminder:
        return "end"
    if look.verdict == "now" and not window_is_open(paths):
        return f"now{closed}"
    again = now.replace(tzinfo=None) + WINDOW_OPEN if look.verdict == "now" or at_hand.trouble else look.again
    if again is None:
        return f"wait {now.timestamp() + 3600:.0f}{closed}"
    return f"wait {again.timestamp():.0f}{closed}"


def tell(
    paths: Paths, arguments: Sequence[str], now: Callable[[], datetime], words_of: Callable[[Week], Words]
) -> None:
    """Show the reminder, unless somebody else did; stay until it is answered, or means nothing any more.

    Raises `StorageError` where that can't be noted, or shown.
    """
    _hear_no_signals()
    at_hand = found(paths, now())
    if at_hand.look.verdict != "now" or at_hand.week is None or not take(paths.reminded, at_hand.today):
        return
    shows = _by_bus if sys.platform == "linux" else _by_tray
    try:
        action, token = shows(words_of(at_hand.week), lambda: _means_nothing(found(paths, now()), at_hand.today))
    except Exception as error:
        give_back(paths.reminded, at_hand.today)
        raise StorageError(f"the reminder can't be shown: {error}") from error
    if action in (START, OPEN):
        _start_window([*arguments, *(["--start"] if action == START else [])], token)


def _hear_no_signals() -> None:
    """Until it is known which notification is to be withdrawn when the process ends."""
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGTERM,))


def _hear_signals() -> None:
    signal.signal(signal.SIGTERM, _on_end)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGTERM,))


def _on_end(*_: object) -> None:
    raise SystemExit(0)


def _means_nothing(at_hand: Found, today: date) -> bool:
    """Whether a reminder of `today` has come too late by now, or isn't wanted any more."""
    week = at_hand.week
    done = week is not None and any(day.date == today and day.sessions for day in week.days)
    return at_hand.today != today or done or not at_hand.settings.reminder


def _by_bus(words: Words, means_nothing: Callable[[], bool]) -> tuple[str, str]:
    """Show it on the desktop, and wait for what is chosen, with what lets a window come to the front.

    Raises `BusError` where nobody shows any.
    """
    from hamstring_gui.desktop.bus_line import BusError, BusLine
    from hamstring_gui.desktop.notifications import Notice, Notifications

    line = BusLine("SESSION")
    try:
        notifications = Notifications(line)
        actions = ((OPEN, words.open), (START, words.start), (NOT_TODAY, words.not_today))
        number = notifications.show(Notice(words.title, words.text, actions))
        with suppress(BusError):  # the session is over
            try:
                _hear_signals()
                while not means_nothing():
                    heard = (notifications.heard(message) for message in line.come(LOOK_AGAIN_S))
                    if (answer := next((one for one in heard if one and one.number == number), None)) is not None:
                        return answer.action, answer.token
            except SystemExit:
                notifications.withdraw(number)
                raise
            notifications.withdraw(number)
        return "", ""
    finally:
        line.close()


def _by_tray(words: Words, means_nothing: Callable[[], bool]) -> tuple[str, str]:
    """As Windows and macOS show it: there are no buttons, and a click is the first of them."""
    from hamstring_gui.desktop.tray_message import show_and_wait

    clicked = show_and_wait(words.title, words.text, assets_dir() / "icons" / "hamstring.svg")
    return (START if clicked and not means_nothing() else ""), ""


def _start_window(arguments: Sequence[str], token: str) -> None:
    """Open the window, or have the one that is open do what it would do."""
    given = environment() | ({"XDG_ACTIVATION_TOKEN": token} if token else {})
    nowhere = subprocess.DEVNULL
    subprocess.Popen(
        command(arguments), env=given, stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True
    )  # fmt: skip
