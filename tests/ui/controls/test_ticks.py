"""Ticks, and the numbers of written lines, as they are painted."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from hamstring_gui.ui.controls.text_area import TextArea
from hamstring_gui.ui.controls.ticks import TickBox
from hamstring_gui.ui.theme import DARK, LIGHT
from tests.goldens import picture_of
from tests.pixels import number, pixels


@pytest.mark.parametrize("on", [False, True])
def test_a_box_has_a_tick_when_it_is_ticked(theme: str, on: bool) -> None:
    sheet, look = QWidget(), {"light": LIGHT, "dark": DARK}[theme]
    box = TickBox("Daily stretch", sheet)
    box.resize(200, 44)
    box.setChecked(on)
    side = pixels(picture_of(sheet, (200, 44)))[10:34, 8:32]
    assert ((side == number(look.button_ink)).sum() > 8) == on
    assert (side == number(look.button if on else look.card)).sum() > 200


@pytest.mark.usefixtures("application")
def test_only_what_is_written_is_numbered() -> None:
    area = TextArea("Steps", 6, numbered=True)
    area.show_text("Lie down.\n\n  \nRaise the leg.\nHold.")
    picture_of(area, (400, 300))
    lines = area.edit.numbered_lines()
    assert [one for one, _ in lines] == [1, 2, 3]
    assert [round(place.top() / place.height()) for _, place in lines] == [0, 3, 4]
