"""The steps of an exercise as a numbered list; the one that the picture shows is lit, and each can be chosen."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from hamstring_gui.domain.exercise import Step
from hamstring_gui.ui import wording
from hamstring_gui.ui.controls.buttons import Pressable
from hamstring_gui.ui.controls.card import paint_panel
from hamstring_gui.ui.exercises import wording as wording_library
from hamstring_gui.ui.theme import BODY, LEAST_CONTROL, SMALL, letters, mixed, theme_of

PAD = 10
DISC = 24
WRAP = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignVCenter.value


class StepButton(Pressable):
    """One step: its number on a disc, and its text in as many lines as it needs."""

    def __init__(self, number: int, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._number = number
        self._lit = False
        self.setAccessibleName(wording_library.numbered(number, text))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_scale(1.0)

    @property
    def lit(self) -> bool:
        return self._lit

    def set_lit(self, lit: bool) -> None:
        if lit != self._lit:
            self._lit = lit
            self.setAccessibleDescription(self.tr("The picture shows this step.") if lit else "")
            self.update()

    def set_scale(self, scale: float) -> None:
        self._scale = scale
        self.setFont(letters(BODY * scale))
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        words = QFontMetrics(self.font()).boundingRect(self._words(width, 10_000), WRAP, self.text())
        return max(LEAST_CONTROL, words.height() + round(2 * PAD * self._scale))

    def sizeHint(self) -> QSize:
        return QSize(260, LEAST_CONTROL)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, LEAST_CONTROL)

    def _words(self, width: int, height: int) -> QRect:
        left = round((PAD + DISC + 12) * self._scale)
        return QRect(left, 0, width - left - round(PAD * self._scale), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        clear = QColor(0, 0, 0, 0)
        fill = theme.chip if self._lit else mixed(theme.card, theme.ink, 0.04) if self.underMouse() else clear
        paint_panel(painter, QRectF(self.rect()), fill, theme.action if self.hasFocus() else clear, 10, 2.0)
        size = DISC * self._scale
        disc = QRectF(PAD * self._scale, (self.height() - size) / 2, size, size)
        paint_panel(painter, disc, theme.button if self._lit else theme.track, clear, size / 2)
        painter.setPen(theme.button_ink if self._lit else theme.ink)
        painter.setFont(letters(SMALL * self._scale, 600, tabular=True))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.setPen(theme.chip_ink if self._lit else theme.ink)
        painter.setFont(self.font())
        painter.drawText(self._words(self.width(), self.height()), WRAP, self.text())


class StepList(QWidget):
    """`chosen` carries a step's number, from 0."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = 1.0
        self.buttons: list[StepButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_steps(self, steps: tuple[Step, ...]) -> None:
        for button in self.buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [StepButton(number, wording.of_file(step.text)) for number, step in enumerate(steps, start=1)]
        for number, button in enumerate(self.buttons):
            button.set_scale(self._scale)
            button.clicked.connect(lambda _=False, chosen=number: self.chosen.emit(chosen))
            self._column.addWidget(button)

    def light(self, number: int) -> None:
        """Light the step of that number, from 0."""
        for n, button in enumerate(self.buttons):
            button.set_lit(n == number)

    def set_scale(self, scale: float) -> None:
        """Remembered for the steps to come."""
        self._scale = scale
