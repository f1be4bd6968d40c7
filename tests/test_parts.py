"""Data down, wishes up: what the parts of the program may ask for, and what they may make."""

from __future__ import annotations

from tests.source import PACKAGE, ROOT, Source, modules

MOST_ASKED_FOR = 5
LOOKS = {"Text"}
"""A label is told by its name each thing of how it looks; none of them is something that it depends on."""


def test_no_constructor_asks_for_too_much() -> None:
    asked = {
        f"{path.relative_to(ROOT)}: {name}": count
        for path, source in modules().items()
        for name, _, count in source.classes
        if name not in LOOKS
    }
    assert {name: count for name, count in asked.items() if count > MOST_ASKED_FOR} == {}, (
        "hand it a value, have it tell what it wishes by a signal, or split it"
    )


PUT_UP = {"pages.py", "no_history.py", "saying_why.py"}
"""What of `program` makes pages and windows, each when it is wanted; the cards over a page are the page's."""


def widgets() -> set[str]:
    """The names of all classes in `ui` that are widgets."""
    bases = {
        name: of
        for path, source in modules().items()
        if PACKAGE / "ui" in path.parents
        for name, of, _ in source.classes
    }
    found = {"QWidget", "QFrame", "QLabel", "QDialog", "QAbstractButton", "QPushButton", "QTableView", "QScrollArea"}
    while more := {name for name, of in bases.items() if of & found} - found:
        found |= more
    return found


def of_ui(source: Source) -> set[str]:
    """The names that a file has from `ui`."""
    names = [found.module for found in source.imports]
    return {name.rpartition(".")[2] for name in names if name.startswith("hamstring_gui.ui.")}


def test_keepers_build_no_widget() -> None:
    named = widgets()
    assert {"TodayPage", "PedalsCard", "Question", "Text"} <= named
    built = [
        f"{path.relative_to(ROOT)}:{line}: {name}"
        for path, source in modules().items()
        if path.parent == PACKAGE / "program" and path.name not in PUT_UP
        for line, name in source.calls
        if name in named & of_ui(source)
    ]
    assert built == [], "have the page make it, in a show_…(): program hands it the values"
