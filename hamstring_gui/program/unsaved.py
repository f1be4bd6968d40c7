"""Nothing is saved for now: that is said as long as it is so, and what is held can be saved elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QObject

from hamstring_gui.program.conductor import Conductor
from hamstring_gui.program.records import Records
from hamstring_gui.program.unwritten import Unwritten
from hamstring_gui.ui import no_history
from hamstring_gui.ui.window import Window


class NothingSaved(QObject):
    """Says it above the pages, and asks when a session is over."""

    def __init__(self, window: Window, records: Records, conductor: Conductor, unwritten: Unwritten) -> None:
        super().__init__(window)
        self._window, self._store, self._unwritten = window, records.store, unwritten
        self._sentence = no_history.nothing_is_saved(self._store.reason)
        self._standing = window.stand(self._sentence, no_history.save_elsewhere())
        self._standing.pressed.connect(self._save)
        records.changed.connect(self.look)
        conductor.player.holds_recorded.connect(unwritten.put_in_file)  # whoever is killed is asked nothing
        conductor.session_over.connect(self._ask)

    def look(self) -> None:
        """Whether there is anything to be saved."""
        self._standing.offer(bool(self._store.unsaved()))

    def _ask(self) -> None:
        self._unwritten.put_in_file()
        self.look()
        self._window.ask(no_history.to_save_elsewhere(self._sentence, self._save))

    def _save(self) -> None:
        self._unwritten.save_elsewhere()
        self._unwritten.put_in_file()
        self.look()
