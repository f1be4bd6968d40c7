"""Keeps the screen from blanking while a session runs, and only then."""

from __future__ import annotations

import logging

from hamstring_gui.desktop.helper import Helper

log = logging.getLogger(__name__)


class Awake:
    """Between hold() and release() the screen stays on, where the desktop lets it; also a crash releases it.

    Asking the desktop can take two seconds and fail in many ways, so a helper process does it.
    """

    def __init__(self) -> None:
        self._helper = Helper("awake_helper.py")
        self._helper.line_read.connect(lambda line: log.debug("screen: %s", line))

    def hold(self) -> None:
        self._helper.start()

    def release(self) -> None:
        self._helper.close()
