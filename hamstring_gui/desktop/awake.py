"""Keeps the screen from blanking while a session runs, and only then."""

from __future__ import annotations

import logging
from collections.abc import Callable

from hamstring_gui.desktop.helper import Helper

log = logging.getLogger(__name__)


NOT_KEPT = "can't be kept awake"
"""What the helper says where nobody keeps the screen lit."""


class Awake:
    """Between hold() and release() the screen stays on, where the desktop lets it; also a crash releases it.

    Asking the desktop can take two seconds and fail in many ways, so a helper process does it. `on_dark` is called
    once, when it turns out that nothing here keeps a screen lit.
    """

    def __init__(self, on_dark: Callable[[], None] = lambda: None) -> None:
        self._helper = Helper("awake_helper.py")
        self._helper.line_read.connect(self._on_line_read)
        self._on_dark = on_dark
        self._told = False

    def hold(self) -> None:
        self._helper.start()

    def release(self) -> None:
        self._helper.close()

    def _on_line_read(self, line: str) -> None:
        log.debug("screen: %s", line)
        if line == NOT_KEPT and not self._told:
            self._told = True
            self._on_dark()
