"""A routine's button says its words in whatever state it is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.storage.library import load_routines
from hamstring_gui.ui.theme import theme_of
from hamstring_gui.ui.today.routine_button import RoutineButton


@pytest.mark.parametrize("under_mouse", [False, True])
@pytest.mark.parametrize("down", [False, True])
def test_its_words_are_there(
    qtbot, application, assets: Path, exercises: Mapping[str, Exercise], under_mouse: bool, down: bool
) -> None:
    routine = next(iter(load_routines(assets, exercises).values()))
    button = RoutineButton(routine, exercises)
    qtbot.addWidget(button)
    button.resize(240, 88)
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, under_mouse)
    button.setDown(down)
    image, ink = button.grab().toImage(), theme_of(button.palette()).ink.rgb()
    right = range(button.figure.geometry().right() + 2, image.width())
    assert sum(image.pixel(x, y) == ink for x in right for y in range(image.height())) > 20
