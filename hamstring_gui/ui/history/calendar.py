"""A year as a calendar: a column a week, a cell a day, darker where more of what was planned was done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from hamstring_gui.domain.consistency import Day, Week
from hamstring_gui.domain.dates import EARLIEST
from hamstring_gui.ui.controls.announce import announce
from hamstring_gui.ui.controls.hover_card import HoverCard
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.controls.scroll import bring_into_view
from hamstring_gui.ui.history import wording
from hamstring_gui.ui.history.calendar_drawn import Cell, cells_of, last_months, year_of
from hamstring_gui.ui.history.calendar_face import Face
from hamstring_gui.ui.theme import LEAST_LETTER, RING, theme_of

STEPS = {
    Qt.Key.Key_Left: -7,
    Qt.Key.Key_Right: 7,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
}
YEAR_STEPS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Calendar(Scaled, QWidget):
    """Arrow keys go from day to day and into the years before, Page Up and Page Down to the same day of another year,
    Home and End to the ends. What was chosen is left with the first step away from it.

    A click, Enter or the space bar choose a day: `choice_requested` carries it, or `None` when it is to be chosen no
    more. `year_requested` carries a year that is to be shown; `looked_elsewhere` tells that another day is looked at.
    """

    choice_requested = Signal(object)
    year_requested = Signal(int)
    looked_elsewhere = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("calendar")
        self.setAccessibleName(self.tr("Last 12 months"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._face = Face({}, LEAST_LETTER, 1.0, 0.0)
        self._today = date.min
        self._current: date | None = None
        self._chosen: date | None = None
        self._hover: HoverCard | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_year(self, weeks: Sequence[Week], today: date, year: int) -> None:
        """Show a year, or, where it is this one, the last 12 months. `weeks` are oldest first, the running one last."""
        ends = last_months(weeks[-1].start, today) if year == today.year else year_of(year, today)
        cells = cells_of(weeks, *ends)
        if self._today == today and self.cells == cells:
            return
        days, known = [cell.day for cell in cells], [cell.day for cell in self.cells]
        if (days, today) != (known, self._today):
            self.setAccessibleName(wording.calendar_named(year, today))
            self.setAccessibleDescription(wording.year_in_short(days, today.year))
        self._today = today
        self._face = self._faced({cell.day.date: cell for cell in cells}, self.width())
        self.update()

    def _faced(self, cells: Mapping[date, Cell], width: float) -> Face:
        return Face(cells, LEAST_LETTER * self.scale, self.scale, width)

    @property
    def cells(self) -> tuple[Cell, ...]:
        return tuple(self._cells.values())

    @property
    def _cells(self) -> Mapping[date, Cell]:
        return self._face.cells

    @property
    def current(self) -> Day | None:
        """The day that is looked at or chosen; otherwise today. `None` where it is in another year."""
        cell = self._cells.get(self._current or self._chosen or self._today)
        return cell.day if cell else None

    @property
    def chosen(self) -> Day | None:
        """The day that somebody chose, where it shows."""
        cell = self._cells.get(self._chosen) if self._chosen else None
        return cell.day if cell else None

    def choose(self, day: date | None) -> None:
        """Have a day chosen, or none."""
        if day != self._chosen:
            self._chosen = day
            self.update()

    def leave_what_is_not_shown(self) -> None:
        """A day of another year is neither looked at nor chosen."""
        if self._current not in self._cells:
            self._look_at(None)
        if self._chosen is not None and self._chosen not in self._cells:
            self.choice_requested.emit(None)

    # -- pointer and keyboard ----------------------------------------------------------------------------------------
    def look_away(self) -> None:
        """Look at no day."""
        self._look_at(None)

    def _look_at(self, day: date | None, *, aloud: bool = False) -> None:
        if day == self._current and not aloud:
            return
        self._current = day
        self.update()
        self.looked_elsewhere.emit()
        if day is None:
            if self._hover is not None:
                self._hover.hide()
            return
        if self._hover is None:
            self._hover = HoverCard(self)
        words, box = wording.day_told(self._cells[day].day, self._today.year), self._face.box(day)
        self._hover.show_words(words, (), box.toAlignedRect())
        if aloud:
            announce(self, words, assertive=True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._look_at(self._face.day_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._look_at(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._look_at(self._face.day_at(event.position()))
            self._choose()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._look_at(None)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._look_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if not self._cells:
            super().keyPressEvent(event)
        elif key in STEPS:
            self._go(self._beside(timedelta(days=STEPS[key])))
        elif key in YEAR_STEPS:
            self._go(_a_year_on(self._current or self._start, YEAR_STEPS[key]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            days = tuple(self._cells)
            self._go(days[0] if key == Qt.Key.Key_Home else days[-1])
        elif key in CHOOSING:
            self._current = self._current or self._start
            self._choose()
        elif key == Qt.Key.Key_Escape and (self._current or self._chosen):
            self._look_at(None)
            self.choice_requested.emit(None)
        else:
            super().keyPressEvent(event)

    @property
    def _start(self) -> date:
        """The day that the keyboard begins at."""
        wanted = self._chosen or self._today
        return wanted if wanted in self._cells else tuple(self._cells)[-1]

    def _beside(self, step: timedelta) -> date:
        """The day that is a step away from the one that is told of; where none is, the one to begin at."""
        return self.current.date + step if self.current is not None else self._start

    def _go(self, day: date) -> None:
        """Look at a day, in whatever year it lies."""
        day = max(EARLIEST, min(day, self._today))
        if day not in self._cells:
            self.year_requested.emit(day.year)
        if day in self._cells:
            bring_into_view(self)  # first: what is scrolled looks away
            self._look_at(day, aloud=True)
            if self._chosen not in (None, day):
                self.choice_requested.emit(None)

    def _choose(self) -> None:
        """Choose the day that is looked at; the chosen one is to be chosen no more."""
        if self._current is not None:
            self.choice_requested.emit(None if self._current == self._chosen else self._current)

    # -- its looks ---------------------------------------------------------------------------------------------------
    def rescaled(self) -> None:
        self._face = self._faced(self._cells, self.width())
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._face = self._faced(self._cells, self.width())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._faced(self._cells, width).height

    def sizeHint(self) -> QSize:
        return QSize(600, self.heightForWidth(600))

    def minimumSizeHint(self) -> QSize:
        return QSize(360, self.heightForWidth(360))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._cells:
            return
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rings = (self._today, theme.hold), (self._chosen, theme.action), (self._current, theme.ink)
        self._face.paint(painter, theme, rings)
        if self.hasFocus() and self._current is None:
            painter.setPen(QPen(theme.focus, RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._face.around_days, 8, 8)


def _a_year_on(day: date, years: int) -> date:
    """The same day of another year; for 29 February the day before."""
    year = max(EARLIEST.year, day.year + years)
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=year, day=28 if leap_day else day.day)
