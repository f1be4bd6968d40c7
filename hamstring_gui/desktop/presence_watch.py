"""What D-Bus says about somebody being here: the computer that goes to sleep, the screen that is locked.

jeepney and the standard library only.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from typing import Literal

from jeepney import DBusAddress, Message

from hamstring_gui.desktop.bus_line import BusError, BusLine, Fields, is_signal

LOGIND = "org.freedesktop.login1"
MANAGER = DBusAddress("/org/freedesktop/login1", LOGIND, f"{LOGIND}.Manager")
SESSION = f"{LOGIND}.Session"
PROPERTIES = "org.freedesktop.DBus.Properties"

Happening = Literal["sleep", "woke", "locked", "unlocked"]
Tell = Callable[[Happening], None]


class Sleep:
    """On a line to the system bus that may carry descriptors. Between `watch` and `stop`, logind waits with going to
    sleep until `let_sleep` (or for the few seconds that it waits for anybody)."""

    def __init__(self, line: BusLine, tell: Tell) -> None:
        self._line, self._tell = line, tell
        self._lock: int | None = None
        self._watches = False
        with suppress(BusError):  # a bus that refuses one of them still says the others
            line.listen_to(f"type='signal',interface='{MANAGER.interface}',member='PrepareForSleep'")
        with suppress(BusError):
            line.listen_to(f"type='signal',interface='{SESSION}'")
        with suppress(BusError):
            line.listen_to(
                f"type='signal',interface='{PROPERTIES}',member='PropertiesChanged',arg0='{SESSION}'"
            )  # fmt: skip

    def watch(self) -> None:
        self._watches = True
        self._hold()

    def stop(self) -> None:
        self._watches = False
        self.let_sleep()

    def _hold(self) -> None:
        if self._watches and self._lock is None:
            with suppress(BusError, ValueError, AttributeError):  # refused, or no descriptor
                (descriptor,) = self._line.call(
                    MANAGER, "Inhibit", "ssss", "sleep", "Hamstring", "A session is paused first", "delay"
                )
                self._lock = descriptor.to_raw_fd()

    def let_sleep(self) -> None:
        """Nothing is in the way of going to sleep any more. Harmless when done twice."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def hear(self, message: Message) -> None:
        if is_signal(message, str(MANAGER.interface), "PrepareForSleep"):
            if message.body[0]:
                self._tell("sleep")
            else:
                self._hold()
                self._tell("woke")
        elif (locked := locked_by_logind(message)) is not None and self._is_ours(message):
            self._tell("locked" if locked else "unlocked")

    def _is_ours(self, message: Message) -> bool:
        """Another user's session on this computer is none of ours; which is ours, logind knows only of some."""
        session = DBusAddress(message.header.fields.get(Fields.path), LOGIND, PROPERTIES)
        try:
            (_, (user, _)), = self._line.call(session, "Get", "ss", SESSION, "User")  # fmt: skip
        except (BusError, TypeError, ValueError):
            return True
        return bool(user == os.getuid())


def locked_by_logind(message: Message) -> bool | None:
    """Whether a signal says that a session was locked or unlocked; `None` where it says neither."""
    if is_signal(message, SESSION, "Lock"):
        return True
    if is_signal(message, SESSION, "Unlock"):
        return False
    if is_signal(message, PROPERTIES, "PropertiesChanged") and message.body[0] == SESSION:
        hint = message.body[1].get("LockedHint")
        return bool(hint[1]) if hint is not None else None
    return None


def listen_to_screensavers(line: BusLine) -> None:
    """Raises `BusError`."""
    line.listen_to("type='signal',member='ActiveChanged'")


def locked_by_screensaver(message: Message) -> bool | None:
    """Whether a screen saver (the desktop's, GNOME's, Cinnamon's, …) says that it covers the screen."""
    interface = str(message.header.fields.get(Fields.interface, ""))
    if interface.endswith(".ScreenSaver") and is_signal(message, interface, "ActiveChanged") and message.body:
        return bool(message.body[0])
    return None
