"""Devices that share a folder, each with data, a clock and a copy of the folder of its own."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from pathlib import Path

from hamstring_gui.domain.consistency import Goal
from hamstring_gui.domain.history import SessionRecord, Tightness
from hamstring_gui.domain.values import replace
from hamstring_gui.storage.exchange import write_history
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.journal import own_name
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.shared_folder import Shared, share
from hamstring_gui.storage.sharing import load_sharing, share_through

MONDAY = date(2026, 11, 23)


@dataclass
class Device:
    """`clock` is its own, which may be wrong."""

    data: Path
    folder: Path
    clock: datetime = field(default=datetime(2026, 11, 26, 8, 0, tzinfo=UTC))

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.paths = Paths.under(self.data)
        share_through(self.paths, self.folder)

    @property
    def journal(self) -> Path:
        return self.folder / own_name(load_sharing(self.paths).device)

    def later(self, **by: float) -> Device:
        self.clock += timedelta(**by)
        return self

    def merge(self, *, changed_here: bool = True) -> Shared:
        self.later(seconds=1)
        return share(self.paths, lambda: self.clock, changed_here=changed_here)

    def store(self) -> HistoryStore:
        return HistoryStore.open(self.paths.database)

    def put(self, *sessions: SessionRecord) -> None:
        with self.store() as store:
            store.put_all(sessions)

    def edit(self, session_id: str, **changes: object) -> None:
        with self.store() as store:
            if (session := store.session(session_id)) is not None:
                store.put_session(replace(session, **changes))

    def delete(self, session_id: str) -> None:
        with self.store() as store:
            store.remove_all((session_id,), (), ())

    def set_goal(self, days: int, since: date = MONDAY) -> None:
        with self.store() as store:
            store.set_goal(Goal(since, days))

    def mark_rest(self, rest: bool, monday: date = MONDAY) -> None:
        with self.store() as store:
            store.mark_rest(monday, rest)

    def session(self, session_id: str) -> SessionRecord | None:
        with self.store() as store:
            return store.session(session_id)

    def ids(self) -> set[str]:
        with self.store() as store:
            return set(store.session_ids())

    def export(self) -> str:
        out = StringIO()
        with self.store() as store, closing(store.each_session()) as sessions:
            write_history(sessions, out, store.rest_weeks(), store.goals())
        return out.getvalue()


def rated(left: int | None, right: int | None) -> Tightness | None:
    return None if left is None and right is None else Tightness(left, right)
