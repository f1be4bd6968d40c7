"""The composition root: the program's parts are put together, opened and closed. The only place that knows everyone.

Pages say what the user did; the parts in `program` do it, save it, and hand the new values back to the pages.
"""

from __future__ import annotations

import _signal  # type: ignore[import-not-found]
import gc
import logging
import sys
from collections.abc import Callable
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QLockFile, QObject, QTimer
from PySide6.QtWidgets import QApplication

from hamstring_gui.domain.settings import AS_THE_SYSTEM, Settings
from hamstring_gui.domain.settings import Theme as ThemeChoice
from hamstring_gui.domain.values import replace
from hamstring_gui.program.afterwards import Afterwards
from hamstring_gui.program.beside import Beside
from hamstring_gui.program.days import Days
from hamstring_gui.program.opening import LOCK, Opening, open_history
from hamstring_gui.program.opening import is_open_elsewhere as _is_open_elsewhere
from hamstring_gui.program.parts import Parts
from hamstring_gui.program.preferences import Preferences, in_one_notice, unknown_language
from hamstring_gui.storage.errors import HalfDone, StorageError, tell
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.logs import start_logging
from hamstring_gui.storage.settings import SettingsStore
from hamstring_gui.storage.shelf import read_shelf
from hamstring_gui.ui.controls.figure_view import set_body
from hamstring_gui.ui.icons import set_window_icon
from hamstring_gui.ui.qt_setup import Colours, languages, make_application, set_text_size, wants_stillness
from hamstring_gui.ui.window import Window

if TYPE_CHECKING:
    from pathlib import Path

    from hamstring_gui.program.data import Back
    from hamstring_gui.program.leaving import Leaving
    from hamstring_gui.storage.changeover import Mended
    from hamstring_gui.storage.paths import Paths
    from hamstring_gui.ui.hands import Hands
    from hamstring_gui.ui.outside_signals import OutsideSignals

log = logging.getLogger(__name__)
__all__ = ("LOCK", "Hamstring", "run")

STILL_HERE_MS = 3000
"""After which a log-out was called off."""


_Read = tuple[Settings, tuple[str, ...]]
"""The settings, and what is wrong with their file."""


def collect_again() -> None:
    """Garbage is not looked for while the program starts (see `commands`); what is there then is there to stay."""
    gc.freeze()
    gc.enable()


def _let_ctrl_c_end_the_program() -> None:
    """Until the window hears it (`OutsideSignals`): Python's own way gets lost in Qt. `_signal` needs no import."""
    if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
        _signal.signal(_signal.SIGINT, _signal.SIG_DFL)


def run(opening: Opening) -> int:
    """Open the window and stay until it closes; gives the exit status."""
    paths = opening.paths
    _let_ctrl_c_end_the_program()
    start_logging(paths.log_file)
    settings_store = SettingsStore(paths.settings)
    tables = opening.shelf.tables
    settings, wrong = settings_store.load(tables.read)
    tables.save()
    known = languages(paths.assets)
    application = make_application(paths.assets, settings.language if settings.language in known else AS_THE_SYSTEM)
    wrong += unknown_language(settings.language, known, paths.settings)
    colours = Colours(application, cast(ThemeChoice, opening.theme or settings.theme))
    lock = QLockFile(str(paths.data / LOCK))  # ours until the process ends
    if _is_open_elsewhere(lock, paths) and (status := _handed_over(opening, lock, application)) is not None:
        return status
    return _stay_open(application, opening, settings_store, (settings, wrong), colours)


def _stay_open(
    application: QApplication, opening: Opening, settings_store: SettingsStore, read: _Read, colours: Colours
) -> int:
    """When the user's data was exchanged for other data, everything is read again and goes on in a new window."""
    (settings, wrong), paths, said = read, opening.paths, _said_of(opening.mended)
    before: Window | None = None
    back: Back | None = None
    store: HistoryStore | None = None
    while True:
        for problem in (*opening.shelf.problems, *wrong):
            log.warning("%s", problem)
        try:
            store = store or open_history(paths, used=settings.safety_understood)
        except StorageError as error:
            from hamstring_gui.program.wishes import opened_instead

            if before is not None:
                before.hide()
                before.deleteLater()
            if (found := opened_instead(application, opening, settings, error)) is None:
                return 1
            (instead, opening), back = found, None
            store, before = instead.store, instead.window
            said = "\n".join(filter(None, (said, instead.said)))
            opening, settings, wrong = _read_again(opening, settings_store, colours)
        with store:
            days = Days(Preferences(settings_store, settings))
            hamstring = Hamstring(application, opening, store, days, colours)
            in_short = in_one_notice(wrong, paths.settings, paths.log_file)
            told = tuple(filter(None, (said, *opening.shelf.problems, in_short)))
            hamstring.open(told, in_place_of=before, back=back)
            status = max(application.exec(), int(hamstring.rescued))
        if hamstring.between is None or (outcome := _exchanged(hamstring)) is None:
            return status or int(hamstring.between is not None)
        said, store = (outcome, None) if isinstance(outcome, str) else ("", outcome)
        before, back = hamstring.window, hamstring.parts.data.back
        hamstring.deleteLater()
        opening, settings, wrong = _read_again(
            Opening(paths, opening.shelf, theme=hamstring.opening.theme), settings_store, colours
        )


def _read_again(
    opening: Opening, settings_store: SettingsStore, colours: Colours
) -> tuple[Opening, Settings, tuple[str, ...]]:
    """What may be other files by now."""
    settings, wrong = settings_store.load()
    colours.choose(cast(ThemeChoice, opening.theme or settings.theme))
    return replace(opening, shelf=read_shelf(opening.paths)), settings, wrong


def _exchanged(hamstring: Hamstring) -> str | HistoryStore | None:
    """Do what was to be done with the user's data; gives what is to be said of it, or another history to go on with;
    nothing if no window may open."""
    assert hamstring.between is not None
    try:
        return hamstring.between()
    except HalfDone as error:
        from hamstring_gui.program.saying_why import say_that_there_is_no_history
        from hamstring_gui.program.wishes import answered

        hamstring.window.hide()
        with answered(hamstring.opening.paths.data):
            say_that_there_is_no_history(cast(QApplication, QApplication.instance()), str(error))
        return None
    except StorageError as error:
        return str(error)


def refuse_to_open(paths: Paths, sentence: str) -> int:
    """Open a window that says why there is no other one; gives the exit status."""
    from hamstring_gui.program.saying_why import say_that_there_is_no_history

    return say_that_there_is_no_history(make_application(paths.assets, AS_THE_SYSTEM), sentence)


def _handed_over(opening: Opening, lock: QLockFile, application: QApplication) -> int | None:
    """Exit status after another window was told; `None` where the lock has become ours after all."""
    from hamstring_gui.program.one_instance import hand_over

    outcome = hand_over(opening, lock)
    if outcome != "silent":
        return 0 if outcome == "done" else None
    from hamstring_gui.program.saying_why import say_and_end
    from hamstring_gui.ui import questions

    return say_and_end(application, questions.open_elsewhere(lock.fileName(), application.quit), lock.fileName())


def _said_of(found: Mended | None) -> str | None:
    if found is None:
        return None
    from hamstring_gui.program.data import mended

    return mended(found)


class Hamstring(QObject):
    """The program while its window is open. `between` is what is to be done before it opens again, if anything is;
    `rescued`, once it is closed, says whether something was held that is not on disk."""

    def __init__(
        self, application: QApplication, opening: Opening, store: HistoryStore, days: Days, colours: Colours
    ) -> None:
        super().__init__(application)
        self._application, self.opening, self._colours = application, opening, colours
        self.preferences = days.preferences
        self.preferences.setParent(self)
        self._closed = self.rescued = False
        self.between: Callable[[], str | HistoryStore] | None = None
        self.window = Window()
        self.parts = Parts(self.window, opening, store, days)
        self.beside = Beside(self.window, self.parts, opening.paths, days)
        self.parts.exchange_requested.connect(self._on_exchange_requested)
        self.window.may_close, self.window.why_not_there = self._may_close, self._why_not_there
        self._applied = self.preferences.settings
        self._apply(self._applied)
        self.preferences.changed.connect(self._on_settings_changed)
        self._afterwards: Afterwards | None = None
        self._signals: OutsideSignals | None = None
        self.hands: Hands | None = None
        sys.excepthook = self._on_unexpected
        application.aboutToQuit.connect(self.close)
        application.commitDataRequest.connect(self._on_log_out)

    # -- settings ----------------------------------------------------------------------------------------------------
    def _apply(self, settings: Settings) -> None:
        """All of them, but for the theme, which may be another one for this run."""
        set_body(self.window, settings.body)
        set_text_size(self._application, settings.text_size)
        self.parts.apply(settings, wants_stillness(self._application, settings.motion))

    def _on_settings_changed(self, settings: Settings) -> None:
        before, self._applied = self._applied, settings
        self._apply(settings)
        if settings.theme != before.theme:
            self._colours.choose(settings.theme)

    # -- opening and closing -----------------------------------------------------------------------------------------
    def open(
        self, problems: tuple[str, ...] = (), in_place_of: Window | None = None, back: Back | None = None
    ) -> None:  # fmt: skip
        """Show the window: with Today, with the introduction, or with the session that the command line asked for.

        `back` is how what came in place of other data is taken back.
        """
        settings, opening, parts = self.preferences.settings, self.opening, self.parts
        if settings.window_width and settings.window_height:
            self.window.resize_within_screen(settings.window_width, settings.window_height)
        if in_place_of is not None:
            self.window.setGeometry(in_place_of.geometry())
        parts.library.forget_deleted_pictures()
        if not parts.records.store.lasting:
            from hamstring_gui.program.unsaved import NothingSaved

            NothingSaved(self.window, parts.records, parts.conductor, self.leaving.unwritten).look()
        if back is not None:
            parts.data.take_up(back, "\n".join(problems))
        elif problems:
            parts.deeds.say("\n".join(problems))
        if opening.start_requested:
            routine = opening.start or parts.today.routine()
            parts.begin(routine, lambda: parts.conductor.begin(routine, at_once=self.window.isVisible()))
        else:
            parts.today.show()
            if settings.wants_introduction:
                parts.introduction.resume()
        self._afterwards = Afterwards(self.window, self._to_do_afterwards(), self)
        if opening.fullscreen:
            self.window.showFullScreen()
        else:
            self.window.show()
        self.window.windowHandle().installEventFilter(self)
        if in_place_of is not None:
            in_place_of.hide()
            in_place_of.deleteLater()

    @cached_property
    def leaving(self) -> Leaving:
        from hamstring_gui.program.leaving import Leaving

        return Leaving(self.parts, self.opening.paths)

    def _to_do_afterwards(self) -> tuple[Callable[[], object], ...]:
        """What can wait until something shows. Signals come first: until then they end the program as any other."""
        parts = self.parts
        return (
            self.feel_hands, self.get_session_ready, parts.today.draw, self._hear_signals, set_window_icon,
            self.window.heed_exposure,
            lambda: self.leaving.take_in_rescued(), *parts.to_prepare(), collect_again,
            self._hear_later_starts,
            parts.draw_old_drawings, self.beside.back_up_soon, self.beside.share,
            self.beside.look_at_health_soon, self.beside.give_own_exercises_a_voice, self.beside.reach_out,
            self.beside.stand_in_the_tray, self.beside.remind,
        )  # fmt: skip

    def get_session_ready(self) -> None:
        """Do what a session that began with the window left for afterwards."""
        if self.parts.leads:
            self.parts.conductor.get_ready()

    def feel_hands(self) -> None:
        """Let only those presses through that were meant (see `Hands`)."""
        from hamstring_gui.ui.hands import Hands

        if self.hands is None and not self._closed:
            self.window.windowHandle().removeEventFilter(self)
            self.hands = Hands(self._application, self.window, self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Who presses something before the first picture is there needs what comes after it at once."""
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress):
            self.feel_hands()
            return self.hands is not None and self.hands.eventFilter(watched, event)
        return False

    def _hear_later_starts(self) -> None:
        self.beside.hear_later_starts()
        if self.beside.wishes is not None:
            self.beside.wishes.theme_wished.connect(self._show_for_this_run)

    def _show_for_this_run(self, theme: ThemeChoice) -> None:
        self.opening = replace(self.opening, theme=theme)
        self._colours.choose(theme)

    def _hear_signals(self) -> None:
        from hamstring_gui.ui.outside_signals import OutsideSignals

        self._signals = OutsideSignals(self._on_signal, self)

    def _may_close(self) -> bool:
        """Whether the window may close now; a session asks once, and is ended with what was held."""
        if not self.leaving.may_close():
            return False
        self._settle()
        return True

    def _why_not_there(self, path: Path) -> str:
        from hamstring_gui.storage.own_files import why_not

        return why_not(path, self.opening.paths)

    def _settle(self) -> None:
        """Leave nothing undone: end the session that runs, save the size."""
        self.leaving.settle()
        if not (self.window.isFullScreen() or self.window.isMaximized()):
            size = self.window.size()
            self.preferences.change(window_width=size.width(), window_height=size.height())
        self.preferences.keep()

    def close(self) -> None:
        """Leave nothing undone, and give back what belongs to the process. Harmless when done twice.

        Signals last: whoever logs out may send several, and another one must not end what the first one began.
        """
        if self._closed:
            return
        self._closed = True
        self._settle()
        self._rescue()
        if self._afterwards is not None:
            self._afterwards.stop()
        self.beside.end()
        if self.hands is not None:
            self.hands.stop()
        if self._signals is not None:
            self._signals.stop()
        sys.excepthook = sys.__excepthook__

    def _rescue(self) -> None:
        if sentence := self.leaving.rescue():
            self.rescued = True
            log.warning("%s", sentence)
            tell(sentence)

    def _on_log_out(self) -> None:
        """The system may end the program right after this, or another program may have the log-out called off."""
        self.leaving.give_up()
        self._rescue()
        QTimer.singleShot(STILL_HERE_MS, self, self._still_here)

    def _still_here(self) -> None:
        if not self._closed:
            self.rescued = False
            self.leaving.stay()

    def _on_signal(self) -> None:
        self.leaving.give_up()
        self.window.close()

    def _on_exchange_requested(self, exchange: Callable[[], str | HistoryStore]) -> None:
        """Do this once nothing of the user's is open, then go on with what is there then (see `run`)."""
        self.between = exchange
        self._application.exit(0)

    def _on_unexpected(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Something that nobody foresaw: all of it to the log, a sentence to the window."""
        log.error("unexpected", exc_info=(kind, error, trace))
        where = self.opening.paths.log_file
        sentence = self.tr("Something went wrong that should not. What is known about it is in {file}.")
        self.parts.deeds.say(sentence.format(file=where))
