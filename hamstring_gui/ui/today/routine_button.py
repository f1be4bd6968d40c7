"""A routine as a button: its picture, its name and what it takes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.routine import Routine, unroll
from hamstring_gui.ui import wording
from hamstring_gui.ui.controls.buttons import WRAP_FROM_TOP
from hamstring_gui.ui.controls.figure_view import FigureView
from hamstring_gui.ui.controls.labels import facts_in_lines, set_tip
from hamstring_gui.ui.controls.pressable import Pressable
from hamstring_gui.ui.durations import unbroken
from hamstring_gui.ui.theme import BODY, SMALL, Theme, letters

ROOM_FOR_FIGURE = 170
"""A button narrower than this (px) has words only."""


class RoutineButton(Pressable):
    """Its accessible name is the routine's name. Its picture shows once it was told to `draw`."""

    look = "card"
    letter_px = BODY - 1

    def __init__(self, routine: Routine, exercises: Mapping[str, Exercise], parent: QWidget | None = None) -> None:
        super().__init__(wording.of_file(routine.name), parent)
        phases = unroll(routine, exercises)
        takes, credited = wording.what_it_takes(routine, phases, exercises), wording.credited(phases, exercises)
        about = wording.about(phases)
        all_of_it = f"{takes}\n{credited}"
        self._takes = tuple(map(unbroken, (all_of_it, f"{about}\n{credited}", takes, about)))
        self.setAccessibleDescription(all_of_it)
        set_tip(self, all_of_it)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.figure = FigureView(self)
        self.figure.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._pictured = exercises[routine.items[routine.first_held].exercise]

    def draw(self) -> None:
        self.figure.show_held(self._pictured)

    def sizeHint(self) -> QSize:
        return QSize(self.px(210), self.px(88))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.px(88))

    def rescaled(self) -> None:
        self._heights: dict[int, int] = {}
        super().rescaled()

    def heightForWidth(self, width: int) -> int:
        """Asked for many times before the first picture; the words never change."""
        if width not in self._heights:
            self._heights[width] = self._height_for(width)
        return self._heights[width]

    def _height_for(self, width: int) -> int:
        """Room for the name and the shortest words below it."""
        left = self._figure_width(width) + 20 if self._has_figure(width) else 12
        room = QRect(0, 0, width - left - 10, 10_000)
        fonts = self.font(), letters((SMALL - 1) * self.scale)
        name, takes = (
            QFontMetrics(font)
            .boundingRect(room, WRAP_FROM_TOP, facts_in_lines(text, QFontMetrics(font), room.width()))
            .height()
            for font, text in zip(fonts, (self.text(), self._takes[-1]), strict=True)
        )
        return max(self.px(88), name + 2 + takes + 16)

    def _has_figure(self, width: int) -> bool:
        return width >= ROOM_FOR_FIGURE * self.scale

    def _figure_width(self, width: int) -> int:
        return round(min(78 * self.scale, width * 0.38))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.figure.setVisible(self._has_figure(self.width()))
        self.figure.setGeometry(10, 8, self._figure_width(self.width()), self.height() - 16)

    def paint_inside(self, painter: QPainter, theme: Theme, ink: QColor) -> None:
        narrow = self.figure.isHidden()
        left = 12 if narrow else self.figure.geometry().right() + 10
        words = QRect(left, 8, self.width() - left - 10, self.height() - 16)
        painter.setFont(self.font())
        name = painter.boundingRect(words, WRAP_FROM_TOP, self.text())
        painter.setFont(letters((SMALL - 1) * self.scale))
        for takes_told in self._takes[-1:] if narrow else self._takes:
            takes_text = facts_in_lines(takes_told, painter.fontMetrics(), words.width())
            takes = painter.boundingRect(words, WRAP_FROM_TOP, takes_text)
            if name.height() + 2 + takes.height() <= words.height():
                break
        top = words.top() + max(0, (words.height() - name.height() - 2 - takes.height()) // 2)
        painter.setPen(theme.quiet)
        painter.drawText(QRect(left, top + name.height() + 2, words.width(), takes.height()), WRAP_FROM_TOP, takes_text)
        painter.setPen(ink)
        painter.setFont(self.font())
        painter.drawText(QRect(left, top, words.width(), name.height()), WRAP_FROM_TOP, self.text())
