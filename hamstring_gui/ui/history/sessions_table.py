"""The sessions, newest first: found by words or by week, opened one at a time, and the ways to change them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.history import SessionRecord
from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.field import SearchField
from hamstring_gui.ui.controls.flow import Flow
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import column, order_tabs, row
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.history.days_chip import DaysChip
from hamstring_gui.ui.history.session_details import SessionDetails
from hamstring_gui.ui.history.sessions_model import NO_KINDS, SessionsModel
from hamstring_gui.ui.history.sessions_view import SessionsView
from hamstring_gui.ui.history.spans import Days
from hamstring_gui.ui.history.wording import days_named
from hamstring_gui.ui.theme import BODY, GAP, SMALL, STRONG

LEAST_WIDTH = 320


class SessionsTable(Scaled, QWidget):
    """Stands in a page that scrolls, and is as high as its rows.

    `edit_requested` and `delete_requested` carry a session's id; `days_left` wishes that all sessions show again.
    """

    edit_requested = Signal(str)
    delete_requested = Signal(str)
    add_requested = Signal()
    export_requested = Signal()
    import_requested = Signal()
    days_left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._exercises: Mapping[str, Exercise] = {}
        self._today = date.min
        self._days: Days | None = None
        self.title = Text(self.tr("Sessions"), STRONG, 700, name="sessions_title")
        self.count = Text(size=SMALL, quiet=True, name="sessions_count")
        self.add_button = self._button(self.tr("Add past session"))
        self.add_button.clicked.connect(self.add_requested)
        self.import_button = self._button(self.tr("Import…"))
        self.import_button.clicked.connect(self.import_requested)
        self.export_button = self._button(self.tr("Export…"))
        self.export_button.clicked.connect(self.export_requested)
        self.search = SearchField(self.tr("Filter by routine, date or note"))
        self.search.textChanged.connect(self._on_wish_changed)
        self.days_chip = DaysChip()
        self.days_chip.clicked.connect(self.days_left)
        self.nothing = Text(size=BODY, quiet=True, name="no_sessions", wrap=True)
        self.model = SessionsModel()
        self.view = SessionsView(self.model)
        self.details = SessionDetails(self)
        self._connect()
        self._lay_out()

    @staticmethod
    def _button(words: str) -> KeyButton:
        button = KeyButton(words)
        button.set_letter_px(SMALL)
        return button

    def _connect(self) -> None:
        self.view.opened.connect(self._on_opened)
        self.view.at_changed.connect(self._show_keys)
        self.view.row_height_changed.connect(self._place_details)
        self.view.typed.connect(self.search.take_words)
        for one in (self.view, self.details):
            one.edit_requested.connect(self.edit_requested)
            one.delete_requested.connect(self.delete_requested)

    def _lay_out(self) -> None:
        title = row(self.title, self.count, None, gap=GAP)
        self._ways = Flow(GAP)
        for button in self._buttons:
            self._ways.add(button)
        self._head = head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(GAP)
        head.addLayout(title, 1)
        head.addWidget(self._ways)
        wishes = row((self.search, 2), self.days_chip, None, gap=GAP)
        column(head, wishes, self.view, self.nothing, None, gap=GAP, inside=self)
        self.days_chip.hide()
        self.details.hide()
        self.details.raise_()
        order_tabs((self.search, self.days_chip, self.view, self.details.edit_button, self.details.delete_button))

    @property
    def _buttons(self) -> tuple[KeyButton, ...]:
        return self.add_button, self.import_button, self.export_button

    def minimumSizeHint(self) -> QSize:
        """Narrower than title and buttons side by side: they then stand on top of each other."""
        return QSize(LEAST_WIDTH, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        ways = sum(button.sizeHint().width() for button in self._buttons) + 2 * GAP
        words = self.title.sizeHint().width() + self.count.sizeHint().width() + 3 * GAP
        beside = ways + words <= self.width()
        ways_direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._head.setDirection(ways_direction)
        self._ways.setMinimumWidth(ways if beside else 0)
        self.search.setMinimumWidth(min(self.width() - LEAST_WIDTH // 2, self.search.width_of_name()))

    def rescaled(self) -> None:
        """What stands inside is told by the page as well; the room for the open row follows."""
        QTimer.singleShot(0, self, self._arrange)
        QTimer.singleShot(0, self, self._place_details)

    # -- showing -----------------------------------------------------------------------------------------------------
    def show_sessions(
        self, sessions: tuple[SessionRecord, ...], exercises: Mapping[str, Exercise], today: date,
        kinds: Mapping[str, tuple[str, str]] = NO_KINDS,
    ) -> None:  # fmt: skip
        """Show these sessions, oldest first; what was asked for, and what is open, stays. `today` says which dates need
        no year."""
        self._exercises, self._today = exercises, today
        current = self.model.session_at(self.view.currentIndex().row())
        row = self.view.currentIndex().row()
        self.model.show_sessions(sessions, self._today, exercises, kinds)
        if current is not None and self.model.rowCount():
            kept = self.model.row_of(current.id)
            row = kept if kept >= 0 else min(row, self.model.rowCount() - 1)
            self.view.go_to_row(row)
        self._show_found()

    def show_days(self, days: Days | None) -> None:
        """Keep to the sessions of these days; `None` shows all of them again."""
        if days == self._days:
            return
        self._days = days
        self.days_chip.setVisible(days is not None)
        if days is not None:
            words = days_named(days, self._today.year)
            self.days_chip.show_days(words, self.tr("{days}: show all sessions again").format(days=words))
        self._on_wish_changed()

    def go_to(self, session_id: str) -> None:
        """Be where a session is, if it can be seen, and open it."""
        row = self.model.row_of(session_id)
        if row >= 0:
            self.view.go_to_row(row)
            if self.view.open_id != session_id:
                self.view.open_session(session_id)

    def _on_wish_changed(self) -> None:
        self.model.search(self.search.text(), self._days)
        self._show_found()

    def _show_found(self) -> None:
        n = self.model.found
        self.count.show_text(self.tr("%n session(s)", None, n) if n else "")
        if n == 0 and self.view.hasFocus():
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.setVisible(n > 0)
        self.nothing.setVisible(n == 0)
        self.nothing.show_text(self._why_nothing())
        self._on_opened(self.model.session_at(self.model.row_of(self.view.open_id)))

    def _why_nothing(self) -> str:
        if self.search.text().strip():
            return self.tr("No session goes by these words. Try fewer, or press Esc to see all of them.")
        if self._days is not None and self._days[0] == self._days[1]:
            return self.tr("No session on this day. What you did without the program can be added.")
        if self._days is not None:
            return self.tr("No session in this time. What you did without the program can be added.")
        return self.tr("Every session will be listed here. What you did before, or without the program, can be added.")

    # -- the open row ------------------------------------------------------------------------------------------------
    def _on_opened(self, session: SessionRecord | None) -> None:
        """Whoever pressed a button of what closes goes on in the rows."""
        focused = self.window().focusWidget()
        if session is None and focused is not None and self.details.isAncestorOf(focused):
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.details.setVisible(session is not None)
        if session is not None:
            self.details.show_session(session, self._exercises, self._today)
        self._show_keys()
        self._place_details()

    @property
    def _keys_are_for(self) -> str:
        """The open session, where the keyboard is at its row: the keys that its buttons show are then for it."""
        at = self.view.at
        return at.id if at is not None and at.id == self.view.open_id else ""

    def _show_keys(self) -> None:
        self.details.set_keys_shown(bool(self._keys_are_for))

    def _place_details(self) -> None:
        """Leave the open row the room that its details need, and put them there."""
        if self.details.isHidden():
            return
        width = self.view.width()
        height = self.details.heightForWidth(width)
        self.view.leave_room(height if height > 0 else self.details.sizeHint().height())
        self.details.setGeometry(self.view.open_place().translated(self.view.pos()))

    # -- hands -------------------------------------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and (self.search.text() or self._days is not None):
            self.search.clear()
            self.days_left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down) and self.search.hasFocus():
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() == Qt.Key.Key_F and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.search.take_words("")
        elif not self.takes(event):
            super().keyPressEvent(event)

    def takes(self, event: QKeyEvent) -> bool:
        """Whether a key, wherever on the page it was pressed, is one that the open session's buttons show."""
        keys = {Qt.Key.Key_F2: self.edit_requested, Qt.Key.Key_Delete: self.delete_requested}
        wish, session_id = keys.get(Qt.Key(event.key())), self._keys_are_for
        if wish is None or not session_id:
            return False
        wish.emit(session_id)
        return True
