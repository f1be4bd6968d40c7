"""The icon in the system tray, and the menu on it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from hamstring_gui.domain.moment import Moment
from hamstring_gui.ui import moment_words
from hamstring_gui.ui.controls.labels import set_tip
from hamstring_gui.ui.durations import duration
from hamstring_gui.ui.wording import facts

MESSAGE_MS = 60_000


def has_tray() -> bool:
    """Whether this desktop has a place for it now."""
    return QSystemTrayIcon.isSystemTrayAvailable()


class Tray(QObject):
    """Shows from the beginning until it is closed. `message_pressed` says that a message of it was."""

    opened = Signal()
    pause_requested = Signal()
    quit_requested = Signal()
    message_pressed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._menu = QMenu()
        self.time = self._action("", self.opened.emit)
        self.time.setEnabled(False)
        self.open = self._action(self.tr("Open Hamstring"), self.opened.emit)
        self.pause = self._action(self.tr("Pause"), self.pause_requested.emit)
        self._menu.addSeparator()
        self.quit = self._action(self.tr("Quit Hamstring"), self.quit_requested.emit)
        self._icon = QSystemTrayIcon(QApplication.windowIcon(), self)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._on_activated)
        self._icon.messageClicked.connect(self.message_pressed)
        self.show_moment(None)
        self._icon.show()

    def _action(self, words: str, do: Callable[[], object]) -> QAction:
        action = QAction(self)
        action.setText(words)
        action.triggered.connect(lambda: do())
        self._menu.addAction(action)
        return action

    def show_moment(self, moment: Moment | None) -> None:
        """Show how much is left of the phase and of the session; of `None` nothing is."""
        told = told_of(moment) if moment is not None else self.tr("No session is running")
        if told != self.time.text():
            self.time.setText(told)
            set_tip(self._icon, f"{self.tr('Hamstring')}\n{told}")
        self.pause.setVisible(moment is not None)
        if moment is not None:
            still = moment.state != "running" or moment.waiting
            self.pause.setText(self.tr("Go on") if still else self.tr("Pause"))

    def say(self, title: str, text: str) -> None:
        """Have the system show a message."""
        self._icon.showMessage(title, text, self._icon.icon(), MESSAGE_MS)

    def close(self) -> None:
        self._icon.hide()
        self._menu.deleteLater()
        self.deleteLater()

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.opened.emit()


def told_of(moment: Moment) -> str:
    """`HOLD · 24 s · 4 min 9 s left`."""
    words = [moment_words.phase_word(moment)]
    if moment.countdown is not None and not moment.counts_reps:
        words.append(duration(moment.countdown))
    return facts([*words, moment_words.time_left(moment)])
