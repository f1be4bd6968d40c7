"""The parts of the program, put together: each is made when it is first wanted, and hears of what the others did."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hamstring_gui.domain.history import SessionRecord
from hamstring_gui.domain.routine import Routine, just
from hamstring_gui.domain.settings import Settings
from hamstring_gui.program.days import Days
from hamstring_gui.program.deeds import Deeds
from hamstring_gui.program.library import Library
from hamstring_gui.program.opening import Opening
from hamstring_gui.program.pages import Pages
from hamstring_gui.program.records import Records
from hamstring_gui.program.today import TodayKeeper
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.ui.controls.notice import Lasts
from hamstring_gui.ui.qt_setup import languages
from hamstring_gui.ui.window import Window

if TYPE_CHECKING:
    from hamstring_gui.desktop.bus import Bus
    from hamstring_gui.desktop.screen_reader import OrcaAsked
    from hamstring_gui.domain.going_on import Underway
    from hamstring_gui.program.conductor import Conductor
    from hamstring_gui.program.data import DataKeeper
    from hamstring_gui.program.day_turn import DayTurn
    from hamstring_gui.program.exercises import ExerciseKeeper
    from hamstring_gui.program.hamstrings import HamstringsKeeper
    from hamstring_gui.program.hearing import Hearing
    from hamstring_gui.program.history import HistoryKeeper
    from hamstring_gui.program.introduction import Introduction
    from hamstring_gui.program.pedals import Pedals
    from hamstring_gui.program.routines import RoutineKeeper
    from hamstring_gui.program.settings import SettingsKeeper
    from hamstring_gui.program.sharing import Sharing
    from hamstring_gui.ui.exercises.page import LibraryPage
    from hamstring_gui.ui.session.finish import FinishPage
    from hamstring_gui.ui.today.page import TodayPage

SOON = (
    "domain.session", "ui.controls.legend", "ui.controls.announce", "ui.session.countdown", "ui.session.control_bar",
    "ui.session.page", "program.recorder", "program.player", "program.speaker",
    "program.conductor", "desktop.sound", "desktop.voice", "desktop.awake", "ui.questions",
)  # fmt: skip
"""Modules that a session needs and Today doesn't."""
LEFT = ("exercises", "routines", "hamstrings", "history", "settings")  # pages that one comes back to
DRAW, HELP, DROPS = (
    f"hamstring_gui.{name}" for name in ("desktop.draw_picture", "program.key_help", "program.dropping")
)


class Parts(QObject):
    """`exchange_requested` carries what is to do once nothing of the user's is open; `session_ended`: nothing leads."""

    exchange_requested, damage_met, session_ended = Signal(object), Signal(), Signal()

    def __init__(self, window: Window, opening: Opening, store: HistoryStore, days: Days) -> None:
        super().__init__(window)
        self.window, self._paths, self._days = window, opening.paths, days
        self.preferences = days.preferences
        self.library = Library(opening.shelf, lambda *svg: import_module(DRAW).draw(*svg), self)
        self.records = Records(store, self.library, days, self)
        self.deeds = Deeds(self)
        self.pages = Pages(window, languages(opening.paths.assets), str(opening.paths.data))
        self.today = TodayKeeper(window, self.pages.today, self.library, self.records, self.deeds)
        self._still = self._unsaved_said = False
        self._left: QWidget | None = None
        self._connect()

    @property
    def _settings(self) -> Settings:
        return self.preferences.settings

    def _connect(self) -> None:
        window, deeds = self.window, self.deeds
        window.page_requested.connect(self.show_page)
        window.came_back.connect(self.come_back)
        window.files_dropped.connect(lambda names: self.sharing.take_all(names, self.history))
        window.told_of_drop = lambda names: import_module(DROPS).told_of(
            names, picture_wanted=self.exercises.takes_pictures
        )
        window.undo_requested.connect(lambda: self._step(deeds.undo))
        window.keys_requested.connect(lambda: import_module(HELP).show(window, self.conductor.player))
        window.redo_requested.connect(lambda: self._step(deeds.redo))
        window.notice.undo_requested.connect(deeds.undo)
        window.notice.gone.connect(deeds.settle)
        deeds.told.connect(window.notice.show_notice)
        deeds.told_too.connect(window.notice.show_too)
        deeds.overtaken.connect(window.notice.withdraw_undo)
        deeds.hushed.connect(window.notice.hide)
        self.pages.today.when_made(self._on_today_made)
        self.today.go_on_requested.connect(self._on_go_on_requested)
        for late in (self.pages.session, self.pages.introduction, self.pages.settings):
            late.when_made(lambda _: self.hearing.tell())
        self.preferences.troubled.connect(deeds.say)
        self.records.told.connect(deeds.say_too)
        self.records.told.connect(lambda _: window.notice.last(Lasts.UNTIL_SESSION))
        self.records.exchange_told.connect(lambda: window.notice.last(Lasts.ALWAYS))

    def _on_today_made(self, page: TodayPage) -> None:
        page.start_requested.connect(self._on_start_requested)
        page.hold_changed.connect(self._on_hold_changed)
        page.routine_chosen.connect(self.today.choose)
        page.hamstrings_requested.connect(lambda: self.hamstrings.show())
        page.safety_requested.connect(self._on_safety_requested)

    def apply(self, settings: Settings, still: bool) -> None:
        """Let settings hold in the parts that are there; the others begin with them. `still` leaves movement out."""
        self._still = still
        made = vars(self)
        if "hearing" in made:
            self.hearing.apply()
        if "conductor" in made:
            self.conductor.apply(still)
        if (page := self.pages.exercises.made) is not None:
            page.set_still(still)

    # -- the parts, each made when it is first wanted ----------------------------------------------------------------
    @cached_property
    def hearing(self) -> Hearing:
        from hamstring_gui.program.hearing import Hearing

        mono, exercises = self._days.mono, lambda: self.library.exercises.values()
        return Hearing(self._paths, self.pages, self.preferences, mono, exercises)

    @cached_property
    def bus(self) -> Bus:
        from hamstring_gui.desktop.bus import Bus

        return Bus(self.window, lambda: self.hearing.helper(wanted=self.leads))

    @cached_property
    def conductor(self) -> Conductor:
        from hamstring_gui.desktop.awake import Awake
        from hamstring_gui.program.conductor import Conductor
        from hamstring_gui.program.services import Services

        page = self.pages.session()
        services = Services(self.hearing.sounds, Awake(page.say_dark, lambda: self.bus), lambda: self.hearing.speaker)
        conductor = Conductor(self.window, self.pages.session, self.library, self.records, services)
        conductor.session_begins.connect(self.today.keep_left)
        conductor.session_begins.connect(self._ask_orca)
        conductor.session_over.connect(self._on_session_over)
        conductor.player.session_ended.connect(self.today.note_end)
        conductor.player.session_ended.connect(self.session_ended)
        conductor.session_left.connect(self.session_ended)
        conductor.came_to_nothing.connect(self._go_back)
        conductor.recording_troubled.connect(self._on_recording_troubled)
        conductor.recorder.exchanged.connect(self.records.tell_exchange)
        conductor.apply(self._still)
        self.window.tell_whether_seen(conductor.see)
        page.mute_requested.connect(self.hearing.toggle_mute)
        self.window.filled.connect(conductor.fill)
        self.pages.finish.when_made(self._on_finish_made)
        return conductor

    def _ask_orca(self) -> None:
        if self.window.isVisible():  # before that nobody listens, and `to_prepare` asks
            self.orca.ask()

    def _on_finish_made(self, page: FinishPage) -> None:
        page.hold_change_requested.connect(self._on_hold_changed)
        self.window.filled.connect(lambda: page.set_far(self.conductor.far))  # read from where the session was
        page.rated.connect(self.conductor.rate)
        self.library.changed.connect(lambda: page.show_routines(self.library.routines))
        page.done.connect(self.conductor.keep_rating)
        page.done.connect(self.conductor.leave_the_screen)
        page.done.connect(self.today.note_end)
        page.done.connect(partial(self.today.offer, ""))
        page.done.connect(self._go_back)

    @cached_property
    def routines(self) -> RoutineKeeper:
        from hamstring_gui.program.routines import RoutineKeeper

        routines = RoutineKeeper(self.window, self.pages.routines, self.library, self.deeds)
        routines.start_requested.connect(self._on_start_requested)
        routines.file_chosen.connect(lambda path: self.sharing.bring(path))
        routines.back_requested.connect(lambda: self.hamstrings.come_back())
        return routines

    @cached_property
    def exercises(self) -> ExerciseKeeper:
        from hamstring_gui.program.exercises import ExerciseKeeper

        self.pages.exercises.when_made(self._on_library_made)
        exercises = ExerciseKeeper(self.window, self.pages.exercises, self.library, self.deeds, self._paths.draft)
        exercises.file_chosen.connect(lambda path: self.sharing.bring(path))
        return exercises

    @cached_property
    def sharing(self) -> Sharing:
        from hamstring_gui.program.sharing import Sharing

        return Sharing(self.window, self.library, self.deeds, self.exercises, self.routines)

    def _on_library_made(self, page: LibraryPage) -> None:
        from hamstring_gui.ui import questions

        page.set_still(self._still)
        page.do_it_now_requested.connect(self._on_do_it_now_requested)
        page.toes_requested.connect(lambda: self.window.ask(questions.about_toes()))
        page.hamstrings_requested.connect(lambda: self.hamstrings.show())
        page.back_requested.connect(lambda: self.hamstrings.come_back())
        self.window.tell_whether_seen(page.set_seen)

    @cached_property
    def hamstrings(self) -> HamstringsKeeper:
        from hamstring_gui.program.hamstrings import HamstringsKeeper
        from hamstring_gui.ui import questions

        keeper = HamstringsKeeper(self.window, self.pages.hamstrings, self.library, self._show_again)
        keeper.exercise_requested.connect(self._on_exercise_requested)
        keeper.routine_requested.connect(lambda key: self.routines.show(key, from_elsewhere=True))
        keeper.toes_requested.connect(lambda: self.window.ask(questions.about_toes()))
        return keeper

    def _on_exercise_requested(self, exercise_id: str) -> None:
        """What is being written stays, and is shown."""
        if self.exercises.writing:
            self.exercises.show()
        else:
            self.exercises.show_one(exercise_id, from_elsewhere=True)

    @cached_property
    def history(self) -> HistoryKeeper:
        from hamstring_gui.program.history import HistoryKeeper

        return HistoryKeeper(self.window, self.pages.history, self.library, self.records, self.deeds)

    @cached_property
    def settings(self) -> SettingsKeeper:
        from hamstring_gui.program.settings import SettingsKeeper

        keeper = SettingsKeeper(self.window, self.pages.settings, self.preferences, self.records, self.history)
        keeper.tone_requested.connect(self.hearing.play)
        keeper.voice_requested.connect(self.hearing.try_voice)
        keeper.shown.connect(self.hearing.find_out)
        keeper.pressed.connect(self._on_pressed_in_settings)
        keeper.shown.connect(lambda: self.data.show_backups(self.pages.settings()))
        return keeper

    @cached_property
    def pedals(self) -> Pedals:
        from hamstring_gui.program.pedals import Pedals

        return Pedals(self.window, self.pages, self.preferences)

    @cached_property
    def introduction(self) -> Introduction:
        from hamstring_gui.program.introduction import Introduction

        pages = self.pages
        pages.introduction.when_made(lambda page: page.show_exercises(self.library.exercises))
        pages.introduction.when_made(lambda _: self.hearing.sounds.prepare())  # known is then whether one can be heard
        introduction = Introduction(self.window, pages.safety(), pages.introduction, self.preferences, self.settings)
        introduction.over.connect(self._go_back)
        self.records.changed.connect(introduction.refresh_where_seen)
        return introduction

    @cached_property
    def orca(self) -> OrcaAsked:
        from hamstring_gui.desktop.screen_reader import OrcaAsked
        from hamstring_gui.ui.controls.announce import announce_as_description

        return OrcaAsked(announce_as_description, self)

    @cached_property
    def data(self) -> DataKeeper:
        from hamstring_gui.program.data import DataKeeper

        keeper = DataKeeper(self.window, self._paths, self._days.clock, self.deeds)
        keeper.exchange_requested.connect(self.exchange_requested)
        keeper.damage_met.connect(self.damage_met)
        return keeper

    def to_prepare(self) -> tuple[Callable[[], object], ...]:
        """What makes the first press as quick as every other, in pieces that take a few hundredths of a second."""
        modules = (partial(import_module, f"hamstring_gui.{name}") for name in SOON)
        return (
            self.pages.today, *modules, self.today.look_back, self.pages.session, lambda: self.conductor,
            lambda: self.hearing.speaker, self.pages.finish, lambda: self.day_turn, lambda: self.pedals, self._ask_orca,
        )  # fmt: skip

    # -- pages -------------------------------------------------------------------------------------------------------
    def show_page(self, name: str) -> None:
        """Show the page of that name, with what there is to show now."""
        if "conductor" in vars(self):
            self.conductor.leave_the_screen()
        self.window.end_editing()
        getattr(self, name).show()

    def _leave_page(self) -> None:
        """What fills the window leads back to the page that it was wished for on."""
        if self.window.entry:
            self._left = self.window.page

    def _go_back(self) -> None:
        self._show_again(self._left)

    def _show_again(self, page: QWidget | None) -> None:
        """As it was left, with what there is to show now; Today, where there is no such page."""
        left = (name for name in LEFT if page is not None and getattr(self.pages, name).made is page)
        keeper = getattr(self, next(left, "today"))
        getattr(keeper, "come_back", keeper.show)()

    def _step(self, step: Callable[[], None]) -> None:
        """While an exercise is written before one's eyes, the keys that take back are for its words, unless the notice
        offers more."""
        if self.window.entry != "exercises" or not self.exercises.writing or self.window.notice.offers_undo:
            step()

    def _on_pressed_in_settings(self, field: str) -> None:
        match field:
            case "introduction":
                self._leave_page()
                self.introduction.show()
            case "export":
                self.history.show()
            case "pedals":
                self.pedals.show_card()
            case _:
                self.data.do(field)

    @cached_property
    def day_turn(self) -> DayTurn:
        from hamstring_gui.program.day_turn import DayTurn

        return DayTurn(self._days, self.come_back, self)

    def come_back(self) -> None:
        """The window may have been away for days, or stayed until another one began."""
        self.today.refresh_where_seen()
        if "history" in vars(self):
            self.history.refresh()

    def _on_safety_requested(self) -> None:
        self._leave_page()
        self.introduction.show_safety((), then=self._go_back)

    # -- a session ---------------------------------------------------------------------------------------------------
    def _on_start_requested(self, routine_id: str) -> None:
        self.begin(self.today.routine(routine_id))

    def _on_do_it_now_requested(self, exercise_id: str, left: bool) -> None:
        self.begin(just(self.library.exercises[exercise_id], "left" if left else "right"))

    def _on_hold_changed(self, routine_id: str, item: int, hold_s: float, gesture: int = 0) -> None:
        self.routines.change_hold(routine_id, item, hold_s, gesture)

    @property
    def leads(self) -> bool:
        """Whether a session runs."""
        return "conductor" in vars(self) and self.conductor.player.session is not None

    def begin(self, routine: Routine, lead: Callable[[], None] | None = None) -> None:
        """Begin a session, or `lead` one that goes on, once the safety text is understood."""
        self._leave_page()
        lead = lead or (lambda: self.conductor.begin(routine))
        known = (self.library.exercises.get(item.exercise) for item in routine.items)
        notes = tuple(dict.fromkeys(one.ask_first for one in known if one is not None and one.ask_first))
        if not self._settings.safety_understood:
            self.introduction.show_safety(notes, then=lead)
        else:
            lead()

    def _on_go_on_requested(self, record: SessionRecord, left: Underway) -> None:
        self.deeds.forget()  # an edit of what it was until now would take back what is held from now on
        self.begin(left.routine, lambda: self.conductor.go_on(record, left))

    def _on_session_over(self, record: SessionRecord) -> None:
        from hamstring_gui.ui.session.finish import Over

        page = self.pages.finish()
        page.set_far(self.conductor.far)
        offer, week = self.routines.offer_after(record), self.records.week_so_far(record)
        if record.outcome == "finished":
            self.hearing.speaker.finish(week.week if week else None)
        page.show_over(Over(record, offer, self.conductor.exercises, week, self.conductor.is_kept))
        self.window.show_page(page)

    def _on_recording_troubled(self, problem: str) -> None:
        if problem:
            self.deeds.say(self.tr("Not on disk yet, will be tried again: {0}").format(problem))
            self.window.notice.last(Lasts.ALWAYS)
        elif self._unsaved_said:
            self.deeds.hush()
        self._unsaved_said = bool(problem)
