"""The card that follows the pointer lies in the window, wherever that points."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from hamstring_gui.ui.controls.hover_card import HoverCard


@pytest.mark.usefixtures("application")
@pytest.mark.parametrize("x", [0, 200, 400])
@pytest.mark.parametrize("y", [0, 150, 290])
def test_it_lies_beside_the_point_within_the_window(x: int, y: int) -> None:
    window = QWidget()
    window.resize(400, 300)
    card = HoverCard(window)
    card.show_words("Week of 16 November", ("3 active days, goal 3, met", "Strength 2 min"), QPoint(x, y))
    assert window.rect().contains(card.geometry())
    assert not card.geometry().contains(x, y)
    assert (card.geometry().bottom() < y) == (y > card.height() + 20), "above, where there is room"
