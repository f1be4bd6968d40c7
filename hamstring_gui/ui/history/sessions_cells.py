"""How the cells and the header of the sessions table are painted, and how wide its columns are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from hamstring_gui.domain.history import SessionRecord
from hamstring_gui.ui.controls.labels import tip_of
from hamstring_gui.ui.history import wording_sessions as wording
from hamstring_gui.ui.history.sessions_model import (
    BATCH,
    BRIEF_ROLE,
    COLUMNS,
    COMPLETED,
    ROUTINE,
    SESSION_ROLE,
    TIGHTNESS,
    TIME_HELD,
    WHEN,
    SessionsModel,
)
from hamstring_gui.ui.theme import GAP, INSET, LEAST_CONTROL, LEAST_LETTER, SMALL, TIGHT, letters, theme_of

CHEVRON = 26
LEAST_WIDTHS = (156, 136, 146, 96, 78)
"""Of the columns, in px, in the narrowest window."""
LEAST_NAME = 80
SHARES = (0.20, 0.48, 0.16, 0.10, 0.06)
"""Of the room that is left over."""
LINE = 24
"""How high (px) each of two lines is."""
AND = " · "
ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def is_tight(width: int, scale: float) -> bool:
    """Whether the columns have less room than they like."""
    return width < (sum(LEAST_WIDTHS) + CHEVRON) * scale + len(LEAST_WIDTHS)


def is_too_tight(width: int, scale: float, needed: Sequence[int]) -> bool:
    """Whether the columns have less room than they need, even with a short name of a routine."""
    others = sum(part for column, part in enumerate(needed) if column != ROUTINE)
    return others + min(needed[ROUTINE], round(LEAST_NAME * scale)) > width


def column_widths(width: int, scale: float, needed: Sequence[int] = ()) -> list[int]:
    """The widths of the columns, in px; the last one reaches to the right edge and has room for the chevron.

    Where there is little room, they are as wide as is `needed`, and a long name of a routine gives way first.
    """
    least = [round(part * scale) for part in LEAST_WIDTHS]
    least[-1] += round(CHEVRON * scale)
    spare = width - sum(least)
    if spare < 0 and needed:
        least = list(needed)
        least[ROUTINE] = max(min(least[ROUTINE], round(LEAST_NAME * scale)), width - sum(least) + least[ROUTINE])
        spare = width - sum(least)
    if spare < 0:
        least = [part * width // sum(least) for part in least]
        spare = 0
    widths = [part + int(spare * share) for part, share in zip(least, SHARES, strict=True)]
    widths[-1] += width - sum(widths)
    return widths


class Cells(QStyledItemDelegate):
    """The words of a row, cut off with … where there is no room; the mouse then tells them whole.

    They stand in the upper `row_height` px of a row: below that, an open row has room for something else. Where the
    columns are too narrow for their words, the row stands in two lines over all of them (`in_two_lines`).
    """

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self.scale, self.row_height, self.in_two_lines, self._right = 1.0, LEAST_CONTROL, False, 0

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(60, self.row_height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if not self.in_two_lines:
            self._take_ink(painter, index)
            painter.drawText(self._place(option), ONE_LINE.value, self._cut(option, index))

    def _take_ink(self, painter: QPainter, index: QModelIndex | QPersistentModelIndex) -> None:
        session: SessionRecord = index.data(SESSION_ROLE)
        theme = theme_of(self._view.palette())
        pain = index.column() == COMPLETED and wording.hurt(session)
        painter.setFont(self._letters(600 if pain else 400))
        painter.setPen(theme.hold if pain else theme.ink if session.counts else theme.quiet)

    def paint_two_lines(self, painter: QPainter, row: int, place: QRect) -> None:
        """When and how it went; below that, what it was and how much of it."""
        for column, box, words in self._two_lines(row, place):
            self._take_ink(painter, self._view.model().index(row, column))
            metrics = painter.fontMetrics()
            painter.drawText(box, ONE_LINE.value, metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width()))

    def _two_lines(self, row: int, place: QRect) -> list[tuple[int, QRect, str]]:
        """The columns whose ink they have, where they lie, and the words."""
        line, texts = round(LINE * self.scale), self._briefly(self._view.model(), row)
        room = place.adjusted(round(INSET * self.scale), 0, -round(CHEVRON * self.scale) - GAP, 0)
        right = min(room.width() // 2, self._right)
        top = place.top() + (place.height() - 2 * line) // 2
        left = room.width() - right - GAP
        return [
            (column, QRect(room.left() + x, top + down * line, width, line), words)
            for column, x, down, width, words in (
                (WHEN, 0, 0, left, texts[WHEN]), (COMPLETED, left + GAP, 0, right, texts[COMPLETED]),
                (ROUTINE, 0, 1, left, texts[ROUTINE]), (TIME_HELD, left + GAP, 1, right, texts[TIME_HELD]),
            )
        ]  # fmt: skip

    @staticmethod
    def _briefly(model: QAbstractItemModel, row: int) -> list[str]:
        """What the columns say, in short; of the time held, how tight the legs were as well."""
        texts = [model.index(row, column).data(BRIEF_ROLE) for column in range(COLUMNS)]
        texts[TIME_HELD] = AND.join(text for text in texts[TIME_HELD:] if text)
        return texts

    def stand_in_two_lines(self, model: QAbstractItemModel) -> None:
        """What stands on the right begins at the same place in all rows."""
        fonts = [QFontMetrics(self._letters(weight)) for weight in (400, 600)]
        rows = [self._briefly(model, row) for row in range(min(BATCH, model.rowCount()))]
        words = [texts[column] for texts in rows for column in (COMPLETED, TIME_HELD)]
        self._right = max((font.horizontalAdvance(text) for text in words for font in fonts), default=0) + TIGHT

    def needed(self, model: SessionsModel) -> list[int]:
        """The widths of the columns, in px, in which nothing of the rows is cut off."""
        metrics, head = QFontMetrics(self._letters(600)), QFontMetrics(header_letters(self.scale))
        gap = round(GAP * self.scale)
        widths = [gap + round(INSET * self.scale), gap, gap, gap, gap + round(CHEVRON * self.scale)]
        for column in range(COLUMNS):
            texts = (model.index(row, column).data(BRIEF_ROLE) for row in range(min(BATCH, model.rowCount())))
            named = head.horizontalAdvance(model.headerData(column, Qt.Orientation.Horizontal)) + GAP
            widths[column] += max((named, *(metrics.horizontalAdvance(text) + 1 for text in texts)))
        return widths

    def _letters(self, weight: int = 400) -> QFont:
        return letters(SMALL * self.scale, weight, tabular=True)

    def _place(self, option: QStyleOptionViewItem) -> QRect:
        rect = option.rect
        first = round(INSET * self.scale) if rect.left() == 0 else 0
        return QRect(rect.left() + first, rect.top(), rect.width() - first - round(GAP * self.scale), self.row_height)

    def _cut(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> str:
        chevron = round(CHEVRON * self.scale) - GAP if index.column() == TIGHTNESS else 0
        room = self._place(option).width() - chevron
        metrics = QFontMetrics(self._letters())
        words: str = index.data()
        if metrics.horizontalAdvance(words) > room:
            words = index.data(BRIEF_ROLE)
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:  # fmt: skip
        if index.isValid() and (words := self._untold(option, index, event)):
            QToolTip.showText(event.globalPos(), tip_of(words), view)
        else:
            QToolTip.hideText()
        return True

    def _untold(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, event: QHelpEvent
    ) -> str:
        """What is under the mouse, if it is told cut off or in short; else nothing."""
        if not self.in_two_lines:
            return "" if self._cut(option, index) == index.data() else index.data()
        place = QRect(0, option.rect.top(), self._view.viewport().width(), self.row_height)
        metrics = QFontMetrics(self._letters())
        for column, box, words in self._two_lines(index.row(), place):
            if box.contains(event.pos()):
                whole = index.sibling(index.row(), column).data() if column != TIME_HELD else words
                return "" if whole == words and metrics.horizontalAdvance(words) <= box.width() else whole
        return ""


def header_letters(scale: float) -> QFont:
    return letters(max(LEAST_LETTER, (SMALL - 1) * scale), 600)


class Header(QHeaderView):
    """The names of the columns in small quiet letters; `silent` where there are none to see."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self.scale, self.silent = 1.0, False
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(1)
        self.viewport().setAutoFillBackground(False)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        theme = theme_of(self.palette())
        font = header_letters(self.scale)
        painter.setFont(font)
        painter.setPen(theme.quiet)
        inset = round(INSET * self.scale) if logical == 0 else 0
        name = "" if self.silent else self.model().headerData(logical, Qt.Orientation.Horizontal)
        words = QFontMetrics(font).elidedText(name, Qt.TextElideMode.ElideRight, rect.width() - GAP)
        painter.drawText(rect.adjusted(inset, 0, -GAP, 0), ONE_LINE.value, words)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.line)
