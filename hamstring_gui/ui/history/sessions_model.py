"""The sessions as rows, newest first: those that were asked for, and as many of them as have been scrolled to."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from hamstring_gui.domain.finding import folded
from hamstring_gui.domain.history import SessionRecord
from hamstring_gui.ui.history import wording_sessions as wording
from hamstring_gui.ui.history.spans import Days
from hamstring_gui.ui.wording import tightness_line

Index = QModelIndex | QPersistentModelIndex

WHEN, ROUTINE, COMPLETED, TIME_HELD, TIGHTNESS = range(5)
COLUMNS = 5
BATCH = 100
SESSION_ROLE = Qt.ItemDataRole.UserRole
BRIEF_ROLE = SESSION_ROLE + 1
NOWHERE = QModelIndex()


def cell(session: SessionRecord, column: int, today: date) -> str:
    """What stands in a column."""
    match column:
        case 0:
            return wording.when(session, today)
        case 1:
            return wording.routine(session)
        case 2:
            return wording.completed(session)
        case 3:
            return wording.time_held(session)
    return wording.tightness(session)


def brief_cell(session: SessionRecord, column: int, today: date) -> str:
    """What stands there where the column is narrow."""
    return wording.when(session, today, brief=True) if column == WHEN else cell(session, column, today)


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

    @property
    def found(self) -> int:
        """How many sessions are what was asked for, fetched or not."""
        return len(self._found)

    def show_sessions(self, sessions: tuple[SessionRecord, ...], today: date) -> None:
        """Take sessions, oldest first. As many rows as were fetched before stay fetched."""
        self._sessions, self._today, self._texts = sessions, today, {}
        self._search(self._shown)

    def search(self, query: str, days: Days | None) -> None:
        """Keep to sessions with these words, and to those of some days."""
        if (query, days) != (self._query, self._days):
            self._query, self._days = query, days
            self._search(0)

    def _search(self, fetched: int) -> None:
        words = folded(self._query).split()
        first, last = self._days or (date.min, date.max)
        self.beginResetModel()
        within = [session for session in reversed(self._sessions) if first <= session.day <= last]
        if words:
            within = [session for session in within if all(word in self._text(session) for word in words)]
        self._found = within
        self._shown = min(len(self._found), max(BATCH, fetched))
        self.endResetModel()

    def _text(self, session: SessionRecord) -> str:
        """What a session is found by, kept: it is asked for at every letter that is typed."""
        text = self._texts.get(session.id)
        if text is None:
            text = self._texts[session.id] = folded("\n".join(wording.searched(session, self._today)))
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
                return cell(session, index.column(), self._today)
            case Qt.ItemDataRole.AccessibleTextRole if index.column() == TIGHTNESS:
                return tightness_line(session)
            case _ if role == BRIEF_ROLE:
                return brief_cell(session, index.column(), self._today)
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
