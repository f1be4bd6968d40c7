"""The history as it was read last: what has changed since is read again, and no more.

What this program changes, the store takes note of; where another one may have changed something, marks are compared.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from hamstring_gui.domain.consistency import Goal, Kinds, Week, first_day, week_start, weeks_until
from hamstring_gui.domain.history import SessionRecord
from hamstring_gui.domain.values import dataclass, replace
from hamstring_gui.storage.history import HistoryStore

MOST_ONE_BY_ONE = 200
"""More sessions than this are read all at once."""


@dataclass(frozen=True, slots=True)
class _Terms:
    """What every week depends on."""

    today: date
    first_weekday: int
    kinds: Kinds
    goals: tuple[Goal, ...]
    since: date | None

    def are(self, today: date, first_weekday: int, kinds: Kinds) -> bool:
        return (self.today, self.first_weekday, self.kinds) == (today, first_weekday, kinds)


class KnownHistory:
    """Years of sessions take a tenth of a second to read; one that was edited takes none to speak of."""

    def __init__(self, store: HistoryStore) -> None:
        self._store = store
        self._marks: dict[str, int] = {}
        self._by_id: dict[str, SessionRecord] = {}
        self._terms: _Terms | None = None
        self._rest_weeks: frozenset[date] = frozenset()
        self._state = (-1, -1)
        self.sessions: tuple[SessionRecord, ...] = ()
        self.weeks: tuple[Week, ...] = ()
        self.since: date | None = None

    def refresh(self, today: date, first_weekday: int, kinds: Kinds) -> None:
        """Bring sessions (oldest first), weeks and the first session's day up to date; raises `StorageError`."""
        state, before = self._store.state(), self._terms
        if before is not None and state == self._state and before.are(today, first_weekday, kinds):
            return
        elsewhere, self._state = state[0] != self._state[0], (-1, -1)  # if this fails, all is compared anew
        goals, rest_weeks, touched = self._store.goals(), self._store.rest_weeks(), self._read_changes(elsewhere)
        self.since = first_day(today, self.sessions)
        terms = _Terms(today, first_weekday, kinds, goals, self.since)
        if terms != before or touched is None:
            self.weeks = self._weigh(today, self.sessions, terms, rest_weeks)
        else:
            self._weigh_again(touched | (rest_weeks ^ self._rest_weeks), terms, rest_weeks)
        self._terms, self._rest_weeks, self._state = terms, rest_weeks, (state[0], self._store.state()[1])

    def _changed(self, elsewhere: bool) -> Sequence[str]:
        """The ids of the sessions that have changed, came or went; `elsewhere`: another program may have done it."""
        touched = self._store.touched()
        if touched is not None and not elsewhere:
            self._marks = {one: mark for one, mark in self._marks.items() if one not in touched}
            return touched
        before, self._marks = self._marks, self._store.marks()
        changed = [one for one, mark in self._marks.items() if before.get(one) != mark]
        return [*changed, *(self._by_id.keys() - self._marks.keys())]

    def _read_changes(self, elsewhere: bool) -> set[date] | None:
        """The days on which something has changed; `None` where so much has that all was read."""
        changed = self._changed(elsewhere)
        if not changed:
            return set()
        before = [self._by_id.pop(one) for one in changed if one in self._by_id]
        if len(changed) > MOST_ONE_BY_ONE:
            now = list(self._store.sessions())
        else:
            now = [session for one in changed if (session := self._store.session(one)) is not None]
        self._by_id |= {session.id: session for session in now}
        self.sessions = tuple(sorted(self._by_id.values(), key=lambda session: (session.started_at, session.id)))
        return {session.day for session in (*before, *now)} if len(changed) <= MOST_ONE_BY_ONE else None

    def _weigh(
        self, until: date, sessions: Sequence[SessionRecord], terms: _Terms, rest_weeks: Collection[date],
        count: int | None = None,
    ) -> tuple[Week, ...]:  # fmt: skip
        return weeks_until(
            until, sessions, first_weekday=terms.first_weekday, goals=terms.goals, rest_weeks=rest_weeks,
            kinds=terms.kinds, count=count, since=terms.since,
        )  # fmt: skip

    def _weigh_again(self, touched: Collection[date], terms: _Terms, rest_weeks: Collection[date]) -> None:
        """Put the weeks of the touched days together again."""
        starts = {week_start(day, terms.first_weekday) for day in touched}
        weeks = list(self.weeks)
        for number, week in enumerate(weeks):
            if week.start in starts:
                last = week.days[-1].date
                within = [session for session in self.sessions if week.start <= session.day <= last]
                (again,) = self._weigh(min(last, terms.today), within, terms, rest_weeks, count=1)
                weeks[number] = replace(again, running=week.running)
        self.weeks = tuple(weeks)
