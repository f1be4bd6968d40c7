"""A desktop's screen saver for a test: answers on org.freedesktop.ScreenSaver and writes each call to a file."""

from __future__ import annotations

import sys
from pathlib import Path

from jeepney import HeaderFields, MessageType, new_error, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import Proxy, open_dbus_connection

COOKIE = 42


def main(calls: Path) -> None:
    calls.touch()
    connection = open_dbus_connection(bus="SESSION", auth_timeout=60)
    Proxy(message_bus, connection).RequestName("org.freedesktop.ScreenSaver")
    print("ready", flush=True)
    while True:
        message = connection.receive()
        if message.header.message_type is not MessageType.method_call:
            continue
        member = message.header.fields[HeaderFields.member]
        if member not in ("Inhibit", "UnInhibit"):
            connection.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))
            continue
        with calls.open("a") as file:
            file.write(f"{member}\n")
        answer = ("u", (COOKIE,)) if member == "Inhibit" else (None, ())
        connection.send(new_method_return(message, *answer))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
