"""Keeps the screen from blanking while a session runs, and only then."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from hamstring_gui.desktop.helper import Helper

if TYPE_CHECKING:
    from hamstring_gui.desktop.bus import Bus

log = logging.getLogger(__name__)


NOT_KEPT = "can't be kept awake"
"""What the helper says where nobody keeps the screen lit."""


class Awake:
    """Between hold() and release() the screen stays on, where the desktop lets it; also a crash releases it.

    Asking the desktop can take two seconds and fail in many ways, so a helper process does it: on Linux the one that
    speaks D-Bus anyway, where there is a `bus`; otherwise, or when that one ends, one of its own. `on_dark` is called
    once, when it turns out that nothing here keeps a screen lit.
    """

    def __init__(self, on_dark: Callable[[], None] = lambda: None, bus: Callable[[], Bus] | None = None) -> None:
        self._helper = Helper("awake_helper.py")
        self._helper.line_read.connect(self._on_line_read)
        self._make_bus = bus if sys.platform == "linux" else None
        self._bus: Bus | None = None
        self._on_dark = on_dark
        self._held = self._told = False

    def hold(self) -> None:
        self._held = True
        if self._make_bus is None:
            self._helper.start()
            return
        if self._bus is None:
            self._bus = self._make_bus()
            self._bus.lit.connect(self._on_lit)
            self._bus.lost.connect(self._on_bus_lost)
        self._bus.keep_lit(True)

    def release(self) -> None:
        held, self._held = self._held, False
        if self._bus is not None and held:
            self._bus.keep_lit(False)
        self._helper.close()

    def _on_bus_lost(self) -> None:
        if self._held:
            self._helper.start()

    def _on_lit(self, by: str) -> None:
        self._on_line_read(f"kept awake by {by}" if by else NOT_KEPT)

    def _on_line_read(self, line: str) -> None:
        log.debug("screen: %s", line)
        if line == NOT_KEPT and not self._told:
            self._told = True
            self._on_dark()
