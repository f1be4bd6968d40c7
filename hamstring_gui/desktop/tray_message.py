"""A message of the system tray, as Windows and macOS show notifications: for a process of its own, with Qt."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

STANDS_S = 60
"""The icon goes after that, and the message with it; the system keeps those that were missed."""


class NoTray(Exception):
    """This desktop has none."""


def show_and_wait(title: str, text: str, icon: Path) -> bool:
    """Show it; whether it was clicked. Raises `NoTray`."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    if not QSystemTrayIcon.isSystemTrayAvailable():
        raise NoTray("there is no system tray")
    clicked: list[bool] = []
    tray = QSystemTrayIcon(QIcon(str(icon)))
    tray.messageClicked.connect(lambda: clicked.append(True))
    tray.messageClicked.connect(application.quit)
    tray.show()
    tray.showMessage(title, text, tray.icon(), 1000 * STANDS_S)
    QTimer.singleShot(1000 * STANDS_S, application.quit)
    application.exec()
    tray.hide()
    return bool(clicked)
