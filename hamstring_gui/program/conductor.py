"""Leads a session from its first second to its end: plays it, sounds it, records it, and asks what has to be asked."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.going_on import Before, Underway
from hamstring_gui.domain.history import SessionOutcome, SessionRecord, Tightness, day_of
from hamstring_gui.domain.marks import changes_in_s, half_in_s
from hamstring_gui.domain.moment import Command, Event, Moment
from hamstring_gui.domain.routine import Routine, planned_hold_s, unroll
from hamstring_gui.domain.session import Session
from hamstring_gui.domain.settings import Settings
from hamstring_gui.domain.values import replace
from hamstring_gui.program.library import Library
from hamstring_gui.program.player import Player
from hamstring_gui.program.recorder import Noted, Recorder, Run, noted_of
from hamstring_gui.program.records import Records, new_id
from hamstring_gui.program.services import Services
from hamstring_gui.program.stage import Late, Stage
from hamstring_gui.ui.controls.announce import is_read_out
from hamstring_gui.ui.session.page import SessionPage

if TYPE_CHECKING:
    from hamstring_gui.program.announcing import Announcing
    from hamstring_gui.program.speaker import Speaker
    from hamstring_gui.ui import questions

LOOKS_S = 1.0
"""A session is looked at so often, and when something is due; figure and ring go on in between."""
BETWEEN_CUES_MS = 600
"""Closer together, the end of a hold and what follows it would be louder than a sound card can be."""
RATED_AFTER_MS = 500
"""A note is put on record when nothing was typed for so long, not with every letter."""


class Conductor(QObject):
    """Conducts on the session page. `session_begins` carries the id of what is played from now on, `session_over` the
    record of what was held; `came_to_nothing` says that nothing was, `session_left` that none leads after `stay`."""

    session_begins, session_over = Signal(str), Signal(object)
    came_to_nothing, session_left = Signal(), Signal()
    recording_troubled = Signal(str)

    def __init__(
        self, stage: Stage, late_page: Late[SessionPage], library: Library, records: Records, services: Services
    ) -> None:
        super().__init__(records)
        self._stage, self._library, self._records = stage, library, records
        self._services, self._sounds, self._awake = services, services.sounds, services.awake
        self._page = page = late_page()
        self._still, self._seen = False, True
        self._filled_the_screen = self._view_chosen = self.far = False
        self._exercises = library.exercises
        self.recorder = Recorder(records.store, self)
        self.recorder.problem_changed.connect(self.recording_troubled)
        records.session_changed.connect(self.recorder.hear_of)
        records.changed.connect(self.recorder.try_again)
        self._run: Run | None = None
        self._noted: Noted | None = None
        self._rating: tuple[Tightness | None, str] | None = None
        self._rating_timer = QTimer(self)
        self._rating_timer.setSingleShot(True)
        self._rating_timer.setInterval(RATED_AFTER_MS)
        self._rating_timer.timeout.connect(self.keep_rating)
        self._quitting_asked = False
        self._closing = False
        self._speaks = False
        self.player = Player(self._pace, self._move, records.days.mono, self)
        self.player.happened.connect(self._on_happened)
        self.player.moment_changed.connect(page.show_moment)
        self.player.holds_recorded.connect(self._on_holds_recorded)
        self.player.cues_due.connect(self._on_cues_due)
        self.player.session_ended.connect(self._on_session_ended)
        self.player.not_extended.connect(self._on_not_extended)
        self.player.moved_on.connect(self._on_moved_on)
        page.command_requested.connect(self._on_command)
        page.end_requested.connect(partial(self._ask_to_end, False))
        page.full_screen_requested.connect(self._on_full_screen_requested)
        page.breathing_words_requested.connect(self._on_breathing_words_requested)

    @property
    def _settings(self) -> Settings:
        return self._records.days.preferences.settings

    @cached_property
    def _speaker(self) -> Speaker:
        speaker = self._services.speaker()
        speaker.captioned.connect(self._page.show_caption)
        return speaker

    @cached_property
    def _announcing(self) -> Announcing:
        """Made once a screen reader is there to be told; most people have none."""
        from hamstring_gui.program.announcing import Announcing

        return Announcing(self._page, self._speaker, lambda: self._exercises, self)

    @property
    def exercises(self) -> Mapping[str, Exercise]:
        """What the session goes through, or went: also what isn't in the library any more."""
        return self._exercises

    # -- from outside ------------------------------------------------------------------------------------------------
    def apply(self, still: bool) -> None:
        """Lead as the settings say; `still` leaves movement out. What a session begins with is as it was then."""
        self._still = still
        self.player.half_way, self.player.count_in = self._settings.half_way, self._settings.count_in
        self._page.set_still(still)
        self._page.show_breathing_words(self._settings.breathing_words)
        self.player.look()

    def begin(self, routine: Routine, *, at_once: bool = True) -> None:
        """Put a new session on the page, and on its way. If not `at_once`, `get_ready` comes once the page shows."""
        settings, exercises = self._settings, self._library.exercises
        routine = self._as_wished(routine)
        first = self._records.first_leg(routine)
        phases = unroll(routine, exercises, first)
        session = Session(routine, phases, self._records.days.clock, settings.sleep_s, settings.lead_in_s)
        day = day_of(session.started_at, settings.day_starts)
        own = {item.exercise: one for item in routine.items if (one := exercises[item.exercise]).own}
        run = Run(new_id(), routine, session, day, planned_hold_s(phases), first, own)
        self._lead(run, exercises, at_once=at_once)

    def go_on(self, record: SessionRecord, underway: Underway) -> None:
        """Go on with a session that was interrupted: what is held from now on belongs to it."""
        settings, exercises = self._settings, underway.as_run(self._library.exercises)
        routine, phases = self._as_wished(underway.routine), underway.unrolled(exercises)
        before = Before(record.started_at, record.holds, underway.reached, underway.more)
        session = Session(routine, phases, self._records.days.clock, settings.sleep_s, settings.lead_in_s)
        session.take_up(before)
        run = Run(
            record.id, replace(routine, id=record.routine, name=record.routine_name), session, record.day,
            record.planned_s, underway.first, underway.exercises, record.tightness, record.note,
        )  # fmt: skip
        self.recorder.take_up(record)
        self._lead(run, exercises)

    def _as_wished(self, routine: Routine) -> Routine:
        return replace(routine, setup_s=None) if self._settings.wait_for_key else routine

    def _lead(self, run: Run, exercises: Mapping[str, Exercise], *, at_once: bool = True) -> None:
        self.keep_rating()
        self.session_begins.emit(run.id)
        self._run, self._exercises, self._noted = run, exercises, None
        self.recorder.try_again()
        self._page.show_exercises(exercises)
        self._stage.show_page(self._page)
        self._view_chosen = False
        if self._settings.distance_view and not self._stage.isFullScreen():
            self._filled_the_screen = True
            self._stage.toggle_full_screen()
        self.fill(self._stage.isFullScreen())
        self._speaks = False
        if at_once:
            self._begin_to_speak(run.session.moment())
            QTimer.singleShot(0, self, self.get_ready)
        self.player.play(run.session, at_once=at_once)

    def _begin_to_speak(self, moment: Moment) -> None:
        self._speaks = True
        self._speaker.begin(self._exercises, moment)
        if is_read_out():
            self._announcing.begin(moment)

    def fill(self, full: bool) -> None:
        """Show the distance view where the session fills the screen, but not to somebody at a desk who didn't ask."""
        self.far = full and (self._view_chosen or self._settings.seen_from != "desk")
        self._page.set_distance_view(self.far)

    def leave_the_screen(self) -> None:
        """Give back the screen, if it was filled for a session that is over; on the mat it was read how that ended."""
        if self.player.session is not None:
            return
        if self._filled_the_screen and self._stage.isFullScreen() and not self._closing:
            self._stage.toggle_full_screen()
        self._filled_the_screen = False

    def rate(self, tightness: Tightness | None, note: str) -> None:
        """Keep a rating and a note with the session that was over last, once no more is typed for a moment."""
        self._rating = tightness, note
        self._rating_timer.start()

    def keep_rating(self) -> None:
        """Put what was rated on record now."""
        self._rating_timer.stop()
        rating, self._rating = self._rating, None
        if rating is not None and self._run is not None:
            self.recorder.rate(self._run, *rating)

    def may_close(self) -> bool:
        """Whether nothing runs that has to be asked about; if something does, it is asked once."""
        asked_already = self._nothing_to_keep() or (self._stage.asking == "end" and self._quitting_asked)
        if self.player.session is not None and not asked_already and not self._closing:
            self._ask_to_end(quitting=True)
        return self.player.session is None or asked_already or self._closing

    def end(self) -> None:
        """End what runs, with what was held."""
        self.player.command("end")

    def close(self) -> None:
        """Leave what runs as it is, for the next start to go on with, and nothing waiting. Harmless when done twice."""
        self._closing = True
        self.keep_rating()
        self.player.command("pause")
        if self._speaks:
            self._speaker.hush()
        if self._run is not None and self.player.session is not None:
            self.recorder.put(self._run, self._records.days.now)
            self.player.drop()
        self.recorder.try_again()
        self._awake.release()

    def stay(self) -> None:
        """Go on after `close`: the window is still there."""
        self._closing = self._quitting_asked = False
        self.leave_the_screen()
        self.session_left.emit()

    # -- time and movement -------------------------------------------------------------------------------------------
    def _pace(self, moment: Moment) -> float:
        """Once a second is enough, unless something is to be shown, where anybody sees it, or heard."""
        exercise = self._exercises[moment.phase.exercise]
        changes_s = changes_in_s(exercise, moment) if self._seen else half_in_s(moment)
        return min(LOOKS_S, changes_s, self._speaker.wait_s(moment) if self._speaks else LOOKS_S)

    def _move(self, moment: Moment) -> float:
        return self._page.show_movement(moment) if self._seen and not self._still else math.inf

    def see(self, seen: bool) -> None:
        """Whether anybody can see the window."""
        self._seen = seen
        self.player.look()
        self._page.set_seen(seen)

    def get_ready(self) -> None:
        """What takes a moment and need not be there at once: the sounds, keeping the screen awake, how often each
        exercise was done; and the voice, where the page was to show first."""
        if not (self._speaks or self._closing):
            self.player.look()  # which comes back here
        elif not self._closing:
            self._sounds.prepare()
            if self._run is not None:
                self._speaker.prepare(self._records.times_held(but=self._run.id))
            if self.player.session is not None:
                self._awake.hold()

    # -- what the user wishes ----------------------------------------------------------------------------------------
    def _on_breathing_words_requested(self) -> None:
        self._records.days.preferences.change(breathing_words=not self._settings.breathing_words)

    def _on_full_screen_requested(self) -> None:
        self._view_chosen = True
        self._stage.toggle_full_screen()

    def _on_command(self, command: Command) -> None:
        self.player.command(command)
        session = self.player.session
        if session is None:
            return
        if session.state == "pain" and not self._stage.asking:
            from hamstring_gui.ui import questions

            go_on, end = partial(self.player.command, "go_on"), partial(self.player.command, "end")
            ask_to_end = partial(self._ask_to_end, False)
            self._stage.ask(questions.about_pain(self._coming(session), go_on, end, ask_to_end))
        elif session.state == "running":
            self._stage.drop_question()  # a screen reader went on from under it

    def _coming(self, session: Session) -> questions.Coming | None:
        """What going on after a stop for pain would lead to."""
        from hamstring_gui.ui import questions

        hold = session.after_pain()
        if hold is None:
            return None
        same = hold.item == session.moment().phase.item
        return questions.Coming(hold, self._exercises[hold.exercise], same)

    def _ask_to_end(self, quitting: bool) -> None:
        """Ask once; a wish to quit on top of a wish to end only changes what the answer does. Where nothing was held,
        there is nothing to ask about."""
        self._quitting_asked = quitting
        if self._stage.asking == "end":
            return
        if self._stage.asking == "keys":
            self._stage.answer(Qt.Key.Key_Escape)  # whose session ran, if it did, while it was read
        if self._nothing_to_keep():
            self._end()
            return
        session = self.player.session
        was_running = session is not None and session.state == "running"
        self.player.command("pause")
        if self.player.session is not None:  # it may have come to its end just now
            from hamstring_gui.ui import questions

            self.recorder.settle()
            keep_going = partial(self._keep_going, was_running)
            self._stage.ask(questions.to_end(self._end, keep_going, kept=self.is_kept))

    @property
    def is_kept(self) -> bool:
        """Whether what was held until now is on disk."""
        return self._records.store.lasting and not self.recorder.problem

    def _nothing_to_keep(self) -> bool:
        """Whether a session runs in which nothing was held until now, and nothing hurt."""
        self.player.look()
        session = self.player.session
        return session is not None and session.is_empty

    def _keep_going(self, was_running: bool) -> None:
        """A session that stood still before the question goes on standing still; pain asks its own question again."""
        self._quitting_asked = False
        if was_running:
            self.player.command("resume")
        elif self.player.session is not None and self.player.session.state == "pain":
            self._on_command("pause")

    def _end(self) -> None:
        """End by hand; whoever was quitting then quits, unless something else has to be asked about."""
        quitting = self._quitting_asked
        self.player.command("end")
        if quitting:
            self._stage.close()

    def _on_not_extended(self, why: str) -> None:
        if why == "waiting":
            self._page.say(self.tr("No time runs here. Press Space when you are ready."))
        else:
            self._page.say(self.tr("No more can be added: an hour is the longest."))

    # -- what happened -----------------------------------------------------------------------------------------------
    def _on_happened(self, events: Sequence[Event], before: Moment, moment: Moment) -> None:
        if begins := not self._speaks:
            self._begin_to_speak(before)
        self._speaker.hear(events, before, moment)
        if is_read_out():
            self._announcing.hear(events, before, moment)
        if begins:
            self.get_ready()

    def _on_cues_due(self, cues: tuple[str, ...]) -> None:
        if self._closing:
            return
        for number, cue in enumerate(cue for cue in cues if not (self._speaks and self._speaker.stands_for(cue))):
            if number == 0:
                self._sounds.play(cue)
            else:
                QTimer.singleShot(BETWEEN_CUES_MS * number, self, partial(self._sounds.play, cue))

    def _on_holds_recorded(self) -> None:
        if self._run is not None:
            self._noted = noted_of(self._run.session.moment())
            self.recorder.put_soon(self._run, self._records.days.now)

    def _on_moved_on(self, moment: Moment) -> None:
        """How far it has come is noted with everything that happens, and every few seconds of a hold."""
        noted, self._noted = self._noted, noted_of(moment)
        if self._run is not None and self._noted != noted:
            self.recorder.note(self._run, self._records.days.now)

    def _on_session_ended(self, outcome: SessionOutcome, at: datetime) -> None:
        self._awake.release()
        run = self._run
        if run is None or run.session.is_empty:
            self.leave_the_screen()
        if run is None:
            return
        self.recorder.end(run, outcome, at)
        if self._closing:
            return
        if run.session.is_empty:
            self.came_to_nothing.emit()
        else:
            self.session_over.emit(run.record(outcome, at))
