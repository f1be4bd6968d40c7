"""What stands beside each other or below, and what shows that an area goes on where it is cut off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hamstring_gui.ui.controls.beside import Beside
from hamstring_gui.ui.controls.layouts import row
from hamstring_gui.ui.controls.overlay import Overlay
from hamstring_gui.ui.controls.scroll import AROUND, Scroll, _Edge
from tests.goldens import picture_of

pytestmark = pytest.mark.usefixtures("application")


class Two(Beside, QWidget):
    """Two parts of 100 and 150 px, each with a margin."""

    def __init__(self) -> None:
        super().__init__()
        parts = (QWidget(), QWidget())
        for part, least in zip(parts, (100, 150), strict=True):
            part.setMinimumSize(least, 20)
        self.box = row(*parts, margins=(5, 0, 7, 0), inside=self)

    def fits_beside(self) -> bool:
        return self.width() >= self.px(300)


def test_parts_stand_beside_each_other_where_there_is_room() -> None:
    two = Two()
    found = []
    for width, scale in ((299, 1.0), (300, 1.0), (300, 1.5), (450, 1.5), (200, 1.0)):
        two.resize(width, 60)
        two.set_scale(scale)
        picture_of(two)
        found.append(two.box.direction() == QBoxLayout.Direction.LeftToRight)
    assert found == [False, True, False, True, False]


def test_the_least_width_is_that_of_what_stands_below_each_other() -> None:
    two = Two()
    for width in (200, 600):
        two.resize(width, 60)
        picture_of(two)
        assert two.minimumSizeHint().width() == 5 + 150 + 7


def cuts(scroll: Scroll) -> list[str]:
    """At which edges something shows that it goes on there."""
    half = scroll.viewport().height() / 2
    edges = [edge for edge in scroll.findChildren(_Edge) if not edge.isHidden()]
    assert all(edge.height() == AROUND and edge.width() == scroll.viewport().width() for edge in edges)
    return ["above" if edge.y() < half else "below" for edge in edges]


def test_a_card_that_scrolls_shows_where_it_goes_on(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(900, 510)
    card, content = Overlay("A card", 400, 26, page), QWidget()
    card.column.addWidget(content)
    content.setFixedSize(QSize(300, 900))
    page.show()
    card.appear()
    scroll = card.findChildren(Scroll)[0]
    bar, found = scroll.verticalScrollBar(), []
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    for value in (0, 20, bar.maximum()):
        bar.setValue(value)
        found.append(cuts(scroll))
    assert found == [["below"], ["above", "below"], ["above"]]
    content.setFixedSize(QSize(300, 100))
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    assert cuts(scroll) == []


def test_cards_lie_nearer_to_the_edges_of_a_low_window() -> None:
    room = []
    for height in (510, 800):
        page = QWidget()
        page.resize(900, height)
        card, content = Overlay("A card", 400, 26, page), QWidget()
        content.setFixedHeight(2000)
        card.column.addWidget(content)
        card.appear()
        picture_of(page)
        room.append(height - card._card.height())
    assert room[0] < room[1] / 2
