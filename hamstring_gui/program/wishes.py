"""What comes from outside the window and is to be done in it: by a later start, a reminder, the icon in the tray."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from hamstring_gui.domain.settings import Settings
from hamstring_gui.domain.values import replace
from hamstring_gui.program.one_instance import Instance, Wish, as_wished, routine_of
from hamstring_gui.program.opening import Opening
from hamstring_gui.program.parts import Parts
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.ui.window import Window

if TYPE_CHECKING:
    from hamstring_gui.program.no_history import Instead


@contextmanager
def answered(folder: Path) -> Iterator[list[Wish]]:
    """While a question stands where the program's window would: a later start has that come to the front, and what it
    wished is added to the list."""
    wishes: list[Wish] = []

    def hear(wish: Wish) -> None:
        wishes.append(wish)
        for window in QApplication.topLevelWidgets():
            if isinstance(window, Window) and window.isVisible():
                window.come_to_front()

    keeper = QObject()
    instance = Instance(folder, keeper)
    instance.wished.connect(hear)
    try:
        yield wishes
    finally:
        instance.close()
        keeper.deleteLater()


def opened_instead(
    application: QApplication, opening: Opening, settings: Settings, error: StorageError
) -> tuple[Instead, Opening] | None:
    """What there is in place of a history that can't be opened (see `no_history`), and what to open the window with:
    later starts may have wished something meanwhile."""
    from hamstring_gui.program import no_history

    with answered(opening.paths.data) as wishes:
        instead = no_history.opened_instead(application, opening.paths, settings, error)
    if instead is None:
        return None
    for wish in wishes:
        try:
            opening = as_wished(opening, wish)
        except StorageError as wrong:
            instead = replace(instead, said="\n".join(filter(None, (instead.said, str(wrong)))))
    return instead, opening


class Wishes(QObject):
    """Another start with the same data has this window come to the front, and begins what it was to begin."""

    theme_wished = Signal(str)

    def __init__(self, window: Window, parts: Parts, folder: Path) -> None:
        super().__init__(window)
        self._window, self._parts = window, parts
        self.instance = Instance(folder, self)
        self.instance.wished.connect(self.carry_out)

    def carry_out(self, wish: Wish) -> None:
        self._window.come_to_front()
        if wish.theme:
            self.theme_wished.emit(wish.theme)
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
