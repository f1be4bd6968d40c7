"""Shades and spaces have names, which `ui/theme.py` gives: no other file of `ui` makes one up."""

from __future__ import annotations

import ast
import re

import pytest

from tests.test_house import PACKAGE, ROOT, tree_of

SPACES = {
    "setContentsMargins",
    "setSpacing",
    "addSpacing",
    "setHorizontalSpacing",
    "setVerticalSpacing",
    "column",
    "row",
}


A_SPACE = re.compile(r"(^|_)(GAP|PAD|INSET|MARGIN|EDGE)S?(_|$)")


def unnamed_looks(tree: ast.Module) -> list[str]:
    """Where a page mixes or makes up a colour, or gives a space in px, instead of naming one of the theme's."""
    found = [f"{node.lineno}: {name}" for node in tree.body for name in spaces_of_its_own(node)]
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            named = [word.value for word in node.keywords if word.arg in ("gap", "margins")]
            numbers = [*node.args, *(n for one in named for n in (one.elts if isinstance(one, ast.Tuple) else [one]))]
            literal = any(isinstance(n, ast.Constant) and isinstance(n.value, int) and n.value for n in numbers)
            made_up = called == "QColor" and any(isinstance(n, ast.Constant) for n in node.args)
            if called == "mixed" or made_up or (called in SPACES and literal):
                found.append(f"{node.lineno}: {called}")
    return found


def spaces_of_its_own(node: ast.stmt) -> list[str]:
    """The names in `PAD, ARROW = 14, 26` that are spaces, where they are whole numbers of px."""
    if not isinstance(node, ast.Assign):
        return []
    pairs = [(node.targets[0], node.value)]
    if isinstance(node.targets[0], ast.Tuple) and isinstance(node.value, ast.Tuple):
        pairs = list(zip(node.targets[0].elts, node.value.elts, strict=True))
    return [
        name.id for name, value in pairs
        if isinstance(name, ast.Name) and A_SPACE.search(name.id)
        and isinstance(value, ast.Constant) and isinstance(value.value, int)
    ]  # fmt: skip


def test_shades_and_spaces_have_names() -> None:
    theme = PACKAGE / "ui" / "theme.py"
    trees = {path: tree_of(path) for path in sorted((PACKAGE / "ui").rglob("*.py")) if path != theme}
    found = [f"{path.relative_to(ROOT)}:{where}" for path, tree in trees.items() for where in unnamed_looks(tree)]
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
    assert bool(unnamed_looks(ast.parse(text))) == unnamed
