"""A routine as a button: its picture, its name and what it takes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.routine import Routine, unroll
from hamstring_gui.ui import wording
from hamstring_gui.ui.controls.buttons import Pressable
from hamstring_gui.ui.controls.card import paint_panel
from hamstring_gui.ui.controls.figure_view import FigureView
from hamstring_gui.ui.theme import BODY, SMALL, letters, mixed, theme_of

ROOM_FOR_FIGURE = 170
"""A button narrower than this (px) has words only."""


class RoutineButton(Pressable):
    """Its accessible name is the routine's name."""

    def __init__(self, routine: Routine, exercises: Mapping[str, Exercise], parent: QWidget | None = None) -> None:
        name = wording.of_file(routine.name)
        super().__init__(name, parent)
        self.setAccessibleName(name)
        phases = unroll(routine, exercises)
        self._takes = wording.what_it_takes(routine, phases, exercises)
        self._short = wording.about(phases)
        self.setAccessibleDescription(self._takes)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._scale = 1.0
        self.figure = FigureView(self)
        self.figure.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.figure.show_held(exercises[routine.items[0].exercise])

    def set_scale(self, scale: float) -> None:
        self._scale = scale
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(round(210 * self._scale), round(88 * self._scale))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, round(88 * self._scale))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.figure.setVisible(self.width() >= ROOM_FOR_FIGURE * self._scale)
        self.figure.setGeometry(10, 8, round(min(78 * self._scale, self.width() * 0.38)), self.height() - 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        fill = mixed(theme.card, theme.ink, 0.04) if self.underMouse() else theme.card
        paint_panel(painter, QRectF(self.rect()), fill, theme.line, 12)
        if self.hasFocus():
            paint_panel(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), QColor(0, 0, 0, 0), theme.action, 10, 2.0)
        narrow = self.figure.isHidden()
        left, takes_text = (12, self._short) if narrow else (self.figure.geometry().right() + 10, self._takes)
        words = QRect(left, 8, self.width() - left - 10, self.height() - 16)
        wrap = Qt.TextFlag.TextWordWrap.value
        painter.setFont(letters((BODY - 1) * self._scale, 600))
        name = painter.boundingRect(words, wrap, self.text())
        painter.setFont(letters((SMALL - 1) * self._scale))
        takes = painter.boundingRect(words, wrap, takes_text)
        if name.height() + 2 + takes.height() > words.height():
            takes_text = self._short
            takes = painter.boundingRect(words, wrap, takes_text)
        top = words.top() + max(0, (words.height() - name.height() - 2 - takes.height()) // 2)
        painter.setPen(theme.quiet)
        painter.drawText(QRect(left, top + name.height() + 2, words.width(), takes.height()), wrap, takes_text)
        painter.setPen(theme.ink)
        painter.setFont(letters((BODY - 1) * self._scale, 600))
        painter.drawText(QRect(left, top, words.width(), name.height()), wrap, self.text())
