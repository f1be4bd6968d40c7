"""A sentence above the pages that stays for as long as it is true, with a button beside it for what can be done."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import row
from hamstring_gui.ui.controls.sheet import wanted_scale
from hamstring_gui.ui.theme import BODY, GAP, STANDING_MARGINS, theme_of

LEAST_WORDS = 260
"""Px that the words have beside the button; it is below them where there are fewer."""


class Standing(QWidget):
    """The button, which tells that it was `pressed`, shows once there is something to do: see `offer`."""

    pressed = Signal()

    def __init__(self, sentence: str, button: str) -> None:
        super().__init__()
        self.text = Text(sentence, BODY, 600, name="standing_notice", wrap=True)
        self.button = KeyButton(button)
        self.button.clicked.connect(self.pressed)
        self.button.hide()
        self._row = row((self.text, 1), self.button, gap=GAP, margins=STANDING_MARGINS, inside=self)
        self._place()

    def offer(self, offered: bool) -> None:
        self.button.setVisible(offered)
        self._place()

    def _place(self) -> None:
        scale = wanted_scale(self.window().width(), self.window().height())
        self.text.set_scale(scale)
        self.button.set_scale(scale)
        beside = self.width() - self.button.sizeHint().width() >= self.text.px(LEAST_WORDS)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.chip)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme.lit_line)
