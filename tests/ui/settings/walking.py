"""The whole program, walked through step by step, over an exchange of its data."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from hamstring_gui.ui.window import Window


class Walk:
    """Does one step after the other in the running program, each once it can be done."""

    def __init__(self, steps: list[Callable[[], bool]]) -> None:
        self.steps, self.seen, self.problem = steps, [], ""
        self._timer = QTimer()
        self._timer.setInterval(5)
        self._timer.timeout.connect(self._on_timeout)
        self._patience = 6000
        self._timer.start()

    def _on_timeout(self) -> None:
        self._patience -= 1
        if not self._patience:
            self.problem = f"{len(self.steps)} steps are left"
            QApplication.exit(3)
        elif self.steps and self.steps[0]():
            self.steps.pop(0)

    def stop(self) -> None:
        self._timer.stop()


def windows() -> list[Window]:
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, Window) and widget.isVisible()]


def shown(kind: type[QWidget], name: str) -> list[QWidget]:
    found = [widget for window in windows() for widget in window.findChildren(kind) if widget.isVisible()]
    return [widget for widget in found if name in (widget.accessibleName(), widget.objectName())]


def click(name: str) -> Callable[[], bool]:
    def step() -> bool:
        buttons = shown(QPushButton, name)
        if len(windows()) != 1 or len(buttons) != 1 or not buttons[0].isEnabled():
            return False
        QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
        return True

    return step
