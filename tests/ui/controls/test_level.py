"""A level is set by the mouse in steps of five, and tells what was chosen once it is let go of."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from hamstring_gui.ui.controls.level import Level


@pytest.mark.parametrize(("share", "value"), [(-0.1, 0), (0.0, 0), (0.32, 30), (0.33, 35), (0.5, 50), (1.2, 100)])
def test_a_press_sets_it(qtbot, share: float, value: int) -> None:
    level, chosen = Level("Volume"), list[object]()
    qtbot.addWidget(level)
    level.show_value(70)
    level.resize(360, 44)
    level.chosen.connect(chosen.append)
    track = level._track()
    at = QPoint(round(track.left() + share * track.width()), 22)
    QTest.mousePress(level, Qt.MouseButton.LeftButton, pos=at)
    assert chosen == [], "not while it is held"
    QTest.mouseRelease(level, Qt.MouseButton.LeftButton, pos=at)
    assert (level.value(), chosen) == (value, [value])
