"""A scrolling area with a slim bar, in the theme's colours."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QInputDevice, QLinearGradient, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget

from hamstring_gui.ui.theme import Theme, see_through, theme_of

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
    """Scrolls up and down only. What lies in it brings its own background. It tells when its viewport was `resized`."""

    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._waits_for_fingers = True
        self._edges: _Edges | None = None
        self._style_bar()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def show_cuts(self, ground: Callable[[Theme], QColor]) -> None:
        """Where it ends amid a page, or a card, have what is cut off there fade into the `ground` that it lies on."""
        if self._edges is None:
            self._edges = _Edges(self, ground)

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


AROUND = 16
"""Px that show above and below what is brought into view; in as much, what is cut off fades."""


class _Edges(QObject):
    """What is cut off at the upper or lower edge fades under a line, so that it is seen to go on."""

    def __init__(self, area: Scroll, ground: Callable[[Theme], QColor]) -> None:
        super().__init__(area)
        self._area, self._edges = area, tuple(_Edge(area, ground, above) for above in (True, False))
        bar = area.verticalScrollBar()
        for told in (bar.valueChanged, bar.rangeChanged, area.resized):
            told.connect(self._look)
        self._look()

    def _look(self) -> None:
        bar, room = self._area.verticalScrollBar(), self._area.viewport().geometry()
        tops, cut = (room.top(), room.bottom() + 1 - AROUND), (bar.value() > 0, bar.value() < bar.maximum())
        for edge, top, cuts in zip(self._edges, tops, cut, strict=True):
            edge.setGeometry(room.left(), top, room.width(), AROUND)
            edge.setVisible(cuts)


class _Edge(QWidget):
    def __init__(self, area: Scroll, ground: Callable[[Theme], QColor], above: bool) -> None:
        super().__init__(area)
        self._ground, self._above = ground, above
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        fade = QLinearGradient(0, AROUND if self._above else 0, 0, 0 if self._above else AROUND)
        fade.setColorAt(0, see_through(self._ground(theme), 0))
        fade.setColorAt(1, self._ground(theme))
        painter = QPainter(self)
        painter.fillRect(self.rect(), fade)
        painter.fillRect(0, 0 if self._above else AROUND - 1, self.width(), 1, theme.line)


def bring_into_view(widget: QWidget) -> None:
    """Scroll everything around a widget until all of it shows; of one that is too high, the part that is at work. A
    view of rows does that for itself."""
    if widget.inherits("QAbstractItemView"):
        return
    for area, content in scrolled_around(widget):
        if widget.height() > area.viewport().height():
            area.ensureWidgetVisible(widget, 0, AROUND)
        else:
            middle = widget.mapTo(content, widget.rect().center())
            area.ensureVisible(middle.x(), middle.y(), 0, widget.height() // 2 + AROUND)


def scrolled_around(widget: QWidget) -> Iterator[tuple[Scroll, QWidget]]:
    """All in which a widget is scrolled, from the innermost on, each with what lies in it."""
    area = widget.parentWidget()
    while area is not None:
        content = area.widget() if isinstance(area, Scroll) else None
        if isinstance(area, Scroll) and content is not None and content.isAncestorOf(widget):
            yield area, content
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
