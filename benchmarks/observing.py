"""What the benchmarks see of a window, and do to it: its first picture, and orders that it carries out."""

from __future__ import annotations

import os
import sys
import time

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

ONCE = "--once"


def say(word: str, number: float = 0.0) -> None:
    print(word, f"{number:.6f}", flush=True)


class FirstPaint(QObject):
    """Says `painted` once the window's first picture is out."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self._on_painted)
        return False

    def _on_painted(self) -> None:
        say("painted", time.monotonic())
        if ONCE in sys.argv:
            os._exit(0)


class Orders(QObject):
    """Carries out the words that come in."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_activated)

    def _on_activated(self) -> None:
        word = sys.stdin.readline().strip()
        if not word:  # nothing more will come
            self._notifier.setEnabled(False)
            return
        begun = time.monotonic()
        if word in self._buttons():
            self._buttons()[word].click()
        elif word == "minimise":
            self._window.showMinimized()
        elif word == "edit":
            edit()
        else:
            self._notifier.setEnabled(False)  # nothing that makes sense
            return
        for _ in range(3):  # laid out, laid out again, painted
            QApplication.processEvents()
        say(word, time.monotonic() - begun)

    def _buttons(self) -> dict[str, QAbstractButton]:
        return {button.accessibleName(): button for button in self._window.findChildren(QAbstractButton)}


def edit() -> None:
    """Change the note of a session in the middle of the history, as its editor does."""
    from hamstring_gui.app import Hamstring
    from hamstring_gui.domain.values import replace

    application = QApplication.instance()
    hamstring = application.findChild(Hamstring) if application else None
    assert hamstring is not None
    sessions = hamstring.parts.records.known.sessions
    session = sessions[len(sessions) // 2]
    hamstring.parts.records.store.put_session(replace(session, note=f"{session.note}."))
    hamstring.parts.history.refresh()
