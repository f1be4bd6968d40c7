"""The program, or an empty window, that says what happens and when: painted, hold, ended; obeys orders.

    python -m benchmarks.probe [--once] floor [Qt]
    python -m benchmarks.probe [--once] program [the program's arguments...]

The floor touches the `Qt` namespace if that is asked for. With `--once` the process ends as soon as the first
picture is out, without tidying up.

`painted` comes with a time of the monotonic clock, which all processes share; `hold` and `ended` with how many seconds
after its planned instant the program got to it. Orders are `minimise`, `edit` (of a session, as the program does it)
and the accessible names of buttons; the number that comes back is how many seconds it took until all was painted.
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import replace
from datetime import datetime

from hamstring_gui.commands.qt import import_qt

import_qt()  # as the program does it
from PySide6.QtCore import QEvent, QObject, QSocketNotifier, QTimer  # noqa: E402
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget  # noqa: E402

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

    application = QApplication.instance()
    hamstring = application.findChild(Hamstring) if application else None
    assert hamstring is not None
    sessions = hamstring.parts.records.known.sessions
    session = sessions[len(sessions) // 2]
    hamstring.parts.records.store.put_session(replace(session, note=f"{session.note}."))
    hamstring.parts.history.refresh()


def floor(touching_qt: bool) -> int:
    application = QApplication(sys.argv)
    window = QWidget()
    if touching_qt:
        from PySide6.QtCore import Qt

        window.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    FirstPaint(window)
    window.resize(1180, 760)
    window.show()
    return application.exec()


def program(arguments: list[str]) -> int:
    from hamstring_gui.commands.command_line import main
    from hamstring_gui.domain.history import HoldRecord
    from hamstring_gui.program.player import Player
    from hamstring_gui.ui.window import Window

    def on_holds_recorded(records: tuple[HoldRecord, ...]) -> None:
        for record in records:
            say("hold", time.time() - record.started_at.timestamp() - record.held_s)

    def on_session_ended(outcome: str, at: datetime) -> None:
        say("ended", time.time() - at.timestamp())

    def show(window: Window) -> None:
        FirstPaint(window)
        Orders(window)
        for player in window.findChildren(Player):
            player.holds_recorded.connect(on_holds_recorded)
            player.session_ended.connect(on_session_ended)
        window.setVisible(True)

    Window.show = show  # type: ignore[assignment, method-assign]
    return main(arguments)


if __name__ == "__main__":
    kind, *rest = (word for word in sys.argv[1:] if word != ONCE)
    sys.exit(floor("Qt" in rest) if kind == "floor" else program(rest))
