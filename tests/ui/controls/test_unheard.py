"""A scrolling area comes to be without a filter in Python hearing of what Python has no class for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from hamstring_gui.ui.controls import scroll
from hamstring_gui.ui.controls.finger import Finger
from hamstring_gui.ui.controls.scroll import Scroll
from hamstring_gui.ui.controls.unheard import listen, listen_no_more, unheard


class Listener(QObject):
    """Notes of which classes the things are that it hears of."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: set[str] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.heard.add(watched.metaObject().className())
        return False


@pytest.fixture
def listener(qtbot: QtBot) -> Iterator[Listener]:
    listener = Listener()
    listen(listener)
    yield listener
    listen_no_more(listener)
    listen_no_more(listener)


def test_what_comes_to_be_unheard(listener: Listener, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """PySide would make all of Qt's classes to find the nearest one."""
    monkeypatch.setattr(scroll, "TOUCH_SCREEN", None)
    monkeypatch.setattr(scroll, "A_MOMENT_MS", 0)
    area = Scroll()
    qtbot.addWidget(area)
    area.setWidget(QPushButton())
    with qtbot.waitExposed(area):
        area.show()
    area._let_fingers_in()
    assert "QPushButton" in listener.heard
    assert listener.heard.isdisjoint({"QGestureManager", "QScrollerPrivate"})
    assert area.findChild(Finger) is None  # there is nothing to touch


def test_it_is_heard_again_also_after_a_failure(listener: Listener, qtbot: QtBot) -> None:
    with pytest.raises(ZeroDivisionError), unheard():
        raise ZeroDivisionError
    listener.heard.clear()
    button = QPushButton()
    qtbot.addWidget(button)
    button.setText("Next")
    button.show()
    assert "QPushButton" in listener.heard
