"""An exercise of a routine in the editor: which numbers it has, what they are called, and what moves it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hamstring_gui.domain.exercise import Dose
from hamstring_gui.domain.routine import Item
from hamstring_gui.ui.routines.item import RoutineItem
from tests.domain.samples import EXERCISES

HOLDS, REPS, ONCE = Dose(3, 30.0), Dose(2, reps=10, rep_s=4.0), Dose(1, 30.0)


@pytest.fixture
def item(application) -> Iterator[RoutineItem]:
    page = QWidget()
    yield RoutineItem(page)
    page.deleteLater()


@pytest.mark.parametrize(
    ("exercise", "dose", "fields"),
    [
        ("band", HOLDS, ["Sets", "Hold", "Rest", "Sides"]),
        ("band", REPS, ["Sets", "Reps", "A rep", "Rest", "Sides"]),
        ("wall", HOLDS, ["Sets", "Hold", "Rest"]),  # both legs at once have no order
    ],
)
def test_its_numbers(item: RoutineItem, exercise: str, dose: Dose, fields: list[str]) -> None:
    item.show_item(Item(exercise, dose), EXERCISES[exercise], several=False)
    *numbers, remove, _ = item.controls
    assert [one.accessibleName() for one in numbers] == fields
    assert remove is item.remove
    assert item.together.isHidden() == (exercise == "band")
    item.show_item(Item(exercise, dose), EXERCISES[exercise], several=True)
    name = EXERCISES[exercise].name
    assert [one.accessibleName() for one in item.controls[:-2]] == [f"{field}, {name}" for field in fields]


@pytest.mark.parametrize(
    ("dose", "order", "rests"),
    [(HOLDS, "one leg, then the other", True), (HOLDS, "in turn", False), (ONCE, "one leg, then the other", False)],
)
def test_where_nothing_rests_there_is_no_rest(item: RoutineItem, dose: Dose, order: str, rests: bool) -> None:
    item.show_item(Item("band", dose, rest_s=10.0, order=order), EXERCISES["band"], several=False)  # type: ignore[arg-type]
    assert (item.rest.isEnabled(), item.rest.value()) == (rests, 10.0 if rests else 0.0)


def test_alt_and_an_arrow_move_it(item: RoutineItem) -> None:
    moves: list[int] = []
    item.move_requested.connect(moves.append)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        QTest.keyClick(item, key, Qt.KeyboardModifier.AltModifier)
        QTest.keyClick(item, key)
    assert moves == [-1, 1]
