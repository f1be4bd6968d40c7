"""Reminders while the window is closed: asked about once, and the entry by which the system starts what waits."""

from __future__ import annotations

import sys
import sysconfig
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QObject

from hamstring_gui.desktop.autostart import Autostart
from hamstring_gui.desktop.errand import Errand
from hamstring_gui.domain.settings import Settings
from hamstring_gui.program.deeds import Deeds
from hamstring_gui.program.preferences import Preferences
from hamstring_gui.program.reminding_alone import PACKAGE
from hamstring_gui.storage.errors import plain
from hamstring_gui.storage.paths import Paths, id_of_folder
from hamstring_gui.ui import questions
from hamstring_gui.ui.window import Window


class ReminderEntry(QObject):
    """What the settings say holds for the entry; where the user took that away by other means, the setting follows."""

    def __init__(self, window: Window, preferences: Preferences, deeds: Deeds, paths: Paths) -> None:
        super().__init__(window)
        self._window, self._preferences, self._deeds, self._paths = window, preferences, deeds, paths
        self._known = preferences.settings
        preferences.changed.connect(self._on_changed)

    @cached_property
    def _given(self) -> list[str]:
        """What the command line needs to find the data; nothing where they are in their usual place."""
        is_chosen = self._paths == Paths.under(self._paths.data)
        return ["--data-dir", str(self._paths.data)] if is_chosen else []

    @cached_property
    def entry(self) -> Autostart:
        which = id_of_folder(self._paths.data) if self._given else ""
        return Autostart([*program_command(), *self._given, "remind"], PACKAGE.parent, which)

    def put_in_order(self) -> None:
        """When the program starts: have the entry lead to it, wherever it lies by now, and what waits wait."""
        if not _wanted(self._known):
            self._take_away()
        elif self.entry.is_there():
            self._put()
        else:
            self._preferences.change(reminder_when_closed=False)
            self._deeds.say(
                self.tr(
                    "Reminders come only while Hamstring is open: this computer doesn’t start it when you log in. "
                    "Settings turns that on again."
                )
            )

    def _on_changed(self, settings: Settings) -> None:
        before, self._known = self._known, settings
        if _wanted(settings) != _wanted(before):
            if _wanted(settings):
                self._put()
            else:
                self._take_away()
        elif settings.reminder and not before.reminder and not settings.asked_when_closed:
            self._window.ask(questions.about_reminding_when_closed(self._agree, self._decline))

    def _agree(self) -> None:
        self._preferences.change(asked_when_closed=True, reminder_when_closed=True)

    def _decline(self) -> None:
        self._preferences.change(asked_when_closed=True)

    def _put(self) -> None:
        try:
            self.entry.put()
        except OSError as error:
            self._deeds.say(
                self.tr("Hamstring can’t be started when you log in: {problem}").format(problem=plain(error))
            )
            self._preferences.change(reminder_when_closed=False)
            return
        Errand.leave_behind([*self._given, "remind"])  # it need not wait for the next log-in

    def _take_away(self) -> None:
        """What waits ends by itself, for it reads the settings."""
        try:
            if self.entry.is_there():
                self.entry.remove()
        except OSError as error:
            self._deeds.say(
                self.tr("Hamstring is still started when you log in: {problem}").format(problem=plain(error))
            )


def _wanted(settings: Settings) -> bool:
    return settings.reminder and settings.reminder_when_closed


def program_command() -> list[str]:
    """How the system starts the program: by its command, or from where its source lies."""
    python = Path(sys.executable)
    script = python.with_name("hamstring-gui")
    if PACKAGE.parent == Path(sysconfig.get_path("purelib")) and script.is_file():
        return [str(script)]
    windowless = python.with_name("pythonw.exe")
    return [str(windowless if windowless.is_file() else python), *_module()]


def _module() -> list[str]:
    """What has Python run the program; Windows starts it in a folder of its own choice."""
    if sys.platform != "win32":
        return ["-m", "hamstring_gui"]
    run = "runpy.run_module('hamstring_gui', None, '__main__', True)"
    return ["-c", f"import runpy, sys; sys.path.insert(0, {str(PACKAGE.parent)!r}); {run}"]
