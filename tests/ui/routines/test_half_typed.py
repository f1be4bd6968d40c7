"""What is half typed in a routine when another page comes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.spread import late
from tests.ui.conftest import Desk
from tests.ui.routines.desk import hold_s, stepper

Key = Qt.Key


@pytest.mark.parametrize("way", ["key", late("side bar")])
def test_what_is_half_typed_is_known_on_the_page_that_comes(open_desk: Callable[..., Desk], way: str) -> None:
    desk = open_desk()
    desk.click("Routines")
    hold = stepper(desk, "Hold")
    hold.setFocus()
    QTest.keyClicks(hold, "45")
    if way == "key":
        desk.press(Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    else:
        desk.click("Today")
    assert desk.window.page is desk.pages.today()
    assert "3 × 45 s" in desk.text("what_it_takes")
    assert hold_s(desk) == 45
