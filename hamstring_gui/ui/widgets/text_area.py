"""Several lines of text to write in."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from hamstring_gui.ui.theme import BODY, letters, mixed, theme_of
from hamstring_gui.ui.widgets.card import paint_panel
from hamstring_gui.ui.widgets.sheet import style_bar


class TextArea(QPlainTextEdit):
    """Lines in a panel of our own, `lines` of them showing. Tab leaves it."""

    def __init__(self, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFont(letters(BODY))
        self.setViewportMargins(12, 8, 2, 8)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 26)
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.viewport().setAutoFillBackground(False)
        style_bar(self.verticalScrollBar(), self.palette())

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.update()

    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.update()

    def event(self, event: object) -> bool:
        """The panel is painted round the lines, where the frame of a scrolling area would be."""
        if isinstance(event, QPaintEvent):
            theme = theme_of(self.palette())
            line = theme.action if self.hasFocus() else mixed(theme.line, theme.ink, 0.12)
            paint_panel(QPainter(self), QRectF(self.rect()), theme.card, line, 12, 2.0 if self.hasFocus() else 1.0)
            return True
        return super().event(event)  # type: ignore[arg-type]
