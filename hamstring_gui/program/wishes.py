"""What comes from outside the window and is to be done in it: by a later start, a reminder, the icon in the tray."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QObject

from hamstring_gui.program.one_instance import Instance, Wish, routine_of
from hamstring_gui.program.parts import Parts
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.ui.window import Window


class Wishes(QObject):
    """Another start with the same data has this window come to the front, and begins what it was to begin."""

    def __init__(self, window: Window, parts: Parts, folder: Path) -> None:
        super().__init__(window)
        self._window, self._parts = window, parts
        self.instance = Instance(folder, self)
        self.instance.wished.connect(self.carry_out)

    def carry_out(self, wish: Wish) -> None:
        self._window.come_to_front()
        if wish.start_requested:
            self._begin(wish)
        if wish.fullscreen and not self._window.isFullScreen():
            self._window.toggle_full_screen()

    def begin_offered(self, token: str = "") -> None:
        """Come to the front and begin what Today offers."""
        self._take(token)
        self.carry_out(Wish(True, False))

    def come(self, token: str = "") -> None:
        self._take(token)
        self.carry_out(Wish(False, False))

    @staticmethod
    def _take(token: str) -> None:
        """Wayland lets a window to the front whose user pressed something; Qt looks for the token there, once."""
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token

    def _begin(self, wish: Wish) -> None:
        parts = self._parts
        try:
            if parts.leads:
                parts.deeds.say(self.tr("A session is running; the other one was not begun."))
            elif self._window.asking:
                parts.deeds.say(self.tr("A question is open; the session was not begun."))
            else:
                parts.begin(routine_of(wish, parts.library.exercises) or parts.today.routine())
        except StorageError as error:
            parts.deeds.say(str(error))
