"""The window round its pages: the side bar says which one shows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hamstring_gui.ui.controls.buttons import NavButton
from tests.ui.conftest import Desk

PAGES = ("Today", "History", "Routines", "Exercises", "Settings")


@pytest.mark.parametrize("name", PAGES)
def test_the_side_bar_lights_the_page_that_shows(open_desk: Callable[..., Desk], name: str) -> None:
    desk = open_desk()
    desk.click(name)
    entries = desk.window.findChildren(NavButton)
    assert [entry.text() for entry in entries] == list(PAGES)
    assert [entry.text() for entry in entries if entry.lit] == [name]
    assert [entry.text() for entry in entries if entry.accessibleDescription()] == [name]
