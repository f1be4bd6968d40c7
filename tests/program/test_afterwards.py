"""What comes after the first picture: all of it, in order, once, and with room for the user between the pieces."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from hamstring_gui.program import afterwards
from hamstring_gui.program.afterwards import Afterwards


@pytest.fixture
def window(qtbot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_pieces_come_after_the_picture_and_let_others_between(window: QWidget, qtbot) -> None:
    did: list[str] = []
    pieces = (lambda: QTimer.singleShot(0, lambda: did.append("press")), *(lambda n=n: did.append(n) for n in "abc"))
    Afterwards(window, pieces, window)
    QApplication.processEvents()
    assert did == []
    window.show()
    qtbot.waitUntil(lambda: len(did) == 4)
    assert [one for one in did if one != "press"] == ["a", "b", "c"]
    assert did.index("press") < 3
    window.repaint()
    QApplication.processEvents()
    assert len(did) == 4


def test_a_piece_that_fails_keeps_no_other_from_coming(window: QWidget, qtbot) -> None:
    did: list[str] = []
    with qtbot.captureExceptions() as raised:
        Afterwards(window, (lambda: [][0], lambda: did.append("b")), window)
        window.show()
        qtbot.waitUntil(lambda: did == ["b"])
    assert [kind for kind, _, _ in raised] == [IndexError]


def test_nothing_comes_once_it_was_stopped(window: QWidget, qtbot) -> None:
    did: list[str] = []
    later = Afterwards(window, (lambda: later.stop(), lambda: did.append("b")), window)
    window.show()
    qtbot.waitUntil(lambda: later._begun)
    for _ in range(5):
        QApplication.processEvents()
    assert did == []


def test_where_nothing_is_painted_they_come_all_the_same(
    window: QWidget, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(afterwards, "AT_THE_LATEST_MS", 1)
    did: list[str] = []
    Afterwards(window, (lambda: did.append("a"),), window)
    qtbot.waitUntil(lambda: did == ["a"])
