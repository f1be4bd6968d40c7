"""A card that says what is being waited for, how much of it is done, and lets it be called off."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.card import paint_panel
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import row
from hamstring_gui.ui.controls.overlay import Overlay
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.theme import CLEAR, GAP, PANEL, STRONG, WIDE_GAP, theme_of

WIDTH, BAR_HEIGHT = 520, 10
MOVING = 0.25
"""How much of the bar is lit while nobody knows how much is done."""


class ProgressBar(Scaled, QProgressBar):
    """How much is done; a piece that moves along while that is not known."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("progress")
        self.setAccessibleName(self.tr("Progress"))
        self.setTextVisible(False)
        self._at = 0.0
        self.show_share(None)

    def show_share(self, share: float | None) -> None:
        """From 0 to 1. It never goes back."""
        if share is None:
            self.setRange(0, 0)
            self._at = (self._at + 0.02) % (1.0 + MOVING)
            self.update()
        else:
            self.setRange(0, 100)
            self.setValue(max(self.value(), round(100 * share)))

    def sizeHint(self) -> QSize:
        return QSize(self.px(WIDTH // 2), self.px(BAR_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.px(BAR_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = theme_of(self.palette()), QPainter(self)
        box, radius = QRectF(self.rect()), self.height() / 2
        paint_panel(painter, box, theme.track, CLEAR, radius)
        known = self.maximum() > 0
        left, right = (0.0, self.value() / 100) if known else (max(0.0, self._at - MOVING), min(1.0, self._at))
        lit = QRectF(box.left() + left * box.width(), box.top(), (right - left) * box.width(), box.height())
        if lit.width() >= box.height():
            paint_panel(painter, lit, theme.met, CLEAR, radius)


class WaitingCard(Overlay):
    """Covers the window while something takes long. `cancelled` once nobody wants it any more."""

    prints_enter = True

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words, WIDTH, PANEL, parent)
        self.cancelled = False
        self.words = Text(words, STRONG, 600, wrap=True, name="waiting")
        self.progress = ProgressBar()
        self.cancel = KeyButton(self.tr("Cancel"), self.tr("Esc"))
        self.cancel.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.cancel.clicked.connect(self._call_off)
        self.column.addWidget(self.words)
        self.column.addSpacing(GAP)
        self.column.addWidget(self.progress)
        self.pin(row(None, self.cancel), above=WIDE_GAP)

    def _call_off(self) -> None:
        self.cancelled = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._call_off()
        else:
            super().keyPressEvent(event)
