"""A finger on a touch screen scrolls what it is moved on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QScrollPrepareEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScroller, QScrollerProperties, QWidget

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
        self._viewport = area.viewport()
        self._touched: QWidget | None = None
        self._let_go: QWidget | None = None
        QScroller.grabGesture(self._viewport, QScroller.ScrollerGestureType.TouchGesture)
        scroller = QScroller.scroller(self._viewport)
        properties, metrics = scroller.scrollerProperties(), QScrollerProperties.ScrollMetric
        for metric in (metrics.HorizontalOvershootPolicy, metrics.VerticalOvershootPolicy):
            properties.setScrollMetric(metric, QScrollerProperties.OvershootPolicy.OvershootAlwaysOff)
        scroller.setScrollerProperties(properties)
        scroller.stateChanged.connect(self._on_state_changed)
        self._viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.ScrollPrepare and isinstance(event, QScrollPrepareEvent):
            self._touched = self._viewport.childAt(event.startPos().toPoint())
            return isinstance(self._touched, DragHandle)
        if watched is not self._let_go or kind not in (QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease):
            return False
        if kind == QEvent.Type.MouseButtonRelease:
            self._hear_again()
        return True

    def _on_state_changed(self, state: QScroller.State) -> None:
        if state == QScroller.State.Dragging:
            self._hear_again()
            if self._touched is not None:
                self._let_go_of(self._touched)
        self._touched = None if state == QScroller.State.Inactive else self._touched

    def _let_go_of(self, touched: QWidget) -> None:
        left, none, plain = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(
            touched, QMouseEvent(QEvent.Type.MouseButtonRelease, BESIDE, BESIDE, left, none, plain)
        )  # fmt: skip
        self._let_go = touched
        touched.installEventFilter(self)
        touched.destroyed.connect(self._hear_again)

    def _hear_again(self) -> None:
        if self._let_go is not None:
            touched, self._let_go = self._let_go, None
            touched.destroyed.disconnect(self._hear_again)
            touched.removeEventFilter(self)
