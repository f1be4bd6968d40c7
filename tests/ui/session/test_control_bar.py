"""The buttons of a session have room: in the smallest window, for large letters, and read from further away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from hamstring_gui.ui.controls.fitted import FittedText
from hamstring_gui.ui.qt_setup import set_text_size
from hamstring_gui.ui.session.control_bar import ControlBar


@pytest.mark.parametrize(("text_size", "width", "letter_px", "keys", "least_px"), [
    (100, 500, 14, False, 13), (100, 860, 14, True, 14), (150, 860, 21, True, 14), (150, 1040, 21, True, 17),
    (150, 500, 21, False, 13), (150, 1400, 21, True, 21),
])  # fmt: skip
def test_close_by_they_fit_with_their_keys_where_there_is_room(
    qtbot, application: QApplication, text_size: int, width: int, letter_px: int, keys: bool, least_px: int
) -> None:
    set_text_size(application, text_size)
    bar = ControlBar()
    qtbot.addWidget(bar)
    bar.arrange(QRect(0, 0, width, 48), letter_px, 48, 44)
    places = [button.geometry() for button in bar.buttons]
    assert all(bar.rect().contains(place) for place in places)
    assert not any(one.intersects(other) for one in places for other in places if one is not other)
    assert {button._show_key for button in bar.buttons} == {keys}
    assert min(button.letter_px for button in bar.buttons) >= least_px


@pytest.mark.parametrize(("place", "rows", "least_px"), [
    (QRect(0, 0, 1310, 298), 3, 40), (QRect(0, 0, 860, 170), 2, 17), (QRect(0, 0, 1840, 430), 3, 60),
    (QRect(0, 0, 720, 480), 3, 26),
])  # fmt: skip
def test_on_a_panel_they_are_as_large_as_it_lets_them_be(
    qtbot, application: QApplication, place: QRect, rows: int, least_px: int
) -> None:
    bar = ControlBar()
    qtbot.addWidget(bar)
    bar.set_veiled(False, backed=True)
    bar.arrange(place, 64, 92, 74)
    assert len({button.y() for button in (*bar.buttons, bar.mute, bar.full_screen)}) == rows
    assert bar.full_screen.letter_px >= least_px
    assert bar.full_screen.height() >= 2 * bar.full_screen.letter_px


def test_words_that_cannot_be_smaller_say_that_there_is_more(qtbot, application: QApplication) -> None:
    name = FittedText("exercise")
    qtbot.addWidget(name)
    name.resize(120, 40)
    name.set_sizes(13, 16)
    name.show_text("Supine band hamstring stretch")
    assert name._painted().startswith("Supine band")
    assert name._painted().endswith("…")
    assert name.text() == "Supine band hamstring stretch"
    name.resize(320, 40)
    assert name._painted() == name.text()
