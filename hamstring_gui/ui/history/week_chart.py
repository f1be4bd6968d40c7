"""The chart of the weeks: one bar a week, to look at with the pointer or the arrow keys, and to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hamstring_gui.domain.consistency import Week
from hamstring_gui.ui.controls.announce import announce
from hamstring_gui.ui.controls.hover_card import HoverCard
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.controls.scroll import bring_into_view
from hamstring_gui.ui.history import wording
from hamstring_gui.ui.history.spans import Days, Span
from hamstring_gui.ui.history.week_plot import WeekPlot
from hamstring_gui.ui.history.weeks_drawn import NOTHING, Picture
from hamstring_gui.ui.theme import RING, theme_of

HEIGHT = 216
FRAME = 4
"""Room (px) for the line around the chart that has the keyboard."""
WEEKS_AT_ONCE, MONTHS_AT_ONCE = 4, 12
"""As far as Page Up and Page Down go."""


class WeekChart(Scaled, QWidget):
    """Shows weeks, or months where they are many. The arrow keys go from one to the next, Page Up and Page Down several
    at once from one that is looked at, Home and End to the ends; Enter or a click chooses one, which is left with the
    first step away from it.

    `choice_requested` carries the first and the last day of the week or month that is to be chosen, or `None` when it
    is to be chosen no more; `menu_requested` asks for what can be done with the current one, at a global point.
    """

    choice_requested = Signal(object)
    menu_requested = Signal(QPoint)
    looked_elsewhere = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("week_chart")
        self.setAccessibleName(self.tr("Weeks"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.weeks: tuple[Week, ...] = ()
        self._current: Days | None = None
        self._chosen: Days | None = None
        self._hover: HoverCard | None = None
        self.plot = WeekPlot(self)
        self.picture = NOTHING
        column = QVBoxLayout(self)
        column.setContentsMargins(FRAME, FRAME, FRAME, FRAME)
        column.addWidget(self.plot.widget)

    # -- what is shown -----------------------------------------------------------------------------------------------
    def show_weeks(self, weeks: Sequence[Week], picture: Picture) -> None:
        """Show these, oldest first, in their picture. Looked at is still the same week."""
        if (tuple(weeks), picture) == (self.weeks, self.picture):
            return
        self.weeks, self.picture = tuple(weeks), picture
        self._current = self._current if self._place_of(self._current) >= 0 else None
        self.plot.show_picture(picture, theme_of(self.palette()))
        self.setAccessibleDescription(wording.weeks_in_short(self.weeks, picture.measure))
        self._point()
        if self._current is not None and self._hover is not None and self._hover.isVisible():
            self._say(self.current)

    @property
    def current(self) -> Span | None:
        """The week or month that is looked at or chosen; otherwise the last one."""
        return self._span_of(self._current) or self.chosen

    @property
    def chosen(self) -> Span | None:
        """The chosen week or month; otherwise the last one."""
        return self._span_of(self._chosen) or (self.picture.spans[-1] if self.picture.spans else None)

    def chooses(self, span: Span) -> bool:
        """Whether somebody chose this one, to see its sessions."""
        return span.days == self._chosen

    def choose(self, days: Days | None) -> None:
        """Have the week or month of these days chosen; other days, or `None`, are none of those here."""
        self._chosen = days
        self._point()

    def _point(self) -> None:
        self.plot.point_at(self._place_of(self._current), self._place_of(self._chosen))

    def _span_of(self, days: Days | None) -> Span | None:
        return next((span for span in self.picture.spans if span.days == days), None) if days else None

    def _place_of(self, days: Days | None) -> int:
        spans = enumerate(self.picture.spans, self.picture.first)
        return next((place for place, span in spans if span.days == days), -1) if days else -1

    def _look_at(self, place: int, *, aloud: bool = False) -> None:
        """Look at the week or month of a place, or at none; `aloud`: a screen reader says it."""
        span = self.picture.spans[place - self.picture.first] if place >= self.picture.first else None
        days = span.days if span else None
        if days == self._current and not aloud:
            return
        if aloud:
            self._come_into_view()  # first: what is scrolled looks away
        self._current = days
        self._point()
        self._say(span)
        self.looked_elsewhere.emit()
        if aloud and span is not None:
            announce(self, wording.span_in_full(span, self._year), assertive=True)
            self._leave_the_chosen()

    def _leave_the_chosen(self) -> None:
        """One week is marked, and not another one as well."""
        if self._current != self._chosen and self._span_of(self._chosen) is not None:
            self.choice_requested.emit(None)

    def _come_into_view(self) -> None:
        """With what is told below it, and room for what hangs above, if there is any."""
        around = self.parentWidget()
        for part in (around, self) if around is not None else (self,):
            bring_into_view(part)

    def look_away(self) -> None:
        """Look at nothing."""
        self._look_at(-1)

    def _title(self, span: Span) -> str:
        return wording.span_named(span, self._year)

    @property
    def _year(self) -> int:
        return self.weeks[-1].days[-1].date.year

    def _say(self, span: Span | None) -> None:
        if span is None:
            if self._hover is not None:
                self._hover.hide()
            return
        if self._hover is None:
            self._hover = HoverCard(self)
        about = self.plot.column_of(self._place_of(span.days)).translated(FRAME, FRAME)
        self._hover.show_words(self._title(span), wording.span_lines(span), about)

    def _top_of(self, span: Span) -> QPoint:
        """The upper end of a bar."""
        return self.plot.top_of(self._place_of(span.days)).toPoint() + QPoint(FRAME, FRAME)

    # -- pointer and keyboard ----------------------------------------------------------------------------------------
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._look_under(event.position())

    def _look_under(self, point: QPointF) -> None:
        self._look_at(self.plot.place_at(point.x() - FRAME))

    def leaveEvent(self, event: QEvent) -> None:
        self._look_at(-1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._look_under(event.position())
            self._choose_current()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self._look_under(event.pos().toPointF())
            self.menu_requested.emit(event.globalPos())
        elif (span := self.current) is not None:
            self.menu_requested.emit(self.mapToGlobal(self._top_of(span)))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._look_at(-1)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._look_at(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        span = self.current
        if span is None:
            super().keyPressEvent(event)
            return
        place, first, last = self._place_of(span.days), self.picture.first, len(self.picture.bars) - 1
        at_once = WEEKS_AT_ONCE if span.month is None else MONTHS_AT_ONCE
        match event.key():
            case Qt.Key.Key_Left:
                self._look_at(max(first, place - 1), aloud=True)
            case Qt.Key.Key_Right:
                self._look_at(min(last, place + 1), aloud=True)
            case Qt.Key.Key_PageUp if self._current:
                self._look_at(max(first, place - at_once), aloud=True)
            case Qt.Key.Key_PageDown if self._current:
                self._look_at(min(last, place + at_once), aloud=True)
            case Qt.Key.Key_Home:
                self._look_at(first, aloud=True)
            case Qt.Key.Key_End:
                self._look_at(last, aloud=True)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self._look_at(place)
                self._choose_current()
            case Qt.Key.Key_Escape if self._current or self._chosen:
                self._look_at(-1)
                self.choice_requested.emit(None)
            case _:
                super().keyPressEvent(event)

    def _choose_current(self) -> None:
        """Choose what is looked at; the chosen one is to be chosen no more."""
        if self._current is not None:
            self.choice_requested.emit(None if self._current == self._chosen else self._current)

    # -- its looks ---------------------------------------------------------------------------------------------------
    def rescaled(self) -> None:
        self.plot.set_scale(self.scale)

    def sizeHint(self) -> QSize:
        return QSize(600, self.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(300, self.px(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._look_at(-1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.plot.set_theme(theme_of(self.palette()))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme_of(self.palette()).focus, RING))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)
