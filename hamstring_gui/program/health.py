"""The history's file is looked through once a week, beside everything else; what is found is told once."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from hamstring_gui.program.parts import Parts
from hamstring_gui.storage.checking import Check, Verdict, is_due, note_checked
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.trouble import Trouble

if TYPE_CHECKING:
    from hamstring_gui.storage.history import HistoryStore

log = logging.getLogger(__name__)

LATER_MS = 5000
"""While a session runs or a question stands, nothing is asked."""
AT_MOST_S = 1.0
"""How long the end of the program waits for a check to end, which it does at once unless the disk doesn't answer."""


class Health(QObject):
    """`checked` carries what was found out, from the thread that did it; `asked`: what was found has been told."""

    checked = Signal(object)

    def __init__(self, parts: Parts, paths: Paths) -> None:
        super().__init__(parts)
        self._parts, self._paths = parts, paths
        self._check: Check | None = None
        self._thread: Thread | None = None
        self.asked = False
        self.checked.connect(self._on_checked)

    def look(self) -> None:
        """Look through the file, if it is time, or something of it could not be read."""
        now = self._parts.records.days.now
        if is_due(self._paths, now) or not self._parts.records.are_readable():
            self.look_now()

    def look_now(self) -> None:
        """Look through the file, unless that is being done."""
        if self._thread is None or not self._thread.is_alive():
            self._check = check = Check(self._paths.database)
            self._thread = Thread(target=partial(self._look, check, self._parts.records.days.now), daemon=True)
            self._thread.start()

    def _look(self, check: Check, now: datetime) -> None:
        verdict = check.look(now)
        with suppress(RuntimeError):  # nobody is there any more
            self.checked.emit(verdict)

    def stop(self) -> None:
        """Harmless when done twice."""
        if self._check is not None and self._thread is not None:
            self._check.stop()
            self._thread.join(AT_MOST_S)

    def _on_checked(self, verdict: Verdict) -> None:
        if verdict.trouble is not None:
            log.warning("%s [%s]", verdict.trouble.sentence, verdict.trouble.reason)
        if verdict.outcome in ("whole", "mended"):
            note_checked(self._paths, self._parts.records.days.now)
        if verdict.copy is not None:
            from hamstring_gui.ui import no_history

            self._parts.records.changed.emit()  # what could not be read may be there now
            self._parts.deeds.say(no_history.mended(str(verdict.copy.parent)))
        elif verdict.outcome == "damaged" and verdict.trouble is not None:
            self._ask(verdict.trouble)

    def _ask(self, trouble: Trouble) -> None:
        if self._parts.leads or self._parts.window.asking:
            QTimer.singleShot(LATER_MS, self, partial(self._ask, trouble))
            return
        from hamstring_gui.program.no_history import keep_aside, told
        from hamstring_gui.storage.unsaved import UnsavedStore
        from hamstring_gui.ui import no_history

        self.asked = True
        note_checked(self._paths, self._parts.records.days.now)
        database = self._paths.database
        offers = no_history.Offers(
            restore=lambda: self._parts.data.do("restore"),
            keep_aside=partial(self._exchange, partial(keep_aside, self._paths, trouble)),
            without_saving=partial(self._exchange, partial(UnsavedStore.of, database, trouble)),
            again=self.look,
            leave=lambda: None,
        )
        self._parts.window.ask(no_history.about_damage(told(self._paths, trouble), offers))

    def _exchange(self, deed: Callable[[], str | HistoryStore]) -> None:
        self._parts.exchange_requested.emit(deed)
