"""The card that follows the pointer lies in the window, and never on what it is about."""

from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from hamstring_gui.ui.controls.hover_card import HoverCard, placed

WINDOW, CARD = QSize(900, 510), QSize(220, 80)
PLACES = product((-10, 0, 300, 880), (-20, 0, 60, 120, 480), (4, 40), (4, 150, 700))


def test_it_lies_in_the_window_and_not_on_what_it_is_about() -> None:
    for x, y, width, height in PLACES:
        about = QRect(x, y, width, height)
        card = QRect(placed(CARD, about, WINDOW), CARD)
        assert QRect(QPoint(), WINDOW).contains(card), about
        assert not card.intersects(about), about


@pytest.mark.parametrize(
    ("about", "where"),
    [
        (QRect(300, 200, 20, 150), "above"), (QRect(300, 40, 20, 150), "right of"),
        (QRect(880, 40, 15, 150), "left of"), (QRect(0, 20, 900, 100), "below"),
    ],
)  # fmt: skip
def test_it_lies_above_where_there_is_room(about: QRect, where: str) -> None:
    card = QRect(placed(CARD, about, WINDOW), CARD)
    assert {
        "above": card.bottom() < about.top(), "right of": card.left() > about.right(),
        "left of": card.right() < about.left(), "below": card.top() > about.bottom(),
    }[where]  # fmt: skip


@pytest.mark.usefixtures("application")
def test_it_says_something_about_a_part_of_its_owner() -> None:
    window = QWidget()
    window.resize(WINDOW)
    owner = QWidget(window)
    owner.setGeometry(100, 150, 600, 200)
    card = HoverCard(owner)
    card.show_words("Week of 16 November", ("3 active days, goal 3, met", "Strength 2 min"), QRect(200, 0, 20, 200))
    assert card.geometry().bottom() < 150
    assert abs(card.geometry().center().x() - 310) <= 2
