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
from functools import partial
from types import TracebackType
from typing import cast

from PySide6.QtCore import QLocale, QObject, QTimer
from PySide6.QtWidgets import QApplication

from hamstring_gui.cli import Options
from hamstring_gui.desktop.awake import Awake
from hamstring_gui.desktop.sound import Sounds
from hamstring_gui.domain.consistency import week_of, week_start
from hamstring_gui.domain.first_leg import first_leg
from hamstring_gui.domain.guidance import pace_s, shown_at
from hamstring_gui.domain.history import HoldRecord, SessionOutcome, SessionRecord, day_of
from hamstring_gui.domain.routine import Phases, Routine, just, planned_hold_s, unroll
from hamstring_gui.domain.session import Instant, Moment, Session
from hamstring_gui.domain.settings import Settings
from hamstring_gui.domain.settings import Theme as ThemeChoice
from hamstring_gui.preferences import Preferences
from hamstring_gui.qt_setup import Colours, OutsideSignals, make_application, wants_stillness
from hamstring_gui.recorder import Recorder
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.logs import start_logging
from hamstring_gui.storage.settings import SettingsStore
from hamstring_gui.ui.pages.today import Today
from hamstring_gui.ui.player import Player
from hamstring_gui.ui.questions import ask_about_pain, ask_to_end, explain_toes, say_no_history
from hamstring_gui.ui.window import Window

log = logging.getLogger(__name__)


def now() -> Instant:
    """The clock that everything here is told the time by."""
    return Instant(time.monotonic(), datetime.now().astimezone())


def collect_again() -> None:
    """Garbage is not looked for while the program starts (see `cli`); what is there then is there to stay."""
    gc.freeze()
    gc.enable()


def run(options: Options) -> int:
    """Open the window and stay until it closes; gives the exit status."""
    start_logging(options.paths.log_file)
    application = make_application(options.paths.assets)
    settings_store = SettingsStore(options.paths.settings)
    settings, problems = settings_store.load()
    Colours(application, cast(ThemeChoice, options.theme or settings.theme))
    for problem in problems:
        log.warning("%s", problem)
    try:
        store = HistoryStore.open(options.paths.database)
    except StorageError as error:
        return _say_that_there_is_no_history(application, options, str(error))
    with store:
        hamstring = Hamstring(application, options, store, settings_store, settings)
        hamstring.open(problems)
        return application.exec()


def _say_that_there_is_no_history(application: QApplication, options: Options, sentence: str) -> int:
    print(f"hamstring-gui: {sentence}", file=sys.stderr)
    window = Window(options.exercises)
    say_no_history(window, sentence)
    window.show()
    application.exec()
    return 1


class Hamstring(QObject):
    """The program while its window is open."""

    def __init__(
        self,
        application: QApplication,
        options: Options,
        store: HistoryStore,
        settings_store: SettingsStore,
        settings: Settings,
        clock: Callable[[], Instant] = now,
    ) -> None:
        super().__init__(application)
        self._options = options
        self._clock = clock
        self._store = store
        self._preferences = Preferences(settings_store, settings, self)
        self._still = wants_stillness(application, settings.motion)
        self._routine: Routine | None = None
        self._recorder: Recorder | None = None
        self._over: SessionRecord | None = None
        self._after_safety = self.show_today
        self._quitting = False
        self._quitting_asked = False
        self._unsaved_said = False
        self._seen = True
        self.player = Player(self._pace, self)
        self.sounds = Sounds(options.paths.assets / "sounds", settings.volume / 100, settings.muted)
        self.awake = Awake()
        self.window = Window(options.exercises)
        self.window.set_still(self._still)
        self.window.session.show_muted(settings.muted)
        self.window.session.show_breathing_words(settings.breathing_words)
        self._connect()
        self._signals = OutsideSignals(self._on_signal, self)
        sys.excepthook = self._on_unexpected
        application.aboutToQuit.connect(self.close)

    def _connect(self) -> None:
        window, page = self.window, self.window.session
        window.may_close = self._may_close
        self._preferences.problem_met.connect(window.notice.show_notice)
        window.seen_changed.connect(self._on_seen_changed)
        window.today_requested.connect(self.show_today)
        window.today.start_requested.connect(self._on_start_requested)
        window.today.routine_chosen.connect(self._on_routine_chosen)
        window.today.safety_requested.connect(self._on_safety_requested)
        window.toes_requested.connect(partial(explain_toes, window))
        window.do_it_now_requested.connect(self._on_do_it_now_requested)
        window.safety.understood.connect(self._on_safety_understood)
        window.finish.done.connect(self._on_done)
        page.command_requested.connect(self._on_command)
        page.end_requested.connect(self._on_end_requested)
        page.mute_requested.connect(self._on_mute_requested)
        page.breathing_words_requested.connect(self._on_breathing_words_requested)
        self.player.moment_changed.connect(page.show_moment)
        self.player.hold_recorded.connect(self._on_hold_recorded)
        self.player.cues_due.connect(self._on_cues_due)
        self.player.session_ended.connect(self._on_session_ended)

    # -- opening and closing -----------------------------------------------------------------------------------------
    def open(self, problems: tuple[str, ...] = ()) -> None:
        if self._preferences.now.window_width and self._preferences.now.window_height:
            self.window.resize_within_screen(self._preferences.now.window_width, self._preferences.now.window_height)
        if problems:
            self.window.notice.show_notice("\n".join(problems))
        self.show_today()
        if self._options.start_requested:
            self._begin_when_safe(self._options.start or self._offered())
        if self._options.fullscreen:
            self.window.showFullScreen()
        else:
            self.window.show()
        QTimer.singleShot(0, self, collect_again)

    def _may_close(self) -> bool:
        """Whether the window may close now; a session asks once, and is ended with what was held."""
        if self.player.session is None or self._quitting:
            self._settle()
            return True
        if self.window.asking and self._quitting_asked:
            self._settle()
            return True
        self._ask_to_end(quitting=True)
        return False

    def _settle(self) -> None:
        """Leave nothing undone: end the session that runs, keep the rating, release the screen, save the size."""
        self._quitting = True
        self.player.command("end")
        self._save_rating()
        self.awake.release()
        if not (self.window.isFullScreen() or self.window.isMaximized()):
            size = self.window.size()
            self._preferences.change(window_width=size.width(), window_height=size.height())

    def _on_signal(self) -> None:
        self._quitting = True
        self.window.close()

    def close(self) -> None:
        """Leave nothing undone, and give back what belongs to the process. Harmless when done twice."""
        self._settle()
        self._signals.stop()
        sys.excepthook = sys.__excepthook__

    def _on_unexpected(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Something that nobody foresaw: all of it to the log, a sentence to the window."""
        log.error("unexpected", exc_info=(kind, error, trace))
        where = self._options.paths.log_file
        sentence = self.tr("Something went wrong that should not. What is known about it is in {file}.")
        self.window.notice.show_notice(sentence.format(file=where))

    # -- pages -------------------------------------------------------------------------------------------------------
    def show_today(self) -> None:
        instant = self._clock().wall
        day = day_of(instant)
        first_weekday = QLocale.system().firstDayOfWeek().value - 1
        routine = self._routine or self._offered()
        try:
            sessions = self._store.sessions_since(week_start(day, first_weekday))
            last = self._store.last_session()
        except StorageError as error:
            self.window.notice.show_notice(str(error))
            sessions, last = (), None
        others = tuple(known for known in self._options.routines.values() if known.id != routine.id)
        week = week_of(day, sessions, first_weekday)
        self.window.today.show_today(Today(instant, day, routine, others, week, last))
        self.window.show_page(self.window.today)

    def _offered(self) -> Routine:
        """The routine that was done last, or the first one there is."""
        routines = self._options.routines
        try:
            last = self._store.last_session()
        except StorageError:
            last = None
        if last is not None and last.routine in routines:
            return routines[last.routine]
        return next(iter(routines.values()))

    def _on_routine_chosen(self, routine_id: str) -> None:
        self._routine = self._options.routines[routine_id]
        self.show_today()

    def _on_safety_requested(self) -> None:
        self._after_safety = self.show_today
        self.window.show_page(self.window.safety)

    def _on_safety_understood(self) -> None:
        self._preferences.change(safety_understood=True)
        self._after_safety()

    # -- a session ---------------------------------------------------------------------------------------------------
    def _on_start_requested(self, routine_id: str) -> None:
        self._begin_when_safe(self._options.routines[routine_id])

    def _on_do_it_now_requested(self, exercise_id: str) -> None:
        self._begin_when_safe(just(self._options.exercises[exercise_id]))

    def _begin_when_safe(self, routine: Routine) -> None:
        if self._preferences.now.safety_understood:
            self._begin(routine)
        else:
            self._after_safety = partial(self._begin, routine)
            self.window.show_page(self.window.safety)

    def _begin(self, routine: Routine) -> None:
        phases = self._unrolled(routine)
        from uuid import uuid4  # 3 ms that only a session pays

        session = Session(routine, phases, self._clock)
        self._recorder = Recorder(self._store, str(uuid4()))
        self._over = None
        self._recorder.begin(routine, session.started_at, day_of(session.started_at), planned_hold_s(phases))
        self._show_recorders_problem()
        self._playing = (routine, session, planned_hold_s(phases))
        self.window.show_page(self.window.session)
        self.player.play(session)
        QTimer.singleShot(0, self, self._begin_quietly)

    def _begin_quietly(self) -> None:
        """What takes a moment and need not be there at once: the sounds, and keeping the screen awake."""
        self.sounds.prepare()
        if self.player.session is not None:
            self.awake.hold()

    def _unrolled(self, routine: Routine) -> Phases:
        try:
            sessions = self._store.sessions() if routine.first_side in ("alternate", "tighter") else ()
        except StorageError as error:
            log.warning("%s", error)
            sessions = ()
        return unroll(routine, self._options.exercises, first_leg(routine, sessions))

    def _pace(self, moment: Moment) -> float:
        """Where nobody sees it move, once a second is enough."""
        if self._still or not self._seen:
            return 1.0
        return pace_s(shown_at(self._options.exercises[moment.phase.exercise], moment))

    def _on_seen_changed(self, seen: bool) -> None:
        self._seen = seen
        self.player.look()

    def _on_command(self, name: str) -> None:
        self.player.command(name)
        session = self.player.session
        if session is not None and session.state == "pain" and not self.window.asking:
            self._quitting_asked = False
            ask_about_pain(self.window, go_on=partial(self.player.command, "go_on"), end=self._end)

    def _on_end_requested(self) -> None:
        self._ask_to_end(quitting=False)

    def _ask_to_end(self, quitting: bool) -> None:
        session = self.player.session
        if session is None:
            return
        was_running = session.state == "running"
        self._quitting_asked = quitting
        self.player.command("pause")
        keep_going = partial(self.player.command, "resume") if was_running else self._keep_waiting
        ask_to_end(self.window, end=self._quit if quitting else self._end, keep_going=keep_going)

    def _keep_waiting(self) -> None:
        """A session that stood still before the question goes on standing still; pain asks its own question again."""
        session = self.player.session
        if session is not None and session.state == "pain":
            self._on_command("pause")

    def _end(self) -> None:
        self.player.command("end")

    def _quit(self) -> None:
        self._quitting = True
        self.window.close()

    def _on_mute_requested(self) -> None:
        self._preferences.change(muted=not self._preferences.now.muted)
        self.sounds.set_muted(self._preferences.now.muted)
        self.window.session.show_muted(self._preferences.now.muted)

    def _on_breathing_words_requested(self) -> None:
        self._preferences.change(breathing_words=not self._preferences.now.breathing_words)
        self.window.session.show_breathing_words(self._preferences.now.breathing_words)

    def _on_cues_due(self, cues: tuple[str, ...]) -> None:
        for number, cue in enumerate(cues):
            if number == 0:
                self.sounds.play(cue)
            else:
                QTimer.singleShot(450 * number, self, partial(self.sounds.play, cue))

    def _on_hold_recorded(self, record: HoldRecord) -> None:
        if self._recorder is not None:
            self._recorder.put_hold(record)
            self._show_recorders_problem()

    def _on_session_ended(self, outcome: SessionOutcome, at: datetime) -> None:
        self.awake.release()
        routine, session, planned_s = self._playing
        if self._recorder is None:
            return
        self._recorder.end(at, outcome)
        self._show_recorders_problem()
        self._over = SessionRecord(
            id="",
            routine=routine.id,
            routine_name=routine.name,
            started_at=session.started_at,
            ended_at=at,
            day=day_of(session.started_at),
            outcome=outcome,
            planned_s=planned_s,
            holds=session.records,
        )
        if not self._quitting:
            self.window.finish.show_session(self._over)
            self.window.show_page(self.window.finish)

    def _on_done(self) -> None:
        self._save_rating()
        self._routine = None
        self.show_today()

    def _save_rating(self) -> None:
        """Add the finish page's rating and note to the session that is over."""
        page = self.window.finish
        if self._over is None or self._recorder is None or self.window.page is not page:
            return
        if page.tightness is not None or page.note_text:
            self._recorder.rate(page.tightness, page.note_text)
        else:
            self._recorder.try_again()
        self._show_recorders_problem()
        self._over = None

    def _show_recorders_problem(self) -> None:
        problem = self._recorder.problem if self._recorder is not None else ""
        if problem:
            self.window.notice.show_notice(self.tr("Not on disk yet, will be tried again: {0}").format(problem))
        elif self._unsaved_said:
            self.window.notice.hide()
        self._unsaved_said = bool(problem)
