"""A connection to a D-Bus bus for one thread: calls with their answers, and what came of itself in between.

jeepney and the standard library only: processes without Qt use it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Literal

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

Fields = HeaderFields
ANSWERED_WITHIN_S = 5.0
"""Or nobody is there, as far as anybody can wait: a busy machine may take seconds over an answer."""
BUS = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")


class BusError(Exception):
    """The bus is not there (any more), nobody answered, or somebody refused; says which."""


class BusLine:
    """`call` waits for the answer, and keeps what else comes until then for `come`."""

    def __init__(self, which: Literal["SESSION", "SYSTEM"], *, descriptors: bool = False) -> None:
        """`descriptors`: open files may come with answers. Raises `BusError`."""
        try:
            self._connection: DBusConnection = open_dbus_connection(
                which, enable_fds=descriptors, auth_timeout=ANSWERED_WITHIN_S
            )
        except Exception as error:  # of many kinds, as the address may be anything
            raise BusError(f"no {which.lower()} bus: {error!r}") from error
        self._waiting: deque[Message] = deque()

    def fileno(self) -> int:
        return int(self._connection.sock.fileno())

    def call(self, whom: DBusAddress, method: str, signature: str | None = None, *body: Any) -> tuple[Any, ...]:
        """What was answered. Raises `BusError`."""
        reply = self._answer_to(new_method_call(whom, method, signature, body))
        if reply.header.message_type == MessageType.error:
            name = reply.header.fields.get(Fields.error_name, "")
            raise BusError(f"{method}: {name} {' '.join(map(str, reply.body))}".strip())
        return tuple(reply.body)

    def _answer_to(self, message: Message) -> Message:
        connection, serial = self._connection, next(self._connection.outgoing_serial)
        try:
            connection.send(message, serial=serial)
            while True:
                heard = connection.receive(timeout=ANSWERED_WITHIN_S)
                if heard.header.fields.get(Fields.reply_serial) == serial:
                    return heard
                self._waiting.append(heard)
        except (OSError, ValueError) as error:
            raise BusError(f"{message.header.fields.get(Fields.member)}: {error!r}") from error

    def send(self, message: Message) -> None:
        """Raises `BusError`."""
        try:
            self._connection.send(message)
        except OSError as error:
            raise BusError(repr(error)) from error

    def listen_to(self, rule: str) -> None:
        """Have signals that fit a match rule come. Raises `BusError`."""
        self.call(BUS, "AddMatch", "s", rule)

    def come(self, timeout_s: float = 0.0) -> Iterator[Message]:
        """What came of itself, in order, once something has or the time is over. Raises `BusError`."""
        while True:
            if self._waiting:
                yield self._waiting.popleft()
                timeout_s = 0.0
                continue
            try:
                self._waiting.append(self._connection.receive(timeout=timeout_s))
            except TimeoutError:
                return
            except (OSError, ValueError) as error:
                raise BusError(repr(error)) from error

    def close(self) -> None:
        with suppress(OSError):
            self._connection.close()

    def __enter__(self) -> BusLine:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def is_signal(message: Message, interface: str, member: str) -> bool:
    fields = message.header.fields
    return bool(
        message.header.message_type == MessageType.signal
        and (fields.get(Fields.interface), fields.get(Fields.member)) == (interface, member)
    )
