"""Backups that are made by themselves while the window is open: when nothing else goes on, and beside it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from threading import Event, Thread

from PySide6.QtCore import QObject, QTimer, Signal

from hamstring_gui.storage.automatic import back_up
from hamstring_gui.storage.errors import StorageError, is_damage
from hamstring_gui.storage.paths import Paths

log = logging.getLogger(__name__)

SOON_MS, AFTER_A_SESSION_MS = 10_000, 3_000
MOST_PATIENCE_S = 0.3
"""For which the window's end may wait until a backup has stopped; the process ends without it, if need be."""


class _Stopped(Exception):
    """Something else is wanted now."""


class AutomaticBackups(QObject):
    """Looks `soon` whether a backup is due, and makes it in a thread of its own; never while it is `busy`, which a
    session makes it: then it looks `after_session`. `damage_met` says that the history is damaged, so that there will
    be none."""

    damage_met = Signal()

    def __init__(
        self, paths: Paths, now: Callable[[], datetime], busy: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._paths, self._now, self._busy = paths, now, busy
        self._stop = Event()
        self._thread: Thread | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._begin)

    def soon(self) -> None:
        """Look when it has been quiet for a while."""
        self._timer.start(SOON_MS)

    def after_session(self) -> None:
        """Look before the window is closed."""
        self._timer.start(AFTER_A_SESSION_MS)

    def _begin(self) -> None:
        if not self._busy() and (self._thread is None or not self._thread.is_alive()):
            self._stop = Event()
            self._thread = Thread(target=self._make, args=(self._now(),), name="backup", daemon=True)
            self._thread.start()

    def _make(self, now: datetime) -> None:
        """In the thread."""
        stop = self._stop

        def go_on() -> None:
            if stop.is_set() or self._busy():
                raise _Stopped

        try:
            back_up(self._paths, now, go_on)
        except _Stopped:
            pass
        except StorageError as error:
            log.warning("%s", error)
            if is_damage(error):
                with suppress(RuntimeError):  # nobody is there any more
                    self.damage_met.emit()
        except Exception:
            log.exception("no backup was made")

    def stop(self) -> None:
        """Make none any more. What was begun is left, without a trace."""
        self._timer.stop()
        self._stop.set()
        if self._thread is not None:
            self._thread.join(MOST_PATIENCE_S)
