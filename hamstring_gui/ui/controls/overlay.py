"""A card over the dimmed page, that has the window to itself until it is answered or put away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hamstring_gui.ui.controls.card import Card
from hamstring_gui.ui.controls.layouts import column, row
from hamstring_gui.ui.controls.scroll import Scroll, bring_into_view
from hamstring_gui.ui.theme import OVER_MARGINS


class Overlay(QWidget):
    """Covers its parent. What it says and asks goes into `column`, at most `width` px wide.

    `answered` comes when it goes away by itself. Tab goes round what is in it and does not leave it.
    """

    answered = Signal()

    def __init__(self, title: str, width: int, pad: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._covered = parent
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        card = Card(self)
        card.setMaximumWidth(width)
        content = QWidget()
        self.column = column(inside=content)
        self._scrolled = _Scrolled(content, card)
        column(self._scrolled, margins=(pad, pad, pad, pad), inside=card)
        column(None, row(None, (card, 1000), None), None, margins=OVER_MARGINS, inside=self)
        self.hide()

    def appear(self) -> None:
        """Lie over the parent and take the keyboard."""
        self.setGeometry(self._covered.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Go away, answered."""
        self.close_question()
        self.answered.emit()

    def close_question(self) -> None:
        """Take the question away unanswered."""
        self.hide()
        self.deleteLater()

    def focusNextPrevChild(self, forward: bool) -> bool:
        stops = self._stops()
        if stops:
            step = 1 if forward else -1
            focused = next((n for n, stop in enumerate(stops) if stop.hasFocus()), -1 if forward else 0)
            stop = stops[(focused + step) % len(stops)]
            stop.setFocus(Qt.FocusReason.TabFocusReason)
            bring_into_view(stop)
        return True

    def _stops(self) -> list[QWidget]:
        """Where Tab stops, in its order."""
        found: list[QWidget] = []
        widget = self.nextInFocusChain()
        while widget is not None and widget is not self:
            if self.isAncestorOf(widget) and widget.isVisible() and widget.isEnabled():
                found.append(widget)
            widget = widget.nextInFocusChain()
        tab = Qt.FocusPolicy.TabFocus
        return [widget for widget in found if widget.focusPolicy() & tab and widget.focusProxy() is None]

    def mousePressEvent(self, event: object) -> None:
        """Clicks beside the card don't reach the page."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(10, 16, 18, 150))


class _Scrolled(Scroll):
    """As high as its content needs to be at its width; it scrolls only where the window is too small for that."""

    def __init__(self, content: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._content = content
        self.viewport().setAutoFillBackground(False)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        content.installEventFilter(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return self._content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._content.minimumSizeHint().width(), 80)

    def heightForWidth(self, width: int) -> int:
        height = self._content.heightForWidth(width)
        return height if height > 0 else self._content.sizeHint().height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What grows or shrinks inside changes the height of the card."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
