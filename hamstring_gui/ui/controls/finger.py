"""A finger on a touch screen scrolls what it is moved on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QScrollPrepareEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScroller, QScrollerProperties, QWidget
from shiboken6 import isValid

from hamstring_gui.ui.controls.drag_handle import DragHandle

BESIDE = QPointF(-10_000, -10_000)
"""Where a mouse button comes up that is not to press anything."""


class Finger(QObject):
    """Lets fingers scroll an area, unless they begin on something that is itself dragged.

    Qt also makes a mouse of a finger, so that it can tap: what it lay on when it began to scroll would be pressed when
    it is lifted. It is let go of instead, and hears no more of this finger.
    """

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._touched: QWidget | None = None
        self._let_go: QWidget | None = None
        viewport = area.viewport()  # Qt's own: a wrapper that is kept may die before it
        QScroller.grabGesture(viewport, QScroller.ScrollerGestureType.TouchGesture)
        scroller = QScroller.scroller(viewport)
        properties, metrics = scroller.scrollerProperties(), QScrollerProperties.ScrollMetric
        for metric in (metrics.HorizontalOvershootPolicy, metrics.VerticalOvershootPolicy):
            properties.setScrollMetric(metric, QScrollerProperties.OvershootPolicy.OvershootAlwaysOff)
        scroller.setScrollerProperties(properties)
        scroller.stateChanged.connect(self._on_state_changed)
        viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.ScrollPrepare and isinstance(event, QScrollPrepareEvent):
            self._touched = self._area.viewport().childAt(event.startPos().toPoint())
            return isinstance(self._touched, DragHandle)
        if watched is not self._let_go or kind not in (QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease):
            return False
        if kind == QEvent.Type.MouseButtonRelease:
            self._hear_again()
        return True

    def _on_state_changed(self, state: QScroller.State) -> None:
        if state == QScroller.State.Dragging:
            self._hear_again()
            if self._touched is not None and isValid(self._touched):
                self._let_go_of(self._touched)
        self._touched = None if state == QScroller.State.Inactive else self._touched

    def _let_go_of(self, touched: QWidget) -> None:
        left, none, plain = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(
            touched, QMouseEvent(QEvent.Type.MouseButtonRelease, BESIDE, BESIDE, left, none, plain)
        )  # fmt: skip
        if isValid(touched):
            self._let_go = touched
            touched.installEventFilter(self)

    def _hear_again(self) -> None:
        """The widget may be gone by now, and its event filter with it."""
        if self._let_go is not None and isValid(self._let_go):
            self._let_go.removeEventFilter(self)
        self._let_go = None
