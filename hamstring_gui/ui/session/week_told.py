"""What a session did for its week: the days towards the goal as circles, and a sentence; the goal met is a reward."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from hamstring_gui.domain.looking_back import WeekSoFar
from hamstring_gui.ui.controls.card import Card, paint_panel
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import row
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.session import wording
from hamstring_gui.ui.theme import BLOCK, CARD_RADIUS, LOW_CARD_MARGINS, STRONG, TIGHT, theme_of

CIRCLE, PITCH = 30, 38
"""px."""


class WeekTold(Card):
    """Hidden while nothing is known of the week."""

    def __init__(self) -> None:
        super().__init__()
        self._met_now = self._rest = self._stacked = False
        self.days = _Days()
        self.words = Text(size=STRONG, weight=600, name="week_told", wrap=True)
        self._row = row(None, self.days, self.words, None, margins=LOW_CARD_MARGINS, inside=self)
        self.set_stacked(False)
        self.hide()

    def set_stacked(self, stacked: bool) -> None:
        """Have the circles above the words, in a narrow card."""
        self._stacked = stacked
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(TIGHT if stacked else BLOCK)
        for number, stretch in enumerate((1, 0, 0, 1) if stacked else (0, 0, 1, 0)):
            self._row.setStretch(number, stretch)
        self._arrange()

    def show_week(self, so_far: WeekSoFar | None) -> None:
        self.setVisible(so_far is not None)
        if so_far is None:
            return
        self._met_now, self._rest = so_far.met_now, so_far.week.rest
        self.days.show_days(so_far.week.active_days, so_far.week.goal)
        self.words.show_text(wording.week_told(so_far))
        self._arrange()
        self.update()

    def _arrange(self) -> None:
        """Nothing is asked of a rest week; and where the circles leave too little room, the words say it all."""
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right() if self._stacked else self.width() // 2
        self.days.setVisible(not self._rest and self.days.sizeHint().width() <= room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._met_now:
            theme = theme_of(self.palette())
            paint_panel(QPainter(self), QRectF(self.rect()), theme.chip, theme.met, CARD_RADIUS, 2.0)


class _Days(Scaled, QWidget):
    """A circle for each day that the goal asks for, with a tick in those that are done."""

    smallest_px = CIRCLE

    def __init__(self) -> None:
        super().__init__()
        self._done, self._goal = 0, 1
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_days(self, done: int, goal: int) -> None:
        self._done, self._goal = min(done, goal), goal
        self.updateGeometry()
        self.update()

    def rescaled(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self.px(PITCH * self._goal), self.px(PITCH))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size, pitch = CIRCLE * self.scale, PITCH * self.scale
        for number in range(self._goal):
            box = QRectF(0, 0, size, size)
            box.moveCenter(QPointF(pitch * (number + 0.5), self.height() / 2))
            done = number < self._done
            painter.setPen(Qt.PenStyle.NoPen if done else QPen(theme.outline, 2.0))
            painter.setBrush(theme.met if done else theme.card)
            painter.drawEllipse(box)
            if done:
                painter.setPen(QPen(theme.card, size / 10, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
                painter.drawPolyline([box.topLeft() + QPointF(x, y) * size for x, y in TICK])


TICK = ((0.28, 0.53), (0.44, 0.69), (0.73, 0.34))
"""As shares of a circle."""
