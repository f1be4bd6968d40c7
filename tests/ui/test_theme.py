"""Colours can be told apart: 3:1 for shapes that must be seen, 4.5:1 for words, in both themes."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPalette

from hamstring_gui.ui.session.countdown import thickness
from hamstring_gui.ui.theme import DARK, LIGHT, Theme, palette_for
from tests.ui.contrast import contrast

WORDS = {
    "quiet": ("card", "paper", "sidebar", "looked_at", "raised"),
    "link": ("card", "paper", "chip"),
    "chip_ink": ("chip",),
    "chip_quiet": ("chip",),
    "button_ink": ("button",),
    "ink": ("card", "paper", "sidebar", "track", "raised", "looked_at"),
    "hold": ("card", "paper", "looked_at"),
    "rest": ("card", "paper"),
    "setup": ("card", "paper"),
}
SHAPES = {
    "outline": ("card", "paper"),
    "action": ("card", "paper"),
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


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_what_qt_paints_by_itself_can_be_read(theme: Theme) -> None:
    palette, role = palette_for(theme), QPalette.ColorRole
    pairs = (role.WindowText, role.Window), (role.Text, role.Base), (role.HighlightedText, role.Highlight), (
        role.Link, role.Base), (role.PlaceholderText, role.Base), (role.ToolTipText, role.ToolTipBase)  # fmt: skip
    found = {words.name: contrast(palette.color(words), palette.color(ground)) for words, ground in pairs}
    assert {name: ratio for name, ratio in found.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("far", [False, True], ids=["close", "far"])
def test_phases_are_words_on_every_ground(theme: Theme, far: bool) -> None:
    least = 7.0 if far and not theme.dark else 4.5
    found = [contrast(theme.phase(kind, far), theme.paper) for kind in ("hold", "setup", "rest")]
    assert min(found) >= least


def test_a_hold_is_told_from_every_gap_without_its_colour() -> None:
    gaps = [thickness(kind) for kind in ("setup", "rest", "switch")]
    assert thickness("hold") >= 1.5 * max(gaps)
