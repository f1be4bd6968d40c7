"""The one owner of the history while the window is open: everything that shows it reads it here and changes it here."""

from __future__ import annotations

import logging
import os
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hamstring_gui.domain.consistency import GOAL, Goal, Week, week_start, weeks_until
from hamstring_gui.domain.history import SessionRecord
from hamstring_gui.program.days import Days
from hamstring_gui.program.known_history import KnownHistory
from hamstring_gui.program.library import Library
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.history import HistoryStore

if TYPE_CHECKING:
    from hamstring_gui.domain.first_leg import Leg
    from hamstring_gui.domain.looking_back import WeekSoFar
    from hamstring_gui.domain.routine import Routine
    from hamstring_gui.storage.history_rows import Row
    from hamstring_gui.storage.importing import Import
    from hamstring_gui.storage.pulse import Pulse

log = logging.getLogger(__name__)

_UNDECIDED = (1 << 128) - 1 ^ (0xF << 76) ^ (0x3 << 62)
"""The bits of a UUID that are random in version 4."""

A_WEEK = timedelta(days=7)


def new_id() -> str:
    """An id that no session has: a random UUID, without the module `uuid`, which takes 4 ms to import."""
    digits = f"{int.from_bytes(os.urandom(16)) & _UNDECIDED | 4 << 76 | 2 << 62:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


class Records(QObject):
    """`known` is the history as of the last `refresh`, weeks and all. What a running session records comes in with the
    next `refresh`; what is changed here is told by `changed`, and before it by `session_changed`: an id, and the
    session or `None`. Whatever reads or writes raises `StorageError`. `told` carries a sentence about what can't be
    read and is left out, each thing once, or about a file that was exchanged, which `exchange_told` follows.
    """

    changed = Signal()
    session_changed = Signal(str, object)
    told = Signal(str)
    exchange_told = Signal()

    def __init__(self, store: HistoryStore, library: Library, days: Days, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store, self.days, self._library = store, days, library
        self.known = KnownHistory(store)
        self._told: frozenset[str] = frozenset()
        self._renewals = store.renewals
        self.changed.connect(self.tell_exchange)

    # -- reading -----------------------------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Bring what is known up to date."""
        self.known.refresh(self.days.today, self.days.first_weekday, self._library.kinds)
        self._tell_what_is_unfit()

    def are_readable(self) -> bool:
        """Whether all of the history can be read, but for rows that are left out."""
        try:
            self.refresh()
        except StorageError:
            return False
        return True

    def tell_exchange(self) -> None:
        """Say, once, that another file lies in the place of the history."""
        if self.store.renewals != self._renewals:
            self._renewals = self.store.renewals
            if self.store.was_put_back:
                said = self.tr(
                    "The file of the history was deleted or exchanged. It was still open here: all that was in it lies "
                    "there again, in a new file."
                )
            else:
                said = self.tr("The file of the history was deleted or exchanged. It goes on with what is there now.")
            self.told.emit(said)
            self.exchange_told.emit()

    def _tell_what_is_unfit(self) -> None:
        met = {what: why for what, why in self.store.unfit.items() if what not in self._told}
        if not met:
            return
        self._told |= met.keys()
        what, n = next(iter(met)), len(met)
        said = self.tr("%n entry(s) of the history can't be read; it stays in the file, left out here: {what}", None, n)
        self.told.emit(said.format(what=f"{what} ({met[what]})"))

    @property
    def weeks(self) -> tuple[Week, ...]:
        """The weeks that are known, oldest first; without any, the running one."""
        return self.known.weeks or (self.empty_week(),)

    def empty_week(self) -> Week:
        """The running week as it is where nothing is on record, or nothing can be read."""
        (week,) = weeks_until(self.days.today, (), first_weekday=self.days.first_weekday, count=1)
        return week

    def this_week(self) -> Week:
        """The running week, without reading any other."""
        today, first_weekday = self.days.today, self.days.first_weekday
        (week,) = weeks_until(
            today,
            self.store.sessions_since(week_start(today, first_weekday)),
            first_weekday=first_weekday,
            goals=self.store.goals(),
            rest_weeks=self.store.rest_weeks(),
            kinds=self._library.kinds,
            count=1,
            since=self.store.first_day(today),
        )
        self._tell_what_is_unfit()
        return week

    def last_session(self) -> SessionRecord | None:
        """The session that was done last, none of a time to come; nothing where there is none, or none can be read."""
        try:
            return self.store.last_session_until(self.days.now, self.days.today)
        except StorageError:
            return None

    def been(self) -> tuple[SessionRecord, ...]:
        """The sessions on record, oldest first, without those of days to come."""
        today = self.days.today
        return tuple(session for session in self.store.sessions() if session.day <= today)

    def times_held(self, but: str) -> Counter[str]:
        """In how many sessions each exercise was held, `but` for the one with this id."""
        try:
            return Counter(self.store.times_held(but))
        except StorageError:
            return Counter()  # whoever needs the history says so

    def first_leg(self, routine: Routine) -> Leg:
        """The leg that a routine begins with now."""
        from hamstring_gui.domain.first_leg import first_leg, rule_of

        usual = self.days.preferences.settings.first_leg
        try:
            sessions = self.been() if rule_of(routine, usual) in ("alternate", "tighter") else ()
        except StorageError as error:
            log.warning("%s", error)
            sessions = ()
        return first_leg(routine, sessions, usual)

    def week_so_far(self, session: SessionRecord) -> WeekSoFar | None:
        """What a session did for its week; nothing where the history can't be read."""
        from hamstring_gui.domain.looking_back import week_so_far

        try:
            self.refresh()
        except StorageError:
            return None
        return week_so_far(session, self.known.sessions, self.weeks)

    def session(self, session_id: str) -> SessionRecord | None:
        """A session as it is on record now."""
        return self.store.session(session_id)

    # -- changing ----------------------------------------------------------------------------------------------------
    def put_session(self, session: SessionRecord, before: SessionRecord | None = None) -> None:
        """Put a session on record, in place of the one with its id. What is as it was `before` stays as it is by now:
        another device may have changed it meanwhile."""
        if before is not None and (there := self.store.session(session.id)) not in (None, before):
            from hamstring_gui.domain.editing import rebased

            session = rebased(session, before, there)
        self.store.put_session(session)
        self.session_changed.emit(session.id, session)
        self.changed.emit()

    def end_session(self, session: SessionRecord) -> None:
        """Put a session on record that nobody goes on with."""
        self.store.put_session(session, over=True)
        self.session_changed.emit(session.id, session)
        self.changed.emit()

    def put_underway(self, session: SessionRecord, underway: Row) -> None:
        """Put a session on record that can be gone on with."""
        self.store.put_session(session, underway=underway)
        self.session_changed.emit(session.id, session)
        self.changed.emit()

    def delete_session(self, session_id: str) -> None:
        """Have a session off the record; one that is off it already is no error, so that this can be tried again."""
        self.store.remove_all((session_id,), (), ())
        self.session_changed.emit(session_id, None)
        self.changed.emit()

    def mark_rest(self, start: date, rest: bool) -> None:
        """Make the seven days from `start` on a rest week, or an ordinary one."""
        self.store.mark_rest(start, rest)
        self.changed.emit()

    def goals_with(self, days: int) -> tuple[Goal, ...]:
        """The goals as they would be with so many active days a week wanted from today on."""
        before, today = self.store.goals(), self.days.today
        goals = {goal.since: goal for goal in before} | {today: Goal(today, days)}
        if not before and self.store.last_session() is not None:
            earlier = today - A_WEEK  # the weeks before keep the goal that they had
            goals[earlier] = Goal(earlier, GOAL)
        return tuple(goals[since] for since in sorted(goals))

    def put_goals(self, goals: tuple[Goal, ...], before: tuple[Goal, ...] = ()) -> None:
        """Have these goals in place of those of `before`; others may have come from another device meanwhile."""
        ours = {goal.since for goal in (*goals, *before)}
        others = [goal for goal in self.store.goals() if goal.since not in ours]
        self.store.replace_goals((*others, *goals))
        self.changed.emit()

    def heed(self, session_ids: Iterable[str]) -> None:
        """Another program, or device, has changed the history; among what is another now are these sessions."""
        for one in session_ids:
            self.session_changed.emit(one, self.store.session(one))
        self.changed.emit()

    def carry_out(self, plan: Import, pulse: Pulse | None = None) -> Import:
        """Gives what it brought, for `take_back`."""
        from hamstring_gui.storage.importing import carry_out
        from hamstring_gui.storage.pulse import no_pulse

        brought = carry_out(plan, self.store, pulse or no_pulse)
        self.changed.emit()
        return brought

    def take_back(self, brought: Import) -> None:
        from hamstring_gui.storage.importing import take_back

        take_back(brought, self.store)
        self.changed.emit()
