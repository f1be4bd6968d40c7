"""What a screen reader says although the keyboard has gone nowhere."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

AS_DESCRIPTION = "announced_as_description"
"""A property of the application; see `announce_as_description`."""


def is_read_out() -> bool:
    """Whether a screen reader is there."""
    return QtGui.QAccessible.isActive()  # an import here, each time, would cost more than anything else here


def announce(widget: QWidget, words: str, *, assertive: bool = False) -> None:
    """Have a screen reader say this once it has time; `assertive`: at once, in the place of what it is saying."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # whose hundred roles no first picture needs

    event = QAccessibleAnnouncementEvent(widget, words)
    if assertive:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
    application = QCoreApplication.instance()
    focused = QApplication.focusWidget()
    if application is not None and focused is not None and application.property(AS_DESCRIPTION):
        _describe(focused, words)


def announce_as_description() -> None:
    """From now on, also as the description of what has the keyboard: the screen reader knows no announcements."""
    application = QCoreApplication.instance()
    if application is not None:
        application.setProperty(AS_DESCRIPTION, True)


def _describe(widget: QWidget, words: str) -> None:
    """Describe it so until the keyboard goes elsewhere. The same words twice would be no news."""
    own = widget.findChild(_Own, options=Qt.FindChildOption.FindDirectChildrenOnly) or _Own(widget)
    widget.setAccessibleDescription(words if widget.accessibleDescription() != words else f"{words} ")
    own.said = widget.accessibleDescription()


class _Own(QObject):
    """The description that a widget had before others were said for it."""

    said = ""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget, self._words = widget, widget.accessibleDescription()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, before: QWidget | None, _focused: QWidget | None) -> None:
        """Not before a screen reader knows where the keyboard is: it would say the old one as news."""
        if before is self._widget:
            QTimer.singleShot(0, self, self._restore)

    def _restore(self) -> None:
        if isValid(self._widget) and self._widget.accessibleDescription() == self.said:
            self._widget.setAccessibleDescription(self._words)
        self.deleteLater()
