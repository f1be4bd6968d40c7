"""What need not be there for the first picture is made after it, piece by piece: what the user does goes between."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

AT_THE_LATEST_MS = 3000
"""Where nothing is painted, as in a window that begins minimised."""


class Afterwards(QObject):
    """Does the pieces one by one, each in its own turn of the event loop, once the window was painted."""

    def __init__(self, window: QWidget, pieces: Iterable[Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._pieces = window, iter(pieces)
        self._begun = False
        window.installEventFilter(self)
        QTimer.singleShot(AT_THE_LATEST_MS, self, self._begin)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self, self._begin)
        return False

    def _begin(self) -> None:
        if not self._begun:
            self._begun = True
            self._window.removeEventFilter(self)
            self._go_on()

    def stop(self) -> None:
        """Leave out what is left."""
        self._begun, self._pieces = True, iter(())

    def _go_on(self) -> None:
        QTimer.singleShot(0, self, self._do_one)

    def _do_one(self) -> None:
        piece = next(self._pieces, None)
        if piece is not None:
            self._go_on()  # also when the piece fails
            piece()
