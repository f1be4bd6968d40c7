"""A context menu in the program's own look."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainterPath, QRegion, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from hamstring_gui.ui.theme import BODY, letters, theme_of

RADIUS = 10

_LOOK = """
QMenu {{ background: {card}; border: 1px solid {line}; border-radius: {radius}px; padding: 6px; }}
QMenu::item {{ color: {ink}; padding: 9px 22px 9px 14px; border-radius: 7px; }}
QMenu::item:selected {{ background: {chip}; color: {chip_ink}; }}
QMenu::item:disabled {{ color: {quiet}; }}
"""


class Menu(QMenu):
    """Rounded and roomy; goes away by itself once it is closed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        theme = theme_of(parent.palette())
        self.setFont(letters(BODY))
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        colours = {name: getattr(theme, name).name() for name in ("card", "line", "ink", "chip", "chip_ink", "quiet")}
        self.setStyleSheet(_LOOK.format(radius=RADIUS, **colours))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The corners are cut off: not every desktop can show through a window."""
        super().resizeEvent(event)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        self.setMask(QRegion(shape.toFillPolygon().toPolygon()))
