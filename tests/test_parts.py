"""Data down, wishes up: what the parts of the program may ask for, and what they may make."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.test_house import PACKAGE, ROOT, imports_of, tree_of

MOST_ASKED_FOR = 5
LOOKS = {"Text"}
"""A label is told by its name each thing of how it looks; none of them is something that it depends on."""


def test_no_constructor_asks_for_too_much() -> None:
    asked = {
        f"{path.relative_to(ROOT)}: {node.name}": len(made.args.args) + len(made.args.kwonlyargs) - 1
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ClassDef) and node.name not in LOOKS
        for made in node.body
        if isinstance(made, ast.FunctionDef) and made.name == "__init__"
    }
    assert {name: count for name, count in asked.items() if count > MOST_ASKED_FOR} == {}, (
        "hand it a value, have it tell what it wishes by a signal, or split it"
    )


PUT_UP = {"pages.py", "no_history.py", "saying_why.py"}
"""What of `program` makes pages and windows, each when it is wanted; the cards over a page are the page's."""


def widgets() -> set[str]:
    """The names of all classes in `ui` that are widgets."""
    bases = {
        node.name: {base.id for base in node.bases if isinstance(base, ast.Name)}
        for path in (PACKAGE / "ui").rglob("*.py")
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ClassDef)
    }
    found = {"QWidget", "QFrame", "QLabel", "QDialog", "QAbstractButton", "QPushButton", "QTableView", "QScrollArea"}
    while more := {name for name, of in bases.items() if of & found} - found:
        found |= more
    return found


def of_ui(path: Path) -> set[str]:
    """The names that a file has from `ui`."""
    modules = [found.module for found in imports_of(path, tree_of(path))]
    return {module.rpartition(".")[2] for module in modules if module.startswith("hamstring_gui.ui.")}


def test_keepers_build_no_widget() -> None:
    named = widgets()
    assert {"TodayPage", "PedalsCard", "Question", "Text"} <= named
    built = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {node.func.id}"
        for path in (PACKAGE / "program").glob("*.py")
        if path.name not in PUT_UP
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in named & of_ui(path)
    ]
    assert built == [], "have the page make it, in a show_…(): program hands it the values"
