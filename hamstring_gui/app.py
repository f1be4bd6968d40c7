"""The composition root: clock, stores, sounds, window. The only place that knows everyone.

Pages say what the user did; here it is done, saved, and the new values are handed back to the pages.
"""

from __future__ import annotations

import gc
import logging
import sys
import time
from collections.abc import Callable
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from hamstring_gui.commands.command_line import Options, read_again
from hamstring_gui.desktop.awake import Awake
from hamstring_gui.desktop.draw_picture import draw
from hamstring_gui.desktop.sound import Sounds
from hamstring_gui.domain.history import SessionRecord
from hamstring_gui.domain.moment import Instant
from hamstring_gui.domain.routine import Routine, just
from hamstring_gui.domain.settings import AS_THE_SYSTEM, Settings
from hamstring_gui.domain.settings import Theme as ThemeChoice
from hamstring_gui.program.conductor import Conductor
from hamstring_gui.program.exercises import ExerciseKeeper
from hamstring_gui.program.history import HistoryKeeper
from hamstring_gui.program.introduction import Introduction
from hamstring_gui.program.preferences import Preferences, in_one_notice, unknown_language
from hamstring_gui.program.routines import RoutineKeeper
from hamstring_gui.program.settings import SettingsKeeper
from hamstring_gui.program.today import TodayKeeper
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.logs import start_logging
from hamstring_gui.storage.own_exercises import OwnExercises
from hamstring_gui.storage.settings import SettingsStore
from hamstring_gui.ui.qt_setup import Colours, OutsideSignals, languages, make_application, set_text_size
from hamstring_gui.ui.questions import explain_toes, say_no_history
from hamstring_gui.ui.window import Window

if TYPE_CHECKING:
    from hamstring_gui.program.data import DataKeeper

log = logging.getLogger(__name__)


def now() -> Instant:
    """The clock that everything here is told the time by."""
    return Instant(time.monotonic(), datetime.now().astimezone())


def collect_again() -> None:
    """Garbage is not looked for while the program starts (see `cli`); what is there then is there to stay."""
    gc.freeze()
    gc.enable()


def run(options: Options) -> int:
    """Open the window and stay until it closes; gives the exit status.

    When the user's data was exchanged for other data, everything is read again and goes on in a new window.
    """
    start_logging(options.paths.log_file)
    settings_store = SettingsStore(options.paths.settings)
    settings, wrong = settings_store.load()
    known = languages(options.paths.assets)
    application = make_application(
        options.paths.assets, settings.language if settings.language in known else AS_THE_SYSTEM
    )  # fmt: skip
    wrong += unknown_language(settings.language, known, options.paths.settings)
    colours = Colours(application, cast(ThemeChoice, options.theme or settings.theme))
    said, before = "", None
    while True:
        for problem in (*options.problems, *wrong):
            log.warning("%s", problem)
        try:
            store = HistoryStore.open(options.paths.database, busy_s=0.2)
        except StorageError as error:
            return _say_that_there_is_no_history(application, options, str(error))
        with store:
            hamstring = Hamstring(application, options, store, settings_store, settings, colours)
            in_short = in_one_notice(wrong, options.paths.settings, options.paths.log_file)
            hamstring.open(tuple(filter(None, (said, *options.problems, in_short))), in_place_of=before)
            status = application.exec()
        if hamstring.between is None:
            return status
        said, before = hamstring.between(), hamstring.window
        hamstring.deleteLater()
        options = read_again(options)
        settings, wrong = settings_store.load()
        colours.choose(cast(ThemeChoice, options.theme or settings.theme))


def _say_that_there_is_no_history(application: QApplication, options: Options, sentence: str) -> int:
    print(f"hamstring-gui: {sentence}", file=sys.stderr)
    window = Window(options.exercises)
    signals = OutsideSignals(partial(_close, window), window)
    say_no_history(window, sentence)
    window.show()
    application.exec()
    signals.stop()
    return 1


def _close(window: Window) -> None:
    window.close()


class Hamstring(QObject):
    """The program while its window is open."""

    def __init__(
        self,
        application: QApplication,
        options: Options,
        store: HistoryStore,
        settings_store: SettingsStore,
        settings: Settings,
        colours: Colours,
        clock: Callable[[], Instant] = now,
    ) -> None:
        super().__init__(application)
        self._options, self._store, self._clock = options, store, clock
        self.exercises, self.routines = options.exercises, options.routines
        self.preferences = Preferences(settings_store, settings, self)
        self._unsaved_said = self._closed = False
        self.between: Callable[[], str] | None = None
        set_text_size(application, settings.text_size)
        self.window = Window(options.exercises)
        self.window.languages = languages(options.paths.assets)
        self.routine_keeper = RoutineKeeper(self.window, options)
        sounds_folder = options.paths.assets / "sounds"
        self.sounds = Sounds(sounds_folder, settings.volume / 100, settings.muted, self.window.session.show_no_sound)
        own = OwnExercises(options.paths.exercises, draw)
        own.forget_deleted_pictures()
        self.exercise_keeper = ExerciseKeeper(self.window, self.exercises, self.routines, own)
        self.conductor = Conductor(
            self.window, options.exercises, store, self.sounds, Awake(), clock, settings
        )  # fmt: skip
        self.history_keeper = HistoryKeeper(
            self.window, store, self.preferences, clock, self.exercises, self.routines, options.paths.assets,
            own.known_kinds, self,
        )  # fmt: skip
        self.today_keeper = TodayKeeper(self.window, options, store, self.history_keeper, clock)
        self.settings_keeper = SettingsKeeper(
            self.window, self.preferences, self.history_keeper, self.sounds, self.conductor, colours,
            str(options.paths.data), self,
        )  # fmt: skip
        self.introduction = Introduction(self.window, self.preferences, self.settings_keeper, options.exercises, self)
        self._connect()
        self._signals = OutsideSignals(self._on_signal, self)
        sys.excepthook = self._on_unexpected
        application.aboutToQuit.connect(self.close)

    @cached_property
    def data_keeper(self) -> DataKeeper:
        """Made when it is first asked for: few starts need it."""
        from hamstring_gui.program.data import DataKeeper

        keeper = DataKeeper(self.window, self._options.paths, self._clock, self)
        keeper.exchange_requested.connect(self._on_exchange_requested)
        return keeper

    def _connect(self) -> None:
        window = self.window
        window.may_close = self._may_close
        window.page_requested.connect(self._on_page_requested)
        window.came_back.connect(self._on_came_back)
        self.history_keeper.changed.connect(self.today_keeper.refresh)
        window.today.start_requested.connect(self._on_start_requested)
        window.today.hold_changed.connect(self.routine_keeper.change_hold)
        window.today.routine_chosen.connect(self.today_keeper.choose)
        window.today.safety_requested.connect(partial(self.introduction.show_safety, None, self.today_keeper.show))
        self.exercise_keeper.changed.connect(self.routine_keeper.exercises_changed)
        window.toes_requested.connect(partial(explain_toes, window))
        window.do_it_now_requested.connect(self._on_do_it_now_requested)
        self.introduction.over.connect(self.today_keeper.show)
        self.settings_keeper.pressed.connect(self._on_pressed_in_settings)
        window.finish.hold_change_requested.connect(self.routine_keeper.change_hold)
        self.routine_keeper.start_requested.connect(self._on_start_requested)
        self.routine_keeper.changed.connect(self._on_came_back)
        window.files_dropped.connect(self._on_files_dropped)
        window.finish.done.connect(self._on_done)
        self.conductor.session_over.connect(self._on_session_over)
        self.conductor.recording_troubled.connect(self._on_recording_troubled)

    # -- opening and closing -----------------------------------------------------------------------------------------
    def open(self, problems: tuple[str, ...] = (), in_place_of: Window | None = None) -> None:
        """Show the window: with Today, with the introduction, or with the session that the command line asked for."""
        settings = self.preferences.settings
        if settings.window_width and settings.window_height:
            self.window.resize_within_screen(settings.window_width, settings.window_height)
        if in_place_of is not None:
            self.window.setGeometry(in_place_of.geometry())
        if problems := problems + self.routine_keeper.problems:
            self.window.notice.show_notice("\n".join(problems))
        self.today_keeper.show()
        if self._options.start_requested:
            self._begin_when_safe(self._options.start or self.today_keeper.routine())
        elif not settings.safety_understood:
            self.introduction.show()
        if self._options.fullscreen:
            self.window.showFullScreen()
        else:
            self.window.show()
        if in_place_of is not None:
            in_place_of.hide()
            in_place_of.deleteLater()
        QTimer.singleShot(0, self, collect_again)
        QTimer.singleShot(1000, self, self.exercise_keeper.draw_old_drawings)

    def _may_close(self) -> bool:
        """Whether the window may close now; a session asks once, and is ended with what was held."""
        if not self.conductor.may_close():
            return False
        self.conductor.end()
        if not self.exercise_keeper.may_close():
            return False
        self._settle()
        return True

    def _settle(self) -> None:
        """Leave nothing undone: end the session that runs, keep the rating, save the size."""
        self._save_rating()
        self.conductor.close()
        if not (self.window.isFullScreen() or self.window.isMaximized()):
            size = self.window.size()
            self.preferences.change(window_width=size.width(), window_height=size.height())

    def close(self) -> None:
        """Leave nothing undone, and give back what belongs to the process. Harmless when done twice."""
        if self._closed:
            return
        self._closed = True
        self._settle()
        self._signals.stop()
        sys.excepthook = sys.__excepthook__

    def _on_signal(self) -> None:
        self.conductor.close()
        self.exercise_keeper.give_up()
        self.window.close()

    def _on_unexpected(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Something that nobody foresaw: all of it to the log, a sentence to the window."""
        log.error("unexpected", exc_info=(kind, error, trace))
        where = self._options.paths.log_file
        sentence = self.tr("Something went wrong that should not. What is known about it is in {file}.")
        self.window.notice.show_notice(sentence.format(file=where))

    # -- pages -------------------------------------------------------------------------------------------------------
    def _on_page_requested(self, name: str) -> None:
        match name:
            case "today":
                self.today_keeper.show()
            case "history":
                self.history_keeper.show()
            case "routines":
                self.routine_keeper.show()
            case "exercises":
                self.exercise_keeper.show()
            case "settings":
                self.settings_keeper.show()

    def _on_pressed_in_settings(self, field: str) -> None:
        match field:
            case "introduction":
                self.introduction.show()
            case "export":
                self._on_page_requested("history")
            case _:
                self.data_keeper.do(field)

    def _on_exchange_requested(self, exchange: Callable[[], str]) -> None:
        """Do this once nothing of the user's is open, then go on with what is there then (see `run`)."""
        self.between = exchange
        QApplication.exit(0)

    def _on_files_dropped(self, names: list[str]) -> None:
        for path in map(Path, names):
            keepers = (self.exercise_keeper, self.routine_keeper, self.history_keeper)
            if not any(keeper.takes(path) for keeper in keepers):
                self.window.notice.show_notice(self.tr("{file}: nothing here can be done with this.").format(file=path))

    def _on_came_back(self) -> None:
        """The window may have been away for days."""
        if self.window.page is self.window.today:
            self.today_keeper.refresh()
        self.history_keeper.refresh()

    # -- a session ---------------------------------------------------------------------------------------------------
    def _on_start_requested(self, routine_id: str) -> None:
        self._begin_when_safe(self.today_keeper.routine(routine_id))

    def _on_do_it_now_requested(self, exercise_id: str, left: bool) -> None:
        self._begin_when_safe(just(self.exercises[exercise_id], "left" if left else "right"))

    def _begin_when_safe(self, routine: Routine) -> None:
        if self.preferences.settings.safety_understood:
            self.conductor.begin(routine)
        else:
            self.introduction.show_safety(routine, then=partial(self.conductor.begin, routine))

    def _on_session_over(self, record: SessionRecord) -> None:
        self.window.finish.show_session(record)
        self.window.finish.show_offer(self.routine_keeper.offer_after(record))
        self.window.show_page(self.window.finish)

    def _on_done(self) -> None:
        self._save_rating()
        self.today_keeper.choose("")

    def _save_rating(self) -> None:
        """Add the finish page's rating and note to the session that is over."""
        page = self.window.finish
        if self.window.page is page:
            self.conductor.rate(page.tightness, page.note_text)

    def _on_recording_troubled(self, problem: str) -> None:
        if problem:
            self.window.notice.show_notice(self.tr("Not on disk yet, will be tried again: {0}").format(problem))
        elif self._unsaved_said:
            self.window.notice.hide()
        self._unsaved_said = bool(problem)
