"""The sessions as rows, newest first: those that were asked for, and as many of them as have been scrolled to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from hamstring_gui.domain.days_asked import Part
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.finding import folded
from hamstring_gui.domain.history import SessionRecord
from hamstring_gui.ui.history import wording_sessions as wording
from hamstring_gui.ui.history.day_forms import day_forms
from hamstring_gui.ui.history.spans import Days
from hamstring_gui.ui.wording import tightness_line

Index = QModelIndex | QPersistentModelIndex

WHEN, ROUTINE, COMPLETED, TIME_HELD, TIGHTNESS = range(5)
COLUMNS = 5
BATCH = 100
SESSION_ROLE = Qt.ItemDataRole.UserRole
BRIEF_ROLE = SESSION_ROLE + 1
NOWHERE = QModelIndex()
NO_EXERCISES: Mapping[str, Exercise] = {}
NO_KINDS: Mapping[str, tuple[str, str]] = {}


def cell(session: SessionRecord, column: int, today: date, exercises: Mapping[str, Exercise]) -> str:
    """What stands in a column."""
    match column:
        case 0:
            return wording.when(session, today)
        case 1:
            return wording.routine(session)
        case 2:
            return wording.state(session, today, exercises)
        case 3:
            return wording.time_held(session)
    return wording.tightness(session)


def brief_cell(session: SessionRecord, column: int, today: date, exercises: Mapping[str, Exercise]) -> str:
    """What stands there where the column is narrow."""
    if column == WHEN:
        return wording.when(session, today, brief=True)
    return cell(session, column, today, exercises)


class SessionsModel(QAbstractTableModel):
    """Rows are sessions, columns what `cell` says of them. `SESSION_ROLE` gives the record, `BRIEF_ROLE` fewer words.

    Rows come in batches, so that ten thousand of them cost nothing until somebody scrolls there. Qt's own `fetchMore`
    is not used: a view as high as its rows always sees the last one, and would have fetched all of them at once.
    """

    def __init__(self) -> None:
        super().__init__()
        self._sessions: tuple[SessionRecord, ...] = ()
        self._found: list[SessionRecord] = []
        self._texts: dict[str, str] = {}
        self._shown = 0
        self._query, self._today = "", date.min
        self._days: Days | None = None
        self._exercises, self._kinds = NO_EXERCISES, NO_KINDS

    @property
    def found(self) -> int:
        """How many sessions are what was asked for, fetched or not."""
        return len(self._found)

    def show_sessions(
        self, sessions: tuple[SessionRecord, ...], today: date, exercises: Mapping[str, Exercise] = NO_EXERCISES,
        kinds: Mapping[str, tuple[str, str]] = NO_KINDS,
    ) -> None:  # fmt: skip
        """Take sessions, oldest first. As many rows as were fetched before stay fetched. By the names and kinds of
        their exercises they are found."""
        self._sessions, self._today, self._texts = sessions, today, {}
        self._exercises, self._kinds = exercises, kinds
        self._search(self._shown)

    def search(self, query: str, days: Days | None) -> None:
        """Keep to sessions with these words, and to those of some days."""
        if (query, days) != (self._query, self._days):
            self._query, self._days = query, days
            self._search(0)

    def _search(self, fetched: int) -> None:
        fits = self._filter()
        first, last = self._days or (date.min, date.max)
        self.beginResetModel()
        self._found = [
            session for session in reversed(self._sessions) if first <= session.day <= last and fits(session)
        ]
        self._shown = min(len(self._found), max(BATCH, fetched))
        self.endResetModel()

    def _filter(self) -> Callable[[SessionRecord], bool]:
        """Whether a session is what the query asks for, part by part; or as a whole what its row tells: `6 of 6`."""
        if not self._query.strip():
            return lambda _session: True
        parts = day_forms().parts(self._query)
        whole = Part(folded(self._query.strip()))

        def fits(session: SessionRecord) -> bool:
            days, text = wording.days_of(session), self._text(session)
            if all(part.fits(days, text) for part in parts):
                return True
            return len(parts) > 1 and whole.fits((), folded(wording.state(session, self._today, self._exercises)))

        return fits

    def _text(self, session: SessionRecord) -> str:
        """What a session is found by, kept: it is asked for at every letter that is typed."""
        text = self._texts.get(session.id)
        if text is None:
            texts = wording.searched(session, self._today, self._exercises, self._kinds)
            text = self._texts[session.id] = folded("\n".join(texts))
        return text

    def session_at(self, row: int) -> SessionRecord | None:
        return self._found[row] if 0 <= row < self._shown else None

    def row_of(self, session_id: str) -> int:
        """The row of a session among those that were fetched, or -1."""
        return next((row for row in range(self._shown) if self._found[row].id == session_id), -1)

    @property
    def has_more(self) -> bool:
        return self._shown < len(self._found)

    def fetch(self, count: int) -> None:
        """Have at least this many rows, or all there are."""
        count = min(count, len(self._found))
        if count > self._shown:
            self.beginInsertRows(NOWHERE, self._shown, count - 1)
            self._shown = count
            self.endInsertRows()

    # -- Qt's questions ----------------------------------------------------------------------------------------------
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self._shown

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else COLUMNS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        session = self.session_at(index.row())
        if session is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell(session, index.column(), self._today, self._exercises)
            case Qt.ItemDataRole.AccessibleTextRole if index.column() == TIGHTNESS:
                return tightness_line(session)
            case _ if role == BRIEF_ROLE:
                return brief_cell(session, index.column(), self._today, self._exercises)
        return session if role == SESSION_ROLE else None

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and way == Qt.Orientation.Horizontal:
            return _headers()[section]
        return None


def _headers() -> tuple[str, ...]:
    translate = QCoreApplication.translate
    return (
        translate("sessions", "When"),
        translate("sessions", "Routine"),
        translate("sessions", "Completed"),
        translate("sessions", "Time held"),
        translate("sessions", "Tightness"),
    )
