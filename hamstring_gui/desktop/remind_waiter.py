"""Waits for the moment to look whether to remind: the process that `hamstring-gui remind` becomes.

It is there from log-in to log-out and does nothing most of that time, so it is as small as Python can be: no module of
ours, and of the standard library only what is there already. What takes more is for a process each time: `COMMAND
--look` prints one line: `wait SECONDS` (since 1970, when to look again), `now`, or `end`, and `closed` after that where
the user wants reminders while the program is closed. `COMMAND --tell` shows the reminder and stays until it is
answered.

Run by Python with -I -S as `remind_waiter.py LOCK SETTINGS COMMAND…`.
"""

from __future__ import annotations

import _signal  # type: ignore[import-not-found]
import os
import sys
import time

STEP_S = 5.0
"""Between looks at the clock and the settings file; the clock that `sleep` goes by stands while the computer sleeps."""
AT_LEAST_EVERY_S = 3600.0
"""The time zone may be another one by now."""
AGAIN_S = 300.0
"""After a reminder that could not be shown, maybe, and after what was not understood."""
LONGEST_LINE = 200
LOG_IN = ("XDG_SESSION_ID", "DBUS_SESSION_BUS_ADDRESS", "WAYLAND_DISPLAY", "DISPLAY")
"""What is another one, of the environment, in another log-in."""
LOOKS_FOR_THE_END, LOOK_FOR_THE_END_S = 50, 0.1
NO_WINDOW = 0x08000000
"""Of Windows: no console shows."""


def main(arguments: list[str]) -> int:
    lock, settings, *command = arguments
    _signal.signal(_signal.SIGTERM, _on_end)  # before the lock says whom to ask to go
    _signal.signal(_signal.SIGINT, _on_end)
    try:
        held = _alone(lock)
        if held is None:
            held = _taken_over(lock)
    except OSError as error:
        print(f"hamstring-gui remind: {lock}: {error.strerror}", file=sys.stderr)
        return 1
    if held is None:
        print("hamstring-gui remind: another one waits already", file=sys.stderr)
        return 0
    waiter = Waiter(settings, command)
    try:
        while waiter.look():
            waiter.sleep()
    finally:
        waiter.end()
    return 0


class Waiter:
    """Looks, and sleeps until the next look."""

    def __init__(self, settings: str, command: list[str]) -> None:
        self._settings, self._command = settings, command
        self._telling: Process | None = None
        self._when_closed = False
        self._again = 0.0
        self._mark: object = None
        self._bus = _bus_file()

    def look(self) -> bool:
        """Look now; whether there is more to wait for."""
        if self._bus and not os.path.exists(self._bus):
            return False  # the log-in is over
        self._mark = _mark(self._settings)
        words = _printed([*self._command, "--look"]).split()
        if words[:1] == ["end"] or (words and self._when_closed and "closed" not in words):
            return False
        self._when_closed = "closed" in words
        self._again = time.time() + AGAIN_S
        if words[:1] == ["wait"]:
            self._again = _number(words[1:], self._again)
        elif words[:1] == ["now"] and not self._tells:
            self._telling = _start([*self._command, "--tell"])
        return True

    @property
    def _tells(self) -> bool:
        """Whether a notification stands."""
        if self._telling is not None and self._telling.poll() is not None:
            self._telling = None
        return self._telling is not None

    def sleep(self) -> None:
        """Until the next look by the wall's clock, or that was set back, the settings changed, or much time passed."""
        begun, wall = time.monotonic(), time.time()
        while True:
            time.sleep(STEP_S)
            before, wall = wall, time.time()
            if wall >= self._again or wall < before or time.monotonic() - begun > AT_LEAST_EVERY_S:
                return
            if _mark(self._settings) != self._mark:
                return
            _ = self._tells  # so that no dead process lies about

    def end(self) -> None:
        if self._telling is not None and self._tells:
            self._telling.terminate()


def _mark(file: str) -> object:
    """Another one when the file may have changed."""
    try:
        found = os.stat(file)
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _number(words: list[str], otherwise: float) -> float:
    try:
        return float(words[0])
    except (IndexError, ValueError):
        return otherwise


def _on_end(*_: object) -> None:
    raise SystemExit(0)


# -- log-ins -----------------------------------------------------------------------------------------------------------
def _log_in() -> str:
    return ascii([os.environ.get(name, "") for name in LOG_IN])


def _bus_file() -> str:
    """The socket of the session's bus, where it is a file that is there; it goes with the last log-in."""
    file = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "").partition("unix:path=")[2].partition(";")[0].partition(",")[0]
    return file if os.path.exists(file) else ""


def _taken_over(lock: str) -> int | None:
    """The lock, from what still waits of another log-in, where nobody sees what it shows: it is told to end.

    `None` where the one that waits is of this log-in, or isn't known.
    """
    pid, _, log_in = _noted(lock).partition("\n")
    if log_in in ("", _log_in()) or not _waits(pid, lock):
        return None
    try:
        os.kill(int(pid), _signal.SIGTERM)
    except OSError:
        return None
    for _ in range(LOOKS_FOR_THE_END):
        time.sleep(LOOK_FOR_THE_END_S)
        if (held := _alone(lock)) is not None:
            return held
    return None


def _waits(pid: str, lock: str) -> bool:
    """Whether it is the number of a process that waits with this lock; only Linux tells."""
    try:
        with open(f"/proc/{int(pid)}/cmdline", "rb") as file:
            return os.fsencode(lock) in file.read().split(b"\0")
    except (OSError, ValueError):
        return False


def _noted(lock: str) -> str:
    try:
        with open(lock, "rb") as file:
            return file.read(4096).decode("ascii", "replace")
    except OSError:  # as on Windows, while it is held
        return ""


# -- what systems do differently ---------------------------------------------------------------------------------------
def _alone(lock: str) -> int | None:
    """The lock, which goes with this process and says whose it is; `None` where another one has it."""
    handle = os.open(lock, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    try:
        if sys.platform == "win32":
            from msvcrt import LK_NBLCK, locking

            locking(handle, LK_NBLCK, 1)
        else:
            from fcntl import LOCK_EX, LOCK_NB, flock

            flock(handle, LOCK_EX | LOCK_NB)
    except (BlockingIOError, PermissionError):
        os.close(handle)
        return None
    except OSError:
        pass  # there are no locks here, as on some network drives
    if sys.platform != "win32":
        try:
            os.ftruncate(handle, 0)
            os.write(handle, f"{os.getpid()}\n{_log_in()}".encode("ascii"))
        except OSError:
            pass  # the disk is full
    return handle


class Process:
    """As much of `subprocess.Popen` as is needed here; that takes 2 MB."""

    def __init__(self, child: int) -> None:
        self._child = child

    def poll(self) -> int | None:
        try:
            child, status = os.waitpid(self._child, os.WNOHANG)
        except ChildProcessError:
            return 0
        return status if child else None

    def terminate(self) -> None:
        os.kill(self._child, _signal.SIGTERM)


def _start(command: list[str]) -> Process | None:
    try:
        if sys.platform == "win32":
            import subprocess

            return subprocess.Popen(command, creationflags=NO_WINDOW)
        return Process(os.posix_spawn(command[0], command, os.environ))
    except OSError:
        return None


def _printed(command: list[str]) -> str:
    """What a command printed, at most a line; nothing where it can't be run."""
    if sys.platform == "win32":
        import subprocess

        try:
            return subprocess.run(command, stdout=subprocess.PIPE, creationflags=NO_WINDOW, text=True).stdout
        except OSError:
            return ""
    here, there = os.pipe()
    try:
        child = os.posix_spawn(command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, there, 1)])
    except OSError:
        os.close(here)
        return ""
    finally:
        os.close(there)
    line = b""
    while len(line) < LONGEST_LINE and (more := os.read(here, LONGEST_LINE)):
        line += more
    os.close(here)
    os.waitpid(child, 0)
    return line.decode("ascii", "replace")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
