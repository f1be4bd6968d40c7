"""Menus in the program's own look: of a page, of a list to choose from, and of what can be done with text."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QPainterPath, QRegion, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from hamstring_gui.ui.theme import BODY, BUTTON_RADIUS, INNER_RADIUS, LEAST_CONTROL, letters, theme_of

_LOOK = """
QMenu {{ background: {raised}; border: 1px solid {outline}; border-radius: {radius}px; padding: 5px; }}
QMenu::item {{ color: {ink}; background: transparent; padding: {pad}px 22px {pad}px 14px; border-radius: {inner}px; }}
QMenu::item:checked {{ color: {chip_ink}; }}
QMenu::item:selected {{ background: {chip}; color: {chip_ink}; }}
QMenu::item:disabled {{ color: {faint}; }}
QMenu::indicator {{ width: 0px; }}
QMenu::icon {{ width: 0px; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
"""
_COLOURS = ("raised", "outline", "ink", "chip", "chip_ink", "faint", "line")


def dress_menu(menu: QMenu, owner: QWidget, scale: float = 1.0) -> None:
    """Give a menu the looks of the theme that its owner is in; its lines are high enough to be hit."""
    theme, font = theme_of(owner.palette()), letters(BODY * scale)
    pad = math.ceil((LEAST_CONTROL * scale - QFontMetrics(font).height()) / 2)
    colours = {name: getattr(theme, name).name() for name in _COLOURS}
    menu.setFont(font)
    menu.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    menu.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
    menu.setStyleSheet(_LOOK.format(radius=BUTTON_RADIUS, inner=INNER_RADIUS, pad=pad, **colours))


def open_writing_menu(menu: QMenu, owner: QWidget, event: QContextMenuEvent) -> None:
    """Open what Qt offers to do with text (undo, copy, paste …) in our look."""
    dress_menu(menu, owner)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.resize(menu.sizeHint())
    cut_corners(menu)
    menu.popup(event.globalPos())


def cut_corners(menu: QMenu) -> None:
    """Not every desktop can show through a window: what lies outside the round corners is cut off."""
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(menu.rect()), BUTTON_RADIUS, BUTTON_RADIUS)
    menu.setMask(QRegion(shape.toFillPolygon().toPolygon()))


class Menu(QMenu):
    """Rounded and roomy; goes away by itself once it is closed, unless it is `kept`."""

    def __init__(self, owner: QWidget, *, kept: bool = False) -> None:
        super().__init__(owner)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, not kept)
        if not kept:
            dress_menu(self, owner)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        cut_corners(self)
