"""What lies under the hand became another thing: a page has come, or a card has come or gone.

Its window is told by an event, where whoever feels the hands (`ui/hands.py`) hears of it.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

CHANGED = QEvent.Type(QEvent.registerEventType())


def tell_window(changed: QWidget) -> None:
    """Nothing lies under the hand before the window is there."""
    window = changed.window().windowHandle()
    if window is not None:
        QCoreApplication.sendEvent(window, QEvent(CHANGED))
