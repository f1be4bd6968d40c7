"""A D-Bus daemon of a test's own, and services on it that stand for logind's and a desktop's."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest
from jeepney import DBusAddress, Message, MessageType, new_method_call, new_method_return, new_signal
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from hamstring_gui.desktop.bus_line import BUS, Fields

needs_dbus = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="needs dbus-daemon")


@contextmanager
def bus_of_its_own() -> Iterator[str]:
    """Gives its address; it is both the session's and the system's bus."""
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout is not None
        try:
            yield daemon.stdout.readline().strip()
        finally:
            daemon.terminate()


class Service:
    """Owns a name, notes every call, and answers those that `answers` knows: a signature and a body."""

    def __init__(self, address: str, name: str, answers: dict[str, tuple[str, tuple[Any, ...]]]) -> None:
        self.calls: list[tuple[Any, ...]] = []
        self.answers = answers
        self.answered = 0
        self._line: DBusConnection = open_dbus_connection(address, enable_fds=True, auth_timeout=60)
        self._line.send_and_get_reply(new_method_call(BUS, "RequestName", "su", (name, 0)), timeout=60)
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        with suppress(OSError, ValueError):
            while True:
                message = self._line.receive()
                if message.header.message_type == MessageType.method_call:
                    self._answer(message)

    def _answer(self, message: Message) -> None:
        member = message.header.fields[Fields.member]
        self.calls.append((member, *message.body))
        signature, body = self.answers.get(member, ("", ()))
        self._line.send(new_method_return(message, signature or None, body))
        self.answered += 1

    def signal(self, path: str, interface: str, member: str, signature: str, *body: Any) -> None:
        self._line.send(new_signal(DBusAddress(path, interface=interface), member, signature, body))

    def close(self) -> None:
        with suppress(OSError):
            self._line.sock.shutdown(2)
        self._thread.join()
        self._line.close()

    def __enter__(self) -> Service:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def pipe_is_open(reading: int) -> bool:
    """Whether somebody has the other end of a pipe yet."""
    os.set_blocking(reading, False)
    try:
        return os.read(reading, 1) != b""
    except BlockingIOError:
        return True
