"""The history can't be opened: what can be done is offered, and done, until there is one or the user leaves."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from hamstring_gui.domain.settings import Settings
from hamstring_gui.domain.values import dataclass
from hamstring_gui.program.data import restored
from hamstring_gui.program.days import now
from hamstring_gui.program.foreign import picture_of
from hamstring_gui.program.opening import open_history
from hamstring_gui.program.saying_why import say_that_there_is_no_history
from hamstring_gui.storage import backup, restoring
from hamstring_gui.storage.anew import begin_anew
from hamstring_gui.storage.errors import HalfDone, StorageError
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.replacing import is_history
from hamstring_gui.storage.schema import MIGRATIONS
from hamstring_gui.storage.trouble import Trouble, diagnosed, found_now, plainly
from hamstring_gui.storage.unsaved import UnsavedStore
from hamstring_gui.ui import dates, no_history, questions
from hamstring_gui.ui.icons import set_window_icon
from hamstring_gui.ui.no_history import Offers, Unopened
from hamstring_gui.ui.outside_signals import OutsideSignals
from hamstring_gui.ui.qt_setup import set_text_size
from hamstring_gui.ui.window import Window

AS_IT_WAS = ("damaged", "foreign", "missing")
"""Reasons for which one may want the history as it was in a backup."""
log = logging.getLogger(__name__)

Deed = Callable[[], "str | HistoryStore"]
"""Gives a sentence about what was done, or a store to go on with. Raises `StorageError`."""


@dataclass(frozen=True, slots=True)
class Instead:
    """What the program goes on with, what is to be said, and the window in whose place it opens."""

    store: HistoryStore
    said: str
    window: Window


def opened_instead(application: QApplication, paths: Paths, settings: Settings, error: StorageError) -> Instead | None:
    """Ask until there is a history; nothing where the user leaves, or where no window may open."""
    set_text_size(application, settings.text_size)
    set_window_icon()
    choosing = _Choosing(application, paths)
    if settings.window_width and settings.window_height:
        choosing.window.resize_within_screen(settings.window_width, settings.window_height)
    try:
        found = choosing.settle(error, used=settings.safety_understood)
    except HalfDone as half:
        choosing.window.hide()
        say_that_there_is_no_history(application, str(half))
        return None
    finally:
        choosing.signals.stop()
    if found is None:
        return None
    return Instead(*found, choosing.window)


class _Choosing:
    """Puts the question in a window of its own until it is answered."""

    def __init__(self, application: QApplication, paths: Paths) -> None:
        self._application, self._paths = application, paths
        self._chosen: Deed | None = None
        self.window = Window()
        self.signals = OutsideSignals(application.quit, self.window)

    def settle(self, error: StorageError, *, used: bool) -> tuple[HistoryStore, str] | None:
        said = ""
        while True:
            trouble = diagnosed(self._paths.database, error)
            log.warning("%s [%s]", plainly(self._paths.database, trouble), trouble.reason)
            deed = self._ask(trouble, said)
            if deed is None:
                return None
            try:
                outcome = deed()
                if isinstance(outcome, HistoryStore):
                    return outcome, ""
                said = outcome
            except HalfDone:
                raise
            except StorageError as failed:
                said = str(failed)
            try:
                return open_history(self._paths, used=used), said
            except StorageError as again:
                error = again

    def _ask(self, trouble: Trouble, said: str) -> Deed | None:
        self._chosen = None
        offers = Offers(
            restore=partial(self._ask_for_backup, trouble),
            keep_aside=partial(self._choose, self._begin_anew(trouble)),
            without_saving=partial(self._choose, partial(UnsavedStore.of, self._paths.database, trouble)),
            again=partial(self._choose, str),
            leave=self._application.quit,
        )
        self.window.ask(no_history.to_choose(told(self._paths, trouble, said), offers))
        self.window.show()
        self._application.exec()
        return self._chosen

    def _begin_anew(self, trouble: Trouble) -> Deed:
        if trouble.reason == "missing":
            return partial(HistoryStore.open, self._paths.database, busy_s=0.2)
        return partial(keep_aside, self._paths, trouble)

    def _choose(self, deed: Deed) -> None:
        self._chosen = deed
        self._application.exit(0)

    def _ask_for_backup(self, trouble: Trouble) -> None:
        file = ask_for_backup(self.window, self._paths)
        if file is None:
            self._choose(str)
            return
        try:
            restoring.look(file, self._paths, picture_of)
        except StorageError as error:
            self._choose(partial(str, error))
            return
        restore = partial(self._choose, partial(restored, file, self._paths, now()))
        self.window.ask(
            questions.to_restore(str(file), restore, only_history=is_history(file), leave=partial(self._choose, str))
        )


def ask_for_backup(window: Window, paths: Paths) -> Path | None:
    """The file that was chosen, looked for where the program keeps backups."""
    folder = paths.data / backup.FOLDER
    there = folder if folder.is_dir() else None
    return window.ask_for_file(no_history.restore_title(), no_history.backups(), there)


def keep_aside(paths: Paths, trouble: Trouble) -> str:
    """Begin a new history with what could be read; gives a sentence about it. Raises `StorageError`."""
    found = found_now(paths.database, trouble)
    aside = begin_anew(paths.database, found, now().wall)
    return no_history.kept_aside(str(aside.parent), len(found.sessions), found.known)


def told(paths: Paths, trouble: Trouble, said: str = "") -> Unopened:
    """What is wrong, as a question says it."""
    found = trouble.found
    return Unopened(
        trouble.reason, str(paths.database), trouble.sentence, len(found.sessions), found.known, found.in_part,
        trouble.version, len(MIGRATIONS), said, _last_backup(paths) if trouble.reason in AS_IT_WAS else "",
    )  # fmt: skip


def _last_backup(paths: Paths) -> str:
    from hamstring_gui.storage.backups_here import last_backup

    last = last_backup(paths.backups)
    return no_history.last_backup(dates.when(last.at, now().wall), last.sessions) if last is not None else ""
