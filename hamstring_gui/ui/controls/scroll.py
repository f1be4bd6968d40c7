"""A scrolling area with a slim bar, in the theme's colours."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QInputDevice, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget

from hamstring_gui.ui.theme import Theme, theme_of

_BAR = """
QScrollBar:vertical {{ width: 12px; background: transparent; margin: 0 2px; }}
QScrollBar::handle:vertical {{ background: {handle}; border-radius: 4px; min-height: 40px; }}
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical {{ height: 0; }}
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical {{ background: transparent; }}
"""


def dress(bar: QScrollBar, theme: Theme) -> None:
    """Give a vertical scroll bar the looks of a theme; again when that changes."""
    bar.setStyleSheet(_BAR.format(handle=theme.line.name()))


A_MOMENT_MS = 200
TOUCH_SCREEN = QInputDevice.DeviceType.TouchScreen


class Scroll(QScrollArea):
    """Scrolls up and down only. What lies in it brings its own background."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._waits_for_fingers = True
        self._style_bar()

    def showEvent(self, event: QShowEvent) -> None:
        """Fingers scroll it from a moment later on: it would delay the first picture, and no finger is as quick."""
        super().showEvent(event)
        if self._waits_for_fingers:
            QTimer.singleShot(A_MOMENT_MS, self, self._let_fingers_in)

    def _let_fingers_in(self) -> None:
        """If there is anything to touch: what hears of fingers takes 4 MB."""
        if self._waits_for_fingers and any(device.type() == TOUCH_SCREEN for device in QInputDevice.devices()):
            from hamstring_gui.ui.controls.finger import Finger

            self._waits_for_fingers = False
            Finger(self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._style_bar()

    def _style_bar(self) -> None:
        dress(self.verticalScrollBar(), theme_of(self.palette()))


AROUND = 12
"""Px that show above and below what is brought into view."""


def bring_into_view(widget: QWidget) -> None:
    """Scroll everything around a widget until all of it shows; of one that is too high, the part that is at work. A
    view of rows does that for itself."""
    area = None if widget.inherits("QAbstractItemView") else widget.parentWidget()
    while area is not None:
        content = area.widget() if isinstance(area, Scroll) else None
        if isinstance(area, Scroll) and content is not None and content.isAncestorOf(widget):
            if widget.height() > area.viewport().height():
                area.ensureWidgetVisible(widget, 0, AROUND)
            else:
                middle = widget.mapTo(content, widget.rect().center())
                area.ensureVisible(middle.x(), middle.y(), 0, widget.height() // 2 + AROUND)
        area = area.parentWidget()


BAR = 12
"""The bar's width in px."""


def without_bar(content: QWidget, width: int) -> int:
    """The width that content in a scrolling area has for itself, whether the bar is there or not."""
    viewport = content.parentWidget()
    area = viewport.parentWidget() if viewport is not None else None
    return min(width, area.width() - BAR) if isinstance(area, Scroll) else width


class FittedScroll(Scroll):
    """As high as its content, and scrolling only where there is less room. The content's height follows its width.

    One that is `whole` never scrolls: the page that it stands in does. The content arranges itself in the width
    `without_bar`, so that it stays as it is when the bar comes.
    """

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self._least, self._whole = 0, False
        self.setWidget(content)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)

    def set_least(self, height: int) -> None:
        """It scrolls in no less height (px) than this."""
        self._least = height
        self.fit()

    def set_whole(self, whole: bool) -> None:
        self._whole = whole
        self.fit()

    def fit(self) -> None:
        """To be called when the content needs another height."""
        self._content.updateGeometry()
        height = max(1, self._content.heightForWidth(self.width()))
        least = height if self._whole else min(height, self._least)
        if (least, height) != (self.minimumHeight(), self.maximumHeight()):
            self.setMinimumHeight(least)
            self.setMaximumHeight(height)
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
