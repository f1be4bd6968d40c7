"""Keeps the screen lit: by the desktop's service on D-Bus, or without one on X11 by the X server itself.

jeepney and the standard library only: `bus_helper` does it, and the doctor tries it.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from jeepney import DBusAddress

from hamstring_gui.desktop.awake_helper import x_screen_suspended
from hamstring_gui.desktop.bus_line import BusError, BusLine

WHY = "A session runs"
IDLE = 8
SERVICES = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "ss", ("Hamstring", WHY), "UnInhibit"),
    ("org.gnome.SessionManager", "/org/gnome/SessionManager", "susu", ("hamstring", 0, WHY, IDLE), "Uninhibit"),
)
"""Name, path, what `Inhibit` takes, and what takes back the number that it gives."""


class LitScreen:
    """Also the end of the process lets go: of what is asked for on a connection, when that ends."""

    def __init__(self, session_bus: Callable[[], BusLine]) -> None:
        """`session_bus` raises `BusError` where there is none."""
        self._session_bus = session_bus
        self._let_go: Callable[[], object] | None = None
        self._by = ""

    @property
    def is_lit(self) -> bool:
        return self._let_go is not None

    def keep(self) -> str:
        """By whom it is kept lit from now on; "" where nobody does that. Harmless when done twice."""
        if self._let_go is None:
            with suppress(BusError):
                self._ask_the_desktop(self._session_bus())
            if self._let_go is None and (let_go := x_screen_suspended()) is not None:
                self._by, self._let_go = "XScreenSaverSuspend", let_go
        return self._by

    def _ask_the_desktop(self, line: BusLine) -> None:
        for name, path, signature, words, back in SERVICES:
            service = DBusAddress(path, name, name)
            with suppress(BusError, ValueError):
                (number,) = line.call(service, "Inhibit", signature, *words)
                self._by, self._let_go = name, partial(line.call, service, back, "u", number)
                return

    def let_dark(self) -> None:
        """Let go. Harmless where nothing is held, and where the bus went away."""
        let_go, self._let_go, self._by = self._let_go, None, ""
        if let_go is not None:
            with suppress(BusError):
                let_go()
