"""Controls as they are painted: on and off, chosen and not, at their limits; keys on their caps."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hamstring_gui.ui.controls.buttons import FilterChip, IconButton, KeyButton, LinkButton, NavButton
from hamstring_gui.ui.controls.choice import Choice
from hamstring_gui.ui.controls.field import Field
from hamstring_gui.ui.controls.level import Level
from hamstring_gui.ui.controls.options import Options
from hamstring_gui.ui.controls.stepper import Stepper
from hamstring_gui.ui.controls.switch import Switch
from hamstring_gui.ui.controls.tightness import TightnessScale
from tests.goldens import Goldens, picture_of


def one_above_the_other(*widgets: QWidget) -> QWidget:
    sheet = QWidget()
    column = QVBoxLayout(sheet)
    for widget in widgets:
        column.addWidget(widget)
    return sheet


def test_switches(golden: Goldens, theme: str) -> None:
    on, off = Switch("On"), Switch("Off")
    on.show_value(True)
    golden(picture_of(one_above_the_other(on, off), (110, 120)), f"controls/switches-{theme}")


@pytest.mark.parametrize("width", [220, 360])
def test_levels_are_filled_up_to_their_knob(golden: Goldens, theme: str, width: int) -> None:
    levels = [Level(str(value)) for value in (0, 35, 100)]
    for level, value in zip(levels, (0, 35, 100), strict=True):
        level.show_value(value)
    golden(picture_of(one_above_the_other(*levels), (width, 180)), f"controls/levels-{width}-{theme}")


@pytest.mark.parametrize("width", [360, 560])
def test_tightness(golden: Goldens, theme: str, width: int) -> None:
    scales = [TightnessScale(str(rating)) for rating in (None, 0, 7)]
    for scale, rating in zip(scales, (None, 0, 7), strict=True):
        scale.rate(rating)
    golden(picture_of(one_above_the_other(*scales), (width, 180)), f"controls/tightness-{width}-{theme}")


def test_steppers_can_go_no_further_than_their_limits(golden: Goldens, theme: str) -> None:
    steppers = [Stepper(str(value), 1, 10) for value in (1, 5, 10)]
    for stepper, value in zip(steppers, (1, 5, 10), strict=True):
        stepper.show_value(value)
    golden(picture_of(one_above_the_other(*steppers), (200, 190)), f"controls/steppers-{theme}")


THEMES = (("system", "As the system"), ("light", "Light"), ("dark", "Dark"))


def test_the_chosen_one_of_several_is_lit(golden: Goldens, theme: str) -> None:
    options, choice = Options("Theme", THEMES), Choice("Theme", THEMES)
    options.show_value("light")
    choice.show_value("dark")
    pressed, other = FilterChip("Hamstring"), FilterChip("Calf")
    pressed.setChecked(True)
    sheet = one_above_the_other(options, choice, pressed, other)
    golden(picture_of(sheet, (420, 260)), f"controls/options-{theme}")


def test_what_has_the_keyboard_has_a_ring(golden: Goldens, theme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    on, off, level, scale, stepper = (
        Switch("On"),
        Switch("Off"),
        Level("Level"),
        TightnessScale("T"),
        Stepper("S", 1, 9),
    )
    on.show_value(True)
    level.show_value(60)
    scale.rate(4)
    options = Options("Theme", THEMES)
    options.show_value("light")
    controls = [
        on, off, level, scale, stepper, options, Field(), Choice("Theme", THEMES), LinkButton("A link"),
        KeyButton("Plain", "Esc"), KeyButton("Primary", "Enter", "primary"), NavButton("Today", "today"),
    ]  # fmt: skip
    for kind in {type(control) for control in (*controls, *options.buttons)}:
        monkeypatch.setattr(kind, "hasFocus", lambda self: True)
    golden(picture_of(one_above_the_other(*controls), (420, 780)), f"controls/focused-{theme}")


def test_buttons(golden: Goldens, theme: str) -> None:
    plain, primary, off, down = (
        KeyButton("Plain", "Esc"), KeyButton("Primary", "Enter", "primary"), KeyButton("Off", "+"), KeyButton("Down"),
    )  # fmt: skip
    off.setEnabled(False)
    down.setDown(True)
    sheet = one_above_the_other(plain, primary, off, down, IconButton("Mute", "sound", "M"), LinkButton("A link"))
    golden(picture_of(sheet, (260, 380)), f"controls/buttons-{theme}")


def test_the_side_bars_entry_of_the_page_that_shows_is_lit(golden: Goldens, theme: str) -> None:
    entries = [NavButton(words, icon) for words, icon in (("Today", "today"), ("History", "history"))]
    entries[0].set_lit(False)
    entries[1].set_lit(True)
    golden(picture_of(one_above_the_other(*entries), (184, 130)), f"controls/side-bar-{theme}")
