"""A connection to Speech Dispatcher in its own protocol (SSIP). Standard library only: the speech helper's.

A command is answered by lines of which the last has a space after its number; events come in between, by themselves.
"""

from __future__ import annotations

import os
import queue
import shutil
import socket
import subprocess
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

NOT_INSTALLED, NO_ANSWER = "not installed", "no answer"
ANSWER_S = 3.0
LISTING_S = 20.0
SPAWN_S = 10.0
BEGUN, ENDED, CUT, GONE = "701", "702", "703", "gone"


class SilentError(Exception):
    """Nobody speaks here; its text says why: `NOT_INSTALLED`, or `NO_ANSWER`."""


def address() -> Path:
    """Where Speech Dispatcher listens."""
    method, _, place = os.environ.get("SPEECHD_ADDRESS", "").partition(":")
    if method == "unix_socket" and place:
        return Path(place)
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    return Path(runtime or Path("~/.cache").expanduser(), "speech-dispatcher", "speechd.sock")


def spawn() -> None:
    """Have the daemon run; it ends by itself when nobody is connected to it any more."""
    if (command := shutil.which("speech-dispatcher")) is None:
        raise SilentError(NOT_INSTALLED)
    quiet = subprocess.DEVNULL
    try:
        subprocess.run([command, "--spawn"], stdin=quiet, stdout=quiet, stderr=quiet, timeout=SPAWN_S)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SilentError(NO_ANSWER) from error


class Connection:
    """To the daemon, which is started where it doesn't run. `on_event(number, message)` is called in another thread,
    with `GONE` at the end; whatever goes wrong is a `SilentError`."""

    def __init__(self, on_event: Callable[[str, str], None] = lambda number, message: None) -> None:
        self._on_event = on_event
        self._socket = _connected()
        self._answers: queue.SimpleQueue[list[str]] = queue.SimpleQueue()
        threading.Thread(target=self._listen, daemon=True).start()
        try:
            self.ask("SET self CLIENT_NAME hamstring:hamstring:voice")
        except SilentError:
            self.close()
            raise

    def ask(self, command: str, within_s: float | None = None) -> list[str]:
        """The lines of the answer, without their numbers and without the last; none where it was refused."""
        try:
            self._socket.sendall(command.encode("utf-8", "replace") + b"\r\n")
            answer = self._answers.get(timeout=within_s or ANSWER_S)
        except (OSError, queue.Empty) as error:
            raise SilentError(NO_ANSWER) from error
        if not answer:
            raise SilentError(NO_ANSWER)
        return [line[4:] for line in answer[:-1]] if answer[-1].startswith("2") else []

    def speak(self, text: str) -> str:
        """Queue a text; its message's number, or '' where it was refused."""
        self.ask("SPEAK")
        lines = " ".join(text.split())
        said = self.ask(f".{lines}\r\n." if lines.startswith(".") else f"{lines}\r\n.")
        return said[0] if said else ""

    def close(self) -> None:
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()

    def _listen(self) -> None:
        """An empty answer says that there will be none any more."""
        block: list[str] = []
        with suppress(OSError, ValueError), self._socket.makefile("r", encoding="utf-8", errors="replace") as lines:
            for line in lines:
                block.append(line.rstrip("\r\n"))
                if line[3:4] == " ":
                    if line.startswith("7"):
                        self._on_event(line[:3], block[0][4:])
                    else:
                        self._answers.put(block)
                    block = []
        self._answers.put([])
        self._on_event(GONE, "")


def _connected() -> socket.socket:
    for attempt in (1, 2):
        connection = socket.socket(socket.AF_UNIX)
        connection.settimeout(ANSWER_S)
        try:
            connection.connect(str(address()))
        except OSError as error:
            connection.close()
            if attempt == 2 or isinstance(error, TimeoutError):
                raise SilentError(NO_ANSWER) from error
            spawn()
        else:
            connection.settimeout(None)
            return connection
    raise AssertionError


def voices(connection: Connection) -> list[tuple[str, str]]:
    """Names and languages of what can speak, without the thousands of variants that the same voices are listed in."""
    listed = (line.split("\t") for line in connection.ask("LIST SYNTHESIS_VOICES", LISTING_S))
    return [(fields[0], fields[1]) for fields in listed if len(fields) > 1 and "+" not in fields[0]]
