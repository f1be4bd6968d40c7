"""Shades and spaces have names, which `ui/theme.py` gives: no other file of `ui` makes one up."""

from __future__ import annotations

import ast

import pytest

from tests.source import PACKAGE, ROOT, modules, unnamed_looks


def test_shades_and_spaces_have_names() -> None:
    theme = PACKAGE / "ui" / "theme.py"
    looks = {path: source.looks for path, source in modules().items() if path != theme}
    found = [f"{path.relative_to(ROOT)}:{where}" for path, there in looks.items() for where in there]
    assert found == [], "name the shade or the space in ui/theme.py, or use one that is there"


@pytest.mark.parametrize(
    ("text", "unnamed"),
    [
        ("fill = mixed(theme.card, theme.ink, 0.05)", True),
        ("box.setSpacing(12)", True),
        ("box.setContentsMargins(0, 4, 0, 0)", True),
        ("column(a, b, gap=3)", True),
        ("row(a, 8, b)", True),
        ("row(a, margins=(0, 0, 0, 5))", True),
        ('veil = QColor("#112233")', True),
        ("QColor(10, 16, 18)", True),
        ("PAD, ARROW = 14, 26", True),
        ("ROW_GAP = 10", True),
        ("PAD, ARROW = WIDE_GAP, 26\nEDGE_SHARE, PADDLE = 0.5, 3\nQColor(colour)", False),
        ("box.setContentsMargins(0, 0, 0, 0)\nbox.setSpacing(GAP)", False),
        ("row((a, 2), GAP, (b, 1), gap=SNUG, margins=CARD_MARGINS, inside=self)", False),
    ],
)
def test_the_rule_of_names_sees(text: str, unnamed: bool) -> None:
    assert bool(unnamed_looks(ast.parse(text), text)) == unnamed
