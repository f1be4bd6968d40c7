"""The icon in the system tray, where the user wants one: it tells the time left, pauses, opens and quits."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, QTimer

from hamstring_gui.domain.moment import Moment
from hamstring_gui.domain.settings import Settings
from hamstring_gui.program.parts import Parts
from hamstring_gui.program.wishes import Wishes
from hamstring_gui.ui.tray import MESSAGE_MS, Tray, has_tray
from hamstring_gui.ui.window import Window


class TrayKeeper(QObject):
    """The icon is there as long as the setting is on. Closing the window ends the program with it or without."""

    def __init__(self, window: Window, parts: Parts, wishes: Wishes) -> None:
        super().__init__(window)
        self._window, self._parts, self._wishes = window, parts, wishes
        self.tray: Tray | None = None
        parts.preferences.changed.connect(self._apply)
        parts.conductor.player.moment_changed.connect(self._show)
        parts.conductor.player.session_ended.connect(lambda *_: self._show(None))
        parts.pages.settings.when_made(self._on_page_made)
        self._apply(parts.preferences.settings)

    def _apply(self, settings: Settings) -> None:
        if settings.tray and self.tray is None:
            self.tray = self._made()
            session = self._parts.conductor.player.session
            self._show(session.moment() if session is not None else None)
        elif not settings.tray and self.tray is not None:
            self.close()
        else:
            return
        self._tell()

    def _made(self) -> Tray:
        tray = Tray(self)
        tray.opened.connect(self._wishes.come)
        tray.message_pressed.connect(self._wishes.begin_offered)
        tray.pause_requested.connect(self._on_pause_requested)
        tray.quit_requested.connect(self._on_quit_requested)
        return tray

    def say(self, title: str, text: str) -> bool:
        """Have the system show a message by the icon, where that is how it shows any; whether it does.

        Where there is no icon, one comes for that long. A press on the message is a wish to begin.
        """
        if sys.platform == "linux" or not has_tray():
            return False
        tray = self.tray
        if tray is None:
            tray = self._made()
            QTimer.singleShot(MESSAGE_MS, tray, tray.close)
        tray.say(title, text)
        return True

    def _show(self, moment: Moment | None) -> None:
        if self.tray is not None:
            ended = moment is None or moment.state == "ended"
            self.tray.show_moment(None if ended else moment)

    def _on_page_made(self, _: object) -> None:
        self._parts.settings.shown.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        """Say on the page where one looks for the icon that there is no place for it, if so; the desktop is asked."""
        if (page := self._parts.pages.settings.made) is not None:
            none = self.tr("This desktop has no system tray now. It would show in one.")
            page.show_no_tray("" if has_tray() else none)

    def _on_pause_requested(self) -> None:
        if self._window.asking:
            self._wishes.come()
        elif self._parts.leads:
            self._parts.pages.session().wish("toggle")

    def _on_quit_requested(self) -> None:
        """As closing does; what that asks must be seen."""
        if self._parts.leads:
            self._wishes.come()
        self._window.close()

    def close(self) -> None:
        if self.tray is not None:
            self.tray.close()
            self.tray = None
