"""Colours can be told apart: 3:1 for shapes that must be seen, 4.5:1 for words, in both themes."""

from __future__ import annotations

import pytest

from hamstring_gui.ui.theme import DARK, LIGHT, Theme
from tests.ui.contrast import contrast

WORDS = {
    "ink": ("card", "paper", "sidebar", "track"),
    "quiet": ("card", "paper", "sidebar"),
    "link": ("card", "paper", "chip"),
    "chip_ink": ("chip",),
    "chip_quiet": ("chip",),
    "button_ink": ("button",),
    "hold": ("card", "paper"),
}
SHAPES = {
    "outline": ("card", "paper"),
    "lit_line": ("card", "paper"),
    "focus": ("card", "paper", "sidebar", "chip"),
    "button_ink": ("button",),
    "link": ("card", "paper", "track"),
    "quiet": ("card", "track"),
    "halo": ("paper",),
    "faint": ("card",),
    "rest_day": ("card", "paper"),
}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("least", "pairs"), [(4.5, WORDS), (3.0, SHAPES)], ids=["words", "shapes"])
def test_contrast(theme: Theme, least: float, pairs: dict[str, tuple[str, ...]]) -> None:
    found = {
        f"{one} on {other}": round(contrast(getattr(theme, one), getattr(theme, other)), 2)
        for one, others in pairs.items()
        for other in others
    }
    assert {pair: ratio for pair, ratio in found.items() if ratio < least} == {}
