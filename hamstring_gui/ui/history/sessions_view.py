"""The rows of the sessions table, painted: hairlines, one row open, as high as all its rows are together."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QScrollArea,
    QTableView,
)

from hamstring_gui.domain.history import SessionRecord
from hamstring_gui.ui.controls.card import paint_panel
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.history.sessions_cells import LINE, Cells, Header, column_widths, is_tight, is_too_tight
from hamstring_gui.ui.history.sessions_model import BATCH, SessionsModel
from hamstring_gui.ui.theme import CLEAR, GAP, INSET, LEAST_CONTROL, RING, theme_of

HEAD, TWO_LINES_HEAD = 38, 2
"""How high (px) the names of the columns are, and what is left of them above rows of two lines."""


class SessionsView(Scaled, QTableView):
    """A table that stands in a page and scrolls with it: only the rows that show are painted.

    At most one row is open; `room` below it is left for what another widget shows there. `opened` carries the session
    whose row was opened, or `None`; `at_changed` says that the keyboard is at another row; `typed` carries letters that
    are typed on it.
    """

    opened = Signal(object)
    edit_requested = Signal(str)
    delete_requested = Signal(str)
    typed = Signal(str)
    at_changed = Signal()
    row_height_changed = Signal()

    def __init__(self, model: SessionsModel) -> None:
        super().__init__()
        self._model = model
        self._open_id, self._room, self._tall_row, self._hovered = "", 0, -1, -1
        self.setAccessibleName(self.tr("Sessions"))
        self.setAccessibleDescription(self.tr("Enter opens a session and shows its sets."))
        self._quieten()
        self._cells, self._header = Cells(self), Header(self)
        self.setItemDelegate(self._cells)
        self.setHorizontalHeader(self._header)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.setModel(model)
        model.modelReset.connect(self._place_columns)
        model.modelReset.connect(self._on_rows_changed)
        model.rowsInserted.connect(self._on_rows_changed)
        self.clicked.connect(lambda index: self.toggle(index.row()))
        self.rescaled()

    def _quieten(self) -> None:
        """Nothing of the usual table: no frame, no grid, no bars, no selection of its own."""
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setVerticalScrollBarPolicy(never)
        self.setHorizontalScrollBarPolicy(never)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def row_height(self) -> int:
        return self.px(2 * LINE + GAP if self._cells.in_two_lines else LEAST_CONTROL)

    def rescaled(self) -> None:
        self._cells.scale = self._header.scale = self.scale
        self._place_columns()
        self._place_rows()

    def _place_rows(self) -> None:
        self._cells.row_height = self.row_height
        self.horizontalHeader().setFixedHeight(self.px(TWO_LINES_HEAD if self._cells.in_two_lines else HEAD))
        self.verticalHeader().setDefaultSectionSize(self.row_height)
        self._on_rows_changed()

    # -- opening a row -----------------------------------------------------------------------------------------------
    @property
    def open_id(self) -> str:
        """The id of the session that is open, or nothing."""
        return self._open_id

    def toggle(self, row: int) -> None:
        session = self._model.session_at(row)
        if session is not None:
            self.open_session("" if session.id == self._open_id else session.id)

    def open_session(self, session_id: str) -> None:
        """Open a session's row and close the one that is open; the row that was asked for stays where it is."""
        anchor = self._model.row_of(session_id or self._open_id)
        before = self.rowViewportPosition(anchor)
        self._open_id, self._room = session_id, 0
        self.opened.emit(self._model.session_at(self._model.row_of(session_id)))
        self._on_rows_changed()
        self._scroll_by(self.rowViewportPosition(anchor) - before)
        self.show_row(self._model.row_of(session_id))

    def leave_room(self, room: int) -> None:
        """Leave so many px below the words of the row that is open."""
        if room != self._room:
            self._room = room
            self._on_rows_changed()

    def open_place(self) -> QRect:
        """Where what belongs to the open row may be shown, in this widget's coordinates; empty where none is open."""
        row = self._model.row_of(self._open_id)
        if row < 0:
            return QRect()
        top = self.viewport().y() + self.rowViewportPosition(row) + self.row_height
        return QRect(0, top, self.width(), self._room)

    def _on_rows_changed(self) -> None:
        row = self._model.row_of(self._open_id)
        if self._tall_row not in (row, -1):
            self.setRowHeight(self._tall_row, self.row_height)
        if row >= 0:
            self.setRowHeight(row, self.row_height + self._room)
        self._tall_row = row
        self.setFixedHeight(self.horizontalHeader().height() + self.verticalHeader().length() + 1)
        self.row_height_changed.emit()

    # -- the page around it ------------------------------------------------------------------------------------------
    def _page(self) -> QScrollArea | None:
        """What it scrolls with."""
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        return parent

    def _settle(self) -> None:
        """Have the page take its new height now: layouts pass it on from one to the next, each when its turn comes."""
        parent, page = self.parentWidget(), self._page()
        while parent is not None and parent is not page:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            parent = parent.parentWidget()

    def _scroll_by(self, pixels: int) -> None:
        page = self._page()
        if page is not None and pixels:
            page.verticalScrollBar().setValue(page.verticalScrollBar().value() + pixels)

    def show_row(self, row: int) -> None:
        """Scroll the page so far that a row, and what is open in it, can be seen."""
        self._settle()
        page = self._page()
        content = page.widget() if page is not None else None
        if page is None or content is None or row < 0:
            return
        height = min(self.rowHeight(row), page.viewport().height() - 2 * self.row_height)
        place = QRect(0, self.rowViewportPosition(row), self.width(), height)
        centre = self.viewport().mapTo(content, place.center())
        page.ensureVisible(centre.x(), centre.y(), 0, height // 2 + self.row_height // 2)

    def _rows_per_page(self) -> int:
        page = self._page()
        height = page.viewport().height() if page else self.height()
        return max(1, height // self.row_height - 2)

    def currentChanged(self, current: QModelIndex | QPersistentModelIndex, previous: object) -> None:
        super().currentChanged(current, previous)  # type: ignore[arg-type]
        self.at_changed.emit()
        self.viewport().update()

    @property
    def at(self) -> SessionRecord | None:
        """The session that the keyboard is at."""
        return self._model.session_at(self.currentIndex().row())

    def go_to_row(self, row: int) -> None:
        """Be at a row, and where the keyboard is here too, have it seen."""
        self.setCurrentIndex(self._model.index(row, 0))
        if self.hasFocus():
            self.show_row(row)

    # -- hands -------------------------------------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, session = self.currentIndex().row(), self.at
        is_open = session is not None and session.id == self._open_id
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.toggle(row)
            case Qt.Key.Key_Right | Qt.Key.Key_Left:
                if session is not None and is_open == (event.key() == Qt.Key.Key_Left):
                    self.toggle(row)
            case Qt.Key.Key_Escape if self._open_id:
                self.open_session("")
            case Qt.Key.Key_Delete if session is not None:
                self.delete_requested.emit(session.id)
            case Qt.Key.Key_F2 if session is not None:
                self.edit_requested.emit(session.id)
            case Qt.Key.Key_Up | Qt.Key.Key_Down | Qt.Key.Key_PageUp | Qt.Key.Key_PageDown:
                self._walk(row, event.key())
            case Qt.Key.Key_Home | Qt.Key.Key_End:
                self._walk(row, event.key())
            case _ if plain and event.text().strip() and event.text().isprintable():
                self.typed.emit(event.text())
            case _:
                event.ignore()

    def _walk(self, row: int, key: int) -> None:
        """To another row; the end is the oldest session there is, fetched or not."""
        page = self._rows_per_page()
        target = {
            Qt.Key.Key_Up: row - 1,
            Qt.Key.Key_Down: row + 1,
            Qt.Key.Key_PageUp: row - page,
            Qt.Key.Key_PageDown: row + page,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self._model.found - 1,
        }[Qt.Key(key)]
        self._model.fetch(target + 1)
        self.go_to_row(max(0, min(target, self._model.rowCount() - 1)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard finds the row that it was at, or the first. A mouse button that goes down finds its own: what
        moved then would be gone from under it when it comes up."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason and self._model.rowCount():
            self.go_to_row(max(0, self.currentIndex().row()))
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel is the page's."""
        event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(round(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()

    # -- painting ----------------------------------------------------------------------------------------------------
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_columns()
        self.row_height_changed.emit()

    def _place_columns(self) -> None:
        room = self.viewport().width()
        needed = self._cells.needed(self._model) if is_tight(room, self.scale) else ()
        for column, width in enumerate(column_widths(room, self.scale, needed)):
            self.setColumnWidth(column, width)
        if needed:
            self._cells.stand_in_two_lines(self._model)
        in_two_lines = bool(needed) and is_too_tight(room, self.scale, needed)
        if in_two_lines != self._cells.in_two_lines:
            self._cells.in_two_lines = self._header.silent = in_two_lines
            self._place_rows()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        last = self.rowAt(event.rect().bottom())
        last = self._model.rowCount() - 1 if last < 0 else last
        for row in range(max(0, self.rowAt(event.rect().top())), last + 1):
            self._paint_row(painter, row)
            bottom = self.rowViewportPosition(row) + self.rowHeight(row) - 1
            painter.fillRect(0, bottom, self.viewport().width(), 1, theme.line)
        painter.end()
        super().paintEvent(event)
        if last == self._model.rowCount() - 1 and self._model.has_more:
            QTimer.singleShot(0, self, partial(self._model.fetch, last + 1 + BATCH))

    def _paint_row(self, painter: QPainter, row: int) -> None:
        theme = theme_of(self.palette())
        place = QRectF(0, self.rowViewportPosition(row), self.viewport().width(), self.row_height)
        focused = self.hasFocus() and row == self.currentIndex().row()
        session = self._model.session_at(row)
        is_open = session is not None and session.id == self._open_id
        if row == self._hovered or focused:
            fill = theme.hover if row == self._hovered else CLEAR
            paint_panel(painter, place.adjusted(0, 2, 0, -3), fill, theme.focus if focused else CLEAR, 10, RING)
        if self._cells.in_two_lines:
            self._cells.paint_two_lines(painter, row, place.toRect())
        middle, size = place.center().y(), 4.5 * self.scale
        x = place.right() - INSET * self.scale - size
        painter.setPen(QPen(theme.quiet, 1.6 * self.scale, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        turn = -1 if is_open else 1
        for side in (-1, 1):
            painter.drawLine(QPointF(x + side * size, middle - turn * size / 2), QPointF(x, middle + turn * size / 2))
